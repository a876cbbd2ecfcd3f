"""A bout in another language, from opening to close, on a real disk."""

from pathlib import Path

import pytest

from sparring.archive.places import Workspace
from sparring.draft.reading import read_draft
from sparring.opening import Ring, go_on_with, leave, open_new, open_unkept
from sparring.referee.language import foreign
from sparring.report.conversation import conversation
from sparring.report.plain import as_plain
from sparring.speech import speech
from sparring.text import read_source
from sparring.wishes import Wishes
from tests.bouts import FLAWED

GERMAN = """\
# Ziele der Bücherei

## O1: Wer in der Bücherei etwas sucht, findet es ohne Hilfe

- KR1: Neue Beschilderung in allen drei Häusern einführen
- KR2: Zufriedenheit der Besucher steigern
- KR3: Ausleihen um 15 % erhöhen

## O2: Die Technik läuft

- KR1: Verfügbarkeit des Katalogs bei 99,9 % halten
- KR2: 10 Schulungen für das Personal durchführen
"""

FRENCH = """\
# O1: Nos lecteurs trouvent ce qu'ils cherchent dans la bibliothèque sans notre aide

- KR1: Lancer la nouvelle signalétique dans les trois maisons
"""

ANSWERS = (
    "Wir würden die Regale umstellen, statt wie bisher Führungen anzubieten.",
    "Dass wir auf die Hausverwaltung warten.",
    "Wissen wir noch nicht.",
    "Der Amtsleiter will das so.",
    "gute Frage",
    "Schreib uns doch bitte das Key Result.",
)
SHOWN_AS_WRITTEN = frozenset({"quote", "answer", "said", "passage"})


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path, tmp_path / "transcripts")


async def opened(workspace: Workspace, text: str = GERMAN, language: str = "", seed: int = 3) -> Ring:
    draft = workspace.root / "draft.md"
    draft.write_text(text)
    return await open_new(read_source(draft), workspace, Wishes(seed=seed, language=language))


async def fought(ring: Ring) -> Ring:
    session, answers = ring.session, iter(ANSWERS * 4)
    await session.give_situation(None)
    await session.go_on()
    while session.bout.stage == "rounds":
        await session.answer(next(answers))
        await session.press()
        await session.answer(next(answers))
        await session.take_stance("keep")
        await session.go_on()
    await session.say_at_close("Das meiste.", "still-stands")
    return ring


@pytest.mark.parametrize("seed", range(4))
async def test_everything_that_the_partner_says_to_a_german_draft_is_german(workspace: Workspace, seed: int) -> None:
    ring = await fought(await opened(workspace, seed=seed))
    bout = ring.session.bout
    assert bout.opened.language == "de"
    assert len(bout.rounds) >= 5
    own = [item.text for item in bout.draft.items()]
    for part in conversation(bout):
        if part.kind not in SHOWN_AS_WRITTEN:
            assert not foreign(part.text, "de", own), part.text
    assert all(each.raised.question_id is None or "/de/" in each.raised.question_id for each in bout.rounds)
    remarks = [answer.reading.remark for each in bout.rounds for answer in each.answers if answer.reading and answer.reading.remark]
    assert remarks
    assert set(remarks) <= set(speech("de").asked_to_write)
    shown = as_plain(conversation(bout))
    assert "geklärt" in shown or "offen" in shown
    assert not any(word in shown for word in (" settled ", " open  ", "We keep it", "round 1"))
    await leave(ring)


async def test_a_bout_goes_on_in_the_language_it_was_begun_in(workspace: Workspace) -> None:
    ring = await opened(workspace)
    await ring.session.give_situation(None)
    await ring.session.go_on()
    await leave(ring)
    again = await go_on_with(ring.journal.path)
    await again.session.go_on()
    assert [each.raised.title for each in again.session.bout.rounds] == ["Was macht ihr anders?", "Woran scheitert es am ehesten?"]
    await leave(again)


async def test_the_language_that_was_asked_for_wins(workspace: Workspace) -> None:
    german = await opened(workspace, FLAWED, language="de")
    assert german.session.bout.opened.language == "de"
    assert german.remarks == ()
    await leave(german)
    english = await opened(workspace, GERMAN, language="en")
    assert english.session.bout.opened.language == "en"
    await leave(english)


async def test_a_team_is_told_when_the_partner_follows_its_draft(workspace: Workspace) -> None:
    ring = await opened(workspace)
    assert ring.remarks == (speech("de").as_your_draft,)
    await leave(ring)


async def test_a_draft_in_a_language_that_is_not_spoken_is_sparred_on_in_english_and_that_is_said(workspace: Workspace) -> None:
    ring = await opened(workspace, FRENCH)
    assert ring.session.bout.opened.language == "en"
    assert any("I ask in English" in remark for remark in ring.remarks)
    await leave(ring)


async def test_a_bout_that_is_only_printed_speaks_the_drafts_language_too(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(GERMAN)
    unkept = await open_unkept(read_draft(read_source(path)), Wishes())
    await unkept.session.give_situation(None)
    await unkept.session.go_on()
    assert unkept.session.bout.rounds[0].raised.title == "Was macht ihr anders?"
