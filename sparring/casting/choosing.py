"""Which partner is wanted: a command's options before the environment, the environment before settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from sparring.partner.cast import Voice
from sparring.settings import LOCAL, OFFLINE, OPENAI_NAME, Settings, SettingsError

PARTNER_VARIABLE: Final = "SPARRING_PARTNER"
"""The environment variable that says what the setting `partner` says."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command's options say; "" leaves it to environment and settings.

    Attributes:
        partner: "offline", "local", "ENDPOINT", "ENDPOINT/MODEL" or "langchain:MODULE:NAME".
        model: as the endpoint calls it.
        base_url: another address for the endpoint; typed by the person, so the key in the environment goes there.
        voice: whose words are shown.
        second_reader: "same", "off", or a partner.
        model_file: a model on this machine.
    """

    partner: str = ""
    model: str = ""
    base_url: str = ""
    voice: Voice | Literal[""] = ""
    second_reader: str = ""
    model_file: str = ""


def wanted_partner(settings: Settings, wanted: Wanted, environment: Mapping[str, str]) -> str:
    """Return the partner that is wanted; "" for the offline one. A model without a partner is OpenAI's, a model file the local one.

    Raises:
        SettingsError: options do not go together.
    """
    partner = wanted.partner.strip()
    asks_a_model = bool(wanted.model or wanted.base_url or wanted.model_file)
    if partner == OFFLINE and asks_a_model:
        raise SettingsError("The offline partner asks no model: leave --model, --base-url and --model-file out, or name another --partner.")
    if wanted.model_file and partner not in ("", LOCAL):
        raise SettingsError("A model file is for the partner local: leave --partner out, or leave --model-file out.")
    if (wanted.model or wanted.base_url) and (wanted.model_file or partner == LOCAL):
        raise SettingsError("A model file is named by --model-file alone: leave --model and --base-url out.")
    if wanted.model_file:
        return LOCAL
    if not partner:
        partner = (environment.get(PARTNER_VARIABLE) or settings.partner).strip()
        if (wanted.model or wanted.base_url) and partner in ("", OFFLINE, LOCAL):
            return OPENAI_NAME
    return "" if partner == OFFLINE else partner
