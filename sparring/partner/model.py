"""The partner that asks a language model: it chooses, and in the voice `guarded` it words."""

import asyncio
from contextlib import suppress

from sparring.bout.answer_as_read import Reading
from sparring.bout.reading import read_answer
from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor
from sparring.partner.align import choice_of, stretch_of
from sparring.partner.answer_reading import reading_of
from sparring.partner.bank import word
from sparring.partner.budget import Budget
from sparring.partner.cast import Cast, Voice
from sparring.partner.chat import ChatModel, OnProgress, unheard
from sparring.partner.faults import CallFault
from sparring.partner.port import Breach, Said, Turn
from sparring.partner.prompt import Prompt, challenge_prompt, reading_prompt
from sparring.partner.reply import ChallengeReply, ChoiceReply, PressReply, ReadingReply, understood
from sparring.partner.second_reader import could_be_pasted
from sparring.partner.tags import tags_of
from sparring.partner.templates import load
from sparring.referee.judge import judge, warm_up
from sparring.speech import LANGUAGES, speech
from sparring.text import visible


class ModelPartner:
    """A cast of models behind the port that the session knows.

    What a model writes is hostile text until the referee has passed it: it is in no log, no error and no attribute of this class.
    """

    def __init__(self, cast: Cast, catalogue: Catalogue) -> None:
        self._cast = cast
        self._catalogue = catalogue
        self._share = 1.0

    @property
    def name(self) -> str:
        """The model's name."""
        return self._cast.speaker.model

    @property
    def host(self) -> str:
        """Where text is sent, "" when nothing leaves the machine; the second reader's beside it where that is another."""
        hosts = [each.host for each in (self._cast.speaker, self._second_reader) if each and each.host]
        return ", ".join(dict.fromkeys(hosts))

    @property
    def voice(self) -> Voice:
        """Whose words are shown."""
        return self._cast.voice

    @property
    def reader(self) -> str:
        """Name of the second reader, "" when there is none."""
        return self._second_reader.model if self._second_reader else ""

    @property
    def budget(self) -> Budget:
        """What a turn with it may take."""
        return self._cast.budget

    def will_call(self, turn: Turn) -> bool:
        """Return whether `challenge` calls a model in this turn: never to open a bout, in the bank's voice only to choose."""
        if not turn.rounds:
            return False
        return self.voice == "guarded" or (turn.rung == "open" and (len(turn.choices) > 1 or bool(turn.may_raise)))

    def prompt(self, turn: Turn, broken_rule: str | None = None) -> Prompt:
        """Return exactly what is sent for a challenge in this turn; nothing is sent by this."""
        context = self._cast.speaker.context_tokens
        return challenge_prompt(turn, self._catalogue, context, voice=self.voice, broken_rule=broken_rule, share=self._share)

    async def warm_up(self) -> None:
        """Load what the first call will need; never raises."""
        with suppress(Exception):
            await asyncio.to_thread(_load)
        for each in filter(None, (self._cast.speaker, self._second_reader)):
            with suppress(Exception):
                await each.warm_up()

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        """Return a challenge, not yet judged.

        Raises:
            Breach: the reply chose what is not open.
            CallFault: the call failed, or its reply was not of the asked shape.
        """
        if not self.will_call(turn):
            return self._of_the_bank(turn, turn.choices[0])
        pressing = turn.rung != "open"
        prompt, text = await self._asked(turn, broken_rule, on_progress)
        if pressing:
            pressed = understood(PressReply, text)
            del text
            if pressed is None:
                raise _not_structured(self.name)
            return Challenge(turn.choices[0], "", pressed.question.strip(), turn.rung, origin="model")
        if self.voice == "bank":
            chosen = understood(ChoiceReply, text)
            del text
            if chosen is None:
                raise _not_structured(self.name)
            return self._of_the_bank(turn, self._aligned(chosen, turn, prompt))
        worded = understood(ChallengeReply, text)
        del text
        if worded is None:
            raise _not_structured(self.name)
        choice = self._aligned(worded, turn, prompt)
        return Challenge(choice, worded.doubt.strip(), worded.question.strip(), turn.rung, origin="model")

    async def could_be_pasted(self, challenge: Challenge, turn: Turn, on_progress: OnProgress = unheard) -> bool:
        """Return what the second reader says.

        Raises:
            CallFault: it is away, slow, or says neither yes nor no.
        """
        reader = self._second_reader
        return await could_be_pasted(reader, challenge, turn, on_progress) if reader else False

    async def read(self, said: Said, on_progress: OnProgress = unheard) -> Reading | None:
        """Return how an answer is to be read; None leaves it to the word lists.

        They alone hear a request to write: what is said to that must not depend on what a model makes of it.

        Raises:
            CallFault: the call failed, or its reply was not of the asked shape.
        """
        if "asks-for-writing" in read_answer(said.text, said.question, said.language).classes:
            return None
        prompt = reading_prompt(said, self._cast.speaker.context_tokens)
        reply = await self._read_in_time(prompt, on_progress)
        if reply is None:
            raise _not_structured(self.name)
        return reading_of(reply, said)

    async def close(self) -> None:
        """Let go of connections and memory."""
        for each in filter(None, (self._cast.speaker, self._second_reader)):
            await each.close()

    @property
    def _second_reader(self) -> ChatModel | None:
        return self._cast.second_reader if self.voice == "guarded" else None

    async def _read_in_time(self, prompt: Prompt, on_progress: OnProgress) -> ReadingReply | None:
        try:
            async with asyncio.timeout(self.budget.seconds):
                return understood(ReadingReply, (await self._cast.speaker.reply(prompt.request, on_progress)).text)
        except TimeoutError:
            raise CallFault("timeout", f"{visible(self.name)} took too long over the answer; it was read without a model.") from None

    async def _asked(self, turn: Turn, broken_rule: str | None, on_progress: OnProgress) -> tuple[Prompt, str]:
        """Return what was sent and what came back; a prompt that is too long is sent once more with half the passages."""
        prompt = await asyncio.to_thread(self.prompt, turn, broken_rule)
        try:
            return prompt, (await self._cast.speaker.reply(prompt.request, on_progress)).text
        except CallFault as fault:
            if fault.kind != "prompt-too-long" or not prompt.passages:
                raise
        self._share /= 2
        prompt = await asyncio.to_thread(self.prompt, turn, broken_rule)
        return prompt, (await self._cast.speaker.reply(prompt.request, on_progress)).text

    def _aligned(self, reply: ChoiceReply, turn: Turn, prompt: Prompt) -> Choice:
        try:
            return choice_of(reply, turn, self._catalogue, prompt.passages)
        except Breach:
            raise
        except Exception:
            # Fails closed, as the referee does; what went wrong may hold what the model wrote, so it is not passed on.
            raise Breach("unjudged") from None

    def _of_the_bank(self, turn: Turn, choice: Choice) -> Challenge:
        lens = self._catalogue[choice.lens]
        tags = tags_of(turn, choice)
        return word(lens, choice, tags, turn.rung, turn.spoken, turn.seed, spoken_texts=turn.spoken_texts, answers=turn.answers)


def _load() -> None:
    """Load what reading a reply needs as well: the referee's forms are otherwise made when they are first looked for."""
    load()
    warm_up()
    understood(ChallengeReply, "{}")
    stretch_of("nearest words", "the words that are nearest")
    for language in LANGUAGES:
        judge(Challenge(Choice("", Anchor("draft")), speech(language).no_line, speech(language).last_resort), Ground(), language=language)


def _not_structured(model: str) -> CallFault:
    return CallFault(
        "not-structured",
        f"{visible(model)} did not reply in the shape that was asked for. Try again, or choose another model; going on offline works too.",
    )
