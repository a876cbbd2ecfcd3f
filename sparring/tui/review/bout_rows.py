"""A bout as a row of the coach's list: who, when, how long, what came of it, and why to open it. Pure."""

from datetime import date, datetime
from typing import Final

from rich.cells import cell_len, set_cell_size

from sparring.archive.index.search import Hit, HitKind
from sparring.archive.index.terms import place_of
from sparring.bout.glance import Glance
from sparring.reviewing import Listed
from sparring.text import visible
from sparring.tui.review.row_list import Piece

REVIEWED: Final = "✓"
NOTED: Final = "◆"
PROBLEM: Final = "!"
NO_TEAM_NAMED: Final = "the draft; no team was named"
"""Stands beside the name of a bout that goes by its draft."""

ROOMY: Final = 110
"""Cells from which the cycle and the length of a bout have a column."""
SLIM: Final = 60
"""Cells up to which counts, and the day of what was found, have no column: reasons and words count for more."""

KINDS: Final[dict[HitKind, str]] = {
    "answer": "answer",
    "question": "question",
    "doubt": "doubt",
    "reason": "reason",
    "own-question": "own question",
    "draft": "draft",
    "strategy": "strategy",
    "bet": "bet",
    "owner": "owner",
    "named": "name",
    "note": "note",
}

_COUNTS: Final = "  =  ✓  ?  –"


def heading(width: int) -> list[Piece]:
    """Return the names of the columns."""
    pieces: list[Piece] = [("   ", ""), (set_cell_size("team or draft", _team_width(width)), "$quiet"), ("  day    ", "$quiet")]
    if width >= ROOMY:
        pieces += [(" cycle    min", "$quiet")]
    if width > SLIM:
        pieces += [("  asked", "$quiet"), (_COUNTS, "$quiet")]
    return [*pieces, ("   why open it", "$quiet")]


def goes_by(seen: Glance) -> str:
    """Return what a bout is called in lists: its team, failing that its draft."""
    return seen.team or seen.draft


def which(listed: Listed) -> str:
    """Return which bout this is, of several of one team."""
    seen, kept = listed.glance, listed.kept
    return f"{visible(goes_by(seen))}, {kept.opened.astimezone():%Y-%m-%d}" if seen else visible(kept.path.name)


def in_full(listed: Listed) -> str:
    """Return what the row has no room for: the whole name, every reason, the day, the length, who sparred."""
    seen, kept = listed.glance, listed.kept
    if seen is None:
        return visible(kept.problem)
    told = (
        visible(seen.team) or f"{visible(seen.draft)} ({NO_TEAM_NAMED})",
        listed.said,
        f"{seen.opened.astimezone():%Y-%m-%d}",
        visible(seen.cycle),
        f"{max(1, seen.minutes)} min",
        visible(seen.partner),
        "" if seen.ended else "not finished",
        ", ".join(dict.fromkeys(visible(tag) for note in listed.notes.notes for tag in note.tags)),
    )
    return "\n".join(part for part in (" · ".join(part for part in told if part), visible(kept.problem)) if part)


def bout_row(listed: Listed, width: int, today: date) -> list[Piece]:
    """Return a bout as pieces of one row, at most `width` cells; a day of another year than `today`'s is told by month and year."""
    seen, kept = listed.glance, listed.kept
    mark = f"{PROBLEM if kept.problem else REVIEWED if listed.reviewed else ' '}{NOTED if listed.notes.notes else ' '}"
    named = visible(goes_by(seen) if seen else kept.path.name) or visible(kept.name)
    quiet = "$quiet" if listed.reviewed else ""
    drafts = "$quiet italic" if seen and not seen.team else ""
    pieces: list[Piece] = [
        (mark, "bold $accent" if kept.problem else "bold $secondary"),
        (_name(named, width), drafts or quiet or "bold"),
        (f"  {_day(kept.opened, today)} ", "$quiet"),
    ]
    if seen is None:
        return [*pieces, ("  ", ""), (_fitting(kept.problem, width - _used(pieces) - 2), "$quiet")]
    if width >= ROOMY:
        pieces.append((f" {set_cell_size(visible(seen.cycle), 8)} {max(1, seen.minutes):>3}", "$quiet"))
    if width > SLIM:
        pieces += [(f" {seen.asked:>6}", "$quiet"), *_counts(seen)]
    why = listed.said or ("reviewed" if listed.reviewed else "")
    return [*pieces, ("   ", ""), (_fitting(kept.problem or why, width - _used(pieces) - 3), quiet)]


def hit_row(hit: Hit, listed: Listed | None, query: str, width: int, today: date) -> list[Piece]:
    """Return a line that was found as pieces of one row: where, and the words around what was looked for."""
    seen: Glance | None = listed.glance if listed else None
    named = visible(goes_by(seen) if seen else hit.path.stem)
    opened = listed.kept.opened if listed else None
    pieces: list[Piece] = [("  ", ""), (_name(named, width), "bold"), ("  ", "")]
    if width > SLIM:
        pieces += [(f"{_day(opened, today) if opened else '      '} ", "$quiet"), (f" {set_cell_size(KINDS[hit.kind], 9)} ", "$quiet")]
    room = width - _used(pieces)
    before, found, after = _around(visible(hit.text), query, room)
    return [*pieces, (before, ""), (found, "bold underline"), (after, "")]


def _counts(seen: Glance) -> list[Piece]:
    return [(f"{count or '·':>3}", "" if count else "$quiet") for count in (seen.kept, seen.changed, seen.open, seen.skipped)]


def _team_width(width: int) -> int:
    return max(14, min(26, width - 76))


def _name(named: str, width: int) -> str:
    return set_cell_size(_fitting(named, _team_width(width)), _team_width(width))


def _day(at: datetime, today: date) -> str:
    local = at.astimezone()
    return f"{local.day:>2} {local:%b}" if local.year == today.year else f"{local:%b’%y}"


def _used(pieces: list[Piece]) -> int:
    return sum(cell_len(text) for text, _ in pieces)


def _fitting(text: str, room: int) -> str:
    return text if cell_len(text) <= room else set_cell_size(text, max(0, room - 1)).rstrip() + "…"


def _around(text: str, query: str, room: int) -> tuple[str, str, str]:
    """Return the text cut so that the first word looked for is in sight, in three pieces."""
    places = [place for word in query.replace('"', " ").split() if (place := place_of(word.strip("“”„«»#-"), text))]
    if not places:
        return _fitting(text, room), "", ""
    start, end = min(places)
    cut = max(0, start - max(0, room // 3)) if cell_len(text) > room else 0
    before = ("…" if cut else "") + text[cut:start]
    return before, text[start:end], _fitting(text[end:], max(0, room - cell_len(before) - (end - start)))
