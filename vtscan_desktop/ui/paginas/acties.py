"""All acties of all topics in one table: what is late, who does what, and to work in."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import hoofdletter
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Risicoscan
from vtscan_desktop.domain.zinnen import telling, zijn
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.actiebestand import bewaar_acties
from vtscan_desktop.services.actielijst import Volgorde, alle_uitvoerders
from vtscan_desktop.services.scans import ScanService
from vtscan_desktop.services.tabelrijen import Cellen
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel
from vtscan_desktop.ui.bouwstenen.mapwijzer import documentenmap
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap, topicstap
from vtscan_desktop.ui.tabellen.actiefilterbalk import Actiefilterbalk
from vtscan_desktop.ui.tabellen.actiemodel import Actiemodel
from vtscan_desktop.ui.tabellen.actietabel import Actietabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import laat_open
from vtscan_desktop.ui.werkruimte import Werkruimte

_GEEN = "Nog geen acties. Voeg er onder de tabel een toe, of doe het bij een topic"


def _bewaar(scans: ScanService, scan: Risicoscan, pad: Path, nu: datetime, _melder: Melder) -> Path:
    bewaar_acties(pad, [scan], nu, met_namen=True, format_van=scans.format_van)
    return pad


class ActiesPagina(Pagina):
    """The same acties as on the pages of the topics: a change here shows there, and the other way round."""

    eigen_stand = True

    def __init__(self, stap: Stap, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(
            stap, werkruimte, parent, titel="Acties", onder="Alle afspraken van alle topics bij elkaar", breed=True
        )
        self._verwijderd: tuple[int, int, Cellen] | None = None
        self.model = Actiemodel(werkruimte, self)
        self.balk = Actiefilterbalk(werkruimte.format, self.inhoud)
        self.balk.gewijzigd.connect(self._bij_filter)
        laat_open(self.balk)
        self.kolom.addWidget(self.balk)
        self._bouw_stand()
        self.tabel = Actietabel(self.model, self.inhoud)
        self.tabel.sorteer.connect(self.balk.sorteer)
        self.tabel.naar_topic.connect(self._naar_topic)
        self.tabel.verwijder.connect(self._verwijder)
        self.tabel.geweigerd.connect(self.melding)
        self.tabel.versies_gevraagd.connect(self.werkruimte.versies_gevraagd)
        self.tabel.selectionModel().currentChanged.connect(self._toon_knoppen)
        self.model.modelReset.connect(self._toon_knoppen)
        self.kolom.addWidget(self.tabel, 100)
        self._bouw_knoppen()
        self._bouw_herstel()
        for deze in (self.alles, self.ga, self.bestand):
            laat_open(deze)
        self._bij_filter()

    def ververs(self) -> None:
        """Show the acties as they are now; where the cursor is in a cell, nothing moves."""
        self.model.ververs()
        self.balk.zet_namen(alle_uitvoerders(self.model.alle()))
        self._toon_stand()

    def eerste_veld(self) -> QWidget | None:
        """The table, or what adds the first actie."""
        return self.tabel if self.model.rowCount() else self.toevoegen

    def voeg_toe(self, nr: int) -> None:
        """Add an actie to a topic and begin to type what it is."""
        self.tabel.wijs_aan(self.model.voeg_toe(nr), Volgorde.WAT, bewerk=True)

    def bewaar_als(self, pad: Path) -> None:
        """Write all acties and maatwerkacties to a spreadsheet (an existing file was confirmed by the file dialog)."""
        werk = partial(_bewaar, self.werkruimte.scans, self.werkruimte.scan, pad, self.werkruimte.nu())
        voer_uit(werk, self, klaar=self._bij_bewaard, mislukt=self._bij_fout)

    def _bouw_stand(self) -> None:
        rij = QHBoxLayout()
        rij.setSpacing(thema().px(maten.KLEIN))
        self.stand = label("", self.inhoud, "gedempt")
        rij.addWidget(self.stand, 1)
        self.alles = knop("Toon alle acties", self.inhoud, "link")
        self.alles.clicked.connect(self.balk.wis)
        rij.addWidget(self.alles)
        self.kolom.addLayout(rij)

    def _bouw_knoppen(self) -> None:
        t = thema()
        rij = Stroom(tussen=t.px(maten.KLEIN), regel=t.px(maten.KLEIN))
        self.toevoegen = knop("Actie toevoegen bij…", self.inhoud, icoon="plus")
        self.menu = QMenu(self.toevoegen)
        for nr in OORDEEL_NRS:
            keuze = QAction(self.model.topicnaam(nr).replace("&", "&&"), self.menu)
            keuze.setData(nr)
            self.menu.addAction(keuze)
        self.menu.triggered.connect(self._bij_toevoegen)
        self.toevoegen.setMenu(self.menu)
        self.ga = knop("Naar het topic", self.inhoud)
        self.ga.clicked.connect(self._bij_ga)
        self.weg = knop("Verwijderen", self.inhoud)
        self.weg.clicked.connect(self._bij_weg)
        self.bestand = knop("Bewaar als Excel…", self.inhoud)
        self.bestand.clicked.connect(self._bij_bestand)
        for deze in (self.toevoegen, self.ga, self.weg, self.bestand):
            rij.addWidget(deze)
        self.kolom.addLayout(rij)

    def _bouw_herstel(self) -> None:
        self.herstel = QWidget(self.inhoud)
        rij = QHBoxLayout(self.herstel)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.addWidget(label("Actie verwijderd.", self.herstel, "gedempt", breekt=False))
        self.terug = knop("Ongedaan maken", self.herstel, "link")
        self.terug.clicked.connect(self._zet_terug)
        rij.addWidget(self.terug)
        rij.addStretch(1)
        self.herstel.hide()
        self.kolom.addWidget(self.herstel)

    def _toon_stand(self) -> None:
        alle = self.model.alle()
        getoond, laat = self.model.rowCount(), sum(r.is_te_laat(self.model.vandaag) for r in alle)
        zin = hoofdletter(telling(len(alle), "actie", "acties")) if alle else _GEEN
        if laat:
            zin += f", waarvan {telling(laat, 'te laat', 'te laat')}"
        if getoond < len(alle):
            zin += f". {hoofdletter(telling(getoond, 'daarvan', 'daarvan'))} {zijn(getoond)} hier te zien"
        self.stand.setText(f"{zin}.")
        self.alles.setVisible(getoond < len(alle))

    def _toon_knoppen(self) -> None:
        rij = self.tabel.huidige_rij()
        self.ga.setEnabled(rij is not None)
        self.weg.setEnabled(rij is not None and not self.werkruimte.op_slot)
        self.ga.setText("Naar het topic" if rij is None else f"Naar topic {self.model.regel(rij).nr}")

    def _bij_filter(self) -> None:
        self.model.toon(self.balk.filter(), self.balk.volgorde, omgekeerd=self.balk.omgekeerd)
        self.tabel.toon_volgorde(self.balk.volgorde, omgekeerd=self.balk.omgekeerd)
        self._toon_stand()

    def _bij_toevoegen(self, keuze: QAction) -> None:
        self.voeg_toe(int(keuze.data()))

    def _bij_ga(self) -> None:
        rij = self.tabel.huidige_rij()
        if rij is not None:
            self._naar_topic(self.model.regel(rij).nr)

    def _bij_weg(self) -> None:
        rij = self.tabel.huidige_rij()
        if rij is not None:
            self._verwijder(rij)

    def _bij_bestand(self) -> None:
        naam = f"Acties {regionaam(self.werkruimte.scan.regio)} {self.model.vandaag.isoformat()}.xlsx".replace("/", "-")
        pad = kies_doel(self, "Bewaar de acties", documentenmap() / naam, "Excel (*.xlsx)")
        if pad is not None:
            self.bewaar_als(pad)

    def _bij_bewaard(self, pad: Path) -> None:
        self.melding.emit(f"De acties staan in {pad.name}.")

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.melding.emit(str(fout))

    def _naar_topic(self, nr: int) -> None:
        self.naar_stap.emit(topicstap(nr))

    def _verwijder(self, rij: int) -> None:
        self._verwijderd = self.model.verwijder(rij)
        self.herstel.show()
        self.tabel.wijs_aan(min(rij, self.model.rowCount() - 1), Volgorde.WAT)
        self.terug.setFocus()

    def _zet_terug(self) -> None:
        if self._verwijderd is None:
            return
        nr, plaats, cellen = self._verwijderd
        self._verwijderd = None
        self.herstel.hide()
        self.tabel.wijs_aan(self.model.voeg_toe(nr, cellen, plaats), Volgorde.WAT)
