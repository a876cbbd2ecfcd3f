"""How a reply that came to some end is to be taken: as a reply, or as one of the ways in which there is none."""

from sparring.partner.chat import Schema
from sparring.partner.providers.causes import Cause
from sparring.partner.providers.hearing import Heard
from sparring.partner.providers.shape import object_in


def cause_of_end(heard: Heard, schema: Schema | None) -> Cause | None:
    """Return why what was heard is no reply; None where it is one.

    Args:
        heard: everything that came.
        schema: the shape that was asked for, if any. An object of it that is whole is a reply, whatever the endpoint says or forgets to say
            of its end; one that was begun and not closed when the text just ended was cut off.
    """
    text = heard.text
    if heard.refused or heard.finish == "content_filter":
        return "refusal"
    if heard.finish == "error":
        return "server"
    if text and schema is not None and heard.finish in (None, "length") and object_in(text, schema.fields, repair=False) is not None:
        return None
    if heard.finish == "length":
        return "reply-too-long" if text else "thought-away"
    if heard.finish is None:
        if not text:
            return "cut" if heard.thought else "garbage"
        return "cut" if schema is not None and text.count("{") > text.count("}") else None
    if not text:
        return "thought-away" if heard.thought else "empty"
    return None
