"""The quiet line under the conversation: what the moment offers, where it is not plain. Pure."""

from sparring.bout.quiet import offers_to_stop
from sparring.bout.state import Bout
from sparring.speech import speech
from sparring.text import visible
from sparring.tui.bout.status_line import STOOD_IN, fallback_of


def hint_on(bout: Bout) -> str:
    """Return the line, safe to show; "" where nothing has to be said."""
    if bout.stage == "facts":
        return "Round one has not begun. n begins it."
    if bout.stage == "close":
        why = visible(bout.closing_because or "The rounds are over").removesuffix(".")
        return f"{why}. n goes on with the close, m plans two rounds more."
    if offers_to_stop(bout):
        return speech(bout.opened.language).stop_offer
    if fallback := fallback_of(bout):
        return STOOD_IN[fallback].format(partner=visible(bout.partner.name), reader=visible(bout.partner.second_reader))
    return ""
