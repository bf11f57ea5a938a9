"""The overview of all regio's: what is late, proposed and coming; printed, kept, copied, and without names."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.risicoscan import (
    Actie,
    Gesprek,
    GesprekSoort,
    Maatwerkactie,
    MaatwerkSoort,
    Oordeel,
    Risicoscan,
    Wie,
)
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.scans.overlegvenster import Overlegvenster
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2016, 11, 1, 9, 30, tzinfo=UTC)
WETHOUDER = Wie("wethouder jeugd", "gemeente Zwolle", "Jan Kanarie")


def maak_scan(nummer: int, regio: str, peildatum: date) -> Risicoscan:
    return Risicoscan(f"6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e{nummer:04}", regio, peildatum)


def met_acties(scan: Risicoscan, nr: int, *acties: Actie) -> Risicoscan:
    return scan.met_topic(replace(scan.topic(nr), oordeel=Oordeel.NIET_OP_ORDE, acties=acties))


def maak_scans() -> list[Risicoscan]:
    """IJsselland with an older and a newer scan, and another regio where nothing is the matter."""
    oud = met_acties(maak_scan(1, "ijsselland", date(2016, 1, 1)), 3, Actie("Oude actie", "x", date(2016, 1, 5)))
    nieuw = met_acties(
        maak_scan(2, "ijsselland", date(2016, 7, 11)),
        12,
        Actie("Besluit over de vorm, zegt Jan Kanarie", "Colleges", date(2016, 10, 1), kern=True),
        Actie("Begroting", "Regiogemeenten", date(2016, 12, 31)),
    )
    stap = Maatwerkactie(MaatwerkSoort.ADVIESGESPREK_WETHOUDER, aanleiding=12, termijn=date(2016, 10, 15))
    gesprek = Gesprek("g", date(2016, 6, 1), GesprekSoort.WETHOUDER, (WETHOUDER,))
    return [
        oud,
        replace(nieuw, maatwerkacties=(stap,), gesprekken=(gesprek,)),
        replace(maak_scan(3, "twente", NU.date()), voorbeeld=True),
    ]


@pytest.fixture
def sessie(tmp_path: Path) -> Iterator[Sessie]:
    gemaakt = Sessie.maak(tmp_path / "overleg.vtdb", "een lang wachtwoord")
    for scan in maak_scans():
        gemaakt.opslag.bewaar(None, Werkstand(scan), NU)
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def ouder(qtbot: QtBot) -> QWidget:
    thema()
    gemaakt = QWidget()
    gemaakt.resize(1280, 800)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    return gemaakt


@pytest.fixture
def venster(sessie: Sessie, ouder: QWidget, qtbot: QtBot) -> Overlegvenster:
    gemaakt = Overlegvenster(sessie, lambda: NU, ouder)
    with qtbot.waitSignal(gemaakt.gelezen):
        gemaakt.open()
    return gemaakt


def test_per_regio_staat_er_de_laatste_scan_met_te_laat_ladder_voorstel_en_termijnen(venster: Overlegvenster) -> None:
    tekst = venster.blad.toPlainText()
    assert "Oude actie" not in tekst
    assert tekst.index("Veilig Thuis IJsselland") < tekst.index("Veilig Thuis Twente")  # what needs most comes first
    assert "Veilig Thuis Twente (VOORBEELD)" in tekst
    assert "peildatum 11 juli 2016 · concept" in tekst
    for zin in (
        "Stand op 1 november 2016",
        "Besluit over de vorm, zegt wethouder jeugd (Colleges), topic 12 Visie op positionering, kernactie: "
        "31 dagen te laat (1 okt 2016).",
        "Adviesgesprek met de wethouder: zeventien dagen te laat (15 okt 2016), zonder uitkomst.",
        "Trede 1 is gezet (Adviesgesprekken met instelling en wethouder): te laat, zonder uitkomst.",
        "Voorstel: trede 1, adviesgesprek met de instelling.",
        "31 december 2016: Begroting (Regiogemeenten), topic 12 Visie op positionering.",
        "De volgorde en het voorstel zijn een eigen uitwerking. U beslist.",
    ):
        assert zin in tekst, zin


def test_het_overzicht_noemt_nergens_een_naam_van_een_persoon(venster: Overlegvenster, tmp_path: Path) -> None:
    pad = tmp_path / "overzicht.pdf"
    venster.bewaar_als(pad)
    papier = subprocess.run(["pdftotext", str(pad), "-"], capture_output=True, text=True, check=True).stdout
    for tekst in (venster.blad.toPlainText(), venster.tekst(), papier):
        assert "IJsselland" in tekst
        assert "Kanarie" not in tekst


def test_afdrukken_bewaren_en_kopieren_geven_wat_er_staat(venster: Overlegvenster, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "afdruk.pdf"))
    venster.druk_af(printer)
    del printer
    with pikepdf.open(tmp_path / "afdruk.pdf") as pdf:
        assert len(pdf.pages) >= 1
    venster.kopieer()
    assert "adviesgesprek met de instelling" in QGuiApplication.clipboard().text()
    assert venster.naam() == "Overzicht overleg 2016-11-01"


def test_de_acties_van_alle_regios_gaan_in_een_bestand(venster: Overlegvenster, tmp_path: Path, qtbot: QtBot) -> None:
    pad = tmp_path / "acties.xlsx"
    venster.bewaar_acties(pad)
    qtbot.waitUntil(lambda: venster.uitkomst.text() == "De acties staan in acties.xlsx.")
    rijen = [[cel.value for cel in rij] for rij in load_workbook(pad)["Acties"].iter_rows(min_row=2)]
    assert [(rij[0], rij[3], rij[4]) for rij in rijen] == [
        ("IJsselland", "actie", "Besluit over de vorm, zegt wethouder jeugd"),
        ("IJsselland", "actie", "Begroting"),
        ("IJsselland", "adviesgesprek met de wethouder", None),
    ]


def test_het_gaat_open_vanaf_de_startpagina_en_zonder_scans_is_er_niets_te_openen(sessie: Sessie, qtbot: QtBot) -> None:
    thema()
    hoofdvenster = Hoofdvenster(sessie.pad, lambda: NU, lambda _pad: "")
    qtbot.addWidget(hoofdvenster)
    hoofdvenster.show()
    hoofdvenster.neem_sessie(sessie)
    start = hoofdvenster.startpagina
    assert start is not None
    start.overleg.click()
    [venster] = hoofdvenster.findChildren(Overlegvenster)
    qtbot.waitUntil(lambda: "Veilig Thuis Twente" in venster.blad.toPlainText())
    venster.close()
    for regel in sessie.scans.overzicht():
        sessie.scans.verwijder(regel.id)
    start.ververs()
    assert start.overleg.isHidden()
    hoofdvenster.sessie = None  # its owner closes it
    hoofdvenster.close()


def test_zolang_er_nog_gelezen_wordt_is_er_niets_te_bewaren(sessie: Sessie, ouder: QWidget, qtbot: QtBot) -> None:
    venster = Overlegvenster(sessie, lambda: NU, ouder)
    aan = {deze.text(): deze.isEnabled() for deze in venster.findChildren(QPushButton)}
    assert aan.pop("Sluiten")
    assert not any(aan.values())
    with qtbot.waitSignal(venster.gelezen):
        pass
    assert all(deze.isEnabled() for deze in venster.findChildren(QPushButton))
