"""What is sent for one call, made from the turn by templates that coaches can edit; the rule and the schemas are not theirs to change.

The stable part comes first (the rule, the lenses, the draft, the strategy), so that servers can keep what they have read of it; then what
changes, and the rule once more.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sparring.bout.budgets import is_silent
from sparring.challenge import Challenge
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Lens
from sparring.library.model import Passage
from sparring.partner.cast import Voice
from sparring.partner.chat import Message, Request, Schema
from sparring.partner.ground import ground_of
from sparring.partner.material import (
    asked_lines,
    bout_lines,
    choice_line,
    cut,
    draft_lines,
    item_lines,
    lens_line,
    line,
    passage_line,
    passage_lines,
)
from sparring.partner.port import Said, Turn
from sparring.partner.rule import DATA_ONLY, RULE, SAID_AGAIN, told
from sparring.partner.schemas import (
    THE_BET,
    THE_DRAFT,
    challenge_schema,
    press_schema,
    reading_schema,
    second_reader_schema,
)
from sparring.partner.sent_passages import passages_for
from sparring.partner.templates import rendered
from sparring.partner.tokens import A_MESSAGE, tokens_of
from sparring.speech import LANGUAGES

MOST_REPLY_TOKENS = 2_000
REPLY_SHARE = 8
"""At most one in so many tokens of a small context is for the reply."""
SMALL_CONTEXT = 15_000
"""Tokens below which only the planner's best choices are sent, with their lenses: a model this small, or slow to read, needs no more."""
MOST_CHOICES_SMALL = 2

_NO_CHOICE: Final = frozenset({"facts", "spine"})


@dataclass(frozen=True, slots=True)
class Prompt:
    """Everything that one call sends, before it is sent.

    Attributes:
        messages: the stable part first.
        schema: the shape of the reply.
        passages: the lines of the strategy that are sent and may be shown, by id.
        tokens: of the messages and the schema; an estimate that is rather too high.
        left_out: how many lines of the strategy are not sent, as there is no room for them.
        documents: the documents that lines are sent of, in the library's order.
        most_tokens: of the reply.
    """

    messages: tuple[Message, ...]
    schema: Schema
    passages: Mapping[str, Passage]
    tokens: int
    left_out: int = 0
    documents: tuple[str, ...] = ()
    most_tokens: int = MOST_REPLY_TOKENS

    @property
    def request(self) -> Request:
        """The call itself."""
        return Request(self.messages, self.schema, self.most_tokens)


def challenge_prompt(
    turn: Turn, catalogue: Catalogue, context_tokens: int, *, voice: Voice = "guarded", broken_rule: str | None = None, share: float = 1.0
) -> Prompt:
    """Return what is sent for a challenge, or for a press.

    Args:
        turn: what is known.
        catalogue: the lenses.
        context_tokens: what the model reads at once, with its reply.
        voice: whether the model words the challenge or only chooses.
        broken_rule: id of the rule that the last reply to this turn broke.
        share: of the passages that there is room for; less once an endpoint found a prompt too long.
    """
    worded = voice == "guarded"
    small = context_tokens < SMALL_CONTEXT
    if small:
        turn = replace(turn, choices=turn.choices[:MOST_CHOICES_SMALL])
    pressing = turn.rung != "open"
    planned = tuple(dict.fromkeys(choice.lens for choice in turn.choices))
    may_raise = frozenset() if small or pressing else turn.may_raise
    listed = [] if small else [lens for lens in catalogue if lens.family not in _NO_CHOICE and not is_silent(lens, turn.situation)]
    known = {lens.id for lens in listed}
    unlisted = [catalogue[name] for name in planned if name in catalogue and name not in known]
    system = _system(turn, listed, worded=worded, small=small)
    lenses = [*planned, *sorted(may_raise - set(planned))]
    targets = _targets(turn, everything=bool(may_raise))

    def made(sent: Sequence[Passage], left_out: int) -> Prompt:
        spent = {each.raised.passage.text for each in turn.rounds if each.raised.passage}
        planned_on = {choice.passage.text for choice in turn.choices if choice.passage}
        open_passages = {passage.id: passage for passage in sent if passage.text in planned_on or passage.text not in spent}
        schema = press_schema() if pressing else challenge_schema(lenses, targets, list(open_passages), worded=worded)
        user = _user(turn, sent, left_out, unlisted, may_raise, worded=worded, broken_rule=broken_rule)
        documents = _documents(turn, sent)
        return _prompt(system, user, schema, context_tokens, open_passages, left_out, documents)

    bare = made((), len(turn.library.passages) if not turn.library.is_empty else 0)
    room = int(share * (context_tokens - bare.most_tokens - bare.tokens))
    if turn.library.is_empty or room <= 0:
        return bare
    sent = passages_for(turn, room)
    return made(sent.passages, sent.left_out)


def reading_prompt(said: Said, context_tokens: int) -> Prompt:
    """Return what is sent for an answer to be read."""
    last = said.rounds[-1] if said.rounds else None
    keys = last.raised.anchor.keys if last else ()
    items = [item for key in keys if (item := said.draft.item(key))]
    shown = [line({"title": said.draft.title})] if said.draft.title else []
    shown += item_lines(items)
    shown += asked_lines(last, said) if last else [line({"question": said.question})]
    user = _sections(("bout", shown), ("answer", [line(cut(said.text, 4_000))])) + "\n\nRead the answer."
    return _prompt(rendered("reading", data_only=DATA_ONLY), user, reading_schema(), context_tokens)


