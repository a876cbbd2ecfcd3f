"""A bout with a model: what it is asked, what is kept, and that nothing it does can harm the bout."""

import asyncio
from collections.abc import Callable
from typing import get_args

import pytest

from sparring.archive.errors import CannotWrite
from sparring.bout.answer_as_read import Reading
from sparring.bout.fold import fold
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import NoLibrary
from sparring.partner.chat import Progress
from sparring.partner.consent import ConsentNeeded
from sparring.partner.faults import CallFault, FaultKind
from sparring.partner.in_hand import CallCancelled
from sparring.partner.prompt import Prompt
from sparring.record.events import CallFailed, ClassSpan, ConsentGiven, During, PartnerChanged
from sparring.record.payload import Stretch
from sparring.session import Session, open_bout
from tests.bouts import Clock, MemoryJournal, draft_of
from tests.scripted_partner import KR, QUESTION, ScriptedPartner


async def in_round_one(partner: ScriptedPartner, journal: MemoryJournal | None = None, *, consent: bool = True) -> Session:
    """A bout whose opening question waits for its answer."""
    session = await open_bout(
        draft_of(),
        bout_id="2026-11-21-kofu",
        seed=1,
        language="en",
        journal=journal or MemoryJournal(),
        partner=partner,
        catalogue=packaged_catalogue(),
        library=NoLibrary(),
        clock=Clock(),
    )
    await session.give_situation(None)
    await session.go_on()
    if consent:
        await session.give_consent(partner.host, ())
    return session


async def until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - the condition is another's and has no event
            await asyncio.sleep(0)


async def test_the_opening_question_is_the_banks_and_asks_no_model() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner, consent=False)
    assert session.bout.rounds[0].raised.origin == "bank"
    assert partner.calls == 0


async def test_the_transcript_says_who_spars_in_whose_words_and_who_reads() -> None:
    session = await in_round_one(ScriptedPartner())
    opened = session.bout.opened
    assert (opened.partner, opened.voice, opened.second_reader, opened.host) == ("gpt-x", "guarded", "gpt-small", "models.example")


async def test_nothing_is_sent_before_somebody_agreed() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner, consent=False)
    await session.answer("we would move to the scanner")
    with pytest.raises(ConsentNeeded) as needed:
        await session.go_on()
    assert needed.value.host == "models.example"
    assert partner.calls == 0
    assert len(session.bout.rounds) == 1
    assert session.bout.rounds[0].answers[0].reading
    await session.give_consent(needed.value.host, needed.value.documents)
    await session.go_on()
    assert session.bout.rounds[-1].raised.question == QUESTION


async def test_a_model_on_this_machine_needs_no_consent() -> None:
    session = await in_round_one(ScriptedPartner(host=""), consent=False)
    await session.go_on()
    assert session.bout.rounds[1].raised.origin == "model"


@pytest.mark.parametrize("kind", get_args(FaultKind))
async def test_a_failed_call_changes_nothing_but_is_kept_and_the_same_command_works_again(kind: FaultKind) -> None:
    partner = ScriptedPartner([CallFault(kind, "models.example did not answer. Try again.")])
    journal = MemoryJournal()
    session = await in_round_one(partner, journal)
    before = session.bout
    with pytest.raises(CallFault):
        await session.go_on()
    event = journal.entries[-1].event
    assert isinstance(event, CallFailed)
    assert (event.kind, event.during, event.error) == (kind, "challenge", "models.example did not answer. Try again.")
    assert session.bout.failed == event
    assert (session.bout.rounds, session.bout.stage) == (before.rounds, before.stage)
    await session.go_on()
    assert session.bout.failed is None
    assert session.bout.rounds[1].raised.origin == "model"


@pytest.mark.parametrize("during", ["press", "angle"])
async def test_a_press_or_another_angle_that_fails_can_be_asked_for_again(during: During) -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    await session.answer("we would move to the scanner")
    command = session.press if during == "press" else session.another_angle
    partner.steps.append(CallFault("timeout", "It took too long."))
    with pytest.raises(CallFault):
        await command()
    assert session.bout.failed
    assert session.bout.failed.during == during
    await command()
    assert session.bout.failed is None


