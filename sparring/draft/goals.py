"""Pairs like "Goal: ..." and "Metric: ...": where the goal is an aim with the metric as its key result, and where it is a target."""

import re

from sparring.draft.labels import field_pairs
from sparring.draft.lines import Line
from sparring.draft.vocabulary import field_named, means_metric

_SHORTEST_AIM = 2
"""Words; what is shorter after "Goal:" is a target."""

_SHORTEST_MEASURED_AIM = 3
"""Words of letters beside a number that make an aim of what follows "Goal:"."""

_LABEL = re.compile(r"(?P<name>[^:：]{2,30}?)[ \t]*\d{0,2}[:：][ \t]*")
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}]+")
_WORD_OF_LETTERS = re.compile(rf"[{_UNSPACED}]{{2}}|[^\W\d_{_UNSPACED}]{{2,}}")


def length_in_words(text: str) -> int:
    """Return about how many words a text has; where no spaces are written, two characters count as one."""
    return sum(1 for _ in _WORD.finditer(text))


def settle_goals_and_metrics(lines: list[Line]) -> None:
    """Decide what a word like "Ziel" or "Goal" says, and make metrics beside aims their key results where nothing else is."""
    _settle_targets(lines)
    if not any(line.content.role in ("key_result", "key_results") for line in lines):
        for line in lines:
            if line.content.role == "objective":
                _metrics_as_results(line)


def _settle_targets(lines: list[Line]) -> None:
    """Where such a word stands only within bullets beneath bullets, it names targets unless most say an aim beside a metric."""
    doubtful = [
        line
        for line in lines
        if line.content.role == "objective" and not line.content.number and field_named(line.content.word) == "target"
    ]
    if not doubtful or not all(line.parent is not None and line.parent.kind == "item" and line.parent.content.words for line in doubtful):
        return
    stated = [line for line in doubtful if _states_an_aim(line) and any(_metric_label(other) for other in _siblings(line))]
    if 2 * len(stated) > len(doubtful):
        return
    for line in doubtful:
        line.content.role = None


def _states_an_aim(line: Line) -> bool:
    text = line.content.words.text
    if re.search(r"\d", text):
        return len(_WORD_OF_LETTERS.findall(text)) >= _SHORTEST_MEASURED_AIM
    return length_in_words(text) > _SHORTEST_AIM


def _metrics_as_results(aim: Line) -> None:
    """Lines like "Metric: ..." beneath an aim or beside it, unless it has a list of its own."""
    beside = [*aim.children, *_following(aim)]
    metrics = [line for line in beside if _metric_label(line)]
    if any(line.kind == "item" and line not in metrics and line.content.role is None and not field_pairs(line.marked) for line in beside):
        return
    for line in metrics:
        label = _metric_label(line)
        line.content.syntax.append(line.content.words.part(0, len(label)))
        line.content.words = line.content.words.part(len(label)).strip()
        line.content.role = "key_result" if line.content.words else "key_results"


def _siblings(line: Line) -> list[Line]:
    return line.parent.children if line.parent is not None else []


def _following(aim: Line) -> list[Line]:
    """The lines after an aim in the same list or under the same heading, up to the next one with a role."""
    siblings, found = _siblings(aim), []
    start = next((index for index, line in enumerate(siblings) if line is aim), len(siblings))
    for line in siblings[start + 1 :]:
        if line.content.role is not None:
            break
        found.append(line)
    return found


def _metric_label(line: Line) -> str:
    """The label of a line like "Metric: ...", else nothing."""
    match = _LABEL.match(line.content.words.text)
    return match[0] if match and means_metric(match["name"]) else ""
