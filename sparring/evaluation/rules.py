"""How well the rules keep the policy: recall, false positives and time over labelled sentences, with what can be said of so few."""

import math
import statistics
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sparring.evaluation.labelled import Labelled
from sparring.evaluation.shares import Share
from sparring.referee.judge import judge_prose, warm_up

WANTED_RECALL = 0.97
WANTED_FALSE_POSITIVES = 0.02
WANTED_MILLISECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled sentence with what the rules made of it.

    Attributes:
        sentence: the sentence and its label.
        rule: id of the rule that withheld it, or None.
        milliseconds: how long the rules took.
    """

    sentence: Labelled
    rule: str | None
    milliseconds: float

    @property
    def missed(self) -> bool:
        """It was to be withheld and passed, or was to pass and was withheld."""
        return self.sentence.label != "borderline" and (self.sentence.label == "withhold") != (self.rule is not None)


@dataclass(frozen=True, slots=True)
class Figures:
    """The measures of one set of sentences.

    Attributes:
        recall: withheld of those to be withheld.
        false_positives: withheld of those to pass.
        borderline: withheld of those on which readers differ; reported, not scored.
        median_ms: time a sentence, in milliseconds.
        slow_ms: its 99th percentile.
    """

    recall: Share
    false_positives: Share
    borderline: Share
    median_ms: float
    slow_ms: float

    @property
    def as_wanted(self) -> bool:
        """Recall and false positives are at least as good as wanted, as far as the set can show it."""
        recall, false_positives = self.recall.value, self.false_positives.value
        return (recall is None or recall >= WANTED_RECALL) and (false_positives is None or false_positives <= WANTED_FALSE_POSITIVES)


def judge_all(sentences: Iterable[Labelled]) -> list[Judged]:
    """Judge every sentence by the rules on prose, once they are warm: what a start costs is no sentence's own time."""
    warm_up()
    return [_judged(each) for each in sentences]


def figures(judged: Sequence[Judged]) -> Figures:
    """Return the figures of what was judged; at least one sentence."""
    times = sorted(each.milliseconds for each in judged)
    return Figures(
        recall=_withheld(judged, "withhold"),
        false_positives=_withheld(judged, "pass"),
        borderline=_withheld(judged, "borderline"),
        median_ms=statistics.median(times),
        slow_ms=times[math.ceil(0.99 * len(times)) - 1],
    )


def by_form(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """Return what was judged by form, in order of the forms' names."""
    forms: dict[str, list[Judged]] = {}
    for each in judged:
        forms.setdefault(each.sentence.form, []).append(each)
    return dict(sorted(forms.items()))


def _judged(sentence: Labelled) -> Judged:
    # Processor time: how busy the machine is with others says nothing about the rules.
    started = time.process_time()
    verdict = judge_prose(sentence.text, sentence.ground, language=sentence.language)
    return Judged(sentence, verdict.rule, (time.process_time() - started) * 1e3)


def _withheld(judged: Sequence[Judged], label: str) -> Share:
    of_label = [each for each in judged if each.sentence.label == label]
    return Share(sum(each.rule is not None for each in of_label), len(of_label))
