"""Choices: a row of joined buttons, and a check box whose text breaks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_eigenschap, zet_soort
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.thema import thema

_PIJLEN = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Knoppenrij(QWidget):
    """A row of joined buttons of which at most one is chosen; choosing the chosen one again clears it.

    `veranderd` carries the chosen value, or "" when it was cleared. Digits 1-9 choose while the row has focus.
    """

    veranderd = Signal(str)

    def __init__(self, naam: str, parent: QWidget, *, wisbaar: bool = True) -> None:
        super().__init__(parent)
        self._wisbaar = wisbaar
        self._waarde = ""
        self._knoppen: dict[str, QPushButton] = {}
        self._groep = QButtonGroup(self)
        self._groep.setExclusive(False)
        self._groep.buttonClicked.connect(self._bij_klik)
        self._rij = Stroom(self)
        self.setAccessibleName(naam)

    def voeg_toe(self, waarde: str, tekst: str, eigen: QPushButton | None = None) -> QPushButton:
        """Add a choice at the end, as a plain button or as one's own."""
        gemaakt = eigen or QPushButton(tekst, self)
        zet_soort(gemaakt, "keuze")
        gemaakt.setAutoDefault(False)
        gemaakt.setCheckable(True)
        gemaakt.setProperty("waarde", waarde)
        gemaakt.setAccessibleName(f"{self.accessibleName()}: {tekst}")
        gemaakt.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._knoppen[waarde] = gemaakt
        self._groep.addButton(gemaakt)
        self._rij.addWidget(gemaakt)
        self._zet_plaatsen()
        self._zet_halte()
        return gemaakt

    def knop(self, waarde: str) -> QPushButton:
        """The button of a value."""
        return self._knoppen[waarde]

    def waarden(self) -> list[str]:
        """The values to choose from."""
        return list(self._knoppen)

    def waarde(self) -> str:
        """The chosen value, "" for none."""
        return self._waarde

    def zet_waarde(self, waarde: str) -> None:
        """Show a value that did not come from the user."""
        self._waarde = waarde
        for sleutel, deze in self._knoppen.items():
            deze.setChecked(sleutel == waarde)
        self._zet_halte()

    def kies(self, waarde: str) -> None:
        """Choose as the user does by click or key."""
        nieuw = "" if waarde == self._waarde and self._wisbaar else waarde
        self.zet_waarde(nieuw)
        self.veranderd.emit(nieuw)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Digits choose by position; the arrow keys go along the row."""
        tekst = e.text()
        zichtbaar = [w for w, k in self._knoppen.items() if not k.isHidden()]
        if tekst.isdecimal() and 1 <= int(tekst) <= len(zichtbaar):
            self.kies(zichtbaar[int(tekst) - 1])
        elif (stap := _PIJLEN.get(Qt.Key(e.key()))) is not None:
            self._ga([self._knoppen[w] for w in zichtbaar], stap)
        else:
            super().keyPressEvent(e)

    def _bij_klik(self, geklikt: QPushButton) -> None:
        self.kies(str(geklikt.property("waarde")))

    def _ga(self, knoppen: list[QPushButton], stap: int) -> None:
        hier = next((i for i, deze in enumerate(knoppen) if deze.hasFocus()), None)
        if hier is not None and 0 <= hier + stap < len(knoppen):
            knoppen[hier + stap].setFocus(Qt.FocusReason.TabFocusReason)

    def _zet_halte(self) -> None:
        """Tab comes in at what is chosen, and goes on to what is after the row; within it the arrow keys go."""
        halte = self._knoppen.get(self._waarde) or next(iter(self._knoppen.values()))
        for deze in self._knoppen.values():
            deze.setFocusPolicy(Qt.FocusPolicy.StrongFocus if deze is halte else Qt.FocusPolicy.ClickFocus)

    def _zet_plaatsen(self) -> None:
        alle = list(self._knoppen.values())
        for i, deze in enumerate(alle):
            plaats = "eerste" if i == 0 else "laatste" if i == len(alle) - 1 else "midden"
            zet_eigenschap(deze, "plaats", "enige" if len(alle) == 1 else plaats)


class Vinkregel(QWidget):
    """A check box whose text breaks over lines. `aangevinkt` carries the new state when the user changes it.

    What belongs to the text goes under it, in `kolom`.
    """

    aangevinkt = Signal(bool)

    def __init__(self, tekst: str, parent: QWidget) -> None:
        super().__init__(parent)
        rij = QHBoxLayout(self)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.setSpacing(thema().px(maten.KRAP))
        self.vinkje = QCheckBox(self)
        self.vinkje.clicked.connect(self.aangevinkt)
        rij.addWidget(self.vinkje, 0, Qt.AlignmentFlag.AlignTop)
        self.vinkje.setFixedWidth(thema().px(maten.VINK) + 8)  # the box alone, its borders, and no text of its own
        self.kolom = QVBoxLayout()
        self.kolom.setSpacing(thema().px(maten.HAAR))
        self.kolom.setContentsMargins(0, 2, 0, 0)  # level with the box within its border
        self.tekst = label("", self)
        self.kolom.addWidget(self.tekst)
        rij.addLayout(self.kolom, 1)
        self.zet_tekst(tekst)

    def zet_tekst(self, tekst: str) -> None:
        """Show another text beside the box."""
        self.tekst.setText(tekst)
        self.vinkje.setAccessibleName(tekst)

    def mousePressEvent(self, e: QMouseEvent) -> None:
        """A click on the text is a click on the box."""
        if e.button() == Qt.MouseButton.LeftButton:
            self.vinkje.click()
        e.accept()

    def aan(self) -> bool:
        """Whether it is checked."""
        return self.vinkje.isChecked()

    def zet(self, aan: bool) -> None:
        """Show a state that did not come from the user."""
        self.vinkje.setChecked(aan)
