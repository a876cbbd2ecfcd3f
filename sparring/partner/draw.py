"""Draws among lines that fit equally well: by a seed, so that bouts differ and one bout can be repeated."""

from hashlib import blake2b


def draw(seed: int, name: str) -> int:
    """Return a number for `name` that depends on `seed`; the name with the least is drawn.

    Checksums will not do: names that differ in a single letter keep their order from seed to seed too often, and one of three lines would
    be said in every second bout.
    """
    return int.from_bytes(blake2b(f"{seed}/{name}".encode(), digest_size=8).digest())
