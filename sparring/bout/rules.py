"""What the team may do now. Front ends show these as keys, the session refuses the rest; both ask here."""

from typing import Literal

from sparring.bout.state import Bout

Command = Literal[
    "give-situation", "answer", "press", "angle", "stance", "take-back-stance", "take-back-answer", "revise",
    "own-question", "mark-lines", "next", "add-rounds", "stop", "still-stands", "assign-open", "prove-wrong", "end",
]  # fmt: skip

MOST_PRESSES = 2
"""In one round (DESIGN.md, "A bout"): after two the point is made or it is not."""


class NotNow(Exception):
    """The command does not fit the moment; the message says what fits."""


def allowed(bout: Bout) -> frozenset[Command]:
    """Return the commands that fit the bout as it stands."""
    match bout.stage:
        case "situation":
            return frozenset({"give-situation", "mark-lines", "revise"})
        case "facts":
            return frozenset({"next", "assign-open", "own-question", "revise", "stop"})
        case "rounds":
            return _in_rounds(bout)
        case "close":
            return frozenset({"still-stands", "assign-open", "prove-wrong", "revise", "add-rounds", "end"})
        case _:
            return frozenset()


def _in_rounds(bout: Bout) -> frozenset[Command]:
    current = bout.rounds[-1]
    commands: set[Command] = {"next", "answer", "angle", "own-question", "revise", "add-rounds", "stop"}
    commands.add("take-back-stance" if current.decision else "stance")
    if current.answers:
        commands.add("take-back-answer")
        if not current.awaits_answer and len(current.presses) < MOST_PRESSES:
            commands.add("press")
    return frozenset(commands)


def require(bout: Bout, command: Command) -> None:
    """Refuse a command that does not fit.

    Raises:
        NotNow: with a sentence for the team.
    """
    if command in allowed(bout):
        return
    raise NotNow(_why_not(bout, command))


def _why_not(bout: Bout, command: Command) -> str:
    if bout.stage == "ended":
        return "This bout is over. Open the draft again for a new one."
    match command:
        case "press" if bout.round and len(bout.round.presses) >= MOST_PRESSES:
            return "Twice is enough on one point. Ask for another angle, take a stance, or go on."
        case "press":
            return "Answer first: a press goes from what you said."
        case "take-back-answer":
            return "There is no answer of yours in this round to take back."
        case "take-back-stance":
            return "There is no stance in this round to take back."
        case "mark-lines":
            return "The rounds have begun. Leave this bout and open the draft again to change how its lines are read."
        case "stance" if bout.stage == "rounds":
            return "This round has its stance. Take it back first to change it."
        case _:
            return "That does not fit this moment of the bout."
