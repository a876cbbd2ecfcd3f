"""Where the team stands, before round one: four short questions on one screen, each answered by a letter, all of them skippable."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static, TextArea

from sparring.situation import Level, Moment, Situation, WrittenBy
from sparring.text import visible
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import BoutPage

if TYPE_CHECKING:
    from sparring.opening import Ring

FEW_OBJECTIVES = 3
"""Up to so many are all sparred on; with more, the team may choose."""

SHAPES = {True: "●", False: "○"}
TICKS = {True: "▣", False: "□"}
LABEL_WIDTH = 21


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: its letter on this screen, its words, its value."""

    letter: str
    says: str
    value: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question and its answers."""

    name: str
    asks: str
    choices: tuple[Choice, ...]


QUESTIONS = (
    Question("written_by", "Who wrote this?", (Choice("u", "us", "us"), Choice("g", "given to us", "given"), Choice("b", "both", "both"))),
    Question(
        "moment",
        "Where in the cycle?",
        (Choice("n", "not committed yet", "before-commitment"), Choice("c", "committed", "committed"), Choice("m", "midway", "mid-cycle")),
    ),
    Question(
        "level",
        "Which level?",
        (
            Choice("o", "company", "company"),
            Choice("t", "team", "team"),
            Choice("l", "platform", "platform"),
            Choice("d", "discovery", "discovery"),
        ),
    ),
    Question("room", "Who is here?", (Choice("a", "one of us", "alone"), Choice("r", "several, in a room", "room"))),
)


class QuestionLine(Static):
    """A question with its answers in one line; letters and clicks choose, the same again takes the answer back."""

    DEFAULT_CSS = "QuestionLine { height: auto; }"

    def __init__(self, question: Question) -> None:
        super().__init__(id=question.name)
        self.question = question
        self.value: str | None = None

    def on_mount(self) -> None:
        """Show it."""
        self._write()

    def on_click(self, event: events.Click) -> None:
        """Take the answer that was clicked."""
        letter = event.style.meta.get("letter")
        for choice in self.question.choices:
            if choice.letter == letter:
                self.choose(choice.value)

    def choose(self, value: str) -> None:
        """Take `value`, or take it back."""
        self.value = None if self.value == value else value
        self._write()

    def _write(self) -> None:
        parts = [Content(self.question.asks.ljust(LABEL_WIDTH))]
        for choice in self.question.choices:
            chosen = choice.value == self.value
            look = "bold $secondary" if chosen else ""
            part = Content.assemble((choice.letter, "bold $accent"), " ", (f"{SHAPES[chosen]} {choice.says}", look))
            parts.append(part.stylize(Style.from_meta({"letter": choice.letter})))
            parts.append(Content("  "))
        self.update(Content("").join(parts[:-1]))


class BetArea(KeysInOrder, TextArea):
    """The bet, in the team's words; enter leaves the field, a pasted text keeps its lines."""

    HELP = "The bet behind this draft in one sentence: what you do, for whom, what will come of it. It may be quoted back to you."
    EXAMPLE = "If importing a spreadsheet takes minutes, trial teams stay long enough to buy"

    BINDINGS: ClassVar = [Binding("enter", "screen.to_keys", "keys", show=False, priority=True)]

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, name=id, classes="-writes", soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self.border_title = "the bet, in one sentence"
        self.placeholder = "We believe that…"


