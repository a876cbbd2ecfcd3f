"""What the program is opened with: a new bout, an old one, or nothing yet."""

from dataclasses import dataclass
from pathlib import Path

from sparring.opening import Wishes
from sparring.text import Source


@dataclass(frozen=True, slots=True)
class NewBout:
    """A draft to spar with."""

    source: Source
    wishes: Wishes


@dataclass(frozen=True, slots=True)
class OldBout:
    """A bout to go on with, and its documents where the team named them again."""

    transcript: Path
    context: tuple[Path, ...] = ()


Beginning = NewBout | OldBout
