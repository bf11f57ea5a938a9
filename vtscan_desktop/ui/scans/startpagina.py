"""All scans by regio: open, make, take in, check a report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.bewaartermijn import verlopen_termijnen
from vtscan_desktop.services.scans import Gelezen, Importbeleid, Scanregel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.achtergrond import voer_uit
from vtscan_desktop.ui.bouwstenen.bestandskeuze import VERVANG, kies_bestand, kies_doel
from vtscan_desktop.ui.bouwstenen.mapwijzer import documentenmap
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.tweeluik import Tweeluik
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.langwerk import Langwerk
from vtscan_desktop.ui.rapporten.controle import Controlevenster
from vtscan_desktop.ui.scans.bewaartermijnvenster import Bewaartermijnvenster
from vtscan_desktop.ui.scans.geenscans import GeenScans, NietGevonden
from vtscan_desktop.ui.scans.scanbestand import exporteer, importeer, lees, vertel_export, vertel_import
from vtscan_desktop.ui.scans.scanlijst import Scanlijst
from vtscan_desktop.ui.scans.scanrij import NieuweScan, Scanhandeling, Scanrij
from vtscan_desktop.ui.scans.scanverwijderen import Scanverwijderaar
from vtscan_desktop.ui.teksten import scannaam
from vtscan_desktop.ui.thema import thema

_SCANS = "Risicoscans en rapporten (*.vtscan *.json *.pdf)"
_BREEDTE = 960
_KOP_SMAL = 660
"""Below this width (px at 100%) the buttons go under the title."""
_KOPIE = "Als kopie"


class Startpagina(QWidget):
    """The start page. `open_scan` carries the id of a scan to open, `melding` one Dutch sentence."""

    open_scan = Signal(str)
    melding = Signal(str)
    hermeten = Signal(str)
    """Asks for a hermeting of the scan with this id."""
    instellingen = Signal()
    """Asks for the settings."""
    herstelsleutel = Signal()
    """Asks for the recovery key."""
    reservekopieen = Signal()
    """Asks for the backups."""
    handleiding = Signal()
    """Asks for the handleiding."""
    over = Signal()
    """Asks what this program is."""

    def __init__(self, sessie: Sessie, klok: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self._sessie = sessie
        self._klok = klok
        self._regels: tuple[Scanregel, ...] = ()
        self._verlopen: dict[str, date] = {}
        self._verwijderaar = Scanverwijderaar(sessie, self)
        self._verwijderaar.klaar.connect(self.ververs)
        self._verwijderaar.melding.connect(self.melding)
        self._open_straks = False
        self.setAcceptDrops(True)
        zet_soort(self, "doek")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        t = thema()
        buiten = QHBoxLayout(self)
        buiten.setContentsMargins(t.px(maten.PAGINA), t.px(maten.VENSTER), t.px(maten.PAGINA), 0)
        midden = QWidget(self)
        midden.setMaximumWidth(t.px(_BREEDTE))
        buiten.addStretch(1)
        buiten.addWidget(midden, 100)
        buiten.addStretch(1)
        kolom = QVBoxLayout(midden)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(self._maak_kop(midden))
        kolom.addLayout(self._maak_zoekregel(midden))
        kolom.addWidget(self._maak_lijst(midden), 1)
        kolom.addLayout(self._maak_voet(midden))
        self.ververs()

    def ververs(self) -> None:
        """Read the scans anew and show them."""
        try:
            self._regels = self._sessie.scans.overzicht()
            self._verlopen = verlopen_termijnen(self._sessie.opslag, self._regels, self._vandaag())
        except VtscanFout as fout:
            self.melding.emit(str(fout))
        self.filter.setVisible(bool(self._regels))
        self.overleg.setVisible(bool(self._regels))
        self.kijk.setVisible(bool(self._regels) and not any(regel.voorbeeld for regel in self._regels))
        self._toon()

    def rijen(self) -> list[Scanrij]:
        """The rows that are shown, from top to bottom; those further down come when they are scrolled to."""
        return self.lijst.rijen()

    def neem_bestand(self, pad: Path) -> None:
        """Take in a file: a scan is imported, a report is checked first."""
        if pad.suffix.lower() == ".pdf":
            self.controleer(pad)
        else:
            self.importeer(pad)

    def importeer(self, pad: Path, *, openen: bool = False) -> None:
        """Import the scan in a file or a report; asks what to do when it is there already."""
        self._open_straks = openen
        voer_uit(partial(lees, pad), self, klaar=self._bij_gelezen, mislukt=self._bij_fout)

    def controleer(self, pad: Path) -> None:
        """Check a report in a window of its own."""
        venster = Controlevenster(pad, self, sessie=self._sessie, klok=self._klok)
        venster.open_scan.connect(self._bij_open_uit_rapport)
        venster.open()

    def showEvent(self, e: QShowEvent) -> None:
        """Enter opens the first scan, or makes one where there is none."""
        super().showEvent(e)
        self._wijs_aan()

    def dragEnterEvent(self, e: QDragEnterEvent) -> None:
        """Files may be dropped here."""
        if any(url.isLocalFile() for url in e.mimeData().urls()):
            e.acceptProposedAction()

    def dropEvent(self, e: QDropEvent) -> None:
        """Take in what was dropped."""
        for url in e.mimeData().urls():
            if url.isLocalFile():
                self.neem_bestand(Path(url.toLocalFile()))
        e.acceptProposedAction()

    def _maak_kop(self, parent: QWidget) -> QWidget:
        kop = Tweeluik(1, 0, _KOP_SMAL, parent)
        knoppen = QWidget(kop)
        rij = Stroom(knoppen, tussen=thema().px(maten.KLEIN), regel=thema().px(maten.KLEIN))
        self.controle = knop("Controleer een rapport…", knoppen, icoon="schild")
        self.controle.clicked.connect(self._kies_rapport)
        self.invoer = knop("Importeren…", knoppen, icoon="invoer")
        self.invoer.clicked.connect(self._kies_scan)
        self.nieuw = knop("Nieuwe scan", knoppen, "hoofd")
        self.nieuw.clicked.connect(self._vraag_nieuw)
        for deze in (self.controle, self.invoer, self.nieuw):
            rij.addWidget(deze)
        kop.vul(label("Risicoscans", kop, "titel", breekt=False), knoppen)
        return kop

    def _maak_zoekregel(self, parent: QWidget) -> QHBoxLayout:
        self.filter = RegelVeld("Zoek een scan", parent, hint="Zoek op regio, titel of jaar")
        self.filter.veranderd.connect(self._toon)
        self.overleg = knop("Overzicht voor het overleg…", parent)
        zoeken = QHBoxLayout()
        zoeken.setSpacing(thema().px(maten.KLEIN))
        zoeken.addWidget(self.filter, 1)
        zoeken.addWidget(self.overleg)
        return zoeken

    def _maak_voet(self, parent: QWidget) -> QVBoxLayout:
        voet = QVBoxLayout()
        voet.setContentsMargins(0, 0, 0, thema().px(maten.KLEIN))
        voet.addWidget(label(f"Versleuteld bewaard in {breekbaar(self._sessie.pad)}", parent, "klein"))
        rij = Stroom(tussen=thema().px(maten.KRAP))
        voet.addLayout(rij)
        instellingen = knop("Instellingen…", parent, "klein-link")
        instellingen.clicked.connect(self.instellingen)
        self.reserve = knop("Reservekopieën…", parent, "klein-link")
        self.reserve.clicked.connect(self.reservekopieen)
        self.sleutel = knop("Herstelsleutel…", parent, "klein-link")
        self.sleutel.clicked.connect(self.herstelsleutel)
        self.beveiliging = knop("Beveiliging en privacy…", parent, "klein-link")
        self.hulp = knop("Handleiding…", parent, "klein-link")
        self.hulp.clicked.connect(self.handleiding)
        over = knop("Over dit programma…", parent, "klein-link")
        over.clicked.connect(self.over)
        self.kijk = knop("Open het voorbeeld (IJsselland)", parent, "klein-link")
        self.kijk.clicked.connect(self._open_voorbeeld)
        for deze in (instellingen, self.reserve, self.sleutel, self.beveiliging, self.hulp, over, self.kijk):
            rij.addWidget(deze)
        return voet

    def _maak_lijst(self, parent: QWidget) -> Scanlijst:
        self.lijst = Scanlijst(parent)
        self.lijst.gevraagd.connect(self._bij_gevraagd)
        return self.lijst

    def _bij_gevraagd(self, handeling: Scanhandeling, scan_id: str) -> None:
        doe: dict[Scanhandeling, Callable[[str], None]] = {
            Scanhandeling.OPENEN: self.open_scan.emit,
            Scanhandeling.HERMETEN: self.hermeten.emit,
            Scanhandeling.DUPLICEREN: self._dupliceer,
            Scanhandeling.EXPORTEREN: self._kies_doel,
            Scanhandeling.BEWAARTERMIJN: self._vraag_bewaartermijn,
            Scanhandeling.VERWIJDEREN: self._vraag_verwijderen,
        }
        doe[handeling](scan_id)

    def _wijs_aan(self, scan_id: str = "") -> None:
        """Focus on what opens a scan, by default the first; without any on what makes one."""
        rij = self.lijst.rij_van(scan_id)
        if rij is None:
            self.nieuw.setFocus()
            return
        rij.open.setFocus()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # a new list gets its sizes first
        self.lijst.ensureWidgetVisible(rij)

    def _toon(self, _tekst: str = "") -> None:
        focus = self.window().focusWidget()
        hier = focus is not None and self.lijst.isAncestorOf(focus)
        gezocht = [regel for regel in self._regels if _past(regel, self.filter.tekst())]
        if gezocht:
            self.lijst.toon(gezocht, self._verlopen)
        elif self._regels:
            niets = NietGevonden(self.filter.tekst(), self.lijst.vlak)
            niets.alles.clicked.connect(self._wis_filter)
            self.lijst.toon_anders(niets)
        else:
            leeg = GeenScans(self.lijst.vlak)
            self.voorbeeld = leeg.voorbeeld
            self.voorbeeld.clicked.connect(self._open_voorbeeld)
            self.lijst.toon_anders(leeg)
        if hier:  # the row that had the focus is gone
            self._wijs_aan()

    def _wis_filter(self) -> None:
        self.filter.clear()
        self.filter.setFocus()
        self._toon()

    def _vandaag(self) -> date:
        return self._klok().date()

    def _vraag_nieuw(self) -> None:
        try:
            formats = self._sessie.scans.formats.overzicht()
        except VtscanFout as fout:
            self._bij_fout(fout)
            return
        venster = NieuweScan(self._vandaag, formats, self)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.gekozen.connect(self._maak_nieuw)
        venster.open()

    def _maak_nieuw(self, regio: str, peildatum: Any, kenmerk: str) -> None:
        try:
            scan_id = self._sessie.scans.nieuw(regio, peildatum, kenmerk)
        except VtscanFout as fout:
            self._bij_fout(fout)
            return
        self.open_scan.emit(scan_id)

    def _open_voorbeeld(self) -> None:
        self.importeer(voorbeeldscan(), openen=True)

    def _kies_scan(self) -> None:
        pad = kies_bestand(self, "Importeer een scan", documentenmap(), _SCANS)
        if pad is not None:
            self.importeer(pad)

    def _kies_rapport(self) -> None:
        pad = kies_bestand(self, "Controleer een rapport", documentenmap(), "PDF (*.pdf)")
        if pad is not None:
            self.controleer(pad)

    def _kies_doel(self, scan_id: str) -> None:
        regel = self._regel(scan_id)
        naam = f"risicoscan-{regel.regio}-{regel.peildatum.isoformat()}.vtscan"
        pad = kies_doel(self, "Exporteer de scan", documentenmap() / naam, "Risicoscan (*.vtscan *.json)")
        if pad is not None:
            self.exporteer(scan_id, pad)

    def exporteer(self, scan_id: str, pad: Path) -> None:
        """Write a scan to a file (an existing one was confirmed by the file dialog)."""
        werk = partial(exporteer, self._sessie, scan_id, pad)
        Langwerk.van(self).begin(
            self, "Scan exporteren", werk, klaar=self._bij_export, mislukt=self._bij_fout, vertel=vertel_export
        )

    def _dupliceer(self, scan_id: str) -> None:
        try:
            scan_id = self._sessie.scans.dupliceer(scan_id)
        except VtscanFout as fout:
            self._bij_fout(fout)
        self.ververs()
        self._wijs_aan(scan_id)

    def _vraag_verwijderen(self, scan_id: str) -> None:
        self._verwijderaar.vraag(self._regel(scan_id))

    def _vraag_bewaartermijn(self, scan_id: str) -> None:
        venster = Bewaartermijnvenster(self._sessie, self._regel(scan_id), self)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.gewijzigd.connect(self.ververs)
        venster.open()

    def _bij_gelezen(self, gelezen: Gelezen) -> None:
        scan = gelezen.scan
        beleid = Importbeleid.WEIGER
        if scan.editie is Editie.BESTUURLIJK:
            beleid = Importbeleid.KOPIE
        elif any(regel.id == scan.id for regel in self._regels):
            tekst = (
                f"De scan van {scannaam(scan.regio, scan.peildatum)}, staat al in deze database. "
                "Eerst komt er een reservekopie van de database. Als kopie laat beide staan."
            )
            antwoord = vraag(self, "Deze scan is er al", tekst, _KOPIE, VERVANG, gevaar=VERVANG)
            if not antwoord:
                return
            beleid = Importbeleid.VERVANG if antwoord == VERVANG else Importbeleid.KOPIE
        werk = partial(importeer, self._sessie, gelezen, beleid)
        Langwerk.van(self).begin(
            self, "Scan overnemen", werk, klaar=self._bij_import, mislukt=self._bij_fout, vertel=vertel_import
        )

    def _bij_import(self, uitkomst: tuple[str, Gelezen]) -> None:
        self.ververs()
        self._wijs_aan(uitkomst[0])
        self.melding.emit(vertel_import(uitkomst).tekst)
        if self._open_straks:
            self.open_scan.emit(uitkomst[0])

    def _bij_open_uit_rapport(self, pad: Any) -> None:
        self.importeer(pad, openen=True)

    def _bij_export(self, pad: Path) -> None:
        self.melding.emit(vertel_export(pad).tekst)

    def _bij_fout(self, fout: VtscanFout) -> None:
        self.melding.emit(str(fout))

    def _regel(self, scan_id: str) -> Scanregel:
        return next(regel for regel in self._regels if regel.id == scan_id)


def _past(regel: Scanregel, gezocht: str) -> bool:
    hooi = f"{regel.regionaam} {regel.titel} {format_datum(regel.peildatum)}".casefold()
    return all(woord in hooi for woord in gezocht.casefold().split())
