"""From what a model names to the team's own words: spans are verbatim, and what is not there is not shown."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sparring.bout.passages import SPEAKS_AGAINST
from sparring.challenge import Choice
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor
from sparring.partner.align import choice_of, stretch_of
from sparring.partner.port import Breach, Turn
from sparring.partner.reply import ChoiceReply
from sparring.situation import Situation
from tests.partner.table import PASSAGE, choice, turn

CATALOGUE = packaged_catalogue()
FREE = turn(
    choice("whose-behaviour", key="kr2"),
    may_raise=frozenset({"inputs", "strategy-link", "coverage", "gameable", "overlap", "generic"}),
    situation=Situation(bet="quiet rooms"),
)


def chosen(lens: str, *items: str, phrase: str = "", passage: str = "none", on: Turn = FREE) -> Choice:
    return choice_of(ChoiceReply(lens=lens, items=items, phrase=phrase, passage=passage), on, CATALOGUE, {"P1": PASSAGE})


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("within a month", "Readers return within a month: 24% to 36%", "within a month"),
        ("24%  to 36%", "Readers return within a month: 24% to 36%", "24% to 36%"),
        ("by 24 %", "Raised by 24% a year", "by 24%"),
        ("by 24%", "Raised by 24 % a year", "by 24 %"),
        ("WITHIN A MONTH", "Readers return within a month", "within a month"),
        ("return in a month", "Readers return within a month: 24% to 36%", None),
        ("readers returning within a month", "Readers return within a month", None),
        ("Readers return wthin a month", "Readers return within a month: 24% to 36%", "Readers return within a month"),
        ("turn within a mon", "Readers return within a month", "turn within a mon"),
        ("“within a month”", "Readers return within a month", "within a month"),
        ("24", "Readers return: 240 to 24", "24"),
        ("a", "Waiting at the counter", None),
        ("quiet rooms and more beds than anybody has", "quiet rooms", None),
        ("読者が戻る割合", "来月までに読者が戻る割合を増やす", "読者が戻る割合"),
        ("", "Readers", None),
    ],
)
def test_words_are_found_exactly_or_nearly_or_not_at_all(words: str, text: str, found: str | None) -> None:
    span = stretch_of(words, text)
    assert (span.of(text) if span else None) == found


@given(some.text(max_size=60), some.text(max_size=200))
def test_what_is_found_always_stands_there(words: str, text: str) -> None:
    span = stretch_of(words, text)
    assert span is None or (0 < len(span) <= len(text) and span.of(text) in text)


@given(some.text(min_size=4, max_size=80), some.data())
def test_a_stretch_copied_exactly_is_found(text: str, data: some.DataObject) -> None:
    start = data.draw(some.integers(0, len(text) - 4))
    words = text[start : start + 20]
    span = stretch_of(words, text)
    if words.isprintable() and words == " ".join(words.split()):
        assert span is not None
        assert span.of(text).casefold() == words.casefold()


def test_one_item_several_the_draft_and_the_bet_can_be_meant() -> None:
    assert chosen("inputs", "O1.KR1", phrase="Waiting time").anchor.kind == "key_result"
    assert chosen("generic", "O1").anchor == Anchor("objective", ("o1",))
    assert chosen("inputs", "O1.KR2", "O1.KR1").anchor == Anchor("items", ("kr1", "kr2"))
    assert chosen("coverage", "draft").anchor == Anchor("draft")
    assert chosen("strategy-link", "bet", "O1").anchor == Anchor("bet", ("o1",))


def test_a_phrase_that_is_nowhere_near_quotes_the_whole_item() -> None:
    assert chosen("inputs", "O1.KR1", phrase="the moon over the hill").anchor.phrase is None


@pytest.mark.parametrize("name", ["kr2", "O1.kr2", "[O1.KR2]", "KR2"])
def test_an_item_is_known_by_the_end_of_its_id_where_only_one_ends_so(name: str) -> None:
    assert chosen("inputs", name).anchor.keys == ("kr2",)


@pytest.mark.parametrize(
    ("lens", "items", "passage"),
    [
        ("no-such-lens", ("O1.KR1",), "none"),
        ("risk-fit", ("O1",), "none"),
        ("inputs", ("O1.KR9",), "none"),
        ("inputs", (), "none"),
        ("inputs", ("",), "none"),
        ("inputs", ("O1.KR1",), "P9"),
        ("inputs", ("draft",), "none"),
        ("gameable", ("O1.KR1", "O1.KR2"), "none"),
    ],
)
def test_what_is_not_there_or_not_open_is_a_breach(lens: str, items: tuple[str, ...], passage: str) -> None:
    with pytest.raises(Breach, match="choice"):
        chosen(lens, *items, passage=passage)


def test_items_that_the_team_has_decided_on_are_left_alone() -> None:
    decided = replace(FREE, left_alone=frozenset({"kr1"}))
    with pytest.raises(Breach):
        chosen("inputs", "O1.KR1", on=decided)
    assert chosen("inputs", "O1.KR1", "O1.KR2", on=decided).anchor.kind == "items"


def test_a_point_that_the_team_kept_in_an_earlier_bout_is_not_raised_again() -> None:
    kept = replace(FREE, kept_before=frozenset({("inputs", "kr1")}))
    with pytest.raises(Breach):
        chosen("inputs", "O1.KR1", on=kept)
    assert chosen("inputs", "O1.KR2", on=kept).anchor.keys == ("kr2",)


def test_the_planners_choice_keeps_its_evidence_and_reason() -> None:
    planned = choice("whose-behaviour", key="kr2", evidence="nobody", reason="set off by nobody")
    found = chosen("whose-behaviour", "O1.KR2", phrase="Readers return", passage="P1", on=turn(planned))
    assert (found.evidence, found.reason, found.passage) == ("nobody", "set off by nobody", PASSAGE)
    assert found.anchor.phrase is not None


def test_where_nothing_is_open_only_the_planners_items_are() -> None:
    with pytest.raises(Breach):
        chosen("whose-behaviour", "O1.KR1", on=turn(choice("whose-behaviour", key="kr2")))


@pytest.mark.parametrize("evidence", sorted(SPEAKS_AGAINST))
def test_a_line_that_speaks_against_an_item_stays_beside_it(evidence: str) -> None:
    against = choice("strategy-link", key="kr1", evidence=evidence, passage=PASSAGE)
    assert chosen("strategy-link", "O1.KR1", on=turn(against)).passage == PASSAGE
    without = choice("strategy-link", key="kr1", evidence="assumed", passage=PASSAGE)
    assert chosen("strategy-link", "O1.KR1", on=turn(without)).passage is None
