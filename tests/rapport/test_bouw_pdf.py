"""The file itself: fonts, pages, boxes to sign in, tags."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pikepdf
import pytest

from tests.rapport.bouwproef import bouw, gebouwd_ijsselland, gegevens, ijsselland, lees
from vtscan_desktop.domain import risicoscan as r
from vtscan_desktop.rapport.bouw import bouw_rapport
from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Ondertekenaar
from vtscan_desktop.rapport.structuur import hang_formulierveld

if TYPE_CHECKING:
    from pathlib import Path

LANG = "Een lange zin over de werkdruk, de wachtlijst en de samenwerking met het lokale veld. "


def _groot() -> r.Risicoscan:
    scan = ijsselland()
    wachtlijst = tuple(r.WachtlijstRij(date(2014, 1, 1) + timedelta(9 * i), i * 37 % 91, "zaken") for i in range(60))
    return replace(
        scan.met_topic(replace(scan.topic(3), toelichting=LANG * 150, risico="x" * 9000)),
        overall_beeld=LANG * 40,
        kerndata=r.Kerndata(wachtlijst=wachtlijst),
        vaststelling=r.Vaststelling(3, LANG * 60),
        maatwerkacties=tuple(r.Maatwerkactie(soort, LANG * 30, 3) for soort in r.MaatwerkSoort),
    )


def test_dezelfde_invoer_geeft_dezelfde_bytes() -> None:
    assert bouw_rapport(gegevens(ijsselland())).pdf == gebouwd_ijsselland().pdf


def test_alleen_ingesloten_meegeleverde_lettertypen() -> None:
    with pikepdf.open(BytesIO(bouw(replace(ijsselland(), overall_beeld="Ж 😀 漢")).pdf)) as pdf:
        lettertypen = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        namen = {str(o.BaseFont).split("+")[1] for o in lettertypen}
        assert all("/FontFile2" in o.FontDescriptor for o in lettertypen)
    assert namen == {"FiraSans-Regular", "FiraSans-Medium", "NotoSans-Regular", "NotoEmoji-Regular"}


@pytest.mark.parametrize("scan", [ijsselland(), _groot()], ids=["ijsselland", "groot"])
def test_geen_tekst_buiten_de_bladspiegel(scan: r.Risicoscan, tmp_path: Path) -> None:
    woorden = re.findall(
        r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"',
        lees(bouw(scan).pdf, tmp_path, "-bbox"),
    )
    assert len(woorden) > 1000
    for x0, y0, x1, y1 in ((float(w) for w in woord) for woord in woorden):
        assert x0 >= 56.5
        assert x1 <= 539.3
        assert y0 >= 15
        assert y1 <= 822


@pytest.mark.parametrize("aantal", [1, 3, 4, 12, 60])
def test_vakken_liggen_op_de_bladzijde_en_overlappen_niet(aantal: int) -> None:
    velden = tuple(Ondertekenaar(f"wethouder-{i}", f"Wethouder van gemeente {i}") for i in range(aantal - 1))
    vakken = bouw(ijsselland(), (STANDAARD_ONDERTEKENAARS[0], *velden)).vakken
    assert [v.veld for v in vakken] == ["adviseur", *(o.veld for o in velden)]
    for i, vak in enumerate(vakken):
        x0, y0, x1, y1 = vak.rect
        assert 57 < x0 < x1 < 539
        assert 50 < y0 < y1 < 800
        assert y1 - y0 > 45
        for ander in vakken[:i]:
            a0, b0, a1, b1 = ander.rect
            assert vak.pagina != ander.pagina or x1 <= a0 or a1 <= x0 or y1 <= b0 or b1 <= y0


def test_handtekeningen_blijven_bij_elkaar_zolang_een_bladzijde_het_toelaat() -> None:
    velden = tuple(Ondertekenaar(f"wethouder-{i}", "Wethouder") for i in range(12))
    assert len({v.pagina for v in bouw(ijsselland(), velden).vakken}) == 1


def test_de_inhoudsopgave_volgt_de_koppen() -> None:
    with pikepdf.open(BytesIO(gebouwd_ijsselland().pdf)) as pdf, pdf.open_outline() as overzicht:
        titels = [regel.title for regel in overzicht.root]
        assert titels[:3] == ["Veilig Thuis IJsselland", "Waarop dit rapport berust", "Categorie en onderbouwing"]
        assert overzicht.root[0].children[0].title == "Overall beeld"


def test_ijsselland_tekent_op_bladzijde_een() -> None:
    assert {v.pagina for v in gebouwd_ijsselland().vakken} == {0}


def test_alle_inhoud_is_gemerkt_en_vindt_haar_element_terug() -> None:
    with pikepdf.open(BytesIO(bouw(_groot()).pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        nummers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        ouders = dict(zip((int(n) for n in nummers[::2]), nummers[1::2], strict=True))
        for i, bladzijde in enumerate(pdf.pages):
            assert int(bladzijde.obj.StructParents) == i
            diepte, gezien = 0, []
            for operanden, operator in pikepdf.parse_content_stream(bladzijde):
                naam = str(operator)
                if naam in ("BDC", "BMC"):
                    diepte += 1
                    if naam == "BDC" and "/MCID" in operanden[1]:
                        gezien.append(int(operanden[1].MCID))
                        assert str(ouders[i][gezien[-1]].S) == str(operanden[0])
                elif naam == "EMC":
                    diepte -= 1
                elif naam in ("Tj", "TJ", "S", "s", "f", "f*", "B", "b"):
                    assert diepte > 0
            assert diepte == 0
            assert gezien == list(range(len(ouders[i])))


def _soorten(element: pikepdf.Object) -> list[str]:
    kinderen = element.get("/K", [])
    if not isinstance(kinderen, pikepdf.Array):
        kinderen = [kinderen]
    return [str(element.S)] + [s for k in kinderen if "/S" in k for s in _soorten(k)]


def test_de_structuur_heeft_koppen_lijsten_tabellen_en_een_figuur_met_tekst() -> None:
    with pikepdf.open(BytesIO(gebouwd_ijsselland().pdf)) as pdf:
        soorten = _soorten(pdf.Root.StructTreeRoot.K)
        figuren = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
        alt = [str(f.Alt) for f in figuren]
    assert soorten[:5] == ["/Document", "/P", "/P", "/P", "/H1"]
    koppen = [int(s[2]) for s in soorten if re.fullmatch("/H[1-6]", s)]
    assert all(volgende <= kop + 1 for kop, volgende in pairwise(koppen))
    assert {"/L", "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Form"} <= set(soorten)
    assert len(alt) == 1
    assert "30 september 2015: 45" in alt[0]


def test_een_tabel_over_meer_bladzijden_blijft_een_tabel_met_even_brede_rijen() -> None:
    with pikepdf.open(BytesIO(bouw(_groot()).pdf)) as pdf:
        tabellen = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Table"]
        for tabel in tabellen:
            breedtes = {sum(int(cel.get("/A", {}).get("/ColSpan", 1)) for cel in rij.K) for rij in tabel.K}
            assert len(breedtes) == 1
        topictabel = max(tabellen, key=lambda t: len(t.K))
        assert len(topictabel.K) == 1 + 3 + 17 + 1  # the long toelichting has a row of its own


def test_een_formulierveld_krijgt_zijn_plaats_in_de_leesvolgorde() -> None:
    with pikepdf.open(BytesIO(gebouwd_ijsselland().pdf)) as pdf:
        bladzijde = pdf.pages[0].obj
        widget = pdf.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Widget, P=bladzijde))
        hang_formulierveld(pdf, widget, "wethouder")
        boom = pdf.Root.StructTreeRoot
        sleutel = int(widget.StructParent)
        nummers = list(boom.ParentTree.Nums)
        element = nummers[nummers.index(sleutel) + 1]
        assert sleutel == int(boom.ParentTreeNextKey) - 1 == len(pdf.pages)
        assert element.S == "/Form"
        assert element.K.Obj.objgen == widget.objgen


def test_poppler_ziet_een_gemerkt_document(tmp_path: Path) -> None:
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(gebouwd_ijsselland().pdf)
    uit = subprocess.run(["pdfinfo", "-struct-text", str(pad)], capture_output=True, check=True, text=True)
    assert uit.stderr == ""
    assert "Overall beeld" in uit.stdout
    assert uit.stdout.count("VOORBEELD") == uit.stdout.count("CONCEPT") == 1


def test_de_module_laadt_reportlab_pas_bij_het_bouwen() -> None:
    opdracht = "import sys, vtscan_desktop.rapport.bouw; sys.exit(bool({'reportlab', 'pikepdf'} & {*sys.modules}))"
    assert subprocess.run([sys.executable, "-c", opdracht], check=False).returncode == 0
