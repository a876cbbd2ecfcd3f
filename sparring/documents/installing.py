"""The one command that adds a part to this installation, however it was made: what office files need, or another extra."""

import json
import shlex
import sys
from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlparse

_PACKAGE = "okr-sparring"

PARTS: Final = {"documents": "pdfplumber", "keyring": "keyring", "langchain": "langchain_core", "local": "xllamacpp"}
"""Extras, each with a module that comes with it."""


def command_that_adds(extra: str = "documents") -> str:
    """Return the command: `pipx` and `uv` make an environment for each program, and only they can add to it; all else is `pip`.

    They make it anew, so the parts that are there already are named too.
    """
    prefix = Path(sys.prefix).parts
    all_parts = ",".join(part for part in PARTS if part == extra or is_installed(part))
    if "pipx" in prefix:
        return f"pipx install --force {shlex.quote(_requirement(all_parts))}"
    if "uv" in prefix and "tools" in prefix:
        return f"uv tool install --force {shlex.quote(_requirement(all_parts))}"
    return f"{shlex.quote(sys.executable)} -m pip install {shlex.quote(_requirement(extra))}"


def is_installed(extra: str) -> bool:
    """Return whether what the extra brings is there."""
    return find_spec(PARTS[extra]) is not None


def _requirement(extra: str) -> str:
    """Return the package with its extra: by name, or by the folder or file that it was installed from."""
    by_name = f"{_PACKAGE}[{extra}]"
    try:
        origin = json.loads(distribution(_PACKAGE).read_text("direct_url.json") or "{}")
        link = str(origin.get("url", ""))
        repository = origin.get("vcs_info", {}).get("vcs", "")
    except (PackageNotFoundError, ValueError, AttributeError):
        return by_name
    path = Path(unquote(urlparse(link).path)) if link.startswith("file:") else None
    if path is not None and not repository:
        return f"{path}[{extra}]" if path.is_dir() else f"{by_name} @ {link}" if path.is_file() else by_name
    return f"{by_name} @ {repository}{'+' if repository else ''}{link}" if link else by_name
