"""The report as PDF/UA and PDF/A want it: before signing, and after one and two signatures."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pdfua
import pikepdf
import pytest
from PIL import Image

from tests.kerndataproef import VOLLE_KERNDATA
from tests.rapport.bouwproef import gegevens, ijsselland
from vtscan_desktop.domain.risicoscan import (
    Editie,
    Gesprek,
    GesprekSoort,
    Notitie,
    Partij,
    Risicoscan,
    TopicZienswijze,
    Wie,
    Zienswijze,
)
from vtscan_desktop.rapport.afwerking import werk_af
from vtscan_desktop.rapport.bouw import bouw_rapport
from vtscan_desktop.rapport.gegevens import Huisstijl
from vtscan_desktop.rapport.identiteit import maak_identiteit
from vtscan_desktop.rapport.ondertekenen import onderteken
from vtscan_desktop.rapport.xmp import Documentgegevens

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))
_HANDELINGEN = {"/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Named"}
ZIN = "De samenwerkingsafspraken met de huisartsenposten en wijkteams zijn onvoldoende uitgewerkt. "


def _vol() -> Risicoscan:
    """Text that goes on over pages, in paragraphs and in rows of tables; notities; every figure."""
    scan = ijsselland()
    wie = Wie("coördinator", "Gemeente Zwolle", "A. de Vries")
    return replace(
        scan.met_topic(replace(scan.topic(3), toelichting=ZIN * 120)),
        overall_beeld=ZIN * 60,
        kerndata=VOLLE_KERNDATA,
        zienswijzen=(Zienswijze(Partij.WETHOUDER, wie, NU.date(), None, ZIN, ZIN, (TopicZienswijze(3, ZIN, ZIN),)),),
        gesprekken=(Gesprek("g1", NU.date(), GesprekSoort.AMBTELIJK, (wie,), "Stadhuis"),),
        notities=tuple(Notitie(NU + timedelta(minutes=i), ZIN, "g1", 1 + i % 20) for i in range(40)),
    )


def _logo() -> bytes:
    uit = BytesIO()
    Image.new("RGB", (300, 100), "navy").save(uit, "PNG")
    return uit.getvalue()


@cache
def _rapport(soort: str) -> bytes:
    g = gegevens(ijsselland() if soort == "ijsselland" else _vol())
    if soort == "intern":
        vorige = replace(_vol(), peildatum=date(2015, 11, 1))
        huis = Huisstijl("Gemeente Zwolle", _logo())
        g = replace(g, editie=Editie.VOLLEDIG, huisstijl=huis, bijlage=False, vorige=vorige)
    bouwsel = bouw_rapport(g)
    bijlage = b"{}" if g.bijlage else None
    return werk_af(bouwsel.pdf, bouwsel.vakken, bijlage, Documentgegevens("Risicoscan", "adviseur", NU))


@cache
def _ondertekend(soort: str, keren: int) -> bytes:
    if not keren:
        return _rapport(soort)
    veld = ("adviseur", "wethouder")[keren - 1]
    return onderteken(_ondertekend(soort, keren - 1), veld, maak_identiteit(veld, "VNG", NU), NU)


@pytest.fixture(params=["ijsselland-0", "ijsselland-1", "ijsselland-2", "vol-0", "intern-0", "intern-2"])
def pdf(request: pytest.FixtureRequest) -> bytes:
    soort, keren = request.param.split("-")
    return _ondertekend(soort, int(keren))


def _elementen(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """All elements of the structure, in reading order."""
    yield element
    kinderen = element.get("/K", [])
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield from _elementen(kind)


def _inhoud(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """What an element itself holds: marked content, and fields."""
    kinderen = element.get("/K", [])
    for kind in kinderen if isinstance(kinderen, pikepdf.Array) else [kinderen]:
        if isinstance(kind, pikepdf.Dictionary) and "/S" not in kind:
            yield kind


def test_pdfua_finds_nothing(pdf: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(pdf)
    verslag = pdfua.validate(pad)
    assert [f"{gevonden.rule_id}: {gevonden.message}" for gevonden in verslag.findings] == []
    assert list(verslag.skipped) == []


def test_pdfua_would_name_an_empty_heading(tmp_path: Path) -> None:
    pad = tmp_path / "rapport.pdf"
    with pikepdf.open(BytesIO(_rapport("ijsselland"))) as doc:
        kop = next(e for e in _elementen(doc.Root.StructTreeRoot.K) if e.S == "/H2")
        del kop.K
        doc.save(pad)
    assert "UA-14-001" in {gevonden.rule_id for gevonden in pdfua.validate(pad).findings}


def test_poppler_reads_the_structure_without_complaint(pdf: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(pdf)
    uit = subprocess.run(["pdfinfo", "-struct-text", str(pad)], capture_output=True, check=True, text=True)
    assert uit.stderr == ""
    koppen = [uit.stdout.find(kop) for kop in ("Overall beeld", "Waarop dit", "Topics", "Acties", "Colofon")]
    assert -1 not in koppen
    assert koppen == sorted(koppen)


def test_all_that_is_drawn_is_content_or_artifact(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as doc:
        for bladzijde in doc.pages:
            gemerkt: list[bool] = []
            for _, operator in pikepdf.parse_content_stream(bladzijde):
                naam = str(operator)
                if naam in ("BDC", "BMC"):
                    gemerkt.append(True)
                elif naam == "EMC":
                    gemerkt.pop()
                elif naam in ("Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh"):
                    assert gemerkt
            assert not gemerkt


def test_headings_nest_and_stand_in_the_bookmarks(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as doc:
        koppen = [int(str(e.S)[2]) for e in _elementen(doc.Root.StructTreeRoot.K) if re.fullmatch("/H[1-6]", str(e.S))]
        with doc.open_outline() as overzicht:
            regels = [regel.title for regel in overzicht.root]
    assert koppen[0] == 1
    assert all(volgende <= kop + 1 for kop, volgende in pairwise(koppen))
    assert len(regels) == koppen.count(1)


def test_content_is_read_in_the_order_of_the_pages(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as doc:
        nummers = {bladzijde.obj.objgen: nr for nr, bladzijde in enumerate(doc.pages)}
        per_alinea = [
            [(nummers[deel.Pg.objgen], int(deel.MCID)) for deel in _inhoud(element) if "/MCID" in deel]
            for element in _elementen(doc.Root.StructTreeRoot.K)
        ]
        for delen in per_alinea:
            assert delen == sorted(delen)
        eersten = [delen[0][0] for delen in per_alinea if delen]
    # Rows of a table that goes on are read cell by cell: a next cell can begin one page back, never a later block.
    assert eersten[0] == 0
    assert max(eersten) == eersten[-1] == len(nummers) - 1


def test_tables_name_their_rows_and_columns_and_figures_say_what_they_show(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as doc:
        elementen = list(_elementen(doc.Root.StructTreeRoot.K))
        koppen = [e for e in elementen if e.S == "/TH"]
        assert len(koppen) > 20
        assert {str(e.A.Scope) for e in koppen} == {"/Row", "/Column"}
        for tabel in (e for e in elementen if e.S == "/Table"):
            assert {str(rij.S) for rij in tabel.K} == {"/TR"}
            breedtes = {sum(int(cel.get("/A", {}).get("/ColSpan", 1)) for cel in rij.K) for rij in tabel.K}
            assert len(breedtes) == 1
        for figuur in (e for e in elementen if e.S == "/Figure"):
            assert len(str(figuur.Alt)) > 8
            assert "/BBox" in figuur.A


def test_lists_hold_items_with_a_label_and_a_body(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as doc:
        lijsten = [e for e in _elementen(doc.Root.StructTreeRoot.K) if e.S == "/L"]
        assert lijsten
        for lijst in lijsten:
            assert {str(punt.S) for punt in lijst.K} == {"/LI"}
            assert all([str(deel.S) for deel in punt.K] == ["/Lbl", "/LBody"] for punt in lijst.K)


def test_fields_have_a_name_and_a_place_in_the_reading_order(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as doc:
        for veld in doc.Root.AcroForm.Fields:
            assert str(veld.TU).startswith("Handtekening: ")
            assert "/StructParent" in veld
        assert all(bladzijde.obj.get("/Tabs") == "/S" for bladzijde in doc.pages if "/Annots" in bladzijde.obj)


def test_it_is_archivable_and_acts_on_nothing(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as doc:
        wortel = doc.Root
        assert str(wortel.Lang) == "nl-NL"
        assert wortel.OutputIntents[0].S == "/GTS_PDFA1"
        assert bool(wortel.ViewerPreferences.DisplayDocTitle)
        xmp = bytes(wortel.Metadata.read_bytes())
        assert b"<pdfaid:part>3" in xmp
        assert b"<pdfaid:conformance>A" in xmp
        assert b"<pdfuaid:part>1" in xmp
        assert not {"/OpenAction", "/AA"} & set(wortel.keys())
        for obj in doc.objects:
            if isinstance(obj, pikepdf.Dictionary):
                assert str(obj.get("/S")) not in _HANDELINGEN
                assert "/AA" not in obj
                if obj.get("/Type") == "/Font" and obj.Subtype != "/Type0":
                    assert "/FontFile2" in obj.FontDescriptor


def test_a_divided_word_is_read_whole(tmp_path: Path) -> None:
    pdf = _rapport("vol")
    with pikepdf.open(BytesIO(pdf)) as doc:
        operatoren = [op for bladzijde in doc.pages for op in pikepdf.parse_content_stream(bladzijde)]
    assert sum(str(naam) == "BDC" and "/ActualText" in delen[1] for delen, naam in operatoren) > 20
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(pdf)
    tekst = subprocess.run(["pdftotext", str(pad), "-"], capture_output=True, check=True, text=True).stdout
    assert tekst.count("samenwerkingsafspraken") >= 180
    assert tekst.count("huisartsenposten") >= 180
    assert not re.search(r"\bsamenwer-|-afspraken|huisart-", tekst)
