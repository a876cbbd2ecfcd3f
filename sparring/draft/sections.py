"""Which teams or cycles a big file holds, so that a team can choose the part to spar on."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from sparring.draft.model import Draft, Objective
from sparring.draft.vocabulary import names_period, names_team

_JOINT = " / "
_FEW = 4
"""Objectives; so many fit into one bout whatever stands above them, unless the headings name teams or times."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a draft that can be sparred on alone.

    Attributes:
        title: the headings that set it apart, as the author wrote them.
        objectives: the keys of its objectives, in reading order.
    """

    title: str
    objectives: tuple[str, ...]


def sections_of(draft: Draft) -> tuple[Section, ...]:
    """Return the choice worth offering, in reading order; nothing where there is none.

    The deepest level of headings that still names teams or cycles divides the draft: headings that say so ("Q3", "Kitchen team"), or
    headings most of which hold several objectives. A theme over a single objective is part of that objective.
    """
    paths = _telling_paths(draft.objectives)
    levels = [_Level(draft.objectives, paths, depth) for depth in range(max(map(len, paths), default=0), 0, -1)]
    worthy = [level for level in levels if level.is_choice]
    # Where teams or cycles on every level hold one objective each, the broadest division is kind enough.
    chosen = next((level for level in worthy if level.several), worthy[-1] if worthy else None)
    if chosen is None:
        return ()
    return tuple(
        Section(_JOINT.join(path) or draft.title, tuple(objective.key for objective in members)) for path, members in chosen.groups.items()
    )


def section_named(draft: Draft, title: str) -> Section | None:
    """Return the section with this title, whatever its case, else the only one whose title begins so."""
    wanted = title.strip().casefold()
    sections = sections_of(draft)
    beginning = [section for section in sections if section.title.casefold().startswith(wanted)]
    same = [section for section in beginning if section.title.casefold() == wanted]
    return same[0] if same else beginning[0] if wanted and len(beginning) == 1 else None


def part_of(draft: Draft, objectives: Collection[str]) -> Draft:
    """Return the draft with only these objectives (by key), in its own order; all of it where none of them is in it.

    An objective that has no key results of its own brings those beneath it along: they stand for its key results.
    """
    chosen = {objective.key for objective in draft.objectives if objective.key in objectives}
    if not chosen or len(chosen) == len(draft.objectives):
        return draft
    bare = {objective.id for objective in draft.objectives if objective.key in chosen and not objective.key_results}
    for objective in draft.objectives:
        if objective.parent in bare:
            chosen.add(objective.key)
            if not objective.key_results:
                bare.add(objective.id)
    return replace(draft, objectives=tuple(each for each in draft.objectives if each.key in chosen), unplaced_key_results=())


_Path = tuple[str, ...]


def _telling_paths(objectives: tuple[Objective, ...]) -> list[_Path]:
    """The headings above each objective without those that stand above all alike."""
    paths = [objective.section for objective in objectives]
    alike = {depth for depth, names in enumerate(zip(*paths, strict=False)) if len(set(names)) == 1}
    return [tuple(name for depth, name in enumerate(path) if depth not in alike) for path in paths]


class _Level:
    """A draft divided by its headings down to some depth."""

    def __init__(self, objectives: tuple[Objective, ...], paths: list[_Path], depth: int) -> None:
        self.groups: dict[_Path, list[Objective]] = {}
        for objective, path in zip(objectives, paths, strict=True):
            self.groups.setdefault(path[:depth], []).append(objective)
        self.several = sum(len(members) > 1 for members in self.groups.values())
        lasts = [path[-1] for path in self.groups if len(path) == depth]
        self.telling = 2 * sum(names_period(name) or names_team(name) for name in lasts) > len(lasts)
        self.objectives = len(objectives)

    @property
    def is_choice(self) -> bool:
        """The groups are teams or cycles by name, or at least half of them hold several objectives."""
        return len(self.groups) > 1 and (self.telling or (2 * self.several >= len(self.groups) and self.objectives > _FEW))
