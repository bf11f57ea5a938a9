"""The tab with what inspectie stap 1 (2015) found in this regio on what bears on the topic."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vtscan_desktop.domain.inspectie import CRITERIA, UITZONDERING, Regioscore
from vtscan_desktop.domain.verwachtingen import Verwachting, Verwachtingoordeel, oordelen_bij_topic
from vtscan_desktop.hulpbronnen import laad_inspectietabel, laad_verwachtingen, regionaam
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.naast.tabblad import Rolblad
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_GEEN = "Geen verwachting van inspectie stap 1 (2015) gaat over dit topic."
_BRON = "Bron: landelijk rapport stap 1, bijlage 1, 2 en 3"
_UITZONDERLIJK = "1.1"
_WOORDEN = {True: "voldoende", False: "onvoldoende", None: "niet beoordeeld"}


class Verwachtingrij(QWidget):
    """One verwachting: its oordeel as a shape and in words, its number and what it asks."""

    def __init__(self, verwachting: Verwachting, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(t.px(maten.KLEIN))
        self._beeld = QLabel(self)
        self._beeld.setFixedWidth(t.px(maten.ICOON_RUIM))
        rij.addWidget(self._beeld, 0, Qt.AlignmentFlag.AlignTop)
        kolom = QVBoxLayout()
        kolom.setSpacing(0)
        kolom.addWidget(label(f"{verwachting.nummer} {verwachting.kort}", self))
        self.oordeel = label("", self, "klein")
        kolom.addWidget(self.oordeel)
        rij.addLayout(kolom, 1)

    def zet_oordeel(self, voldoende: bool | None) -> None:
        """Show how the regio did; None when this was not judged."""
        palet = thema().palet
        naam, toon = {
            True: ("inspectie-voldoende", palet.op_orde),
            False: ("inspectie-onvoldoende", palet.niet_op_orde),
            None: ("oordeel-niet_besproken", palet.open),
        }[voldoende]
        self._beeld.setPixmap(thema().pixmap(naam, toon.voor, 16))
        self.oordeel.setText(_WOORDEN[voldoende])


class InspectieBlad(Rolblad):
    """All verwachtingen stand here once, by criterium; a topic shows those that bear on it."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__("Inspectie", werkruimte, parent)
        self._verwachtingen = laad_verwachtingen()
        self._stand: tuple[int, str] | None = None
        self.stand = label("", self.vlak)
        self.kolom.addWidget(self.stand)
        self.koppen: dict[str, QLabel] = {}
        self.rijen: dict[str, Verwachtingrij] = {}
        for criterium in CRITERIA:
            self.koppen[criterium] = label("", self.vlak, "kop")
            self.koppen[criterium].setContentsMargins(0, thema().px(maten.SMAL), 0, 0)
            self.kolom.addWidget(self.koppen[criterium])
            for verwachting in self._verwachtingen:
                if _criterium(verwachting.nummer) == criterium:
                    self.rijen[verwachting.nummer] = Verwachtingrij(verwachting, self.vlak)
                    self.kolom.addWidget(self.rijen[verwachting.nummer])
        self.uitzondering = label(UITZONDERING, self.vlak, "klein")
        self.kolom.addWidget(self.uitzondering)
        self._bron = label(_BRON, self.vlak, "klein")
        self.kolom.addWidget(self._bron)
        self.sluit_af()

    def toon_topic(self, nr: int) -> None:
        """Show the verwachtingen that bear on a topic."""
        regio = self.werkruimte.scan.regio
        if self._stand == (nr, regio):
            return
        score = laad_inspectietabel().van(regio)
        if self._stand is None or self._stand[1] != regio:
            self._toon_oordelen(score)
        self._stand = (nr, regio)
        hier = oordelen_bij_topic(score, nr, self._verwachtingen)
        nummers = {deel.nummer for deel in hier}
        criteria = {_criterium(nummer) for nummer in nummers}
        for nummer, rij in self.rijen.items():
            rij.setVisible(nummer in nummers)
        for criterium, kop in self.koppen.items():
            kop.setVisible(criterium in criteria)
        self.uitzondering.setVisible(_UITZONDERLIJK in criteria and score is not None)
        self._bron.setVisible(bool(hier))
        self.stand.setText(_samenvatting(hier, score, regio))

    def _toon_oordelen(self, score: Regioscore | None) -> None:
        """What holds for a regio whatever the topic."""
        scores = dict(score.scores) if score else {}
        for nummer, rij in self.rijen.items():
            rij.zet_oordeel(scores.get(nummer))
        oordelen = score.criteria() if score else {}
        for criterium, kop in self.koppen.items():
            oordeel = oordelen.get(criterium)
            kop.setText(f"Criterium {criterium}: {oordeel}" if oordeel else f"Criterium {criterium}")


def _criterium(nummer: str) -> str:
    return nummer.rpartition(".")[0]


def _samenvatting(hier: tuple[Verwachtingoordeel, ...], score: Regioscore | None, regio: str) -> str:
    if not hier:
        return _GEEN
    if score is None:
        return f"Van de regio {regionaam(regio)} zijn geen oordelen van inspectie stap 1 (2015) bekend."
    beoordeeld = [deel for deel in hier if deel.voldoende is not None]
    voldoende = sum(deel.voldoende is True for deel in beoordeeld)
    if len(beoordeeld) == 1:
        return f"Inspectie stap 1 (2015): {_WOORDEN[bool(voldoende)]} op de verwachting bij dit topic."
    return f"Inspectie stap 1 (2015): {voldoende} van de {len(beoordeeld)} verwachtingen bij dit topic voldoende."
