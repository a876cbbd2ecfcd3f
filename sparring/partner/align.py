"""From what a model names to what the program can show: spans of the team's own texts, items by key, passages by id."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sparring.bout.passages import SPEAKS_AGAINST
from sparring.challenge import Choice
from sparring.draft.model import Draft, Item, KeyResult
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor
from sparring.library.model import Passage
from sparring.partner.permitted import about_the_same, is_permitted
from sparring.partner.port import Breach, Turn
from sparring.partner.reply import ChoiceReply
from sparring.partner.schemas import NONE, THE_BET, THE_DRAFT
from sparring.text import Span, visible

NEAREST = 85.0
"""How alike, of 100, a stretch of the text has to be to the words that were named, to be taken for them."""

FEWEST_CHARACTERS = 4
"""Fewer stand in anything: they count only as a whole word."""

OWN_CHOICE: Final = "the model's own choice, within the budgets"

_PART = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*")
_WITHOUT_SPACES = re.compile(r"[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\u0e00-\u0eff]")
"""Scripts that set no spaces between words."""


def stretch_of(words: str, text: str) -> Span | None:
    """Return where `words` stand in `text`: exactly, else the nearest stretch from word to word; None where nothing is near.

    A model is sent what is visible of a text, so that is where its words are looked for; the span is one of `text` all the same.
    """
    shown = visible(text)
    wanted = " ".join(visible(words).split())
    if not wanted or not shown.strip():
        return None
    if len(wanted) >= FEWEST_CHARACTERS and (at := shown.find(wanted)) >= 0:
        return Span(at, at + len(wanted))
    loosely = r"\s*".join(re.escape(part) for part in _PART.findall(wanted))
    if loosely and (match := re.search(rf"(?<!\w){loosely}(?!\w)", shown, re.IGNORECASE)):
        return Span(*match.span())
    if len(wanted) < FEWEST_CHARACTERS or len(wanted) > len(shown):
        return None
    return _nearest(wanted, shown)


def _nearest(wanted: str, shown: str) -> Span | None:
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(wanted.lower(), shown.lower(), score_cutoff=NEAREST)
    if found is None or len(shown.lower()) != len(shown):
        return None
    return _from_word_to_word(shown, found.dest_start, found.dest_end)


def _from_word_to_word(shown: str, start: int, end: int) -> Span | None:
    """Return the words of a stretch: those cut at its ends whole where more than half of them lies in it, else not at all."""
    if _WITHOUT_SPACES.search(shown, start, end):
        return Span(start, end)
    inside = [
        match.span()
        for match in _WORD.finditer(shown)
        if 2 * (min(match.end(), end) - max(match.start(), start)) > match.end() - match.start()
    ]
    return Span(inside[0][0], inside[-1][1]) if inside else None


def choice_of(reply: ChoiceReply, turn: Turn, catalogue: Catalogue, passages: Mapping[str, Passage]) -> Choice:
    """Return what a reply chose.

    Args:
        reply: as it came.
        turn: that it is for.
        catalogue: the lenses.
        passages: those that were sent and may be shown, by id.

    Raises:
        Breach: a lens, an item or a passage that is not there or not open.
    """
    lens = reply.lens.strip().lower().replace(" ", "-").replace("_", "-")
    passage = _passage(reply.passage, passages)
    names = tuple(dict.fromkeys(name.strip() for name in reply.items if name.strip()))
    choice = _planned(lens, names, turn) or Choice(lens, _anchor(names, turn), reason=OWN_CHOICE)
    item = turn.draft.item(choice.anchor.keys[0]) if choice.anchor.kind in ("key_result", "objective") else None
    if item and reply.phrase.strip():
        phrase = stretch_of(reply.phrase, item.text)
        whole = phrase is None or len(phrase) == len(item.text)
        choice = replace(choice, anchor=replace(choice.anchor, phrase=None if whole else phrase))
    if passage or choice.evidence not in SPEAKS_AGAINST:
        # A line that speaks against an item is what such a challenge is about: it stays, named or not.
        choice = replace(choice, passage=passage)
    if not is_permitted(choice, turn, catalogue):
        raise Breach("choice")
    return choice


def _passage(name: str, passages: Mapping[str, Passage]) -> Passage | None:
    wanted = name.strip().strip("[]").upper()
    if wanted in ("", NONE.upper(), "NULL"):
        return None
    if wanted not in passages:
        raise Breach("choice")
    return passages[wanted]


def _planned(lens: str, names: tuple[str, ...], turn: Turn) -> Choice | None:
    """Return the planner's choice that a reply means: the same lens about the same."""
    planned = [choice for choice in turn.choices if choice.lens == lens]
    if not planned:
        return None
    meant = _anchor(names, turn)
    for choice in planned:
        if about_the_same(choice.anchor, meant) or (meant.keys and set(choice.anchor.keys) == set(meant.keys)):
            return choice
        if choice.anchor.kind == meant.kind in ("draft", "bet"):
            return choice
    return None


def _anchor(names: tuple[str, ...], turn: Turn) -> Anchor:
    lowered = {name.lower() for name in names}
    items = {item.key: item for name in names if name.lower() not in (THE_DRAFT, THE_BET) for item in (_item(name, turn.draft),)}
    keys = tuple(item.key for item in turn.draft.items() if item.key in items)
    if THE_BET in lowered:
        return Anchor("bet", keys)
    if THE_DRAFT in lowered:
        return Anchor("draft", keys)
    match tuple(items.values()):
        case ():
            raise Breach("choice")
        case (item,):
            return Anchor("key_result" if isinstance(item, KeyResult) else "objective", keys)
        case _:
            return Anchor("items", keys)


def _item(name: str, draft: Draft) -> Item:
    """Return the item that a name means: its id, or the end of it where only one item ends so.

    Raises:
        Breach: there is none, or several.
    """
    wanted = name.strip("[]").upper().replace(" ", "")
    items = [item for item in draft.items() if item.text]
    exact = [item for item in items if item.id.upper() == wanted]
    ending = exact or [item for item in items if item.id.upper().endswith(f".{wanted}")]
    if len(ending) != 1:
        raise Breach("choice")
    return ending[0]
