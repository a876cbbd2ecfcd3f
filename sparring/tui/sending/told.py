"""What leaves the machine, in words. Pure."""

from collections.abc import Iterator

from sparring.bout.state import Bout
from sparring.partner.prompt import Prompt
from sparring.text import visible
from sparring.tui.reading.counts import how_many

MOST_NAMED = 6
"""Documents named one by one; of more, the rest is counted."""

ROLES = {"system": "the rule", "user": "what it is about", "assistant": "what it said"}
"""Above a message, by its role."""


def named(documents: tuple[str, ...]) -> str:
    """Return documents as a list in words: those of a large folder are counted from the seventh on."""
    shown = [visible(each) for each in documents[:MOST_NAMED]]
    more = len(documents) - len(shown)
    return ", ".join([*shown, f"and {more} more"] if more else shown)


def items_sent(bout: Bout, documents: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return what goes to a model, each with how much of it."""
    draft = bout.draft
    items = how_many(sum(1 for _ in draft.items()), "item")
    rows = [
        ("your draft", f"{visible(draft.source.name)}, {'what you spar on of it' if bout.part is not draft else 'all of it'}: {items}"),
        ("what is said", "your situation, your answers, the challenges so far"),
    ]
    if documents:
        rows.append(("your strategy", f"the lines that bear on a challenge, out of {named(documents)}"))
    return tuple(rows)


def summary(prompt: Prompt) -> str:
    """Return how much one call sends."""
    lines = how_many(len(prompt.passages), "line")
    parts = [f"about {prompt.tokens:,} tokens"]
    parts.append(f"{lines} of {named(prompt.documents)}" if prompt.passages else "no line of a document")
    if prompt.left_out:
        parts.append(f"{how_many(prompt.left_out, 'line')} left out for want of room")
    return " · ".join(parts)


def verbatim(prompt: Prompt) -> str:
    """Return everything that one call sends, message by message, and the shape that is asked for."""
    return "\n".join(_verbatim(prompt))


def _verbatim(prompt: Prompt) -> Iterator[str]:
    import json

    for number, message in enumerate(prompt.messages):
        if number:
            yield ""
        yield f"─── {message.role}: {ROLES[message.role]} ───"
        yield visible(message.text, lines=True)
    yield ""
    yield f"─── the shape of the reply: {visible(prompt.schema.name)}, at most {prompt.most_tokens:,} tokens ───"
    yield visible(json.dumps(prompt.schema.fields, indent=2, ensure_ascii=False), lines=True)
