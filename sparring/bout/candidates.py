"""What could be raised now, and how much each would be worth the team's time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from zlib import crc32

from sparring.bout.budgets import OUTPUTS, fits_budget, is_silent
from sparring.bout.heard import heard_in
from sparring.bout.history import NO_HISTORY, History
from sparring.bout.items import barren, decided, is_done
from sparring.bout.passages import SPEAKS_AGAINST
from sparring.bout.risk import POINTLESS, WORTH_MORE, risk_named
from sparring.bout.standing import left_behind, left_open
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.draft.model import Objective
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor, Finding, Strength
from sparring.situation import Situation

STRENGTH: Mapping[Strength, float] = {"high": 1.5, "medium": 0.0, "low": -2.5}

BREAKERS: Mapping[str, float] = {
    "strategy-link": 8.0,
    "last-cycle": 11.5,
    "roadmap-wrapper": 7.5,
    "no-leading-signal": 7.0,
    "coverage": 6.5,
    "audience": 6.0,
    "objective-is-task": 6.2,
    "generic": 6.2,
    "objective-is-metric": 5.8,
    "kpi-in-disguise": 5.5,
    "lagging-impact": 5.5,
    "objective-compound": 5.0,
    "business-as-usual": 4.5,
    "metric-tree": 5.0,
    "work-link": 4.2,
    "not-doing": 4.0,
    "whose-behaviour": 3.5,
    "missing-baseline": 3.0,
}
"""Lenses that can break a whole draft, by how much hangs on them: what an aim is worth comes before what one number under it shows, as that
is for the round about a line. What a team's own last cycle showed outweighs anything but a plain
contradiction to its strategy: it is the only evidence in the room of what such a page does for this team."""

ON_A_LINE: Mapping[str, float] = {
    "strategy-link": 6.0,
    "output-as-result": 5.0,
    "lagging-impact": 5.0,
    "kpi-in-disguise": 4.5,
    "activity-count": 4.5,
    "slow-signal": 4.0,
    "influence": 4.0,
    "whose-behaviour": 3.0,
    "by-itself": 2.0,
}
"""Lenses for one line."""

MEASURES: Mapping[str, float] = {
    "polishing": 5.0,
    "gameable": 4.0,
    "vague-measure": 3.5,
    "qualitative-evidence": 3.5,
    "overlap": 3.5,
    "moonshot": 3.0,
    "sandbagged": 3.0,
    "compound": 2.5,
    "individual": 2.5,
}
"""Lenses of the measure family, of which a bout raises at most one."""

CONTRADICTED = 3.0
"""What a line of the strategy that speaks against an item adds: nothing else in a draft is as sure to matter."""

NAMED_BY_THE_TEAM = 4.0
"""What it adds that the team itself named the line: it is the one it would open first on a Tuesday."""

LEFT_OPEN = 3.0
"""What it adds that an earlier bout left the very point open, and the line stands as it stood."""

ON_THE_THREAD = 2.0
"""What it adds that the round before was about the same line and is not done with it."""

OF_A_DELIVERABLE = 1.5
"""What it takes away from a question about measuring that the line is a deliverable: how it is counted is the least about it."""

SPOKEN_AGAINST = 2.0
"""What it takes away from any other question about a line that the strategy rules out: whether it belongs here comes first."""

MID_CYCLE: Mapping[str, float] = {"not-doing": 3.0, "coverage": 1.0, "no-leading-signal": 1.0}
"""Halfway through, what has moved and what goes is worth more than how it is put."""

RULED_OUT = 1.0
"""What it adds on top that the line says so outright ("no chatbot"), not by what it found."""

UNDER_THE_MAIN_OBJECTIVE = 2.0

FURTHER_DOWN = 0.2
"""What each objective, and each line under it, that stands before an item takes away: a team writes first what matters most to it."""

MOST_FOR_BEING_DOWN = 1.2
JITTER = 0.6
"""Two bouts on one draft differ where two choices are about equally good."""

MOST_CHOICES = 6
LEAST_OF_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A choice and its worth; what `worth` means is only that more is better."""

    choice: Choice
    worth: float
    strength: Strength


