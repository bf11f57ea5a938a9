"""Every case that an adviser can read (README.md) comes out as it says."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.domain.naslag import PEILDATUM, scan_van
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Actie, Hertoetsuitkomst, Oordeel, Risicoscan, TopicInvulling
from vtscan_desktop.domain.voorstel import propose_categorie

CASUSSEN = sorted(Path(__file__).parent.glob("*.toml"))
TERMIJNEN = {"zonder_afspraak": None, "te_laat": date(2016, 7, 10), "te_ver": date(2018, 1, 1)}


def maak_scan(casus: dict[str, Any]) -> Risicoscan:
    oordelen = dict.fromkeys(OORDEEL_NRS, Oordeel.OP_ORDE)
    termijnen: dict[int, date | None] = {}
    for naam, nrs in casus["oordelen"].items():
        for nr in nrs:
            oordelen[nr] = Oordeel.IN_ONTWIKKELING if naam in TERMIJNEN else Oordeel(naam)
            if naam in TERMIJNEN:
                termijnen[nr] = TERMIJNEN[naam]
    scan = scan_van(oordelen, Hertoetsuitkomst(casus.get("hertoets", "niet_gehouden")), PEILDATUM)
    for nr, termijn in termijnen.items():
        actie = Actie("Verbeteren", "Veilig Thuis", termijn)
        scan = scan.met_topic(TopicInvulling(nr, oordeel=Oordeel.IN_ONTWIKKELING, acties=(actie,)))
    return scan


@pytest.mark.parametrize("pad", CASUSSEN, ids=lambda pad: pad.stem)
def test_casus(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    uit = propose_categorie(maak_scan(casus))
    gekregen = {
        "voorstel": uit.voorstel or 0,
        "status": uit.status.value,
        "beste": uit.beste,
        "slechtste": uit.slechtste,
        "regels": [regel.id for regel in uit.regels],
        "varianten": [variant.value for variant in uit.varianten],
        "afgewaardeerd": [f"{a.nr} {a.reden.value}" for a in uit.afgewaardeerd],
        "met_afspraken": uit.met_afspraken,
        "stap_omhoog": list(uit.stap_omhoog),
        "beslissend": list(uit.beslissend),
    }
    assert {sleutel: gekregen[sleutel] for sleutel in casus["verwacht"]} == casus["verwacht"]


def test_de_casussen_raken_elke_regel_status_en_variant() -> None:
    verwacht = [tomllib.loads(pad.read_text(encoding="utf-8"))["verwacht"] for pad in CASUSSEN]
    assert len({regel for v in verwacht for regel in v["regels"]}) == 9
    assert {v["status"] for v in verwacht} == {"zeker", "voorlopig", "open"}
    assert {variant for v in verwacht for variant in v.get("varianten", [])} == {"kwetsbaar", "binnen_afzienbare_tijd"}
    assert {v["voorstel"] for v in verwacht} == {0, 1, 2, 3}
