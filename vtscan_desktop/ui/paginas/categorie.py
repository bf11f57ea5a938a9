"""What the oordelen add up to and why, and beside it what the adviser decides."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.onderbouwing import EIGEN_UITWERKING, Onderbouwing, regels_op_gewicht
from vtscan_desktop.domain.risicoscan import Oordeel
from vtscan_desktop.domain.voorstel import Regeluitkomst, Voorstel
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.ui.onderdelen import label
from vtscan_desktop.ui.pagina import Pagina
from vtscan_desktop.ui.paginas.categoriedelen import Vaststellingkaart, Voorstelkaart
from vtscan_desktop.ui.paginas.categorieteksten import (
    afsprakenzin,
    alle_stappen,
    hertoetszin,
    regelbeeld,
    schakel,
    stapmarkering,
    titellinks,
    topiclinks,
)
from vtscan_desktop.ui.rijlijst import Lijst, Rij, Tweeluik
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_MAX_LINKS = 6
"""More topics than this are shown on request, by name."""


class CategoriePagina(Pagina):
    """Voorstel and vaststelling side by side, and the whole explanation under them."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap,
            werkruimte,
            parent,
            titel="Categorie",
            onder="Wat de oordelen samen betekenen, en wat u vaststelt",
            breed=True,
        )
        self._format = laad_format()
        self._getoond: Beoordeling | None = None
        self.kolom.addSpacing(thema().px(6))
        boven = Tweeluik(1, 1, 760, self.inhoud)
        self.voorstel = Voorstelkaart(boven)
        self.vaststelling = Vaststellingkaart(werkruimte, boven)
        self.vaststelling.motivering.geweigerd.connect(self.melding)
        boven.vul(self.voorstel, self.vaststelling)
        self.kolom.addWidget(boven)
        onder = Tweeluik(31, 20, 760, self.inhoud, tussen=30)
        onder.vul(self._maak_waarom(onder), self._maak_rechts(onder))
        self.kolom.addWidget(onder)
        self.kolom.addWidget(label(EIGEN_UITWERKING, self.inhoud, "klein"))

    def ververs(self) -> None:
        """Show the scan as it is now; the explanation only when it was made anew."""
        self.vaststelling.ververs()
        beoordeling = self.werkruimte.beoordeling
        if beoordeling is not self._getoond:
            self._getoond = beoordeling
            self._toon(beoordeling)

    def eerste_veld(self) -> QWidget | None:
        """The choice of the vaststelling."""
        return self.vaststelling.keuze.knop(self.vaststelling.keuze.waarde())

    def _maak_waarom(self, parent: QWidget) -> QWidget:
        vak, kolom = _kolom(parent)
        self.regels = Lijst("Waarom", vak, onder="volgens de eigen uitwerking van ‘basis op orde’")
        self.lager = Lijst("Telt lager dan u oordeelde", vak)
        for lijst in (self.regels, self.lager):
            lijst.gekozen.connect(self.naar_stap)
            kolom.addWidget(lijst)
        kolom.addStretch(1)
        return vak

    def _maak_rechts(self, parent: QWidget) -> QWidget:
        vak, kolom = _kolom(parent)
        self.verandert = Lijst("Wanneer verandert het voorstel?", vak)
        self.open = Lijst("Nog open", vak)
        self.signalen = Lijst("Signalen", vak)
        for lijst in (self.verandert, self.open, self.signalen):
            lijst.gekozen.connect(self.naar_stap)
            kolom.addWidget(lijst)
        kolom.addStretch(1)
        return vak

    def _toon(self, beoordeling: Beoordeling) -> None:
        v, tekst = beoordeling.voorstel, beoordeling.onderbouwing
        self.voorstel.toon(beoordeling)
        self.regels.toon(tuple(self._regelrij(regel) for regel in regels_op_gewicht(v)) or (_geen_regel(tekst),))
        lager = tuple(
            Rij(beeld=Oordeel.NIET_OP_ORDE, kop=p.kop, uitleg=p.toelichting, links=topiclinks(p.topics))
            for p in tekst.afgewaardeerd
        )
        self.lager.toon((*lager, Rij(uitleg=afsprakenzin(v))) if lager else ())
        self.verandert.toon(self._stappen(v, tekst))
        self.open.toon(
            (Rij(beeld=Oordeel.NIET_BESPROKEN, uitleg=tekst.open, html=titellinks(v.openstaand, self._format)),)
            if tekst.open
            else ()
        )
        self.signalen.toon(
            tuple(Rij(uitleg=s.tekst, links=schakel(s.topic) if s.topic else "") for s in beoordeling.signalen)
        )

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

    def _regelrij(self, regel: Regeluitkomst) -> Rij:
        veel = len(regel.topics) > _MAX_LINKS
        return Rij(
            beeld=regelbeeld(regel),
            kop=regel.kop,
            uitleg=regel.toelichting,
            bron=regel.bron,
            links="" if veel else topiclinks(regel.topics),
            meer=titellinks(regel.topics, self._format) if veel else "",
        )


def _geen_regel(tekst: Onderbouwing) -> Rij:
    return Rij(beeld=Oordeel.OP_ORDE, uitleg=tekst.regels[0])


def _kolom(parent: QWidget) -> tuple[QWidget, QVBoxLayout]:
    vak = QWidget(parent)
    vak.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
    kolom = QVBoxLayout(vak)
    kolom.setContentsMargins(0, 0, 0, 0)
    kolom.setSpacing(thema().px(10))
    return vak, kolom
