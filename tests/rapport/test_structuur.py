"""What a validator for PDF/UA-1 and PDF/A-3a asks of the file itself, looked up with pikepdf.

Each promise is held before signing and after one and two signatures: an appended signature may break none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET

import pikepdf
import pytest
from PIL import ImageCms

from tests.rapport.test_toegankelijk import _elementen, _inhoud, _ondertekend
from vtscan_desktop.rapport.afwerking import VELDUITLEG

SOORTEN = "Document Div P H1 H2 H3 L LI Lbl LBody Table TR TH TD Figure Form"
DC, PDFA = "{http://purl.org/dc/elements/1.1/}", "{http://www.aiim.org/pdfa/ns/schema#}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


@pytest.fixture(params=["ijsselland-0", "ijsselland-2", "vol-1", "intern-2"])
def doc(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    soort, keren = request.param.split("-")
    with pikepdf.open(BytesIO(_ondertekend(soort, int(keren)))) as geopend:
        yield geopend


def _alle(doc: pikepdf.Pdf) -> list[pikepdf.Object]:
    return list(_elementen(doc.Root.StructTreeRoot.K))


def _ouders(doc: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    nummers = list(doc.Root.StructTreeRoot.ParentTree.Nums)
    return dict(zip((int(nr) for nr in nummers[::2]), nummers[1::2], strict=True))


def _velden(doc: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [veld for bladzijde in doc.pages for veld in bladzijde.obj.get("/Annots", [])]


def test_every_field_and_its_element_point_at_one_another(doc: pikepdf.Pdf) -> None:
    ouders, formulieren = _ouders(doc), [e for e in _alle(doc) if e.S == "/Form"]
    assert len(formulieren) == len(_velden(doc)) == len(doc.Root.AcroForm.Fields) == 3
    for veld in _velden(doc):
        element = ouders[int(veld.StructParent)]
        assert element.S == "/Form"
        assert element.K.Type == "/OBJR"
        assert element.K.Obj.objgen == veld.objgen
        assert str(veld.TU).startswith(VELDUITLEG)
        assert int(veld.F) & 0b100
        assert not int(veld.F) & 0b11
        assert set(veld.AP.keys()) == {"/N"}


def test_every_mark_has_one_element_and_every_element_its_mark(doc: pikepdf.Pdf) -> None:
    bladen = {bladzijde.obj.objgen: nr for nr, bladzijde in enumerate(doc.pages)}
    ouders = _ouders(doc)
    uit_de_boom = {
        (bladen[deel.Pg.objgen], int(deel.MCID)): element.objgen
        for element in _alle(doc)
        for deel in _inhoud(element)
        if "/MCID" in deel
    }
    op_papier = {
        (nr, int(delen[1].MCID))
        for nr, bladzijde in enumerate(doc.pages)
        for delen, operator in pikepdf.parse_content_stream(bladzijde)
        if str(operator) == "BDC" and "/MCID" in delen[1]
    }
    assert set(uit_de_boom) == op_papier
    for (nr, mcid), element in uit_de_boom.items():
        assert ouders[int(doc.pages[nr].obj.StructParents)][mcid].objgen == element


def test_an_artifact_holds_no_content_and_content_no_artifact(doc: pikepdf.Pdf) -> None:
    for bladzijde in doc.pages:
        open_: list[str] = []
        for delen, operator in pikepdf.parse_content_stream(bladzijde):
            if str(operator) in ("BDC", "BMC"):
                soort = "Span" if delen[0] == "/Span" else "Artifact" if delen[0] == "/Artifact" else "inhoud"
                assert soort == "Span" or not open_
                open_.append(soort)
            elif str(operator) == "EMC":
                open_.pop()


def test_only_standard_elements_each_where_it_belongs(doc: pikepdf.Pdf) -> None:
    assert "/RoleMap" not in doc.Root.StructTreeRoot
    mag_onder = {"/TR": "/Table", "/TH": "/TR", "/TD": "/TR", "/LI": "/L", "/Lbl": "/LI", "/LBody": "/LI"}
    for element in _alle(doc):
        assert str(element.S)[1:] in SOORTEN.split()
        assert str(element.S) not in mag_onder or str(element.P.S) == mag_onder[str(element.S)]
        if element.S in ("/P", "/H1", "/H2", "/H3", "/Lbl", "/Figure"):
            assert "/K" in element


def test_bookmarks_lead_to_the_headings_of_that_name(doc: pikepdf.Pdf) -> None:
    bladen = {bladzijde.obj.objgen: nr for nr, bladzijde in enumerate(doc.pages)}
    koppen = [
        (str(element.S), bladen[next(_inhoud(element)).Pg.objgen])
        for element in _alle(doc)
        if element.S in ("/H1", "/H2")
    ]
    with doc.open_outline() as overzicht:
        regels = [
            (soort, regel)
            for boven in overzicht.root
            for soort, regel in [("/H1", boven), *(("/H2", kind) for kind in boven.children)]
        ]
        assert all(regel.title.strip() for _, regel in regels)
    doelen = [(soort, bladen[regel.destination[0].objgen]) for soort, regel in regels]
    assert doelen == koppen


def test_the_metadata_say_the_same_twice_and_describe_what_they_claim(doc: pikepdf.Pdf) -> None:
    xmp = ET.fromstring(bytes(doc.Root.Metadata.read_bytes()).split(b"?>", 1)[1].rsplit(b"<?xpacket", 1)[0])
    (titel,) = xmp.findall(f".//{DC}title//{RDF}li")
    assert titel.text == str(doc.docinfo.Title)
    (maker,) = xmp.findall(".//{http://ns.adobe.com/pdf/1.3/}Producer")
    assert maker.text == str(doc.docinfo.Producer)
    (gemaakt,) = xmp.findall(".//{http://ns.adobe.com/xap/1.0/}CreateDate")
    assert re.sub(r"\D", "", gemaakt.text or "") == re.sub(r"\D", "", str(doc.docinfo.CreationDate))
    assert [ruimte.text for ruimte in xmp.iter(f"{PDFA}namespaceURI")] == ["http://www.aiim.org/pdfua/ns/id/"]
    assert "/Filter" not in doc.Root.Metadata
    assert str(doc.Root.Lang) == "nl-NL"


def test_colours_fonts_and_file_are_what_an_archive_keeps(doc: pikepdf.Pdf) -> None:
    profiel = doc.Root.OutputIntents[0].DestOutputProfile
    assert int(profiel.N) == 3
    assert ImageCms.ImageCmsProfile(BytesIO(profiel.read_bytes())).profile.xcolor_space.strip() == "RGB"
    assert doc.pdf_version == "1.7"
    assert not doc.is_encrypted
    assert len(doc.trailer.ID) == 2
    fonts = [o for o in doc.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        assert "/FontFile2" in font.FontDescriptor
        assert re.match(r"/[A-Z]{6}\+", str(font.BaseFont))
        assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1
    for obj in doc.objects:
        if isinstance(obj, pikepdf.Stream):
            assert obj.get("/Subtype") != "/PS"
            assert "/LZWDecode" not in str(obj.get("/Filter", ""))
            assert "/F" not in obj


def test_what_is_attached_says_what_it_is_and_how_it_belongs(doc: pikepdf.Pdf) -> None:
    if not doc.attachments:
        assert "/AF" not in doc.Root
        return
    (bijlage,) = doc.Root.AF
    assert bijlage.AFRelationship == "/Source"
    assert str(bijlage.F) == str(bijlage.UF) == "risicoscan.vtscan"
    assert str(bijlage.Desc)
    assert bijlage.EF.F.Subtype == "/application/json"
    assert "/ModDate" in bijlage.EF.F.Params
    assert [naam for naam, _ in pikepdf.NameTree(doc.Root.Names.EmbeddedFiles).items()] == ["risicoscan.vtscan"]
