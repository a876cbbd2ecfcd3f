"""Roles by shape alone, for drafts without labels: a heading with bullets, bullets with bullets, a line with bullets."""

import re
from collections import Counter

from sparring.draft.columns import columns_by_cells, columns_by_header
from sparring.draft.goals import metrics_as_results, settle_targets
from sparring.draft.lines import RANK_TEXT, Line
from sparring.draft.pairs import field_pairs
from sparring.draft.plausible import asks, may_be_items, reads_like_a_draft
from sparring.draft.vocabulary import GENERIC_HEADING, PERIOD, means_notes, means_status, means_theme
from sparring.draft.wordcount import length_in_words

_LONGEST_AIM = 25
"""Words; a longer line without a label is a paragraph, not an aim."""

_LONGEST_TOPIC = 2
"""Words of a heading that rather names a topic."""


def infer_roles(lines: list[Line]) -> None:
    """Give unlabelled lines the role that their place suggests, in documents whose labels do not already say it."""
    settle_targets(lines)
    dotted = sum(line.content.word == "dotted" for line in lines)
    if dotted:
        _settle_dotted(lines, enough=dotted > 1)
    tables = any(line.kind == "table" and _holds_items(line) for line in lines)
    if not tables:
        metrics_as_results(lines)
    roles = {line.content.role for line in lines}
    if "objective" in roles or "objectives" in roles:
        return
    labelled = "key_result" in roles or "key_results" in roles
    if labelled:
        _objectives_over_results(lines)
    if tables:
        _headings_over_tables(lines)
    if not labelled and not tables and reads_like_a_draft(lines):
        _by_shape(lines)


def _settle_dotted(lines: list[Line], *, enough: bool) -> None:
    """Numbers like 1.1 are key results where the document counts that way; a heading "1.1 ..." alone may be a chapter."""
    objectives = any(line.content.role == "objective" for line in lines)
    named = any(line.content.role in ("key_result", "key_results") and line.content.word != "dotted" for line in lines)
    for line in lines:
        if line.content.word != "dotted":
            continue
        counts_chapters = named and line.kind == "heading"
        lettered = line.content.number[0].isalpha()
        if not (enough or objectives) or counts_chapters or _is_chapter(line) or (lettered and not (enough and objectives)):
            line.content.role = None
    if objectives or not enough:
        return
    firsts = {line.content.number.split(".")[0] for line in lines if line.content.word == "dotted"}
    for line in lines:
        if line.number and line.number_alone.text in firsts and line.content.role is None:
            line.content.role, line.content.number = "objective", line.number_alone.text
            line.content.label = line.number_alone


def _is_chapter(line: Line) -> bool:
    """A numbered heading over a labelled objective."""
    return line.kind == "heading" and any(child.content.role == "objective" for child in line.children)


def _is_aim(line: Line) -> bool:
    text = line.content.words.text
    return bool(text) and not is_section(line) and len(text.split()) <= _LONGEST_AIM


def is_section(line: Line) -> bool:
    """Tell whether a heading names a team, a period or the draft rather than an aim."""
    text = line.marked.text.strip()
    return bool(not text or line.content.role == "notes" or means_notes(text) or text[-1] in ":：" or _groups(text) or asks(text))


def _groups(text: str) -> bool:
    """The text names a draft, a team, a period or how far work has come."""
    return bool(PERIOD.match(text) or GENERIC_HEADING.search(text[:200])) or means_status(text)


def _headings_over_tables(lines: list[Line]) -> None:
    for line in lines:
        tables = [child for child in line.children if child.kind == "table"]
        if line.kind == "heading" and line.content.role is None and _is_aim(line) and tables and not any(map(_names_objectives, tables)):
            line.content.role = "objective"


def _holds_items(table: Line) -> bool:
    columns = columns_by_header(table.rows) or columns_by_cells(table.rows, guess=False)
    return columns is not None and not columns.guessed


def _names_objectives(table: Line) -> bool:
    columns = columns_by_header(table.rows) or columns_by_cells(table.rows, guess=False)
    return columns is None or columns.objective is not None or not columns.key_results


