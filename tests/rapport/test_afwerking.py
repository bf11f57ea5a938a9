"""A finished report tells programs what it is, carries its scan, and has all its signature fields before signing."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from pikepdf import Name

from tests.rapport.ondertekend import NU, SCAN, TITEL, VAKKEN, bladzijden, onbeschreven
from vtscan_desktop.rapport.afwerking import werk_af
from vtscan_desktop.rapport.bijlage import haal_scan
from vtscan_desktop.rapport.merken import Knoop, Veldplaats
from vtscan_desktop.rapport.structuur import structureer
from vtscan_desktop.rapport.xmp import Documentgegevens

DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def getagd() -> bytes:
    return structureer(bladzijden(), Knoop("Document").hang(Knoop("Form").hang(Veldplaats("adviseur"))))


def metagegevens(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as doc:
        assert "/Filter" not in doc.Root.Metadata
        return doc.Root.Metadata.read_raw_bytes()


def test_language_and_title_are_those_of_the_report() -> None:
    with pikepdf.open(BytesIO(onbeschreven())) as doc:
        assert doc.pdf_version == "1.7"
        assert str(doc.Root.Lang) == "nl-NL"
        assert doc.Root.ViewerPreferences.DisplayDocTitle
        assert str(doc.docinfo.Title) == TITEL
        assert str(doc.docinfo.CreationDate) == "D:20260711160405+02'00'"
    boom = etree.fromstring(metagegevens(onbeschreven()))
    (titel,) = boom.iterfind(f".//{DC}title/{RDF}Alt/{RDF}li")
    assert titel.text == TITEL


def test_only_a_tagged_report_claims_to_be_archivable_and_accessible() -> None:
    assert b"pdfaid" not in metagegevens(onbeschreven())
    xmp = metagegevens(werk_af(getagd(), VAKKEN, SCAN, Documentgegevens(TITEL, "a", NU)))
    etree.fromstring(xmp)
    assert b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in xmp


def test_a_field_has_its_place_in_the_reading_order() -> None:
    with pikepdf.open(BytesIO(werk_af(getagd(), VAKKEN, SCAN, Documentgegevens(TITEL, "a", NU)))) as doc:
        veld = doc.Root.AcroForm.Fields[0]
        nummers = list(doc.Root.StructTreeRoot.ParentTree.Nums)
        element = nummers[nummers.index(veld.StructParent) + 1]
        assert Name.Form == element.S
        assert element.K.Type == Name.OBJR
        assert element.K.Obj == veld


def test_colours_have_a_profile() -> None:
    with pikepdf.open(BytesIO(onbeschreven())) as doc:
        (doel,) = doc.Root.OutputIntents
        assert doel.S == Name.GTS_PDFA1
        assert doel.DestOutputProfile.N == 3
        assert doel.DestOutputProfile.read_bytes()[36:40] == b"acsp"


def test_the_scan_is_attached_as_an_associated_file(tmp_path: Path) -> None:
    assert haal_scan(onbeschreven()) == SCAN
    with pikepdf.open(BytesIO(onbeschreven())) as doc:
        (bestand,) = doc.Root.AF
        assert bestand.AFRelationship == Name.Source
        assert str(bestand.F) == str(bestand.UF) == "risicoscan.vtscan"
        assert bestand.EF.F.Subtype == Name("/application/json")
        assert list(doc.attachments) == ["risicoscan.vtscan"]
    (tmp_path / "r.pdf").write_bytes(onbeschreven())
    lijst = subprocess.run(["pdfdetach", "-list", str(tmp_path / "r.pdf")], capture_output=True, text=True, check=True)
    assert "1: risicoscan.vtscan" in lijst.stdout


def test_every_box_gets_an_empty_field_that_prints_and_has_a_description() -> None:
    with pikepdf.open(BytesIO(onbeschreven())) as doc:
        velden = list(doc.Root.AcroForm.Fields)
        assert [str(veld.T) for veld in velden] == ["adviseur", "wethouder", "bestuurder"]
        assert [str(veld.TU) for veld in velden] == [f"Handtekening: {vak.titel}" for vak in VAKKEN]
        for veld, vak in zip(velden, VAKKEN, strict=True):
            assert "/V" not in veld
            assert [float(getal) for getal in veld.Rect] == pytest.approx(vak.rect)
            assert veld.F == 4
            assert doc.pages[0].obj == veld.P
            links, onder, rechts, boven = (float(getal) for getal in veld.AP.N.BBox)
            assert (rechts - links, boven - onder) == pytest.approx((135, 52))
        assert len(doc.pages[0].Annots) == 3
        assert "/Annots" not in doc.pages[1]


def test_an_empty_box_says_that_it_is_still_to_be_signed(tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(onbeschreven())
    tekst = subprocess.run(["pdftotext", str(tmp_path / "r.pdf"), "-"], capture_output=True, text=True, check=True)
    assert tekst.stdout.count("nog te ondertekenen") == 3


def test_every_font_is_embedded(tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(onbeschreven())
    uitvoer = subprocess.run(["pdffonts", str(tmp_path / "r.pdf")], capture_output=True, text=True, check=True).stdout
    letters = uitvoer.splitlines()[2:]
    assert letters
    for letter in letters:
        assert re.search(r"FiraSans-Regular\s.*\syes yes yes", letter)


def test_the_same_report_is_the_same_bytes() -> None:
    gegevens = Documentgegevens(TITEL, "adviseur, VNG", NU)
    assert werk_af(bladzijden(), VAKKEN, SCAN, gegevens) == werk_af(bladzijden(), VAKKEN, SCAN, gegevens)
