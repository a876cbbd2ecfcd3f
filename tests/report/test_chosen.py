"""Which bouts are looked at together."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sparring.bout.glance import BoutRounds
from sparring.report.chosen import Chosen, as_quarter, quarter_of


def bout(day: datetime, team: str = "Lockers", cycle: str = "Q4") -> BoutRounds:
    return BoutRounds(Path("b.jsonl"), day, team, cycle, "Aims", frozenset(), ())


OCTOBER = datetime(2026, 10, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["2026-Q4", "Q4 2026", "q4-2026", "2026q4", " 2026 Q4 ", "2026/Q4"])
def test_a_quarter_is_understood_as_people_write_it(typed: str) -> None:
    assert as_quarter(typed) == "2026-Q4"


@pytest.mark.parametrize("typed", ["", "2026", "Q5 2026", "winter", "26-Q4", "2026-Q44"])
def test_what_names_no_quarter_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="names no quarter"):
        as_quarter(typed)


@pytest.mark.parametrize(("month", "quarter"), [(1, "2026-Q1"), (3, "2026-Q1"), (4, "2026-Q2"), (9, "2026-Q3"), (12, "2026-Q4")])
def test_a_month_lies_in_its_quarter(month: int, quarter: str) -> None:
    assert quarter_of(datetime(2026, month, 15, 12, tzinfo=UTC)) == quarter


@pytest.mark.parametrize(
    ("chosen", "through"),
    [
        (Chosen(), True),
        (Chosen(teams=("LOCKERS", "Fleet")), True),
        (Chosen(teams=("Fleet",)), False),
        (Chosen(teams=("",)), False),
        (Chosen(cycle="q4"), True),
        (Chosen(cycle="Q3"), False),
        (Chosen(quarter="2026-Q4"), True),
        (Chosen(quarter="2026-Q3"), False),
        (Chosen(since=date(2026, 10, 5)), True),
        (Chosen(since=date(2026, 10, 6)), False),
        (Chosen(teams=("Lockers",), quarter="2026-Q3"), False),
    ],
)
def test_a_bout_is_chosen_by_team_cycle_quarter_and_day(chosen: Chosen, through: bool) -> None:
    assert chosen.lets_through(bout(OCTOBER)) is through


def test_a_choice_is_said_and_without_names_no_team_is() -> None:
    chosen = Chosen(("Lockers", "Fleet"), "Q4", "2026-Q4", date(2026, 10, 1))
    assert chosen.said() == "Lockers, Fleet · Q4 · 2026-Q4 · since 2026-10-01"
    assert chosen.said(names=False) == "2 of the teams · Q4 · 2026-Q4 · since 2026-10-01"
    assert Chosen().said() == ""
