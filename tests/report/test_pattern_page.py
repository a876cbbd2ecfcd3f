"""Patterns as a page: the same words for a terminal and as Markdown."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from rich.cells import cell_len

from sparring.cli.pattern_text import MOST_LISTED, as_text
from sparring.report.pattern_page import as_markdown
from sparring.report.pattern_sections import ages, owners, shares
from sparring.report.patterns import ALL, patterns
from tests.report.test_patterns import TODAY, bout, round_


def open_(days: int | None) -> date | None:
    return None if days is None else TODAY - timedelta(days)


def test_open_questions_are_counted_by_how_long_they_are_overdue() -> None:
    due = (200, 91, 90, 31, 30, 1, 0, -40, None, None)
    rounds = [round_(outcome="open", due=open_(days), owner="" if days is None else "Mira") for days in due]
    found = patterns([bout(*rounds)], TODAY)
    assert [row[1:] for row in ages(found.waiting, TODAY)] == [("2", "0"), ("2", "0"), ("2", "0"), ("2", "0"), ("2", "2")]


def test_who_is_waited_for_is_said_with_teams_and_bouts_that_have_none() -> None:
    point = round_(outcome="open")
    found = patterns([bout(point), bout(point, team="", day=1), bout(point, point, team="", day=2)], TODAY)
    (nobody,) = owners(found)
    assert (nobody.open, nobody.whose(5)) == (4, "Lockers, 2 bouts without a team")


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_broken(width: int) -> None:
    words = "Which decision in the coming month turns out differently if what stands here moves?"
    rounds = [round_(f"lens-{number}", question_id=f"q{number}", brought=False) for number in range(14)]
    bouts = [bout(*rounds, round_(outcome="kept", words=words, proof=words), team=f"Team of place {day}", day=day) for day in range(12)]
    for by in ("team", "lens"):
        text = as_text(patterns(bouts, TODAY, by=by, families=False), TODAY, width=width)
        assert max(cell_len(line) for line in text.splitlines()) <= width
        assert set(words.split()) <= set(text.replace("“", " ").replace("”", " ").split())


def test_every_count_of_a_wide_table_is_there() -> None:
    bouts = [bout(round_(), team=f"Team of place {day}", day=day) for day in range(12)]
    text = as_text(patterns(bouts, TODAY, families=False), TODAY, width=60)
    assert (text.count("1/1"), text.count("12/12")) == (12, 1)
    narrow = as_text(patterns(bouts, TODAY, by="lens", families=False), TODAY, width=40)
    assert narrow.count("12/12") == 1


def test_a_page_without_names_says_what_it_leaves_out_and_names_nobody() -> None:
    due = TODAY - timedelta(40)
    rounds = [
        round_(outcome="open", owner="Mira", due=due, question_id="bank"),
        round_(outcome="open", owner="Mira", due=due),
        round_(outcome="kept", words="Reach 40 lockers", proof="if ten stand empty"),
    ]
    found = patterns([bout(*rounds)], TODAY, names=False)
    for page in (as_text(found, TODAY, "2026-Q4"), as_markdown(found, TODAY, "2026-Q4")):
        for word in ("Lockers", "Mira", "Reach", "empty"):
            assert word not in page
        for told in (
            "2026-Q4",
            "Left out",
            "1 not judged yet",
            "Who would notice?",
            "in words of its own",
            "overdue for one to three months",
        ):
            assert told in " ".join(page.replace("\\", "").split())


def test_what_teams_typed_is_no_markup_and_moves_no_cursor() -> None:
    kept = round_(outcome="kept", words="<b>Reach</b> [40](http://x.example)\x1b[2J", proof="| a | b |")
    found = patterns([bout(kept, team="*Lockers*\n# Fleet")], TODAY)
    page = as_markdown(found, TODAY)
    assert "<b>" not in page
    assert "\n# Fleet" not in page
    assert "\\](http\\:" in page
    assert "\x1b" not in as_text(found, TODAY) + page


def test_long_lists_say_in_a_terminal_how_much_more_there_is_and_a_page_has_all() -> None:
    late = [round_(outcome="open", due=TODAY - timedelta(9)) for _ in range(MOST_LISTED + 3)]
    found = patterns([bout(*late)], TODAY)
    assert "and 3 more (--format md has them all)" in as_text(found, TODAY)
    page = as_markdown(found, TODAY)
    assert page.count("Who would notice?") == MOST_LISTED + 3
    assert "more" not in page.partition("Overdue, the longest first")[2].partition("##")[0]


@pytest.mark.parametrize("form", [as_text, as_markdown])
def test_a_page_explains_its_own_words(form: Callable[..., str]) -> None:
    told = " ".join(form(patterns([bout(round_())], TODAY), TODAY).split())
    for word in ("Settled: ", "Standing: ", "Skipped: ", "3/5: raised in three of the five bouts", "·: "):
        assert word in told.replace("\\", "")


def test_single_angles_are_told_for_all_teams_together() -> None:
    lenses = [round_(f"lens-{number}") for number in range(12)]
    found = patterns([bout(*lenses, team="Ant"), bout(*lenses[:6], team="Bee", day=1)], TODAY, families=False)
    rows = shares(found)
    assert rows[0] == ("", "Ant", "Bee", ALL)
    assert {row[-1] for row in rows[1:7]} | {row[-1] for row in rows[7:]} == {"2/2", "1/1"}
