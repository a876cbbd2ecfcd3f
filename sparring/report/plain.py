"""A bout as plain text: for the terminal, and to paste elsewhere."""

import textwrap
from collections.abc import Iterable

from sparring.report.conversation import Part

WIDTH = 88
"""Columns; wider lines are hard to read, and narrower terminals wrap by themselves."""


def as_plain(parts: Iterable[Part]) -> str:
    """Return the parts as wrapped and indented lines for a terminal."""
    return "\n".join(_lines(part) for part in parts) + "\n"


def _lines(part: Part) -> str:
    match part.kind:
        case "heading":
            return f"\n\n● {part.text}" + (f"   ({part.beside})" if part.beside else "")
        case "quote" | "passage":
            return _hung(f"    ▌ {part.beside}  " if part.beside else "    ▌ ", part.text)
        case "said":
            return _hung("    ▌ ", part.text)
        case "doubt":
            return "\n" + _hung("    ", part.text)
        case "question":
            return "\n" + _hung("    ? ", part.text) + (f"  ({part.beside})" if part.beside else "")
        case "answer":
            return "\n" + _hung(f"{(part.mark or 'team')[:4]:>6}  ", part.text)
        case "gap":
            return f"\n        ({part.text})"
        case "settled" | "settled-whole" | "open":
            return _hung(f"      {part.mark:<7}  ", part.text)
        case "stance":
            return _hung(f"      {part.mark} ", part.text)
        case "aside":
            return "\n" + _hung(f"    {part.beside}{f' ({part.mark})' if part.mark else ''}: ", part.text)
        case "note":
            return "\n" + _hung(f"    {part.mark} {part.beside}: ", part.text)
        case "about" | "no-passage" | "remark":
            return _hung("    ", part.text)


def _hung(lead: str, text: str) -> str:
    """Wrap `text` behind `lead`; line ends of the team's own stay where they are."""
    lines: list[str] = []
    for line in text.expandtabs(4).split("\n"):
        lines += textwrap.wrap(line, max(20, WIDTH - len(lead)), break_long_words=False, break_on_hyphens=False) or [""]
    rest = " " * len(lead)
    return "\n".join((lead if number == 0 else rest) + line for number, line in enumerate(lines)).rstrip()


def as_pasted(parts: Iterable[Part]) -> str:
    """Return the parts as text to paste elsewhere: a line each, no bars, no wrapping."""
    return "\n".join(_pasted(part) for part in parts)


def _pasted(part: Part) -> str:
    match part.kind:
        case "heading":
            return f"{part.text} ({part.beside})" if part.beside else part.text
        case "quote" | "passage" | "said":
            return f"> {part.beside}  {part.text}" if part.beside else f"> {part.text}"
        case "settled" | "settled-whole" | "open":
            return f"{part.mark}: {part.text}"
        case "gap":
            return f"({part.text})"
        case "answer" | "aside":
            return f"{part.mark}: {part.text}" if part.mark else part.text
        case "note":
            return f"{part.mark} {part.beside}: {part.text}"
        case _:
            return part.text
