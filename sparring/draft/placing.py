"""What classified lines mean: which are objectives, which key results, under which objective, and what is a remark."""

import re

from sparring.draft.afterwards import name_after_first_heading, owners_at_the_end, place_under_the_only_aim
from sparring.draft.finds import Finds
from sparring.draft.lines import HEADING_NUMBER, RANK_BOLD, Line, nest
from sparring.draft.oneline import several_items
from sparring.draft.outline import Entry, Outline
from sparring.draft.pairs import field_pairs
from sparring.draft.sentences import explanation_after, take_up_sentences, tells_the_method
from sparring.draft.shape import infer_roles
from sparring.draft.surroundings import (
    containers,
    edge,
    groups_aims,
    headings_above,
    holding_items,
    is_one_of_several,
    leaves,
    lists_known_results,
    lists_with_labels,
    objectives_with_marked_results,
    results_are_labelled,
    says_objective,
    title_line,
)
from sparring.draft.tables import read_table
from sparring.draft.vocabulary import field_named
from sparring.draft.words import Words

_TOP_OBJECTIVE_WORDS = frozenset({"objective", "objectives", "obj", ""})
_ENOUGH_LABELS = 2
_NAMED_VALUE = re.compile(r"[^\W\d][^:：]{1,30}[:：]\s*\S")


def place(lines: list[Line]) -> Outline:
    """Read classified lines into an outline."""
    lines = [item for line in take_up_sentences(lines) for item in several_items(line)]
    nest(lines)
    infer_roles(lines)
    placer = _Placer(lines)
    for line in lines:
        placer.take(line)
    placer.finish()
    return placer.outline


