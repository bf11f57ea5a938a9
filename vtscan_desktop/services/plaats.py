"""Where the database lies on this computer; the place last used is remembered, nothing else."""

from __future__ import annotations

import json
from pathlib import Path

from platformdirs import user_config_path, user_data_path

from vtscan_desktop.domain.errors import VtscanFout

NAAM = "vtscan"
BESTAND = "risicoscans.vtdb"


def standaardplaats() -> Path:
    """Where a new database goes unless the user says otherwise."""
    return user_data_path(NAAM, appauthor=False) / BESTAND


def laatste_plaats() -> Path:
    """The database used last, else the standard place."""
    try:
        inhoud = json.loads(_instellingen().read_text("utf-8"))
        return Path(inhoud["database"])
    except (OSError, ValueError, KeyError, TypeError):
        return standaardplaats()


def onthoud_plaats(pad: Path) -> str:
    """Remember the database used last. Returns "" or one Dutch sentence on why it couldn't be remembered."""
    from vtscan_desktop.bestanden import schrijf_veilig  # not before the first window, which only reads

    try:
        _instellingen().parent.mkdir(parents=True, exist_ok=True)
        schrijf_veilig(_instellingen(), json.dumps({"database": str(pad)}).encode(), vervang=True)
    except (OSError, VtscanFout) as fout:
        reden = str(fout) if isinstance(fout, VtscanFout) else f"Systeemfout {fout.errno}."
        return f"De plaats van de database kon niet worden onthouden. {reden}"
    return ""


def _instellingen() -> Path:
    return user_config_path(NAAM, appauthor=False) / "plaats.json"
