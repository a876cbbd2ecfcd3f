"""Lens files: what a coach writes, and what the program says when it is not understood."""

from pathlib import Path

import pytest

from sparring.lenses.catalogue import Catalogue, load_catalogue, packaged_catalogue
from sparring.lenses.errors import LensError
from sparring.lenses.lens_file import LARGEST_LENS
from sparring.lenses.model import SetOff

LENS = """\
---
id: quiet-lines
title: Who hears this?
family: choice
anchors: [key_result, objective]
source: P
set_off_by:
  - words: slogans
    when: [key-result]
    unless: [measured-change, slogans]
    evidence: loud
    strength: high
---
## Why
Because nobody
listens twice.
## Leave it alone when
Somebody does.
## Doubts
- [loud, no-passage] A doubt that
  goes on.
- Another.
## Questions
### Open
- Who was in the room?
### Press
- [dont-know] Who would know?
### Press harder
- Who left?
"""


def pack(tmp_path: Path, **lenses: str) -> Path:
    (tmp_path / "lenses").mkdir(parents=True, exist_ok=True)
    (tmp_path / "words" / "en").mkdir(parents=True, exist_ok=True)
    (tmp_path / "words" / "en" / "slogans.txt").write_text("best\n")
    for name, text in lenses.items():
        (tmp_path / "lenses" / f"{name}.md").write_text(text)
    return tmp_path


def load(tmp_path: Path, text: str) -> Catalogue:
    return load_catalogue(pack(tmp_path, quiet=text))


def test_a_lens_file_becomes_a_lens(tmp_path: Path) -> None:
    lens = load(tmp_path, LENS)["quiet-lines"]
    assert lens.title == "Who hears this?"
    assert lens.anchors == ("key_result", "objective")
    assert lens.set_off_by == (SetOff("slogans", None, ("key-result",), ("measured-change", "slogans"), "loud", "high"),)
    assert lens.why == "Because nobody listens twice."
    assert [(line.id, line.text, line.when) for line in lens.doubts] == [
        ("quiet-lines/doubt/1", "A doubt that goes on.", {"loud", "no-passage"}),
        ("quiet-lines/doubt/2", "Another.", frozenset()),
    ]
    assert [line.id for rung in lens.questions.values() for line in rung] == [
        "quiet-lines/open/1",
        "quiet-lines/press/1",
        "quiet-lines/press-harder/1",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("source: P", "source: P\ncolour: red", 7, "colour"),
        ("id: quiet-lines", "id: Quiet Lines", 2, "small letters"),
        ("id: quiet-lines", "id: ../../quiet", 2, "small letters"),
        ("family: choice", "family: taste", 4, "choice"),
        ("anchors: [key_result, objective]", "anchors: team", 5, "anchors"),
        ("title: Who hears this?\n", "", 1, "title"),
        ("words: slogans", "words: shouting", 8, "shouting.txt"),
        ("words: slogans", "structure: upside-down", 8, "upside-down"),
        ("when: [key-result]", "when: [always]", 9, "always"),
        ("    strength: high", "    volume: high", 12, "volume"),
        ("evidence: loud", "evidence: passage", 11, "evidence"),
        ("strength: high", "strength: huge", 12, "low, medium or high"),
        ("[loud, no-passage]", "[shrill]", 20, "shrill"),
        ("- Another.", "- " + "word " * 41, 22, "41 words"),
        ("Who was in the room?", "Who was " + "in " * 30 + "the room?", 25, "at most 30"),
        ("Who was in the room?", "Was " + "somebodywholistens" * 12 + "?", 25, "200"),
        ("Who was in the room?", "Say who was there.", 25, "question mark"),
        ("## Why", "## Why not", 14, "Why not"),
        ("- Another.", "- Another.\n## Doubts", 23, "twice"),
        ("### Press harder", "### Shout", 28, "Press harder"),
        ("source: P", "source: [P", 7, "not understood"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_what_to_do(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert old in LENS
    with pytest.raises(LensError) as caught:
        load(tmp_path, LENS.replace(old, new, 1))
    message = str(caught.value)
    assert message.startswith(f"quiet.md, line {line}: ")
    assert said in message
    assert "Traceback" not in message


@pytest.mark.parametrize("section", ["## Why\nBecause nobody\nlistens twice.\n", "## Leave it alone when\nSomebody does.\n"])
def test_a_missing_section_is_named(tmp_path: Path, section: str) -> None:
    with pytest.raises(LensError, match=section.split("\n", 1)[0]):
        load(tmp_path, LENS.replace(section, ""))


def test_a_question_to_begin_with_is_needed(tmp_path: Path) -> None:
    with pytest.raises(LensError, match="### Open"):
        load(tmp_path, LENS.replace("- Who was in the room?\n", ""))


@pytest.mark.parametrize("text", ["", "no front matter", "---\nid: x\n", "---\n!!python/object/apply:os.getcwd []\n---\n"])
def test_a_file_that_is_no_lens_is_refused_in_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(LensError, match=r"^quiet\.md, line \d+: "):
        load(tmp_path, text)


def test_two_lenses_of_one_folder_cannot_share_an_id(tmp_path: Path) -> None:
    with pytest.raises(LensError, match=r"other\.md|quiet\.md"):
        load_catalogue(pack(tmp_path, quiet=LENS, other=LENS))


def test_a_lens_of_an_earlier_folder_stands_in_for_one_of_a_later(tmp_path: Path) -> None:
    ours = pack(tmp_path / "ours", quiet=LENS.replace("Who hears this?", "Who is deaf?"))
    theirs = pack(tmp_path / "theirs", quiet=LENS)
    assert load_catalogue(ours, theirs)["quiet-lines"].title == "Who is deaf?"


def test_a_file_too_large_for_a_lens_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(LensError, match="64 kB"):
        load(tmp_path, LENS + "x" * LARGEST_LENS)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(LENS)
    folder = pack(tmp_path / "pack")
    (folder / "lenses" / "quiet.md").symlink_to(outside)
    with pytest.raises(LensError, match="link"):
        load_catalogue(folder)


def test_the_digest_tells_catalogues_apart_and_nothing_else(tmp_path: Path) -> None:
    first = load(tmp_path / "a", LENS)
    assert load(tmp_path / "b", LENS).digest == first.digest
    assert load(tmp_path / "c", LENS.replace("Another.", "One more.")).digest != first.digest


def test_every_lens_of_the_design_is_packaged_and_findable_by_its_id() -> None:
    catalogue = packaged_catalogue()
    wanted = """
        do-differently risk-fit sufficiency decision-use change-rule strategy-link coverage not-doing work-link inputs
        whose-behaviour generic objective-is-task objective-is-metric objective-compound business-as-usual purpose
        audience kpi-in-disguise lagging-impact slow-signal no-leading-signal last-cycle metric-tree output-as-result
        activity-count roadmap-wrapper influence by-itself vague-measure qualitative-evidence gameable compound moonshot
        sandbagged overlap confidence polishing individual missing-baseline arithmetic placeholder
        objectives-without-krs orphan-results check-in
    """
    assert {lens.id for lens in catalogue} == set(wanted.split())
    assert all(catalogue[lens.id] is lens for lens in catalogue)
