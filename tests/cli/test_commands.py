"""The command line as a user or a script meets it: in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sparring.packaged import packaged
from tests.cli.running import sparring, told

EXAMPLE = packaged("examples") / "growth-squad"
HEAVY = {"textual", "rich", "langchain_core", "openai", "httpx", "httpx2", "numpy", "jinja2", "keyring", "pydantic_settings", "xllamacpp"}


def test_help_speaks_to_people_who_do_not_program(folder: Path) -> None:
    done = sparring(folder, "--help")
    assert done.returncode == 0
    assert "never" in done.stdout
    assert "sparring spar our-okrs.md" in done.stdout


def test_read_prints_the_draft_as_json(folder: Path) -> None:
    done = sparring(folder, "read", str(EXAMPLE / "draft.md"), "--format", "json")
    assert done.returncode == 0
    draft = json.loads(done.stdout)
    assert [objective["id"] for objective in draft["objectives"]] == ["O1", "O2"]
    first = draft["objectives"][0]["key_results"][0]
    assert (first["id"], first["label"], first["text"], first["lines"]) == ("O1.KR1", "KR1", "Increase activation rate by 20%", [5, 5])
    assert set(draft) >= {"schema", "language", "objectives", "unplaced_key_results", "notes", "unplaced"}


def test_read_takes_standard_input(folder: Path) -> None:
    done = sparring(folder, "read", "-", stdin="# O1: Lockers never stand full\n\n- KR1: full lockers from 14% to 6%\n")
    assert done.returncode == 0
    assert "Lockers never stand full" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "status", "words"),
    [
        ("missing.md", None, 3, "There is no file"),
        ("folder.md", "folder", 3, "is a folder"),
        ("empty.md", b"", 1, "No objective"),
        ("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 3, "not a text file"),
        ("huge.md", b"- KR: more\n" * 500_000, 3, "MB"),
        ("prose.md", b"We had a good time in the mountains. The weather was fine.\n", 1, "A draft may look like this"),
    ],
    ids=lambda value: value if isinstance(value, str) and value.endswith(".md") else "",
)
def test_a_draft_that_cannot_be_used_is_a_sentence_with_what_to_do_next(
    folder: Path, name: str, content: bytes | str | None, status: int, words: str
) -> None:
    path = folder / name
    if content == "folder":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    for command in ("read", "challenge"):
        done = sparring(folder, command, name)
        assert done.returncode == status
        assert words in told(done)


def test_another_encoding_is_detected_and_said(folder: Path) -> None:
    text = "# Ziel 1: Kunden können ihre Rechnung verstehen\n\n- KR1: Rückfragen sinken von 40 auf 20 pro Woche für größere Häuser\n" * 3
    (folder / "ziele.md").write_bytes(text.encode("cp1252"))
    done = sparring(folder, "read", "ziele.md")
    assert done.returncode == 0
    assert "Kunden können" in done.stdout
    assert "encod" in told(done)


def test_challenge_prints_the_bout_that_would_be_fought_as_json(folder: Path) -> None:
    done = sparring(
        folder, "challenge", str(EXAMPLE / "draft.md"), "--context", str(EXAMPLE / "strategy"), "--rounds", "5", "--format", "json"
    )
    assert done.returncode == 0
    report = json.loads(done.stdout)
    ids = {item["id"] for o in report["draft"]["objectives"] for item in (o, *o["key_results"])}
    source = (EXAMPLE / "draft.md").read_text()
    assert report["findings"][0]["lens"] == "do-differently"
    for finding in report["findings"]:
        assert set(finding) == {"lens", "target", "targets", "quote", "lines", "passage", "doubt", "question", "strength"}
        assert finding["target"] in ids | {"draft"}
        assert finding["quote"] in source
        assert finding["question"].endswith("?")
        if finding["passage"]:
            lines = (EXAMPLE / "strategy" / Path(finding["passage"]["file"]).name).read_text().splitlines()
            assert finding["passage"]["text"] in lines[finding["passage"]["line"] - 1]


def test_challenge_all_prints_findings_without_words_and_says_so_by_its_status(folder: Path) -> None:
    done = sparring(folder, "challenge", str(EXAMPLE / "draft.md"), "--all", "--format", "json")
    assert done.returncode == 1
    findings = json.loads(done.stdout)["findings"]
    assert findings
    assert all(finding["doubt"] is None and finding["question"] is None for finding in findings)


def test_a_document_that_cannot_be_read_is_named_and_the_rest_is_used(folder: Path) -> None:
    (folder / "plan.md").write_text("- We win mid-market by being the tool a team can adopt alone.\n")
    done = sparring(folder, "challenge", str(EXAMPLE / "draft.md"), "--context", "plan.md", "--context", "gone.md")
    assert done.returncode == 0
    assert "gone.md" in told(done)


def test_a_bout_is_played_without_a_screen_and_can_be_listed_shown_verified_and_exported(folder: Path) -> None:
    words = ("spar", str(EXAMPLE / "draft.md"), "--context", str(EXAMPLE / "strategy"), "--answers", str(EXAMPLE / "answers.txt"))
    (folder / "draft.md").write_bytes((EXAMPLE / "draft.md").read_bytes())
    played = sparring(folder, words[0], "draft.md", *words[2:])
    assert played.returncode == 0, played.stderr
    first_words = next(line for line in (EXAMPLE / "answers.txt").read_text().splitlines() if line.strip() and line[0] not in "#/").split()[
        :4
    ]
    assert " ".join(first_words) in played.stdout
    transcript = next((folder / "transcripts").glob("*.jsonl"))
    assert transcript.stat().st_mode & 0o777 == 0o600
    assert (folder / "transcripts").stat().st_mode & 0o777 == 0o700
    listed = sparring(folder, "transcripts")
    assert transcript.stem in listed.stdout
    assert "finished" in listed.stdout
    shown = sparring(folder, "show", transcript.stem[-4:])
    assert shown.stdout == played.stdout
    verified = sparring(folder, "verify", "last")
    assert verified.returncode == 0
    head = verified.stdout.split()[-1]
    exported = sparring(folder, "export")
    assert head in exported.stdout
    assert " ".join(first_words) in exported.stdout
    transcript.write_bytes(b"".join(transcript.read_bytes().splitlines(keepends=True)[:-1]))
    assert sparring(folder, "verify", "last", "--head", head).returncode == 3


def hotel(team: str) -> str:
    """A team's three objectives."""
    items = (f"## Objective {n}: {team} wins guest {n}\n- KR1: Share of {team} guests to {n}0%\n\n" for n in (1, 2, 3))
    return f"# Team {team}\n\n" + "".join(items)


