"""The command line: data on standard output, remarks on standard error, and an exit status that scripts can rely on.

0 done, 1 findings or nothing to read, 2 wrong usage, 3 cannot read or write.
"""

import gc
import sys
from importlib import import_module
from typing import cast

import click

from sparring import __version__

DONE, FOUND_OR_EMPTY, USAGE, CANNOT = 0, 1, 2, 3

_COMMANDS = {
    "spar": ("sparring.cli.spar", "Spar with a draft: a bout of about 25 minutes."),
    "resume": ("sparring.cli.spar", "Go on with a bout (the last one, if you name none)."),
    "read": ("sparring.cli.read", "Show how a draft is understood."),
    "challenge": ("sparring.cli.challenge", "Print challenges to a draft without a bout."),
    "prompt": ("sparring.cli.prompt", "Print exactly what a model would be sent; nothing is sent."),
    "lenses": ("sparring.cli.lenses", "List the angles that drafts are challenged from, or explain one."),
    "transcripts": ("sparring.cli.transcripts", "List the bouts kept here."),
    "show": ("sparring.cli.transcripts", "Print a bout."),
    "verify": ("sparring.cli.transcripts", "Check that a bout's transcript is as it was written."),
    "export": ("sparring.cli.transcripts", "Print a bout as a Markdown file to share."),
    "review": ("sparring.cli.review", "For coaches: look through many bouts."),
    "share": ("sparring.cli.share", "Copy a bout to where your coach reads."),
    "collect": ("sparring.cli.share", "Take in the bouts of a colleague's folder."),
    "patterns": ("sparring.cli.patterns", "Show what many bouts have in common."),
    "eval": ("sparring.cli.eval", "Measure how well the partner keeps its promise never to write your OKRs."),
    "models": ("sparring.cli.models", "List the endpoints that are set up and the models that they offer."),
    "key": ("sparring.cli.key", "Keep the key of an endpoint in the keyring, or remove it."),
    "doctor": ("sparring.cli.doctor", "Check step by step that everything works, and say what to do where it does not."),
    "locate": ("sparring.cli.locate", "Print where Sparring keeps what it keeps."),
}
"""Where each command is, and what `--help` says of it: its module is imported only when it is called."""


class _Commands(click.Group):
    """Commands whose modules are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(_COMMANDS[cmd_name][0])
        return cast("click.Command", getattr(module, f"{cmd_name}_command"))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0] if args else ""
        if name not in _COMMANDS and not name.startswith("-"):
            hint = f"To spar with a draft: sparring spar {name}" if "." in name else "`sparring --help` lists the commands."
            raise click.UsageError(f"There is no command {name!r}. {hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="sparring", message="%(prog)s %(version)s")
@click.pass_context
def sparring(ctx: click.Context) -> None:
    """Spar with your own draft OKRs.

    Sparring challenges the draft that your team wrote, with its own words and the strategy you already have. It asks; it never
    writes or rewrites an objective or a key result. It needs no account, no key and no network, and nothing leaves this machine
    unless you choose a model elsewhere and agree to it.

    To begin, type `sparring` and press enter, or name your draft:

    \b
        sparring spar our-okrs.md
        sparring spar our-okrs.md --context strategy/
    """  # noqa: D301 - click knows a stretch that is not to be wrapped by this character
    if ctx.invoked_subcommand is None:
        from sparring.cli.screen import open_screen

        ctx.exit(open_screen(None))


def run() -> None:
    """Run the command line and leave the process with its exit status; no traceback reaches the user."""
    # Modules, documents and lenses are made once and stay: looking through them for garbage costs a tenth of a short command.
    gc.set_threshold(100_000, 20, 20)
    try:
        sys.exit(sparring.main(standalone_mode=False))
    except click.exceptions.Exit as leaving:
        sys.exit(leaving.exit_code)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(USAGE)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. Everything that was said before is kept.", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(CANNOT)
    except Exception as error:
        from sparring.cli.failure import status_of

        sys.exit(status_of(error))
