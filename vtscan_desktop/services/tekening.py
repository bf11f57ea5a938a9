"""An SVG drawing from anyone, made harmless: only shapes and their colours are left, and nothing leads out of the file.

Whoever draws it would otherwise open what it names: a picture on this computer, an address on the network.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from vtscan_desktop.domain.errors import InvoerFout

MAX_SVG = 1_000_000
"""Largest drawing that is read, in bytes."""
_MAX_ELEMENTEN, _MAX_HERHAALD, _MAX_DIEPTE = 20_000, 200, 100
_RUIMTEN = {"": "http://www.w3.org/2000/svg", "xlink": "http://www.w3.org/1999/xlink"}
_SVG, _XLINK = f"{{{_RUIMTEN['']}}}", f"{{{_RUIMTEN['xlink']}}}href"
_VORMEN = re.compile(
    "svg|g|defs|path|rect|circle|ellipse|line|polyline|polygon|linearGradient|radialGradient|stop|use|style"
)
_TEKENT_MEER = re.compile("text|tspan|textPath|image|foreignObject|pattern|filter|switch|a")
"""Elements that draw something that is not taken over: better refused than left out in silence."""
_KENMERKEN = re.compile(
    "x|y|width|height|[cf][xy]|r[xy]?|[xy][12]|d|points|transform|viewBox|preserveAspectRatio|id|class|style|offset|"
    "gradientUnits|gradientTransform|spreadMethod|fill|fill-opacity|fill-rule|stroke|stroke-width|stroke-opacity|"
    "stroke-linecap|stroke-linejoin|stroke-miterlimit|opacity|stop-color|stop-opacity|color|display|visibility"
)
_STREEPJES = re.compile(r"stroke-dash[a-z]*\s*:[^;}]*", re.IGNORECASE)
"""Dashes as small as one likes take as long as one likes to draw: lines are drawn whole."""
_UITWEG = re.compile(r"""@|\\|<|&|url\s*\((?!\s*["']?#)|[a-z]+script:|data:""", re.IGNORECASE)
"""What a value could lead out of the file with."""


def is_svg(data: bytes) -> bool:
    """Whether these bytes look like an SVG drawing."""
    return b"<svg" in data[:4096]


def schoon_svg(data: bytes, naam: str) -> bytes:
    """The drawing with nothing in it but shapes. `naam` is what to call the file.

    Raises `InvoerFout` when it is no SVG, is too large or entangled, or draws what cannot be taken over.
    """
    try:
        tekst = data.decode("utf-8-sig")
        if len(data) > MAX_SVG or "<!ENTITY" in tekst.upper():
            raise InvoerFout(f"{naam} is te groot of te ingewikkeld voor een logo; bewaar het als PNG.")
        wortel = ET.fromstring(tekst)
    except (ET.ParseError, ValueError, RecursionError) as fout:
        raise InvoerFout(f"{naam} is geen goede SVG-tekening; bewaar het logo als PNG.") from fout
    if wortel.tag != f"{_SVG}svg":
        raise InvoerFout(f"{naam} is geen goede SVG-tekening; bewaar het logo als PNG.")
    _eis_eenvoudig(wortel, naam)
    for voorvoegsel, ruimte in _RUIMTEN.items():
        ET.register_namespace(voorvoegsel, ruimte)
    schoon: bytes = ET.tostring(_neem_over(wortel, naam), encoding="utf-8", xml_declaration=True)
    return schoon


def _eis_eenvoudig(wortel: ET.Element, naam: str) -> None:
    """Refuse what takes endless drawing: very many parts, and parts that repeat parts that repeat parts."""
    delen = list(wortel.iter())
    herhaald = [_verwijzing(deel) for deel in delen if deel.tag == f"{_SVG}use"]
    bronnen = [deel for deel in delen if deel.get("id") in herhaald]
    genest = any(deel.tag == f"{_SVG}use" for bron in bronnen for deel in bron.iter())
    if len(delen) > _MAX_ELEMENTEN or len(herhaald) > _MAX_HERHAALD or genest or _diepte(wortel) > _MAX_DIEPTE:
        raise InvoerFout(f"{naam} is te groot of te ingewikkeld voor een logo; bewaar het als PNG.")


def _diepte(wortel: ET.Element) -> int:
    laag, diepte = [wortel], 0
    while laag and diepte <= _MAX_DIEPTE:
        laag, diepte = [kind for deel in laag for kind in deel], diepte + 1
    return diepte


def _verwijzing(deel: ET.Element) -> str:
    return (deel.get("href") or deel.get(_XLINK) or "").removeprefix("#")


def _neem_over(deel: ET.Element, naam: str) -> ET.Element:
    soort = deel.tag.removeprefix(_SVG)
    uit = ET.Element(
        deel.tag, {sleutel: _eis_binnen(w, naam) for sleutel, w in deel.items() if _KENMERKEN.fullmatch(sleutel)}
    )
    if soort == "use":
        uit.set(_XLINK, f"#{_verwijzing(deel)}")
    if soort == "style":
        uit.text = _eis_binnen(deel.text or "", naam)
    for kind in deel:
        soort = kind.tag.removeprefix(_SVG) if isinstance(kind.tag, str) else ""
        if _TEKENT_MEER.fullmatch(soort):
            raise InvoerFout(
                f"{naam} bevat tekst, een afbeelding of een patroon, en dat wordt niet overgenomen. Zet tekst om in "
                "vormen, of bewaar het logo als PNG."
            )
        if _VORMEN.fullmatch(soort):
            uit.append(_neem_over(kind, naam))
    return uit


def _eis_binnen(waarde: str, naam: str) -> str:
    if _UITWEG.search(waarde):
        raise InvoerFout(f"{naam} verwijst naar iets buiten de tekening; bewaar het logo als PNG.")
    return _STREEPJES.sub("", waarde)
