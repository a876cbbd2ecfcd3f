"""What can be wrong with a line of a transcript."""


class RecordError(Exception):
    """A line that cannot be taken as an entry; the message is a sentence for people.

    Attributes:
        title: names the kind, for a heading above the message.
    """

    title: str = "This transcript cannot be read"


class LineDamaged(RecordError):
    """Not an entry at all: cut, overwritten, or written by something else."""

    title = "The transcript is damaged"


class LineEdited(RecordError):
    """An entry whose words or marks are not those that were sealed."""

    title = "The transcript was changed"


class NewerSchema(RecordError):
    """Written by a later version of Sparring."""

    title = "The transcript comes from a newer Sparring"


class UnknownType(NewerSchema):
    """Sealed properly, yet an event that this version does not know."""
