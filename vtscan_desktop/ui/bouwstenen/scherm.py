"""The screen that something is on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def vrije_maat(widget: QWidget) -> QSize:
    """How large a window can be on the screen of a widget, in px.

    Not by `widget.screen()`: PySide (6.11) takes the screen for a part of the widget from then on, and may delete it
    with the widget. The program then ends in a crash.
    """
    scherm = QGuiApplication.screenAt(widget.frameGeometry().center()) or QGuiApplication.primaryScreen()
    return scherm.availableSize()
