"""Which reader a text gets, and what happens with texts that are no drafts."""

import subprocess
import sys

import pytest

from sparring.draft.reading import NOTHING_FOUND
from tests.draft.drafts import draft_of, items_of


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('{"objectives": [{"title": "Guests arrive", "key_results": ["x y"]}]}', "json"),
        ("objectives:\n  - title: Guests arrive\n    key_results:\n      - x y\n", "yaml"),
        ("Objective,Key result\nGuests arrive,x y\n", "csv"),
        ("# Guests arrive\n- KR1: x y\n", "markdown"),
        ("O1: Guests arrive\nKR1: x y\n", "text"),
        ("Objective: Guests arrive\nKey results:\n• x y\n", "text"),
    ],
)
def test_pasted_text_is_read_by_what_it_looks_like(text: str, form: str) -> None:
    draft = draft_of(text, "pasted text")

    assert draft.format == form
    assert items_of(draft) == {"Guests arrive": ["x y"]}


@pytest.mark.parametrize("name", ["draft.yaml", "draft.json"])
def test_data_that_is_not_what_its_name_says_is_read_as_text(name: str) -> None:
    draft = draft_of("O1: Guests arrive\n- KR1: ten: [minutes\n\t- 'x\n", name)

    assert draft.format == "text"
    assert items_of(draft) == {"Guests arrive": ["ten: [minutes"]}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", "a.md"),
        ("\n \n", "a.txt"),
        ("Dear all,\nlunch is at noon.\n", "a.txt"),
        ("{}", "a.json"),
        ("a: 1\n", "a.yaml"),
        ("a,b\n", "a.csv"),
    ],
)
def test_a_text_without_items_is_an_empty_draft_that_loses_nothing(text: str, name: str) -> None:
    draft = draft_of(text, name)

    assert draft.is_empty
    assert [line for remark in draft.unplaced for line in remark.text.split()] == [
        word for line in text.splitlines() if any(character.isalnum() for character in line) for word in line.split()
    ]


def test_the_help_for_an_empty_draft_names_shapes_and_shows_no_numbers_of_its_own() -> None:
    assert all(shape in NOTHING_FOUND for shape in ("heading", "bullet", "O1", "KR1", "table", "YAML", "JSON"))
    assert not any(character.isdigit() for character in NOTHING_FOUND.replace("O1", "").replace("KR1.1", "").replace("KR1.2", ""))


HOSTILE = {
    "open brackets": "[" * 50_000,
    "nested objects": '{"a":' * 20_000,
    "closed nested lists": "[" * 20_000 + "]" * 20_000,
    "yaml nesting": "- " * 20_000,
    "emphasis": "- " + "*a _b **c " * 10_000,
    "tags": "- KR1: x" + "[P0]" * 20_000,
    "one long line": "- KR1: " + "word " * 40_000,
    "deep indent": "".join(" " * depth + "- KR1: a\n" for depth in range(500)),
    "controls": "# O1: \x1b[31mred\x00\u202e\n- KR1: \ud800 lone\n",
    "table bars": "|" * 20_000 + "\n|-|\n" + "| a " * 10_000,
}


@pytest.mark.parametrize("ending", ["md", "txt", "yaml", "json", "csv"])
@pytest.mark.parametrize("attack", HOSTILE)
def test_hostile_text_is_read_like_any_other(attack: str, ending: str) -> None:
    text = HOSTILE[attack]
    draft = draft_of(text, f"draft.{ending}")

    assert "".join(region.span.of(text) for region in draft.regions) == text


def test_aliases_in_yaml_are_not_multiplied() -> None:
    levels = "".join(f"b{level}: &b{level} [*b{level - 1}, *b{level - 1}, *b{level - 1}]\n" for level in range(1, 40))
    draft = draft_of(f"objectives: &b0\n  - title: Guests arrive\n    krs: [x y]\n{levels}", "a.yaml")

    assert items_of(draft) == {"Guests arrive": ["x y"]}


def test_reading_loads_neither_a_screen_nor_a_model() -> None:
    code = (
        "import sys; from sparring.draft.reading import read_draft; from sparring.text import Source;"
        "read_draft(Source('a.md', '# O1: a\\n- KR1: b\\n'));"
        "heavy = {'textual', 'rich', 'openai', 'langchain_core', 'numpy', 'pydantic', 'markdown_it'};"
        "print(sorted({name.split('.')[0] for name in sys.modules} & heavy))"
    )

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
