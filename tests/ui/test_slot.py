"""Locking: kept first, nothing left to read, and back where one was."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import typ
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.bouwstenen.vragen import vraag
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.toegang.slaap import SPRONG_S, TIK_MS, Slaapmelder
from vtscan_desktop.ui.toegang.slot import Slotwacht
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
GEHEIM = "een lang wachtwoord"
KANARIE = "kanariepiet"


@pytest.fixture
def venster(actief_venster: Hoofdvenster) -> Hoofdvenster:
    """With the cursor at topic 3, behind what was just typed."""
    assert actief_venster.werkscherm is not None
    actief_venster.werkscherm.ga_naar(topicstap(3))
    typ(veld(actief_venster), f" {KANARIE}")
    return actief_venster


def veld(venster: Hoofdvenster) -> TekstVlak:
    assert venster.werkscherm is not None
    gevonden = venster.werkscherm.pagina(topicstap(3)).eerste_veld()
    assert isinstance(gevonden, TekstVlak)
    return gevonden


def ontgrendel(venster: Hoofdvenster, qtbot: QtBot) -> None:
    assert venster.toegang is not None
    blad = venster.toegang.blad
    assert isinstance(blad, Ontgrendelen)
    blad.geheim.setText(GEHEIM)
    with qtbot.waitSignal(venster.start_klaar):
        blad.open.click()


def is_op_slot(venster: Hoofdvenster) -> bool:
    return venster.sessie is None and venster.werkscherm is None and venster.toegang is not None


def leesbaar() -> str:
    """All that any widget or object below one still holds."""
    delen: list[str] = []
    for widget in QApplication.allWidgets():
        delen += [widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        for naam in ("text", "toPlainText", "placeholderText", "currentText"):
            if callable(lees := getattr(widget, naam, None)):
                delen.append(str(lees()))
        for deel in widget.findChildren(QObject):
            if isinstance(deel, QTextDocument):
                delen.append(deel.toPlainText())
            elif isinstance(deel, QAction):
                delen.append(deel.text())
            elif isinstance(deel, QAbstractItemModel):
                delen += [str(deel.index(i, 0).data()) for i in range(deel.rowCount())]
    return "\n".join(delen)


def test_op_slot_is_alles_bewaard_en_niets_meer_te_lezen(venster: Hoofdvenster, qtbot: QtBot) -> None:
    cursor = veld(venster).cursorplek()
    typ(venster.werkscherm.notitiebalk.regel, "half getypte notitie")  # type: ignore[union-attr]
    veld(venster).setFocus()
    assert KANARIE in leesbaar()
    venster.meldingregel.toon(f"Iets over {KANARIE}.")
    QTest.keyClick(venster.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert is_op_slot(venster)
    blijft = leesbaar()
    for woord in (KANARIE, "half getypte", "IJsselland", "wachtlijst"):
        assert woord not in blijft
    ontgrendel(venster, qtbot)
    terug = venster.werkscherm
    assert terug is not None
    assert terug.huidig == topicstap(3)
    assert veld(venster).tekst().endswith(KANARIE)
    assert terug.notitiebalk.regel.tekst() == "half getypte notitie"
    assert QApplication.focusWidget() is veld(venster)
    assert veld(venster).cursorplek() == cursor


def test_de_database_is_echt_dicht(venster: Hoofdvenster) -> None:
    pad = venster.sessie.pad  # type: ignore[union-attr]
    venster.slot.vergrendel()
    with_other = Sessie.open(pad, GEHEIM)
    assert KANARIE in with_other.opslag.lees(with_other.scans.overzicht()[0].id).scan.topic(3).toelichting
    with_other.sluit()


def test_wie_het_venster_niet_aanraakt_vindt_het_op_slot(venster: Hoofdvenster) -> None:
    tijd = [0.0]
    venster.slot._klok = lambda: tijd[0]
    venster.slot.begin()
    grens = venster.weergave.voorkeuren.vergrendelen_na * 60
    tijd[0] = grens - 1
    venster.slot.kijk()
    assert not is_op_slot(venster)
    QTest.mouseMove(venster.windowHandle())
    QApplication.processEvents()
    tijd[0] = 2 * grens - 2
    venster.slot.kijk()
    assert not is_op_slot(venster)
    QTest.keyClick(venster.windowHandle(), Qt.Key.Key_X)
    tijd[0] = 3 * grens - 2
    venster.slot.kijk()
    assert is_op_slot(venster)


def test_een_slot_dat_komt_als_het_venster_er_al_staat_hoort_het_toch(venster: Hoofdvenster) -> None:
    tijd = [0.0]
    later = Slotwacht(venster, lambda: tijd[0])
    grens = venster.weergave.voorkeuren.vergrendelen_na * 60
    tijd[0] = grens - 1
    QTest.mouseMove(venster.windowHandle())
    QApplication.processEvents()
    tijd[0] = 2 * grens - 2
    later.kijk()
    assert not is_op_slot(venster)


def test_een_vraag_die_openstaat_krijgt_nee_en_dan_gaat_het_slot_dicht(venster: Hoofdvenster, qtbot: QtBot) -> None:
    QTimer.singleShot(0, venster.slot.vergrendel)
    assert vraag(venster, "Weet u het zeker?", KANARIE, "Ja") == ""
    assert not is_op_slot(venster)
    qtbot.waitUntil(lambda: is_op_slot(venster))
    assert KANARIE not in leesbaar()


def test_een_zoekvenster_met_teksten_gaat_mee_op_slot(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.zoeker.zoek()
    assert venster.zoeker.zoekvenster is not None
    typ(venster.zoeker.zoekvenster.findChild(QWidget, "zoekveld") or QApplication.focusWidget(), KANARIE)  # type: ignore[arg-type]
    venster.slot.vergrendel()
    qtbot.waitUntil(lambda: is_op_slot(venster))
    assert KANARIE not in leesbaar()


def test_wat_niet_bewaard_kan_worden_blijft_op_het_scherm(
    venster: Hoofdvenster, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_wat: object) -> int:
        raise OmgevingFout("De schijf is vol.")

    monkeypatch.setattr(venster.sessie.opslag, "bewaar", vol)  # type: ignore[union-attr]
    typ(veld(venster), " en dit ook")
    venster.slot.vergrendel()
    assert not is_op_slot(venster)
    assert veld(venster).tekst().endswith("en dit ook")
    assert "vol" in venster.meldingregel.tekst()
    monkeypatch.undo()
    venster.slot.vergrendel()
    assert is_op_slot(venster)


def test_gespreksmodus_komt_terug(venster: Hoofdvenster, qtbot: QtBot) -> None:
    assert venster.werkscherm is not None
    venster.werkscherm.open_modus(5)
    venster.slot.vergrendel()
    ontgrendel(venster, qtbot)
    assert venster.werkscherm.modustopic == 5


def test_op_de_startpagina_komt_men_terug_op_de_startpagina(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.naar_start()
    venster.slot.vergrendel()
    assert "IJsselland" not in leesbaar()
    ontgrendel(venster, qtbot)
    assert venster.werkscherm is None
    assert venster.startpagina is not None


@pytest.mark.usefixtures("qtbot")
def test_een_klok_die_vooruit_springt_betekent_dat_de_computer_sliep() -> None:
    tijd = [0.0]
    houder = QObject()
    melder = Slaapmelder(houder, lambda: tijd[0])
    gehoord: list[float] = []
    melder.slaapt.connect(lambda: gehoord.append(tijd[0]))
    for tijd[0] in (5.0, 10.0, 10.0 - 3600, 15.0 - 3600, 15.0 - 3600 + SPRONG_S + TIK_MS / 1000):
        melder.kijk()
    assert gehoord == []
    tijd[0] += SPRONG_S + TIK_MS / 1000 + 1
    melder.kijk()
    assert gehoord == [tijd[0]]


LOGIND = """
import os, select, sys
from jeepney import DBusAddress, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
bus = open_dbus_connection(os.environ["DBUS_SYSTEM_BUS_ADDRESS"], enable_fds=True)
bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.login1"))
print("klaar", flush=True)
vraag = bus.receive()
while vraag.header.message_type is not MessageType.method_call:
    vraag = bus.receive()
