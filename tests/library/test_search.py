"""Which passages bear on an item."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.library.indexed import indexed
from sparring.library.model import Library, Passage
from sparring.library.passages import passages_of
from sparring.library.search import THRESHOLD, PassageLibrary
from sparring.text import Source

STRATEGY = """
# Spare parts, plan 2027

## Bets

- Repair shops order by message instead of by phone; the phone costs them an hour a day.
- A courier who knows the delivery window does not ring twice.
- Small workshops come first, the chains have systems of their own.

## Not this year

- No marketplace for used tyres.
- Loyalty points

## Learned

- Of 31 mechanics, 22 send a photo of the broken part rather than its number.
- Half of the returned parcels held the wrong brake disc.
- Invoices are paid late when the delivery note is missing.

## Lieferung

- Die Lieferzeit zählt mehr als der Preis: Werkstätten warten nicht.
- Rückläufer kosten uns 11 € je Paket.
"""


def library_of(text: str) -> PassageLibrary:
    passages = passages_of(Source("plan.md", text), "plan.md")
    return PassageLibrary([indexed(passages, "0" * 64)], ["plan.md"])


@pytest.fixture(scope="module")
def library() -> Library:
    return library_of(STRATEGY)


@pytest.mark.parametrize(
    ("item", "begins"),
    [
        ("Share of orders that repair shops send by message: 12% -> 40%", "Repair shops order by message"),
        ("Couriers reach the shop inside the delivery window", "A courier who knows"),
        ("Mechanics who photograph a broken part", "Of 31 mechanics"),
        ("Launch the marketplace for tyres", "No marketplace"),
        ("Brake discs sent back: 9 of 100 parcels to 3", "Half of the returned parcels"),
        ("Lieferzeiten für Werkstätten unter 24 Stunden", "Die Lieferzeit"),
        ("Rückläuferquote bei Paketen halbieren", "Rückläufer"),
    ],
)
def test_the_line_about_the_same_thing_comes_first(library: Library, item: str, begins: str) -> None:
    assert library.bearing_on(item)[0].passage.text.startswith(begins)


@pytest.mark.parametrize(
    "item",
    [
        "Increase the number of new users by 20% in Q3",
        "Hire five engineers for the data platform",
        "Die Mitarbeiterzufriedenheit auf 80 % steigern",
        "",
        "and of the with",
        "🚀🚀🚀",
    ],
)
def test_where_nothing_bears_on_an_item_nothing_is_claimed(library: Library, item: str) -> None:
    assert library.bearing_on(item) == ()


def test_scores_fall_from_at_most_one_to_at_least_the_threshold(library: Library) -> None:
    scores = [
        bearing.score for bearing in library.bearing_on("Parcels, parts, delivery notes, invoices and couriers of small workshops", most=20)
    ]
    assert len(scores) > 2
    assert scores == sorted(scores, reverse=True)
    assert all(THRESHOLD <= score <= 1 for score in scores)


def test_no_more_passages_than_asked_for(library: Library) -> None:
    item = "Parcels, parts, delivery notes, invoices and couriers of small workshops"
    assert len(library.bearing_on(item, most=2)) == 2
    assert library.bearing_on(item, most=0) == ()


def test_a_sentence_that_stands_in_two_documents_is_shown_once() -> None:
    files = ["1.md", "2.md"]
    documents = [indexed([Passage("P1", file, 1, "Couriers ring once.")], "0" * 64) for file in files]
    found = PassageLibrary(documents, files).bearing_on("Couriers ring only once")
    assert [(bearing.passage.id, bearing.passage.file) for bearing in found] == [("P1", "1.md")]


def test_a_word_in_the_heading_counts_less_than_in_the_line() -> None:
    library = library_of(
        "## Couriers\n\n- They want the window early in the day.\n\n## Shops\n\n- They want to see couriers early in the day.\n"
    )
    found = library.bearing_on("Couriers")
    assert found[0].passage.headings == ("Shops",)


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("用户把垃圾交给小车", "小车把垃圾送到站"),
        ("플레이어 유입 채널이 없다", "플레이어 유입을 두 배로"),
        ("新的iPhone用户不懂", "让iPhone上手更快"),
        ("Abschläge ändern viele am Telefon", "Abschlagsänderungen ohne Anruf"),
        ("Payback within 352.000 kilometres", "Tyres that last 352,000 kilometres"),
    ],
)
def test_words_meet_in_every_script_and_spelling(line: str, item: str) -> None:
    filler = "\n".join(f"- {name} stays with its founder." for name in ("Arlo", "Bexley", "Corin", "Dunmore"))
    assert library_of(f"{filler}\n- {line}\n").bearing_on(item)[0].passage.text == line


@pytest.mark.parametrize(
    "item", ['"', "NEAR(a b)", "parcels*", "-parcels OR", "parcels AND NOT (", "\0parcels\0", "a" * 200_000, "parcel " * 20_000]
)
def test_marks_of_query_languages_and_huge_words_are_plain_text(library: Library, item: str) -> None:
    assert all(isinstance(bearing.score, float) for bearing in library.bearing_on(item))


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_can_be_asked_about(item: str) -> None:
    for bearing in library_of(STRATEGY + "\n" + item).bearing_on(item):
        assert THRESHOLD <= bearing.score <= 1


def test_a_library_built_in_one_thread_is_searched_from_others() -> None:
    with ThreadPoolExecutor(4) as pool:
        library = pool.submit(library_of, STRATEGY).result()
        found = list(pool.map(library.bearing_on, ["Couriers reach the shop inside the delivery window"] * 40))
    assert len(found[0]) >= 1
    assert all(bearings == found[0] for bearings in found)


def test_a_single_word_is_quoted_only_where_it_names_what_is_ruled_out() -> None:
    library = library_of(STRATEGY + "\n## Parts of the app\n\n- Onboarding\n\n## What we will not do\n\n- Leasing\n")
    assert library.bearing_on("Onboarding") == ()
    assert [bearing.passage.text for bearing in library.bearing_on("Leasing")] == ["Leasing"]
