"""The one page for topics 1-17: feitelijke situatie, risico's, oordeel, acties and bronnen."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.notatie import format_datum_kort
from vtscan_desktop.domain.risicoscan import HERTOETS_NR, Hertoets, Hertoetsuitkomst, Oordeel, Risicoscan
from vtscan_desktop.domain.topics import Topic
from vtscan_desktop.ui.keuzen import Vinkregel
from vtscan_desktop.ui.onderdelen import knop, label
from vtscan_desktop.ui.oordeelkeuze import Oordeelkeuze
from vtscan_desktop.ui.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabelkoppeling import maak_tabel
from vtscan_desktop.ui.teksten import GESPREKSOORT, HERTOETS
from vtscan_desktop.ui.tekstvlak import TekstVlak
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.velden import DatumVeld, KeuzeVeld
from vtscan_desktop.ui.vlagknop import Vlagknop
from vtscan_desktop.ui.werkruimte import Werkruimte

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
            self._hertoetsdatum.zet_datum(scan.hertoets.datum)
        for tabel in self._tabellen:
            tabel.ververs()
        self._toon_telling()
        self._toon_bronnen(scan)

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
        merk.setToolTip(uitleg)
        return merk

    def _tekstvlak(self, kop: str, veld: str, regels: int) -> TekstVlak:
        vlak = TekstVlak(kop, self.inhoud, regels=regels)
        vlak.setObjectName(veld)
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
        self._hertoetsdatum = DatumVeld("Datum van de hertoets", self.inhoud)
        self._hertoetsdatum.setObjectName("hertoetsdatum")
        self._hertoetsdatum.setMaximumWidth(thema().px(160))
        self.kop("Hertoets: uitkomst en datum", self._hertoets)
        rij = QHBoxLayout()
        rij.addWidget(self._hertoets)
        rij.addWidget(self._hertoetsdatum)
        rij.addStretch(1)
        self.kolom.addLayout(rij)
        self._hertoets.veranderd.connect(self._bij_hertoets)
        self._hertoetsdatum.datum_veranderd.connect(self._bij_hertoets)

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
            self._tabellen.append(tabel)
            self.kolom.addWidget(tabel)

    def _bouw_bronnen(self) -> None:
        self.kop("Bronnen")
        self._bronnenvak = QWidget(self.inhoud)
        self._bronnen = QVBoxLayout(self._bronnenvak)
        self._bronnen.setContentsMargins(0, 0, 0, 0)
        self._bronnen.setSpacing(thema().px(6))
        self._getoond: tuple[tuple[str, str], ...] | None = None
        self._vinkjes: dict[str, Vinkregel] = {}
        self.kolom.addWidget(self._bronnenvak)
        naar = knop("Gesprek of document toevoegen", self.inhoud, "link", "plus")
        naar.clicked.connect(self._naar_bronnen)
        rij = QHBoxLayout()
        rij.addWidget(naar)
        rij.addStretch(1)
        self.kolom.addLayout(rij)

    def _toon_bronnen(self, scan: Risicoscan) -> None:
        lijst = bronnenlijst(scan)
        if lijst != self._getoond:
            self._getoond = lijst
            for vinkje in self._vinkjes.values():
                vinkje.deleteLater()
            self._vinkjes = {}
            for sleutel, tekst in lijst:
                vinkje = Vinkregel(tekst, self._bronnenvak)
                vinkje.aangevinkt.connect(self._bij_bron)
                self._vinkjes[sleutel] = vinkje
                self._bronnen.addWidget(vinkje)
        gekozen = scan.topic(self._nr).bronnen
        for sleutel, vinkje in self._vinkjes.items():
            vinkje.zet(sleutel in gekozen)

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

    def _bij_hertoets(self, _waarde: object) -> None:
        assert self._hertoets is not None
        nieuw = Hertoets(Hertoetsuitkomst(self._hertoets.waarde()), self._hertoetsdatum.datum())
        self.werkruimte.wijzig_veld(hertoets=nieuw)

    def _bij_bron(self, _aan: bool) -> None:
        aan = {sleutel for sleutel, vinkje in self._vinkjes.items() if vinkje.aan()}
        oud = self.werkruimte.scan.topic(self._nr).bronnen
        nieuw = tuple(b for b in oud if b in aan) + tuple(s for s in self._vinkjes if s in aan and s not in oud)
        self.werkruimte.wijzig_topic(self._nr, bronnen=nieuw)

    def _naar_bronnen(self) -> None:
        self.naar_stap.emit("gesprekken")


def bronnenlijst(scan: Risicoscan) -> tuple[tuple[str, str], ...]:
    """(id, text) of all that can be a bron: gesprekken first, then documenten."""
    gesprekken = tuple(
        (g.id, f"Gesprek {format_datum_kort(g.datum)}, {GESPREKSOORT[g.soort]}") for g in scan.gesprekken
    )
    documenten = tuple(
        (d.id, f"{d.titel or 'Document zonder titel'}{f' ({format_datum_kort(d.datum)})' if d.datum else ''}")
        for d in scan.documenten
    )
    return gesprekken + documenten
