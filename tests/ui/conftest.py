"""An open scan as the window has it: IJsselland in the shell, or one page on an empty scan."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import GEHEIM, NAAM, Proef, maak_lege_database
from vtscan_desktop.domain.risicoscan import Notitie
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.reservekopieen import maak_reservekopie
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

if TYPE_CHECKING:
    from vtscan_desktop.ui.venster import Hoofdvenster
    from vtscan_desktop.ui.werkscherm import Werkscherm

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


@pytest.fixture
def voorbeeldsessie(tmp_path: Path) -> Iterator[Sessie]:
    """A new database with the scan of IJsselland."""
    sessie = Sessie.maak(tmp_path / "voorbeeld.db", "een lang wachtwoord")
    sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
    yield sessie
    sessie.sluit()


@pytest.fixture
def werkscherm(voorbeeldsessie: Sessie, qtbot: QtBot) -> Iterator[Werkscherm]:
    """That scan in the shell, at 1280x800."""
    from vtscan_desktop.ui.werkscherm import Werkscherm  # here, so that one page can be tested without all others

    thema()
    [regel] = voorbeeldsessie.scans.overzicht()
    scherm = Werkscherm(Werkruimte(voorbeeldsessie, regel.id, lambda: NU, None), voorbeeldsessie, None)
    qtbot.addWidget(scherm)
    scherm.resize(1280, 800)
    scherm.show()
    yield scherm
    scherm.sluit()


@pytest.fixture
def hoofdvenster(voorbeeldsessie: Sessie, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    """The main window with that scan open."""
    from vtscan_desktop.ui.venster import Hoofdvenster

    thema()
    venster = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "")
    venster.neem_sessie(voorbeeldsessie)
    [regel] = voorbeeldsessie.scans.overzicht()
    venster.open_scan(regel.id)
    qtbot.addWidget(venster)
    venster.show()
    yield venster
    venster.sessie = None  # its owner closes it
    venster.close()


@pytest.fixture
def actief_venster(voorbeeldsessie: Sessie, tmp_path: Path, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    """The active main window with that scan open, and preferences in a file of its own (`voorkeuren.json`)."""
    from vtscan_desktop.ui.venster import Hoofdvenster

    thema()
    venster = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    venster.neem_sessie(voorbeeldsessie)
    venster.open_scan(voorbeeldsessie.scans.overzicht()[0].id)
    qtbot.addWidget(venster)
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    yield venster
    venster.close()
    thema().stel_in(None, 1.0)  # a test may have chosen another


@pytest.fixture
def venster_met_naam(tmp_path: Path, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    """The start page, in 2026, of a database with a scan in which `NAAM` stands, and a backup."""
    from vtscan_desktop.ui.venster import Hoofdvenster

    thema()
    nu = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)
    sessie = Sessie.maak(tmp_path / "scans.vtdb", GEHEIM)
    scan_id = sessie.scans.nieuw("ijsselland", date(2016, 7, 11))
    oud = sessie.opslag.lees(scan_id)
    nieuw = replace(oud, scan=oud.scan.met_notitie(Notitie(nu, f"{NAAM} ziet het anders")))
    sessie.opslag.bewaar(oud, nieuw, nu)
    maak_reservekopie(sessie.opslag, nu)
    venster = Hoofdvenster(sessie.pad, lambda: nu, lambda _pad: "", tmp_path / "voorkeuren.json")
    venster.neem_sessie(sessie)
    qtbot.addWidget(venster)
    venster.show()
    yield venster
    venster.close()


@pytest.fixture(scope="module")
def sessie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    """One empty database for all tests of a module, to which each adds what it needs."""
    gemaakt = Sessie.maak(tmp_path_factory.mktemp("db") / "scans.vtdb", "voorbeeld")
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def houder(qtbot: QtBot) -> QWidget:
    """What a page stands in, as large as in a window of 1280x800."""
    gemaakt = QWidget()
    qtbot.addWidget(gemaakt)
    gemaakt.resize(998, 679)
    gemaakt.show()
    return gemaakt


@pytest.fixture(scope="session")
def lege_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one empty scan, made once; tests work on a copy."""
    pad = tmp_path_factory.mktemp("leeg") / "leeg.db"
    maak_lege_database(pad)
    return pad


@pytest.fixture
def proef(qtbot: QtBot, tmp_path: Path, lege_database: Path) -> Iterator[Proef]:
    """An empty scan of IJsselland, to put one page or table on."""
    gemaakt = Proef(qtbot, Path(shutil.copy(lege_database, tmp_path / "proef.db")))
    yield gemaakt
    gemaakt.sluit()
