"""Which words of a line are pointed at."""

import pytest

from sparring.library.model import Bearing, Document, Passage
from tests.lenses.test_detect import draft, findings, objective, on_objective, on_result


@pytest.mark.parametrize(
    ("text", "lens", "quote"),
    [
        ("Launch the new locker map for all towns", "output-as-result", "Launch the new locker map"),
        ("Migrate 1,900 couriers from the old app by March", "output-as-result", "Migrate 1,900 couriers"),
        ("Release Courier App 2.0 on both platforms", "output-as-result", "Release Courier App 2.0"),
        ("Raise the yearly renewal rate of town contracts from 81% to 88%", "lagging-impact", "yearly renewal rate"),
        ("Couriers who feel the route is fair", "vague-measure", "feel the route is fair"),
        ("Publish 12 interviews with couriers during spring", "activity-count", "12 interviews"),
    ],
)
def test_the_quotation_is_the_stretch_a_coach_would_point_at(text: str, lens: str, quote: str) -> None:
    phrase = on_result(text)[lens].anchor.phrase
    assert phrase
    assert phrase.of(text) == quote


def test_german_verbs_at_the_end_take_the_words_before_them_in() -> None:
    text = "Schließfachkarte für Kuriere geht bis 31. Mai live"
    phrase = on_result(text, language="de")["output-as-result"].anchor.phrase
    assert phrase
    assert phrase.of(text).endswith("geht bis 31. Mai live")


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("10 couriers on the morning calls", "activity-count"),
        ("3 people post about it because they like it", "activity-count"),
        ("Find 3 new funding methods", "lagging-impact"),
        ("12 more visits to depots", "missing-baseline"),
        ("1 town reaches out to us by itself", "missing-baseline"),
        ("Couriers engaged for a full season (more than 3 tours a week)", "vague-measure"),
        ("Hold 12 workshops with couriers", "kpi-in-disguise"),
        ("Celebrate each small win every single week", "moonshot"),
    ],
)
def test_words_that_only_look_like_it_set_nothing_off(text: str, lens: str) -> None:
    assert lens not in on_result(text)


@pytest.mark.parametrize("text", ["Build a culture in which couriers speak up", "Build a small, devoted community"])
def test_what_grows_between_people_is_no_task(text: str) -> None:
    assert "objective-is-task" not in on_objective(text)


def test_a_count_of_what_others_may_do_is_not_said_to_be_in_the_teams_hands() -> None:
    assert on_result("4,000 posts linked with our tag")["activity-count"].evidence == "counted-effort"
    assert on_result("Write 40 posts about lockers")["activity-count"].evidence == "own-activity"


def test_what_nobody_can_agree_to_is_told_from_people_who_can() -> None:
    assert on_result("Tourist arrivals in the two towns up to 3 million")["influence"].evidence == "outside-world"


class OneLine:
    """A library of one passage that bears on everything."""

    is_empty = False
    documents: tuple[Document, ...] = ()

    def __init__(self, text: str, *headings: str) -> None:
        self.passages = (Passage("P1", "plan.md", 3, text, headings),)

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        return (Bearing(self.passages[0], 0.7),)


@pytest.mark.parametrize(
    ("line", "result", "ruled_out"),
    [
        ("No scanner.", "Couriers use the new scanner", True),
        ("No tracking before complaints are below 5%", "Complaints per hundred parcels from 9 to 4", False),
        ("No motor-app of our own", "Claims of motor couriers from 9 to 4", False),
        ("No motor-app of our own", "Couriers install the motor app", True),
        ("No e-lockers: couriers lose the codes", "Couriers find a locker", False),
        ("No drones, no robots", "Couriers work with robots", True),
    ],
)
def test_a_line_rules_out_only_what_it_is_about(line: str, result: str, ruled_out: bool) -> None:
    of = draft(objective(1, "Couriers find a free locker at once", result))
    against = [f for f in findings(of, OneLine(line)) if f.lens == "strategy-link" and f.anchor.keys == ("O1.KR1",)]
    assert bool(against) is ruled_out
