"""The one path to the team: judged, asked again, then the bank."""

from sparring.challenge import Challenge
from sparring.partner.chat import OnProgress, unheard
from sparring.partner.ground import ground_of
from sparring.partner.offline import OfflinePartner
from sparring.partner.port import Partner, Turn
from sparring.partner.refereed import refereed
from sparring.situation import Situation
from sparring.speech import speech
from tests.partner.table import PASSAGE, WATCHED, catalogue, choice, lens, turn

FINE = "Whose word do you have for that?"
LENSES = catalogue(WATCHED)


class Scripted(OfflinePartner):
    """A model that says what it was given, one reply a request, and remembers which rule it was told it broke."""

    name = "scripted"

    def __init__(self, *questions: str, lens_id: str = "watched") -> None:
        super().__init__(LENSES)
        self.told: list[str | None] = []
        self._questions = iter(questions)
        self._lens = lens_id

    async def challenge(self, turn: Turn, broken_rule: str | None = None, on_progress: OnProgress = unheard) -> Challenge:
        self.told.append(broken_rule)
        return Challenge(choice(self._lens), "", next(self._questions), turn.rung, origin="model")


async def test_a_fine_reply_passes_as_it_is() -> None:
    outcome = await refereed(Scripted(FINE), turn(), LENSES)
    assert (outcome.challenge.question, outcome.challenge.origin, outcome.withheld) == (FINE, "model", ())


async def test_a_partner_is_told_the_rule_it_broke_and_may_try_again() -> None:
    partner = Scripted("KR1: come back?", FINE)
    outcome = await refereed(partner, turn(), LENSES)
    assert outcome.challenge.question == FINE
    assert partner.told == [None, "label"]
    assert outcome.withheld == ("label",)


async def test_after_two_repeats_the_bank_speaks_and_nothing_withheld_remains() -> None:
    outcome = await refereed(Scripted("KR1: come back?", "Could 60% come back?", "Who? When?"), turn(), LENSES)
    assert outcome.challenge.origin == "bank"
    assert outcome.challenge.question_id in {"watched/open/1", "watched/open/2"}
    assert len(outcome.withheld) == 3
    assert "60" not in repr(outcome)


async def test_a_lens_that_does_not_exist_is_a_breach() -> None:
    outcome = await refereed(Scripted(FINE, FINE, FINE, lens_id="made-up"), turn(), LENSES)
    assert outcome.withheld == ("choice",) * 3
    assert outcome.challenge.choice.lens == "watched"


async def test_another_line_of_the_bank_takes_the_place_of_one_that_is_refused() -> None:
    pack = lens("watched", doubts=(), open_=(("platform", "Could you aim for 80%?"), ("", "Who would notice?")))
    lenses = catalogue(pack)
    outcome = await refereed(OfflinePartner(lenses), turn(situation=Situation(level="platform")), lenses)
    assert outcome.challenge.question == "Who would notice?"
    assert len(outcome.withheld) == 1


async def test_another_choice_speaks_where_every_line_of_a_lens_is_refused() -> None:
    bad = lens("bad", doubts=(("", "KR1: more."),), open_=(("", "Who would notice that?"), ("", "Who pays for it?")))
    lenses = catalogue(bad, WATCHED)
    outcome = await refereed(OfflinePartner(lenses), turn(choice("bad"), choice()), lenses)
    assert outcome.challenge.choice.lens == "watched"


async def test_a_turn_is_never_empty() -> None:
    bad = lens("bad", doubts=(("", "KR1: more."),), open_=(("", "Who would notice?"),))
    lenses = catalogue(bad)
    outcome = await refereed(OfflinePartner(lenses), turn(choice("bad")), lenses)
    assert outcome.challenge.question == speech("en").last_resort


async def test_the_offline_partner_raises_the_planners_first_choice() -> None:
    partner: Partner = OfflinePartner(LENSES)
    challenge = await partner.challenge(turn(choice(key="kr2"), choice()))
    assert challenge.choice.anchor.keys == ("kr2",)
    assert (challenge.origin, partner.host) == ("bank", "")


async def test_the_teams_own_numbers_pass_and_those_of_another_item_do_not() -> None:
    own = await refereed(Scripted("What makes 30 minutes the number to watch?"), turn(), LENSES)
    other = await refereed(Scripted("What makes 36% the number to watch?", FINE), turn(), LENSES)
    assert own.withheld == ()
    assert other.withheld == ("number-not-in-ground",)


def test_the_ground_holds_the_row_the_passage_the_bet_and_the_answers() -> None:
    raised = choice(passage=PASSAGE)
    ground = ground_of(turn(raised, situation=Situation(bet="quiet rooms"), answers=("We guessed.",)), raised)
    assert ground.texts == ("Waiting time at the counter 45 minutes 30 minutes", PASSAGE.text, "quiet rooms", "We guessed.")
