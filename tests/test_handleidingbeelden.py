"""The pictures of the handleiding and of the README show the window as it is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from tests.beeldvergelijking import verschil
from tests.handleidingbeelden import README, plaats
from vtscan_desktop.hulpbronnen import lettertype
from vtscan_desktop.services.handleiding import beeldmap

OPDRACHT = (sys.executable, "-m", "tests.handleidingbeelden")
NAMEN = (README, *sorted(pad.stem for pad in beeldmap().glob("*.png")))
WIJZER = ".venv/bin/python -m tests.handleidingbeelden"

linux = pytest.mark.skipif(
    sys.platform != "linux", reason="the pictures are made on Linux; other systems draw letters in their own way"
)


@pytest.fixture(scope="module")
def nieuw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All pictures as the window gives them now, by the command of the handleiding itself, in a process of its own."""
    map_ = tmp_path_factory.mktemp("beelden")
    klaar = subprocess.run(
        [*OPDRACHT, str(map_)], cwd=Path(__file__).parents[1], check=False, capture_output=True, text=True
    )
    assert klaar.returncode == 0, klaar.stderr
    return map_


@linux
@pytest.mark.parametrize("naam", NAMEN)
def test_elk_beeld_is_zoals_het_venster_nu_is(naam: str, nieuw: Path) -> None:
    anders = verschil(Image.open(nieuw / f"{naam}.png"), Image.open(plaats(naam)))
    assert not anders, f"{plaats(naam).name} is out of date ({anders}); make it anew, and look at it: {WIJZER}"


@linux
def test_er_is_van_elk_beeld_een_en_niet_meer(nieuw: Path) -> None:
    assert {pad.stem for pad in nieuw.iterdir()} == set(NAMEN), f"make them anew: {WIJZER}"


def beeld_met_ruimte() -> Image.Image:
    """A picture that is there, with room to draw something in."""
    return Image.open(plaats("instellingen")).convert("RGB")


def schrijf(beeld: Image.Image, tekst: str) -> None:
    ImageDraw.Draw(beeld).text(
        (400, 540), tekst, fill="#1b2733", font=ImageFont.truetype(lettertype("FiraSans-Regular.ttf"), 14)
    )


def kleur(beeld: Image.Image, tint: str) -> None:
    ImageDraw.Draw(beeld).rectangle((400, 540, 412, 552), fill=tint)


@pytest.mark.parametrize(
    ("teken", "was", "wordt"),
    [
        (schrijf, "Opslaan", "Opslaen"),
        (schrijf, "Sluiten.", "Sluiten"),
        (schrijf, "", "Nieuw"),
        (kleur, "#0f5c6e", "#156272"),
    ],
)
def test_een_letter_een_leesteken_en_een_tint_vallen_op(
    teken: Callable[[Image.Image, str], None], was: str, wordt: str
) -> None:
    oud, nieuw = beeld_met_ruimte(), beeld_met_ruimte()
    teken(oud, was)
    teken(nieuw, wordt)
    assert verschil(oud, oud.copy()) == ""
    assert "differs" in verschil(nieuw, oud)


def test_letters_die_iets_zachter_zijn_getekend_vallen_niet_op() -> None:
    for naam in NAMEN:
        oud = Image.open(plaats(naam)).convert("RGB")
        zachter = Image.blend(oud, oud.filter(ImageFilter.BoxBlur(1)), 0.1)
        assert zachter != oud
        assert verschil(zachter, oud) == "", naam


def test_een_beeld_van_een_andere_maat_valt_op() -> None:
    assert "was 4x3" in verschil(Image.new("RGB", (4, 4)), Image.new("RGB", (4, 3)))
