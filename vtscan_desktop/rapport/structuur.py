"""The structure tree of a tagged PDF (ISO 32000-1, 14.7 and 14.8; PDF/UA-1), from the knopen that were drawn.

It also rewrites the character maps of the fonts: ReportLab's cannot say characters beyond U+FFFF.
"""

from __future__ import annotations

import re
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from vtscan_desktop.rapport.merken import Knoop, Koppeling, Plaats, Plek, Veldplaats

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIJSTNUMMERING = "ListNumbering"
_BLIJFT_LEEG = frozenset({"TD", "TH", "Form"})
"""Elements that stay without content: a cell keeps its column, a form waits for its field."""
_KAARTREGEL = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4,6})>")
_PER_BLOK = 100
"""Most entries of one bfchar block (Adobe technical note 5014)."""
_LUCHT = 12.0
"""How much a reader sees above a heading that a link leads to, in points."""
_AFDRUKKEN = 4
"""Annotation flag Print (ISO 32000-1, table 165)."""


def structureer(pdf: bytes, document: Knoop, plekken: Mapping[str, Plek] = MappingProxyType({})) -> bytes:
    """The PDF with its structure tree and right character maps; the same input gives the same bytes.

    `plekken` has what its links lead to, by its anker.
    """
    uit = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as doc:
        _Boom(doc, plekken).schrijf(document)
        _herstel_tekenkaarten(doc)
        doc.save(uit, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return uit.getvalue()


def hang_formulierveld(doc: pikepdf.Pdf, widget: pikepdf.Object, veld: str) -> None:
    """Give the widget of field `veld` its place in the reading order; `widget` is indirect and has its page as /P.

    Nothing happens when the pages are not tagged or hold no place for this field.
    """
    wortel = doc.Root.get("/StructTreeRoot")
    if wortel is None:
        return
    for naam, element in zip(wortel.IDTree.Names[::2], wortel.IDTree.Names[1::2], strict=True):
        if bytes(naam) == _kenmerk(veld):
            sleutel = int(wortel.ParentTreeNextKey)
            widget.StructParent = sleutel
            element.K = Dictionary(Type=Name.OBJR, Obj=widget, Pg=widget.P)
            wortel.ParentTree.Nums.append(sleutel)
            wortel.ParentTree.Nums.append(element)
            wortel.ParentTreeNextKey = sleutel + 1
            return


def _kenmerk(veld: str) -> bytes:
    return f"veld-{veld}".encode()


def _heeft_inhoud(knoop: Knoop) -> bool:
    return knoop.soort in _BLIJFT_LEEG or any(
        not isinstance(kind, Knoop) or _heeft_inhoud(kind) for kind in knoop.kinderen
    )


class _Boom:
    def __init__(self, doc: pikepdf.Pdf, plekken: Mapping[str, Plek]) -> None:
        self.doc = doc
        self.plekken = plekken
        self.links: list[pikepdf.Object] = []
        self.per_pagina: list[dict[int, pikepdf.Object]] = [{} for _ in doc.pages]
        self.velden: dict[bytes, pikepdf.Object] = {}

    def schrijf(self, document: Knoop) -> None:
        """Write the tree with its way back from content to element (ParentTree)."""
        doc = self.doc
        wortel = doc.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        wortel.K = self._element(document, wortel)
        nummers = Array()
        for i, pagina in enumerate(doc.pages):
            pagina.obj.StructParents = i
            inhoud = self.per_pagina[i]
            nummers.append(i)
            nummers.append(doc.make_indirect(Array([inhoud[mcid] for mcid in sorted(inhoud)])))
        for i, element in enumerate(self.links, len(doc.pages)):
            nummers.append(i)
            nummers.append(element)
        wortel.ParentTree = doc.make_indirect(Dictionary(Nums=nummers))
        wortel.ParentTreeNextKey = len(doc.pages) + len(self.links)
        namen = Array()
        for kenmerk in sorted(self.velden):
            namen.extend([String(kenmerk.decode("latin-1")), self.velden[kenmerk]])
        wortel.IDTree = doc.make_indirect(Dictionary(Names=namen))
        doc.Root.StructTreeRoot = wortel
        doc.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, knoop: Knoop, ouder: pikepdf.Object) -> pikepdf.Object:
        element = self.doc.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{knoop.soort}"), P=ouder))
        if knoop.alt:
            element.Alt = String(knoop.alt)
        kenmerken = _kenmerken(knoop)
        if kenmerken is not None:
            element.A = kenmerken
        kinderen = Array()
        for kind in knoop.kinderen:
            if isinstance(kind, Plaats):
                kinderen.append(self._inhoud(kind, element))
            elif isinstance(kind, Koppeling):
                kinderen.append(self._koppeling(kind, element))
            elif isinstance(kind, Veldplaats):
                self.velden[_kenmerk(kind.veld)] = element
                element.ID = String(_kenmerk(kind.veld).decode("latin-1"))
            elif _heeft_inhoud(kind):
                kinderen.append(self._element(kind, element))
        if len(kinderen):
            element.K = kinderen[0] if len(kinderen) == 1 and isinstance(knoop.kinderen[0], Plaats) else kinderen
        return element

    def _inhoud(self, plaats: Plaats, element: pikepdf.Object) -> Dictionary:
        self.per_pagina[plaats.pagina][plaats.mcid] = element
        return Dictionary(Type=Name.MCR, Pg=self.doc.pages[plaats.pagina].obj, MCID=plaats.mcid)

    def _koppeling(self, koppeling: Koppeling, element: pikepdf.Object) -> Dictionary:
        """A line of the link `element`: the annotation on its page, which says in words where it leads to."""
        doc, plek = self.doc, self.plekken[koppeling.doel]
        pagina = doc.pages[koppeling.pagina].obj
        annotatie = doc.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(waarde, 2) for waarde in koppeling.vlak]),
                Border=Array([0, 0, 0]),
                F=_AFDRUKKEN,
                P=pagina,
                Contents=String(f"{plek.titel}, pagina {plek.pagina + 1}"),
                Dest=Array([doc.pages[plek.pagina].obj, Name.XYZ, 0, round(plek.boven + _LUCHT, 2), 0]),
                StructParent=len(doc.pages) + len(self.links),
            )
        )
        self.links.append(element)
        if "/Annots" not in pagina:
            pagina.Annots = doc.make_indirect(Array())
        pagina.Annots.append(annotatie)
        pagina.Tabs = Name.S
        return Dictionary(Type=Name.OBJR, Obj=annotatie, Pg=pagina)


