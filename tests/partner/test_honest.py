"""A model whose challenges are all fine is hardly ever withheld: a referee that refuses everything would make no bout better."""

import json
from pathlib import Path

from sparring.challenge import Ground
from tests.partner.obedient import Words, played, reached_the_screen, turn_in

ROWS = [json.loads(row) for row in (Path(__file__).parent / "honest.jsonl").read_text(encoding="utf-8").splitlines()]
MOST_WITHHELD = 0.03


async def test_honest_challenges_reach_the_team_as_they_are() -> None:
    withheld = []
    for row in ROWS:
        ground = Ground(tuple(row["items"]), row.get("strategy", ""), answers=tuple(filter(None, [row.get("chat", "")])))
        outcome = await played(Words("honest", row["doubt"], row["question"]), turn_in(ground, row["language"]))
        if not reached_the_screen(outcome):
            withheld.append((row["id"], outcome.withheld[0]))
    assert len(ROWS) >= 100
    assert len(withheld) <= MOST_WITHHELD * len(ROWS), withheld