async def test_an_angle_that_a_coach_wanted_and_that_failed_stays_the_coachs() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    partner.steps.append(CallFault("timeout", "It took too long."))
    with pytest.raises(CallFault):
        await session.another_angle("Ana")
    assert session.bout.failed
    assert session.bout.failed.asked_by_coach == "Ana"
    await session.another_angle(session.bout.failed.asked_by_coach)
    assert [each.raised.asked_by_coach for each in session.bout.rounds] == ["", "Ana"]
    await session.another_angle()
    assert session.bout.rounds[-1].raised.asked_by_coach == ""


async def test_an_answer_is_read_by_the_model_where_it_can_be() -> None:
    partner = ScriptedPartner()
    partner.reading = Reading((ClassSpan(answer_class="fact", span=Stretch(start=0, end=4)),), open="Whether it moves.", rest=False)
    session = await in_round_one(partner)
    await session.answer("61% on Monday")
    reading = session.bout.rounds[0].answers[0].reading
    assert reading
    assert (reading.reader, reading.open) == ("gpt-x", "Whether it moves.")


@pytest.mark.parametrize("fault", [CallFault("server", "models.example failed."), ValueError("of ours")])
async def test_a_reading_that_fails_is_done_by_the_word_lists_and_the_answer_stands(fault: Exception) -> None:
    partner = ScriptedPartner()
    partner.reading = fault
    session = await in_round_one(partner)
    await session.answer("61% on Monday")
    answer = session.bout.rounds[0].answers[0]
    assert answer.reading
    assert (answer.text, answer.reading.reader) == ("61% on Monday", "words")
    assert session.bout.failures[-1].during == "reading"
    assert session.bout.failed is None


@pytest.mark.parametrize("stubborn", [False, True])
async def test_a_cancelled_call_gives_the_bout_back_at_once_and_no_second_one_runs_beside_it(stubborn: bool) -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    before = session.bout
    partner.stubborn = stubborn
    partner.gate.clear()
    going = asyncio.create_task(session.go_on())
    await until(lambda: partner.under_way)
    assert session.calls.during == "challenge"
    assert session.cancel_call()
    with pytest.raises(CallCancelled):
        await going
    assert session.bout == before
    assert session.calls.during is None
    await session.take_stance("park")
    again = asyncio.create_task(session.go_on())
    await asyncio.sleep(0)
    partner.gate.set()
    await again
    assert partner.most_at_once == 1
    assert len(session.bout.rounds) == 2


async def test_a_command_that_is_cancelled_at_any_moment_leaves_a_bout_that_is_the_fold_of_what_was_kept() -> None:
    for steps in range(40):
        partner, journal = ScriptedPartner([KR]), MemoryJournal()
        session = await in_round_one(partner, journal)
        going = asyncio.create_task(session.go_on())
        for _ in range(steps):
            await asyncio.sleep(0)
        going.cancel()
        await asyncio.wait({going})
        assert fold(journal.entries) == session.bout
        await session.answer("61% on Monday")
        await session.go_on()
        assert fold(journal.entries) == session.bout
        assert partner.most_at_once == 1


async def test_an_answer_whose_reading_is_cancelled_is_kept_and_read_by_the_word_lists() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    partner.gate.clear()
    answering = asyncio.create_task(session.answer("61% on Monday"))
    await until(lambda: partner.under_way)
    answering.cancel()
    await asyncio.wait({answering})
    answer = session.bout.rounds[0].answers[0]
    assert answer.reading
    assert answer.reading.reader == "words"


async def test_commands_given_while_a_call_runs_are_carried_out_after_it_and_one_call_runs_at_a_time() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    partner.gate.clear()
    both = asyncio.gather(session.answer("61% on Monday"), session.go_on())
    await until(lambda: partner.under_way)
    partner.gate.set()
    await both
    assert partner.most_at_once == 1
    assert [len(each.answers) for each in session.bout.rounds] == [1, 0]