class _Placer(Finds):
    """One walk over the lines in order; remembers the objective and the section that the next line stands in."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__()
        self.objective_line: Line | None = None
        self.section: str | None = None
        self.section_line: Line | None = None
        self.aims_line: Line | None = None
        self.first_aim: Line | None = None
        self.pending: Line | None = None
        self.marked_results = objectives_with_marked_results(lines)
        self.with_items = holding_items(lines)
        self.containers = containers(lines)
        self.labelled_lists = lists_with_labels(lines)
        self.aims_are_labelled = sum(says_objective(line) for line in lines) >= _ENOUGH_LABELS
        self.results_are_labelled = results_are_labelled(lines)
        self.results_are_named = results_are_labelled([line for line in lines if not line.content.loose])
        self.words_for_aims = {line.content.word for line in lines if line.content.role == "objective" and line.content.number}
        self.lists_with_fields: set[int] = set()
        self.field_lines: set[int] = set()
        self.aside: Line | None = None
        self.title_line = title_line(lines)
        self.first_line = lines[0] if lines and not is_one_of_several(lines[0], lines) else None

    def take(self, line: Line) -> None:
        if line is self.title_line:
            self.outline.title = line.content.words or line.marked
            return
        self.outline.notes.extend(line.comments)
        if line.kind == "table":
            self._table(line)
        elif line.kind == "quote" and self.pending is not None and self.section is None and line.content.words:
            self._objective(line, label=self.pending)
        elif line.kind in ("remark", "quote"):
            self.note(line)
        else:
            self._leave_sections(line)
            self._words(line)

    def finish(self) -> None:
        if self.pending:
            self._gap()
        place_under_the_only_aim(self.outline)
        owners_at_the_end(self.outline)
        name_after_first_heading(self.outline, self.first_line)

    # sections

    def _leave_sections(self, line: Line) -> None:
        role = line.content.role
        if leaves(line, self.section_line):
            self.section = self.section_line = None
        if leaves(line, self.aims_line):
            self.aims_line = self.first_aim = None
        if leaves(line, self.aside):
            self.aside = None
        above = self.objective_line
        if above is None or line.kind != "heading" or role is not None or self.pending is not None:
            return
        if line.rank <= edge(above):
            self.objective = self.objective_line = self.section = self.section_line = self.aside = None
        elif above.kind != "heading" and line.rank < RANK_BOLD:
            # A chapter within the part that holds the objective: what says so belongs to it, a plain list does not.
            self.aside, self.section, self.section_line = line, None, None

    def _open_section(self, line: Line, section: str) -> None:
        if self.pending and section == "key_results":
            self._gap()
        self.section, self.section_line = section, line
        if section == "key_results" and self.objective_line is not None:
            self.marked_results.add(id(self.objective_line))
        if section == "objectives":
            self.objective = self.objective_line = None
            self.aims_line, self.first_aim = line, None
        self.outline.syntax.append(line.span)

    def _above(self, line: Line) -> tuple[Words, ...]:
        return headings_above(line, self.entry_of, self.title_line)

    # lines

    def _words(self, line: Line) -> None:
        role = line.content.role
        if role in ("objectives", "key_results"):
            self._open_section(line, role)
        elif role == "notes":
            self.section, self.section_line = "notes", line
            if line.kind == "heading" and self.objective_line is not None and line.rank <= self.objective_line.rank:
                self.objective = self.objective_line = None
            self.note(line)
        elif id(line) in self.containers:
            self.note(line)
            self.objective = self.objective_line = None
        elif self._is_field(line):
            return
        elif role in ("objective", "key_result") and self._only_mentions(line):
            self.note(line)
        elif role == "objective":
            self._labelled_objective(line)
        elif role == "key_result":
            self._key_result(line)
        else:
            self._unlabelled(line)

    def _only_mentions(self, line: Line) -> bool:
        """Under "Progress" and the like "KR2 is done" speaks of a key result that stands elsewhere."""
        if line.kind == "heading" and not line.content.loose:
            return False
        if line.kind == "heading" and line.content.role == "key_result" and self._follows_listed_results(line):
            self.aside = line
            return True
        if line.kind == "text" and line.content.role == "objective" and line.content.loose and line.content.number in self.numbered:
            return True
        if line.kind == "text" and line.content.loose and line.content.words.text[:1].islower() and self.results_are_named:
            return True
        if line.kind == "text" and line.content.loose and self.is_known(line.content.label):
            return True
        if line.content.role == "objective" and self._names_a_target(line):
            return True
        if self.section != "notes" or self.section_line is None:
            return False
        return line.content.loose or (line.content.role == "key_result" and self.section_line.kind == "heading")

    def _names_a_target(self, line: Line) -> bool:
        """Where objectives are numbered, an unnumbered "Goal:" or "Ziel:" elsewhere says what something is for."""
        if line.content.number or len(self.numbered) < _ENOUGH_LABELS or line.content.word in self.words_for_aims:
            return False
        return field_named(line.content.word) == "target"

    def _follows_listed_results(self, line: Line) -> bool:
        """A heading "KR1 Deep Dive" after a list of key results says more of one of them."""
        last = self.last_line
        return (
            last is not None and last.kind == "item" and self.last is not None and self.last.kind == "key_result" and line.rank < RANK_BOLD
        )

    def _labelled_objective(self, line: Line) -> None:
        beneath = self.result_above(line)
        content = line.content
        if beneath is not None and content.word not in _TOP_OBJECTIVE_WORDS:
            beneath.add("target", content.words)
            self.claim_marks(line, None)
        elif not content.words.text:
            if self.pending:
                self._gap()
            self.pending = line
            self.objective_line = line
            self.objective, self.section, self.section_line = None, None, None
        elif self._is_second_statement(line):
            self.note(line)
        else:
            if self.pending and self.pending.content.number:
                self._gap()
            self._objective(line)

    def _is_second_statement(self, line: Line) -> bool:
        """A line like "Purpose: ..." beside "Objective: ..." in one list, before any key result, states no further objective."""
        first = self.objective_line
        return (
            first is not None
            and self.last is self.objective
            and not line.content.number
            and first.content.role == "objective"
            and first.content.word != line.content.word
            and first.parent is line.parent
            and line.kind == "item"
        )

    def _unlabelled(self, line: Line) -> None:
        if self._states_the_pending_aim(line):
            self._objective(line, label=self.pending)
            return
        if tells_the_method(line.content.words.text):
            self.note(line)
        elif self._is_next_aim(line):
            self._objective(line)
        elif line.kind == "heading":
            if self._heads_an_aim(line):
                self.first_aim = line
                self._objective(line)
            else:
                self.note(line)
        elif self.section == "notes" or not line.content.words.text:
            self._gap_in_list(line) if self._may_be_result(line) else self.note(line)
        elif self.section == "key_results":
            self._in_results(line)
        elif self.section == "objectives":
            self._in_objectives(line)
        elif self._may_be_result(line):
            self._key_result(line)
        else:
            self.note(line)

    def _heads_an_aim(self, line: Line) -> bool:
        """Beneath "Objectives" a heading is an aim, unless it groups headings that have key results, or stands in brackets."""
        if self.section != "objectives" or self.section_line is None or line.rank <= self.section_line.rank or self.aims_are_labelled:
            return False
        return not (groups_aims(line) or line.marked.text.strip(" _*")[:1] in "(（")

    def _states_the_pending_aim(self, line: Line) -> bool:
        waits = self.pending is not None and self.section is None
        return waits and bool(line.content.words) and line.kind != "quote" and not tells_the_method(line.content.words.text)

    def _is_next_aim(self, line: Line) -> bool:
        """Beneath "Objectives" every heading or bullet on the first aim's level is an aim."""
        first = self.first_aim
        if first is None or self.section is not None or not line.content.words:
            return False
        return line.kind == first.kind and line.rank == first.rank

    def _may_be_result(self, line: Line) -> bool:
        if line.kind != "item" or self.objective is None or self.section == "notes" or self.result_above(line) is not None:
            return False
        objective_line = self.objective_line
        if self.aside is not None and self.section != "key_results":
            return False
        if objective_line is not None and id(objective_line) in self.marked_results and self.section != "key_results":
            return False
        return objective_line is None or objective_line.kind != "item" or objective_line.rank < line.rank

    def _gap_in_list(self, line: Line) -> None:
        """An empty bullet among key results is a gap that the author left open."""
        self._key_result(line) if self.last is not None and self.last.kind == "key_result" else self.note(line)

    def _in_results(self, line: Line) -> None:
        explained = self.objective is None and self.aims_are_labelled
        if self.result_above(line) is not None or id(self.section_line) in self.labelled_lists or explained:
            self.note(line)
        elif line.kind == "item":
            boxed_below = [child for child in line.children if child.box is not None]
            if (line.children and line.box is None and len(boxed_below) == len(line.children)) or self._describes(line):
                self.note(line)
            else:
                self._key_result(line)
        elif self.section_line is not None and id(self.section_line) not in self.with_items:
            self._key_result(line)
        else:
            self.note(line)

    def _in_objectives(self, line: Line) -> None:
        topic = any(child.content.role == "objective" and child.content.word and not child.content.number for child in line.children)
        if line.kind != "item" or topic or self.aims_are_labelled:
            self.note(line)
        elif self.objective_above(line) is None:
            self.first_aim = line
            self._objective(line)
        elif self.result_above(line) is None:
            self._key_result(line)
        else:
            self.note(line)

    def _describes(self, line: Line) -> bool:
        """A bullet like "Tracked by: Ann" in a list where fields stand between the key results."""
        if id(line.parent) in self.field_lines:
            return True
        return id(line.parent) in self.lists_with_fields and _NAMED_VALUE.match(line.marked.text) is not None

    # what is found

    def _objective(self, line: Line, label: Line | None = None) -> None:
        source = label or line
        if line.kind == "heading" and not source.content.label and (number := HEADING_NUMBER.match(line.content.words.text)):
            line.content.label = line.content.words.part(*number.span("number" if number["number"] else "code"))
            line.content.words = line.content.words.part(number.end())
        entry = Entry("objective", line.content.words, line.span, source.content.label or source.number_alone)
        if label is not None:
            self.outline.syntax.append(label.span)
            self.claim_marks(label, entry)
        entry.under = self.objective_above(line)
        entry.section = self._above(line)
        self.keep(line, entry)
        self.objective, self.objective_line = entry, source
        self.section = self.section_line = self.pending = self.aside = None
        if source.content.number:
            self.numbered[source.content.number] = entry

    def _gap(self) -> None:
        line = self.pending
        self.pending = None
        if line is None:
            return
        entry = Entry("objective", Words(""), line.span, line.content.label, section=self._above(line))
        self.outline.syntax.append(line.span)
        self.entry_of[id(line)] = entry
        self.outline.entries.append(entry)
        self.objective, self.objective_line, self.last = entry, line, entry
        if line.content.number:
            self.numbered[line.content.number] = entry

    def _key_result(self, line: Line) -> None:
        if self.pending:
            self._gap()
        content = line.content
        label = content.label or (line.number_alone if line.number else content.label)
        content.words, explanation = explanation_after(content.words)
        if explanation:
            self.outline.notes.append(explanation)
        entry = Entry("key_result", content.words, line.span, label, under=self.objective_of(line))
        self.keep(line, entry)

    def _is_field(self, line: Line) -> bool:
        if line.kind == "heading" or line.content.role == "key_result":
            return False
        pairs = field_pairs(line.marked.strip())
        if not pairs:
            return False
        above = self.result_above(line)
        if above is None and self.last is not None and not line.after_blank and line.kind == "text":
            above = self.last
        if above is None and self.last is not None and self.last_line is not None and line.kind == "item":
            beside = self.last.kind == "key_result" and self.last_line.kind == "item" and self.last_line.parent is line.parent
            if beside:
                self.lists_with_fields.add(id(line.parent))
                above = self.last
        if above is None and self.last is not None and self.last is self.objective and self.section is None:
            above = self.last
        if above is None or (line.content.role == "objective" and above.kind == "objective"):
            return False
        self.field_lines.add(id(line))
        for name, value, label in pairs:
            above.add(name, value)
            self.outline.syntax.append(label.span)
        return True

    def _table(self, line: Line) -> None:
        if self.pending:
            self._gap()
        if self.section == "notes" or (self.objective is None and lists_known_results(line, self.outline)):
            self.outline.notes.extend(cell for row in line.rows for cell in row if cell)
            return
        last = read_table(
            line.rows,
            self.outline,
            self.objective,
            markdown=True,
            section=self._above(line),
            only_named=self.results_are_labelled,
        )
        if last is not None:
            self.objective, self.last = last, last
        elif self.objective is not None and self.outline.entries[-1].under is self.objective:
            # Bullets and lines after a table of key results say more of them.
            self.with_items.add(id(self.section_line))
            self.marked_results.add(id(self.objective_line))
