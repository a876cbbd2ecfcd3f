"""The examples are bouts that people can read: what the team answers there is all said, and nothing is asked in vain."""

import asyncio

import pytest

from sparring.cli.script import parse_script, play
from sparring.draft.reading import read_draft
from sparring.opening import open_unkept
from sparring.packaged import packaged
from sparring.text import read_source
from sparring.wishes import Wishes

SEED = 7


@pytest.mark.parametrize("name", ["growth-squad", "city-library"])
def test_the_answers_of_an_example_fit_its_questions(name: str) -> None:
    folder = packaged("examples") / name
    script = parse_script(read_source(folder / "answers.txt").text)

    async def fight() -> None:
        draft = read_draft(read_source(folder / "draft.md"))
        session = (await open_unkept(draft, Wishes(context=(folder / "strategy",), seed=SEED))).session
        await play(session, script)
        bout = session.bout
        assert all(each.answers for each in bout.rounds)
        said = [answer.text for each in bout.rounds for answer in each.answers]
        said += [each.text for each in (bout.still_stands, *bout.proofs.values()) if each]
        assert len(said) == sum(step.verb == "answer" for step in script)
        assert len(bout.proofs) == len(bout.kept) > 0

    asyncio.run(fight())
