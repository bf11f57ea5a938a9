"""Shows the herstelsleutel so that it can be read from the screen, and gets it onto paper or into a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPageLayout, QPainter, QPaintEvent, QPen
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.bestandskeuze import kies_doel
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.thema import LETTERFAMILIE, focusrand, thema

_CEL = 15
"""Width of one character in px at 100%: every character gets the same, whatever the font."""
_REGEL = 30
_RAND = 16
_MAAT = QSize(560, 430)
"""Wanted size of the window that shows it again, in px at 100%."""
_KOP = "Herstelsleutel van vtscan"


def uitleg(pad: Path) -> str:
    """What the key is for and how to keep it."""
    return (
        f"Deze sleutel opent de database {pad.name} als het wachtwoord kwijt is. Wie deze sleutel en de database "
        "heeft, kan alles lezen: bewaar hem achter slot, en niet naast de database."
    )


def _onderschrift(pad: Path, vandaag: date) -> str:
    """What goes under the key on paper or in a file."""
    return f"{uitleg(pad)} Afgedrukt of bewaard op {format_datum(vandaag)}."


def _teken_sleutel(verf: QPainter, sleutel: str, x: float, y: float, cel: float, regel: float) -> None:
    for i, tekst in enumerate(sleutel.splitlines()):
        for j, teken in enumerate(tekst):
            vak = QRectF(x + j * cel, y + i * regel, cel, regel)
            verf.drawText(vak, Qt.AlignmentFlag.AlignCenter.value, teken)


class Sleutelvlak(QWidget):
    """The characters in cells of equal width, so that lines and groups stand under one another."""

    def __init__(self, sleutel: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sleutel = sleutel
        self.setAccessibleName("Herstelsleutel")
        self.setAccessibleDescription(sleutel)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Room for all characters at the text size in force."""
        t, regels = thema(), self._sleutel.splitlines()
        breedte = max(len(regel) for regel in regels) * _CEL + 2 * _RAND
        return QSize(t.px(breedte), t.px(len(regels) * _REGEL + 2 * _RAND))

    def minimumSizeHint(self) -> QSize:
        """Never cut off."""
        return self.sizeHint()

    def paintEvent(self, _e: QPaintEvent) -> None:
        """Soft plate with the key in the middle."""
        t = thema()
        verf = QPainter(self)
        verf.setRenderHint(QPainter.RenderHint.Antialiasing)
        rand = focusrand(t.palet) if self.hasFocus() else maten.RAND
        verf.setPen(QPen(QColor(t.palet.ring if self.hasFocus() else t.palet.lijn), rand))
        verf.setBrush(QColor(t.palet.accent_zacht))
        half = rand / 2
        verf.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)
        verf.setPen(QColor(t.palet.inkt))
        verf.setFont(t.letter(LETTER["groot"], QFont.Weight.Medium))
        links = (self.width() - self.sizeHint().width()) / 2 + t.px(_RAND)
        _teken_sleutel(verf, self._sleutel, links, t.px(_RAND), t.px(_CEL), t.px(_REGEL))
        verf.end()


