"""Which part of a big file is sparred on: the choice, and that the whole bout keeps to it."""

from pathlib import Path

import pytest
from textual.widgets import OptionList

from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.draft.sections import section_named, sections_of
from sparring.text import Source
from sparring.tui.app import SparringApp
from sparring.tui.beginning import NewBout
from sparring.tui.bout.draft_lines import draft_lines
from sparring.tui.bout.draft_pane import DraftText
from sparring.tui.bout.screen import BoutScreen
from sparring.tui.facts import FactsScreen
from sparring.tui.parts import PartScreen
from sparring.tui.reading.screen import ReadingScreen
from sparring.tui.situation import SituationScreen
from sparring.wishes import Wishes
from tests.bouts import START
from tests.tui.pages import opened, team_folder
from tests.tui.rings import app_of, draft, ring_of
from tests.tui.waiting import wait_until

TEAMS = ("Kitchen", "Desk", "Cellar", "Garden", "Laundry", "Rooms", "Bar", "Night", "Sales", "Finance")


def hotel(objectives: int = 6) -> str:
    """Ten teams with so many objectives each; those of the cellar have no key results, those of the garden no starting point."""
    text = "# Hotel OKRs\n"
    for team in TEAMS:
        text += f"\n## Team {team}\n"
        for number in range(1, objectives + 1):
            text += f"\n### Objective {number}: {team} does thing {number} so that guests return\n\n"
            if team != "Cellar":
                where = "to 90%" if team == "Garden" else "from 40% to 60%"
                text += f"- KR1: Raise the share of {team.lower()} guests who return {where}\n"
                text += f"- KR2: Raise the share of {team.lower()} staff who stay {where}\n"
    return text


@pytest.fixture(scope="module")
def of() -> Draft:
    return read_draft(Source("hotel.md", hotel()))


def rows(app: SparringApp) -> list[str]:
    listed = app.screen.query_one("#parts", OptionList)
    return [str(listed.get_option_at_index(index).prompt) for index in range(listed.option_count)]


def keys_of(of: Draft, *titles: str) -> tuple[str, ...]:
    return tuple(key for section in sections_of(of) if section.title in titles for key in section.objectives)


@pytest.mark.parametrize(
    ("keys", "titles"),
    [
        (("3",), ("Team Cellar",)),
        (("end", "enter"), ("Team Finance",)),
        (("down", "space", "down", "space", "enter"), ("Team Kitchen", "Team Desk")),
        (("down", "space", "space", "down", "f2"), ("Team Desk",)),
        (("a",), ()),
        (("enter",), ()),
        (("escape",), ()),
    ],
)
async def test_the_teams_of_a_big_file_are_offered_first(tmp_path: Path, of: Draft, keys: tuple[str, ...], titles: tuple[str, ...]) -> None:
    ring = ring_of(opened(of), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, PartScreen) and len(rows(app)) == 11)
        await pilot.press(*keys)
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, FactsScreen))
    assert ring.session.bout.situation is not None
    assert ring.session.bout.situation.focus == keys_of(of, *titles)


async def test_skipping_the_questions_keeps_the_part_and_it_can_be_narrowed_to_single_objectives(tmp_path: Path, of: Draft) -> None:
    ring = ring_of(opened(of), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, PartScreen))
        await pilot.press("2")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("w")
        await wait_until(pilot, lambda: isinstance(app.screen, PartScreen))
        await pilot.press("4")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("1", "6", "s")
        await wait_until(pilot, lambda: isinstance(app.screen, FactsScreen))
    garden = keys_of(of, "Team Garden")
    assert ring.session.bout.situation is not None
    assert ring.session.bout.situation.focus == (garden[0], garden[5])


async def test_many_objectives_without_teams_have_a_list_of_their_own(tmp_path: Path) -> None:
    text = "".join(f"# Objective {number}: Win market {number}\n\n- KR1: Raise share from {number}% to 40%\n\n" for number in range(1, 31))
    of = read_draft(Source("many.md", text))
    ring = ring_of(opened(of), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("w", "v")
        await wait_until(pilot, lambda: isinstance(app.screen, PartScreen) and len(rows(app)) == 31)
        await pilot.press("end", "space", "up", "space", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("enter")
        await wait_until(pilot, lambda: ring.session.bout.situation)
    assert ring.session.bout.situation is not None
    assert ring.session.bout.situation.focus == (of.objectives[28].key, of.objectives[29].key)


async def test_fact_card_challenges_and_draft_keep_to_the_part(tmp_path: Path, of: Draft) -> None:
    ring = ring_of(opened(of), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, PartScreen))
        await pilot.press("4")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, FactsScreen))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, BoutScreen) and ring.session.bout.rounds)
        pane = app.screen.query_one(DraftText)
        garden = keys_of(of, "Team Garden")
        first = draft_lines(ring.session.bout, pane.scrollable_content_region.width).places[garden[0]][0]
        await wait_until(pilot, lambda: pane.scroll_offset.y in (first - 1, first))
        while ring.session.bout.stage == "rounds":
            await ring.session.go_on()
    bout = ring.session.bout
    there = {item.key for key in garden if (objective := of.objective_of(key)) for item in (objective, *objective.key_results)}
    assert [item.objectives for item in (bout.part,)] == [tuple(objective for objective in of.objectives if objective.key in garden)]
    assert bout.facts is not None
    assert {fact.lens for fact in bout.facts.facts} == {"missing-baseline"}
    assert all("Team" not in quote.text or "Garden" in quote.text for fact in bout.facts.facts for quote in fact.quotes)
    assert {key for each in bout.rounds for key in each.raised.anchor.keys} <= there


async def test_a_part_asked_for_on_the_command_line_is_chosen_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = team_folder(tmp_path, monkeypatch)
    app = SparringApp(beginning=NewBout(Source("hotel.md", hotel(3)), Wishes(seed=1, part="team bar")), clock=lambda: START)
    async with app.run_test(size=(80, 24)) as pilot:
        # Teams without key results are in doubt.
        await wait_until(pilot, lambda: isinstance(app.screen, (ReadingScreen, SituationScreen)))
        if isinstance(app.screen, ReadingScreen):
            await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("s")
        await wait_until(pilot, lambda: isinstance(app.screen, FactsScreen))
        assert app.ring is not None
        bout = app.ring.session.bout
        assert [objective.section for objective in bout.part.objectives] == [("Team Bar",)] * 3
    assert list((folder / "transcripts").glob("*.jsonl"))


async def test_a_reading_set_right_before_round_one_is_the_bouts(tmp_path: Path) -> None:
    ring = ring_of(opened(draft()), tmp_path)
    app = app_of(ring)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await pilot.press("u", "h")
        await wait_until(pilot, lambda: isinstance(app.screen, ReadingScreen))
        await pilot.press("end", "x", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, SituationScreen))
        await wait_until(pilot, lambda: len(list(ring.session.bout.draft.key_results())) == 4)
        await pilot.press("enter")
        await wait_until(pilot, lambda: ring.session.bout.situation)
    assert ring.session.bout.situation is not None
    assert ring.session.bout.situation.written_by == "us"
    assert [mark.meaning for mark in ring.session.bout.draft.marks] == ["nothing"]


@pytest.mark.parametrize(
    ("title", "found"), [("team desk", "Team Desk"), ("TEAM CELL", "Team Cellar"), ("Team", None), ("", None), ("Pool", None)]
)
def test_a_part_is_named_by_its_title_or_how_it_begins(of: Draft, title: str, found: str | None) -> None:
    section = section_named(of, title)
    assert (section.title if section else None) == found
