"""A bout as a conversation: one sequence of parts, which the screen, the terminal and every export render. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sparring.bout.closing import last_question
from sparring.bout.quiet import offered_in
from sparring.bout.state import Answer, Aside, Bout, Exchange, Press, Round
from sparring.draft.model import Draft
from sparring.partner.offline import OfflinePartner
from sparring.record.events import ChallengeRaised, StanceTaken
from sparring.record.notes import NO_NOTES, Note, Notes
from sparring.record.shown import EarlierRecord, QuoteRecord
from sparring.report.sparred import who_sparred
from sparring.speech import LANGUAGES, Speech, speech
from sparring.text import visible

PartKind = Literal[
    "heading", "about", "quote", "passage", "no-passage", "doubt", "question", "said",
    "answer", "gap", "settled", "settled-whole", "open", "remark", "aside", "stance", "note",
]  # fmt: skip

MOST_OF_IT = 0.8
"""Share of an answer from which quoting what it settles would only say the answer again."""

STANCE_MARK = {"will-change": "✓", "keep": "=", "park": "?", "skip": "–", None: "○"}
EDITED_MARK = "✎"
NOTE_MARK = "◆"
GAP_MARK = "▒"
MOST_INITIALS = 3
"""Letters of who speaks that stand before the words; a longer name stands beside them."""


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of the conversation, safe to show.

    Attributes:
        kind: what it is.
        text: the words.
        mark: what stands before it: initials, a shape, "settled".
        beside: what stands quietly beside it: a lens's name, an item's id, a file and line.
        stress: stretches of `text` (start, end) that are meant.
        seq: of the entry that it stands in; 0 where it stands in none of its own.
    """

    kind: PartKind
    text: str
    mark: str = ""
    beside: str = ""
    stress: tuple[tuple[int, int], ...] = ()
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the conversation: a round, or what came before the first or after the last.

    Attributes:
        round: None before the first round and at the close.
        parts: in order; never empty.
    """

    round: Round | None
    parts: tuple[Part, ...]


def conversation(bout: Bout, notes: Notes = NO_NOTES) -> Iterator[Part]:
    """Yield everything that was shown and said, in order, with coaches' notes where they belong.

    Who sparred comes first, where it was not the offline partner alone.
    """
    if any(each.name != OfflinePartner.name for each in bout.partners):
        yield Part("about", who_sparred(bout))
    for section in sections(bout, notes):
        yield from section.parts


def sections(bout: Bout, notes: Notes = NO_NOTES) -> Iterator[Section]:
    """Yield the conversation stretch by stretch; notes on the bout as a whole come first."""
    placed = _placed(bout, notes)
    for section in (Section(None, tuple(placed.pop(0, ()))), *_sections(bout)):
        parts: list[Part] = []
        for place, part in enumerate(section.parts):
            parts.append(part)
            if part.seq and (place + 1 == len(section.parts) or section.parts[place + 1].seq != part.seq):
                parts += placed.pop(part.seq, ())
        if parts:
            yield Section(section.round, tuple(parts))


def _placed(bout: Bout, notes: Notes) -> dict[int, list[Part]]:
    """Return notes by the entry that they are shown after; 0 for the bout, and for what the conversation does not show by itself."""
    shown = {part.seq for section in _sections(bout) for part in section.parts}
    placed: dict[int, list[Part]] = {}
    for note in notes.notes:
        placed.setdefault(note.entry if note.entry in shown and note.entry else 0, []).append(note_part(note))
    return placed


def note_part(note: Note) -> Part:
    """Return a coach's note as a part of the conversation."""
    whom = "for your next bout" if note.opens_next else "" if note.for_team else "private"
    beside = " · ".join(part for part in (visible(note.by), *(visible(tag) for tag in note.tags), whom) if part)
    return Part("note", visible(note.text, lines=True), mark=NOTE_MARK, beside=beside)


