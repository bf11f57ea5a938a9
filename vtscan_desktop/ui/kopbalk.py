"""The header: which scan, its stand, the voorstel, and when all was last kept."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.ui.onderdelen import knop, label
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.teksten import SCANSTATUS, scanmerk
from vtscan_desktop.ui.thema import thema

BEELD_VAN_CATEGORIE = {
    1: "oordeel-op_orde",
    2: "oordeel-pril",
    3: "oordeel-niet_op_orde",
    None: "oordeel-niet_besproken",
}


class Categoriechip(QPushButton):
    """A pill with shape, colour and words for the voorstel."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("voorstel")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def toon(self, beoordeling: Beoordeling) -> None:
        """Show a voorstel, or the range while there is none."""
        v = beoordeling.voorstel
        if v.voorstel is None:
            tekst = f"Nog open: categorie {v.beste} tot en met {v.slechtste}"
        elif v.beste != v.slechtste:
            tekst = f"Voorlopig voorstel: categorie {v.voorstel}"
        else:
            tekst = f"Voorstel: categorie {v.voorstel}"
        toon = thema().palet.categorie(v.voorstel)
        self.setText(f" {tekst}")
        self.setAccessibleName(tekst)
        self.setToolTip("Naar de categorie en waarom")
        self.setIcon(QIcon(thema().pixmap(BEELD_VAN_CATEGORIE[v.voorstel], toon.voor, 14)))
        self.setIconSize(QSize(thema().px(14), thema().px(14)))
        hoogte = thema().px(31)
        self.setFixedHeight(hoogte)
        self.setStyleSheet(
            f"QPushButton{{background:{toon.achter};color:{toon.voor};border:2px solid {toon.achter};font-weight:500;"
            f"border-radius:{hoogte // 2}px;padding:0 {thema().px(12)}px;}}"
            f"QPushButton:focus{{border-color:{toon.voor};}}"
        )


def meerknop(parent: QWidget) -> QPushButton:
    """The quiet button with three dots, for settings and the like."""
    gemaakt = knop("", parent, "stil", "meer")
    gemaakt.setObjectName("meer")
    gemaakt.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    gemaakt.setAccessibleName("Meer: instellingen en sneltoetsen")
    gemaakt.setToolTip(gemaakt.accessibleName())
    return gemaakt


class Kopbalk(QFrame):
    """The header of an open scan."""

    terug = Signal()
    naar_categorie = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kopbalk")
        self._smal = False
        self._over_tekst = ""
        self._melding: Bewaarmelding | None = None
        t = thema()
        self.setFixedHeight(t.px(60))
        rij = QHBoxLayout(self)
        rij.setContentsMargins(t.px(10), 0, t.px(20), 0)
        rij.setSpacing(t.px(14))
        alle = knop("‹", self, "stil")
        alle.setAccessibleName("Terug naar alle scans")
        alle.setToolTip("Terug naar alle scans (Ctrl+W)")
        alle.setFixedWidth(t.px(28))
        alle.clicked.connect(self.terug)
        rij.addWidget(alle)
        rij.setSpacing(t.px(8))
        self._regio = label("", self, breekt=False)
        self._regio.setObjectName("regio")
        self._over = label("", self, "kicker", breekt=False)
        self._over.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._merk = label("", self, "voorbeeld", breekt=False)
        self._chip = Categoriechip(self)
        self._chip.clicked.connect(self.naar_categorie)
        self._bewaard = label("", self, "kicker", breekt=False)
        self._bewaard.setAccessibleName("Bewaard")
        rij.addWidget(self._regio)
        rij.addSpacing(t.px(6))
        rij.addWidget(self._over, 1)
        rij.addWidget(self._merk, 0, Qt.AlignmentFlag.AlignVCenter)
        rij.addSpacing(t.px(6))
        rij.addWidget(self._chip)
        rij.addSpacing(t.px(6))
        rij.addWidget(self._bewaard)
        self.vlaggen = self._knopje("vlag", "vlaggen", rij)
        self.zoek = self._knopje("zoek", "zoek", rij)
        self.meer = meerknop(self)
        rij.addWidget(self.meer)

    def _knopje(self, beeld: str, toets: str, rij: QHBoxLayout) -> QPushButton:
        """A quiet button at the right, for what has a shortcut too."""
        gemaakt = knop("", self, "stil", beeld)
        gemaakt.setObjectName(toets)
        gemaakt.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        gemaakt.setAccessibleName(sneltoets(toets).wat)
        gemaakt.setToolTip(f"{sneltoets(toets).wat} ({sneltoets(toets).tekst})")
        rij.addWidget(gemaakt)
        return gemaakt

    def zet_smal(self, smal: bool) -> None:
        """In a narrow window the words make room."""
        self._smal = smal
        self._over.setText("" if smal else self._over_tekst)
        self._toon_tijd()

    def toon_scan(self, scan: Risicoscan) -> None:
        """Show regio, peildatum and stand."""
        self._regio.setText(f"Veilig Thuis {regionaam(scan.regio)}")
        delen = [f"peildatum {format_datum(scan.peildatum)}", SCANSTATUS[scan.status]]
        self._over_tekst = " · ".join(delen)
        self._over.setText("" if self._smal else self._over_tekst)
        self._over.setToolTip(scan.titel)
        self._regio.setToolTip(self._over_tekst)
        vlaggen = sum(topic.later for topic in scan.topics)
        self.vlaggen.setText(f" {vlaggen}")
        self.vlaggen.setAccessibleName(f"{sneltoets('vlaggen').wat}: {vlaggen}")
        self.vlaggen.setVisible(bool(vlaggen))
        merk = scanmerk(scan)
        self._merk.setText(merk)
        self._merk.setVisible(bool(merk))

    def toon_beoordeling(self, beoordeling: Beoordeling) -> None:
        """Show the voorstel."""
        self._chip.toon(beoordeling)

    def toon_bewaard(self, melding: Bewaarmelding) -> None:
        """Show when all was last kept, or that it was not."""
        self._melding = melding
        self._toon_tijd()

    def _toon_tijd(self) -> None:
        melding = self._melding
        if melding is None:
            return
        tijd = f"{melding.tijd.astimezone():%H:%M:%S}"
        goed = tijd if self._smal else f"Opgeslagen {tijd}"
        self._bewaard.setText(goed if melding.fout is None else "Niet opgeslagen")
        self._bewaard.setToolTip(f"Opgeslagen om {tijd}" if melding.fout is None else str(melding.fout))
