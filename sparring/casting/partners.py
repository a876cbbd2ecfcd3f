"""The partners that a team has set up, as the picker shows and casts them. Implements `partner.offers.Partners`."""

import asyncio
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sparring.casting import Wanted, cast_from, listed_models
from sparring.casting.choosing import wanted_partner
from sparring.casting.endpoints import address_of, endpoint_named, endpoint_names, settings_of
from sparring.partner.cast import Cast
from sparring.partner.endpoint import Endpoint
from sparring.partner.faults import CallFault
from sparring.partner.offers import Offer
from sparring.settings import LOCAL, Settings, SettingsError
from sparring.settings.workspace import LANGCHAIN


class PartnersSetUp:
    """What settings, environment and a command's options offer.

    Raises:
        SettingsError: they name a partner that is not set up, or options do not go together.
    """

    def __init__(self, settings: Settings, wanted: Wanted = Wanted(), environment: Mapping[str, str] = os.environ) -> None:  # noqa: B008 - frozen
        self._settings = settings
        self._wanted = wanted
        self._environment = environment
        self._usual = wanted_partner(settings, wanted, environment)
        if self._usual and self.usual != LOCAL and not self._usual.startswith(LANGCHAIN):
            settings_of(self.usual, settings)

    @property
    def usual(self) -> str:
        """Name of the offer that spars where nobody chooses; "" for the offline partner."""
        return _name_of(self._usual)

    def offers(self) -> tuple[Offer, ...]:
        """Return what can be chosen, the usual one first."""
        offers = list(self._offers())
        return (*(each for each in offers if self._is_usual(each.name)), *(each for each in offers if not self._is_usual(each.name)))

    async def models_of(self, name: str) -> tuple[str, ...]:
        """Return the models that settings name for the endpoint, or else those that it lists itself."""
        if (said := self._settings.endpoints.get(name)) and said.models and not self._base_url_of(name):
            return said.models
        return await listed_models(await asyncio.to_thread(self._endpoint, name))

    async def cast(self, name: str, model: str = "") -> Cast:
        """Return who spars and who reads for the offer called `name`."""
        return await asyncio.to_thread(self._cast, name, model)

    def _cast(self, name: str, model: str) -> Cast:
        usual, others = self._wanted, Wanted(name, voice=self._wanted.voice, second_reader=self._wanted.second_reader)
        wanted = usual if self._is_usual(name) else others
        if model and name != LOCAL and not name.startswith(LANGCHAIN):
            wanted = replace(wanted, partner=name, model=model)
        try:
            cast = cast_from(self._settings, wanted, self._environment)
        except SettingsError as error:
            raise CallFault("bad-request", str(error)) from None
        if cast is None:
            raise LookupError(name)
        return cast

    def _endpoint(self, name: str) -> Endpoint:
        return endpoint_named(name, "", self._settings, self._environment, base_url=self._base_url_of(name), any_model=True)

    def _base_url_of(self, name: str) -> str:
        return self._wanted.base_url if self._is_usual(name) else ""

    def _is_usual(self, name: str) -> bool:
        return bool(self._usual) and name == self.usual

    def _offers(self) -> Iterator[Offer]:
        voice = self._wanted.voice or self._settings.voice
        for name in endpoint_names(self._settings):
            model = self._model_of(name)
            try:
                address = self._base_url_of(name) or address_of(name, self._settings, self._environment)
            except SettingsError:
                # OPENAI_BASE_URL may be meant for other programs; whoever asks for OpenAI by name is told.
                continue
            yield Offer(name, model, self._hosts(_host_of(address)), voice, self._reader(model))
        if file := self._wanted.model_file or self._settings.model_file:
            model = Path(file).stem
            yield Offer(LOCAL, model, self._hosts(""), voice, self._reader(model), has_models=False)
        if self._usual.startswith(LANGCHAIN):
            path = self._usual.removeprefix(LANGCHAIN)
            # Where it sends text is its own affair, so its path stands for the host.
            yield Offer(self._usual, path, self._hosts(path), voice, self._reader(path), has_models=False)

    def _model_of(self, name: str) -> str:
        named = self._wanted.model or self._usual.partition("/")[2] if self._is_usual(name) else ""
        said = self._settings.endpoints.get(name)
        return named or next(iter(said.models if said else ()), "")

    def _hosts(self, host: str) -> str:
        """Return `host` with the second reader's, where that is another one."""
        reader = self._reader("")
        if not reader or reader == LOCAL:
            return host
        if reader.startswith(LANGCHAIN):
            of_reader = reader.removeprefix(LANGCHAIN)
        else:
            try:
                of_reader = _host_of(address_of(reader.partition("/")[0], self._settings, self._environment))
            except SettingsError:
                # Whoever casts is told.
                return host
        return ", ".join(dict.fromkeys(each for each in (host, of_reader) if each))

    def _reader(self, model: str) -> str:
        reader = self._wanted.second_reader or self._settings.second_reader
        if (self._wanted.voice or self._settings.voice) == "bank" or reader == "off":
            return ""
        return model if reader == "same" else reader


def _host_of(address: str) -> str:
    endpoint = Endpoint("", "", address)
    return "" if endpoint.is_here else endpoint.address


def _name_of(partner: str) -> str:
    return partner if partner.startswith(LANGCHAIN) else partner.partition("/")[0]
