"""To which hosts somebody agreed to send the words of a workspace, and with which documents; nobody is asked twice.

Kept among the person's own states, never in the workspace: its folder may come from anybody, and would bring the agreement along.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from sparring.archive.durable import replace_file

_SCHEMA = 1
_LARGEST = 1_000_000


def user_consents_folder() -> Path:
    """Return where a person's agreements are."""
    from platformdirs import user_state_path

    return user_state_path("sparring", appauthor=False) / "consents"


class Consents:
    """What one person agreed to in one workspace, as nobody agrees for a colleague, nor for a copy of the folder."""

    def __init__(self, folder: Path, kept_in: Path | None = None) -> None:
        """Remember for the transcripts in `folder`.

        Args:
            folder: where the workspace's transcripts are.
            kept_in: where agreements are kept; by default among the person's own states.
        """
        name = sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:32]
        self._path = (kept_in or user_consents_folder()) / f"{name}.json"
        self._in_mind: dict[str, list[str]] = {}

    def given(self, host: str) -> frozenset[str] | None:
        """Return the names of the documents that may be sent to `host`; None where nobody agreed, and where that cannot be read."""
        documents = self._load().get(host)
        return None if documents is None else frozenset(documents)

    def remember(self, host: str, documents: Iterable[str]) -> None:
        """Keep that these documents may be sent to `host`, beside what was agreed before.

        Does not raise: what could not be kept holds for this object, and is asked once more the next time.
        """
        kept = self._load()
        kept[host] = sorted({*kept.get(host, ()), *documents})
        self._in_mind = kept
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            replace_file(self._path, (json.dumps({"schema": _SCHEMA, "hosts": kept}).encode(),), 0o600)

    def _load(self) -> dict[str, list[str]]:
        if self._in_mind:
            return dict(self._in_mind)
        try:
            with self._path.open("rb") as file:
                data = json.loads(file.read(_LARGEST))
        except (OSError, ValueError, RecursionError):
            return {}
        hosts = data.get("hosts") if isinstance(data, dict) and data.get("schema") == _SCHEMA else None
        if not isinstance(hosts, dict):
            return {}
        return {host: documents for host, documents in hosts.items() if isinstance(documents, list) and all(map(_is_text, documents))}


def _is_text(value: object) -> bool:
    return isinstance(value, str)
