"""Opening documents and folders."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sparring.library.cache import LibraryCache
from sparring.library.folder import MOST_DOCUMENTS, open_library
from sparring.library.model import NoLibrary
from sparring.text import visible

HANDBOOK = "# How we work\n\n" + "\n".join(
    f"- {line}"
    for line in (
        *("OKRs connect a team's objectives with key results.", "An objective says where to go.", "Key results say how to tell."),
        *("Three key results are enough.", "Initiatives are the work.", "The framework is old.", "OKRs are reviewed monthly."),
        *("KPIs are no OKRs.", "Write objectives first.", "Then write key results.", "Ask a colleague.", "Grade key results in the end."),
        *("OKRs are public.", "They are no appraisal."),
    )
)


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Be in `folder`: the address of a socket has to be short."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {
        "b.md": "Couriers ring once.",
        "a.txt": "Small shops first.",
        "sub/c.markdown": "Parts by message.",
        "sub/d.png": "PNG",
        ".hidden.md": "Hidden words here.",
        ".git/e.md": "Hidden words there.",
        "transcripts/f.md": "What was said in a bout.",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_folder_is_read_with_its_subfolders_in_order_without_what_is_hidden_or_a_transcript(folder: Path) -> None:
    reading = open_library([folder])
    assert [(document.file, document.passages) for document in reading.library.documents] == [
        ("a.txt", 1),
        ("b.md", 1),
        ("sub/c.markdown", 1),
    ]
    assert [(passage.id, passage.file, passage.text) for passage in reading.library.passages] == [
        ("P1", "a.txt", "Small shops first."),
        ("P2", "b.md", "Couriers ring once."),
        ("P3", "sub/c.markdown", "Parts by message."),
    ]
    assert reading.problems == ()


def test_a_file_named_beside_its_folder_is_read_once(folder: Path) -> None:
    reading = open_library([folder / "b.md", folder])
    assert [document.file for document in reading.library.documents] == ["b.md", "a.txt", "sub/c.markdown"]


def test_two_documents_of_one_name_can_be_told_apart(tmp_path: Path) -> None:
    for team in ("north", "south"):
        (tmp_path / team).mkdir()
        (tmp_path / team / "plan.md").write_text(f"The {team} sells parts.")
    files = [document.file for document in open_library([tmp_path / "north", tmp_path / "south"]).library.documents]
    assert files == ["plan.md", str(tmp_path / "south" / "plan.md")]


def test_links_that_lead_in_a_circle_are_followed_once(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "sub" / "again.md").symlink_to(folder / "b.md")
    reading = open_library([folder])
    assert sorted(passage.text for passage in reading.library.passages) == [
        "Couriers ring once.",
        "Parts by message.",
        "Small shops first.",
    ]


def test_what_cannot_be_read_is_told_and_the_rest_is_used(folder: Path) -> None:
    (folder / "c.md").write_bytes(b"\0\1\2" * 100)
    (folder / "gone.md").symlink_to(folder / "nowhere.md")
    (folder / "z.md").write_text("")
    reading = open_library([folder])
    assert len(reading.library.documents) == 3
    assert [any(name in problem for problem in reading.problems) for name in ("c.md", "gone.md", "z.md")] == [True, True, True]
    assert all(problem.endswith(".") for problem in reading.problems)


def test_pipes_devices_and_sockets_keep_nobody_waiting_and_are_told(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    (folder / "zero.md").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as open_socket, in_folder(folder):
        open_socket.bind("socket.md")
    reading = open_library([folder])
    assert len(reading.library.documents) == 3
    assert [[name in problem for name in ("pipe.md", "socket.md", "zero.md")] for problem in reading.problems] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]
    assert len(open_library([folder / "pipe.md"]).problems) == 1


def test_links_that_lead_nowhere_or_in_a_circle_are_named_each(folder: Path) -> None:
    (folder / "one.md").symlink_to("two.md")
    (folder / "two.md").symlink_to("one.md")
    (folder / "self").symlink_to("self")
    (folder / "gone").symlink_to("nowhere")
    (folder / "sub" / "up").symlink_to(folder)
    reading = open_library([folder])
    assert len(reading.library.documents) == 3
    names = ("gone ", "one.md ", "self ", "two.md ", "up ")
    assert sorted(name for name in names for problem in reading.problems if f"/{name}" in problem) == sorted(names)
    assert len(reading.problems) == len(names)


def test_many_documents_without_a_sentence_are_all_named_in_one(folder: Path) -> None:
    for number in range(40):
        (folder / f"empty{number}.md").write_text("")
    (problem,) = open_library([folder]).problems
    assert all(f"empty{number}.md" in problem for number in range(40))


def test_a_file_that_fails_while_it_is_read_is_told_and_the_rest_is_used(folder: Path) -> None:
    (folder / "memory.md").symlink_to("/proc/self/mem")
    reading = open_library([folder])
    assert len(reading.library.documents) == 3
    assert ["memory.md" in problem or "mem" in problem for problem in reading.problems] == [True]


@pytest.mark.parametrize("name", [b"\xff\xfe.md", b"\x1b[31mred\x07.md", b"line\nbreak.md", "\u202egnp.md".encode()])
def test_odd_names_are_read_and_shown_without_harm(tmp_path: Path, name: bytes) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    path.write_text("- Couriers ring once.\n")
    for place in (tmp_path, path):
        (document,) = open_library([place]).library.documents
        assert document.file == visible(document.file)
        assert document.file.encode()
    path.write_bytes(b"\0")
    (problem,) = open_library([path]).problems
    assert problem == visible(problem)


def test_a_folder_of_very_many_other_files_is_searched(tmp_path: Path) -> None:
    for number in range(21_000):
        (tmp_path / f"{number}.log").touch()
    (tmp_path / "z.md").write_text("- Couriers ring once.\n")
    reading = open_library([tmp_path])
    assert (len(reading.library.documents), reading.problems) == (1, ())


def test_where_there_are_too_many_documents_the_first_are_used_and_that_is_told(tmp_path: Path) -> None:
    for number in range(MOST_DOCUMENTS + 5):
        (tmp_path / f"{number:04}.md").write_text(f"- Ramp {number} opens earlier.\n")
    reading = open_library([tmp_path])
    assert len(reading.library.documents) == MOST_DOCUMENTS
    assert len(reading.problems) == 1
    assert f"first {MOST_DOCUMENTS} documents" in reading.problems[0]


def test_ten_megabytes_are_accepted_whole(tmp_path: Path) -> None:
    for number in range(200):
        lines = (f"- Shop {number} tells courier {line} the window {'of the day before the ' * 23}." for line in range(100))
        (tmp_path / f"{number:04}.md").write_text("\n".join(lines))
    reading = open_library([tmp_path], LibraryCache(tmp_path / ".cache"))
    assert sum(path.stat().st_size for path in tmp_path.glob("*.md")) > 10_000_000
    assert (len(reading.library.passages), reading.problems) == (20_000, ())


def test_a_folder_whose_only_document_was_named_before_is_no_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("- Couriers ring once.\n")
    assert open_library([tmp_path / "plan.md", tmp_path]).problems == ()


@pytest.mark.parametrize(
    ("name", "says"), [("nowhere.md", "There is no file"), ("sub/d.png", ".md, .markdown"), ("nul\0.md", "could not be opened")]
)
def test_a_named_path_that_cannot_be_used_is_a_problem_that_says_what_to_do(folder: Path, name: str, says: str) -> None:
    reading = open_library([folder / name])
    assert isinstance(reading.library, NoLibrary)
    assert len(reading.problems) == 1
    assert says in reading.problems[0]


def test_a_folder_without_documents_says_what_is_readable(tmp_path: Path) -> None:
    assert [".md, .markdown" in problem for problem in open_library([tmp_path]).problems] == [True]


def test_no_documents_are_an_empty_library_without_problems() -> None:
    reading = open_library([])
    assert reading.library.documents == ()
    assert reading.library.bearing_on("Couriers ring once") == ()
    assert reading.problems == ()


def test_a_handbook_of_the_method_is_not_quoted_as_strategy(folder: Path) -> None:
    (folder / "okr-handbook.md").write_text(HANDBOOK)
    reading = open_library([folder])
    assert "okr-handbook.md" not in [document.file for document in reading.library.documents]
    assert [problem for problem in reading.problems if "okr-handbook.md explains how OKRs work" in problem]


def test_a_strategy_that_mentions_its_okrs_is_quoted(folder: Path) -> None:
    lines = [f"- Shop {number} orders its parts by message and pays at the door." for number in range(14)]
    (folder / "strategy.md").write_text("\n".join([*lines, "- Our OKRs follow from this.", "- Key results are public, as objectives are."]))
    assert "strategy.md" in [document.file for document in open_library([folder]).library.documents]