class Herstelsleutel(QWidget):
    """The key with its three ways out: print, file, clipboard. `melding` tells in one sentence what happened."""

    melding = Signal(str)

    def __init__(self, sleutel: str, pad: Path, vandaag: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self._sleutel = sleutel
        self._pad = pad
        self._vandaag = vandaag
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(Sleutelvlak(sleutel, self))
        rij = Stroom(tussen=t.px(maten.KLEIN), regel=t.px(maten.KLEIN))
        for tekst, doe in (
            ("Afdrukken…", self._druk_af),
            ("Bewaar als tekstbestand…", self._bewaar),
            ("Kopieer", self._kopieer),
        ):
            gemaakt = knop(tekst, self)
            gemaakt.clicked.connect(doe)
            rij.addWidget(gemaakt)
        kolom.addLayout(rij)
        self._uitkomst = label("", self, "klein")
        self._uitkomst.hide()
        kolom.addWidget(self._uitkomst)

    def bewaar_als(self, pad: Path) -> None:
        """Write the key to a text file (an existing one was confirmed by the file dialog)."""
        try:
            tekst = f"{_KOP}\n\n{self._sleutel}\n\n{_onderschrift(self._pad, self._vandaag())}\n"
            schrijf_veilig(pad, tekst.encode("utf-8"), vervang=True)
        except VtscanFout as fout:
            self._toon(str(fout), "fout")
            return
        self._toon(f"Bewaard in {pad.name}. Zet dit bestand ergens anders dan de database.", "klein")

    def druk_af(self, printer: QPrinter) -> None:
        """Print one page with the key and what it is for."""
        printer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
        verf = QPainter()
        if not verf.begin(printer):
            self._toon("Afdrukken is niet gelukt. Schrijf de sleutel over, of bewaar hem als tekstbestand.", "fout")
            return
        punt = printer.resolution() / 72
        blad = QRectF(printer.pageLayout().paintRectPixels(printer.resolution()))
        blad.moveTo(0, 0)
        verf.setFont(_papierletter(18, QFont.Weight.Medium, punt))
        verf.drawText(QRectF(0, 0, blad.width(), 40 * punt), 0, _KOP)
        verf.setFont(_papierletter(16, QFont.Weight.Medium, punt))
        _teken_sleutel(verf, self._sleutel, 0, 48 * punt, 13 * punt, 28 * punt)
        verf.setFont(_papierletter(11, QFont.Weight.Normal, punt))
        onder = QRectF(0, 180 * punt, blad.width(), 200 * punt)
        verf.drawText(onder, Qt.TextFlag.TextWordWrap.value, _onderschrift(self._pad, self._vandaag()))
        verf.end()
        self._toon("De herstelsleutel is naar de printer gestuurd.", "klein")

    def _toon(self, tekst: str, soort: str) -> None:
        zet_soort(self._uitkomst, soort)
        self._uitkomst.style().polish(self._uitkomst)
        self._uitkomst.setText(tekst)
        self._uitkomst.show()
        self.melding.emit(tekst)

    def _druk_af(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialoog = QPrintDialog(printer, self)
        if dialoog.exec() == QDialog.DialogCode.Accepted:
            self.druk_af(printer)
        dialoog.deleteLater()

    def _bewaar(self) -> None:
        voorstel = Path.home() / "herstelsleutel vtscan.txt"
        pad = kies_doel(self, "Bewaar de herstelsleutel", voorstel, "Tekst (*.txt)")
        if pad is not None:
            self.bewaar_als(pad)

    def _kopieer(self) -> None:
        QGuiApplication.clipboard().setText(self._sleutel)
        self._toon("Gekopieerd. Plak de sleutel op een veilige plek.", "klein")


class Sleutelvenster(QDialog):
    """Shows the key again, for who lost the paper."""

    def __init__(self, sleutel: str, pad: Path, vandaag: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Herstelsleutel")
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(t.px(maten.VENSTER), t.px(maten.BREED), t.px(maten.VENSTER), t.px(maten.RUIM))
        buiten.setSpacing(t.px(maten.KLEIN))
        rol = Rolvak(self)
        kolom = QVBoxLayout(rol.vlak)
        kolom.setContentsMargins(0, 0, t.px(maten.KRAP), 0)
        kolom.setSpacing(t.px(maten.KLEIN))
        kolom.addWidget(label("Uw herstelsleutel", rol.vlak, "titel"))
        kolom.addWidget(label(uitleg(pad), rol.vlak, "gedempt"))
        kolom.addWidget(Herstelsleutel(sleutel, pad, vandaag, rol.vlak))
        kolom.addStretch(1)
        buiten.addWidget(rol, 1)
        dicht = knop("Sluiten", self, "hoofd")
        dicht.clicked.connect(self.close)
        buiten.addWidget(dicht, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(maat_over(parent, _MAAT))


def _papierletter(maat: float, gewicht: QFont.Weight, punt: float) -> QFont:
    letter = QFont(LETTERFAMILIE)
    letter.setPixelSize(round(maat * punt))
    letter.setWeight(gewicht)
    return letter
