"""A page that somebody asked for, as a file of its own."""

from pathlib import Path

from sparring.archive.errors import CannotWrite, cannot_write
from sparring.text import visible


def write_new_page(path: Path, page: str) -> None:
    """Write `page` into a new file that its owner alone reads; a file that is there already stays as it is.

    Raises:
        CannotWrite: nothing was written.
    """
    try:
        path.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        raise CannotWrite(f"{visible(str(path))} is there already, and stays as it is. Give the page another name.") from None
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        path.write_text(page, "utf-8")
    except OSError as error:
        path.unlink(missing_ok=True)
        raise cannot_write(path, error) from None


def free_name(folder: Path, name: str) -> str:
    """Return `name`, with a number before its ending where `folder` has a file of that name."""
    stem, dot, ending = name.rpartition(".")
    tried, number = name, 2
    while (folder / tried).exists():
        tried, number = f"{stem}-{number}{dot}{ending}", number + 1
    return tried
