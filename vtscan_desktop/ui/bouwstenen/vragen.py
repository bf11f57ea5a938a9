"""Questions to the user, in plain Dutch, with the harmless answer as the one that Enter gives."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMessageBox, QPushButton, QSizePolicy, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_soort
from vtscan_desktop.ui.bouwstenen.scherm import vrije_maat
from vtscan_desktop.ui.thema import thema

_SMAL_SCHERM, _NAAST, _BREEDST = 1024, 480, 1000
"""Qt lets a message box fill a screen no wider than this; on others it leaves so much beside it, up to a width."""


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
    _pas(venster, vrije_maat(parent).width())
    venster.exec()
    gekozen = venster.clickedButton()
    venster.deleteLater()
    return knoppen.get(gekozen, "") if isinstance(gekozen, QPushButton) else ""


def _pas(venster: QMessageBox, scherm: int) -> None:
    """As wide as large text asks; buttons that do not fit beside each other, which Qt would cut off, in a stack."""
    ruimte = scherm if scherm <= _SMAL_SCHERM else min(scherm - _NAAST, _BREEDST)
    ruimte -= 2 * thema().px(maten.BREED)
    tekst, rij = venster.findChild(QLabel, "qt_msgbox_informativelabel"), venster.findChild(QDialogButtonBox)
    assert isinstance(tekst, QLabel)
    assert isinstance(rij, QDialogButtonBox)
    tekst.setMinimumWidth(min(thema().px(maten.VRAAGVENSTER), ruimte))
    if rij.sizeHint().width() > ruimte:
        rij.setOrientation(Qt.Orientation.Vertical)
        rij.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
