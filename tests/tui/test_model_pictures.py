"""Pictures of what a bout with a model adds to the screen; look at them before accepting a change."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sparring.partner.faults import CallFault
from sparring.tui.bout.conversation import Note
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.sending.consent import ConsentScreen
from sparring.tui.sending.sent import SentScreen
from sparring.tui.situation import SituationScreen
from sparring.tui.who_spars import ModelScreen, PartnerScreen
from tests.scripted_partner import KR, ScriptedPartner
from tests.tui.models import TOLD, PartnersSetUp, model_ring, with_model
from tests.tui.pages import SIZES, opened
from tests.tui.rings import app_of, draft, ring_of
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

Compare = Callable[..., bool]
sizes = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
looks = pytest.mark.parametrize("theme", ["sparring-light", "sparring-clear-dark"])


async def _at(pilot: "Pilot[int]", screen: type, *keys: str) -> None:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, BoutScreen) and pilot.app.screen.query(".block"))
    await pilot.press("escape", *keys)
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, screen))
    await pilot.pause()


async def _waiting(pilot: "Pilot[int]", partner: ScriptedPartner) -> None:
    await _at(pilot, BoutScreen)
    screen = pilot.app.screen
    assert isinstance(screen, BoutScreen)
    screen.waiting.clock = lambda: 4.0
    await pilot.press("n")
    await wait_until(pilot, lambda: partner.under_way and "120 tokens" in str(screen.waiting.render()))
    await pilot.press("i", *"half a thought")
    await pilot.pause()


@sizes
def test_a_model_at_work(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    partner = ScriptedPartner()
    partner.gate.clear()
    app = app_of(model_ring(tmp_path, partner))
    assert snap_compare(app, terminal_size=size, run_before=lambda pilot: _waiting(pilot, partner))


async def _failed(pilot: "Pilot[int]") -> None:
    await _at(pilot, BoutScreen, "n")
    await wait_until(pilot, lambda: pilot.app.screen.query(Note))
    await pilot.pause()


@sizes
def test_a_call_that_failed(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_of(model_ring(tmp_path, ScriptedPartner([CallFault("rate", TOLD)])))
    assert snap_compare(app, terminal_size=size, run_before=_failed)


@looks
def test_a_call_that_failed_in_other_looks(tmp_path: Path, snap_compare: Compare, theme: str) -> None:
    app = app_of(model_ring(tmp_path, ScriptedPartner([CallFault("rate", TOLD)])))
    app.theme = theme
    assert snap_compare(app, terminal_size=(80, 24), run_before=_failed)


async def _asked(pilot: "Pilot[int]") -> None:
    await _at(pilot, ConsentScreen, "n")
    await wait_until(pilot, lambda: "tokens" in str(pilot.app.screen.query_one("#consent-much").render()))
    await pilot.pause()


@pytest.mark.parametrize("size", [*SIZES, (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_asked_before_anything_is_sent(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert snap_compare(app_of(model_ring(tmp_path, ScriptedPartner(), consent=False)), terminal_size=size, run_before=_asked)


@looks
def test_asked_before_anything_is_sent_in_other_looks(tmp_path: Path, snap_compare: Compare, theme: str) -> None:
    app = app_of(model_ring(tmp_path, ScriptedPartner(), consent=False))
    app.theme = theme
    assert snap_compare(app, terminal_size=(80, 24), run_before=_asked)


@sizes
def test_what_would_be_sent(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await _at(pilot, SentScreen, "v")
        await wait_until(pilot, lambda: pilot.app.screen.query("#sent-text > Static"))
        await pilot.pause()

    assert snap_compare(app_of(model_ring(tmp_path, ScriptedPartner())), terminal_size=size, run_before=before)


@sizes
def test_who_spars(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_of(model_ring(tmp_path, ScriptedPartner(host="api.example")), partners=PartnersSetUp())
    assert snap_compare(app, terminal_size=size, run_before=lambda pilot: _at(pilot, PartnerScreen, "b"))


@sizes
def test_the_models_of_an_endpoint(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    async def before(pilot: "Pilot[int]") -> None:
        await _at(pilot, PartnerScreen, "b")
        await pilot.press("m")
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, ModelScreen) and pilot.app.screen.models)
        await pilot.pause()

    app = app_of(model_ring(tmp_path, ScriptedPartner(host="api.example")), partners=PartnersSetUp())
    assert snap_compare(app, terminal_size=size, run_before=before)


@sizes
def test_the_bank_stands_in(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = app_of(model_ring(tmp_path, ScriptedPartner([KR] * 3)))

    async def before(pilot: "Pilot[int]") -> None:
        await _at(pilot, BoutScreen, "n")
        await wait_until(pilot, lambda: "withheld" in str(pilot.app.screen.query_one("#hint").render()))
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=before)


@sizes
def test_before_round_one_with_a_model(tmp_path: Path, snap_compare: Compare, size: tuple[int, int]) -> None:
    partner = ScriptedPartner()

    async def before(pilot: "Pilot[int]") -> None:
        await wait_until(pilot, lambda: isinstance(pilot.app.screen, SituationScreen))
        await pilot.pause()

    app = app_of(ring_of(with_model(opened(draft()), partner, consent=False), tmp_path, partner=partner))
    assert snap_compare(app, terminal_size=size, run_before=before)
