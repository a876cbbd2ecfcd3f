"""What an item's wording shows beyond a single list: who acts, what is counted, whether it is a heading."""

import re

from sparring.lenses.predicates.numbers import is_counted
from sparring.lenses.predicates.registry import condition
from sparring.lenses.view import Reading, View
from sparring.text import Span

_BY = re.compile(r"\b(?:by|from|per|among|von|vom|durch|je|pro)\s(?:\S+\s){0,2}$", re.IGNORECASE)
_CHANGE = ("rising", "falling", "improving")


@condition("moving")
def is_to_move(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It says more, less or better: a change, whatever else it lacks."""
    return any(view.says(reading, name) for name in _CHANGE)


@condition("whole-share")
def is_of_the_whole(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It is to hold of the whole: 100 %, in the words or in the cell for the aim."""
    aims = [*reading.measures, *([reading.target] if reading.target else [])]
    return any(q.unit == "percent" and q.value == 100 for q in aims)


@condition("activity-counted")
def counts_an_activity(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A count of something that the team does or holds."""
    return any(is_counted(reading, view, span) for span in view.phrases(reading, "activity"))


@condition("others-act")
def others_act(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What is counted is done by people outside the team ("posts by customers")."""
    return any(_BY.search(reading.item.text[: span.start]) for span in view.phrases(reading, "people"))


@condition("bare-heading")
def is_a_bare_heading(reading: Reading, view: View, phrase: Span | None) -> bool:
    """At most three words and no verb of wanting something."""
    return len(reading.words) <= 3 and not view.says(reading, "aiming") and not is_to_move(reading, view, phrase)
