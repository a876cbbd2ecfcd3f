"""`sparring eval --drafts`: bouts and attacks fought with a partner, and the report on them."""

import asyncio
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sparring.cli.partners import cast_for, hosts_of, refuse_unless_agreed
from sparring.cli.sources import Place, place_of, remark
from sparring.draft.reading import NOTHING_FOUND
from sparring.evaluation.attacks import Attack, attacks_in_documents, read_attacks
from sparring.evaluation.carrying_out import LimitReached, carry_out, not_played
from sparring.evaluation.folder import AS_JSON, PAGE, Folder
from sparring.evaluation.judging import judge
from sparring.evaluation.measures import judgeable
from sparring.evaluation.meter import UNPRICED, Call, Prices, metered
from sparring.evaluation.page import as_page
from sparring.evaluation.plan import Scene, estimate, scenes_of
from sparring.evaluation.played import Played, Shown, player_named
from sparring.evaluation.report import as_json, report_on
from sparring.evaluation.samples import Sample, samples_at
from sparring.evaluation.sheet import BY_A_PERSON, as_sheet, read_back
from sparring.evaluation.table import as_table
from sparring.lenses.catalogue import Catalogue
from sparring.partner.cast import Cast
from sparring.partner.chat import ChatModel
from sparring.partner.faults import CallFault
from sparring.partner.model import ModelPartner
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Partner
from sparring.text import read_source, visible

if TYPE_CHECKING:
    from sparring.casting import Wanted

STOPPED = 130
"""Exit status after ctrl+c."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of the command say; see there."""

    drafts: tuple[Path, ...]
    attacks: Path | None
    orders: Path | None
    context: tuple[Path, ...]
    turns: int
    rounds: int
    repeat: int
    bouts: bool
    judge: str
    judge_csv: Path | None
    read_back: Path | None
    out: Path | None
    resume: bool
    limit_calls: int
    limit_cost: float | None
    yes: bool
    consents: tuple[str, ...]
    form: str
    wanted: "Wanted | None"


def measure_bouts(asked: Asked) -> int:
    """Play, judge and report as asked; return the exit status. Whatever stops it, what was played is kept and reported.

    Raises:
        click.UsageError: it would take more than allowed, nobody agreed to send the drafts, or the folder holds runs already.
        FolderError, AttacksError, SheetError, TextError, SettingsError, CallFault: see there.
    """
    from sparring.cli import CANNOT, DONE, FOUND_OR_EMPTY

    place = place_of(Path.cwd())
    judging = _judge_of(asked, place) if asked.judge else None
    scenes = list(_scenes(asked)) if asked.drafts else []
    if asked.drafts and not scenes:
        return FOUND_OR_EMPTY
    folder = Folder(asked.out or Path(f"sparring-evaluation-{datetime.now():%Y-%m-%d-%H%M%S}"))
    cast = cast_for(place, asked.wanted) if scenes else None
    status = DONE
    if asked.read_back:
        _read_back(asked.read_back, folder)
    try:
        if scenes:
            _play(asked, place, scenes, folder, cast)
        if judging:
            _judge(asked, folder, judging)
    except CallFault as fault:
        remark(str(fault))
        status = CANNOT
    except LimitReached as limit:
        remark(str(limit))
        status = FOUND_OR_EMPTY
    except KeyboardInterrupt:
        remark("Stopped.")
        status = STOPPED
    _report(asked, folder, scenes, _player(cast))
    return status


# -- playing -----------------------------------------------------------------------------------------------------------------


def _scenes(asked: Asked) -> Iterator[Scene]:
    samples: list[Sample] = []
    for sample in samples_at(asked.drafts, asked.context):
        if sample.draft.is_empty:
            remark(f"{sample.name} is left out: {NOTHING_FOUND.splitlines()[0]}")
        else:
            samples.append(sample)
            for problem in sample.problems:
                remark(f"{sample.name}: {problem}")
    attacks: list[Attack] = []
    if asked.attacks:
        attacks += read_attacks(read_source(asked.attacks).text, visible(asked.attacks.name))
    if asked.orders:
        attacks += attacks_in_documents(asked.orders)
    yield from scenes_of(samples, attacks, turns=asked.turns, rounds=asked.rounds, repeats=asked.repeat, bouts=asked.bouts)


