"""The table with the acties of all topics: walked with the arrow keys, typed in place, sorted by its heads."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from vtscan_desktop.services.actielijst import Volgorde
from vtscan_desktop.services.tabelrijen import JA
from vtscan_desktop.ui.tabellen.actiecel import Actiecel
from vtscan_desktop.ui.tabellen.actiemodel import KOLOMMEN, Actiemodel
from vtscan_desktop.ui.tabellen.cellen import KeuzeCel
from vtscan_desktop.ui.thema import thema

_HOOGTE = 260
"""The least height of the table, in px at 100%."""

_BREED = {
    Volgorde.TOPIC: 168,
    Volgorde.WIE: 164,
    Volgorde.TERMIJN: 152,
    Volgorde.STAND: 92,
    Volgorde.KERN: 56,
}
_SMAL = {Volgorde.TOPIC: 52, Volgorde.WIE: 118, Volgorde.TERMIJN: 88, Volgorde.STAND: 74, Volgorde.KERN: 56}
"""Widths in px at 100% of the columns but `WAT`, with and without the room for it."""
_WAT_MINSTENS = {True: 220, False: 156}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Actietabel(QTableView):
    """`sorteer` carries the `Volgorde` whose head was clicked, `naar_topic` a topic, `verwijder` a row."""

    sorteer = Signal(object)
    naar_topic = Signal(int)
    verwijder = Signal(int)
    geweigerd = Signal(str)
    versies_gevraagd = Signal(object)

    def __init__(self, model: Actiemodel, parent: QWidget) -> None:
        super().__init__(parent)
        self._acties = model
        self._gemeten = 0
        self.setObjectName("actietabel")
        self.setAccessibleName("Alle acties")
        self.setModel(model)
        self._cel = Actiecel(self)
        self._cel.geweigerd.connect(self.geweigerd)
        self._cel.versies_gevraagd.connect(self.versies_gevraagd)
        self._cel.gegroeid.connect(self._pas_rij_aan)
        self.setItemDelegate(self._cel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._kop = self.horizontalHeader()
        self._kop.setSectionsClickable(True)
        self._kop.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._kop.setSortIndicatorShown(True)
        self._kop.setHighlightSections(False)
        self._kop.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._kop.sectionClicked.connect(self._bij_kop)
        self.clicked.connect(self._bij_klik)
        self.doubleClicked.connect(self._bij_dubbelklik)
        model.modelReset.connect(self._meet)
        thema().gewijzigd.connect(self._meet)

    def huidige_rij(self) -> int | None:
        """The row the cursor is in, None without one."""
        huidig = self.currentIndex()
        return huidig.row() if huidig.isValid() else None

    def wijs_aan(self, rij: int, volgorde: Volgorde, *, bewerk: bool = False) -> None:
        """Put the cursor in a cell, and begin to type there if asked."""
        if not 0 <= rij < self._acties.rowCount():
            return
        index = self._acties.index(rij, KOLOMMEN.index(volgorde))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        if bewerk:
            self.edit(index)

    def toon_volgorde(self, volgorde: Volgorde, *, omgekeerd: bool) -> None:
        """Show in the heads what it is sorted by."""
        richting = Qt.SortOrder.DescendingOrder if omgekeerd else Qt.SortOrder.AscendingOrder
        self._kop.setSortIndicator(KOLOMMEN.index(volgorde), richting)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Enter types or ticks, Ctrl+Enter goes to the topic, Delete removes; letters begin to type."""
        huidig = self.currentIndex()
        if not huidig.isValid():
            super().keyPressEvent(e)
            return
        volgorde = KOLOMMEN[huidig.column()]
        if e.key() in _ENTER and e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._ga(huidig)
        elif e.key() in _ENTER or (volgorde is Volgorde.KERN and e.key() == Qt.Key.Key_Space):
            self._doe(huidig)
        elif e.key() == Qt.Key.Key_Delete and not self._op_slot:
            self.verwijder.emit(huidig.row())
        else:
            super().keyPressEvent(e)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """Who comes in by key sees which cell it is: Qt goes to the first without choosing it."""
        super().focusInEvent(e)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self.currentIndex())

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Another width gives other columns."""
        super().resizeEvent(e)
        if self.viewport().width() != self._gemeten:
            self._meet()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After a cell the row may have another height."""
        rij = self.huidige_rij()
        super().closeEditor(editor, hint)
        if rij is not None:
            self.resizeRowToContents(rij)

    def minimumSizeHint(self) -> QSize:
        """Room for a few rows, and no wider than there is."""
        return QSize(0, thema().px(_HOOGTE))

    def _meet(self) -> None:
        t = thema()
        self._gemeten = ruimte = self.viewport().width()
        breed = ruimte >= t.px(sum(_BREED.values()) + _WAT_MINSTENS[True])
        maten = _BREED if breed else _SMAL
        self._acties.zet_smal(not breed)
        vast = {volgorde: t.px(maat) for volgorde, maat in maten.items()}
        wat = max(t.px(_WAT_MINSTENS[breed]), ruimte - sum(vast.values()))
        for i, volgorde in enumerate(KOLOMMEN):
            self._kop.resizeSection(i, vast.get(volgorde, wat))
        self.resizeRowsToContents()

    def _pas_rij_aan(self, rij: int) -> None:
        """A row is as high as its texts, and as the field that is typed in."""
        self.resizeRowToContents(rij)
        veld = self.indexWidget(self.currentIndex())
        if veld is not None and veld.height() > self.rowHeight(rij):
            self.setRowHeight(rij, veld.height())

    @property
    def _op_slot(self) -> bool:
        """Whether the scan may only be read."""
        return self.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers

    def _doe(self, index: QModelIndex) -> None:
        """What Enter or a click does in a cell."""
        volgorde = KOLOMMEN[index.column()]
        if volgorde is Volgorde.TOPIC:
            self._ga(index)
        elif self._op_slot:
            return
        elif volgorde is Volgorde.KERN:
            self._acties.setData(index, "" if index.data() else JA)
        else:
            self.edit(index)
            editor = self.indexWidget(index)
            if isinstance(editor, KeuzeCel):
                editor.showPopup()

    def _ga(self, index: QModelIndex) -> None:
        self.naar_topic.emit(self._acties.regel(index.row()).nr)

    def _bij_klik(self, index: QModelIndex) -> None:
        if KOLOMMEN[index.column()] is not Volgorde.TOPIC:
            self._doe(index)

    def _bij_dubbelklik(self, index: QModelIndex) -> None:
        if KOLOMMEN[index.column()] is Volgorde.TOPIC:
            self._ga(index)

    def _bij_kop(self, kolom: int) -> None:
        self.sorteer.emit(KOLOMMEN[kolom])
