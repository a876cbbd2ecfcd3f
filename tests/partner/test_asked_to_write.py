"""What is said when the team asks the partner to write."""

from hypothesis import given
from hypothesis import strategies as some

from sparring.partner.asked_to_write import reply_to_asking
from sparring.speech import LANGUAGES, speech


@given(some.lists(some.integers(0, 2**32), min_size=20, max_size=20), some.sampled_from(sorted(LANGUAGES)))
def test_no_two_are_the_same_until_all_were_said_then_the_oldest_returns(seeds: list[int], language: str) -> None:
    made: list[str] = []
    for seed in seeds:
        made.append(reply_to_asking(made, seed, language))
    every = len(speech(language).asked_to_write)
    assert all(len(set(made[place : place + every])) == every for place in range(len(made) - every + 1))
