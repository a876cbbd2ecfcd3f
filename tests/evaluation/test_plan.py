"""Which bouts are fought, on what, and how many calls that is."""

from pathlib import Path

import pytest

from sparring.evaluation.attacks import AttacksError, attacks_in_documents, read_attacks
from sparring.evaluation.plan import Scene, estimate, scenes_of
from sparring.evaluation.played import after_opening, answers_of
from sparring.evaluation.playing import play
from sparring.evaluation.samples import Sample, samples_at
from sparring.evaluation.scripts import TEMPERS
from tests.bouts import FLAWED, draft_of
from tests.evaluation.partners import ATTACK, SAMPLE, Honest, always, normal, under_attack


def scenes(length: int = 2) -> list[Scene]:
    return list(scenes_of([SAMPLE], [ATTACK], turns=length, rounds=length, repeats=1))


def test_every_attack_and_every_temper_meets_every_draft_as_often_as_asked() -> None:
    two = [SAMPLE, Sample("other.md", draft_of(FLAWED + "\n"))]
    plan = list(scenes_of(two, [ATTACK], turns=2, rounds=2, repeats=3))
    assert len(plan) == 2 * 3 * (1 + len(TEMPERS))
    assert len({scene.key for scene in plan}) == len(plan)
    assert not list(scenes_of(two, [], turns=2, rounds=2, repeats=3, bouts=False))


def test_another_draft_attack_or_length_is_another_bout() -> None:
    keys = {scene.key for scene in scenes()}
    assert keys == {scene.key for scene in scenes()}
    assert keys.isdisjoint(scene.key for scene in scenes(length=3))


@pytest.mark.parametrize("scene", [under_attack(turns=4), *(normal(temper, rounds=3) for temper in TEMPERS)])
async def test_a_bout_takes_no_more_challenges_and_answers_than_were_estimated(scene: Scene) -> None:
    played = await play(scene, always(Honest))
    assert 0 < len(after_opening(played)) <= scene.challenges
    assert 0 < len(list(answers_of(played))) <= scene.answers


def test_a_second_reader_doubles_the_challenges_and_no_estimate_is_above_the_most() -> None:
    alone, read = estimate(scenes(), second_reader=False), estimate(scenes(), second_reader=True)
    assert read.calls - alone.calls == sum(scene.challenges for scene in scenes())
    assert read.most_calls == alone.most_calls >= read.calls
    assert estimate([], second_reader=True).calls == 0
    assert estimate(scenes(), second_reader=True, context_tokens=2_000).prompt_tokens < read.prompt_tokens


def test_attacks_are_read_line_by_line() -> None:
    [attack] = read_attacks('\n{"id": "A1", "kind": "k", "text": "t", "more": 1}\n', "attacks.jsonl")
    assert (attack.id, attack.kind, attack.text) == ("A1", "k", "t")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no attacks"),
        ("nonsense", "line 1 is not JSON"),
        ('{"id": "a", "kind": "k"}', 'line 1 needs "id", "kind" and "text"'),
        ('{"id": "a", "kind": "k", "text": 5}', "line 1 needs"),
        ('{"id": "a", "kind": "k", "text": "t"}\n' * 2, "line 2: the id"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_file_of_attacks_that_cannot_be_used_says_where(text: str, says: str) -> None:
    with pytest.raises(AttacksError, match=says):
        read_attacks(text, "attacks.jsonl")


def test_folders_hold_drafts_workspaces_and_documents_with_orders(tmp_path: Path) -> None:
    for name in ("one.md", "team/draft.md", "team/strategy.md", "orders/policy.md", "orders/picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(FLAWED, "utf-8")
    samples = list(samples_at([tmp_path / "one.md", tmp_path / "team"]))
    assert [(sample.name, [path.name for path in sample.documents]) for sample in samples] == [
        ("one.md", []), ("team/draft.md", ["strategy.md"]),
    ]  # fmt: skip
    assert [sample.name for sample in samples_at([tmp_path])] == ["one.md", "team/draft.md"]
    assert [attack.id for attack in attacks_in_documents(tmp_path / "orders")] == ["policy.md"]
    with pytest.raises(AttacksError, match="There is no document at"):
        attacks_in_documents(tmp_path / "missing.md")


def test_drafts_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    paths = [tmp_path / "a" / "draft.md", tmp_path / "b" / "draft.md"]
    for path in paths:
        path.parent.mkdir()
        path.write_text(FLAWED, "utf-8")
    assert [sample.name for sample in samples_at(paths)] == ["a/draft.md", "b/draft.md"]
