"""A lens in another language: its companion, and what is said when there is none."""

from pathlib import Path

import pytest

from sparring.lenses.catalogue import load_catalogue
from sparring.lenses.errors import LensError
from tests.lenses.test_catalogue import LENS, pack

COMPANION = """\
---
title: Wer hört das?
---
## Why
Weil niemand zweimal zuhört.
## Leave it alone when
Jemand hört zu.
## Doubts
- [loud] Ein Zweifel.
- Noch einer.
## Questions
### Open
- Wer war dabei?
### Press harder
- Wer ist gegangen?
"""


def with_companion(tmp_path: Path, text: str = COMPANION, name: str = "quiet-lines") -> Path:
    folder = pack(tmp_path, quiet=LENS)
    (folder / "lenses" / "de").mkdir(exist_ok=True)
    (folder / "lenses" / "de" / f"{name}.md").write_text(text)
    return folder


def test_a_lens_speaks_through_its_companion_and_is_set_off_as_before(tmp_path: Path) -> None:
    folder = with_companion(tmp_path)
    english, german = load_catalogue(folder)["quiet-lines"], load_catalogue(folder, language="de")["quiet-lines"]
    assert (german.title, german.why, german.language) == ("Wer hört das?", "Weil niemand zweimal zuhört.", "de")
    assert [(line.id, line.text, line.when) for line in german.doubts] == [
        ("quiet-lines/de/doubt/1", "Ein Zweifel.", {"loud"}),
        ("quiet-lines/de/doubt/2", "Noch einer.", frozenset()),
    ]
    assert [line.id for rung in german.questions.values() for line in rung] == ["quiet-lines/de/open/1", "quiet-lines/de/press-harder/1"]
    assert (german.id, german.set_off_by, german.anchors) == (english.id, english.set_off_by, english.anchors)
    assert english.title == "Who hears this?"


def test_two_languages_are_told_apart_by_the_digest(tmp_path: Path) -> None:
    folder = with_companion(tmp_path)
    assert load_catalogue(folder).digest != load_catalogue(folder, language="de").digest


def test_a_lens_without_a_companion_speaks_english(tmp_path: Path) -> None:
    lens = load_catalogue(pack(tmp_path, quiet=LENS), language="de")["quiet-lines"]
    assert (lens.language, lens.title) == ("en", "Who hears this?")


def test_a_coachs_own_wording_of_a_lens_is_not_replaced_by_a_later_folders_companion(tmp_path: Path) -> None:
    ours = pack(tmp_path / "ours", quiet=LENS.replace("Who hears this?", "Who is deaf?"))
    theirs = with_companion(tmp_path / "theirs")
    assert load_catalogue(ours, theirs, language="de")["quiet-lines"].title == "Who is deaf?"
    assert load_catalogue(theirs, ours, language="de")["quiet-lines"].title == "Wer hört das?"


def test_a_coach_can_add_a_language_to_a_lens_of_a_later_folder(tmp_path: Path) -> None:
    theirs = pack(tmp_path / "theirs", quiet=LENS)
    ours = tmp_path / "ours"
    (ours / "lenses" / "fr").mkdir(parents=True)
    (ours / "lenses" / "fr" / "quiet-lines.md").write_text(COMPANION.replace("Wer hört das?", "Qui entend cela ?"))
    assert load_catalogue(ours, theirs, language="fr")["quiet-lines"].title == "Qui entend cela ?"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: Wer hört das?", "titel: Wer hört das?", "titel"),
        ("title: Wer hört das?", "", "title"),
        ("- Noch einer.\n", "", '"Doubts" has tags'),
        ("- Wer war dabei?", "- [company] Wer war dabei?", '"Open" has tags'),
        ("[loud]", "[shrill]", "shrill"),
        ("Wer war dabei?", "Wer war " + "so " * 30 + "dabei?", "at most 30"),
        ("## Why", "## Warum", "Warum"),
    ],
)
def test_a_mistake_in_a_companion_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in COMPANION
    with pytest.raises(LensError, match=r"^de/quiet-lines\.md, line \d+: ") as caught:
        load_catalogue(with_companion(tmp_path, COMPANION.replace(old, new, 1)), language="de")
    assert said in str(caught.value)


def test_a_companion_of_no_lens_is_told(tmp_path: Path) -> None:
    with pytest.raises(LensError, match=r"de/loud-lines\.md: there is no lens"):
        load_catalogue(with_companion(tmp_path, name="loud-lines"), language="de")
