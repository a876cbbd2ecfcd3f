"""What a coach remembers of a team: no question again word for word, last cycle asked after, what was decided left alone."""

from datetime import datetime, timedelta

from sparring.bout.history import Earlier, History, Point, earlier_from, on_wording_alone
from sparring.bout.moves import Raise
from sparring.bout.planner import next_move
from sparring.bout.rules import NotNow
from sparring.challenge import EarlierKind
from sparring.lenses.catalogue import packaged_catalogue
from sparring.report.conversation import conversation
from sparring.session import Session
from sparring.situation import Situation
from sparring.text import Source
from tests.bouts import FLAWED, START, MemoryJournal, fight, session_on

LAST_CYCLE = START - timedelta(weeks=13)
LAST_WEEK = START - timedelta(days=7)


def earlier(
    at: datetime = LAST_CYCLE,
    *points: Point,
    cycle: str = "",
    lenses: tuple[str, ...] = (),
    questions: tuple[str, ...] = (),
    versions: tuple[tuple[str, ...], ...] = (),
    bout: str = "2026-08-21-bima",
) -> Earlier:
    return Earlier(bout, at, cycle, frozenset(lenses), frozenset(questions), points, versions)


def point(lens: str, item: str, kind: EarlierKind, words: str = "Mira asks the depot by Friday") -> Point:
    return Point(lens, item, kind, words)


async def fought_after(*bouts: Earlier, situation: Situation | None = None, text: str = FLAWED, seed: int = 1) -> Session:
    session = await session_on(text, seed=seed, history=History(bouts))
    await session.give_situation(situation)
    await fight(session)
    return session


async def test_a_team_in_its_second_cycle_is_asked_what_the_last_one_changed_with_its_own_words() -> None:
    session = await fought_after(earlier(LAST_CYCLE, point("influence", "", "open")))
    (asked,) = [each.raised for each in session.bout.rounds if each.raised.lens == "last-cycle"]
    assert asked.earlier
    assert asked.earlier.words == "Mira asks the depot by Friday"
    assert asked.earlier.on == LAST_CYCLE.date()


async def test_a_team_that_sparred_last_week_is_still_in_the_same_cycle() -> None:
    session = await fought_after(earlier(LAST_WEEK, point("influence", "", "open")))
    assert "last-cycle" not in {each.raised.lens for each in session.bout.rounds}


async def test_named_cycles_tell_more_than_the_calendar() -> None:
    journal = MemoryJournal()
    session = await session_on(history=History((earlier(LAST_WEEK, cycle="Q1"),)), cycle="Q2", journal=journal)
    await session.give_situation(None)
    await fight(session)
    assert "last-cycle" in {each.raised.lens for each in session.bout.rounds}


async def test_the_last_cycle_is_asked_about_once_a_cycle() -> None:
    session = await fought_after(earlier(LAST_WEEK, lenses=("last-cycle",)), earlier(LAST_CYCLE))
    assert "last-cycle" not in {each.raised.lens for each in session.bout.rounds}


async def test_in_a_first_cycle_nobody_is_asked_about_the_last() -> None:
    session = await fought_after()
    assert "last-cycle" not in {each.raised.lens for each in session.bout.rounds}


async def test_a_company_is_not_asked_about_signals_of_the_last_cycle_either() -> None:
    session = await fought_after(earlier(), situation=Situation(level="company"))
    assert "last-cycle" not in {each.raised.lens for each in session.bout.rounds}


async def test_the_next_bout_does_not_open_with_the_same_questions() -> None:
    first = await session_on(seed=3)
    await first.give_situation(None)
    await first.go_on()
    await first.answer("we drop the returns flow")
    await fight(first)
    past = earlier_from(first.bout)
    assert past
    for seed in range(8):
        second = await fought_after(past, seed=seed)
        asked = {each.raised.question_id for each in second.bout.rounds[:2]}
        assert not asked & past.opening_questions


async def test_what_was_kept_with_a_reason_is_left_alone_and_what_was_left_open_comes_first() -> None:
    plain = await fought_after()
    third = plain.bout.rounds[3].raised
    item = plain.bout.draft.item(third.anchor.keys[0])
    assert item
    kept = await fought_after(earlier(LAST_WEEK, point(third.lens, item.text, "keep")))
    assert (third.lens, third.anchor.keys) not in {(each.raised.lens, each.raised.anchor.keys) for each in kept.bout.rounds}
    for line in plain.bout.draft.key_results():
        if line.text == "Publish the courier handbook":
            left = await fought_after(earlier(LAST_WEEK, point("output-as-result", line.text, "open")))
            (again,) = [
                each.raised
                for each in left.bout.rounds
                if each.raised.anchor.keys == (line.key,) and each.raised.lens == "output-as-result"
            ]
            assert again.earlier
            assert again.earlier.kind == "open"


