"""Where a file goes: it ends as its kind does, and nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.ui.proefscan import antwoord_op
from vtscan_desktop.ui.bouwstenen.bestandskeuze import VERVANG, kies_doel

DATABASE, SCAN = "Database (*.vtdb)", "Risicoscan (*.vtscan *.json)"


def typ_naam(monkeypatch: pytest.MonkeyPatch, pad: Path, soort: str) -> None:
    """Let the dialog give back this name and kind, as it does without adding anything of its own."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pad), soort))


@pytest.mark.parametrize(
    ("getypt", "soort", "wordt"),
    [
        ("overzicht", SCAN, "overzicht.vtscan"),
        ("stand t.b.v. overleg 1.2", SCAN, "stand t.b.v. overleg 1.2.vtscan"),
        ("stand t.b.v. overleg", DATABASE, "stand t.b.v. overleg.vtdb"),
        ("overzicht.json", SCAN, "overzicht.json"),
        ("overzicht.VTDB", SCAN, "overzicht.VTDB"),
    ],
)
def test_een_bestand_krijgt_het_eind_van_zijn_soort(
    houder: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, getypt: str, soort: str, wordt: str
) -> None:
    typ_naam(monkeypatch, tmp_path / getypt, soort)
    assert kies_doel(houder, "Waar?", "", f"{DATABASE};;{SCAN}") == tmp_path / wordt


@pytest.mark.parametrize(("antwoord", "mag"), [("Annuleren", False), (VERVANG, True)])
def test_een_naam_die_nog_een_eind_krijgt_vervangt_niets_ongevraagd(
    houder: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, antwoord: str, mag: bool
) -> None:
    er_al = tmp_path / "overzicht.vtscan"
    er_al.write_text("van eerder")
    typ_naam(monkeypatch, tmp_path / "overzicht", SCAN)
    gevraagd = antwoord_op(antwoord)
    assert kies_doel(houder, "Waar?", "", SCAN) == (er_al if mag else None)
    assert "overzicht.vtscan" in gevraagd[0]
    assert gevraagd[1] == "Annuleren"


def test_wie_zich_bedenkt_krijgt_geen_bestand(houder: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert kies_doel(houder, "Waar?", "", SCAN) is None
