"""Plays bouts over every draft in a folder and tabulates what a coach would look at: `python benchmarks/bouts.py FOLDER`.

Each draft is fought three times, by teams of three tempers: one defends itself, one does not know, one answers well. What they say is
scripted and general, so the table is about the partner's side: that phrases are verbatim and short, that nothing is asked twice, that
questions can be answered in more than a word and ask one thing, that budgets hold, and how long a challenge is. The last line says whether
each figure is what the project wants; the exit code is 1 where one is not.

A folder may hold drafts, or workspaces (`<name>/draft.md` beside strategy documents); documents beside a draft are given to the bout.
"""

import argparse
import asyncio
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean, median

from sparring.bout.budgets import FAMILY_BUDGETS, MOST_OUTPUT_ROUNDS, OUTPUTS
from sparring.bout.state import Bout
from sparring.draft.reading import read_draft
from sparring.opening import open_unkept
from sparring.session import Session
from sparring.situation import Situation
from sparring.text import TextError, read_source
from sparring.wishes import Wishes

WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
ASKING = re.compile(
    r"\b(?:what|which|who|whom|whose|how|when|where|why|was|welche[rsnm]?|wer|wem|wen|wessen|wie|wann|wo\w*|warum|wozu|weshalb|wieso)\b",
    re.IGNORECASE,
)
TWO_ASKS = re.compile(
    r"(?:\b(?:and|und),?\s+(?:what|which|who|whom|whose|how|when|where|why|welche[rsnm]?|wer|wem|wen|wie|wann|warum)\b[^?]*\?)|\?[^?]*\?",
    re.IGNORECASE,
)

TEMPERS = ("defensive", "does not know", "good")
SAID = {
    "en": {
        "defensive": (
            "Our VP put it in and it stays.",
            "You misread that, it is not about new accounts.",
            "Everybody in the industry does it like that.",
            "why does that matter?",
            "obviously it helps",
            "can you rewrite it for us then?",
            "it's a stretch, it is supposed to be one",
            "we trust our people",
        ),
        "does not know": (
            "we don't know yet",
            "no idea, nobody looked",
            "not sure, we never measured that",
            "good question",
            "we could ask them at some point",
            "hard to say from here",
            "that depends",
            "nobody on the team can say",
        ),
        "good": (
            "the old flow: 14 of 20 people we watched in May gave up on the second screen",
            "Mira asks the two that left, by Thursday",
            "On purpose. We'd rather lose the small ones, because each of them costs us a day of support",
            "waiting for others, and it would show first in the first key result",
            "it was 22% in March and 31% after we moved the form, same weeks a year ago 21%",
            "If fewer than five come back by week four we drop it",
            "every Monday we look at it and then decide who works on what",
            "we stop the newsletter, told marketing yesterday",
        ),
    },
    "de": {
        "defensive": (
            "Das will der Vorstand so.",
            "Das hast du falsch verstanden.",
            "Das ist branchenüblich.",
            "Wie meinst du das?",
            "Das ist doch klar.",
            "Formulier du das doch bitte um.",
            "Das soll ja ehrgeizig sein.",
            "Wir vertrauen unseren Leuten.",
        ),
        "does not know": (
            "Wissen wir noch nicht.",
            "Keine Ahnung, da hat niemand hingeschaut.",
            "Nie gemessen.",
            "Gute Frage.",
            "Man müsste sie mal fragen.",
            "Schwer zu sagen.",
            "Kommt drauf an.",
            "Das kann hier keiner sagen.",
        ),
        "good": (
            "Der alte Ablauf: 14 von 20 Leuten haben im Mai auf der zweiten Seite aufgegeben.",
            "Frau Yilmaz fragt die beiden bis Donnerstag.",
            "Mit Absicht, weil uns jeder kleine Kunde einen Tag kostet.",
            "Warten auf andere, und man sähe es zuerst im ersten KR.",
            "Im März waren es 22 %, nach der Umstellung 31 %.",
            "Wenn bis Woche vier weniger als fünf kommen, streichen wir es.",
            "Jeden Montag schauen wir darauf und entscheiden, wer woran arbeitet.",
            "Den Newsletter lassen wir weg, das ist seit gestern beschlossen.",
        ),
    },
}


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


def drafts_in(folder: Path) -> list[tuple[Path, tuple[Path, ...]]]:
    """Return the drafts of a folder, each with its documents."""
    found: list[tuple[Path, tuple[Path, ...]]] = []
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            drafts = sorted(path.glob("draft.*"))
            if drafts:
                documents = tuple(
                    each for each in sorted(path.iterdir()) if each not in drafts and (each.is_dir() or each.suffix in (".md", ".txt"))
                )
                found.append((drafts[0], documents))
        elif not path.name.startswith("."):
            found.append((path, ()))
    return found


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
            await play(session, temper)
            count(table, session.bout, f"{path.stem} ({temper})")
    return table


async def play(session: Session, temper: str, situation: Situation | None = None) -> None:
    """Fight a bout as a team of this temper would."""
    await session.give_situation(situation)
    answers = SAID.get(session.bout.opened.language, SAID["en"])[temper]
    said = session.bout.opened.seed
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
        if session.bout.stage != "rounds":
            break
        for _ in range({"defensive": 3, "does not know": 2, "good": 1}[temper]):
            await session.answer(answers[said % len(answers)])
            said += 1
            if session.bout.rounds[-1].answers[-1].reading and len(session.bout.rounds[-1].presses) < 2:
                await session.press()
        if temper == "good":
            await session.take_stance("will-change" if said % 3 == 0 else "keep", "because we have seen it")
        elif temper == "defensive" and said % 2:
            await session.take_stance("skip", skipped_because="misread")


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
        length = len(WORDS.findall(f"{raised.doubt} {raised.question}"))
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
            _count_question(table, question, asked, name)
        table.presses += len(each.presses)
        table.unquoted_presses += sum(not each.quoted_by(press) for press in each.presses)
    table.over_budget += [f"{name}: {breach}" for breach in breaches(bout)]


def _count_question(table: Table, question: str, asked: list[str], name: str) -> None:
    table.questions += 1
    if question in asked:
        table.repeated.append(f"{name}: {question}")
    triples = _triples(question)
    earlier = set().union(*(_triples(each) for each in asked)) if asked else set()
    if triples:
        table.overlaps.append((len(triples & earlier) / len(triples), question))
    if not ASKING.search(question):
        table.yes_no.append(question)
    if TWO_ASKS.search(question):
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


def _triples(text: str) -> set[tuple[str, ...]]:
    words = [word.lower() for word in WORDS.findall(text)]
    return {(first, *rest) for (first, *rest) in zip(words, words[1:], words[2:], strict=False)}


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
