"""The handleiding on paper: what the contents say is where it is, and others can read it aloud."""

from __future__ import annotations

import re
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pdfua
import pytest

from vtscan_desktop.domain.handleiding import Alinea, Beeld, Hoofdstuk, Kop, Stuk
from vtscan_desktop.rapport.handleiding import bouw_handleiding
from vtscan_desktop.services.handleiding import beeldmap, lees_handleiding
from vtscan_desktop.ui.handleiding.sneltoetsenblad import maak_sneltoetsenblad, toetsnamen

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))


def bouw() -> bytes:
    beelden = {pad.name: pad.read_bytes() for pad in beeldmap().glob("*.png")}
    return bouw_handleiding((*lees_handleiding(toetsnamen()), maak_sneltoetsenblad()), beelden, NU)


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("handleiding") / "handleiding.pdf"
    pad.write_bytes(bouw())
    return pad


def test_pdfua_vindt_niets(pdf: Path) -> None:
    verslag = pdfua.validate(pdf)
    assert [f"{gevonden.rule_id}: {gevonden.message}" for gevonden in verslag.findings] == []


def test_dezelfde_invoer_geeft_dezelfde_bytes(pdf: Path) -> None:
    assert pdf.read_bytes() == bouw()


def test_elk_hoofdstuk_begint_op_de_pagina_die_de_inhoudsopgave_noemt(pdf: Path) -> None:
    uit = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, text=True).stdout
    paginas = uit.split("\f")
    genoemd = dict(re.findall(r"^\s*(\S.*?)\s{2,}(\d+)$", paginas[1], re.MULTILINE))
    titels = [h.titel for h in (*lees_handleiding(toetsnamen()), maak_sneltoetsenblad())]
    assert list(genoemd) == titels
    for titel, pagina in genoemd.items():
        assert re.search(rf"^\s*{re.escape(titel)}$", paginas[int(pagina) - 1], re.MULTILINE), titel


def test_een_verwijzing_noemt_op_papier_de_pagina(tmp_path: Path) -> None:
    een = Hoofdstuk("een", "Een", (Alinea((Stuk("Zie "), Stuk("Twee", doel="twee#kop"), Stuk("."))),))
    twee = Hoofdstuk("twee", "Twee", (Kop(2, "Kop"), *(Alinea((Stuk("Tekst. " * 300),)) for _ in range(3))))
    doel = tmp_path / "kort.pdf"
    doel.write_bytes(bouw_handleiding((een, twee), {}, NU))
    uit = subprocess.run(["pdftotext", str(doel), "-"], capture_output=True, check=True, text=True).stdout
    assert "Zie Twee (pagina 3)." in uit


def test_een_hoofdstuk_zonder_beeld_erbij_wordt_niet_gemaakt() -> None:
    with pytest.raises(KeyError):
        bouw_handleiding((Hoofdstuk("een", "Een", (Beeld("weg.png", "weg"),)),), {}, NU)
