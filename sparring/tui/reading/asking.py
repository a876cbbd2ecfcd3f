"""When in doubt, ask the team: before a bout begins on a draft that may have been misread, it sees how it was read."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.archive.errors import ArchiveError
from sparring.archive.places import Workspace, find_workspace
from sparring.archive.readings import is_confirmed, recalled, remember
from sparring.draft.model import Draft, LineMark
from sparring.text import Source
from sparring.tui.beginning import NewBout, workspace_of
from sparring.tui.reading.lines_read import Understanding, understanding_of

if TYPE_CHECKING:
    from sparring.tui.app import SparringApp


async def as_the_team_means(app: "SparringApp", beginning: NewBout, workspace: Workspace) -> NewBout | None:
    """Read the draft as the team marked it the last time, and ask where that leaves a doubt; None when the team goes back.

    A text that the team has confirmed is not asked about again, nor is one without any words: there is nothing in it to mark. Call it from
    a worker.
    """
    if beginning.marks is not None or not beginning.source.text.strip():
        return beginning
    place = workspace_of(beginning.source, workspace)
    understanding, confirmed = await asyncio.to_thread(_looked_at, beginning.source, place)
    if not understanding.draft.is_empty and (confirmed or not understanding.doubts):
        return replace(beginning, marks=understanding.draft.marks)
    from sparring.tui.reading.screen import ReadingScreen

    marks = await app.push_screen_wait(ReadingScreen(understanding))
    if marks is None:
        return None
    remark = await kept(beginning.source, marks, place)
    return replace(beginning, marks=marks, remarks=(*beginning.remarks, *remark))


async def asked_again(app: "SparringApp", draft: Draft) -> tuple[tuple[LineMark, ...] | None, tuple[str, ...]]:
    """Show how a draft was read because the team asks; returns its marks, None when it goes back, and what it should know.

    Call it from a worker.
    """
    from sparring.tui.reading.screen import ReadingScreen

    understanding = await asyncio.to_thread(understanding_of, draft.source, draft.marks)
    marks = await app.push_screen_wait(ReadingScreen(understanding))
    if marks is None:
        return None, ()
    workspace = workspace_of(draft.source, app.workspace or find_workspace(Path.cwd()))
    return marks, await kept(draft.source, marks, workspace)


async def kept(source: Source, marks: Sequence[LineMark], workspace: Workspace) -> tuple[str, ...]:
    """Remember what the team said; returns what it should know if that could not be kept, which keeps nobody from sparring."""
    try:
        await asyncio.to_thread(remember, source, marks, workspace)
    except ArchiveError as error:
        return (f"Your marks hold for this bout, but could not be kept for the next time. {error}",)
    return ()


def _looked_at(source: Source, workspace: Workspace) -> tuple[Understanding, bool]:
    return understanding_of(source, recalled(source, workspace)), is_confirmed(source, workspace)
