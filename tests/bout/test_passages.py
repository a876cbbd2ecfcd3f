"""Which line of the strategy is shown beside what."""

from sparring.bout.passages import PLAINLY, searched_in_vain, with_passages
from sparring.challenge import Choice
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.model import Anchor
from sparring.library.model import Bearing, Document, Passage
from sparring.session import Session
from tests.bouts import session_on

CATALOGUE = packaged_catalogue()


class Shelf:
    """A library whose passages bear on anything, as strongly as it is told."""

    is_empty = False
    documents: tuple[Document, ...] = ()

    def __init__(self, *bearings: tuple[str, float]) -> None:
        lines = ((n, *text.rpartition("> ")[::2], score) for n, (text, score) in enumerate(bearings, 1))
        self._bearings = tuple(
            Bearing(Passage(f"P{n}", "plan.md", n, text, (heading,) if heading else ()), score) for n, heading, text, score in lines
        )
        self.passages = tuple(bearing.passage for bearing in self._bearings)

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        return self._bearings[:most]


def beside(session: Session, lens: str, shelf: Shelf) -> str | None:
    aim = session.bout.draft.objectives[0]
    (choice,) = with_passages((Choice(lens, Anchor("objective", (aim.key,))),), session.bout, shelf, CATALOGUE)
    return choice.passage.text if choice.passage else None


async def test_a_question_that_needs_no_line_gets_one_only_if_it_plainly_speaks_of_the_same_thing() -> None:
    session = await session_on()
    barely, plainly = Shelf(("Near it.", PLAINLY - 0.05)), Shelf(("On it.", PLAINLY + 0.05))
    assert beside(session, "risk-fit", barely) is None
    assert beside(session, "risk-fit", plainly) == "On it."
    assert beside(session, "strategy-link", barely) == "Near it."


async def test_a_line_that_says_no_is_no_company_for_a_question_about_anything_else() -> None:
    session = await session_on()
    assert beside(session, "strategy-link", Shelf(("No resellers.", 0.9), ("We sell to couriers.", 0.8))) == "We sell to couriers."


async def test_what_is_near_is_not_shown_yet_nobody_is_told_that_nothing_was_found() -> None:
    session = await session_on()
    aim = session.bout.draft.objectives[0]
    choice = Choice("risk-fit", Anchor("objective", (aim.key,)))
    assert not searched_in_vain(choice, session.bout, Shelf(("Near it.", PLAINLY - 0.05)), CATALOGUE)


async def test_what_others_have_to_deliver_is_no_choice_that_an_item_could_serve() -> None:
    session = await session_on()
    shelf = Shelf(("Dependencies> Locks: the platform team, March at the earliest.", 0.9), ("We sell to couriers.", 0.8))
    assert beside(session, "strategy-link", shelf) == "We sell to couriers."
    assert beside(session, "risk-fit", shelf) == "Locks: the platform team, March at the earliest."


async def test_nobody_is_told_that_nothing_was_found_where_a_line_says_it_in_other_words() -> None:
    session = await session_on()
    aim = session.bout.draft.objectives[0]
    choice = Choice("strategy-link", Anchor("objective", (aim.key,)))
    subject = next(word for word in aim.text.split() if len(word) > 5)

    class Unsearchable(Shelf):
        def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
            return self._bearings[:most] if words == subject.casefold()[: len(words)] and len(words) > 4 else ()

    assert not searched_in_vain(choice, session.bout, Unsearchable((f"It is about {subject}.", 0.6)), CATALOGUE)
