"""How the program looks on this computer: kept beside the place of the database, so that it holds before one is open.

Nothing of a scan, no text and no name stands in it.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from vtscan_desktop.domain.errors import VtscanFout

TEKSTGROOTTEN = (100, 115, 130, 150, 175, 200)
"""The text sizes to choose from, in percent."""


VERGRENDELEN_NA = (5, 10, 15, 30, 60, 120)
"""After how many minutes without anyone touching it the window can be locked."""


class Kleurstelling(StrEnum):
    """Which colours the window has."""

    SYSTEEM = "systeem"
    LICHT = "licht"
    DONKER = "donker"
    HOOG_CONTRAST = "hoog_contrast"


class Voorkeuren(NamedTuple):
    """Colours, text size (in percent), whether spelling is checked, and when the window locks (in minutes).

    Text size is one of `TEKSTGROOTTEN`, the minutes one of `VERGRENDELEN_NA`. `sleutelbos`: the system's keyring keeps
    the passphrase, by the user's choice.
    """

    kleuren: Kleurstelling = Kleurstelling.SYSTEEM
    tekstgrootte: int = 100
    spelling: bool = True
    vergrendelen_na: int = 15
    sleutelbos: bool = False

    def met_tekstgrootte(self, stap: int) -> int:
        """The text size so many steps larger (or smaller), within bounds."""
        nu = min(range(len(TEKSTGROOTTEN)), key=lambda i: abs(TEKSTGROOTTEN[i] - self.tekstgrootte))
        return TEKSTGROOTTEN[max(0, min(nu + stap, len(TEKSTGROOTTEN) - 1))]


def standaardbestand() -> Path:
    """Where the preferences of this user lie."""
    from platformdirs import user_config_path

    from vtscan_desktop.services.plaats import NAAM

    return user_config_path(NAAM, appauthor=False) / "voorkeuren.json"


def lees_voorkeuren(pad: Path) -> Voorkeuren:
    """What was kept; what is missing or unreadable is as it is for a new user."""
    try:
        inhoud = json.loads(pad.read_text("utf-8"))
    except (OSError, ValueError):
        return Voorkeuren()
    if not isinstance(inhoud, dict):
        return Voorkeuren()
    gewoon = Voorkeuren()
    kleuren = inhoud.get("kleuren")
    grootte = inhoud.get("tekstgrootte")
    spelling = inhoud.get("spelling")
    minuten = inhoud.get("vergrendelen_na")
    return Voorkeuren(
        Kleurstelling(kleuren) if kleuren in list(Kleurstelling) else gewoon.kleuren,
        grootte if grootte in TEKSTGROOTTEN else gewoon.tekstgrootte,
        spelling if isinstance(spelling, bool) else gewoon.spelling,
        minuten if minuten in VERGRENDELEN_NA else gewoon.vergrendelen_na,
        inhoud.get("sleutelbos") is True,
    )


def bewaar_voorkeuren(pad: Path, voorkeuren: Voorkeuren) -> str:
    """Keep them. Returns "" or one Dutch sentence on why that failed: it is no reason to stop anyone."""
    from vtscan_desktop.bestanden import schrijf_veilig  # not before the first window, which only reads

    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        schrijf_veilig(pad, json.dumps(voorkeuren._asdict()).encode(), vervang=True)
    except (OSError, VtscanFout) as fout:
        reden = str(fout) if isinstance(fout, VtscanFout) else f"Systeemfout {fout.errno}."
        return f"De instellingen gelden nu, maar konden niet worden onthouden. {reden}"
    return ""
