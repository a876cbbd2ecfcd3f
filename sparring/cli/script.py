"""A scripted bout: answers and decisions from a text file, for demonstrations, tests and comparisons.

Entries are parted by blank lines. An entry that begins with "/" decides (`/press`, `/angle`, `/change`, `/keep because ...`,
`/park`, `/skip`, `/next`, `/more`, `/stop`); any other is an answer. An answer to a challenge that is already answered, or a second
stance, goes to the next one. Lines that begin with "#" are notes. After the rounds the next answers are what still stands of the
first one, and what would prove each kept point wrong.
"""

import re
from collections import deque
from dataclasses import dataclass
from typing import Literal, cast, get_args

from sparring.bout.speaker import speaker_of
from sparring.session import Session

Verb = Literal["answer", "press", "angle", "change", "keep", "park", "skip", "next", "more", "stop"]


_STANCES = frozenset({"change", "keep", "park", "skip"})


class ScriptError(Exception):
    """An entry that no bout understands; the message names its line."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of a script."""

    verb: Verb
    text: str


def parse_script(text: str) -> tuple[Step, ...]:
    """Read a script.

    Raises:
        ScriptError: an unknown decision.
    """
    steps = []
    for match in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|$))+", text):
        words = "\n".join(line for line in match[0].splitlines() if not line.lstrip().startswith("#")).strip()
        if not words:
            continue
        verb, _, rest = words[1:].partition(" ") if words.startswith("/") else ("answer", "", words)
        if verb not in get_args(Verb):
            line = text.count("\n", 0, match.start()) + 1
            raise ScriptError(f"Line {line}: /{verb} is not known. Known are /{', /'.join(get_args(Verb)[1:])}.")
        steps.append(Step(cast("Verb", verb), rest.strip()))
    return tuple(steps)


async def play(session: Session, script: tuple[Step, ...]) -> None:
    """Fight the bout of `session` by the script; rounds that it has no answer for stay open, and the bout is ended."""
    steps = deque(script)
    if session.bout.stage == "situation":
        await session.give_situation(None)
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
        if session.bout.stage == "rounds":
            await _fight_round(session, steps)
    answers = (step.text for step in steps if step.verb == "answer")
    if session.bout.first_answer and (text := next(answers, None)):
        await session.say_at_close(text, "still-stands")
    for kept in session.bout.kept:
        if text := next(answers, None):
            await session.say_at_close(text, "prove-wrong", kept.number)
    await session.end()


async def _fight_round(session: Session, steps: deque[Step]) -> None:
    while steps and session.bout.stage == "rounds":
        step = steps[0]
        current = session.bout.rounds[-1]
        if (step.verb == "answer" and not current.awaits_answer) or (step.verb in _STANCES and current.decision):
            return
        steps.popleft()
        match step.verb:
            case "answer":
                by, text = speaker_of(step.text)
                await session.answer(text, by)
            case "press":
                await session.press()
            case "angle":
                await session.another_angle()
            case "change":
                await session.take_stance("will-change", step.text)
            case "keep":
                await session.take_stance("keep", step.text)
            case "park":
                await session.take_stance("park", step.text)
            case "skip":
                await session.take_stance("skip", skipped_because="misread" if "misread" in step.text else "does-not-apply")
            case "more":
                await session.add_rounds()
            case "stop":
                await session.stop()
            case "next":
                return