def _sections(bout: Bout) -> Iterator[Section]:
    language = bout.opened.language
    says = speech(language)
    offers = offered_in(bout.rounds)
    begun = bout.rounds[0].seq if bout.rounds else bout.last_seq + 1
    early = [seq for seq in bout.kept_back if seq < begun]
    asides = [replace(aside_part(each, language), seq=each.seq) for each in bout.asides]
    if before := (*_fact_card(bout, says), *_with_gaps(asides, early, says)):
        yield Section(None, before)
    for each in bout.rounds:
        place = _place(bout, each.number, says)
        parts = tuple(round_parts(each, bout.draft, language, place=place))
        yield Section(each, (*parts, Part("remark", says.stop_offered)) if each.number in offers else parts)
    if close := _with_gaps(_close(bout, says), [seq for seq in bout.kept_back if seq > begun], says):
        yield Section(None, close)


def _with_gaps(shown: Iterable[Part], kept_back: Iterable[int], says: Speech) -> tuple[Part, ...]:
    """Return what is shown with a mark where something was said that the team keeps to itself."""
    parts = list(shown)
    for seq in kept_back:
        place = next((number for number, part in enumerate(parts) if part.seq > seq), len(parts))
        while 0 < place < len(parts) and parts[place - 1].kind == "question" and not parts[place - 1].seq:
            place -= 1  # the question belongs to what comes after it
        parts.insert(place, Part("gap", says.kept_back, mark=GAP_MARK, seq=seq))
    return tuple(parts)


def round_parts(round_: Round, draft: Draft, language: str, *, place: str = "") -> Iterator[Part]:
    """Yield what was shown and said in one round.

    Args:
        round_: the round.
        draft: as it stands now; names what was edited.
        language: of the bout.
        place: said before the title, where the round does not stand on its own.
    """
    said = {each.seq for each in round_.exchanges}
    kept_back = [seq for seq in round_.kept_back if seq not in said]
    yield from _with_gaps(_round_parts(round_, draft, language, place), kept_back, speech(language))


def _round_parts(round_: Round, draft: Draft, language: str, place: str) -> Iterator[Part]:
    says = speech(language)
    yield from _in_entry(round_.seq, _raised(round_.raised, says, place))
    for exchange in round_.exchanges:
        yield from _in_entry(exchange.seq, _exchanged(exchange, round_, language))
    if round_.revised:
        names = [visible(item.id) for key in dict.fromkeys(round_.revised) if (item := draft.item(key))]
        yield Part("stance", says.edited.format(names=", ".join(names)) if names else says.edited_the_draft, mark=EDITED_MARK)
    if round_.decision is not None:
        yield from _in_entry(round_.decision.seq, [_stance(round_.decision.taken, says)])


def _in_entry(seq: int, parts: Iterable[Part]) -> Iterator[Part]:
    return (replace(part, seq=seq) for part in parts)


def _raised(raised: ChallengeRaised, says: Speech, place: str) -> Iterator[Part]:
    title = visible(raised.title)
    yield Part("heading", f"{place} · {title}" if place else title, mark="●", beside=_lens_name(raised))
    if raised.asked_by_coach:
        yield Part("about", says.coachs_angle.format(name=visible(raised.asked_by_coach)))
    for quote in raised.quotes:
        yield _quote(quote)
    if not raised.quotes and raised.anchor.kind == "draft":
        yield Part("about", says.about_the_whole)
    if raised.passage is not None:
        yield Part("passage", f"“{visible(raised.passage.text)}”", beside=visible(raised.passage.source))
    elif raised.searched:
        yield Part("no-passage", says.no_line)
    if raised.earlier:
        yield from _earlier(raised.earlier, says)
    if raised.doubt:
        yield Part("doubt", visible(raised.doubt))
    yield Part("question", visible(raised.question))


def _exchanged(exchange: Exchange, round_: Round, language: str) -> Iterator[Part]:
    match exchange:
        case Answer():
            yield from _answer(exchange, speech(language))
        case Press():
            if said := round_.quoted_by(exchange):
                yield Part("said", f"“{visible(said)}”")
            yield Part("question", visible(exchange.raised.question), mark="●")
        case Aside():
            yield aside_part(exchange, language)


def _earlier(earlier: EarlierRecord, says: Speech) -> Iterator[Part]:
    match earlier.kind:
        case "open":
            yield Part("about", says.left_open_before)
        case "keep":
            yield Part("about", says.kept_before)
        case "will-change":
            yield Part("about", says.to_change_before)
    if earlier.words:
        yield Part("quote", visible(earlier.words), beside=earlier.on.isoformat())


