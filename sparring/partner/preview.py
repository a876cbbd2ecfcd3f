"""What would be sent, before anything is. Nothing here records, and nothing leaves the machine."""

from dataclasses import replace
from typing import Protocol, runtime_checkable

from sparring.bout.history import History
from sparring.bout.moves import Raise
from sparring.bout.open_choice import lenses_open
from sparring.bout.planner import next_move, opening_move
from sparring.bout.raised import challenge_raised
from sparring.bout.state import Bout, Round
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Finding
from sparring.library.model import Library
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Turn
from sparring.partner.prompt import Prompt
from sparring.partner.turns import turn_on


@runtime_checkable
class AsksModel(Protocol):
    """A partner that asks a model: it can say beforehand whether it will, and what it would send."""

    def will_call(self, turn: Turn) -> bool:
        """Return whether a model is asked in this turn."""
        ...

    def prompt(self, turn: Turn) -> Prompt:
        """Return what would be sent."""
        ...


async def next_prompt(
    partner: AsksModel, bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, library: Library, history: History
) -> Prompt | None:
    """Return what would be sent for the next challenge that a model is asked for; None when none would be asked."""
    if opening := opening_move(bout):
        # The bank opens every bout: the model is first asked for what follows.
        worded = await OfflinePartner(catalogue).challenge(turn_on(bout, opening.choices, "open", library, history))
        bout = replace(bout, rounds=(Round(bout.last_seq + 1, challenge_raised(worded, opening, bout, catalogue, library)),))
    move = next_move(bout, findings, catalogue, library, history)
    if not isinstance(move, Raise):
        return None
    turn = turn_on(bout, move.choices, "open", library, history, lenses_open(bout, catalogue, move))
    return partner.prompt(turn) if partner.will_call(turn) else None
