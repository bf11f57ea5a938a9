"""From bare pages to a report that is ready to be signed.

Adds what the pages cannot say of themselves: language, title, metadata, colour profile, the scan as attached data, and
every signature field, still empty. All of it before the first signature: what is added later shows as a change.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

from vtscan_desktop import __version__
from vtscan_desktop.rapport.gegevens import Vak
from vtscan_desktop.rapport.stempel import teken_stempel
from vtscan_desktop.rapport.structuur import hang_formulierveld
from vtscan_desktop.rapport.xmp import Documentgegevens, schrijf_xmp

BIJLAGENAAM = "risicoscan.vtscan"
"""Name under which a report carries its own scan."""
TAAL = "nl-NL"
VELDUITLEG = "Handtekening: "
"""What the explanation of a signature field begins with; its title follows."""
_NOG_LEEG = "nog te ondertekenen"
_PROGRAMMA = f"vtscan_desktop {__version__}"
_PDF_VERSIE = "1.7"
_ICC_DATUM = slice(24, 36)
"""Where an ICC profile keeps the time it was made (ICC.1, 7.2): zeroed, so that one report is one sequence of bytes."""
_ALLEEN_AANVULLEN = 3
"""SigFlags: there are signature fields, and the file may only be appended to (ISO 32000-1, table 219)."""
_AFDRUKKEN = 4
"""Annotation flag Print (ISO 32000-1, table 165)."""


def werk_af(pdf: bytes, vakken: Sequence[Vak], bijlage: bytes | None, gegevens: Documentgegevens) -> bytes:
    """The report with metadata, the scan `bijlage` attached (if any), and an empty signature field in each of `vakken`.

    Claims PDF/A-3a and PDF/UA-1 only when the pages are tagged.
    """
    uit = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as doc:
        _beschrijf(doc, gegevens)
        _voeg_kleurprofiel_toe(doc)
        if bijlage is not None:
            _voeg_scan_toe(doc, bijlage, gegevens.opgesteld)
        if vakken:
            _voeg_velden_toe(doc, vakken)
        doc.save(
            uit,
            force_version=_PDF_VERSIE,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return uit.getvalue()


def _getagd(doc: pikepdf.Pdf) -> bool:
    kenmerk = doc.Root.get("/MarkInfo")
    return "/StructTreeRoot" in doc.Root and kenmerk is not None and bool(kenmerk.get("/Marked", False))


def _pdf_datum(tijd: datetime) -> String:
    """A date as PDF writes it: D:20160711160400+02'00'."""
    zone = tijd.strftime("%z")
    return String(f"{tijd:D:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'")


def _beschrijf(doc: pikepdf.Pdf, gegevens: Documentgegevens) -> None:
    doc.Root.Lang = String(TAAL)
    doc.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    doc.Root.Metadata = doc.make_stream(
        schrijf_xmp(gegevens, _PROGRAMMA, TAAL, getagd=_getagd(doc)), Type=Name.Metadata, Subtype=Name.XML
    )
    doc.trailer.Info = doc.make_indirect(
        Dictionary(
            Title=String(gegevens.titel),
            Author=String(gegevens.auteur),
            Creator=String(_PROGRAMMA),
            Producer=String(_PROGRAMMA),
            CreationDate=_pdf_datum(gegevens.opgesteld),
            ModDate=_pdf_datum(gegevens.opgesteld),
        )
    )


@cache
def _srgb() -> bytes:
    profiel = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profiel[_ICC_DATUM] = bytes(_ICC_DATUM.stop - _ICC_DATUM.start)
    return bytes(profiel)


def _voeg_kleurprofiel_toe(doc: pikepdf.Pdf) -> None:
    profiel = doc.make_stream(_srgb(), N=3, Alternate=Name.DeviceRGB)
    doc.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profiel,
            )
        ]
    )


def _voeg_scan_toe(doc: pikepdf.Pdf, bijlage: bytes, opgesteld: datetime) -> None:
    """Attach the scan as an associated file (ISO 19005-3, 6.8): data that the report was made from."""
    bestand = pikepdf.AttachedFileSpec(
        doc,
        bijlage,
        filename=BIJLAGENAAM,
        description="De risicoscan waaruit dit rapport is gemaakt",
        mime_type="application/json",
        creation_date=str(_pdf_datum(opgesteld)),
        mod_date=str(_pdf_datum(opgesteld)),
        relationship=Name.Source,
    )
    doc.attachments[BIJLAGENAAM] = bestand
    doc.Root.AF = Array([bestand.obj])


def _voeg_velden_toe(doc: pikepdf.Pdf, vakken: Sequence[Vak]) -> None:
    velden = Array([_maak_veld(doc, vak) for vak in vakken])
    doc.Root.AcroForm = doc.make_indirect(Dictionary(Fields=velden, SigFlags=_ALLEEN_AANVULLEN))


def _maak_veld(doc: pikepdf.Pdf, vak: Vak) -> pikepdf.Object:
    pagina = doc.pages[vak.pagina]
    veld = doc.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(vak.veld),
            TU=String(f"{VELDUITLEG}{vak.titel}"),
            Rect=Array([round(waarde, 3) for waarde in vak.rect]),
            F=_AFDRUKKEN,
            P=pagina.obj,
            AP=Dictionary(N=_leeg_beeld(doc, vak)),
        )
    )
    if "/Annots" not in pagina.obj:
        pagina.obj.Annots = doc.make_indirect(Array())
    pagina.obj.Annots.append(veld)
    pagina.obj.Tabs = Name.S
    hang_formulierveld(doc, veld, vak.veld)
    return veld


def _leeg_beeld(doc: pikepdf.Pdf, vak: Vak) -> pikepdf.Object:
    links, onder, rechts, boven = vak.rect
    with pikepdf.open(BytesIO(teken_stempel([_NOG_LEEG], [], rechts - links, boven - onder))) as stempel:
        return doc.copy_foreign(stempel.pages[0].as_form_xobject())
