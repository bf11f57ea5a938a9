"""Every case on afwaarderingen, signalen and nakijken (README.md) comes out as it says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.cases.casusscan import casussen, lees_casus, lees_casus_scan
from vtscan_desktop.domain.afspraken import vind_te_herstellen
from vtscan_desktop.domain.nakijken.regels import NAKIJKREGELS
from vtscan_desktop.domain.voorstel import Afwaardeerreden, propose_categorie
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.nakijken import kijk_werkstand_na

NIET_IN_EEN_BESTAND = {"negatief", "omgekeerde_periode"}
"""What no table takes and no file may hold: only a program that writes a scan itself could make it."""


@pytest.mark.parametrize("pad", casussen("afwaarderingen"), ids=lambda pad: pad.stem)
def test_afwaardering(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    scan = lees_casus_scan(casus)
    uit = propose_categorie(scan)
    gekregen = {
        "afgewaardeerd": [f"{a.nr} {a.reden.value}" for a in uit.afgewaardeerd],
        "herstel": [str(vind_te_herstellen(scan.topic(a.nr), scan.peildatum)) for a in uit.afgewaardeerd],
        "beste": uit.beste,
        "met_afspraken": uit.met_afspraken,
    }
    assert {sleutel: gekregen[sleutel] for sleutel in casus["verwacht"]} == casus["verwacht"]


@pytest.mark.parametrize("pad", casussen("signalen"), ids=lambda pad: pad.stem)
def test_signaal(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    signalen = beoordeel_scan(lees_casus_scan(casus), laad_format()).signalen
    assert [signaal.code for signaal in signalen] == casus["verwacht"]["signalen"]
    assert casus["verwacht"].get("tekst", "") in " ".join(s.tekst for s in signalen).replace("\u00a0", " ")


@pytest.mark.parametrize("pad", casussen("nakijken"), ids=lambda pad: pad.stem)
def test_nakijken(pad: Path) -> None:
    casus = tomllib.loads(pad.read_text(encoding="utf-8"))
    stand, vandaag = lees_casus(casus)
    punten = kijk_werkstand_na(stand, beoordeel_scan(stand.scan, laad_format()), vandaag, laad_format())
    assert [f"{p.ernst.value} {p.id} {p.plaats}" for p in punten] == casus["verwacht"]["punten"]
    assert casus["verwacht"].get("tekst", "") in " ".join(p.tekst for p in punten)


def test_the_cases_touch_every_reason_signaal_and_check() -> None:
    def verwacht(map_: str, sleutel: str) -> set[str]:
        return {
            woord
            for pad in casussen(map_)
            for woord in tomllib.loads(pad.read_text(encoding="utf-8"))["verwacht"][sleutel]
        }

    assert {w.split()[1] for w in verwacht("afwaarderingen", "afgewaardeerd")} == {r.value for r in Afwaardeerreden}
    assert len(verwacht("signalen", "signalen")) == 12
    genoemd = {w.split()[1] for w in verwacht("nakijken", "punten")}
    assert genoemd == {regel.id for regel in NAKIJKREGELS} - NIET_IN_EEN_BESTAND