def _play(asked: Asked, place: Place, scenes: Sequence[Scene], folder: Folder, cast: Cast | None) -> None:
    if cast and (hosts := hosts_of(cast)):
        refuse_unless_agreed(", ".join(hosts), _documents(scenes), asked.consents)
    prices = _prices(place, asked.wanted, cast) if cast else UNPRICED
    runs = folder.runs()
    if runs and not asked.resume:
        raise click.UsageError(f"{visible(str(folder.path))} holds runs already. Add --resume to go on there, or name another one.")
    left = not_played(scenes, runs, _player(cast))
    most_calls = _ask(asked, left, cast, prices)
    folder.prepare()
    if left:
        asyncio.run(_fight(left, folder, cast, prices, most_calls, asked.limit_cost))


async def _fight(
    left: Sequence[Scene], folder: Folder, cast: Cast | None, prices: Prices, most_calls: int | None, most_cost: float | None
) -> None:
    def partner_of(catalogue: Catalogue, note: Callable[[Call], None]) -> Partner:
        return ModelPartner(metered(cast, note), catalogue) if cast else OfflinePartner(catalogue)

    try:
        with _progress(len(left), "Bouts") as step:
            await carry_out(
                left,
                partner_of,
                folder,
                prices=prices,
                most_calls=most_calls,
                most_cost=most_cost,
                on_played=lambda played: step(),
            )
    finally:
        if cast:
            await _close(cast)


async def _close(cast: Cast) -> None:
    await cast.speaker.close()
    if cast.second_reader and cast.second_reader is not cast.speaker:
        await cast.second_reader.close()


def _ask(asked: Asked, left: Sequence[Scene], cast: Cast | None, prices: Prices) -> int | None:
    """Say what is to come, ask where it may be more than the limits allow, and return how many calls it may take; None: as many as it does.

    Raises:
        click.UsageError: nobody agreed.
    """
    if not cast or not left:
        remark(f"{len(left)} bouts to fight; no model is asked.")
        return None
    guess = estimate(left, second_reader=_reads_again(cast), context_tokens=cast.speaker.context_tokens)
    cost = prices.of(guess.prompt_tokens, guess.reply_tokens)
    told = f"{len(left)} bouts to fight with {visible(_player(cast))}: about {guess.calls} calls, {guess.most_calls} at most"
    remark(f"{told}; about {guess.prompt_tokens // 1000 + 1},000 tokens{'' if cost is None else f', a cost of about {cost:.2f}'}.")
    dear = cost is not None and asked.limit_cost is not None and cost > asked.limit_cost
    if asked.yes:
        return None
    if guess.calls <= asked.limit_calls and not dear:
        return asked.limit_calls
    limit = f"--limit-cost {asked.limit_cost:g}" if dear else f"--limit-calls {asked.limit_calls}"
    _require_a_yes(f"That is above {limit}.", "Nothing was fought. Raise the limit, add --yes, or ask for fewer bouts.")
    return None


def _require_a_yes(why: str, otherwise: str) -> None:
    """Ask whether to go on.

    Raises:
        click.UsageError: nobody said yes.
    """
    try:
        agreed = click.confirm(f"{why} Go on?", err=True)
    except click.Abort:
        agreed = False
    if not agreed:
        raise click.UsageError(f"{why} {otherwise}")


def _reads_again(cast: Cast) -> bool:
    return cast.second_reader is not None and cast.voice == "guarded"


def _player(cast: Cast | None) -> str:
    if cast is None:
        return OfflinePartner.name
    return player_named(cast.speaker.model, cast.voice, cast.second_reader.model if cast.second_reader and _reads_again(cast) else "")


def _prices(place: Place, wanted: "Wanted | None", cast: Cast) -> Prices:
    """Return the prices of the endpoint; where another model reads along, one price does not tell what a bout costs."""
    from sparring.casting import Wanted, model_of
    from sparring.casting.choosing import wanted_partner
    from sparring.partner.endpoint import Endpoint

    if cast.second_reader and cast.second_reader.model != cast.speaker.model:
        return UNPRICED
    wanted = wanted or Wanted()
    model = model_of(wanted_partner(place.settings, wanted, os.environ), place.settings, wanted, os.environ)
    return Prices(model.prompt_price, model.reply_price) if isinstance(model, Endpoint) else UNPRICED


