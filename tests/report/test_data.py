"""Bouts as data."""

import csv
import io
import json

import pytest

from sparring.report.data import as_csv, as_json, harmless
from tests.report.test_html import fought


async def test_json_holds_drafts_rounds_answers_and_stances() -> None:
    bout = await fought()
    value = json.loads(as_json(bout, "head"))
    assert [each["number"] for each in value["rounds"]] == [each.number for each in bout.rounds]
    assert value["rounds"][0]["answers"][0]["text"] == "nobody looked"
    assert value["rounds"][0]["outcome"] == "kept"
    assert [each["text"] for each in value["draft"]] == [each.draft.source.text for each in bout.versions]
    assert {each["became"] for each in value["changes"]} == {"reworded"}
    assert value["head"] == "head"


async def test_json_is_plain_ascii_whatever_was_typed() -> None:
    text = as_json(await fought("\ud800 \u202e \x1b ü"), "head")
    assert text.isascii()
    assert json.loads(text)["rounds"][0]["answers"][0]["text"] == "\ud800 \u202e \x1b ü"


async def test_csv_has_a_row_a_round() -> None:
    bouts = [await fought("=1+1", text) for text in ("# A\n\n- O1: Better\n  - KR1: Launch it\n  - KR2: Publish the handbook\n",)]
    rows = list(csv.DictReader(io.StringIO(as_csv(bouts))))
    assert [int(row["round"]) for row in rows] == [each.number for each in bouts[0].rounds]
    assert rows[0]["answers"] == "'=1+1"


@pytest.mark.parametrize("value", ["=cmd()", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula(value: str) -> None:
    assert harmless(value) == f"'{value}"
    assert harmless(f"a{value}") == f"a{value}"
