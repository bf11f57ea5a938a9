"""What every page is: a title, a column of content that scrolls, and Vorige/Volgende under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.velden import knop, label
from vtscan_desktop.ui.werkruimte import Werkruimte

KOLOM_MAX = 720
"""Greatest width of a column of text, in px at 100%."""
TITEL_MAX = 500
"""Widest title that stands on one line, in px; a wider one breaks."""


class Pagina(QWidget):
    """Base of the pages. A page fills `self.kolom`, and shows the scan in `ververs`.

    `ververs` is called when the page comes into view and after each change; it must leave fields alone whose value
    is already right (the fields of `velden` do). `naar_stap` carries the id of a step to jump to.
    """

    naar_stap = Signal(str)
    melding = Signal(str)
    """One Dutch sentence for the user, shown by the shell."""

    def __init__(
        self,
        stap: Stap,
        werkruimte: Werkruimte,
        parent: QWidget,
        *,
        titel: str,
        kicker: str = "",
        onder: str = "",
        breed: bool = False,
    ) -> None:
        super().__init__(parent)
        self.stap = stap
        self.werkruimte = werkruimte
        self.setObjectName(f"pagina-{stap.id}")
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        self.rol = QScrollArea(self)
        self.rol.setWidgetResizable(True)
        self.rol.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rol.setFrameShape(QFrame.Shape.NoFrame)
        self.rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buiten.addWidget(self.rol)
        vlak = QWidget(self.rol)
        vlak.setProperty("soort", "doek")
        self.rol.setWidget(vlak)
        t = thema()
        rij = QHBoxLayout(vlak)
        rij.setContentsMargins(t.px(28), t.px(18), t.px(28), t.px(20))
        inhoud = QWidget(vlak)
        inhoud.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if not breed:
            inhoud.setMaximumWidth(t.px(KOLOM_MAX))
        rij.addWidget(inhoud, 1)
        if not breed:
            rij.addStretch(0)
        self.kolom = QVBoxLayout(inhoud)
        self.kolom.setContentsMargins(0, 0, 0, 0)
        self.kolom.setSpacing(t.px(8))
        self.inhoud = inhoud
        if kicker:
            self.kolom.addWidget(label(kicker, inhoud, "kicker"))
        self.titelrij = QHBoxLayout()
        self.titelrij.setSpacing(t.px(10))
        breedte = QFontMetrics(t.letter(25, QFont.Weight.Medium)).horizontalAdvance(titel)
        breekt = breedte > TITEL_MAX  # a title that fits has its marks right beside it
        self.titellabel = label(titel, inhoud, "titel", breekt=breekt)
        self.titelrij.addWidget(self.titellabel, int(breekt))
        self.titelrij.addStretch(int(not breekt))
        self.kolom.addLayout(self.titelrij)
        if onder:
            self.kolom.addWidget(label(onder, inhoud, "kicker"))

    def sluit_af(self, vorige: Stap | None, volgende: Stap | None) -> None:
        """Put Vorige and Volgende under the content; called once by the shell after the page was made."""
        self.kolom.addStretch(1)
        rij = QHBoxLayout()
        rij.setContentsMargins(0, thema().px(14), 0, 0)
        if vorige is not None:
            terug = knop(f"‹ {vorige.knoptekst}", self.inhoud)
            terug.setObjectName("vorige")
            terug.setAccessibleName(f"Vorige: {vorige.knoptekst}")
            terug.setProperty("stap", vorige.id)
            terug.clicked.connect(self._naar_buur)
            rij.addWidget(terug)
        rij.addStretch(1)
        if volgende is not None:
            verder = knop(f"{volgende.knoptekst} ›", self.inhoud, "hoofd")
            verder.setObjectName("volgende")
            verder.setAccessibleName(f"Volgende: {volgende.knoptekst}")
            verder.setProperty("stap", volgende.id)
            verder.clicked.connect(self._naar_buur)
            rij.addWidget(verder)
        self.kolom.addLayout(rij)

    def kop(self, tekst: str, buddy: QWidget | None = None) -> None:
        """A heading in the column; with a buddy it names the control under it."""
        gemaakt = label(tekst, self.inhoud, "kop", buddy=buddy)
        gemaakt.setContentsMargins(0, thema().px(6), 0, 0)
        self.kolom.addWidget(gemaakt)

    def ververs(self) -> None:
        """Show the scan as it is now."""
        raise NotImplementedError

    def eerste_veld(self) -> QWidget | None:
        """The field to put the cursor in when the page is entered by keyboard; None for none."""
        return None

    def _naar_buur(self) -> None:
        self.naar_stap.emit(str(self.sender().property("stap")))
