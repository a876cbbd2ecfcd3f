"""What a challenge shows of the team's own files, and what the bout has said so far."""

from sparring.bout.clauses import sentences_of
from sparring.bout.state import Answer, Bout
from sparring.challenge import EarlierWords
from sparring.lenses.model import Anchor
from sparring.library.model import Passage
from sparring.record.payload import Stretch
from sparring.record.shown import AnchorRecord, EarlierRecord, PassageRecord, QuoteRecord
from sparring.text import Span

MOST_WORDS_BESIDE = 40
"""Words of an answer that can be read at a glance beside the question that goes on from them."""

FEWEST_WORDS_BESIDE = 5
"""Fewer are shown with what follows them: a scrap says nothing to those who were there, and less to those who read it later."""

WORDS_OF_A_SHRUG = 3
"""So few, and nothing in them: "Don't know.", "idk"."""


def anchor_record(anchor: Anchor) -> AnchorRecord:
    """Return the anchor as the transcript keeps it."""
    phrase = Stretch(start=anchor.phrase.start, end=anchor.phrase.end) if anchor.phrase else None
    return AnchorRecord(kind=anchor.kind, keys=anchor.keys, phrase=phrase)


def anchor_of(record: AnchorRecord) -> Anchor:
    """Return the anchor that the transcript keeps."""
    return Anchor(record.kind, record.keys, Span(record.phrase.start, record.phrase.end) if record.phrase else None)


def passage_record(passage: Passage | None) -> PassageRecord | None:
    """Return the strategy line as the transcript keeps it."""
    if passage is None:
        return None
    return PassageRecord(file=passage.file, line=passage.line, text=passage.text, headings=passage.headings, place=passage.place)


def passage_of(record: PassageRecord | None) -> Passage | None:
    """Return the strategy line that the transcript keeps; its id within the library is not part of the record."""
    if record is None:
        return None
    return Passage(id="", file=record.file, line=record.line, text=record.text, headings=record.headings, place=record.place)


def earlier_record(words: EarlierWords | None) -> EarlierRecord | None:
    """Return words of an earlier bout as the transcript keeps them."""
    return EarlierRecord(kind=words.kind, bout=words.bout, on=words.on, words=words.words) if words else None


def quotes_of(anchor: Anchor, bout: Bout) -> tuple[QuoteRecord, ...]:
    """Return the team's words that stand beside a challenge, verbatim; none for the draft as a whole, which is in sight anyway."""
    quotes = []
    if anchor.kind == "bet" and bout.situation and bout.situation.bet:
        quotes.append(QuoteRecord(id="bet", text=bout.situation.bet))
    for key in anchor.keys:
        item = bout.draft.item(key)
        if item and item.text:
            quotes.append(QuoteRecord(id=item.id, text=item.text, phrase=anchor_record(anchor).phrase, lines=item.lines))
    return tuple(quotes)


def words_to_press_from(answer: Answer) -> Stretch | None:
    """Return the stretch of an answer that stands beside a press: what tells its class, or all of it where it is short.

    A scrap ("Not sure.") is shown with what follows it; where nothing does, the question stands alone, as it repeats nobody's shrug.
    """
    text = answer.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    telling = answer.telling_words
    if telling and _words(text, telling.start, telling.end) >= FEWEST_WORDS_BESIDE:
        start, end = telling.start, telling.end
    elif telling and _words(text, start, end) > MOST_WORDS_BESIDE:
        start, end = telling.start, _as_far_as_fits(text, telling)
    shrugged = answer.main_class == "dont-know" and _words(text, start, end) <= WORDS_OF_A_SHRUG
    return Stretch(start=start, end=end) if 0 < _words(text, start, end) <= MOST_WORDS_BESIDE and not shrugged else None


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())


def _as_far_as_fits(text: str, telling: Stretch) -> int:
    """Return where the last sentence ends that stands behind `telling` and can still be read with it at a glance."""
    behind = (each.end for each in sentences_of(text) if each.end > telling.end)
    return max((end for end in behind if _words(text, telling.start, end) <= MOST_WORDS_BESIDE), default=telling.end)


def spoken(bout: Bout) -> frozenset[str]:
    """Return the ids of the bank's lines that this bout has said."""
    said = {each.raised.question_id for each in bout.rounds}
    said |= {press.raised.question_id for each in bout.rounds for press in each.presses}
    return frozenset(id_ for id_ in said if id_)


def spoken_texts(bout: Bout) -> tuple[str, ...]:
    """Return the doubts and questions that this bout has said, in order."""
    texts: list[str] = []
    for each in bout.rounds:
        texts += [each.raised.doubt, each.raised.question, *(press.raised.question for press in each.presses)]
    return tuple(text for text in texts if text)


def remarks_made(bout: Bout) -> tuple[str, ...]:
    """Return what the partner said when it was asked to write."""
    return tuple(answer.reading.remark for each in bout.rounds for answer in each.answers if answer.reading and answer.reading.remark)
