"""A bare PySide6 window of the same size, painted, in a process of its own: what the first window is held against."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget


class Venster(QWidget):
    """Tells when it was painted."""

    geverfd = False

    def event(self, event: QEvent) -> bool:
        """See every event, stop none."""
        self.geverfd = self.geverfd or event.type() == QEvent.Type.Paint
        return super().event(event)


app = QApplication([])
venster = Venster()
venster.resize(1280, 800)
venster.show()
while not venster.geverfd:
    QApplication.processEvents()
os._exit(0)
