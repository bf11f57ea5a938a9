"""The page with what a scan is about: regio, peildatum, title, status and adviser."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.levensloop import eis_overgang
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan, ScanStatus
from vtscan_desktop.domain.topics import zeg_ontbrekend
from vtscan_desktop.hulpbronnen import laad_regios
from vtscan_desktop.services.tabelrijen import Celsoort, Kolom
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.scanveld import Formulier, ScanVeld
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabellen.cellen import TekstCel
from vtscan_desktop.ui.teksten import SCANSTATUS
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

PEILDATUM = Kolom("peildatum", "Peildatum", Celsoort.DATUM, verplicht=True)
_VOORBEELD = (
    "Dit is een voorbeeldscan. Op elk scherm en op elke pagina van het rapport staat daarom VOORBEELD. "
    "Dat is niet te wijzigen."
)
_LEESKOPIE = (
    "Dit is een leeskopie: de bestuurlijke editie uit een rapport. Notities, namen en locaties zitten er niet in."
)
_STEL_VAST = "Vaststellen"
_SLOT = (
    "De scan gaat daarna op slot: alles is te lezen en er kan een rapport van komen, maar er verandert niets meer in. "
    "Heropenen kan, met een reden die bewaard blijft."
)


class GegevensPagina(Pagina):
    """What the scan is about."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap, werkruimte, parent, titel="Gegevens", onder="Waar deze scan over gaat en wie hem heeft opgesteld"
        )
        self.kolom.addSpacing(thema().px(maten.SMAL))
        self._voorbeeld = label(_VOORBEELD, self.inhoud, "melding")
        self._leeskopie = label(_LEESKOPIE, self.inhoud, "melding")
        self.kolom.addWidget(self._voorbeeld)
        self.kolom.addWidget(self._leeskopie)
        self._ontbreekt = label(zeg_ontbrekend(werkruimte.format), self.inhoud, "melding")
        self._ontbreekt.setVisible(bool(werkruimte.format.vervangt))
        self.kolom.addWidget(self._ontbreekt)
        self.adviseur: dict[str, TekstCel] = {}
        self._bouw_scan()
        self._bouw_adviseur()

    def ververs(self) -> None:
        """Show the scan as it is now."""
        scan = self.werkruimte.scan
        self._voorbeeld.setVisible(scan.voorbeeld)
        self._leeskopie.setVisible(scan.editie is Editie.BESTUURLIJK)
        self.regio.zet_waarde(scan.regio)
        self.status.zet_waarde(scan.status.value)
        self.titelveld.zet_tekst(scan.titel)
        self.peildatum.ververs()
        for naam, veld in self.adviseur.items():
            veld.zet_tekst(getattr(scan.adviseur, naam))

    def eerste_veld(self) -> QWidget | None:
        """The titel: an arrow key in the regio would choose another."""
        return self.titelveld

    def _bouw_scan(self) -> None:
        vak = Formulier(self.inhoud)
        self.regio = KeuzeVeld("Regio", [(r.sleutel, r.naam) for r in laad_regios()], vak)
        self.regio.setObjectName("regio")
        self.regio.veranderd.connect(self._bij_regio)
        vak.voeg_toe("Regio", self.regio, 300)
        self.peildatum = ScanVeld(PEILDATUM, self.werkruimte, _lees_peildatum, _zet_peildatum, vak)
        vak.voeg_toe("Peildatum", self.peildatum, 150, rek=0)
        self.status = KeuzeVeld("Status", [(s.value, tekst) for s, tekst in SCANSTATUS.items()], vak)
        self.status.setObjectName("status")
        self.status.veranderd.connect(self._bij_status)
        vak.voeg_toe("Status", self.status, 170, rek=0)
        self.titelveld = self._regel("Titel", "titel", vak)
        vak.voeg_toe("Titel (mag leeg blijven)", self.titelveld, 560)
        self.kolom.addWidget(vak)
        self.kolom.addWidget(self.peildatum.fout)
        self.statusfout = label("", self.inhoud, "fout")
        self.statusfout.hide()
        self.kolom.addWidget(self.statusfout)
        self.kolom.addWidget(
            label(
                "De peildatum is de dag waarop de scan de stand van zaken weergeeft. Termijnen van acties tellen vanaf "
                "die dag, en de titels van topics 18 tot en met 20 volgen hem.",
                self.inhoud,
                "klein",
            )
        )

        self.format = label(f"Format: {self.werkruimte.format.volledig}.", self.inhoud, "klein")
        self.kolom.addWidget(self.format)

    def _bouw_adviseur(self) -> None:
        self.kop("Adviseur")
        vak = Formulier(self.inhoud)
        for naam, kop, breedte in (
            ("functie", "Functie", 260),
            ("organisatie", "Organisatie", 150),
            ("naam", "Naam (alleen intern)", 150),
        ):
            veld = self._regel(f"Adviseur, {naam}", f"adviseur.{naam}", vak)
            self.adviseur[naam] = veld
            vak.voeg_toe(kop, veld, breedte)
        self.kolom.addWidget(vak)
        self.kolom.addWidget(
            label(
                "In de bestuurlijke editie van het rapport staan functie en organisatie, en geen namen. Een naam komt "
                "alleen in de interne editie en in een export; vul hem alleen in als dat nodig is.",
                self.inhoud,
                "klein",
            )
        )

    def _regel(self, naam: str, plek: str, parent: QWidget) -> TekstCel:
        veld = TekstCel(Kolom(plek, naam, Celsoort.TEKST), naam, parent, kaart=True)
        veld.setObjectName(plek)
        veld.veranderd.connect(self._bij_tekst)
        veld.klaar.connect(self._verder)
        veld.geweigerd.connect(self.melding)
        veld.wordt(plek.replace(".", "/"))
        veld.versies_gevraagd.connect(self.werkruimte.versies_gevraagd)
        return veld

    def _verder(self) -> None:
        self.focusNextChild()

    def _bij_regio(self, regio: str) -> None:
        self.werkruimte.wijzig_veld(regio=regio)

    def _bij_status(self, status: str) -> None:
        """Take over a status that the scan may have; else say what is missing, and show the one it has."""
        naar = ScanStatus(status)
        self.statusfout.hide()
        try:
            eis_overgang(self.werkruimte.scan, self.werkruimte.beoordeling.voorstel, naar, "")
            if naar is not ScanStatus.VASTGESTELD or self._wil_vaststellen():
                self.werkruimte.zet_status(naar)
        except VtscanFout as fout:
            self.statusfout.setText(str(fout))
            self.statusfout.show()
        self.status.zet_waarde(self.werkruimte.scan.status.value)

    def _wil_vaststellen(self) -> bool:
        return vraag(self, "Scan vaststellen?", _SLOT, _STEL_VAST) == _STEL_VAST

    def _bij_tekst(self, tekst: str) -> None:
        naam = self.sender().objectName()
        if naam == "titel":
            self.werkruimte.wijzig_veld(titel=tekst)
            return
        wie = replace(self.werkruimte.scan.adviseur, **{naam.removeprefix("adviseur."): tekst})
        self.werkruimte.wijzig_veld(adviseur=wie)


def _lees_peildatum(scan: Risicoscan) -> Any:
    return scan.peildatum


def _zet_peildatum(scan: Risicoscan, waarde: Any) -> Risicoscan:
    return replace(scan, peildatum=waarde)
