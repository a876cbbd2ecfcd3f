"""Which entries lose their words where a team keeps lines to itself: nothing of a struck line remains in the copy. Pure."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sparring.bout.said import said_in
from sparring.record.entry import Entry
from sparring.record.events import (
    AnswerGiven,
    AnswerRead,
    ChallengeRaised,
    DraftRead,
    DraftRevised,
    Event,
    OpenAssigned,
    PressRaised,
    StanceTaken,
)

SAME_WORDS: Final = 4
"""Words in a row from which on a line is taken for one that repeats another."""
_SAME_CHARACTERS: Final = 8
"""Likewise, of scripts that put no spaces between words."""
_WORD: Final = re.compile(r"\w+")
_LONGEST_WORD: Final = 25
"""Characters; what is longer is no word but a line of a script without spaces."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A line that says again what another one says, which was struck.

    Attributes:
        seq: of its entry.
        struck: `seq` of the struck one.
        by_partner: it is the partner's, and cannot be struck.
    """

    seq: int
    struck: int
    by_partner: bool


def struck_with(entries: Sequence[Entry], chosen: Collection[int]) -> frozenset[int]:
    """Return `chosen` with what would tell their words, or what they replaced: an answer's reading, a press in a model's words.

    Args:
        entries: of the bout, from the first.
        chosen: `seq` of what the team keeps to itself.
    """
    out = set(chosen)
    round_, subjects = 0, dict[int, tuple[object, ...]]()
    for entry in entries:
        event = entry.event
        if isinstance(event, ChallengeRaised):
            round_ = event.round
        if isinstance(event, AnswerRead) and event.answer in out:
            out.add(entry.seq)
        if isinstance(event, PressRaised) and event.origin == "model" and event.answer in out:
            out.add(entry.seq)
        if event is not None and (subject := _replaces(event, round_)):
            subjects[entry.seq] = subject
    latest = {subjects[seq]: seq for seq in sorted(out) if seq in subjects}
    return frozenset(out | {seq for seq, subject in subjects.items() if seq < latest.get(subject, 0)})


def as_struck(entries: Sequence[Entry], out: Collection[int]) -> tuple[Entry, ...]:
    """Return the entries as a copy holds them that leaves out the words of `out`."""
    return tuple(replace(each, event=None, salt="") if each.seq in out else each for each in entries)


def repeated(entries: Sequence[Entry], out: Collection[int]) -> tuple[Repeated, ...]:
    """Return what stays in the copy and says again what is struck: lines of the team's own, and the partner's in a model's words.

    What stands in the draft as well is no secret of the line, and the question bank repeats nobody.
    """
    said = {line.seq: line.text for line in said_in(entries) if line.kind in ("answer", "reason", "own-question")}
    known = set[str]().union(*(_runs(each.event.draft.text) for each in entries if isinstance(each.event, (DraftRead, DraftRevised))))
    struck = {seq: _runs(text) - known for seq, text in said.items() if seq in out}
    found: list[Repeated] = []
    for entry in entries:
        if entry.seq in out or entry.event is None:
            continue
        of_partner = _words_of_a_model(entry.event)
        runs = _runs(of_partner or said.get(entry.seq, ""))
        found += [Repeated(entry.seq, seq, bool(of_partner)) for seq, telling in struck.items() if runs & telling]
    return tuple(found)


def _replaces(event: Event, round_: int) -> tuple[object, ...]:
    """Return what an entry is the latest word on; () for what stands beside others: striking the latest must not bring back the first."""
    match event:
        case AnswerGiven(to="still-stands" | "prove-wrong"):
            return ("answer", event.to, event.about)
        case OpenAssigned():
            return ("open", event.round)
        case StanceTaken():
            return ("stance", round_)
        case _:
            return ()


def _words_of_a_model(event: Event) -> str:
    if isinstance(event, ChallengeRaised) and event.origin == "model":
        return f"{event.doubt} {event.question}"
    return event.question if isinstance(event, PressRaised) and event.origin == "model" else ""


def _runs(text: str) -> set[str]:
    words = list(_words(text.casefold()))
    return {" ".join(words[at : at + SAME_WORDS]) for at in range(len(words) - SAME_WORDS + 1)}


def _words(text: str) -> Iterator[str]:
    """Yield words; a line without spaces comes in pieces, so that a run of them is some characters long."""
    size = _SAME_CHARACTERS // SAME_WORDS
    for word in _WORD.findall(text):
        long = len(word) > _LONGEST_WORD or (not word.isascii() and any(ord(each) > 0x2E7F for each in word))
        yield from (word[at : at + size] for at in range(len(word) - size + 1)) if long else (word,)
