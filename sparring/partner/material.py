"""The team's texts as they are sent: one JSON value a line, which nothing in a text can end, between marks that no text can close.

What a text holds of marks, line ends and characters that do not show is escaped: `<` and `>` are written as JSON escapes, and what does not
show is written as what the screen shows for it. So a document that says "</strategy>" says it inside its own quotation marks.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sparring.bout.state import Answer, Aside, Press, Round
from sparring.challenge import Choice
from sparring.draft.model import Draft, FieldName, Item, KeyResult
from sparring.lenses.model import Anchor, Lens
from sparring.library.model import Passage
from sparring.partner.port import Said
from sparring.record.shown import AnchorRecord
from sparring.text import visible

LONGEST_ANSWER = 1_200
"""Characters of an answer that are sent; behind a pasted page nobody looks for one."""
LONGEST_NOTES = 1_500
"""Characters of the notes on the draft's page."""
MOST_ROUNDS = 12

_FIELDS: Final[tuple[FieldName, ...]] = ("measure", "unit", "due", "status", "confidence", "score")


def line(value: object) -> str:
    """Return a value as one line of JSON that holds neither a mark nor a line end."""
    return json.dumps(_shown(value), ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e")


def _shown(value: object) -> object:
    match value:
        case str():
            return visible(value)
        case dict():
            return {str(name): _shown(each) for name, each in value.items()}
        case list() | tuple():
            return [_shown(each) for each in value]
        case _:
            return value


def draft_lines(draft: Draft) -> Iterator[str]:
    """Yield the draft: its title, its items with their ids, and what else stands on the page."""
    if draft.title:
        yield line({"title": draft.title})
    for objective in draft.objectives:
        within = {"under": " / ".join(objective.section)} if objective.section else {}
        if objective.text:
            yield line({"id": objective.id, "objective": objective.text, **within, **_beside(objective)})
        for each in objective.key_results:
            if each.text:
                yield _key_result_line(each)
    for each in draft.unplaced_key_results:
        if each.text:
            yield _key_result_line(each)
    left = LONGEST_NOTES
    for note in draft.notes:
        if note.text.strip() and left > 0:
            yield line({"note_on_the_page": note.text.strip()[:left]})
            left -= len(note.text)


def _key_result_line(each: KeyResult) -> str:
    cells = {"baseline": each.baseline, "target": each.target}
    return line({"id": each.id, "key_result": each.text, **{name: value for name, value in cells.items() if value}, **_beside(each)})


def _beside(item: Item) -> dict[str, str]:
    return {name: item.fields[name] for name in _FIELDS if item.fields.get(name)}


def item_lines(items: Iterable[Item]) -> Iterator[str]:
    """Yield some items alone."""
    for item in items:
        yield _key_result_line(item) if isinstance(item, KeyResult) else line({"id": item.id, "objective": item.text})


def passage_lines(passages: Iterable[Passage]) -> Iterator[str]:
    """Yield lines of the strategy with their ids, each document named once."""
    file = None
    for passage in passages:
        if passage.file != file:
            file = passage.file
            yield line({"document": file})
        yield passage_line(passage)


def passage_line(passage: Passage) -> str:
    """Return one line of the strategy."""
    under = {"under": passage.headings[-1]} if passage.headings else {}
    return line({"id": passage.id, **under, "text": passage.text})


def bout_lines(rounds: Sequence[Round], draft: Draft) -> Iterator[str]:
    """Yield the bout so far, as it was shown."""
    for each in rounds[-MOST_ROUNDS:]:
        raised = each.raised
        shown = {"passage_shown": raised.passage.text} if raised.passage else {}
        yield line(
            {
                "round": each.number,
                "lens": raised.lens,
                "about": _named(raised.anchor, draft),
                **shown,
                "doubt": raised.doubt,
                "question": raised.question,
            }
        )
        for exchange in each.exchanges:
            match exchange:
                case Answer(given=given) if given:
                    read = [found.answer_class for found in exchange.reading.classes] if exchange.reading else []
                    yield line({"the_team": cut(given.text), "read_as": read})
                case Press():
                    yield line({"pressed": exchange.raised.question})
                case Aside():
                    yield line({"a_question_of_their_own": cut(exchange.asked.text)})
        if each.decision:
            taken = each.decision.taken
            yield line({"stance": taken.stance, **({"reason": cut(taken.reason)} if taken.reason else {})})


def asked_lines(round_: Round, said: Said) -> Iterator[str]:
    """Yield what the team was asked in a round, up to the question that `said` answers, with what it said before."""
    raised = round_.raised
    beside = {"strategy": raised.passage.text} if raised.passage else {}
    doubt = {"doubt": raised.doubt} if raised.doubt else {}
    if said.question == raised.question:
        yield line({"heading": raised.title, **beside, **doubt, "question": said.question})
        return
    yield line({"heading": raised.title, **beside, **doubt, "asked_first": raised.question})
    for exchange in round_.exchanges:
        match exchange:
            case Answer(given=given) if given and given.text != said.text:
                yield line({"the_team": cut(given.text)})
            case Press() if exchange.raised.question != said.question:
                yield line({"then_asked": exchange.raised.question})
    yield line({"question": said.question})


def choice_line(choice: Choice, draft: Draft, known: Iterable[Passage]) -> str:
    """Return what the planner would raise, with its evidence and its reason."""
    item = draft.item(choice.anchor.keys[0]) if len(choice.anchor.keys) == 1 else None
    phrase = choice.anchor.phrase.of(item.text) if item and choice.anchor.phrase else ""
    told: dict[str, Any] = {"lens": choice.lens, "items": _named(choice.anchor, draft)}
    if phrase:
        told["phrase"] = phrase
    if choice.passage:
        told["passage"] = next((each.id for each in known if each.text == choice.passage.text), "") or choice.passage.text
    if choice.evidence:
        told["set_off_by"] = choice.evidence.replace("-", " ")
    if choice.reason:
        told["why_now"] = choice.reason
    if choice.earlier and choice.earlier.words:
        told["said_in_an_earlier_bout"] = choice.earlier.words
    return line(told)


def lens_line(lens: Lens) -> str:
    """Return a lens: what it is after, what it can be about, and when it is left alone."""
    return line(
        {
            "lens": lens.id,
            "heading": lens.title,
            "can_be_about": [kind.replace("_", " ") for kind in lens.anchors],
            "after": " ".join(lens.why.split()),
            "leave_it_alone_when": " ".join(lens.leave_alone.split()),
        }
    )


def cut(text: str, longest: int = LONGEST_ANSWER) -> str:
    """Return the beginning of a long text, marked as such."""
    text = text.strip()
    return text if len(text) <= longest else f"{text[:longest].rstrip()} [cut: {len(text):,} characters]"


def _named(anchor: Anchor | AnchorRecord, draft: Draft) -> list[str]:
    """Return what an anchor is about, as a reply would name it."""
    ids = [item.id for key in anchor.keys if (item := draft.item(key))]
    return [anchor.kind, *ids] if anchor.kind in ("draft", "bet") or not ids else ids
