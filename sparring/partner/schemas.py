"""The shapes that a model's replies must have, as JSON schemas.

Every object is closed and every property required, as strict modes ask. Lengths stand in the prompt and are judged by the referee: not
every endpoint takes them in a schema.
"""

from collections.abc import Sequence
from typing import Any, Final, get_args

from sparring.lenses.model import AnswerClass
from sparring.partner.chat import Schema

THE_DRAFT: Final = "draft"
THE_BET: Final = "bet"
NONE: Final = "none"
"""What a reply names instead of an item, and instead of a passage."""

_CLASSES: Final = get_args(AnswerClass)


def _text(about: str, among: Sequence[str] = ()) -> dict[str, Any]:
    return {"type": "string", "description": about, **({"enum": list(among)} if among else {})}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _list(of: dict[str, Any], about: str) -> dict[str, Any]:
    return {"type": "array", "items": of, "description": about}


_DOUBT = _text("What does not hold, in one or two plain sentences, at most 240 characters. No question.")
_QUESTION = _text("One open question that ends in a question mark, at most 200 characters.")


def challenge_schema(lenses: Sequence[str], items: Sequence[str], passages: Sequence[str], *, worded: bool) -> Schema:
    """Return the shape of a challenge.

    Args:
        lenses: ids of those that are open.
        items: ids of those that it can be about, `THE_DRAFT` and `THE_BET` among them.
        passages: ids of those that can be shown beside it.
        worded: the model words it; otherwise it only chooses.
    """
    fields = {
        "lens": _text("The angle.", lenses),
        "items": _list(_text("An item's id.", items), "What it is about: one item, several, the whole draft, or the bet."),
        "phrase": _text("For one item: the words of it that the challenge turns on, copied exactly. Empty for several items or the draft."),
        "passage": _text("The one line of the strategy that the challenge rests on, or none.", (NONE, *passages)),
    }
    if worded:
        fields |= {"doubt": _DOUBT, "question": _QUESTION}
    return Schema("challenge" if worded else "choice", _object(fields))


def press_schema() -> Schema:
    """Return the shape of a press: one question."""
    return Schema("press", _object({"question": _QUESTION}))


def reading_schema() -> Schema:
    """Return the shape of an answer's reading."""
    words = "Words of the answer, copied exactly."
    found = _object({"class": _text("What these words are.", _CLASSES), "words": _text(words)})
    return Schema(
        "reading",
        _object(
            {
                "classes": _list(found, "What the answer is, the most important first; usually one, seldom three."),
                "answers_the_question": {
                    "type": "boolean",
                    "description": "It replies to this question or to this doubt; false for something real that replies to another.",
                },
                "settled": _list(_text(words), "Stretches that settle something about this question or doubt. Empty where nothing does."),
                "open": _list(_text(words), "Stretches that say what is still open or not known. Empty where none does."),
                "rest": {"type": "boolean", "description": "The doubt should rest: a fact, a reason, a decision or a promise answers it."},
            }
        ),
    )


def second_reader_schema() -> Schema:
    """Return the shape of the second reader's yes or no."""
    asked = "The team could paste an objective, a key result, a metric or a target from it, or trivially put one together."
    return Schema("second_reading", _object({"could_be_pasted": {"type": "boolean", "description": asked}}))