def second_reader_prompt(challenge: Challenge, turn: Turn, context_tokens: int) -> Prompt:
    """Return what the second reader is sent: the anchored items, what stands beside them, and the one challenge."""
    choice = challenge.choice
    items = [item for key in choice.anchor.keys if (item := turn.draft.item(key))] or list(turn.draft.items())
    beside = [*item_lines(item for item in items if item.text), *([passage_line(choice.passage)] if choice.passage else [])]
    beside += [line({"the_bet": turn.situation.bet})] if choice.anchor.kind == "bet" and turn.situation.bet else []
    answers = [line(cut(text)) for text in ground_of(turn, choice).answers]
    words = {name: text for name, text in (("doubt", challenge.doubt), ("question", challenge.question)) if text}
    parts = [("draft", beside), *([("answer", answers)] if answers else []), ("challenge", [line(words)])]
    user = _sections(*parts) + "\n\nCould something be pasted from the challenge?"
    data_only = DATA_ONLY.replace("<draft>, <strategy>, <bout> and <answer>", "<draft>, <answer> and <challenge>")
    return _prompt(rendered("second_reader", data_only=data_only), user, second_reader_schema(), context_tokens)


def _system(turn: Turn, lenses: Iterable[Lens], *, worded: bool, small: bool) -> str:
    return rendered(
        "system",
        rule=RULE,
        data_only=DATA_ONLY,
        worded=worded,
        small=small,
        language=turn.language,
        language_name=LANGUAGES.get(turn.language, "English"),
        lenses=[lens_line(lens) for lens in lenses],
    )


def _user(
    turn: Turn,
    sent: Sequence[Passage],
    left_out: int,
    unlisted: Iterable[Lens],
    may_raise: frozenset[str],
    *,
    worded: bool,
    broken_rule: str | None,
) -> str:
    pressing = turn.rung != "open"
    answered = [each for each in turn.rounds if each.answers]
    before = [answer.text for answer in answered[-1].answers[-1:]] if answered and not pressing else []
    planned = {choice.lens for choice in turn.choices}
    choices = [choice_line(choice, turn.draft, sent) for choice in turn.choices]
    return rendered(
        "turn",
        draft=list(draft_lines(turn.draft)),
        passages=list(passage_lines(sent)),
        left_out=left_out,
        situation=turn.situation,
        bet=line(turn.situation.bet) if turn.situation.bet else "",
        language_name=LANGUAGES.get(turn.language, "English"),
        bout=list(bout_lines(turn.rounds, turn.draft)),
        pressing=pressing,
        rung=turn.rung,
        choice=choices[0],
        choices=choices,
        raised_lenses=[lens_line(lens) for lens in unlisted],
        may_raise=sorted(may_raise - planned),
        kept_before=sorted(f"{lens} about {item.id}" for lens, key in turn.kept_before if (item := turn.draft.item(key))),
        left_alone=[item.id for item in turn.draft.items() if item.key in turn.left_alone - turn.barren],
        barren=[item.id for item in turn.draft.items() if item.key in turn.barren],
        asked=_asked(turn),
        answers=[line(cut(text)) for text in turn.answers],
        answer_class=turn.answer_class or "",
        answers_before=[line(cut(text)) for text in before],
        said_again=SAID_AGAIN,
        worded=worded,
        spoken=bool(turn.spoken_texts),
        broken=told(broken_rule) if broken_rule else "",
    )


def _asked(turn: Turn) -> list[str]:
    """Return what the team was asked in the round that is pressed, in order."""
    if turn.rung == "open" or not turn.rounds:
        return []
    round_ = turn.rounds[-1]
    return [line({"question": round_.raised.question}), *(line({"pressed": each.raised.question}) for each in round_.presses)]


def _sections(*parts: tuple[str, Iterable[str]]) -> str:
    return "\n\n".join("\n".join((f"<{name}>", *lines, f"</{name}>")) for name, lines in parts)


def _documents(turn: Turn, sent: Iterable[Passage]) -> tuple[str, ...]:
    """Return every document that words are sent of: those of passages, and those that a challenge of this bout has shown."""
    shown = [each.raised.passage for each in turn.rounds] + [choice.passage for choice in turn.choices]
    files = {passage.file for passage in (*sent, *shown) if passage}
    known = [document.file for document in turn.library.documents]
    return tuple([file for file in known if file in files] + sorted(files.difference(known)))


def _targets(turn: Turn, *, everything: bool) -> list[str]:
    """Return what a challenge can name: with a free choice every item, the draft and the bet, else what the planner's choices are about."""
    keys = {key for choice in turn.choices for key in choice.anchor.keys}
    kinds = {choice.anchor.kind for choice in turn.choices}
    named = [item.id for item in turn.draft.items() if item.text and (item.key in keys or (everything and item.key not in turn.left_alone))]
    if everything or "draft" in kinds:
        named.append(THE_DRAFT)
    if "bet" in kinds or (everything and turn.situation.bet):
        named.append(THE_BET)
    return named


def _prompt(
    system: str,
    user: str,
    schema: Schema,
    context_tokens: int,
    passages: Mapping[str, Passage] | None = None,
    left_out: int = 0,
    documents: tuple[str, ...] = (),
) -> Prompt:
    messages = (Message("system", system), Message("user", user))
    tokens = sum(tokens_of(message.text) + A_MESSAGE for message in messages) + tokens_of(json.dumps(schema.fields))
    return Prompt(messages, schema, passages or {}, tokens, left_out, documents, min(MOST_REPLY_TOKENS, context_tokens // REPLY_SHARE))