TEAMS = "".join(map(hotel, ("Kitchen", "Desk", "Cellar")))


def test_challenge_keeps_to_the_part_that_is_named(folder: Path) -> None:
    (folder / "hotel.md").write_text(TEAMS)
    for words in (("--rounds", "5"), ("--all",)):
        done = sparring(folder, "challenge", "hotel.md", "--part", "team d", "--format", "json", *words)
        assert told(done) == ""
        findings = json.loads(done.stdout)["findings"]
        assert any(each["targets"] for each in findings)
        assert {target.partition(".")[0] for each in findings for target in each["targets"]} <= {"O4", "O5", "O6"}


def test_a_bout_is_played_on_the_part_that_is_named(folder: Path) -> None:
    (folder / "hotel.md").write_text(TEAMS)
    (folder / "answers.txt").write_text("/next\n")
    done = sparring(folder, "spar", "hotel.md", "--part", "Team Cellar", "--answers", "answers.txt")
    assert done.returncode == 0
    assert "Cellar wins guest" in done.stdout
    assert "Desk wins guest" not in done.stdout


@pytest.mark.parametrize("command", [("spar",), ("challenge",)])
def test_a_part_that_is_not_there_is_wrong_usage_and_the_parts_are_listed(folder: Path, command: tuple[str, ...]) -> None:
    (folder / "hotel.md").write_text(TEAMS)
    done = sparring(folder, *command, "hotel.md", "--part", "Team")
    assert done.returncode == 2
    assert told(done).endswith("Its parts are:\n  Team Kitchen\n  Team Desk\n  Team Cellar\n")
    done = sparring(folder, *command, str(EXAMPLE / "draft.md"), "--part", "Team")
    assert done.returncode == 2
    assert "leave --part out" in told(done)


