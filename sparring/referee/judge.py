"""The referee's verdict on one challenge: every rule in turn, the first broken one named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sparring.challenge import Challenge, Ground
from sparring.expressions import compile_all, expression
from sparring.referee import advice, copies, goals, hints, joined, language, numbers, offers, orders, structure, tales, verdicts, yardsticks
from sparring.referee.normalise import plain
from sparring.referee.sentences import sentences

DEFAULT_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the referee says; never the text it judged.

    Attributes:
        rule: id of the broken rule (see `rules.RULES`), or None.
    """

    rule: str | None = None

    @property
    def passed(self) -> bool:
        """No rule is broken."""
        return self.rule is None


def warm_up() -> None:
    """Make the first verdicts as fast as the later ones: for whoever waits for a model anyway, or measures."""
    compile_all()


def judge(challenge: Challenge, ground: Ground, *, language: str = DEFAULT_LANGUAGE) -> Verdict:
    """Judge a challenge before anybody sees it.

    The doubt and the question are judged together, so that a goal cut in two is found as well.

    Args:
        challenge: its doubt may be "" (a press).
        ground: whose numbers and words it may rest on.
        language: of the bout, as ISO 639-1.
    """
    doubt, question = challenge.doubt, challenge.question
    rule = next(_broken_shape(doubt, question), None)
    if rule is None:
        rule = next(_broken_content(_read_together(doubt, question), ground, language), None)
    return Verdict(rule)


def _read_together(doubt: str, question: str) -> tuple[str, ...]:
    """The two as one text; and each alone where the doubt does not end its sentence, as a question may then hide in its words."""
    parts = tuple(plain(part).strip() for part in (doubt, question) if part)
    joined = " ".join(parts)
    if len(parts) == 1:
        return (joined,)
    if not parts[0].endswith((".", "!", "…")):
        return (joined, *parts)
    asked = sentences(parts[1])
    if asked and not asked[0].is_question:
        # "... instead measure. The time to repair?": what is no question of its own may go on with the doubt's last sentence.
        return joined, f"{parts[0].rstrip('.!… ')} {parts[1]}"
    return (joined,)


def judge_prose(text: str, ground: Ground, *, language: str = DEFAULT_LANGUAGE) -> Verdict:
    """Judge free prose by the policy alone (F1 to F8), as measuring does.

    Two things are allowed here that no challenge may do: quoting the team verbatim, and supposing with numbers of one's own ("if disputes
    climb to 5 %"), for what is supposed is no goal. In a challenge number closure holds everywhere.

    Args:
        text: any prose, of several lines.
        ground: whose numbers and words it may rest on; its items are the whole draft.
        language: ISO 639-1.
    """
    shown = plain(text)
    for rule, breaks in _PROSE_SHAPE:
        if breaks(shown):
            return Verdict(rule)
    if copies.false_quotation(shown, ground.texts):
        return Verdict("quotation")
    if numbers.goal_in_numbers(shown, numbers.GroundNumbers(ground.texts)):
        return Verdict("target-not-in-ground")
    return Verdict(next(_broken_content((shown,), ground, language, closure=False), None))


_PROSE_SHAPE: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("label", structure.label_of_a_goal),
    ("blanks", structure.template),
    ("table", structure.table),
)
_EACH_PART: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("hidden-characters", structure.hidden_characters),
    ("label", structure.label),
    ("blanks", structure.blanks),
    ("quotation-marks", structure.quotation_marks),
    ("table", structure.table),
    ("list", structure.enumeration),
    ("url", structure.address),
    ("markup", structure.markup),
    ("symbols", structure.symbols),
    ("encoded", structure.encoded),
)


def _broken_shape(doubt: str, question: str) -> Iterator[str]:
    if structure.too_long_a_doubt(doubt):
        yield "doubt-length"
    if structure.too_long_a_question(question):
        yield "question-length"
    if structure.question_missing(question):
        yield "question-missing"
    for rule, breaks in _EACH_PART:
        if breaks(doubt) or breaks(question):
            yield rule
    if structure.question_end(question):
        yield "question-end"
    if structure.several_questions(doubt, question) or joined.joined_questions(question):
        yield "one-question"


_LINE_END = expression(r"(?<=[.!?])\s+|\n+")
_FORMS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("praise", verdicts.praise),
    ("replacement", advice.replacement),
    ("metric-advice", advice.metric_advice),
    ("metric-advice", orders.to_measure),
    ("replacement", orders.to_restructure),
    ("offer", offers.offer),
    ("hint", hints.hint),
    ("metric-advice", yardsticks.named_yardstick),
    ("goal", goals.goal),
    ("goal", tales.told),
    ("wording-verdict", verdicts.wording_verdict),
)


def _broken_content(parts: tuple[str, ...], ground: Ground, tongue: str, *, closure: bool = True) -> Iterator[str]:
    if closure:
        given = numbers.GroundNumbers(ground.texts)
        for part in parts:
            if numbers.change_not_in_ground(part, given):
                yield "change-not-in-ground"
            if numbers.target_not_in_ground(part, given):
                yield "target-not-in-ground"
            if numbers.number_not_in_ground(part, given):
                yield "number-not-in-ground"
    own_lines = (*ground.items, *_LINE_END.split(ground.passage), *_LINE_END.split(ground.bet))
    for part in parts:
        if copies.edited_copy(part, ground.items):
            yield "edited-copy"
        rest = copies.own_words_removed(part, own_lines)
        for rule, breaks in _FORMS:
            if breaks(rest):
                yield rule
    if language.foreign(parts[0], tongue, ground.texts):
        yield "language"
