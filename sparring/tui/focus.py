"""What of a long draft to spar on, on the screen before round one: its teams or cycles, and the objectives within."""

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from sparring.draft.model import Draft
from sparring.draft.sections import section_named
from sparring.text import visible
from sparring.tui.parts import TICKS, Part, PartScreen, named, objectives, sections

FEW_OBJECTIVES = 3
"""Up to so many are all sparred on; with more, the team may choose."""
MOST_LISTED = 9
"""Up to so many objectives stand here, each on its digit; more of them have a list of their own."""

SHAPES = {True: "●", False: "○"}
LABEL_WIDTH = 21
"""Cells of a question before its answers."""


class AnswerLine(Static):
    """A question that is answered on a screen of its own: its letter, and what holds now. A click is its letter."""

    DEFAULT_CSS = "AnswerLine { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, asks: str, letter: str, *, id: str) -> None:
        super().__init__(id=id)
        self._asks, self._letter = asks, letter

    def show(self, says: str, *, chosen: bool | None = None) -> None:
        """Show what holds; `chosen` where the team may choose, and whether it did."""
        shape = " " if chosen is None else SHAPES[chosen]
        look = "bold $secondary" if chosen else ""
        self.update(
            Content.assemble(self._asks.ljust(LABEL_WIDTH), (self._letter, "bold $accent"), " ", (f"{shape} {visible(says)}", look))
        )

    def on_click(self) -> None:
        """Do what the letter does."""
        self.app.simulate_key(self._letter)


class FocusLine(Static):
    """The objectives of a long draft, to choose those to spar on; none chosen is all."""

    DEFAULT_CSS = "FocusLine { height: auto; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.objectives: tuple[Part, ...] = ()
        self.chosen: set[str] = set()

    def offer(self, objectives: Iterable[Part]) -> None:
        """Offer these; what was chosen of them stays chosen."""
        self.objectives = tuple(objectives)
        self.chosen &= {key for part in self.objectives for key in part.objectives}
        self.write()

    def on_resize(self) -> None:
        """Each stays on a line."""
        self.write()

    def on_click(self, event: events.Click) -> None:
        """Choose the objective that was clicked."""
        if isinstance(index := event.style.meta.get("objective"), int):
            self.toggle(index)

    def toggle(self, index: int) -> None:
        """Choose an objective, or take it out."""
        if 0 <= index < len(self.objectives):
            self.chosen ^= set(self.objectives[index].objectives)
            self.write()

    def write(self) -> None:
        """Show them."""
        if not self.size.width:
            return
        says = "Which objectives?"
        lines = [Content.assemble(says.ljust(LABEL_WIDTH), ("all, unless you choose", "$quiet"))]
        for index, part in enumerate(self.objectives):
            chosen = self.chosen.issuperset(part.objectives)
            look = "bold $secondary" if chosen else ""
            line = Content.assemble((f"{index + 1} ", "bold $accent"), (f"{TICKS[chosen]} {visible(part.title)}", look))
            line = line.truncate(self.size.width, ellipsis=True)
            lines.append(line.stylize(Style.from_meta({"objective": index})))
        self.update(Content("\n").join(lines))


class Focus(Vertical):
    """Takes the part and, within it, the objectives; not there while there is nothing to choose.

    Attributes:
        parts: the teams or cycles to choose from; () where the draft holds one.
    """

    DEFAULT_CSS = "Focus { height: auto; }"

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.parts: tuple[Part, ...] = ()
        self._draft: Draft | None = None
        self._part: tuple[str, ...] = ()
        self._listed: tuple[str, ...] = ()
        """Objectives chosen in their own list."""

    def compose(self) -> ComposeResult:
        """The part, the objectives."""
        yield AnswerLine("Which part?", "w", id="part")
        yield AnswerLine("Which objectives?", "v", id="many")
        yield FocusLine(id="few")

    def show(self, draft: Draft) -> None:
        """Offer what this draft holds; what was chosen and is still in it stays chosen."""
        self._draft = draft
        self.parts = sections(draft)
        there = {each.key for each in draft.objectives}
        self._part = tuple(key for key in self._part if key in there)
        self._listed = tuple(key for key in self._listed if key in there)
        self._write()

    @property
    def _offered(self) -> tuple[Part, ...]:
        """The objectives of the part."""
        return objectives(self._draft, self._part) if self._draft else ()

    @property
    def has_list(self) -> bool:
        """There are so many objectives that they have a list of their own."""
        return len(self._offered) > MOST_LISTED

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys of the objectives to spar on, in reading order; () for all of the draft."""
        if self._draft is None:
            return ()
        within = self._listed if self.has_list else self._few.chosen
        wanted = within or self._part
        keys = tuple(each.key for each in self._draft.objectives if each.key in wanted)
        return keys if len(keys) < len(self._draft.objectives) else ()

    @property
    def _few(self) -> FocusLine:
        return self.query_one("#few", FocusLine)

    # -- choosing ----------------------------------------------------------------------------------------------------------

    def take(self, title: str) -> bool:
        """Take the part with this title; returns whether there is one."""
        section = section_named(self._draft, title) if self._draft and title else None
        if section is not None:
            self._take_part(section.objectives)
        return section is not None

    def ask_part(self) -> None:
        """Let the team choose the part."""
        self.app.push_screen(PartScreen("Which part do you spar on?", self.parts, self._part), self._take_part)

    def ask_objectives(self) -> None:
        """Let the team choose objectives from their list."""
        self.app.push_screen(PartScreen("Which objectives do you spar on?", self._offered, self._listed), self._take_listed)

    def toggle(self, index: int) -> None:
        """Choose one of the objectives that stand here, or take it out."""
        if self._few.display:
            self._few.toggle(index)

    def _take_part(self, keys: tuple[str, ...] | None) -> None:
        if keys is not None and keys != self._part:
            self._part, self._listed = keys, ()
            self._write()

    def _take_listed(self, keys: tuple[str, ...] | None) -> None:
        if keys is not None:
            self._listed = keys
            self._write()

    def _write(self) -> None:
        if self._draft is None:
            return
        offered = self._offered
        part, many = self.query_one("#part", AnswerLine), self.query_one("#many", AnswerLine)
        part.display = bool(self.parts)
        part.show(named(self._part, self.parts), chosen=bool(self._part))
        many.display = self.has_list
        many.show(named(self._listed, offered), chosen=bool(self._listed))
        self._few.display = FEW_OBJECTIVES < len(offered) <= MOST_LISTED
        self._few.offer(offered if self._few.display else ())
        self.display = part.display or many.display or self._few.display
        self.screen.refresh_bindings()
