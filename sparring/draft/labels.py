"""The author's label before the words of an item: "Objective 2:", "KR1.2 –", "目标1："."""

import re

from sparring.draft.tags import Labelled, leading_tags, trailing_tags
from sparring.draft.vocabulary import KEY_RESULT, OBJECTIVE, OBJECTIVES, WHEN, WHICH, means_notes, normal
from sparring.draft.words import Words

_BLANK = " \t\r\n\f\v\xa0\u3000\u2002\u2003\u2009\u202f\u200b\u2060\ufeff"
"""White space, seen or not; the web pages that people copy from are full of it."""

_LABEL_REACH = 200
_LONGEST_NOTE_LABEL = 40


def _either(words: tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[\s_-]*") for word in sorted(words, key=len, reverse=True))


_SEPARATOR = r"(?:\s*[:：|｜]|\s*[)）](?!\w)|\s*\.-?(?=\s|$)|\s*[-–—](?=\s|$)|(?=\s*$))"
_NAME = r"(?:\s*[(（\[](?P<name>[^()（）\[\]]{1,80})[)）\]])?"
_NUMBER = r"(?P<number>\d{1,3}(?:[.\-_]\d{1,3}){0,3})(?![0-9A-Za-z%])(?!\.\d)"
_NUMBER_OR_NUMERAL = (
    r"(?:(?P<number>\d{1,3}(?:[.\-_]\d{1,3}){0,3}|[一二三四五六七八九十]{1,3}(?=\s*[:：、.）)])|(?-i:[IVX]{1,4}|[A-H])(?=\s*[:：]))"
    r"(?![0-9A-Za-z%])(?!\.\d))"
)
_WORD_LABEL = re.compile(
    rf"(?:(?:{_either(WHICH)})\s+){{0,2}}(?P<word>(?P<objective>{_either(OBJECTIVE)}|okr)|(?P<result>{_either(KEY_RESULT)}))"
    rf"(?![a-zà-ž])(?:\s+(?:{_either(WHICH)}|d(?:e|u|el|o|a|es|er)\s\w+|(?:of|for)\s(?:the\s)?\w+)(?=\s*[:：\d]))?"
    rf"(?:\s*+(?:(?:#|№|nr\.?|no\.?)\s*+)?(?:O|KR|OKR)?[-_ ]?{_NUMBER_OR_NUMERAL})?{_NAME}(?P<separator>{_SEPARATOR})?\s*",
    re.IGNORECASE,
)
_CODE_LABEL = re.compile(
    rf"(?:(?-i:[A-Z][A-Z0-9]{{1,5}})[-_ ](?=O\d|KR))?"
    rf"(?:(?P<result>(?:O[-_ ]?(?P<owner>\d{{1,2}})[-_. /]*)?(?:KR|RC)[-_ #]?)|(?P<objective>O(?:BJ)?[-_ #]?)){_NUMBER}{_NAME}"
    rf"(?P<separator>{_SEPARATOR})?\s*",
    re.IGNORECASE,
)
INNER_LABEL = re.compile(
    rf"(?:^|(?<=[\s.;,。；，、→>|(]))(?P<label>"
    rf"(?:(?:KR|RC)[-_ #]?|(?:{_either(KEY_RESULT)})\s*|O(?:BJ)?(?=\d)|(?:{_either(OBJECTIVE)})\s*(?=\d))"
    r"(?:\d{1,2}(?:[.\-_]\d{1,2})?\s*(?:[:：]|[.)–—-](?=\s))|[:：]))",
    re.IGNORECASE,
)
"""A label within a line, where the line before it says another item."""

_LETTER_LABEL = re.compile(r"(?:(?P<result>KR)|(?P<objective>O))(?P<number>)(?P<separator>\s*[:：|｜]|\s+[-–—](?=\s))\s*(?=\S)")
_DOTTED = re.compile(r"(?P<number>\d{1,2}\.\d{1,2}|[A-H]\.?\d{1,2}(?=\s*[.):：]\s))[.)]?(?:\s*[:：]\s*+|\s++)(?=[^\W\d_]|[\"“„«‹'<>≥≤\d(])")
"""Numbers in two parts, "1.1" or "A1.": the second counts within the first."""
_TASK_LABEL = re.compile(
    r"(?:task|任务|任務|タスク|과제|aufgabe|tâche|tarea|tarefa|görev|initiative)\s*#?\d{1,3}\s*[:：]\s*", re.IGNORECASE
)
_HEADING_WORDS = re.compile(
    rf"(?:(?:the|die|unsere|les|nos|los|{_either(WHICH)})\s+){{0,2}}(?:{_either(KEY_RESULT)})"
    rf"(?:\s+(?:\w{{1,5}} )?(?:O|KR)?[-\s]?\d{{1,2}})?{_NAME}\s*[:：]?$",
    re.IGNORECASE,
)
_OBJECTIVES_HEADING = re.compile(
    rf"(?:(?:the|die|unsere|les|nos|los|{_either(WHICH + WHEN)})\s+){{0,2}}(?:{_either(list(OBJECTIVES))}){_NAME}\s*[:：]?$", re.IGNORECASE
)


def labelled(words: Words) -> Labelled:
    """Take labels, tags and trailing fields off the words of one line or cell (marks of Markdown already gone)."""
    found = Labelled(words.strip(_BLANK))
    leading_tags(found)
    _label(found)
    leading_tags(found)
    trailing_tags(found)
    return found


def _label(found: Labelled) -> None:
    head = found.words.text[:_LABEL_REACH]
    if len(found.words.text) < _LABEL_REACH:
        if _HEADING_WORDS.fullmatch(head) and not re.search(r"\d\s*$|result\s*[:：]?$", head, re.IGNORECASE):
            found.role, found.word = "key_results", normal(head)
        elif _OBJECTIVES_HEADING.fullmatch(head):
            found.role, found.word = "objectives", normal(head)
        elif len(head) <= _LONGEST_NOTE_LABEL and means_notes(head):
            found.role = "notes"
        if found.role:
            found.syntax.append(found.words)
            found.words = Words("")
            return
    if match := _CODE_LABEL.match(head) or _LETTER_LABEL.match(head) or _word_label(head):
        _take_label(found, match)
        # "Objective O1 — ..." names the item twice.
        if not found.number and (again := _CODE_LABEL.match(found.words.text[:_LABEL_REACH])):
            _take_label(found, again)
    elif match := _DOTTED.match(head):
        found.role, found.number = "key_result", match["number"]
        found.word = "dotted"
        found.label, found.words = found.words.part(*match.span("number")), found.words.part(match.end())
    elif match := _TASK_LABEL.match(head):
        found.label = found.words.part(0, len(match[0].rstrip(" :：")))
        found.words = found.words.part(match.end())


def _word_label(head: str) -> re.Match[str] | None:
    match = _WORD_LABEL.match(head)
    if match is None:
        return None
    rest = head[match.end() :]
    if match["number"]:
        # "Objective 1 of our plan" is a sentence, "Objective 1 Planners see ..." a label.
        return match if match["separator"] is not None or not rest[:1].islower() else None
    if match["word"].casefold() == "okr" or not match["separator"]:
        return match if match["word"].casefold() != "okr" and not rest and match["separator"] is not None else None
    if match["separator"].strip()[:1] in "-–—.)）":
        return None
    return match


def _take_label(found: Labelled, match: re.Match[str]) -> None:
    groups = match.groupdict()
    found.role = "key_result" if groups.get("result") else "objective"
    found.loose = match["separator"] is None
    found.word = (groups.get("word") or found.word).casefold()
    found.number = match["number"] or ""
    if groups.get("owner"):
        found.number = f"{match['owner']}.{found.number}"
    end = match.end("number") if match["number"] else match.end("separator") if match["separator"] else match.end()
    label = found.words.part(0, end).strip()
    if match["number"] or not found.label:
        found.label = label if match["number"] else Words("")
    found.syntax.append(found.words.part(0, match.end()))
    found.words = found.words.part(match.end())
