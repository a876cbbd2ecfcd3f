"""Documents that were read before: what is kept of them, where, and that no entry can do harm."""

import os
import resource
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.library import cache as cache_module
from sparring.library.cache import UNUSED_FOR, LibraryCache, entry_name
from sparring.library.folder import LibraryReading, open_library
from sparring.library.indexed import IndexedDocument, indexed
from sparring.library.passages import passages_of
from sparring.library.search import PassageLibrary
from sparring.library.stored import NotAnEntry, as_bytes, from_bytes
from sparring.text import Source

ITEM = "Couriers of shop 17 reach the loading ramp inside the window"
LARGE = "# Plan\n\n## Bets\n\n" + "\n".join(
    f"- Shop {number} tells its couriers the window for loading ramp {number * 7} by message." for number in range(300)
)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.md"
    path.write_text(LARGE)
    return path


def read(path: Path, kept: Path) -> LibraryReading:
    return open_library([path], LibraryCache(kept))


def same(first: LibraryReading, second: LibraryReading) -> bool:
    return (
        first.problems == second.problems
        and first.library.documents == second.library.documents
        and list(first.library.passages) == list(second.library.passages)
        and first.library.bearing_on(ITEM) == second.library.bearing_on(ITEM)
    )


def entries(kept: Path) -> list[Path]:
    return sorted(kept.iterdir()) if kept.is_dir() else []


def stands_for(path: Path, text: str, kept: Path) -> None:
    """Keep something else under the name of the document's entry, so that it shows whether the entry is used."""
    other = indexed(passages_of(Source("other.md", text), "other.md"), "0" * 64)
    LibraryCache(kept).keep(entry_name(path.read_bytes(), path.suffix), other)


def test_a_large_document_comes_from_the_cache_the_second_time_just_as_it_was(plan: Path, kept: Path) -> None:
    first = read(plan, kept)
    assert len(entries(kept)) == 1
    assert same(read(plan, kept), first)
    stands_for(plan, "Taken from the cache.", kept)
    assert [passage.text for passage in read(plan, kept).library.passages] == ["Taken from the cache."]


def test_a_document_that_changed_is_read_anew(plan: Path, kept: Path) -> None:
    read(plan, kept)
    plan.write_text(LARGE + "\n- One more thing.")
    assert read(plan, kept).library.passages[-1].text == "One more thing."


def test_a_document_found_again_goes_by_its_name_of_today(plan: Path, kept: Path) -> None:
    read(plan, kept)
    moved = plan.rename(plan.with_name("strategy.md"))
    assert {passage.file for passage in read(moved, kept).library.passages} == {"strategy.md"}


def test_small_documents_are_not_kept(tmp_path: Path, kept: Path) -> None:
    small = tmp_path / "small.md"
    small.write_text("- Couriers ring once.\n")
    assert len(read(small, kept).library.passages) == 1
    assert entries(kept) == []


def test_a_handbook_of_the_method_stays_one_in_the_cache(tmp_path: Path, kept: Path) -> None:
    handbook = tmp_path / "handbook.md"
    handbook.write_text("\n".join(f"- OKRs, rule {number}: objectives come before key results in our method." for number in range(300)))
    first = read(handbook, kept)
    assert len(entries(kept)) == 1
    assert "explains how OKRs work" in first.problems[0]
    assert read(handbook, kept).problems == first.problems


