"""A draft, a lens and a turn to spar with."""

from dataclasses import replace

from sparring.challenge import Choice
from sparring.draft.model import Draft, KeyResult, Objective
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor, BankLine, Lens, Rung
from sparring.lenses.words import WordLists
from sparring.library.model import NoLibrary, Passage
from sparring.partner.port import Turn
from sparring.situation import Situation
from sparring.text import Source


def key_result(key: str, text: str, **cells: str) -> KeyResult:
    return KeyResult(
        id=f"O1.{key.upper()}",
        key=key,
        label="",
        text=text,
        segments=(),
        lines=(1, 1),
        baseline=cells.get("baseline"),
        target=cells.get("target"),
        fields={"unit": cells["unit"]} if "unit" in cells else {},
    )


QUEUE = key_result("kr1", "Waiting time at the counter", baseline="45", target="30", unit="minutes")
RETURNS = key_result("kr2", "Readers return within a month: 24% to 36%")
AIM = Objective(
    id="O1", key="o1", label="", text="Readers come because they like to", segments=(), lines=(1, 1), key_results=(QUEUE, RETURNS)
)
DRAFT = Draft(source=Source("draft.md", ""), language="en", format="markdown", objectives=(AIM,))

PASSAGE = Passage("P1", "strategy.md", 3, "Seven of 12 branches close at noon.")


def lines(lens: str, part: str, *said: tuple[str, str]) -> tuple[BankLine, ...]:
    return tuple(BankLine(f"{lens}/{part}/{place}", text, frozenset(when.split())) for place, (when, text) in enumerate(said, 1))


def lens(
    name: str,
    *,
    doubts: tuple[tuple[str, str], ...] = (("", "Nobody would notice."),),
    open_: tuple[tuple[str, str], ...] = (),
    press: tuple[tuple[str, str], ...] = (),
    harder: tuple[tuple[str, str], ...] = (),
) -> Lens:
    ladder: dict[Rung, tuple[BankLine, ...]] = {
        "open": lines(name, "open", *open_),
        "press": lines(name, "press", *press),
        "press-harder": lines(name, "press-harder", *harder),
    }
    return Lens(name, "Who would notice?", "choice", ("key_result",), "S1", (), "", "", lines(name, "doubt", *doubts), ladder)


WATCHED = lens(
    "watched",
    doubts=(("", "Nobody outside would see a difference."), ("company", "A whole company can be met and unchanged.")),
    open_=(
        ("", "Who would notice first?"),
        ("", "Whose week changes because of this?"),
        ("platform", "Which team has to pick this up?"),
        ("platform mid-cycle", "Which team has picked this up so far?"),
    ),
    press=(("", "What did they do the last time?"), ("dont-know", "Who could find that out by Friday?")),
    harder=(("", "Suppose nobody comes. What was this for?"),),
)


def catalogue(*lenses: Lens) -> Catalogue:
    return Catalogue(lenses, WordLists(), "none")


def choice(lens_id: str = "watched", key: str = "kr1", **more: object) -> Choice:
    return replace(Choice(lens_id, Anchor("key_result", (key,))), **more)  # type: ignore[arg-type]


def turn(*choices: Choice, **more: object) -> Turn:
    plain = Turn(
        draft=DRAFT,
        situation=Situation(),
        library=NoLibrary(),
        choices=choices or (choice(),),
        rung="open",
        spoken=frozenset(),
        spoken_texts=(),
        answers=(),
        answer_class=None,
        seed=7,
    )
    return replace(plain, **more)  # type: ignore[arg-type]
