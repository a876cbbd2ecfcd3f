"""The box for what to look for in everything that was said."""

from typing import ClassVar

from textual.binding import Binding
from textual.widgets import Input

from sparring.tui.keys_in_order import KeysInOrder


class SearchInput(KeysInOrder, Input):
    """What to look for in everything that was said."""

    HELP = (
        "Words that were said in a bout, of your notes and tags, and names of teams, in any language. "
        "What stands in quotation marks stands together; the last word may be begun."
    )
    EXAMPLE = '"nobody looked" invoice'
    BINDINGS: ClassVar = [
        Binding("enter,down", "screen.to_rows", "to what was found", show=False),
        Binding("escape", "screen.end_search", "end the search", id="search.end", tooltip="Back to the list of bouts"),
    ]
