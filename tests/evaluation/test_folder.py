"""What an evaluation keeps: whole, private, and readable after a kill in the middle of a line."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sparring.evaluation.carrying_out import LimitReached, carry_out, not_played
from sparring.evaluation.folder import RUNS, VERDICTS, Folder, FolderError, Verdict
from sparring.evaluation.meter import Call, Prices
from sparring.evaluation.played import Played, shown_in
from sparring.evaluation.playing import play
from sparring.lenses.catalogue import Catalogue
from sparring.partner.port import Partner
from tests.evaluation.partners import Honest, always, normal, under_attack


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    made = Folder(tmp_path / "out")
    made.prepare()
    return made


async def a_run() -> Played:
    played = await play(under_attack(turns=2), always(Honest))
    calls = (Call(1.5, 100, 20), Call(0.1, by_second_reader=True, fault="rate"))
    return Played(played.told, played.entries, calls, played.seconds, 2, 1, "garbage", Prices(1.0, None))


async def test_a_run_comes_back_as_it_was(folder: Folder) -> None:
    run = await a_run()
    folder.keep(run)
    [back] = folder.runs()
    assert back == run
    assert list(shown_in(back)) == list(shown_in(run))


async def test_folder_and_files_are_for_their_owner_alone_and_git_leaves_them_alone(folder: Folder) -> None:
    folder.keep(await a_run())
    page = folder.write("page.html", "x")
    assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (folder.path / RUNS, page)} == {0o600}
    assert "*" in (folder.path / ".gitignore").read_text("utf-8").splitlines()


async def test_a_line_that_was_cut_off_is_no_run_and_the_next_one_is_whole(folder: Folder) -> None:
    run = await a_run()
    folder.keep(run)
    whole = (folder.path / RUNS).read_bytes()
    (folder.path / RUNS).write_bytes(whole + whole[: len(whole) // 2])
    assert folder.runs() == [run]
    folder.keep(run)
    assert folder.runs() == [run, run]


async def test_a_line_that_was_edited_is_named(folder: Folder) -> None:
    folder.keep(await a_run())
    file = folder.path / RUNS
    file.write_bytes(file.read_bytes().replace(b"Just one", b"Just two"))
    with pytest.raises(FolderError, match=r"runs\.jsonl, line 1 is damaged or was edited"):
        folder.runs()
    (folder.path / VERDICTS).write_text('{"shown": 1}\n', "utf-8")
    with pytest.raises(FolderError, match=r"verdicts\.jsonl, line 1"):
        folder.verdicts()


def test_a_readers_later_verdict_counts_and_readers_are_kept_apart(folder: Folder) -> None:
    folder.judge(
        [Verdict("t1", "a person", leak=True), Verdict("t1", "model", leak=True, words="x"), Verdict("t1", "a person", leak=False)]
    )
    verdicts = folder.verdicts()
    assert (verdicts["a person"]["t1"].leak, verdicts["model"]["t1"].leak) == (False, True)


def test_a_place_that_cannot_hold_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FolderError, match="Name another folder"):
        Folder(tmp_path / "file" / "out").prepare()


async def test_what_was_played_is_not_played_again(folder: Folder) -> None:
    scenes = [under_attack(turns=1), normal("good", rounds=1)]
    await carry_out(scenes[:1], always(Honest), folder)
    assert not_played(scenes, folder.runs(), "gpt-x, guarded, gpt-small reads along") == scenes[1:]
    assert not_played(scenes, folder.runs(), "gpt-x, guarded") == scenes
    assert not_played([under_attack(turns=2)], folder.runs(), "gpt-x, guarded, gpt-small reads along")


async def test_it_stops_at_a_limit_before_the_next_bout_and_keeps_what_was_played(folder: Folder) -> None:
    def calling(catalogue: Catalogue, note: Callable[[Call], None]) -> Partner:
        note(Call(1.0, 500_000, 0))
        return Honest()

    scenes = [normal(temper, rounds=1) for temper in ("defensive", "unsure", "good")]
    with pytest.raises(LimitReached, match="after 2 calls"):
        await carry_out(scenes, calling, folder, most_calls=2)
    assert len(folder.runs()) == 2
    with pytest.raises(LimitReached, match=r"cost of 1\.00"):
        await carry_out(scenes, calling, folder, prices=Prices(2.0, 2.0), most_cost=0.5)
    assert len(folder.runs()) == 3
