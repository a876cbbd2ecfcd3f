"""What the documents plan, put off or leave as it is: a roadmap that a draft repeats, a metric above all others, a line for later."""

from pathlib import Path

import pytest

from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.lenses.model import Finding
from sparring.lenses.put_off import is_put_off, what_is_put_off
from sparring.library.folder import open_library
from sparring.library.model import Passage
from sparring.text import Source

ROADMAP = "# Plan\n\n## Roadmap\n\n- Spring: locker map in five languages, scale at the north depot\n- Summer: booking form for groups\n"
STRATEGY = """\
# Strategy

Our North Star: parcels that are picked up on the first evening.

## Bets

1. Signs and lamps first; the waiting hall is good enough.
2. Evening rounds: nobody should drive twice.

## Roadmap

- Later: a bonus card for couriers
- Parking: not before 2031
"""


def found(tmp_path: Path, document: str, *lines: str, title: str = "Plans") -> dict[str, list[Finding]]:
    (tmp_path / "strategy.md").write_text(document)
    library = open_library([tmp_path]).library
    text = f"# {title}\n\n## O1: Couriers come home on time\n\n" + "".join(f"- KR{n}: {line}\n" for n, line in enumerate(lines, 1))
    by_lens: dict[str, list[Finding]] = {}
    for finding in detect(read_draft(Source("draft.md", text)), library, packaged_catalogue()):
        by_lens.setdefault(finding.lens, []).append(finding)
    return by_lens


def test_deliverables_that_together_repeat_a_roadmap_are_seen_and_one_of_them_is_not(tmp_path: Path) -> None:
    all_of_it = ("Launch the locker map in five languages", "Install the scale at the north depot", "Build the booking form for groups")
    (mirrored,) = found(tmp_path, ROADMAP, *all_of_it)["work-link"]
    assert mirrored.anchor.kind == "draft"
    assert len(mirrored.anchor.keys) == 3
    assert mirrored.passage
    assert "work-link" not in found(tmp_path, ROADMAP, all_of_it[0], "Late rounds from 9 to 4", "Calls from 20 to 5")
    assert "work-link" not in found(tmp_path, ROADMAP.replace("Roadmap", "What we saw"), *all_of_it)


def test_a_metric_above_all_others_is_asked_about_where_something_is_measured(tmp_path: Path) -> None:
    (link,) = found(tmp_path, STRATEGY, "Late rounds from 9% to 4%")["metric-tree"]
    assert link.strength == "low"
    assert link.passage
    assert "North Star" in link.passage.text
    assert "metric-tree" not in found(tmp_path, STRATEGY, "Write the night concept", "Open the reading room")


@pytest.mark.parametrize(
    ("line", "evidence"),
    [
        ("Couriers with a bonus card: 0 to 4,000", "put-off"),
        ("Open 200 parking spaces", "put-off"),
        ("Wait in the waiting hall from 9 to 5 minutes", "against"),
    ],
)
def test_what_the_strategy_puts_off_or_leaves_as_it_is_speaks_against_moving_it(tmp_path: Path, line: str, evidence: str) -> None:
    links = found(tmp_path, STRATEGY, line, "Signs that nobody can read: 14 to 3")["strategy-link"]
    spoken_against = [each for each in links if each.anchor.kind == "key_result"]
    assert [each.evidence for each in spoken_against] == [evidence]
    assert spoken_against[0].passage


def test_a_line_for_the_drafts_own_cycle_puts_nothing_off(tmp_path: Path) -> None:
    document = "# Plan\n\n## Roadmap\n\n- Bonus card: not before Q3\n"
    assert any(each.evidence == "put-off" for each in found(tmp_path, document, "Launch the bonus card", title="Plans Q2")["strategy-link"])
    later = found(tmp_path, document, "Launch the bonus card", title="Plans Q3").get("strategy-link", [])
    assert not any(each.evidence == "put-off" for each in later)


@pytest.mark.parametrize(
    ("text", "heading", "subject"),
    [
        ("later: carrier app", "Roadmap", "carrier app"),
        ("Not before Q3: household preferences", "Plan", "household preferences"),
        ("Parking (not before summer)", "Plan", "Parking ("),
        ("Bonus card", "Later", "Bonus card"),
        ("später: Fallübersicht", "Fahrplan", "Fallübersicht"),
    ],
)
def test_a_line_says_what_is_for_later(text: str, heading: str, subject: str) -> None:
    assert what_is_put_off(Passage("P1", "plan.md", 1, text, (heading,))) == subject


@pytest.mark.parametrize(
    "text", ["We act sooner rather than later", "Sooner or later everybody leaves", "Later stages of a round matter most"]
)
def test_a_word_for_later_in_passing_puts_nothing_off(text: str) -> None:
    assert not is_put_off(Passage("P1", "plan.md", 1, text, ("Learned",)))


def test_a_doubtful_line_that_no_document_bears_on_is_held_against_the_strategy_and_a_good_one_is_not(tmp_path: Path) -> None:
    for line, expected in (("Hold 12 choir practices", ["no-line"]), ("Colleagues who sing at noon: 4 to 9", [])):
        links = found(tmp_path, STRATEGY, "Evening rounds in which somebody drives twice: 14 to 3", line).get("strategy-link", [])
        assert [each.evidence for each in links if each.anchor.kind == "key_result"] == expected
