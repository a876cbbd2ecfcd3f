"""What a user is told when a command fails: the sentence of the error, never a traceback."""

import os
import sys
import traceback

import click

from sparring.fault import sentence_for
from sparring.text import TextError, visible

_KNOWN = (
    "sparring.archive.errors",
    "sparring.settings",
    "sparring.opening",
    "sparring.bout.",
    "sparring.record.",
    "sparring.lenses.",
    "sparring.partner.faults",
    "sparring.casting.",
    "sparring.evaluation.",
)


def status_of(error: Exception) -> int:
    """Print what happened and what to do next, and return the exit status.

    An error that no part of the program expected is told as such; its traceback holds words of drafts, so it is printed only on request.
    """
    from sparring.cli import CANNOT, FOUND_OR_EMPTY
    from sparring.opening import NothingToSpar

    if isinstance(error, NothingToSpar):
        click.echo(str(error), err=True)
        return FOUND_OR_EMPTY
    if isinstance(error, TextError) or type(error).__module__.startswith(_KNOWN):
        click.echo(str(error), err=True)
        return CANNOT
    if isinstance(error, OSError):
        click.echo(f"{visible(str(error.filename or 'A file'))} could not be used: {error.strerror or 'unknown fault'}.", err=True)
        return CANNOT
    click.echo(f"{sentence_for(error)} SPARRING_TRACEBACK=1 prints more, which may hold words of your draft.", err=True)
    if os.environ.get("SPARRING_TRACEBACK"):
        traceback.print_exception(error, file=sys.stderr)
    return CANNOT
