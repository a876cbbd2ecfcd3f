"""The screen that each stage of a bout stands in front of the conversation with."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

if TYPE_CHECKING:
    from sparring.bout.state import Stage
    from sparring.opening import Ring


def screen_for(stage: "Stage", ring: "Ring", *, nothing_more: bool = False) -> Screen[Any] | None:
    """Return the stage's screen, imported only now; None while rounds are fought.

    Args:
        stage: where the bout is.
        ring: the bout.
        nothing_more: the team asked for more rounds, and nothing was left to raise.
    """
    match stage:
        case "situation":
            from sparring.tui.situation import SituationScreen

            return SituationScreen(ring)
        case "facts":
            from sparring.tui.facts import FactsScreen

            return FactsScreen(ring)
        case "close":
            from sparring.tui.close import NO_MORE, CloseScreen

            return CloseScreen(ring, NO_MORE if nothing_more else "")
        case "ended":
            from sparring.tui.debrief import DebriefScreen

            return DebriefScreen(ring)
        case _:
            return None
