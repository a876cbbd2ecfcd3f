"""What people set once: in their own settings file and in a workspace's `sparring.toml`. Read by the front ends only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Literal

from sparring.text import visible

THEMES = ("sparring-dark", "sparring-light", "sparring-clear-dark", "sparring-clear-light")
"""The clear ones are told apart without red and green."""


class SettingsError(Exception):
    """A settings file that cannot be used; the message names the file and what to do."""


@dataclass(frozen=True)
class Settings:
    """Settings of a person or a workspace; a workspace's come first.

    A plain class that Pydantic validates: without a settings file, a launch does not have to wait for Pydantic.
    """

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    theme: str = THEMES[0]
    """How the screens look: one of `THEMES`, or a theme that Textual ships."""

    rounds: Literal[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] = 5
    """Numbered rounds of a bout."""

    team: str = ""
    """The team's name, for the transcript."""

    cycle: str = ""
    """The cycle's name, for the transcript."""

    language: Literal["", "en", "de"] = ""
    """The language that the partner asks in; "" leaves it to the draft."""

    context: tuple[str, ...] = ()
    """Strategy documents and folders of a workspace, relative to it."""

    share_with_group: bool = False
    """The workspace's group may read and go on with its bouts (files 0660 instead of 0600)."""

    keys: dict[str, str] = field(default_factory=dict)
    """Keys by the id of what they do, as F1 names it; several separated by commas."""


def user_settings_file() -> Path:
    """Return where a person's settings are."""
    from platformdirs import user_config_path

    return user_config_path("sparring", appauthor=False) / "settings.toml"


def load_settings(user: Path, workspace: Path | None = None) -> Settings:
    """Read the person's settings, then the workspace's over them.

    Raises:
        SettingsError: a file is no TOML, or says something that no setting is.
    """
    merged: dict[str, Any] = {}
    for path in (user, workspace):
        if path is not None and path.is_file():
            merged.update(_read(path))
    return Settings(**merged)


def _read(path: Path) -> dict[str, Any]:
    """Return what a file sets, validated."""
    import tomllib

    from pydantic import TypeAdapter, ValidationError

    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))
        valid = TypeAdapter(Settings).validate_python(values)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise SettingsError(f"{visible(str(path))} is not valid TOML. Mend it, or move it away to go on with the defaults.") from None
    except ValidationError as error:
        first = error.errors()[0]
        name = visible(".".join(str(part) for part in first["loc"]))
        raise SettingsError(f"{visible(str(path))}: {name}: {visible(first['msg'])}. Mend it, or remove the line.") from None
    except OSError as error:
        raise SettingsError(f"{visible(str(path))} could not be read: {error.strerror}. Mend its rights, or move it away.") from None
    return {name: getattr(valid, name) for name in values}


def remember_theme(user: Path, theme: str) -> None:
    """Write the theme into the person's settings, leaving everything else in the file as it stands.

    Raises:
        OSError: the file cannot be written.
        SettingsError: the file is no TOML.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(user.read_text("utf-8-sig")) if user.is_file() else tomlkit.document()
    except TOMLKitError:
        raise SettingsError(f"{visible(str(user))} is not valid TOML, so the theme could not be remembered. Mend the file.") from None
    document["theme"] = theme
    user.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    partial = user.with_suffix(".new")
    partial.write_text(tomlkit.dumps(document), "utf-8")
    partial.chmod(0o600)
    partial.replace(user)
