"""The list of the box of Ctrl+K: headings and rows, painted with what matches in bold. No text is read as markup."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QStandardItem,
    QStandardItemModel,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.tekstvlak import eenheden
from vtscan_desktop.ui.bouwstenen.topicbeeld import beeldpixmap
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.zoeken.zoekregels import Doel, Regel, Zoekgroep, met_koppen

_REGEL = Qt.ItemDataRole.UserRole + 1
_LETTER, _KLEIN = LETTER["basis"], LETTER["klein"]
_Index = QModelIndex | QPersistentModelIndex


class Zoeklijst(QListView):
    """Shows rows under their headings; `gekozen` carries the `Doel` of a row that was clicked."""

    gekozen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("zoeklijst")
        self.setAccessibleName("Gevonden")
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Tekenaar(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.clicked.connect(self._bij_klik)

    def toon(self, regels: Sequence[Regel]) -> None:
        """Show rows; the one that was chosen stays so while it is there, else the first is."""
        vorig = self.regel()
        self._model.clear()
        kies = -1
        for deel in met_koppen(regels):
            item = QStandardItem(deel.tekst if isinstance(deel, Regel) else deel.value)
            if isinstance(deel, Regel):
                item.setData(deel, _REGEL)
                item.setData(deel.hardop, Qt.ItemDataRole.AccessibleTextRole)
                if kies < 0 or (vorig is not None and deel.doel == vorig.doel):
                    kies = self._model.rowCount()
            else:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(item)
        if kies >= 0:
            self._kies(kies)

    def begin_bovenaan(self) -> None:
        """Choose the first row."""
        if regels := self._plaatsen():
            self._kies(regels[0])

    def regel(self) -> Regel | None:
        """The row that is chosen."""
        gevonden = self.currentIndex().data(_REGEL)
        return gevonden if isinstance(gevonden, Regel) else None

    def regels(self) -> list[Regel]:
        """All rows, from the top."""
        return [self._model.item(plaats).data(_REGEL) for plaats in self._plaatsen()]

    def stap(self, aantal: int) -> None:
        """Choose a row further down (or up), past the headings; stays within the list."""
        plaatsen = self._plaatsen()
        if not plaatsen:
            return
        nu = plaatsen.index(self.currentIndex().row()) if self.currentIndex().row() in plaatsen else 0
        self._kies(plaatsen[max(0, min(nu + aantal, len(plaatsen) - 1))])

    def doel(self) -> Doel | None:
        """Where the chosen row leads."""
        regel = self.regel()
        return regel.doel if regel is not None else None

    def _plaatsen(self) -> list[int]:
        alle = range(self._model.rowCount())
        return [plaats for plaats in alle if self._model.item(plaats).data(_REGEL) is not None]

    def _kies(self, plaats: int) -> None:
        self.setCurrentIndex(self._model.index(plaats, 0))
        eerste = self._plaatsen()[0] == plaats
        doel = self._model.index(0 if eerste else plaats, 0)
        self.scrollTo(doel, QAbstractItemView.ScrollHint.EnsureVisible)

    def _bij_klik(self, index: QModelIndex) -> None:
        regel = index.data(_REGEL)
        if isinstance(regel, Regel):
            self.gekozen.emit(regel.doel)


class _Tekenaar(QStyledItemDelegate):
    """Paints a heading, or a row: icon, text with its matching parts, key or oordeel at the right, place below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Headings are low, rows with a second line high."""
        del option
        t = thema()
        regel = index.data(_REGEL)
        klein = QFontMetrics(t.letter(_KLEIN)).height()
        if not isinstance(regel, Regel):
            return QSize(0, klein + t.px(maten.GEWOON))
        hoogte = QFontMetrics(t.letter(_LETTER)).height() + t.px(maten.GEWOON)
        return QSize(0, hoogte + (klein if regel.onder else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint it."""
        regel = index.data(_REGEL)
        painter.save()
        if isinstance(regel, Regel):
            self._teken_regel(painter, option, regel)
        else:
            t = thema()
            painter.setFont(t.letter(_KLEIN))
            painter.setPen(QColor(t.palet.gedempt))
            vak = option.rect.adjusted(t.px(maten.BREED), 0, -t.px(maten.GEWOON), -t.px(maten.KRAP))
            painter.drawText(vak, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.restore()

    def _teken_regel(self, painter: QPainter, option: QStyleOptionViewItem, regel: Regel) -> None:
        t = thema()
        palet, rect = t.palet, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palet.accent_zacht))
            painter.fillRect(QRect(rect.x(), rect.y(), t.px(maten.KRAP), rect.height()), QColor(palet.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palet.doek))
        binnen = rect.adjusted(t.px(maten.BREED), t.px(maten.SMAL), -t.px(maten.RUIM), -t.px(maten.SMAL))
        binnen = self._teken_rechts(painter, binnen, regel)
        eerste = QFontMetrics(t.letter(_LETTER)).height()
        if regel.beeld:
            hoog = (eerste - t.px(maten.ICOON)) // 2
            painter.drawPixmap(binnen.x(), binnen.y() + hoog, beeldpixmap(regel.beeld, maten.ICOON))
        if regel.groep is Zoekgroep.STAPPEN:  # the names stand under one another, with or without a shape
            binnen.setLeft(binnen.left() + t.px(maten.VENSTER))
        painter.setPen(QColor(palet.inkt))
        _teken_tekst(painter, binnen, regel)
        if regel.onder:
            painter.setFont(t.letter(_KLEIN))
            painter.setPen(QColor(palet.gedempt))
            onder = painter.fontMetrics().elidedText(regel.onder, Qt.TextElideMode.ElideRight, binnen.width())
            painter.drawText(binnen.adjusted(0, eerste, 0, 0), Qt.AlignmentFlag.AlignLeft, onder)

    def _teken_rechts(self, painter: QPainter, vak: QRect, regel: Regel) -> QRect:
        """The muted word at the right and the flag; gives back the room that is left."""
        t = thema()
        if regel.vlag:
            vlag = t.pixmap("vlag", t.palet.accent, 14)
            painter.drawPixmap(vak.right() - t.px(maten.ICOON), vak.y() + (vak.height() - t.px(maten.ICOON)) // 2, vlag)
            vak = vak.adjusted(0, 0, -t.px(maten.BREED), 0)
        if regel.rechts:
            painter.setFont(t.letter(_KLEIN))
            painter.setPen(QColor(t.palet.gedempt))
            painter.drawText(vak, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, regel.rechts)
            vak = vak.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(regel.rechts) - t.px(maten.GEWOON), 0)
        return vak


