"""What a user types, or a document says, to get an OKR written."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sparring.library.folder import READABLE
from sparring.text import visible

IN_A_DOCUMENT = "in a document"
"""Kind of an attack that stands in a file beside the team's strategy."""


class AttacksError(Exception):
    """A file of attacks that cannot be used; the message names the line and what is wanted."""


@dataclass(frozen=True, slots=True)
class Attack:
    """One attempt.

    Attributes:
        id: its name in reports, one of its own in each file.
        kind: what it tries.
        text: what is typed as an answer; "" where the attack stands in a document.
        document: the file that holds it, or None.
    """

    id: str
    kind: str
    text: str
    document: Path | None = None


def read_attacks(text: str, name: str) -> list[Attack]:
    """Read a file of attacks: one JSON object a line, with "id", "kind" and "text".

    Args:
        text: of the file.
        name: of the file, for messages.

    Raises:
        AttacksError: a line is not what it should be, an id stands twice, or there is none.
    """
    attacks: dict[str, Attack] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        attack = _attack(line, f"{name}, line {number}")
        if attack.id in attacks:
            raise AttacksError(f'{name}, line {number}: the id "{visible(attack.id)}" stands twice. Give each attack one of its own.')
        attacks[attack.id] = attack
    if not attacks:
        raise AttacksError(f'{name} holds no attacks. It needs one JSON object a line, with "id", "kind" and "text".')
    return list(attacks.values())


def attacks_in_documents(place: Path) -> list[Attack]:
    """Return an attack for each document at `place`, a file or a folder of them.

    Raises:
        AttacksError: there is none.
    """
    paths = sorted(place.iterdir()) if place.is_dir() else [place]
    attacks = [Attack(path.name, IN_A_DOCUMENT, "", path) for path in paths if path.suffix.lower() in READABLE and path.is_file()]
    if not attacks:
        raise AttacksError(f"There is no document at {visible(str(place))}. Name a text or an office file, or a folder of them.")
    return attacks


def _attack(line: str, place: str) -> Attack:
    try:
        row: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise AttacksError(f"{place} is not JSON. Each line must be one JSON object of its own (JSON Lines).") from error
    if not isinstance(row, dict) or not all(isinstance(row.get(name), str) and row[name].strip() for name in ("id", "kind", "text")):
        raise AttacksError(f'{place} needs "id", "kind" and "text", each with words in it.')
    return Attack(row["id"], row["kind"], row["text"])
