"""Words that are nothing but fields: "Owner: Ana | Status: open"."""

import re

from sparring.draft.model import FieldName
from sparring.draft.vocabulary import field_named
from sparring.draft.words import Words

_PAIR = re.compile(r"(?:^|(?<=[|·;,，；•]))\s*(?P<name>[^\W\d_][^:：|·;,，；•]{0,30}?)\s*[:：]\s*")


def field_pairs(words: Words) -> list[tuple[FieldName, Words, Words]]:
    """Return field, value and label of words that are nothing but fields ("Owner: Ana | Status: open"), else nothing.

    A value reaches to the next name of a field, so it may hold commas.
    """
    if len(words.text) > 1000:
        return []
    starts = [(match, name) for match in _PAIR.finditer(words.text) if (name := field_named(match["name"]))]
    if not starts or starts[0][0].start() != 0:
        return []
    pairs = []
    for index, (match, name) in enumerate(starts):
        end = starts[index + 1][0].start() if index + 1 < len(starts) else len(words.text)
        value = words.part(match.end(), end).strip(" \t\n|·;,，；•")
        pairs.append((name, value, words.part(*match.span("name"))))
    return pairs
