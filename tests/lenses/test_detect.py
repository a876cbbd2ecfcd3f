"""What a draft sets off, what it does not, and which of its words are quoted."""

import pytest

from sparring.draft.model import Draft, KeyResult, Objective
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.lenses.model import Finding
from sparring.library.model import Bearing, Document, Library, NoLibrary, Passage
from sparring.text import Source

CATALOGUE = packaged_catalogue()


def key_result(number: str, text: str, baseline: str | None = None, target: str | None = None) -> KeyResult:
    return KeyResult(id=number, key=number, label="", text=text, segments=(), lines=(1, 1), baseline=baseline, target=target)


def objective(number: int, text: str, *results: str | KeyResult) -> Objective:
    made = tuple(kr if isinstance(kr, KeyResult) else key_result(f"O{number}.KR{place}", kr) for place, kr in enumerate(results, 1))
    return Objective(id=f"O{number}", key=f"O{number}", label="", text=text, segments=(), lines=(1, 1), key_results=made)


def draft(*objectives: Objective, language: str = "en", orphans: tuple[KeyResult, ...] = ()) -> Draft:
    return Draft(source=Source("draft.md", ""), language=language, format="markdown", objectives=objectives, unplaced_key_results=orphans)


def findings(of: Draft, library: Library | None = None) -> tuple[Finding, ...]:
    return detect(of, library or NoLibrary(), CATALOGUE)


def on_result(text: str, *beside: str, language: str = "en") -> dict[str, Finding]:
    """Find what one key result sets off, under an aim that sets off nothing."""
    aim = {"en": "Couriers find a free locker at once", "de": "Kuriere finden sofort ein freies Fach"}[language]
    return {f.lens: f for f in findings(draft(objective(1, aim, text, *beside), language=language)) if f.anchor.keys == ("O1.KR1",)}


def on_objective(text: str, *results: str, language: str = "en") -> dict[str, Finding]:
    return {f.lens: f for f in findings(draft(objective(1, text, *results), language=language)) if f.anchor.keys == ("O1",)}


def on_draft(of: Draft) -> dict[str, Finding]:
    return {f.lens: f for f in findings(of) if f.anchor.kind == "draft"}


@pytest.mark.parametrize(
    ("text", "lens", "evidence", "quote"),
    [
        ("Launch the locker map", "output-as-result", "launch", "Launch the locker map"),
        ("We also migrate the old lockers", "output-as-result", "work-done", "migrate the old lockers"),
        ("A handbook for couriers", "output-as-result", "document", "handbook for couriers"),
        ("100% of lockers migrated", "output-as-result", "full-rollout", "lockers migrated"),
        ("Hold 12 workshops with couriers", "activity-count", "own-activity", "12 workshops"),
        ("Write 6 letters to couriers", "activity-count", "own-activity", "Write 6 letters"),
        ("Uptime of 99.9%", "kpi-in-disguise", "standing-number", "Uptime of 99.9%"),
        ("Maintain a response of 95%", "kpi-in-disguise", "keep-verb", "Maintain a response"),
        ("Raise revenue from 4 to 5 million", "lagging-impact", "end-of-chain", "Raise revenue"),
        ("Couriers who are content in the yearly survey: 60% to 70%", "slow-signal", "read-once", "yearly survey"),
        ("Improve how lockers are found", "vague-measure", "no-state", "Improve how lockers are found"),
        ("A noticeably calmer morning", "vague-measure", "undefined-term", "noticeably calmer morning"),
        ("Increase pick-ups by 20%", "missing-baseline", "no-start", "by 20%"),
        ("Pick-ups in districts that depend on the city: depends on the permit", "influence", "named-dependency", "depends on the permit"),
        ("Grow to 4,000 page views", "gameable", "empty-count", "4,000 page views"),
        ("Raise pick-ups from 10 to 15 and cut complaints from 9 to 4", "compound", "two-measures", None),
        ("Pick-ups per locker from 3 to 40", "moonshot", "stretch", None),
        ("Lockers emptied in time: 71% to 100%", "moonshot", "absolute", "71% to 100%"),
        ("Pick-ups stay where they are: 40% to 40%", "arithmetic", "same-number", "40% to 40%"),
        ("Increase pick-ups from 50% to 40%", "arithmetic", "against-the-verb", "50% to 40%"),
        ("Double pick-ups from 30 to 45", "arithmetic", "against-the-verb", "30 to 45"),
        ("Pick-ups reach xx%", "placeholder", "gap", "xx"),
    ],
)
def test_a_weak_key_result_sets_its_lens_off_and_the_words_that_did_are_quoted(
    text: str, lens: str, evidence: str, quote: str | None
) -> None:
    finding = on_result(text)[lens]
    assert finding.evidence == evidence
    assert (finding.anchor.phrase and finding.anchor.phrase.of(text)) == quote


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("Deliver more parcels at the first try: 61% to 75%", "output-as-result"),
        ("Share of couriers who park in the yard: 10% to 40%", "output-as-result"),
        ("Increase pick-ups from 100 to 120", "missing-baseline"),
        ("Increase pick-ups to 120 (today: 100)", "missing-baseline"),
        ("Couriers with less than 5 stops: 28% to 40%", "arithmetic"),
        ("Posts by customers about lockers: 10 to 40", "activity-count"),
        ("Release the map on 12 May", "missing-baseline"),
    ],
)
def test_a_line_that_only_looks_weak_is_left_alone(text: str, lens: str) -> None:
    assert lens not in on_result(text)


