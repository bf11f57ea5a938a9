"""A copy of a report to write in (Word): comments in the signed PDF itself would break its signature.

User text only ever becomes the text of a run. It is not signed, and says so on every page, with the mark of the report
that it belongs to. python-docx takes a moment to load: this module is imported when the first copy is made.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from vtscan_desktop.domain.benamingen import ACTIESTATUS, EDITIENAAM, MAATWERK, OORDEELWOORDEN
from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.rapport.onderdelen.topics import vooraf

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as Woorddocument
    from docx.table import _Cell

    from vtscan_desktop.domain.topics import Thema
    from vtscan_desktop.rapport.gegevens import RapportGegevens

TAAL = "nl-NL"
OPMERKINGEN = "Opmerkingen"
_LETTER, _GROOTTE = "Calibri", 10.5
_INKT = RGBColor(0x1C, 0x24, 0x30)
_MARGE, _BREED, _HOOG = 18, 297, 210
_TOPICMATEN = (11, 48, 30, 100, 72)
_ACTIEMATEN = (16, 80, 45, 34, 86)
"""Widths of the columns in mm, together those of a page on its side."""
_ACTIEKOPPEN = ("Topic", "Wat", "Wie", "Uiterlijk", OPMERKINGEN)
_CELRUIMTE = {"top": 50, "left": 90, "bottom": 50, "right": 90}
"""Room between the lines of a cell and its text, in twentieths of a point."""
_KOPVLAK, _LIJN = "E3EFF1", "77838F"
_HEEL_TOT = 1200
"""A row with fewer characters than this goes to the next page as a whole."""
# What XML cannot hold: control characters, and the two code points that are no characters.
_GEEN_TEKST = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_REGELEINDEN = re.compile("\r\n|[\r\u0085\u2028\u2029]")


def _schoon(tekst: str) -> str:
    """Text as a Word file can hold it; what it cannot hold becomes a replacement mark."""
    return _GEEN_TEKST.sub("\ufffd", _REGELEINDEN.sub("\n", tekst))


class _Schrijver:
    def __init__(self, g: RapportGegevens, kenmerk: str) -> None:
        self.g = g
        self.kenmerk = kenmerk
        self.doc: Woorddocument = Document()
        self._richt_in()

    def _richt_in(self) -> None:
        """A4 on its side, one plain typeface, Dutch, and who made it."""
        stijlen = self.doc.styles
        for naam in ("Normal", "Title", "Heading 1", "Heading 2"):
            letter = stijlen[naam].font
            letter.name, letter.color.rgb = _LETTER, _INKT
            opmaak = stijlen[naam].element.get_or_add_rPr()
            for deel in opmaak.findall(qn("w:rFonts")):
                for kenmerk in list(deel.attrib):
                    del deel.attrib[kenmerk]
                deel.set(qn("w:ascii"), _LETTER)
                deel.set(qn("w:hAnsi"), _LETTER)
        stijlen["Normal"].font.size = Pt(_GROOTTE)
        for taal in stijlen.element.iter(qn("w:lang")):
            taal.set(qn("w:val"), TAAL)
        vlak = self.doc.sections[0]
        vlak.orientation = WD_ORIENT.LANDSCAPE
        vlak.page_width, vlak.page_height = Mm(_BREED), Mm(_HOOG)
        vlak.left_margin = vlak.right_margin = vlak.top_margin = vlak.bottom_margin = Mm(_MARGE)
        over = self.doc.core_properties
        over.title = _schoon(f"Bespreekexemplaar risicoscan Veilig Thuis {self.g.regionaam}")
        over.author, over.comments, over.language = "vtscan_desktop", "", TAAL
        over.created = over.modified = self.g.opgesteld.astimezone(UTC).replace(tzinfo=None)

    def alinea(self, tekst: str, stijl: str | None = None, *, vet: bool = False) -> None:
        if tekst.strip():
            self.doc.add_paragraph(style=stijl).add_run(_schoon(tekst)).bold = vet or None

    def kop(self, niveau: int, tekst: str) -> None:
        self.doc.add_heading(_schoon(tekst), niveau)

    def tabel(self, maten: Sequence[int], koppen: Sequence[str], rijen: Sequence[Sequence[str]]) -> None:
        """A table whose first row is its head, repeated on every page; the last column is for the reader."""
        tabel = self.doc.add_table(rows=1, cols=len(koppen), style="Table Grid")
        tabel.autofit = False
        ruimte = {plek: {"w": maat, "type": "dxa"} for plek, maat in _CELRUIMTE.items()}
        for deel in (_kenmerken("w:tblBorders", _LIJNEN), _kenmerken("w:tblCellMar", ruimte)):
            tabel._tbl.tblPr.insert_element_before(deel, *_NA[deel.tag])
        for cel, kop in zip(tabel.rows[0].cells, koppen, strict=True):
            _zet(cel, kop, vet=True)
            cel._tc.get_or_add_tcPr().append(_kenmerk("w:shd", {"val": "clear", "color": "auto", "fill": _KOPVLAK}))
        tabel.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for rij in rijen:
            nieuw = tabel.add_row()
            if sum(map(len, rij)) < _HEEL_TOT:
                nieuw._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cel, tekst in zip(nieuw.cells, rij, strict=True):
                _zet(cel, tekst)
        for kolom, maat in zip(tabel.columns, maten, strict=True):
            kolom.width = Mm(maat)
            for cel in kolom.cells:
                cel.width = Mm(maat)
        self.doc.add_paragraph()

    def randen(self) -> None:
        """Head and foot of every page: that this is not the signed report."""
        vlak, g = self.doc.sections[0], self.g
        merken = ["INTERN"] if g.editie is Editie.VOLLEDIG else []
        merken += ["VOORBEELD"] if g.scan.voorbeeld else []
        merken += [g.standmerk] if g.standmerk else []
        kop = " · ".join(["Bespreekexemplaar – niet ondertekend", *merken])
        vlak.header.paragraphs[0].add_run(kop).bold = True
        voet = f"Risicoscan Veilig Thuis {g.regionaam} · peildatum {format_datum(g.scan.peildatum)} · hoort bij "
        vlak.footer.paragraphs[0].add_run(_schoon(f"{voet}versie {g.versie}, {EDITIENAAM[g.editie]}"))


_LIJNEN = {
    plek: {"val": "single", "sz": 4, "space": 0, "color": _LIJN}
    for plek in ("top", "left", "bottom", "right", "insideH", "insideV")
}


_NA = {
    qn("w:tblBorders"): ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"),
    qn("w:tblCellMar"): ("w:tblLook",),
}
"""What must come behind a part of a table's properties: Word keeps to the order of its schema (ECMA-376, 17.4.59)."""