def candidates(
    worths: Mapping[str, float],
    bout: Bout,
    findings: Iterable[Finding],
    catalogue: Catalogue,
    *,
    main: Objective | None,
    named: tuple[str, ...] = (),
    again: bool = False,
    thread: tuple[str, ...] = (),
    history: History = NO_HISTORY,
) -> list[Candidate]:
    """Return the findings that may be raised now under one of the lenses in `worths`, best first.

    Args:
        worths: lenses, and what each is worth.
        bout: as it stands.
        findings: what the detectors see.
        catalogue: the lenses.
        main: the objective that matters most.
        named: keys of the items that the team named.
        again: the team asked to come back to an item, so one that it has decided on is no longer left alone.
        thread: keys of the line that the last round was about, while that is worth staying on.
        history: earlier bouts of the team.
    """
    findings = tuple(findings)
    outputs = {key for finding in findings if finding.lens in OUTPUTS for key in finding.anchor.keys}
    spoken_against = {key for finding in findings if finding.evidence in SPEAKS_AGAINST for key in finding.anchor.keys}
    situation = bout.situation or Situation()
    raised = {(each.raised.lens, each.raised.anchor.keys) for each in bout.rounds}
    focus = _in_focus(bout)
    risk = risk_named(bout)
    settled = frozenset() if again or bout.added_rounds else decided(bout) | barren(bout)
    shown = frozenset(each.raised.passage.text for each in bout.rounds if each.raised.passage)
    asked_what_for = frozenset(key for each in bout.rounds if each.raised.lens in OUTPUTS for key in each.raised.anchor.keys)
    ranked = []
    for finding in (_still_to_decide(each, settled) for each in findings):
        lens = catalogue.get(finding.lens)
        if lens is None or lens.id not in worths or is_silent(lens, situation) or not fits_budget(lens, bout):
            continue
        unasked = again or bout.added_rounds or set(named).intersection(finding.anchor.keys)
        if lens.id in OUTPUTS and not unasked and _asked_of_all(bout) and not left_open(lens.id, finding.anchor, bout, history):
            continue
        if (lens.id, finding.anchor.keys) in raised or (focus and finding.anchor.keys and not focus.intersection(finding.anchor.keys)):
            continue
        if lens.family == "facts" and finding.anchor.kind != "items":
            # The fact card has listed it; a round is spent only where everything hangs on it.
            continue
        if not again and _is_the_same_point(finding, bout):
            continue
        if finding.passage and finding.passage.text in shown and not again:
            if finding.evidence in SPEAKS_AGAINST:
                # The line that it lives from has stood in the room, and no line is shown twice.
                continue
            finding = replace(finding, passage=None)
        if lens.id == "work-link" and finding.anchor.keys and not bout.added_rounds and _asked_of_all(bout):
            # The same lines have just been held against the roadmap; what else fills the week can be asked without them.
            continue
        if lens.id == "overlap" and outputs.issuperset(finding.anchor.keys):
            # Two deliverables may sound alike; nothing is measured twice by them.
            continue
        if not again and lens.family == "measure" and len(finding.anchor.keys) == 1 and asked_what_for.issuperset(finding.anchor.keys):
            # What this deliverable is for has been asked; how to count it is the lesser question.
            continue
        if (risk and lens.id in POINTLESS[risk]) or _is_over(finding.anchor, bout, settled):
            continue
        if (not again and left_behind(lens.id, finding.anchor, bout, history)) or _serves_a_decision(
            lens.id, finding.anchor, bout, situation
        ):
            continue
        worth = worths[lens.id] + STRENGTH[finding.strength] + _place_worth(bout, finding.anchor, main, named)
        worth += WORTH_MORE[risk].get(lens.id, 0.0) if risk else 0.0
        worth += _contradicted(finding)
        worth += LEFT_OPEN if left_open(lens.id, finding.anchor, bout, history) else 0.0
        worth -= SPOKEN_AGAINST if lens.id != "strategy-link" and spoken_against.intersection(finding.anchor.keys) else 0.0
        worth -= OF_A_DELIVERABLE if lens.family == "measure" and outputs.intersection(finding.anchor.keys) else 0.0
        worth += ON_THE_THREAD if set(thread).intersection(finding.anchor.keys) else 0.0
        worth += MID_CYCLE.get(lens.id, 0.0) if situation.moment == "mid-cycle" else 0.0
        worth += JITTER * crc32(f"{bout.opened.seed}/{lens.id}/{finding.anchor.keys}".encode()) / 2**32
        ranked.append(Candidate(_choice(finding, named), worth, finding.strength))
    return sorted(ranked, key=lambda candidate: -candidate.worth)


