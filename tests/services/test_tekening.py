"""An SVG logo is drawn as it looks, and never opens, runs or fetches anything."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.services.huisstijl import lees_logo
from vtscan_desktop.services.tekening import schoon_svg
from vtscan_desktop.ui.bouwstenen.tekening import teken_svg

NS = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
VLAK = "<rect width='40' height='10' fill='#0f5c6e'/>"
WOLK = "".join(f"<g id='n{i}'>" + f"<use xlink:href='#n{i + 1}'/>" * 10 + "</g>" for i in range(12))
BOM = f"<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg {NS}><title>&a;</title>{VLAK}</svg>"


def svg(inhoud: str, kenmerken: str = "viewBox='0 0 40 10'") -> str:
    return f"<?xml version='1.0'?><svg {NS} {kenmerken}>{inhoud}</svg>"


def logo(tekst: str, map_: Path) -> Image.Image:
    pad = map_ / "logo.svg"
    pad.write_text(tekst, encoding="utf-8")
    return Image.open(BytesIO(lees_logo(pad, teken_svg)))


@pytest.mark.parametrize(
    "inhoud",
    [
        VLAK,
        "<style>.a{fill:#0f5c6e}</style><rect class='a' width='40' height='10'/>",
        "<rect style='fill:#0f5c6e;stroke-dasharray:0.000001' width='40' height='10'/>",
        "<defs><path id='p' d='M0 0h40v10h-40z'/></defs><use xlink:href='#p' fill='#0f5c6e'/>",
        "<g xmlns:inkscape='http://www.inkscape.org/namespaces/inkscape' inkscape:label='x'>"
        f"<metadata><x/></metadata>{VLAK}</g><script>alert(1)</script>",
    ],
)
def test_a_drawing_becomes_a_picture_as_large_as_a_logo_is_kept(inhoud: str, tmp_path: Path) -> None:
    beeld = logo(svg(inhoud), tmp_path)
    assert (beeld.format, beeld.mode, beeld.size) == ("PNG", "RGB", (816, 204))
    assert beeld.getpixel((400, 100)) == (0x0F, 0x5C, 0x6E)


def test_a_drawing_without_a_viewbox_is_drawn_too(tmp_path: Path) -> None:
    assert logo(svg(VLAK, "width='40' height='10'"), tmp_path).size == (816, 204)


@pytest.mark.parametrize(
    ("tekst", "woorden"),
    [
        (svg("<image width='40' height='10' xlink:href='{rood}'/>"), "afbeelding"),
        (svg("<text x='1' y='9'>VNG</text>"), "tekst"),
        (svg("<rect width='40' height='10' fill='url(http://voorbeeld.example/x)'/>"), "buiten de tekening"),
        (svg("<rect width='40' height='10' style='fill:url(file:///etc/passwd)'/>"), "buiten de tekening"),
        (svg("<style>@import 'http://voorbeeld.example/x.css';</style>"), "buiten de tekening"),
        (svg(WOLK), "te ingewikkeld"),
        (BOM, "te ingewikkeld"),
        (svg(VLAK * 21_000), "te ingewikkeld"),
        (svg("<g>" * 300 + "</g>" * 300), "te ingewikkeld"),
    ],
)
def test_what_leads_out_or_never_ends_is_refused_in_one_sentence(tekst: str, woorden: str, tmp_path: Path) -> None:
    rood = tmp_path / "rood.png"
    Image.new("RGB", (40, 10), "red").save(rood)
    with pytest.raises(InvoerFout, match=woorden) as fout:
        logo(tekst.replace("{rood}", rood.as_posix()), tmp_path)
    assert "\n" not in str(fout.value)


_WAARDE = st.sampled_from(
    ["#0f5c6e", "url(#a)", "url( 'http://x')", "javascript:x", "1", "data:image/png;base64,AA", "\\75rl("]
)
_NAAM = st.sampled_from(["fill", "onload", "href", "xlink:href", "style", "id", "src", "filter"])
_DEEL = st.sampled_from(["rect", "script", "g", "style", "use", "animate", "set", "metadata", "iframe"])


@given(st.lists(st.tuples(_DEEL, st.dictionaries(_NAAM, _WAARDE, max_size=3)), max_size=6))
def test_what_is_left_names_nothing_outside_the_file(delen: list[tuple[str, dict[str, str]]]) -> None:
    inhoud = "".join(
        f"<{deel} " + " ".join(f'{naam}="{waarde}"' for naam, waarde in kenmerken.items()) + "/>"
        for deel, kenmerken in delen
    )
    try:
        schoon = schoon_svg(svg(inhoud).encode(), "x.svg")
    except InvoerFout:
        return
    for element in ET.fromstring(schoon).iter():
        assert element.tag.split("}")[1] in ("svg", "rect", "g", "style", "use")
        for naam, waarde in element.items():
            assert not naam.startswith("on")
            assert "http" not in waarde
            assert "script" not in waarde
            assert not naam.endswith("href") or waarde.startswith("#")
