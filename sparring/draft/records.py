"""Nested data of any schema: objectives and key results are found by what keys mean, not by where they stand."""

from dataclasses import dataclass, replace

from sparring.draft.keys import (
    CODE,
    LIST_OF_RESULTS,
    describes_one,
    holds_a_draft,
    holds_groups,
    index_of_words,
    is_objectives,
    is_results,
    kind_said,
    labelled_value,
    says_result,
    says_something,
    without_container,
)
from sparring.draft.labels import labelled
from sparring.draft.model import Kind
from sparring.draft.outline import Entry, Outline
from sparring.draft.plain import read_plain_words
from sparring.draft.tags import take_owner
from sparring.draft.values import Mapping, Scalar, Sequence, Value
from sparring.draft.vocabulary import (
    column_field,
    means_code,
    means_details,
    means_group,
    means_key_result,
    means_notes,
    means_objective,
    names_period,
    normal,
    only_wraps,
)
from sparring.draft.words import Words
from sparring.text import Span

_PARENT_KEYS = frozenset({"parent", "parent objective", "parent id", "parent objective id", "aligns to", "aligned to", "supports"})
_PARENTS_OF_RESULTS = _PARENT_KEYS | {"objective id", "okr id", "goal id", "objective ref", "objective key"}
_NAMES_OF_GROUPS = frozenset(map(normal, ("name", "title", "label", "titel", "nombre", "nome", "nom", "名称", "이름", "名前")))
_MOST_GROUPS = 20
"""Teams and cycles above one item that are remembered."""

_DEEPEST = 200
"""Levels looked into; what lies deeper is no draft that a person wrote."""


@dataclass(eq=False)
class _Visit:
    value: Value
    meaning: Kind | None
    under: Entry | None
    depth: int = 0
    name: Scalar | None = None
    section: tuple[Words, ...] = ()
    """Keys and names above that name a team or a cycle."""
    may_point: bool = False
    """Only a code or a name beside other values says that this is a key result, so it may speak of one that stands elsewhere."""


def read_values(documents: list[Value]) -> Outline:
    """Read nested data into an outline."""
    reader = _Reader()
    waiting = [_Visit(value, None, None) for value in reversed(documents)]
    while waiting:
        visit = waiting.pop()
        if visit.depth < _DEEPEST:
            following = reader.visit(visit)
            for inner in following:
                inner.section = (visit.section + inner.section)[:_MOST_GROUPS]
            waiting.extend(reversed(following))
    reader.link_parents()
    reader.leave_out_references()
    return reader.outline


