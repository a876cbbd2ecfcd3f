"""How the draft was read, for the team to set right: its raw lines with what each one is, and one key to say what a line is instead."""

import asyncio
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.draft.model import LineMark, LineMeaning
from sparring.text import TextError, visible
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.page import Page
from sparring.tui.reading.alike import alike
from sparring.tui.reading.counts import counted, how_many
from sparring.tui.reading.gutter import TEAMS
from sparring.tui.reading.item_tree import ItemTree
from sparring.tui.reading.lines_read import Understanding, understanding_of
from sparring.tui.reading.mark_keys import MarkKeys
from sparring.tui.reading.raw_lines import RawLines

SIDE_BY_SIDE = 120
"""Columns from which the items stand beside the lines."""

MOST_DOUBTS, FEWEST_DOUBTS = 3, 1
"""Doubts that are said above the lines; in a low window one is. The key for the next doubtful line leads to the others."""

LARGE = 100_000
"""Characters from which reading again takes long enough to say so."""

NO_DOUBT = "Nothing speaks against this reading."
NO_DOUBT_BUT = "Nothing else speaks against this reading."
NOTHING_MARKED = (
    "There is nothing to spar on yet. Go to a line that holds an objective and press o; on a line with a key result press k. "
    "Capitals mark the lines after it as well that look the same."
)
ALIKE = "this line and those after it that look the same"
THROW_AWAY = Answer("t", "throw my marks away", "away")
STAY = Answer("b", "back to the lines", "stay")
PLURALS: dict[LineMeaning, str] = {"objective": "objectives", "key_result": "key results", "note": "notes", "nothing": "nothing"}

Marks = dict[int, LineMeaning]


@dataclass(frozen=True, slots=True)
class _Step:
    """What was marked before a step, and where the cursor stood."""

    marks: Marks
    line: int


