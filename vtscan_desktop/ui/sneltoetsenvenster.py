"""F1: all shortcuts, under their headings."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.onderdelen import knop, label
from vtscan_desktop.ui.rijlijst import Tweeluik
from vtscan_desktop.ui.rolvak import Rolvak
from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN, VELDTOETSEN, Groep, als_tekst
from vtscan_desktop.ui.thema import thema

_TOETS = 126
"""Width of the column with the keys, in px at 100%."""

_MAAT = QSize(900, 620)
_LINKS = (Groep.GAAN, Groep.TOPIC)


class Sneltoetsenvenster(QDialog):
    """Two columns of groups, or one where there is no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Sneltoetsen")
        t = thema()
        self.resize((_MAAT * t.schaal).boundedTo(parent.window().size() * 0.94))
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, t.px(maten.GEWOON))
        buiten.setSpacing(t.px(maten.GEWOON))
        rol = Rolvak(self)
        rol.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll
        rol.setAccessibleName("Sneltoetsen")
        buiten.addWidget(rol, 1)
        kolom = QVBoxLayout(rol.vlak)
        kolom.setContentsMargins(t.px(maten.VENSTER), t.px(maten.RUIM), t.px(maten.VENSTER), t.px(maten.KRAP))
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(label("Sneltoetsen", rol.vlak, "titel"))
        luik = Tweeluik(1, 1, 720, rol.vlak, tussen=40)
        luik.vul(_kolom(luik, _LINKS), _kolom(luik, tuple(groep for groep in Groep if groep not in _LINKS)))
        kolom.addWidget(luik)
        kolom.addStretch(1)
        voet = QHBoxLayout()
        voet.setContentsMargins(t.px(maten.VENSTER), 0, t.px(maten.VENSTER), 0)
        voet.addStretch(1)
        sluit = knop("Sluiten", self, "hoofd")
        sluit.clicked.connect(self.accept)
        voet.addWidget(sluit)
        buiten.addLayout(voet)
        rol.setFocus()


def _kolom(parent: QWidget, groepen: tuple[Groep, ...]) -> QWidget:
    t = thema()
    hoek = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    vak = QWidget(parent)
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(t.px(maten.SMAL))
    for groep in groepen:
        kolom.addWidget(label(groep.value, vak, "kop"))
        rooster = QGridLayout()
        rooster.setHorizontalSpacing(t.px(maten.GEWOON))
        rooster.setVerticalSpacing(t.px(maten.KRAP))
        rooster.setColumnMinimumWidth(0, t.px(_TOETS))
        rooster.setColumnStretch(1, 1)
        for rij, toets in enumerate(deze for deze in (*SNELTOETSEN, *VELDTOETSEN) if deze.groep is groep):
            namen = " of ".join(als_tekst(naam) for naam in toets.toetsen)
            rooster.addWidget(label(namen, vak, "toets", breekt=False), rij, 0, hoek)
            rooster.addWidget(label(toets.wat, vak), rij, 1)
        kolom.addLayout(rooster)
        kolom.addSpacing(t.px(maten.GEWOON))
    kolom.addStretch(1)
    return vak
