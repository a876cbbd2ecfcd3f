"""How long words take from a model's last token until they may be shown: reading the reply, alignment, referee; the second reader apart.

And how long a prompt takes to make, over a draft of 25 items and a library of thousands of lines.
"""

import asyncio
import json
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from sparring.bout.moves import Raise
from sparring.bout.open_choice import lenses_open
from sparring.bout.planner import next_move
from sparring.partner.cast import Cast
from sparring.partner.chat import OnProgress, Reply, Request, unheard
from sparring.partner.model import ModelPartner
from sparring.partner.refereed import refereed
from sparring.partner.turns import turn_on
from tests.bouts import session_on
from tests.partner.scripted_chat import ScriptedChat

TURNS = 200
MOST_MS = 30.0
HONEST = Path(__file__).parent.parent / "tests/partner/honest.jsonl"
ROWS = [row for line in HONEST.read_text(encoding="utf-8").splitlines() if (row := json.loads(line))["language"] == "en" and row["doubt"]]


class Timed(ScriptedChat):
    """Remembers when its last token came."""

    done_at = 0.0

    async def reply(self, request: Request, on_progress: OnProgress = unheard) -> Reply:
        found = await super().reply(request, on_progress)
        self.done_at = perf_counter()
        return found


def draft() -> str:
    lines = ["# Lockers"]
    for number in range(1, 6):
        lines += [f"\n## O{number}: Couriers in district {number} know a full locker before anybody stands in front of it\n"]
        lines += [f"- KR{n}: Lockers in district {number} found full by a customer: from {10 + n}% to {2 + n}%" for n in range(1, 5)]
    return "\n".join(lines)


async def measured(folder: Path) -> None:
    session = await session_on(draft(), documents=folder)
    await session.give_situation(None)
    for answer in ("The lockers would be emptied anyway.", "Waiting for others."):
        await session.go_on()
        await session.answer(answer)
    move = next_move(session.bout, session.findings, session.catalogue, session.library, session.history)
    assert isinstance(move, Raise)
    open_now = lenses_open(session.bout, session.catalogue, move)
    turn = turn_on(session.bout, move.choices, "open", session.library, session.history, open_now)
    turn = replace(turn, may_raise=turn.may_raise | {"inputs"}, spoken_texts=())
    await ModelPartner(Cast(ScriptedChat()), session.catalogue).warm_up()
    made, shown = [], []
    for number in range(TURNS):
        row = ROWS[number % len(ROWS)]
        said = {
            "lens": "inputs", "items": ["O2.KR3"], "phrase": "lockers found ful by a customer", "passage": "none",
            "doubt": row["doubt"], "question": row["question"],
        }  # fmt: skip
        chat = Timed(json.dumps(said, ensure_ascii=False))
        partner = ModelPartner(Cast(chat), session.catalogue)
        begun = perf_counter()
        partner.prompt(turn)
        made.append(1_000 * (perf_counter() - begun))
        outcome = await refereed(partner, turn, session.catalogue)
        if outcome.challenge.origin == "model":
            shown.append(1_000 * (perf_counter() - chat.done_at))
    slowest = quantiles(shown, n=100)[98]
    print(f"a prompt is made in {median(made):.1f} ms (p99 {quantiles(made, n=100)[98]:.1f})")
    print(f"last token to words: {median(shown):.2f} ms (p99 {slowest:.2f}), wanted {MOST_MS:.0f}; {len(shown)} of {TURNS} turns")
    assert slowest <= MOST_MS


def main() -> None:
    report = "\n".join(f"- In week {n} the couriers of district {n % 40} emptied {n} lockers before noon." for n in range(3_000))
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "report.md").write_text(f"# Weeks\n\n{report}\n", encoding="utf-8")
        asyncio.run(measured(Path(folder)))


if __name__ == "__main__":
    main()
