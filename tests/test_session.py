"""What a front end relies on: commands that return once their entries are kept, and a bout that is unchanged when they fail."""

import asyncio

import pytest

from sparring.archive.errors import CannotWrite
from sparring.bout.fold import fold
from sparring.challenge import Challenge, Choice
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor
from sparring.library.model import NoLibrary
from sparring.partner.chat import OnProgress, unheard
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Partner, Turn
from sparring.session import Session, open_bout
from sparring.text import Source
from tests.bouts import FLAWED, Clock, MemoryJournal, draft_of, fight, session_on


class Obedient(OfflinePartner):
    """A partner that writes an OKR whenever it may speak."""

    name = "obedient"

    def __init__(self) -> None:
        super().__init__(packaged_catalogue())

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        return Challenge(turn.choices[0], "KR1: Increase locker pick-ups from 10% to 90%.", "Would you take this one?", origin="model")


async def session_with(partner: Partner, journal: MemoryJournal) -> Session:
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
    await session.give_situation(None)
    return session


async def test_the_front_end_hears_of_an_entry_only_once_it_is_kept() -> None:
    journal = MemoryJournal()
    session = await session_on(journal=journal)
    heard: list[tuple[int, int]] = []
    session.on_entry = lambda entry: heard.append((entry.seq, len(journal.entries)))
    await session.give_situation(None)
    await session.go_on()
    assert heard
    assert all(seq <= kept for seq, kept in heard)


async def test_a_failed_append_leaves_the_bout_as_it_was_and_can_be_tried_again() -> None:
    journal = MemoryJournal()
    session = await session_on(journal=journal)
    await session.give_situation(None)
    await session.go_on()
    before = session.bout
    journal.failure = CannotWrite("The disk is full.")
    with pytest.raises(CannotWrite):
        await session.answer("61% last Monday")
    assert session.bout == before
    journal.failure = None
    await session.answer("61% last Monday")
    assert session.bout.rounds[-1].answers[0].text == "61% last Monday"


async def test_the_bout_is_the_fold_of_what_was_kept() -> None:
    journal = MemoryJournal()
    session = await session_on(journal=journal)
    await session.give_situation(None)

    async def each_round(session: Session) -> None:
        await session.answer("we look at it every Monday")
        await session.take_stance("keep", "it is what couriers see")

    await fight(session, each_round)
    await session.say_at_close("most of it", "still-stands")
    assert fold(journal.entries) == session.bout


async def test_what_an_obedient_partner_writes_reaches_neither_the_screen_nor_the_file() -> None:
    journal = MemoryJournal()
    session = await session_with(Obedient(), journal)
    await session.go_on()
    await session.go_on()
    raised = session.bout.rounds[-1].raised
    assert raised.origin == "bank"
    assert session.bout.withheld
    kept = "".join(str(entry.event) for entry in journal.entries)
    assert "90%" not in kept


async def test_taking_an_answer_back_strikes_it_and_leaves_a_gap() -> None:
    journal = MemoryJournal()
    session = await session_on(journal=journal)
    await session.give_situation(None)
    await session.go_on()
    await session.answer("the password is on the whiteboard")
    seq = session.bout.rounds[-1].answers[-1].seq
    await session.press()
    await session.take_back_answer()
    current = session.bout.rounds[-1]
    assert journal.struck == [seq]
    assert current.answers == ()
    assert current.exchanges[0].seq == seq
    assert all(current.quoted_by(press) == "" for press in current.presses)


async def test_an_edited_draft_keeps_its_keys_and_is_looked_at_anew() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    before = session.bout.draft
    changed = FLAWED.replace("Launch the locker finder in the app", "Half of all pick-ups begin in the locker finder in the app")
    draft = await session.revise(Source("draft.md", changed))
    assert draft.objectives[0].key_results[0].key == before.objectives[0].key_results[0].key
    assert session.bout.version == 2
    assert before.objectives[0].key_results[0].key in session.bout.rounds[-1].revised
    assert not any(f.lens == "output-as-result" and f.anchor.keys == (draft.objectives[0].key_results[0].key,) for f in session.findings)


async def test_commands_given_at_once_are_carried_out_one_after_the_other() -> None:
    journal = MemoryJournal()
    session = await session_on(journal=journal)
    await session.give_situation(None)
    await session.go_on()
    await asyncio.gather(session.answer("yes, every Monday"), session.take_stance("park"), session.go_on())
    assert fold(journal.entries) == session.bout
    assert [each.stance for each in session.bout.rounds] == ["park", None]


async def test_a_choice_that_nobody_offered_about_an_item_that_is_not_there_is_refused() -> None:
    class Lost(Obedient):
        async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
            return Challenge(Choice("generic", Anchor("objective", ("nowhere",))), "", "Who would notice?", origin="model")

    session = await session_with(Lost(), MemoryJournal())
    await session.go_on()
    await session.go_on()
    assert session.bout.withheld == {"choice": 3}
    assert session.bout.rounds[-1].raised.origin == "bank"
