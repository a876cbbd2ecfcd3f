"""Reading 1 MB of text in many shapes: CPU seconds, and the ratio to half as much of the same shape in the same run.

usage: python benchmarks/bench_read.py [SHAPE ...]

A ratio near 2 says that time grows with size and not faster. Shapes are of two kinds: drafts as people and programs write them, which
are to be read within WANTED seconds, and texts made to keep a reader busy, for which only the ratio counts.
"""

import gc
import json
import sys
import time
from collections.abc import Callable

from sparring.draft.changes import changes
from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.text import Source

SIZE = 1_000_000
WANTED = 4.0
"""Seconds of CPU time for 1 MB."""
HIGHEST_RATIO = 2.6

Write = Callable[[int], str]


def often(piece: str, before: str = "", after: str = "") -> Write:
    return lambda size: before + piece * ((size - len(before) - len(after)) // len(piece)) + after


def nested(line: str, step: str = " ", deepest: int = 1000) -> Write:
    def write(size: int) -> str:
        lines: list[str] = []
        length = 0
        while length < size:
            lines.append(step * (len(lines) % deepest) + line)
            length += len(lines[-1])
        return "".join(lines)

    return write


def in_json(count_by: int, write: Callable[[int], object]) -> Write:
    return lambda size: json.dumps([write(number) for number in range(size // count_by)])


MARKDOWN = """\
## Objective {0}: Guests find their way without asking anybody

Why it matters: half of those who ask at the desk do not come back, as the survey of last spring has shown.

- KR {0}.1: Lost guests fall from 9 to 3 a week (Owner: Ann) [P0]
- KR {0}.2: **Half of the guests** use the [map](https://maps.example/{0}) - on track
- KR {0}.3: Complaints about signs stay below 2

"""
DRAFTS: dict[str, tuple[str, Write]] = {
    "Markdown with labels": ("md", lambda size: "".join(MARKDOWN.format(number) for number in range(size // len(MARKDOWN)))),
    "Markdown without labels": (
        "md",
        often("# Guests find their way\n\n- Lost guests fall from 9 to 3 a week\n- Half of the guests use the map\n\n"),
    ),
    "one table": (
        "md",
        often(
            "| Guests arrive | Queue of ten minutes at most | 20 | 10 | Ann |\n",
            "| Objective | Key result | From | Target | Owner |\n|---|---|---|---|---|\n",
        ),
    ),
    "many tables": ("md", often("# Guests arrive\n\n| Key result | Target |\n|---|---|\n| Queue of ten minutes at most | 10 |\n\n")),
    "checkboxes and links": (
        "md",
        often("- [ ] Half of the [guests](http://a.example/b) use the map\n- [x] Keys work\n", "# O1: Guests arrive\n"),
    ),
    "plain text with labels": ("txt", often("O1: Guests find their way\nKR1.1: Lost guests fall from 9 to 3 a week\n")),
    "plain text": (
        "txt",
        often("Most guests who ask at the desk have been at the lift before, and nobody\nhas told them where it goes.\n\n"),
    ),
    "CSV": ("csv", often("Guests arrive,Queue of ten minutes at most,10,Ann\n", "Objective,Key result,Target,Owner\n")),
    "JSON": (
        "json",
        in_json(
            110, lambda number: {"objective": f"Aim {number} for guests", "key_results": ["Queue of ten minutes", "Keys work at once"]}
        ),
    ),
    "YAML": (
        "yaml",
        often(
            "- title: Guests find their way\n  key_results:\n    - Lost guests fall from 9 to 3 a week\n"
            "    - {text: Keys work, target: 9}\n",
            "objectives:\n",
        ),
    ),
}
HOSTILE: dict[str, tuple[str, Write]] = {
    "one-letter bullets": ("md", often("- a\n")),
    "one-letter lines": ("txt", often("a\n")),
    "tiny headings": ("md", often("# a\n")),
    "bullets within bullets": ("md", nested("- a\n")),
    "details under one key result": ("md", often("  a b\n\n", "# O1: a\n## Key results\n")),
    "one line of emphasis": ("md", often("**a** ")),
    "one line of stars": ("md", often("*", "- ")),
    "one line of brackets": ("md", often("[a](", "- ")),
    "one line of backticks": ("md", often("`a``b", "- ")),
    "one line of bars": ("md", often("|")),
    "one line of blanks": ("md", often(" ", "- KR1: a", "x")),
    "one line of KR": ("txt", often("KR ")),
    "one line of pictures": ("md", often("😀")),
    "blanks before a bracket": ("md", often("- a" + " " * 390 + ")\n")),
    "tags on every line": ("md", often("- [P0] ✅ a (done) [ABC] (7/10) @ann\n")),
    "a comment that never ends": ("md", often("- a <!-- b\n")),
    "a table of 20,000 columns": (
        "md",
        lambda size: "|Key result|Target" * (size // 60) + "|\n" + "|---|---" * (size // 60) + "|\n|a b|\n",
    ),
    "short rows under a wide head": ("csv", lambda size: "Key result,Target," * (size // 36) + "\n" + "a\n" * (size // 4)),
    "quotation marks in CSV": ("csv", often('b""\n', 'Objective,Key result\na,"')),
    "deep JSON": ("json", lambda size: "[" * (size // 2) + "]" * (size // 2)),
    "a chain of parents in JSON": (
        "json",
        in_json(60, lambda number: {"id": f"O{number}", "objective": "a b", "parent": f"O{number - 1}"}),
    ),
    "escapes in JSON": ("json", often("\\ud83d\\ude00", '{"objectives": ["', '"]}')),
    "deep YAML": ("yaml", often("- ")),
    "YAML words with aliases": ("yaml", lambda size: "x: &x " + "word " * (size // 10) + "\nobjectives:\n" + "- *x\n" * (size // 10)),
}


def seconds_for(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.process_time()
    work()
    return time.process_time() - start


def read(write: Write, ending: str, size: int) -> Draft:
    return read_draft(Source(f"draft.{ending}", write(size)))


def main(asked: list[str]) -> int:
    read(MARKDOWN.format, "md", 1)
    slow = 0
    for shapes, wanted in ((DRAFTS, WANTED), (HOSTILE, None)):
        for shape, (ending, write) in shapes.items():
            if asked and shape not in asked:
                continue
            half, whole = (Source(f"draft.{ending}", write(size)) for size in (SIZE // 2, SIZE))
            took_half, took = (seconds_for(lambda: read_draft(source)) for source in (half, whole))  # noqa: B023
            ratio = took / max(took_half, 0.01)
            beyond = (ratio > HIGHEST_RATIO and took > 0.5) or (wanted is not None and took > wanted)
            slow += beyond
            print(f"{shape:32}{took:6.2f} s  ratio {ratio:4.2f}{'  <-- too slow' if beyond else ''}", flush=True)
    if not asked:
        for shape in ("Markdown with labels", "one table"):
            ending, write = DRAFTS[shape]
            took_half, took = (_diff(write, ending, size) for size in (SIZE // 2, SIZE))
            print(f"{'diff: ' + shape:32}{took:6.2f} s  ratio {took / took_half:4.2f}", flush=True)
    print(f"wanted: drafts within {WANTED:.0f} s a MB, every ratio at most {HIGHEST_RATIO}; {slow} beyond")
    return 1 if slow else 0


def _diff(write: Write, ending: str, size: int) -> float:
    text = write(size)
    cut = text.find("\n\n", len(text) // 3) + 2
    old, new = (read_draft(Source(f"draft.{ending}", each)) for each in (text, text[cut:] + text[:cut].replace("guests", "visitors")))
    return seconds_for(lambda: changes(old, new))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
