"""How a cell of the table of acties is painted and typed in: the same fields as on the page of a topic."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from vtscan_desktop.domain.tekstversies import rijveld
from vtscan_desktop.services.actielijst import Volgorde
from vtscan_desktop.services.tabelsoorten import ACTIES
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.maten import STRAAL, VINK
from vtscan_desktop.ui.tabellen.actiemodel import KOLOMMEN, TE_LAAT, Actiemodel, Index, celkolom
from vtscan_desktop.ui.tabellen.cellen import KeuzeCel, RegelCel, TekstCel, maak_cel_veld
from vtscan_desktop.ui.tabellen.celtekst import Zetter
from vtscan_desktop.ui.thema import focusrand, thema

_RUIMTE = maten.CELTEKST
"""Room beside a text, in px at 100%: as in the fields, so that nothing jumps when typing begins."""
_ANDER_VENSTER = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}
"""Why a field loses the focus that has it again when what came over it is closed."""
_BUREN = {
    Qt.Key.Key_Tab: QStyledItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QStyledItemDelegate.EndEditHint.EditPreviousItem,
}
_MERK = 14
"""Side of the mark of what is late, in px at 100%."""


class Actiecel(QStyledItemDelegate):
    """Paints and edits one cell. While it is typed in, each change is in the scan at once; Esc puts back what was."""

    geweigerd = Signal(str)
    gegroeid = Signal(int)
    """The row that may need another height."""
    versies_gevraagd = Signal(object)
    """Asks for the earlier versions of the text in a field, which is carried."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._plek = QPersistentModelIndex()
        self._was = ""
        self._zetter = Zetter(self)

    # -- painting ---------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell: its text in as many lines as it needs, what is late with a mark and words."""
        t = thema()
        painter.save()
        huidig = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(option.rect, QColor(t.palet.accent_zacht if huidig else t.palet.papier))
        painter.setPen(QColor(t.palet.lijn))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        vak = _binnen(option.rect)
        volgorde = KOLOMMEN[index.column()]
        if volgorde is Volgorde.KERN:
            _teken_vink(painter, vak, bool(index.data()))
        else:
            kleur = t.palet.niet_op_orde.voor if index.data(Qt.ItemDataRole.ToolTipRole) else t.palet.inkt
            painter.setPen(QColor(t.palet.gedempt if volgorde is Volgorde.TOPIC else kleur))
            tekst = self._zetter.zet(str(index.data()), vak.width())
            tekst.regels.draw(painter, QPointF(vak.topLeft()))
            if volgorde is Volgorde.TERMIJN and (laat := str(index.data(TE_LAAT))):
                self._teken_te_laat(painter, vak.adjusted(0, tekst.hoogte, 0, 0), laat)
        if huidig and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(t.palet.ring), focusrand(t.palet)))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height that the text needs in the width of its column."""
        t = thema()
        breedte = option.rect.width() - t.px(2 * _RUIMTE)
        hoogte = self._zetter.zet(str(index.data() or ""), breedte).hoogte
        if KOLOMMEN[index.column()] is Volgorde.TERMIJN and (laat := str(index.data(TE_LAAT))):
            hoogte += max(t.px(_MERK + 4), self._zetter.zet(laat, breedte - t.px(_MERK + 4), klein=True).hoogte)
        return QSize(option.rect.width(), max(hoogte + t.px(maten.GEWOON + maten.HAAR), t.px(maten.KNOP)))

    def _teken_te_laat(self, painter: QPainter, vak: QRect, tekst: str) -> None:
        """A mark and words, so that it is seen without colour too."""
        t = thema()
        kleur, maat = t.palet.niet_op_orde.voor, t.px(_MERK)
        painter.drawPixmap(vak.x(), vak.y() + t.px(maten.HAAR), t.pixmap("te-laat", kleur, _MERK))
        painter.setPen(QColor(kleur))
        naast = vak.adjusted(maat + t.px(maten.KRAP), 0, 0, 0)
        self._zetter.zet(tekst, naast.width(), klein=True).regels.draw(painter, QPointF(naast.topLeft()))

    # -- typing -----------------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The field of the column, in the cell."""
        del option
        kolom, model = celkolom(KOLOMMEN[index.column()]), index.model()
        assert kolom is not None
        assert isinstance(model, Actiemodel)
        regel = model.regel(index.row())
        topic = model.topicnaam(regel.nr)
        veld = maak_cel_veld(kolom, f"Acties, topic {topic}, {kolom.kop.lower()}", parent, kaart=False)
        veld.setObjectName(f"actiecel:{kolom.sleutel}")
        veld.setAutoFillBackground(True)
        self._plek, self._was = QPersistentModelIndex(index), str(index.data(Qt.ItemDataRole.EditRole))
        veld.veranderd.connect(self._bij_typen)
        veld.klaar.connect(self._bij_klaar)
        if isinstance(veld, TekstCel):
            if sleutel := ACTIES.sleutel(regel.cellen):
                veld.wordt(rijveld(sleutel, kolom.sleutel))
            veld.geweigerd.connect(self.geweigerd)
            veld.versies_gevraagd.connect(self.versies_gevraagd)
            veld.document().documentLayout().documentSizeChanged.connect(self._bij_groei)
        return veld

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the text as typed; the cursor goes to its end."""
        assert isinstance(editor, TekstCel | RegelCel | KeuzeCel)
        tekst = str(index.data(Qt.ItemDataRole.EditRole))
        if tekst == editor.tekst():
            return
        editor.zet_tekst(tekst)
        if isinstance(editor, TekstCel | RegelCel):
            editor.naar_einde()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """The cell is left: all was kept while it was typed; show what is valid in its one form."""
        del editor
        assert isinstance(model, Actiemodel)
        model.normaliseer(index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """As wide as the cell, at its top."""
        del index
        editor.setGeometry(QRect(option.rect.topLeft(), QSize(option.rect.width(), editor.sizeHint().height())))

    def eventFilter(self, editor: QObject, e: QEvent) -> bool:
        """Esc puts back what the cell held, Tab goes on to the next cell; what comes over the window leaves it open."""
        if isinstance(e, QFocusEvent) and e.type() == QEvent.Type.FocusOut and e.reason() in _ANDER_VENSTER:
            return False
        if isinstance(e, QKeyEvent) and e.type() == QEvent.Type.KeyPress and isinstance(editor, QWidget):
            if e.key() in _BUREN:
                self._sluit(editor, _BUREN[Qt.Key(e.key())])
                return True
            if e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(editor, RegelCel):
                self._sluit(editor, self.EndEditHint.NoHint)  # a line passes Enter on, to the table: to type again
                return True
            if e.key() == Qt.Key.Key_Escape:
                self._zet(self._was)
        return super().eventFilter(editor, e)

    def _zet(self, tekst: str) -> None:
        model = self._plek.model()
        if self._plek.isValid() and isinstance(model, Actiemodel):
            model.setData(self._plek, tekst)
            self._bij_groei()

    def _bij_groei(self) -> None:
        if self._plek.isValid():
            self.gegroeid.emit(self._plek.row())

    def _bij_typen(self, tekst: str) -> None:
        self._zet(tekst)

    def _bij_klaar(self) -> None:
        veld = self.sender()
        assert isinstance(veld, QWidget)
        self._sluit(veld, QStyledItemDelegate.EndEditHint.NoHint)

    def _sluit(self, veld: QWidget, hint: QStyledItemDelegate.EndEditHint) -> None:
        self.commitData.emit(veld)
        self.closeEditor.emit(veld, hint)


def _binnen(vak: QRect) -> QRect:
    ruimte, boven = thema().px(_RUIMTE), thema().px(maten.SMAL)
    return vak.adjusted(ruimte, boven, -ruimte, -boven // 2)


def _teken_vink(painter: QPainter, vak: QRect, aan: bool) -> None:
    t = thema()
    doos = QRect(vak.x(), vak.y(), t.px(VINK), t.px(VINK))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(t.palet.accent if aan else t.palet.rand))
    painter.setBrush(QColor(t.palet.accent if aan else t.palet.papier))
    painter.drawRoundedRect(doos, STRAAL["straal_vink"], STRAAL["straal_vink"])
    if aan:
        painter.drawPixmap(doos.topLeft(), t.pixmap("vink", t.palet.op_accent, VINK))
