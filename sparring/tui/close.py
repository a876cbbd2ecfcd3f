"""The close: one calm pass over the first answer, what is open, and what is kept. Fields may stay empty; what is left is kept."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from sparring.bout.closing import last_question
from sparring.bout.speaker import speaker_of
from sparring.report.debrief import KeptPoint, OpenPoint, debrief
from sparring.speech import speech
from sparring.text import visible
from sparring.tui.bout.coach import COACHS_NOTE, note_over_bout
from sparring.tui.debrief import in_round
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.owner_line import NO_DAY, OwnerLine
from sparring.tui.page import ONWARD, BoutPage, Sentence

if TYPE_CHECKING:
    from sparring.opening import Ring

KEPT = "We keep it"
NOTHING_LEFT = "Nothing is left to go over."
NO_MORE = "There is nothing more to raise on this draft."


class CloseArea(KeysInOrder, TextArea):
    """An answer at the close; enter keeps it and goes to the next field, ctrl+j begins a new line."""

    HELP = "Your answer. Enter keeps it and goes to the next field; it may stay empty."
    EXAMPLE = "The weekly check-in stands; that anybody acts on it, we only hope"

    BINDINGS: ClassVar = [
        ONWARD,
        Binding("enter", "app.focus_next", "next field", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", "field before", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    CloseArea, Page CloseArea { height: auto; min-height: 3; max-height: 8; }
    """

    def __init__(self, to: Literal["still-stands", "prove-wrong"], about: int | None, text: str) -> None:
        text = visible(text, lines=True)
        super().__init__(text, name=f"{to} {about}", classes="-writes", soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self.to = to
        self.about = about
        self.kept = self.text.strip()

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ("ctrl+j", "alt+enter", "shift+enter"):
            event.stop()
            event.prevent_default()
            if result := self._replace_via_keyboard("\n", *self.selection):
                self.move_cursor(result.end_location)


class CloseScreen(BoutPage[bool]):
    """Takes the close; f2 (or d where no field has the focus) ends the bout with its debrief. The result says whether to spar on."""

    HELP = "What stands, who finds out what is open, what would prove you wrong. Leave out what you like."
    EXAMPLE = "tab from field to field, then f2 for the debrief"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar = [
        Binding("d,f2,ctrl+s", "debrief", "debrief", id="close.debrief", tooltip="End the bout; its debrief comes next"),
        Binding("m,f9", "more_rounds", "two rounds more", id="close.more-rounds", tooltip="Spar on: two rounds more"),
        Binding("enter,i", "write", "write", id="close.write", tooltip="Go to the first field"),
        COACHS_NOTE,
        Binding("escape", "leave", "keys", id="close.keys", tooltip="Leave the field; again to go back to the bout for now"),
    ]
    SHOWN = ("close.debrief", "close.more-rounds", "close.write", "close.keys")
    DEFAULT_CSS = """
    CloseScreen .because { height: auto; color: $quiet; }
    CloseScreen .step { height: auto; margin: 1 0 0 0; text-style: bold; }
    CloseScreen .said { height: auto; border-left: outer $secondary; padding: 0 1; }
    CloseScreen .point { height: auto; margin: 1 0 0 0; }
    CloseScreen .asks { height: auto; margin: 1 0 0 0; color: $accent; text-style: bold; }
    """

    def __init__(self, ring: "Ring", says: str = "") -> None:
        """Make the close; `says` is what the team should know first."""
        super().__init__(ring)
        self._summary = debrief(self.bout)
        self._says = says

    @property
    def today(self) -> date:
        """Today, where the team is."""
        return self.sparring.clock().astimezone().date()

    def body(self) -> Iterable[Widget]:
        """The three steps, each only where there is something to go over."""
        because = visible(self.bout.closing_because or "")
        yield Static(Content.assemble(("The close", "bold"), f"   {because}" if because else ""), classes="because")
        steps = [step for step in (self._first_answer(), self._open(), self._kept()) if step]
        if not steps:
            yield Static(NOTHING_LEFT, classes="point")
        for number, (title, widgets) in enumerate(steps, start=1):
            yield Static(Content.assemble((f"{number} of {len(steps)}  ", "$quiet"), title), classes="step")
            yield from widgets

    def _first_answer(self) -> tuple[str, list[Widget]] | None:
        summary = self._summary
        if not summary.first_answer:
            return None
        return speech(self.bout.opened.language).first_step, [
            Static(Content.styled(visible(summary.first_question), "$quiet")),
            Static(Content(visible(summary.first_answer, lines=True)), classes="said"),
            Static(last_question(self.bout), classes="asks"),
            CloseArea("still-stands", None, summary.still_stands),
        ]

    def _open(self) -> tuple[str, list[Widget]] | None:
        widgets: list[Widget] = []
        for point in self._summary.open_points:
            widgets.append(Static(_point(point), classes="point"))
            widgets.append(OwnerLine(self.today, point.owner, point.due, about=point.round, more_below=True))
        return (speech(self.bout.opened.language).open_step, widgets) if widgets else None

    def _kept(self) -> tuple[str, list[Widget]] | None:
        widgets: list[Widget] = []
        for point in self._summary.kept:
            widgets += [
                Static(_kept(point), classes="point said"),
                Static(speech(self.bout.opened.language).prove_wrong, classes="asks"),
                CloseArea("prove-wrong", point.round, point.proof),
            ]
        return (speech(self.bout.opened.language).kept_step, widgets) if widgets else None

    def on_mount(self) -> None:
        """Begin at the top, in the first field."""
        fields = self.query("CloseArea, OwnerInput")
        self.set_focus(fields.first() if fields else self.query_one("#body"), scroll_visible=False)
        self.say(self._says)

    # -- keeping what is written -------------------------------------------------------------------------------------------

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Keep what was written in the field that was left."""
        if isinstance(event.widget, CloseArea):
            area = event.widget
            self.run_worker(self.attempt(lambda: self._keep_answer(area)), exit_on_error=False)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what arrives in a field that was left already: the end of a burst."""
        area = event.text_area
        if isinstance(area, CloseArea) and not area.has_focus:
            self.run_worker(self.attempt(lambda: self._keep_answer(area)), exit_on_error=False)

    def on_owner_line_left(self, event: OwnerLine.Left) -> None:
        """Keep who and when."""
        line = event.line
        if not line.when.problem:
            self.run_worker(self.attempt(lambda: self._keep_owner(line)), exit_on_error=False)

    async def _keep_answer(self, area: CloseArea) -> None:
        text = area.text.strip()
        if text == area.kept or not text:
            return
        before, area.kept = area.kept, text
        by, said = speaker_of(text)
        try:
            await self.session.say_at_close(said, area.to, about=area.about, by=by)
        except BaseException:
            area.kept = before
            raise
        area.border_subtitle = "kept"

    async def _keep_owner(self, line: OwnerLine) -> None:
        owner, due = line.owner, line.when.day
        if (owner, due) == line.kept:
            return
        before, line.kept = line.kept, (owner, due)
        try:
            await self.session.assign_open(line.about, owner, due)
        except BaseException:
            line.kept = before
            raise

    async def _keep_all(self) -> None:
        for area in self.query(CloseArea):
            await self._keep_answer(area)
        for line in self.query(OwnerLine):
            await self._keep_owner(line)

    # -- leaving -----------------------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter goes to the fields only from outside of them."""
        if action == "write" and self.focused is not None and self.focused.has_class("-writes"):
            return False
        return super().check_action(action, parameters)

    def action_write(self) -> None:
        """Go to the first field."""
        self.focus_next("CloseArea, OwnerInput")

    def action_leave(self) -> None:
        """Leave the field; outside of one, back to the bout for now."""
        if self.focused is not None and self.focused.has_class("-writes"):
            self.action_to_keys()
        else:
            self.carry_out(self._keep_all, lambda: self.dismiss(False))

    def action_coachs_note(self) -> None:
        """Take a coach's note."""
        note_over_bout(self)

    def action_debrief(self) -> None:
        """End the bout; a day that cannot be read is asked for once more."""
        if any(line.when.problem for line in self.query(OwnerLine)) and self.query_one(Sentence).said != NO_DAY:
            self.say(NO_DAY)
            return
        self.carry_out(self._end, lambda: self.dismiss(False))

    async def _end(self) -> None:
        await self._keep_all()
        await self.session.end()
        self.typed.forget()

    def action_more_rounds(self) -> None:
        """Spar on."""
        self.carry_out(self._more, lambda: self.dismiss(True))

    async def _more(self) -> None:
        await self._keep_all()
        self.typed.forget()
        await self.session.add_rounds()


def _point(point: OpenPoint) -> Content:
    if point.round is None:
        return Content.assemble(("Not written down  ", "$quiet"), visible(point.about))
    quote = Content.styled(f"{visible(point.quote)}\n", "$quiet") if point.quote else Content("")
    return Content.styled(f"{in_round(point)}  ", "$quiet") + quote + Content(visible(point.about))


def _kept(point: KeptPoint) -> Content:
    reason = Content.assemble("\n", (f"{KEPT}: ", "$quiet"), visible(point.reason, lines=True)) if point.reason else Content("")
    return Content(visible(point.quote)) + reason
