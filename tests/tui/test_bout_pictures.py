"""Pictures of the bout screen at the two sizes that matter; look at them before accepting a change."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sparring.record.events import Event, OwnQuestion
from sparring.tui.bout.screen import BoutScreen
from tests.tui.rings import answered, app_of, challenge_to_whole, draft, pressed, ring_of, second_round
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = [(80, 24), (120, 40)]


def _answered() -> list[Event]:
    past = second_round(draft())
    return [*past, *answered(len(past) + 1)]


async def _still(pilot: "Pilot[int]", *keys: str) -> None:
    """Wait for the bout, press keys, and stop the cursor's blinking."""
    screen = pilot.app.screen
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen))
    screen = pilot.app.screen
    assert isinstance(screen, BoutScreen)
    await wait_until(pilot, lambda: screen.query(".block"))
    screen.box.cursor_blink = False
    await pilot.press(*keys)
    await pilot.pause()


def _with_a_coach() -> list[Event]:
    """A coach asked before round one and in round two, and wanted round three."""
    of = draft()
    opened, *rest = second_round(of)
    before = OwnQuestion(text="What is this quarter for?", by="Ana", role="coach")
    angle = challenge_to_whole(3, "What stops?").model_copy(update={"angle_on": 2, "asked_by_coach": "Alexandra"})
    beside = OwnQuestion(text="Who decides?", by="Alexandra", role="coach")
    return [opened, *rest[:3], before, *rest[3:5], *answered(7, "the wizard")[1:], *rest[6:], angle, beside]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("past", "keys"),
    [
        pytest.param(lambda: second_round(draft()), (), id="asked"),
        pytest.param(_answered, ("escape",), id="answered"),
        pytest.param(lambda: pressed(draft()), (), id="pressed"),
        pytest.param(_answered, ("escape", "k"), id="keep"),
        pytest.param(_answered, ("escape", "s"), id="skip"),
        pytest.param(_answered, ("escape", "left_square_bracket"), id="unfolded"),
        pytest.param(_answered, ("escape", "f1"), id="help"),
        pytest.param(_answered, ("escape", "d"), id="draft"),
        pytest.param(_with_a_coach, ("escape",), id="with-a-coach"),
        pytest.param(_with_a_coach, ("escape", "C"), id="coach"),
        pytest.param(_with_a_coach, ("escape", "C", "n"), id="coachs-name"),
    ],
)
def test_the_bout_looks_as_before(
    snap_compare: Callable[..., bool], tmp_path: Path, past: Callable[[], list[Event]], keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    assert snap_compare(app_of(ring_of(past(), tmp_path)), terminal_size=size, run_before=lambda pilot: _still(pilot, *keys))


@pytest.mark.parametrize("theme", ["sparring-light", "sparring-clear-dark", "sparring-clear-light"])
def test_the_bout_looks_as_before_in_every_theme(snap_compare: Callable[..., bool], tmp_path: Path, theme: str) -> None:
    app = app_of(ring_of(pressed(draft()), tmp_path))
    app.theme = theme
    assert snap_compare(app, terminal_size=(120, 40), run_before=_still)


def test_the_bout_looks_as_before_in_the_smallest_window(snap_compare: Callable[..., bool], tmp_path: Path) -> None:
    assert snap_compare(app_of(ring_of(second_round(draft()), tmp_path)), terminal_size=(40, 10), run_before=_still)
