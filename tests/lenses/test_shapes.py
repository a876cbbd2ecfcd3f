"""What a line's shape tells whatever it is about: where it opens, what its numbers belong to, which half is measured, in any language."""

from dataclasses import replace

import pytest

from sparring.draft.model import Draft, KeyResult, Objective
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.lenses.model import Finding
from sparring.library.model import Bearing, Document, Library, NoLibrary, Passage
from sparring.text import Source

CATALOGUE = packaged_catalogue()


def read(*lines: str) -> Draft:
    return read_draft(Source("draft.md", "\n".join(lines)))


def on_result(text: str, *beside: str, language: str = "en", aim: str = "Couriers find a free locker at once") -> dict[str, Finding]:
    results = tuple(
        KeyResult(id=f"O1.KR{n}", key=f"O1.KR{n}", label="", text=each, segments=(), lines=(1, 1))
        for n, each in enumerate((text, *beside), 1)
    )
    above = Objective(id="O1", key="O1", label="", text=aim, segments=(), lines=(1, 1), key_results=results)
    whole = Draft(source=Source("draft.md", ""), language=language, format="markdown", objectives=(above,))
    return {f.lens: f for f in detect(whole, NoLibrary(), CATALOGUE) if f.anchor.keys == ("O1.KR1",)}


def on_cells(text: str, baseline: str, target: str) -> set[str]:
    draft = read(
        "## Objective 1: Couriers find a locker",
        "| Key result | Baseline | Target |",
        "|---|---|---|",
        f"| {text} | {baseline} | {target} |",
    )
    (result,) = draft.key_results()
    return {f.lens for f in detect(draft, NoLibrary(), CATALOGUE) if f.anchor.keys == (result.key,)}


@pytest.mark.parametrize(
    "text",
    [
        "Signs: repaint the arrows in every yard",
        "Know the yards better by sketching the arrows",
        "Arrows.md says where to park",
        "Couriers can reserve a locker from the van",
        "4 label templates for heavy parcels",
        "A locker map (12 yards)",
        "100% of doors carry a number",
    ],
)
def test_work_is_recognised_behind_a_title_behind_by_and_by_what_it_names(text: str) -> None:
    assert "output-as-result" in on_result(text)


@pytest.mark.parametrize(
    "text",
    [
        "Release frequency from 2 to 5 a month",
        "Add-on parcels from 3 to 9 a day",
        "Onboard 40 couriers",
        "First couriers come back: 10% to 30%",
        "Couriers who choose the same locker twice",
        "No parcel waits longer than a day",
    ],
)
def test_what_is_measured_won_or_forbidden_is_no_piece_of_work(text: str) -> None:
    assert "output-as-result" not in on_result(text)


@pytest.mark.parametrize(
    ("text", "lens"),
    [
        ("Publish 6 letters to couriers", "activity-count"),
        ("Meet the couriers in the yard", "activity-count"),
        ("Audit the yards every two weeks", "activity-count"),
        ("No parcel waits longer than a day", "kpi-in-disguise"),
        ("Keep the yards tidy", "kpi-in-disguise"),
        ("Lockers answer 99.8% of the time", "kpi-in-disguise"),
        ("Get first couriers", "vague-measure"),
        ("900 registered couriers", "missing-baseline"),
        ("80% of parcels fetched on the first day", "missing-baseline"),
        ("Complaints gone by [date]", "placeholder"),
        ("Agreed by x neighbours", "placeholder"),
        ("Reduce lost keys by 100%", "moonshot"),
        ("Tourist arrivals from 2 to 3 million", "influence"),
    ],
)
def test_a_shape_sets_its_lens_off(text: str, lens: str) -> None:
    assert lens in on_result(text)


def test_a_count_far_behind_the_verb_is_no_count_of_its_object() -> None:
    assert "activity-count" not in on_result("Publish a parking rule that holds in 4 yards")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("70% of parcels fetched at once; 40% fewer calls", "40% fewer calls"),
        ("Pick-ups at 60% of yards, with zero lost keys", "zero lost keys"),
        ("The old yard is closed and the couriers are told", None),
        ("Print the yard signs and publish the locker map", None),
    ],
)
def test_two_results_in_one_line_are_seen_and_the_second_is_quoted(text: str, quote: str | None) -> None:
    phrase = on_result(text)["compound"].anchor.phrase
    assert (phrase and phrase.of(text)) == quote


