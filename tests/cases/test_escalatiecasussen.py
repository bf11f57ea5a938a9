"""Every case on the escalatieladder (escalatie/) comes out as it says."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.domain.naslag import scan_van
from vtscan_desktop.domain.escalatie import Advies, bepaal_ladder
from vtscan_desktop.domain.risicoscan import (
    OORDEEL_NRS,
    Actie,
    ActieStatus,
    Maatwerkactie,
    MaatwerkSoort,
    Oordeel,
    Risicoscan,
    Vaststelling,
)
from vtscan_desktop.hulpbronnen import laad_format

CASUSSEN = sorted((Path(__file__).parent / "escalatie").glob("*.toml"))


def lees(pad: Path) -> dict[str, Any]:
    return tomllib.loads(pad.read_text(encoding="utf-8"))


def maak_scan(casus: dict[str, Any]) -> Risicoscan:
    oordelen = dict.fromkeys(OORDEEL_NRS, Oordeel.OP_ORDE)
    for naam, nrs in casus.get("oordelen", {}).items():
        oordelen |= dict.fromkeys(nrs, Oordeel(naam))
    scan = scan_van(oordelen)
    for rij in casus.get("acties", []):
        topic = scan.topic(rij["topic"])
        actie = Actie(rij["omschrijving"], "Iemand", rij["termijn"], kern=rij.get("kern", False))
        scan = scan.met_topic(replace(topic, acties=(*topic.acties, actie)))
    maatwerk = tuple(
        Maatwerkactie(
            MaatwerkSoort(rij["soort"]),
            aanleiding=rij.get("aanleiding"),
            termijn=rij.get("termijn"),
            status=ActieStatus(rij.get("status", "open")),
            uitkomst=rij.get("uitkomst", ""),
        )
        for rij in casus.get("maatwerk", [])
    )
    vast = Vaststelling(casus["vaststelling"]) if "vaststelling" in casus else None
    return replace(scan, maatwerkacties=maatwerk, vaststelling=vast)


@pytest.mark.parametrize("pad", CASUSSEN, ids=lambda pad: pad.stem)
def test_casus(pad: Path) -> None:
    casus = lees(pad)
    ladder = bepaal_ladder(maak_scan(casus), laad_format(), casus["vandaag"])
    gekregen = {
        "advies": ladder.voorstel.advies.value,
        "tekst": ladder.voorstel.tekst,
        "soorten": [soort.value for soort in ladder.voorstel.soorten],
        "aanleiding": ladder.voorstel.aanleiding,
        "stand": [trede.stand.value for trede in ladder.treden],
        "redenen": [reden.tekst for reden in ladder.voorstel.redenen],
    }
    assert {sleutel: gekregen[sleutel] for sleutel in casus["verwacht"]} == casus["verwacht"]


def test_de_casussen_raken_elk_advies_en_elke_trede() -> None:
    verwacht = [lees(pad)["verwacht"] for pad in CASUSSEN]
    assert {v["advies"] for v in verwacht} == {advies.value for advies in Advies}
    assert {soort for v in verwacht for soort in v.get("soorten", [])} >= {"vng_ambtelijk", "bewindspersoon"}
