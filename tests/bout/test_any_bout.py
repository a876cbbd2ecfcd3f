"""Whatever the draft, the situation, the history and the team do: budgets hold, and nothing is asked twice."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import get_args

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from sparring.bout.budgets import FAMILY_BUDGETS, MOST_OUTPUT_ROUNDS, OUTPUTS, planned_rounds
from sparring.bout.history import Earlier, History, Point
from sparring.bout.rules import NotNow
from sparring.bout.state import Bout
from sparring.lenses.catalogue import packaged_catalogue
from sparring.session import Session
from sparring.situation import Level, Moment, Situation, WrittenBy
from tests.bouts import START, session_on

LINES = [
    "Launch the locker finder in the app",
    "Increase revenue by 15%",
    "Improve the reliability of the lockers",
    "Maintain 99.9% uptime of the locker network",
    "40 training sessions held with couriers",
    "Lockers found full by a customer: from 14% to 6% of pick-ups",
    "Reach an NPS of 60",
    "Publish the courier handbook and hold 12 town meetings",
    "10x the number of pick-ups",
    "Couriers who act on a warning within two hours: from 22% to 60%",
]
AIMS = ["Be the best delivery experience in town", "Roll out the new scanner", "Couriers find a free locker", "Grow revenue by 20%"]
ANSWERS = [
    "no idea",
    "9 of 14 couriers came back in May",
    "because nobody empties them after noon",
    "the board wants it",
    "write it for us",
    "why?",
    "Mira asks the depot by Thursday",
    "waiting for others; KR2 would show it",
    "you misread that",
    "everything",
    "every Monday, and then we decide which depot goes first",
]
COMMANDS = [
    "answer",
    "press",
    "angle",
    "keep",
    "will-change",
    "park",
    "skip",
    "take-back-stance",
    "take-back-answer",
    "next",
    "next",
    "next",
    "more",
]

drafts = st.builds(
    lambda aims: (
        "# Plans\n\n"
        + "\n".join(
            f"## O{n}: {aim}\n\n" + "".join(f"- KR{k}: {line}\n" for k, line in enumerate(lines, 1))
            for n, (aim, lines) in enumerate(aims, 1)
        )
    ),
    st.lists(st.tuples(st.sampled_from(AIMS), st.lists(st.sampled_from(LINES), max_size=5)), min_size=1, max_size=3),
)
situations = st.builds(
    Situation,
    written_by=st.sampled_from((None, *get_args(WrittenBy))),
    moment=st.sampled_from((None, *get_args(Moment))),
    level=st.sampled_from((None, *get_args(Level))),
    bet=st.sampled_from(("", "If lockers are never full, people stop asking for home delivery.")),
    in_a_room=st.booleans(),
)
points = st.builds(
    Point,
    st.sampled_from(("output-as-result", "influence", "gameable")),
    st.sampled_from(LINES),
    st.sampled_from(("open", "keep", "will-change")),
    st.just("Mira asks"),
)
histories = st.builds(
    lambda bouts: History(tuple(bouts)),
    st.lists(
        st.builds(
            Earlier,
            st.just("2026-08-21-bima"),
            st.integers(1, 500).map(lambda days: START - timedelta(days=days)),
            st.sampled_from(("", "Q1")),
            st.frozensets(st.sampled_from(("purpose", "last-cycle", "influence"))),
            st.frozensets(st.sampled_from([line.id for line in packaged_catalogue()["do-differently"].questions["open"]])),
            st.lists(points, max_size=3).map(tuple),
            st.just(()),
        ),
        max_size=2,
    ),
)


async def fight(text: str, situation: Situation, history: History, seed: int, commands: list[tuple[str, str]]) -> Bout:
    session = await session_on(text, seed=seed, history=history)
    await session.give_situation(situation)
    for command, words in commands:
        try:
            await do(session, command, words)
        except NotNow:
            continue
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
    return session.bout


async def do(session: Session, command: str, words: str) -> None:
    match command:
        case "answer":
            await session.answer(words)
        case "press":
            await session.press()
        case "angle":
            await session.another_angle()
        case "next":
            await session.go_on()
        case "more":
            await session.add_rounds(1)
        case "take-back-stance":
            await session.take_back_stance()
        case "take-back-answer":
            await session.take_back_answer()
        case "keep" | "will-change" | "park" | "skip":
            await session.take_stance(command, words)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=drafts,
    situation=situations,
    history=histories,
    seed=st.integers(0, 2**31),
    commands=st.lists(st.tuples(st.sampled_from(COMMANDS), st.sampled_from(ANSWERS)), max_size=40),
)
def test_budgets_hold_and_nothing_is_asked_twice(
    text: str, situation: Situation, history: History, seed: int, commands: list[tuple[str, str]]
) -> None:
    bout = asyncio.run(fight(text, situation, history, seed, commands))
    lenses = Counter(each.raised.lens for each in bout.rounds)
    families = Counter(each.raised.family for each in bout.rounds)
    for family, most in FAMILY_BUDGETS.items():
        assert families[family] <= most
    assert sum(lenses[lens] for lens in OUTPUTS) <= MOST_OUTPUT_ROUNDS
    if not bout.added_rounds:
        assert max(lenses.values()) == 1
    assert len([each for each in bout.numbered if each.raised.angle_on is None]) <= planned_rounds(bout)
    assert next(each.raised.lens for each in bout.rounds if each.raised.angle_on is None) == "do-differently"
    asked = [each.raised.question for each in bout.rounds]
    asked += [press.raised.question for each in bout.rounds for press in each.presses]
    assert len(asked) == len(set(asked))
    if situation.level == "company":
        assert not families["signal"]
        assert not lenses.keys() & (OUTPUTS | {"influence"})
    said = [answer.text for each in bout.rounds for answer in each.answers]
    for each in bout.rounds:
        for press in each.presses:
            assert not each.quoted_by(press) or any(each.quoted_by(press) in text for text in said)
