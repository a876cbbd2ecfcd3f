"""Plays what a plan holds and is not kept yet, one bout after the other, within what it may take."""

from collections.abc import Callable, Collection, Sequence

from sparring.evaluation.folder import Folder
from sparring.evaluation.meter import UNPRICED, Prices
from sparring.evaluation.plan import Scene
from sparring.evaluation.played import Played
from sparring.evaluation.playing import PartnerOf, play


class LimitReached(Exception):
    """What an evaluation may take is used up; the message says what to do. What was played is kept."""


async def carry_out(
    scenes: Sequence[Scene],
    partner_of: PartnerOf,
    folder: Folder,
    *,
    prices: Prices = UNPRICED,
    most_calls: int | None = None,
    most_cost: float | None = None,
    on_played: Callable[[Played], None] = lambda played: None,
) -> None:
    """Fight every bout of `scenes`; each is on the disk before the next begins.

    Args:
        scenes: in order.
        partner_of: makes the partner that is measured.
        folder: where runs are kept.
        prices: of the partner's model.
        most_calls: to models; looked at before each bout, so that the last one may go beyond.
        most_cost: likewise; without prices it cannot be known, and is not looked at.
        on_played: hears of each run that is kept.

    Raises:
        CallFault: the endpoint is not to be had; the run in which it failed is not kept.
        LimitReached: before a bout.
        FolderError: a run could not be kept.
    """
    calls, cost = 0, 0.0
    for scene in scenes:
        if most_calls is not None and calls >= most_calls:
            raise LimitReached(f"Stopped after {calls} calls, as --limit-calls asks. Add --resume to go on.")
        if most_cost is not None and cost >= most_cost:
            raise LimitReached(f"Stopped after a cost of {cost:.2f}, as --limit-cost asks. Add --resume to go on.")
        played = await play(scene, partner_of, prices)
        folder.keep(played)
        calls += len(played.calls)
        cost += played.cost or 0.0
        on_played(played)


def not_played(scenes: Sequence[Scene], runs: Collection[Played], player: str) -> list[Scene]:
    """Return the scenes that `player` has not played yet."""
    done = {run.told.key for run in runs if run.player == player}
    return [scene for scene in scenes if scene.key not in done]
