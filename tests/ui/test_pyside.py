"""The binding itself: on Python 3.11 a lost reference to True or None ends the program after some thousands."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

KEREN = 2000


class Zender(QObject):
    sein = Signal(object)


def verlies(doe: Callable[[], object]) -> int:
    # literals are held here, so that a faulty binding makes this test fail and not the process end
    _borg = [True] * KEREN, [False] * KEREN, [None] * KEREN
    vaste = (True, False, None)
    voor = [sys.getrefcount(v) for v in vaste]
    for _ in range(KEREN):
        doe()
    return max(a - sys.getrefcount(v) for a, v in zip(voor, vaste, strict=True))


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal from Python 3.12 on")
def test_seinen_en_klikken_verliezen_geen_verwijzingen(qtbot: QtBot) -> None:
    zender, knop = Zender(), QPushButton()
    qtbot.addWidget(knop)
    zender.sein.connect(knop.setObjectName)
    assert verlies(lambda: zender.sein.emit("x")) < KEREN // 10
    assert verlies(knop.click) < KEREN // 10
