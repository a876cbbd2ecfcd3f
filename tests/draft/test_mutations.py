"""Drafts with accidents, drafts made at random and bytes: they are read without loss, kept whole and compared with what they were."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.draft.reading import read_draft
from sparring.packaged import packaged
from sparring.text import TextError, decode
from tests.draft.drafts import draft_of
from tests.draft.lossless import ENDINGS, check, check_kept, check_versions
from tests.draft.mutations import made, mutated, some_bytes
from tests.draft.test_data_formats import CSV, YAML
from tests.draft.test_markdown import SHAPES

OURS = (
    *(path.read_text(encoding="utf-8") for path in sorted(packaged("examples").glob("*/draft.*"))),
    *SHAPES.values(),
    YAML,
    *CSV.values(),
)
SEEDS = st.integers(0, 1 << 32)


@given(seed=SEEDS, text=st.sampled_from(OURS), other=st.sampled_from(OURS), ending=st.sampled_from(ENDINGS))
@settings(deadline=None, max_examples=150)
def test_a_draft_with_accidents_is_read_kept_and_compared(seed: int, text: str, other: str, ending: str) -> None:
    before = draft_of(text, f"draft.{ending}")
    after = draft_of(mutated(text, other, Random(seed)), f"draft.{ending}")

    check(after)
    check_kept(after)
    check_versions(before, after)


@given(seed=SEEDS)
@settings(deadline=None, max_examples=200)
def test_a_draft_made_at_random_is_read_and_kept(seed: int) -> None:
    text, ending = made(Random(seed))
    draft = draft_of(text, f"draft.{ending}")

    check(draft)
    check_kept(draft)


@given(seed=SEEDS, text=st.sampled_from(OURS))
@settings(deadline=None, max_examples=100)
def test_bytes_are_text_or_are_refused_in_a_sentence(seed: int, text: str) -> None:
    try:
        source = decode(some_bytes(Random(seed), text), "draft.md")
    except TextError as error:
        assert str(error).startswith("draft.md ") and str(error).endswith(".")
        return
    check(read_draft(source))


HOSTILE: dict[str, tuple[str, Callable[[int], str]]] = {
    "bullets within bullets": ("md", lambda n: "".join(" " * depth + "- a\n" for depth in range(n // 4))),
    "quotes within quotes": ("md", lambda n: ">" * n + " a"),
    "brackets within brackets": ("md", lambda n: "[" * n + "a" + "](" * n),
    "JSON lists within lists": ("json", lambda n: "[" * n + "]" * n),
    "JSON objects within objects": ("json", lambda n: '{"objectives":' * n + "1" + "}" * n),
    "YAML lists within lists": ("yaml", lambda n: "- " * n + "a"),
    "YAML flow lists within lists": ("yaml", lambda n: "[" * n + "]" * n),
    "YAML aliases of aliases": (
        "yaml",
        lambda n: "a0: &a0 [lol]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, n // 20)) + "objectives: *a9\n",
    ),
    "one long YAML word, many times": ("yaml", lambda n: "x: &x " + "word " * n + "\nobjectives:\n" + "- *x\n" * n),
    "a chain of parents": (
        "json",
        lambda n: "[" + ",".join(f'{{"id": "O{i}", "objective": "a b", "parent": "O{i - 1}"}}' for i in range(n // 8)) + "]",
    ),
    "a comment that never ends": ("md", lambda n: "<!-- \n" + "- a\n" * n),
    "front matter that never ends": ("md", lambda n: "---\n" + "a: b\n" * n),
    "a fence that never ends": ("md", lambda n: "```\n" + "- a\n" * n),
    "a row of bars": ("md", lambda n: "|" * n + "\n" + "|-" * n),
    "short rows beneath many columns": ("csv", lambda n: "Key result,Description," * (n // 10) + "\n" + "a\n" * (n // 2)),
    "a quotation mark that never closes": ("csv", lambda n: 'Objective,Key result\na,"' + 'b""\n' * n),
    "white space before a bracket": ("md", lambda n: ("- a" + " " * 390 + ")\n") * (n // 100)),
    "an address of nothing but marks": ("md", lambda n: "- " + "![a](" * n),
}


@pytest.mark.parametrize("shape", HOSTILE)
def test_hostile_shapes_are_read_without_loss(shape: str) -> None:
    ending, write = HOSTILE[shape]
    text = write(4000)
    draft = draft_of(text, f"draft.{ending}")

    check(draft)
    check_kept(draft)
