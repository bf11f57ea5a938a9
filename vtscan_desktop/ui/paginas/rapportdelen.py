"""The building blocks of the report page: what is missing, the other signers, and the outcome."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.nakijken.regels import tel
from vtscan_desktop.domain.nakijken.stof import Ernst, Nakijkpunt
from vtscan_desktop.domain.notatie import hoofdletter, opsomming
from vtscan_desktop.domain.risicoscan import Risicoscan, ScanStatus
from vtscan_desktop.services.bespreekexemplaar import maak_bespreekexemplaar
from vtscan_desktop.services.ondertekenaars import MEESTE
from vtscan_desktop.services.post import Mailconcept, open_concept, stel_op
from vtscan_desktop.services.rapporten import Rapportresultaat
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.mapwijzer import Mapwijzer
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort, zet_tabvolgorde
from vtscan_desktop.ui.bouwstenen.rijlijst import Rij
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.stappen import NAKIJKEN
from vtscan_desktop.ui.teksten import aantallen
from vtscan_desktop.ui.thema import thema


def _naar(stap: str, tekst: str) -> str:
    return f'<a href="{stap}">{tekst}</a>'


def wat_open_staat(punten: tuple[Nakijkpunt, ...], scan: Risicoscan) -> tuple[Rij, ...]:
    """What there is left to look at, and whether the report will say CONCEPT; nothing when it is all right."""
    telling = tel(punten)
    redenen = []
    if telling[Ernst.FOUT]:
        redenen.append("er staat nog een fout open" if telling[Ernst.FOUT] == 1 else "er staan nog fouten open")
    if scan.status is ScanStatus.CONCEPT:
        redenen.append("de scan heeft de status concept")
    rijen = []
    if redenen:
        rijen.append(Rij(kop="Dit rapport krijgt het merk CONCEPT", uitleg=f"Want {opsomming(redenen)}."))
    if punten:
        rijen.append(
            Rij(
                uitleg=f"{hoofdletter(aantallen(telling))}.",
                html=_naar(NAKIJKEN, "Naar Nakijken"),
                naam="Naar Nakijken",
            )
        )
    return tuple(rijen)


class Medeondertekenaars(QWidget):
    """The titles of the others who sign, one field each; kept with the scan."""

    melding = Signal(str)

    def __init__(self, sessie: Sessie, scan_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sessie = sessie
        self._scan_id = scan_id
        self._rijen: list[tuple[RegelVeld, QPushButton]] = []
        self._kolom = QVBoxLayout(self)
        self._kolom.setContentsMargins(0, 0, 0, 0)
        self._kolom.setSpacing(thema().px(maten.SMAL))
        self.erbij = knop("Ondertekenaar toevoegen", self, "link", "plus")
        self.erbij.clicked.connect(self._bij_erbij)
        self._kolom.addWidget(self.erbij, 0, Qt.AlignmentFlag.AlignLeft)
        for titel in sessie.medeondertekenaars(scan_id):
            self._voeg_toe(titel)

    def titels(self) -> tuple[str, ...]:
        """The titles as typed, blank ones left out."""
        return tuple(veld.tekst().strip() for veld in self.velden() if veld.tekst().strip())

    def velden(self) -> list[RegelVeld]:
        """The fields, from top to bottom."""
        return [veld for veld, _ in self._rijen]

    def _voeg_toe(self, titel: str) -> RegelVeld:
        rij = QWidget(self)
        vak = QHBoxLayout(rij)
        vak.setContentsMargins(0, 0, 0, 0)
        veld = RegelVeld("", rij, hint="bijvoorbeeld Wethouder gemeente …", maximum=60)
        bezet = {ander.objectName() for ander in self.velden()}
        veld.setObjectName(next(naam for nr in range(MEESTE) if (naam := f"ondertekenaar/{nr}") not in bezet))
        veld.zet_tekst(titel)
        veld.veranderd.connect(self._bewaar)
        vak.addWidget(veld, 1)
        weg = knop("", rij, "stil", "kruis")
        weg.setToolTip("Haal deze ondertekenaar weg")
        weg.clicked.connect(self._bij_weg)
        vak.addWidget(weg)
        self._rijen.append((veld, weg))
        self._kolom.insertWidget(self._kolom.count() - 1, rij)
        self._hernummer()
        return veld

    def _hernummer(self) -> None:
        """Give all their names, for who hears the screen, and their turn by Tab: the adviser is the first who signs."""
        for nummer, (veld, weg) in enumerate(self._rijen, 2):
            veld.setAccessibleName(f"Ondertekenaar {nummer}")
            weg.setAccessibleName(f"Haal ondertekenaar {nummer} weg")
        zet_tabvolgorde(self, (deel for rij in self._rijen for deel in rij))
        self.erbij.setVisible(len(self._rijen) < MEESTE)

    def _bij_erbij(self) -> None:
        self._voeg_toe("").setFocus()

    def _bij_weg(self) -> None:
        rij = self.sender().parent()
        assert isinstance(rij, QWidget)
        self._rijen = [(veld, weg) for veld, weg in self._rijen if not rij.isAncestorOf(veld)]
        self._kolom.removeWidget(rij)
        rij.hide()
        rij.deleteLater()
        self._hernummer()
        self._bewaar()

    def _bewaar(self, _tekst: str = "") -> None:
        try:
            self._sessie.onthoud_medeondertekenaars(self._scan_id, self.titels())
        except VtscanFout as fout:
            self.melding.emit(str(fout))


def _open_mail(concept: Mailconcept, _melder: Melder) -> Path | None:
    return open_concept(concept)


def _bespreekexemplaar(resultaat: Rapportresultaat, _melder: Melder) -> Path:
    return maak_bespreekexemplaar(resultaat)


class Uitkomst(QFrame):
    """A report that was made: what it is, and what to do with it."""

    melding = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        self._pad = Path()
        self._concept: Mailconcept | None = None
        self._resultaat: Rapportresultaat | None = None
        self._wijzer = Mapwijzer(self)
        self._wijzer.melding.connect(self.melding)
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        kolom.setSpacing(t.px(maten.SMAL))
        kolom.addWidget(label("Het rapport is gemaakt en ondertekend", self, "kop"))
        self.regels = label("", self, "gedempt")
        self.meldingen = label("", self, "let_op")
        kolom.addWidget(self.regels)
        kolom.addWidget(self.meldingen)
        rij = Stroom(tussen=t.px(maten.KLEIN), regel=t.px(maten.KLEIN))
        self.open = knop("Open", self, "hoofd")
        self.map = knop("Toon in map", self, icoon="map")
        self.kopie = knop("Kopieer", self)
        self.kopie.setToolTip("Kopieert het PDF-bestand; plak het in een map of een e-mail")
        self.kopie.setAccessibleName("Kopieer het PDF-bestand")
        self.kopie.clicked.connect(self._kopieer)
        self.mail = knop("E-mailconcept", self, icoon="brief")
        self.bespreek = knop("Bespreekexemplaar (Word)", self)
        self.bespreek.setToolTip("Een kopie om opmerkingen in te schrijven; niet ondertekend")
        self.bespreek.clicked.connect(self._maak_bespreekexemplaar)
        for deze, doe in ((self.open, self._open), (self.map, self._toon_map), (self.mail, self._maak_mail)):
            deze.clicked.connect(doe)
            rij.addWidget(deze)
        rij.addWidget(self.kopie)
        rij.addWidget(self.bespreek)
        kolom.addLayout(rij)
        self.hide()

    def toon(self, resultaat: Rapportresultaat, scan: Risicoscan) -> None:
        """Show what was made of `scan`."""
        self._pad = resultaat.pad
        self._concept = stel_op(scan, resultaat.pad, resultaat.gegevens.editie)
        self._resultaat = resultaat
        open_velden = opsomming(list(resultaat.controle.open_velden))
        nog = f" Nog te tekenen: {open_velden}." if open_velden else ""
        self.regels.setText(
            f"{resultaat.pad.name} · versie {resultaat.versie} · kenmerk {resultaat.sha256[:12]}\n"
            f"De handtekening is nagelopen en klopt.{nog}"
        )
        self.meldingen.setText("\n".join(resultaat.meldingen))
        self.meldingen.setVisible(bool(resultaat.meldingen))
        self.show()
        self.open.setFocus()

    def _open(self) -> None:
        self._wijzer.open(self._pad)

    def _toon_map(self) -> None:
        self._wijzer.toon(self._pad)

    def _kopieer(self) -> None:
        inhoud = QMimeData()
        inhoud.setUrls([QUrl.fromLocalFile(str(self._pad))])
        QGuiApplication.clipboard().setMimeData(inhoud)
        self.melding.emit(f"{self._pad.name} is gekopieerd. Plak het in een map of een e-mail.")

    def _maak_mail(self) -> None:
        if self._concept is not None:
            self.mail.setEnabled(False)
            voer_uit(partial(_open_mail, self._concept), self, klaar=self._bij_mail, mislukt=self._bij_fout)

    def _bij_mail(self, eml: Path | None) -> None:
        self.mail.setEnabled(True)
        if eml is not None:
            self.melding.emit(f"Het concept staat in {eml.name}, naast het rapport.")
            self._wijzer.open(eml)

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.mail.setEnabled(True)
        self.bespreek.setEnabled(True)
        self.melding.emit(str(fout))

    def _maak_bespreekexemplaar(self) -> None:
        if self._resultaat is not None:
            self.bespreek.setEnabled(False)
            werk = partial(_bespreekexemplaar, self._resultaat)
            voer_uit(werk, self, klaar=self._bij_bespreekexemplaar, mislukt=self._bij_fout)

    def _bij_bespreekexemplaar(self, pad: Path) -> None:
        self.bespreek.setEnabled(True)
        self.melding.emit(f"Het bespreekexemplaar staat in {pad.name}, naast het rapport.")
        self._wijzer.open(pad)
