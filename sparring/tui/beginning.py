"""What the program is opened with: a new bout, an old one, or nothing yet."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.archive.places import Workspace, find_workspace
from sparring.draft.model import LineMark
from sparring.text import Source
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.opening import Ring


@dataclass(frozen=True, slots=True)
class NewBout:
    """A draft to spar with; `marks` is what the team said of its lines just now, None for what it said the last time."""

    source: Source
    wishes: Wishes
    marks: tuple[LineMark, ...] | None = None


@dataclass(frozen=True, slots=True)
class OldBout:
    """A bout to go on with, and its documents where the team named them again."""

    transcript: Path
    context: tuple[Path, ...] = ()


Beginning = NewBout | OldBout


async def ring_for(beginning: Beginning, workspace: Workspace) -> "Ring":
    """Open a bout: where its draft lies in a workspace of its own, there; else in `workspace`. Raises what `opening` raises."""
    from sparring.opening import go_on_with, open_new

    match beginning:
        case OldBout():
            return await go_on_with(beginning.transcript, beginning.context)
        case NewBout():
            if beginning.source.path is not None:
                around = find_workspace(beginning.source.path.parent, shared=workspace.shared)
                workspace = around if around.found else workspace
            return await open_new(beginning.source, workspace, beginning.wishes, beginning.marks)
