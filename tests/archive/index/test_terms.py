"""What finds what: words in any language, as people type them."""

import sqlite3

import pytest

from sparring.archive.index.store import in_memory
from sparring.archive.index.terms import indexed, match_for, place_of

LINES = {
    "hyphen": "Mid-market teams don't read it",
    "accent": "Die Übergabe an Frau Yılmaz dauerte drei Wochen",
    "chinese": "我们在二月份观察了二十个团队",
    "japanese": "三月にオンボーディングを見直した",
    "korean": "고객의 절반이 첫 주에 떠났다",
    "thai": "ลูกค้าเลิกใช้งาน",
    "numbers": "It was 22% in March, 31% after",
    "spelled": "Schöne Grüße für Søren, die Ærø-Fähre und das Maß",
    "syntax": 'NEAR("a" OR b) AND text: *',
}


@pytest.fixture
def store() -> sqlite3.Connection:
    store = in_memory()
    for number, text in enumerate(LINES.values(), start=1):
        store.execute("INSERT INTO word (rowid, text) VALUES (?, ?)", (number, indexed(text)))
    return store


def found(store: sqlite3.Connection, query: str) -> set[str]:
    match = match_for(query)
    names = list(LINES)
    rows = store.execute("SELECT rowid FROM word WHERE word MATCH ?", (match,)) if match else ()
    return {names[number - 1] for (number,) in rows}


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("mid-market", "hyphen"),
        ("don't", "hyphen"),
        ("teams read", "hyphen"),
        ("TEAMS", "hyphen"),
        ("ubergabe", "accent"),
        ("Yilmaz", "accent"),
        ('"drei Wochen"', "accent"),
        ("„drei Wochen“", "accent"),
        ("Wo", "accent"),
        ("观察", "chinese"),
        ("二十个团队", "chinese"),
        ("月", "chinese"),
        ("オンボーディング", "japanese"),
        ("高", ""),
        ("고객", "korean"),
        ("절반이 떠났다", "korean"),
        ("เลิก", "thai"),
        ("22%", "numbers"),
        ("31", "numbers"),
        ("fuer", "spelled"),
        ("fur", "spelled"),
        ("FUER", "spelled"),
        ("gruesse", "spelled"),
        ("Schoe", "spelled"),
        ("soeren", "spelled"),
        ("aeroe", "spelled"),
        ("aero", "spelled"),
        ('"schoene Gruesse fuer"', "spelled"),
        ('"Grüße fuer Soren"', "spelled"),
        ("mass", "spelled"),
        ("uebergabe frau", "accent"),
        ("NEAR(", "syntax"),
        ('text: "', "syntax"),
    ],
)
def test_words_are_found_as_people_type_them(store: sqlite3.Connection, query: str, name: str) -> None:
    assert (name in found(store, query)) is bool(name)


@pytest.mark.parametrize("query", ['"Wochen drei"', "market-mid", "teams nobody", "队团", "Wochenende", "fuhre", "grusse fuerst"])
def test_what_does_not_stand_there_is_not_found(store: sqlite3.Connection, query: str) -> None:
    assert found(store, query) == set()


@pytest.mark.parametrize("query", ["", "   ", '"', "-", "* ()", "\x00", "“”"])
def test_nothing_to_look_for_finds_nothing(query: str) -> None:
    assert match_for(query) == ""


@pytest.mark.parametrize("query", ["a" * 5000, '"' * 99 + "x", "AND OR NOT", "x:y*^", "(((", "\ud800x", "🙂 okr"])
def test_no_query_is_an_error(store: sqlite3.Connection, query: str) -> None:
    found(store, query)


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("fuer", "Zeit für alle", "für"),
        ("fur", "Zeit für alle", "für"),
        ("FÜR", "Zeit für alle", "für"),
        ("strasse", "die Straße dort", "Straße"),
        ("Alle", "Zeit für alle", "alle"),
        ("二十", "观察了二十个团队", "二十"),
        ("niemand", "Zeit für alle", None),
        ("", "Zeit", None),
    ],
)
def test_a_word_is_shown_where_the_search_found_it(word: str, text: str, found: str | None) -> None:
    place = place_of(word, text)
    assert (text[place[0] : place[1]] if place else None) == found
