"""A layout that goes on to a next line where the width is used up, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Stroom(QLayout):
    """Lays out widgets side by side at the size they ask for, `tussen` px apart, in as many lines as needed.

    What is lower than its line stands in the middle of it; a text that is wider than the line breaks. With `uiteen`
    the last one stands at the right.
    """

    def __init__(self, parent: QWidget | None = None, *, tussen: int = 0, regel: int = 4, uiteen: bool = False) -> None:
        super().__init__(parent)
        self._uiteen = uiteen
        self._items: list[QLayoutItem] = []
        self._tussen = tussen
        self._regel = regel
        self._hoogten: dict[int, int] = {}
        self._maten: list[tuple[QLayoutItem, QSize]] | None = None
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._vergeet()
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a place out, or None."""
        self._vergeet()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width; computed once for each width."""
        if width not in self._hoogten:
            self._hoogten[width] = self._leg(QRect(0, 0, width, 0), doen=False)
        return self._hoogten[width]

    def invalidate(self) -> None:
        """Something changed its size."""
        self._vergeet()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put all in place, in the middle of the height there is."""
        super().setGeometry(rect)
        over = max(0, rect.height() - self.heightForWidth(rect.width()))
        self._leg(rect.adjusted(0, over // 2, 0, 0), doen=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        maten = [maat for _, maat in self._zichtbaar()]
        breed = sum(m.width() for m in maten) + self._tussen * max(0, len(maten) - 1)
        return QSize(breed, max((m.height() for m in maten), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone on its line."""
        maten = [i.minimumSize() for i in self._items if not i.isEmpty()]
        return QSize(max((m.width() for m in maten), default=0), max((m.height() for m in maten), default=0))

    def _vergeet(self) -> None:
        self._hoogten.clear()
        self._maten = None

    def _zichtbaar(self) -> list[tuple[QLayoutItem, QSize]]:
        """What takes room, with the size it asks for; asked once, for Qt asks for the height many times."""
        if self._maten is None:
            self._maten = [(item, item.sizeHint()) for item in self._items if not item.isEmpty()]
        return self._maten

    def _leg(self, rect: QRect, *, doen: bool) -> int:
        y = rect.y()
        for nummer, regel in enumerate(self._regels(rect)):
            y += self._regel if nummer else 0
            hoogte = max(maat.height() for _, _, maat in regel)
            for item, x, maat in regel if doen else ():
                midden = y + (hoogte - maat.height()) // 2
                item.setGeometry(QRect(x, midden, min(maat.width(), rect.width()), maat.height()))
            y += hoogte
        return y - rect.y()

    def _regels(self, rect: QRect) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        """The items by line, each with where it begins and the size it asks for."""
        regels: list[list[tuple[QLayoutItem, int, QSize]]] = []
        x = rect.x()
        for item, gevraagd in self._zichtbaar():
            maat = gevraagd
            if maat.width() > rect.width() and item.hasHeightForWidth():
                maat = QSize(rect.width(), item.heightForWidth(rect.width()))
            if not regels or x + maat.width() > rect.right() + 1:
                regels.append([])
                x = rect.x()
            regels[-1].append((item, x, maat))
            x += maat.width() + self._tussen
        if regels and self._uiteen:
            item, _, maat = regels[-1].pop()
            regels[-1].append((item, max(rect.x(), rect.right() + 1 - maat.width()), maat))
        return regels
