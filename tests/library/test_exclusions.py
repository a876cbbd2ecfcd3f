"""Which passages say what the team will not do."""

import pytest

from sparring.library.exclusions import is_exclusion
from sparring.library.model import Passage


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("What we will not do", "Resellers"),
        ("What we won’t do in 2027", "Resellers"),
        ("We say no to", "Resellers"),
        ("Non-goals", "Resellers"),
        ("Out of scope (for now)", "Resellers"),
        ("Not yet", "Resellers"),
        ("Was wir nicht tun", "Wiederverkäufer"),
        ("Bewusst nicht", "Wiederverkäufer"),
        ("Bets", "No resellers. They keep the customer's name."),
        ("Bets", "We don't sell to resellers."),
        ("Bets", "Resellers are out of scope."),
        ("Schwerpunkte", "Kein Verkauf über Wiederverkäufer."),
    ],
)
def test_a_no_is_recognised(heading: str, text: str) -> None:
    assert is_exclusion(Passage("P1", "plan.md", 1, text, ("Plan", heading)))


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Bets", "We win on quality, not on price."),
        ("Bets", "Small shops come first. No chains for now."),
        ("Learned", "Mechanics don't know the part's number."),
        ("Learned", "No one reads the second page."),
        ("Learned", "We don't know why parcels come back."),
        ("Learned", "Not only couriers ask for the window."),
        ("Dependencies", "No dependency on the payment team."),
        ("No parcel comes back", "Photos instead of numbers."),
        ("Erkenntnisse", "Keine Ahnung haben die meisten von der Teilenummer."),
        ("Notes", "Resellers asked again."),
    ],
)
def test_a_not_within_something_else_is_no_exclusion(heading: str, text: str) -> None:
    assert not is_exclusion(Passage("P1", "plan.md", 1, text, ("Plan", heading)))


def test_what_is_done_instead_is_no_exclusion_although_it_stands_below_one() -> None:
    assert not is_exclusion(Passage("P1", "plan.md", 1, "Own shops", ("What we will not do", "What we do instead")))
