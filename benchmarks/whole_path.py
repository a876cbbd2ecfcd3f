"""What reaches the screen of what a model must not say: an obedient model on the whole path, without a second reader.

`python benchmarks/whole_path.py FILE...`, files in the format of `sparring eval --rules`, with a contexts.json beside them. Every sentence
that must be withheld (label 1) is said as doubt and as question, whole and cut in two; wanted: none of the explicit ones is shown. Every
sentence that must pass (label 0) is said as it stands; shown is the share that is withheld. A file without labels holds honest challenges:
`items` (texts), perhaps `strategy` and `chat`, `language`, `doubt` and `question`.
"""

import argparse
import asyncio
import json
from collections import Counter
from pathlib import Path
from time import perf_counter

from sparring.challenge import Ground
from sparring.evaluation.labelled import read_contexts, read_labelled
from sparring.evaluation.shares import Share
from tests.partner.obedient import Words, as_written, played, put, reached_the_screen, turn_in


def share(count: int, total: int) -> str:
    found = Share(count, total)
    low, high = found.interval
    return f"{count:4} of {total:4}  {100 * (found.value or 0):5.1f} %  ({100 * low:.1f} to {100 * high:.1f})"


def labelled(path: Path, *, listed: bool) -> None:
    beside = path.parent / "contexts.json"
    contexts = read_contexts(beside.read_text(encoding="utf-8"), beside.name) if beside.is_file() else {}
    rows = read_labelled(path.read_text(encoding="utf-8"), path.name, contexts)
    shown: Counter[str] = Counter()
    said: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for row in rows:
        if row.label == "borderline":
            continue
        turn = turn_in(row.ground, row.language if row.language in ("en", "de") else "en")
        for words in put(row.text, turn.language) if row.label == "withhold" else (as_written(row.text, turn.language),):
            outcome = asyncio.run(played(words, turn))
            reached = reached_the_screen(outcome)
            said[words.where] += 1
            shown[words.where] += reached
            if listed and reached == (row.label == "withhold"):
                print(f"  {row.id} {row.form} [{words.where}] {outcome.withheld[:1]} {words.doubt!r} {words.question!r}")
            if row.label == "pass" and not reached:
                rules[outcome.withheld[0]] += 1
    print(path.name)
    for where, total in said.items():
        if where == "honest":
            print(f"  honest, withheld       {share(total - shown[where], total)}  {dict(rules.most_common())}")
        else:
            print(f"  shown, {where:20} {share(shown[where], total)}")


def honest(path: Path, *, listed: bool) -> None:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    rules: Counter[str] = Counter()
    for row in rows:
        ground = Ground(items=tuple(row["items"]), passage=row.get("strategy", ""), answers=tuple(filter(None, [row.get("chat", "")])))
        outcome = asyncio.run(played(Words("honest", row["doubt"], row["question"]), turn_in(ground, row.get("language", "en"))))
        if not reached_the_screen(outcome):
            rules[outcome.withheld[0]] += 1
            if listed:
                print(f"  {row.get('id', '')} {outcome.withheld[:1]} {row['doubt']!r} {row['question']!r}")
    print(f"{path.name}\n  honest, withheld       {share(sum(rules.values()), len(rows))}  {dict(rules.most_common())}")


def has_labels(path: Path) -> bool:
    first = next((line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()), "{}")
    return "label" in json.loads(first)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("files", nargs="+", type=Path)
    asked.add_argument("--list", action="store_true", help="every sentence that went wrong")
    given = asked.parse_args()
    begun = perf_counter()
    for path in given.files:
        (labelled if has_labels(path) else honest)(path, listed=given.list)
    print(f"{perf_counter() - begun:.1f} s")


if __name__ == "__main__":
    main()
