"""Words reach the bout as they were typed and pasted: nothing lost, nothing sent early."""

from tests.terminal.bout import BOX, WRITING, answer, leave, to_keys, to_round_one
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


def test_a_burst_with_backspaces_and_arrows_comes_out_as_typed_in_every_field(desk: Desk) -> None:
    burst, meant = "Doras\x7f\x7fa andEmil\x1b[D\x1b[D\x1b[D\x1b[D \x1b[F!", "Dora and Emil!"
    team = desk.start()
    team.wait_for("It never writes an OKR")
    team.type("o")
    team.wait_for("Open a draft Markdown, text", "enter open")
    team.type(burst)
    team.wait_for(f"PDF {meant}")
    team.key("escape")
    team.wait_for("It never writes an OKR")
    team.type("p")
    team.wait_for("Paste your draft", "F2 go on")
    team.type(burst)
    team.wait_for(meant)
    team.key("escape")
    team.wait_for("It never writes an OKR")
    team.type("e")
    team.wait_for("Who is here?", "write the bet")
    team.key("tab")
    team.type(burst)
    team.wait_for(meant)
    team.key("f2")
    team.wait_for("Who looks these up", "who, by when")
    team.key("tab")
    team.type(burst)
    team.wait_for(meant)
    team.key("f2")
    team.wait_for("round 1 of 5", WRITING)
    team.type(burst)
    team.wait_for(meant)
    leave(team)


def test_a_key_and_what_is_typed_behind_it_may_come_in_one_piece(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    answer(team, "It was 61% last week")
    team.type("yq")
    team.wait_for("Copied the question.", gone="esc never mind")
    team.type("qWho pays for the doors?\r")
    team.wait_for("Who pays for the doors? your question", BOX, WRITING)
    to_keys(team)
    team.type("kThe shops asked for it\r")
    team.wait_for("= We keep it: The shops asked for it")
    team.type("u")
    team.wait_for("enter answer", gone="We keep it: The shops asked for it")
    team.type("s1")
    team.wait_for("– Skipped: it does not apply.")
    team.type("eOurs: ")
    team.wait_for("Ours: # Locker squad", "F2 save")
    leave(team)


def test_words_pasted_while_letters_are_keys_stand_in_the_box(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    to_keys(team)
    team.paste("could be keys: q x c\nand a second line")
    team.wait_for("your answer could be keys: q x c and a second line", WRITING)
    assert given(desk) == []
    leave(team)


def test_keys_typed_ahead_are_commands_and_words_in_the_order_in_which_they_came(desk: Desk) -> None:
    team = desk.spar()
    to_round_one(team)
    for number in range(12):
        team.type(f"answer {number}\r")
    team.wait_until(lambda: len(given(desk)) == 12, "twelve answers on the disk")
    assert given(desk) == [f"answer {number}" for number in range(12)]
    leave(team)
