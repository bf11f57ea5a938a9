"""A report with titles of an organisation's own, about as long as they may be: whole, and nothing over anything."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations
from typing import TYPE_CHECKING

import docx
import pdfua
import pytest

from tests.langformat import lang_format
from tests.rapport.bouwproef import gegevens, ijsselland, lees, plat
from vtscan_desktop.domain.beoordeling import beoordeel
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.topics import titel_op
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel
from vtscan_desktop.rapport import letters, stijlen
from vtscan_desktop.rapport.afwerking import werk_af
from vtscan_desktop.rapport.bespreekexemplaar import schrijf_bespreekexemplaar
from vtscan_desktop.rapport.bouw import bouw_rapport
from vtscan_desktop.rapport.tekstblok import Stuk, zet
from vtscan_desktop.rapport.xmp import Documentgegevens

if TYPE_CHECKING:
    from pathlib import Path

    from vtscan_desktop.rapport.gegevens import RapportGegevens

LINKS, RECHTS = 56.5, 539.3
WOORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


@cache
def stof(soort: str) -> RapportGegevens:
    scan, format_ = ijsselland(), lang_format()
    g = replace(gegevens(scan), format=format_, beoordeling=beoordeel(scan, format_, laad_inspectietabel()))
    if soort == "vergeleken":
        vorige = replace(scan, peildatum=date(2015, 11, 1))
        g = replace(g, editie=Editie.VOLLEDIG, vorige=vorige, vorige_format=laad_format())
    return g


@cache
def pdf(soort: str) -> bytes:
    return bouw_rapport(stof(soort)).pdf


SOORTEN = pytest.mark.parametrize("soort", ["bestuurlijk", "vergeleken"])


def titels() -> list[str]:
    return [titel_op(topic, ijsselland().peildatum) for topic in lang_format().topics]


@SOORTEN
def test_elke_titel_staat_er_heel(soort: str, tmp_path: Path) -> None:
    tekst = plat(lees(pdf(soort), tmp_path, "-raw"))
    assert [titel for titel in titels() if titel not in tekst] == []
    assert soort == "bestuurlijk" or all(topic.kort in tekst for topic in lang_format().topics[:17])


def test_een_naam_die_op_geen_regel_past_wordt_afgebroken_en_niet_afgesneden() -> None:
    letters.registreer()
    for tekst, verwacht in (
        ("De meldcodeverantwoordelijken", ["De meldcodeverant-", "woordelijken"]),
        ("verantwoordelijken", ["verantwoordelijken"]),
        ("De heel lange verantwoordelijken", ["De heel lange ", "verantwoordelijken"]),
    ):
        regels = zet([Stuk(tekst, stijlen.NAAM_KLEIN)], 110.0, set())
        assert ["".join(segment.run.tekst for segment in regel.segmenten) for regel in regels] == verwacht


@SOORTEN
def test_niets_steekt_uit_en_geen_woord_staat_over_een_ander(soort: str, tmp_path: Path) -> None:
    for blad in lees(pdf(soort), tmp_path, "-bbox").split("<page ")[1:]:
        vakken = [tuple(map(float, vak)) for vak in WOORD.findall(blad)]
        assert vakken
        assert min(vak[0] for vak in vakken) >= LINKS
        assert max(vak[2] for vak in vakken) <= RECHTS
        for (ax0, ay0, ax1, ay1), (bx0, by0, bx1, by1) in combinations(vakken, 2):
            breed, hoog = min(ax1, bx1) - max(ax0, bx0), min(ay1, by1) - max(ay0, by0)
            assert breed < 1 or hoog < 0.4 * min(ay1 - ay0, by1 - by0)


def test_topics_die_om_een_reden_zijn_aangevuld_staan_bij_elkaar(tmp_path: Path) -> None:
    assert "Topics 3 en 16, aangevuld: Dit topic" in plat(lees(pdf("bestuurlijk"), tmp_path))


@SOORTEN
def test_anderen_kunnen_het_voorlezen(soort: str, tmp_path: Path) -> None:
    pad = tmp_path / "rapport.pdf"
    g = stof(soort)
    pad.write_bytes(werk_af(pdf(soort), bouw_rapport(g).vakken, None, Documentgegevens("Risicoscan", "a", g.opgesteld)))
    assert pdfua.validate(pad).findings == ()


def test_ook_het_bespreekexemplaar_heeft_elke_titel() -> None:
    document = docx.Document(BytesIO(schrijf_bespreekexemplaar(stof("bestuurlijk"), "ab" * 32)))
    cellen = {cel.text for tabel in document.tables for rij in tabel.rows for cel in rij.cells}
    assert set(titels()) <= cellen
