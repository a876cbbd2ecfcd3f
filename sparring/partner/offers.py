"""Which partners a team can choose among, as a front end is handed them. Nothing here knows settings, keys or a network."""

from dataclasses import dataclass
from typing import Protocol

from sparring.partner.cast import Cast, Voice


@dataclass(frozen=True, slots=True)
class Offer:
    """A partner that the team has set up and can choose.

    Attributes:
        name: what the team calls it; no two offers share one.
        model: asked there unless another is chosen; "" where none is set.
        host: where text goes; "" when nothing leaves the machine.
        voice: whose words are shown.
        reader: the second reader's name; "" when there is none.
        has_models: other models can be listed and chosen.
    """

    name: str
    model: str
    host: str
    voice: Voice = "guarded"
    reader: str = ""
    has_models: bool = True


class Partners(Protocol):
    """The partners that are set up, beside the offline one, which is always there.

    Attributes:
        usual: name of the offer that spars where nobody chooses; "" for the offline partner.
    """

    @property
    def usual(self) -> str:
        """Name of the offer that spars where nobody chooses; "" for the offline partner."""
        ...

    def offers(self) -> tuple[Offer, ...]:
        """Return what can be chosen, the usual one first. Quick: asks no network and no keyring."""
        ...

    async def models_of(self, name: str) -> tuple[str, ...]:
        """Return the models that the offer called `name` has, as its endpoint lists them.

        Raises:
            CallFault: the endpoint did not say.
        """
        ...

    async def cast(self, name: str, model: str = "") -> Cast:
        """Return who spars and who reads for the offer called `name`; `model` "" is the one that is set.

        Raises:
            CallFault: a key, a model file or a package is missing; the message says how to give it.
        """
        ...


class OfflineAlone:
    """Nothing is set up: the offline partner is the only one."""

    usual = ""

    def offers(self) -> tuple[Offer, ...]:
        """Return nothing to choose."""
        return ()

    async def models_of(self, name: str) -> tuple[str, ...]:
        """Return none."""
        return ()

    async def cast(self, name: str, model: str = "") -> Cast:
        """Refuse: nobody was offered."""
        raise LookupError(name)
