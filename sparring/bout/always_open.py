"""Lenses that nothing has to set off: which of them fits what the team has said so far, and the line that it is about."""

import re
from zlib import crc32

from sparring.bout.budgets import OUTPUTS, fits_budget, is_silent
from sparring.bout.heard import heard_in
from sparring.bout.items import barren, decided, is_done
from sparring.bout.passages import SPEAKS_AGAINST
from sparring.bout.risk import OPEN_TO, risk_named
from sparring.bout.state import Bout
from sparring.challenge import Choice
from sparring.draft.model import KeyResult, Objective
from sparring.expressions import expression
from sparring.lenses.catalogue import Catalogue
from sparring.lenses.model import Anchor, Finding
from sparring.lenses.quantities import changes, quantities
from sparring.situation import Situation

_NAME = re.compile(
    r"(?:(?<=[^.!?:;\s]\s)|(?<=[^.!?:;\s]\s[\"“„(]))(?P<within>[A-ZÄÖÜ][\w&-]+)"
    r"|(?:^|[.!?:;]\s+)(?P<first>[A-ZÄÖÜ][\w&-]+)\s(?:has|have|had|takes?|took|needs?|owns?|must|will|is|are|hat|haben|braucht|muss|wird|ist)\b"
)
"""A name within a sentence, or at its beginning as the one who does something."""
_NO_NAMES = frozenset(
    [
        *("i", "we", "they", "he", "she", "it", "this", "that", "there", "nobody", "everybody", "someone", "who", "what", "nothing"),
        *("ich", "wir", "sie", "er", "es", "das", "dies", "die", "der", "man", "niemand", "alle", "wer", "was", "nichts", "da", "warten"),
    ]
)
_WORD = re.compile(r"[\w&-]+")

ANGLES: dict[str, tuple[str, ...]] = {
    "key_result": ("influence", "inputs", "whose-behaviour", "by-itself", "gameable", "confidence"),
    "objective": ("whose-behaviour", "strategy-link", "inputs", "influence", "confidence"),
    "items": ("influence", "confidence"),
    "draft": ("not-doing", "work-link", "audience", "purpose", "confidence"),
    "bet": ("strategy-link", "inputs"),
}
"""Lenses that are always open for another angle, by what it is about, best first."""

FITS_THE_RISK = 3.0
"""What it is worth that the lens is about the risk which the team named itself; the next of several is worth one less."""

UNASKED = {"inputs": 2.0, "by-itself": 1.8, "whose-behaviour": 1.6, "influence": 1.4, "work-link": 0.8, "audience": 0.0}
"""What lenses are worth where the team named no risk and no line: close together, so that bouts differ."""

JITTER = 1.0

HANDED_DOWN = 3.0
"""What the question who uses this page gains where the team has answered more than once that somebody above wants it so."""

NOBODY_LOOKED = 1.5
"""What asking for an observation loses where the team has said twice that it does not know, and asking whom to watch gains."""


def open_choices(
    bout: Bout, catalogue: Catalogue, main: Objective | None, named: tuple[str, ...], findings: tuple[Finding, ...]
) -> list[Choice]:
    """Return what can be asked where no detector found anything, best first.

    First what fits the risk that the team named, then what its answers and the line leave to ask.
    """
    risk = risk_named(bout)
    line = _line_to_open(bout, main, named, findings)
    worths = _worths(bout, line)
    for place, name in enumerate(OPEN_TO[risk] if risk else ()):
        worths[name] = FITS_THE_RISK + worths.get(name, 0.0) - place
    if risk == "others":
        line = line_of_the_party(bout) or line
        if named_a_party(bout) and line_of_the_party(bout) is None:
            # Whom they wait for has just been told, and no line says where it matters: the same would be asked again.
            del worths["influence"]
    ranked = sorted(worths, key=lambda name: -(worths[name] + JITTER * crc32(f"{bout.opened.seed}/{name}".encode()) / 2**32))
    choices = []
    for name in ranked:
        anchor = _anchor_for(name, line, main, catalogue)
        if anchor and name in open_lenses((name,), anchor, bout, catalogue) and not _was_raised(name, anchor, bout):
            choices.append(Choice(name, anchor, reason=f"always open; fits what the team said (risk: {risk or 'none named'})"))
    return choices


def line_of_the_party(bout: Bout) -> KeyResult | None:
    """Return the line that names somebody whom the team said it waits for; None where no line does, or nobody was named."""
    parties = _parties(bout)
    lines = [each for each in bout.part.key_results() if each.key not in decided(bout) | barren(bout) and not is_done(each)]
    return next((each for each in lines if parties.intersection(map(_as_name, _WORD.findall(each.text)))), None)


