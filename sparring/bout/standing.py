"""Lenses that nothing in the draft's words sets off, but the situation or the team's history does (LENSES.md, "set off by")."""

from collections.abc import Iterator
from dataclasses import replace

from sparring.bout.history import History, asked_this_cycle, in_a_later_cycle, on_wording_alone, remembered
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor, Finding
from sparring.situation import Situation


def standing_findings(bout: Bout, catalogue: Catalogue, history: History) -> tuple[Finding, ...]:
    """Return what the situation and the history set off; about the draft as a whole, as no line of it is to blame."""
    return tuple(finding for finding in _found(bout, history) if finding.lens in catalogue)


def _found(bout: Bout, history: History) -> Iterator[Finding]:
    situation = bout.situation or Situation()
    if situation.written_by in ("given", "both"):
        yield Finding("audience", Anchor("draft"), "high" if situation.written_by == "given" else "medium", situation.written_by)
    if in_a_later_cycle(bout, history) and not asked_this_cycle("last-cycle", bout, history):
        yield Finding("last-cycle", Anchor("draft"), "medium", "earlier-cycle")
    if on_wording_alone(bout, history):
        yield Finding("polishing", Anchor("draft"), "high", "third-version")


def left_behind(lens: str, anchor: Anchor, bout: Bout, history: History) -> bool:
    """Return whether the team kept this very point in an earlier bout: it gave its reason then, and asking again would be nagging."""
    if lens == "last-cycle":
        return False
    words = remembered(lens, anchor, bout, history)
    return words is not None and words.kind == "keep"


def left_open(lens: str, anchor: Anchor, bout: Bout, history: History) -> bool:
    """Return whether an earlier bout left this very point open, or to be changed, and the line stands as it stood."""
    words = remembered(lens, anchor, bout, history)
    return words is not None and words.kind != "keep"


def with_earlier(choices: tuple[Choice, ...], bout: Bout, history: History) -> tuple[Choice, ...]:
    """Return the choices, with what the team said of the same point in an earlier bout; no words of it are shown twice."""
    shown = {each.raised.earlier.words for each in bout.rounds if each.raised.earlier}
    return tuple(_with_earlier(choice, bout, history, shown) for choice in choices)


def _with_earlier(choice: Choice, bout: Bout, history: History, shown: set[str]) -> Choice:
    words = remembered(choice.lens, choice.anchor, bout, history)
    return choice if words is None or words.kind == "keep" or words.words in shown else replace(choice, earlier=words)
