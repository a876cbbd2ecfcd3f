from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sparring.archive.journal import Journal
from sparring.archive.places import Workspace

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, tmp_path / "transcripts")


@pytest.fixture
def journal(workspace: Workspace) -> Iterator[Journal]:
    with Journal.create(workspace, AT) as created:
        yield created
