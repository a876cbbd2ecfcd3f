"""Who a team sparred with, how long, in whose words, and how many replies it never saw."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby

from sparring.bout.state import Bout, Opposite
from sparring.partner.offline import OfflinePartner
from sparring.text import visible


def how_long(bout: Bout) -> str:
    """Return the minutes on a bout's clock, its rounds and its closing questions, as lists count them."""
    minutes, closing = max(1, bout.active // timedelta(minutes=1)), len(bout.rounds) - len(bout.numbered)
    parts = (_counted(minutes, "minute"), _counted(len(bout.numbered), "round"), _counted(closing, "closing question") if closing else "")
    return ", ".join(part for part in parts if part)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def who_sparred(bout: Bout) -> str:
    """Return it in a sentence or two, safe to show."""
    said = ["Sparred with " + ", then with ".join(_in_words(each) for each, _ in groupby(bout.partners)) + "."]
    if withheld := sum(bout.withheld.values()):
        replies = "reply was" if withheld == 1 else "replies were"
        said.append(f"{withheld} {replies} withheld by the referee and shown to nobody.")
    if stood_in := sum(1 for fallback in _fallbacks(bout) if fallback):
        said.append(f"The question bank stood in {'once' if stood_in == 1 else f'{stood_in} times'}.")
    return " ".join(said)


def _in_words(partner: Opposite) -> str:
    if partner.name == OfflinePartner.name:
        return "the offline partner"
    where = f"at {visible(partner.host)}" if partner.host else "on the team's own machine"
    words = "the question bank's words" if partner.voice == "bank" else "its own words"
    reader = f", read by {visible(partner.second_reader)} before they were shown" if partner.second_reader else ""
    return f"{visible(partner.name)} {where}, in {words}{reader}"


def _fallbacks(bout: Bout) -> Iterator[str]:
    for each in bout.rounds:
        yield each.raised.fallback
        yield from (press.raised.fallback for press in each.presses)
