"""What the partner says besides the challenges of its lenses, in every language that it speaks: data in `prompts/speech/<language>.md`."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sparring.packaged import packaged

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Sentences = TypeVar("Sentences", bound="DataclassInstance")

LANGUAGES: Final[Mapping[str, str]] = MappingProxyType({"en": "English", "de": "German"})
"""Languages that the partner speaks (ISO 639-1), by what they are called on the screen."""

OTHERWISE: Final = "en"
"""Spoken where a draft's language is not one of `LANGUAGES`."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The sentences of one language; each attribute is a heading of the file, with "_" for the space.

    Attributes:
        asked_to_write: the rule and the core question (S1), when the team asks for wording.
        last_resort: the core question alone, where no line of a lens fits: a turn is never empty.
        no_line: nothing in the documents bears on what a challenge is about.
        about_the_whole: stands where a quote would, when a challenge is about the whole draft.
        round_number: before a round's title, with the place for its number.
        closing_question: before the title of a question beyond the numbered rounds.
        settled: before the words of an answer that settle something.
        what_you_said: stands for an answer that settles something as a whole.
        still_open: before what is still open.
        open_dont_know: what is open when the team does not know yet.
        open_authority: what is open when somebody else wants it so.
        open_fact: what is open when figures were given that do not bear on the question.
        open_reason: what is open when a reason was borrowed from others.
        open_disputes: what is open when the team only says that it was misread.
        open_unanswered: what is open when an answer gave nothing.
        left_open_before: above what the team left open in an earlier bout.
        kept_before: above what the team kept in an earlier bout.
        to_change_before: above what the team meant to change in an earlier bout.
        taken_back: stands where an answer was.
        kept_back: stands where something was said that the team struck before it shared the bout.
        will_change: a stance.
        keep: a stance.
        park: a stance.
        skip: a stance.
        does_not_apply: why a challenge was skipped.
        misread: why a challenge was skipped.
        edited: the team edited some lines, with the place for their ids.
        edited_the_draft: the team edited something else.
        your_question: beside a question that the team put itself.
        coachs_question: beside a question that a coach put.
        coachs_angle: says that a coach asked for another angle, with the place for the name.
        facts: above the fact card.
        no_facts: above an empty fact card.
        nothing_missing: on an empty fact card.
        who_looks: under the fact card: who fills the gaps, by when.
        more_facts: how many items a line of the card is about, with places for that number and the number shown.
        stop_offer: what is offered when two rounds in a row brought nothing, with the keys for it.
        stop_offered: the same, where nobody has keys.
        close: above the close.
        rounds_over: why the rounds end when they were all fought.
        well_made: why the rounds end early, with the place for the number of lines.
        well_made_but_doubted: the same, where the team named a doubt of its own.
        nothing_more: why the rounds end when the team asked for more and nothing worth one is left, with the place for what was looked at.
        all_lines: what was looked at, where there are too many lines to name, with the place for their number.
        you_stopped: why the rounds end when the team ends them.
        first_answer: beside the team's first answer when it is shown again.
        first_step: above that answer at the close.
        open_step: above what is open at the close.
        kept_step: above what the team keeps.
        still_stands: the last question, about the first answer.
        answer_now: the last question, where the first answer held nothing.
        prove_wrong: the question about a point that the team keeps.
        as_your_draft: says that the partner speaks the draft's language, where that is not what the screens speak.
    """

    asked_to_write: tuple[str, ...]
    last_resort: str
    no_line: str
    about_the_whole: str
    round_number: str
    closing_question: str
    settled: str
    what_you_said: str
    still_open: str
    open_dont_know: str
    open_authority: str
    open_fact: str
    open_reason: str
    open_disputes: str
    open_unanswered: str
    left_open_before: str
    kept_before: str
    to_change_before: str
    taken_back: str
    kept_back: str
    will_change: str
    keep: str
    park: str
    skip: str
    does_not_apply: str
    misread: str
    edited: str
    edited_the_draft: str
    your_question: str
    coachs_question: str
    coachs_angle: str
    facts: str
    no_facts: str
    nothing_missing: str
    who_looks: str
    more_facts: str
    stop_offer: str
    stop_offered: str
    close: str
    rounds_over: str
    well_made: str
    well_made_but_doubted: str
    nothing_more: str
    all_lines: str
    you_stopped: str
    first_answer: str
    first_step: str
    open_step: str
    kept_step: str
    still_stands: str
    answer_now: str
    prove_wrong: str
    as_your_draft: str


def language_spoken(wished: str, draft: str) -> str:
    """Return the language of a bout: the one that was wished for, else the draft's where the partner speaks it, else English."""
    return next((each for each in (wished, draft) if each in LANGUAGES), OTHERWISE)


@cache
def speech(language: str) -> Speech:
    """Return what the partner says in `language`; a language that it does not speak is answered in English.

    Raises:
        FileNotFoundError: the installation is incomplete.
        ValueError: the file lacks a heading, or has one sentence too few or too many under it.
    """
    return sentences_of_kind(Speech, f"{language if language in LANGUAGES else OTHERWISE}.md")


def sentences_of_kind(kind: type[Sentences], file: str) -> Sentences:
    """Return the sentences of a file in `prompts/speech/` as a dataclass: each attribute is a heading of the file.

    Raises:
        FileNotFoundError: the installation is incomplete.
        ValueError: the file lacks a heading, or has one sentence too few or too many under it.
    """
    said = _by_heading((packaged("prompts") / "speech" / file).read_text(encoding="utf-8"))
    values: dict[str, Any] = {}
    for field in fields(kind):
        lines = said.pop(field.name, ())
        if not lines or (field.type is str and len(lines) > 1):
            raise ValueError(f"speech/{file} has {len(lines)} sentences under {field.name.replace('_', ' ')!r}")
        values[field.name] = lines[0] if field.type is str else lines
    if said:
        raise ValueError(f"speech/{file} has headings that nothing speaks: {', '.join(said)}")
    return kind(**values)


def _by_heading(text: str) -> dict[str, tuple[str, ...]]:
    """Return the bullets under each "## heading", under the attribute's name."""
    said: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("## "):
            name = line[3:].strip().lower().replace(" ", "_").replace("'", "")
            said[name] = ()
        elif line.startswith("- "):
            said[name] += (line[2:].strip(),)
    return said
