"""Words reach the bout as they were typed and pasted: nothing lost, nothing sent early."""

from tests.terminal.bout import BOX, WRITING, leave, to_round_one
from tests.terminal.conftest import Desk

LINES = [f"line {number}: what happened on day {number}, in a few words" for number in range(1, 201)]


def given(desk: Desk) -> list[str]:
    """The answers in the transcript."""
    return [each["text"] for each in desk.events("answer_given")]


def test_two_hundred_pasted_lines_are_one_answer(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    team.paste("\n".join(LINES))
    team.wait_for(LINES[-1])
    team.settle()
    assert given(desk) == []
    team.key("enter")
    team.wait_for(BOX)
    team.wait_until(lambda: given(desk), "an answer on the disk")
    assert given(desk) == ["\n".join(LINES)]
    leave(team)


def test_a_burst_with_new_lines_is_one_answer_and_what_follows_it_waits_in_the_box(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    burst = "\n".join(["We looked at the doors, Dora and I", *LINES[:11]])[:500].rstrip()
    team.type(f"{burst}\rand then")
    team.wait_for("your answer and then", WRITING)
    team.wait_until(lambda: given(desk), "an answer on the disk")
    assert given(desk) == [burst]
    leave(team)


def test_keys_typed_ahead_are_commands_and_words_in_the_order_in_which_they_came(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    for number in range(12):
        team.type(f"answer {number}\r")
    team.wait_until(lambda: len(given(desk)) == 12, "twelve answers on the disk")
    assert given(desk) == [f"answer {number}" for number in range(12)]
    leave(team)
