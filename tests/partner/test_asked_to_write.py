"""What is said when the team asks the partner to write."""

from hypothesis import given
from hypothesis import strategies as some

from sparring.partner.asked_to_write import phrasings, reply_to_asking


@given(some.lists(some.integers(0, 2**32), min_size=20, max_size=20))
def test_no_two_are_the_same_until_all_were_said_then_the_oldest_returns(seeds: list[int]) -> None:
    made: list[str] = []
    for seed in seeds:
        made.append(reply_to_asking(made, seed))
    every = len(phrasings())
    assert all(len(set(made[place : place + every])) == every for place in range(len(made) - every + 1))
