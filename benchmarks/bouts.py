"""Plays bouts over every draft in a folder and tabulates what a coach would look at: `python benchmarks/bouts.py FOLDER`.

Each draft is fought three times, by teams of three tempers: one defends itself, one does not know, one answers well. What they say is
scripted and general, so the table is about the partner's side: that phrases are verbatim and short, that nothing is asked twice, that
questions can be answered in more than a word and ask one thing, that budgets hold, and how long a challenge is. The last line says whether
each figure is what the project wants; the exit code is 1 where one is not.

A folder may hold drafts, or workspaces (`<name>/draft.md` beside strategy documents); documents beside a draft are given to the bout.
"""

import argparse
import asyncio
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median

from sparring.bout.budgets import FAMILY_BUDGETS, MOST_OUTPUT_ROUNDS, OUTPUTS
from sparring.bout.state import Bout
from sparring.draft.reading import read_draft
from sparring.evaluation.playing import fight
from sparring.evaluation.samples import drafts_in
from sparring.evaluation.scripts import TEMPERS
from sparring.evaluation.wording import is_yes_no, overlap, questions_in, words
from sparring.opening import open_unkept
from sparring.text import TextError, read_source
from sparring.wishes import Wishes


@dataclass
class Table:
    """What was counted over all bouts."""

    bouts: int = 0
    rounds: Counter[int] = field(default_factory=Counter)
    shares: list[float] = field(default_factory=list)
    phrases: int = 0
    verbatim: int = 0
    questions: int = 0
    repeated: list[str] = field(default_factory=list)
    overlaps: list[tuple[float, str]] = field(default_factory=list)
    yes_no: list[str] = field(default_factory=list)
    two_asks: list[str] = field(default_factory=list)
    over_budget: list[str] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    odd_lengths: list[str] = field(default_factory=list)
    unquoted_presses: int = 0
    presses: int = 0
    lenses: Counter[str] = field(default_factory=Counter)
    same_reply: int = 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="", help="in which the partner asks; by default the draft's")
    parser.add_argument("--seeds", type=int, default=1, help="bouts of each temper on each draft")
    parser.add_argument("--show", action="store_true", help="print the questions that fail")
    arguments = parser.parse_args()
    began = time.perf_counter()
    table = asyncio.run(_play_all(arguments.folder, arguments.language, arguments.seeds))
    print(f"{table.bouts} bouts in {time.perf_counter() - began:.0f} s")
    return _report(table, show=arguments.show)


async def _play_all(folder: Path, language: str, seeds: int) -> Table:
    table = Table()
    for path, documents in drafts_in(folder):
        try:
            draft = read_draft(read_source(path))
        except TextError as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        if draft.is_empty:
            print(f"{path.name}: no objective or key result", file=sys.stderr)
            continue
        for number, temper in enumerate(TEMPERS * seeds):
            session = (await open_unkept(draft, Wishes(context=documents, seed=1000 * number + len(path.name), language=language))).session
            await fight(session, temper)
            count(table, session.bout, f"{path.stem} ({temper})")
    return table


def count(table: Table, bout: Bout, name: str) -> None:
    """Count one bout."""
    table.bouts += 1
    table.rounds[len(bout.numbered)] += 1
    asked: list[str] = []
    replies = [answer.reading.remark for each in bout.rounds for answer in each.answers if answer.reading and answer.reading.remark]
    table.same_reply += len(replies) - len(set(replies))
    for each in bout.rounds:
        raised = each.raised
        table.lenses[raised.lens] += 1
        length = len(words(f"{raised.doubt} {raised.question}"))
        table.lengths.append(length)
        if not 15 <= length <= 80:
            table.odd_lengths.append(f"{length} {raised.question_id}")
        if raised.anchor.phrase and raised.anchor.keys:
            item = next(
                (version.draft.item(raised.anchor.keys[0]) for version in bout.versions if version.draft.item(raised.anchor.keys[0])), None
            )
            table.phrases += 1
            if item and raised.quotes:
                start, end = raised.anchor.phrase.start, raised.anchor.phrase.end
                whole = raised.quotes[0].text
                table.verbatim += whole == item.text and 0 <= start < end <= len(whole) and whole[start:end].strip() == whole[start:end]
                table.shares.append((end - start) / len(whole))
        for question in (raised.question, *(press.raised.question for press in each.presses)):
            _count_question(table, question, asked, name, bout.opened.language)
        table.presses += len(each.presses)
        table.unquoted_presses += sum(not each.quoted_by(press) for press in each.presses)
    table.over_budget += [f"{name}: {breach}" for breach in breaches(bout)]