@pytest.mark.parametrize(
    "text",
    [
        "Yards within 5 km and 20 minutes reach a free locker: 40% to 60%",
        "Print and mount the yard signs",
        "Sort the yards and tell them",
        "Pick-ups from 40% to 60% with no more than 3% complaints",
    ],
)
def test_one_result_with_circumstances_objects_or_a_guard_is_not_two(text: str) -> None:
    assert "compound" not in on_result(text)


def test_times_in_different_units_are_not_set_against_the_verb() -> None:
    assert "arithmetic" not in on_result("Reduce the wait from 2 h to 45 min")
    assert "arithmetic" in on_result("Reduce the wait from 2 h to 3 h")


def test_a_cell_that_says_nobody_measured_it_is_a_missing_start_and_a_state_has_none() -> None:
    assert "missing-baseline" in on_cells("Wait at the locker", "never measured", "3 minutes")
    assert "missing-baseline" in on_cells("Raise pick-ups by 400", "0", "400")
    assert "missing-baseline" not in on_cells("Raise pick-ups to 400", "0", "400")
    assert "missing-baseline" not in on_cells("Locker numbers", "no data", "shown on every door")


def test_a_gap_is_no_output() -> None:
    assert set(on_result("XX couriers")) & {"placeholder", "output-as-result"} == {"placeholder"}


def test_the_aims_of_one_person_are_told_by_how_it_speaks_of_itself() -> None:
    own = read("## Objective 1: I know the yards", "- KR1: I read the parking rules", "- KR2: Ask my neighbour about keys")
    team = read("## Objective 1: Couriers know the yards", "- KR1: Wrong turns from 9 to 4 a day", "- KR2: Calls from 5 to 2 a day")
    assert "individual" in {f.lens for f in detect(own, NoLibrary(), CATALOGUE)}
    assert "individual" not in {f.lens for f in detect(team, NoLibrary(), CATALOGUE)}


def test_the_same_measure_under_two_objectives_is_one_overlap() -> None:
    draft = read(
        "## Objective 1: Couriers find a locker",
        "- KR1: Parcels fetched on the first day from 30% to 45%",
        "## Objective 2: Neighbours trust the yard",
        "- KR1: Increase parcels fetched on the first day from 30% to 50%",
        "- KR2: Keys lost from 9 to 4",
    )
    (found,) = [f for f in detect(draft, NoLibrary(), CATALOGUE) if f.lens == "overlap"]
    assert len(found.anchor.keys) == 2


def test_objectives_of_several_teams_in_one_file_are_not_too_many_for_one() -> None:
    lines = [
        line for team in "ABC" for line in (f"# Team {team}", *(f"## Objective {n}: Yard {team}{n} is easy to find" for n in (1, 2, 3)))
    ]
    many = [f"## Objective {n}: Yard {n} is easy to find" for n in range(1, 9)]
    assert "coverage" not in {f.lens for f in detect(read(*lines), NoLibrary(), CATALOGUE)}
    assert "coverage" in {f.lens for f in detect(read(*many), NoLibrary(), CATALOGUE)}


OTHERS = {
    "fr": (
        "Plus de colis : hausse de 20 %",
        "Casiers ouverts 99,9 % du temps",
        "De 12 % à 12 % de plaintes",
        "Les appels de 40 à 25 et les retours de 30 à 10",
    ),
    "es": (
        "Más paquetes, un 20 % de subida",
        "Cajas abiertas el 99,9 % del tiempo",
        "Del 12 % al 12 % de quejas",
        "Llamadas de 40 a 25 y quejas de 30 a 10",
    ),
    "nl": (
        "Meer pakketten, 20% erbij",
        "Kluisjes 99,9% open",
        "Van 12% naar 12% klachten",
        "Telefoontjes van 40 naar 25 en klachten van 30 naar 10",
    ),
    "tr": (
        "Paketlerde %20 artış",
        "Dolaplar zamanın %99,9 kadarında açık",
        "Şikayetler %12'den %12'ye",
        "Aramalar 40'tan 25'e ve iadeler 30'dan 10'a",
    ),
    "zh": ("取件量提升20%", "柜门可用率99.9%", "投诉率从12%到12%", "电话从40降到25，退件从30降到10"),
    "ja": ("受取を20%増やす", "ロッカーの稼働率99.9%", "苦情を12%から12%へ", "電話を40から25に、返品を30から10に"),
    "ko": ("수령 20% 증가", "보관함 가동률 99.9%", "불만 12%에서 12%로", "전화 40건에서 25건으로, 반품 30건에서 10건으로"),
}


@pytest.mark.parametrize("language", OTHERS)
def test_numbers_speak_where_no_list_does(language: str) -> None:
    lines = OTHERS[language]
    wanted = ("missing-baseline", "kpi-in-disguise", "arithmetic", "compound")
    for text, lens in zip(lines, wanted, strict=True):
        assert lens in on_result(text, language=language, aim=lines[0])


