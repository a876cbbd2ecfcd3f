"""To which hosts the people of a workspace agreed to send their words, and with which documents; nobody is asked twice."""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sparring.archive.durable import replace_file

SUFFIX = ".consent"
_SCHEMA = 1
_LARGEST = 1_000_000


class Consents:
    """What one person agreed to; private also in a shared folder, as nobody agrees for a colleague."""

    def __init__(self, folder: Path) -> None:
        """Stand beside the transcripts in `folder`."""
        self._path = folder / f"{os.getuid()}{SUFFIX}"

    def given(self, host: str) -> frozenset[str] | None:
        """Return the names of the documents that may be sent to `host`; None where nobody agreed, and where that cannot be read."""
        documents = self._load().get(host)
        return None if documents is None else frozenset(documents)

    def remember(self, host: str, documents: Iterable[str]) -> None:
        """Keep that these documents may be sent to `host`, beside what was agreed before.

        Does not raise: whoever could not be remembered is asked once more.
        """
        kept = self._load()
        kept[host] = sorted({*kept.get(host, ()), *documents})
        with suppress(OSError):
            replace_file(self._path, (json.dumps({"schema": _SCHEMA, "hosts": kept}).encode(),), 0o600)

    def _load(self) -> dict[str, list[str]]:
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