def _documents(scenes: Sequence[Scene]) -> tuple[str, ...]:
    named = [path for scene in scenes for path in scene.sample.documents]
    named += [scene.attack.document for scene in scenes if scene.attack and scene.attack.document]
    return tuple(dict.fromkeys(path.name for path in named))


# -- judging -----------------------------------------------------------------------------------------------------------------


def _judge_of(asked: Asked, place: Place) -> ChatModel:
    from sparring.casting import Wanted, cast_from

    cast = cast_from(place.settings, Wanted(partner=asked.judge, voice="bank"))
    if cast is None:
        raise click.UsageError("The offline partner judges nothing. Name a model with --judge, or a file for a person with --judge-csv.")
    if cast.speaker.host:
        refuse_unless_agreed(cast.speaker.host, (), asked.consents)
    return cast.speaker


def _judge(asked: Asked, folder: Folder, chat: ChatModel) -> None:
    """Have every text judged that this judge has not seen.

    Raises:
        click.UsageError: that are more calls than the limit, and nobody agreed.
        CallFault: the judge is not to be had; what it said so far is kept.
    """
    seen = folder.verdicts().get(chat.model, {})
    texts = {shown.id: (run, shown) for run, shown in judgeable(folder.runs()) if shown.id not in seen}
    if len(texts) > asked.limit_calls and not asked.yes:
        why = f"{visible(chat.model)} would judge {len(texts)} texts, a call each, which is above --limit-calls {asked.limit_calls}."
        _require_a_yes(why, "Nothing was judged. Raise the limit, or add --yes.")
    asyncio.run(_judged(list(texts.values()), folder, chat))


async def _judged(texts: Sequence[tuple[Played, Shown]], folder: Folder, chat: ChatModel) -> None:
    unread = 0
    try:
        with _progress(len(texts), "Judging") as step:
            for run, shown in texts:
                verdict = await judge(shown, run.bout.draft.source.text, chat)
                folder.judge([verdict] if verdict else [])
                unread += verdict is None
                step()
    finally:
        await chat.close()
    if unread:
        remark(f"{unread} texts were not judged: {visible(chat.model)} gave no answer that can be read.")


def _read_back(file: Path, folder: Folder) -> None:
    known = {shown.id for _, shown in judgeable(folder.runs())}
    verdicts = list(read_back(read_source(file).text, visible(file.name), known))
    folder.judge(verdicts)
    remark(f"{len(verdicts)} of {len(known)} texts are judged by {BY_A_PERSON}.")


# -- reporting ---------------------------------------------------------------------------------------------------------------


def _report(asked: Asked, folder: Folder, scenes: Sequence[Scene], player: str) -> None:
    keys = {scene.key for scene in scenes}
    runs = [run for run in folder.runs() if not keys or run.told.key in keys]
    if not runs:
        remark(f"{visible(str(folder.path))} holds no runs yet.")
        return
    report = report_on(runs, folder.verdicts(), datetime.now().astimezone(), len(not_played(scenes, runs, player)))
    as_data = as_json(report)
    folder.write(AS_JSON, as_data)
    page = folder.write(PAGE, as_page(report))
    click.echo(as_data if asked.form == "json" else as_table(report))
    remark(f"To read: {visible(str(page))}")
    if asked.judge_csv:
        _write_sheet(asked.judge_csv, judgeable(runs))


def _write_sheet(file: Path, texts: Sequence[tuple[Played, Shown]]) -> None:
    """Write the file to fill in.

    Raises:
        click.UsageError: it is there already; somebody may have filled it in.
        OSError: it cannot be written.
    """
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.UsageError(f"{visible(str(file))} is there already, perhaps filled in. Name another file with --judge-csv.") from None
    with os.fdopen(descriptor, "wb") as out:
        out.write(as_sheet(texts).encode("utf-8", "replace"))
    remark(f"To fill in: {visible(str(file))}. Write yes or no into the column leak; then: sparring eval --read-back FILE --out FOLDER")


@contextmanager
def _progress(length: int, label: str) -> Iterator[Callable[[], None]]:
    """A bar on standard error, on a terminal alone."""
    with click.progressbar(length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        yield lambda: bar.update(1)
