from sparring.bout.mentions import named_items
from tests.bouts import draft_of


def test_a_line_is_found_by_its_place_or_by_the_authors_label() -> None:
    draft = draft_of()
    second = draft.objectives[1]
    assert named_items(["KR2 would show it first"], draft, second) == (second.key_results[1].key,)
    assert named_items(["o1.kr3, if anything"], draft, second) == (draft.objectives[0].key_results[2].key,)


def test_a_bare_number_is_no_line() -> None:
    draft = draft_of()
    assert named_items(["2 of 5 lockers in week 3"], draft, draft.objectives[0]) == ()
