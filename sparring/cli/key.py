"""`sparring key`: keys of endpoints in the system's keyring."""

import os
import sys
from pathlib import Path

import click

from sparring.cli.sources import place_of, remark
from sparring.text import visible


@click.group("key")
def key_command() -> None:
    """Keep the key of an endpoint in the keyring of this machine, or remove it.

    A key is typed without being shown, and Sparring prints it nowhere. It is kept for the endpoint's name and address together, so a
    settings file from somebody else cannot send it to another address.
    """


@key_command.command("set")
@click.argument("name", metavar="ENDPOINT")
def set_key(name: str) -> None:
    """Read the key of ENDPOINT (openai, or one of your settings) and keep it."""
    from sparring.casting.endpoints import settings_of
    from sparring.casting.keys import ask_whether_keyring_works, keep_key, key_variable

    address = _address(name)
    ask_whether_keyring_works()
    key = _typed(f"Key for {visible(name)} at {visible(address)} (it is not shown)")
    keep_key(name, address, key)
    remark(f"The key for {visible(name)} is kept in the keyring, for {visible(address)} alone.")
    remark(f"To see whether it works: sparring doctor {visible(name)}")
    variable = key_variable(name, settings_of(name, place_of(Path.cwd()).settings))
    if os.environ.get(variable):
        remark(f"{variable} in the environment comes before it.")


@key_command.command("forget")
@click.argument("name", metavar="ENDPOINT")
@click.pass_context
def forget_key_of(ctx: click.Context, name: str) -> None:
    """Remove the key of ENDPOINT from the keyring."""
    from sparring.casting.keys import forget_key
    from sparring.cli import FOUND_OR_EMPTY

    address = _address(name)
    if not forget_key(name, address):
        remark(f"The keyring holds no key for {visible(name)} at {visible(address)}.")
        ctx.exit(FOUND_OR_EMPTY)
    remark(f"The key for {visible(name)} at {visible(address)} was removed from the keyring.")


def _address(name: str) -> str:
    from sparring.casting.endpoints import address_of

    return address_of(name, place_of(Path.cwd()).settings, os.environ)


def _typed(prompt: str) -> str:
    """Return a key from a hidden prompt, or from standard input where that is no terminal.

    Raises:
        click.UsageError: it is none.
    """
    key = click.prompt(prompt, hide_input=True, err=True) if sys.stdin.isatty() else sys.stdin.readline(10_000)
    key = key.strip()
    if not key or not (key.isascii() and key.isprintable()) or " " in key:
        raise click.UsageError(
            "That is no key: it is empty, or holds characters that no key has. Nothing was kept; copy the key once more."
        )
    return str(key)
