"""What to raise next: few things, in the order of LENSES.md, and when to stop. Pure: the same bout gives the same move."""

from collections.abc import Iterator

from sparring.bout.always_open import ANGLES, line_of_the_party, lines_of, named_a_party, open_choices, open_lenses
from sparring.bout.budgets import OUTPUTS, planned_rounds
from sparring.bout.candidates import BREAKERS, MEASURES, MOST_CHOICES, ON_A_LINE, Candidate, candidates
from sparring.bout.clauses import sentences_of
from sparring.bout.heard import heard_in
from sparring.bout.history import NO_HISTORY, History, asked_within_a_year
from sparring.bout.items import comes_apart, decided, to_be_changed_or_gone
from sparring.bout.let_go import states_a_rule
from sparring.bout.mentions import Codes, line_described, named_items
from sparring.bout.moves import BeginClose, Move, Raise
from sparring.bout.passages import with_passages
from sparring.bout.risk import risk_named
from sparring.bout.standing import standing_findings, with_earlier
from sparring.bout.state import Bout
from sparring.bout.well_made import is_well_made, on_the_teams_doubt, on_whom_it_waits_for, why_it_ends
from sparring.challenge import Choice
from sparring.draft.model import KeyResult, Objective
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor, Finding
from sparring.lenses.predicates.registry import MOST_SHOWN
from sparring.library.model import Library
from sparring.speech import speech

NEARLY_ALL = 0.75
"""Share of the lines without a start from which on everything hangs on that."""

FEWEST_ROUNDS = 3
"""Of a bout; in a shorter one the rule for change is asked for even where one was stated."""

THE_BET = 7.2
"""What sparring on the bet is worth where no documents were given (compare `BREAKERS`): more than what a detector half believes."""

FEWEST_WITHOUT_START = 3
"""Lines that do not say where they begin before a round is spent on that."""

_NO_AIM_YET = frozenset({"generic", "objective-is-task", "objective-is-metric", "objective-compound"})
"""What makes an objective a lesser one to spar on, where it begins with a slogan and another says what is wanted."""

_NO_START = frozenset({"missing-baseline", "placeholder"})


