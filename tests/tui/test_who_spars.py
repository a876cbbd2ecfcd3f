"""Who spars is shown and chosen; what would be sent is shown before it is; nobody's words leave without a yes."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import OptionList, Static

from sparring.partner.faults import CallFault
from sparring.record.events import ConsentGiven, Event, PartnerChanged
from sparring.tui.app import SparringApp
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.facts import FactsScreen
from sparring.tui.page import Sentence
from sparring.tui.sending.consent import ConsentScreen
from sparring.tui.sending.sent import SentScreen
from sparring.tui.situation import SituationScreen
from sparring.tui.welcome import WelcomeScreen
from sparring.tui.who_spars import ModelScreen, PartnerScreen
from tests.scripted_partner import ScriptedPartner
from tests.tui.models import PartnersSetUp, model_ring, with_model
from tests.tui.pages import app_in, at_facts, opened, team_folder
from tests.tui.rings import app_of, draft, journal_of, ring_of, second_round
from tests.tui.waiting import wait_until

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from sparring.opening import Ring


def app_with(ring: "Ring", partners: PartnersSetUp | None = None, copied: list[str] | None = None) -> SparringApp:
    return app_of(ring, copied, partners=partners or PartnersSetUp())


async def at(pilot: "Pilot[int]", screen: type) -> None:
    await wait_until(pilot, lambda: isinstance(pilot.app.screen, screen))


def words(pilot: "Pilot[int]") -> str:
    return "\n".join(str(widget.render()) for widget in pilot.app.screen.query(Static))


def text_sent(pilot: "Pilot[int]") -> str:
    """What the screen shows of what would be sent."""
    screen = pilot.app.screen
    return screen.text if isinstance(screen, SentScreen) else ""


def events(ring: "Ring", kind: type) -> list[Event]:
    return [event for entry in journal_of(ring).entries if isinstance(event := entry.event, kind) and event]


# -- consent ---------------------------------------------------------------------------------------------------------------


async def test_before_the_first_call_the_host_the_model_and_what_goes_are_named(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    ring = model_ring(tmp_path, partner, consent=False)
    async with app_with(ring).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("escape", "n")
        await at(pilot, ConsentScreen)
        await wait_until(pilot, lambda: "1,840 tokens" in words(pilot))
        assert "Before anything is sent to models.example" in words(pilot)
        assert "gpt-x" in words(pilot)
        assert "okrs.md, all of it" in words(pilot)
        assert partner.calls == 0
        await pilot.press("y")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
    assert events(ring, ConsentGiven) == [ConsentGiven(host="models.example")]
    assert ring.session.bout.rounds[-1].raised.origin == "model"


async def test_no_is_staying_offline_and_the_challenge_comes_all_the_same(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    ring = model_ring(tmp_path, partner, consent=False)
    async with app_with(ring).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("escape", "n")
        await at(pilot, ConsentScreen)
        await pilot.press("n")
        await wait_until(pilot, lambda: len(ring.session.bout.rounds) == 3)
    assert partner.calls == 0
    assert ring.session.bout.partner.name == "offline partner"
    assert not events(ring, ConsentGiven)


async def test_not_now_sends_nothing_and_asks_again(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    ring = model_ring(tmp_path, partner, consent=False)
    async with app_with(ring).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        for _ in range(2):
            await pilot.press("escape", "n")
            await at(pilot, ConsentScreen)
            await pilot.press("escape")
            await at(pilot, BoutScreen)
    assert partner.calls == 0
    assert len(ring.session.bout.rounds) == 2


async def test_every_word_can_be_read_before_the_yes(tmp_path: Path) -> None:
    ring = model_ring(tmp_path, ScriptedPartner(), consent=False)
    async with app_with(ring).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("escape", "n")
        await at(pilot, ConsentScreen)
        await pilot.press("v")
        await at(pilot, SentScreen)
        await wait_until(pilot, lambda: "Increase activation rate by 20%" in text_sent(pilot))
        await pilot.press("escape")
        await at(pilot, ConsentScreen)


async def test_before_round_one_the_question_interrupts_no_thought(tmp_path: Path) -> None:
    partner = ScriptedPartner()
    ring = ring_of(with_model(at_facts(draft()), partner, consent=False), tmp_path, partner=partner)
    async with app_with(ring).run_test(size=(80, 24)) as pilot:
        await at(pilot, FactsScreen)
        await pilot.press("enter")
        await at(pilot, ConsentScreen)
        await pilot.press("y")
        await at(pilot, BoutScreen)
        await wait_until(pilot, lambda: ring.session.bout.rounds)
    assert partner.calls == 0
    assert ring.session.bout.rounds[0].raised.origin == "bank"


# -- what would be sent ----------------------------------------------------------------------------------------------------


async def test_what_would_be_sent_is_shown_word_for_word_and_can_be_copied(tmp_path: Path) -> None:
    copied: list[str] = []
    ring = model_ring(tmp_path, ScriptedPartner())
    prompt = await ring.session.preview()
    assert prompt
    async with app_with(ring, copied=copied).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("ctrl+o")
        await at(pilot, SentScreen)
        await wait_until(pilot, lambda: text_sent(pilot))
        text = text_sent(pilot)
        assert all(message.text in text for message in prompt.messages)
        assert "about 1,840 tokens" in words(pilot)
        assert "12 lines left out" in words(pilot)
        await pilot.press("y")
        await wait_until(pilot, lambda: copied)
        assert copied == [text]
        await pilot.press("v")
        await at(pilot, BoutScreen)


async def test_offline_it_says_that_nothing_is_sent(tmp_path: Path) -> None:
    async with app_with(ring_of(second_round(draft()), tmp_path)).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("escape", "v")
        await at(pilot, SentScreen)
        await wait_until(pilot, lambda: "Nothing is sent." in words(pilot))


# -- choosing --------------------------------------------------------------------------------------------------------------


async def test_another_partner_is_chosen_in_the_middle_of_a_bout_and_the_change_is_kept(tmp_path: Path) -> None:
    partners = PartnersSetUp()
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_with(ring, partners).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("escape", "b")
        await at(pilot, PartnerScreen)
        await pilot.press("3")
        await at(pilot, BoutScreen)
        await wait_until(pilot, lambda: ring.session.bout.partner.name == "smol.gguf")
    assert partners.cast_for == [("this machine", "")]
    assert events(ring, PartnerChanged) == [PartnerChanged(partner="smol.gguf", voice="bank")]


async def test_the_models_of_an_endpoint_are_listed_by_their_names_and_one_is_taken(tmp_path: Path) -> None:
    partners = PartnersSetUp()
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_with(ring, partners).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("ctrl+n")
        await at(pilot, PartnerScreen)
        await pilot.press("down", "m")
        await at(pilot, ModelScreen)
        await wait_until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count == 3)
        assert str(pilot.app.screen.query_one(OptionList).get_option_at_index(2).prompt) == "gpt-x-[bold]long"
        await pilot.press("up", "enter")
        await at(pilot, BoutScreen)
        await wait_until(pilot, lambda: ring.session.bout.partner.name == "gpt-small")
    assert partners.cast_for == [("openai", "gpt-small")]


async def test_an_endpoint_that_is_away_says_so_and_is_asked_again_on_a_key(tmp_path: Path) -> None:
    partners = PartnersSetUp()
    partners.fault = CallFault("refused", "Nobody listens at api.example. Check the address.")
    async with app_with(ring_of(second_round(draft()), tmp_path), partners).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("escape", "b")
        await at(pilot, PartnerScreen)
        await pilot.press("down", "m")
        await at(pilot, ModelScreen)
        await wait_until(pilot, lambda: "Nobody listens at api.example" in pilot.app.screen.query_one(Sentence).said)
        partners.fault = None
        await pilot.press("r")
        await wait_until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count == 3)
        assert pilot.app.screen.query_one(Sentence).said == ""


async def test_a_key_that_is_missing_is_told_where_it_was_chosen_and_nothing_changes(tmp_path: Path) -> None:
    ring = ring_of(second_round(draft()), tmp_path)
    async with app_with(ring).run_test(size=(80, 24)) as pilot:
        await at(pilot, BoutScreen)
        await pilot.press("escape", "b")
        await at(pilot, PartnerScreen)
        await pilot.press("4")
        await at(pilot, ModelScreen)
        await wait_until(pilot, lambda: pilot.app.screen.query_one(OptionList).option_count == 3)
        await pilot.press("enter")
        await at(pilot, PartnerScreen)
        await wait_until(pilot, lambda: "No key was found for our proxy" in pilot.app.screen.query_one(Sentence).said)
        await pilot.press("escape")
        await at(pilot, BoutScreen)
    assert ring.session.bout.partner.name == "offline partner"
    assert not events(ring, PartnerChanged)


async def test_before_round_one_it_is_said_who_spars_and_can_be_changed(tmp_path: Path) -> None:
    ring = ring_of(opened(draft()), tmp_path)
    async with app_with(ring).run_test(size=(80, 24)) as pilot:
        await at(pilot, SituationScreen)
        await wait_until(pilot, lambda: "offline partner, nothing is sent" in words(pilot))
        await pilot.press("p")
        await at(pilot, PartnerScreen)
        await pilot.press("2")
        await at(pilot, SituationScreen)
        await wait_until(pilot, lambda: "gpt-x at api.example" in words(pilot))
        assert "nothing sent yet" in words(pilot)


@pytest.mark.parametrize(("usual", "says"), [("", "offline partner"), ("this machine", "this machine")])
async def test_the_welcome_says_who_spars_and_whom_it_opens_a_bout_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, usual: str, says: str
) -> None:
    app = app_in(team_folder(tmp_path, monkeypatch))
    partners = PartnersSetUp()
    partners.usual = usual
    app.partners = partners
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, WelcomeScreen)
        options = pilot.app.screen.query_one("#choices", OptionList)
        assert says in str(options.get_option_at_index(3).prompt)
        await pilot.press("e")
        await at(pilot, SituationScreen)
        assert app.ring
        assert app.ring.session.partner.name == ("smol.gguf" if usual else "offline partner")


async def test_a_usual_partner_that_cannot_spar_yet_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_in(team_folder(tmp_path, monkeypatch))
    partners = PartnersSetUp()
    partners.usual = "our proxy"
    app.partners = partners
    async with app.run_test(size=(80, 24)) as pilot:
        await at(pilot, WelcomeScreen)
        await pilot.press("e")
        await at(pilot, SituationScreen)
        await wait_until(pilot, lambda: "No key was found for our proxy" in words(pilot))
        assert app.ring
        assert app.ring.session.partner.name == "offline partner"
