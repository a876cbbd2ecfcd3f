"""Bouts as data, for other programs: JSON with everything, CSV with a row a round. For people there are the other formats."""

import csv
import io
import json
from collections.abc import Iterable, Iterator

from sparring.bout.precis import RoundPrecis, precis
from sparring.bout.state import Aside, Bout, Round
from sparring.record.notes import NO_NOTES, Notes
from sparring.report.debrief import before_and_after, debrief

_COLUMNS = (
    "bout", "team", "cycle", "opened", "round", "closing", "lens", "family", "items", "question", "answers", "outcome", "presses", "reason",
    "owner", "due",
)  # fmt: skip


def as_json(bout: Bout, head: str, notes: Notes = NO_NOTES) -> str:
    """Return a bout as one JSON object.

    Args:
        bout: finished or not.
        head: hash of the transcript's last entry, as in `markdown.as_markdown`.
        notes: of coaches, those that are to be in it.
    """
    summary, brief = debrief(bout), precis(bout)
    value = {
        "bout": bout.opened.bout,
        "team": bout.opened.team,
        "cycle": bout.opened.cycle,
        "opened": bout.opened_at.isoformat(),
        "minutes": brief.minutes,
        "language": bout.opened.language,
        "partner": brief.partner,
        "withheld": brief.withheld,
        "ended": bout.ended,
        "entries": bout.last_seq,
        "head": head,
        "draft": [{"version": each.number, "text": each.draft.source.text} for each in bout.versions],
        "changes": [
            {"became": change.kind, "before": before_and_after(change)[0], "after": before_and_after(change)[1]}
            for change in summary.changes
        ],
        "own_questions": list(_own_questions(bout)),
        "rounds": [_round(each, told) for each, told in zip(bout.rounds, brief.rounds, strict=True)],
        "open": [
            {
                "round": point.round,
                "about": point.about,
                "quote": point.quote,
                "owner": point.owner,
                "due": point.due.isoformat() if point.due else None,
            }
            for point in summary.open_points
        ],
        "kept": [{"round": each.round, "quote": each.quote, "reason": each.reason, "proof": each.proof} for each in summary.kept],
        "first_answer": summary.first_answer,
        "still_stands": summary.still_stands,
        "notes": [
            {
                "entry": note.entry,
                "by": note.by,
                "at": note.at.isoformat(),
                "text": note.text,
                "tags": list(note.tags),
                "for_team": note.for_team,
            }
            for note in notes.notes
        ],
    }
    # Escapes keep halves of characters, which have no UTF-8, and anything that moves a cursor.
    return json.dumps(value, ensure_ascii=True, indent=2) + "\n"


def as_csv(bouts: Iterable[Bout]) -> str:
    """Return bouts as a table with a row a round and a line of names above."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for bout in bouts:
        for each, told in zip(bout.rounds, precis(bout).rounds, strict=True):
            writer.writerow([harmless(value) for value in _row(bout, each, told)])
    return text.getvalue().encode("utf-8", "replace").decode()


def harmless(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _row(bout: Bout, each: Round, told: RoundPrecis) -> tuple[object, ...]:
    return (
        bout.opened.bout,
        bout.opened.team,
        bout.opened.cycle,
        bout.opened_at.isoformat(timespec="seconds"),
        told.number,
        "yes" if told.closing else "no",
        told.lens,
        told.family,
        " ".join(told.ids),
        told.question,
        " / ".join(answer.text for answer in each.answers),
        told.outcome,
        told.presses,
        each.decision.taken.reason if each.decision else "",
        told.owner,
        told.due.isoformat() if told.due else "",
    )


def _own_questions(bout: Bout) -> Iterator[dict[str, object]]:
    """Yield what the team or a coach asked itself, by the round in which it was asked; None before the first."""
    asked = [(None, each) for each in bout.asides] + [(each.number, aside) for each in bout.rounds for aside in each.exchanges]
    for number, each in asked:
        if isinstance(each, Aside):
            yield {"entry": each.seq, "round": number, "by": each.asked.by, "role": each.asked.role, "text": each.asked.text}


def _round(each: Round, told: RoundPrecis) -> dict[str, object]:
    raised = each.raised
    return {
        "entry": each.seq,
        "number": told.number,
        "closing": told.closing,
        "lens": told.lens,
        "family": told.family,
        "title": told.title,
        "quotes": [{"id": quote.id, "text": quote.text} for quote in raised.quotes],
        "passage": {"text": raised.passage.text, "source": raised.passage.source} if raised.passage else None,
        "doubt": raised.doubt,
        "question": raised.question,
        "asked_by_coach": raised.asked_by_coach,
        "origin": raised.origin,
        "answers": [
            {"entry": answer.seq, "by": answer.given.by if answer.given else "", "text": answer.text, "read_as": list(read.classes)}
            for answer, read in zip(each.answers, told.answers, strict=True)
        ],
        "presses": [press.raised.question for press in each.presses],
        "stance": told.stance,
        "reason": each.decision.taken.reason if each.decision else "",
        "outcome": told.outcome,
        "edited": told.revised,
    }
