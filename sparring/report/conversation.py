"""A bout as a conversation: one sequence of parts that every way of showing it on paper renders."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sparring.bout.state import Answer, Aside, Bout, Press, Round

PartKind = Literal["heading", "quote", "passage", "remark", "doubt", "question", "answer", "settled", "open", "stance", "aside", "gap"]

STANCES = {"will-change": "will change", "keep": "keep", "park": "parked", "skip": "skipped"}
SKIPPED_BECAUSE = {"does-not-apply": "does not apply", "misread": "you misread this"}


@dataclass(frozen=True, slots=True)
class Part:
    """One thing said or shown.

    Attributes:
        kind: what it is.
        text: the words, verbatim and not yet safe to show.
        tag: what stands beside them: an item's id, a file and line, a speaker's initials, "".
    """

    kind: PartKind
    text: str
    tag: str = ""


def conversation(bout: Bout) -> Iterator[Part]:
    """Yield everything that was shown and said, in order."""
    if bout.facts:
        yield Part("heading", "What is not written down" if bout.facts.facts else "Nothing is missing on the page")
        for fact in bout.facts.facts:
            yield Part("remark", fact.said)
            for quote in fact.quotes:
                yield Part("quote", quote.text, quote.id)
    for aside in bout.asides:
        yield _aside(aside)
    for each in bout.rounds:
        yield from round_parts(each)
    if bout.closing_because is not None:
        yield Part("heading", "Close")
        yield Part("remark", bout.closing_because)
    if bout.still_stands and (first := bout.first_answer):
        yield Part("quote", first.text, "your first answer")
        yield Part("question", "What of this still stands?")
        yield _answer(bout.still_stands)
    for number, proof in bout.proofs.items():
        yield Part("question", "What would prove you wrong?", f"round {number}")
        yield _answer(proof)


def heading_of(each: Round) -> str:
    """Return the heading of a round: where in the bout it stands, and the lens's title."""
    place = "closing" if each.raised.closing else f"round {each.number}"
    return f"{place} · {each.raised.title}"


def round_parts(each: Round) -> Iterator[Part]:
    """Yield what was shown and said in one round."""
    raised = each.raised
    yield Part("heading", heading_of(each), raised.lens.replace("-", " "))
    for quote in raised.quotes:
        yield Part("quote", quote.text, quote.id)
    if raised.passage:
        yield Part("passage", raised.passage.text, f"{raised.passage.file}:{raised.passage.line}")
    elif raised.searched:
        yield Part("remark", "I found no line in your documents that bears on this.")
    if raised.doubt:
        yield Part("doubt", raised.doubt)
    yield Part("question", raised.question)
    for exchange in each.exchanges:
        match exchange:
            case Answer():
                yield from _answered(exchange)
            case Press():
                if said := each.quoted_by(exchange):
                    yield Part("quote", said, "you said")
                yield Part("question", exchange.raised.question)
            case Aside():
                yield _aside(exchange)
    if each.decision:
        taken = each.decision.taken
        detail = taken.reason or (SKIPPED_BECAUSE[taken.skipped_because] if taken.skipped_because else "")
        yield Part("stance", STANCES[taken.stance] + (f": {detail}" if detail else ""), taken.by)
    if each.revised:
        yield Part("stance", "the draft was edited")


def _answered(answer: Answer) -> Iterator[Part]:
    yield _answer(answer)
    if answer.given is None or answer.reading is None:
        return
    for stretch in answer.reading.settled:
        yield Part("settled", answer.text[stretch.start : stretch.end])
    if answer.reading.remark:
        yield Part("remark", answer.reading.remark)
    if answer.reading.open:
        yield Part("open", answer.reading.open)


def _answer(answer: Answer) -> Part:
    return Part("answer", answer.text, answer.given.by) if answer.given else Part("gap", "An answer was taken back here.")


def _aside(aside: Aside) -> Part:
    return Part("aside", aside.asked.text, aside.asked.by or ("coach" if aside.asked.role == "coach" else ""))
