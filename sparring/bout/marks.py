"""An item's mark: its latest stance, "revised" only from a real difference."""

from typing import Literal

from sparring.bout.state import Bout
from sparring.draft.wording import says_the_same

Mark = Literal["untouched", "now", "revised", "keep", "will-change", "park", "skip", "open"]


def marks(bout: Bout) -> dict[str, Mark]:
    """Return the mark of every item of the current draft, by key.

    An item under the challenge that is being fought is "now", whatever it was before.
    """
    first = {item.key: item for item in bout.versions[0].draft.items()}
    result: dict[str, Mark] = {}
    for item in bout.draft.items():
        result[item.key] = "untouched" if item.key in first and says_the_same(first[item.key], item) else "revised"
    for each in bout.rounds:
        mark: Mark = _stance_mark(each.stance)
        for key in each.raised.anchor.keys:
            if key in result and result[key] != "revised":
                result[key] = mark
    current = bout.round
    if current and bout.stage == "rounds" and current.decision is None:
        for key in current.raised.anchor.keys:
            if key in result:
                result[key] = "now"
    return result


def _stance_mark(stance: str | None) -> Mark:
    match stance:
        case "keep" | "will-change" | "park" | "skip":
            return stance
        case _:
            return "open"
