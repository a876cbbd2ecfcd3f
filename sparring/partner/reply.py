"""How a model's replies are read: whatever comes is taken as hostile text, of which nothing is kept when it is of another shape."""

from typing import Annotated, Final, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from sparring.lenses.model import AnswerClass

LONGEST_REPLY: Final = 40_000
"""Characters; a reply of the asked shape has about 600."""
MOST_ITEMS: Final = 60


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_text(value: object) -> object:
    return "" if value is None else value


_Text = Annotated[str, Field(max_length=4_000), BeforeValidator(_as_text)]
_Texts = Annotated[tuple[_Text, ...], Field(max_length=MOST_ITEMS), BeforeValidator(_as_list)]


class _Reply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)


class ChoiceReply(_Reply):
    """What a model chose."""

    lens: _Text
    items: _Texts
    phrase: _Text = ""
    passage: _Text = ""


class ChallengeReply(ChoiceReply):
    """What a model chose and how it worded it."""

    doubt: _Text = ""
    question: _Text


class PressReply(_Reply):
    """A press."""

    question: _Text


class FoundReply(_Reply):
    """One class of an answer."""

    answer_class: Annotated[AnswerClass, Field(alias="class")]
    words: _Text = ""


class ReadingReply(_Reply):
    """How a model reads an answer."""

    classes: Annotated[tuple[FoundReply, ...], Field(max_length=MOST_ITEMS)]
    answers_the_question: bool = True
    settled: _Texts = ()
    open: _Texts = ()
    rest: bool


class SecondReply(_Reply):
    """What the second reader says."""

    could_be_pasted: bool


_R = TypeVar("_R", bound=_Reply)


def understood(shape: type[_R], text: str) -> _R | None:
    """Return a reply as its shape, or None where it is of another; why is not kept, as that would hold what it said."""
    if len(text) > LONGEST_REPLY:
        return None
    try:
        return shape.model_validate_json(text)
    except ValueError:
        return None
