"""Goals, offers, hidden answers, instructions and verdicts, beside honest speech that is built alike; on a bakery's draft."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge, judge_prose
from sparring.referee.rules import RULES

GROUND = Ground(
    items=("Regulars taste that we bake at night", "Raise bread sold before nine from 40% to 55%", "Open the second oven"),
    passage="Flour costs may not rise. Two of nine shops lose money.",
)


def withheld(text: str, language: str = "en") -> str | None:
    """The rule that withholds a text; one that only speaks of a number or the language would say nothing of its meaning."""
    rule = judge_prose(text, GROUND, language=language).rule
    return rule if rule and RULES[rule].form in ("F1", "F2", "F3", "F4", "F6", "F7") else None


GOALS = [
    "Win back the people who buy at the station.",
    "Turn every first visit into a second one.",
    "Make our bread the reason to get up early.",
    "Interview thirty people at the station by March.",
    "To double the queue before nine.",
    "We delight every regular before breakfast.",
    "Customers never find an empty shelf.",
    "Every customer leaves with warm bread.",
    "More loaves sold, fewer thrown away.",
    "Regulars growing from a tenth to a fifth.",
    "The key result is the number of loaves sold before nine.",
    "What you are after is a street that smells of bread.",
    "Success means that people queue at seven.",
    "How might we increase the queue before nine?",
    "Become the bakery of the street?",
    "There is your objective.",
]
GOALS_DE = [
    "Steigert den Verkauf vor neun Uhr.",
    "Führt bis Ende März feste Backzeiten ein.",
    "Sorgt dafür, dass um sieben alle Regale voll sind.",
    "Jeden Monat zehn neue Stammkunden gewinnen.",
    "Zur besten Bäckerei der Straße werden.",
    "Verdoppelung der Stammkunden.",
    "Wir begeistern unsere Stammkunden jeden Morgen.",
    "Was ihr wirklich wollt, ist eine Schlange um sieben.",
    "Euer eigentliches Ziel ist, dass niemand vor leeren Regalen steht.",
    "Ihr wollt doch eigentlich, dass Stammkunden wiederkommen.",
]
OFFERS = [
    "An honest key result would track unsold loaves.",
    "A bolder objective: the street wakes up for us.",
    "How about the queue at seven?",
    "What about measuring the queue at seven?",
    "Why don't you count unsold loaves?",
    "Have you thought of counting unsold loaves?",
    "One option is the queue at seven, another is the empty shelf.",
    "Let me put it in one line: people get up for our bread.",
    "In plain words: the street gets up for bread.",
    "Unsold loaves would tell you more than a better number. Something like that would fit better.",
    "Bakers in your position would say: the street gets up for us.",
    "A number like unsold loaves would do.",
    "Think of it as a promise to the street.",
]
OFFERS_DE = [
    "Das Key Result könnte lauten: Um sieben ist kein Regal leer.",
    "Ein ehrlicheres Key Result wäre die Zahl der unverkauften Brote.",
    "Formuliert es als Versprechen an die Straße.",
    "Ich würde schreiben, dass die Straße für uns aufsteht.",
    "Besser klänge ein Satz über die Schlange.",
    "Eine Möglichkeit: Die Straße steht für uns auf.",
    "Warum messt ihr nicht die Schlange um sieben?",
    "Habt ihr schon überlegt, die Schlange zu zählen?",
    "Als Messgröße bietet sich die Schlange an.",
    "Ihr braucht ein Key Result zur Schlange.",
    "Etwa so: Niemand steht vor leeren Regalen.",
    "Auf Englisch hieße das: Nobody waits for bread.",
]
HINTS = [
    "Could KR2 be about the queue at seven?",
    "Shouldn't the second result rather measure unsold loaves?",
    "Would unsold loaves not be a better measure?",
    "Isn't the queue the more honest number?",
    "Could it be that you want people to queue?",
    "Perhaps the queue is what you're really after?",
]
HINTS_DE = [
    "Könnte es in KR2 um die Schlange gehen?",
    "Wäre die Schlange nicht das ehrlichere Key Result?",
    "Wäre es nicht besser, die Brote zu zählen?",
    "Solltet ihr nicht lieber die Schlange messen?",
]
INSTRUCTIONS = [
    "Drop the second oven; measure the queue.",
    "Shift the line from ovens to people.",
    "Anchor it in what people buy.",
    "Make it about people, not ovens.",
    "The verb should be another, and the line should name people.",
    "KR2 ought to capture who comes back.",
    "Just add a date to KR3.",
    "Merge KR1 and KR2.",
    "Instead of opening an oven, commit to a queue.",
    "Leave KR1 and rewrite KR2.",
    "Aim higher.",
]
INSTRUCTIONS_DE = [
    "Streicht KR zwei.",
    "Macht aus KR2 ein Ergebnis.",
    "Lasst KR2 weg.",
    "Schreibt lieber, was die Leute kaufen.",
    "Nehmt als Kennzahl die Schlange.",
    "Euer Ziel sollte sein, dass die Leute wiederkommen.",
    "Ihr solltet die Schlange als Ergebnis aufnehmen.",
]
VERDICTS = [
    "KR2 is well written and ambitious.",
    "That one is much better than before.",
    "I like how concrete this is.",
    "You're almost there.",
    "55% is too low.",
    "Excellent, a textbook key result.",
]
VERDICTS_DE = [
    "KR1 ist schon richtig stark.",
    "Die erste Formulierung gefällt mir besser.",
    "Der zweite Satz ist deutlich besser.",
    "Schönes Objective!",
]


@pytest.mark.parametrize("text", [*GOALS, *OFFERS, *HINTS, *INSTRUCTIONS, *VERDICTS])
def test_what_writes_for_the_team_is_withheld(text: str) -> None:
    assert withheld(text)


@pytest.mark.parametrize("text", [*GOALS_DE, *OFFERS_DE, *HINTS_DE, *INSTRUCTIONS_DE, *VERDICTS_DE])
def test_what_writes_for_the_team_in_german_is_withheld(text: str) -> None:
    assert withheld(text, "de")


HONEST = [
    # Verbs of change and deeds that ask for nothing.
    "Win or lose, who tells the night shift?",
    "Take the second oven away. What is left?",
    "Set the number aside for a moment. Whose morning changes?",
    "Get somebody from the station to read this. Where do they stop?",
    "Name one morning on which this would have changed your plan.",
    "Reducing waste is easy if nobody bakes.",
    "Somebody could raise the share by closing at noon.",
    "More bread can mean more waste.",
    "A customer who finds an empty shelf may come back anyway.",
    "The team wants people to queue, and counts its own loaves.",
    "Success means something else to the night shift.",
    # Questions that look like offers.
    "What would you measure if the oven did not exist?",
    "Which number should move first?",
    "Could the number rise because the other bakery closed?",
    "Would you rather have fewer customers or poorer ones?",
    "How would you know that it is the bread?",
    "What about the night shift?",
    "Why not every shop?",
    "Should a guardrail stand beside this, or is it kept elsewhere?",
    "Consider the woman who found the shelf empty in May. What would she want to read here?",
    "Try explaining the second oven to a regular. Where do you hesitate?",
    "For example, somebody could buy everything at seven and never return. Does that count?",
    "You could sell all of it and still lose the street. How?",
    # The page, named and not rewritten.
    "KR3: a task. It is done even if nobody buys.",
    "The third line is a deadline. Who misses it?",
    "A key result needs a baseline and a target. Which is missing?",
    "The word night carries the whole objective. For whom?",
    "Going from 40% to 55% is fifteen points. What did the last one rest on?",
    "The target has a date, the baseline has none.",
    "I can't suggest wording, and an example would only tie you down.",
    "This could stand on any bakery's page.",
    # Numbers in time and in stories.
    "Two weeks after the opening, what would you look at first?",
    "On a scale of one to ten, how sure is each of you?",
    "On a scale from 1 to 10, how likely is it?",
    "If waste climbs to 12% while sales grow, which line says stop?",
    "Suppose 48% buy before nine. Would you celebrate?",
]
HONEST_DE = [
    "Zwei Wochen nach dem Start: Was habt ihr gesehen?",
    "Fragt drei Leute an der Ecke unter vier Augen.",
    "Zum Beispiel kann jemand drei Wochen schweigen und trotzdem Stammkunde sein. Zählt er?",
    "Führt der Ofen zu mehr Kunden, oder hofft ihr das nur?",
    "Senkt ein zweiter Ofen die Wartezeit?",
    "Legt die Zahl einen Moment beiseite. Wessen Morgen ändert sich?",
    "Haltet einen Moment bei dieser Zeile an. Wer beschwert sich?",
    "Das Ziel ist klar, der Weg dorthin nicht. Wer kennt ihn?",
    "Weniger Reste können auch heißen, dass ihr weniger backt.",
    "Statt einer Antwort habt ihr mir einen Termin genannt. Was ändert sich für die Kunden?",
    "Wie klingt ein Nein bei den Leuten, die ihr fragt?",
    "Ihr könntet alles verkaufen und trotzdem Kunden verlieren. Wie?",
    "Denkt an die Frau, die vor leeren Regalen stand. Was müsste sie erleben?",
    "Die nächste Fassung liest sich vielleicht besser und ändert nichts.",
    "Woran würdet ihr merken, dass es am Brot liegt?",
]


@pytest.mark.parametrize("text", HONEST)
def test_honest_speech_passes(text: str) -> None:
    assert judge_prose(text, GROUND).rule is None


@pytest.mark.parametrize("text", HONEST_DE)
def test_honest_speech_in_german_passes(text: str) -> None:
    assert judge_prose(text, GROUND, language="de").rule is None


@pytest.mark.parametrize(
    "text",
    [
        "95% of people find a full shelf at seven.",
        "Waste falls from 9% to 4%.",
        "A realistic number would be 48%.",
        "Unsold loaves: 12",
        "Unsold loaves below 20 a day",
        "This is a solid 8 out of 10.",
        "Queue at seven: 5 → 9",
        "Sixty percent buy before nine.",
    ],
)
def test_numbers_of_ones_own_are_withheld_where_they_state_a_goal(text: str) -> None:
    assert judge_prose(text, GROUND).rule is not None


@pytest.mark.parametrize(
    "text",
    [
        "Incr\u0435ase the queue before nine.",
        "In\u200bcrease the queue before nine.",
        "\uff29\uff4e\uff43\uff52\uff45\uff41\uff53\uff45 the queue before nine.",
        "I\u0336n\u0336c\u0336r\u0336e\u0336a\u0336s\u0336e\u0336 the queue before nine.",
        "I n c r e a s e the queue before nine.",
        "\U0001d408\U0001d427\U0001d41c\U0001d42b\U0001d41e\U0001d41a\U0001d42c\U0001d41e the queue before nine.",
        "\u201eIncrease the queue before nine\u201c",
    ],
)
def test_a_goal_is_seen_through_other_alphabets_and_invisible_characters(text: str) -> None:
    assert judge_prose(text, GROUND).rule is not None


@pytest.mark.parametrize("text", ["Open the second oven in every shop.", "Raise bread sold before nine from 40% to 55% by June."])
def test_a_line_made_longer_is_an_edited_copy(text: str) -> None:
    assert judge_prose(text, GROUND).rule is not None


@pytest.mark.parametrize(
    "text", ["Open the second oven says nothing about bread.", "Flour costs may not rise, and ovens eat flour. Who decides?"]
)
def test_the_teams_own_lines_may_be_spoken_of(text: str) -> None:
    assert judge_prose(text, GROUND).rule is None


def rule_of(doubt: str, question: str) -> str | None:
    return judge(Challenge(Choice("generic", Anchor("draft")), doubt, question, origin="model"), GROUND).rule


@pytest.mark.parametrize(
    ("doubt", "question"),
    [
        ("Perhaps you could instead", "measure the queue at seven?"),
        ("You could instead.", "Measure the queue at seven?"),
        ("Nobody knows who buys.", "Delight every regular before breakfast?"),
        ("A line about people would be", "customers never find an empty shelf?"),
        ("Here is how it could go:", "customers come back by themselves?"),
    ],
)
def test_what_goes_on_from_the_doubt_into_the_question_is_read_together(doubt: str, question: str) -> None:
    assert rule_of(doubt, question) is not None


def test_a_doubt_and_a_question_of_its_own_are_not_read_as_one_sentence() -> None:
    assert rule_of("Nobody knows what you could do.", "Who buys before nine?") is None
