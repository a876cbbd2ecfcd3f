"""`--part`: which of several teams or cycles in one file is sparred on."""

import click

from sparring.draft.model import Draft
from sparring.text import visible

PART_HELP = "The team or cycle to spar on, where the file holds several: its heading, or how it begins."


def part_named(draft: Draft, title: str) -> tuple[str, ...]:
    """Return the keys of the objectives in the part with this title.

    Raises:
        click.UsageError: there is none, or several begin so; the message lists the titles.
    """
    from sparring.draft.sections import section_named, sections_of

    if section := section_named(draft, title):
        return section.objectives
    name = visible(draft.source.name)
    titles = [visible(each.title) for each in sections_of(draft)]
    if not titles:
        raise click.UsageError(f"{name} does not hold several teams or cycles: leave --part out.")
    raise click.UsageError("\n  ".join([f"No one part of {name} is called “{visible(title)}”. Its parts are:", *titles]))
