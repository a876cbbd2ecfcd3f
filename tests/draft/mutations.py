"""Texts that nobody wrote: drafts with pieces torn out, put in, turned round and repeated; drafts made at random; bytes."""

import json
from collections.abc import Callable, Sequence
from random import Random

from tests.draft.lossless import PIECES

LINE_ENDS = ("\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\n\n")
PREFIXES = ("- ", "  ", "\t", "> ", "# ", "1. ", "| ", "- [ ] ", "KR1: ", "O1: ", '"', "\ufeff", "    ", "//", "<!--")
AIMS = ("Guests find their way", "Staff rest", "目标：客人找到路", "Ziel: Gäste", "", "😀 Grow", "**Bold** aim", "a|b", "x: y")
RESULTS = ("Queue of ten minutes", "from 10 % to 20 %", "KR 1.1: Keys work", "(done)", "- ", "", "@ann", "[P0] x", "客诉从20降到5", "1,5")
FIELDS = ("owner", "target", "baseline", "status", "due", "notes", "id", "weird", "parent", "Zielwert")


def mutated(text: str, other: str, chance: Random) -> str:
    """Return a text with a few accidents; `other` lends pieces."""
    for _ in range(chance.randint(1, 6)):
        text = chance.choice(_ACCIDENTS)(text, other, chance)
        if len(text) > _LONGEST:
            text = text[:_LONGEST]
    return text


_LONGEST = 60_000


def _stretch(text: str, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, len(text))
    return start, min(len(text), start + int(chance.expovariate(1 / 30)))


def _tear_out(text: str, _: str, chance: Random) -> str:
    start, end = _stretch(text, chance)
    return text[:start] + text[end:]


def _put_in(text: str, _: str, chance: Random) -> str:
    start, _end = _stretch(text, chance)
    return text[:start] + chance.choice(PIECES) * chance.choice((1, 1, 2, 50, 400)) + text[start:]


def _put_in_sign(text: str, _: str, chance: Random) -> str:
    start, _end = _stretch(text, chance)
    return (
        text[:start]
        + chr(chance.choice((chance.randrange(0x20, 0x7F), chance.randrange(0x3000), chance.randrange(0x20000))))
        + text[start:]
    )


def _lend(text: str, other: str, chance: Random) -> str:
    start, _end = _stretch(text, chance)
    first, last = sorted((chance.randint(0, len(other)), chance.randint(0, len(other))))
    return text[:start] + other[first:last] + text[start:]


def _repeat(text: str, _: str, chance: Random) -> str:
    start, end = _stretch(text, chance)
    return text[:end] + text[start:end] * chance.choice((1, 3, 60)) + text[end:]


def _cut_off(text: str, _: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))]


def _other_line_ends(text: str, _: str, chance: Random) -> str:
    return text.replace("\n", chance.choice(LINE_ENDS))


def _prefixed(text: str, _: str, chance: Random) -> str:
    prefix = chance.choice(PREFIXES)
    return "\n".join(prefix + line if chance.random() < 0.5 else line for line in text.split("\n"))


def _other_order(text: str, _: str, chance: Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def _deeper(text: str, _: str, chance: Random) -> str:
    step = chance.choice((" ", "  ", "\t", ">", "- "))
    return "\n".join(step * (number % 300) + line for number, line in enumerate(text.split("\n")))


def _on_one_line(text: str, _: str, chance: Random) -> str:
    return text.replace("\n", chance.choice((" ", "", "|", "\t")))


def _other_case(text: str, _: str, chance: Random) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


_ACCIDENTS: Sequence[Callable[[str, str, Random], str]] = (
    *(_tear_out, _put_in, _put_in_sign, _lend, _repeat) * 3,
    *(_cut_off, _other_line_ends, _prefixed, _other_order, _deeper, _on_one_line, _other_case),
)


def made(chance: Random) -> tuple[str, str]:
    """Return a draft made at random, and the ending that suits it."""
    ending = chance.choice(("md", "txt", "yaml", "json", "csv", "tsv", ""))
    match ending:
        case "json" | "yaml":
            # JSON is YAML too.
            return json.dumps(_value(chance, 6), ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1))), ending
        case "csv" | "tsv":
            return _cells(chance, "," if ending == "csv" else "\t"), ending
        case _:
            return chance.choice((_outline, _table, _soup))(chance), ending


def _value(chance: Random, depth: int) -> object:
    kind = chance.random()
    if depth == 0 or kind < 0.3:
        return chance.choice((*AIMS, *RESULTS, None, 3, 0.5, True, "Objective 1: x\nKR1: y"))
    if kind < 0.5:
        return [_value(chance, depth - 1) for _ in range(chance.randint(0, 4))]
    names = ("objectives", "objective", "key_results", "krs", "title", "text", "O1", "KR1", "okrs", "type", *FIELDS)
    return {chance.choice(names): _value(chance, depth - 1) for _ in range(chance.randint(0, 5))}


def _cells(chance: Random, delimiter: str) -> str:
    heads = [chance.choice(("Objective", "Key result", "KR 1", "Metric", "ID", "Team", *FIELDS)) for _ in range(chance.randint(1, 7))]
    rows = [heads, *([chance.choice((*AIMS, *RESULTS)) for _ in range(chance.randint(0, 8))] for _ in range(chance.randint(0, 8)))]
    quoted = [[f'"{cell}"' if chance.random() < 0.3 else cell for cell in row] for row in rows]
    return chance.choice(("\n", "\r\n")).join(delimiter.join(row) for row in quoted)


def _table(chance: Random) -> str:
    lines = _cells(chance, " | ").splitlines()
    return "\n".join((f"| {lines[0]} |", "|---" * chance.randint(1, 7) + "|", *(f"| {line} |" for line in lines[1:])))


def _outline(chance: Random) -> str:
    lines = []
    for number in range(chance.randint(0, 5)):
        lines.append(
            chance.choice(("# ", "## ", "- ", "**", "", f"{number}. "))
            + chance.choice(("", f"O{number}: ", "Objective: "))
            + chance.choice(AIMS)
        )
        for each in range(chance.randint(0, 5)):
            lines.append(" " * chance.randint(0, 6) + chance.choice(("- ", "* ", "", "- [x] ", f"KR{each}: ")) + chance.choice(RESULTS))
            if chance.random() < 0.2:
                lines.append(f"{chance.choice(FIELDS)}: {chance.choice(RESULTS)}")
        if chance.random() < 0.5:
            lines.append("")
    return "\n".join(lines)


def _soup(chance: Random) -> str:
    return "".join(chance.choice(PIECES) for _ in range(chance.randint(0, 80)))


def some_bytes(chance: Random, text: str) -> bytes:
    """Return bytes that may or may not be text."""
    match chance.randint(0, 4):
        case 0:
            return chance.randbytes(chance.randint(0, 400))
        case 1:
            return text.encode(chance.choice(("utf-16", "utf-8-sig", "utf-32", "latin-1", "cp1252", "gb18030", "shift_jis")), "replace")
        case 2:
            data = bytearray(text.encode("utf-8", "replace"))
            for _ in range(min(len(data), 5)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            return bytes(data)
        case 3:
            return chance.choice((b"\xff\xfe", b"\xef\xbb\xbf", b"\xfe\xff", b"\0")) + chance.randbytes(60)
        case _:
            return text.encode("utf-8", "replace")[: chance.randint(0, len(text))]
