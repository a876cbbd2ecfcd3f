"""Where the files that travel with the program are: the lens catalogue, the word lists, the examples."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def packaged(name: str) -> Path:
    """Return the folder `name` ("prompts" or "examples") as shipped.

    The wheel carries these folders inside the package; in a checkout they stand beside it, where people edit them.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for home in (_PACKAGE, _PACKAGE.parent):
        if (home / name).is_dir():
            return home / name
    raise FileNotFoundError(f"The folder {name!r} is missing from this installation of Sparring. Install it again.")
