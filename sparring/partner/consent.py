"""Whether the team agreed that its words go to a host: asked once in a workspace, and again when documents were added."""

from collections.abc import Iterable
from typing import Protocol

from sparring.bout.state import Bout
from sparring.library.model import Library
from sparring.partner.port import Partner


class ConsentNeeded(Exception):
    """Nobody has agreed yet that text goes to this host, or documents were added since.

    Attributes:
        host: where it would go.
        documents: names of all documents of which passages may be sent.
    """

    def __init__(self, host: str, documents: tuple[str, ...]) -> None:
        super().__init__(f"Before anything is sent to {host}, somebody has to agree to it.")
        self.host = host
        self.documents = documents


class Consents(Protocol):
    """What was agreed to in this workspace before."""

    def given(self, host: str) -> frozenset[str] | None:
        """Return the documents that may be sent to `host`; None where nobody agreed."""
        ...

    def remember(self, host: str, documents: Iterable[str]) -> None:
        """Keep that somebody agreed; does not raise."""
        ...


class NoConsents:
    """Nothing is remembered beyond this object."""

    def __init__(self) -> None:
        self._given: dict[str, frozenset[str]] = {}

    def given(self, host: str) -> frozenset[str] | None:
        """Return what was agreed to here."""
        return self._given.get(host)

    def remember(self, host: str, documents: Iterable[str]) -> None:
        """Keep it in mind."""
        self._given[host] = self._given.get(host, frozenset()).union(documents)


def documents_of(library: Library) -> tuple[str, ...]:
    """Return the names of the documents of which passages may be sent."""
    return tuple(each.file for each in library.documents)


def consent_needed(partner: Partner, library: Library, consents: Consents) -> ConsentNeeded | None:
    """Return what somebody has to agree to before `partner` may send anything; None when nothing leaves the machine, or they did.

    That the transcript says so is not enough: it may be a colleague's, or come with a folder from anybody.
    """
    if not partner.host or _covers(consents.given(partner.host), library):
        return None
    return ConsentNeeded(partner.host, documents_of(library))


def is_said(partner: Partner, library: Library, bout: Bout) -> bool:
    """Return whether the transcript of this bout says that the team agreed."""
    return _covers(bout.consented.get(partner.host), library)


def _covers(agreed: frozenset[str] | None, library: Library) -> bool:
    return agreed is not None and agreed.issuperset(documents_of(library))
