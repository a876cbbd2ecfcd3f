"""Handbooks of the method are recognised in many tongues and styles; strategies and lists of OKRs are not taken for one."""

from pathlib import Path

import pytest

from sparring.library.folder import open_library
from sparring.library.method import strategy_in
from sparring.library.model import Passage
from sparring.library.passages import passages_of
from sparring.text import Source, read_source

HANDBOOKS = sorted((Path(__file__).parent / "handbooks").glob("*.md"))

STRATEGY = """
# Kestrel: where we play

- We sell spare parts to small repair shops, not to chains.
- A shop that orders by message comes back twice as often as one that phones.
- Delivery before noon decides who gets the order.
- Returns eat a third of our margin; the wrong part is the usual reason.
- Mechanics send photos because part numbers are illegible.
- Credit is given to shops that have been with us for a year.
- The depot in Ulm runs at its limit from October to March.
- By the end of 2028 every second order should come without a call.
"""

SECTION = """
## How we work with OKRs

- Each team writes at most three objectives with two to five key results.
- Key results are outcomes, not tasks; initiatives go to the backlog.
- OKRs are graded from 0 to 1 at the end of the quarter.
- OKRs are public and have nothing to do with pay.
- KPIs watch the business, OKRs change it.
"""

MENTIONS = """
- Our objectives follow from three bets, and our OKRs from our objectives.
- The framework contract with the carrier ends in June.
- Our KPIs are orders without a call, returns, and margin.
- Initiatives of the depot team come first from October on.
"""

OKRS = """
# Company OKRs, Q1

## Objective 1: Small shops order without a call

- Key Result 1: Orders by message from 12% to 40%
- Key Result 2: Calls per order from 1.4 to 0.6
- Key Result 3: Wrong parts sent back: 9% to 3%

## Objective 2: Mechanics trust what we send

- Key Result 1: Photos answered within an hour: 35% to 80%
- Key Result 2: Complaints per 100 parcels: 6 to 2
- Key Result 3: Shops that recommend us: 20 to 60

## Objective 3: The depot copes with winter

- Key Result 1: Parcels that leave before noon: 61% to 90%
- Key Result 2: Overtime hours a week: 340 to 90
"""

OKRS_ZH = "# 公司目标\n" + "".join(
    f"- 目标{number}：让维修店更快下单\n- 关键结果{number}：短信订单从 12% 到 40%\n" for number in range(1, 9)
)


def read(text: str) -> list[Passage]:
    return passages_of(Source("plan.md", text), "plan.md")


@pytest.mark.parametrize("path", HANDBOOKS, ids=lambda path: path.stem)
def test_a_handbook_is_recognised(path: Path) -> None:
    assert strategy_in(passages_of(read_source(path), path.name)) == []


def test_there_are_handbooks_to_recognise() -> None:
    assert len(HANDBOOKS) == 8


@pytest.mark.parametrize("text", [STRATEGY, STRATEGY + MENTIONS, OKRS, OKRS_ZH], ids=["strategy", "mentions", "okrs", "okrs-zh"])
def test_what_is_no_handbook_is_quoted_whole(text: str) -> None:
    passages = read(text)
    assert len(passages) >= 8
    assert strategy_in(passages) == passages


def test_of_a_document_that_holds_both_only_the_strategy_is_quoted(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(STRATEGY + SECTION)
    reading = open_library([path])
    assert [passage.text for passage in reading.library.passages] == [passage.text for passage in read(STRATEGY)]
    assert reading.problems == ()
    assert reading.library.bearing_on("Teams that grade their key results from 0 to 1") == ()


def test_a_handbook_with_a_little_strategy_is_a_handbook(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(SECTION + SECTION.replace("How we work", "More").replace("- ", "- Remember: ") + "\n".join(STRATEGY.splitlines()[:6]))
    assert "explains how OKRs work" in open_library([path]).problems[0]


def test_a_short_text_is_no_handbook() -> None:
    lines = ("OKRs are public.", "Objectives inspire.", "Key results are no tasks.", "Small shops come first.", "Delivery before noon.")
    passages = read("\n".join(f"- {line}" for line in lines))
    assert strategy_in(passages) == passages
