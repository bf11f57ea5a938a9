"""Asking where a file has to go, so that its name always ends as its kind does."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from vtscan_desktop.ui.bouwstenen.vragen import vraag

VERVANG = "Vervangen"
_EIND = re.compile(r"\*(\.\w+)")


def kies_doel(wie: QWidget, titel: str, voorstel: Path | str, filters: str) -> Path | None:
    """Ask for a place; None when the user thinks better of it. `filters` are those of Qt: "PDF (*.pdf);;Tekst (*.txt)".

    The dialog asks before an existing file is replaced, but knows only the name as typed: here it may get its end yet.
    """
    gekozen, soort = QFileDialog.getSaveFileName(wie, titel, str(voorstel), filters)
    if not gekozen:
        return None
    pad = Path(gekozen)
    if pad.suffix.lower() in _EIND.findall(filters):
        return pad
    pad = met_eind(pad, _EIND.findall(soort or filters)[0])
    return pad if not pad.exists() or mag_vervangen(wie, pad, "Bestaand bestand vervangen?") else None


def met_eind(pad: Path, eind: str) -> Path:
    """The path with this end, whatever dots are in its name: "acties t.b.v. overleg" is a name without one."""
    return pad if pad.suffix.lower() == eind else pad.with_name(f"{pad.name}{eind}")


def mag_vervangen(wie: QWidget, pad: Path, titel: str) -> bool:
    """Ask whether a file may be replaced."""
    tekst = f"{pad.name} staat al in deze map. Vervangen kan niet ongedaan worden gemaakt."
    return vraag(wie, titel, tekst, VERVANG, gevaar=VERVANG) == VERVANG
