"""`sparring lenses`: the angles, and why a coach raises each."""

import textwrap

import click

from sparring.lenses.catalogue import packaged_catalogue
from sparring.speech import LANGUAGES, OTHERWISE


@click.command("lenses")
@click.argument("lens_id", required=False, metavar="[ID]")
@click.option("--language", type=click.Choice(list(LANGUAGES)), default=OTHERWISE, help="The language that the partner asks in.")
def lenses_command(lens_id: str | None, language: str) -> None:
    """List the angles that drafts are challenged from, or explain the one named ID."""
    catalogue = packaged_catalogue(language)
    if lens_id is None:
        family = ""
        for lens in sorted(catalogue, key=lambda each: each.family):
            if lens.family != family:
                click.echo(f"\n{lens.family}" if family else lens.family)
                family = lens.family
            click.echo(f"  {lens.id:<24} {lens.title}")
        return
    lens_or_none = catalogue.get(lens_id.strip().lower().replace(" ", "-"))
    if lens_or_none is None:
        raise click.UsageError(f"There is no lens {lens_id!r}. `sparring lenses` lists them.")
    lens = lens_or_none
    click.echo(f"{lens.title}  ({lens.id}, {lens.family})\n")
    for heading, text in (("Why", lens.why), ("Leave it alone when", lens.leave_alone)):
        click.echo(heading)
        click.echo(textwrap.indent(textwrap.fill(" ".join(text.split()), 84), "  ") + "\n")
    for rung, questions in lens.questions.items():
        click.echo(rung.replace("-", " "))
        for question in questions:
            click.echo(textwrap.fill(question.text, 84, initial_indent="  - ", subsequent_indent="    "))
