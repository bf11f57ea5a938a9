"""The report of an error that nobody foresaw, to read before anything is done with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.thema import thema

_MAAT = QSize(760, 520)


class Verslagopener(QObject):
    """Shows a report over a window when asked."""

    def __init__(self, verslag: Path, venster: QWidget) -> None:
        super().__init__(venster)
        self._verslag = verslag
        self._venster = venster

    def open(self) -> None:
        """Show it."""
        gemaakt = Verslagvenster(self._verslag, self._venster)
        gemaakt.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        gemaakt.open()


class Verslagvenster(QDialog):
    """A report, to read before anything is done with it."""

    def __init__(self, verslag: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Foutverslag")
        t = thema()
        self.resize(maat_over(parent, _MAAT))
        kolom = QVBoxLayout(self)
        rand = t.px(maten.BREED)
        kolom.setContentsMargins(rand, rand, rand, rand)
        kolom.setSpacing(t.px(maten.GEWOON))
        kolom.addWidget(label("Foutverslag", self, "titel"))
        uitleg = "Er wordt niets verstuurd. U kunt dit verslag lezen, en zelf meesturen aan wie u helpt."
        kolom.addWidget(label(uitleg, self))
        self.tekst = QPlainTextEdit(self)
        self.tekst.setReadOnly(True)
        self.tekst.setTabChangesFocus(True)
        self.tekst.setAccessibleName("Het verslag")
        try:
            self.tekst.setPlainText(verslag.read_text("utf-8"))
        except OSError:
            self.tekst.setPlainText("Het verslag is er niet meer.")
        kolom.addWidget(self.tekst, 1)
        kolom.addWidget(label(f"Het staat in {breekbaar(verslag)}", self, "klein"))
        rij = QHBoxLayout()
        rij.addStretch(1)
        self.kopieer = knop("Kopieer", self)
        self.kopieer.clicked.connect(self._kopieer)
        sluit = knop("Sluiten", self, "hoofd")
        sluit.clicked.connect(self.accept)
        for deze in (self.kopieer, sluit):
            rij.addWidget(deze)
        kolom.addLayout(rij)

    def _kopieer(self) -> None:
        QApplication.clipboard().setText(self.tekst.toPlainText())
