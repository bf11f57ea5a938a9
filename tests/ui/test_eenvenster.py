"""A second start brings the first window to the front; what a killed window left behind keeps nobody out."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.models import bestandslot
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.ui import eenvenster
from vtscan_desktop.ui.eenvenster import Vensterpost
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
PROJECT = Path(__file__).parents[2]
ROEP = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from vtscan_desktop.ui.eenvenster import roep_naar_voren
app = QCoreApplication([])
print(roep_naar_voren(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
"""


def _roep(*argumenten: Path) -> subprocess.Popen[str]:
    opdracht = [sys.executable, "-c", ROEP, *map(str, argumenten)]
    return subprocess.Popen(opdracht, cwd=PROJECT, stdout=subprocess.PIPE, text=True)


def _antwoord(qtbot: QtBot, proces: subprocess.Popen[str]) -> str:
    qtbot.waitUntil(lambda: proces.poll() is not None, timeout=60_000)
    return proces.communicate()[0].strip()


def test_a_second_start_shows_the_first_window_and_ends(qtbot: QtBot, tmp_path: Path) -> None:
    database = tmp_path / "scans.vtdb"
    venster = Hoofdvenster(database, lambda: NU, lambda _pad: "")
    qtbot.addWidget(venster)
    venster.show()
    venster.setWindowState(Qt.WindowState.WindowMinimized)
    with qtbot.waitSignal(venster.post.naar_voren, timeout=60_000) as sein:
        # The same place, written in another way.
        proces = _roep(tmp_path / "." / ".." / tmp_path.name / "scans.vtdb")
    assert sein.args == [None]
    assert _antwoord(qtbot, proces) == "True"
    assert not venster.isMinimized()
    assert _antwoord(qtbot, _roep(tmp_path / "andere.vtdb")) == "False"


def test_the_file_that_was_named_goes_to_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    ouder = QObject()
    post = Vensterpost(ouder)
    post.luister(tmp_path / "scans.vtdb")
    with qtbot.waitSignal(post.naar_voren, timeout=60_000) as sein:
        proces = _roep(tmp_path / "scans.vtdb", tmp_path / "rapport.pdf")
    assert sein.args == [tmp_path / "rapport.pdf"]
    assert _antwoord(qtbot, proces) == "True"


@pytest.mark.skipif(os.name != "posix", reason="on Windows nothing is left behind")
def test_what_a_killed_window_left_behind_is_swept_up(qtbot: QtBot, tmp_path: Path) -> None:
    database = tmp_path / "scans.vtdb"
    code = ROEP.split("app =")[0] + "import os, signal\nfrom vtscan_desktop.ui.eenvenster import Vensterpost\n"
    code += "app = QCoreApplication([])\nv = Vensterpost(app)\nv.luister(Path(sys.argv[1]))\n"
    code += "print(v._server.fullServerName(), flush=True)\nos.kill(os.getpid(), signal.SIGKILL)"
    gedaan = subprocess.run(
        [sys.executable, "-c", code, str(database)], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert Path(gedaan.stdout.strip()).exists(), "the dead window's socket is still there"
    assert _antwoord(qtbot, _roep(database)) == "False"
    ouder = QObject()
    post = Vensterpost(ouder)
    post.luister(database)
    with qtbot.waitSignal(post.naar_voren, timeout=60_000):
        proces = _roep(database)
    assert _antwoord(qtbot, proces) == "True"


def test_a_message_that_is_no_message_does_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    ouder = QObject()
    post = Vensterpost(ouder)
    gezegd: list[object] = []
    post.naar_voren.connect(gezegd.append)
    post.luister(tmp_path / "scans.vtdb")
    naam = eenvenster._naam(tmp_path / "scans.vtdb")
    for bericht in (b"[]", b"\xff\xfe", b'{"bestand": 3', b'{"ander": 1}', b"x" * 100_000):
        socket = QLocalSocket(ouder)
        socket.connectToServer(naam)
        assert socket.waitForConnected(5000)
        socket.write(bericht)
        socket.flush()
        qtbot.wait(50)
        socket.abort()
    assert gezegd == []
    assert isinstance(post._server, QLocalServer)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells which process holds a lock")
def test_who_has_a_database_is_named_and_a_dead_one_keeps_nobody_out(lege_database: Path) -> None:
    code = "import sys, time; from pathlib import Path; from vtscan_desktop.models.opslag import Opslag\n"
    code += "o = Opslag.open(Path(sys.argv[1]), 'een lang wachtwoord'); print('open', flush=True); time.sleep(600)"
    ander = subprocess.Popen(
        [sys.executable, "-c", code, str(lege_database)], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    assert ander.stdout is not None
    assert ander.stdout.readline() == "open\n"
    try:
        with pytest.raises(bestandslot.OmgevingFout, match=rf"in gebruik door .*\(proces {ander.pid}\)"):
            Opslag.open(lege_database, "een lang wachtwoord")
    finally:
        ander.kill()
        ander.wait()
        ander.stdout.close()
    Opslag.open(lege_database, "een lang wachtwoord").sluit()


def test_een_bestand_dat_tijdens_een_scan_wordt_geopend_komt_na_een_druk_op_de_knop_in_behandeling(
    hoofdvenster: Hoofdvenster, tmp_path: Path, qtbot: QtBot
) -> None:
    bestand = tmp_path / "gekregen.vtscan"
    bestand.write_text("{}", encoding="utf-8")
    hoofdvenster.kom_naar_voren(bestand)
    assert "gekregen.vtscan" in hoofdvenster.meldingregel.tekst()
    assert hoofdvenster.werkscherm is not None
    hoofdvenster.meldingregel.actie.click()
    assert hoofdvenster.werkscherm is None
    qtbot.waitUntil(lambda: hoofdvenster.meldingregel.tekst().startswith(str(bestand)))


def test_een_scan_die_niet_bewaard_kan_worden_blijft_open_en_het_bestand_wacht(
    hoofdvenster: Hoofdvenster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger() -> None:
        raise OmgevingFout("De schijf is vol.")

    genomen: list[Path] = []
    scherm, startpagina = hoofdvenster.werkscherm, hoofdvenster.startpagina
    assert scherm is not None
    assert startpagina is not None
    monkeypatch.setattr(startpagina, "neem_bestand", genomen.append)
    hoofdvenster.kom_naar_voren(tmp_path / "gekregen.vtscan")
    with monkeypatch.context() as vol:
        vol.setattr(scherm, "sluit", weiger)
        hoofdvenster.meldingregel.actie.click()
    assert hoofdvenster.werkscherm is scherm
    assert hoofdvenster.meldingregel.tekst().startswith("De schijf is vol. De scan blijft open")
    assert genomen == []
