"""One lens file: its format, its limits, and sentences for the coach who wrote it and got it wrong.

A lens speaks English in its own file, which also says what sets it off. In another language it speaks through a companion, which has a
title and the same sections.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any, cast, get_args

import yaml

from sparring.lenses.errors import LensError
from sparring.lenses.model import TAGS, AnchorKind, BankLine, Family, Lens, Rung, SetOff, Strength
from sparring.lenses.predicates import CONDITIONS, FINDERS

LARGEST_LENS = 64_000
"""Bytes of one lens file; a rich one has about 6,000."""
LONGEST_DOUBT = 40
"""Words."""
LONGEST_QUESTION = 30
"""Words; and at most `LONGEST_QUESTION_CHARACTERS`, so that it fits beside the draft on a small screen."""
LONGEST_QUESTION_CHARACTERS = 200
LONGEST_TITLE = 120
"""Characters."""
MOST_LINES = 200

_ID = re.compile(r"[a-z]+(?:-[a-z]+)*")
_TAGGED = re.compile(r"\[([a-z][a-z\- ,]*)\]\s+(.*)", re.DOTALL)
_KEYS = ("id", "title", "family", "anchors", "source", "set_off_by")
_SET_OFF_KEYS = ("words", "structure", "when", "unless", "evidence", "strength")
_SECTIONS = ("Why", "Leave it alone when", "Doubts", "Questions")
_RUNGS: Mapping[str, Rung] = {"Open": "open", "Press": "press", "Press harder": "press-harder"}

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Bullet:
    line: int
    text: str
    when: frozenset[str]


class _Reader:
    """Reads one file; holds its name for the messages."""

    def __init__(self, name: str, word_lists: frozenset[str]) -> None:
        self._name = name
        self._word_lists = word_lists

    def fail(self, line: int, problem: str) -> LensError:
        return LensError(f"{self._name}, line {line}: {problem}")

    def read(self, text: str, *, spoken: bool) -> Lens:
        lines = text.replace("\r\n", "\n").split("\n")
        end = self._end_of_front(lines, "the lens's id, title, family and anchors", "set_off_by")
        front = self._front("\n".join(lines[1:end]))
        set_off_by = self._set_offs(front, lines)
        bare = Lens(
            id=front["id"],
            title=self._string(front, "title"),
            family=front["family"],
            anchors=tuple(front["anchors"]),
            source=self._string(front, "source"),
            set_off_by=set_off_by,
            why="",
            leave_alone="",
            doubts=(),
            questions={},
        )
        return self._spoken(bare, lines, end + 1, TAGS | bare.evidences, bare.id) if spoken else bare

    def read_companion(self, text: str, lens: Lens, language: str, evidences: AbstractSet[str]) -> Lens:
        lines = text.replace("\r\n", "\n").split("\n")
        end = self._end_of_front(lines, "the lens's title", "the title")
        title = ""
        for number, line in enumerate(lines[1:end], 2):
            key, _, value = line.partition(":")
            if line.strip() and key.strip() != "title":
                raise self.fail(
                    number, f"{key.strip()[:40]!r} is not known here: the first part of a companion has a title and nothing else."
                )
            title = value.strip().strip("\"'") or title
        if not title or len(title) > LONGEST_TITLE:
            raise self.fail(1, f'"title" is to be one line of at most {LONGEST_TITLE} characters between the two "---".')
        spoken = self._spoken(replace(lens, title=title, language=language), lines, end + 1, TAGS | evidences, f"{lens.id}/{language}")
        for part, bank in (("Doubts", spoken.doubts), ("Open", spoken.questions["open"])):
            if all(line.when for line in bank):
                raise self.fail(len(lines), f'every line under "{part}" has tags. Add one without, for when none of them holds.')
        return spoken

    def _end_of_front(self, lines: list[str], holds: str, last: str) -> int:
        if lines[0].rstrip() != "---":
            raise self.fail(1, f'the file does not begin with "---". Begin it with {holds} between two lines "---".')
        end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
        if end is None:
            raise self.fail(1, f'the first part has no end. Put a line "---" after {last}.')
        return end

    def _spoken(self, lens: Lens, lines: list[str], start: int, tags: AbstractSet[str], line_ids: str) -> Lens:
        """Return `lens` with the prose and the bank that stand in `lines` from `start` on."""
        sections = self._sections(lines, start)
        return replace(
            lens,
            why=self._prose(sections["Why"]),
            leave_alone=self._prose(sections["Leave it alone when"]),
            doubts=self._bank(line_ids, "doubt", self._bullets(sections["Doubts"], tags)),
            questions=self._questions(line_ids, sections["Questions"], tags),
        )

    # The front matter.

    def _front(self, text: str) -> dict[str, Any]:
        try:
            front = yaml.load(text, _Loader)  # noqa: S506 - the safe loader, in C
        except yaml.MarkedYAMLError as error:
            line = (error.problem_mark.line if error.problem_mark else 0) + 2
            raise self.fail(
                line, f"this is not understood ({error.problem}). Compare it with another lens file; mind the spaces."
            ) from None
        except yaml.YAMLError:
            raise self.fail(2, "the first part holds characters that do not belong in a text. Write it again by hand.") from None
        if not isinstance(front, dict):
            raise self.fail(2, 'the first part is empty. Give "id: ...", "title: ...", "family: ..." and "anchors: [...]".')
        at = _lines_of_keys(text)
        for key in front:
            if key not in _KEYS:
                raise self.fail(at.get(str(key), 2), f"{str(key)[:40]!r} is not known here. Use {_listed(_KEYS)}.")
        for key in ("id", "title", "family", "anchors", "source"):
            if key not in front:
                raise self.fail(1, f'"{key}" is missing. Add a line "{key}: ..." between the two "---".')
        if not isinstance(front["id"], str) or not _ID.fullmatch(front["id"]) or len(front["id"]) > 40:
            raise self.fail(at.get("id", 2), "an id has small letters and hyphens only, at most 40. Rename it.")
        if front["family"] not in get_args(Family):
            raise self.fail(at.get("family", 2), f"this family is not known. Use {_listed(get_args(Family))}.")
        anchors = front["anchors"]
        if not isinstance(anchors, list) or not anchors or any(anchor not in get_args(AnchorKind) for anchor in anchors):
            raise self.fail(at.get("anchors", 2), f"anchors are given as [one, another], out of {_listed(get_args(AnchorKind))}.")
        return front

    def _string(self, front: dict[str, Any], key: str) -> str:
        value = front[key]
        if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_TITLE or "\n" in value:
            raise self.fail(2, f'"{key}" is to be one line of at most {LONGEST_TITLE} characters.')
        return value.strip()

    def _set_offs(self, front: dict[str, Any], lines: list[str]) -> tuple[SetOff, ...]:
        ways = front.get("set_off_by") or []
        line = next((number for number, text in enumerate(lines, 1) if text.startswith("set_off_by")), 2)
        if not isinstance(ways, list) or len(ways) > 40:
            raise self.fail(line, 'set_off_by is a list of at most 40 ways, each beginning with "- words: ..." or "- structure: ...".')
        return tuple(self._set_off(way, line, lines) for way in ways)

    def _set_off(self, way: Any, line: int, lines: list[str]) -> SetOff:
        if not isinstance(way, dict) or ("words" in way) == ("structure" in way):
            raise self.fail(line, 'each way in set_off_by has either "words" (a word list) or "structure" (a rule).')
        if unknown := [str(key) for key in way if key not in _SET_OFF_KEYS]:
            raise self.fail(
                _line_with(lines, unknown[0], line), f"{unknown[0][:40]!r} is not known in set_off_by. Use {_listed(_SET_OFF_KEYS)}."
            )
        words, structure = way.get("words"), way.get("structure")
        if words is not None and words not in self._word_lists:
            raise self.fail(
                _line_with(lines, str(words), line),
                f"there is no word list {str(words)[:40]!r}. Add the file words/<language>/{str(words)[:40]}.txt.",
            )
        if structure is not None and structure not in FINDERS:
            raise self.fail(
                _line_with(lines, str(structure), line), f"there is no rule {str(structure)[:40]!r}. Use {_listed(sorted(FINDERS))}."
            )
        conditions = {}
        for key in ("when", "unless"):
            names = way.get(key) or []
            if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
                raise self.fail(_line_with(lines, key, line), f'"{key}" is given as [one, another].')
            for name in names:
                if name not in CONDITIONS and name not in self._word_lists:
                    raise self.fail(
                        _line_with(lines, name, line),
                        f"{name[:40]!r} is neither a condition nor a word list. Conditions are {_listed(sorted(CONDITIONS))}.",
                    )
            conditions[key] = tuple(names)
        evidence, strength = way.get("evidence", ""), way.get("strength", "medium")
        if not isinstance(evidence, str) or (evidence and not _ID.fullmatch(evidence)) or evidence in TAGS:
            raise self.fail(
                _line_with(lines, str(evidence), line),
                "evidence is a name of small letters and hyphens that is no tag of the program. Choose another.",
            )
        if strength not in get_args(Strength):
            raise self.fail(_line_with(lines, str(strength), line), f"strength is {_listed(get_args(Strength))}.")
        return SetOff(words, structure, conditions["when"], conditions["unless"], evidence, cast("Strength", strength))

    # The body.

    def _sections(self, lines: list[str], start: int) -> dict[str, list[tuple[int, str]]]:
        sections: dict[str, list[tuple[int, str]]] = {}
        current: list[tuple[int, str]] | None = None
        for number, line in enumerate(lines[start:], start + 1):
            if line.startswith("## "):
                name = line[3:].strip()
                if name not in _SECTIONS:
                    raise self.fail(number, f'there is no section "{name[:40]}". The sections are {_listed(_SECTIONS)}.')
                if name in sections:
                    raise self.fail(number, f'the section "{name}" stands here twice. Join the two.')
                current = sections[name] = []
            elif current is not None:
                current.append((number, line))
            elif line.strip():
                raise self.fail(number, 'words before the first section. Put them under "## Why".')
        for name in _SECTIONS:
            if not any(text.strip() for _, text in sections.get(name, [])):
                raise self.fail(len(lines), f'the section "## {name}" is missing or empty. Add it.')
        return sections

    def _prose(self, lines: list[tuple[int, str]]) -> str:
        paragraphs = "\n".join(text.strip() for _, text in lines).strip()
        return re.sub(r"(?<!\n)\n(?!\n|[-*] )", " ", paragraphs)

    def _bullets(self, lines: list[tuple[int, str]], tags: AbstractSet[str]) -> list[_Bullet]:
        found: list[tuple[int, str]] = []
        for number, line in lines:
            if line.startswith(("- ", "* ")):
                found.append((number, line[2:].strip()))
            elif line.strip() and found:
                found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip()}")
            elif line.strip():
                raise self.fail(number, 'a line of the bank begins with "- ". Put that before it.')
        return [self._bullet(number, text, tags) for number, text in found]

    def _bullet(self, number: int, text: str, tags: AbstractSet[str]) -> _Bullet:
        when: frozenset[str] = frozenset()
        if text.startswith("["):
            tagged = _TAGGED.fullmatch(text)
            if tagged is None:
                raise self.fail(
                    number, "the tags in front are not understood. Write them as [one, another], in small letters, then the sentence."
                )
            when = frozenset(tag.strip() for tag in tagged[1].split(","))
            text = tagged[2].strip()
            if unknown := sorted(when - tags):
                raise self.fail(
                    number, f"the tag {unknown[0]!r} is not known. Use the name of an evidence of this lens, or {_listed(sorted(TAGS))}."
                )
        if not text:
            raise self.fail(number, "an empty line of the bank. Write a sentence after it, or take it out.")
        return _Bullet(number, text, when)

    def _bank(self, ids: str, part: str, bullets: list[_Bullet]) -> tuple[BankLine, ...]:
        if len(bullets) > MOST_LINES:
            raise self.fail(bullets[-1].line, f"more than {MOST_LINES} lines. Keep the best.")
        for bullet in bullets:
            words = len(bullet.text.split())
            if part == "doubt":
                if words > LONGEST_DOUBT:
                    raise self.fail(bullet.line, f"this doubt has {words} words; at most {LONGEST_DOUBT} are read. Shorten it.")
            elif words > LONGEST_QUESTION or len(bullet.text) > LONGEST_QUESTION_CHARACTERS:
                raise self.fail(
                    bullet.line,
                    f"this question has {words} words and {len(bullet.text)} characters; at most {LONGEST_QUESTION} and "
                    f"{LONGEST_QUESTION_CHARACTERS} fit. Shorten it.",
                )
            elif not bullet.text.endswith("?"):
                raise self.fail(bullet.line, "a question ends in a question mark. Make this one a question, or move it to the doubts.")
        return tuple(BankLine(f"{ids}/{part}/{place}", bullet.text, bullet.when) for place, bullet in enumerate(bullets, 1))

    def _questions(self, ids: str, lines: list[tuple[int, str]], tags: AbstractSet[str]) -> dict[Rung, tuple[BankLine, ...]]:
        rungs: dict[Rung, list[tuple[int, str]]] = {}
        current: list[tuple[int, str]] | None = None
        for number, line in lines:
            if line.startswith("### "):
                name = line[4:].strip()
                if name not in _RUNGS or _RUNGS[name] in rungs:
                    raise self.fail(number, f"questions stand under {_listed(tuple(f'### {rung}' for rung in _RUNGS))}, each once.")
                current = rungs[_RUNGS[name]] = []
            elif current is not None:
                current.append((number, line))
            elif line.strip():
                raise self.fail(number, 'a question before the first "### Open". Put that line above it.')
        made = {rung: self._bank(ids, rung, self._bullets(bullets, tags)) for rung, bullets in rungs.items()}
        if not made.get("open"):
            raise self.fail(lines[0][0] if lines else 1, 'there is no question under "### Open". Add at least one.')
        return {rung: made.get(rung, ()) for rung in get_args(Rung)}


def read_lens(text: str, name: str, word_lists: frozenset[str], *, spoken: bool = True) -> Lens:
    """Read the text of a lens file.

    Args:
        text: the file's text.
        name: the file's name, for messages.
        word_lists: names of the word lists that `set_off_by` may use.
        spoken: read its prose and bank; without them the lens is one that a companion speaks for.

    Raises:
        LensError: the file breaks the format.
    """
    return _Reader(name, word_lists).read(text.removeprefix("\ufeff"), spoken=spoken)


def read_companion(text: str, name: str, lens: Lens, language: str, evidences: AbstractSet[str]) -> Lens:
    """Return `lens` as it speaks in another language.

    Args:
        text: the companion's text.
        name: its name, for messages.
        lens: the lens that it belongs to.
        language: ISO 639-1; part of the ids of the lines.
        evidences: names that lines can be tied to, beside `TAGS`.

    Raises:
        LensError: the file breaks the format.
    """
    return _Reader(name, frozenset()).read_companion(text.removeprefix("\ufeff"), lens, language, evidences)


def _lines_of_keys(front: str) -> dict[str, int]:
    return {line.partition(":")[0].strip(): number for number, line in enumerate(front.split("\n"), 2) if ":" in line}


def _line_with(lines: list[str], word: str, otherwise: int) -> int:
    return next((number for number, line in enumerate(lines, 1) if word and word in line and number >= otherwise), otherwise)


def _listed(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(names[:-1]) + f" or {names[-1]}" if len(names) > 1 else "".join(names)
