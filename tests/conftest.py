"""What holds for all tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.real_model import real_endpoint, real_model
from tests.scripted_endpoint import ScriptedEndpoint

__all__ = ["cache_of_its_own", "endpoint", "real_endpoint", "real_model"]


@pytest.fixture(scope="session", autouse=True)
def cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Documents read in tests, agreements and findings are kept in folders of the test run, never in those of the person who runs them."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield folder


@pytest.fixture
def endpoint() -> Iterator[ScriptedEndpoint]:
    """A scripted OpenAI-compatible endpoint on loopback."""
    with ScriptedEndpoint() as there:
        yield there
