"""Which bouts are looked at together: of a team, a cycle as it is named, a quarter by the calendar, or since a day. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from sparring.bout.glance import BoutRounds

_QUARTER: Final = re.compile(r"(?i)\s*(?:(?P<year>\d{4})[\s/-]*Q(?P<quarter>[1-4])|Q(?P<q>[1-4])[\s/-]*(?P<y>\d{4}))\s*")


def quarter_of(opened: datetime) -> str:
    """Return the calendar's quarter in which a bout began, here: "2026-Q4"."""
    day = opened.astimezone()
    return f"{day.year}-Q{(day.month + 2) // 3}"


def as_quarter(typed: str) -> str:
    """Return a quarter as people write it ("Q4 2026", "2026q4") in the way of `quarter_of`.

    Raises:
        ValueError: it names no quarter.
    """
    found = _QUARTER.fullmatch(typed)
    if not found:
        raise ValueError(f"{typed!r} names no quarter")
    return f"{found['year'] or found['y']}-Q{found['quarter'] or found['q']}"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which bouts to look at.

    Attributes:
        teams: as the coach calls them, case aside; "" is a bout without a team. None of them: any team.
        cycle: likewise, as it is named, or "".
        quarter: in which a bout began, as `quarter_of` has it, or "".
        since: the first day, or None.
    """

    teams: tuple[str, ...] = ()
    cycle: str = ""
    quarter: str = ""
    since: date | None = None

    def lets_through(self, bout: BoutRounds) -> bool:
        """Return whether a bout is among them."""
        return (
            (not self.teams or bout.team.casefold() in {each.casefold() for each in self.teams})
            and (not self.cycle or bout.cycle.casefold() == self.cycle.casefold())
            and (not self.quarter or quarter_of(bout.opened) == self.quarter)
            and (self.since is None or bout.opened.astimezone().date() >= self.since)
        )

    def said(self, *, names: bool = True) -> str:
        """Return the choice in words; "" where it is everything. Without names, teams are only counted."""
        some = (
            ", ".join(each or "without a team" for each in self.teams) if names else f"{len(self.teams)} of the teams" if self.teams else ""
        )
        return " · ".join(part for part in (some, self.cycle, self.quarter, f"since {self.since}" if self.since else "") if part)
