"""Every case of derived figures that an adviser can read (README.md) comes out as it says, word for word."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vtscan_desktop.domain.kengetallen import kengetallen, toelichting
from vtscan_desktop.domain.risicoscan import Kerndata, Risicoscan
from vtscan_desktop.uitwisseling.lezen import lees_scan
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

CASUSSEN = sorted(Path(__file__).parent.glob("*.toml"))


def lees_kerndata(deel: dict[str, Any]) -> Kerndata:
    """Kerndata as in a file of the exchange format."""
    leeg = json.loads(schrijf_scan(Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", date(2016, 7, 11))))
    leeg["kerndata"] = json.loads(json.dumps(deel, default=date.isoformat))
    return lees_scan(json.dumps(leeg).encode(), "casus").scan.kerndata


@pytest.mark.parametrize("pad", CASUSSEN, ids=lambda pad: pad.stem)
def test_casus(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    kerndata = lees_kerndata(casus["kerndata"])
    for verwacht in casus["verwacht"]:
        gevonden = {getal.naam: getal for getal in kengetallen(kerndata, verwacht["topic"])}
        assert verwacht["naam"] in gevonden
        getal = gevonden[verwacht["naam"]]
        assert getal.tekst.replace("\u00a0", " ") == verwacht["waarde"]
        assert toelichting(getal).replace("\u00a0", " ") == verwacht["uitleg"]


def test_elk_kengetal_komt_voor_met_een_waarde_en_als_onbekend() -> None:
    verwacht = [v for pad in CASUSSEN for v in tomllib.loads(pad.read_text(encoding="utf-8"))["verwacht"]]
    namen = {getal.naam for nr in (18, 19, 20) for getal in kengetallen(Kerndata(), nr)}
    bekend = {v["naam"].split(",")[0] for v in verwacht if v["waarde"] != "onbekend"}
    assert bekend == namen == {v["naam"] for v in verwacht if v["waarde"] == "onbekend"}
