"""What an item's wording shows beyond a single list: who acts, what is counted, whether it is a heading."""

import re
from collections.abc import Iterator
from itertools import takewhile

from sparring.expressions import expression
from sparring.lenses.predicates.numbers import is_counted
from sparring.lenses.predicates.registry import Sighting, condition, finder, on
from sparring.lenses.stretch import stretch_of
from sparring.lenses.view import Reading, View
from sparring.text import Span

_BY = expression(r"\b(?:by|from|per|among|von|vom|durch|je|pro)\s(?:\S+\s){0,2}$", re.IGNORECASE)
_IN_PASSING = expression(
    r"\b(?:in|on|at|from|about|through|via|for|with|in einem|in einer|im|aus|über|auf|mit)\s"
    r"(?:(?:at|least|a|an|one|the|our|their|its|\d+)\s)*$",
    re.IGNORECASE,
)
_MEANT = expression(r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]|(?:\bmeans\b|\bi\.e\.|\bd\.h\.|=)[^.;]*\d")
_NUMBER_BEFORE = expression(r"\d\s$")
_THAN_A_NUMBER = expression(r"\s(?:than|als)\s\d", re.IGNORECASE)
_THAN = expression(r"\s(?:than|als)\s", re.IGNORECASE)
_NAMED_NUMBER = expression(r":\s*[≥≤<>~]?\s*[€$£]?\d")
_CHANGE = ("rising", "falling", "improving")


