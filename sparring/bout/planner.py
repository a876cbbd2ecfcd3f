"""What to raise next: few things, in the order of LENSES.md, and when to stop. Pure: the same bout gives the same move."""

from sparring.bout.budgets import fits_budget, is_silent, planned_rounds
from sparring.bout.candidates import BREAKERS, MEASURES, MOST_CHOICES, ON_A_LINE, Candidate, candidates, with_passages
from sparring.bout.mentions import named_items
from sparring.bout.moves import BeginClose, Move, Raise
from sparring.bout.reading import names_rhythm_and_decision
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.draft.model import KeyResult, Objective
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor, Finding
from sparring.library.model import Library
from sparring.situation import Situation

ITEMS_A_FINDING = 5
"""A draft with no more than one finding in this many items, and none that is sure, is well made."""

ANGLES: dict[str, tuple[str, ...]] = {
    "key_result": ("influence", "inputs", "whose-behaviour", "by-itself", "gameable", "confidence"),
    "objective": ("whose-behaviour", "strategy-link", "inputs", "influence", "confidence"),
    "items": ("influence", "confidence"),
    "draft": ("not-doing", "work-link", "audience", "purpose", "confidence"),
    "bet": ("strategy-link", "inputs"),
}
"""Lenses that are always open for another angle, by what it is about, best first."""

_FACTS = frozenset({"facts", "spine"})


def next_move(bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, library: Library) -> Move:
    """Return the next challenge, or the close with its reason."""
    raised = {each.raised.lens for each in bout.rounds}
    if "do-differently" not in raised:
        return Raise((Choice("do-differently", Anchor("draft"), reason="opens every bout"),))
    main = main_objective(bout)
    if "risk-fit" not in raised:
        choice = Choice("risk-fit", _anchor_of(main), reason="round two, on the objective that matters most")
        return Raise(with_passages((choice,), bout, library))
    well_made = is_well_made(bout, findings, catalogue)
    if len(bout.numbered) < planned_rounds(bout):
        choices = _numbered(bout, findings, catalogue, main, well_made=well_made)
        if choices:
            return Raise(with_passages(choices[:MOST_CHOICES], bout, library))
    closer = _closer(bout, main, raised, early=well_made and not bout.added_rounds)
    if closer:
        return Raise(with_passages((closer,), bout, library), closing=True)
    return BeginClose(_why_close(bout, well_made=well_made))


def another_angle(bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, library: Library) -> Raise | None:
    """Return another lens on what the current round is about; None when every angle has been used."""
    current = bout.rounds[-1].raised
    anchor = Anchor(current.anchor.kind, current.anchor.keys)
    situation = bout.situation or Situation()
    used = {each.raised.lens for each in bout.rounds if each.raised.anchor.keys == anchor.keys}
    on_it = [finding for finding in findings if finding.anchor.keys == anchor.keys and finding.lens not in used]
    worths = {**BREAKERS, **ON_A_LINE, **MEASURES}
    choices = [each.choice for each in candidates(worths, bout, on_it, catalogue, main=None)]
    for name in ANGLES[anchor.kind]:
        lens = catalogue.get(name)
        if lens is None or name in used or any(choice.lens == name for choice in choices):
            continue
        if anchor.kind in lens.anchors and fits_budget(lens, bout) and not is_silent(lens, situation):
            choices.append(Choice(name, anchor, reason="another angle, asked for by the team"))
    if not choices:
        return None
    return Raise(with_passages(choices[:MOST_CHOICES], bout, library), angle_on=current.round)


def main_objective(bout: Bout) -> Objective | None:
    """Return the objective that matters most: the one the team chose, else the first it named, else the first that has key results."""
    objectives = bout.draft.objectives
    focus = bout.situation.focus if bout.situation else ()
    texts = [answer.text for each in bout.rounds for answer in each.answers]
    wanted = [*focus, *named_items(texts, bout.draft, None)]
    for key in wanted:
        if objective := bout.draft.objective_of(key):
            return objective
    worded = [objective for objective in objectives if objective.text]
    return next((objective for objective in worded if objective.key_results), next(iter(worded), None))


