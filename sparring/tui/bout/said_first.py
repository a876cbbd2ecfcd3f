"""What a team is told when it opens a bout, before anything is said in it."""

from typing import TYPE_CHECKING

from sparring.report.noted import noted
from sparring.text import visible
from sparring.tui.bout.conversation import Conversation

if TYPE_CHECKING:
    from sparring.opening import Ring


def say_first(conversation: Conversation, ring: "Ring") -> None:
    """Say what was found while the bout was set up, then what coaches wrote for the team."""
    for remark in ring.remarks:
        conversation.note(visible(remark, lines=True))
    for each in noted(ring.session.bout, ring.notes):
        conversation.note(each.text, each.about)
