"""Who sparred: said wherever a bout leaves the screen."""

from sparring.report.markdown import as_markdown
from sparring.report.sparred import who_sparred
from tests.bouts import MemoryJournal, session_on
from tests.scripted_partner import KR, ScriptedPartner


async def test_offline_it_is_the_offline_partner_alone() -> None:
    session = await session_on()
    assert who_sparred(session.bout) == "Sparred with the offline partner."


async def test_a_model_is_named_with_its_host_its_voice_and_its_reader_and_withheld_replies_are_counted() -> None:
    session = await session_on(journal=MemoryJournal())
    partner = ScriptedPartner([KR] * 3)
    await session.change_partner(partner)
    await session.give_consent(partner.host, ())
    await session.give_situation(None)
    await session.go_on()
    await session.go_on()
    await session.change_partner(session.offline)
    await session.go_on()
    said = who_sparred(session.bout)
    assert said == (
        "Sparred with gpt-x at models.example, in its own words, read by gpt-small before they were shown, then with the offline partner. "
        "3 replies were withheld by the referee and shown to nobody. The question bank stood in once."
    )
    assert said in as_markdown(session.bout, "0" * 64)


async def test_names_from_outside_are_made_safe() -> None:
    session = await session_on()
    await session.change_partner(ScriptedPartner(name="a\x1b[31mb", host=""))
    assert "\x1b" not in who_sparred(session.bout)
    assert "on the team's own machine" in who_sparred(session.bout)
