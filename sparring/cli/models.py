"""`sparring models`: which endpoints there are, whether a key was found, and what they offer."""

import asyncio
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sparring.cli.sources import place_of, remark
from sparring.text import visible

if TYPE_CHECKING:
    from sparring.partner.endpoint import Endpoint
    from sparring.partner.faults import CallFault
    from sparring.settings import Settings

SCHEMA = "sparring-models/1"


@dataclass(frozen=True, slots=True)
class _Listing:
    """What is known of an endpoint.

    Attributes:
        name: as the settings call it.
        address: its base URL.
        here: it runs on this machine.
        key_from: where a key was found; "" where none was.
        models: what it offers.
        fault: why it does not say.
        left_alone: it was not asked, as there is no key for it and nobody named it.
    """

    name: str
    address: str
    here: bool
    key_from: str
    models: tuple[str, ...] = ()
    fault: "CallFault | None" = None
    left_alone: bool = False


@click.command("models")
@click.argument("endpoint", default="", metavar="[ENDPOINT]")
@click.option("--base-url", default="", metavar="URL", help="Another address for ENDPOINT (openai, if you name none), for this once.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.pass_context
def models_command(ctx: click.Context, endpoint: str, base_url: str, form: str) -> None:
    """List the endpoints that are set up and the models that they offer, or those of ENDPOINT.

    Endpoints with a key, and those on this machine, are asked for their list; nothing of a draft is sent. To spar with a model of it:

    \b
        sparring spar our-okrs.md --partner ENDPOINT/MODEL
    """  # noqa: D301 - click knows a stretch that is not to be wrapped by this character
    from sparring.cli import CANNOT
    from sparring.settings import OPENAI_NAME

    settings = place_of(Path.cwd()).settings
    named = endpoint or (OPENAI_NAME if base_url else "")
    listings = asyncio.run(_listings(named, settings, base_url))
    if form == "json":
        click.echo(json.dumps({"schema": SCHEMA, "endpoints": [_as_json(each) for each in listings]}, ensure_ascii=False, indent=1))
    else:
        for each in listings:
            _print(each)
        if not named:
            _print_others(settings)
    if named and listings[0].fault:
        if form == "json":
            remark(str(listings[0].fault))
        ctx.exit(CANNOT)


async def _listings(named: str, settings: "Settings", base_url: str) -> list[_Listing]:
    from sparring.casting.endpoints import endpoint_named, endpoint_names
    from sparring.partner.faults import CallFault

    found: list[Endpoint | _Listing] = []
    for name in (named,) if named else endpoint_names(settings):
        try:
            # One after the other: a locked keyring asks its owner once, not once for each endpoint.
            found.append(endpoint_named(name, "", settings, os.environ, base_url=base_url, any_model=True))
        except CallFault as fault:
            found.append(replace(_unasked(name, settings, base_url), fault=fault))
    return await asyncio.gather(*(_listing(each, asked_for=bool(named)) for each in found))


def _unasked(name: str, settings: "Settings", base_url: str) -> _Listing:
    from sparring.casting.endpoints import address_of
    from sparring.partner.endpoint import Endpoint

    address = base_url or address_of(name, settings, os.environ)
    return _Listing(name, address, Endpoint(name, "", address).is_here, "")


async def _listing(endpoint: "Endpoint | _Listing", *, asked_for: bool) -> _Listing:
    from sparring.casting import listed_models
    from sparring.partner.faults import CallFault

    if isinstance(endpoint, _Listing):
        return endpoint
    listing = _Listing(endpoint.name, endpoint.base_url, endpoint.is_here, endpoint.key_from if endpoint.key else "")
    if not (asked_for or listing.here or listing.key_from or endpoint.headers):
        # A workspace may name any address: nobody calls there without having asked for it.
        return replace(listing, left_alone=True)
    try:
        return replace(listing, models=await listed_models(endpoint))
    except CallFault as fault:
        return replace(listing, fault=fault)


def _print(listing: _Listing) -> None:
    place = "on this machine" if listing.here else ""
    key = f"key from {listing.key_from}" if listing.key_from else "no key"
    click.echo(visible("  ".join(part for part in (listing.name, listing.address, place, key) if part)))
    if listing.fault:
        click.echo(f"    {visible(str(listing.fault))}")
    elif listing.left_alone:
        click.echo(f"    It was not asked, as there is no key for it. To ask it: sparring models {visible(listing.name)}")
    elif not listing.models:
        click.echo("    It lists no models. If you know the name of one: --model MODEL")
    for model in listing.models:
        click.echo(f"    {visible(model)}")
    click.echo("")


def _print_others(settings: "Settings") -> None:
    from sparring.settings import user_settings_file

    if settings.model_file:
        path = Path(settings.model_file).expanduser()
        click.echo(f"local  {visible(str(path))}{'' if path.is_file() else '   (not there)'}  on this machine\n")
    click.echo("offline  the question bank, on this machine; needs nothing\n")
    click.echo(
        "To add an endpoint, such as your company's, write into your settings,\n"
        f"{visible(str(user_settings_file()))}:\n\n"
        '    [endpoints.work]\n    base_url = "https://llm.example.com/v1"\n\n'
        "and give its key: sparring key set work. More ways: docs/models.md."
    )


def _as_json(listing: _Listing) -> dict[str, Any]:
    return {
        "name": listing.name,
        "base_url": listing.address,
        "on_this_machine": listing.here,
        "key_found": bool(listing.key_from),
        "key_from": listing.key_from or None,
        "models": list(listing.models),
        "problem": {"kind": listing.fault.kind, "told": str(listing.fault)} if listing.fault else None,
    }
