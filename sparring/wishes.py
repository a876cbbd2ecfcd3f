"""What a team asks for when a bout begins; front ends read it before anything of the bout is loaded."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the team asked for; everything has a default.

    Attributes:
        context: strategy documents and folders.
        rounds: numbered rounds planned.
        seed: None draws one.
        team: name for the transcript.
        cycle: name for the transcript.
        part: the title of the section to spar on, or how it begins; "" leaves the choice to the team.
        language: that the partner is to speak (ISO 639-1); "" leaves it to the draft.
        cache: documents that were read may be kept in the user's cache folder, and taken from there.
    """

    context: tuple[Path, ...] = ()
    rounds: int = 5
    seed: int | None = None
    team: str = ""
    cycle: str = ""
    part: str = ""
    language: str = ""
    cache: bool = True
