"""What a challenge showed beside its words, as the transcript keeps it: the team's lines, a line of the strategy, earlier words."""

from datetime import date

from sparring.challenge import EarlierKind
from sparring.lenses.model import AnchorKind
from sparring.library.model import found_at
from sparring.record.payload import Payload, Stretch


class PassageRecord(Payload):
    """A line of the strategy as shown."""

    file: str
    line: int
    text: str
    headings: tuple[str, ...] = ()
    place: str = ""
    """The page, slide or sheet, in a document that has them."""

    @property
    def source(self) -> str:
        """Where it is found, as people name it."""
        return found_at(self.file, self.line, self.place)


class AnchorRecord(Payload):
    """What a challenge is about, and the words of the team shown with it."""

    kind: AnchorKind
    keys: tuple[str, ...] = ()
    phrase: Stretch | None = None


class QuoteRecord(Payload):
    """An item as shown beside a challenge: verbatim, with its id, the stretch that is meant, and the lines it stands in."""

    id: str
    text: str
    phrase: Stretch | None = None
    lines: tuple[int, int] | None = None


class EarlierRecord(Payload):
    """Words of the team from an earlier bout, as shown beside a challenge (see `challenge.EarlierWords`)."""

    kind: EarlierKind
    bout: str
    on: date
    words: str
