"""The shapes in which teams write OKRs in Markdown."""

import pytest

from tests.draft.drafts import draft_of, items_of

EXPECTED = {
    "Guests find their way": ["Lost guests fall from 9 to 3 a week", "Half of them use the map"],
    "Staff rest": ["Night calls: 4 to 1"],
}

SHAPES = {
    "headings with labels": """\
# Hotel OKRs

## Objective 1: Guests find their way

- KR1: Lost guests fall from 9 to 3 a week
- KR2: Half of them use the map

## Objective 2: Staff rest

- KR1: Night calls: 4 to 1
""",
    "headings without labels": """\
## Hotel OKRs Q2

### Guests find their way
* Lost guests fall from 9 to 3 a week
* Half of them use the map

### Staff rest
* Night calls: 4 to 1
""",
    "nested bullets": """\
### Hotel team:

* Guests find their way
  * [P0] Lost guests fall from 9 to 3 a week
  * [P1] Half of them use the map
* Staff rest
  * Night calls: 4 to 1
""",
    "codes": """\
- **O-1** Guests find their way
  - KR-1-1: Lost guests fall from 9 to 3 a week
  - KR-1-2: Half of them use the map
- **O-2** Staff rest
  - KR-2-1: Night calls: 4 to 1
""",
    "bold labels": """\
**Objective:** Guests find their way

**Key results:**
- Lost guests fall from 9 to 3 a week
- Half of them use the map

**Objective:** Staff rest

**Key results:**
- Night calls: 4 to 1
""",
    "bold headings and numbers": """\
**O1 Guests find their way**

1. Lost guests fall from 9 to 3 a week
2. Half of them use the map

**O2 Staff rest**

3. Night calls: 4 to 1

Confidence: 1 is low
""",
    "checkboxes": """\
### Guests find their way

- [x] Lost guests fall from 9 to 3 a week
  - [ ] count them
- [ ] Half of them use the map

### Staff rest

- [ ] Night calls: 4 to 1
""",
    "label and words on lines of their own": """\
### Objective 1
Guests find their way

#### Key results:
* Lost guests fall from 9 to 3 a week
* Half of them use the map

### Objective 2
Staff rest

#### Key results:
* Night calls: 4 to 1
""",
    "key results labelled only": """\
## Guests find their way
- KR: Lost guests fall from 9 to 3 a week
- KR: Half of them use the map

## Staff rest
- KR: Night calls: 4 to 1
""",
    "table under headings": """\
## O1: Guests find their way

| Key result | Baseline | Target |
|---|---|---|
| KR1.1 Lost guests fall from 9 to 3 a week | 9 | 3 |
| KR1.2 Half of them use the map | | 50% |

## O2: Staff rest

| Key result | Baseline | Target |
|---|---|---|
| KR2.1 Night calls: 4 to 1 | 4 | 1 |
""",
    "table with objectives": """\
# Hotel Q2

| Objective | Key result | Now | Goal |
|---|---|---|---|
| A. Guests find their way | A1 Lost guests fall from 9 to 3 a week | 9 | 3 |
| | A2 Half of them use the map | | 50% |
| B. Staff rest | B1 Night calls: 4 to 1 | 4 | 1 |
""",
    "table with codes": """\
| # | Text | Baseline | Target |
|---|---|---|---|
| O1 | Guests find their way | | |
| KR1.1 | Lost guests fall from 9 to 3 a week | 9 | 3 |
| KR1.2 | Half of them use the map | | |
| O2 | Staff rest | | |
| KR2.1 | Night calls: 4 to 1 | 4 | 1 |
""",
    "plain lines with bullets": """\
## Yearly
### 2030
Guests find their way (7/10)
- Lost guests fall from 9 to 3 a week
- Half of them use the map
  1. on paper
  2. on a phone

Staff rest
- Night calls: 4 to 1
""",
    "one list of key results that name their objective": """\
## Objectives
- O1: Guests find their way
- O2: Staff rest

## Key results
- KR1.1: Lost guests fall from 9 to 3 a week
- KR1.2: Half of them use the map
- KR2.1: Night calls: 4 to 1
""",
    "letters for objectives": """\
**Objective A:** Guests find their way

  A1. Lost guests fall from 9 to 3 a week
  A2. Half of them use the map

**Objective B:** Staff rest

  B1. Night calls: 4 to 1
""",
    "letters with a dash": """\
## O — Guests find their way

* KR — Lost guests fall from 9 to 3 a week
* KR — Half of them use the map

## O — Staff rest

* KR — Night calls: 4 to 1
""",
    "table of whole numbers and parts": """\
| ID | Item | Start | Target |
|---|---|---|---|
| 1 | Guests find their way | | |
| 1.1 | Lost guests fall from 9 to 3 a week | 9 | 3 |
| 1.2 | Half of them use the map | | |
| 2 | Staff rest | | |
| 2.1 | Night calls: 4 to 1 | 4 | 1 |
""",
    "table that counts both": """\
| No. | Objective / Key result | Baseline | Target |
|---|---|---|---|
| O1 | Guests find their way | | |
| 1.1 | Lost guests fall from 9 to 3 a week | 9 | 3 |
| 1.2 | Half of them use the map | | |
| O2 | Staff rest | | |
| 2.1 | Night calls: 4 to 1 | 4 | 1 |
""",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_each_common_shape_gives_the_same_items(shape: str) -> None:
    assert items_of(draft_of(SHAPES[shape])) == EXPECTED


LABELS = {
    "de": ("Ziel 1: Gäste finden den Weg", "- KR 1.1: Verirrte sinken von 9 auf 3", "Gäste finden den Weg", "Verirrte sinken von 9 auf 3"),
    "fr": ("Objectif 1 : Les clients s'y retrouvent", "- Résultat clé 1 : 9 à 3 perdus", "Les clients s'y retrouvent", "9 à 3 perdus"),
    "es": ("Objetivo 1: Nadie se pierde", "- Resultado clave 1.1: de 9 a 3", "Nadie se pierde", "de 9 a 3"),
    "pt": ("Objetivo 1: Ninguém se perde", "- Resultado-chave 1: de 9 para 3", "Ninguém se perde", "de 9 para 3"),
    "tr": ("Hedef 1: Kimse kaybolmasın", "- Anahtar Sonuç 1: 9'dan 3'e", "Kimse kaybolmasın", "9'dan 3'e"),
    "zh": ("目标1：客人不再迷路", "- 关键结果1：从9降到3", "客人不再迷路", "从9降到3"),
    "ja": ("目標1：迷わない館内", "- 主要な結果1：9から3へ", "迷わない館内", "9から3へ"),
    "ko": ("목표 1: 길을 잃지 않는다", "- 핵심 결과 1: 9에서 3으로", "길을 잃지 않는다", "9에서 3으로"),
}


@pytest.mark.parametrize("language", LABELS)
def test_labels_are_taken_off_in_many_languages(language: str) -> None:
    objective, key_result, aim, result = LABELS[language]

    assert items_of(draft_of(f"## {objective}\n\n{key_result}\n")) == {aim: [result]}


def test_what_stands_around_the_words_becomes_fields() -> None:
    draft = draft_of(
        "## O1: Guests arrive\n"
        "- [x] KR1: **Queue** of [ten minutes](https://example.org/q) [P0]\n"
        "- KR2: Fewer calls (Owner: Ana, Due: May) ✅\n"
        "  - Status: on track\n"
        "- KR3: Keys work (0.7)\n"
        "- KR4: Rooms ready (Baseline: 40 %, Target: 70 %)\n"
    )
    first, second, third, fourth = draft.key_results()

    assert (first.text, dict(first.fields)) == ("Queue of ten minutes", {"priority": "P0", "links": "https://example.org/q", "status": "x"})
    assert (second.text, dict(second.fields)) == ("Fewer calls", {"status": "✅, on track", "owner": "Ana", "due": "May"})
    assert (third.text, dict(third.fields)) == ("Keys work", {"score": "0.7"})
    assert (fourth.text, fourth.baseline, fourth.target) == ("Rooms ready", "40 %", "70 %")


def test_names_at_the_ends_of_most_key_results_are_their_owners() -> None:
    lines = [
        "Lost guests from 9 to 3 (Ana)",
        "Half of them use the map (Ben & Ana)",
        "Night calls: 4 to 1 (Ana)",
        "Lamps that burn: 4 to 9",
    ]
    draft = draft_of("## Objective: Guests find their way\n" + "".join(f"- {line}\n" for line in lines))
    assert [kr.text for kr in draft.key_results()] == [
        "Lost guests from 9 to 3",
        "Half of them use the map",
        "Night calls: 4 to 1",
        "Lamps that burn: 4 to 9",
    ]
    places = ["Lost guests from 9 to 3 (Berlin)", "Half of them use the map (Hamburg)", "Night calls: 4 to 1 (Rome)"]
    elsewhere = draft_of("## Objective: Guests find their way\n" + "".join(f"- {line}\n" for line in places))
    assert [kr.text for kr in elsewhere.key_results()] == places


def test_a_bracket_that_belongs_to_the_sentence_stays() -> None:
    draft = draft_of("## O1: Guests arrive\n- KR1: 30 of 44 rooms (today: 6)\n- KR2: Ready rooms (Q4: 12, all floors)\n")

    assert [key_result.text for key_result in draft.key_results()] == ["30 of 44 rooms (today: 6)", "Ready rooms (Q4: 12, all floors)"]


def test_labels_are_kept_as_the_authors_wrote_them() -> None:
    draft = draft_of("## Objective 3: Guests arrive\n1. first of all\n2. then this\n\n## O4 Others\n- KR 4.1: such\n")

    assert [item.label for item in draft.items()] == ["Objective 3", "1", "2", "O4", "KR 4.1"]
    assert [item.id for item in draft.items()] == ["O1", "O1.KR1", "O1.KR2", "O2", "O2.KR1"]
    assert [item.key for item in draft.items()] == ["k1", "k2", "k3", "k4", "k5"]


def test_unfinished_items_stay_as_gaps() -> None:
    draft = draft_of("## Objective 1:\n- KR1: TBD\n- KR2:\n\n## Objective 2: Guests arrive\n- KR1: xx %\n")

    assert [(item.text, item.lines) for item in draft.items()] == [
        ("", (1, 1)),
        ("TBD", (2, 2)),
        ("", (3, 3)),
        ("Guests arrive", (5, 5)),
        ("xx %", (6, 6)),
    ]


def test_remarks_of_the_authors_are_notes() -> None:
    draft = draft_of(
        "# Hotel – OKRs Q3\n\n_Ann (PM), second draft_\n\n## Objective 1: Guests arrive\n\n- KR1: Queue of ten minutes\n\n"
        "Confidence at kickoff: 6/10\n\nNot in here on purpose: the spa.\n\n## Notes\n- O1 is the main one for now\n"
    )

    assert items_of(draft) == {"Guests arrive": ["Queue of ten minutes"]}
    assert draft.title == "Hotel – OKRs Q3"
    assert [note.text for note in draft.notes] == [
        "Ann (PM), second draft",
        "Confidence at kickoff: 6/10",
        "Not in here on purpose: the spa.",
        "Notes",
        "O1 is the main one for now",
    ]
    assert draft.unplaced == ()


def test_a_tree_of_teams_names_the_objective_above() -> None:
    draft = draft_of(
        "# O1: All guests arrive\n\n## O1.1: Drivers know the way\n\n- KR: Detours 9 to 3\n\n## O1.2: Rooms are ready\n\n- KR: 14:00\n"
    )

    assert [(objective.id, objective.parent, objective.label) for objective in draft.objectives] == [
        ("O1", None, "O1"),
        ("O2", "O1", "O1.1"),
        ("O3", "O1", "O1.2"),
    ]


def test_a_wrapped_line_is_one_item_and_points_at_both_lines() -> None:
    text = "- O1: Guests arrive\n  - KR1: Queue falls from ten\n    to *five* minutes\n"
    draft = draft_of(text)
    (key_result,) = draft.key_results()

    assert key_result.text == "Queue falls from ten to five minutes"
    assert key_result.lines == (2, 3)
    assert "".join(segment.source.of(text) for segment in key_result.segments).replace(" ", "") == "Queuefallsfromtentofiveminutes"


def test_sub_bullets_that_detail_a_key_result_are_notes() -> None:
    draft = draft_of("## O1: Guests arrive\n- KR1: Queue of ten minutes\n  - measured at the desk\n- KR2: Keys work\n")

    assert items_of(draft) == {"Guests arrive": ["Queue of ten minutes", "Keys work"]}
    assert [note.text for note in draft.notes] == ["measured at the desk"]


def test_a_flat_list_with_nothing_above_it_is_unplaced_key_results() -> None:
    assert items_of(draft_of("- Queue of ten minutes\n- Keys work\n")) == {"": ["Queue of ten minutes", "Keys work"]}