def folded(round_: Round) -> Part:
    """Return a round that is over as one line: its stance as a shape, its title, its lens."""
    mark = EDITED_MARK if round_.revised and round_.stance is None else STANCE_MARK[round_.stance]
    return Part("heading", visible(round_.raised.title), mark=mark, beside=_lens_name(round_.raised))


def aside_part(aside: Aside, language: str) -> Part:
    """Return a question of the team's or a coach's own."""
    says = speech(language)
    whose = says.coachs_question if aside.asked.role == "coach" else says.your_question
    by = visible(aside.asked.by)
    if len(by) > MOST_INITIALS:
        return Part("aside", visible(aside.asked.text, lines=True), mark=NOTE_MARK, beside=f"{by} · {whose}")
    return Part("aside", visible(aside.asked.text, lines=True), mark=by, beside=whose)


def _fact_card(bout: Bout, says: Speech) -> Iterator[Part]:
    if bout.facts is None:
        return
    yield Part("heading", says.facts if bout.facts.facts else says.no_facts)
    for fact in bout.facts.facts:
        yield Part("remark", visible(fact.said))
        for quote in fact.quotes:
            yield _quote(quote)


def _place(bout: Bout, number: int, says: Speech) -> str:
    counted = bout.counted_as(number)
    return says.closing_question if counted is None else says.round_number.format(number=counted)


def _close(bout: Bout, says: Speech) -> Iterator[Part]:
    if bout.closing_because is not None:
        yield Part("heading", says.close)
        yield Part("remark", visible(bout.closing_because))
    if bout.still_stands and (first := bout.first_answer):
        if first.given:
            yield Part("quote", visible(first.text), beside=says.first_answer)
        yield Part("question", last_question(bout))
        yield from _in_entry(bout.still_stands.seq, _answer(bout.still_stands, says))
    for number, proof in bout.proofs.items():
        yield Part("question", says.prove_wrong, beside=_place(bout, number, says))
        yield from _in_entry(proof.seq, _answer(proof, says))
    taken = [each for each in bout.assigned if each.owner or each.due]
    if taken:
        yield Part("question", says.open_step)
    for each in taken:
        about = says.facts if each.round is None else says.round_number.format(number=each.round)
        whom = ", ".join(part for part in (visible(each.owner), each.due.isoformat() if each.due else "") if part)
        yield Part("open", f"{about}: {whom}", mark=says.still_open, seq=bout.assigned_at[each.round])


def _lens_name(raised: ChallengeRaised) -> str:
    """Return the lens's id as people say it; it is English, and beside a question of the bank in another language the title has to do."""
    spoken_otherwise = raised.question_id is not None and raised.question_id.removeprefix(raised.lens).split("/")[1] in LANGUAGES
    return "" if spoken_otherwise else visible(raised.lens.replace("-", " "))


def _quote(quote: QuoteRecord) -> Part:
    stress = ((quote.phrase.start, quote.phrase.end),) if quote.phrase else ()
    return Part("quote", visible(quote.text), beside=visible(quote.id), stress=stress)


def _answer(answer: Answer, says: Speech) -> Iterator[Part]:
    if answer.given is None:
        yield Part("gap", says.kept_back if answer.kept_back else says.taken_back, mark=GAP_MARK if answer.kept_back else "")
        return
    yield Part("answer", visible(answer.text, lines=True), mark=visible(answer.given.by))
    reading = answer.reading
    if reading is None:
        return
    for each in reading.settled:
        words = answer.text[each.start : each.end]
        whole = len(words) >= MOST_OF_IT * len(answer.text.strip())
        yield (
            Part("settled-whole", says.what_you_said, mark=says.settled) if whole else Part("settled", visible(words), mark=says.settled)
        )
    if reading.open:
        yield Part("open", visible(reading.open), mark=says.still_open)
    if reading.remark:
        yield Part("remark", visible(reading.remark), mark="●")


def _stance(taken: StanceTaken, says: Speech) -> Part:
    said = {"will-change": says.will_change, "keep": says.keep, "park": says.park, "skip": says.skip}[taken.stance]
    if taken.skipped_because:
        said += f": {says.misread if taken.skipped_because == 'misread' else says.does_not_apply}"
    if taken.reason:
        said += f": {visible(taken.reason, lines=True)}"
    return Part("stance", said if taken.reason else f"{said}.", mark=STANCE_MARK[taken.stance], beside=visible(taken.by))
