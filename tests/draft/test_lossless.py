"""Whatever the text, every character belongs to exactly one region and every item's words stand where it says."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.draft.drafts import draft_of
from tests.draft.lossless import ENDINGS, PIECES, check
from tests.draft.test_data_formats import CSV, SCHEMAS, YAML
from tests.draft.test_markdown import LABELS, SHAPES


@given(text=st.text(max_size=300), ending=st.sampled_from(ENDINGS))
@settings(deadline=None, max_examples=150)
def test_any_text_is_read_without_loss(text: str, ending: str) -> None:
    check(draft_of(text, f"draft.{ending}"))


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), ending=st.sampled_from(ENDINGS))
@settings(deadline=None, max_examples=400)
def test_anything_that_looks_like_a_draft_is_read_without_loss(pieces: Sequence[str], ending: str) -> None:
    check(draft_of("".join(pieces), f"draft.{ending}"))


WHOLE = (*SHAPES.values(), YAML, *CSV.values(), *map(repr, SCHEMAS), *("\n".join(lines[:2]) for lines in LABELS.values()))


@given(
    text=st.sampled_from(WHOLE),
    cuts=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 8), st.sampled_from(PIECES)), max_size=5),
    data=st.data(),
)
@settings(deadline=None, max_examples=300)
def test_drafts_with_pieces_torn_out_and_put_in_are_read_without_loss(
    text: str, cuts: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    for start, length, piece in cuts:
        text = text[:start] + piece + text[start + length :]
    check(draft_of(text, f"draft.{data.draw(st.sampled_from(ENDINGS))}"))


@pytest.mark.parametrize("text", WHOLE)
def test_whole_drafts_leave_no_item_without_its_place(text: str) -> None:
    for ending in ENDINGS:
        draft = draft_of(text, f"draft.{ending}")
        check(draft)
        assert all(item.segments for item in draft.items() if item.text)