def next_move(bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, library: Library, history: History = NO_HISTORY) -> Move:
    """Return the next challenge, or the close with its reason.

    Args:
        bout: as it stands; its seed decides among equals.
        findings: what the detectors see in the draft.
        catalogue: the lenses.
        library: the strategy documents.
        history: earlier bouts of the same team.
    """
    if opening := opening_move(bout):
        return opening

    def shown(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        return with_earlier(with_passages(choices, bout, library, catalogue, findings), bout, history)

    raised = {each.raised.lens for each in bout.rounds}
    main = main_objective(bout, findings)
    if "risk-fit" not in raised:
        choice = Choice("risk-fit", _anchor_of(main), reason="round two, on the objective that matters most")
        return Raise(shown((choice,)))
    everything = (*findings, *standing_findings(bout, catalogue, history), *_without_any_start(bout, findings))
    well_made = is_well_made(bout, findings, catalogue)
    if len(bout.numbered) < planned_rounds(bout):
        choices = (
            _beyond_a_short_bout(bout, everything, catalogue, main, history)
            if well_made
            else _numbered(bout, everything, catalogue, main, history)
        )
        if choices:
            return Raise(shown(tuple(choices[:MOST_CHOICES])))
    if closer := _closer(bout, main, raised, findings, early=well_made):
        found = _found_in_passing(bout, findings, catalogue, main) if well_made else ()
        return Raise((*shown((closer,)), *found), closing=True)
    return BeginClose(_why_close(bout, well_made=well_made))


def opening_move(bout: Bout) -> Raise | None:
    """Return the challenge that opens every bout; it rests on nothing but the draft, so nobody waits for documents to be read."""
    if bout.rounds:
        return None
    return Raise((Choice("do-differently", Anchor("draft"), reason="opens every bout"),))


def another_angle(
    bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, library: Library, history: History = NO_HISTORY
) -> Raise | None:
    """Return another lens on what the current round is about; None when every angle has been used."""
    current = bout.rounds[-1].raised
    anchor = Anchor(current.anchor.kind, current.anchor.keys)
    used = {each.raised.lens for each in bout.rounds if each.raised.anchor.keys == anchor.keys}
    on_it = [finding for finding in findings if finding.anchor.keys == anchor.keys and finding.lens not in used]
    worths = {**BREAKERS, **ON_A_LINE, **MEASURES}
    on_it += [each for each in standing_findings(bout, catalogue, history) if each.anchor == anchor and each.lens not in used]
    choices = [each.choice for each in candidates(worths, bout, on_it, catalogue, main=None, again=True, history=history)]
    taken = {choice.lens for choice in choices} | used
    choices += [
        Choice(name, anchor, reason="another angle, asked for by the team")
        for name in open_lenses(ANGLES[anchor.kind], anchor, bout, catalogue)
        if name not in taken and not (name == "purpose" and asked_within_a_year(name, bout, history))
    ]
    if not choices:
        return None
    shown = with_earlier(with_passages(choices[:MOST_CHOICES], bout, library, catalogue, findings), bout, history)
    return Raise(shown, angle_on=current.round)


def main_objective(bout: Bout, findings: tuple[Finding, ...] = ()) -> Objective | None:
    """Return the objective that matters most of those sparred on.

    It is the one that the team's answers named last, else the first that has key results and says more than a slogan. One that the team
    has let go matters only where there is no other.
    """
    over = decided(bout)
    objectives = [each for each in bout.part.objectives if each.key not in over] or list(bout.part.objectives)
    codes = Codes(bout.part, None)
    answers = (answer.text for each in bout.rounds for answer in each.answers)
    for key in reversed([key for text in answers for _, key in codes.in_text(text)]):
        objective = bout.part.objective_of(key)
        if objective in objectives:
            return objective
    lesser = lines_of(tuple(each for each in findings if each.strength != "low"), _NO_AIM_YET)
    worded = [objective for objective in objectives if objective.text]
    full = [objective for objective in worded if objective.key_results]
    first = next(iter(full or worded), None)
    if first and any(each.lens == "generic" and each.strength != "low" and first.key in each.anchor.keys for each in findings):
        return next((each for each in full if each.key not in lesser), first)
    return first


def _said(bout: Bout) -> list[str]:
    """Return what the team said in the rounds, in order: its answers, and the reasons of its decisions."""
    return [
        text
        for each in bout.rounds
        for text in (*(answer.text for answer in each.answers), *([each.decision.taken.reason] if each.decision else []))
    ]


def _named(bout: Bout, main: Objective | None) -> tuple[str, ...]:
    """Return the keys of the items that the team named; where it spoke of its risk in words alone, of the line that they describe."""
    named = named_items(_said(bout), bout.part, main)
    if named:
        return named
    of_its_risk = [answer.text for each in bout.rounds if each.raised.lens == "risk-fit" for answer in each.answers]
    described = [line for text in of_its_risk if (line := line_described(text, bout.part))]
    return tuple(dict.fromkeys(line.key for line in described))


def _numbered(bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, main: Objective | None, history: History) -> list[Choice]:
    """Return the ranked choices for the next numbered round; empty when nothing more is worth one."""
    named = _named(bout, main)
    taken = [each for each in bout.numbered if each.raised.angle_on is None]
    thread = _thread(bout)

    def ranked(worths: dict[str, float]) -> list[Candidate]:
        return candidates(worths, bout, findings, catalogue, main=main, named=named, thread=thread, history=history)

    match len(taken):
        case 2:
            return (
                _breakers(_worth_a_round(ranked(dict(BREAKERS)), main), bout, main)
                or _sure(ranked(dict(ON_A_LINE)))
                or open_choices(bout, catalogue, main, named, findings)
            )
        case 3:
            on_a_line = _on_a_line(_sure_ones(ranked(dict(ON_A_LINE))), bout)
            always_open = open_choices(bout, catalogue, main, named, findings)
            # A team that waits for others has named what it would open first: their part, where a line says which it is. No other
            # question that nothing set off comes before what was found.
            waits = risk_named(bout) == "others" and (line_of_the_party(bout) is not None or not named_a_party(bout))
            first = [each for each in always_open if waits and each.lens == "influence"]
            then = on_a_line or [each for each in always_open if each not in first]
            return first + then or _sure(ranked(dict(MEASURES))) or _in_silence_first(bout, catalogue)
        case 4:
            if lines_of(findings, OUTPUTS).intersection(thread):
                # There is little to measure about a deliverable, and what it is for has just been asked.
                thread = ()
            return _last_planned(_sure_ones(ranked(dict(MEASURES))), _sure_ones(ranked({**BREAKERS, **ON_A_LINE})), thread)
        case _:
            further = [each.choice for each in ranked({**BREAKERS, **ON_A_LINE, **MEASURES})]
            return further or _still_unasked(bout, findings, catalogue, main, named, history)


def _beyond_a_short_bout(
    bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, main: Objective | None, history: History
) -> list[Choice]:
    """Return what a bout on a well-made draft goes on with: a doubt that the team named, or what is left where it asked for more."""
    doubted = on_the_teams_doubt(bout, catalogue, main, findings)
    further = [each for each in bout.numbered if each.raised.family != "spine" and each.raised.angle_on is None]
    if doubted or len(further) >= bout.added_rounds:
        return doubted
    named = _named(bout, main)
    worths = {**BREAKERS, **ON_A_LINE, **MEASURES}
    found = candidates(worths, bout, findings, catalogue, main=main, named=named, thread=_thread(bout), history=history)
    return _sure(found) or on_whom_it_waits_for(bout, catalogue, main, findings)


def _without_any_start(bout: Bout, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the one gap of the fact card that a round is spent on, where everything hangs on it: hardly a line says where it begins."""
    lines = [each.key for each in bout.part.key_results() if each.text]
    without = lines_of(tuple(each for each in findings if each.strength != "low"), _NO_START).intersection(lines)
    if len(without) < FEWEST_WITHOUT_START or len(without) < NEARLY_ALL * len(lines):
        return ()
    shown = tuple(key for key in lines if key in without)[:MOST_SHOWN]
    return (Finding("missing-baseline", Anchor("items", shown), "high", "no-start"),)


def _still_unasked(
    bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, main: Objective | None, named: tuple[str, ...], history: History
) -> list[Choice]:
    """Return what a team that asked for more can still be asked where nothing is found: about its work, and why it does this at all."""
    anchor = Anchor("draft")
    names = tuple(name for name in ANGLES["draft"] if not (name == "purpose" and asked_within_a_year(name, bout, history)))
    raised = {each.raised.lens for each in bout.rounds}
    return open_choices(bout, catalogue, main, named, findings) + [
        Choice(name, anchor, reason="always open; the team asked for more rounds")
        for name in open_lenses(names, anchor, bout, catalogue)
        if name not in raised
    ]


def _last_planned(measures: list[Candidate], others: list[Candidate], thread: tuple[str, ...]) -> list[Choice]:
    """Return choices for the round that measuring may have: first on the line just talked about, measured or from one more angle.

    Polishing comes first wherever it shows: what it asks decides whether the rest of such a round is worth having.
    """
    on_thread = [each for each in (*measures, *others) if set(thread).intersection(each.choice.anchor.keys)]
    polishing = [each for each in measures if each.choice.lens == "polishing"]
    ordered = [*polishing, *on_thread, *measures, *others]
    return list(dict.fromkeys(each.choice for each in ordered))


def _thread(bout: Bout) -> tuple[str, ...]:
    """Return the line that the last round was about, while it is worth staying on: it brought something, or what must be learned first."""
    last = bout.round
    if last is None or last.decision or last.raised.anchor.kind != "key_result" or not last.answers:
        return ()
    worth_it = last.brought_something or last.answers[-1].main_class == "dont-know"
    return last.raised.anchor.keys if worth_it else ()


def _in_silence_first(bout: Bout, catalogue: Catalogue) -> list[Choice]:
    """Several people at one screen can say, each in silence first, how sure they are; one alone cannot."""
    if not (bout.situation and bout.situation.in_a_room):
        return []
    anchor = Anchor("draft")
    return [Choice(name, anchor, reason="always open in a room") for name in open_lenses(("confidence",), anchor, bout, catalogue)]


def _found_in_passing(bout: Bout, findings: tuple[Finding, ...], catalogue: Catalogue, main: Objective | None) -> tuple[Choice, ...]:
    """Return what was seen in a well-made draft and not raised, so that the transcript names it."""
    return tuple(_sure(candidates({**BREAKERS, **ON_A_LINE, **MEASURES}, bout, findings, catalogue, main=main))[: MOST_CHOICES - 1])


def _breakers(ranked: list[Candidate], bout: Bout, main: Objective | None) -> list[Choice]:
    """What can break the draft; without documents the bet, if there is one, comes before what a detector only half believes."""
    choices = [each.choice for each in ranked]
    bet = bout.situation.bet if bout.situation else ""
    if bet and not bout.documents and not any(each.raised.anchor.kind == "bet" for each in bout.rounds):
        place = next((number for number, each in enumerate(ranked) if each.worth < THE_BET), len(choices))
        about = Anchor("bet", (main.key,) if main else ())
        choices.insert(place, Choice("strategy-link", about, reason="no strategy line to hold the draft against: the bet stands in"))
    return choices


def _worth_a_round(ranked: list[Candidate], main: Objective | None) -> list[Candidate]:
    """Return what may break the draft; what a detector half believes counts where it is about the whole of it, or its main aim."""
    about = {main.key} if main else set[str]()
    return [
        each for each in ranked if each.strength != "low" or each.choice.anchor.kind == "draft" or about.issuperset(each.choice.anchor.keys)
    ]


def _sure_ones(ranked: list[Candidate]) -> list[Candidate]:
    return [each for each in ranked if each.strength != "low"]


def _sure(ranked: list[Candidate]) -> list[Choice]:
    return [each.choice for each in _sure_ones(ranked)]


def _on_a_line(ranked: list[Candidate], bout: Bout) -> list[Choice]:
    """Return choices about one key result, the line that the team named or that has most against it."""
    keys = {key_result.key for key_result in bout.draft.key_results()}
    return [each.choice for each in ranked if len(each.choice.anchor.keys) == 1 and each.choice.anchor.keys[0] in keys]


def _closer(bout: Bout, main: Objective | None, raised: set[str], findings: tuple[Finding, ...], *, early: bool) -> Choice | None:
    if not early:
        if "sufficiency" not in raised and (aim := _aim_that_stays(bout, main, findings)):
            return Choice("sufficiency", Anchor("objective", (aim.key,)), reason="late, in every bout that does not stop early")
        if not raised & {"decision-use", "check-in"} and (lens := _rhythm_or_decision(bout)):
            return Choice(lens, Anchor("draft"), reason="no rhythm with a decision was named")
    if "change-rule" not in raised and (len(bout.rounds) < FEWEST_ROUNDS or not states_a_rule(bout)):
        return Choice("change-rule", Anchor("draft"), reason="closes every bout")
    return None


def _aim_that_stays(bout: Bout, main: Objective | None, findings: tuple[Finding, ...]) -> Objective | None:
    """Return the objective whose lines could all be met: not one that the team is about to take apart.

    Of something to finish nobody asks whether finishing all of it would be enough, as long as another aim stands beside it.
    """
    going = to_be_changed_or_gone(bout)
    tasks = lines_of(findings, frozenset({"objective-is-task"}))
    aims = [main, *(each for each in bout.part.objectives if each is not main)] if main else []
    stay = [aim for aim in aims if aim.text and len(aim.key_results) > 1 and not comes_apart(aim, going)]
    return next((aim for aim in stay if aim.key not in tasks), next(iter(stay), None))


def _rhythm_or_decision(bout: Bout) -> str | None:
    """Return what is still open: which decision hangs on this, or, where one was named, when the team looks; None when both were named."""
    from sparring.bout.reading import LONGEST_PAGE, names_rhythm_and_decision

    texts = tuple(answer.text for each in bout.rounds for answer in each.answers)
    page = bout.draft.source.text[:LONGEST_PAGE]
    rhythm, decision = names_rhythm_and_decision((*texts, *_of_its_rhythm(page, bout)), page)
    if decision:
        return None if rhythm else "check-in"
    return "decision-use"


def _of_its_rhythm(page: str, bout: Bout) -> Iterator[str]:
    """Yield the sentences of the page outside its items in which it says when the team looks: one may say what it decides then."""
    texts = {item.text for item in bout.draft.items()}
    for sentence in (each.of(page) for each in sentences_of(page)):
        if not any(text in sentence or sentence in text for text in texts) and "rhythm" in heard_in(sentence, "rhythm"):
            yield sentence


def _anchor_of(objective: Objective | KeyResult | None) -> Anchor:
    return Anchor("objective", (objective.key,)) if objective else Anchor("draft")


def _why_close(bout: Bout, *, well_made: bool) -> str:
    nothing_more = bout.added_rounds > 0 and len(bout.numbered) < planned_rounds(bout)
    if nothing_more or well_made:
        return why_it_ends(bout, nothing_more=nothing_more)
    return speech(bout.opened.language).rounds_over
