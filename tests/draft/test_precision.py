"""What stands around objectives and key results is not taken for more of them; a text without any gives none."""

import pytest

from tests.draft.drafts import draft_of, items_of

HOTEL = {"Guests find their way": ["Lost guests fall from 9 to 3 a week", "Half of them use the map"]}

AROUND = {
    "acceptance criteria under labelled key results": """\
# Hotel OKRs

## Objective

Guests find their way

**Constraints:**
- No new staff
- No loud signs

## Key Results

### HTL KR 1.1: Lost guests fall from 9 to 3 a week (0.0 → 1.0)

**Acceptance criteria:**
- [ ] Counted at the desk
- [ ] Counted at night too

**Due:** TBD

### HTL KR 1.2: Half of them use the map (0.0 → 1.0)

**Deliverable:** The map

**Last updated:** Monday
""",
    "measures between the key results": """\
## 1) Guests find their way

### Key Results

**At the desk**
- Lost guests fall from 9 to 3 a week
- Measure: count at the desk
  - 1 = lost, 2 = very lost
- Target: 3
- Counted by: Ann

**In the halls**
- Half of them use the map

| What | Who |
|---|---|
| The map | Bo |
""",
    "an explanation of the method before": """\
# Objectives and Key Results

## Key concepts

- Objectives
  - Objectives are aims that we remember.
- Key Results
  - Key Results are how we tell.

## OKRs (2031)

* **Objective:** Guests find their way
    * **Key Result:** Lost guests fall from 9 to 3 a week
    * **Key Result:** Half of them use the map

* **Objective:**
""",
    "notes on progress after": """\
## O1: Guests find their way
- KR1: Lost guests fall from 9 to 3 a week
- KR2: Half of them use the map

## Progress

Monday:
- KR2 is printed
- O1-KR1: two less
""",
    "other tables beneath": """\
# Hotel

## Charter: Halls

**Objective**: Guests find their way
**Owner**: Ann
**KPI**: W (way)

### KPIs
| Metric | Current | Target |
|---|---|---|
| Maps left | 9 | 3 |

### OKRs 2031
| KR | Target | Status |
|---|---|---|
| Lost guests fall from 9 to 3 a week | 3 | open |
| Half of them use the map | 50 % | open |

### Roadmap
| # | Action | Due |
|---|---|---|
| 1 | Print the map | May |

### Risks
- KR1 may fail
- Nobody prints
""",
    "a table of contents before": """\
- [Halls](#halls)
  - [Objective: Guests find their way](#objective-guests-find-their-way)

# Halls

## !WIP! :hotel: Objective: `Guests find their way`
- **Active from:** May
- **Key Results:**
  1. `Lost guests fall from 9 to 3 a week`
  2. `Half of them use the map`

#### Tracking

| Date | KR #1 | KR #2 |
|---|---|---|
| May | 0.1 | 0.2 |
""",
    "a risk table that speaks of key results": """\
## Objective

> Guests find their way

## Key Results

### KR1 — Lost guests fall from 9 to 3 a week

| | |
|---|---|
| **Start** | nine of them |

### KR2 — Half of them use the map

## Risks

| Risk | Effect | Answer |
|---|---|---|
| Fire | KR1 and KR2 fail | water |
| Flood | KR2 waits | pumps |
""",
    "tables that only point at them": """\
## 1. Objective (qualitative)

Guests find their way

## 2. Key Results (how we tell)

| KR | Metric | Target | Done by |
|---|---|---|---|
| KR1 | Lost guests fall from 9 to 3 a week | 3 | May |
| KR2 | Half of them use the map | half | June |

## Alignment

| Company goal | Team objective | Key Results |
|---|---|---|
| Rested guests | O1: Find the way | KR1-KR2 |

## Summary of the numbers

| KR | What it stands for |
|---|---|
| KR1 | the lost ones, counted |
| KR2 | the maps, counted |

## 3. How we went about it

- Asked them
- Wrote it down
""",
    "key results far below the only objective": """# OKR

## Objective

Guests find their way

We think that they would like that.

## What a way is

- **A hall**: a long one
- **A stair**: goes up

## Numbers

### KR1: Lost guests fall from 9 to 3 a week

| Hall | Lost |
|---|---|
| red | 5 |

### KR2: Half of them use the map
""",
    "an order of the objectives": """## O1: Guests find their way
- KR1: Lost guests fall from 9 to 3 a week
- KR2: Half of them use the map

### Order
O1 ways > O2 rest > O3 food
""",
}


