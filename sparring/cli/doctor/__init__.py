"""`sparring doctor`: looks at everything that a bout needs, step by step, and says what to do where something is wrong."""

import asyncio
import json
import os
import shutil
import sys
import textwrap
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sparring.casting.steps import Step
from sparring.cli.partners import partner_options
from sparring.text import visible

if TYPE_CHECKING:
    from sparring.casting import Model, Wanted
    from sparring.cli.sources import Place
    from sparring.settings import Settings

SCHEMA = "sparring-doctor/1"
_WORDS: Final = {"ok": "ok", "note": "note", "wrong": "WRONG"}
_WIDE: Final = 60
_INDENT: Final = 26
_NARROW_INDENT: Final = 4
_COLOURS: Final = {"ok": "green", "note": "yellow", "wrong": "red"}


@click.command("doctor")
@click.argument("endpoint", default="", metavar="[ENDPOINT]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@partner_options
@click.pass_context
def doctor_command(ctx: click.Context, endpoint: str, form: str, wanted: "Wanted | None") -> None:
    """Look at everything that a bout needs, and say what to do where something is wrong.

    ENDPOINT is a partner as for --partner: openai/MODEL, an endpoint of your settings, local. Without it, the partner that your settings
    name is looked at; without any, only this machine.

    A model is sent two or three short test sentences, and nothing else: no draft, no answer, no document. Where it has a price, that is
    a fraction of a cent.

    Ends with status 1 when something is wrong.
    """
    from sparring.cli import DONE, FOUND_OR_EMPTY

    steps = asyncio.run(_looked_at(endpoint, wanted, quiet=form == "json"))
    wrong = [step for step in steps if step.outcome == "wrong"]
    if form == "json":
        listed = [{"id": step.id, "title": step.title, "outcome": step.outcome, "told": step.told} for step in steps]
        click.echo(json.dumps({"schema": SCHEMA, "ok": not wrong, "steps": listed}, ensure_ascii=False, indent=1))
    elif wrong:
        things = "1 thing has" if len(wrong) == 1 else f"{len(wrong)} things have"
        click.echo(f"\n{things} to be mended.")
    else:
        click.echo("\nEverything needed is there.")
    ctx.exit(FOUND_OR_EMPTY if wrong else DONE)


async def _looked_at(endpoint: str, wanted: "Wanted | None", *, quiet: bool) -> list[Step]:
    steps = []
    async for step in _steps(endpoint, wanted):
        steps.append(step)
        if not quiet:
            click.echo(_line(step))
    return steps


def _line(step: Step) -> str:
    word = f"{_WORDS[step.outcome]:<6}"
    if not os.environ.get("NO_COLOR"):
        word = click.style(word, fg=_COLOURS[step.outcome])
    if not sys.stdout.isatty():
        return f"{word} {step.title:<18} {step.told}"
    columns = shutil.get_terminal_size().columns
    beside = columns >= _WIDE
    indent = _INDENT if beside else _NARROW_INDENT
    told = textwrap.wrap(step.told, columns - indent, break_long_words=False, break_on_hyphens=False)
    head = f"{word} {step.title:<18} " if beside else f"{word} {step.title}\n{' ' * indent}"
    return head + f"\n{' ' * indent}".join(told)


async def _steps(endpoint: str, wanted: "Wanted | None") -> AsyncIterator[Step]:
    from sparring.cli.doctor.machine import machine

    place = None
    for step, found in _settings():
        place = found or place
        yield step
    for step in await asyncio.to_thread(list, machine()):
        yield step
    if place is not None:
        async for step in _partner(endpoint, wanted, place.settings):
            yield step


def _settings() -> "Iterator[tuple[Step, Place | None]]":
    from sparring.cli.sources import place_of
    from sparring.settings import SettingsError, user_settings_file
    from sparring.settings.readers import readable_by_others

    try:
        place = place_of(Path.cwd())
    except SettingsError as error:
        yield Step("settings", "settings", "wrong", str(error)), None
        return
    files = [each for each in (user_settings_file(), place.workspace.root / "sparring.toml") if each.is_file()]
    told = f"Read: {', '.join(visible(str(each)) for each in files)}." if files else "There are none, and none are needed."
    yield Step("settings", "settings", "ok", told), place
    if warning := readable_by_others(user_settings_file(), place.settings):
        yield Step("settings_private", "settings", "note", warning), None


async def _partner(endpoint: str, wanted: "Wanted | None", settings: "Settings") -> AsyncIterator[Step]:
    from dataclasses import replace

    from sparring.casting import Wanted, model_of
    from sparring.casting.choosing import wanted_partner
    from sparring.casting.reaching import reached
    from sparring.casting.trying import key_and_model, replies
    from sparring.partner.endpoint import Endpoint
    from sparring.partner.faults import CallFault
    from sparring.settings import SettingsError

    wanted = wanted or Wanted()
    wanted = replace(wanted, partner=endpoint or wanted.partner)
    try:
        partner = wanted_partner(settings, wanted, os.environ)
        if not partner:
            yield await asyncio.to_thread(_offline)
            return
        model = await asyncio.to_thread(model_of, partner, settings, wanted, os.environ, any_model=True)
    except SettingsError as error:
        yield Step("partner", "partner", "wrong", str(error))
        return
    except CallFault as fault:
        yield Step("key" if fault.kind == "no-key" else "partner", "key" if fault.kind == "no-key" else "partner", "wrong", str(fault))
        return
    yield Step("partner", "partner", "ok", _called(model))
    looks = [reached(model), key_and_model(model), replies(model)] if isinstance(model, Endpoint) else [replies(model)]
    for look in looks:
        async for step in look:
            yield step
            if step.outcome == "wrong":
                return
    if step_or_none := await _second_reader(settings, wanted):
        yield step_or_none


def _offline() -> Step:
    from sparring.lenses.catalogue import packaged_catalogue

    questions = sum(len(each) for lens in packaged_catalogue() for each in lens.questions.values())
    told = (
        f"The offline partner, with {questions} questions on this machine. Nothing is sent anywhere. "
        "To look at a model: sparring doctor openai/MODEL, or the name of another endpoint."
    )
    return Step("partner", "partner", "ok", told)


async def _second_reader(settings: "Settings", wanted: "Wanted") -> Step | None:
    """Look at whoever reads each challenge of a model once more, if somebody does."""
    from sparring.casting import NO_READER, SAME_READER, Wanted, model_of
    from sparring.casting.trying import second_reader
    from sparring.partner.faults import CallFault
    from sparring.settings import SettingsError

    reader = wanted.second_reader or settings.second_reader
    if (wanted.voice or settings.voice) == "bank":
        return None
    if reader == NO_READER:
        told = (
            "Nobody reads a model's challenge once more before it is shown, so hints pass more often. To have it read: --second-reader same"
        )
        return Step("second_reader", "second reader", "note", told)
    if reader == SAME_READER:
        return await second_reader(None)
    try:
        return await second_reader(await asyncio.to_thread(model_of, reader, settings, Wanted(), os.environ))
    except (SettingsError, CallFault) as error:
        return Step("second_reader", "second reader", "wrong", str(error))


def _called(model: "Model") -> str:
    from sparring.casting import ModelFile
    from sparring.partner.endpoint import Endpoint

    match model:
        case Endpoint():
            what = f"{visible(model.model)} at " if model.model else ""
            where = "on this machine; nothing leaves it" if model.is_here else "a test sentence is sent there, nothing of a draft"
            return f"{what}{visible(model.base_url)}: {where}."
        case ModelFile():
            return f"{visible(str(model.path))}: on this machine; nothing leaves it."
        case _:
            return f"{visible(model.path)}, a chat model of LangChain; where it sends text, it alone knows."
