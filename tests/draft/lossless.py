"""What holds for every text that was read: no character is lost, and every item's words stand where it says."""

import json
from bisect import bisect_right
from typing import TYPE_CHECKING

from sparring.draft.as_json import draft_as_json
from sparring.draft.changes import carry_keys, changes
from sparring.draft.model import Draft
from sparring.record.draft_record import draft_of, record_of

if TYPE_CHECKING:
    from sparring.text import Span

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
"""Pieces that mean something to one reader or another."""


def check(draft: Draft) -> None:
    """Raise AssertionError where a character belongs to no region or to two, or an item's words stand elsewhere."""
    text = draft.source.text
    position = 0
    owned: dict[str, list[Span]] = {}
    for region in draft.regions:
        assert region.span.start == position < region.span.end
        position = region.span.end
        if region.owner == "item":
            owned.setdefault(region.key, []).append(region.span)
    assert position == len(text)

    items = list(draft.items())
    keys = [item.key for item in items]
    assert keys == [f"k{number}" for number in range(1, len(items) + 1)]
    assert {region.key for region in draft.regions if region.key} <= set(keys)
    assert [objective.id for objective in draft.objectives] == [f"O{number}" for number in range(1, len(draft.objectives) + 1)]
    for objective in (*draft.objectives, None):
        beneath, prefix = (objective.key_results, f"{objective.id}.") if objective else (draft.unplaced_key_results, "")
        assert [each.id for each in beneath] == [f"{prefix}KR{number}" for number in range(1, len(beneath) + 1)]
    for item in items:
        previous = 0
        for segment in item.segments:
            assert previous <= segment.text.start < segment.text.end <= len(item.text)
            previous = segment.text.end
            at = bisect_right(owned[item.key], segment.source.start, key=lambda span: span.start) - 1
            assert at >= 0 and segment.source.end <= owned[item.key][at].end
            if len(segment.text) == len(segment.source) > 1:
                assert segment.text.of(item.text) == segment.source.of(text)
        assert 1 <= item.lines[0] <= item.lines[1] <= draft.source.line_count
    for remark in (*draft.notes, *draft.unplaced):
        assert 1 <= remark.lines[0] <= remark.lines[1] <= draft.source.line_count
    if draft.is_empty:
        assert {region.owner for region in draft.regions} <= {"syntax", "unplaced"}


def check_kept(draft: Draft) -> None:
    """Raise AssertionError where the JSON view or the transcript would not hold all of a draft."""
    view = json.loads(json.dumps(draft_as_json(draft)))
    assert len(view["objectives"]) == len(draft.objectives)
    kept = draft_of(record_of(draft))
    assert list(kept.items()) == list(draft.items())
    assert (kept.source, kept.notes, kept.unplaced, kept.title) == (draft.source, draft.notes, draft.unplaced, draft.title)


def check_versions(old: Draft, new: Draft) -> None:
    """Raise AssertionError where the diff of two versions leaves an item out, counts one twice or gives a key twice."""
    carried = carry_keys(old, new)
    keys = [item.key for item in carried.items()]
    assert len(set(keys)) == len(keys)
    assert {region.key for region in carried.regions if region.key} <= set(keys)
    found = changes(old, carried)
    assert sorted(change.old.key for change in found if change.old) == sorted(item.key for item in old.items())
    assert [change.new.key for change in found if change.new] == keys
    assert all(change.old.key == change.new.key for change in found if change.old and change.new)
    assert {change.kind for change in changes(carried, carried)} <= {"same"}