@pytest.mark.parametrize("around", AROUND)
def test_only_what_the_labels_name_is_read_where_there_are_labels(around: str) -> None:
    assert {text: results for text, results in items_of(draft_of(AROUND[around])).items() if text} == HOTEL


NO_DRAFTS = {
    "a text about the method": """\
## How to measure what matters

First read the book. It frames the whole conversation and has a good number of examples out of real hotels.

Its four parts:

- Focus - pick what matters
- Align - make sure all the teams are together
- Track - see whether it bears fruit
""",
    "a list of virtues": "# OKR\n\nOBJECTIVES have to be:\n\n* Significant\n* Concrete\n* Inspiring\n",
    "links": "# OKR resources for hotels\n\n- [A talk](https://a.example/b)\n- [A guide](https://a.example/c)\n- https://a.example/d\n",
    "a manual": """\
# Setting up the OKR server

## Install it

```
install the server
install the database
```

## Open the port

- Open port 3000 in the wall

```
open 3000
```
""",
    "minutes": """\
# Meeting of the desk

Present were Ann, Bo and Cy, who came late because of the train from the north and left before the end of it all.

We spoke for a long time of the map, of the signs in the halls and of everybody who was lost in them since last summer.

## Action items
- Ann prints the map
- Bo asks the painter
""",
    "the manual of a program for OKRs": """\
# OKR module

## User guide

- The OKR module has tabs
  - Objectives are listed on the first
  - Key results on the second
- A button adds a key result
- Managers see every objective

## How to add a number

1. Open the objective
2. Write the number
""",
    "people": '[{"id": 1, "name": "Ann Arbor", "date": "5 May"}, {"id": 2, "name": "Bo Wood", "date": "6 May"}]',
    "a schema": "components:\n  schemas:\n    Kr:\n      type: object\n      properties:\n        result:\n          type: string\n",
}


@pytest.mark.parametrize("kind", NO_DRAFTS)
def test_a_text_without_objectives_gives_none(kind: str) -> None:
    draft = draft_of(NO_DRAFTS[kind], {"a schema": "schema.yaml", "people": "people.json"}.get(kind, "draft.md"))

    assert items_of(draft) == {}


def test_a_draft_between_fences_is_read_where_there_is_no_other() -> None:
    fenced = (
        "# How we plan\n\nEvery quarter.\n\n```markdown\n## OBJECTIF 1 : Clients contents\n\n"
        "| Key Result | Cible |\n|---|---|\n| KR1 : Files | 10 |\n```\n"
    )

    assert items_of(draft_of(fenced)) == {"Clients contents": ["Files"]}
    assert items_of(draft_of("## O1: Guests arrive\n- KR1: Queue of ten\n\n```\n## O2: Code\n- KR1: More code\n```\n")) == {
        "Guests arrive": ["Queue of ten"]
    }


def test_what_is_still_to_be_written_in_brackets_stays() -> None:
    draft = draft_of("## OKR 1: [Objective title]\n\n**Key Results:**\n- [ ] [Measurable result 1] (Week N)\n- [P1] [x %] more guests\n")

    assert items_of(draft) == {"[Objective title]": ["[Measurable result 1] (Week N)", "[x %] more guests"]}


def test_a_name_in_brackets_is_an_owner_where_it_names_the_team_above() -> None:
    text = '{"team": "Desk", "objectives": [{"title": "Guests arrive", "krs": ["[Desk] Queue of ten", "[Attic] Keys work"]}]}'
    first, second = draft_of(text, "a.json").key_results()

    assert (first.text, dict(first.fields)) == ("Queue of ten", {"owner": "Desk"})
    assert (second.text, dict(second.fields)) == ("[Attic] Keys work", {})


def test_dashes_without_a_space_are_bullets_and_asides_on_lines_of_their_own_are_not_joined() -> None:
    draft = draft_of(
        "# OKRs\n\n### Guests find their way\n        -lost guests fall from 9 to 3\n                =at the desk\n"
        "        -half use the map\n\n"
        "### Staff can rest\n        - night calls 4 to 1\n                >ask them\n"
    )

    assert items_of(draft) == {
        "Guests find their way": ["lost guests fall from 9 to 3", "half use the map"],
        "Staff can rest": ["night calls 4 to 1"],
    }


