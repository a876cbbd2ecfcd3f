"""F1: a goal put forward in a question: "What about cut the queue?", "Was spricht dagegen, die Wartezeit zu halbieren?"."""

from typing import Final

from sparring.referee.sentences import NUMBER_MARK, form
from sparring.referee.vocabulary import CHANGE_EN, CHANGE_ING, CHANGE_STEMS_DE, DEED_EN, NOUNS_TOO_EN, either

_QUANTITY = (
    r"(?:the|our|your|their|its|every|each|all|any|more|fewer|less|half|twice|an?|at (?:least|most)|[€$£]?\d|two|three|four|five|ten|"
    r"most|many)\b"
)
_OF_THE_TALK = (
    r"(?!(?:it|this|that|these|those|them|what|which|who|how|why|is|was|are|were|in|on|of|for|as|at|by|or|and|if|when|kr ?\d|o\d|"
    r"(?:the|your|this|that|our) (?:line|lines|page|draft|wording|word|words|sentence|question|point|subject|topic|issue|matter|meeting|"
    r"conversation|others?|first|second|third|last|rest)|you|yourselves|somebody|someone|anybody|anyone)\b)"
)
"""What follows where a team is asked about its page and its people, and not to do something with the world."""
_DEED: Final = (
    rf"(?:{either(tuple(word for word in CHANGE_EN if word not in NOUNS_TOO_EN))} {_OF_THE_TALK}\w|"
    rf"{either(tuple(word for word in (*CHANGE_EN, *DEED_EN) if word not in NOUNS_TOO_EN or word in CHANGE_EN))} {_OF_THE_TALK}{_QUANTITY})"
)
_DOING: Final = rf"{either(CHANGE_ING)} {_OF_THE_TALK}\w"
_DOING_CUES = " ".join(CHANGE_ING)
_TONE = r"(?:(?:just|simply|maybe|perhaps|rather|instead|also|not|then|say|saying) )*"

_CHANGED_DE = either(tuple(stem + end for stem in CHANGE_STEMS_DE for end in ("t", "et")))
_CHANGE_DE = either(tuple(stem + end for stem in CHANGE_STEMS_DE for end in ("n", "en")))

PUT_FORWARD: Final = (
    form(
        rf"\bwhat about {_TONE}(?:(?:you|we|they|to) )?{_TONE}(?:{_DEED}|{_DOING})",
        "about",
        open_questions=True,
    ),
    form(rf"\bwhat of {_TONE}{_DOING}", _DOING_CUES, open_questions=True),
    form(
        rf"\b(?:how (?:do|would) you (?:feel|think) about|what do you (?:think (?:of|about)|say to)|what (?:speaks|would speak|is) against|"
        rf"what's against) {_TONE}{_DOING}",
        _DOING_CUES,
        open_questions=True,
    ),
    form(
        rf"\b(?:how would it be to|how would it be if (?:you|we)|(?:would|wouldn't) it (?:not )?help to|shall we say) {_TONE}{_DEED}",
        "be help shall",
        open_questions=True,
    ),
    form(
        rf"^(?:could|can|couldn't|can't|might) (?:you|the team|we) (?:(?:not|just|simply|instead|rather|also) )+{_DEED}",
        "^could ^can ^couldn't ^can't ^might",
    ),
    form(
        r"\bwhy not (?:just |simply |rather |instead |go for |say )*[€$£]?\d|"
        r"\bwarum nicht (?:gleich |lieber |einfach |besser |doch )+[€$£]?\d",
        NUMBER_MARK,
        open_questions=True,
    ),
    form(r"\bwie wär (?:es|denn)\b", "wär", open_questions=True),
    form(rf"\bwas ist mit\b[^?,]* {_CHANGE_DE}[?.!]*$", "mit", open_questions=True),
    form(
        rf"\bwarum {_CHANGED_DE} (?:ihr|wir|das team)\b[^?]*\b(?:nicht|keine?[nmrs]?)\b(?! (?:mehr|wie|so)\b)", "warum", open_questions=True
    ),
    form(
        rf"\b(?:könnte|könntet|sollte|solltet|müsste|müsstet|würde|würdet|wollt|kann|könnt) (?:ihr|man|das team|wir) "
        rf"(?:nicht|lieber|einfach|stattdessen|besser)\b[^?]* {_CHANGE_DE}[?.!]*$",
        "ihr man team wir",
        open_questions=True,
    ),
    form(rf"\bwas (?:spricht|spräche) (?:dagegen|dafür|gegen)\b[^?]*\bzu {_CHANGE_DE}\b", "spricht spräche", open_questions=True),
    form(
        rf"^(?:was,? )?wenn (?:ihr|das team|wir) (?:[\w-]+ )*?(?:einfach|stattdessen|lieber|schlicht) [^?]*\b{_CHANGED_DE}[?.!]*$",
        "^wenn ^was",
        open_questions=True,
    ),
)
"""Ways to hand over a goal as a question, English and German; what is asked about the team's own lines is left alone."""