def _objectives_over_results(lines: list[Line]) -> None:
    aims: dict[int, bool] = {}

    def is_aim(line: Line) -> bool:
        if id(line) not in aims:
            aims[id(line)] = _is_aim(line)
        return aims[id(line)]

    for before, line in zip([None, *lines], lines, strict=False):
        if line.content.role not in ("key_result", "key_results"):
            continue
        parent = line.parent
        if line.content.role == "key_result" and parent is not None and parent.content.role == "key_results":
            continue
        if parent is None or (parent.rank < RANK_TEXT and not is_aim(parent)):
            unlabelled = before is not None and before.kind in ("text", "item") and before.content.role is None
            parent = before if unlabelled else parent
        if parent is not None and parent.content.role is None and is_aim(parent):
            parent.content.role = "objective"
            _take_theme_off(parent)


def _take_theme_off(line: Line) -> None:
    label, colon, _ = line.content.words.text.partition(":")
    if colon and means_theme(label):
        line.content.syntax.append(line.content.words.part(0, len(label) + 1))
        line.content.words = line.content.words.part(len(label) + 1).strip()


def _by_shape(lines: list[Line]) -> None:
    tops = [line for line in lines if line.kind == "item" and (line.parent is None or line.parent.kind != "item")]
    groups: dict[int, list[Line]] = {}
    heads: dict[int, Line | None] = {}
    for top in tops:
        groups.setdefault(id(top.parent), []).append(top)
        heads[id(top.parent)] = top.parent
    for key in [key for key, items in groups.items() if not may_be_items(items)]:
        del groups[key], heads[key]
    leads = _repeated_leads([head for head in heads.values() if head is not None])
    paragraphs = Counter(id(line.parent) for line in lines if line.kind == "text")
    for key, head in heads.items():
        if head is None or head.kind != "text" or id(head) in leads or _leads(head):
            continue
        if paragraphs[id(head.parent)] > 1 or not _is_aim_under_topic(head):
            heads[key] = head.parent
    branching = _branching_by_rank(groups, heads)
    nested_sections = False
    undecided = []
    for key, items in groups.items():
        head = heads[key]
        if head is not None and _in_notes(head):
            continue
        if head is not None and id(head) in leads:
            _aim_with_results(head, items)
            continue
        with_children = [item for item in items if _plain_children(item)]
        if head is not None and _is_aim(head) and not branching.get(head.rank):
            _aim_with_results(head, items)
        elif with_children and head is None and 2 * len(with_children) < len(items):
            # A few bullets with details in a list under no heading: notes.
            continue
        elif with_children:
            nested_sections = True
            for item in items:
                _tree(item, alone=len(tops) == 1)
        else:
            undecided.append((head, items))
    for head, items in undecided:
        _flat(head, items, nested_sections=nested_sections)
    _aims_without_results(lines)


def _branching_by_rank(groups: dict[int, list[Line]], heads: dict[int, Line | None]) -> dict[int, bool]:
    """Whether most bullets under the headings of one level hold bullets themselves: then the bullets are the aims, on that whole level."""
    balance: dict[int, int] = {}
    for key, items in groups.items():
        head = heads[key]
        if head is not None and _is_aim(head) and not _in_notes(head):
            balance[head.rank] = balance.get(head.rank, 0) + sum(1 if _plain_children(item) else -1 for item in items)
    return {rank: more > 0 for rank, more in balance.items()}


def _repeated_leads(heads: list[Line]) -> set[int]:
    """Plain lines that each stand over a list, several beneath one heading: a collection, where each line is an aim.

    A line that ends in a colon counts only when it says more than a topic does ("Must have:").
    """
    groups: dict[int, list[Line]] = {}
    for head in heads:
        if head.kind == "text" and head.content.role is None and head.rank == RANK_TEXT:
            groups.setdefault(id(head.parent), []).append(head)
    return {id(head) for group in groups.values() if len(group) > 1 and all(map(_may_lead, group)) for head in group}