def _teken_tekst(painter: QPainter, vak: QRect, regel: Regel) -> None:
    """One line of plain text, what matches in bold, cut with an ellipsis where there is no more room."""
    t = thema()
    vet = QTextCharFormat()
    vet.setFontWeight(QFont.Weight.Bold)
    vet.setForeground(QColor(t.palet.accent))
    letter = t.letter(_LETTER)
    tekst = regel.tekst
    past = QFontMetrics(t.letter(_LETTER, QFont.Weight.Medium)).elidedText(
        tekst, Qt.TextElideMode.ElideRight, vak.width()
    )
    houdt = len(tekst) if past == tekst else len(past) - 1
    opmaak = QTextLayout(past, letter)
    bereiken = []
    for begin, eind in regel.gevonden:
        if begin < houdt:
            bereik = QTextLayout.FormatRange()
            bereik.start = eenheden(tekst[:begin])
            bereik.length = eenheden(tekst[begin : min(eind, houdt)])
            bereik.format = vet
            bereiken.append(bereik)
    opmaak.setFormats(bereiken)
    opmaak.beginLayout()
    regelvak = opmaak.createLine()
    regelvak.setLineWidth(100_000)
    opmaak.endLayout()
    painter.setClipRect(vak)
    opmaak.draw(painter, QPointF(vak.topLeft()))
    painter.setClipping(False)
