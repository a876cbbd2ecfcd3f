"""What a round looks like as a list of blocks: pure, so that the screen only has to mount what is new."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sparring.bout.state import Answer, Aside, Bout, Press, Round
from sparring.draft.model import Draft
from sparring.record.events import QuoteRecord, StanceTaken
from sparring.text import visible

Kind = Literal[
    "heading", "quote", "about", "passage", "no-passage", "doubt", "question", "asked", "said",
    "answer", "gap", "settled", "settled-whole", "open", "remark", "aside", "stance",
]  # fmt: skip

NO_PASSAGE = "I found no line in your documents that bears on this."
TAKEN_BACK = "taken back"
WHAT_YOU_SAID = "what you said"
MOST_OF_IT = 0.8
"""Share of an answer from which quoting what it settles would only say the answer again."""

STANCE_SAYS = {"will-change": "We will change this", "keep": "We keep it", "park": "Parked", "skip": "Skipped"}
STANCE_MARK = {"will-change": "✓", "keep": "=", "park": "?", "skip": "–", None: "○"}
SKIPPED_BECAUSE = {"does-not-apply": "it does not apply", "misread": "our words were misread"}


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the conversation, safe to show.

    Attributes:
        kind: how it looks.
        text: the words.
        mark: what stands before it: initials, a shape.
        beside: what stands quietly at its right: a lens's name, an item's id.
        stress: stretches of `text` (start, end) that are meant.
    """

    kind: Kind
    text: str
    mark: str = ""
    beside: str = ""
    stress: tuple[tuple[int, int], ...] = ()


def blocks_of(round_: Round, draft: Draft, *, past: bool = False) -> tuple[Block, ...]:
    """Return a round as the conversation shows it, in order.

    Only the question that waits is a "question": those before it, and all of a round that is past, were "asked".
    """
    blocks = list(_blocks(round_, draft))
    questions = [place for place, block in enumerate(blocks) if block.kind == "question"]
    for place in questions if past else questions[:-1]:
        blocks[place] = replace(blocks[place], kind="asked")
    return tuple(blocks)


def _blocks(round_: Round, draft: Draft) -> Iterator[Block]:
    raised = round_.raised
    yield Block("heading", visible(raised.title), mark="●", beside=visible(raised.lens.replace("-", " ")))
    for quote in raised.quotes:
        yield _quote(quote)
    if not raised.quotes and raised.anchor.kind == "draft":
        yield Block("about", "About the draft as a whole")
    if raised.passage is not None:
        place = visible(f"{raised.passage.file}:{raised.passage.line}")
        text = f"{place}  “{visible(raised.passage.text)}”"
        yield Block("passage", text, stress=((0, len(place)),))
    elif raised.searched:
        yield Block("no-passage", NO_PASSAGE)
    if raised.doubt:
        yield Block("doubt", visible(raised.doubt))
    yield Block("question", visible(raised.question))
    for exchange in round_.exchanges:
        match exchange:
            case Answer():
                yield from _answer(exchange)
            case Press():
                if said := round_.quoted_by(exchange):
                    yield Block("said", f"“{visible(said)}”")
                yield Block("question", visible(exchange.raised.question), mark="●")
            case Aside():
                yield aside_block(exchange)
    if round_.revised:
        names = [visible(item.id) for key in dict.fromkeys(round_.revised) if (item := draft.item(key))]
        yield Block("stance", f"You edited {', '.join(names)}." if names else "You edited your draft.", mark="✎")
    if round_.decision is not None:
        yield _stance(round_.decision.taken)


def _quote(quote: QuoteRecord) -> Block:
    stress = ((quote.phrase.start, quote.phrase.end),) if quote.phrase else ()
    return Block("quote", visible(quote.text), beside=visible(quote.id), stress=stress)


def _answer(answer: Answer) -> Iterator[Block]:
    if answer.given is None:
        yield Block("gap", TAKEN_BACK)
        return
    yield Block("answer", visible(answer.text, lines=True), mark=visible(answer.given.by))
    reading = answer.reading
    if reading is None:
        return
    for each in reading.settled:
        words = answer.text[each.start : each.end]
        whole = len(words) >= MOST_OF_IT * len(answer.text.strip())
        yield Block("settled-whole", WHAT_YOU_SAID) if whole else Block("settled", visible(words))
    if reading.open:
        yield Block("open", visible(reading.open))
    if reading.remark:
        yield Block("remark", visible(reading.remark), mark="●")


def aside_block(aside: Aside) -> Block:
    """Return a question of the team's or a coach's own."""
    by = visible(aside.asked.by)
    whose = "a coach's question" if aside.asked.role == "coach" else "your question"
    return Block("aside", visible(aside.asked.text, lines=True), mark=by, beside=whose)


def _stance(taken: StanceTaken) -> Block:
    says = STANCE_SAYS[taken.stance]
    if taken.skipped_because:
        says += f": {SKIPPED_BECAUSE[taken.skipped_because]}"
    if taken.reason:
        says += f": {visible(taken.reason, lines=True)}"
    by = f"{visible(taken.by)} " if taken.by else ""
    return Block("stance", says if taken.reason else f"{says}.", mark=STANCE_MARK[taken.stance], beside=by.strip())


def folded_line(round_: Round) -> Block:
    """Return a round that is over as one line: its stance as a shape, its title, its lens."""
    mark = "✎" if round_.revised and round_.stance is None else STANCE_MARK[round_.stance]
    return Block("heading", visible(round_.raised.title), mark=mark, beside=visible(round_.raised.lens.replace("-", " ")))


def plain_text(blocks: tuple[Block, ...]) -> str:
    """Return blocks as text to paste elsewhere: no bars, no colours."""
    return "\n".join(_plain(block) for block in blocks)


def _plain(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"{block.text} ({block.beside})"
        case "quote":
            return f"> {block.beside + '  ' if block.beside else ''}{block.text}"
        case "passage" | "said":
            return f"> {block.text}"
        case "settled" | "settled-whole" | "open":
            return f"{block.kind.partition('-')[0]}: {block.text}"
        case "gap":
            return f"({block.text})"
        case "answer" | "aside":
            return f"{block.mark}: {block.text}" if block.mark else block.text
        case "about" | "question" | "asked" | "doubt" | "remark" | "no-passage" | "stance":
            return block.text


def conversation_text(bout: Bout) -> str:
    """Return the whole conversation as text to paste elsewhere."""
    return "\n\n".join(plain_text(blocks_of(each, bout.draft)) for each in bout.rounds)
