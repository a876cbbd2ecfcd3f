"""What a strategy rules out, and whether a line of a draft asks for it under another name."""

from pathlib import Path

import pytest

from sparring.lenses.model import Finding
from sparring.lenses.ruled_out import RuledOut, things_of
from sparring.library.model import Passage
from tests.lenses.test_plans import found

SHELVES = "# Plan\n\n## What we will not do\n\n- {line}\n\n## What we saw\n\n- Couriers ring twice\n- Lamps in the yard are out\n"


def line(text: str) -> Passage:
    return Passage("P1", "plan.md", 3, text, ("What we will not do",))


def against(findings: dict[str, list[Finding]]) -> list[str]:
    return [each.passage.text for each in findings.get("strategy-link", []) if each.evidence == "against" and each.passage]


@pytest.mark.parametrize(
    ("ruled_out", "asked_for"),
    [
        ("We do not compete on price. List price plus service.", "A 10% discount for bakeries that switch"),
        ("No private practices (GPs, dentists) before 2031", "Sign 40 dental labs"),
        ("No international expansion", "Open in Spain and Portugal"),
        ("Large shippers. They bargain and never book.", "Onboard the ten biggest shippers"),
        ("Keine Rabatte", "Ein Gutschein für jede erste Fahrt"),
        ("Keine Sternebewertungen", "Ein Bewertungsportal für die Höfe"),
        ("Wir verzichten auf Großkunden", "Drei Konzerne fahren mit uns"),
    ],
)
def test_what_is_ruled_out_is_found_under_another_name(ruled_out: str, asked_for: str) -> None:
    others = ["Late rounds from 9 to 4", "Lamps that burn: 40 to 90"]
    named = RuledOut([line(ruled_out)], [asked_for, *others])
    assert named.against(asked_for)
    assert not any(map(named.against, others))


def test_half_of_a_name_is_another_thing() -> None:
    named = RuledOut([line("Passenger cars and leasing fleets")], ["Reports by drivers of the nine fleets", "Late rounds from 9 to 4"])
    assert named.against("Reports by drivers of the nine fleets") is None


@pytest.mark.parametrize("heading", ["Not on our list", "Where we don't play", "No-fly zone", "What we leave"])
def test_a_heading_that_says_no_rules_out_what_stands_beneath_it(tmp_path: Path, heading: str) -> None:
    document = (
        f"# Plan\n\n## {heading}\n\n- Architects and planners. They want drawings.\n\n## What we saw\n\n- Lamps in the yard are out\n"
    )
    assert against(found(tmp_path, document, "300 architects on the free plan", "Late rounds from 9 to 4"))


def test_a_compound_with_a_hyphen_is_ruled_out_as_a_whole() -> None:
    items = ["Approvals on a phone go from 9% to 25%", "Late rounds from 9 to 4", "Lamps that burn: 40 to 90"]
    assert RuledOut([line("No AI auto-approval")], items).against(items[0]) is None


def test_what_most_of_a_draft_is_about_is_not_what_is_ruled_out() -> None:
    items = ["Lockers that open at once", "Lockers per street: 2 to 5", "Lockers out of order: 9 to 2"]
    assert RuledOut([line("No lockers")], items).against(items[0]) is None


def test_a_line_of_which_only_words_of_the_trade_are_left_rules_nothing_out() -> None:
    assert things_of(line("No new targets this year")) == ()


@pytest.mark.parametrize(
    ("wanted", "spoken_against"), [("Parcels with a voucher: 5% to 30%", True), ("Parcels with a voucher: 30% to 5%", False)]
)
def test_doing_away_with_what_is_ruled_out_goes_along_with_the_strategy(tmp_path: Path, wanted: str, spoken_against: bool) -> None:
    document = SHELVES.format(line="We never compete on price")
    assert bool(against(found(tmp_path, document, wanted, "Late rounds from 9 to 4", "Lamps that burn: 40 to 90"))) is spoken_against


@pytest.mark.parametrize(
    ("wanted", "spoken_against"), [("Launch the doorbell app in both depots", True), ("Doorbells that are answered: 40% to 70%", False)]
)
def test_delivering_what_came_to_nothing_before_goes_against_what_is_known(tmp_path: Path, wanted: str, spoken_against: bool) -> None:
    document = (
        "# Plan\n\n## What we saw\n\n- The doorbell app failed in the south depot: couriers wear gloves.\n- Lamps in the yard are out\n"
    )
    assert bool(against(found(tmp_path, document, wanted, "Late rounds from 9 to 4"))) is spoken_against
