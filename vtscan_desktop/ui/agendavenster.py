"""Who still has to be asked what: an overview, and an agenda for the next gesprek to print, keep or copy."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.agenda import (
    SOORTEN,
    Agenda,
    bepaal_gespreksstand,
    maak_agenda,
    schrijf_agenda,
    schrijf_gespreksstand,
)
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.risicoscan import GesprekSoort, Risicoscan
from vtscan_desktop.hulpbronnen import laad_format, laad_leidraad, regionaam
from vtscan_desktop.ui.agendablad import (
    PARTNER,
    Opmaak,
    agendablad,
    als_pdf,
    overzichtblad,
    papieropmaak,
    schermopmaak,
)
from vtscan_desktop.ui.onderdelen import knop, label, lijn, zet_eigenschap
from vtscan_desktop.ui.stroom import Stroom
from vtscan_desktop.ui.tabrij import Tabrij
from vtscan_desktop.ui.teksten import scannaam
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

OVERZICHT = 0
"""Place of the tab with the overview; after it comes a tab for each kind of gesprek."""
_GESPREKSOORTEN = tuple(PARTNER)
_MAAT = (860, 700)
"""Width and height at 100%, where the screen has the room."""


def toon_agenda(werkruimte: Werkruimte, parent: QWidget) -> Agendavenster:
    """Open the window over the one that `parent` stands in."""
    venster = Agendavenster(werkruimte, parent.window())
    venster.open()
    return venster


class Agendavenster(QDialog):
    """What is shown is what is printed, kept or copied."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        self._plaats = OVERZICHT
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Agenda voor een gesprek")
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, t.px(8), 0, t.px(16))
        kolom.setSpacing(0)
        self.tabs = Tabrij(("Overzicht", *PARTNER.values()), self)
        self.tabs.gekozen.connect(self.kies)
        kolom.addWidget(self.tabs)
        kolom.addWidget(lijn(self))
        self.blad = QTextBrowser(self)
        self.blad.setObjectName("agendablad")
        self.blad.setAccessibleName("Agenda")
        self.blad.setOpenLinks(False)
        self.blad.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blad.setTabChangesFocus(True)
        kolom.addWidget(self.blad, 1)
        kolom.addWidget(lijn(self))
        self.uitkomst = label("", self, "klein")
        self.uitkomst.setContentsMargins(t.px(18), t.px(8), t.px(18), 0)
        self.uitkomst.hide()
        kolom.addWidget(self.uitkomst)
        kolom.addLayout(self._maak_knoppen())
        self.kies(1 + _GESPREKSOORTEN.index(_volgende_soort(werkruimte)))
        ruimte = parent.size() * 0.95
        self.resize(min(t.px(_MAAT[0]), ruimte.width()), min(t.px(_MAAT[1]), ruimte.height()))
        self.blad.setFocus(Qt.FocusReason.OtherFocusReason)

    def kies(self, plaats: int) -> None:
        """Show the overview, or the agenda for a kind of gesprek."""
        self._plaats = plaats
        self.tabs.zet(plaats)
        self.uitkomst.hide()
        document = self.document(schermopmaak())
        document.setDocumentMargin(thema().px(18))
        document.setParent(self.blad)
        self.blad.setDocument(document)

    def document(self, opmaak: Opmaak) -> QTextDocument:
        """What is shown, for another appearance."""
        scan = self._werkruimte.scan
        onder = scannaam(scan.regio, scan.peildatum)
        if self._plaats == OVERZICHT:
            return overzichtblad(bepaal_gespreksstand(scan), laad_format(), onder, opmaak)
        return agendablad(self._agenda(scan), onder, opmaak)

    def tekst(self) -> str:
        """What is shown, as plain text."""
        scan = self._werkruimte.scan
        if self._plaats == OVERZICHT:
            return schrijf_gespreksstand(bepaal_gespreksstand(scan), laad_format())
        return schrijf_agenda(self._agenda(scan), regionaam(scan.regio))

    def bewaar_als(self, pad: Path) -> None:
        """Write what is shown to a PDF (an existing file was confirmed by the file dialog)."""
        try:
            schrijf_veilig(pad, als_pdf(self.document(papieropmaak()), self._naam()), vervang=True)
        except VtscanFout as fout:
            self._zeg(str(fout), "fout")
            return
        self._zeg(f"Bewaard in {pad.name}.")

    def druk_af(self, printer: QPrinter) -> None:
        """Print what is shown."""
        self.document(papieropmaak()).print_(printer)
        self._zeg("Naar de printer gestuurd.")

    def kopieer(self) -> None:
        """Put what is shown on the clipboard, as text."""
        QGuiApplication.clipboard().setText(self.tekst())
        self._zeg("Gekopieerd als tekst. U kunt het nu in een mail of document plakken.")

    def _maak_knoppen(self) -> QHBoxLayout:
        t = thema()
        rij = QHBoxLayout()
        rij.setContentsMargins(t.px(18), t.px(14), t.px(18), 0)
        links = Stroom(tussen=t.px(8), regel=t.px(8))
        for tekst, doe in (
            ("Afdrukken…", self._bij_afdrukken),
            ("Bewaar als PDF…", self._bij_bewaren),
            ("Kopieer als tekst", self.kopieer),
        ):
            gemaakt = knop(tekst, self)
            gemaakt.clicked.connect(doe)
            links.addWidget(gemaakt)
        rij.addLayout(links, 1)
        sluiten = knop("Sluiten", self, "hoofd")
        sluiten.clicked.connect(self.close)
        rij.addWidget(sluiten, 0, Qt.AlignmentFlag.AlignBottom)
        return rij

    def _agenda(self, scan: Risicoscan) -> Agenda:
        soort = _GESPREKSOORTEN[self._plaats - 1]
        return maak_agenda(scan, laad_format(), laad_leidraad(), soort, self._werkruimte.vinkjes())

    def _naam(self) -> str:
        wat = "overzicht" if self._plaats == OVERZICHT else PARTNER[_GESPREKSOORTEN[self._plaats - 1]].lower()
        return f"Agenda {wat} {regionaam(self._werkruimte.scan.regio)}"

    def _zeg(self, tekst: str, soort: str = "klein") -> None:
        zet_eigenschap(self.uitkomst, "soort", soort)
        self.uitkomst.setText(tekst)
        self.uitkomst.show()

    def _bij_afdrukken(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._naam())
        dialoog = QPrintDialog(printer, self)
        if dialoog.exec() == QDialog.DialogCode.Accepted:
            self.druk_af(printer)
        dialoog.deleteLater()

    def _bij_bewaren(self) -> None:
        voorstel = Path.home() / f"{self._naam()}.pdf".replace("/", "-")
        gekozen, _ = QFileDialog.getSaveFileName(self, "Bewaar de agenda", str(voorstel), "PDF (*.pdf)")
        if gekozen:
            pad = Path(gekozen)
            self.bewaar_als(pad if pad.suffix else pad.with_suffix(".pdf"))


def _volgende_soort(werkruimte: Werkruimte) -> GesprekSoort:
    """With whom the agenda is most likely for: who is spoken now, else who was not spoken yet."""
    gesprekken = werkruimte.scan.gesprekken
    lopend = next((g.soort for g in gesprekken if g.id == werkruimte.lopend_gesprek()), None)
    gesproken = {g.soort for g in gesprekken}
    return lopend or next((soort for soort in SOORTEN if soort not in gesproken), SOORTEN[0])
