"""The team's own changes, item by item: what went out struck through, what came in underlined; colours only repeat it."""

from collections.abc import Iterator

from textual.content import Content

from sparring.draft.changes import Change
from sparring.draft.model import KeyResult, Objective
from sparring.draft.wording import in_common, word_changes, wording
from sparring.report.debrief import WHAT_BECAME, beside_in_words
from sparring.text import Span, visible

OUT = "$quiet strike"
IN = "underline $secondary"
LITTLE_IN_COMMON = 30.0
"""Of 100."""


def change_lines(change: Change) -> Content:
    """Return a change as text: the item's place and what happened, then its words."""
    item = change.new or change.old
    place = visible(item.id) if item else ""
    was = visible(change.old.id) if change.old and change.new and change.old.id != change.new.id else ""
    head = Content.assemble((place, "bold"), "  ", (WHAT_BECAME[change.kind] + (f", it was {was}" if was else ""), "$quiet"))
    return Content("\n").join([head, *_words(change)])


def _words(change: Change) -> Iterator[Content]:
    match change.old, change.new:
        case None, Objective() | KeyResult() as new:
            yield Content.styled(_text(new), IN)
            yield from _beside(None, new)
        case Objective() | KeyResult() as old, None:
            yield Content.styled(_text(old), OUT)
        case Objective() | KeyResult() as old, Objective() | KeyResult() as new:
            yield difference(old.text, new.text)
            yield from _beside(old, new)


def difference(old: str, new: str) -> Content:
    """Return both texts in one, word by word; one after the other where they share too little for that to be read."""
    if not old or not new:
        return Content.assemble((visible(old), OUT) if old else ("left open", "$quiet italic"), "  ", (visible(new), IN))
    if in_common(wording(old), wording(new)) < LITTLE_IN_COMMON:
        return Content.assemble((visible(old), OUT), "\n", (visible(new), IN))
    shown_old, shown_new = visible(old), visible(new)
    parts = []
    for same, before, after in _stretches(old, new):
        went, came = before.of(shown_old), after.of(shown_new)
        if same:
            parts.append(Content(came))
            continue
        if went:
            parts.append(Content.styled(went, OUT))
        if went.strip() and came.strip():
            parts.append(Content(" "))
        if came:
            parts.append(Content.styled(came, IN))
    return Content("").join(parts)


def _stretches(old: str, new: str) -> list[tuple[bool, Span, Span]]:
    """Return equal and changed stretches in turn; changes with no word between them are one: phrases are struck whole."""
    found = list(word_changes(old, new))
    stretches: list[tuple[bool, Span, Span]] = []
    for index, each in enumerate(found):
        inside = 0 < index < len(found) - 1
        same = each.kind == "equal" and not (inside and not any(map(str.isalnum, each.new.of(new))))
        if stretches and not same and not stretches[-1][0]:
            _, before, after = stretches.pop()
            stretches.append((False, Span(before.start, each.old.end), Span(after.start, each.new.end)))
        else:
            stretches.append((same, each.old, each.new))
    return stretches


def _text(item: Objective | KeyResult) -> str:
    return visible(item.text) or "left open"


def _beside(before: Objective | KeyResult | None, after: Objective | KeyResult) -> Iterator[Content]:
    old, new = (visible(beside_in_words(item)) for item in (before, after))
    if old != new:
        yield Content.assemble(("beside it: ", "$quiet"), (old, OUT), " " if old and new else "", (new, IN))
