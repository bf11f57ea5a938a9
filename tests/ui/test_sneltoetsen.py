"""The shortcuts: one register, no clashes, and F1 tells what works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN, sneltoets
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


def geen_melding(_pad: Path) -> str:
    return ""


@pytest.fixture
def venster(voorbeeldsessie: Sessie, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    """The main window with the scan of IJsselland open."""
    thema()
    gemaakt = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, geen_melding)
    gemaakt.neem_sessie(voorbeeldsessie)
    [regel] = voorbeeldsessie.scans.overzicht()
    gemaakt.open_scan(regel.id)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    yield gemaakt
    gemaakt.sessie = None  # its owner closes it
    gemaakt.close()


def werkscherm_van(venster: Hoofdvenster) -> Werkscherm:
    assert venster.werkscherm is not None
    return venster.werkscherm


def is_actief(toets: QShortcut) -> bool:
    eigenaar = toets.parent()
    assert isinstance(eigenaar, QWidget)
    return toets.isEnabled() and eigenaar.isVisible()


def toetsen(toets: QShortcut) -> list[str]:
    return [reeks.toString() for reeks in QShortcut.keys(toets)]


def alle_paginas(venster: Hoofdvenster) -> Iterator[str]:
    scherm = werkscherm_van(venster)
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        yield stap.id


def test_op_geen_enkele_pagina_doen_twee_sneltoetsen_hetzelfde(venster: Hoofdvenster) -> None:
    dubbel = []
    for stap in alle_paginas(venster):
        telling = Counter(k for t in venster.findChildren(QShortcut) if is_actief(t) for k in toetsen(t))
        dubbel += [f"{stap}: {toets}" for toets, aantal in telling.items() if aantal > 1]
    assert dubbel == []


def test_elke_sneltoets_staat_in_het_register_en_elke_regel_daarvan_werkt(venster: Hoofdvenster) -> None:
    gebonden = set()
    for _stap in alle_paginas(venster):
        for toets in venster.findChildren(QShortcut):
            assert toetsen(toets) == [QKeySequence(t).toString() for t in sneltoets(toets.objectName()).toetsen]
            gebonden.add(toets.objectName())
    assert gebonden == {t.id for t in SNELTOETSEN}