def test_a_record_that_says_its_kind_is_an_item_even_beside_a_tree() -> None:
    text = (
        '{"nodes": [{"type": "objective", "name": "OKR Desk: Guests arrive", "children": [{"type": "kr", "name": "KR 1.1: Queue of ten"}]},'
        ' {"type": "kr", "name": "KR 5.3: Keys work", "children": [{"type": "kpi", "name": "Lost keys"}]}]}'
    )

    assert items_of(draft_of(text, "a.json")) == {"Guests arrive": ["Queue of ten"], "": ["Keys work"]}


def test_a_value_that_is_nothing_but_a_label_stays_as_a_gap_with_words() -> None:
    assert items_of(
        draft_of('{"objectives": [{"text": "New objective", "krs": [{"desc": "Key result", "owner": "Owner"}]}]}', "a.json")
    ) == {"New objective": ["Key result"]}


def test_a_column_with_a_word_that_serves_twice_is_the_target_in_any_language() -> None:
    for objective, goal, now in (
        ("O1：客人不迷路", "目标", "当前"),
        ("O1: 길 안내", "목표", "현재"),
        ("O1 : Repères", "Objectif", "Actuel"),
    ):
        draft = draft_of(f"## {objective}\n\n| KR | {now} | {goal} |\n|---|---|---|\n| KR1.1 Map | 9 | 3 |\n| KR1.2 Sign | 3 | 9 |\n")

        assert [len(aim.key_results) for aim in draft.objectives] == [2]
        assert [(result.text, result.baseline, result.target) for result in draft.key_results()] == [("Map", "9", "3"), ("Sign", "3", "9")]


def test_a_weight_after_an_objective_is_no_part_of_it() -> None:
    draft = draft_of("## O1：客人不再迷路（40%）\n- KR1：从9降到3人\n\n## O2: Staff rest (60 %)\n- KR1: Done (80%)\n")

    assert items_of(draft) == {"客人不再迷路": ["从9降到3人"], "Staff rest": ["Done (80%)"]}
    assert [dict(objective.fields) for objective in draft.objectives] == [{"score": "40%"}, {"score": "60 %"}]


def test_a_name_like_a_priority_stays_within_the_words() -> None:
    assert items_of(draft_of("## O1: Ask well (P2)\n- KR1: P1 asks every guest\n- KR2: [P1] Keys work [p0]\n")) == {
        "Ask well (P2)": ["P1 asks every guest", "Keys work"]
    }


def test_a_goal_without_a_number_beside_numbered_objectives_says_what_something_is_for() -> None:
    draft = draft_of(
        "## OKRs\n### Objective 1: Guests sleep well\n- KR1: Noise complaints fall from 9 to 2\n### Objective 2: Staff can rest\n"
        "- KR1: Night calls 4 to 1\n\n## Advertising\n### Stage 1\n**Goal:** More people hear of us\n\n- Posters\n- Radio\n"
    )

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints fall from 9 to 2"], "Staff can rest": ["Night calls 4 to 1"]}


def test_chapters_with_two_numbers_are_no_key_results() -> None:
    draft = draft_of(
        "### 1.2 Market\n\nThe market grows by 23 % a year.\n\n### 2.1 Aims\n\n**Objective 1:** Guests sleep well\n"
        "- **KR1.1:** Noise complaints fall from 9 to 2\n\n**Objective 2:** Staff can rest\n- **KR2.1:** Night calls 4 to 1\n\n"
        "### 2.2 Later\n\n- **Lift:** a new one\n"
    )

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints fall from 9 to 2"], "Staff can rest": ["Night calls 4 to 1"]}


def test_lines_after_a_table_that_speak_of_its_key_results_are_remarks() -> None:
    draft = draft_of(
        "## Objective\n\nGuests sleep well\n\n### Key Results\n\n| KR | Baseline | Target |\n|---|---|---|\n"
        "| KR1 — Noise complaints | 9 | 2 |\n"
        "| KR2 — D7 returns | 3 % | 9 % |\n| D8 meetings | 1 | 2 |\n\nKR2 是 an early sign.\n\n⁽²⁾ **KR1 counts the nights only.**\n"
    )

    assert items_of(draft) == {"Guests sleep well": ["Noise complaints", "D7 returns", "D8 meetings"]}