def test_a_guardrail_beside_a_change_is_no_kpi_in_disguise() -> None:
    assert "kpi-in-disguise" in on_result("Keep complaints at 2%")
    assert "kpi-in-disguise" not in on_result("Keep complaints at 2%", "Parcels fetched the same day: 40% to 60%")


def test_a_guardrail_silences_the_doubt_that_a_count_is_empty() -> None:
    assert "gameable" in on_result("Page views from 100 to 200")
    assert "gameable" not in on_result("Page views from 100 to 200", "Keep complaints at 2%")
    assert "gameable" not in on_result("Page views from 100 to 200 without more complaints")


@pytest.mark.parametrize(
    ("text", "lens", "evidence"),
    [
        ("Be the best locker company", "generic", "slogan"),
        ("Build the locker app", "objective-is-task", "deliverable"),
        ("Reach 400,000 parcels", "objective-is-metric", "number"),
        ("Shorten the way to the locker and increase the trust of neighbours", "objective-compound", "several-aims"),
        ("Maintain our lockers", "business-as-usual", "standing-duty"),
    ],
)
def test_a_weak_objective_sets_its_lens_off(text: str, lens: str, evidence: str) -> None:
    assert on_objective(text, "Parcels fetched late: 12% to 6%")[lens].evidence == evidence


def test_results_that_carry_the_choice_excuse_an_inspiring_objective() -> None:
    carried = ("Couriers who find a free locker at once: 40% to 70%", "Customers who fetch on the first day: 30% to 55%")
    assert "generic" in on_objective("The best mornings in town")
    assert "generic" not in on_objective("The best mornings in town", *carried)


def test_an_objective_with_users_and_moving_results_is_no_task() -> None:
    assert "objective-is-task" not in on_objective("Build mornings that couriers enjoy", "Couriers done by noon: 40% to 70%")


@pytest.mark.parametrize("text", ["Deploys are boring", "Releases stay a matter of minutes", "Launches never wake anybody"])
def test_a_noun_that_looks_like_a_verb_is_no_task(text: str) -> None:
    assert "objective-is-task" not in on_objective(text, "Roll-backs a month: 9 to 2")


def test_bare_objectives_and_orphans_are_facts() -> None:
    found = findings(draft(objective(1, "Couriers find a free locker"), orphans=(key_result("KR1", "A"), key_result("KR2", "B"))))
    by_lens = {f.lens: f for f in found}
    assert by_lens["objectives-without-krs"].anchor.keys == ("O1",)
    assert by_lens["orphan-results"].anchor.kind == "items"
    assert by_lens["orphan-results"].anchor.keys == ("KR1", "KR2")


def test_an_objective_whose_children_are_objectives_is_not_bare() -> None:
    child = Objective(id="O2", key="O2", label="", text="Couriers find it", segments=(), lines=(1, 1), parent="O1")
    bare = [f.anchor.keys for f in findings(draft(objective(1, "Mornings are calm"), child)) if f.lens == "objectives-without-krs"]
    assert bare == [("O2",)]


def test_more_than_five_are_many() -> None:
    six = [f"Couriers with {n} parcels done by noon: 40% to 70%" for n in range(3, 9)]
    many = {f.evidence: f.anchor.kind for f in findings(draft(objective(1, "Couriers are done by noon", *six))) if f.lens == "coverage"}
    assert many == {"many-results": "objective"}
    assert on_draft(draft(*(objective(n, "Couriers are done") for n in range(1, 7))))["coverage"].evidence == "many-objectives"


def test_a_page_of_outputs_is_a_roadmap() -> None:
    outputs = draft(objective(1, "Couriers find a locker", "Launch the map", "Ship the scanner", "Couriers done by noon: 40% to 70%"))
    assert on_draft(outputs)["roadmap-wrapper"].evidence == "mostly-outputs"


