"""The page of a bout: one file, safe against what people typed, and whole."""

import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from sparring.bout.state import Bout
from sparring.record.notes import Note, Notes
from sparring.report.html import as_html
from sparring.text import Source
from tests.bouts import FLAWED, session_on

HOSTILE = "</p><script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} \x1b[2J \u202eevil javascript:alert(1)"


class Elements(HTMLParser):
    """Collects the elements of a page and complains where they do not close."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "br", "img", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


async def fought(answer: str = "nobody looked", text: str = FLAWED) -> Bout:
    session = await session_on(text)
    await session.give_situation(None)
    await session.go_on()
    await session.answer(answer, by="AN")
    await session.take_stance("keep", answer)
    await session.go_on()
    await session.answer("we watched 14 of 20 give up")
    await session.revise(
        Source("draft.md", text.replace("Increase revenue by 15%", "Revenue up by 15%").replace("- KR2: Publish", "- KR2: Print"))
    )
    await session.go_on()
    await session.take_stance("park")
    return session.bout


def note(entry: int | None, text: str, *, for_team: bool = True) -> Note:
    return Note("n", "Ana", datetime(2026, 11, 22, tzinfo=UTC), entry, text, ("dodged",), for_team, opens_next=False)


async def test_everything_shown_and_said_is_on_the_page() -> None:
    bout = await fought()
    page = as_html(bout, "ab" * 32)
    for each in bout.rounds:
        assert each.raised.question.replace("'", "&#39;") in page
    assert page.count("nobody looked") >= 2
    assert "ab" * 32 in page


async def test_the_teams_changes_are_marked_with_both_wordings() -> None:
    page = as_html(await fought(), "head")
    assert "<del>Increase revenue by 15%</del>" in page
    assert "<ins>Revenue up by 15%</ins>" in page
    assert "<del>Launch" not in page


@pytest.mark.parametrize("answer", [HOSTILE, HOSTILE * 20, "\ud800", "&amp;<b>", "{% include 'x' %}"])
async def test_no_word_of_anybody_becomes_an_element(answer: str) -> None:
    plain = Elements(as_html(await fought(), "head"))
    bout = await fought(answer, FLAWED.replace("Launch the locker finder", f"Launch {answer}".replace("\n", " ")))
    elements = Elements(as_html(bout, "head", Notes((note(None, answer),))))
    assert set(elements.names) <= {*plain.names, "aside"}
    assert not elements.open
    assert not any(name.startswith("on") or name in ("src", "href") for name, _ in elements.attributes)


async def test_nothing_hidden_is_left_in_the_page() -> None:
    page = as_html(await fought(HOSTILE, FLAWED.replace("locker finder", HOSTILE)), "head", Notes((note(None, HOSTILE),)))
    assert "\x1b" not in page
    assert "\u202e" not in page


async def test_the_page_needs_no_network_and_runs_nothing() -> None:
    page = as_html(await fought(), "head")
    assert not re.search(r"https?://|<script|<link|<img|@import|url\(", page)
    assert "default-src 'none'" in page


async def test_notes_stand_at_the_round_they_are_about() -> None:
    bout = await fought()
    second = bout.rounds[1]
    page = as_html(bout, "head", Notes((note(second.answers[0].seq, "never said who"), note(None, "good to open first"))))
    assert page.index("The conversation") < page.index("good to open first") < page.index("<h3>round 1")
    assert page.rindex(second.raised.question.replace("'", "&#39;")) < page.index("never said who")
    assert page.index("never said who") < page.rindex(bout.rounds[2].raised.question.replace("'", "&#39;"))
    assert "never said who" not in as_html(bout, "head")


async def test_a_private_note_says_that_it_is_one() -> None:
    assert "private" in as_html(await fought(), "head", Notes((note(None, "between us", for_team=False),)))
