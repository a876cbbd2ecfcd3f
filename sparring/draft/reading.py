"""Reading a draft: which reader a text needs, and what to tell people when nothing was found."""

import gc
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from sparring.draft.assemble import assemble
from sparring.draft.delimited import read_delimited
from sparring.draft.markdown import has_marks, looks_like_markdown, read_markdown
from sparring.draft.marks import moved, understood
from sparring.draft.model import Draft, LineMark
from sparring.draft.outline import Outline
from sparring.draft.plain import read_plain
from sparring.draft.structured import read_json, read_yaml
from sparring.draft.values import NotThisFormatError
from sparring.draft.vocabulary import means_key_result, means_objective
from sparring.text import Source

NOTHING_FOUND = """\
No objective and no key result was found in this text.
Sparring looked for headings with bullets beneath them, lines that begin with a label or number of their own, tables and spreadsheets \
with a column for key results, and data with fields for objectives and key results.
A draft may look like this, in any language:
  - a heading for each objective, with a bullet for each key result beneath it
  - lines that begin with O1, KR1.1, KR1.2, or with the words "Objective:" and "Key results:"
  - a table with a column "Objective" and a column "Key result"; columns for baseline, target, owner and status are read too
  - YAML or JSON with "objectives" that hold "key_results"
Add such labels to the file, or paste the part that holds the objectives, and read it again."""
"""For people whose text held no items: what was looked for and what a draft may look like."""

Reader = Callable[[Source], Outline]

_YAML = ("yml", "yaml")
_YAML_KEY = re.compile(r"^[ \t]*(?:- )?[\"']?([a-z][a-zA-Z_]{0,40})[\"']?:[ \t]*(?:$|[|>\[{&]|(?=\S))", re.MULTILINE)


def read_draft(source: Source, marks: Sequence[LineMark] = ()) -> Draft:
    """Read a draft of any supported format.

    The file's ending says which reader comes first, else the content does; a text that is not what it says it is goes to the next reader,
    and plain text takes everything. A draft without items is no error: see `Draft.is_empty` and `NOTHING_FOUND`.

    Args:
        source: the text.
        marks: what the team itself says of single lines; it holds against the reader's understanding.
    """
    with _without_search_for_garbage():
        form, outline = _found_by_a_reader(source)
        if marks:
            outline = understood(source, outline, marks, markdown=form == "markdown")
        return replace(assemble(source, outline, form), marks=tuple(marks))


@contextmanager
def _without_search_for_garbage() -> Iterator[None]:
    """Reading makes many objects and leaves hardly any behind; looking through them again and again takes as long as the reading."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def read_again(draft: Draft, source: Source) -> Draft:
    """Read another version of a draft; what the team said of its lines holds for the lines that are still there."""
    return read_draft(source, moved(draft.marks, draft.source, source))


def _found_by_a_reader(source: Source) -> tuple[str, Outline]:
    empty: tuple[str, Outline] | None = None
    for form, reader in _readers(source):
        try:
            outline = reader(source)
        except NotThisFormatError:
            continue
        if outline.entries:
            return form, outline
        empty = empty or (form, outline)
        if form == "json" or (form == "yaml" and _ending(source) in _YAML):
            # It is what its name says; its lines are no list of anything.
            break
    return empty or ("text", Outline())


def _readers(source: Source) -> Iterator[tuple[str, Reader]]:
    """Yield the readers worth trying, the likeliest first; the last one takes any text."""
    text = source.text
    if source.converted:
        yield "markdown", read_markdown
        yield "text", read_plain
        return
    match _ending(source):
        case "json" | "jsonl" | "ndjson":
            yield "json", read_json
            yield "yaml", read_yaml
        case ending if ending in _YAML:
            yield "yaml", read_yaml
        case "csv" | "tsv":
            yield "csv", partial(read_delimited, named=True)
        case "md" | "markdown" | "mdown":
            yield "markdown", read_markdown
            if looks_like_markdown(text) or not has_marks(text):
                # Without its marks it would be a list of unrelated lines; without any it would be read the same once more.
                return
        case _:
            yield from _by_content(text)
    yield "text", read_plain


def _ending(source: Source) -> str:
    return (source.path.name if source.path else source.name).lower().rpartition(".")[2]


def _by_content(text: str) -> Iterator[tuple[str, Reader]]:
    start = text.lstrip()[:1]
    if start in ("{", "["):
        yield "json", read_json
        yield "yaml", read_yaml
    elif _has_data_keys(text):
        yield "yaml", read_yaml
    yield "csv", partial(read_delimited, named=False)
    if looks_like_markdown(text):
        yield "markdown", read_markdown


def _has_data_keys(text: str) -> bool:
    """Keys that a program would write ("key_results:"), unlike a person's label ("Key results:")."""
    keys = {match[1] for match in _YAML_KEY.finditer(text[:50_000])}
    return any(means_objective(key) or means_key_result(key) or key in ("okrs", "okr") for key in keys)