def _count_question(table: Table, question: str, asked: list[str], name: str, language: str) -> None:
    table.questions += 1
    if question in asked:
        table.repeated.append(f"{name}: {question}")
    if (share := overlap(question, asked)) is not None:
        table.overlaps.append((share, question))
    if is_yes_no(question, language):
        table.yes_no.append(question)
    if questions_in(question) > 1:
        table.two_asks.append(question)
    asked.append(question)


def breaches(bout: Bout) -> list[str]:
    """Return the budgets that this bout did not keep."""
    lenses = Counter(each.raised.lens for each in bout.rounds)
    families = Counter(each.raised.family for each in bout.rounds)
    found = [f"{lens} {count} times" for lens, count in lenses.items() if count > 1 and not bout.added_rounds]
    found += [f"{family}: {families[family]}" for family, most in FAMILY_BUDGETS.items() if families[family] > most]
    outputs = sum(lenses[lens] for lens in OUTPUTS)
    return found + ([f"outputs: {outputs}"] if outputs > MOST_OUTPUT_ROUNDS else [])


def _report(table: Table, *, show: bool) -> int:
    asked = max(table.questions, 1)
    worst = max((overlap for overlap, _ in table.overlaps), default=0.0)
    rows = [
        ("phrases verbatim", f"{table.verbatim} of {table.phrases}", table.verbatim == table.phrases),
        ("median phrase, share of its item", f"{median(table.shares or [0]):.2f}", median(table.shares or [0]) <= 0.6),
        ("repeated questions", f"{len(table.repeated)} of {table.questions}", not table.repeated),
        ("three-word overlap, mean and worst", f"{fmean([o for o, _ in table.overlaps] or [0]):.3f}, {worst:.2f}", worst < 0.25),
        ("yes/no questions", f"{len(table.yes_no) / asked:.1%}", len(table.yes_no) <= 0.15 * asked),
        ("two asks in one question", str(len(table.two_asks)), not table.two_asks),
        ("bouts that keep every budget", f"{table.bouts - len(table.over_budget)} of {table.bouts}", not table.over_budget),
        ("words a challenge", f"{min(table.lengths)} to {max(table.lengths)}, median {median(table.lengths):.0f}", not table.odd_lengths),
        ("presses with the team's words beside them", f"{table.presses - table.unquoted_presses} of {table.presses}", True),
        ("same reply twice when asked to write", str(table.same_reply), not table.same_reply),
    ]
    for name, value, ok in rows:
        print(f"{name:45}{value:>30}  {'' if ok else 'WANTED OTHERWISE'}")
    print("numbered rounds:", ", ".join(f"{rounds}: {count}" for rounds, count in sorted(table.rounds.items())))
    print("lenses:", ", ".join(f"{lens} {count}" for lens, count in table.lenses.most_common()))
    if show:
        close = [f"{overlap:.2f} {question}" for overlap, question in table.overlaps if overlap >= 0.25]
        for title, lines in (
            ("repeated", table.repeated),
            ("overlap", close),
            ("yes/no", table.yes_no),
            ("two asks", table.two_asks),
            ("budgets", table.over_budget),
            ("length", table.odd_lengths),
        ):
            for line, times in Counter(lines).most_common(40):
                print(f"  {title}: {times} x {line}")
    return 0 if all(ok for *_, ok in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