async def test_leaving_while_a_call_runs_waits_for_nobody() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    partner.gate.clear()
    both = [asyncio.create_task(session.answer("61% on Monday")), asyncio.create_task(session.go_on())]
    await until(lambda: partner.under_way)
    session.calls.refuse()
    await session.pause()
    await asyncio.wait(both)
    assert session.bout.paused or session.bout.last_seq
    assert partner.calls == 1
    assert session.bout.rounds[0].answers[0].reading


async def test_the_front_end_hears_how_far_a_call_is_and_when_it_begins_and_ends() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    heard: list[Progress] = []
    said: list[During | None] = []
    session.on_progress = heard.append
    session.calls.on_change = said.append
    await session.go_on()
    assert heard == [Progress(120)]
    assert said == ["challenge", None]


async def test_what_an_obedient_model_writes_is_withheld_by_rule_and_the_round_says_that_the_bank_stood_in() -> None:
    partner, journal = ScriptedPartner([KR] * 3), MemoryJournal()
    session = await in_round_one(partner, journal)
    await session.go_on()
    raised = session.bout.rounds[1].raised
    assert (raised.origin, raised.fallback) == ("bank", "withheld")
    assert sum(session.bout.withheld.values()) == 3
    assert "90%" not in "".join(str(entry.event) for entry in journal.entries)


async def test_another_partner_goes_on_and_the_old_one_is_let_go_of() -> None:
    partner, journal = ScriptedPartner([CallFault("refused", "Nobody listens there.")]), MemoryJournal()
    session = await in_round_one(partner, journal)
    with pytest.raises(CallFault):
        await session.go_on()
    await session.change_partner(session.offline)
    assert partner.closed
    assert session.bout.failed is None
    assert [each.name for each in session.bout.partners] == ["gpt-x", "offline partner"]
    await session.go_on()
    assert session.bout.rounds[1].raised.origin == "bank"
    assert any(isinstance(entry.event, PartnerChanged) for entry in journal.entries)


async def test_another_partner_does_not_wait_for_the_call_of_the_old_one() -> None:
    partner = ScriptedPartner()
    session = await in_round_one(partner)
    partner.gate.clear()
    going = asyncio.create_task(session.go_on())
    await until(lambda: partner.under_way)
    await session.change_partner(session.offline)
    with pytest.raises(CallCancelled):
        await going
    assert session.bout.partner.name == "offline partner"


async def test_another_host_is_asked_about_again() -> None:
    session = await in_round_one(ScriptedPartner())
    assert session.consent_needed is None
    await session.change_partner(ScriptedPartner(host="other.example", name="other"))
    assert session.consent_needed
    assert session.consent_needed.host == "other.example"


async def test_a_consent_that_cannot_be_kept_is_none() -> None:
    journal = MemoryJournal()
    session = await in_round_one(ScriptedPartner(), journal, consent=False)
    journal.failure = CannotWrite("The disk is full.")
    with pytest.raises(CannotWrite):
        await session.give_consent("models.example", ())
    assert session.consent_needed
    journal.failure = None
    assert not any(isinstance(entry.event, ConsentGiven) for entry in journal.entries)


@pytest.mark.parametrize("rounds", [0, 1])
async def test_what_would_be_sent_can_be_read_before_anything_is_and_leaves_no_trace(rounds: int) -> None:
    partner, journal = ScriptedPartner(), MemoryJournal()
    session = await open_bout(
        draft_of(),
        bout_id="2026-11-21-kofu",
        seed=1,
        language="en",
        journal=journal,
        partner=partner,
        catalogue=packaged_catalogue(),
        library=NoLibrary(),
        clock=Clock(),
    )
    if rounds:
        await session.give_situation(None)
        await session.go_on()
    before = len(journal.entries)
    preview = await session.preview()
    assert isinstance(preview, Prompt)
    assert "risk-fit" in preview.messages[-1].text
    assert (partner.calls, len(journal.entries)) == (0, before)


async def test_offline_nothing_would_be_sent() -> None:
    session = await in_round_one(ScriptedPartner())
    await session.change_partner(session.offline)
    assert await session.preview() is None
