"""The one command that adds what office files need to this installation, however it was made."""

import json
import shlex
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlparse

_PACKAGE = "okr-sparring"
_EXTRA = "documents"


def command_that_adds() -> str:
    """Return the command: `pipx` and `uv` make an environment for each program, and only they can add to it; all else is `pip`."""
    what = shlex.quote(_requirement())
    prefix = Path(sys.prefix).parts
    if "pipx" in prefix:
        return f"pipx install --force {what}"
    if "uv" in prefix and "tools" in prefix:
        return f"uv tool install --force {what}"
    return f"{shlex.quote(sys.executable)} -m pip install {what}"


def _requirement() -> str:
    """Return the package with its extra: by name, or by the folder that it was installed from."""
    try:
        origin = distribution(_PACKAGE).read_text("direct_url.json")
        link = urlparse(json.loads(origin)["url"]) if origin else None
    except (PackageNotFoundError, ValueError, KeyError, TypeError):
        link = None
    if link is not None and link.scheme == "file" and (folder := Path(unquote(link.path))).is_dir():
        return f"{folder}[{_EXTRA}]"
    return f"{_PACKAGE}[{_EXTRA}]"
