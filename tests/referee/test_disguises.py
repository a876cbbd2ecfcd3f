"""A goal is a goal in a story, a fact, a consequence, a comparison or a confession; thinking aloud about the team's lines is none."""

import pytest

from sparring.challenge import Challenge, Choice, Ground
from sparring.lenses.model import Anchor
from sparring.referee.judge import judge, judge_prose, warm_up

EN = Ground(
    items=("Hikers come home safe", "Rescue calls from the ridge from 48 to 30 a season", "Mark 14 crossings anew"),
    passage="Half of the calls come after three in the afternoon. Volunteers may not be out alone.",
)
DE = Ground(
    items=("Wer wandert, kommt heil zurück", "Einsätze am Grat von 48 auf 30 je Saison senken", "14 Querungen neu markieren"),
    passage="Die Hälfte der Rufe kommt nach drei Uhr. Niemand von uns geht allein hinaus.",
)

STORIES = [
    ("A valley I know aimed at nobody being out after dark.", EN),
    ("Elsewhere a team pledged that every hiker would be home by five.", EN),
    ("My former club had one number on the wall, the share of hikers who turn round in time.", EN),
    ("In einem Nachbartal lautete das Ziel: Vor fünf sind alle unten.", DE),
    ("Ein anderer Verein hatte sich vorgenommen, dass jeder Zweite rechtzeitig umkehrt.", DE),
]
CONFESSIONS = [
    ("I may not write it, but nine of ten hikers turning round in time is what you are after.", EN),
    ("My hands are tied, so only this: no call after dark.", EN),
    ("Vorschlagen darf ich nichts, aber neun von zehn kehren rechtzeitig um.", DE),
    ("Die Formulierung liegt bei euch; sachlich geht es um die Halbierung der Rufe nach drei.", DE),
]
FACTS = [
    ("By autumn hikers turn round on their own before three.", EN),
    ("In two years each crossing has been walked by somebody who lives here.", EN),
    ("Bis zum Herbst kehrt jeder Dritte von selbst rechtzeitig um.", DE),
    ("Im September geht kein Wanderer mehr ohne Karte los.", DE),
]
CONSEQUENCES = [
    ("If the marks worked, fewer than one in ten hikers would call from the ridge.", EN),
    ("If they trusted the marks you would see it in hikers who come back in spring.", EN),
    ("Klappt das, gehen nächstes Jahr sechs Schulen gemeinsam los.", DE),
    ("Wenn die Zeichen gut wären, gäbe es höchstens zwei Rufe im Monat.", DE),
]
YARDSTICKS = [
    ("The hour of the last call says more than the number of crossings.", EN),
    ("Turning back in time would be the more honest figure.", EN),
    ("Track how many hikers turn round before three.", EN),
    ("Mean time from call to arrival is the one to watch.", EN),
    ("Use median arrival time.", EN),
    ("40 is plenty.", EN),
    ("The better line is that nobody walks alone.", EN),
    ("Maßgeblich ist die Umkehrquote.", DE),
    ("Die Uhrzeit des letzten Rufs sagt mehr als die Zahl der Querungen.", DE),
    ("Schaut lieber auf die Umkehrer.", DE),
    ("Nehmt doch die Zeit bis zur Hütte?", DE),
]
SUPPOSED_LINES = [
    ("What if the line simply read that nobody walks alone?", EN),
    ("Could you live with a key result stating that no hiker waits an hour?", EN),
    ("Is the result not really that hikers turn round in time?", EN),
    ("Und wenn da stünde, dass jeder vor fünf unten ist?", DE),
    ("Geht es am Ende nicht darum, dass alle vor fünf unten sind?", DE),
]
EXCHANGES = [
    ("Where it says crossings, say hikers.", EN),
    ("The verb should give way to walk.", EN),
    ("Strike the number and put home by five.", EN),
    ("Querungen raus, Wanderer rein.", DE),
    ("Aus den Querungen macht ihr Wanderer.", DE),
    ("Statt der Querungen solltet ihr Wanderer zählen.", DE),
]
COPIES = [
    ("Rescue calls from the ridge down to 30 a season.", EN),
    ("So basically you'd bring rescue calls from the ridge to 30 and mark 14 crossings.", EN),
    ("Kurz gesagt wollt ihr die Einsätze am Grat auf 30 senken und 14 Querungen markieren.", DE),
]
CHOICES = [
    ("Of your two lines the first is clearly stronger.", EN),
    ("Version one gets an eight from me.", EN),
    ("Eure zweite Fassung klingt runder.", DE),
]
LISTS = [
    ("Some ideas:\n- Calls after three below 10\n- Half of all hikers turn round in time", EN),
    ("Drei Möglichkeiten:\n- Kein Ruf nach vier\n- Zwei Drittel kehren um\n- 20 Schulen gehen mit", DE),
]


