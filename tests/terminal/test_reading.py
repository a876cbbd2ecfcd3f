"""A draft that cannot be read is marked line by line on a real terminal, and opened the next time as the team marked it."""

from tests.terminal.bout import leave
from tests.terminal.conftest import Desk

MINUTES = """\
Minutes of Monday

Parcels leave our lockers on the day they arrive
More people come on the first day
Fewer doors are jammed
Nobody waits for a code

Next time: Thursday
"""


def test_an_unreadable_draft_is_marked_and_opened_again_as_marked(desk: Desk) -> None:
    (desk.folder / "minutes.txt").write_text(MINUTES)
    team = desk.start("spar", "minutes.txt", "--seed", "7")
    team.wait_for("How I read minutes.txt", "No objective and no key result was found", "enter go on")
    team.key("enter")
    team.wait_for("There is nothing to spar on yet")
    team.key("home", "down", "down", "o", "k", "k", "k", "x")
    team.wait_for(
        "1 objective, 3 key results", "5 marks of yours", "O1.KR3 Nobody waits for a code", gone="There is nothing to spar on yet"
    )
    team.key("u", "backspace", "k")
    team.wait_for("1 objective, 3 key results", "4 marks of yours")
    team.key("f2")
    team.wait_for("Who is here?", "1 objective, 3 key results")
    leave(team)

    assert [item["text"] for item in desk.events("draft_read")[0]["draft"]["items"]] == MINUTES.splitlines()[2:6]
    desk.transcript.unlink()
    again = desk.start("spar", "minutes.txt", "--seed", "7")
    again.wait_for("Who is here?", "1 objective, 3 key results")
    again.type("h")
    again.wait_for("How I read minutes.txt", "4 marks of yours", "O1.KR3 Nobody waits for a code")
    again.key("escape")
    again.wait_for("Who is here?")
    leave(again)
    assert [item["kind"] for item in desk.events("draft_read")[0]["draft"]["items"]] == ["objective", *["key_result"] * 3]
    assert (desk.folder / "minutes.txt").read_text() == MINUTES