def named_a_party(bout: Bout) -> bool:
    """Whether the team said whom it waits for when it was asked what is likeliest to sink this."""
    return bool(_parties(bout))


def _parties(bout: Bout) -> frozenset[str]:
    """Return the names in what the team said about its risk: capitals. In German every noun is one."""
    texts = [answer.text for each in bout.rounds if each.raised.lens == "risk-fit" for answer in each.answers]
    names = {_as_name(match["within"] or match["first"]) for text in texts for match in _NAME.finditer(text)}
    return frozenset(names - _NO_NAMES)


def _as_name(word: str) -> str:
    """Return a word so that names compare: "IT" is not "it"."""
    return word if word.isupper() else word.casefold()


def _was_raised(name: str, anchor: Anchor, bout: Bout) -> bool:
    return any(each.raised.lens == name and each.raised.anchor.keys == anchor.keys for each in bout.rounds)


def open_lenses(names: tuple[str, ...], anchor: Anchor, bout: Bout, catalogue: Catalogue) -> list[str]:
    """Return those of `names` that fit the anchor, the budgets and the situation."""
    situation = bout.situation or Situation()
    lenses = [lens for name in names if (lens := catalogue.get(name))]
    return [lens.id for lens in lenses if anchor.kind in lens.anchors and fits_budget(lens, bout) and not is_silent(lens, situation)]


def lines_of(findings: tuple[Finding, ...], lenses: frozenset[str]) -> frozenset[str]:
    """Return the keys of the lines on which one of `lenses` was found."""
    return frozenset(key for finding in findings if finding.lens in lenses for key in finding.anchor.keys)


def _line_to_open(bout: Bout, main: Objective | None, named: tuple[str, ...], findings: tuple[Finding, ...]) -> KeyResult | None:
    """Return the line that the team named, else the first measured one under the objective that matters most.

    Nobody watches a deliverable, and about a line that the strategy rules out there is another thing to ask first: others come before them.
    """
    over = decided(bout) | barren(bout)
    open_lines = [each for each in bout.part.key_results() if each.text and each.key not in over and not is_done(each)]
    wanted = [each for each in open_lines if each.key in named] or [each for each in open_lines if main and each in main.key_results]
    second = lines_of(findings, OUTPUTS).union(key for each in findings if each.evidence in SPEAKS_AGAINST for key in each.anchor.keys)
    wanted = [each for each in wanted if each.key in named or each.key not in second] or wanted
    talked_about = {key for each in bout.rounds for key in each.raised.anchor.keys}
    wanted = [each for each in wanted if each.key not in talked_about] or wanted
    return next((each for each in wanted if any(character.isdigit() for character in each.text)), next(iter(wanted), None))


def _worths(bout: Bout, line: KeyResult | None) -> dict[str, float]:
    """Return what each lens would be worth about `line`, by what the team has said so far."""
    worths = dict(UNASKED)
    classes = [answer.main_class for each in bout.rounds for answer in each.answers]
    if classes.count("dont-know") > 1:
        worths["inputs"] -= NOBODY_LOOKED
        worths["whose-behaviour"] += NOBODY_LOOKED
    if classes.count("authority") > 1:
        worths["audience"] += HANDED_DOWN
    if line is None or not _moves(line) or _TAKEN_BY_HAND.search(line.text):
        del worths["by-itself"]
    if line is None or _names_somebody(line):
        del worths["whose-behaviour"]
    return worths


def _moves(line: KeyResult) -> bool:
    """Whether it tells from where to where, in its words or in its cells: then the trend may carry it."""
    return bool(line.baseline and line.target) or bool(changes(line.text, quantities(line.text)))


_TAKEN_BY_HAND = expression(r"\([^()]*[^\W\d_]{3,}\s[^()]*\s[^\W\d_]{3,}[^()]*\)")
"""A remark in brackets on who looks at how many: nobody has seen a trend of it that could carry the line."""


def _names_somebody(line: KeyResult) -> bool:
    return bool(heard_in(line.text, "outsiders", "people"))


def _anchor_for(name: str, line: KeyResult | None, main: Objective | None, catalogue: Catalogue) -> Anchor | None:
    lens = catalogue.get(name)
    anchors = [Anchor("key_result", (line.key,))] if line else []
    anchors += [Anchor("draft")]
    anchors += [Anchor("objective", (main.key,))] if main else []
    return next((each for each in anchors if lens and each.kind in lens.anchors), None)
