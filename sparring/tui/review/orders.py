"""The orders in which a coach can have the list. Pure."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from sparring.reviewing import Listed

Ordering = Callable[[Sequence[Listed]], list[Listed]]
_Key = Callable[[Listed], tuple[float | str, ...]]


def _by(key: _Key) -> Ordering:
    """Return an order by `key`; files in which no bout can be read come last, the newest of equals first."""
    return lambda bouts: sorted(bouts, key=lambda each: (each.glance is None, *key(each), -each.kept.opened.timestamp()))


def _by_cycle(bouts: Sequence[Listed]) -> list[Listed]:
    """The cycle of the newest bout first: names of cycles have no order that letters tell."""
    newest: dict[str, float] = {}
    for each in bouts:
        newest[_cycle(each)] = max(newest.get(_cycle(each), 0.0), each.kept.opened.timestamp())
    return _by(lambda each: (-newest[_cycle(each)], _team(each)))(bouts)


def _team(each: Listed) -> str:
    return each.glance.team.casefold() if each.glance else ""


def _cycle(each: Listed) -> str:
    return each.glance.cycle.casefold() if each.glance else ""


ORDERS: Final[tuple[tuple[str, Ordering], ...]] = (
    ("what to open first", _by(lambda each: (-each.rank,))),
    ("the newest first", lambda bouts: sorted(bouts, key=lambda each: each.kept.opened, reverse=True)),
    ("by team", _by(lambda each: (_team(each),))),
    ("by cycle", _by_cycle),
    ("most open first", _by(lambda each: (-each.glance.open if each.glance else 0,))),
    ("the longest first", _by(lambda each: (-each.glance.minutes if each.glance else 0,))),
)


def ordered(bouts: Iterable[Listed], order: int) -> tuple[Listed, ...]:
    """Return bouts in one of `ORDERS`, named by its place."""
    return tuple(ORDERS[order][1](tuple(bouts)))
