"""What the commands' tests share."""

from pathlib import Path

import pytest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of its own, with a home of its own."""
    (tmp_path / "transcripts").mkdir()
    return tmp_path
