"""What a coach in the room asked stands as the coach's wherever a bout is read."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sparring.bout.state import Bout
from sparring.record.events import Event, OwnQuestion
from sparring.report.conversation import conversation
from sparring.report.data import as_json
from sparring.report.html import as_html
from sparring.report.markdown import as_markdown
from sparring.report.noted import asked_by_coaches
from sparring.report.plain import as_plain
from tests.tui.rings import challenge_to_line, challenge_to_whole, draft, opening, ring_of

HEAD = "0" * 64


def bout_with(coach: str = "Ana", language: str = "en") -> Bout:
    """A coach asks before round one and in it, and asks for the second challenge as another angle."""
    of = draft()
    opened, *rest = opening(of)
    past: list[Event] = [
        opened.model_copy(update={"language": language}),
        *rest,
        OwnQuestion(text="What is this quarter for?", by=coach, role="coach"),
        challenge_to_whole(),
        OwnQuestion(text="Who decides?", by=coach, role="coach"),
        OwnQuestion(text="Do we?", by="BK"),
        challenge_to_line(of).model_copy(update={"angle_on": 1, "asked_by_coach": coach}),
    ]
    return ring_of(past, Path("unused")).session.bout


@pytest.mark.parametrize(
    "written",
    [
        lambda bout: as_plain(conversation(bout)),
        lambda bout: as_markdown(bout, HEAD),
        lambda bout: as_html(bout, HEAD),
    ],
)
def test_another_angle_says_which_coach_asked_for_it(written: Callable[[Bout], str]) -> None:
    assert written(bout_with()).count("Ana, your coach, asked for another angle.") == 1


def test_a_bout_in_german_says_it_in_german() -> None:
    assert "Ana, hier in der Rolle des Coachs, bat um einen anderen Blickwinkel." in as_plain(conversation(bout_with(language="de")))


def test_data_tells_who_asked_what() -> None:
    told = json.loads(as_json(bout_with(), HEAD))
    assert [each["asked_by_coach"] for each in told["rounds"]] == ["", "Ana"]
    assert [(each["round"], each["by"], each["role"], each["text"]) for each in told["own_questions"]] == [
        (None, "Ana", "coach", "What is this quarter for?"),
        (1, "Ana", "coach", "Who decides?"),
        (1, "BK", "team", "Do we?"),
    ]


def test_the_team_is_told_what_coaches_asked_and_not_what_it_asked_itself() -> None:
    assert [(each.about, each.text) for each in asked_by_coaches(bout_with())] == [
        ("Ana, your coach, before round one", "What is this quarter for?"),
        ("Ana, your coach, on round 1", "Who decides?"),
        ("Ana, your coach, on round 2", "asked for another angle"),
    ]


def test_a_coachs_name_is_shown_as_it_stands() -> None:
    hostile = "A\x1b[2J<b>{0}</b>"
    for shown in (as_plain(conversation(bout_with(hostile))), as_html(bout_with(hostile), HEAD)):
        assert "\x1b" not in shown
        assert "{0}" in shown
    assert "<b>{0}" not in as_html(bout_with(hostile), HEAD)
