"""What a new bout is told of the team's earlier ones."""

from datetime import UTC, datetime
from pathlib import Path

from sparring.archive.earlier import MOST_QUESTIONS, bouts_named, coaches_questions, earlier_bouts, opens_which
from sparring.archive.journal import Journal
from sparring.archive.notes import CoachFiles
from sparring.archive.places import Workspace
from sparring.archive.transcript import read_transcript
from sparring.bout.fold import fold
from sparring.bout.history import MOST_BOUTS
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import NoLibrary
from sparring.opening import go_on_with, leave, open_new
from sparring.partner.offline import OfflinePartner
from sparring.record.notes import NoteAdded
from sparring.report.conversation import conversation
from sparring.session import open_bout
from sparring.text import read_source
from sparring.wishes import Wishes
from tests.bouts import FLAWED


def workspace_in(folder: Path) -> Workspace:
    return Workspace(folder, folder / "transcripts")


async def fought(
    workspace: Workspace, *, day: int, team: str = "", name: str = "draft.md", words: str = "Mira asks the depot", month: int = 8
) -> str:
    """Fight a short bout whose first round is parked with `words`; return its name."""
    path = workspace.root / name
    path.write_text(FLAWED)
    journal = Journal.create(workspace, datetime(2026, month, day, tzinfo=UTC))
    catalogue = packaged_catalogue()
    session = await open_bout(
        read_draft(read_source(path)),
        bout_id=journal.bout,
        seed=day,
        language="en",
        journal=journal,
        partner=OfflinePartner(catalogue),
        catalogue=catalogue,
        library=NoLibrary(),
        team=team,
        clock=lambda: datetime(2026, month, day, 9, tzinfo=UTC),
    )
    await session.give_situation(None)
    await session.go_on()
    await session.take_stance("park", words)
    await session.stop()
    await session.end()
    journal.close()
    return journal.bout


