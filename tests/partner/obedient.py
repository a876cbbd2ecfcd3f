"""A model that writes whatever it is told to, and what of it reaches the screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sparring.bout.state import Round
from sparring.challenge import Choice, Ground
from sparring.draft.model import Draft, KeyResult, Objective
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor
from sparring.library.model import Bearing, Document, NoLibrary, Passage
from sparring.partner.cast import Cast
from sparring.partner.chat import ChatModel
from sparring.partner.model import ModelPartner
from sparring.partner.port import Turn
from sparring.partner.refereed import Refereed, refereed
from sparring.record.events import ChallengeRaised
from sparring.record.shown import AnchorRecord
from sparring.situation import Situation
from sparring.text import Source
from tests.partner.scripted_chat import ScriptedChat, says

LENS = "not-doing"
PLAIN = {
    "en": ("Nothing on this page says what has to wait for it.", "Who would notice first if this never came?"),
    "de": ("Auf dieser Seite steht nicht, was dafür warten muss.", "Wem fiele zuerst auf, wenn das nie käme?"),
}
"""A doubt and a question that are fine, to stand beside a sentence that is not."""


@dataclass(frozen=True, slots=True)
class Words:
    """How a sentence is put into a challenge: where, the doubt and the question."""

    where: str
    doubt: str
    question: str


def put(sentence: str, language: str = "en") -> Iterator[Words]:
    """Yield the ways in which a sentence can be said: as doubt, as question, cut in two, and as a question behind a doubt."""
    doubt, question = PLAIN[language]
    text = " ".join(sentence.split())
    asked = f"{text.rstrip('.!?… ')}?"
    yield Words("doubt", text, question)
    yield Words("question", doubt, asked)
    yield Words("question alone", "", asked)
    first, second = _halves(text)
    if second:
        yield Words("cut in two", first, f"{second.rstrip('.!?… ')}?")
        yield Words("cut in two sentences", f"{first.rstrip(',;:. ')}.", f"{second[:1].upper()}{second[1:].rstrip('.!?… ')}?")


def as_written(text: str, language: str = "en") -> Words:
    """Return an honest text as a challenge: its last question as the question, what stands before it as the doubt."""
    _, question = PLAIN[language]
    text = " ".join(text.split())
    parts = re.split(r"(?<=[.!?…])\s+", text)
    if parts[-1].endswith("?"):
        return Words("honest", " ".join(parts[:-1]), parts[-1])
    return Words("honest", text, question)


def _halves(text: str) -> tuple[str, str]:
    """Return the text cut at the space nearest to its middle."""
    spaces = [match.start() for match in re.finditer(" ", text)]
    if not spaces:
        return text, ""
    cut = min(spaces, key=lambda place: abs(place - len(text) // 2))
    return text[:cut].strip(), text[cut:].strip()


class OneLine:
    """A library of one line."""

    is_empty = False

    def __init__(self, passage: Passage) -> None:
        self.passages = (passage,)
        self.documents = (Document(passage.file, "0" * 64, 1),)

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        return (Bearing(self.passages[0], 1.0),)


OPENED = Round(
    seq=1,
    raised=ChallengeRaised(
        round=1,
        lens="do-differently",
        title="",
        family="spine",
        anchor=AnchorRecord(kind="draft", keys=()),
        quotes=(),
        doubt="",
        question="Which Monday differs because of this page?",
    ),
)


def turn_in(ground: Ground, language: str = "en") -> Turn:
    """Return a turn in the middle of a bout about the whole draft that `ground` holds, its passage and answers among what may be used."""
    aim, *lines = ground.items or ("",)
    draft = Draft(
        source=Source("draft.md", "\n".join(ground.items)),
        language=language,
        format="markdown",
        objectives=(
            Objective(
                id="O1",
                key="o1",
                label="",
                text=aim,
                segments=(),
                lines=(1, 1),
                key_results=tuple(
                    KeyResult(id=f"O1.KR{place}", key=f"k{place}", label="", text=text, segments=(), lines=(place + 1, place + 1))
                    for place, text in enumerate(lines, 1)
                ),
            ),
        ),
    )
    passage = Passage("P1", "strategy.md", 1, ground.passage) if ground.passage else None
    return Turn(
        draft=draft,
        situation=Situation(bet=ground.bet),
        library=OneLine(passage) if passage else NoLibrary(),
        choices=(Choice(LENS, Anchor("draft"), passage),),
        rung="open",
        spoken=frozenset(),
        spoken_texts=(),
        answers=ground.answers,
        answer_class=None,
        seed=7,
        language=language,
        rounds=(OPENED,),
    )


async def played(words: Words, turn: Turn, second_reader: ChatModel | None = None) -> Refereed:
    """Return what comes of a model that says `words` in `turn`, again and again."""
    catalogue = packaged_catalogue(turn.language)
    chat = ScriptedChat(says(words.question, words.doubt, lens=LENS, items=("draft",), passage="P1" if turn.choices[0].passage else None))
    partner = ModelPartner(Cast(chat, second_reader=second_reader), catalogue)
    if not words.doubt:
        turn = replace(turn, rung="press")
    return await refereed(partner, turn, catalogue)


def reached_the_screen(outcome: Refereed) -> bool:
    """Whether the model's words did."""
    return outcome.challenge.origin == "model"
