"""`sparring prompt`: exactly what a model would be sent, before anything is: no call, no key, no network."""

import asyncio
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from sparring.cli.parts import PART_HELP, part_named
from sparring.cli.sources import Place, place_of, remark, source_of
from sparring.draft.reading import NOTHING_FOUND
from sparring.opening import open_unkept
from sparring.situation import Situation
from sparring.speech import LANGUAGES
from sparring.text import visible
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.draft.model import Draft
    from sparring.partner.cast import Voice
    from sparring.partner.prompt import Prompt

SCHEMA = "sparring-prompt/1"
NO_MODEL_ASKED = "No model would be asked now: the rounds are over."


@click.command("prompt")
@click.argument("draft")
@click.option(
    "--context",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A strategy document or a folder of them; may be repeated.",
)
@click.option(
    "--answer", "answers", multiple=True, metavar="TEXT", help="What the team answers, a round each: shows the prompt after that."
)
@click.option("--part", default="", metavar="TITLE", help=PART_HELP)
@click.option("--voice", type=click.Choice(["guarded", "bank"]), default=None, help="Whether the model words its challenges.")
@click.option("--context-tokens", type=click.IntRange(min=1_000), default=None, metavar="N", help="What the model reads at once.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.option(
    "--language", type=click.Choice(list(LANGUAGES)), default=None, help="The language to be asked in; the draft's, where it is spoken."
)
@click.option("--seed", type=int, default=None, help="Another number, another bout; without one a draft always gets the same.")
@click.pass_context
def prompt_command(
    ctx: click.Context,
    draft: str,
    context: tuple[Path, ...],
    answers: tuple[str, ...],
    part: str,
    voice: str | None,
    context_tokens: int | None,
    form: str,
    language: str | None,
    seed: int | None,
) -> None:
    """Print what a model would be sent about DRAFT, a file or - for standard input. Nothing is sent.

    Shows the first challenge that a model is asked for: the question that opens a bout is never a model's.
    """
    from sparring.archive.readings import read_as_marked
    from sparring.cli import FOUND_OR_EMPTY

    source = source_of(draft)
    understood = read_as_marked(source)
    if understood.is_empty:
        remark(f"{visible(source.name)}: {NOTHING_FOUND}")
        ctx.exit(FOUND_OR_EMPTY)
    focus = part_named(understood, part) if part else ()
    place = place_of(source.path) if source.path else None
    wishes = Wishes(
        context=context or (place.context if place else ()),
        seed=seed,
        language=language or (place.settings.language if place else ""),
        cache=place.settings.cache if place else True,
    )
    chosen = cast("Voice", voice or (place.settings.voice if place else "guarded"))
    found = asyncio.run(_prompt(understood, Situation(focus=focus), wishes, answers, chosen, context_tokens or _context_tokens(place)))
    if found is None:
        remark(NO_MODEL_ASKED)
        ctx.exit(FOUND_OR_EMPTY)
    click.echo(_as_json(found) if form == "json" else "\n".join(_as_text(found)))


def _context_tokens(place: Place | None) -> int:
    """What the chosen endpoint reads at once, as far as the settings say."""
    from sparring.casting.choosing import Wanted, wanted_partner
    from sparring.partner.endpoint import CONTEXT_TOKENS

    if place is None:
        return CONTEXT_TOKENS
    name = wanted_partner(place.settings, Wanted(), os.environ).partition("/")[0]
    said = place.settings.endpoints.get(name)
    return said.context_tokens if said and said.context_tokens else CONTEXT_TOKENS


async def _prompt(
    draft: "Draft", situation: Situation, wishes: Wishes, answers: tuple[str, ...], voice: "Voice", context_tokens: int
) -> "Prompt | None":
    """Play the rounds that were answered with the offline partner, and return what a model would be sent next."""
    from sparring.partner.cast import Cast
    from sparring.partner.model import ModelPartner
    from sparring.partner.preview import next_prompt
    from sparring.partner.unreachable import Unreachable

    unkept = await open_unkept(draft, wishes)
    for each in unkept.remarks:
        remark(each)
    session = unkept.session
    await session.give_situation(situation if situation.focus else None)
    for answer in answers:
        if session.bout.stage not in ("facts", "rounds"):
            break
        await session.go_on()
        if session.bout.stage == "rounds":
            await session.answer(answer)
    partner = ModelPartner(Cast(Unreachable(context_tokens), voice), session.catalogue)
    found = None
    while found is None and session.bout.stage in ("facts", "rounds"):
        found = await next_prompt(partner, session.bout, session.findings, session.catalogue, session.library, session.history)
        if found is None:
            await session.go_on()
    for each in unkept.library.problems:
        remark(each)
    return found


def _as_text(prompt: "Prompt") -> Iterator[str]:
    for message in prompt.messages:
        yield f"--- {message.role} ---"
        yield visible(message.text, lines=True)
        yield ""
    yield f"--- shape of the reply ({prompt.schema.name}) ---"
    yield json.dumps(prompt.schema.fields, ensure_ascii=False, indent=1)
    yield ""
    yield "--- in all ---"
    yield f"About {prompt.tokens:,} tokens at most, and up to {prompt.most_tokens:,} for the reply."
    yield f"Documents: {', '.join(map(visible, prompt.documents)) or 'none'}."
    yield f"Lines of documents left out: {prompt.left_out or 'none'}."


def _as_json(prompt: "Prompt") -> str:
    return json.dumps(
        {
            "schema": SCHEMA,
            "messages": [{"role": message.role, "content": message.text} for message in prompt.messages],
            "reply": {"name": prompt.schema.name, "schema": prompt.schema.fields},
            "tokens": prompt.tokens,
            "most_reply_tokens": prompt.most_tokens,
            "documents": list(prompt.documents),
            "left_out": prompt.left_out,
        },
        ensure_ascii=False,
        indent=1,
    )
