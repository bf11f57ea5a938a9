"""A layout for the fields of one row: side by side as in a table, or with their labels, in as many lines as needed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.thema import thema

_SMALST = 120
"""No field is narrower, in px at 100%."""

TUSSEN = 8
"""Space between fields in a line and between lines of a card, in px at 100%."""
TUSSEN_RIJ = 2
"""Space between the cells of a table row, in px at 100%."""


@dataclass(slots=True)
class _Veld:
    widget: QWidget
    item: QWidgetItem
    label: QWidgetItem | None
    labelwidget: QWidget | None
    breedte: int
    rek: int


class Veldstroom(QLayout):
    """Lays out fields by their least width (px at 100%) and their share in what is left over.

    As a row (`zet_kaart(False)`) all stand in one line without labels, so that rows of equal columns line up. As a
    card each has its label above it, and lines break where the width is used up; a field with `rek` 0 keeps its width,
    and a choice has the room it asks for at least.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._velden: list[_Veld] = []
        self._kaart = False
        self._hoogten: dict[int, int] = {}
        self.setContentsMargins(QMargins())

    def voeg_toe(self, veld: QWidget, breedte: int, rek: int, label: QWidget | None = None) -> None:
        """Add a field at the end, with the label that a card shows above it."""
        self.addChildWidget(veld)
        if label is not None:
            self.addChildWidget(label)
            label.setVisible(self._kaart)
        labelitem = QWidgetItem(label) if label is not None else None
        self._velden.append(_Veld(veld, QWidgetItem(veld), labelitem, label, breedte, rek))
        self.invalidate()

    def zet_kaart(self, kaart: bool) -> None:
        """Show as a card (True) or as a row."""
        self._kaart = kaart
        for veld in self._velden:
            if veld.labelwidget is not None:
                veld.labelwidget.setVisible(kaart)
        self.invalidate()

    def rijbreedte(self) -> int:
        """The least width, in px, at which all fit in one line."""
        t = thema()
        return sum(t.px(v.breedte) for v in self._velden) + t.px(TUSSEN_RIJ) * max(0, len(self._velden) - 1)

    def addItem(self, item: QLayoutItem) -> None:
        """Not used: fields come in by `voeg_toe`."""
        raise NotImplementedError

    def count(self) -> int:
        """Number of items, labels included."""
        return len(self._items())

    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item by number, None beyond the end."""
        items = self._items()
        return items[index] if 0 <= index < len(items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        items = self._items()
        if not 0 <= index < len(items):
            return None
        weg = items[index]
        self._velden = [v for v in self._velden if v.item is not weg]
        for veld in self._velden:
            if veld.label is weg:
                veld.label = veld.labelwidget = None
        return weg

    def expandingDirections(self) -> Qt.Orientation:
        """As wide as there is room."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """A narrower card is higher."""
        return True

    def heightForWidth(self, breedte: int) -> int:
        """Height at a width, in px; computed once for each width, for Qt asks many times."""
        if breedte not in self._hoogten:
            self._hoogten[breedte] = self._leg(QRect(0, 0, breedte, 0), plaats=False)
        return self._hoogten[breedte]

    def invalidate(self) -> None:
        """Something changed its size."""
        self._hoogten.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """As wide as one line."""
        breedte = self.rijbreedte()
        return QSize(breedte, self.heightForWidth(breedte))

    def minimumSize(self) -> QSize:
        """Nothing is forced on the page: fields shrink before it grows."""
        return QSize(thema().px(_SMALST), 0)

    def setGeometry(self, rect: QRect) -> None:
        """Put all in place."""
        super().setGeometry(rect)
        self._leg(rect, plaats=True)

    def _items(self) -> list[QWidgetItem]:
        return [item for v in self._velden for item in (v.label, v.item) if item is not None]

    def _regels(self, breedte: int) -> list[list[_Veld]]:
        zichtbaar = [v for v in self._velden if not v.widget.isHidden()]
        if not self._kaart:
            return [zichtbaar] if zichtbaar else []
        t = thema()
        regels: list[list[_Veld]] = []
        vol = breedte + 1
        for veld in zichtbaar:
            wil = self._breedte(veld, breedte)
            if vol + t.px(TUSSEN) + wil > breedte:
                regels.append([])
                vol = -t.px(TUSSEN)
            regels[-1].append(veld)
            vol += t.px(TUSSEN) + wil
        return regels

    def _breedte(self, veld: _Veld, hoogstens: int) -> int:
        """The least width of a field, in px."""
        wil = thema().px(veld.breedte)
        if self._kaart and isinstance(veld.widget, KeuzeVeld):
            wil = max(wil, veld.item.minimumSize().width())
        return min(wil, hoogstens)

    def _leg(self, rect: QRect, *, plaats: bool) -> int:
        t = thema()
        tussen = t.px(TUSSEN if self._kaart else TUSSEN_RIJ)
        y = rect.y()
        ruimte = t.px(maten.HAAR) if self._kaart else 0
        for nummer, regel in enumerate(self._regels(rect.width())):
            breedtes = [self._breedte(v, rect.width()) for v in regel]
            vak = QRect(rect.x(), y + (tussen if nummer and self._kaart else 0), rect.width(), ruimte)
            y = vak.y() + self._leg_regel(regel, breedtes, vak, tussen, plaats=plaats)
        return y - rect.y()

    def _leg_regel(self, regel: list[_Veld], breedtes: list[int], rect: QRect, tussen: int, *, plaats: bool) -> int:
        """Lay out one line; the height of `rect` is the space between a label and its field."""
        over = max(0, rect.width() - sum(breedtes) - tussen * (len(regel) - 1))
        rek = sum(v.rek for v in regel)
        labels = max((v.label.sizeHint().height() + rect.height() for v in regel if self._kaart and v.label), default=0)
        hoog, x = 0, rect.x()
        for veld, breedte in zip(regel, breedtes, strict=True):
            breedte += over * veld.rek // rek if rek else 0
            hoogte = _hoogte(veld.item, breedte)
            hoog = max(hoog, hoogte)
            if plaats:
                if self._kaart and veld.label is not None:
                    veld.label.setGeometry(QRect(x, rect.y(), breedte, labels - rect.height()))
                veld.item.setGeometry(QRect(x, rect.y() + labels, breedte, hoogte))
            x += breedte + tussen
        return labels + hoog


def _hoogte(item: QWidgetItem, breedte: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(breedte), item.minimumSize().height())
    return max(item.sizeHint().height(), item.minimumSize().height())
