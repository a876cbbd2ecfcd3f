"""Many bouts: which to open first and why, found by what was said, by team, angle, outcome or answer."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from sparring.archive.index.search import MOST_HITS
from sparring.archive.index.terms import match_for
from sparring.reviewing import Listed, OpenedBout, Review
from sparring.text import visible
from sparring.tui.bout.chooser import Answer, Chooser
from sparring.tui.page import Page
from sparring.tui.reading.counts import how_many
from sparring.tui.review.bout_rows import bout_row, heading, hit_row, in_full, which
from sparring.tui.review.filters import ANYTHING, FACETS, Filter, values_of
from sparring.tui.review.names_box import Names, NamesScreen
from sparring.tui.review.opened import OpenedScreen
from sparring.tui.review.orders import ORDERS, ordered
from sparring.tui.review.row_list import RowList
from sparring.tui.review.search_input import SearchInput

if TYPE_CHECKING:
    from sparring.archive.index.search import Hit


class ReviewScreen(Page[None]):
    """The coach's list."""

    HELP = (
        "Bouts of the folder. Those in which thinking was dodged come first, and the reason stands beside them: = kept, ✓ to change, "
        "? open, – skipped. Unanswered: a doubt that got neither a fact nor a reason; edited in vain: the line changed and the same doubt "
        "still fits it. ✓ before a name: you are through with it; ◆ there is a note; ! something is wrong with the file. "
        "A slanted, pale name is the draft's: no team was named."
    )
    EXAMPLE = "/ invoice, enter, enter: open the bout at the first line that says invoice"
    AUTO_FOCUS = "#rows"
    BINDINGS: ClassVar = [
        Binding("enter,right", "open", "open", id="review.open", tooltip="Open the bout, or the line that was found"),
        Binding("slash", "search", "search", id="review.search", tooltip="Search everything that was said", key_display="/"),
        Binding("f", "filter", "filter", id="review.filter", tooltip="Only bouts of a team, a cycle, with an angle, an outcome..."),
        Binding("F", "no_filter", "all again", id="review.no-filter", tooltip="All bouts again"),
        Binding("s", "order", "sort", id="review.order", tooltip="Another order"),
        Binding("p", "patterns", "patterns", id="review.patterns", tooltip="What the bouts in the list have in common"),
        Binding("z", "put_away", "put away", id="review.put-away", tooltip="Take the bout out of your list; the file stays"),
        Binding("z", "bring_back", "bring back", id="review.bring-back", tooltip="Bring the bout back into your list"),
        Binding("Z", "show_away", "what is put away", id="review.show-away", tooltip="What you put away, to bring it back"),
        Binding("Z", "show_list", "your list", id="review.show-list", tooltip="Your list again"),
        Binding("R", "rename", "rename", id="review.rename", tooltip="Let the bout go by another team or cycle in your lists"),
        Binding("X", "delete", "delete", id="review.delete", tooltip="Delete this copy and your notes on it; you are asked first"),
        Binding("f5", "again", "look again", id="review.again", tooltip="Look for new and changed transcripts"),
        Binding("escape", "less", "less", id="review.less", tooltip="End the search, the filter, the look at what is put away", show=False),
        Binding("q", "end_search", "end the search", id="review.end-search", tooltip="Back to the list of bouts"),
        Binding("q", "back", "leave", id="review.leave", tooltip="Leave"),
    ]
    SHOWN = (
        "review.bring-back", "review.show-list", "review.open", "review.search", "search.end", "review.filter", "review.no-filter",
        "review.order", "review.patterns", "review.again", "review.end-search", "review.leave",
    )  # fmt: skip
    DEFAULT_CSS = """
    ReviewScreen Body { padding: 0; }
    ReviewScreen Body > * { max-width: 100%; }
    ReviewScreen #search { display: none; margin: 0 1; }
    ReviewScreen.-searching #search { display: block; }
    ReviewScreen #columns { height: 1; text-wrap: nowrap; }
    ReviewScreen #rows { height: 1fr; }
    ReviewScreen #why { height: auto; max-height: 3; padding: 0 1 0 2; color: $quiet; border-top: solid $rule; }
    ReviewScreen.-short #why { border-top: none; }
    """

    def __init__(self, review: Review) -> None:
        super().__init__()
        self._review = review
        self._all: tuple[Listed, ...] = ()
        self._shown: tuple[Listed, ...] = ()
        self._hits: tuple[Hit, ...] = ()
        self._by_path: dict[Path, Listed] = {}
        self._order = 0
        self._away = False
        self._filter = Filter()
        self._matching: frozenset[Path] | None = None
        self._reading = ""
        self._asked = 0
        self._answered = 0
        self._before_search: Path | None = None

    # -- what is on it -----------------------------------------------------------------------------------------------------

    def status(self) -> Widget:
        """How many bouts, in which order."""
        return Static(id="status", markup=False)

    def body(self) -> Iterable[Widget]:
        """Search, columns, rows, and the whole reason of the row under the cursor."""
        yield SearchInput(placeholder="what was said", id="search", classes="-writes", name="search")
        yield Static(id="columns", markup=False)
        yield RowList(id="rows")
        yield Static(id="why", markup=False)

    @property
    def rows(self) -> RowList:
        """The rows."""
        return self.query_one("#rows", RowList)

    @property
    def is_searching(self) -> bool:
        """Rows are lines that were found."""
        return self.has_class("-searching")

    def on_mount(self) -> None:
        """Show what the index knows at once, then what changed since."""
        self.carry_out(self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One key ends the search, or leaves where there is none."""
        if action in ("end_search", "back"):
            return self.is_searching == (action == "end_search")
        if action == "no_filter":
            return bool(self._filter.said)
        if action in ("put_away", "bring_back", "show_away", "show_list"):
            return self._away == (action in ("bring_back", "show_list"))
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        """The columns have other widths."""
        self.call_after_refresh(self._show_columns)

    async def _look(self) -> None:
        self._reading = "looking…"
        self._show_status()
        await self._list()
        await asyncio.to_thread(self._review.bring_up_to_date, self._on_indexed)
        self._reading = ""
        await self._list()

    def _on_indexed(self, done: int, of: int) -> None:
        self.app.call_from_thread(self._tell_progress, done, of)

    def _tell_progress(self, done: int, of: int) -> None:
        self._reading = f"reading {done} of {of}…"
        self._show_status()

    async def _list(self, leaving: Path | None = None) -> None:
        self._all = await asyncio.to_thread(lambda: self._review.bouts(put_away=self._away))
        self._by_path = {each.kept.path: each for each in self._all}
        if self._filter.wanted != ANYTHING:
            self._matching = await asyncio.to_thread(self._review.bouts_with, self._filter.wanted)
        self._show(leaving=leaving)

    def _show(self, at: Path | None = None, leaving: Path | None = None) -> None:
        """Show the list; the cursor stays on its bout, or on the nearest one below it where that is `leaving` or no longer there.

        Args:
            at: the bout to go to; by default the one under the cursor.
            leaving: a bout to go on from.
        """
        at, was = at or self._current(), [each.kept.path for each in self._shown]
        self._shown = ordered((each for each in self._all if self._lets_through(each)), self._order)
        if not self.is_searching:
            places = {each.kept.path: number for number, each in enumerate(self._shown) if each.kept.path != leaving}
            row = was.index(at) if at in was else 0
            near = (at, *was[row:], *reversed(was[:row]))
            place = next((places[path] for path in near if path in places), 0)
            self.rows.show(len(self._shown), lambda number, width: bout_row(self._shown[number], width, self._review.today), place)
        self._show_status()
        self._show_columns()

    def _lets_through(self, each: Listed) -> bool:
        return self._filter.lets_through(each, self._review.today) and (self._matching is None or each.kept.path in self._matching)

    def _show_status(self) -> None:
        count = f"{len(self._shown)} of {len(self._all)} bouts" if self._filter.said else how_many(len(self._all), "bout")
        through = sum(each.reviewed for each in self._all)
        unread = sum(each.glance is None for each in self._all)
        parts = [
            f"{count} put away" if self._away else count,
            self._filter.said,
            f"{through} reviewed" if through else "",
            f"{unread} cannot be read" if unread else "",
            ORDERS[self._order][0],
            self._reading,
        ]
        if self.is_searching:
            parts = [
                how_many(len(self._hits), "line") if len(self._hits) < MOST_HITS else f"the newest {MOST_HITS} lines",
                self._filter.said,
                self._reading,
            ]
        said = "   " + " · ".join(part for part in parts if part)
        self.query_one("#status", Static).update(Content.assemble(("Review", "bold"), (said, "$quiet")))

    def _show_columns(self) -> None:
        width = self.rows.scrollable_content_region.width - 1
        pieces = heading(width) if width > 0 and not self.is_searching else []
        self.query_one("#columns", Static).update(Content.assemble(*pieces))
        self.rows.instead = "" if self._reading else self._nothing()
        if not self.rows.count:
            self.query_one("#why", Static).update("")

    def _nothing(self) -> str:
        """Return what stands where no row does, and how to get out of it."""
        if self.is_searching:
            typed = self.query_one(SearchInput).value.strip()
            if typed and not match_for(typed):
                return "There is no word in that: quotation marks and hyphens only say which words stand together."
            among = " among the bouts of your filter" if self._filter.said else ""
            return f"Nothing was found{among}. esc ends the search." if typed else SearchInput.HELP
        if self._away and not self._all:
            return "Nothing is put away. esc shows your list again."
        if self._all:
            return "No bout is like that. F shows all again."
        where = ", ".join(visible(str(folder)) for folder in self._review.folders)
        return f"No bouts here yet: {where} holds no transcripts. A team puts one there with `sparring share --to`."

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Say the whole reason; what was said before was about another row."""
        if not event.again:
            self.say("")
        listed = self._listed_at(event.at)
        said = ""
        if self.is_searching and event.at < len(self._hits):
            said = visible(self._hits[event.at].text)
        elif listed is not None:
            said = in_full(listed)
        self.query_one("#why", Static).update(Content(said))

    def on_screen_suspend(self) -> None:
        """What was said does not stand under a dialog."""
        self.say("")

    def _listed_at(self, at: int) -> Listed | None:
        if self.is_searching:
            return self._by_path.get(self._hits[at].path) if at < len(self._hits) else None
        return self._shown[at] if at < len(self._shown) else None

    def _current(self) -> Path | None:
        listed = self._listed_at(self.rows.at)
        return listed.kept.path if listed else None

    # -- opening -----------------------------------------------------------------------------------------------------------

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open it."""
        self.action_open()

    def action_open(self) -> None:
        """Open the bout, or the line."""
        at = self.rows.at
        listed = self._listed_at(at)
        hit = self._hits[at] if self.is_searching and at < len(self._hits) else None
        path = hit.path if hit else listed.kept.path if listed else None
        if path is not None:
            self.carry_out(self._opening(path, hit.seq if hit else 0, hit.text if hit and hit.kind == "note" else ""))

    def _opening(self, path: Path, seq: int, note: str = "") -> Callable[[], Awaitable[None]]:
        """Return what opens a bout at one of its entries, or at a note on it that says `note`."""
        listed = self._by_path.get(path)

        async def opened() -> None:
            bout = await asyncio.to_thread(self._review.open, path)
            screen = OpenedScreen(self._review, bout, listed, seq, note)

            async def list_again() -> None:
                # A bout that the coach is through with goes to the end of the list; the coach goes on where it stood.
                await self._list(leaving=path if screen.is_reviewed and listed and not listed.reviewed else None)

            self.app.push_screen(screen, lambda _: self.carry_out(list_again))

        return opened

    # -- searching ---------------------------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Search."""
        if not self.is_searching:
            self._before_search = self._current()
        self.add_class("-searching")
        self.refresh_bindings()
        self.query_one(SearchInput).focus()
        self._find(self.query_one(SearchInput).value)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as it is typed."""
        self._find(event.value)

    def _find(self, query: str) -> None:
        self._asked += 1
        asked = self._asked

        async def found() -> None:
            hits = await asyncio.to_thread(self._review.search, query)
            if asked == self._asked and self.is_searching:
                self._answered = asked
                self._hits = tuple(hit for hit in hits if (listed := self._by_path.get(hit.path)) is None or self._lets_through(listed))
                if not self._hits:
                    # What is typed now is another try, and no command.
                    self.query_one(SearchInput).focus()
                self.rows.show(
                    len(self._hits),
                    lambda number, width: hit_row(
                        self._hits[number], self._by_path.get(self._hits[number].path), query, width, self._review.today
                    ),
                )
                self._show_status()
                self._show_columns()

        self.run_worker(self.attempt(found), exit_on_error=False)

    def action_to_rows(self) -> None:
        """Go to what was found, where something was; what is still looked for may come."""
        if self._hits or self._asked != self._answered:
            self.rows.focus()

    def action_end_search(self) -> None:
        """Back to the list, to the bout of the line under the cursor."""
        at = self._current() or self._before_search
        self.remove_class("-searching")
        self.refresh_bindings()
        self._asked += 1
        self._hits = ()
        self.rows.focus()
        self._show(at)

    # -- filter and order --------------------------------------------------------------------------------------------------

    def action_order(self) -> None:
        """Another order."""
        self._order = (self._order + 1) % len(ORDERS)
        self._show()

    def action_filter(self) -> None:
        """Ask by what, then for what."""
        self.app.push_screen(Chooser("Only bouts...", FACETS), self._ask_value)

    def _ask_value(self, facet: str | None) -> None:
        if facet is None:
            return
        name = facet

        async def ask() -> None:
            lenses = await asyncio.to_thread(self._review.lenses) if name == "lens" else {}
            if answers := values_of(name, self._all, lenses):
                asks = next(each.says for each in FACETS if each.value == name)
                self.app.push_screen(Chooser(f"Only bouts {asks}...", answers), lambda value: self._take_filter(name, value))
            else:
                self.call_after_refresh(self.say, "There is nothing to choose from yet.")

        self.carry_out(ask)

    def _take_filter(self, facet: str, value: str | None) -> None:
        if value is not None:
            self._filter = self._filter.narrowed(facet, value)
            self.refresh_bindings()
            self.carry_out(self._list)

    def action_no_filter(self) -> None:
        """All bouts again."""
        self._filter, self._matching = Filter(), None
        self.refresh_bindings()
        self.carry_out(self._list)

    # -- the rest ----------------------------------------------------------------------------------------------------------

    def action_patterns(self) -> None:
        """Show what the bouts in the list have in common."""
        from sparring.tui.review.patterns import BoutsInCommon, PatternsScreen

        paths, said, quietly = frozenset(each.kept.path for each in self._shown), self._filter.said, self._filter.said_without_names

        async def counted() -> None:
            among = await asyncio.to_thread(self._review.rounds)
            bouts = BoutsInCommon(among, paths, said, quietly)
            self.app.push_screen(PatternsScreen(bouts, self._review.today, self._opening, self._review.rounds))

        self.carry_out(counted)

    def action_rename(self) -> None:
        """Let the bout go by other names."""
        path, listed = self._current(), self._listed_at(self.rows.at)
        if path is None or listed is None or listed.glance is None:
            return

        def named(names: Names | None) -> None:
            if names is not None:
                self._mark(path, lambda bout: self._review.name(bout, names.team, names.cycle))

        self.app.push_screen(NamesScreen(Names(listed.glance.team, listed.glance.cycle), which(listed)), named)

    def action_delete(self) -> None:
        """Ask, then delete the copy."""
        path, listed = self._current(), self._listed_at(self.rows.at)
        if path is None or listed is None:
            return

        async def deleted() -> None:
            await asyncio.to_thread(self._review.delete, path)
            await self._look()
            self.call_after_refresh(self.say, "The copy is deleted.")

        ask = f"Delete this copy of {which(listed)}, and your notes on it? {visible(str(path))} is gone then."
        answers = (Answer("n", "no, it stays", ""), Answer("y", "yes, delete the copy", "yes"))
        self.app.push_screen(Chooser(ask, answers), lambda sure: self.carry_out(deleted) if sure else None)

    def _mark(self, path: Path, mark: Callable[[OpenedBout], str], done: str = "") -> None:
        """Write something about a bout, list again, and say where it went, else what is done."""

        async def marked() -> None:
            said = await asyncio.to_thread(lambda: mark(self._review.open(path)))
            await self._list()
            if said or done:
                self.call_after_refresh(self.say, said or done)

        self.carry_out(marked)

    def action_put_away(self) -> None:
        """Take the bout out of the list."""
        if (path := self._current()) is not None:
            done = "It is out of your list, and the file stays. Z shows what you put away."
            self._mark(path, self._review.put_away, done)

    def action_bring_back(self) -> None:
        """Take the bout back into the list."""
        if (path := self._current()) is not None:
            self._mark(path, lambda bout: self._review.put_away(bout, away=False), "It is in your list again.")

    def action_show_away(self) -> None:
        """Show what was put away."""
        self._show_put_away(away=True)

    def action_show_list(self) -> None:
        """Show the list again."""
        self._show_put_away(away=False)

    def _show_put_away(self, *, away: bool) -> None:
        self._away = away
        self.refresh_bindings()
        self.carry_out(self._list)

    def action_again(self) -> None:
        """Look again."""
        self.carry_out(self._look)

    def action_less(self) -> None:
        """End the search, the filter, or the look at what is put away; nothing is left by it."""
        if self.is_searching:
            self.action_end_search()
        elif self._filter.said:
            self.action_no_filter()
        elif self._away:
            self.action_show_list()

    def action_back(self) -> None:
        """Leave."""
        self.dismiss(None)
