import codecs
import os
import stat
from pathlib import Path

import pytest

from sparring.archive.drafts import save_draft
from sparring.archive.errors import CannotWrite, DraftChanged, DraftNotSavable
from sparring.text import Source, read_source

OLD = "# Größe\r\n- KR: 40 Clubs\r\n"
NEW = "# Größe zählt\r\n- KR: 40 Clubs bis Mai\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_encoding_mark_and_line_ends_stay(tmp_path: Path, mark: bytes, codec: str) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(mark + OLD.encode(codec))
    saved = save_draft(read_source(path), NEW)
    assert path.read_bytes() == mark + NEW.encode(codec)
    assert saved == read_source(path)


def test_a_guessed_encoding_stays(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    words = "Wir möchten, dass die Größe der Übungsräume für alle Vereine zählt, nicht bloß für einige wenige.\r\n" * 5
    path.write_bytes(words.encode("cp1252"))
    read = read_source(path)
    assert read.guessed
    save_draft(read, words + "ä")
    assert path.read_bytes() == (words + "ä").encode(read.encoding)


def test_a_draft_can_be_saved_again_and_again(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("one", newline="")
    read = read_source(path)
    for text in ("two", "", "three"):
        read = save_draft(read, text)
    assert path.read_text() == "three"
    assert [each.name for each in tmp_path.iterdir()] == ["draft.md"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o444])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "draft.md"
    path.write_text("one")
    path.chmod(mode)
    save_draft(read_source(path), "two")
    assert path.read_text() == "two"
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_draft_that_somebody_changed_is_not_saved_over(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("one")
    read = read_source(path)
    path.write_text("a colleague's")
    with pytest.raises(DraftChanged, match="Somebody changed"):
        save_draft(read, "two")
    assert path.read_text() == "a colleague's"
    assert [each.name for each in tmp_path.iterdir()] == ["draft.md"]


def test_a_draft_that_became_something_else_is_not_saved_over(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("one")
    read = read_source(path)
    path.write_bytes(b"PK\0\0")
    with pytest.raises(DraftChanged):
        save_draft(read, "two")
    assert path.read_bytes() == b"PK\0\0"


def test_a_line_end_changed_by_somebody_counts(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(b"one\n")
    read = read_source(path)
    path.write_bytes(b"one\r\n")
    with pytest.raises(DraftChanged):
        save_draft(read, "two")


def test_another_spelling_of_the_same_words_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(b"one\n")
    read = read_source(path)
    path.write_bytes(codecs.BOM_UTF16_LE + "one\n".encode("utf-16-le"))
    save_draft(read, "two")
    assert path.read_bytes() == codecs.BOM_UTF16_LE + "two".encode("utf-16-le")


def test_a_draft_that_was_deleted_says_so(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text("one")
    read = read_source(path)
    path.unlink()
    with pytest.raises(DraftChanged, match="moved or deleted"):
        save_draft(read, "two")
    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link_and_its_file_is_saved(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    real = tmp_path / "shared" / "q1.md"
    real.write_text("one")
    link = tmp_path / "draft.md"
    link.symlink_to(Path("shared") / "q1.md")
    save_draft(read_source(link), "two")
    assert link.is_symlink()
    assert real.read_text() == "two"


def test_a_character_that_the_encoding_lacks_is_named(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes("Größe".encode("cp1252"))
    with pytest.raises(DraftNotSavable, match="“→”"):
        save_draft(Source("draft.md", "Größe", "cp1252", guessed=True, path=path), "Größe → 3")
    assert path.read_bytes() == "Größe".encode("cp1252")


def test_a_guessed_encoding_is_not_guessed_anew(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes("Größe".encode("cp1252"))
    read = Source("draft.md", "Größe", "cp1252", guessed=True, path=path)
    for text in ("Ü", "öß", "łódź".encode("cp1250").decode("cp1252")):
        read = save_draft(read, text)
    assert path.read_bytes() == "łódź".encode("cp1250")


@pytest.mark.parametrize(("encoding", "content"), [("utf-7", b"+AGE-"), ("no such codec", b"x"), ("rot13", b"x")])
def test_an_encoding_that_does_not_give_the_same_bytes_is_not_written(tmp_path: Path, encoding: str, content: bytes) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(content)
    text = content.decode("utf-7")
    with pytest.raises(DraftNotSavable, match="UTF-8"):
        save_draft(Source("draft.md", text, encoding, path=path), text + "!")
    assert path.read_bytes() == content


def test_a_folder_in_the_place_of_the_draft_says_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    path = folder / "draft.md"
    path.write_text("one")
    read = read_source(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(CannotWrite, match="Move that folder away"):
        save_draft(read, "two")


def test_pasted_text_has_no_file_to_save_to() -> None:
    with pytest.raises(ValueError, match="no file"):
        save_draft(Source("pasted text", "x"), "y")


def test_a_draft_of_a_long_name_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("d" * (os.pathconf(tmp_path, "PC_NAME_MAX") - 3) + ".md")
    path.write_text("one")
    save_draft(read_source(path), "two")
    assert path.read_text() == "two"
