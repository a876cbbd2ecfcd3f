"""A bout from its beginning to its end, as a team fights it."""

from tests.terminal.bout import BOX, WRITING, answer, go_on, to_keys, to_round_one
from tests.terminal.conftest import DRAFT, Desk
from tests.terminal.terminal import Terminal

FIRST = "Because full lockers turn parcels away, and 14% found no free door"
KEPT = "It is the one line that the shops asked for"
STANDS = "The full lockers stand, the Monday does not"
PROOF = "Pickups fall although no locker is full"
TAKEN_BACK = "A sentence that we did not mean"
EDIT = " and halve the reminders that nobody opens"


def test_every_stance_and_an_edit_stand_in_the_debrief_the_transcript_and_the_draft(desk: Desk) -> None:
    team = desk.spar("--team", "Locker squad", "--cycle", "Q1 2027")
    _begin(team)
    _round_with_everything(team)
    _other_stances(team)

    # More rounds, and the stop all the same.
    team.type("m")
    team.wait_for("round 5 of 7")
    go_on(team, "round 6 of 7")
    team.type("x")
    _close(team)

    # The debrief, in a window that holds all of it.
    team.resize(80, 80)
    team.wait_for(
        "Then and now", f"then {FIRST}", f"now {STANDS}",
        "Of six challenges: one kept, two to change or changed, two open, one skipped.",
        "O1.KR2 changed", EDIT,
        "What you keep", f"we keep it: {KEPT}", f"wrong if: {PROOF}",
        "Dora, by Thu 15 January 2099", "Emil, by Sat 5 December 2099", "nobody has it yet",
        "prints it as a file to share",
    )  # fmt: skip
    debrief = team.words
    team.type("q")
    assert team.status() == 0
    assert team.is_left_clean()

    # What was on the screen is what is kept, and nothing else.
    assert desk.draft.read_text() == DRAFT.replace("in all cities", f"in all cities{EDIT}")
    assert "none missing" in desk.run("verify")
    shown, exported = (" ".join(desk.run(command).split()) for command in ("show", "export"))
    seen = "\n".join(team.seen)
    raised = desk.events("challenge_raised") + desk.events("press_raised")
    assert len(raised) == 8
    for each in raised:
        for words in (each["question"], each.get("doubt") or ""):
            assert words in seen
            assert words in shown
            assert words in exported
    for words in (FIRST, "Dora counts full lockers every Monday", KEPT, STANDS, PROOF, "Who pays for the doors?"):
        assert words in seen
        assert words in shown
        assert words in exported
    assert TAKEN_BACK in seen
    assert TAKEN_BACK not in shown + exported + debrief + desk.transcript.read_text()


def _begin(team: Terminal) -> None:
    """Four letters, then who fills the gaps."""
    team.wait_for("Who is here?", "skip all")
    team.type("unta")
    team.wait_for("u ● us", "n ● not committed yet", "t ● team", "a ● one of us")
    team.key("enter")
    team.wait_for("What is not written down", "Increase same-day pickups by 15%", "Who looks these up, by when?", "who, by when")
    team.key("tab")
    team.type("Dora\t2099-01-15")
    team.wait_for("Thu 15 January 2099")
    team.key("enter")
    team.wait_for("Locker squad · Q1 2027", "round 1 of 5", WRITING)


def _round_with_everything(team: Terminal) -> None:
    """Pressed twice and no more, an answer taken back, a stance taken back, a question of our own; kept with a reason."""
    answer(team, f"AN: {FIRST}")
    team.wait_for(f"AN {FIRST}", "settled")
    team.type("p")
    team.wait_for(f"“{FIRST}”", WRITING)
    answer(team, "Dora counts full lockers every Monday")
    team.type("p")
    answer(team, TAKEN_BACK)
    team.type("p")
    team.wait_for("Twice is enough on one point.")
    team.type("z")
    team.wait_for("taken back", gone=TAKEN_BACK)
    team.type("c")
    team.wait_for("✓ We will change this.")
    team.type("u")
    team.wait_for("enter answer", gone="✓ We will change this.")
    team.type("q")
    team.wait_for("a question of your own")
    team.type("BO: Who pays for the doors?\r")
    team.wait_for("BO Who pays for the doors? your question", BOX)
    to_keys(team)
    team.type("k")
    team.wait_for("we keep it, because")
    team.type(f"AN: {KEPT}\r")
    team.wait_for(f"= We keep it: {KEPT} AN", "n next")


def _other_stances(team: Terminal) -> None:
    """Another angle on the same item, to be changed; one parked, one skipped with its reason, one edited at once."""
    team.type("a")
    team.wait_for("round 2 of 5", WRITING)
    answer(team, "Nobody drops anything for it so far")
    team.type("c")
    team.wait_for("✓ We will change this.")
    go_on(team, "round 3 of 5")
    team.type("o")
    team.wait_for("? Parked.")
    go_on(team, "round 4 of 5")
    team.type("s")
    team.wait_for("you misread our words")
    team.type("2")
    team.wait_for("– Skipped: our words were misread.")
    go_on(team, "round 5 of 5")
    team.type("e")
    team.wait_for("okrs.md is saved as it stands here", "F2 save")
    team.wait_until(lambda: "reminder service" in team.cursor_row, "the cursor at the item")
    team.key("end")
    team.type(EDIT)
    team.key("ctrl+s")
    team.wait_for("What you changed, as I read it", "version 2")
    team.key("enter")
    team.wait_for("✎ You edited O1.KR2.")


def _close(team: Terminal) -> None:
    """What still stands, who finds out what is open, what would prove us wrong."""
    team.wait_for("The close", "What of this still stands?", FIRST)
    team.type(f"AN: {STANDS}\r")
    team.wait_for(STANDS, "kept")
    team.type("\t\tEmil\t2099-12-05\r")
    team.wait_for("Sat 5 December 2099")
    team.type(f"\t\t{PROOF}\r")
    team.wait_for(PROOF, "kept")
    team.key("f2")


def test_the_welcome_leads_through_the_example_to_its_debrief(desk: Desk) -> None:
    team = desk.start(size=(120, 40))
    team.wait_for("It never writes an OKR", "e Spar with the example", "Bouts are kept in transcripts/ of this folder.")
    team.type("e")
    to_round_one(team)
    team.wait_for("Your draft", "Increase activation rate by 20%")
    answer(team, "Mira stops work on the wizard and rings twenty users from Monday")
    team.type("k")
    team.wait_for("we keep it, because")
    team.type("The board decided it\r")
    team.wait_for("= We keep it: The board decided it")
    team.type("x")
    team.wait_for("The close", "What of this still stands?")
    team.key("f2")
    team.wait_for("Then and now", "One challenge: kept.", "we keep it: The board decided it", "prints it as a file to share")
    team.type("q")
    assert team.status() == 0
    assert team.is_left_clean()
    assert "The board decided it" in desk.run("show")
