"""Beside a topic: its notes, of all gesprekken together, newest at the bottom."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vtscan_desktop.domain.notatie import format_datum_kort
from vtscan_desktop.domain.risicoscan import MAX_TEKST, Notitie, NotitieSoort, Risicoscan
from vtscan_desktop.ui.onderdelen import knop, label, lijn
from vtscan_desktop.ui.teksten import GESPREKSOORT
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

BREEDTE = 306
"""Width of the panel, in px at 100%."""


class Zijvak(QFrame):
    """The notes of the topic shown. A note can be taken over in the feitelijke situatie, or removed (and put back)."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zijvak")
        self._werkruimte = werkruimte
        self._topic: int | None = None
        self._smal = False
        self._open = False
        self._getoond: object = None
        self._verwijderd: tuple[int, Notitie] | None = None
        t = thema()
        self.setFixedWidth(min(t.px(BREEDTE), round(BREEDTE * 1.3)))
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(0)
        self._kop = label("", self, "kop")
        self._kop.setContentsMargins(t.px(18), t.px(14), t.px(18), t.px(12))
        kolom.addWidget(self._kop)
        kolom.addWidget(lijn(self))
        self._rol = QScrollArea(self)
        self._rol.setWidgetResizable(True)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        kolom.addWidget(self._rol, 1)
        self.ongedaan = knop("Notitie verwijderd. Ongedaan maken", self, "link")
        self.ongedaan.clicked.connect(self._zet_terug)
        self.ongedaan.hide()
        kolom.addWidget(self.ongedaan)
        werkruimte.gewijzigd.connect(self._bij_wijziging)

    def zet_topic(self, nr: int | None) -> None:
        """Show the notes of a topic; the panel hides when there is none."""
        self._topic = nr
        self._toon_of_verberg()
        self._bij_wijziging(self._werkruimte.scan)

    def zet_smal(self, smal: bool) -> None:
        """In a narrow window the panel shows only when asked for."""
        self._smal = smal
        self._toon_of_verberg()

    def wissel(self) -> None:
        """Show or hide the panel in a narrow window."""
        self._open = not self._open
        self._toon_of_verberg()

    def _toon_of_verberg(self) -> None:
        self.setVisible(self._topic is not None and (self._open or not self._smal))

    def _bij_wijziging(self, scan: Risicoscan) -> None:
        if self._topic is None:
            return
        stand = (self._topic, scan.notities, scan.gesprekken)
        if stand == self._getoond:
            return
        self._getoond = stand
        self._vul(scan)

    def _vul(self, scan: Risicoscan) -> None:
        hier = [(i, n) for i, n in enumerate(scan.notities) if n.topic == self._topic]
        self._kop.setText(f"Notities ({len(hier)})" if hier else "Notities")
        vlak = QWidget(self._rol)
        vlak.setProperty("soort", "papier")
        kolom = QVBoxLayout(vlak)
        t = thema()
        kolom.setContentsMargins(t.px(18), t.px(14), t.px(18), t.px(14))
        kolom.setSpacing(t.px(14))
        if not hier:
            leeg = "Nog geen notities bij dit topic. Typ er een in de regel onderaan; Enter bewaart."
            kolom.addWidget(label(leeg, vlak, "gedempt"))
        gesprekken = {g.id: f"{format_datum_kort(g.datum)}, {GESPREKSOORT[g.soort]}" for g in scan.gesprekken}
        for i, notitie in hier:
            kolom.addWidget(self._notitie(i, notitie, gesprekken.get(notitie.gesprek or "", ""), vlak))
        kolom.addStretch(1)
        self._rol.setWidget(vlak)
        self._rol.verticalScrollBar().rangeChanged.connect(self._naar_onder)

    def _notitie(self, plaats: int, notitie: Notitie, gesprek: str, parent: QWidget) -> QWidget:
        vak = QWidget(parent)
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema().px(3))
        moment = notitie.tijd.astimezone()
        delen = [gesprek or format_datum_kort(moment.date()), f"{moment:%H:%M}"]
        if notitie.soort is not NotitieSoort.NOTITIE:
            delen.append(notitie.soort.value)
        kolom.addWidget(label(" · ".join(delen), vak, "klein"))
        tekst = label(notitie.tekst, vak)
        tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kolom.addWidget(tekst)
        rij = QHBoxLayout()
        rij.setSpacing(thema().px(10))
        for woord, uitleg, doe in (
            ("Overnemen", "Zet deze notitie onder de feitelijke situatie", self._neem_over),
            ("Verwijderen", "Verwijder deze notitie", self._verwijder),
        ):
            deze = knop(woord, vak, "klein-link")
            deze.setToolTip(uitleg)
            deze.setAccessibleName(f"{uitleg}: {notitie.tekst[:40]}")
            deze.setProperty("plaats", plaats)
            deze.clicked.connect(doe)
            rij.addWidget(deze)
        rij.addStretch(1)
        kolom.addLayout(rij)
        return vak

    def _naar_onder(self, _laagste: int, hoogste: int) -> None:
        self._rol.verticalScrollBar().setValue(hoogste)

    def _neem_over(self) -> None:
        assert self._topic is not None
        scan = self._werkruimte.scan
        notitie = scan.notities[int(self.sender().property("plaats"))]
        oud = scan.topic(self._topic).toelichting
        nieuw = f"{oud}\n{notitie.tekst}" if oud.strip() else notitie.tekst
        if len(nieuw) <= MAX_TEKST:
            self._werkruimte.wijzig_topic(self._topic, toelichting=nieuw)

    def _verwijder(self) -> None:
        scan = self._werkruimte.scan
        plaats = int(self.sender().property("plaats"))
        self._verwijderd = (plaats, scan.notities[plaats])
        self.ongedaan.show()
        self._werkruimte.wijzig(replace(scan, notities=scan.notities[:plaats] + scan.notities[plaats + 1 :]))

    def _zet_terug(self) -> None:
        if self._verwijderd is None:
            return
        plaats, notitie = self._verwijderd
        self._verwijderd = None
        self.ongedaan.hide()
        scan = self._werkruimte.scan
        self._werkruimte.wijzig(replace(scan, notities=(*scan.notities[:plaats], notitie, *scan.notities[plaats:])))
