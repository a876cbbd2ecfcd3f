"""A draft that leaves a coach next to nothing to raise: what makes it one, and what is still worth a round then.

Such a bout ends early and says why. It stays for what the team itself calls in doubt, and when the team asks for more it raises what is
really left, or says that nothing is: a weak question would undo what the first ones were worth.
"""

from collections.abc import Iterable

from sparring.bout.always_open import line_of_the_party, named_a_party, open_choices
from sparring.bout.budgets import is_silent
from sparring.bout.items import decided, says_where_it_starts
from sparring.bout.mentions import line_described, named_items
from sparring.bout.risk import OPEN_TO, doubts_in, risk_named
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.draft.model import Item, Objective
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Finding
from sparring.situation import Situation
from sparring.speech import speech

ITEMS_A_FINDING = 5
"""A draft with no more than one finding in this many items, and none that is sure, is well made."""

MOST_IDS_SAID = 12
"""Lines that are named when nothing more is found in them; of more, their number is said."""

_FACTS = frozenset({"facts", "spine"})


def is_well_made(bout: Bout, findings: Iterable[Finding], catalogue: Catalogue) -> bool:
    """Return whether the draft gives a coach next to nothing to raise; then the bout is short, and says why.

    To find nothing is not enough, as nothing is found in a language that has no word lists either: most key results also have to tell from
    where to where.
    """
    situation = bout.situation or Situation()
    count = sum(1 for item in bout.part.items() if item.text)
    within = {item.key for item in bout.part.items()}
    weighty = [
        finding
        for finding in findings
        if (lens := catalogue.get(finding.lens))
        and within.issuperset(finding.anchor.keys)
        and lens.family not in _FACTS
        and not is_silent(lens, situation)
        and finding.strength != "low"
    ]
    key_results = list(bout.part.key_results())
    measured = sum(1 for each in key_results if says_where_it_starts(each))
    if not key_results or 2 * measured < len(key_results):
        return False
    return not any(finding.strength == "high" for finding in weighty) and len(weighty) * ITEMS_A_FINDING <= count


def on_the_teams_doubt(bout: Bout, catalogue: Catalogue, main: Objective | None, findings: tuple[Finding, ...]) -> list[Choice]:
    """Return what goes on from a doubt about the problem that the team named itself, on the line that it speaks of; once a bout."""
    doubts = doubts_in(bout.rounds)
    lenses = OPEN_TO["problem"]
    if not doubts or any(each.raised.lens in lenses for each in bout.rounds):
        return []
    spoken_of = line_described(doubts[-1], bout.part)
    named = named_items(doubts, bout.part, main) or ((spoken_of.key,) if spoken_of else ())
    return [choice for choice in open_choices(bout, catalogue, main, named, findings) if choice.lens in lenses]


def on_whom_it_waits_for(bout: Bout, catalogue: Catalogue, main: Objective | None, findings: tuple[Finding, ...]) -> list[Choice]:
    """Return the question for the part of those whom the team waits for, where a line names them or the team has not named them yet."""
    if risk_named(bout) != "others" or (named_a_party(bout) and line_of_the_party(bout) is None):
        return []
    return [choice for choice in open_choices(bout, catalogue, main, (), findings) if choice.lens == "influence"]


def why_it_ends(bout: Bout, *, nothing_more: bool) -> str:
    """Return why a bout on a well-made draft ends, naming what was looked at."""
    says = speech(bout.opened.language)
    if nothing_more:
        return says.nothing_more.format(names=looked_at(bout))
    count = sum(1 for item in bout.part.items() if item.text)
    return says.well_made_but_doubted if doubts_in(bout.rounds) else says.well_made.format(count=count)


def looked_at(bout: Bout) -> str:
    """Return the ids of the lines that were looked at, or how many they are; what the team has decided on is not among them."""
    over = decided(bout)
    items: list[Item] = [item for item in bout.part.items() if item.text and item.key not in over]
    if not 0 < len(items) <= MOST_IDS_SAID:
        return speech(bout.opened.language).all_lines.format(count=len(items))
    return ", ".join(item.id for item in items)
