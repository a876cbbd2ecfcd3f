"""Reading files as text, and showing text from outside."""

import os
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.text import LARGEST_SOURCE, Source, Span, TextError, decode, read_source, visible


def test_a_file_of_any_common_encoding_is_read(tmp_path: Path) -> None:
    text = "Gäste finden den Weg, 20 % öfter – über Ätna und Öl für Übermüdete\n" * 5
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"):
        (tmp_path / "draft.md").write_bytes(text.encode(encoding))
        source = read_source(tmp_path / "draft.md")

        assert source.text == text
        assert source.guessed is (encoding == "cp1252")


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_bytes(b"a\r\nb\rc\n")

    assert read_source(tmp_path / "draft.md").text == "a\r\nb\rc\n"


def test_what_is_no_readable_text_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "binary.md").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "large.md").write_bytes(b"a" * (LARGEST_SOURCE + 1))
    for path, said in (
        (tmp_path, "is a folder"),
        (tmp_path / "none.md", "There is no file"),
        (tmp_path / "binary.md", "is not a text file"),
        (tmp_path / "large.md", "at most 4 MB"),
        (tmp_path / "a\0b.md", "cannot be the name of a file"),
        (tmp_path / ("x" * 300), "could not be read"),
    ):
        with pytest.raises(TextError, match=said):
            read_source(path)


def test_a_device_without_end_is_refused_like_a_large_file() -> None:
    with pytest.raises(TextError, match="at most 4 MB"):
        read_source(Path("/dev/zero"))


def test_a_pipe_is_read_like_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"# O1: Guests arrive\n",))
    writer.start()

    assert read_source(pipe).text == "# O1: Guests arrive\n"
    writer.join()


def test_lines_are_counted_from_one_and_spans_name_the_lines_they_touch() -> None:
    source = Source("a", "one\ntwo\n\nfour")

    assert [source.line_of(offset) for offset in (0, 3, 4, 8, 9)] == [1, 1, 2, 3, 4]
    assert source.lines_of(Span(2, 9)) == (1, 3)
    assert source.lines_of(Span(4, 4)) == (2, 2)
    assert "".join(source.line_span(line).of(source.text) for line in range(1, source.line_count + 1)) == source.text


@given(text=st.text(max_size=80), lines=st.booleans())
def test_shown_text_keeps_its_length_and_moves_nothing(text: str, lines: bool) -> None:
    shown = visible(text, lines=lines)

    assert len(shown) == len(text)
    assert all(character.isprintable() or (lines and character in "\n\t") or character in "\u200c\u200d" for character in shown)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_text_or_refused_with_a_sentence(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "draft.md").text, str)
    except TextError as refused:
        assert str(refused).endswith(".")
