"""Everything the lenses find: in a draft of 25 items with 20 documents, in one of 300, and in a megabyte of lines.

usage: python benchmarks/bench_findings.py

The time is that of the processor, as a machine is rarely one's own; the first run of each also makes the word lists ready. Beside the
figures wanted stands how the time grows from 300 items to ten times as many: about tenfold is linear.
"""

import itertools
import statistics
import tempfile
import time
from pathlib import Path

from sparring.draft.model import Draft
from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.lenses.detect import detect
from sparring.library.folder import open_library
from sparring.library.model import Library, NoLibrary
from sparring.text import Source

RUNS = 7
AIMS = ["Tenants hear of a repair before they ask", "The caretakers know each house", "Moving in takes one morning"]
RESULTS = [
    "Repairs finished on the first visit from {a}% to {b}%",
    "Launch the repair calendar in {a} houses",
    "Reduce calls about heating by {a}%",
    "Write {a} letters to tenants and hold {b} house meetings",
    "Keep the lifts running {b}% of the time",
    "Tenants who change the date of a repair themselves: {a}% to {b}%; complaints below {a} a week",
    "Improve how caretakers report a leak",
    "Rent arrears from {b} to {a} a month",
]
SUBJECTS = ["repairs", "tenants", "caretakers", "lifts", "heating", "meetings", "letters", "keys", "rent", "leaks", "gardens", "bins"]
SAYINGS = [
    "{s} come first this year: {t} are what people talk about on the stairs.",
    "No {s} before the {t} are in order.",
    "Of {n} visits {m} were about {s}, and half of those about {t}.",
    "The {s} are looked after by another team; {t} stay with us.",
]


def draft_of(items: int) -> Draft:
    lines, numbers = [], itertools.count(3)
    for place in range(items):
        if place % 5 == 0:
            lines.append(f"## Objective {place // 5 + 1}: {AIMS[place // 5 % len(AIMS)]} {next(numbers)}")
        else:
            lines.append("- KR: " + RESULTS[place % len(RESULTS)].format(a=next(numbers) % 50 + 5, b=next(numbers) % 40 + 58))
    return read_draft(Source("draft.md", "\n".join(lines)))


def documents(folder: Path, count: int) -> Library:
    pairs = itertools.cycle(itertools.permutations(SUBJECTS, 2))
    for number in range(count):
        lines = [f"# Paper {number}", "", "## Priorities", ""]
        for place in range(80):
            if place == 20:
                lines += ["", "## What we learned", ""]
            first, second = next(pairs)
            lines.append("- " + SAYINGS[place % len(SAYINGS)].format(s=first.capitalize(), t=second, n=place + 9, m=place + 3))
        (folder / f"paper{number}.md").write_text("\n".join(lines), "utf-8")
    library = open_library([folder]).library
    len(library.passages)
    return library


def measured(name: str, draft: Draft, library: Library, wanted: str = "") -> float:
    catalogue = packaged_catalogue()
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        found = detect(draft, library, catalogue)
        times.append(time.process_time() - start)
    middle = statistics.median(times)
    items = sum(1 for _ in draft.items())
    print(f"{name}: {items} items, {len(found)} findings, first {times[0] * 1e3:.0f} ms, then {middle * 1e3:.0f} ms {wanted}".rstrip())
    return middle


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        library = documents(Path(name), 20)
        measured("a team's draft and 20 documents", draft_of(25), library, "(wanted: at most 30)")
        few = measured("a long one and 20 documents", draft_of(300), library, "(wanted: at most 1000)")
        many = measured("ten of those and 20 documents", draft_of(3_000), library)
        print(f"ten times the items take {many / few:.1f} times as long")
    line = "Raise the share and lower the cost, from 3 % to 4 % (or < 5 s); " * 14
    megabyte = "# Objective 1: All of it\n" + "\n".join(f"- KR: {number} {line}" for number in range(1_100))
    measured(f"lines of {len(line)} characters, a megabyte of them", read_draft(Source("draft.md", megabyte)), NoLibrary())


if __name__ == "__main__":
    main()
