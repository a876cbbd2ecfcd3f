"""What joins two aims or two measures in a line, and what only looks like it; what stands in good order in any quarter."""

import pytest

from tests.lenses.test_detect import on_objective, on_result


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Bring the night rounds forward and earn the trust of the yards", "en"),
        ("Reduce the noise in the yards, train the drivers and open a second depot", "en"),
        ("Improve our map and grow the fleet", "en"),
        ("Fahrer entlasten und den zweiten Hof eröffnen", "de"),
        ("Unsere Fahrer kommen pünktlich heim und die Kosten sinken", "de"),
    ],
)
def test_an_objective_with_two_verbs_about_two_things_wants_two_things(text: str, language: str) -> None:
    assert "objective-compound" in on_objective(text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Couriers find and keep a locker near their round", "en"),
        ("Growers and buyers trust the scales", "en"),
        ("When a locker is full, couriers know the next one and reach it", "en"),
        ("Drivers rest well, at home and on the road", "en"),
        ("Der zweite Hof ist eröffnet und der Betrieb ist aufgenommen", "de"),
        ("Fahrer wissen, wen sie anrufen, und rufen an, bevor es zu spät ist", "de"),
    ],
)
def test_one_thing_said_with_two_verbs_is_one_aim(text: str, language: str) -> None:
    assert "objective-compound" not in on_objective(text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Late rounds fall to 6% and lost parcels to under 40 a month", "en"),
        ("Both depots report fewer than 3 accidents, and sick leave drops to 4%", "en"),
        ("Cut the wait from 9 to 5 minutes and halve the complaints", "en"),
        ("Train 40 drivers and publish the new map", "en"),
        ("Neue Karte entwickeln und 20 Fahrer schulen", "de"),
        ("Die Wartezeit von 9 auf 5 Minuten senken und die Beschwerden halbieren", "de"),
    ],
)
def test_two_things_to_reach_are_two_measures(text: str, language: str) -> None:
    assert "compound" in on_result(text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Couriers who read and answer the weekly note: 35% to 60%", "en"),
        ("Rounds in the north and south districts that end before noon: 12 to 30", "en"),
        ("Cut the wait from 9 to 5 minutes without more than 5% of parcels left behind", "en"),
        ("Fahrer, die den Wochenbrief lesen und beantworten: von 35 % auf 60 %", "de"),
    ],
)
def test_one_measure_with_an_and_in_it_is_one(text: str, language: str) -> None:
    assert "compound" not in on_result(text, language=language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Costs stay within the budget for the year", "en"),
        ("All vans pass their yearly inspection", "en"),
        ("Answer 90% of calls within 20 seconds", "en"),
        ("Das Budget wird eingehalten", "de"),
        ("90 % der Anrufe werden innerhalb von 20 Sekunden angenommen", "de"),
    ],
)
def test_what_is_simply_in_order_stands_in_any_quarter(text: str, language: str) -> None:
    assert "kpi-in-disguise" in on_result(text, language=language)


@pytest.mark.parametrize("text", ["Couriers who call us a second time: 31% to 12%", "Reduce the overrun of repairs from 22% to 10%"])
def test_a_change_in_what_people_do_is_no_standing_number(text: str) -> None:
    assert "kpi-in-disguise" not in on_result(text)
