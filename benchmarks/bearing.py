"""Measures the search of the library on workspaces with known links between items and lines of their strategy.

    python benchmarks/bearing.py FOLDER

FOLDER holds one folder a team, with `strategy.md` and `truth.json`:
{"language": ..., "links": [{"item": text, "passages": [verbatim lines]}]}, where an empty list means that no line bears on the item.
Printed: for items with such lines, how often one is among the first three and how often the first; for items without, how often none is
claimed; and how often none is claimed for an item in the strategies of the other teams of its language.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sparring.library.folder import open_library
from sparring.library.model import Bearing, Library


@dataclass(frozen=True)
class Team:
    name: str
    language: str
    links: list[tuple[str, list[str]]]
    library: Library


def teams_in(folder: Path) -> list[Team]:
    teams = []
    for truth in sorted(folder.glob("*/truth.json")):
        known = json.loads(truth.read_text("utf-8"))
        links = [(link["item"], link["passages"]) for link in known["links"]]
        teams.append(Team(truth.parent.name, known["language"], links, open_library([truth.parent / "strategy.md"]).library))
    return teams


def is_right(bearing: Bearing, lines: Sequence[str]) -> bool:
    found = bearing.passage.text
    return any(found in line or line in found for line in (" ".join(line.split()) for line in lines))


def share(hits: Sequence[bool]) -> str:
    return f"{sum(hits)} of {len(hits)} ({sum(hits) / max(1, len(hits)):.0%})"


def main(folder: Path) -> None:
    among_three, first, none, strange = [], [], [], []
    teams = teams_in(folder)
    for team in teams:
        for item, lines in team.links:
            found = team.library.bearing_on(item)
            if lines:
                among_three.append(any(is_right(bearing, lines) for bearing in found))
                first.append(bool(found) and is_right(found[0], lines))
            else:
                none.append(not found)
            strange += [
                not other.library.bearing_on(item) for other in teams if other.name != team.name and other.language == team.language
            ]
    print("a right line among the first three:", share(among_three))
    print("a right line first:                ", share(first))
    print("none claimed where none bears:     ", share(none))
    print("none claimed in strange strategies:", share(strange))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
