"""The conversation: the round being fought in full, the rounds before it folded to a line each."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sparring.bout.state import Bout, Round
from sparring.report.conversation import Part, aside_part, folded
from sparring.tui.bout.blocks import Block, blocks_of
from sparring.tui.bout.key_line import ShownKey, keys_written

LEAST_TO_READ_DOWN = 9
"""Rows from which a challenge that does not fit is shown from its heading on; in fewer the question itself is worth more."""


class BlockView(Horizontal):
    """One block, mounted once and never rendered again."""

    def __init__(self, block: Block) -> None:
        kind = block.part.kind
        super().__init__(classes=f"block -{'asked' if kind == 'question' and not block.waits else kind}")
        self.block = block

    def compose(self) -> ComposeResult:
        """What stands before, the words, what stands beside."""
        part = self.block.part
        words = Content(part.text)
        for start, end in part.stress:
            words = words.stylize("bold underline", start, end)
        if part.kind == "passage":
            words = Content.assemble((part.beside, "bold"), "  ", words)
        yield Static(part.mark, markup=False, classes="before")
        yield Static(words, classes="words")
        if part.beside and part.kind != "passage":
            yield Static(part.beside, markup=False, classes="beside")


class FoldedRound(Static):
    """A round that is over, as one line; a click opens it."""

    def __init__(self, round_: Round, position: int) -> None:
        super().__init__(markup=False, classes="folded")
        self.position = position
        self.shown: Part | None = None
        self.show(round_)

    def show(self, round_: Round) -> None:
        """Show the round's stance, title and lens."""
        line = folded(round_)
        if line != self.shown:
            self.shown = line
            self.update(Content.assemble((line.mark, "bold"), "   ", line.text, "  ", (line.beside, "$quiet")))

    def on_click(self) -> None:
        """Open."""
        self.query_ancestor(Conversation).unfold(self.position)


class RoundView(Vertical):
    """A round in full; only blocks that are new or changed are mounted."""

    def __init__(self, position: int) -> None:
        super().__init__(classes="round -later" if position else "round")
        self.position = position
        self._views: list[BlockView] = []

    def on_resize(self) -> None:
        """The round has grown."""
        conversation = self.query_ancestor(Conversation)
        conversation.call_after_refresh(conversation.settle)

    def show(self, blocks: tuple[Block, ...]) -> bool:
        """Show `blocks`; returns whether any is new."""
        same = 0
        for view, block in zip(self._views, blocks, strict=False):
            if view.block != block:
                break
            same += 1
        for view in self._views[same:]:
            view.remove()
        new = [BlockView(block) for block in blocks[same:]]
        self._views = [*self._views[:same], *new]
        if new:
            self.mount(*new)
        return bool(new)


class Note(Horizontal):
    """What the program itself has to say: why a command did not work and what to do next.

    Attributes:
        says: what stands in it.
    """

    def __init__(self, text: str, title: str = "", keys: Sequence[ShownKey] = ()) -> None:
        super().__init__(classes="note")
        self.says = "\n".join(part for part in (title, text) if part)
        self._title, self._text, self._keys = title, text, tuple(keys)

    def compose(self) -> ComposeResult:
        """A mark; what happened, what to do, and the keys for it."""
        yield Static(Content.styled("!", "bold"), classes="before")
        with Vertical(classes="words"):
            if self._title:
                yield Static(Content.styled(self._title, "bold"))
            yield Static(Content(self._text))
            if self._keys:
                yield Static(keys_written(self._keys, 3), classes="note-keys")


