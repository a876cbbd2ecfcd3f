"""What an item's wording shows beyond a single list: who acts, what is counted, whether it is a heading."""

import re
from collections.abc import Iterator

from sparring.lenses.predicates.numbers import is_counted
from sparring.lenses.predicates.registry import Sighting, condition, finder, on
from sparring.lenses.view import Reading, View
from sparring.text import Span

_BY = re.compile(r"\b(?:by|from|per|among|von|vom|durch|je|pro)\s(?:\S+\s){0,2}$", re.IGNORECASE)
_WITH = re.compile(r"\s(?:with|mit)\s(?:at least |more than |over |mindestens )?$", re.IGNORECASE)
_IN_PASSING = re.compile(
    r"\b(?:in|on|at|from|about|through|via|for|with|in einem|in einer|im|aus|über|auf|mit)\s"
    r"(?:(?:at|least|a|an|one|the|our|their|its|\d+)\s)*$",
    re.IGNORECASE,
)
_MEANT = re.compile(r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]|(?:\bmeans\b|\bi\.e\.|\bd\.h\.|=)[^.;]*\d")
_NUMBER_BEFORE = re.compile(r"\d\s$")
_THAN_A_NUMBER = re.compile(r"\s(?:than|als)\s\d", re.IGNORECASE)
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


@condition("opens-with-work")
def opens_with_work(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It opens with a verb of what the team itself does ("Hold", "Write", "Create")."""
    start = reading.words[reading.opening].span.start if reading.opening < len(reading.words) else 0
    return any(span.start == start for name in ("activity-verbs", "shipping") for span in view.phrases(reading, name))


@condition("in-passing")
def is_named_in_passing(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found is where something happens or what something is about ("mentioned in one paper"), not what is made."""
    return phrase is not None and _IN_PASSING.search(reading.text[: phrase.start]) is not None


@condition("qualifies-a-noun")
def qualifies_a_noun(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found only says which kind of another thing is meant ("funding methods"); "churn rate" is still about churn."""
    if phrase is None:
        return False
    following = next((word for word in reading.words if word.span.start >= phrase.end), None)
    if following is None or not following.joined or following.word[0].isdigit() or not following.word[0].isalpha():
        return False
    ends = {
        span.start for name in ("stretch-ends", "metric-nouns", "rising", "falling", "aim-words") for span in view.phrases(reading, name)
    }
    return following.span.start not in ends


@condition("no-thing-to-hand-over")
def makes_no_thing(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What the verb makes is nothing that is ever finished: a culture, trust, a community."""
    return any(phrase is not None and span.start >= phrase.end for span in view.phrases(reading, "states-of-people"))


@condition("says-what-counts")
def says_what_counts(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A remark in brackets with a number tells what falls under the words."""
    return _MEANT.search(reading.text) is not None


@condition("so-many-more")
def asks_for_so_many_more(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A number belongs to what was found: "12 more visits" counts new ones, "more than 3 tours" is a limit."""
    if phrase is None:
        return False
    return _NUMBER_BEFORE.search(reading.text[: phrase.start]) is not None or _THAN_A_NUMBER.match(reading.text, phrase.end) is not None


@condition("others-act")
def others_act(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What is counted is done by people outside the team ("posts by customers")."""
    return any(_BY.search(reading.text[: span.start]) for span in view.phrases(reading, "people"))


@condition("bare-heading")
def is_a_bare_heading(reading: Reading, view: View, phrase: Span | None) -> bool:
    """At most three words and no verb of wanting something."""
    return len(reading.words) <= 3 and not view.says(reading, "aiming") and not is_to_move(reading, view, phrase)


@condition("has-count")
def has_a_count(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A number of things or people, no share and no time; an aim of one is no count."""
    counts = [q for q in (*reading.measures, *([reading.target] if reading.target else [])) if q.unit == "count"]
    return any(q.value > 1 for q in counts)


@condition("busy-count")
def counts_being_busy(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It opens with a verb of a team being busy and counts ("Write 8 posts"), or counts something that a team does or holds."""
    return (view.says(reading, "activity-verbs") and has_a_count(reading, view, phrase)) or counts_an_activity(reading, view, phrase)


@finder("output-with-measure")
def outputs_with_a_measure(view: View) -> Iterator[Sighting]:
    """Key results that ask for a thing and for a number that it moves ("Launch X with 15 % adoption"): either may be met alone."""
    for reading in view.readings:
        made = view.phrases(reading, "shipping") if reading.is_key_result else ()
        if not made:
            continue
        text = reading.text
        joined = next((q for q in reading.measures if _WITH.search(text[made[0].end : q.span.start])), None)
        if joined:
            yield Sighting(on(reading))
