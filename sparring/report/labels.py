"""The words above and beside what a bout leaves behind, in the bout's language: data in `prompts/speech/debrief-<language>.md`."""

from dataclasses import dataclass
from functools import cache

from sparring.draft.changes import ChangeKind
from sparring.speech import LANGUAGES, OTHERWISE, sentences_of_kind


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of one language; each attribute is a heading of the file, with "_" for the space.

    Attributes:
        then_and_now: above the first answer and what stands of it.
        what_came: above the counts.
        settled: how a challenge ended, after its number.
        standing: the same.
        kept: the same.
        to_change: the same.
        open: the same.
        skipped: the same.
        changed_by_the_team: above the changes of the draft.
        will_change: above what the team will change.
        what_is_kept: above what it keeps.
        what_is_open: above what is open.
        to_look_up: above the gaps of the fact card.
        would_prove_wrong: before what would prove the team wrong.
        what_the_team_said: before the team's own words on a point.
        by_when: a day until which somebody finds out, with the place for it.
        the_draft: above the draft.
        the_conversation: above the conversation.
        own_words: whose the words of the draft are.
        reworded: what became of an item.
        moved: the same.
        new: the same.
        gone: the same.
        same: the same.
        because: before the reason for keeping a point.
        nobody_yet: where nobody has taken an open point.
        with_changes: above the draft, where the team changed it.
        draft_alone: above it, where it did not.
    """

    then_and_now: str
    what_came: str
    settled: str
    standing: str
    kept: str
    to_change: str
    open: str
    skipped: str
    changed_by_the_team: str
    will_change: str
    what_is_kept: str
    what_is_open: str
    to_look_up: str
    would_prove_wrong: str
    what_the_team_said: str
    by_when: str
    the_draft: str
    the_conversation: str
    own_words: str
    reworded: str
    moved: str
    new: str
    gone: str
    same: str
    because: str
    nobody_yet: str
    with_changes: str
    draft_alone: str

    def became(self, kind: ChangeKind) -> str:
        """Return what became of an item, in a team's own words."""
        return {"reworded": self.reworded, "moved": self.moved, "new": self.new, "gone": self.gone, "same": self.same}[kind]


@cache
def labels(language: str) -> Labels:
    """Return the labels of a language; in one that the partner does not speak, English."""
    return sentences_of_kind(Labels, f"debrief-{language if language in LANGUAGES else OTHERWISE}.md")