class ReadingScreen(Page[tuple[LineMark, ...] | None]):
    """Shows a reading and takes the team's marks; the result is all of them, or None for going back without a change."""

    HELP = RawLines.HELP
    EXAMPLE = RawLines.EXAMPLE
    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar = [
        Binding("o", "mark('objective')", "objective", id="mark.objective", tooltip="This line is an objective; again takes it back"),
        Binding("k", "mark('key_result')", "key result", id="mark.key-result", tooltip="This line is a key result; again takes it back"),
        Binding("t", "mark('note')", "note", id="mark.note", tooltip="This line is a note; again takes it back"),
        Binding("x", "mark('nothing')", "nothing", id="mark.nothing", tooltip="This line is nothing to read; again takes it back"),
        Binding("u,backspace", "take_back", "take back", id="mark.take-back", tooltip="Take back your last step; on another line its mark"),
        Binding("O", "mark_alike('objective')", "all like it", id="mark.objectives", tooltip=f"Objectives: {ALIKE}"),
        Binding("K", "mark_alike('key_result')", "all like it", id="mark.key-results", tooltip=f"Key results: {ALIKE}"),
        Binding("T", "mark_alike('note')", "all like it", id="mark.notes", tooltip=f"Notes: {ALIKE}"),
        Binding("X", "mark_alike('nothing')", "all like it", id="mark.nothings", tooltip=f"Nothing to read: {ALIKE}"),
        Binding("n,tab", "doubtful(1)", "next doubt", id="line.next-doubt", tooltip="The next line in doubt", priority=True),
        Binding("N,shift+tab", "doubtful(-1)", "doubt before", id="line.doubt-before", tooltip="The line in doubt before", priority=True),
        Binding("enter,f2,ctrl+s", "go_on", "go on", id="reading.go-on", tooltip="Go on with this reading; your marks are remembered"),
        Binding("escape,q", "back", "back", id="reading.back", tooltip="Back, without these marks"),
    ]
    SHOWN = ("reading.go-on", "line.next-doubt", "mark.take-back", "reading.back")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (SIDE_BY_SIDE, "-beside")]  # noqa: RUF012 - declared by Textual as an instance variable
    VERTICAL_BREAKPOINTS = [(0, "-short"), (16, "-middling"), (30, "-tall")]  # noqa: RUF012 - declared by Textual as an instance variable
    DEFAULT_CSS = """
    ReadingScreen Body { padding: 0; }
    ReadingScreen.-tall Body { padding: 1 0 0 0; }
    ReadingScreen Body > * { max-width: 100%; }
    ReadingScreen #found { height: auto; padding: 0 1 0 2; margin: 0 0 1 0; }
    ReadingScreen #draft-as-read { height: 1fr; }
    ReadingScreen #lines { width: 3fr; }
    ReadingScreen #items { display: none; width: 2fr; padding: 0 1 0 1; border-left: solid $rule; }
    ReadingScreen.-beside #items { display: block; }
    ReadingScreen.-short #found { margin: 0; padding: 0 1; }
    """

    def __init__(self, understanding: Understanding) -> None:
        """Show.

        Args:
            understanding: the draft as it is read now; its marks are the team's so far.
        """
        super().__init__()
        self._understanding = understanding
        self._source = understanding.draft.source
        self._first: Marks = {mark.line: mark.meaning for mark in understanding.draft.marks}
        self._marks: Marks = dict(self._first)
        self._steps: list[_Step] = []
        self._led_to = 0
        """The line that the last step left the cursor on."""
        self._read_marks = self._marks
        """The marks that the reading on the screen was made with."""
        self._reader: asyncio.Task[None] | None = None

    # -- what is on it -----------------------------------------------------------------------------------------------------

    def status(self) -> Widget:
        """Say whose reading this is."""
        return Static(Content.assemble(("How I read ", "$quiet"), (visible(self._source.name), "bold")), id="status")

    def body(self) -> Iterable[Widget]:
        """What was found and what is in doubt, the lines, the items."""
        yield Static(id="found", markup=False)
        yield Horizontal(RawLines(self._understanding, id="lines"), ItemTree(id="items"), id="draft-as-read")

    def compose(self) -> ComposeResult:
        """The keys that mark stand above the others."""
        for widget in super().compose():
            if widget.id == "keys":
                yield MarkKeys(id="mark-keys")
            yield widget

    @property
    def is_settled(self) -> bool:
        """The reading on the screen is the one with all marks."""
        return self._read_marks is self._marks

    @property
    def lines(self) -> RawLines:
        """The raw lines."""
        return self.query_one("#lines", RawLines)

    def on_mount(self) -> None:
        """Begin at the first line in doubt."""
        self._show()
        doubtful = self._understanding.doubtful
        self.lines.line = doubtful[0] if doubtful else self._understanding.first_line

    def on_resize(self) -> None:
        """Say as much as there is room for."""
        self.call_after_refresh(self._show_found)

    def _show(self) -> None:
        self.query_one("#items", ItemTree).show(self._understanding.draft)
        self.lines.show(self._understanding, self._marks)
        self._show_found()
        self._follow()

    def _show_found(self) -> None:
        found = self.query_one("#found", Static)
        if width := found.content_size.width:
            found.update(Content("\n").join(self._found(width)))

    def _found(self, width: int) -> Iterable[Content]:
        """What was found, and what is in doubt."""
        read, is_short = self._understanding, self.has_class("-short")
        unclear = f", {how_many(len(read.unclear), 'line')} not understood" if read.unclear else ""
        marks = f"   {TEAMS} {how_many(len(self._marks), 'mark')} of yours" if self._marks else ""
        reading = "   reading again…" if self._reader is not None and len(self._source.text) > LARGE else ""
        counts = Content.assemble(
            (counted(read.draft) or "No objective, no key result", "bold"), unclear, (marks, "$secondary"), (reading, "$quiet")
        )
        yield counts.truncate(width, ellipsis=True)
        shown = read.doubts[: FEWEST_DOUBTS if is_short else MOST_DOUBTS]
        for doubt in shown:
            says = Content(visible(doubt.says))
            lines = [says.truncate(width - 3, ellipsis=True)] if is_short else says.wrap(width - 3)
            where = Content.styled(f"  line {doubt.line}" if doubt.line else "", "$quiet")
            if lines[-1].cell_length + where.cell_length <= width - 3:
                lines[-1] += where
            for number, line in enumerate(lines):
                yield Content.assemble(("   " if number else "?  ", "bold $accent"), line)
        if (more := len(read.doubts) - len(shown)) and not is_short:
            yield Content.styled(f"   and {more} more", "$quiet")
        if not read.doubts and not is_short:
            yield Content.styled(NO_DOUBT_BUT if read.unclear else NO_DOUBT, "$quiet")

    def show_keys(self) -> None:
        """Show the keys that mark as well."""
        super().show_keys()
        keys: dict[str, str] = {}
        for active in self.active_bindings.values():
            keys.setdefault(active.binding.id or "", self.app.get_key_display(active.binding))
        for line in self.query(MarkKeys):
            line.show(keys)

    # -- where the cursor is -----------------------------------------------------------------------------------------------

    def on_raw_lines_moved(self) -> None:
        """Bring out the item of the line."""
        self._follow()

    def _follow(self) -> None:
        self.query_one("#items", ItemTree).bring_out(self._understanding.line(self.lines.line).key)

    def on_item_tree_chosen(self, event: ItemTree.Chosen) -> None:
        """Go to the item's line."""
        self.lines.line = event.line

    def action_doubtful(self, by: int) -> None:
        """Go to the next line in doubt, or the one before; after the last one comes the first."""
        doubtful = self._understanding.doubtful
        here = self.lines.line
        if not doubtful:
            self.say("No line is in doubt.")
        elif by > 0:
            self.lines.line = next((line for line in doubtful if line > here), doubtful[0])
        else:
            self.lines.line = next((line for line in reversed(doubtful) if line < here), doubtful[-1])

    # -- marks -------------------------------------------------------------------------------------------------------------

    def action_mark(self, meaning: LineMeaning) -> None:
        """Say what the line is; what it already is by the team's word is taken back."""
        line = self.lines.line
        if self._marks.get(line) == meaning:
            self._step({each: mark for each, mark in self._marks.items() if each != line})
        else:
            self._step({**self._marks, line: meaning}, past={line})

    def action_mark_alike(self, meaning: LineMeaning) -> None:
        """Say what this line and those alike after it are; if all of them are that already, it is taken back."""
        lines = alike(self._understanding.draft, self.lines.line)
        if all(self._marks.get(line) == meaning for line in lines):
            self._step({line: mark for line, mark in self._marks.items() if line not in lines})
            self.say(f"{how_many(len(lines), 'mark')} taken back.")
            return
        self._step({**self._marks, **dict.fromkeys(lines, meaning)}, past=set(lines))
        if len(lines) > 1:
            self.say(f"{len(lines)} lines are marked as {PLURALS[meaning]}; u takes them back.")

    def action_take_back(self) -> None:
        """Take back the last step while the cursor is where it led, else the line's mark, else the last step again."""
        line = self.lines.line
        if line in self._marks and line != self._led_to:
            self._step({each: mark for each, mark in self._marks.items() if each != line})
        elif self._steps:
            step = self._steps.pop()
            self._marks = step.marks
            self.lines.line = self._led_to = step.line
            self._read_again()
        else:
            self.say("There is no mark of yours on this line, and no step to take back.")

    def _step(self, marks: Marks, past: Collection[int] = ()) -> None:
        """Take these marks; lines `past` were just marked, and the cursor goes on to the next one with words that was not."""
        here = self.lines.line
        self._steps.append(_Step(self._marks, here))
        self._marks = marks
        self.say("")
        self._read_again()
        following = range(here + 1, self.lines.line_count + 1) if past else ()
        self._led_to = next((line for line in following if line not in past and self._has_words(line)), here)
        self.lines.line = self._led_to

    def _has_words(self, line: int) -> bool:
        return any(map(str.isalnum, self._source.line_span(line).of(self._source.text)))

    # -- reading again -----------------------------------------------------------------------------------------------------

    def _read_again(self) -> None:
        """Show the marks at once; read with them unless that is being done, which then goes on until it has caught up."""
        self.lines.show(self._understanding, self._marks)
        if self._reader is None:
            self._reader = asyncio.create_task(self._catch_up())
        self._show_found()

    async def _catch_up(self) -> None:
        try:
            while self._read_marks is not self._marks:
                marks = self._marks
                understanding = await asyncio.to_thread(understanding_of, self._source, _as_marks(marks))
                self._understanding, self._read_marks = understanding, marks
        finally:
            self._reader = None
        if self.is_attached:
            self._show()

    # -- leaving -----------------------------------------------------------------------------------------------------------

    def action_go_on(self) -> None:
        """Go on with the reading as it is marked."""
        self.carry_out(self._settle, lambda: self.dismiss(_as_marks(self._marks)))

    async def _settle(self) -> None:
        if self._reader is not None:
            await asyncio.shield(self._reader)
        if self._understanding.draft.is_empty:
            raise TextError(NOTHING_MARKED)

    def action_back(self) -> None:
        """Back; ask first when lines were marked."""
        if self._marks == self._first:
            self.dismiss(None)
        else:
            self.app.push_screen(Chooser("Your marks are not kept when you go back now.", (THROW_AWAY, STAY)), self._left)

    def _left(self, chosen: str | None) -> None:
        if chosen == THROW_AWAY.value:
            self.dismiss(None)


def _as_marks(marks: Marks) -> tuple[LineMark, ...]:
    return tuple(LineMark(line, meaning) for line, meaning in sorted(marks.items()))
