"""The explanation of a voorstel on the categorie page: rules, what counts lower, steps, open topics and signalen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.domain.afspraken import vind_te_herstellen
from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.onderbouwing import Onderbouwing, Punt, regels_op_gewicht
from vtscan_desktop.domain.risicoscan import KERN_NRS, Oordeel
from vtscan_desktop.domain.voorstel import Regeluitkomst, Voorstel
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.rijlijst import Lijst, Rij
from vtscan_desktop.ui.bouwstenen.tweeluik import Tweeluik
from vtscan_desktop.ui.paginas.categorieteksten import (
    afsprakenzin,
    alle_stappen,
    beslissendzin,
    hertoetszin,
    regelbeeld,
    schakel,
    stapmarkering,
    titellinks,
    topiclinks,
    zetzin,
)
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_MAX_LINKS = 6
"""More topics than this are shown on request, by name."""
_TOPICSTAP = "topic-"


class Uitleg(QWidget):
    """Shows a beoordeling. `gekozen` carries the step of a link, `naar_plaats` the place of one to a cell."""

    gekozen = Signal(str)
    naar_plaats = Signal(str)

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        self._format = werkruimte.format
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        onder = Tweeluik(31, 20, 760, self, tussen=30)
        links, kolom = _kolom(onder)
        self.regels = self._lijst("Waarom", links, kolom, "volgens de eigen uitwerking van ‘basis op orde’")
        self.lager = self._lijst("Telt lager dan u oordeelde", links, kolom)
        kolom.addStretch(1)
        rechts, kolom = _kolom(onder)
        self.verandert = self._lijst("Wanneer verandert het voorstel?", rechts, kolom)
        self.open = self._lijst("Nog open", rechts, kolom)
        self.signalen = self._lijst("Signalen", rechts, kolom, "bepalen de categorie niet")
        kolom.addStretch(1)
        onder.vul(links, rechts)
        buiten.addWidget(onder)

    def toon(self, beoordeling: Beoordeling) -> None:
        """Show why the voorstel is what it is; only rows that differ are made anew."""
        v, tekst = beoordeling.voorstel, beoordeling.onderbouwing
        self.regels.toon(tuple(self._regelrij(regel) for regel in regels_op_gewicht(v)) or (_geen_regel(v, tekst),))
        lager = tuple(self._lagerrij(punt) for punt in tekst.afgewaardeerd)
        self.lager.toon((*lager, Rij(uitleg=afsprakenzin(v))) if lager else ())
        self.verandert.toon(self._stappen(v, tekst))
        self.open.toon(self._open(v, tekst))
        self.signalen.toon(
            tuple(Rij(uitleg=s.tekst, links=schakel(s.topic) if s.topic else "") for s in beoordeling.signalen)
        )

    def _lijst(self, kop: str, parent: QWidget, kolom: QVBoxLayout, onder: str = "") -> Lijst:
        gemaakt = Lijst(kop, parent, onder=onder)
        gemaakt.gekozen.connect(self._bij_link)
        kolom.addWidget(gemaakt)
        return gemaakt

    def _bij_link(self, doel: str) -> None:
        if doel.startswith(_TOPICSTAP):
            self.gekozen.emit(doel)
        else:
            self.naar_plaats.emit(doel)

    def _regelrij(self, regel: Regeluitkomst) -> Rij:
        veel = len(regel.topics) > _MAX_LINKS
        return Rij(
            beeld=regelbeeld(regel),
            kop=regel.kop,
            uitleg=regel.toelichting,
            bron=f"{zetzin(regel)} · {regel.bron}",
            links="" if veel else topiclinks(regel.topics),
            meer=titellinks(regel.topics, self._format) if veel else "",
        )

    def _lagerrij(self, punt: Punt) -> Rij:
        """A topic that counts lower, with a link to the cell that would mend it."""
        (nr,) = punt.topics
        scan = self._werkruimte.scan
        plaats = vind_te_herstellen(scan.topic(nr), scan.peildatum, self._werkruimte.klad(f"acties/{nr}"))
        herstel = f'<a href="{plaats}">Naar de actie om aan te vullen</a>' if plaats else ""
        return Rij(
            beeld=Oordeel.NIET_OP_ORDE,
            kop=punt.kop,
            uitleg=punt.toelichting,
            html=herstel,
            naam=f"{punt.kop}: naar de actie om aan te vullen" if herstel else "",
            links=topiclinks(punt.topics),
        )

    def _open(self, v: Voorstel, tekst: Onderbouwing) -> tuple[Rij, ...]:
        """Which topics are open; those that decide apart, when not all of them do."""
        if not tekst.open:
            return ()
        alle = Rij(beeld=Oordeel.NIET_BESPROKEN, uitleg=tekst.open, html=titellinks(v.openstaand, self._format))
        if not v.beslissend or v.beslissend == v.openstaand:
            return (alle,)
        return (alle, Rij(kop=beslissendzin(v), html=titellinks(v.beslissend, self._format)))

    def _stappen(self, v: Voorstel, tekst: Onderbouwing) -> tuple[Rij, ...]:
        rijen: list[Rij] = []
        for beeld, stap, sets in (
            (Oordeel.NIET_OP_ORDE, tekst.omlaag, v.stap_omlaag),
            (Oordeel.OP_ORDE, tekst.omhoog, v.stap_omhoog),
        ):
            if stap is not None:
                html = stapmarkering(stap, self._format)
                rijen.append(Rij(beeld=beeld, html=html, meer=alle_stappen(sets), meer_tekst="alle mogelijkheden"))
        if zin := hertoetszin(v):
            rijen.append(Rij(beeld=Oordeel.NIET_OP_ORDE, html=zin))
        return tuple(rijen)


def _geen_regel(v: Voorstel, tekst: Onderbouwing) -> Rij:
    niets_besproken = set(v.openstaand) >= KERN_NRS
    return Rij(beeld=Oordeel.NIET_BESPROKEN if niets_besproken else Oordeel.OP_ORDE, uitleg=tekst.regels[0])


def _kolom(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    vak = QWidget(parent)
    vak.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema().px(maten.KLEIN))
    return vak, kolom
