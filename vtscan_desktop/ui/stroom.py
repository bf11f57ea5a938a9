"""A layout that goes on to a next line where the width is used up, as words do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Stroom(QLayout):
    """Lays out widgets side by side at the size they ask for, `tussen` px apart, in as many lines as needed."""

    def __init__(self, parent: QWidget | None = None, *, tussen: int = 0, regel: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._tussen = tussen
        self._regel = regel
        self._hoogte: tuple[int, int] | None = None
        self.setContentsMargins(QMargins())

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at a place out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height at a width."""
        if self._hoogte is None or self._hoogte[0] != width:
            self._hoogte = (width, self._leg(QRect(0, 0, width, 0), doen=False))
        return self._hoogte[1]

    def invalidate(self) -> None:
        """Something changed its size."""
        self._hoogte = None
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Put all in place, in the middle of the height there is."""
        super().setGeometry(rect)
        over = max(0, rect.height() - self.heightForWidth(rect.width()))
        self._leg(rect.adjusted(0, over // 2, 0, 0), doen=True)

    def sizeHint(self) -> QSize:
        """All on one line."""
        maten = [i.sizeHint() for i in self._items if not i.isEmpty()]
        breed = sum(m.width() for m in maten) + self._tussen * max(0, len(maten) - 1)
        return QSize(breed, max((m.height() for m in maten), default=0))

    def minimumSize(self) -> QSize:
        """The widest item alone on its line."""
        maten = [i.minimumSize() for i in self._items if not i.isEmpty()]
        return QSize(max((m.width() for m in maten), default=0), max((m.height() for m in maten), default=0))

    def _leg(self, rect: QRect, *, doen: bool) -> int:
        x, y, hoogte = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            maat = item.sizeHint()
            if x > rect.x() and x + maat.width() > rect.right() + 1:
                x, y, hoogte = rect.x(), y + hoogte + self._regel, 0
            if doen:
                item.setGeometry(QRect(QPoint(x, y), QSize(min(maat.width(), rect.width()), maat.height())))
            x += maat.width() + self._tussen
            hoogte = max(hoogte, maat.height())
        return y + hoogte - rect.y()
