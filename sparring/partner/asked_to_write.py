"""What is said when the team asks the partner to write: the rule, and the core question (S1)."""

from collections.abc import Sequence

from sparring.partner.draw import draw
from sparring.speech import speech


def reply_to_asking(said: Sequence[str], seed: int, language: str) -> str:
    """Return a phrasing that is not among those already `said`; once all were, the one said longest ago."""
    phrasings = speech(language).asked_to_write
    left = [phrasing for phrasing in phrasings if phrasing not in said]
    if left:
        return min(left, key=lambda phrasing: draw(seed, phrasing))
    latest = {phrasing: place for place, phrasing in enumerate(said)}
    return min(phrasings, key=lambda phrasing: latest[phrasing])
