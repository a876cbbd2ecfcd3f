"""A bout with a model on the disk: what is withheld is in no file, and a killed program loses nothing but the call."""

import asyncio
import os
import shutil
from pathlib import Path

import pytest

from sparring.archive.places import find_workspace
from sparring.archive.transcript import read_transcript, verify_transcript
from sparring.opening import Ring, go_on_with, leave, open_new
from sparring.partner.faults import CallFault
from sparring.record.events import ReplyWithheld
from sparring.text import read_source
from sparring.wishes import Wishes
from tests.bouts import FLAWED
from tests.scripted_partner import KR, ScriptedPartner


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "team" / "transcripts").mkdir(parents=True)
    (tmp_path / "team" / "okrs.md").write_text(FLAWED)
    return tmp_path / "team"


async def bout_with(partner: ScriptedPartner, folder: Path) -> Ring:
    """A bout at its opening question, agreed to be sent."""
    ring = await open_new(read_source(folder / "okrs.md"), find_workspace(folder), Wishes(seed=1))
    await ring.session.change_partner(partner)
    await ring.session.give_consent(partner.host, ())
    await ring.session.give_situation(None)
    await ring.session.go_on()
    return ring


def files_with(folder: Path, words: str) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]


async def test_what_an_obedient_model_writes_stands_in_no_file(folder: Path) -> None:
    ring = await bout_with(ScriptedPartner([KR] * 12), folder)
    for _ in range(2):
        await ring.session.answer("We would do the scanner, and the lockers as they are.")
        await ring.session.press()
        await ring.session.go_on()
    ring.scratch.save("half a thought")
    await leave(ring)
    assert files_with(folder.parent, "half a thought")
    assert not files_with(folder.parent, KR)
    assert not files_with(folder.parent, "from 10% to 90%")
    rules = [entry.event.rule for entry in read_transcript(ring.journal.path).entries if isinstance(entry.event, ReplyWithheld)]
    assert len(rules) == 12


async def test_a_bout_killed_while_a_model_is_asked_is_gone_on_with_where_it_stood(folder: Path, tmp_path: Path) -> None:
    partner = ScriptedPartner([CallFault("rate", "models.example asked to wait.")])
    ring = await bout_with(partner, folder)
    await ring.session.answer("We would do the scanner.")
    with pytest.raises(CallFault):
        await ring.session.go_on()
    await ring.session.go_on()
    partner.gate.clear()
    going = asyncio.create_task(ring.session.go_on())
    while not partner.under_way:  # noqa: ASYNC110 - the call has no event for its beginning
        await asyncio.sleep(0)
    killed = shutil.copy(ring.journal.path, tmp_path / ring.journal.path.name)
    ring.session.cancel_call()
    await asyncio.wait({going})
    await leave(ring)
    again = await go_on_with(Path(killed))
    assert again.session.bout.rounds == ring.session.bout.rounds
    assert [each.name for each in again.session.bout.partners] == ["gpt-x", "offline partner"]
    assert [each.kind for each in again.session.bout.failures] == ["rate"]
    await again.session.change_partner(ScriptedPartner(host=""))
    await again.session.go_on()
    await leave(again)
    report = verify_transcript(Path(os.fspath(killed)))
    assert report.ok, report.sentence
