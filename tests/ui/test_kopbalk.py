"""The header says as much as there is room for, and cuts nothing off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.services.voorkeuren import TEKSTGROOTTEN
from vtscan_desktop.ui.kopbalk import Kopbalk
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import MINIMUM


@pytest.fixture(params=TEKSTGROOTTEN, ids=lambda procent: f"{procent}%")
def kopbalk(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Kopbalk]:
    thema().zet_schaal(request.param / 100)
    houder = QWidget()
    qtbot.addWidget(houder)
    gemaakt = Kopbalk(houder)
    scan = replace(lees_invoer(voorbeeldscan()).scan, voorbeeld=False)
    gemaakt.toon_scan(scan)
    gemaakt.toon_beoordeling(beoordeel_scan(scan, laad_format()))
    houder.show()
    yield gemaakt
    thema().zet_schaal(1.0)


def test_wat_er_staat_staat_er_heel_ook_als_er_net_is_opgeslagen(kopbalk: Kopbalk) -> None:
    for breedte in range(1024, 1920, 16):
        kopbalk.resize(breedte, kopbalk.height())
        kopbalk.toon_bewaard(Bewaarmelding(NU))
        QApplication.processEvents()
        over = kopbalk._over
        assert not over.text() or over.width() >= over.sizeHint().width(), (breedte, over.text())


def test_wat_naast_de_tijd_staat_verschuift_niet_als_er_weer_is_opgeslagen(kopbalk: Kopbalk) -> None:
    chip = kopbalk.findChild(QPushButton, "voorstel")
    assert chip is not None
    kopbalk.resize(1280, kopbalk.height())
    plekken = set()
    for uur, minuut in ((11, 11), (20, 40), (4, 44), (0, 0), (8, 8)):
        kopbalk.toon_bewaard(Bewaarmelding(NU.replace(hour=uur, minute=minuut)))
        for _ in range(2):
            QApplication.processEvents()
        plekken.add(chip.x())
    assert len(plekken) == 1


@pytest.mark.parametrize("proef", [False, True], ids=["echt", "wat als"])
@pytest.mark.parametrize("regio", ["ijsselland", "gooi-en-vechtstreek", "amsterdam-amstelland"])
def test_ook_in_het_smalste_venster_staat_alles_er_heel(kopbalk: Kopbalk, regio: str, proef: bool) -> None:
    scan = replace(lees_invoer(voorbeeldscan()).scan, regio=regio)
    kopbalk.resize(MINIMUM.width(), kopbalk.height())
    kopbalk.toon_scan(scan)
    kopbalk.toon_bewaard(Bewaarmelding(NU))
    kopbalk.toon_uitgeprobeerd(beoordeel_scan(scan, laad_format()) if proef else None)
    assert kopbalk._rij.minimumSize().width() <= kopbalk.width()
