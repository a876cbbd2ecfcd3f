"""Turns settings, environment, keyring and a command's options into the models that a bout is fought with.

The only room, with the front ends above it, that knows `partner.providers`. Nothing heavy is loaded before a model is cast.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.casting.choosing import Wanted, wanted_partner
from sparring.casting.endpoints import endpoint_named
from sparring.partner.budget import TURN, TURN_ON_THIS_MACHINE, Budget
from sparring.partner.cast import Cast
from sparring.partner.chat import ChatModel
from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.settings import LOCAL, Settings
from sparring.settings.workspace import LANGCHAIN
from sparring.text import visible

if TYPE_CHECKING:
    from sparring.partner.providers.abilities import Abilities, AbilityMemory

NO_READER = "off"
SAME_READER = "same"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model on this machine."""

    path: Path


@dataclass(frozen=True, slots=True)
class ImportPath:
    """A chat model of LangChain, as "module:name"; `traced`: LangSmith may be told of calls."""

    path: str
    traced: bool = False


Model = Endpoint | ModelFile | ImportPath
"""Where a model is; a value that needs no library and no network."""


def cast_from(settings: Settings, wanted: Wanted = Wanted(), environment: Mapping[str, str] = os.environ) -> Cast | None:  # noqa: B008 - frozen
    """Return who spars and who reads; None for the offline partner.

    Asks the keyring where a key is in neither the environment nor the person's settings, which may take a while.

    Raises:
        SettingsError: a partner is named that is not set up, or options that do not go together.
        CallFault: a key, a model's name, a model file or a package is missing; the message says how to give it.
    """
    partner = wanted_partner(settings, wanted, environment)
    if not partner:
        return None
    voice = wanted.voice or settings.voice
    speaking = model_of(partner, settings, wanted, environment)
    speaker, budget = chat_of(speaking), _budget_of(speaking)
    reader = wanted.second_reader or settings.second_reader
    if voice == "bank" or reader == NO_READER:
        return Cast(speaker, voice, None, budget)
    if reader == SAME_READER:
        return Cast(speaker, voice, speaker, budget)
    return Cast(speaker, voice, chat_of(model_of(reader, settings, Wanted(), environment)), budget)


def _budget_of(model: Model) -> Budget:
    is_here = isinstance(model, ModelFile) or (isinstance(model, Endpoint) and model.is_here)
    return TURN_ON_THIS_MACHINE if is_here else TURN


def model_of(partner: str, settings: Settings, wanted: Wanted, environment: Mapping[str, str], *, any_model: bool = False) -> Model:
    """Return where the model of `partner` is, its key found; `any_model` leaves an endpoint's model "" where nobody names one.

    Raises:
        SettingsError: it names no endpoint that is set up.
        CallFault: a key, a model's name or a model file is missing.
    """
    if partner == LOCAL:
        return _model_file(wanted.model_file or settings.model_file)
    if partner.startswith(LANGCHAIN):
        return ImportPath(partner.removeprefix(LANGCHAIN), settings.tracing)
    name, _, model = partner.partition("/")
    return endpoint_named(name, wanted.model or model, settings, environment, base_url=wanted.base_url, any_model=any_model)


def _model_file(named: str) -> ModelFile:
    from sparring.settings import user_settings_file

    if not named:
        raise CallFault(
            "model-file",
            "No model file is named. Give one in one of two ways: the option --model-file FILE, or the line "
            f'model_file = "FILE" in your settings, {visible(str(user_settings_file()))}.',
        )
    path = Path(named).expanduser()
    if not path.is_file():
        raise CallFault("model-file", f"There is no model file {visible(str(path))}. Check its name, and that its disk is there.")
    return ModelFile(path)


def chat_of(model: Model, *, learn_anew: bool = False) -> ChatModel:
    """Return the chat model there; loads no library.

    Args:
        model: where it is.
        learn_anew: what an endpoint can do is found out again, and kept for the next time.

    Raises:
        CallFault: what it needs is not installed, or cannot be loaded.
    """
    match model:
        case Endpoint():
            from sparring.partner.providers.abilities_file import AbilitiesFile
            from sparring.partner.providers.openai_chat import OpenAIChat

            return OpenAIChat(model, memory=_Anew(AbilitiesFile()) if learn_anew else AbilitiesFile())
        case ModelFile():
            from sparring.partner.providers.local_chat import LocalChat

            return LocalChat(model.path)
        case ImportPath():
            from sparring.partner.providers.langchain_chat import LangChainChat

            return LangChainChat(model.path, traced=model.traced)


class _Anew:
    """A memory that recalls nothing, and keeps what is found out."""

    def __init__(self, memory: "AbilityMemory") -> None:
        self._memory = memory

    def find(self, base_url: str, model: str) -> "Abilities | None":
        """Return nothing."""
        return None

    def keep(self, base_url: str, model: str, abilities: "Abilities") -> None:
        """Keep a finding."""
        self._memory.keep(base_url, model, abilities)


def structure_of(chat: ChatModel) -> str:
    """Return by which way `chat` was last asked for a shape: "strict", "schema", "object" or "instructed"; "" where it has only one."""
    from sparring.partner.providers.openai_chat import OpenAIChat

    return chat.found.structure if isinstance(chat, OpenAIChat) else ""


def found_out_file() -> Path:
    """Return where it is kept what endpoints were found to be able to do."""
    from sparring.partner.providers.abilities_file import user_abilities_file

    return user_abilities_file()


async def listed_models(endpoint: Endpoint) -> tuple[str, ...]:
    """Return the models that an endpoint lists.

    Raises:
        CallFault: it does not say.
    """
    from sparring.partner.providers.listing import list_models

    return await list_models(endpoint)


__all__ = [
    "NO_READER",
    "SAME_READER",
    "ImportPath",
    "Model",
    "ModelFile",
    "Wanted",
    "cast_from",
    "chat_of",
    "found_out_file",
    "listed_models",
    "model_of",
    "structure_of",
]
