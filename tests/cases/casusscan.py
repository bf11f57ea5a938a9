"""From a case to a scan: a scan with nothing to remark on, changed by what the case says."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.domain.naslag import PEILDATUM
from vtscan_desktop.domain.risicoscan import Oordeel, Risicoscan
from vtscan_desktop.domain.steun import Steun, steun_van
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.uitwisseling.lezen import lees_scan

VANDAAG = date(2016, 7, 12)
_EIGEN = ("titel", "verhaal", "verwacht", "vandaag", "topic", "klad", "steun")
"""What a case holds beside parts of the scan."""
GAAF: dict[str, Any] = {
    "schema": "vtscan/risicoscan/1",
    "id": "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016",
    "regio": "amsterdam-amstelland",
    "peildatum": PEILDATUM,
    "adviseur": {"functie": "Adviseur", "organisatie": "VNG"},
    "gesprekken": [
        {"id": "g1", "datum": date(2016, 5, 12), "soort": "ambtelijk", "met": [{"functie": "adviseur"}]},
        {"id": "g2", "datum": date(2016, 5, 12), "soort": "instelling", "met": [{"functie": "manager"}]},
    ],
    "topics": [
        {"nr": nr, "oordeel": "op_orde", "toelichting": "Beschreven.", "bronnen": ["g1"]} for nr in range(1, 18)
    ],
    "overall_beeld": "De basis is op orde.",
    "zienswijzen": [
        {"partij": partij, "standpunt": "akkoord", "datum": VANDAAG}
        for partij in ("ambtenaar", "instelling", "wethouder")
    ],
    "vaststelling": {"categorie": 1, "datum": VANDAAG},
}
"""In the exchange format: all judged, described and rounded off, in a regio where the inspectie found nothing."""


def lees_casus_scan(casus: dict[str, Any]) -> Risicoscan:
    """The scan of a case. Lists and tables take the place of those that are there; of a topic only what is named."""
    inhoud = deepcopy(GAAF)
    inhoud |= {naam: deel for naam, deel in casus.items() if naam not in _EIGEN}
    if inhoud["vaststelling"] is False:
        del inhoud["vaststelling"]
    for nr, delen in casus.get("topic", {}).items():
        inhoud["topics"][int(nr) - 1] |= delen
    return lees_scan(json.dumps(inhoud, default=date.isoformat).encode(), "de casus").scan


def lees_casus(casus: dict[str, Any]) -> tuple[Werkstand, date]:
    """The scan of a case with what is kept beside it, and what day it is."""
    scan = lees_casus_scan(casus)
    klad = tuple(Kladrij(k["tabel"], k["rij"], tuple(k["cellen"]), echt=False) for k in casus.get("klad", []))
    return Werkstand(scan, klad, _steun(scan, casus.get("steun", {}))), casus.get("vandaag", VANDAAG)


def _steun(scan: Risicoscan, toen: dict[str, str]) -> Steun | None:
    """What the vaststelling rested on: the scan as it is, but for the topics that are named."""
    nu = steun_van(scan)
    if nu is None or not toen:
        return nu
    oordelen = tuple(Oordeel(toen.get(str(nr), oordeel)) for nr, oordeel in enumerate(nu.oordelen, 1))
    return replace(nu, oordelen=oordelen)


def casussen(map_: str) -> list[Path]:
    """The cases of one kind."""
    return sorted((Path(__file__).parent / map_).glob("*.toml"))
