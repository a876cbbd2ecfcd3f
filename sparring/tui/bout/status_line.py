"""The one quiet line above everything: which bout, how far, how long, with whom, and what leaves the machine."""

from collections.abc import Callable
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from sparring.bout.fold import LONGEST_PAUSE
from sparring.bout.state import Bout
from sparring.partner.offline import OfflinePartner
from sparring.text import visible


def minutes(bout: Bout, now: datetime) -> int:
    """Return the whole minutes that the bout has run, pauses left out."""
    since = now - bout.last_at
    running = since if not bout.paused and since.total_seconds() > 0 else since * 0
    return int((bout.active + min(running, LONGEST_PAUSE)).total_seconds() // 60)


def title_of(bout: Bout) -> str:
    """Return what people call this bout: team and cycle, else the draft's heading, else its file."""
    named = " · ".join(part for part in (bout.opened.team, bout.opened.cycle) if part)
    return visible(named or bout.draft.title or bout.draft.source.name)


def _progress(bout: Bout, *, long: bool) -> str:
    match bout.stage:
        case "rounds" if bout.rounds[-1].raised.closing:
            return "closing"
        case "rounds":
            done = len(bout.numbered)
            return f"round {done} of {max(done, bout.planned_rounds)}" if long else f"{done}/{max(done, bout.planned_rounds)}"
        case "close":
            return "closing"
        case "ended":
            return "over"
        case _:
            return "before round one" if long else "before 1"


def _partner(bout: Bout) -> str:
    return visible(bout.partner.name)


def _sent(bout: Bout) -> str:
    if bout.partner.name == OfflinePartner.name:
        return "nothing is sent"
    return f"sent to {visible(', '.join(sorted(bout.consented)))}" if bout.consented else "nothing sent yet"


def status_text(bout: Bout, now: datetime, width: int) -> tuple[str, str]:
    """Return the left and right half of the line; the right says less where there is less room, the left is cut last."""
    clock = f"{minutes(bout, now)} min"
    rights = (
        (_progress(bout, long=True), clock, _partner(bout), _sent(bout)),
        (_progress(bout, long=True), clock, _sent(bout)),
        (_progress(bout, long=False), clock, _sent(bout)),
        (_progress(bout, long=False), clock),
    )
    left = title_of(bout)
    for parts in rights:
        right = " · ".join(parts)
        if cell_len(left) + cell_len(right) + 4 <= width:
            return left, right
    return left, right


class StatusLine(Static):
    """Shows `status_text`; changes with the bout and once a minute."""

    def __init__(self, clock: Callable[[], datetime], *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._clock = clock
        self._bout: Bout | None = None

    def on_mount(self) -> None:
        """Keep the minutes true."""
        self.set_interval(60, self._write)

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self._write()

    def show(self, bout: Bout) -> None:
        """Show this bout."""
        self._bout = bout
        self._write()

    def _write(self) -> None:
        width = self.size.width
        if self._bout is None or not width:
            return
        left, right = status_text(self._bout, self._clock(), width)
        room = max(0, width - cell_len(right) - 2)
        title = Content(left).truncate(room, ellipsis=True)
        gap = " " * max(2, width - title.cell_length - cell_len(right))
        self.update(Content.assemble(title.stylize("bold"), gap, (right, "$quiet")))
