"""Office files through the whole program: quoted with their place, drafted from, left as they are."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sparring.archive.drafts import save_draft
from sparring.archive.places import Workspace
from sparring.bout.shown import passage_of, passage_record
from sparring.cli import sparring
from sparring.documents.reading import read_document
from sparring.draft.reading import read_draft
from sparring.library.folder import open_library
from sparring.opening import Ring, go_on_with, leave, open_new
from sparring.record.draft_record import draft_of, record_of
from sparring.text import Source
from sparring.wishes import Wishes
from tests.documents.files import document, pdf, presentation, titled, workbook

HEAD = ["Objective", "Key Result", "Baseline", "Target", "Owner"]
FIRST = ["New teams recommend us", "Import success of new teams", 61, 80, "Ana"]
SECOND = [None, "NPS among new teams", 23, 40, "Bo"]


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return workbook(tmp_path / "draft.xlsx", {"Growth": [HEAD, FIRST, SECOND]})


@pytest.fixture
def strategy(tmp_path: Path) -> Path:
    folder = tmp_path / "strategy"
    folder.mkdir()
    pdf(
        folder / "a.pdf",
        [lambda page: page.prose("Who we are."), lambda page: page.prose("We win where an import succeeds on the first day.")],
    )
    presentation(folder / "b.pptx", [titled("Where we play", (0, "Couriers ring once."))])
    workbook(folder / "c.xlsx", {"Goals": [["Goal", "Why", "Share"], ["Fewer calls", "They cost more than parcels do", 0.4], [12, 13, 14]]})

    def build(made: Any) -> None:
        made.add_heading("Who we serve", 1)
        made.add_paragraph("Small shops come first.")

    document(folder / "d.docx", build)
    document(folder / "e.docx", lambda made: made.add_paragraph("Parts come by message."))
    (folder / "f.pdf").write_bytes(b"%PDF-1.4 cut")
    (folder / "g.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    (folder / "h.md").write_text("Prices stay.\n")
    return folder


def test_a_quote_names_its_page_slide_sheet_or_heading_and_the_unreadable_are_named_one_by_one(strategy: Path) -> None:
    reading = open_library([strategy])
    assert [(each.source, each.text) for each in reading.library.passages] == [
        ("a.pdf, page 1", "Who we are."),
        ("a.pdf, page 2", "We win where an import succeeds on the first day."),
        ("b.pptx, slide 1", "Couriers ring once."),
        ("c.xlsx, sheet Goals", "Fewer calls | They cost more than parcels do | 0.4"),
        ("d.docx, “Who we serve”", "Small shops come first."),
        ("e.docx", "Parts come by message."),
        ("h.md:1", "Prices stay."),
    ]
    assert [problem.split()[0] for problem in reading.problems] == ["f.pdf", "g.doc"]


def test_a_quote_is_a_stretch_of_the_converted_text(strategy: Path) -> None:
    for passage in open_library([strategy / "a.pdf", strategy / "d.docx"]).library.passages:
        assert passage.text in read_document(strategy / passage.file).text


def test_a_place_is_kept_in_the_transcript_and_comes_back(strategy: Path) -> None:
    passage = open_library([strategy / "b.pptx"]).library.passages[0]
    record = passage_record(passage)
    assert record is not None
    assert record.source == "b.pptx, slide 1"
    back = passage_of(record)
    assert back is not None
    assert back.source == "b.pptx, slide 1"


def test_challenges_name_the_place_in_text_and_json(draft: Path, strategy: Path) -> None:
    command = ["challenge", str(draft), "--context", str(strategy), "--rounds", "5"]
    text = CliRunner().invoke(sparring, command)
    assert "a.pdf, page 2" in text.stdout
    found = json.loads(CliRunner().invoke(sparring, [*command, "--format", "json"]).stdout)["findings"]
    passages = [each["passage"] for each in found if each["passage"]]
    assert ("a.pdf", "page 2") in [(each["file"], each["place"]) for each in passages]
    assert all(set(each) == {"file", "line", "place", "text"} for each in passages)


def test_an_office_draft_is_read_on_the_command_line_with_its_sheet_for_a_line(tmp_path: Path) -> None:
    path = workbook(tmp_path / "draft.xlsx", {"Growth": [["Written by all of us in March."], [], HEAD, FIRST, SECOND]})
    result = CliRunner().invoke(sparring, ["read", str(path)])
    assert "O1.KR2  NPS among new teams   [from 23, to 40, owner Bo]" in result.stdout
    assert "note, sheet Growth: Written by all of us in March." in result.stdout


def test_an_office_draft_comes_back_from_its_record_and_is_never_written(draft: Path) -> None:
    read = read_draft(read_document(draft))
    back = draft_of(record_of(read)).source
    assert back == read.source
    with pytest.raises(ValueError, match="not what its file holds"):
        save_draft(back, "New text")


async def begun(draft: Path, source: Source) -> Ring:
    ring = await open_new(source, Workspace(draft.parent, draft.parent / "transcripts"), Wishes(seed=3))
    await ring.session.give_situation(None)
    await ring.session.go_on()
    return ring


async def test_a_bout_on_a_workbook_goes_on_and_takes_what_was_changed_in_it(draft: Path) -> None:
    ring = await begun(draft, read_document(draft))
    await leave(ring)
    again = await go_on_with(ring.journal.path)
    assert again.session.bout.version == 1
    await leave(again)
    workbook(draft, {"Growth": [HEAD, FIRST, [None, "NPS among all teams", 23, 40, "Bo"]]})
    changed = await go_on_with(ring.journal.path)
    assert changed.session.bout.version == 2
    assert "NPS among all teams" in changed.session.bout.draft.source.text
    await leave(changed)


async def test_what_the_team_edited_in_the_bout_stays_while_its_file_is_as_it_was(draft: Path) -> None:
    ring = await begun(draft, read_document(draft))
    source = ring.session.bout.draft.source
    await ring.session.revise(replace(source, text=source.text.replace("NPS among", "Trust among"), places=()))
    await leave(ring)
    again = await go_on_with(ring.journal.path)
    assert again.session.bout.version == 2
    assert "Trust among" in again.session.bout.draft.source.text
    assert again.remarks == ()
    await leave(again)


async def test_the_same_draft_set_otherwise_by_another_converter_is_no_change(draft: Path) -> None:
    source = read_document(draft)
    ring = await begun(draft, replace(source, text=source.text.replace(" | ", "  |  ") + "\n"))
    await leave(ring)
    again = await go_on_with(ring.journal.path)
    assert again.session.bout.version == 1
    await leave(again)
