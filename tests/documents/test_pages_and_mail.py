"""Web pages and mail, from files, pipes and the clipboard."""

from pathlib import Path

import pytest

from sparring.documents.reading import as_shown, read_document, read_pasted
from sparring.draft.reading import read_draft
from sparring.text import Source
from tests.documents.outlook import message

PAGE = """<!DOCTYPE html><html><head><title>Wiki</title><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a></nav><main><h1>Where we play</h1><p>Small shops&nbsp;first, <b>always</b>.</p>
<ul><li>No resellers<ul><li>not even once</ul><li><p>No projects</p></ul><p style="display:none">Unseen</p>
<table><tr><th>Key result<th>Target<tr><td>NPS<td>40</table><script>alert(1)</script></main></body></html>"""
SHOWN = (
    "# Where we play\n\nSmall shops first, always.\n\n- No resellers\n    - not even once\n- No projects\n\n"
    "| Key result | Target |\n| --- | --- |\n| NPS | 40 |\n"
)


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "export.xls"])
def test_a_page_is_read_as_a_browser_shows_it(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PAGE)
    source = read_document(tmp_path / name)
    assert source.text == SHOWN
    assert [place.name for place in source.places] == ["“Where we play”"]


def test_a_page_in_another_encoding_says_so_itself(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes('<meta charset="iso-8859-1"><p>Größe zählt</p>'.encode("latin-1"))
    assert read_document(tmp_path / "page.html").text == "Größe zählt\n"


def test_tables_for_layout_are_no_tables(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<table><tr><td><table><tr><td><h2>Where we play</h2><p>Small shops.</p></td></tr></table></table>")
    assert read_document(tmp_path / "page.html").text == "## Where we play\n\nSmall shops.\n"


def test_piped_or_pasted_markup_is_read_as_a_draft() -> None:
    markup = "<ul><li>O1: New teams recommend us<ul><li>KR1.1: NPS from 23 to 40</li></ul></li></ul>"
    draft = read_draft(read_pasted(markup.encode(), "pasted text"))
    assert [(each.text, [kr.text for kr in each.key_results]) for each in draft.objectives] == [
        ("New teams recommend us", ["NPS from 23 to 40"])
    ]


def test_pasted_text_loses_what_shows_nothing() -> None:
    assert (
        as_shown(Source("pasted text", "\u200bO1: Grow\ufeff\n\u200b- NPS\u00ad\u200b from 23\u00a0to 40")).text
        == "O1: Grow\n- NPS from 23\u00a0to 40"
    )


@pytest.mark.parametrize("text", ["# OKRs\n- NPS > 40", '<p align="center">OKRs</p>\n\n# Grow\n- NPS from 23 to 40', "a < b", "<b>bold"])
def test_text_with_a_tag_in_it_stays_as_it_is(text: str) -> None:
    source = Source("pasted text", text)
    assert as_shown(source) is source


def test_several_paragraphs_in_a_cell_stand_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<table><tr><th>Goal<th>Why<tr><td><p>Grow</p><td><p>We must.</p><p>And | can.</p></table>")
    assert "| Grow | We must. And \\| can. |" in read_document(tmp_path / "page.html").text


MAIL = """Subject: =?utf-8?q?Strategy_f=C3=BCr_2026?=
From: Ana <ana@example.com>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: {kind}; charset=utf-8; format=flowed

{body}
--b
Content-Type: text/plain
Content-Disposition: attachment; filename=other.txt

Not this.
--b--
"""


def test_a_mail_is_its_subject_and_its_words(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_text(MAIL.format(kind="text/plain", body="We sell to \nsmall shops.\n\n- No resellers\n- No projects\n"))
    source = read_document(tmp_path / "m.eml")
    assert source.text == "# Strategy für 2026\n\nWe sell to small shops.\n\n- No resellers\n- No projects\n"
    assert source.place_of(40) == "“Strategy für 2026”"


def test_a_mail_of_markup_keeps_its_lists(tmp_path: Path) -> None:
    (tmp_path / "m.eml").write_text(MAIL.format(kind="text/html", body="<p>We sell to small shops.</p><ul><li>No resellers</ul>"))
    assert read_document(tmp_path / "m.eml").text == "# Strategy für 2026\n\nWe sell to small shops.\n\n- No resellers\n"


def test_a_message_from_outlook_is_its_subject_and_its_words(tmp_path: Path) -> None:
    (tmp_path / "m.msg").write_bytes(message("Strategie für 2026", "We sell to small shops.\r\n\r\n- No resellers\r\n- No projects\r\n"))
    assert read_document(tmp_path / "m.msg").text == "# Strategie für 2026\n\nWe sell to small shops.\n\n- No resellers\n- No projects\n"
