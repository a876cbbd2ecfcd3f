"""Which risk the team named in round two.

The answer is kept for the rest of the bout, because a line that is wrong for one risk is right for another (S2; the thought that a goal has
to fit its risk is Ravi Mehta's).
"""

from collections.abc import Mapping
from typing import Literal

from sparring.bout.heard import heard_in
from sparring.bout.state import Bout

Risk = Literal["problem", "others", "delivery"]

_LISTS: Mapping[str, Risk] = {"risk-problem": "problem", "risk-others": "others", "risk-delivery": "delivery"}

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
    for each in bout.rounds:
        if each.raised.lens == "risk-fit":
            for answer in each.answers:
                named = {_LISTS[name] for name in heard_in(answer.text, *_LISTS)}
                if len(named) == 1:
                    return named.pop()
    return None
