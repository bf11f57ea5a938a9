"""Every case on hoor en wederhoor (zienswijzen/) comes out as it says."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.domain.naslag import scan_van
from vtscan_desktop.domain.risicoscan import Partij, Standpunt, TopicZienswijze, Wie, Zienswijze
from vtscan_desktop.domain.zienswijzen import open_punten, partijen_te_komen, zienswijzen_te_komen

CASUSSEN = sorted((Path(__file__).parent / "zienswijzen").glob("*.toml"))


def maak_zienswijze(rij: dict[str, Any]) -> Zienswijze:
    return Zienswijze(
        Partij(rij["partij"]),
        Wie(organisatie=rij.get("organisatie", "")),
        rij.get("datum"),
        Standpunt(rij["standpunt"]) if "standpunt" in rij else None,
        rij.get("tekst", ""),
        rij.get("antwoord", ""),
        tuple(TopicZienswijze(**deel) for deel in rij.get("per_topic", [])),
    )


@pytest.mark.parametrize("pad", CASUSSEN, ids=lambda pad: pad.stem)
def test_casus(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    scan = replace(scan_van({}), zienswijzen=tuple(map(maak_zienswijze, casus.get("zienswijzen", []))))
    gekregen = {
        "voorpagina": partijen_te_komen(scan),
        "rapport": zienswijzen_te_komen(scan),
        "open": [punt.tekst for punt in open_punten(scan)],
    }
    assert {sleutel: gekregen[sleutel] for sleutel in casus["verwacht"]} == casus["verwacht"]
