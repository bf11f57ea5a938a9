"""The copy to write in: opened with python-docx, as a reader would open it."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Woorddocument
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.rapport.bouwproef import gegevens, ijsselland
from vtscan_desktop.domain.risicoscan import (
    Editie,
    Gesprek,
    GesprekSoort,
    Hertoets,
    Hertoetsuitkomst,
    Notitie,
    Risicoscan,
    Vaststelling,
    Wie,
)
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.rapport.bespreekexemplaar import schrijf_bespreekexemplaar
from vtscan_desktop.services.bespreekexemplaar import maak_bespreekexemplaar
from vtscan_desktop.services.rapporten import Rapportresultaat, maak_rapport

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))
GEHEIM = ("KANARIENOTITIE", "Kanarienaam", "KANARIEPLEK")


@pytest.fixture(scope="module")
def resultaat(tmp_path_factory: pytest.TempPathFactory) -> Rapportresultaat:
    scan = replace(
        ijsselland(),
        adviseur=Wie("adviseur", "VNG", GEHEIM[1]),
        gesprekken=(Gesprek("g", NU.date(), GesprekSoort.OVERIG, (Wie("", "", GEHEIM[1]),), GEHEIM[2]),),
        notities=(Notitie(NU, GEHEIM[0], topic=3),),
    )
    return maak_rapport(scan, tmp_path_factory.mktemp("rapport") / "r.pdf", nu=NU, vervang=False)


@pytest.fixture(scope="module")
def pad(resultaat: Rapportresultaat) -> Path:
    return maak_bespreekexemplaar(resultaat)


@pytest.fixture(scope="module")
def doc(pad: Path) -> Woorddocument:
    return Document(str(pad))


def _tekst(doc: Woorddocument) -> str:
    cellen = [cel.text for tabel in doc.tables for rij in tabel.rows for cel in rij.cells]
    return "\n".join([*(alinea.text for alinea in doc.paragraphs), *cellen])


def test_it_says_that_it_is_not_signed_and_which_report_it_belongs_to(
    resultaat: Rapportresultaat, doc: Woorddocument
) -> None:
    tekst = _tekst(doc)
    assert f"(sha256): {resultaat.sha256}" in tekst
    assert "versie 1, bestuurlijke editie, opgesteld op 11 juli 2026" in tekst
    assert "niet ondertekend" in tekst
    (vlak,) = doc.sections
    assert vlak.header.paragraphs[0].text == "Bespreekexemplaar – niet ondertekend · VOORBEELD · CONCEPT"
    assert "versie 1" in vlak.footer.paragraphs[0].text


def test_headings_are_real_and_each_hoofdthema_has_a_table_with_room_for_remarks(doc: Woorddocument) -> None:
    eerste, tweede = (
        [a.text for a in doc.paragraphs if a.style and a.style.name == f"Heading {niveau}"] for niveau in (1, 2)
    )
    assert eerste == ["Categorie en overall beeld", "Topics", "Acties", "Algemene opmerkingen"]
    themas = [thema.titel for thema in laad_format().themas()]
    assert [kop for kop in tweede if kop in themas] == themas
    topictabellen = [tabel for tabel in doc.tables if tabel.rows[0].cells[0].text == "Nr."]
    assert len(topictabellen) == len(themas)
    nrs = [rij.cells[0].text for tabel in topictabellen for rij in tabel.rows[1:]]
    assert nrs == [str(nr) for nr in range(1, 21)]
    for tabel in doc.tables:
        assert tabel.rows[0].cells[-1].text == "Opmerkingen"
        assert tabel.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert not any(rij.cells[-1].text.strip() for rij in tabel.rows[1:])


def test_it_holds_what_the_report_says_of_every_topic_and_no_more(pad: Path, doc: Woorddocument) -> None:
    tekst = _tekst(doc)
    for topic in ijsselland().topics:
        assert topic.toelichting in tekst
        assert topic.risico in tekst
    with zipfile.ZipFile(pad) as archief:
        alles = b"".join(archief.read(naam) for naam in archief.namelist()).decode("utf-8", "replace")
    assert [geheim for geheim in GEHEIM if geheim in alles] == []


def test_it_says_why_a_topic_counts_lower_and_how_the_hertoets_went() -> None:
    scan = replace(
        ijsselland(),
        hertoets=Hertoets(Hertoetsuitkomst.VOLDAAN, NU.date()),
        vaststelling=Vaststelling(3, "Het gaat te traag.", NU.date()),
    )
    doc = Document(BytesIO(schrijf_bespreekexemplaar(gegevens(scan), "ab")))
    cel = {rij.cells[0].text: rij.cells[3].text for tabel in doc.tables[:3] for rij in tabel.rows}
    assert cel["7"].startswith("Beoordeeld als in ontwikkeling; telt als niet op orde, omdat een afspraak over wie")
    assert cel["2"].startswith("Uitkomst hertoets: voldaan, 11 juli 2026.\nDe hertoets in 2016")
    teksten = [alinea.text for alinea in doc.paragraphs]
    plek = teksten.index("Motivering: Het gaat te traag.")
    assert teksten[plek + 1 : plek + 3] == ["Overall beeld", scan.overall_beeld]


def test_it_holds_the_maatwerkacties_with_their_uitkomst_and_is_silent_when_there_are_none() -> None:
    [actie] = ijsselland().maatwerkacties
    met = replace(ijsselland(), maatwerkacties=(replace(actie, uitkomst="Het college kiest in mei."),))
    doc = Document(BytesIO(schrijf_bespreekexemplaar(gegevens(met), "0" * 64)))
    cellen = [cel.text for cel in doc.tables[-2].rows[1].cells]
    assert actie.omschrijving in cellen[1]
    assert "Uitkomst: Het college kiest in mei." in cellen[1]
    assert cellen[2] == actie.verantwoordelijke
    zonder = replace(ijsselland(), maatwerkacties=())
    tekst = _tekst(Document(BytesIO(schrijf_bespreekexemplaar(gegevens(zonder), "0" * 64))))
    assert "Maatwerkacties" not in tekst


def test_it_is_dutch_and_holds_no_link_macro_or_field(pad: Path) -> None:
    with zipfile.ZipFile(pad) as archief:
        namen = archief.namelist()
        stijlen = archief.read("word/styles.xml").decode()
        inhoud = archief.read("word/document.xml").decode()
    assert set(re.findall(r'<w:lang[^>]* w:val="([^"]+)"', stijlen)) == {"nl-NL"}
    assert not [naam for naam in namen if "vba" in naam.lower() or "embed" in naam.lower()]
    assert not re.search("w:hyperlink|w:instrText|w:fldSimple|w:object", inhoud)


def test_a_copy_that_was_written_in_is_never_replaced(resultaat: Rapportresultaat, pad: Path) -> None:
    pad.write_bytes(b"met opmerkingen")
    tweede = maak_bespreekexemplaar(resultaat)
    assert (pad.read_bytes(), tweede.name) == (b"met opmerkingen", "r-bespreekexemplaar (2).docx")


def test_an_interne_copy_says_so() -> None:
    inhoud = schrijf_bespreekexemplaar(replace(gegevens(ijsselland()), editie=Editie.VOLLEDIG), "00")
    assert inhoud[:2] == b"PK"


@given(st.text(max_size=200))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_text_is_only_text(tekst: str) -> None:
    opmaak = f'<w:p>&amp;<b> {tekst} {{HYPERLINK "x"}}'
    scan: Risicoscan = replace(ijsselland(), overall_beeld=opmaak)
    doc = Document(BytesIO(schrijf_bespreekexemplaar(gegevens(scan), "00")))
    (alinea,) = [a for a in doc.paragraphs if a.text.startswith("<w:p>&amp;<b>")]
    assert alinea.text.endswith('{HYPERLINK "x"}')


def test_the_parts_of_a_table_stand_in_the_order_that_word_asks(doc: Woorddocument) -> None:
    volgorde = ["tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook"]
    for tabel in doc.tables:
        delen = [deel.tag.split("}")[1] for deel in tabel._tbl.tblPr]
        assert delen == [naam for naam in volgorde if naam in delen]
        assert {"tblBorders", "tblCellMar"} <= set(delen)
        for rij in tabel.rows:
            for cel in rij.cells:
                eigen = [deel.tag.split("}")[1] for deel in cel._tc.tcPr]
                assert eigen == [naam for naam in ("tcW", "shd") if naam in eigen]


def test_a_row_goes_to_the_next_page_whole_and_the_head_is_repeated(doc: Woorddocument) -> None:
    for tabel in doc.tables:
        kenmerken = [
            {deel.tag.split("}")[1] for deel in rij._tr.trPr} if rij._tr.trPr is not None else set()
            for rij in tabel.rows
        ]
        assert kenmerken[0] == {"tblHeader"}
        assert all("cantSplit" in eigen for eigen in kenmerken[1:])
