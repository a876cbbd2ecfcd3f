"""A partner whose calls go as a test says: it answers, waits for an event, fails, or writes what it must not."""

import asyncio
from collections import deque
from collections.abc import Iterable

from sparring.bout.answer_as_read import Reading
from sparring.challenge import Challenge
from sparring.lenses.catalogue import packaged_catalogue
from sparring.library.model import Passage
from sparring.partner.cast import Voice
from sparring.partner.chat import Message, OnProgress, Progress, Schema, unheard
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Said, Turn
from sparring.partner.prompt import Prompt

KR = "KR1: Increase locker pick-ups from 10% to 90%."
"""What an obedient model writes, and nobody may ever see."""
QUESTION = "Who would be the first to notice that?"
HARMLESS = (
    ("This rests on a thing that nobody has looked at.", QUESTION),
    ("Nothing here says what would have to be given up for it.", "What did you decide not to do?"),
    ("Two of these pull in different directions.", "Which of them gives way when both cannot be had?"),
    ("It is easy to be busy with this and see no change.", "What made you choose this one?"),
)
"""What it says of its own accord, one after the other: doubts and questions."""

Step = Exception | str | None
"""A fault to raise, a doubt to word, or None for a harmless challenge."""


class ScriptedPartner(OfflinePartner):
    """Plays one step a call, then harmless ones.

    Attributes:
        gate: calls wait for it; set unless a test clears it.
        under_way: calls that were begun and not ended.
        most_at_once: the most of them at any time.
        calls: how many were begun.
        stubborn: it does not let go when it is cancelled until the gate opens.
    """

    name = "gpt-x"
    host = "models.example"
    voice: Voice = "guarded"
    reader = "gpt-small"

    def __init__(self, steps: Iterable[Step] = (), *, host: str = "models.example", name: str = "gpt-x") -> None:
        super().__init__(packaged_catalogue())
        self.host, self.name = host, name
        self.steps = deque(steps)
        self.gate = asyncio.Event()
        self.gate.set()
        self.under_way = self.most_at_once = self.calls = self._harmless = 0
        self.stubborn = self.closed = self.warm = False
        self.reading: Reading | Exception | None = None

    async def warm_up(self) -> None:
        self.warm = True

    def will_call(self, turn: Turn) -> bool:
        return bool(turn.choices)

    def prompt(self, turn: Turn) -> Prompt:
        messages = (
            Message("system", "You doubt and ask. You never write the team's OKRs."),
            Message("user", f"# The draft\n\n{turn.draft.source.text}\n\n# Raise one of\n\n- {turn.choices[0].lens}"),
        )
        passages = {each.id: each for each in turn.library.passages[:2]}
        return Prompt(messages, Schema("challenge", {}), passages, 1840, 12, _names(passages.values()))

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        step = self.steps.popleft() if self.steps else None
        await self._work(on_progress)
        if isinstance(step, Exception):
            raise step
        doubt, question = HARMLESS[self._harmless % len(HARMLESS)]
        self._harmless += not step
        return Challenge(turn.choices[0], step or doubt, question, origin="model")

    async def read(self, said: Said, on_progress: OnProgress = unheard) -> Reading | None:
        await self._work(on_progress)
        if isinstance(self.reading, Exception):
            raise self.reading
        return self.reading

    async def close(self) -> None:
        self.closed = True

    async def _work(self, on_progress: OnProgress) -> None:
        self.calls += 1
        self.under_way += 1
        self.most_at_once = max(self.most_at_once, self.under_way)
        try:
            on_progress(Progress(120))
            while not self.gate.is_set():
                try:
                    await self.gate.wait()
                except asyncio.CancelledError:
                    if not self.stubborn:
                        raise
        finally:
            self.under_way -= 1


def _names(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.file for each in passages))
