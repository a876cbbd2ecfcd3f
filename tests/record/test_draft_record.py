from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from sparring.draft.model import Draft, KeyResult, Objective, Region, Remark, Segment
from sparring.record.codec import decode_line, encode_line, next_entry
from sparring.record.draft_record import draft_of, record_of
from sparring.record.events import DraftRead
from sparring.text import Source, Span
from tests.record.every_event import BEGIN

TEXT = "Goals\r\nO1 Trust\r\n KR 40 clubs (Íñigo)\r\nKR: stray\r\n## Team B\r\nO2 Speed\r\nnote\r\n???"
SEGMENTS = (Segment(Span(0, 5), Span(10, 15)),)
DRAFT = Draft(
    source=Source("okrs.md", TEXT, "cp1252", guessed=True, path=Path("okrs") / "okrs.md"),
    language="en",
    format="markdown",
    title="Goals",
    objectives=(
        Objective(
            id="O1",
            key="a",
            label="O1",
            text="Trust",
            segments=SEGMENTS,
            lines=(2, 2),
            fields={"status": "draft"},
            key_results=(
                KeyResult(
                    id="O1.KR1", key="b", label="KR", text="40 clubs", segments=(), lines=(3, 3), fields={"owner": "Íñigo"}, target="40"
                ),
                KeyResult(id="O1.KR2", key="c", label="", text="", segments=(), lines=(3, 3), baseline=""),
            ),
        ),
        Objective(id="O2", key="d", label="O2", text="Speed", segments=(), lines=(6, 6), parent="O1"),
    ),
    unplaced_key_results=(KeyResult(id="KR1", key="e", label="", text="stray", segments=(), lines=(4, 4)),),
    notes=(Remark(Span(66, 70), (7, 7), "note"),),
    unplaced=(Remark(Span(72, 75), (8, 8), "???"),),
    regions=(Region(Span(0, len(TEXT)), "unplaced"),),
)


def test_a_draft_comes_back_whole_but_for_its_regions() -> None:
    assert draft_of(record_of(DRAFT)) == replace(DRAFT, regions=())


def test_a_draft_comes_back_whole_from_a_line_of_the_transcript() -> None:
    line = encode_line(next_entry(None, DraftRead(draft=record_of(DRAFT)), BEGIN, "0" * 32))
    event = decode_line(line).event
    assert isinstance(event, DraftRead)
    assert draft_of(event.draft) == replace(DRAFT, regions=())


def test_pasted_text_has_no_path() -> None:
    pasted = replace(DRAFT, source=Source("pasted text", TEXT))
    assert draft_of(record_of(pasted)).source.path is None


def test_the_digest_of_the_text_is_kept() -> None:
    record = record_of(DRAFT)
    assert record.digest == DRAFT.source.digest == draft_of(record).source.digest


@given(st.lists(st.integers(0, 3), max_size=5), st.integers(0, 3))
def test_every_key_result_keeps_its_objective(sizes: list[int], stray: int) -> None:
    def result(place: str) -> KeyResult:
        return KeyResult(id=place, key=f"key of {place}", label="", text=place, segments=(), lines=(1, 1))

    objectives = tuple(
        Objective(
            id=f"O{number}",
            key=f"o{number}",
            label="",
            text="",
            segments=(),
            lines=(1, 1),
            key_results=tuple(result(f"O{number}.KR{each}") for each in range(size)),
        )
        for number, size in enumerate(sizes)
    )
    draft = Draft(
        source=Source("x", ""),
        language="und",
        format="text",
        objectives=objectives,
        unplaced_key_results=tuple(result(f"KR{each}") for each in range(stray)),
    )
    assert draft_of(record_of(draft)) == draft
