"""A toelichting too long for its column gets the whole width, right under its topic, wherever a page ends."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.rapport.bouwproef import bouw, gegevens, ijsselland, lees, plat
from vtscan_desktop.rapport.bouw import bouw_rapport

if TYPE_CHECKING:
    from pathlib import Path

    from vtscan_desktop.domain.risicoscan import Risicoscan

ZIN = "In zes van de elf gemeenten zijn de afspraken met de wijkteams schriftelijk vastgelegd, in vijf nog niet. "


def _met(woorden: int, *, nr: int = 3, voor: int = 0) -> Risicoscan:
    """IJsselland with a long toelichting for one topic, and `voor` words for the one before it."""
    scan = ijsselland().met_topic(replace(ijsselland().topic(nr - 1), toelichting=ZIN * (voor // 16)))
    return scan.met_topic(replace(scan.topic(nr), toelichting=f"BEGINTEKST {ZIN * (woorden // 16)}EINDTEKST."))


def test_it_is_one_cell_over_all_columns_and_read_after_its_topic(tmp_path: Path) -> None:
    pdf = bouw(_met(3000)).pdf
    with pikepdf.open(BytesIO(pdf)) as doc:
        tabellen = [o for o in doc.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Table"]
        rijen = list(max(tabellen, key=lambda tabel: len(tabel.K)).K)
        breed = [nr for nr, rij in enumerate(rijen) if len(rij.K) == 1 and rij.K[0].S == "/TD"]
        assert [int(rijen[nr].K[0].A.ColSpan) for nr in breed] == [4]
        assert len(rijen[breed[0] - 1].K) == 4
    tekst = plat(lees(pdf, tmp_path))
    assert "3 Wachtlijsten in ontwikkeling De toelichting staat hieronder. BEGINTEKST" in tekst
    assert tekst.count("Vervolg van topic 3, Wachtlijsten") >= 3
    assert tekst.index("EINDTEKST") < tekst.index("Zicht op veiligheid", tekst.index("BEGINTEKST"))


def test_what_tells_that_it_goes_on_is_not_read_aloud(tmp_path: Path) -> None:
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(bouw(_met(3000)).pdf)
    uit = subprocess.run(["pdfinfo", "-struct-text", str(pad)], capture_output=True, check=True, text=True).stdout
    assert "BEGINTEKST" in uit
    assert "Vervolg van topic" not in uit


def test_a_toelichting_of_common_length_stays_in_its_column(tmp_path: Path) -> None:
    assert "hieronder" not in plat(lees(bouw(_met(140)).pdf, tmp_path))


@pytest.mark.parametrize("voor", range(0, 160, 16))
def test_a_topic_never_stands_apart_from_the_start_of_its_text(voor: int, tmp_path: Path) -> None:
    bladen = lees(bouw_rapport(gegevens(_met(400, nr=5, voor=voor))).pdf, tmp_path).split("\f")
    (blad,) = [nr for nr, blad in enumerate(bladen) if "BEGINTEKST" in blad]
    assert "Bereikbaarheid" in bladen[blad]
    assert "De toelichting staat hieronder." in bladen[blad]
