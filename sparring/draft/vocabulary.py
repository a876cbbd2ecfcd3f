"""The words that drafts use for their own parts, from `vocabulary.toml`: what a label, a column or a key means."""

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import cast

from sparring.draft.model import FieldName
from sparring.expressions import expression

_LONGEST_NAME = 80


def normal(name: str) -> str:
    """Return a name without case, accents, camel case and separators: `keyResults`, "Key-Results:" and "key results" are one."""
    return _normal(name[:_LONGEST_NAME])


@lru_cache(maxsize=4096)
def _normal(name: str) -> str:
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name)
    folded = "".join(character for character in unicodedata.normalize("NFKD", spaced.casefold()) if not unicodedata.combining(character))
    return re.sub(r"[\s_\-*:.]+", " ", folded).strip()


_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in _LISTS[name].replace("\n", " ").split(",") if word.strip())


def _normals(name: str) -> frozenset[str]:
    return frozenset(map(normal, _words(name)))


OBJECTIVE, OBJECTIVES, KEY_RESULT = _words("objective"), _words("objectives"), _words("key_result")
"""Labels as people write them, singular and plural."""

WHICH = _words("which")
"""Words that stand before or after the word for an objective within a label: "Primary goal", "Objetivo general"."""

WHEN = _words("when")
"""Words that stand before the word for several objectives within a heading: "Current goals"."""

WORDS = tuple(map(normal, _words("words")))
"""Names of a column or key that holds an item's words, whichever kind it is; the first ones say it best."""

_OBJECTIVE, _KEY_RESULT, _NOTES = _normals("objective"), _normals("key_result"), _normals("notes")
_METRIC, _STATUS = _normals("metric"), _normals("status")
_TASK, _CODES, _DETAILS, _ABOVE = _METRIC | _normals("task"), _normals("code"), _normals("details"), _normals("above")
_KIND, _THEME = _normals("kind"), _normals("theme")
_TEAM, _CYCLE, _WRAPPER = _normals("team"), _normals("cycle"), _normals("wrapper")
_FIELD_OF: dict[str, FieldName] = {
    normal(word): cast("FieldName", name) for name, words in _LISTS["fields"].items() for word in words.replace("\n", " ").split(",")
}
_JOINTS = frozenset({"of", "the", "del", "de", "do", "da", "des", "der", "du"})
_BESIDE_OBJECTIVE = _ABOVE | _CODES | frozenset(_FIELD_OF)

PERIOD = expression(
    r"^(?:(?:q[1-4]|h[12]|fy|quarter|quartal|trimestre|cycle|sprint|semester)\b|(?:19|20)\d\d\b|[1-4]\. ?(?:quartal|çeyrek)\b|[1-4] ?분기"
    rf"|(?:yearly|quarterly|annual|monthly)\b|(?:(?:{'|'.join(sorted(_words('month'), key=len, reverse=True))})\b"
    r"|(?:to|through|till|until|from|bis|von|a|au|al|du|de|week|spring|summer|autumn|fall|winter)\b|\d{1,4}(?:st|nd|rd|th)?\b|[年月日\s\W_])+$"
    r"|第?[一二三四1-4](?:季度|四半期)|\d{4}\s*年)",
    re.IGNORECASE,
)
"""Headings that name a time."""

GENERIC_HEADING = expression(
    r"\bokrs?\b|\b(?:quartals|jahres|halbjahres|monats|team|bereichs|abteilungs|unternehmens)ziele\b"
    r"|^(?:our |team |company |current |draft )*(?:objectives?|goals?|ziele?|objectifs?|objetivos?|hedefler)"
    r"(?: and key results)?\b[^\w]*$"
    r"|^(?:team|company|product|unternehmen|équipe|equipo|time)\b[^\w]*(?:wide)?[^\w]*$",
    re.IGNORECASE,
)
"""Headings that name the draft or a team, not an aim."""


_PERIOD_WITHIN = expression(
    r"\b(?:[qth][1-4]|[1-4]q|fy\s?\d\d|(?:19|20)\d\d)(?:\b|(?=\d\d))|[1-4]\. ?(?:quartal|çeyrek|trimestre)"
    r"|[1-4] ?분기|第?[一二三四1-4](?:季度|四半期)|\bquý [1-4]",
    re.IGNORECASE,
)
_ANNOUNCES = expression(
    rf"(?:(?:the|our|all|list|of|overview|current|draft|example|examples|and|und|et|y|e|ve|di|unsere|nos|nuestros|nossos|&|/|,"
    rf"|{'|'.join(re.escape(word) for word in sorted(_OBJECTIVE | _KEY_RESULT | {'okr', 'okrs'}, key=len, reverse=True))})\W*)+"
)
"""Headings of nothing but words for OKRs."""

_TERMS = expression(
    rf"\b(?:okrs?|krs?|objectives?|{'|'.join(re.escape(word) for word in KEY_RESULT if word.isascii() and len(word) > 3)})\b"
    rf"|okr|{'|'.join(re.escape(word) for word in KEY_RESULT if ord(word[0]) > 0x2E80)}",
    re.IGNORECASE,
)

_ASKING = expression(
    "|".join(rf"{re.escape(word)}{'' if word[0] > chr(0x2E80) else chr(92) + 'b'}" for word in map(normal, _words("asking")))
)


def field_named(name: str) -> FieldName | None:
    """Return the field that a label means, if it means one: "Target", "Zielwert", "Baseline (May)"."""
    whole = normal(name)
    return _FIELD_OF.get(whole) or _FIELD_OF.get(_without_brackets(whole))


