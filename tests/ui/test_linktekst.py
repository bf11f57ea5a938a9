"""Links in a text are visited one by one with Tab, and the one that is chosen shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.ui.bouwstenen.rijlijst import Linktekst


@pytest.mark.parametrize(
    ("toets", "verwacht"),
    [(Qt.Key.Key_Tab, ["een", "twee"]), (Qt.Key.Key_Backtab, ["twee", "een"])],
)
def test_tab_komt_bij_elke_link_en_enter_volgt_hem(qtbot: QtBot, toets: Qt.Key, verwacht: list[str]) -> None:
    vak = QWidget()
    qtbot.addWidget(vak)
    opmaak = QVBoxLayout(vak)
    voor = QPushButton("voor", vak)
    tekst = Linktekst('<a href="een">Naar Nakijken</a> en <a href="twee">Acties</a>', vak)
    na = QPushButton("na", vak)
    for deel in (voor, tekst, na):
        opmaak.addWidget(deel)
    vak.show()
    vak.activateWindow()
    qtbot.waitUntil(vak.isActiveWindow)
    gevolgd: list[str] = []
    tekst.linkActivated.connect(gevolgd.append)
    begin, eind = (voor, na) if toets == Qt.Key.Key_Tab else (na, voor)
    begin.setFocus()
    for _ in verwacht:
        QTest.keyClick(QApplication.focusWidget(), toets)
        assert tekst.hasSelectedText(), "no link is shown as chosen"
        QTest.keyClick(tekst, Qt.Key.Key_Return)
    assert gevolgd == verwacht
    QTest.keyClick(tekst, toets)
    assert QApplication.focusWidget() is eind
    assert not tekst.hasSelectedText()
