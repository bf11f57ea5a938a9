"""The checks before a report look at all that it prints, and unknown figures are never wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

import pytest

from tests.domain.test_scanverschil import VOL
from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.nakijken.regels import kijk_na
from vtscan_desktop.domain.nakijken.stof import Nakijkpunt, Stof
from vtscan_desktop.domain.risicoscan import (
    Editie,
    FormatieFunctie,
    FormatieRij,
    Kerndata,
    ProcesRij,
    Risicoscan,
)
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.beoordelen import beoordeel_scan

GEEN_TEKST = ("id", "regio", "format", "bronnen[0]", "bronnen[1]", "gesprek")
"""Texts that say which one something is; no person types them."""


def punten(scan: Risicoscan, regel: str) -> list[Nakijkpunt]:
    stof = Stof(scan, beoordeel_scan(scan, laad_format()), laad_format(), date(2016, 12, 1))
    return [punt for punt in kijk_na(stof) if punt.id == regel]


def _met_een_tekst_anders(ding: Any, tekst: str, plek: str = "") -> Iterator[tuple[str, Any]]:
    """Each value in which one text is this one, with the path of its field."""
    if isinstance(ding, tuple):
        for nr, deel in enumerate(ding):
            for diep, anders in _met_een_tekst_anders(deel, tekst, f"{plek}[{nr}]"):
                yield diep, (*ding[:nr], anders, *ding[nr + 1 :])
    elif is_dataclass(ding) and not isinstance(ding, type):
        for veld in fields(ding):
            if veld.compare:
                deel, waar = getattr(ding, veld.name), f"{plek}.{veld.name}".lstrip(".")
                for diep, anders in _met_een_tekst_anders(deel, tekst, waar):
                    yield diep, replace(ding, **{veld.name: anders})
    elif isinstance(ding, str) and not isinstance(ding, StrEnum) and plek.rpartition(".")[2] not in GEEN_TEKST:
        yield plek, tekst


GEDRUKT = beperk(replace(VOL, titel="Eerste scan"), Editie.BESTUURLIJK)
"""A scan with a text in every field that the bestuurlijke editie prints."""
MET_NUMMER = {
    plek: scan
    for plek, scan in _met_een_tekst_anders(GEDRUKT, "Bel 06-12345678.")
    if not plek.endswith(("naam", "locatie"))
}


def test_de_proefscan_heeft_elke_tekst() -> None:
    assert {"titel", "adviseur.functie", "in_kaart.wensen", "kerndata.wachtlijst[0].wat"} <= set(MET_NUMMER)
    assert len(MET_NUMMER) > 60


@pytest.mark.parametrize("plek", MET_NUMMER)
def test_een_telefoonnummer_in_welke_tekst_van_het_rapport_ook_is_een_punt(plek: str) -> None:
    assert punten(MET_NUMMER[plek], "persoonsgegeven")


TOEN = date(2016, 4, 1)
VT, ARTS = FormatieFunctie.VT, FormatieFunctie.VERTROUWENSARTS


@pytest.mark.parametrize(
    ("vt", "opvallend"),
    [
        ([(5, None)], False),  # the tijdelijke fte may well be more
        ([(None, 2)], False),
        ([(5, 0)], True),
        ([(5, 2)], False),
        ([(3, 1), (2, None)], False),
    ],
)
def test_van_een_half_bekende_formatie_is_niet_te_zeggen_dat_zij_te_klein_is(
    vt: list[tuple[float | None, float | None]], opvallend: bool
) -> None:
    formatie = (FormatieRij(TOEN, ARTS, 6), *(FormatieRij(TOEN, VT, *delen) for delen in vt))
    gevonden = punten(replace(VOL, kerndata=Kerndata(formatie=formatie)), "fte_samen")
    assert [str(punt.plaats) for punt in gevonden] == (["formatie:1:vast"] if opvallend else [])


def test_perioden_die_overlappen_staan_er_ook_als_er_een_andere_tussen_ligt() -> None:
    jaar = ProcesRij(date(2015, 1, 1), date(2015, 12, 31), 900)
    kwartaal = ProcesRij(date(2015, 4, 1), date(2015, 6, 30), 200)
    over = ProcesRij(date(2015, 12, 1), date(2016, 2, 28), 150)
    gevonden = punten(replace(VOL, kerndata=Kerndata(primair_proces=(over, jaar, kwartaal))), "overlappende_perioden")
    assert [(str(punt.plaats), punt.tekst) for punt in gevonden] == [
        (
            "primair_proces:0:van",
            "De perioden januari t/m december 2015 en 1 december 2015 t/m 28 februari 2016 overlappen elkaar.",
        )
    ]
