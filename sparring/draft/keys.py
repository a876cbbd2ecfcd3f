"""What the keys of data mean, and what a value says beside them."""

import re

from sparring.draft.labels import INNER_LABEL, labelled
from sparring.draft.model import Kind
from sparring.draft.tags import Labelled
from sparring.draft.values import Mapping, Scalar, Sequence, Value
from sparring.draft.vocabulary import WORDS, column_field, means_code, means_key_result, means_objective, means_task, normal
from sparring.draft.words import Words

LIST_OF_RESULTS = frozenset(map(normal, ("results", "measures", "outcomes", "resultados", "ergebnisse", "résultats", "metrics")))
"""Keys of lists that may hold key results, where no key says so better."""

_NAME_OF_DATA = re.compile(r"(?=[\w./-]{0,39}[\d_])[a-z][\w./-]{0,39}", re.ASCII | re.IGNORECASE)
"""A name that a program would give: "kr-c1", "queue_min"."""

_KIND_KEYS = frozenset({"type", "kind", "level", "typ", "art", "tipo", "tür", "类型", "유형"})
_LONGEST_KIND = 20
CODE = re.compile(r"(?:O(?:BJ)?|KR|RC)?[-_ ]?\d{1,2}(?:[.\-_]\d{1,2})*|O\d+[-_.]?KR\d+", re.IGNORECASE)
"""The author's own name of an item: "O1", "KR-1-2"."""

_DRAFT_IN_STRING = re.compile(r"^[^\S\n]*(?:O|KR|Objective|Key Result)[ -]?\d+\s*[.:：)]", re.IGNORECASE | re.MULTILINE)
_ENOUGH_LABELS = 2
_NAMED_OKR = re.compile(r"(?P<name>OKR\s+[^\W\d][^:：]{1,30})[:：]\s+(?=\S)")
_OKRS = frozenset({"okrs", "okr"})
_LOOKED_AT = 100
"""Values looked at to learn whether teams or cycles stand between "okrs" and the objectives."""


def labelled_value(words: Words) -> Labelled:
    """A value without its label; a value that is nothing but a word for its kind stays, as it stands for what is still to be written."""
    if prefix := _NAMED_OKR.match(words.text[:60]):
        found = labelled(words.part(prefix.end()))
        found.label = found.label or words.part(*prefix.span("name"))
        found.syntax.append(words.part(0, prefix.end()))
        return found
    found = labelled(words)
    return found if found.words or found.number or not words else Labelled(words.strip())


def says_something(text: str) -> bool:
    """A number under "objectives" counts them, and a code under "key_results" points at one: neither is an item."""
    named = CODE.fullmatch(text.strip()) or _NAME_OF_DATA.fullmatch(text.strip())
    return named is None and re.search(r"[^\W\d_]", text) is not None


def holds_a_draft(text: str) -> bool:
    """Tell whether a string is a whole draft: labels at the beginnings of its lines, or several on one line."""
    if "\n" in text:
        return _DRAFT_IN_STRING.search(text) is not None
    return sum(1 for _ in INNER_LABEL.finditer(text)) >= _ENOUGH_LABELS


def says_result(words: Words) -> bool:
    """Tell whether a string in a list of objectives says that it is a key result."""
    found = labelled(words)
    return found.role == "key_result" and not found.loose and bool(found.number)


def without_container(name: str) -> str:
    """Return a key without the word for the container: `keyResultList` holds key results."""
    return name.removesuffix(" list").removesuffix(" items").removesuffix(" array")


def kind_said(value: Mapping, names: list[str]) -> Kind | None:
    """The kind that a record says it is: `type: key_result`."""
    for name, (_, child) in zip(names, value.pairs, strict=True):
        if name in _KIND_KEYS and isinstance(child, Scalar) and len(child.words.text) <= _LONGEST_KIND:
            if means_key_result(child.words.text):
                return "key_result"
            if means_objective(child.words.text):
                return "objective"
    return None


def is_results(name: str, child: Value) -> bool:
    """Tell whether a key holds key results."""
    return (means_key_result(without_container(name)) and not isinstance(child, Scalar)) or (
        name in LIST_OF_RESULTS and isinstance(child, Sequence) and bool(child.items)
    )


def holds_groups(name: str, child: Value) -> bool:
    """Under "okrs" may stand teams or cycles, each with its objectives."""
    if name not in _OKRS:
        return False
    waiting = [child]
    for _ in range(_LOOKED_AT):
        if not waiting:
            break
        value = waiting.pop()
        if isinstance(value, Sequence):
            waiting.extend(value.items[:_LOOKED_AT])
        elif isinstance(value, Mapping):
            named = [(normal(key.words.text), inner) for key, inner in value.pairs if not isinstance(inner, Scalar)]
            if any(is_results(key, inner) for key, inner in named):
                continue
            if any(is_objectives(key) for key, _ in named):
                return True
            waiting.extend(inner for _, inner in named)
    return False


def is_objectives(name: str) -> bool:
    """Tell whether a key holds objectives."""
    return means_objective(name) or name in _OKRS


def index_of_words(value: Mapping, names: list[str], kind: Kind) -> int | None:
    """Which pair holds the item's words: the best-named scalar, or a mapping under "objective" that holds a title."""
    means = means_objective if kind == "objective" else means_key_result
    best: tuple[int, int] | None = None
    for index, (name, (_, child)) in enumerate(zip(names, value.pairs, strict=True)):
        rank: int | None = None
        if isinstance(child, Mapping):
            rank = 0 if kind == "objective" and means(name) else None
        elif isinstance(child, Scalar):
            if means(name) and not (kind == "objective" and column_field(name) == "target" and "objective" not in name):
                rank = 1
            elif name in WORDS:
                rank = 2 + WORDS.index(name)
            elif means(name):
                rank = 2 + len(WORDS)
            elif kind == "key_result" and means_task(name):
                rank = 3 + len(WORDS)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, index)
    return best[1] if best else None


def describes_one(value: Mapping, names: list[str]) -> bool:
    """A mapping whose keys are fields or key results is one item, even without words; else its keys name several."""
    return any(
        column_field(name) is not None or means_code(name) or is_results(name, child)
        for name, (_, child) in zip(names, value.pairs, strict=True)
    )
