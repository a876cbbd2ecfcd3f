"""What leaves a bout as text: safe whatever the team wrote, and true to it."""

from markdown_it import MarkdownIt

from sparring.report.conversation import conversation
from sparring.report.markdown import as_markdown, safe
from sparring.report.plain import as_plain
from sparring.session import Session
from tests.bouts import session_on

HOSTILE = "<script>alert(1)</script> [click](javascript:alert(1)) **bold** `code` \x1b[31mred\u202e \n# heading\n- item\n1. one\nhttps://evil.example"


async def hostile_bout() -> Session:
    aim = HOSTILE.splitlines()[0]
    session = await session_on(f"# Plan\n\n## O1: Be the best {aim}\n\n- KR1: Launch the finder\n- KR2: Increase revenue by 15%\n")
    await session.give_situation(None)
    await session.go_on()
    await session.answer(HOSTILE)
    await session.take_stance("keep", HOSTILE)
    await session.go_on()
    await session.ask_own(HOSTILE)
    await session.stop()
    await session.say_at_close(HOSTILE, "still-stands")
    return session


async def test_markdown_shows_hostile_text_as_it_stands() -> None:
    session = await hostile_bout()
    text = as_markdown(session.bout, "0" * 64)
    assert "\x1b" not in text
    assert "\u202e" not in text
    html = MarkdownIt().render(text)
    assert "<script" not in html
    assert "<a " not in html
    assert "<strong>bold" not in html
    tokens = MarkdownIt().parse(text)
    headings = [tokens[index + 1].content for index, token in enumerate(tokens) if token.type == "heading_open"]
    assert "heading" not in headings


async def test_plain_text_holds_no_control_characters_but_line_ends() -> None:
    session = await hostile_bout()
    text = as_plain(conversation(session.bout))
    assert not [character for character in text if not character.isprintable() and character != "\n"]


async def test_everything_said_is_in_the_export() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("we would drop the returns flow", "AN")
    await session.press()
    await session.answer("fewer calls on Monday")
    await session.take_stance("park", "ask the depot")
    text = as_markdown(session.bout, "a" * 64)
    raised = session.bout.rounds[0]
    said = ["we would drop the returns flow", "fewer calls on Monday", "ask the depot", "AN:", "a" * 64]
    for words in (*said, raised.raised.question, raised.raised.doubt, raised.presses[0].raised.question):
        assert safe(words) in text


async def test_what_was_taken_back_is_a_gap_and_not_its_words() -> None:
    session = await session_on()
    await session.give_situation(None)
    await session.go_on()
    await session.answer("the password is on the whiteboard")
    await session.take_back_answer()
    for text in (as_markdown(session.bout, "a" * 64), as_plain(conversation(session.bout))):
        assert "whiteboard" not in text
        assert "taken back" in text
