"""Which bouts a coach opens first."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sparring.bout.glance import Glance, OpenPoint
from sparring.report.triage import rank, reasons

TODAY = date(2026, 11, 22)
QUIET = Glance(
    bout="2026-11-01-kofu", team="Lockers", cycle="Q4", opened=datetime(2026, 11, 1, tzinfo=UTC), touched=datetime(2026, 11, 1, tzinfo=UTC),
    minutes=25, partner="offline partner", draft="draft.md", rounds=5, settled=3, standing=0, kept=1, changed=1, open=0, skipped=0,
    open_points=(), unanswered=0, pressed_then_skipped=0, edited_in_vain=0, all_kept_in_short=False, ended=True,
)  # fmt: skip


def kinds(glance: Glance) -> list[str]:
    return [each.kind for each in reasons(glance, TODAY)]


def test_a_bout_in_which_nothing_was_dodged_has_no_reason() -> None:
    assert reasons(QUIET, TODAY) == ()
    assert rank(()) == 0


def test_every_kind_of_dodging_is_a_reason_with_its_count() -> None:
    dodged = replace(
        QUIET,
        unanswered=2,
        pressed_then_skipped=1,
        edited_in_vain=1,
        all_kept_in_short=True,
        open_points=(OpenPoint(2, "Mira", date(2026, 11, 21)), OpenPoint(3, "", None)),
    )
    found = {each.kind: each.count for each in reasons(dodged, TODAY, questions_waiting=1)}
    assert found == {
        "unanswered": 2,
        "pressed-then-skipped": 1,
        "edited-in-vain": 1,
        "kept-in-short": 1,
        "overdue": 1,
        "unowned": 1,
        "question-waits": 1,
    }


def test_what_is_due_later_or_today_is_no_reason() -> None:
    assert kinds(replace(QUIET, open_points=(OpenPoint(2, "Mira", TODAY), OpenPoint(3, "Ben", date(2026, 12, 24))))) == []


def test_open_points_are_nobodys_only_once_the_bout_is_over() -> None:
    open_point = (OpenPoint(2, "", None),)
    assert kinds(replace(QUIET, open_points=open_point, ended=False)) == []
    assert kinds(replace(QUIET, open_points=open_point)) == ["unowned"]


def test_more_of_the_same_ranks_higher_and_the_weightiest_reason_comes_first() -> None:
    one, three = replace(QUIET, unanswered=1), replace(QUIET, unanswered=3)
    assert rank(reasons(three, TODAY)) > rank(reasons(one, TODAY)) > 0
    assert kinds(replace(QUIET, unanswered=1, pressed_then_skipped=1))[0] == "pressed-then-skipped"
