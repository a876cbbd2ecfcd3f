"""What people set once: in their own settings file and in a workspace's `sparring.toml`. Read by the front ends only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, ClassVar, Literal

from sparring.text import visible

THEMES = ("sparring-dark", "sparring-light", "sparring-clear-dark", "sparring-clear-light")
"""The clear ones are told apart without red and green."""

OFFLINE = "offline"
LOCAL = "local"
OPENAI_NAME = "openai"
"""The endpoint that is there without any settings; its key and address come from OPENAI_API_KEY and OPENAI_BASE_URL."""


class SettingsError(Exception):
    """A settings file that cannot be used; the message names the file and what to do."""


@dataclass(frozen=True)
class EndpointSettings:
    """What a settings file says of an endpoint; what it does not say is left to `partner.endpoint`.

    Only a person's own file may say where a key comes from: a workspace's file may be anybody's (`settings.workspace`).
    """

    __pydantic_config__: ClassVar[Mapping[str, str]] = {"extra": "forbid"}

    base_url: str = ""
    """Up to the version: https://llm.example.com/v1"""

    key: str = field(default="", repr=False)
    """The secret itself, for those who have neither environment nor keyring."""

    key_env: str = ""
    """Name of the environment variable that holds the key."""

    key_from: Literal["", "keyring"] = ""
    """Where alone the key is looked for; "" looks in the environment, in this file and in the keyring."""

    headers: dict[str, str] = field(default_factory=dict, repr=False)
    """Sent with every call; ${NAME} in a value stands for an environment variable."""

    connect_seconds: float | None = None
    """To be connected."""

    quiet_seconds: float | None = None
    """Without a sign of the model."""

    context_tokens: int | None = None
    """What the model reads at once."""

    prompt_price: float | None = None
    """For a million tokens sent, in the currency that the person reckons in."""

    reply_price: float | None = None
    """For a million tokens received."""

    models: tuple[str, ...] = ()
    """Models that the picker offers; without any, those that the endpoint lists."""


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
    """The team's name, for the transcript; its earlier bouts are remembered by it."""

    cycle: str = ""
    """The cycle's name, for the transcript."""

    language: Literal["", "en", "de"] = ""
    """The language that the partner asks in; "" leaves it to the draft."""

    context: tuple[str, ...] = ()
    """Strategy documents and folders of a workspace, relative to it."""

    share_with_group: bool = False
    """The workspace's group may read and go on with its bouts (files 0660 instead of 0600)."""

    cache: bool = True
    """Keep what was made of large documents, so that they are open at once the next time."""

    partner: str = ""
    """Who challenges: "offline", "ENDPOINT/MODEL", "ENDPOINT" with one model, "local" with `model_file`, or "langchain:MODULE:NAME"."""

    voice: Literal["guarded", "bank"] = "guarded"
    """Whose words a model's challenge is in: its own under the referee, or the question bank's."""

    second_reader: str = "same"
    """Who looks at each challenge of a model once more: "same" for the partner's own model, "off", or another "ENDPOINT/MODEL"."""

    model_file: str = ""
    """A model on this machine (GGUF), for the partner "local"."""

    tracing: bool = False
    """Chat models of LangChain may report calls to LangSmith, if the environment says so; drafts are in such reports."""

    endpoints: dict[str, EndpointSettings] = field(default_factory=dict)
    """Endpoints by the name that `partner` calls them."""

    keys: dict[str, str] = field(default_factory=dict)
    """Keys by the id of what they do, as F1 names it; several separated by commas."""


def user_settings_file() -> Path:
    """Return where a person's settings are."""
    from platformdirs import user_config_path

    return user_config_path("sparring", appauthor=False) / "settings.toml"


def load_settings(user: Path, workspace: Path | None = None) -> Settings:
    """Read the person's settings, then the workspace's over them.

    Raises:
        SettingsError: a file is no TOML, says something that no setting is, or is a workspace's and says what only the person's own may.
    """
    own = _laid_over(Settings(), _read(user), user) if user.is_file() else Settings()
    if workspace is None or not workspace.is_file():
        return own
    from sparring.settings.workspace import only_the_person_says

    theirs = _read(workspace)
    if wrong := only_the_person_says(theirs, own, user):
        raise SettingsError(f"{visible(str(workspace))}: {wrong}")
    return _laid_over(own, theirs, workspace)


def _read(path: Path) -> dict[str, Any]:
    """Return what a file sets, validated; of an endpoint, a mapping of what its table says."""
    import tomllib

    from pydantic import TypeAdapter, ValidationError

    from sparring.settings.told import not_toml, not_understood

    try:
        values = tomllib.loads(path.read_text("utf-8-sig"))
        valid = TypeAdapter(Settings).validate_python(values)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(not_toml(path, error)) from None
    except ValidationError as error:
        where = error.errors(include_input=False, include_context=False, include_url=False)[0]["loc"]
        raise SettingsError(f"{visible(str(path))}: {not_understood(where)}") from None
    except OSError as error:
        raise SettingsError(f"{visible(str(path))} could not be read: {error.strerror}. Mend its rights, or move it away.") from None
    said = {name: getattr(valid, name) for name in values}
    tables = values.get("endpoints", {})
    return {**said, "endpoints": {name: {each: getattr(valid.endpoints[name], each) for each in table} for name, table in tables.items()}}


def _laid_over(beneath: Settings, said: Mapping[str, Any], path: Path) -> Settings:
    """Return `beneath` with what the file at `path` says over it."""
    from sparring.settings.told import wrong_in_endpoint

    endpoints = {name: replace(beneath.endpoints.get(name, EndpointSettings()), **table) for name, table in said["endpoints"].items()}
    for name, endpoint in endpoints.items():
        if wrong := wrong_in_endpoint(name, endpoint):
            raise SettingsError(f"{visible(str(path))}: {wrong}")
    return replace(beneath, **{**said, "endpoints": {**beneath.endpoints, **endpoints}})


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
