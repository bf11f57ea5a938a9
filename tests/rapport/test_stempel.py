"""The text in a signature box never leaves it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vtscan_desktop.rapport.letters import breedte as letterbreedte
from vtscan_desktop.rapport.stempel import teken_stempel, verdeel
from vtscan_desktop.rapport.stijlen import Letter

REGELS = (
    "Digitaal ondertekend door Adviseur ondersteuningsprogramma, VNG",
    "11 juli 2016, 16.04 uur",
    "Zelfondertekend: identiteit niet door derden bevestigd",
)
EXTRA = ("Vingerafdruk 0123 4567 89ab cdef",)


def breedste(zetting_regels: tuple[str, ...], grootte: float) -> float:
    return max((letterbreedte(Letter.GEWOON, regel) * grootte for regel in zetting_regels), default=0.0)


def test_in_a_usual_box_all_of_it_is_readable() -> None:
    zetting = verdeel(REGELS, EXTRA, 136, 62)
    assert zetting.grootte >= 7.8
    assert " ".join(zetting.regels) == " ".join((*REGELS, *EXTRA))


def test_the_fingerprint_gives_way_before_the_text_gets_too_small() -> None:
    zetting = verdeel(REGELS, EXTRA, 135, 52)
    assert zetting.grootte >= 7.8
    assert " ".join(zetting.regels) == " ".join(REGELS)


@given(
    st.lists(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "Zs"]), max_size=80), max_size=4),
    st.floats(20, 300),
    st.floats(6, 120),
)
@settings(max_examples=50)
def test_no_text_leaves_its_box(regels: list[str], breedte: float, hoogte: float) -> None:
    zetting = verdeel(regels, (), breedte, hoogte)
    assert len(zetting.regels) * zetting.grootte * 1.3 <= hoogte
    assert breedste(zetting.regels, zetting.grootte) <= breedte + 0.01


@pytest.mark.parametrize("regel", ["Door Zoë Ångström 🌷", "Door \u5f20\u4f1f", "Door \ue000"])
def test_a_name_in_any_script_is_drawn_with_embedded_fonts_only(regel: str) -> None:
    with pikepdf.open(BytesIO(teken_stempel([regel], [], 135, 50))) as pdf:
        for letter in pdf.pages[0].Resources.Font.values():
            assert "/FontFile2" in letter.FontDescriptor
