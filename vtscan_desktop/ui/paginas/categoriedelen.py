"""The building blocks of the categorie page. Each rebuilds only what differs from what it shows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.notatie import parse_datum
from vtscan_desktop.domain.risicoscan import Vaststelling
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.domain.werkstand import Kladrij
from vtscan_desktop.services.scanteksten import MOTIVERING, VASTSTELLING
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.datumveld import DatumVeld
from vtscan_desktop.ui.bouwstenen.keuzen import Knoppenrij
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_eigenschap, zet_soort
from vtscan_desktop.ui.bouwstenen.rijlijst import Linktekst
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.paginas.categorieteksten import KORTE_NAMEN, variantzin, verschuiving_met_links
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

_VERHOUDING = {1: 119, 2: 173, 3: 119}


class Voorstelkaart(QFrame):
    """The three categories, which of them is proposed or still possible, and how sure that is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.RUIM))
        kolom.setSpacing(t.px(maten.KLEIN))
        self.kop = label("Voorstel", self, "gedempt")
        kolom.addWidget(self.kop)
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.SMAL))
        self._vakken: dict[int, QFrame] = {}
        for categorie, breedte in _VERHOUDING.items():
            vak = self._maak_vak(categorie)
            self._vakken[categorie] = vak
            rij.addWidget(vak, breedte)
        kolom.addLayout(rij)
        self.zin = label("", self)
        self.variant = label("", self, "klein")
        kolom.addWidget(self.zin)
        kolom.addWidget(self.variant)
        kolom.addStretch(1)

    def toon(self, beoordeling: Beoordeling) -> None:
        """Show a voorstel."""
        v = beoordeling.voorstel
        for categorie, vak in self._vakken.items():
            mogelijk = v.beste <= categorie <= v.slechtste
            stand = f"voorstel{categorie}" if categorie == v.voorstel else "mogelijk" if mogelijk else "niet"
            if vak.property("stand") != stand:
                zet_eigenschap(vak, "stand", stand)
                for deel in vak.findChildren(QLabel):
                    deel.style().unpolish(deel)
                    deel.style().polish(deel)
            woord = {"mogelijk": "nog mogelijk", "niet": "niet voorgesteld"}.get(stand, "voorgesteld")
            vak.setAccessibleName(f"Categorie {categorie}, {CATEGORIENAMEN[categorie]}: {woord}")
        self.zin.setText(beoordeling.onderbouwing.status)
        self.variant.setText(variantzin(v))
        self.variant.setVisible(bool(self.variant.text()))

    def _maak_vak(self, categorie: int) -> QFrame:
        t = thema()
        vak = QFrame(self)
        zet_soort(vak, "categorie")
        vak.setToolTip(f"Categorie {categorie}: {CATEGORIENAMEN[categorie]}")
        kolom = QVBoxLayout(vak)
        kolom.setContentsMargins(t.px(maten.KLEIN), t.px(maten.KLEIN), t.px(maten.KLEIN), t.px(maten.GEWOON))
        kolom.setSpacing(t.px(maten.KRAP))
        nummer = label(str(categorie), vak)
        nummer.setProperty("deel", "nummer")
        naam = label(KORTE_NAMEN[categorie], vak)
        for deel in (nummer, naam):
            deel.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            kolom.addWidget(deel)
        kolom.addStretch(1)
        return vak