@condition("moving")
def is_to_move(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It says more, less or better: a change, whatever else it lacks. "More than one day" is a limit."""
    return any(not is_a_limit_word(reading, view, span) for name in _CHANGE for span in view.phrases(reading, name))


@condition("than-limit")
def is_a_limit_word(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found only begins a limit ("more than one business day")."""
    return phrase is not None and _THAN.match(reading.text, phrase.end) is not None


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
    starts = {reading.words[at].span.start for at in reading.openings if at < len(reading.words)}
    return any(span.start in starts for name in ("activity-verbs", "shipping") for span in view.phrases(reading, name))


@condition("in-passing")
def is_named_in_passing(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found is where something happens or what something is about ("mentioned in one paper"), not what is made."""
    return phrase is not None and _IN_PASSING.search(reading.text[: phrase.start]) is not None


@condition("qualifies-a-noun")
def qualifies_a_noun(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found only says which kind of another thing is meant ("funding methods"); "churn rate" is still about churn.

    Only English puts the noun that is meant last with a space before it.
    """
    if phrase is None or view.language != "en":
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
    """What the verb makes is nothing that is ever finished: a culture, trust, a community.

    That is the last noun before the next part of the sentence: "a team culture", not "community features". What is released or staffed is
    there on a day, whatever it is.
    """
    if phrase is None or any(span.start == phrase.start for span in view.phrases(reading, "releasing")):
        return False
    ends = starts_of(reading, view, "stretch-ends")
    ending = next(
        (word.span.start for word in reading.words if word.span.start >= phrase.end and word.span.start in ends), len(reading.text)
    )
    following = [word for word in reading.words if phrase.end <= word.span.start < ending]
    bracket = reading.text.find("(", phrase.end)
    made = [word.span for word in following if not word.word.endswith("ly") and not 0 <= bracket < word.span.start]
    states = view.phrases(reading, "states-of-people")
    return bool(made) and any(span.start <= made[-1].start < span.end for span in states)


@condition("with-a-promise")
def says_what_it_does(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found goes on with what it is to do for somebody ("a website that converts"): the aim is in that."""
    return phrase is not None and _PROMISE.match(reading.text, phrase.end) is not None


_PROMISE = expression(r",?\s(?:that|which|where|die|das|der|auf der|in dem|mit dem|mit der)\s\w", re.IGNORECASE)


@condition("says-what-counts")
def says_what_counts(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A remark in brackets with a number tells what falls under the words."""
    return _MEANT.search(reading.text) is not None


@condition("gains-people")
def gains_people(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It wins so many people ("Onboard 8 teams", "Acquire 500 users"): they come or they do not, nothing is made."""
    if not view.says(reading, "obtaining"):
        return False
    start = reading.words[reading.opening].span.start if reading.opening < len(reading.words) else 0
    if not any(span.start == start for span in view.phrases(reading, "obtaining")):
        return False
    return any(0 <= people.start - q.span.end <= 30 for people in view.phrases(reading, "people") for q in reading.measures)


@condition("opens-obtaining")
def opens_with_winning_somebody(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It opens with a verb of winning somebody ("Get first users")."""
    start = reading.words[reading.opening].span.start if reading.opening < len(reading.words) else 0
    return any(span.start == start for span in view.phrases(reading, "gaining"))


@condition("names-a-measure")
def names_a_measure(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It opens with what is measured ("Release frequency", "Time to first order"), whatever verb its first word could be too."""
    words = reading.words
    if reading.opening >= len(words):
        return False
    measures = starts_of(reading, view, "metric-nouns")
    ends = starts_of(reading, view, "stretch-ends") | {q.span.start for q in reading.quantities}
    last = reading.opening
    while last + 1 < len(words) and last - reading.opening < 3 and words[last + 1].joined and words[last + 1].span.start not in ends:
        last += 1
    if words[last].span.start in measures or words[reading.opening].span.start in measures:
        return True
    # "Scheduling conflicts per week" with a number in the cell beside it; "Verified accounts: 150".
    named = words[last + 1].span.start if last + 1 < len(words) else len(reading.text)
    return (reading.target is not None and words[reading.opening].word.endswith("ing")) or (
        _NAMED_NUMBER.match(reading.text, words[last].span.end, named + 2) is not None
    )


def starts_of(reading: Reading, view: View, name: str) -> set[int]:
    """Return where phrases of a list begin in an item."""
    return {span.start for span in view.phrases(reading, name)}


@condition("opens-vague")
def opens_with_a_vague_word(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Its first word is one that two people would understand differently ("Stable pipeline", "Good setup")."""
    start = reading.words[reading.opening].span.start if reading.opening < len(reading.words) else 0
    return any(span.start == start for name in ("vague", "undefined") for span in view.phrases(reading, name))


@condition("only-general-words")
def says_only_general_words(reading: Reading, view: View, phrase: Span | None) -> bool:
    """Hardly a word of it could not stand in any company's aims, and nobody in particular is named."""
    said = [word for word in reading.words if word.word[0].isalpha()]
    general = starts_of(reading, view, "general-words")
    particular = sum(word.span.start not in general for word in said)
    return 0 < len(said) <= 12 and not reading.measures and particular <= (len(said) >= 6)


@finder("so-many-people")
def so_many_people(view: View) -> Iterator[Sighting]:
    """Key results that open with a number of people to have ("12,000 registered farmers"), with nothing said of how many there are."""
    for reading in view.readings:
        if not reading.is_key_result or not reading.measures:
            continue
        q = reading.measures[0]
        before = sum(word.span.end <= q.span.start for word in reading.words[reading.opening :])
        people = any(0 <= span.start - q.span.end <= 24 for span in view.phrases(reading, "people"))
        if q.unit == "count" and q.value >= MANY_PEOPLE and before == 0 and people:
            yield Sighting(on(reading, stretch_of(reading, view, q.span)))


MANY_PEOPLE = 20
"""From so many on some are probably there already, and where it stands today is worth asking."""


@condition("so-many-more")
def asks_for_so_many_more(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A number belongs to what was found: "12 more visits" counts new ones, "more than 3 tours" and "97 % or better" are limits."""
    if phrase is None:
        return False
    if any(0 <= phrase.start - q.span.end <= 1 for q in reading.quantities) or _OR_BEFORE.search(reading.text[: phrase.start]):
        return True
    return _NUMBER_BEFORE.search(reading.text[: phrase.start]) is not None or _THAN_A_NUMBER.match(reading.text, phrase.end) is not None


_OR_BEFORE = expression(r"\d\s?\S{0,3}\s(?:or|oder)\s$", re.IGNORECASE)


@condition("people-do")
def is_done_by_people(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found stands right behind people: it is what they do ("teachers plan the week"), no thing."""
    if phrase is None or not reading.text[phrase.end :].strip(" ."):
        return False
    return any(0 <= phrase.start - span.end <= 1 for span in view.phrases(reading, "people"))


@condition("people-who")
def names_people_who_do(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found is people of whom the line says what they do ("shift leads who swapped a shift"), no count of what came in."""
    return phrase is not None and _WHO.match(reading.text, phrase.end) is not None


_WHO = expression(r"(?:,\s(?:die|der|welche)|\swho|\sthat|\swhose)\s", re.IGNORECASE)


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


@condition("counts-its-object")
def counts_its_object(reading: Reading, view: View, phrase: Span | None) -> bool:
    """A count stands right behind the verb that was found ("Write 8 posts", not "Write a plan that covers 4 regions")."""
    if phrase is None:
        return False
    if reading.target is not None and reading.target.unit == "count" and reading.target.value > 1:
        return True
    return any(
        q.unit == "count" and q.value > 1 and 0 <= sum(phrase.end <= w.span.start < q.span.start for w in reading.words) <= NEAR_ITS_VERB
        for q in reading.measures
        if q.span.start >= phrase.end
    )


NEAR_ITS_VERB = 2
"""Words that may stand between a verb and the count of its object ("Publish at least 8")."""


@condition("in-front")
def stands_in_front(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found stands at the head of the line or is what the line says of its subject; further back it only describes something."""
    if phrase is None:
        return False
    before = [word for word in reading.words[reading.opening :] if word.span.start < phrase.start]
    links = starts_of(reading, view, "stretch-links")
    return len(before) <= NEAR_THE_FRONT or any(word.span.start in links for word in before[-3:])


NEAR_THE_FRONT = 5


@condition("thing-at-the-head")
def has_a_thing_at_its_head(reading: Reading, view: View, phrase: Span | None) -> bool:
    """What was found ends the line's first part, after nothing but a number and what kind it is ("5+ data source integrations")."""
    if phrase is None:
        return False
    ends = starts_of(reading, view, "stretch-ends")
    first = list(takewhile(lambda word: word.span.start not in ends, reading.words[reading.opening :]))
    head = [word for number, word in enumerate(first) if number == 0 or word.joined or word.word[0].isdigit()]
    return bool(head) and len(head) <= LONGEST_NAME and phrase.end == head[-1].span.end and first[: len(head)] == head


LONGEST_NAME = 6
"""Words of a thing's name with its number."""

_FILE = expression(r"\b[\w/.-]{2,60}\.(?:md|pdf|csv|json|docx?|xlsx?|pptx?|html|ya?ml|parquet|ipynb|sh|py|sql|txt)\b", re.IGNORECASE)


@finder("file-named")
def names_a_file(view: View) -> Iterator[Sighting]:
    """Key results that name a file: it is written, or it is not."""
    for reading in view.readings:
        file = _FILE.search(reading.text) if reading.is_key_result else None
        if file:
            yield Sighting(on(reading, Span(*file.span())))


@condition("busy-count")
def counts_being_busy(reading: Reading, view: View, phrase: Span | None) -> bool:
    """It opens with a verb of being busy and counts ("Write 8 posts"), counts what a team does, or does it again and again."""
    return (
        any(counts_its_object(reading, view, span) for span in view.phrases(reading, "activity-verbs"))
        or counts_an_activity(reading, view, phrase)
        or (view.says(reading, "cadence") and view.says(reading, "busy"))
    )