def test_only_late_results_leave_nothing_to_steer_by() -> None:
    late = draft(objective(1, "Couriers find a locker", "Revenue from 4 to 5 million", "Churn from 9% to 7%"))
    assert on_draft(late)["no-leading-signal"].evidence == "all-late"
    one_early = draft(objective(1, "Couriers find a locker", "Revenue from 4 to 5 million", "Couriers done by noon: 40% to 70%"))
    assert "no-leading-signal" not in on_draft(one_early)


def test_naming_what_stops_closes_the_question_of_what_stops() -> None:
    aim = "Couriers find a locker"
    assert "not-doing" in on_draft(draft(objective(1, aim, "Couriers done by noon: 40% to 70%")))
    assert "not-doing" not in on_draft(draft(objective(1, aim, "We stop the night round for 40% of couriers")))


def test_nobody_named_is_a_weak_finding_and_goes_when_a_result_names_somebody() -> None:
    assert on_objective("Mornings are calm", "Noise: 60 to 40")["whose-behaviour"].strength == "low"
    assert "whose-behaviour" not in on_objective("Mornings are calm", "Couriers done by noon: 40% to 70%")


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("Einführung der neuen Fächer", "output-as-result"),
        ("8 Workshops mit Kurieren", "activity-count"),
        ("Umsatz von 4 auf 5 Millionen", "lagging-impact"),
        ("Abholungen um 20 % steigern", "missing-baseline"),
        ("Deutlich weniger Beschwerden", "vague-measure"),
    ],
)
def test_german_lines_set_the_same_lenses_off(text: str, lens: str) -> None:
    assert lens in on_result(text, language="de")


def test_a_language_without_lists_is_judged_by_structure_alone() -> None:
    found = {f.lens for f in findings(draft(objective(1, "提升物流效率", "上线新系统", "40% → 40%"), language="zh"))}
    assert found == {"output-as-result", "arithmetic"}


class Shelf:
    """A library of two passages, each bearing on items that hold its word."""

    is_empty = False
    documents = (Document("strategy.md", "", 2),)
    passages = (
        Passage("P1", "strategy.md", 3, "No parcels from abroad.", ("What we will not do",)),
        Passage("P2", "strategy.md", 9, "Couriers come first."),
    )

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        pairs = zip(("abroad", "courier"), self.passages, strict=True)
        return tuple(Bearing(passage, 0.7) for word, passage in pairs if word in words.lower())[:most]


def strategy_findings(*objectives: Objective) -> list[tuple[str, tuple[str, ...], str]]:
    found = findings(draft(*objectives), Shelf())
    return [(f.evidence, f.anchor.keys, f.passage.id if f.passage else "") for f in found if f.lens == "strategy-link"]


def test_a_line_that_rules_an_item_out_comes_with_the_finding() -> None:
    assert strategy_findings(objective(1, "Couriers are done by noon", "Parcels from abroad: 10 to 40")) == [("against", ("O1.KR1",), "P1")]


def test_an_objective_that_no_line_bears_on_is_found_unless_its_results_are_borne_on() -> None:
    assert strategy_findings(objective(1, "Nights are quiet", "Noise: 60 to 40")) == [("no-line", ("O1",), "")]
    assert strategy_findings(objective(1, "Nights are quiet", "Courier trips: 60 to 40")) == []


def test_without_documents_nothing_is_said_about_strategy() -> None:
    assert "strategy-link" not in {f.lens for f in findings(draft(objective(1, "Nights are quiet", "Noise: 60 to 40")))}


def test_findings_come_in_reading_order_with_the_draft_last_and_are_the_same_each_time() -> None:
    page = draft(objective(1, "Be the best", "Launch the map", "Ship it", "Raise revenue"), objective(2, "Build the app"))
    first = findings(page)
    order = ["O1", "O1.KR1", "O1.KR2", "O1.KR3", "O2"]
    places = [order.index(f.anchor.keys[0]) if f.anchor.keys else len(order) for f in first]
    assert places == sorted(places)
    assert findings(page) == first


def test_a_lens_says_one_thing_about_an_item() -> None:
    found = [(f.lens, f.anchor.keys) for f in findings(draft(objective(1, "Be the best", "Launch, ship and release the guide 100% live")))]
    assert len(found) == len(set(found))


def test_every_phrase_lies_in_its_item() -> None:
    page = draft(
        objective(1, "Be the best", "Launch İt now", "ship 100% of guides", key_result("O1.KR3", "", "tbd", "xx%")), language="und"
    )
    for finding in findings(page):
        if finding.anchor.phrase:
            item = page.item(finding.anchor.keys[0])
            assert item is not None
            assert finding.anchor.phrase.of(item.text).strip()


def test_an_item_of_absurd_length_is_looked_at_and_nobody_waits() -> None:
    assert "output-as-result" in on_result("Launch " + "(1 " * 200_000)