def _may_lead(line: Line) -> bool:
    text = line.content.words.text.rstrip(" :：")
    if not text or means_notes(text) or _groups(text) or asks(text):
        return False
    shortest = _LONGEST_TOPIC if line.marked.text.rstrip()[-1:] in ":：" else 0
    return shortest < length_in_words(text) <= _LONGEST_AIM and text[-1] not in ".;"


def _leads(line: Line) -> bool:
    """A line of text that announces the list beneath it, rather than a paragraph before it."""
    return len(line.content.words.text.split()) <= _LONGEST_AIM and not line.children[0].after_blank


def _is_aim_under_topic(line: Line) -> bool:
    """A paragraph between a short heading, which names a topic, and a list: the line says what the list is for."""
    heading = line.parent
    if heading is None or heading.kind != "heading" or not _is_aim(line):
        return False
    aim, topic = line.content.words.text, heading.content.words.text
    return len(topic.split()) <= _LONGEST_TOPIC < len(aim.split()) and aim[-1] not in ".:;,"


def _in_notes(line: Line) -> bool:
    above: Line | None = line
    while above is not None:
        if above.content.role == "notes":
            return True
        above = above.parent
    return False


def _plain_children(item: Line) -> list[Line]:
    return [
        child
        for child in item.children
        if child.kind == "item" and (child.box is None or item.box is None) and not field_pairs(child.marked)
    ]


def _aim_with_results(head: Line, items: list[Line]) -> None:
    head.content.role = "objective"
    head.content.words = head.content.words.part(0, len(head.content.words.text.rstrip(" :：")))
    for item in items:
        item.content.role = "key_result"


def _tree(item: Line, *, alone: bool) -> None:
    """A bullet that holds bullets is an objective, the bullets its key results; what lies deeper details them.

    A single root whose branches all branch again is a tree of objectives down to the last level.
    """
    waiting = [item]
    while waiting:
        line = waiting.pop()
        line.content.role = "objective"
        children = [child for child in line.children if child.kind == "item"]
        branches = alone and all(_plain_children(child) for child in children)
        for child in children:
            if branches:
                waiting.append(child)
            else:
                child.content.role = "key_result"


def _flat(head: Line | None, items: list[Line], *, nested_sections: bool) -> None:
    if nested_sections and (head is None or is_section(head)):
        for item in items:
            item.content.role = "objective"
    elif head is None:
        # Nothing stands above them that could be an aim.
        for item in items:
            item.content.role = "key_result"
    elif asks(head.marked.text):
        return
    elif head.content.words.text and not _groups(head.marked.text):
        _aim_with_results(head, items)
    else:
        measured = sum(bool(re.search(r"\d", item.content.words.text)) for item in items)
        for item in items:
            item.content.role = "key_result" if 2 * measured > len(items) else "objective"


def _aims_without_results(lines: list[Line]) -> None:
    """Headings and lines beside recognised objectives that have no key results yet are objectives too, or an aim above several."""
    ranks = {line.rank for line in lines if line.content.role == "objective" and line.kind == "heading"}
    texts = any(line.content.role == "objective" and line.kind == "text" for line in lines)
    for line in lines:
        if line.content.role is not None or not _is_aim(line) or _in_notes(line):
            continue
        children = [child for child in line.children if child.kind != "quote"]
        if line.kind == "heading":
            above_objectives = (
                bool(children)
                and all(child.kind == "heading" for child in children)
                and any(child.content.role == "objective" for child in children)
            )
            if (line.rank in ranks and not children) or (above_objectives and not (line is lines[0] and line.rank <= 10)):
                line.content.role = "objective"
        elif line.kind == "text" and texts and line.rank == RANK_TEXT and not children and _stands_alone(line):
            line.content.role = "objective"


def _stands_alone(line: Line) -> bool:
    text = line.content.words.text
    return line.after_blank and ":" not in text and text[-1] not in ".;," and text[0] != "*" and length_in_words(text) > _LONGEST_TOPIC