def _kenmerk(naam: str, waarden: dict[str, object]) -> Any:
    """An element of WordprocessingML with these attributes."""
    uit = OxmlElement(naam)
    for sleutel, waarde in waarden.items():
        uit.set(qn(f"w:{sleutel}"), str(waarde))
    return uit


def _kenmerken(naam: str, delen: dict[str, dict[str, object]]) -> Any:
    """An element that holds one element for each of `delen`."""
    uit = OxmlElement(naam)
    for deel, waarden in delen.items():
        uit.append(_kenmerk(f"w:{deel}", waarden))
    return uit


def _zet(cel: _Cell, tekst: str, *, vet: bool = False) -> None:
    cel.paragraphs[0].add_run(_schoon(tekst)).bold = vet or None


def _begin(s: _Schrijver) -> None:
    g = s.g
    s.kop(0, f"Veilig Thuis {g.regionaam}")
    s.alinea(f"Bespreekexemplaar van de risicoscan, peildatum {format_datum(g.scan.peildatum)}", vet=True)
    s.alinea(
        "Dit is een kopie om in te schrijven. Zij is niet ondertekend en heeft geen status; het ondertekende rapport "
        "is de pdf. Schrijf uw opmerkingen in de laatste kolom van de tabellen, of onder Algemene opmerkingen."
    )
    s.alinea(f"Hoort bij: versie {g.versie}, {EDITIENAAM[g.editie]}, opgesteld op {format_datum(g.opgesteld)}.")
    s.alinea(f"Kenmerk van dat rapport (sha256): {s.kenmerk}")


