"""What is wrong with a pack of lenses, in a sentence for the coach who wrote it."""


class LensError(Exception):
    """A lens file or word list that cannot be used; the message names the file and line, what is wrong and what to do."""
