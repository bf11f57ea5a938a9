"""A vaststelling remembers what it rested on when it was given, on a real file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.naslag import scan_van
from tests.models.conftest import NU
from tests.strategieen import risicoscans
from vtscan_desktop.domain.risicoscan import (
    KERN_NRS,
    OORDEEL_NRS,
    Hertoets,
    Hertoetsuitkomst,
    Oordeel,
    Risicoscan,
    Vaststelling,
)
from vtscan_desktop.domain.steun import bepaal_verschuiving, lees_steun, steun_van
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.scans import Importbeleid, ScanService
from vtscan_desktop.services.werkblad import Werkblad
from vtscan_desktop.uitwisseling.lezen import Gelezen

ALLES_GOED = "o" * 17


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    with Opslag.maak(tmp_path / "scans.vtdb", "voorbeeld") as geopend:
        geopend.bewaar(None, Werkstand(scan_van(ALLES_GOED)), NU)
        yield geopend


def open_blad(opslag: Opslag) -> Werkblad:
    return Werkblad(opslag, scan_van(ALLES_GOED).id, lambda: NU, lambda _m: None)


def zeg(blad: Werkblad) -> str:
    verschuiving = bepaal_verschuiving(blad.scan, blad.stand.steun)
    return verschuiving.tekst if verschuiving else ""


def oordeel(blad: Werkblad, nr: int, nieuw: Oordeel) -> None:
    blad.wijzig(blad.scan.met_topic(replace(blad.scan.topic(nr), oordeel=nieuw)))


def stel_vast(blad: Werkblad, categorie: int, motivering: str = "") -> None:
    blad.wijzig(replace(blad.scan, vaststelling=Vaststelling(categorie, motivering, NU.date())))


def test_what_changed_since_is_said_in_words_also_after_reopening(opslag: Opslag) -> None:
    blad = open_blad(opslag)
    stel_vast(blad, 1)
    assert zeg(blad) == ""
    oordeel(blad, 4, Oordeel.NIET_OP_ORDE)
    blad.wijzig(replace(blad.scan, hertoets=Hertoets(Hertoetsuitkomst.VOLDAAN)))
    gezegd = zeg(blad)
    assert gezegd == (
        "Sinds deze vaststelling is veranderd: topic 4 (was op orde, nu niet op orde), de hertoets (was niet gehouden, "
        "nu voldaan) en het voorstel (was categorie 1, nu categorie 3)."
    )
    blad.sluit()
    weer = open_blad(opslag)
    assert zeg(weer) == gezegd
    oordeel(weer, 4, Oordeel.OP_ORDE)
    weer.wijzig(replace(weer.scan, hertoets=Hertoets()))
    assert zeg(weer) == ""
    weer.sluit()


def test_an_actie_that_falls_away_changes_what_the_vaststelling_rests_on(opslag: Opslag) -> None:
    blad = open_blad(opslag)
    blad.wijzig(replace(scan_van("i" + "o" * 16), id=blad.scan.id))
    stel_vast(blad, 2)
    blad.wijzig(blad.scan.met_topic(replace(blad.scan.topic(1), acties=())))
    assert "topic 1 (was in ontwikkeling, nu niet op orde)" in zeg(blad)
    blad.sluit()


def test_another_motivering_or_date_does_not_make_it_rest_on_the_oordelen_of_now(opslag: Opslag) -> None:
    blad = open_blad(opslag)
    stel_vast(blad, 1)
    oordeel(blad, 4, Oordeel.NIET_OP_ORDE)
    stel_vast(blad, 1, "Toch.")
    assert zeg(blad)
    stel_vast(blad, 2, "Toch.")
    assert zeg(blad) == ""
    blad.sluit()


def test_giving_it_anew_makes_it_rest_on_the_oordelen_of_now_and_dates_it(opslag: Opslag) -> None:
    blad = open_blad(opslag)
    stel_vast(blad, 1, "Omdat het zo is.")
    oordeel(blad, 4, Oordeel.NIET_OP_ORDE)
    blad.bevestig_vaststelling(date(2016, 8, 1))
    assert zeg(blad) == ""
    assert blad.scan.vaststelling == Vaststelling(1, "Omdat het zo is.", date(2016, 8, 1))
    blad.sluit()


def test_an_import_says_nothing_and_a_copy_says_what_its_original_says(opslag: Opslag) -> None:
    scans = ScanService(opslag, lambda: NU)
    blad = open_blad(opslag)
    stel_vast(blad, 1)
    oordeel(blad, 4, Oordeel.NIET_OP_ORDE)
    blad.sluit()
    kopie = opslag.lees(scans.dupliceer(blad.scan.id))
    assert bepaal_verschuiving(kopie.scan, kopie.steun) is not None
    gehaald = opslag.lees(scans.importeer(Gelezen(blad.scan, ()), Importbeleid.KOPIE))
    assert gehaald.scan.vaststelling == blad.scan.vaststelling
    assert gehaald.steun is None
    assert bepaal_verschuiving(gehaald.scan, gehaald.steun) is None
    scans.importeer(Gelezen(blad.scan, ()), Importbeleid.VERVANG)
    assert opslag.lees(blad.scan.id).steun is None


@given(risicoscans(), st.lists(st.sampled_from(Oordeel), min_size=17, max_size=17), st.sampled_from(Hertoetsuitkomst))
def test_from_the_sentence_alone_the_same_sentence_can_be_written_again(
    scan: Risicoscan, oordelen: list[Oordeel], uitkomst: Hertoetsuitkomst
) -> None:
    scan = replace(scan, vaststelling=Vaststelling(2))
    toen = scan
    for nr, ander in zip(OORDEEL_NRS, oordelen, strict=True):
        if not (ander is Oordeel.NVT and nr in KERN_NRS):
            toen = toen.met_topic(replace(toen.topic(nr), oordeel=ander))
    gezegd = bepaal_verschuiving(scan, steun_van(replace(toen, hertoets=Hertoets(uitkomst))))
    if gezegd is None:
        assert lees_steun("Er is niets veranderd.", scan) is None
    else:
        gebroken = gezegd.tekst.replace(" ", "\n").replace("orde", "or-de")
        assert bepaal_verschuiving(scan, lees_steun(f"Eerst dit. {gebroken} En dan dat.", scan)) == gezegd
