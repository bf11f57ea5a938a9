"""The log says what was done, never what was said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.services import logboek
from vtscan_desktop.services.logboek import Actie
from vtscan_desktop.services.onvoorzien import geef_door
from vtscan_desktop.services.sessie import Sessie

ID = "0b6c1d52-8f0e-4a37-9b1c-2d4e5f607182"


@pytest.fixture
def bestand(tmp_path: Path) -> Iterator[Path]:
    """The file of a log that is being kept."""
    logboek.begin(tmp_path / "gegevens")
    yield tmp_path / "gegevens" / logboek.BESTAND
    logboek.stop()


def test_een_regel_is_tijd_handeling_id_en_uitkomst(bestand: Path) -> None:
    logboek.noteer(Actie.SCAN_OPENEN, ID)
    with pytest.raises(InvoerFout), logboek.handeling(Actie.SCAN_IMPORT, ID):
        raise InvoerFout("een zin met een geheim")
    eerste, tweede = bestand.read_text("utf-8").splitlines()
    assert eerste[19:] == f"  scan geopend  {ID}  gelukt"
    assert tweede[19:] == f"  scan geïmporteerd  {ID}  InvoerFout"


def test_wat_geen_id_of_soort_fout_is_komt_er_niet_in(bestand: Path) -> None:
    logboek.noteer(Actie.BEWAREN, "Jansen", "De heer Jansen zei dat het anders moet")
    assert "Jansen" not in bestand.read_text("utf-8")


def test_een_onverwachte_fout_noemt_soort_en_plek_maar_niet_haar_tekst(bestand: Path) -> None:
    try:
        int("geheim")
    except ValueError as fout:
        geef_door(fout)
    regel = bestand.read_text("utf-8").rstrip()
    assert re.search(r"onverwachte fout  ValueError\.test_logboek:\d+$", regel)
    assert "geheim" not in regel


def test_het_logboek_blijft_klein(bestand: Path) -> None:
    for _ in range(4 * (logboek.OUDER + 2) * logboek.MAX_BYTES // 300):
        logboek.noteer(Actie.SCAN_OPENEN, ID)
    delen = sorted(bestand.parent.iterdir())
    assert len(delen) == logboek.OUDER + 1
    assert all(deel.stat().st_size <= logboek.MAX_BYTES for deel in delen)


def test_een_logboek_dat_niet_geschreven_kan_worden_houdt_niemand_op(tmp_path: Path) -> None:
    (tmp_path / "dicht").write_text("geen map")
    logboek.begin(tmp_path / "dicht")
    logboek.noteer(Actie.START)
    (tmp_path / "gegevens" / logboek.BESTAND).mkdir(parents=True)  # a folder where the file should come
    logboek.begin(tmp_path / "gegevens")
    logboek.noteer(Actie.START)
    logboek.noteer(Actie.EINDE)
    logboek.stop()


def test_zonder_begin_wordt_er_niets_geschreven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    logboek.noteer(Actie.START)
    assert list(tmp_path.iterdir()) == []


def test_van_een_werkdag_staan_de_handelingen_erin_en_verder_niets(bestand: Path, tmp_path: Path) -> None:
    geheim = "Jansens geheime zin"
    sessie = Sessie.maak(tmp_path / "map van Jansen" / "x.vtdb", geheim)
    scan_id = sessie.scans.nieuw("ijsselland", date(2016, 7, 11))
    sessie.scans.exporteer(scan_id, tmp_path / "Jansen.vtscan", vervang=False)
    sessie.scans.dupliceer(scan_id)
    sessie.scans.verwijder(scan_id)
    sessie.sluit()
    with pytest.raises(InvoerFout):
        Sessie.open(tmp_path / "map van Jansen" / "x.vtdb", "Jansen?")
    tekst = bestand.read_text("utf-8")
    assert "Jansen" not in tekst
    gedaan = [regel[21:].split("  ")[0] for regel in tekst.splitlines()]
    assert gedaan == [
        "database gemaakt",
        "scan gemaakt",
        "scan geëxporteerd",
        "scan gedupliceerd",
        "scan verwijderd",
        "database gesloten",
        "database geopend",
    ]
    assert tekst.rstrip().endswith("Wachtwoordfout")
