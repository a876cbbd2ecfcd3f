"""What a strategy puts second, wants no more of, or lets follow later."""

from pathlib import Path

import pytest

from sparring.lenses.preferred import preference_in
from sparring.lenses.put_off import what_is_put_off
from sparring.lenses.spoken_of import is_spoken_of
from sparring.library.folder import open_library
from sparring.library.model import Passage
from tests.lenses.test_plans import found

CHOICES = "# Plan\n\n## How we choose\n\n- {line}\n\n## What we saw\n\n- Couriers ring twice\n- Lamps in the yard are out\n"
OTHERS = ("Late rounds from 9 to 4", "Lamps that burn: 40 to 90")


def spoken_against(folder: Path, line: str, item: str) -> bool:
    findings = found(folder, CHOICES.format(line=line), item, *OTHERS).get("strategy-link", [])
    return any(each.evidence in ("against", "put-off") and each.passage for each in findings)


@pytest.mark.parametrize(
    ("line", "second"),
    [
        ("Safety before cost: we accept empty vans.", "cost"),
        ("1. Signs over screens", "screens"),
        ("We put sleep before speed - always.", "speed"),
        ("Ruhe geht vor Auslastung: Leere Wagen sind in Ordnung.", "Auslastung"),
        ("Erst die Stammkunden, dann das Neugeschäft.", "das Neugeschäft"),
    ],
)
def test_what_comes_second_is_named(line: str, second: str) -> None:
    preferred = preference_in(Passage("P1", "plan.md", 3, line, ("Our priorities",)))
    assert preferred is not None
    assert preferred.second == second


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("Price beats comfort for most guests.", "What we learned"),
        ("Keys are handed over at 100 stations", "Our priorities"),
        ("Vor dem Tor warten die Wagen", "Prioritäten"),
        ("Vorbeugen statt erklären: Wer früh klingelt, wird gehört.", "Prioritäten"),
    ],
)
def test_what_was_seen_where_and_how_prefers_nothing(line: str, heading: str) -> None:
    assert preference_in(Passage("P1", "plan.md", 3, line, (heading,))) is None


@pytest.mark.parametrize(
    ("line", "item", "against"),
    [
        ("Safety before cost: we accept empty vans.", "Cut the cost of a round from 40 to 31 €", True),
        ("Safety before cost: we accept empty vans.", "Hold the cost of a round at 40 €", False),
        ("No new kiosks as long as the old ones jam.", "Launch 3 kiosks in the north", True),
        ("No new kiosks as long as the old ones jam.", "Kiosks that jam: 9 to 2 a week", False),
        ("No further kiosks before the autumn review", "Two new kiosks at the harbour", True),
        ("The yard comes first, the harbour follows in 2031.", "Waiting at the harbour from 30 to 12 minutes", True),
    ],
)
def test_an_item_that_goes_after_what_comes_second_goes_against_it(tmp_path: Path, line: str, item: str, against: bool) -> None:
    assert spoken_against(tmp_path, line, item) is against


def test_what_follows_later_is_put_off_and_what_comes_first_is_not() -> None:
    line = Passage("P1", "plan.md", 3, "Der Hof wird zuerst hell, der Hafen folgt 2031.", ("Entscheidungen",))
    assert what_is_put_off(line) == "der Hafen"


@pytest.mark.parametrize(
    ("item", "spoken_of"),
    [("Rebates for bakeries", True), ("Doorbells that ring at night", True), ("Staff parties twice a year", False)],
)
def test_documents_speak_of_an_item_in_other_words_too(tmp_path: Path, item: str, spoken_of: bool) -> None:
    (tmp_path / "plan.md").write_text("# Plan\n\n## Doorbells\n\n- Discounts stay as they are.\n- Whoever rings waits two minutes.\n")
    assert is_spoken_of(item, open_library([tmp_path]).library) is spoken_of
