"""What teams write beside the plain forms: work done, levels of service, counts behind their name, two things in a line."""

import pytest

from tests.lenses.test_detect import on_objective, on_result


@pytest.mark.parametrize(
    ("text", "lens", "not_lens"),
    [
        ("95% of lost parcels answered within one working day", "kpi-in-disguise", "missing-baseline"),
        ("Rounds per 1,000 visits from 7 to 11", "", "gameable"),
        ("Lockers that fail at registration from 9 to 4", "", "gameable"),
        ("All 62 lockers moved off the old yard", "output-as-result", ""),
        ("Signs written for the ten darkest yards", "output-as-result", ""),
        ("TBD with the depot", "placeholder", "output-as-result"),
        ("Double sign-ups", "missing-baseline", "vague-measure"),
        ("Sessions held: 400", "activity-count", ""),
        ("Training for 25 couriers", "activity-count", ""),
        ("Pick-up rate and parcel volume", "compound", ""),
        ("Locked yards up to 75% and night lamps switched off", "compound", ""),
        ("Call abandonment under 5%", "kpi-in-disguise", "activity-count"),
        ("More visits within 60 days", "vague-measure", ""),
        ("Yards inspected at 97% or better", "", "vague-measure"),
        ("Lockers kept by 14 to 17 year olds", "", "compound"),
    ],
)
def test_what_teams_write_beside_the_plain_forms_is_heard(text: str, lens: str, not_lens: str) -> None:
    found = on_result(text)
    assert not lens or lens in found
    assert not not_lens or not_lens not in found


@pytest.mark.parametrize(
    ("text", "is_task"),
    [
        ("Hire the team for the south depot", True),
        ("Launch the new product", True),
        ("Build community features", True),
        ("Build a small, devoted community", False),
        ("A website that brings couriers home", False),
        ("Couriers plan the next round on the road", False),
    ],
)
def test_a_thing_to_hand_over_is_told_by_the_noun_that_is_made(text: str, is_task: bool) -> None:
    assert ("objective-is-task" in on_objective(text)) is is_task


def test_a_german_verb_that_only_begins_like_praise_is_no_slogan_and_a_clause_with_ohne_no_second_aim() -> None:
    assert "generic" not in on_objective("Köche bestellen, was sie wirklich brauchen", language="de")
    assert "objective-compound" not in on_objective("Kunden erledigen Wege, ohne in die Filiale zu kommen", language="de")
