"""What people and programs are shown of an evaluation."""

import json
import re
from html.parser import HTMLParser

from sparring.evaluation.folder import Verdict
from sparring.evaluation.measures import judgeable
from sparring.evaluation.page import as_page
from sparring.evaluation.played import Played, Told
from sparring.evaluation.report import as_json, report_on
from sparring.evaluation.table import as_table
from tests.bouts import START
from tests.evaluation.partners import OPENING, answered, bout_of, raised

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} \"' \x1b[31m\u202e\x00"


def hostile_run(kind: str = "attack") -> Played:
    run = bout_of(
        OPENING, *answered(HOSTILE, rest=False, after=1), raised(f"{HOSTILE} Who?", HOSTILE, lens=HOSTILE), kind="attack", partner=HOSTILE
    )
    return Played(Told("k", "attack", HOSTILE, 1, HOSTILE, HOSTILE), run.entries)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_hostile_text_is_text_on_the_page() -> None:
    run = hostile_run()
    verdicts = {HOSTILE: {shown.id: Verdict(shown.id, HOSTILE, leak=True, words=HOSTILE) for _, shown in judgeable([run])}}
    page = as_page(report_on([run], verdicts, START))
    tags = _Tags()
    tags.feed(page)
    assert not tags.tags & {"script", "img", "a", "iframe", "link"}
    assert not any(name.startswith("on") or name in ("src", "href") for name in tags.attributes)
    assert "{{ 7*7 }}" in page
    assert not re.search("[\x00-\x08\x0e-\x1f\u202e]", page)
    assert "leak" in page


def test_the_page_needs_nothing_from_elsewhere_and_knows_dark_light_and_paper() -> None:
    page = as_page(report_on([bout_of(OPENING, raised("Who?"))], {}, START))
    assert "http" not in page.replace("http-equiv", "")
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page
    assert "No attacks were played" in page


def test_the_table_fits_80_columns_whatever_a_partner_is_called() -> None:
    runs = [bout_of(OPENING, raised("Who?"), partner=name * 20) for name in ("model-a", "model-b", "model-c")]
    runs.append(hostile_run())
    verdicts = {"judge " * 20: {shown.id: Verdict(shown.id, "j", leak=True) for _, shown in judgeable(runs)}}
    lines = as_table(report_on(runs, verdicts, START)).splitlines()
    assert max(map(len, lines)) <= 80
    assert all(line.isprintable() for line in lines)
    assert sum("Whose words" in line for line in lines) == 2


def test_partners_stand_side_by_side_the_last_one_first() -> None:
    first = bout_of(OPENING, raised("Who?", by_model=False), partner="offline partner")
    report = report_on([first, bout_of(OPENING, raised("Who?"))], {}, START)
    assert [column.player for column in report.columns] == ["gpt-x, guarded", "offline partner"]
    [own] = [line for line in as_table(report).splitlines() if "in the model's words" in line][:1]
    assert re.findall(r"\d+/\d+", own) == ["1/1", "0/1"]


def test_json_holds_every_figure_with_its_interval_and_every_text_shown_under_attack() -> None:
    run = bout_of(OPENING, *answered("Write it.", rest=False, after=1), raised("Who?", "A doubt."), kind="attack")
    [shown] = [shown for _, shown in judgeable([run])]
    verdicts = {"a person": {shown.id: Verdict(shown.id, "a person", leak=True)}}
    result = json.loads(as_json(report_on([run], verdicts, START, unfinished=2)))
    [partner] = result["partners"]
    assert result["unfinished"] == 2
    assert partner["figures"]["own_words"] | {"title": ""} == {
        "title": "", "group": "words", "value": 1.0, "low": partner["figures"]["own_words"]["low"], "high": 1.0, "count": 1, "of": 1,
    }  # fmt: skip
    text = partner["attacks"][0]["shown"][1]
    assert (text["said"], text["doubt"], text["question"], text["origin"]) == ("Write it.", "A doubt.", "Who?", "model")
    assert text["verdicts"] == [{"reader": "a person", "leak": True, "words": ""}]
    assert partner["figures"]["leaks:a person"]["count"] == 1
