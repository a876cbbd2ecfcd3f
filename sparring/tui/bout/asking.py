"""What a bout's screen does about its partner: waits for a model, cancels, tries again, goes on offline, changes who spars."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.message import Message
from textual.screen import Screen

from sparring.bout.state import Bout
from sparring.partner.offline import OfflinePartner
from sparring.record.events import CallFailed, During
from sparring.text import visible
from sparring.tui.bout.answer_box import AnswerBox
from sparring.tui.bout.commands import Command, Commands
from sparring.tui.bout.conversation import Conversation
from sparring.tui.bout.key_line import ShownKey
from sparring.tui.bout.status_line import short_name
from sparring.tui.bout.waiting import WaitingLine

if TYPE_CHECKING:
    from sparring.opening import Ring
    from sparring.tui.app import SparringApp

TITLES: dict[During, str] = {
    "challenge": "{partner} brought no challenge",
    "angle": "{partner} brought no other angle",
    "press": "{partner} did not press",
    "reading": "Your answer was read without {partner}",
}
"""Above a call that failed, by what it was for."""

NOTHING_FAILED = "Nothing failed that could be tried again."
ALREADY_OFFLINE = "The offline partner spars already; nothing is sent."
ONLY_OFFLINE = "The offline partner is the only one that is set up. `sparring models` says how to add a model."


class AskingScreen(Screen[None]):
    """The part of the bout's screen that has to do with models."""

    ring: "Ring"
    commands: Commands

    @dataclass
    class CallChanged(Message):
        """A call begins, or with None is over."""

        during: During | None

    @property
    def bout(self) -> Bout:
        """The bout as it stands."""
        return self.ring.session.bout

    @property
    def conversation(self) -> Conversation:
        """The conversation."""
        return self.query_one("#conversation", Conversation)

    @property
    def box(self) -> AnswerBox:
        """The answer box."""
        return self.query_one("#answer", AnswerBox)

    @property
    def waiting(self) -> WaitingLine:
        """The line of a model at work."""
        return self.query_one("#waiting", WaitingLine)

    def keys_bound(self) -> dict[str, list[str]]:
        """Return the keys of each binding that acts now, by its id."""
        keys: dict[str, list[str]] = {}
        for active in self.active_bindings.values():
            keys.setdefault(active.binding.id or "", []).append(self.app.get_key_display(active.binding))
        return keys

    # -- a call ------------------------------------------------------------------------------------------------------------

    def listen_to_calls(self) -> None:
        """Hear of calls from here on, and let the partner load what it needs while the team reads."""
        session = self.ring.session
        session.calls.on_change = self._call_changed
        session.on_progress = self.waiting.hear
        if self.bout.failed:
            self.show_failure(self.bout.failed)
        if self.bout.rounds:
            self.warm_up()

    def _call_changed(self, during: During | None) -> None:
        self.post_message(self.CallChanged(during))

    def deaf_to_calls(self) -> None:
        """Hear of calls no more."""
        self.ring.session.calls.on_change = lambda during: None
        self.ring.session.on_progress = lambda progress: None

    def warm_up(self) -> None:
        """Load once what is on the screen is painted."""
        self.call_after_refresh(lambda: self.run_worker(self.ring.session.warm_up(), group="warm-up", exit_on_error=False))

    def on_asking_screen_call_changed(self, event: CallChanged) -> None:
        """Show the line, or take it away; words are not sent into a question that nobody has seen."""
        if event.during is None or self.ring.session.calls.during is None:
            self.waiting.end()
            self.box.holds = False
        else:
            self.box.holds = event.during != "reading"
            self.waiting.begin(event.during, short_name(self.bout.partner.name), *self.keys_bound().get("partner.cancel", [""])[:1])
        self.refresh_bindings()
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that fit the moment."""
        raise NotImplementedError

    def on_answer_box_held(self) -> None:
        """Somebody wants to send while the next question is on its way."""
        self.waiting.words_wait()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow what has to do with calls where there is one."""
        if action == "cancel_call":
            return self.ring.session.calls.during is not None
        if action in ("try_again", "go_offline"):
            return self.bout.failed is not None and self.ring.session.calls.during is None
        return super().check_action(action, parameters)

    def action_cancel_call(self) -> None:
        """Let go of the call."""
        self.ring.session.cancel_call()

    # -- a call that failed ------------------------------------------------------------------------------------------------

    def show_failure(self, failed: CallFailed) -> None:
        """Say what happened and what to do, with the keys for it."""
        title = TITLES[failed.during].format(partner=visible(self.bout.partner.name))
        keys = self.keys_after_failure(" or ".join) if failed.during != "reading" else ()
        self.conversation.note(visible(failed.error, lines=True), title, keys)

    def keys_after_failure(self, written: Callable[[list[str]], str]) -> tuple[ShownKey, ...]:
        """Return the keys that go on after a call that failed; `written` chooses among the keys of each."""
        if self.bout.failed is None:
            return ()
        bound = self.keys_bound()
        return (
            ShownKey(written(bound.get("partner.try-again", ["–"])), "try again", "try_again"),
            ShownKey(written(bound.get("partner.offline", ["–"])), "go on offline", "go_offline"),
        )

    def action_try_again(self) -> None:
        """Give the command once more whose call failed."""
        if (failed := self.bout.failed) is None:
            self.conversation.note(NOTHING_FAILED)
            return
        self.commands.give(self._command_of(failed))

    def action_go_offline(self) -> None:
        """Let the offline partner go on, with what was asked for."""
        session, failed = self.ring.session, self.bout.failed
        if self.bout.partner.name == OfflinePartner.name:
            self.conversation.note(ALREADY_OFFLINE)
            return

        async def go_on_offline() -> None:
            await session.change_partner(session.offline)
            if failed is not None:
                await self._command_of(failed)()

        self.commands.give(go_on_offline)

    def _command_of(self, failed: CallFailed) -> Command:
        session = self.ring.session
        match failed.during:
            case "press":
                return session.press
            case "angle":
                return lambda: session.another_angle(failed.asked_by_coach)
            case _:
                return session.go_on

    # -- who spars, and what is sent ---------------------------------------------------------------------------------------

    def action_show_sent(self) -> None:
        """Show exactly what would be sent for the next challenge."""
        from sparring.tui.sending.sent import SentScreen

        self.app.push_screen(SentScreen(self.ring.session))

    def action_choose_partner(self) -> None:
        """Let the team choose who spars from here on."""
        from sparring.tui.who_spars import change_partner

        session = self.ring.session

        async def choose() -> None:
            if await change_partner(cast("SparringApp", self.app), session):
                self.warm_up()

        self.run_worker(choose(), group="choosing", exclusive=True, exit_on_error=False)
