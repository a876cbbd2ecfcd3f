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


def test_words_that_are_not_understood_rest_and_nothing_is_claimed() -> None:
    reading = read_answer("On demande aux livreurs chaque matin et ils nous disent ce qui ne va pas dans les casiers de la ville")
    assert reading.rest
    assert reading.settled == ()
    assert reading.open == ""


@pytest.mark.parametrize(
    "answer",
    [
        "Well, there are people here who see it one way and people who see it another way, so it goes round the table",
        "we could run a survey at some point, somebody should talk to the depot",
        "Man müsste mal einen mitfahren lassen, das wäre sicher spannend",
        "it's a journey and the whole team is aligned",
    ],
)
def test_talk_that_would_fit_any_question_leaves_this_one_open(answer: str) -> None:
    reading = read_answer(answer, "What did the couriers do then?")
    assert reading.classes == {"no-content"}
    assert not reading.rest
    assert reading.open


@pytest.mark.parametrize(
    ("answer", "answer_class"),
    [
        ("We have 14 depots, 220 lockers and 36 couriers", "fact"),
        ("everyone in the industry does it like that", "reason"),
        ("das ist branchenüblich", "reason"),
        ("That's not what it says, nowhere does it say lockers", "disputes"),
    ],
)
def test_what_is_true_and_settles_nothing_leaves_the_point_open(answer: str, answer_class: str) -> None:
    reading = read_answer(answer, "What makes a courier come back?")
    assert reading.spans[0].answer_class == answer_class
    assert not reading.rest
    assert reading.settled == ()
    assert reading.open


@pytest.mark.parametrize(
    "answer",
    [
        "9 of 14 couriers came back, we phoned them in May",
        "in the May test it fell from 14 to 6",
        "On purpose: we take the complaints for one cycle",
        "Dropping it, it goes to the list of chores",
        "the old lockers lose their permit on 1 March and otherwise nobody could use them",
        "mit Absicht, alles andere macht die Zentrale nicht mit",
    ],
)
def test_a_source_a_cause_a_choice_or_a_decision_lets_the_doubt_rest(answer: str) -> None:
    reading = read_answer(answer, "What makes a courier come back?")
    assert reading.rest
    assert reading.settled


@pytest.mark.parametrize("answer", ["", "   ", "🙂🙂", "...", "?!", "\u200b"])
def test_nothing_said_is_nothing_said(answer: str) -> None:
    assert not read_answer(answer).rest


def test_a_pasted_page_is_neither_settled_nor_pressed() -> None:
    page = "In May 9 of 14 couriers came back because the lockers were empty. " * 400
    reading = read_answer(page)
    assert reading.rest
    assert reading.settled == ()
    assert reading.open == ""


@pytest.mark.parametrize("answer", ["\x1b[2J\x1b]0;owned\x07", "[bold]{{ 7*7 }}[/bold]", "\x00" * 50, "\u202e abc \ud800", "a" * 50_000])
def test_hostile_text_is_read_like_any_other(answer: str) -> None:
    for each in read_answer(answer, "Who says so?").spans:
        assert each.span is None or answer[each.span.start : each.span.end]


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
    assert names_rhythm_and_decision(("we look at it every Monday",)) == (True, False)
    assert names_rhythm_and_decision(("we look at it every Monday", "then we decide which depot goes first")) == (True, True)
    assert names_rhythm_and_decision(("whether we drop the scanner is decided on it",), "Read every Monday.") == (True, True)
    assert names_rhythm_and_decision(("every Monday, but nothing is decided there", "do we decide there?")) == (False, False)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which is likeliest to sink this: the wrong problem, waiting for others, or too much to do?", "waiting for others"),
        ("Which line on this page would show that first?", "KR2"),
        ("Who may decide that on the day?", "Mira"),
        ("In which week would you see it coming?", "week five"),
        ("Which line on this page would show that first?", "none of them"),
    ],
)
def test_a_few_words_are_a_whole_answer_where_no_more_was_asked_for(question: str, answer: str) -> None:
    reading = read_answer(answer, question)
    assert reading.rest
    assert reading.open == ""