def test_a_short_text_in_other_letters_is_not_taken_for_english() -> None:
    draft = read(
        "## Objective 1: Mỗi người tìm được tủ trống", "- KR1: Từ 40 xuống 25 email mỗi ngày", "- KR2: Giảm số cuộc gọi từ 30 xuống 10"
    )
    assert "activity-count" not in {f.lens for f in detect(draft, NoLibrary(), CATALOGUE)}


class Notes:
    """Documents of which any line bears on an item that shares a long word with it."""

    def __init__(self, *passages: Passage) -> None:
        self.passages = passages
        self.documents = (Document("strategy.md", "", len(passages)),)
        self.is_empty = False

    def bearing_on(self, words: str, *, most: int = 3) -> tuple[Bearing, ...]:
        said = {word.casefold()[:5] for word in words.split() if len(word) > 4}
        near = (p for p in self.passages if said & {word.casefold()[:5] for word in p.text.split() if len(word) > 4})
        return tuple(Bearing(passage, 0.6) for passage in near)[:most]


def against(item: str, library: Library) -> str | None:
    draft = read("## Objective 1: The yard works", f"- KR1: {item}", "- KR2: Keys lost from 9 to 4")
    found = [f for f in detect(draft, library, CATALOGUE) if f.lens == "strategy-link" and f.evidence == "against"]
    return found[0].passage.text if found and found[0].passage else None


def test_a_line_can_speak_against_an_item_without_ruling_it_out() -> None:
    more = Passage("P1", "strategy.md", 1, "More lockers alone help nobody.", ("Learned",))
    room = Passage("P2", "strategy.md", 2, "Late parcels: fewer of them, and accept the unavoidable ones.", ("Decisions",))
    short = Passage("P3", "strategy.md", 3, "Short visits. Couriers are in a hurry and we don't try to stretch that.", ("Focus",))
    library = Notes(more, room, short)
    assert against("Increase lockers in town from 40 to 90", library) == more.text
    assert against("Parcels that are never late: 80% to 100%", library) == room.text
    assert against("Minutes of visits from 3 to 9", library) == short.text
    assert against("Minutes of visits from 9 to 3", library) is None
    assert against("Lockers out of order from 9 to 4", library) is None


def test_the_priority_that_no_item_serves_and_the_documents_come_back_to_is_shown() -> None:
    focus = ("Focus",)
    served = Passage("P1", "strategy.md", 1, "Yards first: a courier should find the yard at once.", focus)
    left = Passage("P2", "strategy.md", 2, "Neighbours as friends: nobody should be woken by a van.", focus)
    other = Passage("P3", "strategy.md", 3, "Lockers for hospitals. Starts next year with its own team.", focus)
    learned = (
        Passage("P4", "strategy.md", 4, "Two of three neighbours complained in May.", ("Learned",)),
        Passage("P5", "strategy.md", 5, "June: a visit to the neighbours", ("Plan",)),
    )
    draft = read(
        "## Objective 1: Couriers find the yard at once", "- KR1: Wrong turns on the way to yards from 9 to 4", "- KR2: Calls from 5 to 2"
    )
    shown = [f for f in detect(draft, Notes(served, left, other, *learned), CATALOGUE) if f.evidence == "uncovered"]
    assert [f.passage for f in shown] == [left]
    purpose = Passage("P6", "strategy.md", 1, "Nobody should carry a parcel twice.", ("Direction",))
    nested = tuple(replace(each, headings=("Direction", "Focus")) for each in (served, left, other))
    shown = [f for f in detect(draft, Notes(purpose, *nested, *learned), CATALOGUE) if f.evidence == "uncovered"]
    assert [f.passage for f in shown] == [nested[1]]
    choosing = Passage("P2", "strategy.md", 2, "Sleeping neighbours over quick parcels", focus)
    assert not [f for f in detect(draft, Notes(served, choosing, other, *learned), CATALOGUE) if f.evidence == "uncovered"]


def test_documents_that_say_what_is_left_out_close_the_question_of_what_stops() -> None:
    draft = read("## Objective 1: Couriers find the yard at once", "- KR1: Wrong turns on the way to yards from 9 to 4")
    left_out = Passage("P1", "strategy.md", 1, "Night rounds", ("Not this year",))
    assert "not-doing" in {f.lens for f in detect(draft, NoLibrary(), CATALOGUE)}
    assert "not-doing" not in {f.lens for f in detect(draft, Notes(left_out), CATALOGUE)}
