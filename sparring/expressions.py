"""Regular expressions that are compiled when they are first looked for.

One run needs few of the hundreds that the rooms hold, and compiling all of them would be a third of a short command.
"""

import re
from typing import Any, cast


class _Expression:
    """Stands in for a compiled pattern. What is first asked of it compiles it; from then on the answer stands on the object itself."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def compile(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self._flags)
        return self._compiled

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(self.compile(), name)
        setattr(self, name, value)
        return value


_MADE: list[_Expression] = []


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` does, compiled when one of its methods is first used; a wrong pattern is found only then.

    For the constants of a module: each is kept as long as the program runs.
    """
    made = _Expression(pattern, flags)
    _MADE.append(made)
    return cast("re.Pattern[str]", made)


def compile_all() -> None:
    """Compile every expression made so far, a quarter of a second of work, instead of each when it is first looked for."""
    for each in _MADE:
        each.compile()
