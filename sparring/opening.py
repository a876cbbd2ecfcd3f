"""Sets a bout up: reads the draft and the documents, makes the journal, and hands back a session. Both front ends begin here."""

import asyncio
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sparring.bout.fold import fold
from sparring.documents.reading import read_document
from sparring.draft.changes import changes
from sparring.draft.model import Draft, LineMark
from sparring.draft.reading import NOTHING_FOUND, read_again, read_draft
from sparring.lenses.catalogue import Catalogue, packaged_catalogue
from sparring.library.deferred import DeferredLibrary
from sparring.library.folder import LibraryReading, open_library
from sparring.library.model import Library
from sparring.partner.cast import Cast
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Partner
from sparring.record.codec import next_entry
from sparring.record.entry import Entry
from sparring.record.events import ContextAdded, DocumentRecord, Event
from sparring.record.notes import NO_NOTES, Notes
from sparring.session import Session, open_bout
from sparring.speech import LANGUAGES, OTHERWISE, language_spoken, speech
from sparring.text import Source, TextError, visible
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.archive.journal import Journal
    from sparring.archive.places import Workspace
    from sparring.archive.scratch import Scratch


class NothingToSpar(Exception):
    """The draft holds nothing to spar on; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A bout ready to be fought.

    Attributes:
        session: conducts it.
        journal: where its entries are kept; close it when the bout is left.
        scratch: where the answer being typed is kept.
        remarks: what the team should know before it begins: documents that could not be read, a guessed encoding, another language.
        part: the title of the section that the team asked to spar on, or "".
        notes: what coaches wrote for the team about the bout.
    """

    session: Session
    journal: "Journal"
    scratch: "Scratch"
    remarks: tuple[str, ...] = ()
    part: str = ""
    notes: Notes = NO_NOTES


async def open_new(
    source: Source, workspace: "Workspace", wishes: Wishes, marks: Sequence[LineMark] | None = None, cast: Cast | None = None
) -> Ring:
    """Read the draft and the documents and begin a bout on them.

    Args:
        source: the draft.
        workspace: where the bout is kept.
        wishes: what the team asks for.
        marks: what the team says of single lines; by default what it said when it opened this file the last time.
        cast: the models to spar with; None for the offline partner.

    Raises:
        NothingToSpar: no objective and no key result was found.
        ArchiveError: nothing can be kept in this workspace.
    """
    from sparring.archive.consents import Consents
    from sparring.archive.earlier import coaches_questions, earlier_bouts
    from sparring.archive.journal import Journal
    from sparring.archive.scratch import Scratch

    draft, reading = await asyncio.to_thread(_read, source, workspace, wishes, marks)
    if draft.is_empty:
        raise NothingToSpar(f"{visible(source.name)}: {NOTHING_FOUND}")
    language = language_spoken(wishes.language, draft.language)
    catalogue = packaged_catalogue(language)
    history = await asyncio.to_thread(earlier_bouts, workspace, team=wishes.team, draft=source.path)
    journal = await asyncio.to_thread(Journal.create, workspace, datetime.now().astimezone())
    try:
        session = await open_bout(
            draft,
            bout_id=journal.bout,
            seed=secrets.randbelow(2**31) if wishes.seed is None else wishes.seed,
            language=language,
            journal=journal,
            partner=partner_of(cast, catalogue),
            catalogue=catalogue,
            library=reading.library,
            context=_context_added(reading.library, wishes.context),
            history=history,
            questions=await asyncio.to_thread(coaches_questions, workspace.transcripts, history),
            rounds=wishes.rounds,
            team=wishes.team,
            cycle=wishes.cycle,
            readers=workspace.readers(),
            consents=Consents(journal.path.parent),
        )
    except BaseException:
        journal.close()
        raise
    return Ring(session, journal, Scratch(journal.path), tuple(_remarks(draft, wishes, reading.problems)), wishes.part)


def _context_added(library: Library, places: Sequence[Path]) -> ContextAdded | None:
    documents = tuple(DocumentRecord(file=each.file, digest=each.digest, passages=each.passages) for each in library.documents)
    return ContextAdded(documents=documents, places=tuple(str(place.absolute()) for place in places)) if documents else None


def partner_of(cast: Cast | None, catalogue: Catalogue) -> Partner:
    """Return the partner that asks these models; without any, the offline one. Loads no library: the first call does, or `warm_up`."""
    if cast is None:
        return OfflinePartner(catalogue)
    from sparring.partner.model import ModelPartner

    return ModelPartner(cast, catalogue)


