"""The one place where the window says something: one Dutch sentence, until it is closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import Regel, knop, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.thema import thema


class Meldingregel(QFrame):
    """Hidden until there is something to say; a screen reader gets it as the label's text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("meldingregel")
        t = thema()
        vak = QVBoxLayout(self)
        vak.setContentsMargins(t.px(maten.BREED), t.px(maten.KLEIN), t.px(maten.GEWOON), t.px(maten.KLEIN))
        rij = Stroom(tussen=t.px(maten.KLEIN), uiteen=True)
        vak.addLayout(rij)
        self._tekst = Regel("", self)
        self._tekst.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        rij.addWidget(self._tekst)
        self._doe: Callable[[], object] | None = None
        self.actie = knop("", self, "link")
        self.actie.hide()
        self.actie.clicked.connect(self._bij_actie)
        rij.addWidget(self.actie)
        weg = knop("Sluiten", self, "link")
        weg.setAccessibleName("Melding sluiten")
        weg.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the cursor where it was
        weg.clicked.connect(self.sluit)
        rij.addWidget(weg)
        self.hide()

    def toon(self, tekst: str, *, fout: bool = False, actie: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show a sentence; `fout` for one that must not be missed, `actie` for what can be done about it."""
        zet_eigenschap(self, "fout", fout)
        self.actie.setVisible(actie is not None)
        self._doe = None
        if actie is not None:
            self.actie.setText(actie[0])
            self._doe = actie[1]
        self._zeg(tekst)
        self.show()

    def vul_aan(self, zin: str) -> None:
        """Say this too, before what is shown, which keeps what can be done about it."""
        if self.isHidden():
            self.toon(zin)
        else:
            self._zeg(f"{zin} {self._tekst.text()}")

    def ruim_op(self) -> None:
        """Another screen comes: what was said of the one before goes, but what must not be missed stays."""
        if not self.property("fout"):
            self.sluit()

    def sluit(self) -> None:
        """Say nothing, and hold nothing."""
        self.hide()
        self._doe = None
        self._zeg("")
        self._tekst.sizeHint()  # text that can be selected lies in a document, which follows only when measured

    def _zeg(self, tekst: str) -> None:
        self._tekst.setText(tekst)
        self._tekst.setAccessibleName(tekst)

    def _bij_actie(self) -> None:
        if self._doe is not None:
            self._doe()

    def tekst(self) -> str:
        """What is shown, "" when nothing is."""
        return "" if self.isHidden() else self._tekst.text()
