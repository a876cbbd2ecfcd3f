"""The partner that works with nothing: the planner chooses, the bank has the words."""

from sparring.challenge import Challenge
from sparring.lenses.catalogue import Catalogue
from sparring.partner.bank import word
from sparring.partner.port import Turn
from sparring.partner.tags import tags_of


class OfflinePartner:
    """Challenges from the lenses and their question bank; no key, no network, no model."""

    name = "offline partner"
    sends = False

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    async def challenge(self, turn: Turn, broken_rule: str | None = None) -> Challenge:
        """Return the planner's best choice in the bank's best words; taking another line after a breach is the referee's path."""
        choice = turn.choices[0]
        lens = self._catalogue[choice.lens]
        return word(lens, choice, tags_of(turn, choice), turn.rung, turn.spoken, turn.seed, spoken_texts=turn.spoken_texts)
