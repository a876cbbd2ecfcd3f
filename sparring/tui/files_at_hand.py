"""Finds files without a file manager: drafts that lie near, the strategy beside a draft, and what a typed path may become."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from sparring.documents.formats import DOCUMENT_ENDINGS
from sparring.documents.reading import LARGEST_DOCUMENT
from sparring.text import LARGEST_SOURCE

DRAFT_ENDINGS = frozenset({".md", ".markdown", ".txt", ".yaml", ".yml", ".json", ".csv", ".tsv"}) | DOCUMENT_ENDINGS
PASSED_OVER = frozenset({"transcripts", "node_modules", "__pycache__", "site-packages", "venv", "dist", "build", "target"})
_STRATEGY_ENDINGS = frozenset({".md", ".markdown", ".txt"}) | DOCUMENT_ENDINGS
STRATEGY_NAMES = ("strategy", "strategie", "context", "vision", "docs")
"""What people call the folder or file beside a draft that says why; the surest first."""

MOST_LOOKED_AT = 3000
"""Folder entries: a home folder must not keep anybody waiting."""

MOST_OFFERED = 200
_TELLING = ("okr", "objective", "key-result", "goal", "draft", "ziele")


@dataclass(frozen=True, slots=True)
class Offer:
    """A path that may be meant: as it would be typed, and where it is."""

    typed: str
    path: Path
    is_folder: bool = False


def drafts_at_hand(folder: Path) -> tuple[Offer, ...]:
    """Return the files of `folder` and its folders that may hold a draft, the likeliest first; what cannot be read is not offered."""
    found: list[tuple[tuple[bool, bool, float], Offer]] = []
    looked_at = 0
    for depth, place in enumerate((folder, *_folders(folder))):
        for entry in _entries(place):
            looked_at += 1
            if looked_at > MOST_LOOKED_AT:
                break
            if (changed := _draft_changed(entry)) is None:
                continue
            relative = os.path.relpath(entry.path, folder)
            telling = any(word in relative.lower() for word in _TELLING)
            found.append(((not telling, depth > 0, -changed), Offer(relative, Path(entry.path))))
    found.sort(key=lambda each: (each[0][:2], each[0][2], each[1].typed))
    return tuple(offer for _, offer in found[:MOST_OFFERED])


def folders_at_hand(folder: Path) -> tuple[Offer, ...]:
    """Return the folders in `folder` and beside it; what cannot be read is not offered."""
    inside = [Offer(f"{each.name}{os.sep}", each, is_folder=True) for each in _folders(folder)]
    beside = [Offer(os.path.join("..", each.name, ""), each, is_folder=True) for each in _folders(folder.parent) if each != folder]  # noqa: PTH118
    return (*inside, *beside)[:MOST_OFFERED]


def strategy_at_hand(draft: Path | None, folder: Path) -> Path | None:
    """Return the folder or document beside the draft, or in `folder`, that is called like a strategy."""
    for place in dict.fromkeys([*([draft.parent] if draft else []), folder]):
        entries = sorted(_entries(place), key=lambda entry: entry.name)
        for name in STRATEGY_NAMES:
            for entry in entries:
                path = Path(entry.path)
                if path == draft or not entry.name.lower().startswith(name):
                    continue
                if _is_folder(entry) or path.suffix.lower() in _STRATEGY_ENDINGS:
                    return path
    return None


def meant(typed: str, folder: Path) -> Path:
    """Return the path that `typed` names, seen from `folder`; quotation marks and escaped spaces of a shell are understood."""
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif "\\ " in text and not (folder / text).exists():
        text = text.replace("\\ ", " ")
    if text.startswith("file://"):
        from urllib.parse import unquote

        text = unquote(text.removeprefix("file://"))
    return folder / Path(text).expanduser() if text else folder


def offers_for(typed: str, folder: Path, at_hand: tuple[Offer, ...], *, folders_too: bool = True) -> tuple[Offer, ...]:
    """Return what `typed` may become: the files at hand that hold it, or what lies in the folder that it names."""
    if not typed.strip():
        return at_hand
    named = tuple(_beginning_with(typed, folder, folders_too=folders_too))
    if os.sep in typed or typed.startswith("~"):
        return named[:MOST_OFFERED]
    wanted = typed.strip().lower()
    holding = tuple(offer for offer in at_hand if wanted in offer.typed.lower())
    paths = {offer.path for offer in holding}
    return (*holding, *(offer for offer in named if offer.path not in paths))[:MOST_OFFERED]


def completed(typed: str, folder: Path, at_hand: tuple[Offer, ...]) -> str:
    """Return `typed` as far as the tab key can complete it; `typed` itself where nothing or too much fits."""
    named = [offer.typed for offer in _beginning_with(typed, folder)]
    if not named:
        holding = [offer.typed for offer in offers_for(typed, folder, at_hand)]
        return holding[0] if len(holding) == 1 else typed
    if len(named) == 1:
        return named[0]
    alike = zip(*(name.lower() for name in named), strict=False)
    common = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, alike))
    return named[0][:common] if common > len(typed) else typed


def _beginning_with(typed: str, folder: Path, *, folders_too: bool = True) -> Iterator[Offer]:
    """Yield what lies where `typed` points and begins like it: folders, and files that may be drafts."""
    head, _, start = typed.rpartition(os.sep)
    lead = f"{head}{os.sep}" if os.sep in typed else ""
    if not lead and start in ("~", ".", ".."):
        yield Offer(f"{start}{os.sep}", Path(start).expanduser(), is_folder=True)
        return
    try:
        place = folder / Path(lead).expanduser() if lead else folder
    except RuntimeError:
        return
    for entry in sorted(_entries(place), key=lambda entry: entry.name.lower()):
        if not entry.name.lower().startswith(start.lower()) or (entry.name.startswith(".") and not start.startswith(".")):
            continue
        if _is_folder(entry):
            if folders_too:
                yield Offer(f"{lead}{entry.name}{os.sep}", Path(entry.path), is_folder=True)
        elif Path(entry.name).suffix.lower() in DRAFT_ENDINGS:
            yield Offer(f"{lead}{entry.name}", Path(entry.path))


def _folders(folder: Path) -> list[Path]:
    inside = (entry for entry in _entries(folder) if not entry.name.startswith(".") and entry.name not in PASSED_OVER)
    return sorted(Path(entry.path) for entry in inside if _is_folder(entry))


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return [entry for _, entry in zip(range(MOST_LOOKED_AT), entries, strict=False)]
    except (OSError, ValueError):
        return []


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _draft_changed(entry: "os.DirEntry[str]") -> float | None:
    """Return when a file that may be a draft was changed; None for everything else."""
    ending = Path(entry.name).suffix.lower()
    # Office programs put a file "~$name" beside each that is open.
    if entry.name.startswith((".", "~$")) or ending not in DRAFT_ENDINGS:
        return None
    largest = LARGEST_DOCUMENT if ending in DOCUMENT_ENDINGS else LARGEST_SOURCE
    try:
        state = entry.stat()
        return state.st_mtime if entry.is_file() and 0 < state.st_size <= largest else None
    except OSError:
        return None
