"""Makes a folder of many transcripts, as several teams leave them over the quarters: `python benchmarks/many_bouts.py FOLDER --bouts 200`.

A few dozen bouts are conducted by the real session, on drafts of invented teams, with answers of different tempers. Each is then told
again, as other teams' in other weeks, with other words at the end of each answer, until there are enough; every transcript is whole, sealed
and chained like any other.
"""

import argparse
import asyncio
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from sparring.draft.reading import read_draft
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import NoLibrary
from sparring.partner.offline import OfflinePartner
from sparring.record.codec import encode_line, next_entry
from sparring.record.entry import Entry
from sparring.record.events import AnswerGiven, BoutOpened, Event, OpenAssigned, StanceTaken
from sparring.session import Session, open_bout
from sparring.situation import Situation
from sparring.text import Source

CYCLES = ("Q1 2026", "Q2 2026", "Q3 2026", "Q4 2026")
FIRST_DAY = datetime(2026, 1, 8, 9, 0, tzinfo=UTC)

TEAMS = (
    "Checkout", "Onboarding", "Claims", "Route planning", "Returns", "Patient portal", "Payroll core", "Field service", "Search",
    "Partner desk", "Fraud", "Warehouse", "Billing", "Learning", "Tickets", "Loyalty", "Pricing", "Mobile", "Data platform", "Support",
)  # fmt: skip
PEOPLE = ("Ana", "Ben", "Chiara", "Deniz", "Ewa", "Farid", "Grit", "Hugo", "Ines", "Jonas", "Kira", "Li Wei", "Mira", "Noor", "Olek")

_AIMS = (
    "{users} get their {thing} right the first time",
    "Become the {thing} that {users} recommend",
    "Make {thing} a delight for {users}",
    "Roll out the new {thing} platform",
    "{users} trust the {thing} enough to stop checking it by hand",
)
_RESULTS = (
    "Launch the new {thing} for all {users}",
    "Increase use of the {thing} by {number}%",
    "{users} who finish the {thing} without a call: from {low}% to {high}%",
    "Maintain 99.9% uptime of the {thing}",
    "Reach an NPS of {number} among {users}",
    "{number} interviews held with {users}",
    "Improve the quality of the {thing}",
    "Time from first {thing} to the next one: from {high} to {low} days",
    "Revenue from the {thing} up by {number}%",
    "Publish the {thing} handbook",
)
_THINGS = ("import", "invoice", "booking", "claim form", "shift plan", "search", "refund", "report", "delivery slot", "renewal")
_USERS = ("drivers", "nurses", "clerks", "small shops", "teachers", "mid-market teams", "couriers", "planners", "new customers", "agents")

ANSWERS = {
    "good": (
        "In May 14 of 20 people we watched gave up on the second screen",
        "It was 22% in March and 31% after we moved the form",
        "On purpose, because each small one costs us a day of support",
        "Every Monday we look at it and decide who works on what",
        "Mira asks the two that left, by Thursday",
    ),
    "does not know": (
        "We don't know yet",
        "No idea, nobody looked",
        "Good question",
        "We never measured that",
        "Hard to say from here",
    ),
    "defensive": (
        "Our VP put it in and it stays",
        "Everybody in the industry does it like that",
        "You misread that",
        "Obviously it helps",
        "We trust our people",
    ),
}
_TALES = (
    "the {thing} came up again in the retro with {person}",
    "{person} has the list of {users}",
    "we saw it first when the {thing} was slow in week {number}",
    "{users} told {person} the same",
    "there were {number} cases about the {thing}",
    "that is what {person} says about {users}",
)


@dataclass(frozen=True, slots=True)
class Temper:
    """How a team behaves: what it says, and the stances it takes, as weights."""

    answers: Sequence[str]
    stances: Sequence[str]
    press: float


