"""Who can read a settings file that holds a key."""

import stat
from pathlib import Path

from sparring.settings import Settings
from sparring.text import visible


def readable_by_others(user: Path, settings: Settings) -> str:
    """Return a warning where the person's settings hold a key and others on this machine can read the file; "" otherwise."""
    if not any(endpoint.key or endpoint.headers for endpoint in settings.endpoints.values()):
        return ""
    try:
        others = stat.S_IMODE(user.stat().st_mode) & 0o077
    except OSError:
        return ""
    shown = visible(str(user))
    return f"{shown} holds a key, and others on this machine can read it. To keep it yours: chmod 600 {shown}" if others else ""
