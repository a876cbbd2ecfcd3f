"""What is said when the team asks the partner to write: the rule, and the core question (S1)."""

from collections.abc import Sequence
from zlib import crc32

from sparring.speech import speech


def reply_to_asking(said: Sequence[str], seed: int, language: str) -> str:
    """Return a phrasing that is not among those already `said`; once all were, the one said longest ago."""
    phrasings = speech(language).asked_to_write
    left = [phrasing for phrasing in phrasings if phrasing not in said]
    if left:
        return min(left, key=lambda phrasing: crc32(f"{seed}/{phrasing}".encode()))
    latest = {phrasing: place for place, phrasing in enumerate(said)}
    return min(phrasings, key=lambda phrasing: latest[phrasing])
