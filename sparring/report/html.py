"""A bout as one HTML file: to mail or to print. It needs no network and runs nothing; every word in it is escaped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.bout.closing import last_question
from sparring.bout.state import Bout
from sparring.draft.changes import Change, changes
from sparring.draft.model import KeyResult, Objective
from sparring.record.notes import NO_NOTES, Notes
from sparring.report.conversation import Part, sections
from sparring.report.debrief import before_and_after, beside_in_words, debrief
from sparring.report.labels import labels
from sparring.report.sparred import how_long, who_sparred
from sparring.text import visible

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class _Line:
    """An item of the draft, with what became of it."""

    kind: str
    id: str
    before: str
    after: str

    @property
    def changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class _Shown:
    """A paragraph, cut into pieces that are meant and others."""

    kind: str
    text: str
    mark: str
    beside: str
    pieces: tuple[tuple[str, bool], ...]


def as_html(bout: Bout, head: str, notes: Notes = NO_NOTES) -> str:
    """Return the bout as a page.

    Args:
        bout: finished or not.
        head: hash of the transcript's last entry, as in `markdown.as_markdown`.
        notes: of coaches, shown where they belong; those that are to stay out are left out by whoever calls.
    """
    opened = bout.opened
    return _page().render(
        language=opened.language,
        title=visible(" · ".join(part for part in (opened.team, opened.cycle) if part) or bout.draft.title or bout.draft.source.name),
        when=f"{bout.opened_at:%Y-%m-%d}",
        length=how_long(bout),
        sparred=who_sparred(bout),
        summary=debrief(bout),
        named=labels(opened.language),
        asked=last_question(bout),
        versions=len(bout.versions),
        lines=list(_lines(bout)),
        sections=[[_shown(part) for part in each.parts] for each in sections(bout, notes)],
        bout=visible(opened.bout),
        entries=bout.last_seq,
        head=head,
    )


def _lines(bout: Bout) -> Iterator[_Line]:
    """Yield the draft's items as they stand last, each with its words before; what was taken out comes where it stood."""
    first, last = bout.versions[0].draft, bout.draft
    told = changes(first, last) if len(bout.versions) > 1 else ()
    of_new = {id(change.new): change for change in told if change.new is not None}
    gone = {id(change.old): change for change in told if change.new is None}
    after: dict[str, list[Change]] = {}
    previous = ""
    for item in first.items():
        if change := gone.get(id(item)):
            after.setdefault(previous, []).append(change)
        else:
            previous = item.key
    yield from _gone(after.get("", ()))
    for item in last.items():
        change = of_new.get(id(item))
        before, now = before_and_after(change) if change else (_words(item), _words(item))
        yield _Line(_kind(item), visible(item.id), visible(before), visible(now))
        yield from _gone(after.get(item.key, ()))


def _gone(taken_out: Sequence[Change]) -> Iterator[_Line]:
    for change in taken_out:
        if change.old:
            yield _Line(_kind(change.old), visible(change.old.id), visible(before_and_after(change)[0]), "")


def _words(item: Objective | KeyResult) -> str:
    beside = beside_in_words(item)
    return f"{item.text} ({beside})" if item.text and beside else item.text or beside


def _kind(item: Objective | KeyResult) -> str:
    return "objective" if isinstance(item, Objective) else "key-result"


def _shown(part: Part) -> _Shown:
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in sorted(part.stress):
        pieces += [(part.text[at:start], False), (part.text[start:end], True)]
        at = end
    pieces.append((part.text[at:], False))
    return _Shown(part.kind, part.text, part.mark, part.beside, tuple(each for each in pieces if each[0]))


@cache
def _page() -> "Template":
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=False)
    environment.filters["shown"] = partial(visible, lines=True)
    return environment.from_string((Path(__file__).parent / "bout.html.j2").read_text("utf-8"))
