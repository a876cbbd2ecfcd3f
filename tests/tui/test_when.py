from datetime import date

import pytest

from sparring.tui.when import read_when, said

TODAY = date(2026, 11, 21)  # a Saturday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-01", date(2026, 12, 1)),
        (" by 2026-12-1 ", date(2026, 12, 1)),
        ("1.12.", date(2026, 12, 1)),
        ("1.12", date(2026, 12, 1)),
        ("1. 12. 2026", date(2026, 12, 1)),
        ("01.12.26", date(2026, 12, 1)),
        ("1.2.", date(2027, 2, 1)),
        ("29.2.", date(2028, 2, 29)),
        ("31/12", date(2026, 12, 31)),
        ("12/31", date(2026, 12, 31)),
        ("12/12", date(2026, 12, 12)),
        ("1 Dec", date(2026, 12, 1)),
        ("1st of December 2027", date(2027, 12, 1)),
        ("December 1, 2026", date(2026, 12, 1)),
        ("1. Dezember", date(2026, 12, 1)),
        ("friday", date(2026, 11, 27)),
        ("Fri", date(2026, 11, 27)),
        ("this friday", date(2026, 11, 27)),
        ("freitag", date(2026, 11, 27)),
        ("today", date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 22)),
        ("in two weeks", date(2026, 12, 5)),
        ("two weeks", date(2026, 12, 5)),
        ("in 10 days", date(2026, 12, 1)),
        ("in a week", date(2026, 11, 28)),
        ("in zwei Wochen", date(2026, 12, 5)),
        ("in 3 months", date(2027, 2, 21)),
        ("end of month", date(2026, 11, 30)),
        ("end of the year", date(2026, 12, 31)),
        ("end of february", date(2027, 2, 28)),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, meant: date) -> None:
    assert read_when(typed, TODAY).day == meant
    assert read_when(typed, TODAY).problem == ""


@pytest.mark.parametrize("typed", ["1/12", "01/12/2026", "next friday", "saturday"])
def test_what_could_be_two_days_is_asked_back(typed: str) -> None:
    read = read_when(typed, TODAY)
    assert read.day is None
    assert "or" in read.problem


@pytest.mark.parametrize(
    "typed",
    ["soon", "q1", "31.2.", "2026-13-01", "99.99.", "in many weeks", "december", "next week", "2020-01-01", "0.0.", "in 999 months of"],
)
def test_what_is_no_day_to_come_is_said(typed: str) -> None:
    read = read_when(typed, TODAY)
    assert read.day is None
    assert read.problem.endswith((".", "?"))


def test_an_empty_field_is_neither_a_day_nor_a_problem() -> None:
    assert read_when("  ", TODAY) == read_when("", TODAY)
    assert read_when("", TODAY).day is None
    assert read_when("", TODAY).problem == ""


def test_a_month_later_stays_in_the_month() -> None:
    assert read_when("in a month", date(2027, 1, 31)).day == date(2027, 2, 28)


def test_the_day_read_is_said_back_in_words() -> None:
    assert said(date(2026, 12, 1)) == "Tue 1 December 2026"
