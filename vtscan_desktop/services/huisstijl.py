"""Logo and name of the organisation that publishes reports: one setting of the database, for all its reports."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from io import BytesIO
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import lees_begrensd
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.grenzen import MAX_REGEL
from vtscan_desktop.rapport.gegevens import Huisstijl as Huisstijl
from vtscan_desktop.services.tekening import is_svg, schoon_svg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vtscan_desktop.models.opslag import Opslag

MAX_LOGO = 5_000_000
"""Largest logo file that is read, in bytes."""
_MAX_PUNTEN = 25_000_000
"""Most pixels that are unpacked: a small file can hold a very large picture."""
_BEWAARD = (1020, 204)
"""A logo is kept no larger than this, in pixels: six for each point that it gets on paper."""
_SOORTEN = ("PNG", "JPEG")
_NAAM = "huisstijl"


def lees_huisstijl(opslag: Opslag) -> Huisstijl:
    """What is kept; empty when nothing is."""
    bewaard = opslag.lees_instelling(_NAAM)
    if not bewaard:
        return Huisstijl()
    delen = json.loads(bewaard)
    return Huisstijl(delen["organisatie"], b64decode(delen["logo"]))


def bewaar_huisstijl(opslag: Opslag, huisstijl: Huisstijl) -> None:
    """Keep it for all reports from now on. Raises `VtscanFout` when that can't be done."""
    naam = " ".join(huisstijl.organisatie.split())[:MAX_REGEL]
    delen = {"organisatie": naam, "logo": b64encode(huisstijl.logo).decode()}
    opslag.bewaar_instelling(_NAAM, json.dumps(delen, ensure_ascii=False))


def lees_logo(pad: Path, teken_svg: Callable[[bytes, tuple[int, int]], bytes]) -> bytes:
    """A logo as reports take it: a PNG on white, of a modest size, with nothing beside the picture.

    `teken_svg` draws a harmless SVG as large as fits in a size, as a PNG (b"" when it can't). Takes a moment for a
    large picture: call it off the UI thread. Raises `InvoerFout` for anything but a PNG, JPEG or SVG of at most 5 MB,
    `OmgevingFout` when it can't be read.
    """
    data = lees_begrensd(pad, MAX_LOGO)
    if is_svg(data):
        data = teken_svg(schoon_svg(data, pad.name), _BEWAARD)
    return _op_wit(data, pad.name)


def _op_wit(data: bytes, naam: str) -> bytes:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=_SOORTEN) as beeld:
            if beeld.width * beeld.height > _MAX_PUNTEN:
                raise InvoerFout(f"{naam} is te groot: een logo heeft hoogstens 25 miljoen beeldpunten.")
            vol = beeld.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as oorzaak:
        raise InvoerFout(
            f"{naam} is geen afbeelding die als logo kan dienen: kies een PNG-, JPEG- of SVG-bestand."
        ) from oorzaak
    vol.thumbnail(_BEWAARD)
    vlak = Image.new("RGB", vol.size, "white")
    vlak.paste(vol, mask=vol.getchannel("A"))
    uit = BytesIO()
    vlak.save(uit, "PNG", optimize=True)
    return uit.getvalue()
