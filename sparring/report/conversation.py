"""A bout as a conversation: one sequence of parts, which the screen, the terminal and every export render. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sparring.bout.state import Answer, Aside, Bout, Press, Round
from sparring.draft.model import Draft
from sparring.record.events import QuoteRecord, StanceTaken
from sparring.text import visible

PartKind = Literal[
    "heading", "about", "quote", "passage", "no-passage", "doubt", "question", "said",
    "answer", "gap", "settled", "settled-whole", "open", "remark", "aside", "stance",
]  # fmt: skip

NO_PASSAGE = "I found no line in your documents that bears on this."
ABOUT_THE_WHOLE = "About the draft as a whole"
TAKEN_BACK = "taken back"
WHAT_YOU_SAID = "what you said"
MOST_OF_IT = 0.8
"""Share of an answer from which quoting what it settles would only say the answer again."""

STANCE_SAYS = {"will-change": "We will change this", "keep": "We keep it", "park": "Parked", "skip": "Skipped"}
STANCE_MARK = {"will-change": "✓", "keep": "=", "park": "?", "skip": "–", None: "○"}
EDITED_MARK = "✎"
SKIPPED_BECAUSE = {"does-not-apply": "it does not apply", "misread": "our words were misread"}


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of the conversation, safe to show.

    Attributes:
        kind: what it is.
        text: the words.
        mark: what stands before it: initials, a shape.
        beside: what stands quietly beside it: a lens's name, an item's id, a file and line.
        stress: stretches of `text` (start, end) that are meant.
    """

    kind: PartKind
    text: str
    mark: str = ""
    beside: str = ""
    stress: tuple[tuple[int, int], ...] = ()


def conversation(bout: Bout) -> Iterator[Part]:
    """Yield everything that was shown and said, in order."""
    yield from _fact_card(bout)
    for aside in bout.asides:
        yield aside_part(aside)
    for each in bout.rounds:
        place = "closing" if each.raised.closing else f"round {each.number}"
        yield from round_parts(each, bout.draft, place=place)
    yield from _close(bout)


def round_parts(round_: Round, draft: Draft, *, place: str = "") -> Iterator[Part]:
    """Yield what was shown and said in one round.

    Args:
        round_: the round.
        draft: as it stands now; names what was edited.
        place: said before the title, where the round does not stand on its own.
    """
    raised = round_.raised
    title = visible(raised.title)
    yield Part("heading", f"{place} · {title}" if place else title, mark="●", beside=_lens_name(round_))
    for quote in raised.quotes:
        yield _quote(quote)
    if not raised.quotes and raised.anchor.kind == "draft":
        yield Part("about", ABOUT_THE_WHOLE)
    if raised.passage is not None:
        yield Part("passage", f"“{visible(raised.passage.text)}”", beside=visible(f"{raised.passage.file}:{raised.passage.line}"))
    elif raised.searched:
        yield Part("no-passage", NO_PASSAGE)
    if raised.doubt:
        yield Part("doubt", visible(raised.doubt))
    yield Part("question", visible(raised.question))
    for exchange in round_.exchanges:
        match exchange:
            case Answer():
                yield from _answer(exchange)
            case Press():
                if said := round_.quoted_by(exchange):
                    yield Part("said", f"“{visible(said)}”")
                yield Part("question", visible(exchange.raised.question), mark="●")
            case Aside():
                yield aside_part(exchange)
    if round_.revised:
        names = [visible(item.id) for key in dict.fromkeys(round_.revised) if (item := draft.item(key))]
        yield Part("stance", f"You edited {', '.join(names)}." if names else "You edited your draft.", mark=EDITED_MARK)
    if round_.decision is not None:
        yield _stance(round_.decision.taken)


def folded(round_: Round) -> Part:
    """Return a round that is over as one line: its stance as a shape, its title, its lens."""
    mark = EDITED_MARK if round_.revised and round_.stance is None else STANCE_MARK[round_.stance]
    return Part("heading", visible(round_.raised.title), mark=mark, beside=_lens_name(round_))


def aside_part(aside: Aside) -> Part:
    """Return a question of the team's or a coach's own."""
    whose = "a coach's question" if aside.asked.role == "coach" else "your question"
    return Part("aside", visible(aside.asked.text, lines=True), mark=visible(aside.asked.by), beside=whose)


def _fact_card(bout: Bout) -> Iterator[Part]:
    if bout.facts is None:
        return
    yield Part("heading", "What is not written down" if bout.facts.facts else "Nothing is missing on the page")
    for fact in bout.facts.facts:
        yield Part("remark", visible(fact.said))
        for quote in fact.quotes:
            yield _quote(quote)


def _close(bout: Bout) -> Iterator[Part]:
    if bout.closing_because is not None:
        yield Part("heading", "Close")
        yield Part("remark", visible(bout.closing_because))
    if bout.still_stands and (first := bout.first_answer):
        yield Part("quote", visible(first.text), beside="your first answer")
        yield Part("question", "What of this still stands?")
        yield from _answer(bout.still_stands)
    for number, proof in bout.proofs.items():
        yield Part("question", "What would prove you wrong?", beside=f"round {number}")
        yield from _answer(proof)


def _lens_name(round_: Round) -> str:
    return visible(round_.raised.lens.replace("-", " "))


def _quote(quote: QuoteRecord) -> Part:
    stress = ((quote.phrase.start, quote.phrase.end),) if quote.phrase else ()
    return Part("quote", visible(quote.text), beside=visible(quote.id), stress=stress)


def _answer(answer: Answer) -> Iterator[Part]:
    if answer.given is None:
        yield Part("gap", TAKEN_BACK)
        return
    yield Part("answer", visible(answer.text, lines=True), mark=visible(answer.given.by))
    reading = answer.reading
    if reading is None:
        return
    for each in reading.settled:
        words = answer.text[each.start : each.end]
        whole = len(words) >= MOST_OF_IT * len(answer.text.strip())
        yield Part("settled-whole", WHAT_YOU_SAID) if whole else Part("settled", visible(words))
    if reading.open:
        yield Part("open", visible(reading.open))
    if reading.remark:
        yield Part("remark", visible(reading.remark), mark="●")


def _stance(taken: StanceTaken) -> Part:
    says = STANCE_SAYS[taken.stance]
    if taken.skipped_because:
        says += f": {SKIPPED_BECAUSE[taken.skipped_because]}"
    if taken.reason:
        says += f": {visible(taken.reason, lines=True)}"
    return Part("stance", says if taken.reason else f"{says}.", mark=STANCE_MARK[taken.stance], beside=visible(taken.by))
