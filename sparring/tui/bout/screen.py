"""The bout screen: shows committed entries and sends the team's commands; it conducts nothing and writes no file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from sparring.bout.rules import allowed
from sparring.bout.speaker import speaker_of
from sparring.bout.state import Bout
from sparring.record.entry import Entry
from sparring.record.events import CallFailed, ChallengeRaised, SkipReason
from sparring.text import visible
from sparring.tui.bout.answer_box import AnswerBox, Purpose
from sparring.tui.bout.asking import AskingScreen
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.bout.coach import Coach
from sparring.tui.bout.commands import Commands
from sparring.tui.bout.conversation import Conversation
from sparring.tui.bout.copying import COPIED, COPIES, copied_text
from sparring.tui.bout.draft_pane import DraftPane, DraftScreen
from sparring.tui.bout.hint import hint_on
from sparring.tui.bout.key_line import KeyLine, ShownKey
from sparring.tui.bout.keys_shown import keys_now, keys_while_waiting, keys_while_writing
from sparring.tui.bout.said_first import say_first
from sparring.tui.bout.stages import screen_for
from sparring.tui.bout.status_line import StatusLine
from sparring.tui.bout.unsent import Unsent
from sparring.tui.bout.waiting import WaitingLine
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


class BoutScreen(AskingScreen):
    """One bout on the screen."""

    BINDINGS: ClassVar = list(BOUT)
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (SLIM, "-narrow"), (SIDE_BY_SIDE, "-wide")]  # noqa: RUF012 - declared by Textual as an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-middling"), (30, "-tall")]  # noqa: RUF012 - declared by Textual as an instance variable
    AUTO_FOCUS: ClassVar[str | None] = "#conversation"

    @dataclass
    class Committed(Message):
        """An entry is on the disk and `session.bout` follows it."""

        entry: Entry

    def __init__(self, ring: "Ring", clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.ring = ring
        self._clock = clock
        self.commands = Commands(self)
        self.coach = Coach(self, clock)
        self._stage_offered: str | None = None
        self._asked_for_more = False
        self._round_shown = 0
        self._unsent = Unsent(ring.scratch, self, self._unsent_text, self.commands.note_error)

    # -- what is on it -----------------------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Status, draft and conversation, the box, the keys."""
        yield StatusLine(self._clock, id="status")
        with Horizontal(id="ring"):
            yield DraftPane(id="draft")
            with Vertical(id="talk"):
                yield Conversation(id="conversation")
                yield Static(markup=False, id="hint")
                yield WaitingLine(id="waiting")
                yield AnswerBox(id="answer")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Bring back what was typed and not sent, and listen to the session."""
        self.ring.session.on_entry = self._committed
        self.listen_to_calls()
        self._show()
        say_first(self.conversation, self.ring)
        if text := self._unsent.load():
            self.box.give_back(visible(text, lines=True))

    def _committed(self, entry: Entry) -> None:
        self.post_message(self.Committed(entry))

    def on_unmount(self) -> None:
        """Stop listening."""
        self.ring.session.on_entry = lambda entry: None
        self.deaf_to_calls()

    def on_screen_resume(self) -> None:
        """Whatever was in front is gone: show what stage the bout has come to, and what came into the conversation behind it."""
        self._show()
        self._follow_stage()
        self.call_after_refresh(self.conversation.settle)

    def on_bout_screen_committed(self, event: Committed) -> None:
        """Show what was just kept."""
        match event.entry.event:
            case CallFailed() as failed:
                self.show_failure(failed)
            case ChallengeRaised(round=1):
                self.warm_up()
            case _:
                pass
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
        self.show_keys()
        if bout.round and bout.round.seq != self._round_shown:
            self._round_shown = bout.round.seq
            self._asked_for_more = False
            if bout.round.awaits_answer and bout.stage == "rounds":
                self.box.focus()

    def on_resize(self) -> None:
        """Show the draft where it has just found room."""
        self.call_after_refresh(self._show)

    def _show_hint(self, bout: Bout) -> None:
        hint, says = self.query_one("#hint", Static), hint_on(bout)
        hint.display = bool(says)
        hint.update(Content.styled(says, "$quiet italic"))

    # -- keys shown --------------------------------------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """The mode may have changed."""
        self.show_keys()

    def on_descendant_blur(self) -> None:
        """The mode may have changed."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that fit the moment."""
        writing = self.focused is not None and self.focused is self.box
        line = self.query_one("#keys", KeyLine)
        line.set_class(writing, "-writing")
        wide, now, bound = self.has_class("-wide"), allowed(self.bout), self.keys_bound()

        def key(id_: str) -> str:
            return bound.get(id_, ["–"])[0]

        if self.ring.session.calls.during is not None:
            shown = keys_while_waiting(key, wide=wide)
        elif writing:
            shown = keys_while_writing(self.box.purpose, now, key, wide=wide)
        else:
            shown = keys_now(now, key, wide=wide, coach=self.coach.is_here)
        if wide:
            last = [ShownKey(key("app.help"), "help", "app_help"), ShownKey(key("app.commands"), "all", "app_commands")]
        else:
            last = [ShownKey(bound.get("app.help", ["–"])[-1], "help" if writing else "", "app_help")]
        line.show((*self.keys_after_failure(lambda keys: keys[-1 if writing else 0]), *shown), last)

    # -- commands ----------------------------------------------------------------------------------------------------------

    def _unsent_text(self) -> str:
        waiting = [each.text for each in self.commands.sending]
        return "\n".join([*waiting, self.box.typed] if self.box.typed else waiting)

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
        session = self.ring.session
        match event.purpose:
            case "answer":
                self.commands.give(lambda: session.answer(text, by), words=event.text)
            case "keep":
                self.conversation.focus()
                self.commands.give(lambda: session.take_stance("keep", text, by=by), words=event.text)
            case "own-question":
                self.commands.give(lambda: session.ask_own(text, by), words=event.text)
            case "coachs-question":
                coach = by or self.coach.name
                self.commands.give(lambda: session.ask_own(text, coach, of_coach=True), words=event.text)

    def _serve(self, purpose: Purpose) -> None:
        self.box.serve(purpose)
        self.box.focus()
        self.show_keys()

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
        self.commands.give(self.ring.session.press, done=self.box.focus)

    def action_angle(self) -> None:
        """Another angle on the same item."""
        self.commands.give(self.ring.session.another_angle)

    def action_go_on(self) -> None:
        """The next challenge, or what the stage wants."""
        if self.bout.stage in ("situation", "close", "ended"):
            self._stage_offered = None
            self._follow_stage()
        else:
            self.commands.give(self.ring.session.go_on)

    def action_ask_own(self, purpose: Purpose = "own-question") -> None:
        """Take a question of the team's own, or of a coach who sits beside it."""
        self._serve(purpose)

    def action_coach(self) -> None:
        """Ask what the coach in the room wants."""
        self.coach.choose()

    def action_more_rounds(self) -> None:
        """Plan two rounds more."""
        self.commands.give(self.ring.session.add_rounds)

    def action_stop(self) -> None:
        """Go to the close."""
        self.commands.give(self.ring.session.stop)

    # -- stances -----------------------------------------------------------------------------------------------------------

    def action_keep(self) -> None:
        """Ask for the reason; what is typed already is taken for it."""
        if "stance" not in allowed(self.bout):
            self.commands.give(lambda: self.ring.session.take_stance("keep"))
            return
        self._serve("keep")

    def action_will_change(self) -> None:
        """The team will change it."""
        self._take("will-change")

    def action_park(self) -> None:
        """Leave it open."""
        self._take("park")

    def _take(self, stance: Literal["will-change", "park"]) -> None:
        self.commands.give(lambda: self.ring.session.take_stance(stance), done=self.conversation.focus)

    def action_skip(self) -> None:
        """Ask which kind of skip."""
        if "stance" not in allowed(self.bout):
            self.commands.give(lambda: self.ring.session.take_stance("skip"))
            return
        self.app.push_screen(Chooser("Skip this one. Why?", SKIPS), self._skip)

    def _skip(self, because: str | None) -> None:
        if because is not None:
            why = cast("SkipReason", because)
            self.commands.give(lambda: self.ring.session.take_stance("skip", skipped_because=why), done=self.conversation.focus)

    def action_take_back_stance(self) -> None:
        """Take the stance back."""
        self.commands.give(self.ring.session.take_back_stance)

    def action_take_back_answer(self) -> None:
        """Take the last answer back."""
        self.commands.give(self.ring.session.take_back_answer)

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
        if (screen := screen_for(stage, self.ring, nothing_more=self._asked_for_more)) is not None:
            self._asked_for_more = False
            self.app.push_screen(screen, self._after_close if stage == "close" else self._debriefed if stage == "ended" else None)

    def _after_close(self, more: bool | None) -> None:
        if more:
            self._asked_for_more = True
            self.commands.give(self.ring.session.go_on)

    def _debriefed(self, _: object) -> None:
        self.run_worker(self.app.run_action("app.quit"), exit_on_error=False)
