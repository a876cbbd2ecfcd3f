"""The debrief: what the bout leaves behind. Words, not a score; the team's own sentences and changes, what is open and with whom."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from sparring.bout.state import Bout
from sparring.draft.changes import Change
from sparring.record.notes import NO_NOTES, Notes
from sparring.report.debrief import WHAT_BECAME, Counts, KeptPoint, OpenPoint, before_and_after, debrief
from sparring.report.noted import Noted, asked_by_coaches, noted
from sparring.report.sparred import who_sparred
from sparring.text import visible
from sparring.tui.bout.coach import COACHS_NOTE, note_over_bout
from sparring.tui.changed import change_lines
from sparring.tui.page import BoutPage, quiet
from sparring.tui.when import said

if TYPE_CHECKING:
    from sparring.opening import Ring

NOBODY = "nobody has it yet"
NOT_CHANGED = "The words of your objectives and key results are as they were."


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as shown, and as copied."""

    shown: Content
    copied: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    title: str
    paragraphs: tuple[Paragraph, ...]


def sections_of(bout: Bout, notes: Notes = NO_NOTES) -> tuple[Section, ...]:
    """Return the debrief, section by section; those with nothing in them are left out. `notes` are coaches', for the team."""
    summary = debrief(bout)
    sections = (
        Section("What your coach wrote", tuple(_noted(each) for each in noted(bout, notes))),
        Section("What your coach asked", tuple(_noted(each) for each in asked_by_coaches(bout))),
        Section("Then and now", tuple(_then_and_now(summary.first_question, summary.first_answer, summary.still_stands))),
        Section("What came of it", (_plain(in_words(summary.counts)),)),
        Section("What you changed", tuple(map(_changed, summary.changes)) or ((_plain(NOT_CHANGED),) if len(bout.versions) > 1 else ())),
        Section("What you will change", tuple(map(_point, summary.to_change))),
        Section("What you keep", tuple(map(_kept, summary.kept))),
        Section("Open", tuple(map(_open, summary.open_challenges))),
        Section("To look up", tuple(map(_open, summary.to_look_up))),
    )
    return tuple(section for section in sections if section.paragraphs)


def in_words(counts: Counts) -> str:
    """Return the counts as a sentence; what did not occur is left out."""
    named = (
        (counts.settled, "settled by your answer"),
        (counts.standing, "still standing"),
        (counts.kept, "kept"),
        (counts.to_change, "to change or changed"),
        (counts.open, "open"),
        (counts.skipped, "skipped"),
    )
    parts = [f"{_number(count)} {name}" for count, name in named if count]
    if not parts:
        return "No challenge was raised."
    total = sum(count for count, _ in named)
    return f"Of {_number(total)} challenges: {', '.join(parts)}." if total > 1 else f"One challenge: {parts[0].removeprefix('one ')}."


def _number(count: int) -> str:
    words = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return words[count] if count < len(words) else str(count)


def _plain(text: str) -> Paragraph:
    return Paragraph(Content(text), text)


def _noted(each: Noted) -> Paragraph:
    return Paragraph(Content.assemble((f"{each.about}\n", "$quiet"), each.text), f"{each.about}: {each.text}", "said")


def _then_and_now(question: str, first: str, now: str) -> Iterator[Paragraph]:
    if not first:
        return
    question, first, now = visible(question), visible(first, lines=True), visible(now, lines=True)
    yield Paragraph(Content.styled(question, "$quiet"), question)
    yield Paragraph(Content.assemble(("then  ", "$quiet"), first), f"then: {first}", "said")
    if now:
        yield Paragraph(Content.assemble(("now   ", "$quiet"), now), f"now: {now}", "said")


def _changed(change: Change) -> Paragraph:
    before, after = map(visible, before_and_after(change))
    item = change.new or change.old
    place = visible(item.id) if item else ""
    words = after if before == after or not before else before if not after else f"{before} → {after}"
    return Paragraph(change_lines(change), f"{place}, {WHAT_BECAME[change.kind]}: {words}", "change")


def _point(point: OpenPoint) -> Paragraph:
    quote, about = visible(point.quote), visible(point.about)
    place = f"{in_round(point)}  " if point.round is not None else ""
    shown = Content.assemble((place, "$quiet"), quote or about, (f"\n{about}" if quote else "", "$quiet"))
    copied = f"- {quote}: {about}" if quote else f"- {about}"
    note = visible(point.said, lines=True)
    if not note:
        return Paragraph(shown, copied)
    return Paragraph(Content.assemble(shown, ("\nyou said: ", "$quiet"), note), f"{copied}\n  you said: {note}")


