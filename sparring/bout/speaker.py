"""Who speaks: initials typed before an answer."""

import re

_INITIALS = re.compile(r"([^\W\d_]{2,3}):\s+(?=\S)")


def speaker_of(text: str) -> tuple[str, str]:
    """Return the initials that `text` begins with ("AN: we look at it on Mondays") and the rest; "" and the text where there are none."""
    found = _INITIALS.match(text)
    if found is None or not found[1].isupper():
        return "", text
    return found[1], text[found.end() :]