def test_rules_that_changed_leave_old_entries_alone(plan: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stands_for(plan, "Made by other rules.", kept)
    monkeypatch.setattr(cache_module, "_rules", lambda: b"rules of tomorrow")
    assert len(read(plan, kept).library.passages) == 300


def test_nobody_else_can_read_what_is_kept(plan: Path, kept: Path) -> None:
    kept.mkdir(mode=0o777)
    kept.chmod(0o777)
    read(plan, kept)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o700
    assert [stat.S_IMODE(entry.stat().st_mode) for entry in entries(kept)] == [0o600]


def test_a_link_in_place_of_the_folder_or_an_entry_is_not_followed(plan: Path, kept: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    kept.symlink_to(elsewhere)
    assert len(read(plan, kept).library.passages) == 300
    assert entries(elsewhere) == []
    kept.unlink()
    read(plan, kept)
    (entry,) = entries(kept)
    precious = entry.rename(tmp_path / "precious")
    content = precious.read_bytes()
    entry.symlink_to(precious)
    assert len(read(plan, kept).library.passages) == 300
    assert precious.read_bytes() == content


def test_a_pipe_in_place_of_an_entry_keeps_nobody_waiting(plan: Path, kept: Path) -> None:
    read(plan, kept)
    (entry,) = entries(kept)
    entry.unlink()
    os.mkfifo(entry)
    assert len(read(plan, kept).library.passages) == 300


def test_without_a_place_to_keep_anything_documents_are_read_all_the_same(plan: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    reading = read(plan, blocked / "cache")
    assert (len(reading.library.passages), reading.problems) == (300, ())


@contextmanager
def no_room_left() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_no_matter_and_leaves_nothing_half_written(plan: Path, kept: Path) -> None:
    with no_room_left():
        reading = read(plan, kept)
    assert (len(reading.library.passages), reading.problems) == (300, ())
    assert entries(kept) == []


@pytest.mark.parametrize("damage", [b"", b"sparring passages\n", b"\0" * 100_000, "cut", "flipped"])
def test_a_damaged_entry_is_made_anew(plan: Path, kept: Path, damage: bytes | str) -> None:
    first = read(plan, kept)
    (entry,) = entries(kept)
    whole = entry.read_bytes()
    if damage == "cut":
        damage = whole[:-1]
    elif damage == "flipped":
        damage = whole[:5_000] + bytes([whole[5_000] ^ 1]) + whole[5_001:]
    assert isinstance(damage, bytes)
    entry.write_bytes(damage)
    assert same(read(plan, kept), first)
    assert entry.read_bytes() == whole


DOCUMENT = indexed(passages_of(Source("plan.md", LARGE[:1_500]), "plan.md"), "a" * 64)
WHOLE = as_bytes(DOCUMENT)
MARK = WHOLE.index(b"\n") + 1


def forged(body: bytes) -> bytes:
    """Return an entry whose check is right, whatever stands in it."""
    return WHOLE[:MARK] + crc32(body).to_bytes(4) + body


def use(document: IndexedDocument) -> None:
    library = PassageLibrary([document], ["plan.md"])
    assert all(passage.file == "plan.md" for passage in library.passages)
    for item in (ITEM, document.texts[0]):
        library.bearing_on(item, most=50)


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE) - MARK - 5), st.binary(min_size=1, max_size=4)), min_size=1, max_size=4), st.integers(0, 9)
)
@settings(max_examples=500, deadline=None)
def test_an_entry_that_somebody_forged_is_refused_or_harmless(changes: list[tuple[int, bytes]], cut: int) -> None:
    body = bytearray(WHOLE[MARK + 4 :])
    for at, new in changes:
        body[at : at + len(new)] = new
    try:
        document = from_bytes(forged(bytes(body[: len(body) - cut])))
    except NotAnEntry:
        return
    use(document)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"firsts":[0', b'"firsts":[9'),
        (b'"firsts":[0', b'"firsts":{0'),
        (b'"headings":[["Plan"', b'"headings":[[9,    9'),
        (b'"explains_method":false', b'"explains_method":12345'),
        (b'"parts":[', b'"parts":[-'),
        (b'"parts"', b'"pazts"'),
        (b'{"digest"', b'["digest"'),
        (b"aaaa", b"\xff\xff\xff\xff"),
    ],
)
def test_a_forged_header_is_refused(old: bytes, new: bytes) -> None:
    body = WHOLE[MARK + 4 :]
    assert old in body
    with pytest.raises(NotAnEntry):
        from_bytes(forged(body.replace(old, new, 1)))


def test_an_entry_is_read_back_as_it_was() -> None:
    again = from_bytes(WHOLE)
    assert as_bytes(again) == WHOLE
    assert [again.passage(number, "plan.md", 1) for number in range(len(again))] == [
        DOCUMENT.passage(number, "plan.md", 1) for number in range(len(DOCUMENT))
    ]


def test_entries_that_nobody_used_for_long_go_and_those_in_use_stay(plan: Path, kept: Path) -> None:
    read(plan, kept)
    (entry,) = entries(kept)
    long_ago = time.time() - UNUSED_FOR - 60
    os.utime(entry, (long_ago, long_ago))
    read(plan, kept)
    old = entry.with_name("0" * 64 + entry.suffix)
    old.write_bytes(b"old")
    os.utime(old, (long_ago, long_ago))
    torn = kept / ".torn.partial"
    torn.write_bytes(b"torn")
    os.utime(torn, (long_ago, long_ago))
    plan.write_text(LARGE + "\n- Another version.")
    read(plan, kept)
    assert len(entries(kept)) == 2
    assert entry in entries(kept)


def test_what_is_kept_has_a_bound_and_the_longest_unused_goes_first(tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [tmp_path / f"{number}.md" for number in range(4)]
    for number, path in enumerate(files):
        path.write_text(f"# Version {number}\n{LARGE}")
    for number, path in enumerate(files[:3]):
        read(path, kept)
        newest = max(entries(kept), key=lambda entry: entry.stat().st_mtime_ns)
        os.utime(newest, (time.time() - 3_000 + number, time.time() - 3_000 + number))
    size = entries(kept)[0].stat().st_size
    monkeypatch.setattr(cache_module, "MOST_KEPT", int(3.5 * size))
    oldest = min(entries(kept), key=lambda entry: entry.stat().st_mtime_ns)
    read(files[3], kept)
    assert len(entries(kept)) == 2
    assert oldest not in entries(kept)


def test_many_may_keep_the_same_documents_at_once(plan: Path, kept: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        readings = list(pool.map(lambda _: read(plan, kept), range(24)))
    assert all(same(reading, readings[0]) for reading in readings)
    assert len(entries(kept)) == 1


def test_the_user_s_cache_is_used_where_no_other_is_named(plan: Path, cache_of_its_own: Path) -> None:
    before = len(entries(cache_of_its_own / "sparring" / "library"))
    plan.write_text(f"{LARGE}\n- Kept at {time.time_ns()}.")
    open_library([plan])
    assert len(entries(cache_of_its_own / "sparring" / "library")) == before + 1


def test_who_wants_no_cache_has_nothing_kept_and_nothing_taken_from_it(plan: Path, cache_of_its_own: Path) -> None:
    kept = entries(cache_of_its_own / "sparring" / "library")
    plan.write_text(f"{LARGE}\n- Never kept, at {time.time_ns()}.")
    reading = open_library([plan], cache=False)
    assert reading.library.documents
    assert entries(cache_of_its_own / "sparring" / "library") == kept