async def test_bouts_of_the_same_team_are_found_newest_first(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    old = await fought(workspace, day=1, team="Lockers")
    await fought(workspace, day=2, team="Depots")
    new = await fought(workspace, day=3, team=" lockers")
    history = earlier_bouts(workspace, team="Lockers", draft=None)
    assert [each.bout for each in history.bouts] == [new, old]
    assert history.bouts[0].points[0].words == "Mira asks the depot"


async def test_without_a_team_the_drafts_file_tells_whose_bouts_they_are(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    mine = await fought(workspace, day=1)
    await fought(workspace, day=2, name="other.md")
    history = earlier_bouts(workspace, team="", draft=tmp_path / "draft.md")
    assert [each.bout for each in history.bouts] == [mine]


async def test_a_workspace_that_was_moved_knows_its_bouts_still(tmp_path: Path) -> None:
    (tmp_path / "before" / "team").mkdir(parents=True)
    mine = await fought(workspace_in(tmp_path / "before"), day=1, name="team/draft.md")
    await fought(workspace_in(tmp_path / "before"), day=2)
    (tmp_path / "before").rename(tmp_path / "after")
    moved = workspace_in(tmp_path / "after")
    assert [each.bout for each in earlier_bouts(moved, team="", draft=tmp_path / "after" / "team" / "draft.md").bouts] == [mine]


async def test_a_file_of_the_same_name_in_another_folder_is_another_teams(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    (tmp_path / "team").mkdir()
    await fought(workspace, day=1, name="team/draft.md")
    assert earlier_bouts(workspace, team="", draft=tmp_path / "draft.md").bouts == ()


async def test_another_teams_bouts_on_the_same_file_stay_theirs(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    await fought(workspace, day=1, team="Depots")
    assert earlier_bouts(workspace, team="Lockers", draft=tmp_path / "draft.md").bouts == ()


async def test_only_the_last_few_are_remembered(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    for day in range(1, MOST_BOUTS + 3):
        await fought(workspace, day=day, team="Lockers")
    history = earlier_bouts(workspace, team="Lockers", draft=None)
    assert [each.at.day for each in history.bouts] == list(range(MOST_BOUTS + 2, 2, -1))


async def test_damaged_and_foreign_files_are_passed_over(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    good = await fought(workspace, day=1, team="Lockers")
    edited = await fought(workspace, day=2, team="Lockers")
    path = workspace.transcripts / f"{edited}.jsonl"
    path.write_bytes(path.read_bytes().replace(b"Mira asks", b"Nils asks"))
    (workspace.transcripts / "2026-09-09-junk.jsonl").write_bytes(b'{"payload": []}\n\xff\xfe\x00')
    (workspace.transcripts / "2026-09-10-deep.jsonl").write_text("[" * 50_000)
    (workspace.transcripts / "2026-09-11-none.jsonl").write_text("")
    (workspace.transcripts / "2026-09-12-folder.jsonl").mkdir()
    history = earlier_bouts(workspace, team="Lockers", draft=None)
    assert [each.bout for each in history.bouts] == [good]


async def test_a_workspace_without_transcripts_has_no_history(tmp_path: Path) -> None:
    assert earlier_bouts(workspace_in(tmp_path), team="Lockers", draft=None).bouts == ()


async def test_bouts_are_read_again_by_name_and_no_name_leads_elsewhere(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    bout = await fought(workspace, day=1, team="Lockers")
    (tmp_path / "outside.jsonl").write_bytes((workspace.transcripts / f"{bout}.jsonl").read_bytes())
    history = bouts_named(workspace.transcripts, (bout, "gone", "../outside", ""))
    assert history == earlier_bouts(workspace, team="Lockers", draft=None)


async def test_what_was_struck_is_not_remembered(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    bout = await fought(workspace, day=1, team="Lockers")
    reopened = Journal.reopen(workspace.transcripts / f"{bout}.jsonl")
    stances = [entry.seq for entry in reopened.entries if entry.type == "stance_taken"]
    reopened.journal.strike(*stances)
    reopened.journal.close()
    assert not any(point.words for each in earlier_bouts(workspace, team="Lockers", draft=None).bouts for point in each.points)


async def test_a_bout_that_was_left_goes_on_with_the_past_that_it_began_with(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    old = await fought(workspace, day=1, team="Lockers")
    ring = await open_new(read_source(tmp_path / "draft.md"), workspace, Wishes(team="Lockers"))
    begun = ring.session.history
    assert [each.bout for each in begun.bouts] == [old]
    await ring.session.give_situation(None)
    await leave(ring)
    await fought(workspace, day=2, team="Lockers")
    again = await go_on_with(ring.journal.path)
    assert again.session.history == begun
    await leave(again)


def leave_question(workspace: Workspace, bout: str, text: str, *, day: int = 20, opens_next: bool = True) -> None:
    """Leave a coach's note for the team beside a bout."""
    at = datetime(2026, 8, day, tzinfo=UTC)
    line = NoteAdded(at=at, by="Ana", note=f"{day}-{text[:5]}", text=text, opens_next=opens_next)
    CoachFiles("Ana").write(workspace.transcripts / f"{bout}.jsonl", [line], for_team=True)


async def test_a_question_that_a_coach_left_opens_the_next_bout_once(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    leave_question(workspace, await fought(workspace, day=1, team="Lockers"), "Who decides this on Monday?")
    leave_question(workspace, await fought(workspace, day=2, team="Depots"), "Not for you.")
    source = read_source(tmp_path / "draft.md")
    ring = await open_new(source, workspace, Wishes(team="Lockers", seed=3))
    asked = [(each.asked.text, each.asked.by, each.asked.role) for each in ring.session.bout.asides]
    assert asked == [("Who decides this on Monday?", "Ana", "coach")]
    await ring.session.give_situation(None)
    await ring.session.go_on()
    await ring.session.take_stance("park", "Mira asks")
    parts = list(conversation(ring.session.bout))
    assert next((each.mark, each.beside) for each in parts if each.kind == "aside") == ("Ana", "a coach's question")
    said = [part.text for part in parts]
    assert said.index("Who decides this on Monday?") < said.index(ring.session.bout.rounds[0].raised.question)
    await leave(ring)
    again = await open_new(source, workspace, Wishes(team="Lockers", seed=3))
    assert again.session.bout.asides == ()
    await leave(again)


async def test_a_question_waits_until_a_bout_was_fought_after_it(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    leave_question(workspace, await fought(workspace, day=1, team="Lockers"), "Who decides this on Monday?")
    for _ in range(2):
        ring = await open_new(read_source(tmp_path / "draft.md"), workspace, Wishes(team="Lockers", seed=3))
        assert [each.asked.text for each in ring.session.bout.asides] == ["Who decides this on Monday?"]
        await leave(ring)


async def test_only_notes_that_are_questions_for_the_next_bout_open_it_and_only_a_few(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    bout = await fought(workspace, day=1, team="Lockers")
    leave_question(workspace, bout, "Well argued.", day=2, opens_next=False)
    for day in range(3, 10):
        leave_question(workspace, bout, f"Question {day}?", day=day)
    found = coaches_questions(workspace.transcripts, earlier_bouts(workspace, team="Lockers", draft=None))
    assert [each.text for each in found] == [f"Question {day}?" for day in range(3, 3 + MOST_QUESTIONS)]


async def test_a_coach_is_told_which_bout_a_question_opens(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    named, unnamed = [
        read_transcript(workspace.transcripts / f"{bout}.jsonl").entries
        for bout in (await fought(workspace, day=1, team="Lockers"), await fought(workspace, day=2))
    ]
    told = [opens_which(fold(entries)) for entries in (named, unnamed, named[:2])]
    assert told[0] == "It opens the next bout of Lockers."
    assert "the next one on the same file" in told[1]
    assert "opens none" in told[2]


async def test_a_team_that_goes_on_with_a_bout_gets_the_coaches_notes_on_it(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    bout = await fought(workspace, day=1, team="Lockers")
    leave_question(workspace, bout, "Well argued.", opens_next=False)
    ring = await go_on_with(workspace.transcripts / f"{bout}.jsonl")
    assert [note.text for note in ring.notes.notes] == ["Well argued."]
    await leave(ring)


async def test_a_coachs_long_name_stands_beside_the_question(tmp_path: Path) -> None:
    workspace = workspace_in(tmp_path)
    await fought(workspace, day=1)
    ring = await open_new(read_source(tmp_path / "draft.md"), workspace, Wishes(seed=3))
    await ring.session.give_situation(None)
    await ring.session.ask_own("Who decides?", "Alexandra", of_coach=True)
    (aside,) = [part for part in conversation(ring.session.bout) if part.kind == "aside"]
    assert (aside.mark, aside.beside) == ("◆", "Alexandra · a coach's question")
    await leave(ring)
