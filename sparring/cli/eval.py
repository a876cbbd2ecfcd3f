"""`sparring eval`: how well the partner keeps its promise, measured."""

from pathlib import Path

import click


@click.command("eval")
@click.option("--rules", is_flag=True, help="Measure the referee's rules on the labelled sentences in FILE...")
@click.option("--misses", is_flag=True, help="List every sentence that was judged wrongly, with the rule that withheld it.")
@click.option("--forms", is_flag=True, help="One row more for each form that the files name.")
@click.option(
    "--contexts",
    type=click.Path(path_type=Path),
    default=None,
    metavar="FILE",
    help="The drafts that the sentences speak about. Without it, the contexts.json beside each FILE.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Text for people, JSON for programs.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")
@click.pass_context
def eval_command(
    ctx: click.Context, rules: bool, misses: bool, forms: bool, contexts: Path | None, form: str, files: tuple[Path, ...]
) -> None:
    """Measure how well the partner keeps its promise never to write your OKRs.

    Before anything that a language model says reaches the screen, rules look for objectives, key results, targets and wordings in it.
    With --rules you see how often they are right, on sentences that people have labelled:

    \b
        sparring eval --rules sentences.jsonl
        sparring eval --rules sentences.jsonl --misses

    "Recall" is the share of forbidden sentences that the rules withheld (wanted: 97 % or more). "False positives" is the share of honest
    sentences that they withheld by mistake (wanted: 2 % or less). Beside each stand the numbers it comes from, and the range in which the
    true share lies with 95 % certainty: the fewer sentences, the wider.

    A file has one JSON object a line: "text", "label" (1 must be withheld, 0 must pass, "b" borderline: shown, not scored), perhaps "id"
    and "form", and either "draft" (ids with the items' texts) or "ctx", a name in a contexts.json beside the file. Files whose name begins
    with hedged or adversarial are shown and not counted: such hints are for the second reader.

    Ends with status 0 if the counted files together are as good as wanted, 1 if not, 2 for wrong usage, 3 if a file cannot be used.
    """  # noqa: D301 - click knows a stretch that is not to be wrapped by this character
    if not rules:
        raise click.UsageError("Say what to measure: sparring eval --rules FILE...")
    if not files:
        raise click.UsageError("Name at least one file of labelled sentences: sparring eval --rules FILE...")
    from sparring.cli import DONE, FOUND_OR_EMPTY
    from sparring.cli.eval_rules import measure_rules

    ctx.exit(DONE if measure_rules(files, contexts, misses=misses, forms=forms, form=form) else FOUND_OR_EMPTY)
