"""A draft, a strategy and answers that try to take over the terminal are shown as what they are: text."""

import re

from tests.terminal.bout import BOX, WRITING, go_on, to_keys, to_round_one
from tests.terminal.conftest import DRAFT, Desk
from tests.terminal.terminal import Terminal

ESCAPES = "\x1b]0;owned\x07\x1b[31mred\x1b[2J\x1b[10;10Hmoved \x9b31m\x90q\x9c \x1b]8;;http://evil.example\x07link\x1b]8;;\x07 \x08\x08\x7f"
MARKUP = "[/] [red]markup[/red] [@click=app.quit]x[/] {{ 7 * 7 }} $accent \u202egnp.exe \u200bzero\u2060width"
ATTACK = f"{ESCAPES} {MARKUP}"
LONG = "A line that does not end, because nobody stopped. " * 200

SENT = re.compile(r"\x1b(?:\[[<=>?]?[0-9;:]*([ -/]*[@-~])|(\][0-9]*;)[^\x07\x1b]*(?:\x07|\x1b\\)|(.))")
"""A terminal sequence: its end or its beginning says what it does."""

OURS = {"m", "H", "h", "l", "$p", "u", "]22;", "]52;"}
"""Looks, places, modes, questions about modes, the keyboard, the shape of the pointer, and copying."""


def kinds(raw: bytes) -> set[str]:
    """What the terminal was told to do, by kind; text is not among it."""
    return {next(filter(None, found.groups())) for found in SENT.finditer(raw.decode())}


def through_a_bout(team: Terminal) -> None:
    """Look at every place that shows words of others."""
    team.wait_for("How I read", "is very long", "[red]markup[/red]")
    team.key("enter")
    to_round_one(team)
    team.wait_for("Your draft")
    team.paste(f"AN: {MARKUP}")
    team.wait_for("[red]markup[/red]")
    team.key("enter")
    team.wait_for("[red]markup[/red]", BOX)
    to_keys(team)
    team.type("p")
    team.wait_for(WRITING)
    to_keys(team)
    go_on(team, "round 2 of 5")
    team.type("[")
    team.wait_for(MARKUP.partition(" $")[0])
    go_on(team, "round 3 of 5")
    for key, shown, back in (
        ("w", "When to leave it alone", "escape"),
        ("f1", "This is the conversation", "escape"),
        ("d", "Your draft", "escape"),
        ("ctrl+p", "Search for commands", "escape"),
        ("e", "F2 save", ""),
    ):
        team.key(key)
        team.wait_for(shown)
        if back:
            team.key(back)
            team.wait_for("enter answer")
    team.type("Z")
    team.wait_for("Z")
    team.key("ctrl+s")
    team.wait_for("What you changed, as I read it", "version 2")
    team.key("enter")
    team.wait_for("enter answer")
    team.type("k")
    team.wait_for("we keep it, because")
    team.paste(MARKUP)
    team.key("enter")
    team.wait_for("= We keep it:")
    team.type("y")
    team.wait_for("the whole conversation")
    team.type("c")
    team.wait_for("Copied the whole conversation.")
    team.type("x")
    team.wait_for("The close", "What of this still stands?")
    team.key("f2")
    team.wait_for("Then and now")
    team.key("end")
    team.wait_for("prints it as a file to share")
    team.type("q")
    assert team.status() == 0
    assert team.is_left_clean()


def test_a_hostile_draft_is_shown_fought_over_and_saved_and_nothing_of_it_acts(desk: Desk) -> None:
    draft = DRAFT.replace("same-day pickups by", f"{ATTACK} pickups, {LONG} by").replace("Locker squad", "Squad \x1b[31m[/]\u202e")
    desk.draft.write_bytes(draft.encode())
    strategy = f"- Full lockers {ATTACK} turn parcels away.\n- Same-day [red]pickups[/] win shops {ATTACK}.\n"
    (desk.folder / "strategy" / "strategy.md").write_bytes(strategy.encode())
    team = desk.spar(size=(100, 30))
    through_a_bout(team)

    assert kinds(bytes(team.raw)) <= OURS
    for act in (b"owned\x07", b"\x1b[31m", b"\x1b]8", "\u202e".encode(), "\u200b".encode(), "\x9b".encode(), b"\x7f", b"\x08"):
        assert act not in team.raw
    assert desk.draft.read_bytes().decode().replace("Z", "", 1) == draft
    assert "\x1b" not in desk.run("show") + desk.run("export")
