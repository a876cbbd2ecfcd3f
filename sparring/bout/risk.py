"""Which risk the team named in round two.

The answer is kept for the rest of the bout, because a line that is wrong for one risk is right for another (S2; the thought that a goal has
to fit its risk is Ravi Mehta's).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from sparring.bout.clauses import sentences_of
from sparring.bout.heard import heard_in
from sparring.bout.state import Answer, Bout, Round

Risk = Literal["problem", "others", "delivery"]

_LISTS: Mapping[str, Risk] = {"risk-problem": "problem", "risk-others": "others", "risk-delivery": "delivery"}

_NAMES_SOMETHING_ELSE = re.compile(
    r"(?:^|[.!?:,]\s+)(?:the|our|das|unser)\s(?:\w+\s)?problem\s(?:is|are|was|ist|sind|war|liegt)\b"
    r"(?!\s(?:the (?:risk|one)|likel|am ehesten))",
    re.IGNORECASE,
)
"""What the trouble is called ("the problem is legal"), rather than that it is misunderstood."""

_MISREAD = "says-we-misread"
"""Heard where the team says that it was misread, which names no risk and doubts nothing of its own."""

POINTLESS: Mapping[Risk, frozenset[str]] = {
    "problem": frozenset(),
    "others": frozenset(),
    "delivery": frozenset({"output-as-result", "roadmap-wrapper", "objective-is-task"}),
}
"""Lenses with nothing to say where this is the risk: a team that fears not to get it done may be right to hold itself to the work."""

WORTH_MORE: Mapping[Risk, Mapping[str, float]] = {
    "problem": {"inputs": 2.0, "whose-behaviour": 2.0, "no-leading-signal": 1.0, "output-as-result": 1.0},
    "others": {"influence": 4.0},
    "delivery": {"not-doing": 2.5, "coverage": 1.5, "work-link": 2.0},
}
"""What it adds to a lens that it is about the risk which the team named itself."""

OPEN_TO: Mapping[Risk | None, tuple[str, ...]] = {
    "problem": ("inputs", "whose-behaviour"),
    "others": ("influence",),
    "delivery": ("not-doing", "work-link"),
    None: ("inputs",),
}
"""Lenses that need no finding, best first, for the risk that was named."""


def risk_named(bout: Bout) -> Risk | None:
    """Return the risk that the team named; None while it has not, or when its words name several."""
    return risk_named_in(bout.rounds)


def risk_named_in(rounds: Sequence[Round]) -> Risk | None:
    """Return the risk that the team named in `rounds`.

    An answer that only says that it was misread names none; one that names none in so many words, and doubts the problem, names that.
    """
    answers = [answer for each in rounds if each.raised.lens == "risk-fit" for answer in each.answers]
    for answer in answers:
        heard = _heard(answer.text)
        if len(heard) == 1 and _MISREAD not in heard:
            return _LISTS[next(iter(heard))]
        if not heard and any(_sentences_in_doubt(answer)):
            return "problem"
    return None


def _heard(text: str) -> frozenset[str]:
    """Return the lists that hear something in an answer about the risk."""
    heard = frozenset(heard_in(text, *_LISTS, _MISREAD))
    return heard - {"risk-problem"} if _NAMES_SOMETHING_ELSE.search(text) else heard


def doubts_in(rounds: Sequence[Round]) -> tuple[str, ...]:
    """Return what the team said in `rounds` that casts doubt on the problem itself: whether it is the right one, or understood.

    No line of a draft, however well made, is worth more than that.
    """
    return tuple(said for each in rounds for answer in each.answers for said in _doubts(each, answer))


def _doubts(round_: Round, answer: Answer) -> Iterator[str]:
    if heard_in(answer.text, _MISREAD):
        return
    if round_.raised.lens == "risk-fit" and risk_named_in((round_,)) == "problem":
        yield answer.text
        return
    yield from _sentences_in_doubt(answer)


def _sentences_in_doubt(answer: Answer) -> Iterator[str]:
    for sentence in (each.of(answer.text) for each in sentences_of(answer.text)):
        heard = heard_in(sentence, "problem-doubted", "risk-others", "risk-delivery")
        if "problem-doubted" in heard and len(heard) == 1 and not sentence.rstrip().endswith("?"):
            yield sentence
