"""The handleiding on paper: what the contents say is where it is, and others can read it aloud."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path

import pdfua
import pikepdf
import pytest

from vtscan_desktop.domain.handleiding import Alinea, Beeld, Hoofdstuk, Kop, Stuk, stukken_in
from vtscan_desktop.rapport.handleiding import bouw_handleiding
from vtscan_desktop.services.handleiding import beeldmap, lees_handleiding
from vtscan_desktop.ui.handleiding.sneltoetsenblad import maak_sneltoetsenblad, toetsnamen

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))


@cache
def hoofdstukken() -> tuple[Hoofdstuk, ...]:
    return (*lees_handleiding(toetsnamen()), maak_sneltoetsenblad())


def bouw() -> bytes:
    beelden = {pad.name: pad.read_bytes() for pad in beeldmap().glob("*.png")}
    return bouw_handleiding(hoofdstukken(), beelden, NU)


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
    titels = [h.titel for h in hoofdstukken()]
    assert list(genoemd) == titels
    for titel, pagina in genoemd.items():
        assert re.search(rf"^\s*{re.escape(titel)}$", paginas[int(pagina) - 1], re.MULTILINE), titel


def links(doc: pikepdf.Pdf) -> Iterator[tuple[int, pikepdf.Object, pikepdf.Object]]:
    """Every link: the page it stands on, its annotation, and its element of the structure."""
    ouders = doc.Root.StructTreeRoot.ParentTree.Nums
    elementen = {int(sleutel): element for sleutel, element in zip(ouders[::2], ouders[1::2], strict=True)}
    for nummer, pagina in enumerate(doc.pages, 1):
        for annotatie in pagina.obj.get("/Annots", []):
            yield nummer, annotatie, elementen[int(annotatie.StructParent)]


def test_de_inhoudsopgave_leidt_naar_elk_hoofdstuk(pdf: Path) -> None:
    with pikepdf.open(pdf) as doc:
        gelinkt = [str(annotatie.Contents) for nummer, annotatie, _ in links(doc) if nummer == 2]
        with doc.open_outline() as overzicht:
            plaatsen = {regel.title: regel.destination[0].objgen for regel in overzicht.root}
        paginas = [pagina.obj.objgen for pagina in doc.pages]
    titels = [h.titel for h in hoofdstukken()]
    assert gelinkt == [f"{t}, pagina {paginas.index(plaatsen[t]) + 1}" for t in titels for _ in ("naam", "nummer")]


def test_elke_link_zegt_waarheen_en_leidt_daarheen(pdf: Path) -> None:
    uit = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True).stdout
    paginas = uit.split("\f")
    with pikepdf.open(pdf) as doc:
        nummers = {pagina.obj.objgen: nummer for nummer, pagina in enumerate(doc.pages, 1)}
        for _, annotatie, element in links(doc):
            titel, _, pagina = str(annotatie.Contents).rpartition(", pagina ")
            assert nummers[annotatie.Dest[0].objgen] == int(pagina)
            assert titel in paginas[int(pagina) - 1].splitlines()
            assert str(element.S) == "/Link"
            assert annotatie.objgen in [deel.Obj.objgen for deel in element.K if deel.Type == "/OBJR"]
            assert any("/MCID" in deel for deel in element.K)
        gelezen = sum(1 for _ in links(doc))
    verwijzingen = [s for h in hoofdstukken() for blok in h.blokken for s in stukken_in(blok) if s.doel]
    assert gelezen >= 2 * len(hoofdstukken()) + len(verwijzingen)


def test_een_verwijzing_noemt_op_papier_de_pagina_waarheen_ze_leidt(tmp_path: Path) -> None:
    een = Hoofdstuk("een", "Een", (Alinea((Stuk("Zie "), Stuk("Twee", doel="twee#kop"), Stuk("."))),))
    lang = [Alinea((Stuk("Tekst. " * 300),)) for _ in range(3)]
    doel = tmp_path / "kort.pdf"
    for blokken, pagina in (((Kop(2, "Kop"), *lang), 3), ((*lang, Kop(2, "Kop")), 4)):
        doel.write_bytes(bouw_handleiding((een, Hoofdstuk("twee", "Twee", blokken)), {}, NU))
        uit = subprocess.run(["pdftotext", str(doel), "-"], capture_output=True, check=True, text=True).stdout
        assert f"Zie Twee (pagina {pagina})." in uit
        with pikepdf.open(doel) as doc:
            assert [str(link.Contents) for nummer, link, _ in links(doc) if nummer == 3] == [f"Kop, pagina {pagina}"]


def test_een_link_over_twee_regels_is_er_een(tmp_path: Path) -> None:
    lang = Stuk("een verwijzing die niet op een regel past " * 4, doel="een")
    doel = tmp_path / "kort.pdf"
    doel.write_bytes(bouw_handleiding((Hoofdstuk("een", "Een", (Alinea((lang,)),)),), {}, NU))
    with pikepdf.open(doel) as doc:
        in_tekst = [(link, element) for nummer, link, element in links(doc) if nummer == 3]
        assert len({element.objgen for _, element in in_tekst}) == 1
        hoogten = [float(link.Rect[1]) for link, _ in in_tekst]
        assert hoogten == sorted(hoogten, reverse=True)
        assert len(set(hoogten)) == len(hoogten) == 2
    assert pdfua.validate(doel).findings == ()


def test_een_hoofdstuk_zonder_beeld_erbij_wordt_niet_gemaakt() -> None:
    with pytest.raises(KeyError):
        bouw_handleiding((Hoofdstuk("een", "Een", (Beeld("weg.png", "weg"),)),), {}, NU)


def test_een_beeld_wordt_liever_iets_kleiner_dan_dat_het_een_halve_pagina_leeg_laat(tmp_path: Path) -> None:
    beeld = Beeld("venster.png", "Onderschrift")
    beelden = {beeld.naam: (beeldmap() / beeld.naam).read_bytes()}
    scherpten = []
    for aantal in range(18, 30, 2):
        tekst = (Alinea((Stuk("Een regel."),)),) * aantal
        pad = tmp_path / "proef.pdf"
        pad.write_bytes(bouw_handleiding((Hoofdstuk("proef", "Proef", (*tekst, beeld)),), beelden, NU))
        lijst = ["pdfimages", "-f", "3", "-list", str(pad)]
        regel = subprocess.run(lijst, capture_output=True, check=True, text=True).stdout.splitlines()[2].split()
        scherpten.append((int(regel[0]), int(regel[12])))
    klein = {scherpte for pagina, scherpte in scherpten if pagina == 3}
    heel = {scherpte for pagina, scherpte in scherpten if pagina == 4}
    assert len(heel) == 1  # where no shrinking helps it stands on the next page, as large as ever
    assert len(klein) > 1
    assert max(klein) <= min(heel) / 0.7
