"""The step list: all steps under their headings, each topic with the one shape of its effective oordeel."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vtscan_desktop.domain.beoordeling import Beoordeling
from vtscan_desktop.domain.nakijken.stof import Ernst
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Risicoscan
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.topicbeeld import beeldpixmap, topicbeeld
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.stappen import NAKIJKEN, Stap, is_ingevuld
from vtscan_desktop.ui.teksten import OORDEEL, aantallen
from vtscan_desktop.ui.thema import focusrand, thema

_REGELHOOGTE = 20
"""Least height of a step: all of them fit under each other in a window of 800 px."""
_VORM_LINKS, _VORM, _TEKST = 19, 13, 43
"""Where the shape of a step begins, its side, and where the text begins; all in px at 100%."""
_NR, _NR_BREED, _TOPICTEKST = 34, 23, 65
"""Of a topic: where its number begins, how wide it may be, and where the text begins."""

BREEDTE = 281
"""Width of the list, in px at 100%."""
_STAP = Qt.ItemDataRole.UserRole + 1
_BEELD = Qt.ItemDataRole.UserRole + 2
_VLAG = Qt.ItemDataRole.UserRole + 3
_TELLING = Qt.ItemDataRole.UserRole + 4
_BREEK = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_RECHTS = 3
"""Room at the right of a name, in px at 100%."""
_Index = QModelIndex | QPersistentModelIndex


class Stappenlijst(QListView):
    """Shows the steps; `gekozen` carries the id of the step the user chose."""

    gekozen = Signal(str)
    aangewezen = Signal(str)
    """Carries the id of the step that the pointer came over."""

    def __init__(self, stappen: tuple[Stap, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stappenlijst")
        self.setAccessibleName("Stappen")
        self.setFixedWidth(min(thema().px(BREEDTE), round(BREEDTE * 1.35)))
        self._stappen = stappen
        self._zet_zelf = False
        self._rijen: dict[str, QStandardItem] = {}
        self._model = QStandardItemModel(self)
        groep = ""
        for stap in stappen:
            if stap.groep != groep:
                groep = stap.groep
                self._model.appendRow(_kop(groep))
            item = QStandardItem(stap.knoptekst)
            item.setEditable(False)
            item.setData(stap, _STAP)
            self._rijen[stap.id] = item
            self._model.appendRow(item)
        self._gemeten = 0
        self._meet(self.width())
        self.setModel(self._model)
        self.setItemDelegate(_Tekenaar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._bij_keuze)
        self.entered.connect(self._bij_aanwijzen)

    def zet_huidig(self, stap_id: str) -> None:
        """Show which step is open; does not tell `gekozen`."""
        self._zet_zelf = True
        self.setCurrentIndex(self._rijen[stap_id].index())
        self._zet_zelf = False

    def ververs(self, scan: Risicoscan, beoordeling: Beoordeling) -> None:
        """Show the effective oordeel of each topic, the ticks of the other steps and the flags."""
        for stap in self._stappen:
            item = self._rijen[stap.id]
            beeld, woord, vlag = "", "", False
            if stap.topic in OORDEEL_NRS:
                oordeel = beoordeling.effectief[stap.topic]
                beeld = topicbeeld(oordeel, scan.topic(stap.topic))
                woord = OORDEEL[oordeel].lower()
            elif is_ingevuld(stap, scan):
                beeld, woord = "vink", "ingevuld"
            if stap.topic:
                vlag = scan.topic(stap.topic).later
            if (item.data(_BEELD), item.data(_VLAG)) != (beeld, vlag):
                item.setData(beeld, _BEELD)
                item.setData(vlag, _VLAG)
                delen = [stap.knoptekst, woord, "om op terug te komen" if vlag else ""]
                item.setData(", ".join(d for d in delen if d), Qt.ItemDataRole.AccessibleTextRole)

    def toon_telling(self, telling: Mapping[Ernst, int]) -> None:
        """Show how many points are left to look at."""
        item = self._rijen.get(NAKIJKEN)
        if item is None:  # a version that is looked back at gets no report
            return
        stap = item.data(_STAP)
        item.setData((telling[Ernst.FOUT], telling[Ernst.WAARSCHUWING]), _TELLING)
        tekst = aantallen({**telling, Ernst.OPMERKING: 0})
        item.setToolTip(tekst)
        item.setData(f"{stap.knoptekst}, {tekst}" if tekst else stap.knoptekst, Qt.ItemDataRole.AccessibleTextRole)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """A scroll bar takes room from the names, which may then need one line more."""
        super().resizeEvent(e)
        self._meet(self.viewport().width())

    def _meet(self, breedte: int) -> None:
        if breedte == self._gemeten:
            return
        self._gemeten = breedte
        for rij in range(self._model.rowCount()):
            item = self._model.item(rij)
            stap = item.data(_STAP)
            if isinstance(stap, Stap):
                letter = thema().letter(LETTER["lijst"], QFont.Weight.Medium)
                item.setSizeHint(_maat(stap.kort, letter, _TOPICTEKST if stap.topic else _TEKST, breedte))
            else:
                kop = _maat(item.text(), thema().letter(LETTER["klein"]), maten.RUIM, breedte)
                item.setSizeHint(kop + QSize(0, thema().px(maten.HAAR)))

    def _bij_keuze(self, nieuw: QModelIndex, _oud: QModelIndex) -> None:
        stap = nieuw.data(_STAP)
        if isinstance(stap, Stap) and not self._zet_zelf:
            self.gekozen.emit(stap.id)

    def _bij_aanwijzen(self, onder: QModelIndex) -> None:
        stap = onder.data(_STAP)
        if isinstance(stap, Stap):
            self.aangewezen.emit(stap.id)


def _kop(groep: str) -> QStandardItem:
    item = QStandardItem(groep)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _maat(tekst: str, letter: QFont, links: int, breedte: int) -> QSize:
    """Room for a row: names break rather than being cut; `links` is where the name begins, in px at 100%."""
    t = thema()
    vlak = QRect(0, 0, breedte - t.px(links) - t.px(_RECHTS), 999)
    nodig = QFontMetrics(letter).boundingRect(vlak, _BREEK, tekst).height()
    return QSize(0, max(t.px(_REGELHOOGTE), nodig + maten.KRAP))


class _Tekenaar(QStyledItemDelegate):
    """Paints one row: shape, number, short title, flag."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a heading or a step."""
        stap = index.data(_STAP)
        painter.save()
        if isinstance(stap, Stap):
            self._teken_stap(painter, option, index, stap)
        else:
            painter.setFont(thema().letter(LETTER["klein"]))
            painter.setPen(QColor(thema().palet.gedempt))
            vak = option.rect.adjusted(thema().px(maten.RUIM), thema().px(maten.HAAR), -thema().px(_RECHTS), 0)
            self._tekst(painter, vak, str(index.data()))
        painter.restore()

    def _teken_stap(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, stap: Stap) -> None:
        t = thema()
        palet, rect = t.palet, option.rect
        gekozen = bool(option.state & QStyle.StateFlag.State_Selected)
        if gekozen:
            painter.fillRect(rect, QColor(palet.accent_zacht))
            painter.fillRect(QRect(rect.x(), rect.y(), t.px(maten.HAAR), rect.height()), QColor(palet.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palet.doek))
        if beeld := str(index.data(_BEELD) or ""):
            hoog = rect.y() + (rect.height() - t.px(_VORM)) // 2
            painter.drawPixmap(rect.x() + t.px(_VORM_LINKS), hoog, beeldpixmap(beeld, _VORM))
        painter.setFont(t.letter(LETTER["lijst"], QFont.Weight.Medium if gekozen else QFont.Weight.Normal))
        links = t.px(_TEKST)
        if stap.topic:
            painter.setPen(QColor(palet.gedempt))
            nr = QRect(rect.x() + t.px(_NR), rect.y(), t.px(_NR_BREED), rect.height())
            painter.drawText(nr, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(stap.topic))
            links = t.px(_TOPICTEKST)
        painter.setPen(QColor(palet.inkt))
        rechts = t.px(maten.BREED) if index.data(_VLAG) else t.px(_RECHTS)
        self._tekst(painter, rect.adjusted(links, 0, -rechts, 0), stap.kort)
        if index.data(_VLAG):
            vlag = t.pixmap("vlag", palet.accent, 13)
            painter.drawPixmap(rect.right() - t.px(maten.RUIM), rect.y() + (rect.height() - t.px(_VORM)) // 2, vlag)
        if telling := index.data(_TELLING):
            self._teken_telling(painter, rect, telling)
        if gekozen and option.state & QStyle.StateFlag.State_HasFocus:
            rand = focusrand(palet)
            painter.setPen(QPen(QColor(palet.ring), rand))
            painter.drawRect(rect.adjusted(rand // 2, rand // 2, -(rand + 1) // 2, -(rand + 1) // 2))

    def _teken_telling(self, painter: QPainter, rect: QRect, telling: tuple[int, int]) -> None:
        """Fouten and waarschuwingen at the right, each as a number on its colour."""
        t = thema()
        painter.setFont(t.letter(LETTER["klein"], QFont.Weight.Medium))
        rechts = rect.right() - t.px(maten.KLEIN)
        for aantal, toon in zip(reversed(telling), (t.palet.pril, t.palet.niet_op_orde), strict=True):
            if not aantal:
                continue
            breed = painter.fontMetrics().horizontalAdvance(str(aantal)) + t.px(maten.GEWOON)
            vak = QRect(rechts - breed, rect.y() + t.px(maten.HAAR), breed, rect.height() - t.px(maten.KRAP))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QColor(toon.voor))
            painter.setBrush(QColor(toon.achter))
            painter.drawRoundedRect(vak, t.px(maten.KRAP), t.px(maten.KRAP))
            painter.drawText(vak, Qt.AlignmentFlag.AlignCenter, str(aantal))
            rechts -= breed + t.px(maten.KRAP)

    def _tekst(self, painter: QPainter, vak: QRect, tekst: str) -> None:
        painter.drawText(vak, _BREEK | Qt.AlignmentFlag.AlignVCenter, tekst)
