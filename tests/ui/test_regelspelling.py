"""Spelling in the note line: marked as in a long text, and never in the way of typing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import Proef, typ
from tests.ui.test_spelling import keuzen, kies
from vtscan_desktop.ui.bouwstenen.regelspelling import Regelmarkeerder
from vtscan_desktop.ui.bouwstenen.spelling import spelling
from vtscan_desktop.ui.gesprek.notitieveld import Notitieveld


@pytest.fixture
def regel(proef: Proef) -> Iterator[Notitieveld]:
    """A note line in an active window, with focus, and the spelling check with the words of an opened database."""
    spelling().begin(proef.sessie)
    gemaakt = Notitieveld(proef.venster, proef.venster)
    gemaakt.resize(700, 40)
    proef.toon_venster()
    gemaakt.setFocus()
    yield gemaakt
    spelling().stop()


def gemarkeerd(regel: Notitieveld) -> list[str]:
    """The marked words, in order."""
    ruw = regel.text().encode("utf-16-le")
    (markeerder,) = regel.findChildren(Regelmarkeerder)
    return [ruw[2 * van : 2 * tot].decode("utf-16-le") for van, tot in markeerder.gemarkeerd]


def streepjes(regel: Notitieveld) -> list[range]:
    """Where something red stands, in px from the left; gaps of a few px passed over."""
    beeld = regel.grab().toImage()

    def is_rood(x: int, y: int) -> bool:
        kleur = beeld.pixelColor(x, y)
        return kleur.red() > kleur.green() + 60

    kolommen = [x for x in range(beeld.width()) if any(is_rood(x, y) for y in range(beeld.height()))]
    gevonden: list[range] = []
    for x in kolommen:
        if gevonden and x - gevonden[-1].stop < 6:
            gevonden[-1] = range(gevonden[-1].start, x + 1)
        else:
            gevonden.append(range(x, x + 1))
    return gevonden


def wacht_op(qtbot: QtBot, regel: Notitieveld, *woorden: str) -> None:
    qtbot.waitUntil(lambda: gemarkeerd(regel) == list(woorden))


def test_een_fout_woord_krijgt_een_streepje_dat_meeschuift_zodra_het_af_is(regel: Notitieveld, qtbot: QtBot) -> None:
    typ(regel, "3: gesprk met de gemente")
    wacht_op(qtbot, regel, "gesprk")
    typ(regel, " gesproken 😀 #k ")
    wacht_op(qtbot, regel, "gesprk", "gemente")
    (_, eerst) = streepjes(regel)
    meet = regel.fontMetrics()
    van, tot = (meet.horizontalAdvance(deel) for deel in ("3: gesprk met de ", "3: gesprk met de gemente"))
    assert abs(len(eerst) - (tot - van)) < 8
    regel.setCursorPosition(0)
    QTest.keyClicks(regel, "Nu ")
    (_, later) = streepjes(regel)
    assert later.start - eerst.start == pytest.approx(meet.horizontalAdvance("Nu "), abs=3)
    assert gemarkeerd(regel) == ["gesprk", "gemente"]


def test_het_streepje_verandert_tekst_cursor_en_ongedaan_maken_niet(regel: Notitieveld, qtbot: QtBot) -> None:
    gemeld: list[str] = []
    regel.veranderd.connect(gemeld.append)
    typ(regel, "De gemente vraagt")
    aantal = len(gemeld)
    regel.setSelection(3, 7)
    wacht_op(qtbot, regel, "gemente")
    assert (regel.text(), regel.selectedText(), len(gemeld)) == ("De gemente vraagt", "gemente", aantal)
    QTest.keyClicks(regel, "x")
    assert regel.text() == "De x vraagt"
    regel.undo()
    assert regel.text() == "De gemente vraagt"


def test_het_menu_biedt_met_de_toets_wat_bedoeld_was_en_eigen_woorden(regel: Notitieveld, qtbot: QtBot) -> None:
    typ(regel, "De ontwikeling bij Brzozowa stokt")
    wacht_op(qtbot, regel, "ontwikeling", "Brzozowa")
    menu = regel.maak_menu(5)
    qtbot.waitUntil(lambda: "ontwikkeling" in keuzen(menu))
    kies(menu, "ontwikkeling")
    assert regel.text() == "De ontwikkeling bij Brzozowa stokt"
    kies(regel.maak_menu(22), "Toevoegen aan woordenboek")
    wacht_op(qtbot, regel)
    assert streepjes(regel) == []
    kies(regel.maak_menu(22), "“Brzozowa” uit woordenboek verwijderen")
    wacht_op(qtbot, regel, "Brzozowa")


def test_wie_een_teken_samenstelt_wordt_niet_gestoord(regel: Notitieveld, qtbot: QtBot) -> None:
    typ(regel, "De gemente ")
    wacht_op(qtbot, regel, "gemente")
    QApplication.sendEvent(regel, QInputMethodEvent("´", []))
    spelling().gewijzigd.emit()
    assert regel.text() == "De gemente "
    komt = QInputMethodEvent("", [])
    komt.setCommitString("é")
    QApplication.sendEvent(regel, komt)
    assert regel.text() == "De gemente é"
    QTest.keyClick(regel, Qt.Key.Key_Space)
    wacht_op(qtbot, regel, "gemente")
    assert len(streepjes(regel)) == 1
