"""Asking for a file or a folder: the one place where a dialog for it is made."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from shiboken6 import isValid

from vtscan_desktop.ui.bouwstenen.vragen import vraag

VERVANG = "Vervangen"
_EIND = re.compile(r"\*(\.\w+)")
_LABELS = {
    QFileDialog.DialogLabel.LookIn: "Zoeken in:",
    QFileDialog.DialogLabel.FileType: "Bestanden van type:",
}
"""What Qt (6.11) has no Dutch for: its translation is of an earlier wording."""


def kies_bestand(wie: QWidget, titel: str, waar: Path | str, filters: str) -> Path | None:
    """Ask for a file that is there; None when the user thinks better of it. `filters` are those of Qt."""
    dialoog = _maak(wie, titel, waar, filters)
    dialoog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _vraag(dialoog)[0]


def kies_map(wie: QWidget, titel: str) -> Path | None:
    """Ask for a folder; None when the user thinks better of it."""
    dialoog = _maak(wie, titel, "", "")
    dialoog.setFileMode(QFileDialog.FileMode.Directory)
    dialoog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _vraag(dialoog)[0]


def kies_doel(
    wie: QWidget, titel: str, voorstel: Path | str, filters: str, *, vraagt_later: bool = False
) -> Path | None:
    """Ask where a file has to go, so that its name ends as its kind does; None when the user thinks better of it.

    The dialog asks before an existing file is replaced, but knows only the name as typed: here it may get its end yet.
    `vraagt_later` leaves that question to who writes the file.
    """
    dialoog = _maak(wie, titel, voorstel, filters)
    dialoog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialoog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialoog.setOption(QFileDialog.Option.DontConfirmOverwrite, vraagt_later)
    pad, soort = _vraag(dialoog)
    if pad is None or pad.suffix.lower() in _EIND.findall(filters):
        return pad
    pad = met_eind(pad, (_EIND.findall(soort) or _EIND.findall(filters))[0])
    mag = vraagt_later or not pad.exists() or mag_vervangen(wie, pad, "Bestaand bestand vervangen?")
    return pad if mag else None


def met_eind(pad: Path, eind: str) -> Path:
    """The path with this end, whatever dots are in its name: "acties t.b.v. overleg" is a name without one."""
    return pad if pad.suffix.lower() == eind else pad.with_name(f"{pad.name}{eind}")


def mag_vervangen(wie: QWidget, pad: Path, titel: str) -> bool:
    """Ask whether a file may be replaced."""
    tekst = f"{pad.name} staat al in deze map. Vervangen kan niet ongedaan worden gemaakt."
    return vraag(wie, titel, tekst, VERVANG, gevaar=VERVANG) == VERVANG


def _maak(wie: QWidget, titel: str, waar: Path | str, filters: str) -> QFileDialog:
    dialoog = QFileDialog(wie, titel, str(waar), filters)
    for deel, tekst in _LABELS.items():
        dialoog.setLabelText(deel, tekst)
    return dialoog


def _vraag(dialoog: QFileDialog) -> tuple[Path | None, str]:
    """What was chosen, and by which filter."""
    gekozen = dialoog.exec() == QDialog.DialogCode.Accepted
    if not isValid(dialoog):  # who asked was closed meanwhile
        return None, ""
    paden, soort = dialoog.selectedFiles(), dialoog.selectedNameFilter()
    dialoog.deleteLater()
    return (Path(paden[0]) if gekozen and paden else None), soort
