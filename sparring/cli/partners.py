"""The options that choose who challenges, and what a command makes of them."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from sparring.cli.sources import Place, remark
from sparring.text import visible

if TYPE_CHECKING:
    from sparring.casting import Wanted
    from sparring.partner.cast import Cast
    from sparring.partner.offers import Partners

_OPTIONS = (
    click.option(
        "--partner",
        default="",
        metavar="NAME",
        help="Who challenges: offline, ENDPOINT/MODEL (such as openai/MODEL), or local. Your settings say what it is without this; "
        "offline, if they say nothing.",
    ),
    click.option("--model", default="", metavar="MODEL", help="Another model of that endpoint. `sparring models` lists them."),
    click.option(
        "--base-url",
        default="",
        metavar="URL",
        help="Another address for that endpoint, for this once. The key in the environment goes there; no other key does.",
    ),
    click.option(
        "--voice",
        type=click.Choice(["guarded", "bank"]),
        default=None,
        help="guarded: the model asks in its own words, and what could be pasted into your OKRs is withheld. bank: the model only chooses, "
        "and every sentence comes from the question bank.",
    ),
    click.option(
        "--second-reader",
        default="",
        metavar="NAME",
        help="Who looks at each challenge of a model once more: same (the model itself), off, or ENDPOINT/MODEL.",
    ),
    click.option("--model-file", default="", metavar="FILE", help="A model on this machine (GGUF). Nothing leaves it."),
)

CONSENT_HELP = "Agree that your draft, your answers and passages of your documents are sent to HOST; may be repeated."


def partner_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options; the command gets them as `wanted`, a `casting.Wanted`, or None where none was given."""

    @wraps(command)
    def with_wanted(
        *args: Any, partner: str, model: str, base_url: str, voice: str | None, second_reader: str, model_file: str, **others: Any
    ) -> Any:
        wanted = None
        if any((partner, model, base_url, voice, second_reader, model_file)):
            from sparring.casting.choosing import Wanted

            wanted = Wanted(partner, model, base_url, "bank" if voice == "bank" else "guarded" if voice else "", second_reader, model_file)
        return command(*args, wanted=wanted, **others)

    for option in reversed(_OPTIONS):
        with_wanted = option(with_wanted)
    return with_wanted


def hosts_of(cast: "Cast") -> tuple[str, ...]:
    """Return where text is sent, each host once; none when nothing leaves the machine."""
    return tuple(dict.fromkeys(each.host for each in (cast.speaker, cast.second_reader) if each is not None and each.host))


def cast_for(place: Place, wanted: "Wanted | None") -> "Cast | None":
    """Return who spars by options, environment and settings; None for the offline partner. Says when a key could be read by others.

    Raises:
        SettingsError: a partner that is not set up, or options that do not go together.
        CallFault: something is missing; the message says how to give it.
    """
    from sparring.casting import Wanted, cast_from

    cast = cast_from(place.settings, wanted or Wanted())
    if cast:
        _warn_of_readers(place)
    return cast


def partners_of(place: Place, wanted: "Wanted | None") -> "Partners":
    """Return who can be chosen on the screens, the one of options, environment and settings first.

    Raises:
        SettingsError: a partner that is not set up, or options that do not go together.
    """
    from sparring.casting import Wanted
    from sparring.casting.partners import PartnersSetUp

    partners = PartnersSetUp(place.settings, wanted or Wanted())
    if partners.usual:
        _warn_of_readers(place)
    return partners


def _warn_of_readers(place: Place) -> None:
    from sparring.settings import user_settings_file
    from sparring.settings.readers import readable_by_others

    if warning := readable_by_others(user_settings_file(), place.settings):
        remark(warning)


def refuse_before_opening(cast: "Cast", place: Place, consents: Sequence[str]) -> None:
    """Refuse a bout that nobody agreed to send anywhere, before there is a transcript of it.

    Raises:
        click.UsageError: as `refuse_unless_agreed`.
    """
    from sparring.archive.consents import Consents

    if (hosts := hosts_of(cast)) and Consents(place.workspace.transcripts).given(", ".join(hosts)) is None:
        refuse_unless_agreed(", ".join(hosts), (), consents)


def refuse_unless_agreed(host: str, documents: Sequence[str], consents: Sequence[str]) -> None:
    """Refuse to send anything to a host that was not named by --consent.

    Args:
        host: where it would go; several are parted by ", ".
        documents: of which passages may be sent.
        consents: the hosts that were named.

    Raises:
        click.UsageError: somebody has to agree first; the message says to what, and how.
    """
    if missing := [each for each in host.split(", ") if each not in consents]:
        passages = f" and passages of {', '.join(map(visible, documents))}" if documents else ""
        raise click.UsageError(
            f"Your draft, your answers{passages} would be sent to {visible(', '.join(missing))}. "
            f"If you agree, add {' '.join(f'--consent {visible(each)}' for each in missing)}; "
            "otherwise leave the options for a model out, or choose --partner offline."
        )
