"""The partner that works with nothing: the planner chooses, the bank has the words."""

from sparring.bout.answer_as_read import Reading
from sparring.challenge import Challenge
from sparring.lenses.catalogue import Catalogue
from sparring.partner.bank import word
from sparring.partner.budget import TURN
from sparring.partner.cast import Voice
from sparring.partner.chat import OnProgress, unheard
from sparring.partner.port import Said, Turn
from sparring.partner.tags import tags_of


class OfflinePartner:
    """Challenges from the lenses and their question bank; no key, no network, no model."""

    name = "offline partner"
    host = ""
    voice: Voice = "bank"
    reader = ""
    budget = TURN

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    async def warm_up(self) -> None:
        """Nothing is needed."""

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        """Return the planner's best choice in the bank's best words; taking another line after a breach is the referee's path."""
        choice = turn.choices[0]
        lens = self._catalogue[choice.lens]
        tags = tags_of(turn, choice)
        return word(lens, choice, tags, turn.rung, turn.spoken, turn.seed, spoken_texts=turn.spoken_texts, answers=turn.answers)

    async def read(self, said: Said, on_progress: OnProgress = unheard) -> Reading | None:
        """Leave it to the word lists."""
        return None

    async def could_be_pasted(self, challenge: Challenge, turn: Turn, on_progress: OnProgress = unheard) -> bool:
        """There is no second reader: every sentence is the bank's."""
        return False

    async def close(self) -> None:
        """Nothing is held."""
