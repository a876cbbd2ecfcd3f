"""Lines of the strategy beside challenges, and the bet where there are none."""

from pathlib import Path

from sparring.situation import Situation
from tests.bouts import FLAWED, lenses_of, session_on


async def test_without_documents_the_bet_stands_in_for_the_strategy() -> None:
    session = await session_on("# Plans\n\n## O1: Couriers empty a full locker before anybody waits\n\nWe leave out the returns flow.\n")
    await session.give_situation(Situation(bet="If lockers are never full, people stop asking for home delivery."))
    for _ in range(3):
        await session.go_on()
    raised = [each.raised for each in session.bout.rounds]
    bets = [each for each in raised if each.anchor.kind == "bet"]
    assert all(each.quotes[0].text.startswith("If lockers are never full") for each in bets)


async def test_a_strategy_line_is_shown_verbatim_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n## Not this year\n\n- No new scanner before the summer.\n- Lockers in two more towns.\n")
    session = await session_on(documents=tmp_path)
    await lenses_of(session)
    cited = [each.raised.passage for each in session.bout.rounds if each.raised.passage]
    assert cited
    lines = (tmp_path / "plan.md").read_text().splitlines()
    for passage in cited:
        assert passage.text in lines[passage.line - 1]


async def test_that_nothing_bears_on_an_item_is_said_at_first_and_then_where_it_matters(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n- Bakery flour prices stay hedged until October.\n")
    session = await session_on(FLAWED, documents=tmp_path)
    await lenses_of(session)
    on_items = [each.raised for each in session.bout.rounds if each.raised.anchor.kind in ("key_result", "objective")]
    told = [raised for raised in on_items if raised.searched]
    assert all(raised.passage is None for raised in on_items)
    assert told[0] == on_items[0]
    assert {raised.lens for raised in told[1:]} <= {"strategy-link", "inputs", "output-as-result", "lagging-impact", "kpi-in-disguise"}
    assert len({raised.anchor.keys for raised in told}) == len(told)


async def test_no_line_of_the_strategy_is_shown_twice(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n- The best delivery in town is the one that comes when people are at home.\n")
    session = await session_on(FLAWED, documents=tmp_path)
    await lenses_of(session)
    shown = [each.raised.passage.text for each in session.bout.rounds if each.raised.passage]
    assert len(shown) == 1


async def test_only_what_the_company_is_for_is_shown_where_no_line_bears_by_its_words(tmp_path: Path) -> None:
    (tmp_path / "why.md").write_text("# Mission\n\nNobody in this country waits for something that is already theirs.\n")
    session = await session_on(FLAWED, documents=tmp_path)
    await lenses_of(session)
    linked = [each.raised for each in session.bout.rounds if each.raised.lens == "strategy-link"]
    assert all(raised.evidence == "assumption" and raised.passage and "already theirs" in raised.passage.text for raised in linked)


async def test_the_bet_is_shown_with_the_aim_that_it_is_held_against() -> None:
    session = await session_on("# Plans\n\n## O1: Couriers empty a full locker before anybody waits\n\nWe leave out the returns flow.\n")
    await session.give_situation(Situation(bet="If lockers are never full, people stop asking for home delivery."))
    for _ in range(3):
        await session.go_on()
    raised = session.bout.rounds[2].raised
    assert raised.anchor.kind == "bet"
    assert [quote.id for quote in raised.quotes] == ["bet", "O1"]


async def test_a_plain_no_of_the_strategy_is_asked_about_first_and_its_line_is_not_spent_before(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n## Not this year\n\n- No new scanner.\n\n## Bets\n\n- Deliver when people are at home.\n")
    session = await session_on(documents=tmp_path)
    await session.give_situation(None)
    for _ in range(3):
        await session.go_on()
    against = [finding for finding in session.findings if finding.evidence == "against"]
    assert against
    raised = session.bout.rounds[2].raised
    assert raised.lens == "strategy-link"
    assert raised.passage
    assert raised.passage.text in {finding.passage.text for finding in against if finding.passage}
