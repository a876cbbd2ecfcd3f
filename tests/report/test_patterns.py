"""What many bouts have in common, counted."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sparring.bout.glance import BoutRounds, RoundGlance
from sparring.bout.precis import Outcome
from sparring.lenses.model import Family
from sparring.report.hidden import aliases, hidden
from sparring.report.patterns import ASKED_OFTEN, NO_CYCLE, NO_TEAM, patterns, together

TODAY = date(2026, 11, 22)


def round_(
    lens: str = "output-as-result",
    family: Family = "work",
    outcome: Outcome = "settled",
    *,
    owner: str = "",
    due: date | None = None,
    question_id: str = "",
    brought: bool = True,
    words: str = "",
    proof: str = "",
    closing: bool = False,
) -> RoundGlance:
    return RoundGlance(
        seq=9, number=1, closing=closing, lens=lens, family=family, question_id=question_id, question="Who would notice?", outcome=outcome,
        classes=frozenset(), brought=brought, presses=0, owner=owner, due=due, words=words, proof=proof,
    )  # fmt: skip


def bout(
    *rounds: RoundGlance, team: str = "Lockers", cycle: str = "Q3", could: frozenset[str] = frozenset(), day: int = 0, draft: str = "Aims"
) -> BoutRounds:
    raised = frozenset(each.lens for each in rounds)
    opened = datetime(2026, 7, 1, tzinfo=UTC) + timedelta(days=day)
    return BoutRounds(Path(f"bout-{day}.jsonl"), opened, team, cycle, draft, could | raised, rounds)


def test_a_cell_tells_how_often_an_angle_was_raised_of_how_often_it_could_have_been() -> None:
    twice = bout(round_(), round_(outcome="open"))
    weighed = bout(round_("compound", "measure"), could=frozenset({"output-as-result"}), day=1)
    found = patterns([twice, weighed], TODAY)
    cell = found.table.cells["work", "Lockers"]
    assert (cell.bouts, cell.could, cell.raised) == (1, 2, 2)
    assert cell.outcomes == {"settled": 1, "open": 1}


def test_teams_stand_in_the_order_of_the_alphabet_whatever_their_counts() -> None:
    found = patterns([bout(round_(), round_(), team="Zebra"), bout(round_(), team="ant"), bout(round_(), team="Bee")], TODAY)
    assert found.table.columns == ("ant", "Bee", "Zebra")


def test_a_table_can_be_by_cycle_and_by_single_angles() -> None:
    found = patterns(
        [bout(round_(), round_("gameable", "measure"), cycle="Q2"), bout(round_(), cycle="")], TODAY, by="cycle", families=False
    )
    assert found.table.rows == ("gameable", "output-as-result")
    assert found.table.columns == ("Q2", NO_CYCLE)


def test_what_a_team_met_in_its_last_cycle_and_again_now_comes_back() -> None:
    bouts = [
        bout(round_("compound", "measure"), cycle="Q1"),
        bout(round_(outcome="open"), round_("do-differently", "spine"), cycle="Q2", day=90),
        bout(round_(), round_("do-differently", "spine"), round_("compound", "measure"), cycle="Q3", day=180),
        bout(round_(), team="Others", cycle="Q3", day=181),
    ]
    (back,) = patterns(bouts, TODAY).came_back
    assert (back.team, back.lens, back.before, back.now) == ("Lockers", "output-as-result", "Q2", "Q3")
    assert (back.then_outcomes, back.now_outcomes) == (("open",), ("settled",))


def test_who_is_waited_for_comes_with_what_is_overdue_first() -> None:
    late, soon = date(2026, 11, 21), date(2026, 12, 1)
    found = patterns(
        [bout(round_(outcome="open", owner="Mira", due=soon), round_(outcome="open"), round_(outcome="open", due=late))], TODAY
    )
    assert [(each.owner, each.due) for each in found.waiting] == [("", late), ("Mira", soon), ("", None)]
    assert [each.due for each in found.overdue] == [late]


def test_what_is_due_today_is_not_overdue() -> None:
    assert patterns([bout(round_(outcome="open", due=TODAY))], TODAY).overdue == ()


def test_kept_lines_carry_what_would_prove_them_wrong() -> None:
    (kept,) = patterns([bout(round_(outcome="kept", words="Reach 40 lockers", proof="if ten stand empty"))], TODAY).kept
    assert (kept.words, kept.proof) == ("Reach 40 lockers", "if ten stand empty")


def test_a_question_is_bad_once_it_was_asked_often_and_brought_little() -> None:
    empty = round_(question_id="compound/open/1", brought=False)
    fine = round_(question_id="compound/open/2", brought=True)
    bouts = [bout(empty, fine, day=day) for day in range(ASKED_OFTEN)]
    (bad,) = patterns(bouts, TODAY).unanswered
    assert (bad.question_id, bad.asked, bad.brought) == ("compound/open/1", ASKED_OFTEN, 0)
    assert patterns(bouts[1:], TODAY).unanswered == ()


def test_names_can_be_hidden_and_the_counts_stay() -> None:
    bouts = [
        bout(round_(outcome="open", owner="Mira"), team="Lockers"),
        bout(round_(outcome="open", owner="mira"), round_(outcome="kept", words="Reach 40", proof="if not"), team="Fleet", day=1),
    ]
    shown = patterns(hidden(bouts), TODAY)
    assert shown.table.columns == ("Team A", "Team B")
    assert {each.owner for each in shown.waiting} == {"Person 1"}
    for word in ("Lockers", "Fleet", "Mira", "mira", "Reach", "if not"):
        assert word not in repr(shown)


def test_no_bouts_have_nothing_in_common() -> None:
    found = patterns([], TODAY)
    assert (found.bouts, found.table.cells, found.waiting) == (0, {}, ())


def test_questions_that_never_brought_anything_come_before_those_that_did_once() -> None:
    never = [bout(round_(question_id="n", brought=False), day=day) for day in range(ASKED_OFTEN)]
    once = [bout(round_(question_id="o", brought=day == 0), day=day) for day in range(ASKED_OFTEN + 3)]
    assert [each.question_id for each in patterns([*never, *once], TODAY).unanswered] == ["n", "o"]


def test_questions_in_a_models_words_are_hidden_with_the_names() -> None:
    (told,) = hidden([bout(round_(question_id="bank-1"), round_(question_id=""))])
    assert [each.question for each in told.rounds] == ["Who would notice?", ""]


def test_cells_of_all_teams_are_counted_together() -> None:
    found = patterns(
        [bout(round_(), team="Ant"), bout(round_("compound"), could=frozenset({"output-as-result"}), team="Bee", day=1)], TODAY
    )
    whole = together(found.table.cells.values())
    assert (whole.bouts, whole.could, whole.raised, whole.outcomes["settled"]) == (2, 2, 2, 2)


def test_kept_lines_are_counted_as_coaches_judged_them() -> None:
    kept = round_(outcome="kept", words="Reach 40 lockers")
    bouts = [bout(replace(kept, judged="did-not"), replace(kept, judged="came-true"), kept, replace(kept, judged="did-not"))]
    found = patterns(bouts, TODAY)
    assert [each.judged for each in found.kept] == ["did-not", "came-true", "", "did-not"]
    assert found.kept_counts.said == "1 came true, 2 did not come true, 1 not judged yet"
    assert patterns([bout(kept)], TODAY).kept_counts.said == "1 not judged yet"
    assert patterns([bout(round_())], TODAY).kept_counts.said == ""


def test_counts_of_kept_lines_stay_while_names_are_hidden() -> None:
    kept = round_(outcome="kept", words="Reach 40 lockers", proof="if ten stand empty")
    bouts = [bout(kept, replace(kept, judged="came-true", proof=""), round_(outcome="kept"))]
    shown, without = patterns(bouts, TODAY), patterns(bouts, TODAY, names=False)
    assert (without.kept_counts, without.kept) == (shown.kept_counts, ())
    assert (without.kept_counts.kept, without.kept_counts.with_proof) == (3, 1)


def test_bouts_without_a_team_are_no_team_with_names_and_without() -> None:
    bouts = [bout(round_(), team=""), bout(round_(), team="", day=1), bout(round_(), day=2)]
    for names in (True, False):
        found = patterns(bouts, TODAY, names=names)
        assert (found.teams, found.unnamed) == (1, 2)
        assert found.table.columns == ("Lockers" if names else "Team A", NO_TEAM)


def test_a_point_of_a_bout_without_a_team_goes_by_its_draft_and_hidden_by_nothing() -> None:
    bouts = [bout(round_(outcome="open", question_id="q"), team="", draft="Lockers everywhere")]
    assert [each.whose for each in patterns(bouts, TODAY).waiting] == ["Lockers everywhere"]
    assert [each.whose for each in patterns(bouts, TODAY, names=False).waiting] == [NO_TEAM]


def test_letters_and_numbers_stay_whatever_is_chosen() -> None:
    bouts = [
        bout(round_(outcome="open", owner="Ana")),
        bout(round_(outcome="open", owner="Mira"), team="Fleet", day=1),
        bout(round_(outcome="open", owner="mira"), team="Fleet", day=2),
    ]
    found = patterns(bouts[2:], TODAY, among=bouts, names=False)
    assert found.table.columns == ("Team B",)
    assert [each.owner for each in found.waiting] == ["Person 2"]
    assert hidden(bouts[2:], aliases(bouts))[0].team == "Team B"


def test_the_cycle_before_is_looked_for_among_the_bouts_that_were_not_chosen() -> None:
    before, now = bout(round_(outcome="open"), cycle="Q3"), bout(round_(), cycle="Q4", day=90)
    later = bout(round_(), cycle="Q1", day=180)
    assert patterns([now], TODAY).came_back == ()
    (back,) = patterns([now], TODAY, among=[before, now, later]).came_back
    assert (back.before, back.now) == ("Q3", "Q4")
    assert patterns([before], TODAY, among=[before, now, later]).came_back == ()


def test_closing_questions_are_counted_apart_from_rounds() -> None:
    found = patterns([bout(round_(), round_("change-rule", "spine", closing=True))], TODAY)
    assert (found.rounds, found.closing) == (1, 1)
    assert together(found.table.cells.values()).raised == 2