async def go_on_with(path: Path, context: Sequence[Path] = (), cast: Cast | None = None, *, cache: bool = True) -> Ring:
    """Go on with a bout that was left.

    Args:
        path: its transcript.
        context: where its documents are now, if not where they were.
        cast: the models to spar with from here on; None for the offline partner.
        cache: documents that were read may be kept in the user's cache folder, and taken from there.

    Raises:
        ArchiveError: the transcript is open elsewhere, damaged, newer, or not there.
        NoBout: it holds no bout.
    """
    from sparring.archive.consents import Consents
    from sparring.archive.earlier import bouts_named
    from sparring.archive.journal import Journal
    from sparring.archive.notes import notes_for_team
    from sparring.archive.scratch import Scratch

    reopened = await asyncio.to_thread(Journal.reopen, path)
    try:
        bout = fold(reopened.entries)
        reading = await asyncio.to_thread(open_library, context or bout.context, cache)
        catalogue = packaged_catalogue(bout.opened.language)
        session = Session(
            bout,
            journal=reopened.journal,
            partner=partner_of(cast, catalogue),
            catalogue=catalogue,
            library=reading.library,
            history=await asyncio.to_thread(bouts_named, path.parent, bout.earlier),
            consents=Consents(reopened.journal.path.parent),
        )
        remarks = [reopened.remark] if reopened.remark else []
        if bout.stage != "ended":
            await session.resume()
            remarks += await _take_outside_changes(session)
    except BaseException:
        reopened.journal.close()
        raise
    notes = await asyncio.to_thread(notes_for_team, path)
    return Ring(session, reopened.journal, Scratch(reopened.journal.path), (*remarks, *reading.problems), notes=notes)


async def _take_outside_changes(session: Session) -> list[str]:
    """Make the draft's file a new version where somebody edited it while the bout was left; a file that cannot be read changes nothing."""
    read = session.bout.draft.source
    if read.path is None:
        return []
    name = visible(read.name)
    try:
        source = await asyncio.to_thread(read_document, read.path)
    except TextError as error:
        return [f"{error} The bout goes on with the draft as it was."]
    if source.digest in {version.draft.source.digest for version in session.bout.versions}:
        return []
    draft = await asyncio.to_thread(read_again, session.bout.draft, source)
    if source.converted and any(_says_the_same(version.draft, draft) for version in session.bout.versions):
        # Another version of a converter may set the same words otherwise.
        return []
    if draft.is_empty:
        return [f"{name} was changed and holds no objectives or key results now. The bout goes on with the draft as it was."]
    await session.revise(source, outside=True)
    return [f"{name} was changed since you left. The bout goes on with it as version {session.bout.version}."]


def _says_the_same(old: Draft, new: Draft) -> bool:
    return all(change.kind == "same" for change in changes(old, new))


async def leave(ring: Ring) -> None:
    """Leave a bout: a call under way is let go of, the bout is paused, and others may open it."""
    try:
        ring.session.calls.refuse()
        await ring.session.pause()
    finally:
        await asyncio.to_thread(ring.journal.close)
        await ring.session.close()


def _read(source: Source, workspace: "Workspace", wishes: Wishes, marks: Sequence[LineMark] | None) -> tuple[Draft, LibraryReading]:
    from sparring.archive.readings import read_as_marked

    draft = read_as_marked(source, workspace) if marks is None else read_draft(source, marks)
    return draft, open_library(wishes.context, wishes.cache)


def _remarks(draft: Draft, wishes: Wishes, problems: Sequence[str]) -> Iterator[str]:
    if draft.source.guessed:
        yield f"{visible(draft.source.name)} does not say how it is encoded; it was read as {draft.source.encoding}. Look for odd letters."
    spoken = language_spoken(wishes.language, draft.language)
    if draft.language not in LANGUAGES and draft.language != "und":
        yield (
            f"Your draft is in a language that the question bank does not speak yet. I ask in {LANGUAGES[spoken]}; answer in any language."
        )
    elif not wishes.language and spoken != OTHERWISE:
        yield speech(spoken).as_your_draft
    yield from problems


class _NoJournal:
    """A journal for a bout that is only printed: entries follow each other and are kept nowhere."""

    def __init__(self) -> None:
        self._last: Entry | None = None

    def append(self, event: Event, at: datetime) -> Entry:
        self._last = next_entry(self._last, event, at, "0" * 32)
        return self._last

    def strike(self, *seqs: int) -> None:
        """Nothing is kept, so there is nothing to strike."""


@dataclass(frozen=True, slots=True)
class Unkept:
    """A bout that is only printed.

    Attributes:
        session: conducts it.
        library: its documents; their problems are known once a challenge needed them.
        remarks: what should be known before it begins.
    """

    session: Session
    library: DeferredLibrary
    remarks: tuple[str, ...]


async def open_unkept(draft: Draft, wishes: Wishes, cast: Cast | None = None) -> Unkept:
    """Begin a bout that leaves no transcript; `cast` are the models to spar with, None for the offline partner."""
    library = DeferredLibrary(wishes.context, cache=wishes.cache)
    language = language_spoken(wishes.language, draft.language)
    catalogue = packaged_catalogue(language)
    session = await open_bout(
        draft,
        bout_id="unkept",
        seed=int(draft.source.digest[:8], 16) if wishes.seed is None else wishes.seed,
        language=language,
        journal=_NoJournal(),
        partner=partner_of(cast, catalogue),
        catalogue=catalogue,
        library=library,
        rounds=wishes.rounds,
    )
    return Unkept(session, library, tuple(_remarks(draft, wishes, ())))
