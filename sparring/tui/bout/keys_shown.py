"""Which keys the bottom line of a bout offers: those that fit the moment, most wanted first."""

from collections.abc import Callable, Iterator

from sparring.bout.rules import Command
from sparring.tui.bout.answer_box import Purpose
from sparring.tui.bout.key_line import ShownKey

KeyOf = Callable[[str], str]
"""Returns the key of the binding with this id, as bound now."""

_SENDS: dict[Purpose, str] = {"answer": "send", "keep": "keep", "own-question": "ask", "coachs-question": "ask"}


def keys_while_writing(purpose: Purpose, now: frozenset[Command], key: KeyOf, *, wide: bool) -> Iterator[ShownKey]:
    """Yield the keys of the box, then those that act from inside it."""
    yield ShownKey(key("answer.send"), _SENDS[purpose], "send")
    yield ShownKey(key("answer.new-line"), "new line", "write")
    yield ShownKey(key("answer.leave"), "keys", "leave_box")
    if purpose == "answer":
        yield from _decisions(now, key, wide=wide, roomy=wide)


def keys_while_waiting(key: KeyOf, *, wide: bool) -> Iterator[ShownKey]:
    """Yield the keys that act while a model works."""
    yield ShownKey(key("partner.cancel"), "cancel", "cancel_call")
    yield ShownKey(key("partner.sent"), "what is sent", "show_sent")
    if not wide:
        yield ShownKey(key("draft.show"), "draft", "draft")
    yield ShownKey(key("round.why"), "why", "why")
    yield ShownKey(key("copy.choose"), "copy", "copy")


def keys_now(now: frozenset[Command], key: KeyOf, *, wide: bool, coach: bool = False) -> Iterator[ShownKey]:
    """Yield the keys while letters are keys; with a coach in the room, the coach's is among the first."""
    coachs = ShownKey(key("coach.choose"), "coach", "coach")
    if "answer" in now and "take-back-stance" not in now:
        yield ShownKey(key("round.answer"), "answer", "write")
    if coach:
        yield coachs
    yield from _decisions(now, key, wide=wide, roomy=wide and not coach)
    if "take-back-stance" in now:
        yield ShownKey(key("stance.take-back"), "take back", "take_back_stance")
    if "take-back-answer" in now:
        yield ShownKey(key("round.take-back-answer"), "unsay", "take_back_answer")
    if "own-question" in now:
        yield ShownKey(key("round.own-question"), "own question", "ask_own")
    if not coach:
        yield coachs
    if "add-rounds" in now:
        yield ShownKey(key("bout.more-rounds"), "more", "more_rounds")
    if "stop" in now:
        yield ShownKey(key("bout.stop"), "stop", "stop")
    yield ShownKey(key("round.why"), "why", "why")
    yield ShownKey(key("copy.choose"), "copy", "copy")


def _decisions(now: frozenset[Command], key: KeyOf, *, wide: bool, roomy: bool) -> Iterator[ShownKey]:
    onward = [ShownKey(key("round.next"), "next", "go_on")] if "next" in now else []
    if "take-back-stance" in now:
        yield from onward
    if "press" in now:
        yield ShownKey(key("round.press"), "press me" if roomy else "press", "press")
    if "angle" in now:
        yield ShownKey(key("round.angle"), "another angle" if roomy else "angle", "angle")
    edit = ShownKey(key("stance.edit"), "edit now" if roomy else "edit", "edit")
    if "stance" in now:
        yield ShownKey(key("stance.will-change"), "will change" if roomy else "change", "will_change")
        if wide:
            yield edit
        yield ShownKey(key("stance.keep"), "keep", "keep")
    if "take-back-stance" not in now:
        yield from onward
    if "stance" in now:
        yield ShownKey(key("stance.park"), "park", "park")
    if not wide:
        yield ShownKey(key("draft.show"), "draft", "draft")
    if "stance" in now:
        yield ShownKey(key("stance.skip"), "skip", "skip")
        if not wide:
            yield edit
