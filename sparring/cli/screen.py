"""Opens the screens, and says on standard error what went wrong once they are closed."""

from pathlib import Path
from typing import TYPE_CHECKING

from sparring.cli.failure import status_of
from sparring.cli.partners import partners_of
from sparring.cli.sources import Place, place_of
from sparring.settings import SettingsError, remember_theme, user_settings_file
from sparring.wishes import Wishes

if TYPE_CHECKING:
    from sparring.casting import Wanted
    from sparring.tui.beginning import Beginning


class RememberedTheme:
    """The theme in a person's settings file."""

    def __init__(self, theme: str) -> None:
        self._theme = theme

    def theme(self) -> str:
        """Return it."""
        return self._theme

    def remember_theme(self, name: str) -> None:
        """Remember it; a settings file that cannot be written is no reason to disturb a bout."""
        try:
            remember_theme(user_settings_file(), name)
        except (OSError, SettingsError):
            return


def open_screen(beginning: "Beginning | None", place: Place | None = None, wanted: "Wanted | None" = None) -> int:
    """Show the screens until they are left; return the exit status."""
    from sparring.tui.app import SparringApp

    place = place or place_of(Path.cwd())
    partners = partners_of(place, wanted)
    app = SparringApp(
        beginning=beginning,
        workspace=place.workspace,
        wishes=wishes_of(place),
        partners=partners,
        preferences=RememberedTheme(place.settings.theme),
        keys=place.settings.keys,
    )
    status = app.run()
    if isinstance(app.failure, Exception):
        return status_of(app.failure)
    return status or 0


def wishes_of(place: Place) -> Wishes:
    """Return what the workspace's settings wish for a new bout."""
    settings = place.settings
    return Wishes(
        context=place.context,
        rounds=settings.rounds,
        team=settings.team,
        cycle=settings.cycle,
        language=settings.language,
        cache=settings.cache,
    )
