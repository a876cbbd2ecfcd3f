"""The fact card: what is not written down, once, before round one. Neutral: a list of things to look up, and who does."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.record.events import FactRecord
from sparring.report.debrief import open_points
from sparring.report.noted import asked_by_coaches
from sparring.speech import speech
from sparring.text import visible
from sparring.tui.owner_line import NO_DAY, OwnerLine
from sparring.tui.page import BoutPage, Sentence, heading, quiet


class FactsScreen(BoutPage[None]):
    """Shows the card; enter begins round one, escape leaves it for later."""

    HELP = "Facts that somebody can look up: they cost no round and are no reproach. Say who fills them by when, or go on."
    EXAMPLE = "tab Anna tab friday enter"
    AUTO_FOCUS = "#body"
    BINDINGS: ClassVar = [
        Binding("enter,n,f2,ctrl+s", "begin", "round one", id="facts.begin", tooltip="Begin round one"),
        Binding("tab", "write", "who, by when", id="facts.write", tooltip="Say who fills the gaps by when", priority=True),
        Binding("i", "write", "who, by when", id="facts.write-too", show=False),
        Binding("escape", "leave", "keys", id="facts.keys", tooltip="Leave the field; again for later"),
    ]
    SHOWN = ("facts.begin", "facts.write")
    DEFAULT_CSS = """
    FactsScreen .asked { height: auto; margin: 0 0 1 0; border-left: outer $secondary; padding: 0 1; }
    FactsScreen .fact { height: auto; margin: 1 0 0 0; }
    FactsScreen .item { height: auto; padding: 0 0 0 3; }
    FactsScreen .who { height: auto; margin: 1 0 0 0; text-style: bold; }
    """

    @property
    def facts(self) -> tuple[FactRecord, ...]:
        """The card's lines."""
        return self.bout.facts.facts if self.bout.facts else ()

    @property
    def today(self) -> date:
        """Today, where the team is."""
        return self.sparring.clock().astimezone().date()

    def body(self) -> Iterable[Widget]:
        """What a coach left for this bout, the gaps with their items, and who fills them."""
        says = speech(self.bout.opened.language)
        for each in asked_by_coaches(self.bout):
            yield Static(Content.assemble((each.text, "bold"), f"\n{each.about}"), classes="asked")
        if not self.facts:
            yield heading(says.facts)
            yield Static(says.nothing_missing, markup=False)
            return
        yield heading(says.facts, "to look up, not to spar over")
        for number, fact in enumerate(self.facts):
            yield Static(Content(visible(fact.said)), classes="fact" if number else "")
            for quote in fact.quotes:
                words = visible(quote.text) or "left open"
                look = "" if quote.text else "$quiet italic"
                yield Static(Content.assemble((f"{visible(quote.id):<8} ", "$quiet"), (words, look)), classes="item")
        yield Static(says.who_looks, classes="who")
        taken = next(iter(open_points(self.bout)))
        yield OwnerLine(self.today, taken.owner, taken.due)
        yield quiet("It may stay open: the debrief lists it.")

    def action_write(self) -> None:
        """Go to the fields, one after the other."""
        if self.query(OwnerLine):
            self.app.action_focus_next()

    def action_leave(self) -> None:
        """Leave the field; outside of one, leave this for later."""
        if self.focused is not None and self.focused.has_class("-writes"):
            self.action_to_keys()
        else:
            self.carry_out(self.typed.save, lambda: self.dismiss(None))

    def on_owner_line_left(self, event: OwnerLine.Left) -> None:
        """Enter in the last field begins."""
        if event.onward:
            self.action_begin()

    def action_begin(self) -> None:
        """Keep who fills the gaps, and begin; a day that cannot be read is asked for once more."""
        for line in self.query(OwnerLine):
            if line.when.problem and not self._asked():
                return
        self.carry_out(self._begin, lambda: self.dismiss(None))

    def _asked(self) -> bool:
        """Return whether this was said already: the same key again goes on without a day."""
        if self.query_one(Sentence).said == NO_DAY:
            return True
        self.say(NO_DAY)
        return False

    async def _begin(self) -> None:
        for line in self.query(OwnerLine):
            if (taken := (line.owner, line.when.day)) != line.kept:
                await self.session.assign_open(None, *taken)
                line.kept = taken
        if needed := self.session.consent_needed:
            # Here it interrupts no thought: whoever does not decide yet is asked again when the model is.
            from sparring.tui.sending.consent import settle

            await settle(self.app, self.session, needed)
        await self.session.go_on()
        self.typed.forget()
