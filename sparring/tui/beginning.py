"""What the program is opened with: a new bout, an old one, or nothing yet."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.archive.places import Workspace, find_workspace
from sparring.draft.model import LineMark
from sparring.text import Source
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.opening import Ring
    from sparring.tui.app import SparringApp


@dataclass(frozen=True, slots=True)
class NewBout:
    """A draft to spar with.

    Attributes:
        source: the draft.
        wishes: what the team asks for.
        marks: what the team said of its lines just now, None for what it said the last time.
        remarks: what the team should know before it begins.
    """

    source: Source
    wishes: Wishes
    marks: tuple[LineMark, ...] | None = None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OldBout:
    """A bout to go on with, and its documents where the team named them again."""

    transcript: Path
    context: tuple[Path, ...] = ()


Beginning = NewBout | OldBout


def workspace_of(source: Source, workspace: Workspace) -> Workspace:
    """Return where bouts on this draft are kept: where it lies in a workspace of its own, there; else `workspace`."""
    if source.path is None:
        return workspace
    around = find_workspace(source.path.parent, shared=workspace.shared)
    return around if around.found else workspace


async def ring_for(app: "SparringApp", beginning: Beginning, workspace: Workspace) -> "Ring":
    """Open a bout with whoever spars by choice or by settings. Raises what `opening` raises."""
    from sparring.opening import go_on_with, open_new
    from sparring.tui.who_spars import cast_for

    cast, remark = await cast_for(app)
    match beginning:
        case OldBout():
            ring = await go_on_with(beginning.transcript, beginning.context, cast, cache=app.wishes is None or app.wishes.cache)
            remarks: tuple[str, ...] = ()
        case NewBout():
            place = workspace_of(beginning.source, workspace)
            ring = await open_new(beginning.source, place, beginning.wishes, beginning.marks, cast)
            remarks = beginning.remarks
    return replace(ring, remarks=(*ring.remarks, *remarks, *([remark] if remark else [])))
