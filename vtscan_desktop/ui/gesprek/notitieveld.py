"""The line that notes are typed in: `#k` grows into `#knelpunt` while typing, and never in the way of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from vtscan_desktop.domain.grenzen import MAX_TEKST
from vtscan_desktop.domain.risicoscan import NotitieSoort
from vtscan_desktop.services.notitieregel import soort_in_wording, soorten_met
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import label
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.sneltoetsen import sneltoets
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:
    from vtscan_desktop.ui.bouwstenen.regelspelling import Regelmarkeerder

HINT = f"Notitie ({sneltoets('notitie').tekst})"


class Notitieveld(RegelVeld):
    """One line. While a kind is in the making, what it would become stands behind the cursor; Tab or Enter accepts it.

    The text itself holds only what was typed. The choices show on `vlak`, which has room above the line. `terug` is
    Esc: back to where one was.
    """

    terug = Signal()

    def __init__(self, parent: QWidget, vlak: QWidget) -> None:
        super().__init__("Notitie", parent, hint=HINT, maximum=MAX_TEKST)
        self._vlak = vlak
        self._afgewezen = ""
        self._keus = 0
        self._lijst: QLabel | None = None
        self._markeerder: Regelmarkeerder | None = None
        self.textChanged.connect(self._bij_wijziging)
        self.cursorPositionChanged.connect(self._toon_keuzen)

    def keuzen(self) -> tuple[NotitieSoort, ...]:
        """The kinds that what is being typed can become; empty when no kind is in the making."""
        begin = self._begin()
        return () if begin is None else soorten_met(begin)

    def aanvulling(self) -> str:
        """What Tab or Enter would add, "" for nothing. A bare `#` gets its kind by the arrow keys."""
        begin, keuzen = self._begin(), self.keuzen()
        if begin is None or not keuzen or self._keus < 0:
            return ""
        return keuzen[self._keus % len(keuzen)].value[len(begin) :]

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter takes the kind that is shown, and enters the note; Esc leaves."""
        rest = self.aanvulling()
        if rest and e.key() == Qt.Key.Key_Right:
            self._neem(rest)
        elif rest and e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._neem(rest)
            super().keyPressEvent(e)
        elif self.keuzen() and e.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._keus = self._keus + 1 if e.key() == Qt.Key.Key_Down else max(0, self._keus) - 1 + len(self.keuzen())
            self._toon_keuzen()
        elif e.key() == Qt.Key.Key_Escape:
            if self.keuzen():
                self._afgewezen = self.text()
                self._toon_keuzen()
            else:
                self.terug.emit()
        else:
            super().keyPressEvent(e)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt names it so)
        """Tab takes the kind when one is shown, else it goes on."""
        if next and (rest := self.aanvulling()):
            self._neem(rest)
            return True
        return super().focusNextPrevChild(next)

    def showEvent(self, e: QShowEvent) -> None:
        """In view for the first time: from now on its spelling is checked."""
        super().showEvent(e)
        if self._markeerder is None:
            from vtscan_desktop.ui.bouwstenen.regelspelling import Regelmarkeerder  # here: the first window loads less

            self._markeerder = Regelmarkeerder(self)

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        """The usual menu, with what can be done with the word."""
        met_muis = e.reason() is QContextMenuEvent.Reason.Mouse
        menu = self.maak_menu(self.cursorPositionAt(e.pos()) if met_muis else self.cursorPosition())
        menu.exec(e.globalPos())
        menu.deleteLater()

    def maak_menu(self, plek: int) -> QMenu:
        """The context menu for a place in the line."""
        from vtscan_desktop.ui.bouwstenen.spellingmenu import vul_regelmenu

        menu = self.createStandardContextMenu()
        vul_regelmenu(menu, self, plek)
        return menu

    def focusOutEvent(self, e: QFocusEvent) -> None:
        """The choices go with the focus."""
        super().focusOutEvent(e)
        self._toon_keuzen()

    def paintEvent(self, e: QPaintEvent) -> None:
        """What Tab would add, in muted letters behind the cursor."""
        super().paintEvent(e)
        if not (rest := self.aanvulling()):
            return
        verf = QPainter(self)
        verf.setFont(self.font())
        verf.setPen(QColor(thema().palet.gedempt))
        cursor = self.cursorRect()
        plek = QRect(cursor.center().x() + 1, 0, self.width(), self.height())
        verf.drawText(plek, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, rest)
        verf.end()

    def _begin(self) -> str | None:
        tekst = self.text()
        achteraan = self.cursorPosition() == len(tekst) and not self.hasSelectedText()
        if not achteraan or not self.hasFocus() or tekst == self._afgewezen:
            return None
        return soort_in_wording(tekst)

    def _neem(self, rest: str) -> None:
        self.insert(f"{rest} ")

    def _bij_wijziging(self, tekst: str) -> None:
        self._keus = -1 if tekst.endswith("#") else 0
        self._toon_keuzen()

    def _toon_keuzen(self) -> None:
        """Above the line: the kinds there are, the one that Tab takes marked."""
        keuzen = self.keuzen()
        rest = self.aanvulling()
        gekozen = keuzen[self._keus % len(keuzen)].value if rest else ""
        self.setAccessibleDescription(f"Tab maakt hiervan #{gekozen}" if gekozen else "")
        self.update()
        if not keuzen:
            if self._lijst is not None:
                self._lijst.hide()
            return
        if self._lijst is None:
            self._lijst = label("", self._vlak, "soorten", breekt=False)
        regels = [f"{'›' if soort.value == gekozen else '  '} #{soort.value}" for soort in keuzen]
        self._lijst.setText("\n".join([*regels, "Tab neemt over" if rest else "↓ kiest"]))
        self._lijst.adjustSize()
        boven = self.mapTo(self._vlak, QPoint(self.cursorRect().left(), 0))
        self._lijst.move(boven.x(), boven.y() - self._lijst.height() - thema().px(maten.KRAP))
        self._lijst.raise_()
        self._lijst.show()
