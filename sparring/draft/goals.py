"""Pairs like "Goal: ..." and "Metric: ...": where the goal is an aim with the metric as its key result, and where it is a target."""

import re

from sparring.draft.lines import Line
from sparring.draft.vocabulary import field_named, means_metric
from sparring.draft.wordcount import UNSPACED, length_in_words
from sparring.expressions import expression

_SHORTEST_AIM = 2
"""Words; what is shorter after "Goal:" is a target."""

_SHORTEST_MEASURED_AIM = 3
"""Words of letters beside a number that make an aim of what follows "Goal:"."""

_LABEL = expression(r"(?P<name>[^:：()\[\]]{2,30}?)[ \t]*\d{0,2}[ \t]*(?:[(\[](?P<code>[^()\[\]]{1,20})[)\]][ \t]*)?[:：][ \t]*")
_WORD_OF_LETTERS = expression(rf"[{UNSPACED}]{{2}}|[^\W\d_{UNSPACED}]{{2,}}")


def settle_targets(lines: list[Line]) -> None:
    """Let words like "Ziel" or "Goal" within bullets beneath bullets name targets, unless most say an aim beside a metric."""
    doubtful = [
        line
        for line in lines
        if line.content.role == "objective" and not line.content.number and field_named(line.content.word) == "target"
    ]
    if not doubtful or not all(line.parent is not None and line.parent.kind == "item" and line.parent.content.words for line in doubtful):
        return
    measured = {id(line.parent) for line in lines if _metric_label(line)}
    stated = [line for line in doubtful if _states_an_aim(line) and id(line.parent) in measured]
    if 2 * len(stated) > len(doubtful):
        return
    for line in doubtful:
        line.content.role = None


def _states_an_aim(line: Line) -> bool:
    text = line.content.words.text
    if re.search(r"\d", text):
        return len(_WORD_OF_LETTERS.findall(text)) >= _SHORTEST_MEASURED_AIM
    return length_in_words(text) > _SHORTEST_AIM


def metrics_as_results(lines: list[Line]) -> None:
    """Make metrics beside aims their key results, in documents without labels for key results."""
    if any(line.content.role in ("key_result", "key_results") for line in lines):
        return
    for beside in _beside_aims(lines):
        _take_metrics(beside)


def _beside_aims(lines: list[Line]) -> list[list[Line]]:
    """For each aim the lines beneath it, and those after it in the same list or under the same heading up to the next one with a role."""
    beside: dict[int, list[Line]] = {}
    aim_in: dict[int, Line | None] = {}
    for line in lines:
        aim = aim_in.get(id(line.parent))
        if line.content.role == "objective":
            aim_in[id(line.parent)] = line
            beside[id(line)] = list(line.children)
        elif line.content.role is not None:
            aim_in[id(line.parent)] = None
        elif aim is not None:
            beside[id(aim)].append(line)
    return list(beside.values())


def _take_metrics(beside: list[Line]) -> None:
    """Make lines like "Metric: ..." key results, unless there is a list without labels as well."""
    metrics = [line for line in beside if _metric_label(line)]
    if any(line.kind == "item" and line.content.role is None and not _LABEL.match(line.content.words.text) for line in beside):
        return
    for line in metrics:
        label = _metric_label(line)
        if label is None:
            continue
        line.content.label = line.content.words.part(*label.span("code"))
        line.content.syntax.append(line.content.words.part(0, label.end()))
        line.content.words = line.content.words.part(label.end()).strip()
        line.content.role = "key_result" if line.content.words else "key_results"


def _metric_label(line: Line) -> re.Match[str] | None:
    """The label of a line like "Metric: ..." or "Metric (M-1): ..."."""
    match = _LABEL.match(line.content.words.text)
    return match if match and means_metric(match["name"]) else None
