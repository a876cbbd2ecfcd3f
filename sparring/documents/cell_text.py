"""Cells of a spreadsheet as people see them: 0.8 in a cell for percent is "80%", a date is a date."""

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]')
_CONDITION = re.compile(r"\[[^\]$]*\]")
_PADDING = re.compile(r"[_*].")
_DIGITS = re.compile(r"[#0?][#0?,. ]*")
_MOST_DECIMALS = 10


def cell_text(value: object, pattern: str, *, dated: bool = False) -> str:
    """Return a cell's value as it is shown.

    Args:
        value: what the cell holds; of a formula, what it came to.
        pattern: the cell's number format, as Excel writes it.
        dated: the format shows a date or time.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return "" if value != value else _number(value, pattern)  # only "not a number" differs from itself
    if isinstance(value, datetime.datetime):
        return _moment(value, pattern)
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def _moment(value: datetime.datetime, pattern: str) -> str:
    shown = _LITERAL.sub("", pattern).lower()
    if "d" not in shown and "y" in shown and "m" in shown:
        return value.strftime("%Y-%m")
    if value.hour or value.minute:
        return value.strftime("%Y-%m-%d %H:%M")
    return value.strftime("%Y-%m-%d")


def _number(value: float, pattern: str) -> str:
    try:
        amount = Decimal(repr(value))
    except InvalidOperation:
        return str(value)
    section = _section(pattern, amount)
    if section.strip().lower() in ("", "general", "@"):
        return _plain(amount)
    before, digits, after = _parts(section)
    if digits is None:
        return before or _plain(amount)
    percent = "%" in before + after
    if percent:
        amount *= 100
    # Each comma after the last digit stands for a thousand that is not shown.
    amount /= 1000 ** (len(digits.rstrip()) - len(digits.rstrip().rstrip(",")))
    decimals = min(sum(digits.rpartition(".")[2].count(mark) for mark in "0#?") if "." in digits else 0, _MOST_DECIMALS)
    rounded = abs(amount).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    spelled = f"{rounded:,f}" if "," in digits.rstrip().rstrip(",") else f"{rounded:f}"
    if "#" in digits.rpartition(".")[2] and "." in spelled:
        spelled = spelled.rstrip("0").rstrip(".")
    sign = "-" if amount < 0 and rounded and "(" not in before else ""
    return f"{sign}{before}{spelled}{after}".strip()


def _section(pattern: str, amount: Decimal) -> str:
    """A format may have one part for numbers above zero, one for those below and one for zero."""
    sections = pattern.split(";") if '"' not in pattern else re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', pattern)
    if amount < 0 and len(sections) > 1:
        return sections[1] if "-" in sections[1] or "(" in sections[1] else f"-{sections[1]}"
    if amount == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _parts(section: str) -> tuple[str, str | None, str]:
    """Return what stands before the digits, the digits' pattern, and what stands after them."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1] or match[2] or match[3] or "")
        return chr(0xE000 + len(kept) - 1)

    bare = _PADDING.sub("", _CONDITION.sub("", _LITERAL.sub(keep, section)))
    bare = re.sub(r"E[+-]0+", "", bare)

    def spelled(text: str) -> str:
        return "".join(kept[ord(each) - 0xE000] if 0xE000 <= ord(each) < 0xE000 + len(kept) else each for each in text)

    found = _DIGITS.search(bare)
    if found is None:
        return spelled(bare).strip(), None, ""
    after = bare[found.end() :]
    trailing = found[0][len(found[0].rstrip()) :]
    return spelled(bare[: found.start()]).replace("-", ""), found[0], spelled(trailing + after)


def _plain(amount: Decimal) -> str:
    """Return a number without a format: as many digits as a cell has room for, none for nothing."""
    if amount == amount.to_integral_value():
        return f"{amount.quantize(Decimal(1)):f}" if abs(amount) < Decimal(10) ** 15 else f"{amount:.6E}"
    spelled = f"{amount:.10g}"
    return spelled if "e" not in spelled.lower() else str(float(amount))
