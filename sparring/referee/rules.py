"""The referee's rules by id, each with the sentence that the screen shows when a reply was withheld.

The forms F1 to F8 are those of the policy: F1 a goal, metric or target that is not the team's own text; F2 an edited copy of an item;
F3 an instruction to replace words; F4 a fill-in template; F5 a quotation that is not verbatim; F6 naming the replacement metric or target;
F7 judging wordings, and praise; F8 another language or script than the bout's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Form = Literal["shape", "numbers", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the referee.

    Attributes:
        id: what transcripts and a second request to a model name.
        form: which part of the policy it holds; "shape" for the form of a challenge, "numbers" for number closure.
        says: what a challenge must be, in one sentence.
    """

    id: str
    form: Form
    says: str


_ALL = (
    Rule("choice", "shape", "A challenge is raised from a lens of the catalogue, about items of the draft."),
    Rule("question-missing", "shape", "A challenge asks a question."),
    Rule("question-end", "shape", "The question ends in a question mark, with nothing after it."),
    Rule("one-question", "shape", "A challenge asks one question only, and the doubt asks none."),
    Rule("doubt-length", "shape", "A doubt has at most 240 characters."),
    Rule("question-length", "shape", "A question has at most 200 characters."),
    Rule(
        "hidden-characters",
        "shape",
        "A challenge is one line of plain text: no line breaks, no control, bidirectional or invisible characters.",
    ),
    Rule("quotation-marks", "shape", "A challenge puts nothing in quotation marks: the program quotes the team's own files itself."),
    Rule("label", "F1", "A challenge carries no label of an objective, key result, metric or target."),
    Rule("list", "shape", "A challenge is a sentence, not a list."),
    Rule("table", "shape", "A challenge is a sentence, not a table."),
    Rule("markup", "shape", "A challenge is plain text: no markup, code or escapes."),
    Rule("url", "shape", "A challenge holds no link and no address."),
    Rule("symbols", "shape", "A challenge is written in words, without emoji or arrows."),
    Rule("encoded", "shape", "A challenge is written to be read: nothing encoded, spelt out or mixed from several alphabets."),
    Rule(
        "number-not-in-ground",
        "numbers",
        "A number that measures a result stands in the team's items, the cited line, the bet or the last answers.",
    ),
    Rule("target-not-in-ground", "numbers", "A number in the place of a target is one that the team set."),
    Rule("change-not-in-ground", "numbers", "A change from one number to another is one that the team wrote down."),
    Rule("goal", "F1", "A challenge states no goal, key result or metric of its own."),
    Rule("offer", "F1", "A challenge offers no wording: no example, suggestion or better version."),
    Rule("hint", "F6", "A question hides no answer: it does not name the line or the measure that it asks about."),
    Rule("edited-copy", "F2", "An item is left as the team wrote it: not shortened, corrected or merged."),
    Rule("replacement", "F3", "A challenge never tells the team to replace words."),
    Rule("blanks", "F4", "A challenge is no form to fill in."),
    Rule("quotation", "F5", "A quotation is verbatim."),
    Rule("metric-advice", "F6", "A challenge does not say what to measure or aim for instead."),
    Rule("wording-verdict", "F7", "A challenge chooses between no wordings and gives no score."),
    Rule("praise", "F7", "A challenge neither praises nor flatters."),
    Rule("language", "F8", "A challenge is in the language of the bout."),
    Rule("withdrawal", "F7", "A doubt is taken back for a fact or a reason only."),
    Rule("repetition", "shape", "Nothing is said twice in a bout."),
    Rule("second-reader", "F1", "A second reader found nothing in a challenge that could be pasted."),
    Rule("unjudged", "shape", "Nothing is shown that the referee could not judge."),
)

RULES: Mapping[str, Rule] = MappingProxyType({rule.id: rule for rule in _ALL})
"""Every rule that can withhold a challenge: those that `judge` names, and those that need the bout or a second reader."""