def column_field(name: str) -> FieldName | None:
    """Return the field that a column or key means; there a period or the kind of item may stand beside it ("Q3 target", "kr_owner")."""
    if (known := field_named(name)) is not None:
        return known
    words = [
        word for word in _plain(name).split() if not (PERIOD.match(word) or word in _KEY_RESULT or word in _OBJECTIVE or word in _JOINTS)
    ]
    return _FIELD_OF.get(" ".join(words))


def without_period(name: str) -> str:
    """Return a column's name in its normal form without a time beside it: "2031 goal" is a goal."""
    return " ".join(word for word in normal(name).split() if not PERIOD.match(word))


def means_objective(name: str) -> bool:
    """Tell whether a column or key is named for an objective's words."""
    return _names(name, _OBJECTIVE)


def means_key_result(name: str) -> bool:
    """Tell whether a column or key is named for a key result's words; "Target (KR)" says so in brackets."""
    if _names(name, _KEY_RESULT):
        return True
    bracketed = re.search(r"[(（]([^()（）]*)[)）]\s*$", name)
    return bracketed is not None and normal(bracketed[1]) in _KEY_RESULT and _FIELD_OF.get(_plain(name)) in (None, "target", "measure")


def means_words(name: str) -> bool:
    """Tell whether a column or key holds an item's words without saying of which kind."""
    return _plain(name) in WORDS


def means_details(name: str) -> bool:
    """Tell whether a column or key describes an item that may have a name elsewhere."""
    return _plain(name) in _DETAILS


def means_task(name: str) -> bool:
    """Tell whether a column is named for what a key result often is in such files: a metric, a result, a task."""
    plain = _plain(name)
    words = plain.split()
    return plain in _TASK or any(word in _TASK for word in words[-1:]) or (bool(words) and words[0] in _TASK and words[-1] in WORDS)


def means_metric(name: str) -> bool:
    """Tell whether a label is named for what is measured."""
    return _plain(name) in _METRIC


def means_theme(name: str) -> bool:
    """Tell whether a label says that an aim follows, without calling it one: "Theme: ..."."""
    return normal(name) in _THEME


def means_status(text: str) -> bool:
    """Tell whether a heading names how far work has come, so that it groups what stands beneath."""
    return normal(text) in _STATUS


def means_code(name: str) -> bool:
    """Tell whether a column or key holds the author's own name of an item."""
    own = [word for word in _plain(name).split() if word not in _KEY_RESULT | _OBJECTIVE | {"okr", "result", "obj"}]
    return bool(own) and all(word in _CODES for word in own)


def means_group(name: str) -> bool:
    """Tell whether a column or key names the team or the cycle that an item belongs to."""
    plain = _plain(name)
    return plain in _TEAM or plain in _CYCLE or plain.removesuffix(" name") in _TEAM | _CYCLE


def only_wraps(name: str) -> bool:
    """Tell whether a key of data or a heading merely says that objectives follow, and names no group of them."""
    plain = normal(name)
    return not plain or plain in _WRAPPER or _ANNOUNCES.fullmatch(plain) is not None


def names_period(text: str) -> bool:
    """Tell whether a heading names a time, alone or beside other words."""
    return PERIOD.match(text) is not None or _PERIOD_WITHIN.search(text[:200]) is not None


def names_team(text: str) -> bool:
    """Tell whether a heading says in so many words that it names a team."""
    plain = normal(text)
    return any(word in _TEAM for word in plain.split()) or plain.endswith(("团队", "部门", "小组", "チーム", "팀", "部", "부서"))


def begins_a_question(text: str) -> bool:
    """Tell whether a heading asks or explains ("How we score", "什么是 OKR") rather than states an aim."""
    return _ASKING.match(normal(text[:80])) is not None


def mentions_okrs(text: str) -> bool:
    """Tell whether a sentence speaks of OKRs themselves."""
    return _TERMS.search(text) is not None


def means_kind(name: str) -> bool:
    """Tell whether a column is named for the kind of item that a row holds."""
    return _plain(name) in _KIND


def means_parent(name: str) -> bool:
    """Tell whether a column names the objective that a row belongs to: "Parent", "Parent objective"."""
    words = _plain(name).split()
    return bool(words) and words[0] in _ABOVE and len(words) < 4


def announces_notes(name: str) -> bool:
    """Tell whether a column is named for remarks or for work: "Active initiatives"."""
    return means_notes(name) or any(word in _NOTES for word in _plain(name).split()[-1:])


def means_notes(name: str) -> bool:
    """Tell whether a heading or label announces remarks, not items."""
    return normal(name) in _NOTES or _plain(name) in _NOTES


def _without_brackets(name: str) -> str:
    return re.sub(r"\s*[(\[（][^()\[\]（）]*+(?:[)\]）]|$)", "", name)


def _plain(name: str) -> str:
    return _plain_of(normal(name))


@lru_cache(maxsize=4096)
def _plain_of(name: str) -> str:
    return _without_brackets(name)


def _names(name: str, kinds: frozenset[str]) -> bool:
    """Tell whether a name is one of the kinds alone, numbered, or beside a word for words: "KR 2", "texto del objetivo"."""
    return _plain_names(_plain(name), kinds)


@lru_cache(maxsize=4096)
def _plain_names(plain: str, kinds: frozenset[str]) -> bool:
    if plain in kinds:
        return True
    words = [word for word in plain.split() if not word.isdigit() and word not in _JOINTS]
    rest = [word for word in words if word not in WORDS]
    if " ".join(rest) in kinds:
        return True
    numbered = re.fullmatch(r"([^\W\d]+)\d{1,2}", plain)
    return (numbered is not None and numbered[1] in kinds) or (len(rest) == 2 and rest[1] in kinds and rest[0] not in _BESIDE_OBJECTIVE)
