"""How the documents speak: what they rule out, what they want, and marks that they leave on a line."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from sparring.expressions import expression
from sparring.lenses.put_off import is_put_off
from sparring.lenses.view import View
from sparring.library.model import Passage

_CODE = expression(r"[A-Z]{0,2}\d{1,2}[.):]\s+(?=\S)")
LONGEST_NO = 40
"""Characters of a heading that rules out all that stands beneath it."""
LONGEST_HEADING = 120
MOST_FOR_EXCLUSIONS = 400
"""Passages looked at for a no: a strategy that says one says it early."""
_FOR_DOCUMENTS = ("later-or-others", "accepting", "no-help", "not-stretching")


def leaves_something_out(view: View) -> bool:
    """Return whether the documents say, near their beginnings, what the company will not do."""
    return next(exclusions(view), None) is not None


def exclusions(view: View) -> Iterator[Passage]:
    """Yield the lines near the beginnings of the documents that say what the company will not do."""
    return (each for each in islice(view.beginnings, MOST_FOR_EXCLUSIONS) if is_exclusion(each))


@lru_cache(maxsize=2_000)
def is_exclusion(passage: Passage) -> bool:
    """Return whether a line says what the company will not do, by its own words or by those of a short heading."""
    from sparring.library.exclusions import is_exclusion as says_no

    # "D2. We keep away from ..." says no in its second sentence only because of its name.
    coded = _CODE.match(passage.text)
    if says_no(replace(passage, text=passage.text[coded.end() :]) if coded else passage):
        return True
    # A short heading that says no as a sentence would ("Not on our list").
    heading = passage.headings[-1] if passage.headings else ""
    return 0 < len(heading) <= LONGEST_NO and not is_put_off(passage) and says_no(replace(passage, text=heading, headings=()))


def marks_in(text: str, view: View) -> frozenset[str]:
    """Return which of the lists for documents are met in `text`, in the draft's language or in English or German: documents mix them."""
    return frozenset(view.lists.only(_FOR_DOCUMENTS, (view.language, "en", "de")).find(text))


def is_wanted(passage: Passage, view: View) -> bool:
    """Whether a line stands among what the strategy says counts most."""
    priorities = view.lists.only(("priorities",), (view.language, "en", "de"))
    return bool(passage.headings) and priorities.is_met(passage.headings[-1][:LONGEST_HEADING])