TEMPERS = {
    "good": Temper(ANSWERS["good"], ("keep", "will-change", "will-change", "", ""), 0.4),
    "does not know": Temper(ANSWERS["does not know"], ("park", "will-change", "", "", "park"), 0.5),
    "defensive": Temper(ANSWERS["defensive"], ("keep", "keep", "skip", "skip", ""), 0.6),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bouts", type=int, default=200)
    parser.add_argument("--distinct", type=int, default=40, help="bouts that are really conducted; the others are these, told again")
    parser.add_argument("--teams", type=int, default=len(TEAMS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    events = make_folder(
        arguments.folder, arguments.bouts, distinct=arguments.distinct, teams=arguments.teams, rounds=arguments.rounds, seed=arguments.seed
    )
    print(f"{arguments.bouts} transcripts, {events} events in {arguments.folder}")


def make_folder(folder: Path, bouts: int, *, distinct: int = 40, teams: int = len(TEAMS), rounds: int = 5, seed: int = 1) -> int:
    """Write `bouts` transcripts into `folder`; return how many events they hold."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    conducted = [asyncio.run(_conduct(chance, rounds)) for _ in range(min(distinct, bouts))]
    written = 0
    for number in range(bouts):
        day = FIRST_DAY + timedelta(days=340 * number // bouts, minutes=chance.randint(0, 400))
        name = f"{day.date()}-{_word(number)}"
        entries = list(_told_again(chance.choice(conducted), name, day, _team(number % teams), chance))
        path = folder / f"{name}.jsonl"
        path.write_bytes(b"".join(encode_line(entry) for entry in entries))
        path.chmod(0o600)
        written += len(entries)
    return written


class _Kept:
    """Keeps what the session appends."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def append(self, event: Event, at: datetime) -> Entry:
        self.entries.append(next_entry(self.entries[-1] if self.entries else None, event, at, "0" * 32))
        return self.entries[-1]

    def strike(self, *seqs: int) -> None:
        raise NotImplementedError("nothing is taken back here")


class _Clock:
    def __init__(self, chance: random.Random) -> None:
        self._now, self._chance = FIRST_DAY, chance

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=self._chance.randint(5, 60))
        return self._now


async def _conduct(chance: random.Random, rounds: int) -> list[Entry]:
    temper = TEMPERS[chance.choice(list(TEMPERS))]
    journal, catalogue = _Kept(), packaged_catalogue("en")
    session = await open_bout(
        read_draft(Source("draft.md", _draft(chance))),
        bout_id="told",
        seed=chance.randrange(2**31),
        language="en",
        journal=journal,
        partner=OfflinePartner(catalogue),
        catalogue=catalogue,
        library=NoLibrary(),
        rounds=rounds,
        clock=_Clock(chance),
    )
    await session.give_situation(Situation(written_by=chance.choice(("us", "given", "both")), moment="before-commitment", level="team"))
    while session.bout.stage in ("facts", "rounds"):
        await session.go_on()
        if session.bout.stage == "rounds":
            await _fight_round(session, temper, chance)
    await _close(session, chance)
    return journal.entries


async def _fight_round(session: Session, temper: Temper, chance: random.Random) -> None:
    await session.answer(_answer(temper, chance), by=chance.choice(("", "AN", "BK")))
    while chance.random() < temper.press and len(session.bout.rounds[-1].presses) < 2:
        await session.press()
        await session.answer(_answer(temper, chance))
    if chance.random() < 0.1:
        await session.revise(Source("draft.md", _reworded(session.bout.draft.source.text, chance)))
    match chance.choice(temper.stances):
        case "keep" | "will-change" | "park" as stance:
            await session.take_stance(stance, _answer(temper, chance) if chance.random() < 0.7 else "")
        case "skip":
            await session.take_stance("skip", skipped_because=chance.choice(("does-not-apply", "misread")))
        case _:
            pass


async def _close(session: Session, chance: random.Random) -> None:
    if session.bout.first_answer:
        await session.say_at_close(chance.choice(ANSWERS["good"]), "still-stands")
    for each in session.bout.open_rounds:
        if chance.random() < 0.6:
            await session.assign_open(each.number, chance.choice(PEOPLE), date(2026, 1, 8) + timedelta(days=chance.randint(3, 60)))
    for each in session.bout.kept:
        if chance.random() < 0.5:
            await session.say_at_close(chance.choice(ANSWERS["good"]), "prove-wrong", about=each.number)
    if chance.random() < 0.9:
        await session.end()


def _told_again(entries: Sequence[Entry], name: str, day: datetime, team: str, chance: random.Random) -> Iterator[Entry]:
    """Yield a conducted bout as another team's, on another day."""
    later = day - FIRST_DAY
    told: Entry | None = None
    for entry in entries:
        match entry.event:
            case BoutOpened() as opened:
                cycle = CYCLES[(day.month - 1) // 3]
                event: Event | None = opened.model_copy(update={"bout": name, "team": team, "cycle": cycle})
            case AnswerGiven() as given:
                event = given.model_copy(update={"text": f"{given.text}, {_filled(chance.choice(_TALES), chance)}."})
            case StanceTaken(reason=reason) as taken if reason:
                event = taken.model_copy(update={"reason": f"{reason}, {_filled(chance.choice(_TALES), chance)}."})
            case OpenAssigned(due=due) as assigned if due:
                event = assigned.model_copy(update={"due": due + later})
            case _:
                event = entry.event
        if event is not None:
            told = next_entry(told, event, entry.at + later, f"{chance.getrandbits(128):032x}")
            yield told


def _draft(chance: random.Random) -> str:
    lines = [f"# {chance.choice(TEAMS)}, draft", ""]
    for aim in range(chance.randint(1, 3)):
        lines += [f"## O{aim + 1}: {_filled(chance.choice(_AIMS), chance)}", ""]
        lines += [f"- KR{place + 1}: {_filled(text, chance)}" for place, text in enumerate(chance.sample(_RESULTS, chance.randint(2, 4)))]
        lines.append("")
    return "\n".join(lines)


def _reworded(text: str, chance: random.Random) -> str:
    lines = text.splitlines()
    places = [place for place, line in enumerate(lines) if line.startswith("- KR")]
    place = chance.choice(places)
    label = lines[place].partition(":")[0]
    lines[place] = f"{label}: {_filled(chance.choice(_RESULTS), chance)}"
    return "\n".join(lines) + "\n"


def _answer(temper: Temper, chance: random.Random) -> str:
    return chance.choice(temper.answers)


def _filled(template: str, chance: random.Random) -> str:
    low = chance.randint(3, 40)
    return template.format(
        thing=chance.choice(_THINGS),
        users=chance.choice(_USERS),
        person=chance.choice(PEOPLE),
        number=chance.randint(2, 60),
        low=low,
        high=low + chance.randint(5, 40),
    )


def _team(number: int) -> str:
    return TEAMS[number] if number < len(TEAMS) else f"{TEAMS[number % len(TEAMS)]} {number // len(TEAMS) + 1}"


def _word(number: int) -> str:
    """Return a short word for a number, no two alike."""
    word = ""
    for _ in range(3):
        number, rest = divmod(number, 70)
        word = "bdfgklmnprstvz"[rest // 5] + "aeiou"[rest % 5] + word
    return word


if __name__ == "__main__":
    main()
