"""Where a file comes from or goes to: in Dutch, with the end of its kind, and nothing is replaced unasked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from tests.ui.proefscan import antwoord_op
from vtscan_desktop.ui.bouwstenen.bestandskeuze import VERVANG, kies_bestand, kies_doel, kies_map

DATABASE, SCAN = "Database (*.vtdb)", "Risicoscan (*.vtscan *.json)"


def in_dialoog(houder: QWidget, doe: Callable[[QFileDialog], None]) -> None:
    """Do this in the dialog that will come."""

    def begin() -> None:
        dialoog = QApplication.activeModalWidget()
        assert isinstance(dialoog, QFileDialog)
        doe(dialoog)

    QTimer.singleShot(0, houder, begin)


def typ_naam(houder: QWidget, pad: Path, soort: str) -> None:
    """Choose this kind in the dialog that will come, and type this name."""

    def typ(dialoog: QFileDialog) -> None:
        dialoog.selectNameFilter(soort)
        dialoog.findChild(QLineEdit).setText(str(pad))
        dialoog.accept()

    in_dialoog(houder, typ)


@pytest.mark.parametrize(
    ("getypt", "soort", "wordt"),
    [
        ("overzicht", SCAN, "overzicht.vtscan"),
        ("stand t.b.v. overleg 1.2", SCAN, "stand t.b.v. overleg 1.2.vtscan"),
        ("stand t.b.v. overleg", DATABASE, "stand t.b.v. overleg.vtdb"),
        ("overzicht.json", SCAN, "overzicht.json"),
        ("overzicht.VTDB", SCAN, "overzicht.VTDB"),
        ("overzicht", "Alle bestanden (*)", "overzicht.vtdb"),
    ],
)
def test_een_bestand_krijgt_het_eind_van_zijn_soort(
    houder: QWidget, tmp_path: Path, getypt: str, soort: str, wordt: str
) -> None:
    typ_naam(houder, tmp_path / getypt, soort)
    assert kies_doel(houder, "Waar?", "", f"{DATABASE};;{SCAN};;Alle bestanden (*)") == tmp_path / wordt


@pytest.mark.parametrize(("antwoord", "mag"), [("Annuleren", False), (VERVANG, True)])
def test_een_naam_die_nog_een_eind_krijgt_vervangt_niets_ongevraagd(
    houder: QWidget, tmp_path: Path, antwoord: str, mag: bool
) -> None:
    er_al = tmp_path / "overzicht.vtscan"
    er_al.write_text("van eerder")
    typ_naam(houder, tmp_path / "overzicht", SCAN)
    gevraagd = antwoord_op(antwoord)
    assert kies_doel(houder, "Waar?", "", SCAN) == (er_al if mag else None)
    assert "overzicht.vtscan" in gevraagd[0]
    assert gevraagd[1] == "Annuleren"


def test_wie_later_vraagt_of_het_mag_vraagt_het_hier_niet(houder: QWidget, tmp_path: Path) -> None:
    er_al = tmp_path / "overzicht.vtscan"
    er_al.write_text("van eerder")
    for getypt in ("overzicht", "overzicht.vtscan"):
        typ_naam(houder, tmp_path / getypt, SCAN)
        assert kies_doel(houder, "Waar?", "", SCAN, vraagt_later=True) == er_al


def test_een_voorstel_staat_er_al_met_zijn_map(houder: QWidget, tmp_path: Path) -> None:
    in_dialoog(houder, QFileDialog.accept)
    assert kies_doel(houder, "Waar?", tmp_path / "acties.vtscan", SCAN) == tmp_path / "acties.vtscan"


def test_een_bestand_en_een_map_die_er_zijn_worden_gekozen(houder: QWidget, tmp_path: Path) -> None:
    er_al = tmp_path / "overzicht.vtscan"
    er_al.write_text("van eerder")
    typ_naam(houder, er_al, SCAN)
    assert kies_bestand(houder, "Welk?", tmp_path, SCAN) == er_al
    typ_naam(houder, tmp_path, "")
    assert kies_map(houder, "Welke?") == tmp_path


def test_wie_zich_bedenkt_kiest_niets_en_de_woorden_zijn_nederlands(houder: QWidget, tmp_path: Path) -> None:
    teksten: list[str] = []

    def lees(dialoog: QFileDialog) -> None:
        teksten.extend(deel.text().replace("&", "") for deel in dialoog.findChildren(QLabel) if deel.text())
        dialoog.reject()

    for kies in (
        lambda: kies_doel(houder, "Waar?", tmp_path / "a.vtscan", SCAN),
        lambda: kies_bestand(houder, "Welk?", tmp_path, SCAN),
        lambda: kies_map(houder, "Welke?"),
    ):
        in_dialoog(houder, lees)
        assert kies() is None
    assert {"Zoeken in:", "Bestanden van type:"} <= set(teksten)
    assert not {"Look in:", "Files of type:"} & set(teksten), "Qt's own Dutch lacks these"