class _Reader:
    """Finds items in one value at a time and says which values to look into next."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.labelled: dict[str, Entry] = {}
        self.parents: list[tuple[Entry, Words]] = []
        self.rows: dict[tuple[int, str], Entry] = {}
        self.pointing: set[int] = set()
        self.last_objective: Entry | None = None

    def visit(self, visit: _Visit) -> list[_Visit]:
        value = visit.value
        if isinstance(value, Sequence):
            return [_Visit(item, visit.meaning, visit.under, visit.depth + 1) for item in value.items]
        if isinstance(value, Scalar):
            self._scalar(value, visit)
            return []
        return self._mapping(value, visit)

    def _scalar(self, value: Scalar, visit: _Visit) -> None:
        if holds_a_draft(value.words.text):
            inner = read_plain_words(value.words)
            if inner.entries:
                self.outline.include(inner, visit.under, visit.section)
                return
        if visit.meaning is None or (value.words and not says_something(value.words.text)):
            return
        if visit.meaning == "objective" and says_result(value.words) and self.last_objective is not None:
            self._entry("key_result", value.words, value.span, replace(visit, under=self.last_objective))
        else:
            self._entry(visit.meaning, value.words, value.span, visit, label=visit.name)

    def _entry(self, kind: Kind, words: Words, place: Span, visit: _Visit, label: Scalar | None = None) -> Entry:
        found = labelled_value(words)
        stands_for_words = label is not None and CODE.fullmatch(label.words.text.strip()) is None
        if label is not None and stands_for_words and not words:
            found = labelled(label.words)
        entry = Entry(kind, found.words, place, found.label, under=visit.under, section=visit.section)
        if label is not None and not entry.label and not stands_for_words:
            entry.label = label.words
        entry.words, owner = take_owner(entry.words, (group.text for group in visit.section))
        entry.add("owner", owner)
        for name, value in found.fields:
            entry.add(name, value)
        self.outline.syntax.extend(part.span for part in found.syntax)
        self.outline.entries.append(entry)
        if kind == "objective":
            self.last_objective = entry
        if visit.may_point and kind == "key_result" and visit.under is None:
            self.pointing.add(id(entry))
        return entry

    def _mapping(self, value: Mapping, visit: _Visit) -> list[_Visit]:
        names = [normal(key.words.text) for key, _ in value.pairs]
        if "$ref" in names or {"type", "properties"} <= set(names):
            # The schema of some program's data, not data.
            return []
        self._groups(value, visit)
        if visit.meaning is not None and value.pairs and all(CODE.fullmatch(key.words.text.strip()) for key, _ in value.pairs):
            return self._keyed(value, visit)
        row = self._row(value, names, visit)
        if row is not None:
            return row
        kind = self._kind(value, names, visit)
        if kind is None:
            return self._plain_mapping(value, names, visit)
        words_index = index_of_words(value, names, kind)
        if words_index is None and visit.meaning is not None and not describes_one(value, names):
            return self._keyed(value, visit)
        if visit.meaning is None and kind == "key_result" and kind_said(value, names) is None:
            visit.may_point = True
        return self._record(value, names, visit, kind, words_index)

    def _groups(self, value: Mapping, visit: _Visit) -> None:
        """A team or a cycle that a record names belongs to everything in it."""
        if visit.meaning == "key_result":
            return
        for key, child in value.pairs:
            if isinstance(child, Scalar) and child.words and means_group(key.words.text):
                visit.section = (*visit.section, child.words)[:_MOST_GROUPS]
                self.outline.syntax += [key.span, child.span]

    def _kind(self, value: Mapping, names: list[str], visit: _Visit) -> Kind | None:
        holds_results = any(is_results(name, child) for name, (_, child) in zip(names, value.pairs, strict=True))
        if (said := kind_said(value, names)) is not None and index_of_words(value, names, said) is not None:
            return said
        if visit.meaning == "key_result":
            return "key_result"
        if visit.meaning == "objective":
            return "objective"
        has_title = index_of_words(value, names, "objective") is not None
        if holds_results and has_title:
            return "objective"
        index = index_of_words(value, names, "key_result")
        if index is None or not any(
            means_key_result(name) and isinstance(child, Scalar) for name, (_, child) in zip(names, value.pairs, strict=True)
        ):
            return None
        chosen = value.pairs[index][1]
        return "key_result" if isinstance(chosen, Scalar) and says_something(chosen.words.text) else None

    def _row(self, value: Mapping, names: list[str], visit: _Visit) -> list[_Visit] | None:
        """A flat record that names an objective and key results, like a row of a table."""
        scalars = {name: child for name, (_, child) in zip(names, value.pairs, strict=True) if isinstance(child, Scalar)}
        results = [
            child for name, (_, child) in zip(names, value.pairs, strict=True) if isinstance(child, Scalar) and means_key_result(name)
        ]
        # Beside one key result a goal may be its target.
        aims = [name for name in names if name in scalars and means_objective(name) and (name != "goal" or len(results) > 1)]
        objective = scalars[aims[0]] if aims else None
        if objective is None or not results or len(scalars) != len(value.pairs):
            return None
        known = (id(visit.under), objective.words.text.casefold())
        entry: Entry | None = None
        named = set(map(id, results))
        if known in self.rows:
            self.rows[known].mentions.extend(objective.words.spans)
        else:
            self.rows[known] = self._entry("objective", objective.words, objective.span, visit)
        for result in results:
            if result.words or len(results) == 1:
                entry = self._entry("key_result", result.words, value.span, _Visit(result, "key_result", self.rows[known]))
        for name, (key, child) in zip(names, value.pairs, strict=True):
            if child is objective or id(child) in named:
                self.outline.syntax.append(key.span)
            elif isinstance(child, Scalar):
                self._beside(entry if entry is not None and len(results) == 1 else self.rows[known], name, key, child)
        return []

    def _plain_mapping(self, value: Mapping, names: list[str], visit: _Visit) -> list[_Visit]:
        following = []
        holds_more = any(not isinstance(child, Scalar) for _, child in value.pairs)
        for name, (key, child) in zip(names, value.pairs, strict=True):
            meaning: Kind | None = None
            if is_objectives(name):
                meaning = None if holds_groups(name, child) else "objective"
            elif means_key_result(without_container(name)):
                meaning = "key_result"
            coded = labelled(Words(key.words.text + ":")) if CODE.fullmatch(key.words.text.strip()) else None
            if meaning is None and coded is not None and coded.role in ("objective", "key_result"):
                meaning = coded.role
                following.append(_Visit(child, meaning, visit.under, visit.depth + 1, key, may_point=True))
                continue
            if meaning is not None and isinstance(child, Scalar) and "\n" in child.words.text:
                inner = read_plain_words(child.words)
                if inner.entries:
                    self.outline.include(inner, visit.under, visit.section)
                    continue
            if meaning is not None:
                self.outline.syntax.append(key.span)
            elif (
                not visit.depth
                and not self.outline.entries
                and not self.outline.title
                and name in ("title", "name", "okr title")
                and isinstance(child, Scalar)
            ):
                self.outline.title = child.words
                self.outline.syntax.append(key.span)
                continue
            elif visit.depth and name in _NAMES_OF_GROUPS and isinstance(child, Scalar) and child.words and holds_more:
                self.outline.notes.append(child.words)
                self.outline.syntax.append(key.span)
                visit.section = (*visit.section, child.words)[:_MOST_GROUPS]
                continue
            elif means_notes(name) and isinstance(child, Scalar):
                self.outline.notes.append(child.words)
                self.outline.syntax.append(key.span)
                continue
            group = () if isinstance(child, Scalar) or meaning is not None or only_wraps(name) else (key.words,)
            self.outline.syntax.extend(words.span for words in group)
            following.append(_Visit(child, meaning, visit.under, visit.depth + 1, section=group))
        return following

    def _keyed(self, value: Mapping, visit: _Visit) -> list[_Visit]:
        """Items under keys of their own: `O1: {...}`, or the words themselves as keys."""
        following: list[_Visit] = []
        for key, child in value.pairs:
            is_code = CODE.fullmatch(key.words.text.strip()) is not None
            if is_code or (
                isinstance(child, Mapping)
                and index_of_words(child, [normal(k.words.text) for k, _ in child.pairs], "objective") is not None
            ):
                following.append(_Visit(child, visit.meaning, visit.under, visit.depth + 1, key))
            elif visit.meaning == "objective" and not isinstance(child, Scalar) and names_period(key.words.text):
                self.outline.syntax.append(key.span)
                following.append(_Visit(child, visit.meaning, visit.under, visit.depth + 1, section=(key.words,)))
            elif visit.meaning == "objective" and not isinstance(child, Scalar):
                entry = self._entry("objective", key.words, key.span, visit)
                following.append(_Visit(child, "key_result", entry, visit.depth + 1))
            elif visit.meaning is not None and isinstance(child, Scalar):
                following.append(_Visit(child, visit.meaning, visit.under, visit.depth + 1, key))
            else:
                following.append(_Visit(child, None, visit.under, visit.depth + 1))
        return following

    def _record(self, value: Mapping, names: list[str], visit: _Visit, kind: Kind, words_index: int | None) -> list[_Visit]:
        words, inner = Words(""), None
        if words_index is not None:
            child = value.pairs[words_index][1]
            if isinstance(child, Scalar):
                words = child.words
            else:
                inner = child
        entry = self._entry(kind, words, value.span, visit, label=visit.name)
        if inner is not None and isinstance(inner, Mapping):
            self._inner_title(entry, inner)
        following = []
        under = entry if kind == "objective" else visit.under
        named = any(means_key_result(name) and not isinstance(child, Scalar) for name, (_, child) in zip(names, value.pairs, strict=True))
        for index, (name, (key, child)) in enumerate(zip(names, value.pairs, strict=True)):
            if index == words_index:
                self.outline.syntax.append(key.span)
            elif isinstance(child, Scalar) and not is_results(name, child):
                self._beside(entry, name, key, child)
            elif kind == "objective" and named and name in LIST_OF_RESULTS:
                continue
            elif kind == "objective" and is_results(name, child):
                self.outline.syntax.append(key.span)
                following.append(_Visit(child, "key_result", under, visit.depth + 1))
            elif kind == "objective" and (is_objectives(name) or name in ("children", "sub objectives", "child objectives")):
                self.outline.syntax.append(key.span)
                following.append(_Visit(child, "objective", under, visit.depth + 1))
            elif kind == "objective":
                following.append(_Visit(child, None, under, visit.depth + 1))
            else:
                self._beside_nested(entry, name, key, child)
        return following

    def _inner_title(self, entry: Entry, inner: Mapping) -> None:
        names = [normal(key.words.text) for key, _ in inner.pairs]
        index = index_of_words(inner, names, entry.kind)
        for position, (name, (key, child)) in enumerate(zip(names, inner.pairs, strict=True)):
            if not isinstance(child, Scalar):
                continue
            if position == index:
                found = labelled(child.words)
                entry.words, entry.label = found.words, found.label or entry.label
                self.outline.syntax.append(key.span)
            else:
                self._beside(entry, name, key, child)

    def _beside(self, entry: Entry, name: str, key: Scalar, child: Scalar) -> None:
        """Keep a value beside an item's words: its label, a field, a remark. What means nothing known stays unplaced."""
        known = column_field(name)
        if name in (_PARENTS_OF_RESULTS if entry.kind == "key_result" else _PARENT_KEYS):
            self.parents.append((entry, child.words))
            self.outline.syntax += [key.span, child.span]
        elif means_code(name):
            if not entry.label:
                entry.label = child.words
            self.labelled.setdefault(child.words.text.casefold(), entry)
            self.outline.syntax += [key.span, child.span]
        elif known is not None and known not in entry.fields:
            entry.add(known, child.words)
            self.outline.syntax.append(key.span)
        elif means_notes(name) or means_details(name):
            self.outline.notes.append(child.words)
            self.outline.syntax.append(key.span)

    def _beside_nested(self, entry: Entry, name: str, key: Scalar, child: Value) -> None:
        known = column_field(name)
        if isinstance(child, Mapping):
            # A measure of its own beneath the key result: {"metric": {"from": 1, "to": 2}}.
            self.outline.syntax.append(key.span)
            for inner_key, inner in child.pairs:
                if isinstance(inner, Scalar):
                    self._beside(entry, normal(inner_key.words.text), inner_key, inner)
            return
        if known is None or not isinstance(child, Sequence):
            return
        self.outline.syntax.append(key.span)
        for item in child.items:
            if isinstance(item, Scalar):
                entry.add(known, item.words)

    def leave_out_references(self) -> None:
        """Weights, notes or values kept for key results elsewhere in the data are no further key results."""
        if any(entry.kind == "key_result" and entry.under is not None and id(entry) not in self.pointing for entry in self.outline.entries):
            self.outline.entries = [entry for entry in self.outline.entries if id(entry) not in self.pointing or entry.under is not None]

    def link_parents(self) -> None:
        """Put items that name the objective above them by its id under it; a circle stays open."""
        roots: dict[int, Entry] = {}
        for entry, words in self.parents:
            above = self.labelled.get(words.text.casefold())
            if entry.kind == "key_result" and entry.under is None and above is not None and above.kind == "objective":
                entry.under = above
                continue
            if entry.kind != "objective" or above is None or above.kind != "objective" or entry.under is not None:
                continue
            if _root(above, roots) is not entry:
                entry.under = above
                roots[id(entry)] = above


def _root(entry: Entry, roots: dict[int, Entry]) -> Entry:
    """The topmost objective above an entry; `roots` remembers a step towards it, so that long chains are not walked again and again."""
    walked = []
    while (above := roots.get(id(entry)) or entry.under) is not None:
        walked.append(entry)
        entry = above
    for each in walked:
        roots[id(each)] = entry
    return entry
