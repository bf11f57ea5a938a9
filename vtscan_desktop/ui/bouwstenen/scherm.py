"""How large a window can be: on its screen, and over another."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from vtscan_desktop.ui.thema import thema

_DEEL = 0.94
"""How much of a window one over it takes at most, each way: so that the one below is still seen."""


def vrije_maat(widget: QWidget) -> QSize:
    """How large a window can be on the screen of a widget, in px.

    Not by `widget.screen()`: PySide (6.11) takes the screen for a part of the widget from then on, and may delete it
    with the widget. The program then ends in a crash.
    """
    scherm = QGuiApplication.screenAt(widget.frameGeometry().center()) or QGuiApplication.primaryScreen()
    return scherm.availableSize()


def maat_over(onder: QWidget, maat: QSize) -> QSize:
    """The size of a window over the one that `onder` stands in: as wanted (px at 100%), as far as there is room."""
    return (maat * thema().schaal).boundedTo(onder.window().size() * _DEEL)
