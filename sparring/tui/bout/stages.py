"""The screen that each stage of a bout stands in front of the conversation with."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from sparring.bout.state import Stage
    from sparring.opening import Ring


def screen_for(stage: "Stage", ring: "Ring") -> Screen[None] | None:
    """Return the stage's screen, imported only now; None while rounds are fought."""
    match stage:
        case "situation":
            from sparring.tui.situation import SituationScreen

            return SituationScreen(ring)
        case "facts":
            from sparring.tui.facts import FactsScreen

            return FactsScreen(ring)
        case "close":
            from sparring.tui.close import CloseScreen

            return CloseScreen(ring)
        case "ended":
            from sparring.tui.debrief import DebriefScreen

            return DebriefScreen(ring)
        case _:
            return None