def _beeld(s: _Schrijver) -> None:
    scan, uitkomst = s.g.scan, s.g.beoordeling
    s.kop(1, "Categorie en overall beeld")
    voorstel = uitkomst.voorstel.voorstel
    s.alinea(f"Voorstel: {_categorie(voorstel)}" if voorstel else f"Nog geen voorstel. {uitkomst.onderbouwing.status}")
    if scan.vaststelling:
        s.alinea(f"Vaststelling door de adviseur: {_categorie(scan.vaststelling.categorie)}")
        motivering = scan.vaststelling.motivering
        s.alinea(f"Motivering: {motivering}" if motivering.strip() else "")
        s.alinea(s.g.verschuiving.tekst if s.g.verschuiving else "")
    s.kop(2, "Overall beeld")
    s.alinea(scan.overall_beeld if scan.overall_beeld.strip() else "Het overall beeld is nog niet beschreven.")
    s.kop(2, "Waarom")
    for regel in uitkomst.onderbouwing.regels:
        s.alinea(regel, "List Number")
    s.alinea(uitkomst.onderbouwing.slot)
    if scan.vraag_aan_lezer.strip():
        s.kop(2, "Wat wij van u vragen")
        s.alinea(scan.vraag_aan_lezer)


def _categorie(nr: int) -> str:
    return f"categorie {nr}: {CATEGORIENAMEN[nr]}."


def _topics(s: _Schrijver) -> None:
    s.kop(1, "Topics")
    for thema in s.g.format.themas():
        s.kop(2, thema.titel)
        s.tabel(_TOPICMATEN, ["Nr.", "Topic", "Oordeel", "Toelichting", OPMERKINGEN], _topicrijen(s.g, thema))


def _topicrijen(g: RapportGegevens, thema: Thema) -> list[list[str]]:
    rijen = []
    for topic in g.format.topics_van(thema):
        invulling = g.scan.topic(topic.nr)
        oordeel = "" if topic.data else OORDEELWOORDEN[g.beoordeling.effectief[topic.nr]]
        delen = [
            *vooraf(g, topic.nr),
            invulling.toelichting,
            f"Risico: {invulling.risico}" if invulling.risico.strip() else "",
        ]
        tekst = "\n".join(deel for deel in delen if deel.strip())
        rijen.append([str(topic.nr), titel_op(topic, g.scan.peildatum), oordeel, tekst, ""])
    return rijen


def _acties(s: _Schrijver) -> None:
    rijen = [
        [
            str(topic.nr),
            f"{actie.omschrijving or 'nog te omschrijven'} ({ACTIESTATUS[actie.status]})",
            actie.verantwoordelijke or "nog niet belegd",
            format_datum(actie.termijn) if actie.termijn else "geen termijn",
            "",
        ]
        for topic in s.g.scan.topics
        for actie in topic.acties
    ]
    s.kop(1, "Acties")
    if rijen:
        s.tabel(_ACTIEMATEN, _ACTIEKOPPEN, rijen)
    else:
        s.alinea("Er zijn nog geen acties vastgelegd.")


def _maatwerkacties(s: _Schrijver) -> None:
    """As the report has them; when there are none, nothing is said of them."""
    rijen = [
        [
            str(actie.aanleiding) if actie.aanleiding else "–",
            "\n".join(
                deel
                for deel in (
                    f"{hoofdletter(MAATWERK[actie.soort])} ({ACTIESTATUS[actie.status]})",
                    actie.omschrijving.strip(),
                    f"Uitkomst: {actie.uitkomst}" if actie.uitkomst.strip() else "",
                )
                if deel
            ),
            actie.verantwoordelijke or "nog niet belegd",
            format_datum(actie.termijn) if actie.termijn else "geen termijn",
            "",
        ]
        for actie in s.g.scan.maatwerkacties
    ]
    if rijen:
        s.kop(2, "Maatwerkacties")
        s.tabel(_ACTIEMATEN, _ACTIEKOPPEN, rijen)


def schrijf_bespreekexemplaar(g: RapportGegevens, kenmerk: str) -> bytes:
    """The copy as a .docx. `kenmerk` is the SHA-256 (hex) of the signed report that `g` became.

    It holds no more than the editie of `g` may hold.
    """
    s = _Schrijver(replace(g, scan=beperk(g.scan, g.editie)), kenmerk)
    s.randen()
    _begin(s)
    _beeld(s)
    _topics(s)
    _acties(s)
    _maatwerkacties(s)
    s.kop(1, "Algemene opmerkingen")
    s.tabel((sum(_ACTIEMATEN),), [OPMERKINGEN], [["\n\n\n\n"]])
    uit = BytesIO()
    s.doc.save(uit)
    return uit.getvalue()
