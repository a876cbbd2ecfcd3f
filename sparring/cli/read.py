"""`sparring read`: how a draft is understood."""

import json
from collections.abc import Iterator

import click

from sparring.cli.sources import remark, source_of
from sparring.draft.model import Draft, KeyResult, Objective
from sparring.text import visible


@click.command("read")
@click.argument("draft")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.pass_context
def read_command(ctx: click.Context, draft: str, form: str) -> None:
    """Show how DRAFT is understood: its objectives and key results, and what found no place.

    DRAFT is a file (Markdown, text, YAML, JSON, CSV; Word, PowerPoint, Excel, PDF, a web page or a mail), or - for text from standard
    input.
    """
    from sparring.archive.readings import read_as_marked
    from sparring.cli import DONE, FOUND_OR_EMPTY
    from sparring.draft.as_json import draft_as_json
    from sparring.draft.reading import NOTHING_FOUND

    source = source_of(draft)
    understood = read_as_marked(source)
    if source.guessed:
        remark(f"{source.name} does not say how it is encoded; it was read as {source.encoding}.")
    if form == "json":
        click.echo(json.dumps(draft_as_json(understood), ensure_ascii=False, indent=1))
    else:
        for line in _lines(understood):
            click.echo(line)
    if understood.is_empty:
        remark(f"{visible(source.name)}: {NOTHING_FOUND}")
        ctx.exit(FOUND_OR_EMPTY)
    ctx.exit(DONE)


def _lines(draft: Draft) -> Iterator[str]:
    for objective in draft.objectives:
        yield _item(objective, "")
        for key_result in objective.key_results:
            yield _item(key_result, "    ")
        yield ""
    for key_result in draft.unplaced_key_results:
        yield _item(key_result, "")
    for kind, remarks in (("note", draft.notes), ("not understood", draft.unplaced)):
        for each in remarks:
            yield f"{kind}, {draft.source.place_of(each.span.start) or f'line {each.lines[0]}'}: {visible(each.text)}"


def _item(item: Objective | KeyResult, indent: str) -> str:
    details = [f"{name} {visible(value)}" for name, value in item.fields.items()]
    if isinstance(item, KeyResult):
        details = [*(f"{name} {visible(value)}" for name, value in (("from", item.baseline), ("to", item.target)) if value), *details]
    detail = f"   [{', '.join(details)}]" if details else ""
    return f"{indent}{item.id:<{7 if indent else 3}} {visible(item.text) or '(empty)'}{detail}"
