"""The partner that asks a language model: it chooses, and in the voice `guarded` it words."""

from sparring.bout.reading import Reading
from sparring.challenge import Challenge
from sparring.lenses.catalogue import Catalogue
from sparring.partner.cast import Cast, Voice
from sparring.partner.chat import OnProgress, unheard
from sparring.partner.port import Said, Turn
from sparring.partner.prompt import Prompt


class ModelPartner:
    """A cast of models behind the port that the session knows.

    What a model writes is hostile text until the referee has passed it: it is in no log, no error and no attribute of this class.
    """

    def __init__(self, cast: Cast, catalogue: Catalogue) -> None:
        self._cast = cast
        self._catalogue = catalogue

    @property
    def name(self) -> str:
        """The model's name."""
        return self._cast.speaker.model

    @property
    def host(self) -> str:
        """Where text is sent, "" when nothing leaves the machine; the second reader's beside it where that is another."""
        hosts = [each.host for each in (self._cast.speaker, self._cast.second_reader) if each and each.host]
        return ", ".join(dict.fromkeys(hosts))

    @property
    def voice(self) -> Voice:
        """Whose words are shown."""
        return self._cast.voice

    @property
    def reader(self) -> str:
        """Name of the second reader, "" when there is none."""
        reader = self._cast.second_reader
        return reader.model if reader and self._cast.voice == "guarded" else ""

    def will_call(self, turn: Turn) -> bool:
        """Return whether `challenge` will call a model for this turn; the opening is the bank's, and in its voice what leaves no choice."""
        raise NotImplementedError

    def prompt(self, turn: Turn, broken_rule: str | None = None) -> Prompt:
        """Return exactly what would be sent for a challenge in this turn; nothing is sent."""
        raise NotImplementedError

    async def warm_up(self) -> None:
        """Load what the first call will need; never raises."""
        raise NotImplementedError

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        """Return a challenge, not yet judged.

        Raises:
            CallFault: the call failed, or its reply was not of the asked shape.
        """
        raise NotImplementedError

    async def could_be_pasted(self, challenge: Challenge, turn: Turn, on_progress: OnProgress = unheard) -> bool:
        """Return what the second reader says.

        Raises:
            CallFault: it is away, slow, or says neither yes nor no.
        """
        raise NotImplementedError

    async def read(self, said: Said, on_progress: OnProgress = unheard) -> Reading | None:
        """Return how an answer is to be read; None leaves it to the word lists.

        Raises:
            CallFault: the call failed, or its reply was not of the asked shape.
        """
        raise NotImplementedError

    async def close(self) -> None:
        """Let go of connections and memory."""
        raise NotImplementedError
