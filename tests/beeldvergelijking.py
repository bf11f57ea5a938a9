"""Whether two pictures show the same, where letters may be drawn a little softer or sharper."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageFilter

_CEL = 4
"""Pixels across of what is compared by its mean: about one stroke of a letter."""
_ANDERS = 12
"""A mean that differs more is another letter (`i` and `l` in small print: 14); softer edges give less than 5."""
_VLAK = 5
"""Pixels across of what counts as a plane of one colour."""
_TINT = 3
"""So much the colour of a plane may differ."""


def verschil(nieuw: Image.Image, oud: Image.Image) -> str:
    """Where they differ, in words; "" when they show the same."""
    nieuw, oud = nieuw.convert("RGB"), oud.convert("RGB")
    if nieuw.size != oud.size:
        return f"{nieuw.width}x{nieuw.height} pixels, was {oud.width}x{oud.height}"
    if ImageChops.difference(nieuw, oud).getbbox() is None:
        return ""
    cellen = _meer_dan(_grootste(nieuw.reduce(_CEL), oud.reduce(_CEL)), _ANDERS)
    tinten = ImageChops.subtract(_meer_dan(_grootste(nieuw, oud), _TINT), ImageChops.lighter(_druk(nieuw), _druk(oud)))
    vak = tuple(_CEL * zijde for zijde in cellen.getbbox() or ()) or tinten.getbbox()
    return "" if vak is None else f"differs between {vak[:2]} and {vak[2:]}"


def _druk(beeld: Image.Image) -> Image.Image:
    """White where it is no plane of one colour."""
    return _meer_dan(
        _grootste(*(beeld.filter(soort(_VLAK)) for soort in (ImageFilter.MaxFilter, ImageFilter.MinFilter))), 0
    )


def _grootste(een: Image.Image, ander: Image.Image) -> Image.Image:
    """How much each pixel differs, in the colour in which it differs most."""
    rood, groen, blauw = ImageChops.difference(een, ander).split()
    return ImageChops.lighter(ImageChops.lighter(rood, groen), blauw)


def _meer_dan(beeld: Image.Image, grens: int) -> Image.Image:
    return beeld.point([255 * (waarde > grens) for waarde in range(256)])
