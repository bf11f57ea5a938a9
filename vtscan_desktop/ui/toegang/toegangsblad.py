"""One sheet of the window before all others: heading, explanation, fields, one sentence for errors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.services.bewaarplaats import waarschuwing
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import breekbaar, knop, label
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld, geheimveld
from vtscan_desktop.ui.thema import thema

DATABASEFILTER = "Database van vtscan (*.vtdb);;Alle bestanden (*)"
"""What a file dialog shows to choose a database from."""


class Toegangsblad(QWidget):
    """Made with a heading and what it is about; a subclass adds its fields and its row of buttons."""

    naar_ander_pad = Signal(object)

    def __init__(self, pad: Path, titel: str, uitleg: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.pad = pad
        t = thema()
        self.kolom = QVBoxLayout(self)
        self.kolom.setContentsMargins(0, 0, 0, 0)
        self.kolom.setSpacing(t.px(maten.KLEIN))
        self.kolom.addWidget(label(titel, self, "titel"))
        self.uitleg = label(uitleg, self, "gedempt")
        self.kolom.addWidget(self.uitleg)
        self.kolom.addSpacing(t.px(maten.KLEIN))
        self.fout = label("", self, "fout")
        self.fout.hide()

    def eerste_veld(self) -> QWidget:
        """Where typing begins."""
        raise NotImplementedError

    def toon_fout(self, tekst: str) -> None:
        """Show one sentence, or none."""
        self.fout.setText(tekst)
        self.fout.setVisible(bool(tekst))

    def onder_fout(self, deel: QWidget) -> None:
        """Put a part under the sentence for errors."""
        self.kolom.insertWidget(self.kolom.indexOf(self.fout) + 1, deel, 0, Qt.AlignmentFlag.AlignLeft)

    def veld(self, naam: str) -> RegelVeld:
        """Add a field for a secret, with its name above it."""
        gemaakt = geheimveld(naam, self)
        self.veldnaam = label(naam, self, "kop", buddy=gemaakt)
        self.kolom.addWidget(self.veldnaam)
        self.kolom.addWidget(gemaakt)
        return gemaakt

    def plaatsregel(self, knoptekst: str, doe: Callable[[], None]) -> None:
        """Where the file lies, and a way to choose another place."""
        self.kolom.addSpacing(thema().px(maten.KRAP))
        self.kolom.addWidget(label("Database", self, "kop"))
        self.kolom.addWidget(label(breekbaar(self.pad), self, "gedempt"))
        if bezwaar := waarschuwing(self.pad.parent):
            self.kolom.addWidget(label(bezwaar, self, "waarschuwing"))
        anders = knop(knoptekst, self, "link", "map")
        anders.clicked.connect(doe)
        self.kolom.addWidget(anders, 0, Qt.AlignmentFlag.AlignLeft)

    def knoppen(self, *rij: QWidget) -> None:
        """The row of buttons at the end, at the right."""
        self.kolom.addWidget(self.fout)
        self.kolom.addSpacing(thema().px(maten.KLEIN))
        regel = QHBoxLayout()
        regel.addStretch(1)
        for deze in rij:
            regel.addWidget(deze)
        self.kolom.addLayout(regel)
