"""Four looks: dark and light, each also in colours that every kind of colour vision tells apart. And none at all, for NO_COLOR.

One accent belongs to the partner's challenge (`$accent`), one to the team (`$secondary`); everything else is text, quiet text (`$quiet`) or
ground. The clear pair of each ground is blue against orange (after Okabe and Ito); shapes carry every meaning before colours do.
"""

from typing import Protocol

from textual.theme import Theme

DEFAULT_THEME = "sparring-dark"


class Preferences(Protocol):
    """What is remembered from one start to the next."""

    def theme(self) -> str | None:
        """Return the name of the theme chosen last, or None."""
        ...

    def remember_theme(self, name: str) -> None:
        """Keep the choice; does not raise: a look that could not be kept is no reason to stop."""
        ...


class Forgetful:
    """Remembers nothing."""

    def theme(self) -> str | None:
        """Return None: nothing was kept."""
        return None

    def remember_theme(self, name: str) -> None:
        """Do nothing."""


def _theme(
    name: str, *, dark: bool, challenge: str, team: str, text: str, ground: str, surface: str, panel: str, quiet: str, rule: str
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=challenge,
        secondary=team,
        accent=challenge,
        warning=challenge,
        error=challenge,
        success=team,
        foreground=text,
        background=ground,
        surface=surface,
        panel=panel,
        variables={
            "quiet": quiet,
            "rule": rule,
            "border": team,
            "border-blurred": rule,
            "input-selection-background": f"{team} 35%",
            "screen-selection-background": f"{team} 35%",
            "block-cursor-background": team,
            "block-cursor-foreground": ground,
            "block-cursor-text-style": "bold",
            "scrollbar": rule,
            "scrollbar-hover": quiet,
            "scrollbar-active": quiet,
            "scrollbar-background": ground,
            "scrollbar-background-hover": ground,
            "scrollbar-background-active": ground,
            "scrollbar-corner-color": ground,
        },
    )


THEMES: tuple[Theme, ...] = (
    _theme(
        "sparring-dark",
        dark=True,
        challenge="#e8b45a",
        team="#7cc4b8",
        text="#dcdad4",
        ground="#17191c",
        surface="#1e2125",
        panel="#25292e",
        quiet="#9297a0",
        rule="#3a3f46",
    ),
    _theme(
        "sparring-light",
        dark=False,
        challenge="#9a4a00",
        team="#0f6b60",
        text="#24262a",
        ground="#faf9f6",
        surface="#f1efea",
        panel="#e7e4dd",
        quiet="#63666d",
        rule="#c9c5bc",
    ),
    _theme(
        "sparring-clear-dark",
        dark=True,
        challenge="#f0a020",
        team="#6fb9ee",
        text="#e2e2e2",
        ground="#14161a",
        surface="#1c1f24",
        panel="#24282f",
        quiet="#9a9fa8",
        rule="#3d434c",
    ),
    _theme(
        "sparring-clear-light",
        dark=False,
        challenge="#a34700",
        team="#005a9c",
        text="#1f2226",
        ground="#ffffff",
        surface="#f3f4f6",
        panel="#e8eaee",
        quiet="#5d626b",
        rule="#c4c8d0",
    ),
)

TITLES = {
    "sparring-dark": "dark",
    "sparring-light": "light",
    "sparring-clear-dark": "dark, for every colour vision",
    "sparring-clear-light": "light, for every colour vision",
}
