"""What the lines around a line say of it: which labels a document uses, what a heading holds, where a part ends."""

from collections.abc import Container

from sparring.draft.columns import columns_by_header
from sparring.draft.labels import labelled
from sparring.draft.lines import Line
from sparring.draft.outline import Outline
from sparring.draft.vocabulary import GENERIC_HEADING, mentions_okrs, only_wraps
from sparring.draft.words import Words


def leaves(line: Line, section: Line | None) -> bool:
    """Tell whether a line stands outside a section that began before it."""
    if section is None or line is section:
        return False
    return line.rank < section.rank or (line.rank == section.rank and (line.kind != "text" or line.after_blank))


def edge(objective: Line) -> int:
    """The rank of a heading that ends what belongs to an objective."""
    line: Line | None = objective
    while line is not None and line.kind != "heading":
        line = line.parent
    return line.rank if line is not None else 0


def holding_items(lines: list[Line]) -> set[int]:
    """Lines beneath which bullets or labelled key results stand, on whatever level."""
    found: set[int] = set()
    for line in lines:
        above = line.parent if line.kind == "item" or line.content.role == "key_result" else None
        while above is not None and id(above) not in found:
            found.add(id(above))
            above = above.parent
    return found


def groups_aims(heading: Line) -> bool:
    """Tell whether headings beneath a heading hold the key results, so that they are the aims."""
    beneath = [child for child in heading.children if child.kind == "heading" and child.content.role is None]
    return any(child.content.role in ("key_result", "key_results") for aim in beneath for child in aim.children)


def says_objective(line: Line) -> bool:
    """Tell whether a line says that it is an objective ("OKR 1" may be a heading over one)."""
    return line.content.role == "objective" and line.content.word != "okr"


def results_are_labelled(lines: list[Line]) -> bool:
    """Some line or table says in so many words that it holds key results."""
    for line in lines:
        if line.content.role in ("key_result", "key_results"):
            return True
        if line.kind == "table" and (columns := columns_by_header(line.rows)) is not None and columns.key_results and not columns.guessed:
            return True
    return False


def lists_with_labels(lines: list[Line]) -> set[int]:
    """Headings for key results under which the key results carry labels of their own, so that other lines are details."""
    found, current = set(), None
    for line in lines:
        role = line.content.role
        if role == "key_results":
            current = line
        elif role in ("objective", "objectives"):
            current = None
        elif role == "key_result" and current is not None and not line.content.loose:
            found.add(id(current))
    return found


def objectives_with_marked_results(lines: list[Line]) -> set[int]:
    """Objectives whose key results are labelled as such, so that other bullets beneath them are details."""
    found, current = set(), None
    for line in lines:
        if line.content.role == "objective":
            current = line
        elif current is not None and line.content.role in ("key_result", "key_results"):
            found.add(id(current))
    return found


def containers(lines: list[Line]) -> set[int]:
    """Headings "OKR 1: ..." that only hold a labelled objective and its key results."""
    found = set()
    for line in lines:
        if (
            line.content.role == "objective"
            and line.content.word == "okr"
            and any(child.content.role == "objective" for child in line.children)
        ):
            found.add(id(line))
    return found


def title_line(lines: list[Line]) -> Line | None:
    """Return the line that names the draft, if its first one does."""
    first = lines[0] if lines else None
    if first is None or first.content.role or first.kind not in ("heading", "text"):
        return None
    if first.kind == "text":
        return first if GENERIC_HEADING.search(first.marked.text[:200]) else None
    if first.rank <= 10 or GENERIC_HEADING.search(first.marked.text[:200]):
        if is_one_of_several(first, lines):
            return None
        deeper = any(line.content.role == "objective" for line in lines)
        return first if deeper else None
    return None


def is_one_of_several(first: Line, lines: list[Line]) -> bool:
    """The first of several headings on the highest level names a part like the others, unless it says that it names the draft."""
    if GENERIC_HEADING.search(first.marked.text[:200]):
        return False
    return any(line.kind == "heading" and line.rank == first.rank and line.content.role is None for line in lines[1:])


def headings_above(line: Line, items: Container[int], title: Line | None) -> tuple[Words, ...]:
    """Return the lines above that name a team, a period or a theme, outermost first.

    Args:
        line: the objective or table.
        items: ids of lines that are objectives or key results themselves.
        title: the line that names the draft.
    """
    above: list[Words] = []
    parent = line.parent
    while parent is not None:
        words = parent.marked.strip(" \t:：")
        if parent is not title and id(parent) not in items and parent.content.role is None and not _only_leads(parent):
            above.append(words)
        parent = parent.parent
    return tuple(reversed(above))


def _only_leads(line: Line) -> bool:
    """A line that merely says that objectives follow: "Our OKRs:"."""
    text = line.marked.text.strip(" \t:：")
    return only_wraps(text) or (line.kind == "text" and mentions_okrs(text))


def lists_known_results(table: Line, outline: Outline) -> bool:
    """Tell whether a table's labels are all taken, so that it sums up what has been read."""
    known = {entry.label.text.casefold() for entry in outline.entries if entry.kind == "key_result"}
    firsts = [labelled(row[0]) for row in table.rows if row]
    named = [found.label.text.casefold() for found in firsts if found.role == "key_result" and found.label]
    return len(named) > 1 and set(named) <= known