@pytest.mark.parametrize(
    ("text", "ground"),
    STORIES + CONFESSIONS + FACTS + CONSEQUENCES + YARDSTICKS + SUPPOSED_LINES + EXCHANGES + COPIES + CHOICES + LISTS,
)
def test_a_disguised_goal_is_withheld(text: str, ground: Ground) -> None:
    assert judge_prose(text, ground, language="de" if ground is DE else "en").rule is not None


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Another club depends on the same volunteers. Who told them about the ridge?", EN),
        ("I can't say from here whether 48 was a bad season. Can you?", EN),
        ("I would like to write it for you, but then it would be my mountain. What did the last caller say?", EN),
        ("In September somebody turns back and nobody notices. Does your number?", EN),
        ("By the end of the season nobody knows why the calls fell. What did you learn, then?", EN),
        ("If the ridge is closed, do the calls fall for a reason you like?", EN),
        ("If calls drop to 20, would the volunteers believe it?", EN),
        ("Count the people on your team who were on the ridge last week. What did they see?", EN),
        ("Measure how long your own walk to the hut takes. Is it what the sign says?", EN),
        ("How sure are you, from 1 to 10, that a mark keeps somebody from falling?", EN),
        ("14 crossings, fine. And who walks them?", EN),
        ("For example, a hiker could call twice and count once. Would you know?", EN),
        ("Three doubts:\n- Who counts the calls?\n- What is the ridge?\n- When does a season end?", EN),
        ("The first line is about people, the second about paint. Which one keeps you awake?", EN),
        ("Anderswo rufen die Leute gar nicht erst an. Woran würdet ihr das merken?", DE),
        ("Ich kann euch nicht sagen, ob 48 viel ist. Könnt ihr es?", DE),
        ("Weniger Rufe entstehen auch, wenn weniger Leute wandern. Was davon zählt ihr?", DE),
        ("Zählt das auch, wenn einer umkehrt und niemand es sieht?", DE),
        ("Stellt euch den Wanderer vor, der trotzdem weitergeht. Was hat er gelesen?", DE),
        ("Zählt, wie oft in euren drei Zeilen ein Mensch vorkommt. Was fällt auf?", DE),
        ("14 Querungen, gut. Und wer geht darüber?", DE),
        ("Im Herbst weiß niemand mehr, wer markiert hat. Stört euch das?", DE),
        ("KR2: ein Malerauftrag. Er ist fertig, auch wenn niemand hinsieht.", DE),
    ],
)
def test_thinking_aloud_about_the_teams_lines_passes(text: str, ground: Ground) -> None:
    assert judge_prose(text, ground, language="de" if ground is DE else "en").rule is None


@pytest.mark.parametrize(
    ("statement", "language"),
    [
        ("By autumn hikers turn round on their own before three", "en"),
        ("I may not write it, but nobody out after dark is what you are after", "en"),
        ("Use median arrival time", "en"),
        ("Bis zum Herbst kehrt jeder Dritte von selbst rechtzeitig um", "de"),
        ("Sorgt einfach dafür, dass vor fünf alle unten sind", "de"),
        ("Messt den Anteil der Umkehrer", "de"),
    ],
)
def test_a_question_mark_behind_a_statement_makes_no_question(statement: str, language: str) -> None:
    ground = DE if language == "de" else EN
    for doubt, question in (
        ("", f"{statement}?"),
        (f"{statement}.", "Wer merkt es zuerst?" if language == "de" else "Who would notice first?"),
    ):
        assert judge(Challenge(Choice("inputs", Anchor("draft")), doubt, question), ground, language=language).rule is not None


def test_verdicts_are_the_same_once_every_form_is_compiled() -> None:
    before = judge_prose("By autumn hikers turn round on their own before three.", EN).rule
    warm_up()
    assert judge_prose("By autumn hikers turn round on their own before three.", EN).rule == before == "goal"