def test_without_a_terminal_a_draft_in_which_nothing_was_found_is_explained(folder: Path) -> None:
    (folder / "novel.md").write_text("Call me Ishmael. It was a long voyage.\n")
    (folder / "answers.txt").write_text("/next\n")
    for words in (("read", "novel.md"), ("challenge", "novel.md"), ("spar", "novel.md", "--answers", "answers.txt")):
        done = sparring(folder, *words)
        assert done.returncode == 1
        assert "A draft may look like this" in told(done)


def test_an_unwritable_transcripts_folder_is_said_before_anybody_types(folder: Path) -> None:
    (folder / "transcripts").rmdir()
    (folder / "transcripts").write_text("a file where the folder should be")
    (folder / "sparring.toml").write_text("")
    (folder / "draft.md").write_bytes((EXAMPLE / "draft.md").read_bytes())
    done = sparring(folder, "spar", "draft.md", "--answers", str(EXAMPLE / "answers.txt"))
    assert done.returncode == 3
    assert "could not be written" in told(done)


def test_a_transcript_of_a_newer_version_is_said_to_be_one(folder: Path) -> None:
    (folder / "draft.md").write_bytes((EXAMPLE / "draft.md").read_bytes())
    sparring(folder, "spar", "draft.md", "--answers", str(EXAMPLE / "answers.txt"))
    transcript = next((folder / "transcripts").glob("*.jsonl"))
    transcript.write_text(transcript.read_text().replace('"schema":1', '"schema":99'))
    done = sparring(folder, "show", transcript.stem)
    assert done.returncode == 3
    assert "newer" in told(done)


def test_a_lens_is_explained_in_the_language_that_is_asked_for(folder: Path) -> None:
    english = sparring(folder, "lenses", "lagging-impact")
    german = sparring(folder, "lenses", "lagging-impact", "--language", "de")
    assert (english.returncode, german.returncode) == (0, 0)
    assert "Would you know in time?" in english.stdout
    assert "Wüsstet ihr es rechtzeitig?" in german.stdout
    assert "Wüsstet ihr es rechtzeitig?" in sparring(folder, "lenses", "--language", "de").stdout


@pytest.mark.parametrize("words", [("nonsense",), ("read",), ("lenses", "no-such-lens"), ("challenge", "x.md", "--rounds", "0")])
def test_wrong_usage_is_status_two(folder: Path, words: tuple[str, ...]) -> None:
    done = sparring(folder, *words)
    assert done.returncode == 2
    assert told(done)


def test_terminal_escapes_in_a_draft_are_not_printed(folder: Path) -> None:
    (folder / "evil.md").write_text("# O1: Lockers \x1b[31mnever\x1b[0m stand full\n\n- KR1: from 14% to 6%\u202e\n")
    done = sparring(folder, "read", "evil.md")
    assert "\x1b" not in done.stdout
    assert "\u202e" not in done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("read", str(EXAMPLE / "draft.md")),
        ("challenge", str(EXAMPLE / "draft.md")),
        ("spar", str(EXAMPLE / "draft.md"), "--answers", str(EXAMPLE / "answers.txt")),
        ("lenses",),
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(folder: Path, words: tuple[str, ...]) -> None:
    program = (
        "import sys; from sparring.cli import sparring\n"
        f"try: sparring.main({list(words)!r}, standalone_mode=False)\n"
        "except BaseException: pass\n"
        f"heavy = {{name.partition('.')[0] for name in sys.modules}} & {HEAVY!r}\n"
        "print('heavy:', sorted(heavy), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    assert "heavy: []" in done.stderr


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("read", str(EXAMPLE / "draft.md"))])
def test_reading_a_draft_loads_no_library_that_only_a_bout_needs(folder: Path, words: tuple[str, ...]) -> None:
    program = (
        "import sys; from sparring.cli import sparring\n"
        f"sparring.main({list(words)!r}, standalone_mode=False)\n"
        "loaded = {name.partition('.')[0] for name in sys.modules} & {'pydantic', 'yaml', 'rapidfuzz', 'asyncio', 'platformdirs'}\n"
        "print('loaded:', sorted(loaded), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    assert "loaded: []" in done.stderr
