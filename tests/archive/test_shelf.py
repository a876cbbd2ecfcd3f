from datetime import timedelta
from pathlib import Path

import pytest

from sparring.archive.errors import NoSuchBout
from sparring.archive.journal import Journal
from sparring.archive.places import Workspace
from sparring.archive.shelf import bouts_in, find_bout
from sparring.record.codec import canonical
from sparring.record.events import AnswerGiven, BoutOpened, Event
from tests.archive.conftest import AT
from tests.record.every_event import EVERY_EVENT


def bout(workspace: Workspace, number: int, days: int, events: tuple[Event, ...] = EVERY_EVENT) -> Path:
    """Keep a bout; `number` decides its word."""
    at = AT + timedelta(days=days)
    with Journal.create(workspace, at, random=lambda count: number.to_bytes(count)) as journal:
        for seconds, event in enumerate(events):
            journal.append(event, at + timedelta(seconds=seconds))
    return journal.path


def test_a_list_tells_what_people_look_for(workspace: Workspace) -> None:
    path = bout(workspace, 0, 0)
    (spine,) = bouts_in(workspace)
    assert spine.bout == path.stem
    assert spine.path == path
    assert spine.opened == AT
    assert spine.touched == AT + timedelta(seconds=len(EVERY_EVENT) - 1)
    assert (spine.team, spine.cycle, spine.draft, spine.rounds, spine.ended, spine.problem) == ("Clubs", "2027 Q1", "draft.md", 1, True, "")


def test_a_bout_that_goes_on_has_not_ended(workspace: Workspace) -> None:
    bout(workspace, 0, 0, EVERY_EVENT[:-1])
    assert not bouts_in(workspace)[0].ended


def test_a_closing_question_is_no_round(workspace: Workspace) -> None:
    raised = next(event for event in EVERY_EVENT if event.type == "challenge_raised")
    bout(workspace, 0, 0, (EVERY_EVENT[0], raised, raised.model_copy(update={"closing": True, "round": 2})))
    assert bouts_in(workspace)[0].rounds == 1


def test_the_newest_stands_first(workspace: Workspace) -> None:
    paths = [bout(workspace, number, days, EVERY_EVENT[:1]) for number, days in enumerate((3, 1, 2))]
    assert [spine.path for spine in bouts_in(workspace)] == [paths[0], paths[2], paths[1]]


def test_no_folder_is_no_bout(workspace: Workspace) -> None:
    assert bouts_in(workspace) == ()


def test_words_in_a_transcript_do_not_confuse_the_list(workspace: Workspace) -> None:
    tricky = '"type":"bout_ended"}\n{"at":"x","closing":true,"type":"challenge_raised"}'
    bout(workspace, 0, 0, (BoutOpened(**EVERY_EVENT[0].model_dump() | {"team": tricky}), AnswerGiven(text=tricky)))
    (spine,) = bouts_in(workspace)
    assert (spine.team, spine.rounds, spine.ended, spine.problem) == (tricky, 0, False, "")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "holds nothing"),
        (b"# Minutes of Monday\n", "not a transcript"),
        (b"\xff\xfe\0\0", "not a transcript"),
        (b"{}\n", "not a transcript"),
        (b"[" * 100_000, "not a transcript"),
        (canonical({"schema": 2, "prev": "0" * 64}) + b"\n", "newer"),
    ],
)
def test_a_strange_file_is_listed_with_its_problem(workspace: Workspace, content: bytes, says: str) -> None:
    good = bout(workspace, 0, 0)
    (workspace.transcripts / "strange.jsonl").write_bytes(content)
    spines = {spine.bout: spine for spine in bouts_in(workspace)}
    assert says in spines["strange"].problem
    assert spines["strange"].opened is None
    assert spines[good.stem].problem == ""
    assert find_bout(workspace, "last") == good


