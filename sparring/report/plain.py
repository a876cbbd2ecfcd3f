"""A bout as plain text for the terminal."""

import textwrap
from collections.abc import Iterable

from sparring.report.conversation import Part
from sparring.text import visible

WIDTH = 88
"""Columns; wider lines are hard to read, and narrower terminals wrap by themselves."""


def as_plain(parts: Iterable[Part]) -> str:
    """Return the parts as lines of text, safe to print."""
    return "\n".join(_lines(part) for part in parts) + "\n"


def _lines(part: Part) -> str:
    tag = visible(part.tag)
    match part.kind:
        case "heading":
            return f"\n\n● {visible(part.text)}" + (f"   ({tag})" if tag else "")
        case "quote":
            return _hung(f"    ▌ {tag}  " if tag else "    ▌ ", part.text)
        case "passage":
            return _hung(f"    ▌ {tag}  ", f"“{part.text}”")
        case "doubt":
            return "\n" + _hung("    ", part.text)
        case "question":
            return "\n" + _hung("    ? ", part.text) + (f"  ({tag})" if tag else "")
        case "answer":
            return "\n" + _hung(f"{(tag or 'team')[:4]:>6}  ", part.text)
        case "settled":
            return _hung("      settled  ", part.text)
        case "open":
            return _hung("      open     ", part.text)
        case "stance":
            return _hung("      → ", part.text)
        case "aside":
            return "\n" + _hung(f"    your own question{f' ({tag})' if tag else ''}: ", part.text)
        case _:
            return _hung("    ", part.text)


def _hung(lead: str, text: str) -> str:
    """Wrap `text` behind `lead`; line ends of the team's own stay where they are."""
    lines: list[str] = []
    for line in visible(text, lines=True).expandtabs(4).split("\n"):
        lines += textwrap.wrap(line, max(20, WIDTH - len(lead)), break_long_words=False, break_on_hyphens=False) or [""]
    rest = " " * len(lead)
    return "\n".join((lead if number == 0 else rest) + line for number, line in enumerate(lines)).rstrip()
