"""Where bouts are kept, and who can read them there."""

import contextlib
import grp
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from sparring.archive.errors import cannot_write

SETTINGS_NAME = "sparring.toml"
TRANSCRIPTS_NAME = "transcripts"
_IGNORED = "# Transcripts are confidential: git leaves them alone.\n*\n"
_OURS = (".jsonl", ".lock", ".scratch", ".torn", ".new", ".md", ".marks", ".notes")
_SHIPPED = (".gitignore", ".copies")


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder in which a team spars.

    Attributes:
        root: where `sparring.toml` or `transcripts/` stands, or the platform's data folder.
        transcripts: where its bouts are.
        shared: the folder's group reads and writes them too.
        found: whether `root` was found; False for the platform's data folder.
    """

    root: Path
    transcripts: Path
    shared: bool = False
    found: bool = True

    @property
    def file_mode(self) -> int:
        """Mode of every file kept here."""
        return 0o660 if self.shared else 0o600

    @property
    def folder_mode(self) -> int:
        """Mode of the transcripts folder; a shared one hands its group on to the files in it."""
        return 0o2770 if self.shared else 0o700

    def prepare(self) -> Path:
        """Make sure that the transcripts folder is there, private, and left alone by git; return it.

        A folder that holds other things as well keeps its mode; the bouts in it are private all the same.

        Raises:
            CannotWrite: it cannot be made.
        """
        folder = self.transcripts
        try:
            if not folder.is_dir():
                self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
                folder.mkdir(exist_ok=True, mode=0o700)
            ignore = folder / ".gitignore"
            if not ignore.exists():
                ignore.write_text(_IGNORED)
            if stat.S_IMODE(folder.stat().st_mode) != self.folder_mode and _holds_bouts_alone(folder):
                # A folder shared by a colleague is theirs to change.
                with contextlib.suppress(PermissionError):
                    folder.chmod(self.folder_mode)
        except OSError as error:
            raise cannot_write(folder, error) from None
        return folder

    def readers(self) -> str:
        """Say who can read the transcripts of this workspace: shown before round one, and kept in the transcript."""
        if not self.shared:
            return f"Only you ({_user()}) and this machine's administrators can read this transcript."
        return f"You, everybody in the group {_group(self.transcripts)} and this machine's administrators can read this transcript."


def find_workspace(start: Path, *, shared: bool = False, data_folder: Path | None = None) -> Workspace:
    """Return the workspace of the nearest folder, from `start` upward, that holds `sparring.toml` or `transcripts/`.

    Nothing is created.

    Args:
        start: a folder, or a file in it.
        shared: bouts are shared with the folder's group.
        data_folder: used when no folder above is a workspace; by default the platform's data folder for Sparring.
    """
    start = Path(os.path.abspath(start))  # noqa: PTH100 - not resolved: the way up is the one that people see
    for folder in (start, *start.parents):
        if (folder / SETTINGS_NAME).is_file() or (folder / TRANSCRIPTS_NAME).is_dir():
            return Workspace(folder, folder / TRANSCRIPTS_NAME, shared)
    root = data_folder or _platform_data_folder()
    return Workspace(root, root / TRANSCRIPTS_NAME, shared, found=False)


def _platform_data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("sparring", appauthor=False)


def _holds_bouts_alone(folder: Path) -> bool:
    return all(each.suffix in _OURS or each.name in _SHIPPED for each in folder.iterdir())


def _user() -> str:
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return f"account {os.getuid()}"


def _group(folder: Path) -> str:
    try:
        number = folder.stat().st_gid
    except OSError:
        number = os.getgid()
    try:
        return grp.getgrgid(number).gr_name
    except KeyError:
        return str(number)
