"""Keys alone: they go to whatever has the focus, and controls are known by what is said aloud of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

CTRL, ALT, GEEN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.NoModifier,
)
_MEEST = 150
"""A control that more presses of Tab than this don't reach counts as out of reach."""


def wijs_venster_aan() -> None:
    """When a dialog closes, a window manager makes the window active again; the offscreen platform has none."""
    if QApplication.activeWindow() is None:
        zichtbaar = [
            venster for venster in QApplication.topLevelWidgets() if venster.isVisible() and venster.isWindow()
        ]
        zichtbaar[-1].activateWindow()
        QApplication.processEvents()


def focus() -> QWidget:
    """What has the focus."""
    wijs_venster_aan()
    gevonden = QApplication.focusWidget()
    assert gevonden is not None, "nothing has the focus: who has no mouse is lost"
    return gevonden


def naam(widget: QWidget) -> str:
    """What a screen reader calls it."""
    tekst = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or tekst.replace("&", "").strip()


def druk(toets: Qt.Key, met: Qt.KeyboardModifier = GEEN) -> None:
    """Press a key."""
    QTest.keyClick(focus(), toets, met)
    QApplication.processEvents()  # a hand leaves the window more time than this


def typ(tekst: str) -> None:
    """Type a text."""
    for teken in tekst:
        for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus(), QKeyEvent(soort, Qt.Key.Key_unknown, GEEN, teken))


def tab_naar(gezocht: str) -> None:
    """Press Tab until what has the focus is called this."""
    langs: list[str] = []
    while naam(focus()) != gezocht:
        assert len(langs) < _MEEST, f"{gezocht!r} can't be reached by Tab; passed were {sorted(set(langs))}"
        langs.append(naam(focus()))
        druk(Qt.Key.Key_Tab)
