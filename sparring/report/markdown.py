"""A bout as a Markdown file: to mail, to print, to keep beside the draft."""

import re
from collections.abc import Iterable, Iterator

from sparring.bout.closing import last_question
from sparring.bout.state import Bout
from sparring.record.notes import NO_NOTES, Notes
from sparring.report.conversation import Part, conversation
from sparring.report.debrief import Debrief, OpenPoint, before_and_after, debrief
from sparring.report.labels import Labels, labels
from sparring.report.sparred import how_long
from sparring.text import visible

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_LEADING = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_LINKED = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|file):")


def as_markdown(bout: Bout, head: str, notes: Notes = NO_NOTES) -> str:
    """Return the bout with its debrief.

    Args:
        bout: finished or not.
        head: hash of the transcript's last entry: whoever has it can find out later whether the end of the transcript was cut off.
        notes: of coaches, shown where they belong.
    """
    opened, named = bout.opened, labels(bout.opened.language)
    title = " · ".join(part for part in (opened.team, opened.cycle) if part) or bout.draft.title or bout.draft.source.name
    lines = [
        f"# Sparring: {safe(title)}",
        "",
        f"{bout.opened_at:%Y-%m-%d}, {how_long(bout)}, {safe(bout.partner.name)}",
        "",
        *_debrief(debrief(bout), last_question(bout), named),
        f"## {named.the_draft}",
        "",
        *(f"    {visible(line)}" for line in bout.draft.source.text.splitlines()),
        "",
        f"## {named.the_conversation}",
        *_conversation(conversation(bout, notes)),
        "",
        "---",
        f"Transcript `{opened.bout}`, {bout.last_seq} entries, head `{head}`.",
        named.own_words,
    ]
    return "\n".join(lines) + "\n"


def safe(text: str) -> str:
    """Return `text` on one line so that Markdown shows it as it stands: no marks, no links, no HTML, nothing hidden."""
    escaped = _MARKS.sub(r"\\\1", visible(text))
    return _LINKED.sub(lambda match: match[0].replace(":", "\\:"), _LEADING.sub(r"\1\\\2", escaped)).strip()


def _debrief(summary: Debrief, asked: str, named: Labels) -> Iterator[str]:
    counts = summary.counts
    if summary.first_answer:
        yield from (f"## {named.then_and_now}", "", f"{safe(summary.first_question)}", "", *_quoted(summary.first_answer), "")
        if summary.still_stands:
            yield from (safe(asked), "", *_quoted(summary.still_stands), "")
    yield f"## {named.what_came}"
    yield ""
    yield (
        f"{counts.settled} {named.settled}, {counts.standing} {named.standing}, {counts.kept} {named.kept}, "
        f"{counts.to_change} {named.to_change}, {counts.open} {named.open}, {counts.skipped} {named.skipped}."
    )
    yield ""
    if summary.changes:
        yield from (f"### {named.changed_by_the_team}", "")
        for change in summary.changes:
            before, after = before_and_after(change)
            yield f"- {named.became(change.kind)}: {safe(before)}" + (
                f" → {safe(after)}" if before and after and before != after else safe(after) if not before else ""
            )
        yield ""
    if summary.to_change:
        yield from (f"### {named.will_change}", "", *(_point(each, named) for each in summary.to_change), "")
    if summary.kept:
        yield from (f"### {named.what_is_kept}", "")
        for kept in summary.kept:
            yield f"- {safe(kept.quote)}" + (f": {safe(kept.reason)}" if kept.reason else "")
            if kept.proof:
                yield f"  - {named.would_prove_wrong}: {safe(kept.proof)}"
        yield ""
    if summary.open_challenges:
        yield from (f"### {named.what_is_open}", "", *(_point(each, named) for each in summary.open_challenges), "")
    if summary.to_look_up:
        yield from (f"### {named.to_look_up}", "", *(_point(each, named) for each in summary.to_look_up), "")


def _point(point: OpenPoint, named: Labels) -> str:
    taken = ", ".join(part for part in (safe(point.owner), named.by_when.format(day=point.due.isoformat()) if point.due else "") if part)
    about = f"{safe(point.quote)}: " if point.quote else ""
    said = f"\n  - {named.what_the_team_said}: {safe(point.said)}" if point.said else ""
    return f"- {about}{safe(point.about)}" + (f" ({taken})" if taken else "") + said


def _quoted(text: str) -> Iterator[str]:
    yield from (f"> {safe(line)}" for line in text.splitlines() or [""])


def _conversation(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        words, mark, beside = safe(part.text), safe(part.mark), safe(part.beside)
        yield ""
        match part.kind:
            case "heading":
                yield f"### {words}" + (f" ({beside})" if beside else "")
            case "quote" | "passage" | "said":
                yield f"> {words}" + (f" — {beside}" if beside else "")
            case "question":
                yield f"**{words}**"
            case "answer":
                yield f"{mark or 'Team'}:"
                yield ""
                yield from _quoted(part.text)
            case "settled" | "settled-whole" | "open":
                yield f"*{mark}*: {words}"
            case "aside":
                yield f"*{beside}{f' ({mark})' if mark else ''}*: {words}"
            case "stance" | "gap":
                yield f"*{words}*"
            case "note":
                yield f"{mark} *{beside}*:"
                yield ""
                yield from _quoted(part.text)
            case _:
                yield words
