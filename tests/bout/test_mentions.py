from sparring.bout.mentions import line_described, named_items
from tests.bouts import draft_of


def test_a_line_is_found_by_its_place_or_by_the_authors_label() -> None:
    draft = draft_of()
    second = draft.objectives[1]
    assert named_items(["KR2 would show it first"], draft, second) == (second.key_results[1].key,)
    assert named_items(["o1.kr3, if anything"], draft, second) == (draft.objectives[0].key_results[2].key,)


def test_a_bare_number_is_no_line() -> None:
    draft = draft_of()
    assert named_items(["2 of 5 lockers in week 3"], draft, draft.objectives[0]) == ()


def test_a_label_of_figures_alone_is_a_line_where_somebody_points_at_it() -> None:
    draft = draft_of(
        "# Plans\n\n**O1. Nights stay quiet**\n\n  1.1 Gates that squeak from 2.1 to 0.5 a night\n  1.2 Lamps on after midnight: 40 to 12\n"
    )
    first, second = draft.objectives[0].key_results
    assert (first.label, second.label) == ("1.1", "1.2")
    assert named_items(["we measure it on 1.2, every Monday"], draft, None) == (second.key,)
    assert named_items(["1.2 per night is what we have"], draft, None) == ()
    assert named_items(["the gates went from 2.1 to 1.1"], draft, None) == ()


def test_an_item_can_be_called_by_its_place() -> None:
    draft = draft_of()
    first, second = draft.objectives
    assert named_items(["The second objective is what we want"], draft, first) == (second.key,)
    assert named_items(["Am letzten Ziel hängt alles"], draft, first) == (second.key,)
    assert named_items(["it shows in the third key result"], draft, first) == (first.key_results[2].key,)
    assert named_items(["the first customer called, and the fourth objective"], draft, first) == ()


def test_a_line_is_known_by_the_words_that_it_shares_with_what_was_said() -> None:
    draft = draft_of()
    described = line_described("Nobody asked the couriers what the handbook is for", draft)
    assert described
    assert described.text == "Publish the courier handbook"
    assert line_described("We never asked anybody", draft) is None
