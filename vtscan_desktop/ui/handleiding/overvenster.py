"""What this program is: version, where the scans are, and the licences of all that it is made of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from vtscan_desktop.services.handleiding import beeldmap
from vtscan_desktop.services.overdit import (
    LICENTIE,
    Onderdeel,
    als_hoofdstuk,
    dit_programma,
    meegeleverd_van_anderen,
    pakketten,
)
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.blad import zet_blad
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.zijlijst import Zijlijst
from vtscan_desktop.ui.handleiding.handleidingblad import maak_blad
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(900, 660)
_BEELD = 48


class Overvenster(QDialog):
    """`handleiding` asks for the handleiding."""

    handleiding = Signal()

    def __init__(self, database: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Over dit programma")
        t = thema()
        self._delen = (dit_programma(), meegeleverd_van_anderen(), *pakketten())
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.BREED), t.px(maten.BREED), t.px(maten.BREED), t.px(maten.RUIM))
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addLayout(self._maak_kop(database))
        kolom.addWidget(label("Licenties", self, "kop"))
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.GEWOON))
        rij.addWidget(self._maak_lijst())
        rij.addWidget(self._maak_tekst(), 1)
        kolom.addLayout(rij, 1)
        kolom.addLayout(self._maak_voet())
        self.lijst.setCurrentRow(0)
        self.resize(maat_over(parent, _MAAT))

    def _maak_kop(self, database: Path) -> QHBoxLayout:
        t = thema()
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.RUIM))
        beeld = label("", self, breekt=False)
        beeld.setPixmap(t.pixmap("app", maat=_BEELD))
        rij.addWidget(beeld, 0, Qt.AlignmentFlag.AlignTop)
        woorden = QVBoxLayout()
        woorden.setSpacing(t.px(maten.KRAP))
        woorden.addWidget(label("Risicoscan Veilig Thuis", self, "titel"))
        woorden.addWidget(label(f"vtscan, versie {dit_programma().versie}", self))
        vrij = f"Vrije software onder de licentie {LICENTIE}. Het programma gebruikt geen netwerk."
        woorden.addWidget(label(vrij, self, "gedempt"))
        woorden.addWidget(label(f"Uw scans staan in {breekbaar(database)}", self, "klein"))
        rij.addLayout(woorden, 1)
        return rij

    def _maak_lijst(self) -> Zijlijst:
        self.lijst = Zijlijst("Onderdelen en hun licentie", self)
        self.lijst.addItems([_regel(deel) for deel in self._delen])
        self.lijst.currentRowChanged.connect(self._toon)
        return self.lijst

    def _maak_tekst(self) -> QTextBrowser:
        self.tekst = QTextBrowser(self)
        self.tekst.setOpenLinks(False)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tekst.setAccessibleName("Tekst van de licentie")
        return self.tekst

    def _maak_voet(self) -> QHBoxLayout:
        voet = QHBoxLayout()
        voet.setSpacing(thema().px(maten.KLEIN))
        self.lezen = knop("Handleiding…", self)
        self.lezen.clicked.connect(self._bij_lezen)
        sluiten = knop("Sluiten", self, "hoofd")
        sluiten.clicked.connect(self.accept)
        voet.addWidget(self.lezen)
        voet.addStretch(1)
        voet.addWidget(sluiten)
        return voet

    def _toon(self, nummer: int) -> None:
        blad = maak_blad(als_hoofdstuk(self._delen[nummer]), beeldmap(), self.tekst.width(), self.devicePixelRatioF())
        blad.setDocumentMargin(thema().px(maten.KLEIN))
        zet_blad(self.tekst, blad)

    def _bij_lezen(self) -> None:
        self.accept()
        self.handleiding.emit()


def _regel(deel: Onderdeel) -> str:
    onder = " · ".join(woord for woord in (deel.versie, deel.licentie) if woord)
    return f"{deel.naam}\n{onder}" if onder else deel.naam
