"""The pages with figures: budget (18), primair proces (19) and formatie (20)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.kengetallen import EIGEN_ZIN, kengetallen
from vtscan_desktop.domain.kerndata import laatste_formatie
from vtscan_desktop.domain.kerndatafiguren import topicfiguren
from vtscan_desktop.domain.notatie import format_datum, format_getal, opsomming
from vtscan_desktop.domain.risicoscan import FormatieFunctie, Kerndata, Risicoscan
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.services.tabelrijen import Celsoort, Kolom
from vtscan_desktop.services.tabelsoorten import FORMATIEFUNCTIE
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.figuren.figuurvak import Figuurlijst
from vtscan_desktop.ui.figuren.kengetallenlijst import Kengetallenlijst
from vtscan_desktop.ui.paginas.bronnenkeuze import Bronnenkeuze
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.vlagknop import Vlagknop
from vtscan_desktop.ui.scanveld import Formulier, ScanVeld
from vtscan_desktop.ui.stappen import GESPREKKEN, Stap
from vtscan_desktop.ui.tabellen.tabelkoppeling import maak_tabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

INWONERS = Kolom("inwoners", "Inwoners van de regio", Celsoort.GEHEEL, minimum=1)


class KerndataPagina(Pagina):
    """A table of figures, what they come down to, and a toelichting. The title follows the peildatum."""

    tabelnaam = ""
    uitleg = ""

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        assert stap.topic is not None
        self._topic = werkruimte.format.topic(stap.topic)
        super().__init__(stap, werkruimte, parent, titel=self._topictitel(werkruimte), kicker=self._topic.thema.titel)
        self._dag: date | None = None
        self._vlag = Vlagknop(self._topic.nr, werkruimte, self.inhoud)
        self.plaats_merken(self._vlag)
        self.kolom.addWidget(label(self.uitleg, self.inhoud, "klein"))
        self.kolom.addSpacing(thema().px(maten.KRAP))
        self.bouw_boven()
        self.tabel = maak_tabel(self.tabelnaam, werkruimte, self.inhoud)
        self.tabel.geweigerd.connect(self.melding)
        self.kolom.addWidget(self.tabel)
        self._samenvatting = label("", self.inhoud, "gedempt")
        self.kolom.addWidget(self._samenvatting)
        self.figuren = Figuurlijst(self.inhoud)
        self.kolom.addWidget(self.figuren)
        self.kop("Afgeleide cijfers")
        self.kengetallen = Kengetallenlijst(self.inhoud)
        self.kolom.addWidget(self.kengetallen)
        self.kolom.addWidget(label(EIGEN_ZIN, self.inhoud, "klein"))
        self.toelichting = TekstVlak("Toelichting", self.inhoud, regels=4)
        self.toelichting.setObjectName("toelichting")
        self.toelichting.sleutel = f"topic/{self._topic.nr}/toelichting"
        self.toelichting.veranderd.connect(self._bij_toelichting)
        self.toelichting.geweigerd.connect(self.melding)
        self.kop("Toelichting", self.toelichting)
        self.kolom.addWidget(self.toelichting)
        self.kop("Bronnen")
        self._bronnen = Bronnenkeuze(self._topic.nr, werkruimte, self.inhoud)
        self._bronnen.toevoegen.connect(self._naar_gesprekken)
        self.kolom.addWidget(self._bronnen)

    def ververs(self) -> None:
        """Show the scan as it is now."""
        scan = self.werkruimte.scan
        if scan.peildatum != self._dag:
            self._dag = scan.peildatum
            self.titellabel.setText(self._topictitel(self.werkruimte))
        self._vlag.ververs()
        self._bronnen.ververs()
        self.tabel.ververs()
        zin = self.samenvatting(scan.kerndata)
        self._samenvatting.setText(zin)
        self._samenvatting.setVisible(bool(zin))
        self.figuren.zet_figuren(topicfiguren(scan, self._topic.nr))
        self.kengetallen.zet_kengetallen(kengetallen(scan.kerndata, self._topic.nr))
        self.toelichting.zet_tekst(scan.topic(self._topic.nr).toelichting)

    def eerste_veld(self) -> QWidget | None:
        """The first cell, or the link that adds a row."""
        return self.tabel.focusketen()[0] if self.tabel.aantal() else self.tabel.toevoegen

    def bouw_boven(self) -> None:
        """Put what comes before the table; nothing here."""

    def samenvatting(self, kern: Kerndata) -> str:  # noqa: ARG002 - for those that have one
        """What the rows come down to, in one or two sentences; "" for nothing."""
        return ""

    def _topictitel(self, werkruimte: Werkruimte) -> str:
        return f"{self._topic.nr}  {titel_op(self._topic, werkruimte.scan.peildatum)}"

    def _naar_gesprekken(self) -> None:
        self.naar_stap.emit(GESPREKKEN)

    def _bij_toelichting(self, tekst: str) -> None:
        self.werkruimte.wijzig_topic(self._topic.nr, toelichting=tekst)


class BudgetPagina(KerndataPagina):
    """Topic 18: budget per year, and per 1.000 inwoners."""

    tabelnaam = "budget"
    uitleg = "Vul per jaar in wat Veilig Thuis krijgt. Zet structureel en tijdelijk geld in aparte rijen."

    def bouw_boven(self) -> None:
        """The number of inwoners."""
        vak = Formulier(self.inhoud)
        self.inwoners = ScanVeld(INWONERS, self.werkruimte, _lees_inwoners, _zet_inwoners, vak)
        vak.voeg_toe(INWONERS.kop, self.inwoners, 180, rek=0)
        self.kolom.addWidget(vak)
        self.kolom.addWidget(self.inwoners.fout)
        self.kop("Budget per jaar")

    def ververs(self) -> None:
        """Show the scan as it is now."""
        super().ververs()
        self.inwoners.ververs()

    def eerste_veld(self) -> QWidget | None:
        """The number of inwoners."""
        return self.inwoners


class ProcesPagina(KerndataPagina):
    """Topic 19: meldingen, adviesvragen and onderzoeken per period."""

    tabelnaam = "primair_proces"
    uitleg = "Vul per periode de aantallen in. Laat leeg wat u niet weet: leeg is onbekend, en niet nul."


class FormatiePagina(KerndataPagina):
    """Topic 20: formatie by function, in fte."""

    tabelnaam = "formatie"
    uitleg = "Vul per functie in hoeveel fte er op de peildatum is, vast en tijdelijk. Laat leeg wat u niet weet."

    def samenvatting(self, kern: Kerndata) -> str:
        """The latest formatie of each function."""
        return " ".join(zin for functie in FormatieFunctie if (zin := _formatiezin(kern, functie)))


def _formatiezin(kern: Kerndata, functie: FormatieFunctie) -> str:
    stand = laatste_formatie(kern, functie)
    if stand is None:
        return ""
    soorten = (("vast", stand.vast), ("tijdelijk", stand.tijdelijk))
    delen = [f"{format_getal(fte)} fte {naam}" for naam, fte in soorten if fte is not None]
    naam = FORMATIEFUNCTIE[functie]
    return f"{naam[:1].upper()}{naam[1:]} op {format_datum(stand.peildatum)}: {opsomming(delen)}." if delen else ""


def _lees_inwoners(scan: Risicoscan) -> Any:
    return scan.kerndata.inwoners


def _zet_inwoners(scan: Risicoscan, waarde: Any) -> Risicoscan:
    return replace(scan, kerndata=replace(scan.kerndata, inwoners=waarde))