class FocusLine(Static):
    """The objectives of a long draft, to choose those to spar on; none chosen is all."""

    DEFAULT_CSS = "FocusLine { height: auto; }"

    def __init__(self, objectives: Iterable[tuple[str, str]], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self.objectives = tuple(objectives)
        self.chosen: set[str] = set()

    def on_mount(self) -> None:
        """Show them."""
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
            self.chosen ^= {self.objectives[index][0]}
            self.write()

    def write(self) -> None:
        """Show them."""
        if not self.size.width:
            return
        says = "Which objectives?"
        lines = [Content.assemble(says.ljust(LABEL_WIDTH), ("all, unless you choose", "$quiet"))]
        for index, (key, text) in enumerate(self.objectives):
            chosen = key in self.chosen
            number = str(index + 1) if index < 9 else " "
            line = Content.assemble((f"{number} ", "bold $accent"), (f"{TICKS[chosen]} {text}", "bold $secondary" if chosen else ""))
            line = line.truncate(self.size.width, ellipsis=True)
            lines.append(line.stylize(Style.from_meta({"objective": index})))
        self.update(Content("\n").join(lines))


class SituationScreen(BoutPage[None]):
    """Takes the situation; escape leaves it for later, s skips it."""

    HELP = "Four short questions decide which challenges would miss you and stay silent. Answer with letters; leave out what you like."
    EXAMPLE = "u n t enter: we wrote it, it is not committed yet, we are a team"
    AUTO_FOCUS = "#body"
    BINDINGS: ClassVar = [
        Binding("enter,f2,ctrl+s", "begin", "go on", id="situation.begin", tooltip="Go on with these answers"),
        Binding("s,f8", "skip", "skip all", id="situation.skip", tooltip="Answer none of it and go on"),
        Binding("tab", "write", "write the bet", id="situation.bet", tooltip="Write the bet behind the draft", priority=True),
        Binding("i", "write", "write the bet", id="situation.bet-too", show=False),
        Binding("escape", "leave", "keys", id="situation.keys", tooltip="Leave the field, so that letters are answers; again for later"),
        *(Binding(str(number), f"objective({number - 1})", show=False) for number in range(1, 10)),
    ]
    SHOWN = ("situation.begin", "situation.skip", "situation.bet")
    DEFAULT_CSS = """
    SituationScreen #bet { height: 4; max-height: 8; margin: 1 0; }
    SituationScreen #readers, SituationScreen .remark { height: auto; color: $quiet; }
    SituationScreen QuestionLine { margin: 0 0 1 0; }
    SituationScreen .lead { margin: 1 0; height: auto; }
    SituationScreen.-short QuestionLine, SituationScreen.-tight QuestionLine { margin: 0; }
    SituationScreen.-tight #bet { height: 3; margin: 0; }
    """

    def __init__(self, ring: "Ring") -> None:
        super().__init__(ring)
        self.set_class(self._offers_focus or bool(ring.remarks), "-tight")
        self._by_letter = {choice.letter: (question.name, choice.value) for question in QUESTIONS for choice in question.choices}

    def body(self) -> Iterable[Widget]:
        """Who can read this, the questions, the bet."""
        yield Static(Content(visible(self.bout.opened.readers)), id="readers")
        for remark in self.ring.remarks:
            yield Static(Content.assemble(("!  ", "bold $accent"), visible(remark)), classes="remark")
        lead = Content.assemble(("Before round one, in half a minute", "bold"), ("   s skips all of it", "$quiet"))
        yield Static(lead, classes="lead")
        for question in QUESTIONS:
            yield QuestionLine(question)
        yield BetArea(id="bet")
        if self._offers_focus:
            objectives = ((each.key, f"{visible(each.label) or each.id}  {visible(each.text)}") for each in self.bout.draft.objectives)
            yield FocusLine(objectives, id="focus")

    @property
    def _offers_focus(self) -> bool:
        return len(self.bout.draft.objectives) > FEW_OBJECTIVES

    # -- answers -----------------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Take a letter while none is being typed."""
        if event.key in self._by_letter and not isinstance(self.focused, BetArea):
            event.stop()
            event.prevent_default()
            self.action_letter(event.key)

    def action_letter(self, letter: str) -> None:
        """Take the answer on this letter."""
        name, value = self._by_letter[letter]
        self.query_one(f"#{name}", QuestionLine).choose(value)

    def action_objective(self, index: int) -> None:
        """Choose an objective."""
        for line in self.query(FocusLine):
            line.toggle(index)

    def action_write(self) -> None:
        """Go to the bet, or from it back to the letters."""
        if isinstance(self.focused, BetArea):
            self.action_to_keys()
        else:
            self.set_focus(self.query_one(BetArea))

    def action_leave(self) -> None:
        """Leave the field; outside of it, leave this for later."""
        if isinstance(self.focused, BetArea):
            self.action_to_keys()
        else:
            self.carry_out(self.typed.save, lambda: self.dismiss(None))

    @property
    def situation(self) -> Situation:
        """What was answered."""
        answers = {line.question.name: line.value for line in self.query(QuestionLine)}
        chosen = {key for line in self.query(FocusLine) for key in line.chosen}
        focus = tuple(each.key for each in self.bout.draft.objectives if each.key in chosen)
        return Situation(
            written_by=cast("WrittenBy | None", answers["written_by"]),
            moment=cast("Moment | None", answers["moment"]),
            level=cast("Level | None", answers["level"]),
            bet=self.query_one(BetArea).text.strip(),
            in_a_room=answers["room"] == "room",
            focus=focus if len(focus) < len(self.bout.draft.objectives) else (),
        )

    def action_begin(self) -> None:
        """Go on with what was answered."""
        situation = self.situation
        self._give(None if situation == Situation() else situation)

    def action_skip(self) -> None:
        """Go on without."""
        self._give(None)

    def _give(self, situation: Situation | None) -> None:
        self.carry_out(lambda: self.session.give_situation(situation), self._given)

    def _given(self) -> None:
        self.typed.forget()
        self.dismiss(None)
