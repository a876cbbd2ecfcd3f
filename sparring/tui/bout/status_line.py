"""The one quiet line above everything: which bout, how far, how long, with whom, and what leaves the machine."""

from collections.abc import Callable
from datetime import datetime

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from sparring.bout.fold import LONGEST_PAUSE
from sparring.bout.state import Bout, Opposite
from sparring.partner.offline import OfflinePartner
from sparring.record.events import Fallback
from sparring.text import visible

LONGEST_NAME, SHORT_NAME = 28, 18
"""Cells of a model's name, where there is room and where there is less."""
SHORTEST_TITLE = 12
"""Cells of a bout's title that stay beside a model's partner."""

INSTEAD: dict[Fallback, str] = {"": "", "withheld": "replies withheld", "budget": "out of time", "reader-away": "reader away"}
"""Why the bank speaks where a model was to."""
STOOD_IN: dict[Fallback, str] = {
    "withheld": "The question bank asks here: what {partner} wrote broke the rule and was withheld.",
    "budget": "The question bank asks here: {partner} took too long.",
    "reader-away": "The question bank asks here: {reader}, the second reader, did not answer.",
}
"""The same as a sentence."""


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


def _partner(bout: Bout, level: int) -> str:
    """Return who spars, in whose voice, who reads, and how many replies were withheld; each level says less."""
    now = bout.partner
    name = short_name(now.name, LONGEST_NAME if level < 2 else SHORT_NAME)
    if now.name == OfflinePartner.name:
        return name
    parts = [f"{name} {now.voice}" if level < 2 else name]
    if level < 2 and (instead := INSTEAD[fallback_of(bout)]):
        parts = [name, f"bank this time: {instead}" if level < 1 else "bank this time"]
    elif now.second_reader and level < 1:
        parts.append("reader on")
    withheld = sum(bout.withheld.values())
    return " · ".join([*parts, *([f"{withheld} withheld"] if withheld else [])])


def short_name(name: str, most: int = LONGEST_NAME) -> str:
    """Return a partner's name, safe to show, cut to `most` cells."""
    return Content(visible(name)).truncate(most, ellipsis=True).plain


def fallback_of(bout: Bout) -> Fallback:
    """Return why the bank asked what stands in the room where a model was to; "" when it did not."""
    if bout.round is None or bout.stage != "rounds":
        return ""
    return bout.round.presses[-1].raised.fallback if bout.round.presses else bout.round.raised.fallback


def in_a_line(partner: Opposite) -> str:
    """Return who spars and where what they are sent goes, in a line."""
    if partner.name == OfflinePartner.name:
        return f"{partner.name}, nothing is sent"
    where = f"at {partner.host}" if partner.host else "on this machine, nothing is sent"
    reader = f" · read by {partner.second_reader}" if partner.second_reader else ""
    return visible(f"{partner.name} {where} · {partner.voice}{reader}")


def _sent(bout: Bout) -> str:
    """Return to whom words went; who was sent something before stays named when another partner goes on."""
    if bout.consented:
        return f"sent to {visible(', '.join(sorted(bout.consented)))}"
    return "nothing sent yet" if bout.partner.host else "nothing is sent"


def status_text(bout: Bout, now: datetime, width: int) -> tuple[str, str]:
    """Return the left and right half of the line; the right says less where there is less room, the left is cut last."""
    clock = f"{minutes(bout, now)} min"
    long, short, sent = _progress(bout, long=True), _progress(bout, long=False), _sent(bout)
    full, less, least = (_partner(bout, level) for level in range(3))
    rights: tuple[tuple[str, ...], ...] = (
        (long, clock, full, sent),
        (short, clock, full, sent),
        (short, full, sent),
        (short, clock, less, sent),
        (short, less, sent),
        (short, clock, least, sent),
        (short, least, sent),
        (long, clock, sent),
        (short, clock, sent),
        (short, clock),
    )
    if bout.partner.name == OfflinePartner.name:
        rights = (rights[0], *rights[-3:])
    left = title_of(bout)
    room = cell_len(left)
    if bout.partner.name != OfflinePartner.name:
        # Who spars and what left the machine is worth more than the end of a title.
        room = min(room, SHORTEST_TITLE)
    for parts in rights:
        right = " · ".join(parts)
        if room + cell_len(right) + 4 <= width:
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
