"""The bout screen: shows committed entries and sends the team's commands; it conducts nothing and writes no file."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from sparring.archive.errors import ArchiveError
from sparring.bout.rules import NotNow, allowed, offers_to_stop
from sparring.bout.speaker import speaker_of
from sparring.bout.state import Bout
from sparring.fault import sentence_for
from sparring.record.entry import Entry
from sparring.record.errors import RecordError
from sparring.record.events import CallFailed, SkipReason
from sparring.speech import speech
from sparring.text import TextError, visible
from sparring.tui.bout.answer_box import AnswerBox, Purpose
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.bout.conversation import Conversation
from sparring.tui.bout.copying import COPIED, COPIES, copied_text
from sparring.tui.bout.draft_pane import DraftPane, DraftScreen
from sparring.tui.bout.key_line import KeyLine, ShownKey
from sparring.tui.bout.keys_shown import keys_now, keys_while_writing
from sparring.tui.bout.stages import screen_for
from sparring.tui.bout.status_line import StatusLine
from sparring.tui.bout.unsent import Unsent
from sparring.tui.keymap import BOUT

if TYPE_CHECKING:
    from sparring.opening import Ring

SIDE_BY_SIDE = 100
"""Columns from which the draft stands beside the bout."""

SLIM = 60
"""Columns from which names stand beside the words."""

SKIPS = (
    Answer("1", "it does not apply to us", "does-not-apply"),
    Answer("2", "you misread our words", "misread"),
)


@dataclass(frozen=True, slots=True)
class _Sending:
    """Words on their way to the disk; they come back to the box if they do not arrive."""

    text: str


class BoutScreen(Screen[None]):
    """One bout on the screen."""

    BINDINGS: ClassVar = list(BOUT)
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SLIM, "-narrow"), (SIDE_BY_SIDE, "-wide")]  # noqa: RUF012 - declared by Textual as an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-middling"), (30, "-tall")]  # noqa: RUF012
    AUTO_FOCUS: ClassVar[str | None] = "#conversation"

    @dataclass
    class Committed(Message):
        """An entry is on the disk and `session.bout` follows it."""

        entry: Entry

    def __init__(self, ring: "Ring", clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.ring = ring
        self._clock = clock
        self._sending: list[_Sending] = []
        self._busy = False
        self._stage_offered: str | None = None
        self._round_shown = 0
        self._unsent = Unsent(ring.scratch, self, self._unsent_text, self._note_error)

    @property
    def bout(self) -> Bout:
        """The bout as it stands."""
        return self.ring.session.bout

    # -- what is on it -----------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Status, draft and conversation, the box, the keys."""
        yield StatusLine(self._clock, id="status")
        with Horizontal(id="ring"):
            yield DraftPane(id="draft")
            with Vertical(id="talk"):
                yield Conversation(id="conversation")
                yield Static(markup=False, id="hint")
                yield AnswerBox(id="answer")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Bring back what was typed and not sent, and listen to the session."""
        self.ring.session.on_entry = self._committed
        self._show()
        for remark in self.ring.remarks:
            self.conversation.note(visible(remark, lines=True))
        if text := self._unsent.load():
            self.box.give_back(visible(text, lines=True))

    def _committed(self, entry: Entry) -> None:
        self.post_message(self.Committed(entry))

    def on_unmount(self) -> None:
        """Stop listening."""
        self.ring.session.on_entry = lambda entry: None

    @property
    def conversation(self) -> Conversation:
        """The conversation."""
        return self.query_one("#conversation", Conversation)

    @property
    def box(self) -> AnswerBox:
        """The answer box."""
        return self.query_one("#answer", AnswerBox)

    def on_screen_resume(self) -> None:
        """Whatever was in front is gone: show what stage the bout has come to, and what came into the conversation behind it."""
        self._show()
        self._follow_stage()
        self.call_after_refresh(self.conversation.settle)

    def on_bout_screen_committed(self, event: Committed) -> None:
        """Show what was just kept."""
        if isinstance(event.entry.event, CallFailed):
            self.conversation.note(visible(event.entry.event.error, lines=True))
        self._show()
        if self.is_active:
            self._follow_stage()

    def _show(self) -> None:
        bout = self.bout
        self.query_one("#status", StatusLine).show(bout)
        if self.has_class("-wide") or not self.is_mounted:
            self.query_one("#draft", DraftPane).show(bout)
        self.conversation.show(bout)
        self._show_hint(bout)
        self._show_keys()
        if bout.round and bout.round.seq != self._round_shown:
            self._round_shown = bout.round.seq
            if bout.round.awaits_answer and bout.stage == "rounds":
                self.box.focus()

    def on_resize(self) -> None:
        """Show the draft where it has just found room."""
        self.call_after_refresh(self._show)

    def _show_hint(self, bout: Bout) -> None:
        hint = self.query_one("#hint", Static)
        if bout.stage == "facts":
            says = "Round one has not begun. n begins it."
        elif bout.stage == "close":
            says = f"{visible(bout.closing_because or 'The rounds are over')}. n goes on with the close, m plans two rounds more."
        elif offers_to_stop(bout):
            says = speech(bout.opened.language).stop_offer
        else:
            says = ""
        hint.display = bool(says)
        hint.update(Content.styled(says, "$quiet italic"))

    # -- keys shown --------------------------------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """The mode may have changed."""
        self._show_keys()

    def on_descendant_blur(self) -> None:
        """The mode may have changed."""
        self._show_keys()

    def _show_keys(self) -> None:
        writing = self.focused is not None and self.focused is self.box
        line = self.query_one("#keys", KeyLine)
        line.set_class(writing, "-writing")
        wide, now, bound = self.has_class("-wide"), allowed(self.bout), self._keys_bound()

        def key(id_: str) -> str:
            return bound.get(id_, ["–"])[0]

        shown = keys_while_writing(self.box.purpose, now, key, wide=wide) if writing else keys_now(now, key, wide=wide)
        if wide:
            last = [ShownKey(key("app.help"), "help", "app_help"), ShownKey(key("app.commands"), "all", "app_commands")]
        else:
            last = [ShownKey(bound.get("app.help", ["–"])[-1], "help" if writing else "", "app_help")]
        line.show(shown, last)

    def _keys_bound(self) -> dict[str, list[str]]:
        """Return the keys of each binding that acts now, by its id."""
        keys: dict[str, list[str]] = {}
        for active in self.active_bindings.values():
            keys.setdefault(active.binding.id or "", []).append(self.app.get_key_display(active.binding))
        return keys

    # -- commands ----------------------------------------------------------------------------------------------------------

    def _command(
        self, doing: Callable[[], Awaitable[object]], *, sending: _Sending | None = None, done: Callable[[], object] | None = None
    ) -> None:
        """Carry a command out. Words always go; a key pressed again before its command is done is not meant twice."""
        if sending is None:
            if self._busy:
                return
            self._busy = True
        self.run_worker(self._carry_out(doing, sending, done), group="commands", exit_on_error=False)

    async def _carry_out(self, doing: Callable[[], Awaitable[object]], sending: _Sending | None, done: Callable[[], object] | None) -> None:
        try:
            await doing()
        except (NotNow, TextError) as refusal:
            self._back(sending)
            self.conversation.note(visible(str(refusal), lines=True))
        except (ArchiveError, RecordError) as error:
            self._back(sending)
            self._note_error(error)
        except Exception as error:  # nothing that goes wrong in a command may cost the team its words
            self._back(sending)
            self.conversation.note(sentence_for(error))
        else:
            if sending:
                self._sending.remove(sending)
            self.conversation.clear_notes()
            await self._unsent.save()
            if done:
                done()
        finally:
            if sending is None:
                self._busy = False

    def _back(self, sending: _Sending | None) -> None:
        if sending:
            self._sending.remove(sending)
            self.box.give_back(sending.text)

    def _note_error(self, error: ArchiveError | RecordError) -> None:
        self.conversation.note(f"{visible(str(error), lines=True)} What you typed stays here.", visible(error.title))

    def _unsent_text(self) -> str:
        waiting = [each.text for each in self._sending]
        return "\n".join([*waiting, self.box.text] if not self.box.is_empty else waiting)

    async def save_unsent(self) -> None:
        """Keep what is in the box; for leaving."""
        await self._unsent.save()

    # -- the box -----------------------------------------------------------------------------------------------------------

    def on_text_area_changed(self) -> None:
        """Somebody types."""
        self._unsent.touch()

    def on_paste(self, event: events.Paste) -> None:
        """Words pasted while letters are keys are meant for the box."""
        if "answer" in allowed(self.bout):
            event.stop()
            self.box.focus()
            self.box.post_message(events.Paste(event.text))

    def on_answer_box_left(self) -> None:
        """Letters are keys again."""
        self.conversation.focus()

    def on_answer_box_sent(self, event: AnswerBox.Sent) -> None:
        """Carry out what the box was for."""
        by, text = speaker_of(event.text)
        sending, session = _Sending(event.text), self.ring.session
        self._sending.append(sending)
        match event.purpose:
            case "answer":
                self._command(lambda: session.answer(text, by), sending=sending)
            case "keep":
                self.conversation.focus()
                self._command(lambda: session.take_stance("keep", text, by=by), sending=sending)
            case "own-question":
                self._command(lambda: session.ask_own(text, by), sending=sending)

    def _serve(self, purpose: Purpose) -> None:
        self.box.serve(purpose)
        self.box.focus()
        self._show_keys()

    def action_send(self) -> None:
        """Send what is in the box (a click on the key)."""
        self.box.action_send()

    def action_leave_box(self) -> None:
        """Leave the box (a click on the key)."""
        self.box.action_leave()

    def action_write(self) -> None:
        """Go to the box; before round one and in the close there is something else to do first."""
        if "answer" in allowed(self.bout):
            self.box.focus()
        else:
            self.action_go_on()

    # -- rounds ------------------------------------------------------------------------------------------------------------

    def action_press(self) -> None:
        """The same doubt, harder."""
        self._command(self.ring.session.press, done=self.box.focus)

    def action_angle(self) -> None:
        """Another angle on the same item."""
        self._command(self.ring.session.another_angle)

    def action_go_on(self) -> None:
        """The next challenge, or what the stage wants."""
        if self.bout.stage in ("situation", "close", "ended"):
            self._stage_offered = None
            self._follow_stage()
        else:
            self._command(self.ring.session.go_on)

    def action_ask_own(self) -> None:
        """Take a question of the team's own."""
        self._serve("own-question")

    def action_more_rounds(self) -> None:
        """Plan two rounds more."""
        self._command(self.ring.session.add_rounds)

    def action_stop(self) -> None:
        """Go to the close."""
        self._command(self.ring.session.stop)

    # -- stances -----------------------------------------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Ask for the reason; what is typed already is taken for it."""
        if "stance" not in allowed(self.bout):
            self._command(lambda: self.ring.session.take_stance("keep"))
            return
        self._serve("keep")

    def action_will_change(self) -> None:
        """The team will change it."""
        self._take("will-change")

    def action_park(self) -> None:
        """Leave it open."""
        self._take("park")

    def _take(self, stance: Literal["will-change", "park"]) -> None:
        self._command(lambda: self.ring.session.take_stance(stance), done=self.conversation.focus)

    def action_skip(self) -> None:
        """Ask which kind of skip."""
        if "stance" not in allowed(self.bout):
            self._command(lambda: self.ring.session.take_stance("skip"))
            return
        self.app.push_screen(Chooser("Skip this one. Why?", SKIPS), self._skip)

    def _skip(self, because: str | None) -> None:
        if because is not None:
            why = cast("SkipReason", because)
            self._command(lambda: self.ring.session.take_stance("skip", skipped_because=why), done=self.conversation.focus)

    def action_take_back_stance(self) -> None:
        """Take the stance back."""
        self._command(self.ring.session.take_back_stance)

    def action_take_back_answer(self) -> None:
        """Take the last answer back."""
        self._command(self.ring.session.take_back_answer)

    def action_edit(self) -> None:
        """Let the team edit its draft."""
        from sparring.tui.edit import EditScreen

        self.app.push_screen(EditScreen(self.ring))

    # -- reading and copying -----------------------------------------------------------------------------------------------

    def action_draft(self) -> None:
        """Give the draft the focus, or open it over the conversation."""
        if self.has_class("-wide"):
            self.query_one("#draft", DraftPane).focus_text()
        else:
            self.app.push_screen(DraftScreen(self.bout))

    def action_why(self) -> None:
        """Why a coach raises this."""
        current = self.bout.round
        if current is None:
            self.conversation.note("There is no challenge yet whose reasons could be shown.")
            return
        from sparring.tui.why import WhyScreen

        self.app.push_screen(WhyScreen(current.raised.title, self.ring.session.catalogue.get(current.raised.lens)))

    def action_earlier(self) -> None:
        """Unfold the round before."""
        self.conversation.unfold_earlier()

    def action_later(self) -> None:
        """Fold the earliest open round."""
        self.conversation.fold_earliest()

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the conversation by half a page."""
        self.conversation.scroll_relative(y=pages * max(1, self.conversation.size.height // 2), animate=False)

    def action_copy(self) -> None:
        """Ask what to copy."""
        self.app.push_screen(Chooser("Copy", COPIES), self._copy)

    def _copy(self, what: str | None) -> None:
        if what is None:
            return
        text = copied_text(self.bout, what, self.box.text)
        if not text:
            self.conversation.note("There is nothing to copy there yet.")
            return
        self.app.copy_to_clipboard(text)
        self.notify(f"Copied {COPIED[what]}.", markup=False, timeout=3)

    async def action_app_help(self) -> None:
        """Open the help (a click on the key)."""
        await self.app.run_action("app.help")

    async def action_app_commands(self) -> None:
        """Open the palette (a click on the key)."""
        await self.app.run_action("app.command_palette")

    # -- stages ------------------------------------------------------------------------------------------------------------

    def _follow_stage(self) -> None:
        """Put the screen of the stage in front, once; left with escape it stays away until the team asks for it."""
        stage = self.bout.stage
        if stage == self._stage_offered or not self.is_active:
            return
        self._stage_offered = stage
        if (screen := screen_for(stage, self.ring)) is not None:
            self.app.push_screen(screen, self._debriefed if stage == "ended" else None)

    def _debriefed(self, _: None) -> None:
        self.run_worker(self.app.run_action("app.quit"), exit_on_error=False)