@pytest.mark.parametrize(("cut", "says"), [(-10, "resume"), (-1, "resume")])
def test_a_torn_bout_is_listed_with_its_problem_and_what_is_known(workspace: Workspace, cut: int, says: str) -> None:
    path = bout(workspace, 0, 0)
    path.write_bytes(path.read_bytes()[:cut])
    (spine,) = bouts_in(workspace)
    assert says in spine.problem
    assert (spine.team, spine.draft, spine.rounds, spine.ended) == ("Clubs", "draft.md", 1, False)


def test_a_gap_is_listed(workspace: Workspace) -> None:
    path = bout(workspace, 0, 0)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:5] + lines[6:]))
    assert "Entry 6 is missing" in bouts_in(workspace)[0].problem


def test_folders_hidden_files_and_other_files_are_no_bouts(workspace: Workspace) -> None:
    folder = workspace.prepare()
    (folder / "folder.jsonl").mkdir()
    (folder / ".2026-11-21-kofu.jsonl.x.new").touch()
    (folder / "notes.md").touch()
    (folder / "gone.jsonl").symlink_to(folder / "nowhere")
    assert bouts_in(workspace) == ()


def test_struck_entries_stay_in_the_list(workspace: Workspace) -> None:
    path = bout(workspace, 0, 0)
    with Journal.reopen(path).journal as journal:
        journal.strike(1, 2, 6)
    (spine,) = bouts_in(workspace)
    assert (spine.team, spine.draft, spine.rounds, spine.ended, spine.problem) == ("", "", 1, True, "")


def test_a_bout_is_found_by_name_beginning_word_or_as_the_last(workspace: Workspace) -> None:
    first, second = bout(workspace, 0, 0, EVERY_EVENT[:1]), bout(workspace, 1, 20, EVERY_EVENT[:1])
    assert find_bout(workspace, first.stem) == first
    assert find_bout(workspace, first.name.upper()) == first
    assert find_bout(workspace, "2026-11") == first
    assert find_bout(workspace, second.stem.rpartition("-")[2]) == second
    assert find_bout(workspace, "last") == second


def test_the_last_bout_is_the_one_that_was_written_to_last(workspace: Workspace) -> None:
    first, _ = bout(workspace, 0, 0, EVERY_EVENT[:1]), bout(workspace, 1, 20, EVERY_EVENT[:1])
    with Journal.reopen(first).journal as journal:
        journal.append(AnswerGiven(text="on"), AT + timedelta(days=30))
    assert find_bout(workspace, "last") == first


def test_a_name_that_fits_several_bouts_lists_them(workspace: Workspace) -> None:
    paths = [bout(workspace, number, number, EVERY_EVENT[:1]) for number in range(2)]
    with pytest.raises(NoSuchBout) as several:
        find_bout(workspace, "2026-11")
    assert all(path.stem in str(several.value) for path in paths)


@pytest.mark.parametrize("name", ["none", "", "../../etc/passwd", "*", "\x1b[31m"])
def test_a_name_that_fits_none_says_where_to_look(workspace: Workspace, name: str) -> None:
    bout(workspace, 0, 0, EVERY_EVENT[:1])
    with pytest.raises(NoSuchBout, match="sparring transcripts") as none:
        find_bout(workspace, name)
    assert "\x1b" not in str(none.value)


def test_the_last_of_no_bouts_says_how_to_begin(workspace: Workspace) -> None:
    with pytest.raises(NoSuchBout, match="sparring spar"):
        find_bout(workspace, "last")


def test_a_bout_of_another_folder_is_named_by_its_file(workspace: Workspace, tmp_path: Path) -> None:
    away = tmp_path / "coach" / "2026-10-07-babami.jsonl"
    away.parent.mkdir()
    away.write_bytes(bout(workspace, 0, 0, EVERY_EVENT[:1]).read_bytes())
    assert find_bout(workspace, str(away)) == away
    with pytest.raises(NoSuchBout, match="FOLDER/NAME"):
        find_bout(workspace, away.stem)
    with pytest.raises(NoSuchBout):
        find_bout(workspace, "x" * 5000 + ".jsonl")
