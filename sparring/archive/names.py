"""Names of bouts: short, sortable, and easy to say over a table."""

from datetime import datetime

_CONSONANTS = "bdfgklmnprstvwyz"
_VOWELS = "aeiou"


def bout_name(at: datetime, random: bytes) -> str:
    """Return a name like "2026-11-21-kofu".

    Args:
        at: the day is this one's, in its own time zone.
        random: at least two bytes; whoever creates the file takes others when the name is taken.
    """
    number = int.from_bytes(random)
    letters = ""
    for alphabet in (_CONSONANTS, _VOWELS, _CONSONANTS, _VOWELS):
        number, index = divmod(number, len(alphabet))
        letters += alphabet[index]
    return f"{at:%Y-%m-%d}-{letters}"
