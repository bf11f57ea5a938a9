"""Hoor en wederhoor in the report: what was received stands there, and whose zienswijze has still to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.rapport.bouwproef import bouw, ijsselland, lees, plat
from vtscan_desktop.domain.risicoscan import Partij, Standpunt, TopicZienswijze, Wie, Zienswijze

if TYPE_CHECKING:
    from pathlib import Path

BINNEN = Zienswijze(
    Partij.WETHOUDER,
    Wie("wethouder", "gemeente Zwolle"),
    date(2016, 9, 2),
    Standpunt.NIET_AKKOORD,
    "Het besluit valt later",
    "Opgenomen bij topic 12",
    (TopicZienswijze(3, "De lijst is korter", "Aangepast"),),
)
VERWACHT = tuple(
    Zienswijze(Partij.WETHOUDER, Wie(organisatie=f"gemeente {plaats}")) for plaats in ("Deventer", "Raalte")
)


def test_het_rapport_noemt_wie_nog_moet_antwoorden_en_toont_wat_er_is(tmp_path: Path) -> None:
    scan = replace(ijsselland(), zienswijzen=(BINNEN, *VERWACHT))
    tekst = plat(lees(bouw(scan).pdf, tmp_path))
    assert "Nog aan te vullen: zienswijze van ambtenaar, instelling en twee wethouders." in tekst  # page one, in short
    komt = "ambtenaar, instelling, wethouder (gemeente Deventer) en wethouder (gemeente Raalte)"
    assert f"Dit rapport moet nog aangevuld worden met de zienswijze van {komt}." in tekst
    assert f"Nog niet ontvangen: de zienswijze van {komt}." in tekst
    assert tekst.count("Standpunt:") == 1  # an expected one has no heading of its own
    for deel in ("Standpunt: niet akkoord", "Het besluit valt later", "Opgenomen bij topic 12", "De lijst is korter"):
        assert deel in tekst


def test_een_rapport_waar_niemand_meer_hoeft_te_antwoorden_zegt_daar_niets_van(tmp_path: Path) -> None:
    alle = tuple(Zienswijze(partij, standpunt=Standpunt.AKKOORD) for partij in Partij)
    tekst = plat(lees(bouw(replace(ijsselland(), zienswijzen=alle)).pdf, tmp_path))
    assert "moet nog aangevuld worden" not in tekst
    assert "Nog aan te vullen" not in tekst
