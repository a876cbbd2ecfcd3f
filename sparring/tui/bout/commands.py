"""The team's commands on their way to the session: one at a time, nothing typed is lost, and whatever goes wrong is said in words."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sparring.archive.errors import ArchiveError
from sparring.bout.rules import NotNow
from sparring.fault import sentence_for
from sparring.partner.consent import ConsentNeeded
from sparring.partner.faults import CallFault
from sparring.partner.in_hand import CallCancelled
from sparring.record.errors import RecordError
from sparring.text import TextError, visible

if TYPE_CHECKING:
    from sparring.tui.bout.screen import BoutScreen

Command = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Sending:
    """Words on their way to the disk; they come back to the box if they do not arrive."""

    text: str


class Commands:
    """Carries commands out for a bout's screen.

    Attributes:
        sending: words on their way.
    """

    def __init__(self, screen: "BoutScreen") -> None:
        self._screen = screen
        self._busy = False
        self.sending: list[Sending] = []

    def give(self, doing: Command, *, words: str | None = None, done: Callable[[], object] | None = None) -> None:
        """Carry a command out. Words always go; a key pressed again before its command is done is not meant twice.

        Args:
            doing: the session's command.
            words: what the team typed for it.
            done: called once it is carried out.
        """
        sending = None if words is None else Sending(words)
        if sending is not None:
            self.sending.append(sending)
        elif self._busy:
            self._screen.waiting.one_at_a_time()
            return
        else:
            self._busy = True
        self._screen.run_worker(self._carry_out(doing, sending, done), group="commands", exit_on_error=False)

    async def _carry_out(self, doing: Command, sending: Sending | None, done: Callable[[], object] | None) -> None:
        conversation = self._screen.conversation
        said_before = conversation.notes
        try:
            if not await self._with_consent(doing):
                self._back(sending)
                return
        except CallCancelled:
            self._back(sending)
            conversation.clear_notes(said_before)
            conversation.note("Nothing was asked, and nothing has changed. The same key asks again.", "Cancelled")
        except CallFault:
            # What the team should know is in the transcript, and shown from there.
            self._back(sending)
            conversation.clear_notes(said_before)
        except (NotNow, TextError) as refusal:
            self._back(sending)
            conversation.note(visible(str(refusal), lines=True))
        except (ArchiveError, RecordError) as error:
            self._back(sending)
            self.note_error(error)
        except Exception as error:  # nothing that goes wrong in a command may cost the team its words
            self._back(sending)
            conversation.note(sentence_for(error))
        else:
            if sending:
                self.sending.remove(sending)
            conversation.clear_notes(said_before)
            await self._screen.save_unsent()
            if done:
                done()
        finally:
            if sending is None:
                self._busy = False

    async def _with_consent(self, doing: Command) -> bool:
        """Carry out, asking first where nothing was sent to this host before; False when the team did not decide."""
        try:
            await doing()
        except ConsentNeeded as needed:
            from sparring.tui.sending.consent import settle

            if not await settle(self._screen.app, self._screen.ring.session, needed):
                return False
            await doing()
        return True

    def _back(self, sending: Sending | None) -> None:
        if sending:
            self.sending.remove(sending)
            self._screen.box.give_back(sending.text)

    def note_error(self, error: ArchiveError | RecordError) -> None:
        """Say in the conversation what the disk would not do."""
        self._screen.conversation.note(f"{visible(str(error), lines=True)} What you typed stays here.", visible(error.title))
