"""The beoordeling as the command line prints it has the agreed shape, for every scan."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings

from tests.strategieen import risicoscans
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.services.beoordelen import beoordeel_scan, beoordeling_als_object
from vtscan_desktop.services.inspectie import landelijk_als_object, regio_als_object, score_van
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

SLEUTELS = [
    "regio", "peildatum", "voorstel", "status", "beste", "slechtste", "varianten", "regels", "afgewaardeerd",
    "met_afspraken", "stap_omhoog", "stap_omlaag", "openstaand", "beslissend", "signalen", "onderbouwing",
]  # fmt: skip


def als_json(scan: Risicoscan) -> dict[str, Any]:
    antwoord: dict[str, Any] = json.loads(json.dumps(beoordeling_als_object(scan, beoordeel_scan(scan, laad_format()))))
    return antwoord


def test_ijsselland_gets_voorstel_two_for_good() -> None:
    antwoord = als_json(lees_scanbestand(voorbeeldscan()).scan)
    assert list(antwoord) == SLEUTELS
    assert (antwoord["regio"], antwoord["peildatum"]) == ("ijsselland", "2016-07-11")
    assert (antwoord["voorstel"], antwoord["status"], antwoord["beste"], antwoord["slechtste"]) == (2, "zeker", 2, 2)
    assert antwoord["varianten"] == ["kwetsbaar", "binnen_afzienbare_tijd"]
    assert [regel["id"] for regel in antwoord["regels"]] == ["in_ontwikkeling", "meeste_randvoorwaarden", "pril"]
    assert [(a["nr"], a["reden"]) for a in antwoord["afgewaardeerd"]] == [(7, "geen_afspraak")]
    assert antwoord["met_afspraken"] == 2
    assert antwoord["stap_omlaag"] == [[4]]
    assert antwoord["openstaand"] == [16]
    assert "eigen uitwerking" in antwoord["onderbouwing"]


@settings(max_examples=50)
@given(risicoscans())
def test_the_shape_is_the_same_for_every_scan(scan: Risicoscan) -> None:
    antwoord = als_json(scan)
    assert list(antwoord) == SLEUTELS
    assert antwoord["voorstel"] in (None, 1, 2, 3)
    assert (antwoord["voorstel"] is None) == (antwoord["status"] == "open")
    assert antwoord["voorstel"] == 2 or antwoord["varianten"] == []
    for regel in antwoord["regels"]:
        assert list(regel) == ["id", "minimum", "topics", "tekst", "bron"]
    assert [regel["id"] for regel in antwoord["regels"]] == sorted(regel["id"] for regel in antwoord["regels"])
    assert [list(a) for a in antwoord["afgewaardeerd"]] == [["nr", "reden", "tekst"]] * len(antwoord["afgewaardeerd"])
    codes = [signaal["code"] for signaal in antwoord["signalen"]]
    assert codes == sorted(codes)
    assert (antwoord["met_afspraken"] is None) == (antwoord["afgewaardeerd"] == [])
    assert antwoord["onderbouwing"]


def test_the_inspectie_has_the_agreed_shape() -> None:
    ijsselland = json.loads(json.dumps(regio_als_object(score_van("ijsselland"))))
    assert list(ijsselland) == ["regio", "voldoende", "criteria"]
    assert (ijsselland["regio"], ijsselland["voldoende"], ijsselland["criteria"]["1.1"]) == ("ijsselland", 18, "matig")
    landelijk = json.loads(json.dumps(landelijk_als_object()))
    assert landelijk["landelijk"]["1.1"] == {"voldoende": 2, "matig": 23, "onvoldoende": 1}
    assert landelijk["landelijk"]["3.2"] == {"voldoende": 23, "matig": 0, "onvoldoende": 3}
    assert len(landelijk["regios"]) == 26
    assert ijsselland in landelijk["regios"]