def in_round(point: OpenPoint | KeptPoint) -> str:
    """Return where a point was raised."""
    return f"round {point.counted}" if point.counted else "closing question"


def _open(point: OpenPoint) -> Paragraph:
    about = _point(point)
    taken = ", ".join(part for part in (visible(point.owner), f"by {said(point.due)}" if point.due else "") if part)
    with_whom = Content.styled(taken, "bold $secondary") if taken else Content.styled(NOBODY, "$quiet")
    return Paragraph(about.shown + Content("\n") + with_whom, f"{about.copied} ({taken or NOBODY})")


def _kept(point: KeptPoint) -> Paragraph:
    quote, reason, proof = visible(point.quote), visible(point.reason, lines=True), visible(point.proof, lines=True)
    shown = Content.assemble((f"{in_round(point)}  ", "$quiet"), quote)
    copied = f"- {quote}"
    for lead, words in (("we keep it:", reason), ("wrong if:", proof)):
        if words:
            shown += Content.assemble("\n", (f"{lead} ", "$quiet"), words)
            copied += f"\n  {lead} {words}"
    return Paragraph(shown, copied)


class DebriefScreen(BoutPage[None]):
    """Shows the debrief; leaving it leaves the program."""

    HELP = "What this bout leaves behind. Your transcript is kept; y copies all of this, q leaves."
    AUTO_FOCUS = "#body"
    BINDINGS: ClassVar = [
        Binding("q,enter,f2", "leave", "leave", id="debrief.leave", tooltip="Leave; the transcript is kept"),
        Binding("y,f12", "copy", "copy all", id="debrief.copy", tooltip="Copy the whole debrief"),
        COACHS_NOTE,
        Binding("s", "share", "share with your coach", id="debrief.share", tooltip="Copy the bout to where your coach reads"),
    ]
    SHOWN = ("debrief.leave", "debrief.copy", "debrief.share")
    DEFAULT_CSS = """
    DebriefScreen .title { height: auto; text-style: bold; margin: 1 0 0 0; }
    DebriefScreen .title.-first { margin: 0; }
    DebriefScreen .paragraph-of { height: auto; margin: 0 0 0 2; }
    DebriefScreen .paragraph-of.-next { margin: 1 0 0 2; }
    DebriefScreen .said { border-left: outer $secondary; padding: 0 1; }
    DebriefScreen .where { height: auto; margin: 1 0 0 0; }
    """

    def __init__(self, ring: "Ring") -> None:
        super().__init__(ring)
        self._sections = sections_of(self.bout, ring.notes)

    def body(self) -> Iterable[Widget]:
        """The sections, and where the transcript is."""
        for number, section in enumerate(self._sections):
            yield Static(section.title, markup=False, classes="title" if number else "title -first")
            spaced = False
            for each in section.paragraphs:
                yield Static(each.shown, classes=f"paragraph-of {each.look}{' -next' if spaced else ''}")
                spaced = not each.look or each.look == "change"
        yield quiet(who_sparred(self.bout), "where")
        yield quiet(self._where())
        yield Static(Content.styled(f"`sparring export {self.bout.opened.bout}` prints it as a file to share.", "$quiet"))

    def _where(self) -> str:
        return f"The transcript is {visible(str(self.ring.journal.path))}. {visible(self.bout.opened.readers)}"

    def action_copy(self) -> None:
        """Copy all of it."""
        parts = ["\n".join([section.title, *(each.copied for each in section.paragraphs)]) for section in self._sections]
        self.app.copy_to_clipboard("\n\n".join(parts) + "\n")
        self.notify("Copied the debrief.", markup=False, timeout=3)

    def action_share(self) -> None:
        """Share the bout, whole, with a coach."""
        from sparring.tui.sharing.screen import ShareScreen, Sharing

        def share() -> None:
            self.app.push_screen(ShareScreen(Sharing(self.ring.journal.path)))

        if self.bout.stage == "close":
            self.carry_out(self.session.end, share)
        else:
            share()

    def action_coachs_note(self) -> None:
        """Take a coach's note."""
        note_over_bout(self)

    def action_leave(self) -> None:
        """Leave."""
        if self.bout.stage == "close":
            self.carry_out(self.session.end, lambda: self.dismiss(None))
        else:
            self.dismiss(None)
