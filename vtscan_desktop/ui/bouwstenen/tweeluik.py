"""Two widgets side by side, or under one another where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.thema import thema


class Tweeluik(QWidget):
    """They share the width as `links` to `rechts`, from `minimum` px (at 100%) on, `tussen` px apart.

    They are equally high, or with `boven` each as high as it asks, at the top.
    """

    def __init__(
        self,
        links: int,
        rechts: int,
        minimum: int,
        parent: QWidget,
        *,
        tussen: int = maten.RUIM + maten.HAAR,
        boven: bool = False,
    ) -> None:
        super().__init__(parent)
        self._minimum = minimum
        self._delen = (links, rechts)
        self._uitlijning = Qt.AlignmentFlag.AlignTop if boven else Qt.AlignmentFlag(0)
        self.vak = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.vak.setContentsMargins(0, 0, 0, 0)
        self.vak.setSpacing(thema().px(tussen))

    def vul(self, links: QWidget, rechts: QWidget) -> None:
        """Put the parts in."""
        for deel, rek in zip((links, rechts), self._delen, strict=True):
            deel.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.vak.addWidget(deel, rek, self._uitlijning)

    def event(self, e: QEvent) -> bool:
        """Choose the direction by the width there is."""
        if e.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            smal = self.width() < thema().px(self._minimum)
            richting = QBoxLayout.Direction.TopToBottom if smal else QBoxLayout.Direction.LeftToRight
            if self.vak.direction() != richting:
                self.vak.setDirection(richting)
        return super().event(e)

    def minimumSizeHint(self) -> QSize:
        """No wider than one of the parts: they go under one another where it is narrow."""
        hint = super().minimumSizeHint()
        smalst = max((d.minimumSizeHint().width() for d in self._widgets()), default=0)
        return QSize(smalst, hint.height())

    def _widgets(self) -> list[QWidget]:
        return [w for i in range(self.vak.count()) if (item := self.vak.itemAt(i)) and (w := item.widget())]