def _choice(finding: Finding, named: tuple[str, ...]) -> Choice:
    reason = f"set off by {finding.evidence.replace('-', ' ') or 'the words'} ({finding.strength})"
    if set(named).intersection(finding.anchor.keys):
        reason += "; the team named this line"
    return Choice(finding.lens, finding.anchor, finding.passage, finding.evidence, reason)


def _still_to_decide(finding: Finding, settled: frozenset[str]) -> Finding:
    """Return a finding on several lines, or one that shows several of the draft's, without those that the team has decided on."""
    keys = finding.anchor.keys
    left = tuple(key for key in keys if key not in settled)
    if len(left) == len(keys) or len(left) < LEAST_OF_SEVERAL:
        return finding
    return replace(finding, anchor=replace(finding.anchor, keys=left))


def _is_over(anchor: Anchor, bout: Bout, settled: frozenset[str]) -> bool:
    """Whether it is about one item that is done or decided, or about several of which fewer than two are left to decide."""
    if len(anchor.keys) >= LEAST_OF_SEVERAL:
        return len(settled.intersection(anchor.keys)) > len(anchor.keys) - LEAST_OF_SEVERAL
    if not anchor.keys:
        return False
    item = bout.draft.item(anchor.keys[0])
    return anchor.keys[0] in settled or (item is not None and is_done(item))


def _contradicted(finding: Finding) -> float:
    if finding.evidence not in SPEAKS_AGAINST:
        return 0.0
    from sparring.library.exclusions import is_exclusion

    return CONTRADICTED + (RULED_OUT if finding.passage and is_exclusion(finding.passage) else 0.0)


OUT_OF_REACH = frozenset({"lagging-impact", "kpi-in-disguise", "influence", "by-itself", "slow-signal"})
"""Lenses that all come down to how little of a number is the team's own doing, or shows it in time."""


def _is_the_same_point(finding: Finding, bout: Bout) -> bool:
    """Whether it has been asked of this very line how much of it is in the team's hands; a dependency that it names is another matter."""
    if finding.lens not in OUT_OF_REACH or finding.evidence == "named-dependency":
        return False
    return any(each.raised.lens in OUT_OF_REACH and each.raised.anchor.keys == finding.anchor.keys for each in bout.rounds)


def _asked_of_all(bout: Bout) -> bool:
    """Whether the deliverables have been talked about as a whole; one of them, unless the team named it, would be the same point again."""
    return any(each.raised.lens == "roadmap-wrapper" for each in bout.rounds)


def _serves_a_decision(lens: str, anchor: Anchor, bout: Bout, situation: Situation) -> bool:
    """Whether a count of activities in discovery already names what it is for."""
    if lens != "activity-count" or situation.level != "discovery":
        return False
    texts = [item.text for key in anchor.keys if (item := bout.draft.item(key))]
    return any("decision" in heard_in(text, "decision") for text in texts)


def _in_focus(bout: Bout) -> frozenset[str]:
    if not bout.situation or not bout.situation.focus:
        return frozenset()
    chosen = [objective for objective in bout.draft.objectives if objective.key in bout.situation.focus]
    return frozenset(key for objective in chosen for key in (objective.key, *(kr.key for kr in objective.key_results)))


def _place_worth(bout: Bout, anchor: Anchor, main: Objective | None, named: tuple[str, ...]) -> float:
    worth = 0.0
    if main and any(bout.draft.objective_of(key) is main for key in anchor.keys):
        worth += UNDER_THE_MAIN_OBJECTIVE
    if set(named).intersection(anchor.keys):
        worth += NAMED_BY_THE_TEAM
    return worth - min(MOST_FOR_BEING_DOWN, FURTHER_DOWN * _how_far_down(bout, anchor))


def _how_far_down(bout: Bout, anchor: Anchor) -> int:
    """Return how many objectives, and lines of the same one, stand before the first item that this is about; 0 for the whole draft."""
    for place, objective in enumerate(bout.draft.objectives):
        for line, key in enumerate((objective.key, *(each.key for each in objective.key_results))):
            if key in anchor.keys:
                return place + line
    return 0