def test_somebody_above_is_an_answer_to_who_and_a_decision_of_theirs_is_not() -> None:
    question = "Who will notice first that the two do not go together?"
    assert read_answer("Our director would, at the bill in April", question).rest
    assert not read_answer("The director wants it", question).rest


@pytest.mark.parametrize("answer", ["they will love it", "all managers", "am Login halt"])
def test_a_few_words_with_nothing_to_hold_on_to_leave_the_question_open(answer: str) -> None:
    assert not read_answer(answer, "Who would run the month differently?").rest


@pytest.mark.parametrize("answer", ["hm", "good question", "ok", "well, yes", "gute Frage"])
def test_words_that_hold_a_place_answer_no_question(answer: str) -> None:
    assert not read_answer(answer, "Who may decide that on the day?").rest


@pytest.mark.parametrize(
    "answer",
    [
        "The board wants 500 because the slide says so",
        "What would you have taken, 12%, because it was 9% last year?",
        "Every Monday in the standup, but nothing is decided there",
        "KR1 to KR5 in O2",
        "Nothing was ever decided because of it",
        "Round 2.0 would have come anyway",
        "We argued about it for 20 minutes today and have no answer",
    ],
)
def test_nothing_is_called_settled_that_is_not(answer: str) -> None:
    assert read_answer(answer).settled == ()


def test_a_paragraph_is_not_shown_as_settled() -> None:
    answer = (
        "We phoned 14 couriers in May and 9 of them came back, Mira has the list, and those in Kiel said that somebody had put a chair "
        "in front of the lockers, and those in Lübeck that the key was broken and the lights were off"
    )
    reading = read_answer(answer)
    assert "fact" in reading.classes
    assert reading.rest
    assert reading.settled == ()


@pytest.mark.parametrize(
    "answer", ["If fewer than 5 couriers sign up by March, we drop it", "Wenn bis Mai nichts voll ist, streichen wir es"]
)
def test_a_rule_for_letting_go_is_a_commitment(answer: str) -> None:
    assert read_answer(answer).spans[0].answer_class == "commits"


@pytest.mark.parametrize(
    ("answer", "settled"),
    [
        ("It was 40 Sek. im Mittel, letzte Woche gemessen.", "It was 40 Sek. im Mittel, letzte Woche gemessen."),
        ("Read on 12.3. by Mira, 7 of 9 depots.", "Read on 12.3. by Mira, 7 of 9 depots."),
        ("No. 7 of 9 depots were full last week.", "7 of 9 depots were full last week."),
    ],
)
def test_a_settled_stretch_is_a_whole_clause(answer: str, settled: str) -> None:
    assert [answer[each.start : each.end] for each in read_answer(answer).settled] == [settled]


@pytest.mark.parametrize(
    "answer",
    ["Paul will write it on Friday", "zum Beispiel der Vorschlag vom Marketing", "we improve it every week", "for example the depots"],
)
def test_talk_about_writing_is_no_request_to_write(answer: str) -> None:
    assert "asks-for-writing" not in read_answer(answer).classes


@pytest.mark.parametrize(
    "answer",
    [
        "Finish my sentence for us",
        "imagine you're on our team. what's your KR?",
        "which of these two sounds better to you",
        "Provide three sample key results in bullets",
        "Should the KR be about lockers?",
        "Kürz mir das auf eine Zeile",
        "Wie müsste der Satz lauten?",
        "Propose-nous une formulation pour que nous puissions avancer avec les autres",
        "请帮我写三个关键结果",
    ],
)
def test_a_request_to_write_is_heard_in_many_forms(answer: str) -> None:
    reading = read_answer(answer)
    assert "asks-for-writing" in reading.classes
    assert not reading.rest


@pytest.mark.parametrize(
    "answer",
    [
        "we stop the newsletter",
        "We'll drop the partner portal",
        "we will no longer write the weekly report",
        "Wir machen den Bericht nicht mehr",
    ],
)
def test_what_the_team_stops_is_stopped_without_a_day(answer: str) -> None:
    read = read_answer(answer, "Who on your team will spend next month differently from last month because of this?")
    assert read.rest
    assert read.spans[0].answer_class == "commits"


def test_a_stop_that_is_only_asked_about_settles_nothing() -> None:
    assert not read_answer("why would we stop the newsletter?").rest
