"""A choice from a list, as all pages share it. It tells by `veranderd` what the user changed, and only that."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_NA_ICOON = 4
"""What Qt puts between the icon and the text of a choice, in px."""


class KeuzeVeld(QComboBox):
    """A choice from a short list of (value, text)."""

    veranderd = Signal(str)

    def __init__(self, naam: str, opties: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(naam)
        for waarde, tekst in opties:
            self.addItem(tekst, waarde)
        self.activated.connect(self._bij_keuze)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def waarde(self) -> str:
        """The chosen value."""
        return str(self.currentData())

    def zet_waarde(self, waarde: str) -> None:
        """Show a value that did not come from the user."""
        self.setCurrentIndex(max(0, self.findData(str(waarde))))

    def showPopup(self) -> None:
        """The whole list, where it is not a long one: Qt leaves the border of focus out of its height."""
        super().showPopup()
        if self.count() > self.maxVisibleItems():
            return
        lijst = self.view()
        nodig = lijst.sizeHintForRow(0) * self.count()
        for _ in range(2):  # the arrows to scroll by take room too, until they are gone
            te_kort = max(0, nodig - lijst.viewport().height())
            lijst.window().resize(lijst.window().width(), lijst.window().height() + te_kort)

    def paintEvent(self, e: QPaintEvent) -> None:
        """As Qt does, but a text that does not fit ends in an ellipsis: cut off it looks like another word."""
        del e
        wat = QStyleOptionComboBox()
        self.initStyleOption(wat)
        ruimte = self.ruimte_voor_tekst()
        wat.currentText = self.fontMetrics().elidedText(wat.currentText, Qt.TextElideMode.ElideRight, ruimte)
        verf = QStylePainter(self)
        verf.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, wat)
        verf.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, wat)
        verf.end()

    def ruimte_voor_tekst(self) -> int:
        """How wide its text can be, in px."""
        wat = QStyleOptionComboBox()
        self.initStyleOption(wat)
        deel = QStyle.SubControl.SC_ComboBoxEditField
        vak = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, wat, deel, self)
        return vak.width() - (0 if wat.currentIcon.isNull() else self.iconSize().width() + _NA_ICOON)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Scrolling the page must not change an answer."""
        e.ignore()

    def _bij_keuze(self, _index: int) -> None:
        self.veranderd.emit(self.waarde())