class Conversation(VerticalScroll, can_focus=True):
    """Rounds from first to last, then notes. The cost of an answer does not grow with the bout: folded rounds are one line of text each."""

    HELP = (
        "This is the conversation. While it has the focus, letters are keys. The round being fought stands in full; "
        "earlier rounds are folded to a line: “[” or a click opens them."
    )
    EXAMPLE = "p to be pressed on your answer, k to keep the line and say why, n to go on"

    # Selecting words with the mouse must not turn the next letters typed into keys.
    FOCUS_ON_CLICK: ClassVar = False

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._before: RoundView | None = None
        self._rounds: list[FoldedRound | RoundView] = []
        self._unfolded: set[int] = set()
        self._notes: list[Note] = []
        self._fresh = False
        self._follow_end = False
        self._bout: Bout | None = None

    def show(self, bout: Bout) -> None:
        """Show the bout as it stands; scrolls only to what is new."""
        before, self._bout = self._bout, bout
        if bout.asides and (before is None or before.asides != bout.asides):
            self._show_before(bout)
        last = len(bout.rounds) - 1
        grown: RoundView | None = None
        for position, round_ in enumerate(bout.rounds):
            unchanged = before is not None and position < len(before.rounds) - 1 and before.rounds[position] is round_
            if unchanged and bout.versions is before.versions if before else False:
                continue
            changed = self._show_round(position, round_, full=position == last or position in self._unfolded)
            if position == last:
                grown = changed
        if grown is not None:
            self._fresh = not bout.rounds[-1].exchanges
            self._follow_end = True
            self.call_after_refresh(self.settle)

    def _show_before(self, bout: Bout) -> None:
        """Show what was asked before round one; it is never folded, as no round holds it."""
        if self._before is None:
            self._before = RoundView(0)
            self.mount(self._before, before=next(iter((*self._rounds, *self._notes)), None))
        self._before.show(tuple(Block(aside_part(each, bout.opened.language)) for each in bout.asides))
        self._follow_end = True
        self.call_after_refresh(self.settle)

    def _show_round(self, position: int, round_: Round, *, full: bool) -> RoundView | None:
        """Show one round; returns its view if it has grown."""
        if self._bout is None:
            return None
        wanted = RoundView if full else FoldedRound
        current = self._rounds[position] if position < len(self._rounds) else None
        if current is None or not isinstance(current, wanted):
            view: FoldedRound | RoundView = RoundView(position) if full else FoldedRound(round_, position)
            if current is None:
                self._rounds.append(view)
                self.mount(view, before=self._notes[0] if self._notes else None)
            else:
                self._rounds[position] = view
                self.mount(view, before=current)
                current.remove()
            current = view
        if isinstance(current, RoundView):
            language, past = self._bout.opened.language, position < len(self._bout.rounds) - 1
            return current if current.show(blocks_of(round_, self._bout.draft, language, past=past)) else None
        current.show(round_)
        return None

    def settle(self) -> None:
        """Bring what is new into view: the end, or the heading of a fresh challenge that does not fit. What fits stands at the top."""
        if not self._follow_end or not self._rounds:
            return
        room, last = self.scrollable_content_region.height, self._rounds[-1]
        if self._fresh and room >= LEAST_TO_READ_DOWN and last.size.height > room:
            self.scroll_to_widget(last, animate=False, top=True)
        elif self.virtual_size.height > room:
            self.scroll_end(animate=False, immediate=True)
        else:
            self.scroll_home(animate=False, immediate=True, force=True)

    def on_resize(self) -> None:
        """More or less fits now."""
        self.settle()

    def watch_show_vertical_scrollbar(self) -> None:
        """A scrollbar that comes back stands where the conversation is: Textual tells it of no scrolling while it is away."""
        self.vertical_scrollbar.position = self.scroll_y

    def unfold(self, position: int) -> None:
        """Open a folded round; an open one is folded."""
        if self._bout is None or not 0 <= position < len(self._bout.rounds) - 1:
            return
        self._unfolded ^= {position}
        self._follow_end = False
        self._show_round(position, self._bout.rounds[position], full=position in self._unfolded)
        self.call_after_refresh(self.scroll_to_widget, self._rounds[position], animate=False, top=True)

    def unfold_earlier(self) -> bool:
        """Open the latest round that is folded; False when none is."""
        folded = [view.position for view in self._rounds if isinstance(view, FoldedRound)]
        if folded:
            self.unfold(folded[-1])
        return bool(folded)

    def fold_earliest(self) -> bool:
        """Fold the earliest round that was opened; False when none was."""
        if not self._unfolded:
            return False
        self.unfold(min(self._unfolded))
        return True

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that stand there."""
        return tuple(self._notes)

    def note(self, text: str, title: str = "", keys: Sequence[ShownKey] = ()) -> None:
        """Say something at the end of the conversation that is no part of the bout.

        Args:
            text: what happened, and what to do.
            title: that in a few words.
            keys: for what to do.
        """
        note = Note(text, title, keys)
        self._notes.append(note)
        self._fresh, self._follow_end = False, True
        self.mount(note)
        self.call_after_refresh(self.settle)

    def clear_notes(self, notes: Iterable[Note]) -> None:
        """Take these notes away: what they spoke of is over."""
        over = set(notes)
        for note in over.intersection(self._notes):
            note.remove()
        self._notes = [note for note in self._notes if note not in over]
