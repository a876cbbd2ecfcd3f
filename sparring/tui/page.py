"""What the screens before and after the rounds have in common: a status line, one column, a line for what went wrong, and their keys."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from sparring.fault import sentence_for
from sparring.text import TextError, visible
from sparring.tui.bout.key_line import KeyLine, ShownKey
from sparring.tui.typed import Typed

if TYPE_CHECKING:
    from sparring.bout.state import Bout
    from sparring.opening import Ring
    from sparring.session import Session
    from sparring.tui.app import SparringApp

Result = TypeVar("Result")


class Sentence(VerticalScroll, can_focus=False):
    """What went wrong or what to do next; not there while there is nothing to say. A long one scrolls."""

    DEFAULT_CSS = """
    Sentence { height: auto; max-height: 15; padding: 0 2 0 3; display: none; scrollbar-size-vertical: 1; background: $background; }
    Sentence.-said { display: block; margin: 1 0 0 0; }
    Sentence > Horizontal { height: auto; max-width: 92; }
    Sentence .mark { width: 3; color: $accent; text-style: bold; }
    Sentence .words { width: 1fr; height: auto; }
    """

    said = ""
    """What is being said."""
    _shown = Content("")

    def compose(self) -> ComposeResult:
        """A mark, the words: what was to be said before there were any."""
        with Horizontal():
            yield Static("!", classes="mark")
            yield Static(self._shown, classes="words")

    def say(self, text: str, title: str = "") -> None:
        """Say `text`; "" is silence."""
        self.said = text
        self.set_class(bool(text), "-said")
        about = Content.styled(f"{visible(title)}. ", "bold") if title else Content("")
        self._shown = about + Content(visible(text, lines=True))
        for words in self.query(".words").results(Static):
            words.update(self._shown)
        self.scroll_home(animate=False)


class Body(VerticalScroll, can_focus=True):
    """The column of text; while it has the focus letters are keys and arrows scroll."""

    DEFAULT_CSS = """
    Body { height: 1fr; padding: 1 1 0 3; scrollbar-size-vertical: 1; scrollbar-gutter: stable; background: $background; }
    Body > * { max-width: 92; }
    """


ONWARD = Binding("tab", "app.focus_next", "next field", id="field.next", tooltip="The next field", priority=True, show=False)
"""For fields. A key that moves the focus may overtake the characters that wait: they belong to the field they were typed in, and those
typed after it to the next. A key that reads the field must not.
"""


def heading(text: str, *beside: str) -> Static:
    """Return a heading, with something quiet beside it."""
    quiet = "  ".join(beside)
    return Static(Content.assemble((text, "bold"), (f"   {quiet}" if quiet else "", "$quiet")), classes="page-heading")


def quiet(text: str, classes: str = "") -> Static:
    """Return a quiet line."""
    return Static(Content.styled(text, "$quiet"), classes=classes)


class Page(Screen[Result]):
    """A screen with one column. Commands run one at a time; what they refuse is said on the screen, and everything typed stays."""

    DEFAULT_CSS = """
    Page #status { height: 1; padding: 0 1; text-wrap: nowrap; }
    Page #keys { height: 1; padding: 0 1; text-wrap: nowrap; }
    Page.-short Body { padding: 0 0 0 1; }
    Page.-short Sentence.-said { margin: 0; max-height: 4; padding: 0 1; }
    Page.-short .page-heading { margin: 0; }
    Page .page-rule { height: 1; border-top: solid $rule; }
    Page .page-heading { height: auto; margin: 0 0 1 0; }
    Page .page-quiet { height: auto; color: $quiet; }
    Page .gap { margin-top: 1; }
    Page TextArea { border: round $rule; border-title-color: $quiet; border-title-align: left; background: $background; padding: 0 1; }
    Page TextArea:focus { border: round $secondary; border-title-color: $secondary; }
    Page Input, Page Input:focus { height: 1; border: none; padding: 0 1; background: $panel; }
    Page Input:focus { background: $secondary 25%; }
    Page Input > .input--placeholder, Page TextArea .text-area--placeholder { color: $quiet; }
    Page Input:focus, Page TextArea:focus, Page OptionList:focus { background-tint: $background 0%; }
    Page OptionList {
        border: none; background: $background; padding: 0; scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    Page OptionList:focus { border: none; }
    Page Input:nocolor { text-style: underline; }
    Page OptionList:nocolor > .option-list--option-highlighted, Page OptionList:nocolor:focus > .option-list--option-highlighted {
        text-style: reverse;
    }
    Page OptionList > .option-list--option-highlighted { background: $panel; color: $foreground; text-style: none; }
    Page OptionList:focus > .option-list--option-highlighted { background: $secondary 25%; color: $foreground; text-style: bold; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - declared by Textual as an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-tall")]  # noqa: RUF012 - declared by Textual as an instance variable
    SHOWN: ClassVar[tuple[str, ...]] = ()
    """Ids of the bindings that the key line shows, most wanted first."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = False

    @property
    def sparring(self) -> "SparringApp":
        """The app."""
        return cast("SparringApp", self.app)

    # -- what is on it -----------------------------------------------------------------------------------------------------

    def status(self) -> Widget:
        """Return the line above everything."""
        return Static(Content.styled("Sparring", "bold"), id="status")

    def body(self) -> Iterable[Widget]:
        """Return what the column holds."""
        return ()

    def compose(self) -> ComposeResult:
        """Status, column, sentence, keys."""
        yield self.status()
        yield Static(classes="page-rule")
        with Body(id="body"):
            yield from self.body()
        yield Sentence(id="sentence")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show the keys as they are bound."""
        for field in self.query("Input, TextArea"):
            if isinstance(field, (Input, TextArea)):
                field.cursor_blink = False
        self.bindings_updated_signal.subscribe(self, lambda _: self.show_keys())
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys that act now: letters while no text is being typed, the keys beside them while it is."""
        bound: dict[str, list[tuple[str, ShownKey]]] = {}
        for active in self.active_bindings.values():
            binding = active.binding
            if binding.id and active.enabled:
                shown = ShownKey(self.app.get_key_display(binding), binding.description, binding.action)
                bound.setdefault(binding.id, []).append((binding.key, shown))
        # The part with the focus may carry a key out in the screen's stead (enter in a list): it is shown as the screen names it.
        declared = {
            binding.id: ShownKey(self.app.get_key_display(binding), binding.description, binding.action)
            for bindings in self._bindings.key_to_bindings.values()
            for binding in bindings
            if binding.id and self.check_action(binding.action, ()) and binding.key == "enter"
        }
        writing = bool(self.focused and self.focused.has_class("-writes"))

        def shown_for(id_: str) -> ShownKey | None:
            keys = bound.get(id_, [])
            usable = [each for key, each in keys if not writing or len(key) > 1]
            return usable[0] if usable else declared.get(id_) if not keys else None

        keys = [each for id_ in self.SHOWN if (each := shown_for(id_))]
        last = [ShownKey(each.key, says, action) for id_, says, action in _LAST if (each := shown_for(id_))]
        self.query_one("#keys", KeyLine).show(keys, last)

    async def action_app_help(self) -> None:
        """Open the help (a click on the key)."""
        await self.app.run_action("app.help")

    async def action_app_commands(self) -> None:
        """Open the palette (a click on the key)."""
        await self.app.run_action("app.command_palette")

    def action_to_keys(self) -> None:
        """Leave a field, so that letters are keys again."""
        self.set_focus(self.query_one("#body", Body))

    # -- commands ----------------------------------------------------------------------------------------------------------

    def say(self, text: str, title: str = "") -> None:
        """Say a sentence above the keys; "" takes it away."""
        if self.is_attached:
            self.query_one("#sentence", Sentence).say(text, title)

    def carry_out(self, doing: Callable[[], Awaitable[object]], done: Callable[[], object] | None = None) -> None:
        """Carry a command out unless another is under way: a key pressed twice is one command."""
        if self._busy:
            return
        self._busy = True
        self.run_worker(self._carry_out(doing, done), exit_on_error=False)

    async def _carry_out(self, doing: Callable[[], Awaitable[object]], done: Callable[[], object] | None) -> None:
        try:
            fine = await self.attempt(doing)
        finally:
            self._busy = False
        if fine and done:
            done()

    async def attempt(self, doing: Callable[[], Awaitable[object]]) -> bool:
        """Return whether `doing` went well; what went wrong is on the screen then."""
        from sparring.archive.errors import ArchiveError
        from sparring.bout.fold import NoBout
        from sparring.bout.rules import NotNow
        from sparring.opening import NothingToSpar
        from sparring.partner.faults import CallFault
        from sparring.record.errors import RecordError

        try:
            await doing()
        except (ArchiveError, RecordError) as error:
            self.say(str(error), error.title)
        except (NotNow, TextError, NothingToSpar, NoBout, CallFault) as refusal:
            self.say(str(refusal))
        except Exception as error:  # nothing that goes wrong in a command may cost the team its words
            self.say(sentence_for(error))
        else:
            self.say("")
            return True
        return False


_LAST = (("app.help", "help", "app_help"), ("app.commands", "all", "app_commands"))


class BoutPage(Page[Result]):
    """A page of a bout. What is typed into its named fields outlives a killed program.

    Attributes:
        was_left: its fields hold what was typed the last time and is not in the transcript.
    """

    was_left = False

    def __init__(self, ring: "Ring", about: str = "") -> None:
        """Make the page.

        Args:
            ring: the bout.
            about: what its fields are about, if that can change while the page is the same.
        """
        super().__init__()
        self.ring = ring
        self.typed = Typed(ring, self, f"{type(self).__name__} {about}", lambda error: self.say(str(error), error.title))

    @property
    def session(self) -> "Session":
        """The bout's session."""
        return self.ring.session

    @property
    def bout(self) -> "Bout":
        """The bout as it stands."""
        return self.ring.session.bout

    def status(self) -> Widget:
        """Return the same line as above the rounds."""
        from sparring.tui.bout.status_line import StatusLine

        return StatusLine(lambda: self.sparring.clock(), id="status")

    def on_mount(self) -> None:
        """Show which bout this is, and what was typed before."""
        self.show_status()
        self.was_left = self.typed.bring_back()

    def on_input_changed(self) -> None:
        """Somebody types."""
        self.typed.touch()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Somebody types."""
        self.typed.touch()

    def show_status(self) -> None:
        """Show how far the bout has come."""
        from sparring.tui.bout.status_line import StatusLine

        self.query_one("#status", StatusLine).show(self.bout)