async def test_a_line_that_was_rewritten_is_no_longer_the_point_that_was_kept() -> None:
    plain = await fought_after()
    third = plain.bout.rounds[3].raised
    other = await fought_after(earlier(LAST_WEEK, point(third.lens, "Something else entirely", "keep")))
    assert third.lens in {each.raised.lens for each in other.bout.rounds}


def reworded(text: str, times: int) -> str:
    for old, new in (("Improve the reliability", "Raise the reliability"), ("Publish the courier", "Bring out the courier"))[:times]:
        text = text.replace(old, new)
    return text


async def test_a_third_version_on_wording_alone_is_asked_what_the_wording_decides() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    assert not on_wording_alone(session.bout, History())
    await session.revise(Source("draft.md", reworded(FLAWED, 1)))
    await session.revise(Source("draft.md", reworded(FLAWED, 2)))
    assert on_wording_alone(session.bout, History())
    await fight(session)
    assert "polishing" in {each.raised.lens for each in session.bout.rounds}


async def test_versions_of_earlier_bouts_in_the_cycle_count_and_a_changed_number_is_no_polish() -> None:
    async def versions(*texts: str) -> tuple[tuple[str, ...], ...]:
        return tuple([tuple(item.text for item in (await session_on(text)).bout.draft.items()) for text in texts])

    session = await session_on(reworded(FLAWED, 2))
    polished = earlier(LAST_WEEK, versions=await versions(FLAWED, reworded(FLAWED, 1)))
    changed = earlier(LAST_WEEK, versions=await versions(FLAWED, reworded(FLAWED, 1).replace("15%", "12%")))
    longer = earlier(LAST_WEEK, versions=await versions(FLAWED, reworded(FLAWED, 1) + "- KR4: Lockers emptied twice a day\n"))
    assert on_wording_alone(session.bout, History((polished,)))
    assert not on_wording_alone(session.bout, History((changed,)))
    assert not on_wording_alone(session.bout, History((longer,)))


async def test_why_okrs_at_all_is_asked_at_most_once_a_year() -> None:
    async def offered(history: History) -> bool:
        session = await session_on("# Plans\n\n## O1: Couriers find a free locker\n", history=history)
        await session.give_situation(None)
        await session.go_on()
        seen = set()
        for _ in range(6):
            try:
                await session.another_angle()
            except NotNow:
                break
            seen.add(session.bout.rounds[-1].raised.lens)
        return "purpose" in seen

    assert await offered(History())
    assert not await offered(History((earlier(START - timedelta(days=300), lenses=("purpose",)),)))
    assert await offered(History((earlier(START - timedelta(days=400), lenses=("purpose",)),)))


async def test_an_earlier_bout_is_remembered_by_its_decisions_and_answers_verbatim() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("we don't know yet, nobody looked")
    await session.go_on()
    await session.take_stance("keep", "the couriers see it every day")
    await session.go_on()
    past = earlier_from(session.bout)
    assert past
    assert [(each.kind, each.words) for each in past.points] == [
        ("open", "we don't know yet, nobody looked"),
        ("keep", "the couriers see it every day"),
        ("open", ""),
    ]


async def test_a_bout_that_was_never_fought_is_not_remembered() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    assert earlier_from(session.bout) is None


async def test_the_transcript_names_the_bouts_that_were_looked_at_and_the_same_history_gives_the_same_move() -> None:
    history = History((earlier(LAST_CYCLE, point("influence", "", "open")),))
    session = await session_on(history=history)
    assert session.bout.earlier == ("2026-08-21-bima",)
    await session.give_situation(None)
    await session.go_on()
    await session.go_on()
    catalogue = packaged_catalogue()
    moves = [next_move(session.bout, session.findings, catalogue, session.library, history) for _ in range(2)]
    assert isinstance(moves[0], Raise)
    assert moves[0] == moves[1]


async def test_words_of_an_earlier_bout_are_shown_as_what_they_are() -> None:
    session = await fought_after(earlier(LAST_CYCLE, point("influence", "", "open")))
    parts = list(conversation(session.bout))
    (place,) = [n for n, part in enumerate(parts) if part.text == "Mira asks the depot by Friday"]
    assert parts[place - 1].text == "In an earlier bout you left this open:"
    assert parts[place].kind == "quote"
    assert parts[place].beside == LAST_CYCLE.date().isoformat()
