"""Figures on paper: vectors, every word of the drawing as text, tagged with the words that say the same."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.kerndataproef import MELDINGEN, ONDERZOEKEN, VOLLE_KERNDATA
from tests.rapport.bouwproef import bouw, gegevens, ijsselland, lees, plat
from vtscan_desktop.domain.figuur.tekening import Lijn, Stip, Tekst, Vlak
from vtscan_desktop.domain.kerndatafiguren import topicfiguren, vergelijkfiguren
from vtscan_desktop.domain.risicoscan import Editie, Kerndata
from vtscan_desktop.rapport import letters, stijlen
from vtscan_desktop.rapport.bouw import bouw_rapport
from vtscan_desktop.rapport.figuurblok import Figuurblok
from vtscan_desktop.rapport.merken import Pen

if TYPE_CHECKING:
    from pathlib import Path

    from vtscan_desktop.domain.figuur.beschrijving import Figuur

SCAN = replace(ijsselland(), kerndata=VOLLE_KERNDATA)
FIGUREN = [figuur for nr in (3, 18, 19, 20) for figuur in topicfiguren(SCAN, nr)]


def getekend(figuur: Figuur) -> tuple[Figuurblok, list[str]]:
    """A figure on a page of its own, and the operators between its mark and the end of it."""
    letters.registreer()
    uit = BytesIO()
    canvas = Canvas(uit, initialFontName=stijlen.Letter.GEWOON.value, pageCompression=0)
    blok = Figuurblok(figuur, set())
    blok.teken(Pen(canvas), 57, 80, stijlen.BREEDTE)
    canvas.showPage()
    canvas.save()
    with pikepdf.open(uit) as pdf:
        namen = [str(opdracht.operator) for opdracht in pikepdf.parse_content_stream(pdf.pages[0])]
    return blok, namen[namen.index("BDC") : namen.index("EMC")]


@pytest.mark.parametrize("figuur", [*FIGUREN, *vergelijkfiguren(SCAN, SCAN)], ids=lambda figuur: figuur.titel)
def test_elke_vorm_van_de_tekening_staat_als_vector_op_papier(figuur: Figuur) -> None:
    blok, namen = getekend(figuur)
    vormen = blok.tekening(stijlen.BREEDTE).vormen
    aantal = {soort: sum(isinstance(vorm, soort) for vorm in vormen) for soort in (Tekst, Lijn, Vlak, Stip)}
    assert namen.count("Tj") == aantal[Tekst]
    assert namen.count("S") == aantal[Lijn]
    assert sum(namen.count(vul) for vul in ("f", "f*", "B", "B*", "b", "b*")) == aantal[Vlak] + aantal[Stip]
    assert "Do" not in namen


@pytest.mark.parametrize("editie", list(Editie))
def test_beide_edities_drukken_de_figuren_met_hun_woorden(editie: Editie, tmp_path: Path) -> None:
    pdf = bouw_rapport(replace(gegevens(SCAN), editie=editie)).pdf
    tekst = plat(lees(pdf, tmp_path, "-layout"))
    for woord in ("2016: € 5.804", "bandbreedte", ONDERZOEKEN, MELDINGEN, "jan–jun 2015", "gemiddeld aantal per maand"):
        assert woord in tekst, woord
    with pikepdf.open(BytesIO(pdf)) as document:
        alt = [str(o.Alt) for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        assert not [o for o in document.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"]
    assert sorted(alt) == sorted(figuur.alt for figuur in FIGUREN)


def test_elk_afgeleid_cijfer_staat_er_met_formule_en_bron(tmp_path: Path) -> None:
    tekst = plat(lees(bouw(SCAN).pdf, tmp_path))
    for deel in (
        "Budget van 2016 (€ 2.960.000) ÷ 510.000 inwoners × 1.000. Ligt binnen de bandbreedte van € 3.375 tot € 8.399",
        "Bron: Basis op orde, § 1.5.",
        "470 meldingen ÷ 45 fte van Veilig Thuis op 1 april 2016, vast en tijdelijk.",
        "12 fte tijdelijk ÷ 45 fte van Veilig Thuis. Dat is meer dan een kwart.",
    ):
        assert deel in tekst, deel


def test_wat_ontbreekt_wordt_gezegd_en_er_staat_geen_figuur(tmp_path: Path) -> None:
    kern = Kerndata(budget=VOLLE_KERNDATA.budget[1:2], formatie=VOLLE_KERNDATA.formatie[1:2])
    tekst = plat(lees(bouw(replace(ijsselland(), kerndata=kern)).pdf, tmp_path))
    assert "Niet te berekenen: het aantal inwoners ontbreekt." in tekst
    assert "Niet te berekenen: de tijdelijke fte van Veilig Thuis op 1 januari 2016 ontbreekt." in tekst
    assert "Budget naast de bandbreedte" not in tekst


def test_een_naam_met_vreemde_tekens_doet_niets_en_blijft_leesbaar(tmp_path: Path) -> None:
    vreemd = "<b>zaken</b> 👩‍👩‍👧 & 你好 " + "ł" * 60
    rijen = tuple(replace(rij, wat=vreemd) for rij in VOLLE_KERNDATA.wachtlijst[:5])
    kern = Kerndata(wachtlijst=(*rijen, *VOLLE_KERNDATA.wachtlijst[5:]))
    tekst = plat(lees(bouw(replace(ijsselland(), kerndata=kern)).pdf, tmp_path))
    assert "<b>zaken</b>" in tekst
