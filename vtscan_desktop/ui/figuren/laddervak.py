"""The escalatieladder as a picture in words and shapes: the highest rung on top, on each rung its steps."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.acties import is_te_laat, te_laat_zin
from vtscan_desktop.domain.benamingen import ACTIESTATUS, MAATWERK
from vtscan_desktop.domain.escalatie import Ladder, Tredebeeld, Tredestand, is_afgerond
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.risicoscan import Maatwerkactie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_soort
from vtscan_desktop.ui.thema import thema

STAND = {
    Tredestand.NIET_GEZET: "nog niet gezet",
    Tredestand.LOOPT: "loopt",
    Tredestand.TE_LAAT: "te laat, zonder uitkomst",
    Tredestand.AFGEROND: "afgerond",
}
"""How far a rung is, in words."""
_BEELD = 20
"""Side of the shape of a rung, in px at 100%."""


class Laddervak(QFrame):
    """Shows one `Ladder`; only what differs is made anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        self._getoond: tuple[Ladder, date] | None = None
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        self._vak: QWidget | None = None
        self._buiten = buiten

    def toon(self, ladder: Ladder, vandaag: date) -> None:
        """Show a ladder as it is on a day."""
        if (ladder, vandaag) == self._getoond:
            return
        self._getoond = (ladder, vandaag)
        if self._vak is not None:
            self._buiten.removeWidget(self._vak)
            self._vak.hide()
            self._vak.deleteLater()
        self._vak = QWidget(self)
        kolom = QVBoxLayout(self._vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        kolom.addWidget(label("De ladder, van hoog naar laag", self._vak, "gedempt"))
        kolom.addSpacing(thema().px(maten.KLEIN))
        for beeld in reversed(ladder.treden):
            voorgesteld = bool(set(beeld.trede.soorten) & set(ladder.voorstel.soorten))
            kolom.addWidget(_Tredevak(beeld, vandaag, voorgesteld=voorgesteld, parent=self._vak))
        for buddy in ladder.buddys:
            kolom.addWidget(label(f"Naast de ladder: {stapzin(buddy, vandaag)}", self._vak, "gedempt"))
        self._buiten.addWidget(self._vak)
        self._vak.show()


class _Tredevak(QWidget):
    """One rung: its shape on the rail, its name and stand, and the steps that were set on it."""

    def __init__(self, beeld: Tredebeeld, vandaag: date, *, voorgesteld: bool, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(t.px(maten.GEWOON))
        rij.addWidget(_Stijl(beeld.stand, onderste=beeld.trede.nr == 1, parent=self))
        kolom = QVBoxLayout()
        kolom.setSpacing(t.px(maten.HAAR))
        kolom.setContentsMargins(0, 0, 0, t.px(maten.RUIM))
        kolom.addWidget(label(f"Trede {beeld.trede.nr}: {beeld.trede.naam}", self, "kop"))
        stand = STAND[beeld.stand] + (", nu voorgesteld" if voorgesteld else "")
        stand = hoofdletter(f"{stand} ({beeld.trede.bron})")
        kolom.addWidget(label(stand, self, "fout" if beeld.stand is Tredestand.TE_LAAT else "klein"))
        for stap in beeld.stappen:
            kolom.addWidget(label(stapzin(stap, vandaag), self))
            if stap.uitkomst.strip():
                kolom.addWidget(label(f"Uitkomst: {stap.uitkomst.strip()}", self, "gedempt"))
        rij.addLayout(kolom, 1)


class _Stijl(QWidget):
    """The rail with the shape of a rung."""

    def __init__(self, stand: Tredestand, *, onderste: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._stand, self._onderste = stand, onderste
        self.setFixedWidth(thema().px(_BEELD + 2))

    def paintEvent(self, _e: QPaintEvent) -> None:
        """Paint the rail below the shape, and the shape."""
        t = thema()
        maat = t.px(_BEELD)
        verf = QPainter(self)
        if not self._onderste:
            verf.setPen(QPen(QColor(t.palet.rand), maten.RAND_FOCUS, Qt.PenStyle.SolidLine))
            verf.drawLine(maat // 2, maat + 2, maat // 2, self.height() - 2)
        kleur = {
            Tredestand.NIET_GEZET: t.palet.gedempt,
            Tredestand.TE_LAAT: t.palet.niet_op_orde.voor,
        }.get(self._stand, t.palet.accent)
        verf.drawPixmap(0, 0, t.pixmap(f"trede-{self._stand.value}", kleur, _BEELD))
        verf.end()


def stapzin(stap: Maatwerkactie, vandaag: date) -> str:
    """One step in a line: what, for which topic, by when, and how it stands."""
    delen = [hoofdletter(MAATWERK[stap.soort])]
    if stap.aanleiding:
        delen.append(f"om topic {stap.aanleiding}")
    if stap.termijn is None:
        delen.append("zonder termijn")
    elif not is_afgerond(stap) and is_te_laat(stap, vandaag):
        delen.append(f"uiterlijk {format_datum(stap.termijn)}, {te_laat_zin(stap.termijn, vandaag)}")
    else:
        delen.append(format_datum(stap.termijn))
    return " · ".join((*delen, ACTIESTATUS[stap.status]))
