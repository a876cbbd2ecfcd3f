"""Whatever the text, every character belongs to exactly one region and every item's words stand where it says."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.draft.model import Draft
from tests.draft.drafts import draft_of
from tests.draft.test_data_formats import CSV, SCHEMAS, YAML
from tests.draft.test_markdown import LABELS, SHAPES

ENDINGS = ("md", "txt", "yaml", "json", "csv", "tsv", "")

PIECES = (
    *(
        "Objective 1: ",
        "O1 ",
        "KR1.2: ",
        "KR: ",
        "Key results:",
        "Ziel 2: ",
        "目标1：",
        "- ",
        "* ",
        "1. ",
        "1.1 ",
        "## ",
        "### ",
        "> ",
        "- [x] ",
        "- [ ] ",
    ),
    *(
        "**",
        "*",
        "_",
        "`",
        "~~",
        "[words](http://a.b)",
        "(#12)",
        "[P0]",
        "(7/10)",
        "✅",
        "⭐",
        "(Owner: Ann)",
        "Status: open",
        "| ",
        "|---|---|",
        "\n",
        "\n\n",
    ),
    *(
        "\r\n",
        "  ",
        "\t",
        "Key result | Target",
        "objectives:",
        "  - title: ",
        "    krs:",
        '"',
        "'",
        "\\",
        "\\u00e9",
        "&amp;",
        "<!-- ",
        "-->",
        "<br>",
        "---\n",
        "```",
    ),
    *(
        "guests arrive",
        "queue of ten minutes",
        "from 10 % to 20 %",
        "TBD",
        "",
        ",",
        ";",
        "{",
        "}",
        "[",
        "]",
        ":",
        "\x00",
        "\u202e",
        "\ud800",
        "é",
        "客人",
        "😀",
    ),
)


def check(draft: Draft) -> None:
    text = draft.source.text
    position = 0
    for region in draft.regions:
        assert region.span.start == position < region.span.end
        position = region.span.end
    assert position == len(text)

    items = list(draft.items())
    assert [item.key for item in items] == [f"k{number}" for number in range(1, len(items) + 1)]
    assert len({item.id for item in items}) == len(items)
    owned = {item.key: [region.span for region in draft.regions if region.owner == "item" and region.key == item.key] for item in items}
    assert {region.key for region in draft.regions if region.key} <= set(owned)
    for item in items:
        previous = 0
        for segment in item.segments:
            assert previous <= segment.text.start < segment.text.end <= len(item.text)
            previous = segment.text.end
            assert any(span.start <= segment.source.start and segment.source.end <= span.end for span in owned[item.key])
            if len(segment.text) == len(segment.source) > 1:
                assert segment.text.of(item.text) == segment.source.of(text)
        assert 1 <= item.lines[0] <= item.lines[1] <= draft.source.line_count
    for remark in (*draft.notes, *draft.unplaced):
        assert 1 <= remark.lines[0] <= remark.lines[1] <= draft.source.line_count
    if draft.is_empty:
        assert {region.owner for region in draft.regions} <= {"syntax", "unplaced"}


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
