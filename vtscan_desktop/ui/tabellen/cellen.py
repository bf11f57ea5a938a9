"""The fields inside a table row: one per kind of column, all with the same few methods."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from vtscan_desktop.domain.grenzen import MAX_REGEL, MAX_TEKST
from vtscan_desktop.services.tabelrijen import JA, Celsoort, Kolom, normale_cel
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_eigenschap
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Cel(Protocol):
    """What a table asks of a field: `veranderd` by the user, `klaar` on Enter, `verlaten` when left."""

    veranderd: SignalInstance
    klaar: SignalInstance
    verlaten: SignalInstance

    def tekst(self) -> str:
        """The raw text of the cell."""

    def zet_tekst(self, tekst: str) -> None:
        """Show a text that did not come from the user."""


class TekstCel(TekstVlak):
    """Text that wraps and grows. Enter goes on to the next row; in a long text of a card it is a line break."""

    klaar = Signal()
    verlaten = Signal()

    def __init__(self, kolom: Kolom, naam: str, parent: QWidget, *, kaart: bool) -> None:
        lang = kolom.soort is Celsoort.LANG
        self._enter_is_regel = lang and kaart
        self._een_regel = not lang
        if not self._enter_is_regel:
            self.regelhoogte = 110 if kaart else 120
        super().__init__(
            naam, parent, regels=2 if self._enter_is_regel else 1, maximum=MAX_TEKST if lang else MAX_REGEL
        )
        if not self._enter_is_regel:
            self.document().setDocumentMargin(0)  # as high as the one-line fields beside it
        self.setPlaceholderText(kolom.hint)
        zet_celvorm(self, los=kaart)

    @property
    def is_lang(self) -> bool:
        """Whether it is a text of more lines, rather than a line that wraps."""
        return self._enter_is_regel

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste; in a one-line text line breaks become spaces."""
        if self._een_regel and "\n" in source.text():
            plat = QMimeData()
            plat.setText(" ".join(source.text().split()))
            source = plat
        super().insertFromMimeData(source)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter goes on; Shift+Enter breaks the line of a long text."""
        shift = bool(e.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if e.key() in _ENTER and not self._enter_is_regel and (self._een_regel or not shift):
            self.klaar.emit()
            return
        super().keyPressEvent(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Tell that the cell was left."""
        super().focusOutEvent(e)
        self.verlaten.emit()

    def minimumSizeHint(self) -> QSize:
        """No wider than the column."""
        return QSize(0, self.height())

    def _pas_hoogte_aan(self) -> None:
        rand = self.height() - self.viewport().height()
        regel = self.fontMetrics().lineSpacing() * self._regels * self.regelhoogte // 100
        wil = max(regel + round(2 * self.document().documentMargin()), round(self.document().size().height())) + max(
            rand, 2
        )
        if wil != self.height():
            self.setFixedHeight(wil)


class RegelCel(RegelVeld):
    """A date or number; on leaving it is shown in one form."""

    klaar = Signal()
    verlaten = Signal()

    def __init__(self, kolom: Kolom, naam: str, parent: QWidget) -> None:
        super().__init__(naam, parent, hint="dd-mm-jjjj" if kolom.soort is Celsoort.DATUM else "", maximum=40)
        self._kolom = kolom
        if kolom.rechts:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.returnPressed.connect(self.klaar)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Leaving: show what is valid in its one form."""
        super().focusOutEvent(e)
        self.zet_tekst(normale_cel(self._kolom, self.tekst()))
        self.verlaten.emit()

    def minimumSizeHint(self) -> QSize:
        """No wider than the column."""
        return QSize(0, super().minimumSizeHint().height())


class KeuzeCel(KeuzeVeld):
    """A choice."""

    klaar = Signal()
    verlaten = Signal()

    def __init__(self, kolom: Kolom, naam: str, parent: QWidget) -> None:
        super().__init__(naam, kolom.opties, parent)

    def tekst(self) -> str:
        """The chosen value."""
        return self.waarde()

    def zet_tekst(self, tekst: str) -> None:
        """Show a value."""
        self.zet_waarde(tekst)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Tell that the cell was left."""
        super().focusOutEvent(e)
        self.verlaten.emit()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter goes on; space opens the list."""
        if e.key() in _ENTER:
            self.klaar.emit()
            return
        super().keyPressEvent(e)


class VinkCel(QCheckBox):
    """Yes or no."""

    veranderd = Signal(str)
    klaar = Signal()
    verlaten = Signal()

    def __init__(self, kolom: Kolom, naam: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(naam)
        self.setToolTip(kolom.uitleg)
        self.clicked.connect(self._bij_klik)

    def tekst(self) -> str:
        """`JA` when ticked."""
        return JA if self.isChecked() else ""

    def zet_tekst(self, tekst: str) -> None:
        """Tick or not."""
        self.setChecked(bool(tekst))

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """Tell that the cell was left."""
        super().focusOutEvent(e)
        self.verlaten.emit()

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter goes on; space ticks."""
        if e.key() in _ENTER:
            self.klaar.emit()
            return
        super().keyPressEvent(e)

    def _bij_klik(self, _aan: bool) -> None:
        self.veranderd.emit(self.tekst())


def maak_cel_veld(kolom: Kolom, naam: str, parent: QWidget, *, kaart: bool) -> TekstCel | RegelCel | KeuzeCel | VinkCel:
    """The field for a column without rows of its own."""
    if kolom.soort in (Celsoort.TEKST, Celsoort.LANG):
        return TekstCel(kolom, naam, parent, kaart=kaart)
    if kolom.soort is Celsoort.KEUZE:
        return KeuzeCel(kolom, naam, parent)
    if kolom.soort is Celsoort.VINK:
        return VinkCel(kolom, naam, parent)
    return RegelCel(kolom, naam, parent)


def zet_celvorm(cel: QWidget, *, los: bool) -> None:
    """Look like plain text until pointed at (in a table row), or as a field (`los`, on a card)."""
    veld = "regel" if isinstance(cel, TekstCel) and not cel.is_lang else ""
    zet_eigenschap(cel, "soort", veld if los else "cel")
    if cel.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        QApplication.sendEvent(cel, QEvent(QEvent.Type.StyleChange))  # else a text keeps its former margins
