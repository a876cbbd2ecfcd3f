"""The numbers of a line: what they count, and from where to where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sparring.lenses.quantities import changes, quantities


def read(text: str) -> list[tuple[str, float, str]]:
    return [(q.span.of(text), q.value, q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a share of 45 %", ("45 %", 45, "percent")),
        ("um 12 Prozent", ("12 Prozent", 12, "percent")),
        ("1,250 readers", ("1,250", 1250, "count")),
        ("18.000 Haushalte", ("18.000", 18000, "count")),
        ("one million readers", ("one million", 1e6, "count")),
        ("10k readers", ("10k", 10000, "count")),
        ("$5M", ("$5M", 5e6, "money")),
        ("3,10 €", ("3,10 €", 3.1, "money")),
        ("in < 2 s", ("< 2 s", 2, "time")),
        ("within 24 hours", ("24 hours", 24, "time")),
        ("10x more", ("10x", 10, "multiple")),
        ("seven branches", ("seven", 7, "count")),
        ("7 of 10 readers", ("7 of 10", 70, "percent")),
        ("1 in 4 returns", ("1 in 4", 25, "percent")),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, number: tuple[str, float, str]) -> None:
    assert read(text) == [number]


@pytest.mark.parametrize(
    "text", ["by 15 March", "bis 31. Mai", "in Q3 2026", "version v2", "P95", "Reader 2.0", "the 3rd branch", "ISO 27001 audit"]
)
def test_dates_versions_and_names_measure_nothing(text: str) -> None:
    assert not any(q.measures for q in quantities(text))


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("from 18% to 40%", (18, 40)),
        ("22 % → 45 %", (22, 45)),
        ("31 -> 19", (31, 19)),
        ("von 7 % auf 20 %", (7, 20)),
        ("6.2 days to 3 days", (6.2, 3)),
        ("up from 1,200 to 1,900 readers", (1200, 1900)),
        ("15% of new riders, up from 4%", (4, 15)),
        ("1,900 readers (last quarter 1,200)", (1200, 1900)),
        ("9% today, 25% by autumn", (9, 25)),
        ("40 % der Touren starten pünktlich (heute 17 %)", (17, 40)),
        ("Ist 31 %, Soll 45 %", (31, 45)),
        ("Leser (Start 0 → Ziel 2000)", (0, 2000)),
        ("3 Tage statt 7 Tage", (7, 3)),
    ],
)
def test_from_where_to_where_is_read(text: str, pair: tuple[float, float]) -> None:
    assert [(c.start.value, c.end.value) for c in changes(text, quantities(text))] == [pair]


def test_a_time_limit_before_the_aim_is_no_start() -> None:
    text = "Readers who return within 7 days rise to 40 %"
    assert changes(text, quantities(text)) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_every_span_lies_in_it_in_order(text: str) -> None:
    end = 0
    for q in quantities(text):
        assert end <= q.span.start < q.span.end <= len(text)
        end = q.span.end
    changes(text, quantities(text))
