"""Acties as a spreadsheet, read back as its raw XML: nothing in it can act, and nothing of a person travels along."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.risicoscan import (
    Actie,
    ActieStatus,
    Gesprek,
    GesprekSoort,
    Maatwerkactie,
    MaatwerkSoort,
    Risicoscan,
    Wie,
)
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.actiebestand import MAX_CEL, bewaar_acties, maak_werkboek
from vtscan_desktop.services.formats import format_van
from vtscan_desktop.services.scans import lees_invoer

NU = datetime(2016, 11, 1, 9, 30, tzinfo=UTC)
NS = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
AANVALLEN = (
    '=HYPERLINK("http://kwaad.example","klik")',
    "=1+1",
    "+31 6 12345678",
    "-2+3",
    "@SOM(A1)",
    "\t=1+1",
    "\n=1+1",
    "\r=cmd|'/c calc'!A0",
    "'=1+1",
    "=cmd|'/c calc'!A0",
)


def scan_met(*acties: Actie, **velden: object) -> Risicoscan:
    scan = Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", date(2016, 7, 11), **velden)  # type: ignore[arg-type]
    return scan.met_topic(replace(scan.topic(3), acties=acties))


def cellen(pad: Path) -> list[list[object]]:
    blad = load_workbook(pad)["Acties"]
    return [[cel.value for cel in rij] for rij in blad.iter_rows(min_row=2)]


def xml(pad: Path, naam: str) -> ElementTree.Element:
    with zipfile.ZipFile(pad) as zak:
        return ElementTree.fromstring(zak.read(naam))


@pytest.mark.parametrize("aanval", AANVALLEN)
def test_tekst_die_op_een_formule_lijkt_blijft_tekst_in_wat_en_wie(tmp_path: Path, aanval: str) -> None:
    pad = tmp_path / "acties.xlsx"
    bewaar_acties(pad, [scan_met(Actie(aanval, aanval))], NU, met_namen=True, format_van=format_van)
    blad = xml(pad, "xl/worksheets/sheet1.xml")
    assert blad.findall(".//x:f", NS) == []  # no formula anywhere
    assert blad.findall(".//x:hyperlink", NS) == []
    voor = {cel.get("r"): cel for cel in blad.iterfind(".//x:c", NS)}
    opmaak = xml(pad, "xl/styles.xml").findall("x:cellXfs/x:xf", NS)
    for plek in ("E2", "F2"):
        assert voor[plek].get("t") in ("s", "inlineStr")
        assert opmaak[int(voor[plek].get("s", "0"))].get("quotePrefix") == "1"
    assert str(cellen(pad)[0][4]).lstrip() == aanval.replace("\r", "\n").lstrip()


def test_er_zitten_geen_macros_verwijzingen_of_namen_in_het_bestand(tmp_path: Path) -> None:
    pad = tmp_path / "acties.xlsx"
    adviseur = Wie("adviseur", "VNG", "Kanarie Geel")
    bewaar_acties(
        pad, [scan_met(Actie("Iets", "Iemand"), adviseur=adviseur)], NU, met_namen=True, format_van=format_van
    )
    with zipfile.ZipFile(pad) as zak:
        namen = zak.namelist()
        alles = b"".join(zak.read(naam) for naam in namen)
    assert not [n for n in namen if "vba" in n.lower() or "external" in n.lower() or "connection" in n.lower()]
    assert b"Kanarie" not in alles
    kern = xml(pad, "docProps/core.xml")
    teksten = {deel.tag.split("}")[1]: deel.text for deel in kern}
    assert teksten["creator"] == "Risicoscan Veilig Thuis"
    assert "lastModifiedBy" not in teksten
    assert teksten["created"] == "2016-11-01T09:30:00Z"


def test_datums_zijn_datums_en_de_koppen_blijven_in_beeld(tmp_path: Path) -> None:
    pad = tmp_path / "acties.xlsx"
    actie = Actie("Besluit", "Colleges", date(2016, 10, 1), ActieStatus.LOOPT, kern=True)
    stap = Maatwerkactie(MaatwerkSoort.BUDDY, "Koppelen", 9, "VNG", None, ActieStatus.GEREED, "Gelukt")
    bewaar_acties(pad, [scan_met(actie, maatwerkacties=(stap,))], NU, met_namen=True, format_van=format_van)
    blad = load_workbook(pad)["Acties"]
    assert blad.freeze_panes == "A2"
    assert blad["G2"].is_date
    assert blad["G2"].number_format == "dd-mm-yyyy"
    eerste, tweede = cellen(pad)
    assert eerste[:6] == ["IJsselland", datetime(2016, 7, 11), "3 Wachtlijsten", "actie", "Besluit", "Colleges"]
    assert eerste[6:] == [datetime(2016, 10, 1), "loopt", "31 dagen te laat", "ja", None]
    assert tweede[2:6] == ["9 Visie op de positie", "buddy van een andere Veilig Thuis", "Koppelen", "VNG"]
    assert tweede[6:] == [None, "gereed", None, None, "Gelukt"]
    assert all(6 < blad.column_dimensions[letter].width <= 60 for letter in "ABCDEFGHIJK")


@given(tekst=st.text(min_size=1))
@settings(max_examples=60)
def test_elk_teken_dat_men_kan_plakken_geeft_een_leesbaar_bestand(tekst: str) -> None:
    boek = maak_werkboek([(tekst,) * 11], NU)
    assert boek.startswith(b"PK")
    import io

    with zipfile.ZipFile(io.BytesIO(boek)) as zak:
        for naam in zak.namelist():
            ElementTree.fromstring(zak.read(naam))


def test_een_code_voor_een_teken_blijft_zoals_getypt_en_te_lang_wordt_gezegd() -> None:
    import io

    rijen = [("_x0041_ en _x000D_", "x" * (MAX_CEL + 10), "\ufffe\x00weg")]
    blad = load_workbook(io.BytesIO(maak_werkboek(rijen, NU)))["Acties"]
    assert blad["A2"].value == "_x005F_x0041_ en _x005F_x000D_"  # what a spreadsheet shows as it was typed
    assert len(blad["B2"].value) == MAX_CEL
    assert blad["B2"].value.endswith(" … (ingekort)")
    assert blad["C2"].value == "weg"


def test_het_overzicht_noemt_functies_en_geen_namen(tmp_path: Path) -> None:
    gesprek = Gesprek("g", date(2016, 5, 1), GesprekSoort.WETHOUDER, (Wie("wethouder jeugd", "Zwolle", "Jan Kanarie"),))
    scan = scan_met(Actie("Jan Kanarie belt terug", "jan kanarie"), gesprekken=(gesprek,))
    for met_namen, verwacht in ((False, "wethouder jeugd belt terug"), (True, "Jan Kanarie belt terug")):
        pad = tmp_path / "acties.xlsx"
        bewaar_acties(pad, [scan], NU, met_namen=met_namen, format_van=format_van)
        assert cellen(pad)[0][4] == verwacht


def test_een_voorbeeldscan_zegt_dat_op_elke_rij(tmp_path: Path) -> None:
    pad = tmp_path / "acties.xlsx"
    bewaar_acties(pad, [lees_invoer(voorbeeldscan()).scan], NU, met_namen=True, format_van=format_van)
    rijen = cellen(pad)
    assert len(rijen) == 10
    assert {rij[0] for rij in rijen} == {"IJsselland (VOORBEELD)"}


def test_wat_niet_geschreven_kan_worden_laat_niets_achter(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout):
        bewaar_acties(tmp_path / "er niet" / "acties.xlsx", [scan_met()], NU, met_namen=True, format_van=format_van)
    assert list(tmp_path.iterdir()) == []
