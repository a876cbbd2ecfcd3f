"""The command line as a user or a script meets it: in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_OF_WHO_RUNS_TESTS = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "SPARRING_PARTNER",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
)


def environment_in(folder: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment whose home, settings and keyring are a test's own."""
    kept = {name: value for name, value in os.environ.items() if name.upper() not in _OF_WHO_RUNS_TESTS}
    return {
        **kept,
        "HOME": str(folder / "home"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        **(more or {}),
    }


def sparring(
    folder: Path, *words: str, stdin: str | bytes | None = None, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-m", "sparring", *words],
        cwd=folder,
        env=environment_in(folder, environment),
        input=data or b"",
        capture_output=True,
        check=False,
        timeout=60,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def told(done: subprocess.CompletedProcess[str]) -> str:
    """What a user is told; never a traceback."""
    assert "Traceback" not in done.stderr
    return done.stderr
