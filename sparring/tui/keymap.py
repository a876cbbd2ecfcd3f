"""Every key of the app and the bout screen, in one place: what it does, in words, and its second way.

A binding's id is "<group>.<name>": the group heads its title in the command palette and in the help, the id is what a remapped keymap
names. The first key is a letter that works while no box for text has the focus; the second way works everywhere, also where tmux or a
window manager takes the first; the palette is a way to all of them.
TextArea keeps for itself ctrl with a, c, d, e, f, k, u, v, w, x, y, z and F6, F7; the answer box gives F6 and F7 back.
"""

from textual.binding import Binding

APP: tuple[Binding, ...] = (
    Binding("f1,question_mark", "help", "help", id="app.help", tooltip="What the focused part is for, and its keys"),
    Binding(
        "ctrl+p", "command_palette", "all commands", id="app.commands", tooltip="Every command by its name", priority=True, system=True
    ),
    Binding("f10,colon", "command_palette", "all commands", id="app.commands-too", tooltip="Every command by its name", show=False),
    Binding("ctrl+q", "quit", "leave", id="app.leave", tooltip="Leave; the bout waits for you where you left it", priority=True),
    Binding("Q", "quit", "leave", id="app.leave-too", tooltip="Leave; the bout waits for you where you left it", show=False),
)

BOUT: tuple[Binding, ...] = (
    Binding("enter,i", "write", "answer", id="round.answer", tooltip="Go to the answer box"),
    Binding("p,f2", "press", "press me", id="round.press", tooltip="The same doubt, one step harder, from what you answered"),
    Binding("a,f3", "angle", "another angle", id="round.angle", tooltip="Another challenge to the same item"),
    Binding("c,f4", "will_change", "will change", id="stance.will-change", tooltip="You will change this; the editing can wait"),
    Binding("e,f5", "edit", "edit now", id="stance.edit", tooltip="Edit your draft now; what changed is kept"),
    Binding("k,f6", "keep", "keep", id="stance.keep", tooltip="You keep it, and say why"),
    Binding("o,f7", "park", "park", id="stance.park", tooltip="Leave the point open, for later"),
    Binding("s,f8", "skip", "skip", id="stance.skip", tooltip="It does not apply, or your words were misread"),
    Binding("n,f9", "go_on", "next", id="round.next", tooltip="Go on, with or without a stance"),
    Binding("u", "take_back_stance", "take back the stance", id="stance.take-back", tooltip="Take back this round's stance"),
    Binding(
        "z",
        "take_back_answer",
        "take back my last answer",
        id="round.take-back-answer",
        tooltip="Take back your last answer: its words leave the file, a gap stays",
    ),
    Binding("q,ctrl+g", "ask_own", "own question", id="round.own-question", tooltip="Put a question of your own; it is recorded as yours"),
    Binding(
        "C",
        "coach",
        "asks, or notes",
        id="coach.choose",
        tooltip="A coach in the room asks, asks for another angle, or writes a note; it is recorded as the coach's",
    ),
    Binding("d,ctrl+t", "draft", "show", id="draft.show", tooltip="Read your draft with its marks"),
    Binding("w,ctrl+r", "why", "why this", id="round.why", tooltip="Why a coach raises this, and when not to"),
    Binding("y,f12", "copy", "choose what", id="copy.choose", tooltip="Copy the question, your answer, the round or all of it"),
    Binding(
        "left_square_bracket",
        "earlier",
        "unfold one",
        id="earlier-rounds.unfold",
        tooltip="Open the round before; again for the one before that",
    ),
    Binding("right_square_bracket", "later", "fold them", id="earlier-rounds.fold", tooltip="Fold the earliest open round again"),
    Binding("ctrl+up", "scroll_talk(-1)", "scroll up", id="conversation.up", tooltip="Scroll the conversation up, also while you write"),
    Binding("ctrl+down", "scroll_talk(1)", "scroll down", id="conversation.down", tooltip="Scroll it down again"),
    Binding("m", "more_rounds", "more rounds", id="bout.more-rounds", tooltip="Plan two rounds more"),
    Binding("b,ctrl+n", "choose_partner", "who spars", id="partner.choose", tooltip="Choose who spars: the offline partner, or a model"),
    Binding("v,ctrl+o", "show_sent", "what is sent", id="partner.sent", tooltip="Read exactly what would be sent for the next challenge"),
    Binding("t,ctrl+l", "try_again", "try again", id="partner.try-again", tooltip="Ask the model once more, after a call that failed"),
    Binding("g,ctrl+s", "go_offline", "go on offline", id="partner.offline", tooltip="Let the offline partner go on; nothing is sent"),
    Binding(
        "escape",
        "cancel_call",
        "cancel the call",
        id="partner.cancel",
        tooltip="Let go of the call; nothing changes",
        priority=True,
    ),
    Binding("x", "stop", "stop here", id="bout.stop", tooltip="End the rounds and go to the close"),
)

ANSWER_BOX: tuple[Binding, ...] = (
    Binding("enter", "send", "send", id="answer.send", tooltip="Send what stands in the box"),
    Binding("ctrl+j,alt+enter,shift+enter", "newline", "new line", id="answer.new-line", tooltip="Begin a new line; nothing is sent"),
    Binding("escape,tab", "leave", "keys", id="answer.leave", tooltip="Leave the box, so that letters are keys again; the text stays"),
)


def group_of(binding: Binding) -> str:
    """Return the heading under which a binding stands in the palette and in the help: "Stance" for "stance.keep"."""
    return (binding.id or "other").partition(".")[0].replace("-", " ").capitalize()
