"""Choice that varies from bout to bout and repeats within one: every draw comes from the bout's seed and its place."""

from zlib import crc32

from sparring.bout.state import Bout


def seed_for(bout: Bout, purpose: str) -> int:
    """Return a number that depends on the bout's seed, how far it has come, and what it is drawn for."""
    return crc32(f"{bout.opened.seed}/{bout.last_seq}/{purpose}".encode())
