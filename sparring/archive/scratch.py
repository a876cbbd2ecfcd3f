"""What is typed and not sent yet, kept beside the bout so that a dropped line costs nobody a paragraph."""

from pathlib import Path

from sparring.archive.durable import remove_unfinished, replace_file
from sparring.archive.errors import cannot_read, cannot_write


class Scratch:
    """The unsent text of one bout; private also in a shared folder, because nobody has said it yet."""

    def __init__(self, transcript: Path) -> None:
        """Stand beside the bout's transcript."""
        self.path = transcript.with_suffix(".scratch")

    def save(self, text: str) -> None:
        """Keep `text` in place of what was kept before.

        Raises:
            CannotWrite: what was kept before is still there.
        """
        try:
            replace_file(self.path, (text.encode("utf-8", "surrogatepass"),), 0o600)
        except OSError as error:
            raise cannot_write(self.path, error) from None

    def load(self) -> str:
        """Return what was kept, or "".

        Raises:
            CannotRead: there is something, and it may not be read.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return ""
        except OSError as error:
            raise cannot_read(self.path, error) from None
        try:
            return data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return data.decode("utf-8", "replace")

    def clear(self) -> None:
        """Forget the text: it was sent, or thrown away.

        Raises:
            CannotWrite: it is still there.
        """
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(self.path, error) from None
        remove_unfinished(self.path)
