"""What is said when the team asks the partner to write: the rule, and the core question (S1)."""

from collections.abc import Sequence
from functools import cache
from zlib import crc32

from sparring.packaged import packaged

_FILE = "asked-to-write.md"


@cache
def phrasings() -> tuple[str, ...]:
    """Return the packaged phrasings, in the order of the file.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    text = (packaged("prompts") / _FILE).read_text(encoding="utf-8")
    return tuple(line.removeprefix("- ").strip() for line in text.splitlines() if line.startswith("- "))


def reply_to_asking(said: Sequence[str], seed: int) -> str:
    """Return a phrasing that is not among those already `said`; once all were, the one said longest ago."""
    left = [phrasing for phrasing in phrasings() if phrasing not in said]
    if left:
        return min(left, key=lambda phrasing: crc32(f"{seed}/{phrasing}".encode()))
    latest = {phrasing: place for place, phrasing in enumerate(said)}
    return min(phrasings(), key=lambda phrasing: latest[phrasing])
