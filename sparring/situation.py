"""Where the team stands when it comes to spar: four short answers that decide which lenses stay silent."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

WrittenBy = Literal["us", "given", "both"]
Moment = Literal["before-commitment", "committed", "mid-cycle"]
Level = Literal["company", "team", "platform", "discovery"]


class Situation(BaseModel):
    """What the team said before round one; None where it skipped the question.

    Attributes:
        written_by: who wrote the draft.
        moment: where in the cycle the team is.
        level: what kind of team this is.
        bet: the bet in one sentence, in the team's own words; it may be quoted like the draft.
        in_a_room: several people at one screen: rounds take longer, so there are fewer.
        focus: keys of the objectives to spar on; empty for the whole draft.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    written_by: WrittenBy | None = None
    moment: Moment | None = None
    level: Level | None = None
    bet: str = ""
    in_a_room: bool = False
    focus: tuple[str, ...] = ()

    @property
    def tags(self) -> frozenset[str]:
        """The answers as the tags that lines of the question bank can ask for (see `lenses.model.TAGS`)."""
        given = {self.written_by and f"written-by-{self.written_by}", self.moment, self.level, "bet" if self.bet else None}
        return frozenset(tag for tag in given if tag)