def _kenmerken(knoop: Knoop) -> pikepdf.Object | None:
    if knoop.vlak is not None:
        return Dictionary(O=Name.Layout, BBox=Array([round(waarde, 2) for waarde in knoop.vlak]), Placement=Name.Block)
    if not knoop.kenmerken:
        return None
    uit = Dictionary(O=Name.List if _LIJSTNUMMERING in knoop.kenmerken else Name.Table)
    for naam, waarde in knoop.kenmerken.items():
        uit[f"/{naam}"] = Name(f"/{waarde}") if isinstance(waarde, str) else waarde
    return uit


def _herstel_tekenkaarten(doc: pikepdf.Pdf) -> None:
    for obj in doc.objects:
        if isinstance(obj, Dictionary) and obj.get("/Type") == Name.Font and "/ToUnicode" in obj:
            kaart = obj.ToUnicode
            paren = [(int(c, 16), int(u, 16)) for c, u in _KAARTREGEL.findall(kaart.read_bytes())]
            kaart.write(_tekenkaart(str(obj.BaseFont)[1:], [(c, u) for c, u in paren if u]))


def _tekenkaart(naam: str, paren: list[tuple[int, int]]) -> bytes:
    """A ToUnicode map: for each code the character, as UTF-16 with surrogates where it needs them."""
    regels = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{naam} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for i in range(0, len(paren), _PER_BLOK):
        blok = paren[i : i + _PER_BLOK]
        regels.append(f"{len(blok)} beginbfchar")
        regels += [f"<{code:02X}> <{chr(teken).encode('utf-16-be').hex().upper()}>" for code, teken in blok]
        regels.append("endbfchar")
    regels += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(regels).encode()
