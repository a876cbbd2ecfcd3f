"""Labelled sentences: what the referee must withhold and what it must let pass, with the draft that each was said about."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sparring.challenge import Ground
from sparring.draft.language import language_of

Label = Literal["withhold", "pass", "borderline"]
_LABELS: Mapping[object, Label] = {1: "withhold", 0: "pass", "b": "borderline"}
_NO_CONTEXT: Mapping[str, Any] = {}


class LabelledError(Exception):
    """Labelled sentences that cannot be used; the message says what is wrong, where, and what is expected."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One sentence, or a few, of free prose.

    Attributes:
        id: its name in the file.
        form: in what way it breaks the policy, or looks as if it did; "" if the file does not say.
        label: what a careful reader said should happen to it.
        text: the words.
        ground: whose numbers and words it may rest on; its items are the whole draft.
        language: of the bout, which is the draft's.
    """

    id: str
    form: str
    label: Label
    text: str
    ground: Ground
    language: str


def read_labelled(lines: str, name: str, contexts: Mapping[str, Any]) -> list[Labelled]:
    """Read one JSON object a line: `text`, `label` (1, 0 or "b"), and `ctx` (a name in `contexts`) or `draft` (ids to texts).

    Args:
        lines: the file's text.
        name: what to call the file.
        contexts: names to objects with `draft`, and perhaps `strategy` and `chat`.

    Raises:
        LabelledError: a line is no JSON object, or lacks what is needed.
    """
    found = [_labelled(row, f"{name}, line {number}", contexts, str(number)) for number, row in _rows(lines, name)]
    if not found:
        raise LabelledError(f'{name} holds no sentences. It needs one JSON object a line, with "text" and "label".')
    return found


def read_contexts(text: str, name: str) -> Mapping[str, Any]:
    """Read the contexts that sentences name.

    Raises:
        LabelledError: it is no JSON object of objects.
    """
    try:
        contexts = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise LabelledError(f'{name} is not JSON. It should hold one object: a name for each context, with its "draft".') from error
    if not isinstance(contexts, dict) or not all(isinstance(each, dict) for each in contexts.values()):
        raise LabelledError(f'{name} should hold one JSON object: a name for each context, with its "draft".')
    return contexts


def _rows(lines: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise LabelledError(f"{name}, line {number} is not JSON. Each line must be one JSON object of its own (JSON Lines).") from error
        if not isinstance(row, dict):
            raise LabelledError(f'{name}, line {number} is no JSON object. Each line needs "text" and "label".')
        yield number, row


def _labelled(row: Mapping[str, Any], place: str, contexts: Mapping[str, Any], otherwise: str) -> Labelled:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise LabelledError(f'{place} has no "text". Put the sentence there.')
    given = row.get("label")
    if isinstance(given, bool | list | dict) or given not in _LABELS:
        raise LabelledError(f'{place} has no usable "label". It must be 1 (to be withheld), 0 (to pass) or "b" (borderline).')
    context = _NO_CONTEXT
    if (ctx := row.get("ctx")) is not None:
        if not isinstance(ctx, str) or ctx not in contexts:
            raise LabelledError(
                f"{place} names the context {ctx!r}, which is not there. Contexts stand in a contexts.json beside the file."
            )
        context = contexts[ctx]
    draft = row.get("draft", context.get("draft", {}))
    if not isinstance(draft, dict) or not all(isinstance(each, str) for each in draft.values()):
        raise LabelledError(f'{place} has a "draft" that cannot be read. It should be an object: the items\' ids with their texts.')
    items = tuple(draft.values())
    strategy, chat = (str(row.get(key, context.get(key)) or "") for key in ("strategy", "chat"))
    return Labelled(
        id=str(row.get("id", otherwise)),
        form=str(row.get("form", "")),
        label=_LABELS[given],
        text=text,
        ground=Ground(items=items, passage=strategy, answers=(chat,) if chat else ()),
        language=_language(" \n".join((*items, strategy))),
    )


def _language(draft: str) -> str:
    language = language_of(draft)
    return language if language != "und" else "en"
