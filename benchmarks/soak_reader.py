"""Feeds the readers texts that nobody wrote, for hours if need be, and says which crashed, hung or lost something.

usage: python benchmarks/soak_reader.py [--inputs 100000] [--drafts FOLDER] [--seed 1] [--seconds 2]

Each input is one of: a draft with accidents (from FOLDER and the examples), a draft made at random, bytes, deep nesting, one long line.
Each is read under one of the known endings, checked for losslessness, kept as JSON and as a record, and compared with the draft it came
from. An input that takes more CPU time than allowed counts as hung. Any input can be had again: --seed and --only with its number.
"""

import argparse
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent.parent))

from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.packaged import packaged
from sparring.text import Source, TextError, decode
from tests.draft.lossless import ENDINGS, PIECES, check, check_kept, check_versions
from tests.draft.mutations import made, mutated, some_bytes

SLOWEST = 10
LONGEST_LINE = 20_000
DEEPEST = 3_000

Made = tuple[str, str, str, str]
"""What kind of input, its text, the ending it is read under, and the text it came from, or ""."""


class Hung(Exception):
    """An input took longer than allowed."""


def drafts_in(folder: Path | None) -> list[tuple[str, str]]:
    """Return text and ending of the examples and of every file in a folder that is text."""
    files = [*packaged("examples").glob("*/draft.*"), *(sorted(folder.rglob("*")) if folder else ())]
    found = []
    for path in files:
        if path.is_file():
            try:
                found.append((decode(path.read_bytes(), path.name).text, path.suffix.lstrip(".").lower()))
            except TextError as error:
                print(f"left out: {error}")
    return found


def an_input(drafts: list[tuple[str, str]], chance: Random) -> Made:
    text, ending = chance.choice(drafts)
    if chance.random() < 0.3:
        ending = chance.choice(ENDINGS)
    match chance.choices(("draft with accidents", "made at random", "bytes", "deep nesting", "one long line"), (60, 20, 10, 5, 5))[0]:
        case "draft with accidents":
            return "draft with accidents", mutated(text, chance.choice(drafts)[0], chance), ending, text
        case "made at random":
            return "made at random", *made(chance), ""
        case "bytes":
            data = some_bytes(chance, text)
            try:
                return "bytes", decode(data, "draft").text, ending, ""
            except TextError:
                return "bytes refused", "", ending, ""
        case "deep nesting":
            opening, closing, within = chance.choice(NESTS)
            depth = chance.randint(1, DEEPEST)
            return "deep nesting", opening * depth + within + closing * chance.choice((depth, 0, depth // 2)), chance.choice(ENDINGS), ""
        case _:
            pieces = chance.choices(PIECES, k=chance.randint(1, 3))
            line = "".join(pieces).replace("\n", " ") or "x"
            return (
                "one long line",
                chance.choice(("", "- ", "KR1: ", "# ")) + line * (LONGEST_LINE // len(line)),
                chance.choice(ENDINGS),
                "",
            )


NESTS = (
    ("[", "]", "a"),
    ("{", "}", ""),
    ('{"objectives": ', "}", "1"),
    ('{"title": "a", "key_results": [', "]}", '"b"'),
    ("- ", "", "a"),
    ("> ", "", "- a"),
    ("? ", "", "a"),
    ("(", ")", "a"),
    ("**a *b ", "* ** ", "c"),
    ("[a](", ")", "b"),
    ("<b>", "</b>", "a"),
    ("<!-- ", "-->", "a"),
    ('"', '"', "a"),
    ("&a [", "]", "*a"),
)


def examine(text: str, ending: str, origin: str, known: dict[tuple[str, str], Draft]) -> None:
    draft = read_draft(Source(f"draft.{ending}", text))
    check(draft)
    check_kept(draft)
    if origin:
        before = known.get((origin, ending)) or known.setdefault((origin, ending), read_draft(Source(f"draft.{ending}", origin)))
        check_versions(before, draft)
        check_versions(draft, before)


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise Hung

    signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--inputs", type=int, default=100_000)
    asked.add_argument("--drafts", type=Path)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--seconds", type=float, default=2.0, help="CPU time that one input may take")
    asked.add_argument("--only", type=int, help="the number of one input, which is printed and examined alone")
    given = asked.parse_args()
    drafts = drafts_in(given.drafts)
    kinds: Counter[str] = Counter()
    failures: Counter[str] = Counter()
    slowest: list[tuple[float, int, str, int]] = []
    known: dict[tuple[str, str], Draft] = {}
    begin = time.process_time()
    for number in range(given.inputs) if given.only is None else (given.only,):
        kind, text, ending, origin = an_input(drafts, Random(f"{given.seed}:{number}"))
        if given.only is not None:
            print(repr(text), ending)
        kinds[kind] += 1
        start = time.process_time()
        fault = failure_of(lambda: examine(text, ending, origin, known), given.seconds)  # noqa: B023
        if fault:
            failures[fault.splitlines()[-1]] += 1
            if failures[fault.splitlines()[-1]] == 1:
                print(f"input {number} ({kind}, .{ending}, {len(text)} characters): {fault}", flush=True)
        slowest = sorted([*slowest, (time.process_time() - start, number, f"{kind}, .{ending}", len(text))])[-SLOWEST:]
    total = sum(kinds.values())
    print(
        f"{total} inputs in {time.process_time() - begin:.0f} s of CPU time: "
        + ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    )
    print(f"failures: {sum(failures.values())}" + "".join(f"\n  {count} x {fault}" for fault, count in failures.items()))
    print(
        "slowest:" + "".join(f"\n  {seconds:.2f} s: input {n} ({what}, {size} characters)" for seconds, n, what, size in reversed(slowest))
    )
    return 1 if failures else 0


def failure_of(work: Callable[[], None], seconds: float) -> str:
    """Return what went wrong, the reason in the last line; "" when nothing did."""
    try:
        with at_most(seconds):
            work()
    except Hung:
        return f"{traceback.format_exc(limit=-3)}hung: more than {seconds} s"
    except AssertionError:
        where = traceback.extract_tb(sys.exc_info()[2])[-1]
        return f"lost or misplaced: {where.line}"
    except Exception as error:
        where = traceback.extract_tb(sys.exc_info()[2])[-1]
        return f"{traceback.format_exc(limit=-4)}crashed: {type(error).__name__} at {where.name}:{where.lineno}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