def is_well_made(bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue) -> bool:
    """Return whether the draft gives a coach next to nothing to raise; then the bout is short, and says why."""
    situation = bout.situation or Situation()
    count = sum(1 for item in bout.draft.items() if item.text)
    weighty = [
        finding
        for finding in findings
        if (lens := catalogue.get(finding.lens))
        and lens.family not in _FACTS
        and not is_silent(lens, situation)
        and finding.strength != "low"
    ]
    key_results = sum(1 for _ in bout.draft.key_results())
    return key_results > 0 and not any(finding.strength == "high" for finding in weighty) and len(weighty) * ITEMS_A_FINDING <= count


def _numbered(bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, main: Objective | None, *, well_made: bool) -> list[Choice]:
    """Return the ranked choices for the next numbered round; empty when nothing more is worth one."""
    texts = [answer.text for each in bout.rounds for answer in each.answers]
    named = named_items(texts, bout.draft, main)
    taken = [each for each in bout.numbered if each.raised.angle_on is None]

    def ranked(worths: dict[str, float]) -> list[Candidate]:
        return candidates(worths, bout, findings, catalogue, main=main, named=named)

    line = {**ON_A_LINE, **MEASURES}
    if well_made and not bout.added_rounds:
        found = [each for each in ranked({**BREAKERS, **line}) if each.strength != "low"]
        return [each.choice for each in found] if len(taken) == 2 else []
    match len(taken):
        case 2:
            return [each.choice for each in ranked(dict(BREAKERS))] or _bet(bout) or [each.choice for each in ranked(line)]
        case 3:
            return _on_a_line(ranked(dict(ON_A_LINE)), bout, named) or [each.choice for each in ranked(dict(MEASURES))]
        case 4:
            return [each.choice for each in ranked(dict(MEASURES)) if each.strength != "low"] or [
                each.choice for each in ranked({**BREAKERS, **ON_A_LINE}) if each.strength != "low"
            ]
        case _:
            return [each.choice for each in ranked({**BREAKERS, **line})]


def _bet(bout: Bout) -> list[Choice]:
    """Without documents the bet stands in for the strategy."""
    if bout.situation and bout.situation.bet:
        return [Choice("strategy-link", Anchor("bet"), reason="no strategy line to hold the draft against: the bet stands in for it")]
    return []


def _on_a_line(ranked: list[Candidate], bout: Bout, named: tuple[str, ...]) -> list[Choice]:
    """Return choices about one key result, the line that the team named or that has most against it."""
    keys = {key_result.key for key_result in bout.draft.key_results()}
    on_lines = [each.choice for each in ranked if len(each.choice.anchor.keys) == 1 and each.choice.anchor.keys[0] in keys]
    if on_lines:
        return on_lines
    line = next((key for key in named if key in keys), None) or next((kr.key for kr in bout.draft.key_results() if kr.text), None)
    return [Choice("influence", Anchor("key_result", (line,)), reason="always open: the first line that depends on others")] if line else []


def _closer(bout: Bout, main: Objective | None, raised: set[str], *, early: bool) -> Choice | None:
    texts = tuple(answer.text for each in bout.rounds for answer in each.answers)
    if not early:
        if "sufficiency" not in raised and main and len(main.key_results) > 0:
            return Choice("sufficiency", Anchor("objective", (main.key,)), reason="late, in every bout that does not stop early")
        if "decision-use" not in raised and not names_rhythm_and_decision(texts):
            return Choice("decision-use", Anchor("draft"), reason="no rhythm with a decision was named")
    if "change-rule" not in raised:
        return Choice("change-rule", Anchor("draft"), reason="closes every bout")
    return None


def _anchor_of(objective: Objective | KeyResult | None) -> Anchor:
    return Anchor("objective", (objective.key,)) if objective else Anchor("draft")


def _why_close(bout: Bout, *, well_made: bool) -> str:
    if well_made and not bout.added_rounds:
        count = sum(1 for item in bout.draft.items() if item.text)
        return (
            f"I went through {count} lines and found next to nothing that would keep them from steering you. More rounds would be theatre."
        )
    return "These were the rounds that looked worth your time."
