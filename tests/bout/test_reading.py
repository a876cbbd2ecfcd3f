import pytest

from sparring.bout.reading import names_rhythm_and_decision, read_answer


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("", "no-content"),
        ("ok", "no-content"),
        ("We don't know yet", "dont-know"),
        ("Das wissen wir noch nicht", "dont-know"),
        ("61% of lockers were full last Monday", "fact"),
        ("because the couriers stop at noon and nobody empties them after", "reason"),
        ("The CEO put it in and that's that", "authority"),
        ("Mira asks the depot on Thursday", "commits"),
        ("Can you rewrite it for us?", "asks-for-writing"),
        ("give me a better key result", "asks-for-writing"),
        ("Kannst du das umformulieren?", "asks-for-writing"),
        ("You misread this, the number leaves out the depots", "disputes"),
        ("Which depots do you mean, the ones in the north or the ones by the river?", "counter-question"),
    ],
)
def test_an_answer_is_read_for_what_it_is_above_all(answer: str, expected: str) -> None:
    reading = read_answer(answer)
    assert reading.spans[0].answer_class == expected


@pytest.mark.parametrize("answer", ["61% of lockers were full last Monday", "because nobody empties them after noon"])
def test_a_fact_and_a_reason_let_the_doubt_rest_and_are_shown_as_settled(answer: str) -> None:
    reading = read_answer(answer)
    assert reading.rest
    assert reading.open == ""
    assert [answer[stretch.start : stretch.end] for stretch in reading.settled] == [answer]


def test_an_unsure_reading_rests_and_claims_nothing() -> None:
    reading = read_answer("Well, there are people here who see it one way and people who see it another way, so it goes round the table")
    assert reading.rest
    assert reading.settled == ()
    assert reading.open == ""


def test_not_knowing_leaves_open_what_must_be_learned() -> None:
    reading = read_answer("no idea, honestly")
    assert not reading.rest
    assert "learn" in reading.open


def test_every_span_is_a_stretch_of_the_answer() -> None:
    answer = "Honestly?\n  We don't know. Mira asks the depot on Thursday; 3 of 5 lockers were full last week.\n"
    for span in read_answer(answer).spans:
        assert span.span is not None
        words = answer[span.span.start : span.span.end]
        assert words
        assert words == words.strip()


def test_a_rhythm_alone_is_no_decision() -> None:
    assert not names_rhythm_and_decision(("we look at it every Monday",))
    assert names_rhythm_and_decision(("we look at it every Monday", "then we decide which depot goes first"))
