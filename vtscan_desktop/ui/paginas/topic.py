"""The one page for topics 1-17: feitelijke situatie, risico's, oordeel, acties and bronnen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vtscan_desktop.domain.kerndatafiguren import topicfiguren
from vtscan_desktop.domain.risicoscan import HERTOETS_NR, Hertoetsuitkomst, Oordeel, Risicoscan
from vtscan_desktop.domain.topics import Topic
from vtscan_desktop.services.tabelrijen import Celsoort, Kolom
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_uitleg
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.figuren.figuurvak import Figuurlijst
from vtscan_desktop.ui.paginas.bronnenkeuze import Bronnenkeuze
from vtscan_desktop.ui.paginas.oordeelkeuze import Oordeelkeuze
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.vlagknop import Vlagknop
from vtscan_desktop.ui.scanveld import ScanVeld
from vtscan_desktop.ui.stappen import GESPREKKEN, Stap
from vtscan_desktop.ui.tabellen.tabelkoppeling import maak_tabel
from vtscan_desktop.ui.teksten import HERTOETS
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

HERTOETSDATUM = Kolom("hertoetsdatum", "Datum van de hertoets", Celsoort.DATUM)
WACHTLIJST_NR = 3
"""The topic whose page also holds the counts of the wachtlijst."""


class TopicPagina(Pagina):
    """One topic. Everything typed goes straight into the werkruimte."""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget, topic: Topic) -> None:
        super().__init__(stap, werkruimte, parent, titel=f"{topic.nr}  {topic.titel}", kicker=topic.thema.titel)
        self._topic = topic
        self._nr = topic.nr
        self._zet_merken()
        self.toelichting = self._tekstvlak("Feitelijke situatie", "toelichting", 4)
        self.risico = self._tekstvlak("Risico’s", "risico", 2)
        self._bouw_hertoets()
        self._bouw_oordeel()
        self._bouw_tabellen()
        self._bouw_bronnen()

    def ververs(self) -> None:
        """Show the topic as it is now."""
        scan, invulling = self.werkruimte.scan, self.werkruimte.scan.topic(self._nr)
        self.toelichting.zet_tekst(invulling.toelichting)
        self.risico.zet_tekst(invulling.risico)
        self.motivering.zet_tekst(invulling.motivering)
        self.keuze.zet_oordeel(invulling.oordeel)
        self._vlag.ververs()
        if self._hertoets is not None:
            self._hertoets.zet_waarde(scan.hertoets.uitkomst.value)
            self._hertoetsdatum.ververs()
        for tabel in self._tabellen:
            tabel.ververs()
        self.figuren.zet_figuren(topicfiguren(scan, self._nr))
        self._toon_telling()
        self._bronnen.ververs()

    def eerste_veld(self) -> QWidget | None:
        """The feitelijke situatie: what one comes here to type."""
        return self.toelichting

    def _zet_merken(self) -> None:
        merken: list[QWidget] = []
        if self._topic.kern:
            merken.append(self._merk("kern", "Kerntopic: geldt voor elk Veilig Thuis en weegt zwaarder mee"))
        if self._topic.aangevuld:
            merken.append(self._merk("aangevuld", self._topic.aangevuld))
        self._vlag = Vlagknop(self._nr, self.werkruimte, self.inhoud)
        self.plaats_merken(*merken, self._vlag)
        if self._topic.aangevuld:
            self.kolom.addWidget(label(f"Aangevuld: {self._topic.aangevuld}", self.inhoud, "klein"))

    def _merk(self, tekst: str, uitleg: str) -> QWidget:
        merk = label(tekst, self.inhoud, "merk", breekt=False)
        zet_uitleg(merk, uitleg)
        return merk

    def _tekstvlak(self, kop: str, veld: str, regels: int) -> TekstVlak:
        vlak = TekstVlak(kop, self.inhoud, regels=regels)
        vlak.setObjectName(veld)
        vlak.sleutel = f"topic/{self._nr}/{veld}"
        self.kop(kop, vlak)
        self.kolom.addWidget(vlak)
        vlak.veranderd.connect(self._bij_tekst)
        vlak.geweigerd.connect(self.melding)
        return vlak

    def _bouw_hertoets(self) -> None:
        self._hertoets: KeuzeVeld | None = None
        if self._nr != HERTOETS_NR:
            return
        self._hertoets = KeuzeVeld(
            "Uitkomst van de hertoets", [(u.value, HERTOETS[u]) for u in Hertoetsuitkomst], self.inhoud
        )
        self._hertoets.setObjectName("hertoets")
        self._hertoetsdatum = ScanVeld(HERTOETSDATUM, self.werkruimte, _lees_datum, _zet_datum, self.inhoud)
        self._hertoetsdatum.setMaximumWidth(thema().px(maten.DATUMVELD))
        self.kop("Hertoets: uitkomst en datum", self._hertoets)
        rij = QHBoxLayout()
        rij.addWidget(self._hertoets)
        rij.addWidget(self._hertoetsdatum)
        rij.addStretch(1)
        self.kolom.addLayout(rij)
        self.kolom.addWidget(self._hertoetsdatum.fout)
        self._hertoets.veranderd.connect(self._bij_hertoets)

    def _bouw_oordeel(self) -> None:
        self.keuze = Oordeelkeuze(self.inhoud, met_nvt=not self._topic.kern)
        self.keuze.setObjectName("oordeel")
        self.kop("Oordeel")
        self.kolom.addWidget(self.keuze)
        self.keuze.veranderd.connect(self._bij_oordeel)
        self.telling = label("", self.inhoud, "waarschuwing")
        self.kolom.addWidget(self.telling)
        self.motivering = TekstVlak(
            "Motivering", self.inhoud, regels=2, hint="Waarom dit topic hier niet van toepassing is"
        )
        self.motivering.setObjectName("motivering")
        self.motivering.sleutel = f"topic/{self._nr}/motivering"
        self.motivering.veranderd.connect(self._bij_tekst)
        self.motivering.geweigerd.connect(self.melding)
        self._motiveringkop = label("Motivering", self.inhoud, "kop", buddy=self.motivering)
        self.kolom.addWidget(self._motiveringkop)
        self.kolom.addWidget(self.motivering)

    def _bouw_tabellen(self) -> None:
        self._tabellen = []
        soorten = [(f"acties/{self._nr}", "Acties")]
        if self._nr == WACHTLIJST_NR:
            soorten.append(("wachtlijst", "Wachtlijst in cijfers"))
        for naam, kop in soorten:
            self.kop(kop)
            tabel = maak_tabel(naam, self.werkruimte, self.inhoud)
            tabel.geweigerd.connect(self.melding)
            self._tabellen.append(tabel)
            self.kolom.addWidget(tabel)
        self.figuren = Figuurlijst(self.inhoud)
        self.kolom.addWidget(self.figuren)

    def _bouw_bronnen(self) -> None:
        self.kop("Bronnen")
        self._bronnen = Bronnenkeuze(self._nr, self.werkruimte, self.inhoud)
        self._bronnen.toevoegen.connect(self._naar_bronnen)
        self.kolom.addWidget(self._bronnen)

    def _toon_telling(self) -> None:
        """Say beside the oordeel when the topic counts lower than judged."""
        afgewaardeerd = {a.nr: a.tekst for a in self.werkruimte.beoordeling.voorstel.afgewaardeerd}
        self.telling.setText(afgewaardeerd.get(self._nr, ""))
        self.telling.setVisible(self._nr in afgewaardeerd)
        nvt = self.keuze.oordeel() is Oordeel.NVT or bool(self.motivering.tekst())
        self._motiveringkop.setVisible(nvt)
        self.motivering.setVisible(nvt)

    def _bij_tekst(self, tekst: str) -> None:
        self.werkruimte.wijzig_topic(self._nr, **{self.sender().objectName(): tekst})

    def _bij_oordeel(self, _waarde: str) -> None:
        self.werkruimte.wijzig_topic(self._nr, oordeel=self.keuze.oordeel())
        self._toon_telling()

    def _bij_hertoets(self, uitkomst: str) -> None:
        oud = self.werkruimte.scan.hertoets
        self.werkruimte.wijzig_veld(hertoets=replace(oud, uitkomst=Hertoetsuitkomst(uitkomst)))

    def _naar_bronnen(self) -> None:
        self.naar_stap.emit(GESPREKKEN)


def _lees_datum(scan: Risicoscan) -> date | None:
    return scan.hertoets.datum


def _zet_datum(scan: Risicoscan, datum: date | None) -> Risicoscan:
    return replace(scan, hertoets=replace(scan.hertoets, datum=datum))