class Vaststellingkaart(QFrame):
    """The adviser's own decision; the voorstel never changes it, and it never changes the voorstel.

    `naar_topic` carries the step of a topic that changed since.
    """

    naar_topic = Signal(str)

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        zet_soort(self, "kaart")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.RUIM))
        kolom.setSpacing(t.px(maten.KLEIN))
        kolom.addWidget(label("Uw vaststelling", self, "gedempt"))
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.KLEIN))
        self.keuze = Knoppenrij("Uw vaststelling", self)
        self.keuze.setObjectName("vaststelling")
        for categorie in (1, 2, 3):
            deze = self.keuze.voeg_toe(str(categorie), str(categorie))
            deze.setToolTip(f"Categorie {categorie}: {CATEGORIENAMEN[categorie]}")
        self.keuze.voeg_toe("", "Nog niet")
        self.keuze.veranderd.connect(self._bij_keuze)
        rij.addWidget(self.keuze)
        rij.addStretch(1)
        self.datum = DatumVeld("Datum van de vaststelling", self)
        self.datum.setObjectName("vaststelling.datum")
        self.datum.setMaximumWidth(t.px(maten.DATUMVELD))
        self.datum.veranderd.connect(self._bewaar)
        rij.addWidget(label("op", self, "gedempt", buddy=self.datum))
        rij.addWidget(self.datum)
        kolom.addLayout(rij)
        self.motivering = TekstVlak(
            "Motivering", self, regels=2, hint="Motivering (verplicht als u afwijkt van het voorstel)"
        )
        self.motivering.setObjectName("vaststelling.motivering")
        self.motivering.sleutel = MOTIVERING
        self.motivering.veranderd.connect(self._bewaar)
        kolom.addWidget(self.motivering)
        self.let_op = label("", self, "let_op")
        kolom.addWidget(self.let_op)
        self._bouw_verschuiving(kolom)
        kolom.addStretch(1)

    def _bouw_verschuiving(self, kolom: QVBoxLayout) -> None:
        """What has changed since the vaststelling was given, and the way to give it anew."""
        self.verschoven = QFrame(self)
        zet_soort(self.verschoven, "let_op")
        vak = QVBoxLayout(self.verschoven)
        vak.setContentsMargins(
            thema().px(maten.KLEIN), thema().px(maten.SMAL), thema().px(maten.KLEIN), thema().px(maten.SMAL)
        )
        self.sinds = Linktekst("", self.verschoven)
        self.sinds.linkActivated.connect(self.naar_topic)
        vak.addWidget(self.sinds)
        self.opnieuw = knop("Zo blijft het: vandaag opnieuw vaststellen", self.verschoven, "link")
        self.opnieuw.clicked.connect(self._werkruimte.bevestig_vaststelling)
        vak.addWidget(self.opnieuw, 0, Qt.AlignmentFlag.AlignLeft)
        self.verschoven.hide()
        kolom.addWidget(self.verschoven)

    def ververs(self) -> None:
        """Show the vaststelling as it is now, or what was typed without one."""
        gekozen = self._werkruimte.scan.vaststelling
        klad = self._werkruimte.klad(VASTSTELLING)
        motivering, datumtekst = klad[0].cellen if klad else ("", "")
        self.keuze.zet_waarde(str(gekozen.categorie) if gekozen else "")
        self.motivering.zet_tekst(gekozen.motivering if gekozen else motivering)
        if klad:
            self.datum.zet_tekst(datumtekst)
        else:
            self.datum.zet_datum(gekozen.datum if gekozen else None)
        self._toon_let_op(gekozen)
        verschuiving = self._werkruimte.verschuiving()
        if verschuiving is not None:
            self.sinds.zet_html(verschuiving_met_links(verschuiving))
        self.verschoven.setVisible(verschuiving is not None)

    def _toon_let_op(self, gekozen: Vaststelling | None) -> None:
        voorstel = self._werkruimte.beoordeling.voorstel.voorstel
        wijkt_af = gekozen is not None and gekozen.categorie != voorstel
        if gekozen is not None and wijkt_af and not gekozen.motivering.strip():
            wat = "er is nog geen voorstel" if voorstel is None else f"het voorstel is {voorstel}"
            self.let_op.setText(f"U stelt categorie {gekozen.categorie} vast en {wat}. Schrijf op waarom.")
            self.let_op.show()
        else:
            self.let_op.hide()

    def _bij_keuze(self, waarde: str) -> None:
        if waarde and not self.datum.tekst().strip():
            self.datum.zet_datum(self._werkruimte.nu().date())
        self._bewaar()

    def _bewaar(self, _tekst: str = "") -> None:
        keuze, motivering, datumtekst = self.keuze.waarde(), self.motivering.tekst(), self.datum.tekst()
        datum = parse_datum(datumtekst)
        gekozen = Vaststelling(int(keuze), motivering, datum) if keuze else None
        af = not datumtekst.strip() or datum is not None
        leeg = not motivering and not datumtekst.strip()
        klad: tuple[Kladrij, ...] = ()
        if (gekozen and not af) or (not gekozen and not leeg):
            klad = (Kladrij(VASTSTELLING, 0, (motivering, datumtekst), echt=gekozen is not None),)
        scan = replace(self._werkruimte.scan, vaststelling=gekozen)
        self._werkruimte.wijzig_tabel(scan, VASTSTELLING, klad)
