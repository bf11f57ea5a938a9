"""A window with a document that can be printed, kept as a PDF, or copied: what is shown is what goes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel
from vtscan_desktop.ui.bouwstenen.blad import Opmaak, papieropmaak, schermopmaak, zet_blad
from vtscan_desktop.ui.bouwstenen.bladdruk import als_pdf, druk
from vtscan_desktop.ui.bouwstenen.mapwijzer import documentenmap
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, lijn, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(860, 700)
"""Width and height at 100%, where the screen has the room."""


class Bladvenster(QDialog):
    """Base: a window says what the `document`, the `tekst` and the `naam` of a file are, and calls `toon_document`."""

    def __init__(self, titel: str, wat: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._wat = wat
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(titel)
        t = thema()
        self.kolom = QVBoxLayout(self)
        self.kolom.setContentsMargins(0, t.px(maten.KLEIN), 0, t.px(maten.RUIM))
        self.kolom.setSpacing(0)
        self.blad = QTextBrowser(self)
        self.blad.setObjectName("blad")
        self.blad.setAccessibleName(titel)
        self.blad.setOpenLinks(False)
        self.blad.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.blad.setTabChangesFocus(True)
        self.kolom.addWidget(self.blad, 1)
        self.kolom.addWidget(lijn(self))
        self.uitkomst = label("", self, "klein")
        self.uitkomst.setContentsMargins(t.px(maten.RUIM), t.px(maten.KLEIN), t.px(maten.RUIM), 0)
        self.uitkomst.hide()
        self.kolom.addWidget(self.uitkomst)
        self._uitwegen: list[QPushButton] = []
        self._links = Stroom(tussen=t.px(maten.KLEIN), regel=t.px(maten.KLEIN))
        self.kolom.addLayout(self._maak_knoppen())
        self.resize(maat_over(parent, _MAAT))

    def document(self, opmaak: Opmaak) -> QTextDocument:
        """What is shown, for an appearance."""
        raise NotImplementedError

    def tekst(self) -> str:
        """What is shown, as plain text."""
        raise NotImplementedError

    def naam(self) -> str:
        """The name of a file or print with what is shown, without its ending."""
        raise NotImplementedError

    def toon_document(self) -> None:
        """Show the document as it is now."""
        self.uitkomst.hide()
        document = self.document(schermopmaak())
        document.setDocumentMargin(thema().px(maten.BREED))
        zet_blad(self.blad, document)

    def bewaar_als(self, pad: Path) -> None:
        """Write what is shown to a PDF (an existing file was confirmed by the file dialog)."""
        try:
            schrijf_veilig(pad, als_pdf(self.document(papieropmaak()), self.naam()), vervang=True)
        except VtscanFout as fout:
            self.zeg(str(fout), "fout")
            return
        self.zeg(f"Bewaard in {pad.name}.")

    def druk_af(self, printer: QPrinter) -> None:
        """Print what is shown."""
        druk(self.document(papieropmaak()), printer)
        self.zeg("Naar de printer gestuurd.")

    def kopieer(self) -> None:
        """Put what is shown on the clipboard, as text."""
        QGuiApplication.clipboard().setText(self.tekst())
        self.zeg("Gekopieerd als tekst. U kunt het nu in een mail of document plakken.")

    def zeg(self, tekst: str, soort: str = "klein") -> None:
        """Say under the document what came of it."""
        zet_eigenschap(self.uitkomst, "soort", soort)
        self.uitkomst.setText(tekst)
        self.uitkomst.show()

    def voeg_knop_toe(self, tekst: str, doe: Callable[[], object]) -> QPushButton:
        """One more button, after those that are there."""
        gemaakt = knop(tekst, self)
        gemaakt.clicked.connect(doe)
        self._links.addWidget(gemaakt)
        self._uitwegen.append(gemaakt)
        return gemaakt

    def zet_uitwegen(self, aan: bool) -> None:
        """Whether what is shown is worth printing, keeping or copying."""
        for deze in self._uitwegen:
            deze.setEnabled(aan)

    def kies_bestand(self, eind: str, soort: str) -> Path | None:
        """Ask where a file has to go; None when the user thinks better of it."""
        voorstel = documentenmap() / f"{self.naam()}{eind}".replace("/", "-")
        return kies_doel(self, f"Bewaar {self._wat}", voorstel, f"{soort} (*{eind})")

    def _maak_knoppen(self) -> QHBoxLayout:
        t = thema()
        rij = QHBoxLayout()
        rij.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), 0)
        for tekst, doe in (
            ("Afdrukken…", self._bij_afdrukken),
            ("Bewaar als PDF…", self._bij_bewaren),
            ("Kopieer als tekst", self.kopieer),
        ):
            self.voeg_knop_toe(tekst, doe)
        rij.addLayout(self._links, 1)
        sluiten = knop("Sluiten", self, "hoofd")
        sluiten.clicked.connect(self.close)
        rij.addWidget(sluiten, 0, Qt.AlignmentFlag.AlignBottom)
        return rij

    def _bij_afdrukken(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.naam())
        dialoog = QPrintDialog(printer, self)
        if dialoog.exec() == QDialog.DialogCode.Accepted:
            self.druk_af(printer)
        dialoog.deleteLater()

    def _bij_bewaren(self) -> None:
        pad = self.kies_bestand(".pdf", "PDF")
        if pad is not None:
            self.bewaar_als(pad)
