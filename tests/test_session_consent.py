"""Consent across bouts of a workspace: asked once, asked again when documents were added, and told in every transcript."""

from pathlib import Path

import pytest

from sparring.archive.places import find_workspace
from sparring.opening import Ring, go_on_with, leave, open_new
from sparring.partner.consent import ConsentNeeded
from sparring.record.events import ConsentGiven
from sparring.text import read_source
from sparring.wishes import Wishes
from tests.bouts import FLAWED
from tests.scripted_partner import ScriptedPartner


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "okrs.md").write_text(FLAWED)
    (tmp_path / "strategy.md").write_text("# Strategy\n\nCouriers leave a locker that is full twice in a week.\n")
    return tmp_path


async def bout_in(folder: Path, *context: str) -> Ring:
    """A bout at its opening question, with a model as partner."""
    wishes = Wishes(seed=1, context=tuple(folder / name for name in context))
    ring = await open_new(read_source(folder / "okrs.md"), find_workspace(folder), wishes)
    await ring.session.change_partner(ScriptedPartner())
    await ring.session.give_situation(None)
    await ring.session.go_on()
    return ring


async def test_a_workspace_is_asked_once_and_every_transcript_says_that_it_agreed(folder: Path) -> None:
    first = await bout_in(folder, "strategy.md")
    with pytest.raises(ConsentNeeded) as needed:
        await first.session.go_on()
    assert needed.value.documents == ("strategy.md",)
    await first.session.give_consent("models.example", needed.value.documents)
    await leave(first)
    second = await bout_in(folder, "strategy.md")
    await second.session.go_on()
    await leave(second)
    assert second.session.bout.consented == {"models.example": {"strategy.md"}}
    text = second.journal.path.read_text()
    assert '"remembered":true' in text
    assert ConsentGiven.model_fields["type"].default in text


async def test_documents_that_were_added_are_asked_about_again(folder: Path) -> None:
    first = await bout_in(folder)
    await first.session.give_consent("models.example", ())
    await leave(first)
    second = await bout_in(folder, "strategy.md")
    with pytest.raises(ConsentNeeded):
        await second.session.go_on()
    await leave(second)


async def test_a_bout_that_is_gone_on_with_says_who_spars_now_and_is_not_asked_again(folder: Path) -> None:
    first = await bout_in(folder)
    await first.session.give_consent("models.example", ())
    await first.session.go_on()
    await leave(first)
    again = await go_on_with(first.journal.path)
    assert again.session.bout.partner.name == "offline partner"
    await again.session.change_partner(ScriptedPartner())
    await again.session.go_on()
    assert [each.raised.origin for each in again.session.bout.rounds] == ["bank", "model", "model"]
    await leave(again)
    assert again.session.bout.consented == {"models.example": frozenset()}


async def test_a_transcript_that_says_that_somebody_agreed_is_not_enough(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = await bout_in(folder)
    await first.session.give_consent("models.example", ())
    await first.session.go_on()
    await leave(first)
    monkeypatch.setenv("XDG_STATE_HOME", str(folder / "colleague"))
    again = await go_on_with(first.journal.path)
    await again.session.change_partner(ScriptedPartner())
    with pytest.raises(ConsentNeeded):
        await again.session.go_on()
    await leave(again)
