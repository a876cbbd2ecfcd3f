"""The offline wording: which lines of a lens's bank are said, so that they fit and nothing is said twice."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final, get_args

from sparring.bout.mentions import stems
from sparring.bout.risk import Risk
from sparring.challenge import Challenge, Choice
from sparring.lenses.model import AnswerClass, BankLine, Lens, Rung
from sparring.partner.draw import draw
from sparring.speech import speech

SOUNDS_ALIKE = 0.25
"""Share of a line's three-word sequences that an earlier line had too, from which on people hear a repetition."""

FITS: Final = frozenset({"draft", "objective", "key-result", "items", "library", "no-library", "one-objective", "several-objectives"})
"""Tags that say where a line can be said at all. They make it no more to the point: a line for several objectives is not the better
question on every page that has several.
"""

OF_THE_RISK: Final = frozenset(f"risk-{risk}" for risk in get_args(Risk))
OF_THE_ANSWER: Final = frozenset(get_args(AnswerClass)) | OF_THE_RISK
"""Tags of what the team said: before anything else, a press goes from that; from the risk that it named before the kind of its answer."""

_LADDER: Final[dict[Rung, tuple[Rung, ...]]] = {
    "open": ("open",),
    "press": ("press", "press-harder", "open"),
    "press-harder": ("press-harder", "press", "open"),
}
"""Where a lens has nothing left to say on a rung, it goes on here. Presses answer an answer, so none of them opens a round."""


def word(
    lens: Lens,
    choice: Choice,
    tags: frozenset[str],
    rung: Rung,
    spoken: Collection[str],
    seed: int,
    *,
    spoken_texts: Sequence[str] = (),
    answers: Sequence[str] = (),
) -> Challenge:
    """Give `choice` the best words of the bank.

    Args:
        lens: whose bank it is.
        choice: what is raised.
        tags: what holds (see `partner.tags`).
        rung: how hard it presses; only the first challenge of a round ("open") states a doubt.
        spoken: ids of lines already said in this bout.
        seed: decides among equals.
        spoken_texts: texts already said: the same words under another id, or words that sound alike, are avoided.
        answers: of the team in this round: a question in words that they used comes after others, as it may be answered already.
    """
    best = next(wordings(lens, choice, tags, rung, spoken, seed, spoken_texts=spoken_texts, answers=answers), None)
    return best or last_resort(choice, rung, lens.language)


def last_resort(choice: Choice, rung: Rung, language: str) -> Challenge:
    """Return the core question (S1) about `choice`, where no line of a lens fits: a turn is never empty."""
    return Challenge(choice, "", speech(language).last_resort, rung)


def wordings(
    lens: Lens,
    choice: Choice,
    tags: frozenset[str],
    rung: Rung,
    spoken: Collection[str],
    seed: int,
    *,
    spoken_texts: Sequence[str] = (),
    answers: Sequence[str] = (),
) -> Iterator[Challenge]:
    """Yield every wording the bank has for `choice`, best first: each question of the lens once, with the doubts in turn."""
    doubts = _in_order(lens.doubts, tags, spoken, seed, spoken_texts) if rung == "open" else []
    for place, question in enumerate(_questions(lens, tags, rung, spoken, seed, spoken_texts, answers)):
        yield Challenge(
            choice=choice,
            doubt=doubts[place % len(doubts)].text if doubts else "",
            question=question.text,
            rung=rung,
            question_id=question.id,
            origin="bank",
        )


def _questions(
    lens: Lens, tags: frozenset[str], rung: Rung, spoken: Collection[str], seed: int, spoken_texts: Sequence[str], answers: Sequence[str]
) -> Iterator[BankLine]:
    """Yield what takes up the team's answer, on whatever rung, then rung by rung; what was said already comes last."""
    ladder = [_in_order(lens.questions.get(at, ()), tags, spoken, seed, spoken_texts, answers) for at in _LADDER[rung]]
    earlier = _triples_of(spoken_texts)
    taking_up = [
        line
        for lines in ladder
        for line in lines
        if line.when & OF_THE_ANSWER and not _was_said(line, spoken, spoken_texts) and not _sounds_alike(line.text, earlier)
    ]
    yield from taking_up
    for said in (False, True):
        for lines in ladder:
            yield from (line for line in lines if _was_said(line, spoken, spoken_texts) is said and line not in taking_up)


def _in_order(
    lines: Sequence[BankLine],
    tags: frozenset[str],
    spoken: Collection[str],
    seed: int,
    spoken_texts: Sequence[str],
    answers: Sequence[str] = (),
) -> list[BankLine]:
    """Return the lines that fit: unsaid ones first, those that sound like nothing said before, then the most specific, then by seed."""
    earlier = _triples_of(spoken_texts)
    told = frozenset[str]().union(*map(stems, answers))
    return sorted(
        (line for line in lines if line.when <= tags),
        key=lambda line: (
            _was_said(line, spoken, spoken_texts),
            _sounds_alike(line.text, earlier),
            -len(line.when & OF_THE_ANSWER) - len(line.when & OF_THE_RISK),
            bool(told and told & stems(line.text)),
            -len(line.when - FITS),
            draw(seed, line.id),
        ),
    )


def _was_said(line: BankLine, spoken: Collection[str], spoken_texts: Sequence[str]) -> bool:
    return line.id in spoken or line.text in spoken_texts


def is_repetition(text: str, spoken_texts: Sequence[str], own: Sequence[str] = ()) -> bool:
    """Return whether people would hear `text` as something said before; words of the texts `own` may come back at any time."""
    if text in spoken_texts:
        return True
    return _sounds_alike(text, _triples_of(spoken_texts) - _triples_of(own))


def _sounds_alike(text: str, earlier: frozenset[tuple[str, ...]]) -> bool:
    triples = _triples(text)
    return bool(triples) and len(triples & earlier) / len(triples) >= SOUNDS_ALIKE


def _triples_of(texts: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset().union(*(_triples(text) for text in texts))


@lru_cache(maxsize=4096)
def _triples(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))
