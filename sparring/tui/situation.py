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
from sparring.tui.bout.status_line import in_a_line
from sparring.tui.focus import LABEL_WIDTH, SHAPES, AnswerLine, Focus
from sparring.tui.keys_in_order import KeysInOrder
from sparring.tui.page import BoutPage
from sparring.tui.reading.counts import counted

if TYPE_CHECKING:
    from sparring.opening import Ring


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

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, name=id, classes="-writes", soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self.border_title = "the bet, in one sentence"
        self.placeholder = "We believe that…"


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
        Binding("p,ctrl+n", "choose_partner", "who spars", id="partner.choose", tooltip="Choose who spars: offline, or a model"),
        Binding("h,f5", "reading", "how I read it", id="draft.reading", tooltip="See how your draft was read, and set it right"),
        Binding("w,f4", "part", "which part", id="draft.part", tooltip="Choose the team or cycle to spar on"),
        Binding("v,f3", "objectives", "which objectives", id="draft.objectives", tooltip="Choose the objectives to spar on"),
        Binding("escape", "leave", "keys", id="situation.keys", tooltip="Leave the field, so that letters are answers; again for later"),
        *(Binding(str(number), f"objective({number - 1})", show=False) for number in range(1, 10)),
    ]
    SHOWN = ("situation.begin", "situation.skip", "situation.bet", "draft.part", "draft.reading")
    DEFAULT_CSS = """
    SituationScreen #bet { height: 4; max-height: 8; margin: 1 0; }
    SituationScreen #readers, SituationScreen .remark { height: auto; color: $quiet; }
    SituationScreen QuestionLine { margin: 0 0 1 0; }
    SituationScreen .lead { margin: 1 0; height: auto; }
    SituationScreen.-short QuestionLine, SituationScreen.-tight QuestionLine { margin: 0; }
    SituationScreen.-tight #bet { height: 3; margin: 0; }
    SituationScreen #reading { margin: 0 0 1 0; }
    SituationScreen.-short #reading, SituationScreen.-tight #reading { margin: 0; }
    """

    def __init__(self, ring: "Ring") -> None:
        super().__init__(ring)
        self._by_letter = {choice.letter: (question.name, choice.value) for question in QUESTIONS for choice in question.choices}
        self._remarks: tuple[str, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Who can read this, how the draft was read, the questions, the bet, and what of a long draft to spar on."""
        yield Static(Content(visible(self.bout.opened.readers)), id="readers")
        for remark in self.ring.remarks:
            yield Static(Content.assemble(("!  ", "bold $accent"), visible(remark)), classes="remark")
        lead = Content.assemble(("Before round one, in half a minute", "bold"), ("   s skips all of it", "$quiet"))
        yield Static(lead, classes="lead")
        yield AnswerLine("Who spars?", "p", id="partner")
        yield AnswerLine("How I read it", "h", id="reading")
        for question in QUESTIONS:
            yield QuestionLine(question)
        yield BetArea(id="bet")
        yield Focus(id="focus")

    @property
    def focus_choice(self) -> Focus:
        """What of the draft to spar on."""
        return self.query_one("#focus", Focus)

    def _show_partner(self) -> None:
        self.query_one("#partner", AnswerLine).show(in_a_line(self.bout.partner))
        self.show_status()

    def action_choose_partner(self) -> None:
        """Choose who spars."""
        from sparring.tui.who_spars import change_partner

        self.carry_out(lambda: change_partner(self.sparring, self.session), self._show_partner)

    def on_mount(self) -> None:
        """Show who spars and the draft; where it holds several teams or cycles, ask for the one to spar on first."""
        self._show_partner()
        self._show_draft()
        if self.focus_choice.parts and not self.focus_choice.take(self.ring.part):
            self.call_after_refresh(self.action_part)

    def _show_draft(self) -> None:
        draft = self.bout.draft
        self.query_one("#reading", AnswerLine).show(counted(draft))
        self.focus_choice.show(draft)
        self.set_class(self.focus_choice.display or bool(self.ring.remarks), "-tight")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow a choice where there is one."""
        if action in ("part", "objectives"):
            return self.is_mounted and bool(self.focus_choice.parts if action == "part" else self.focus_choice.has_list)
        return True

    # -- the draft ---------------------------------------------------------------------------------------------------------

    def action_reading(self) -> None:
        """Show how the draft was read, and take the team's marks."""
        self.carry_out(self._ask_reading, self._say_remarks)

    async def _ask_reading(self) -> None:
        from sparring.tui.reading.asking import asked_again

        draft = self.bout.draft
        marks, self._remarks = await asked_again(self.sparring, draft)
        if marks is not None and marks != draft.marks:
            await self.session.mark_lines(marks)
            self._show_draft()

    def _say_remarks(self) -> None:
        self.say(" ".join(self._remarks))

    def action_part(self) -> None:
        """Choose the team or cycle."""
        self.focus_choice.ask_part()

    def action_objectives(self) -> None:
        """Choose among many objectives."""
        self.focus_choice.ask_objectives()

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
        self.focus_choice.toggle(index)

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
        return Situation(
            written_by=cast("WrittenBy | None", answers["written_by"]),
            moment=cast("Moment | None", answers["moment"]),
            level=cast("Level | None", answers["level"]),
            bet=self.query_one(BetArea).text.strip(),
            in_a_room=answers["room"] == "room",
            focus=self.focus_choice.chosen,
        )

    def action_begin(self) -> None:
        """Go on with what was answered."""
        situation = self.situation
        self._give(None if situation == Situation() else situation)

    def action_skip(self) -> None:
        """Go on without answers; what was chosen of the draft holds."""
        focus = self.focus_choice.chosen
        self._give(Situation(focus=focus) if focus else None)

    def _give(self, situation: Situation | None) -> None:
        self.carry_out(lambda: self.session.give_situation(situation), self._given)

    def _given(self) -> None:
        self.typed.forget()
        self.dismiss(None)
