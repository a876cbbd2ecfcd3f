"""What the front matter of a lens can name: conditions on an item, and finders that look at more than words.

Each module adds its own to the registry; importing this package fills it.
"""

from sparring.lenses.predicates import (
    against,
    aims,
    arithmetic,
    gaps,
    joined,
    numbers,
    plans,
    siblings,
    starts,
    strategy,
    structure,
    uncovered,
    wording,
)
from sparring.lenses.predicates.registry import CONDITIONS, FINDERS, Condition, Finder, Sighting

__all__ = [
    "CONDITIONS",
    "FINDERS",
    "Condition",
    "Finder",
    "Sighting",
    "against",
    "aims",
    "arithmetic",
    "gaps",
    "joined",
    "numbers",
    "plans",
    "siblings",
    "starts",
    "strategy",
    "structure",
    "uncovered",
    "wording",
]
