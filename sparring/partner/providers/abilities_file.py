"""What endpoints were found to be able to do, in a private file among the user's states."""

import contextlib
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from sparring.partner.providers.abilities import LADDER, LIMITS, Abilities

_DAYS: Final = 30
_MOST_ENTRIES: Final = 200
_LARGEST_FILE: Final = 200_000


def user_abilities_file() -> Path:
    """Return where findings are kept."""
    from platformdirs import user_state_path

    return user_state_path("sparring", appauthor=False) / "endpoints.json"


class AbilitiesFile:
    """Findings on the disk: addresses, models' names and abilities, no secrets.

    A file that is damaged, or that somebody else can write to, counts as none. Findings are made anew after a month: endpoints learn.

    Args:
        path: of the file; None for the user's own.
        clock: seconds since the epoch.
    """

    def __init__(self, path: Path | None = None, clock: Callable[[], float] = time.time) -> None:
        self._path = path
        self._clock = clock

    def find(self, base_url: str, model: str) -> Abilities | None:
        """Return what was found, if anything was."""
        return _abilities(self._load().get(_key(base_url, model)), self._clock())

    def keep(self, base_url: str, model: str, abilities: Abilities) -> None:
        """Keep a finding, where that is possible; never raises."""
        found = self._load()
        key = _key(base_url, model)
        found.pop(key, None)
        found[key] = {
            "structure": abilities.structure,
            "limit": abilities.limit,
            "counts": abilities.counts,
            "found": int(self._clock()),
        }
        latest = dict(list(found.items())[-_MOST_ENTRIES:])
        with contextlib.suppress(OSError, RuntimeError, ValueError):
            _replace(self._place(), json.dumps({"version": 1, "endpoints": latest}, indent=1).encode())

    def _place(self) -> Path:
        if self._path is None:
            self._path = user_abilities_file()
        return self._path

    def _load(self) -> dict[str, Any]:
        try:
            descriptor = os.open(self._place(), os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
            with open(descriptor, "rb") as opened:  # noqa: PTH123 - a descriptor
                state = os.fstat(descriptor)
                if state.st_uid != os.geteuid() or state.st_mode & 0o022:
                    return {}
                loaded = json.loads(opened.read(_LARGEST_FILE))
        except (OSError, RuntimeError, ValueError, RecursionError):
            return {}
        found = loaded.get("endpoints") if isinstance(loaded, dict) and loaded.get("version") == 1 else None
        return found if isinstance(found, dict) else {}


def _key(base_url: str, model: str) -> str:
    """Return what an endpoint and a model are found by; a name, password or query in the address may be secret and stays out."""
    try:
        parts = urlsplit(base_url)
    except ValueError:
        return f"? {model}"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path.rstrip('/')} {model}"


def _abilities(entry: object, now: float) -> Abilities | None:
    if not isinstance(entry, dict):
        return None
    structure = next((each for each in LADDER if each == entry.get("structure")), None)
    limit = next((each for each in LIMITS if each == entry.get("limit")), None)
    found = entry.get("found")
    # A clock that was set back makes no finding eternal.
    if structure is None or limit is None or not isinstance(found, int) or not 0 <= now - found < _DAYS * 86_400:
        return None
    return Abilities(structure, limit, entry.get("counts") is not False)


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, name = tempfile.mkstemp(prefix=".endpoints.", dir=path.parent)
    try:
        with open(descriptor, "wb") as opened:  # noqa: PTH123 - a descriptor
            opened.write(data)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
