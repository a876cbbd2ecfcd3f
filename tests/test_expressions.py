"""Expressions are compiled when they are first looked for, and are patterns from then on."""

import re
from importlib import import_module

from sparring.expressions import compile_all, expression


def test_an_expression_does_what_its_pattern_does() -> None:
    words = expression(r"(?P<first>[a-z])\w*", re.IGNORECASE)
    assert [match["first"] for match in words.finditer("Alpha beta")] == ["A", "b"]
    assert words.sub("x", "Alpha beta") == "x x"
    assert words.flags & re.IGNORECASE
    assert words.pattern == r"(?P<first>[a-z])\w*"


def test_every_expression_of_the_referee_and_of_the_lenses_is_a_pattern() -> None:
    import_module("sparring.referee.judge")
    import_module("sparring.lenses.detect")
    compile_all()
