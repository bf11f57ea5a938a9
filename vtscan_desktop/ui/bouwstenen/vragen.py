"""Questions to the user, in plain Dutch, with the harmless answer as the one that Enter gives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from vtscan_desktop.ui.bouwstenen.onderdelen import zet_soort


def vraag(parent: QWidget, titel: str, tekst: str, *antwoorden: str, gevaar: str = "") -> str:
    """Ask; gives back the chosen answer, or "" for Annuleren. `gevaar` is the answer that cannot be undone."""
    venster = QMessageBox(parent)
    venster.setWindowTitle(titel)
    venster.setWindowModality(Qt.WindowModality.WindowModal)  # the handleiding can still be read
    venster.setTextFormat(Qt.TextFormat.PlainText)  # it may name what a user typed
    venster.setText(titel)
    venster.setInformativeText(tekst)
    knoppen: dict[QPushButton, str] = {}
    for antwoord in antwoorden:
        knop = QPushButton(antwoord, venster)
        if antwoord == gevaar:
            zet_soort(knop, "gevaar")
        venster.addButton(knop, QMessageBox.ButtonRole.AcceptRole)
        knoppen[knop] = antwoord
    terug = QPushButton("Annuleren", venster)
    venster.addButton(terug, QMessageBox.ButtonRole.RejectRole)
    venster.setDefaultButton(terug)
    venster.setEscapeButton(terug)
    venster.exec()
    gekozen = venster.clickedButton()
    venster.deleteLater()
    return knoppen.get(gekozen, "") if isinstance(gekozen, QPushButton) else ""
