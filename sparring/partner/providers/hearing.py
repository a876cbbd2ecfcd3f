"""One streamed reply as it comes in: words, thinking, how it ended, and bounds on all of it."""

from dataclasses import dataclass, field
from typing import Any, Final

from sparring.partner.chat import Progress
from sparring.partner.providers.thinking import Beginning, without_thinking

_CHARACTERS_PER_TOKEN: Final = 4
_TIMES_WHAT_WAS_ASKED: Final = 3
_LONGEST_TOKEN: Final = 16
_SLACK: Final = 400


@dataclass
class Heard:
    """What came of one reply so far.

    Attributes:
        most_tokens: that were asked for; an endpoint that goes far beyond them is stopped listening to.
        said: pieces of the reply's text.
        thoughts: characters of thinking that came in fields of their own.
        tokens: pieces with words or thinking; endpoints send one or a few tokens in each.
        pieces: of any kind, also those whose thinking is kept back.
        finish: why the endpoint ended the reply; None: it did not say.
        refused: the model declined, in the field made for it.
        prompt_tokens: as the endpoint counts.
        reply_tokens: as the endpoint counts.
    """

    most_tokens: int
    said: list[str] = field(default_factory=list)
    thoughts: int = 0
    tokens: int = 0
    pieces: int = 0
    finish: str | None = None
    refused: bool = False
    prompt_tokens: int | None = None
    reply_tokens: int | None = None
    _characters: int = 0
    _speaking: bool = False
    _beginning: Beginning = field(default_factory=Beginning)

    def take(self, chunk: object) -> bool:
        """Take in one event of the stream, whatever it holds; return whether a token came."""
        self._count(getattr(chunk, "usage", None))
        choices = getattr(chunk, "choices", None)
        if not isinstance(choices, list) or not choices:
            return False
        finish = getattr(choices[0], "finish_reason", None)
        if isinstance(finish, str) and finish:
            self.finish = finish
        return self.take_message(getattr(choices[0], "delta", None))

    def take_message(self, message: object) -> bool:
        """Take in a message or a piece of one; return whether a token came."""
        self.pieces += 1
        text, thought = _texts(_of(message, "content"))
        for name in ("reasoning_content", "reasoning"):
            more = _of(message, name)
            if isinstance(more, str):
                thought += more
                break
        if isinstance(declined := _of(message, "refusal"), str) and declined:
            self.refused = True
        if text:
            self.said.append(text)
            self._characters += len(text)
            self._speaking = self._speaking or self._beginning.hear(text)
        self.thoughts += len(thought)
        if came := bool(text or thought or declined):
            self.tokens += 1
        return came

    def progress(self) -> Progress:
        """Say how far it is."""
        counted = (self._characters + self.thoughts) // _CHARACTERS_PER_TOKEN
        return Progress(max(self.tokens, counted), thinking=not self._speaking)

    @property
    def is_too_much(self) -> bool:
        """More came than was asked for by any way of counting: the endpoint knows no end."""
        return (
            self.pieces > self.most_tokens * _TIMES_WHAT_WAS_ASKED + _SLACK
            or self._characters + self.thoughts > (self.most_tokens + _SLACK) * _LONGEST_TOKEN
        )

    @property
    def text(self) -> str:
        """The reply, without thinking between tags."""
        return without_thinking("".join(self.said))[0].strip()

    @property
    def thought(self) -> bool:
        """It thought, in a field of its own or between tags."""
        return bool(self.thoughts or without_thinking("".join(self.said))[1].strip())

    def _count(self, usage: object) -> None:
        prompt, reply = _of(usage, "prompt_tokens"), _of(usage, "completion_tokens")
        if _is_count(prompt):
            self.prompt_tokens = prompt
        if _is_count(reply):
            self.reply_tokens = reply

    def take_whole(self, body: object) -> None:
        """Take in a reply that came in one piece, as the endpoint does not stream; a body that is none leaves everything empty."""
        self._count(_of(body, "usage"))
        choices = _of(body, "choices")
        if isinstance(choices, list) and choices:
            finish = _of(choices[0], "finish_reason")
            self.finish = finish if isinstance(finish, str) else None
            self.take_message(_of(choices[0], "message"))


def _of(holder: object, name: str) -> Any:
    return holder.get(name) if isinstance(holder, dict) else getattr(holder, name, None)


def _texts(content: object) -> tuple[str, str]:
    """Return words and thinking of a message's content: a text, or parts of which some are thinking."""
    if isinstance(content, str):
        return content, ""
    words, thoughts = "", ""
    for part in content if isinstance(content, list) else ():
        text = _of(part, "text")
        if isinstance(text, str):
            words += text
        elif isinstance(thinking := _of(part, "thinking") or _of(part, "reasoning"), str):
            thoughts += thinking
        elif isinstance(thinking, list):
            thoughts += "".join(piece for piece in (_of(each, "text") for each in thinking) if isinstance(piece, str))
    return words, thoughts


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << 40
