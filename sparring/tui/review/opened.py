"""One bout under review: as it went, the draft beside it as it stood at that moment, and the coach's notes."""

import asyncio
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.archive.earlier import opens_which
from sparring.record.notes import BECAME
from sparring.report.debrief import WHAT_BECAME, before_and_after, debrief
from sparring.reviewing import Listed, OpenedBout, Review
from sparring.text import visible
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.bout.draft_pane import DraftPane
from sparring.tui.page import Page, Sentence
from sparring.tui.review.bout_lines import CLASS_NAMES
from sparring.tui.review.bout_text import BoutText
from sparring.tui.review.note_box import NoteScreen, Written
from sparring.tui.review.plain_page import PlainPage

if TYPE_CHECKING:
    from sparring.lenses.model import AnswerClass
    from sparring.record.notes import Judgement

READINGS: Final = tuple(Answer(letter, CLASS_NAMES[name], name) for letter, name in zip("frdcanowm", CLASS_NAMES, strict=True))
JUDGEMENTS: Final = (
    Answer("y", "it came true: what would prove us wrong did not happen", "came-true"),
    Answer("n", "it did not: what would prove us wrong happened", "did-not"),
    Answer("u", "unclear", "unclear"),
)


class OpenedScreen(Page[None]):
    """Shows a bout as it went and takes the coach's notes."""

    HELP = BoutText.HELP
    EXAMPLE = BoutText.EXAMPLE
    AUTO_FOCUS = "#bout-text"
    BINDINGS: ClassVar = [
        Binding("w", "note", "note on this", id="review.note", tooltip="Write a note on the part under the cursor; on a note, change it"),
        Binding("W", "note_on_bout", "note on all", id="review.note-on-bout", tooltip="Write a note on the bout as a whole"),
        Binding("r", "reading", "read it so", id="review.reading", tooltip="Say how the answer under the cursor is to be read"),
        Binding("j", "judge", "what came", id="review.judge", tooltip="Say what became of the line that was kept here"),
        Binding("v", "reviewed", "through with it", id="review.reviewed", tooltip="You are through with this bout; again takes it back"),
        Binding("d", "changes", "changes", id="review.changes", tooltip="The team's own changes, from the first draft to the last"),
        Binding("x", "page", "as a page", id="review.page", tooltip="Write the bout as a page to mail or to print"),
        Binding("D", "draft", "draft", id="review.draft", tooltip="The draft as it stood at this part"),
        Binding("escape,q,left", "back", "back", id="review.back", tooltip="Back to the list"),
    ]
    SHOWN = (
        "part.next-challenge", "part.next-dodged", "review.note", "review.reading", "review.reviewed", "review.changes", "review.page",
        "review.back",
    )  # fmt: skip
    DEFAULT_CSS = """
    OpenedScreen Body { padding: 0; }
    OpenedScreen Body > * { max-width: 100%; }
    OpenedScreen #why { height: auto; max-height: 4; padding: 0 1 0 2; color: $quiet; }
    OpenedScreen #side-by-side { height: 1fr; }
    OpenedScreen #bout-text { width: 3fr; height: 1fr; padding: 1 0 0 0; }
    OpenedScreen.-short #bout-text { padding: 0; }
    """

    def __init__(self, review: Review, opened: OpenedBout, listed: Listed | None = None, seq: int = 0, note: str = "") -> None:
        """Show.

        Args:
            review: takes the coach's marks.
            opened: the bout.
            listed: as the list has it, with the reasons to open it.
            seq: of the entry to begin at.
            note: words of a note to begin at, failing that at the entry.
        """
        super().__init__()
        self._review = review
        self._opened = opened
        self._listed = listed
        self._seq = seq
        self._note = note
        self._as_of = lru_cache(64)(opened.as_of)
        self._shown_as_of = 0

    # -- what is on it -----------------------------------------------------------------------------------------------------

    def status(self) -> Widget:
        """Say whose bout this is."""
        return Static(id="status", markup=False)

    def body(self) -> Iterable[Widget]:
        """Why it was opened, the draft, the conversation."""
        yield Static(id="why", markup=False)
        yield Horizontal(DraftPane(id="draft", whose="The team's draft"), BoutText(id="bout-text"), id="side-by-side")

    def on_mount(self) -> None:
        """Show the bout."""
        self._show(self._seq, self._note)

    def _show(self, seq: int = 0, note: str = "") -> None:
        bout, seen = self._opened.bout, self._listed.glance if self._listed else None
        named = " · ".join(visible(part) for part in (seen.team, seen.cycle) if part) if seen else ""
        named = named or visible(bout.draft.title or bout.draft.source.name)
        through = "reviewed" if self.is_reviewed else ""
        facts = [
            f"{bout.opened_at.astimezone():%Y-%m-%d}",
            f"{max(1, seen.minutes)} min" if seen else "",
            visible(bout.partner.name),
            through,
        ]
        beside = "   " + " · ".join(part for part in facts if part)
        self.query_one("#status", Static).update(Content.assemble((named, "bold"), (beside, "$quiet")))
        why = self._listed.said if self._listed else ""
        said = [*self._opened.remarks, *([f"Why it is here: {why}."] if why else [])]
        self.query_one("#why", Static).update(Content(visible("\n".join(said), lines=True)))
        self.query_one("#why", Static).display = bool(said)
        self.query_one(BoutText).show(bout, self._opened.notes, seq, self._opened.dodged, note)

    @property
    def is_reviewed(self) -> bool:
        """The coach is through with it."""
        return self._review.coach in self._opened.notes.reviewed_by

    def on_screen_suspend(self) -> None:
        """What was said does not stand under a dialog."""
        self.say("")

    def on_bout_text_moved(self, event: BoutText.Moved) -> None:
        """Show the draft as it stood there; what was said before was about another part."""
        if not event.again:
            self.say("")
        seq = event.part.seq or self._opened.bout.last_seq
        if seq != self._shown_as_of:
            self._shown_as_of = seq
            bout = self._as_of(seq)
            if bout.versions:
                self.query_one(DraftPane).show(bout)

    # -- the coach's marks -------------------------------------------------------------------------------------------------

    def _write(self, writing: Callable[[], str], done: str = "") -> None:
        """Write something beside the transcript, show the bout with it, and say where it went, else what is done."""

        async def written() -> None:
            said = await asyncio.to_thread(writing)
            self._opened = await asyncio.to_thread(self._review.open, self._opened.path)
            if self._listed is not None:
                self._listed = await asyncio.to_thread(self._review.listed_again, self._listed)
            self._show()
            if said or done:
                self.call_after_refresh(self.say, said or done)

        self.carry_out(written)

    def action_note(self) -> None:
        """Write a note on the part under the cursor."""
        stop = self.query_one(BoutText).stop
        if stop is None:
            return
        if stop.note is not None and stop.note.by == self._review.coach:
            note = stop.note
            self.app.push_screen(NoteScreen("", note), lambda written: self._change(note.note, written))
        else:
            entry = stop.seq or None
            self.app.push_screen(NoteScreen(self._words_at(stop.seq)), lambda written: self._keep(written, entry))

    def action_note_on_bout(self) -> None:
        """Write a note on the bout."""
        self.app.push_screen(NoteScreen("On the bout as a whole"), lambda written: self._keep(written, None))

    def _words_at(self, seq: int) -> str:
        from sparring.bout.said import said_in

        line = next((each.text for each in said_in(self._opened.entries) if each.seq == seq), "")
        return f"On: {line}" if line else "On this part of the bout"

    def _keep(self, written: Written | None, entry: int | None) -> None:
        if written is not None and written.text:
            self._write(
                lambda: self._review.note(
                    self._opened, written.text, entry=entry, tags=written.tags, for_team=written.for_team, opens_next=written.opens_next
                ),
                opens_which(self._opened.bout) if written.opens_next else "",
            )

    def _change(self, name: str, written: Written | None) -> None:
        note = next((each for each in self._opened.notes.notes if each.note == name), None)
        if written is not None and note is not None:
            self._write(lambda: self._review.change_note(self._opened, note, written.text, tags=written.tags))

    def action_reading(self) -> None:
        """Say how the answer is to be read."""
        stop = self.query_one(BoutText).stop
        if stop is None or stop.kind != "answer":
            self.say("Go to an answer first: this says how one is to be read.")
            return
        seq = stop.seq

        def chosen(name: str | None) -> None:
            match = next((each for each in CLASS_NAMES if each == name), None)
            if match is not None:
                classes: tuple[AnswerClass, ...] = (match,)
                self._write(lambda: self._review.correct_reading(self._opened, seq, classes))

        self.app.push_screen(Chooser("What is this answer?", READINGS), chosen)

    def action_judge(self) -> None:
        """Say what became of a kept line."""
        stop = self.query_one(BoutText).stop
        rounds = {each.number: each for each in self._opened.bout.rounds}
        current = rounds.get(stop.round) if stop else None
        if current is None or current.stance != "keep":
            self.say("Go to a challenge that ended with keeping first: this says what became of the line.")
            return
        seq, number = current.seq, current.number
        judged: dict[str, Judgement] = {"came-true": "came-true", "did-not": "did-not", "unclear": "unclear"}

        def chosen(value: str | None) -> None:
            if value in judged:
                self._write(
                    lambda: self._review.judge_kept(self._opened, seq, judged[value]), f"Noted for round {number}: {BECAME[judged[value]]}."
                )

        self.app.push_screen(Chooser("What became of the line that the team kept?", JUDGEMENTS), chosen)

    def action_reviewed(self) -> None:
        """Through with it, or not."""
        done = not self.is_reviewed
        self._write(lambda: self._review.mark_reviewed(self._opened, done=done))

    # -- looking -----------------------------------------------------------------------------------------------------------

    def action_changes(self) -> None:
        """Show what the team changed."""
        lines = [Content.styled("The team's own changes, from the first draft to the last", "bold"), Content("")]
        for change in debrief(self._opened.bout).changes:
            before, after = (visible(words) for words in before_and_after(change))
            lines.append(Content.styled(WHAT_BECAME[change.kind], "$quiet"))
            if before and before != after:
                lines.append(Content.assemble(("− ", "bold $error"), before))
            if after:
                lines.append(Content.assemble(("+ ", "bold $success"), after))
            lines.append(Content(""))
        if len(lines) == 2:
            lines.append(Content("The draft is as it was."))
        self.app.push_screen(PlainPage(lines))

    def action_draft(self) -> None:
        """Show the draft as it stood."""
        from sparring.tui.bout.draft_pane import DraftScreen

        self.app.push_screen(DraftScreen(self._as_of(self._shown_as_of or self._opened.bout.last_seq)))

    def action_page(self) -> None:
        """Write the bout as a page into the folder that the program was begun in."""

        async def written() -> None:
            path = await asyncio.to_thread(self._review.write_page, self._opened, Path.cwd())
            told = f"The page is {visible(str(path))}. It holds the notes for the team, and no private ones."
            self.call_after_refresh(self.say, told)

        self.carry_out(written)

    def on_bout_text_went_round(self) -> None:
        """Say that the first comes again after the last."""
        self.say("That was the last one that was dodged: this is the first again.")

    def action_back(self) -> None:
        """Back; what was said goes first."""
        if self.query_one(Sentence).said:
            self.say("")
        else:
            self.dismiss(None)