lees, schrijf = os.pipe()
bus.send(new_method_return(vraag, "h", (schrijf,)))
os.close(schrijf)
print(*vraag.body, flush=True)
sys.stdin.readline()
beheer = DBusAddress("/org/freedesktop/login1", interface="org.freedesktop.login1.Manager")
print("geremd" if not select.select([lees], [], [], 0)[0] else "niet geremd", flush=True)
bus.send(new_signal(beheer, "PrepareForSleep", "b", (True,)))
print("los" if select.select([lees], [], [], 20)[0] else "nog geremd", flush=True)
"""
PROEF = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from vtscan_desktop.ui.toegang.slaap import Slaapmelder
app = QCoreApplication([])
melder = Slaapmelder(app)
melder.slaapt.connect(lambda: (print("slaapt", flush=True), QTimer.singleShot(200, app.quit)))
melder.begin()
QTimer.singleShot(30000, app.quit)
app.exec()
"""


BUS = """
<busconfig><type>system</type><listen>unix:path={0}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Starts Python on a system bus of the test's own."""
    (tmp_path / "bus.conf").write_text(BUS.format(tmp_path))
    omgeving = os.environ | {
        "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={tmp_path}/bus",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    processen: list[subprocess.Popen[str]] = []

    def begin(*opdracht: str) -> subprocess.Popen[str]:
        pijp = subprocess.PIPE
        processen.append(subprocess.Popen(opdracht, env=omgeving, text=True, stdin=pijp, stdout=pijp))
        return processen[-1]

    daemon = begin("dbus-daemon", f"--config-file={tmp_path}/bus.conf", "--nofork", "--print-address=1")
    assert daemon.stdout is not None
    assert daemon.stdout.readline()
    yield lambda code: begin(sys.executable, "-c", code)
    for proces in processen:
        proces.kill()
        proces.communicate()


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="dbus-daemon is er niet")
def test_linux_waarschuwt_voor_het_slapen_en_wacht_tot_wij_klaar_zijn(
    start: Callable[[str], subprocess.Popen[str]],
) -> None:
    logind = start(LOGIND)
    assert logind.stdout is not None
    assert logind.stdout.readline() == "klaar\n"
    proef = start(PROEF)
    assert logind.stdout.readline().startswith("sleep vtscan")
    uit, _ = logind.communicate("slaap\n", timeout=60)
    assert uit.split("\n")[:2] == ["geremd", "los"]
    assert proef.communicate(timeout=60)[0] == "slaapt\n"


def test_niemand_luistert_naar_elk_onderdeel(venster: Hoofdvenster) -> None:
    """A filter on the application would hear every event of every widget, and cost time with each key."""
    gehoord: list[QEvent.Type] = []
    echt = venster.slot.eventFilter
    venster.slot.eventFilter = lambda wie, e: (gehoord.append(e.type()), echt(wie, e))[1]  # type: ignore[method-assign]
    veld(venster).repaint()
    QApplication.processEvents()
    assert QEvent.Type.Paint not in gehoord
