"""Opening a bout and going on with it, on a real disk."""

from pathlib import Path

import pytest

from sparring.archive.errors import OpenElsewhere
from sparring.archive.places import Workspace
from sparring.opening import NothingToSpar, Ring, go_on_with, leave, open_new
from sparring.text import read_source
from sparring.wishes import Wishes
from tests.bouts import FLAWED


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, tmp_path / "transcripts")


async def opened(workspace: Workspace, text: str = FLAWED) -> Ring:
    draft = workspace.root / "draft.md"
    draft.write_text(text)
    return await open_new(read_source(draft), workspace, Wishes(seed=3))


async def test_a_bout_that_was_left_goes_on_where_it_was(workspace: Workspace) -> None:
    ring = await opened(workspace)
    await ring.session.give_situation(None)
    await ring.session.go_on()
    await ring.session.answer("we would drop the returns flow")
    before = ring.session.bout
    await leave(ring)
    again = await go_on_with(ring.journal.path)
    assert again.session.bout.rounds == before.rounds
    assert not again.session.bout.paused
    await again.session.go_on()
    assert len(again.session.bout.rounds) == 2
    await leave(again)


async def test_a_bout_that_is_being_fought_cannot_be_opened_a_second_time(workspace: Workspace) -> None:
    ring = await opened(workspace)
    with pytest.raises(OpenElsewhere):
        await go_on_with(ring.journal.path)
    await leave(ring)


async def test_a_draft_that_was_edited_outside_becomes_a_version_and_that_is_said(workspace: Workspace) -> None:
    ring = await opened(workspace)
    await ring.session.give_situation(None)
    await ring.session.go_on()
    await leave(ring)
    (workspace.root / "draft.md").write_text(FLAWED.replace("Increase revenue by 15%", "Increase revenue from lockers by 15%"))
    again = await go_on_with(ring.journal.path)
    assert again.session.bout.version == 2
    assert again.session.bout.versions[-1].where == "outside"
    assert any("changed since you left" in remark for remark in again.remarks)
    assert again.session.bout.rounds[-1].revised == ()
    await leave(again)


async def test_a_draft_that_is_gone_is_said_and_the_bout_goes_on(workspace: Workspace) -> None:
    ring = await opened(workspace)
    await leave(ring)
    (workspace.root / "draft.md").unlink()
    again = await go_on_with(ring.journal.path)
    assert again.session.bout.version == 1
    assert any("as it was" in remark for remark in again.remarks)
    await leave(again)


async def test_a_text_without_okrs_opens_nothing_and_leaves_no_transcript(workspace: Workspace) -> None:
    with pytest.raises(NothingToSpar, match="A draft may look like this"):
        await opened(workspace, "We had a good time in the mountains.\n")
    assert not list(workspace.root.glob("transcripts/*.jsonl"))


async def test_the_documents_are_found_again_where_they_were(workspace: Workspace) -> None:
    (workspace.root / "plan.md").write_text("- We win where couriers empty a full locker before anybody waits.\n")
    draft = workspace.root / "draft.md"
    draft.write_text(FLAWED)
    ring = await open_new(read_source(draft), workspace, Wishes(seed=3, context=(workspace.root / "plan.md",)))
    await leave(ring)
    again = await go_on_with(ring.journal.path)
    assert [passage.file for passage in again.session.library.passages] == ["plan.md"]
    await leave(again)
    (workspace.root / "plan.md").unlink()
    without = await go_on_with(ring.journal.path)
    assert without.session.library.passages == ()
    assert any("plan.md" in remark for remark in without.remarks)
    await leave(without)
