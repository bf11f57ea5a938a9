"""Steps up and down and what is beslissend are exactly what trying every set gives; and the outcome is monotone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain import naslag
from tests.domain.naslag import KERN, LETTERS, scan_van
from tests.strategieen import risicoscans
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, Hertoetsuitkomst, Oordeel, Risicoscan
from vtscan_desktop.domain.voorstel import (
    KortVoorstel,
    VoorstelStatus,
    categorie_na,
    propose_categorie,
    propose_kort,
)

HERTOETSEN = st.sampled_from(Hertoetsuitkomst)
ZWAARTE = [Oordeel.OP_ORDE, Oordeel.PRIL, Oordeel.IN_ONTWIKKELING, Oordeel.NIET_OP_ORDE]


@st.composite
def oordelen(draw: st.DrawFn, letters: str = "ooppiinn??-") -> dict[int, Oordeel]:
    """Oordelen of topics 1-17 from a random selection of `letters`, so that all-alike ones come up too."""
    keus = draw(st.lists(st.sampled_from(letters), min_size=1, max_size=6))
    kern = [letter for letter in keus if letter != "-"] or ["o"]
    return {nr: LETTERS[draw(st.sampled_from(kern if nr in KERN else keus))] for nr in OORDEEL_NRS}


@settings(max_examples=60)
@given(oordelen(), HERTOETSEN)
def test_uitkomst_stappen_en_beslissend_zijn_wat_alles_proberen_geeft(
    gegeven: dict[int, Oordeel], hertoets: Hertoetsuitkomst
) -> None:
    uit = propose_categorie(scan_van(gegeven, hertoets))
    assert uit.beste == naslag.categorie(gegeven, hertoets)
    if sum(o in ZWAARTE[1:] for o in gegeven.values()) <= 9:  # trying all sets of more takes seconds
        assert list(uit.stap_omhoog) == naslag.stap_omhoog(gegeven, hertoets)
    assert list(uit.stap_omlaag) == naslag.stap_omlaag(gegeven, hertoets)
    assert list(uit.beslissend) == naslag.beslissend(gegeven, hertoets)


@pytest.mark.parametrize("letters", ["npnipnn?nonnpnnin", "nononnooooonoonoo", "nnnonnnnnnnniono-"])
def test_ook_over_veel_topics_zijn_de_stappen_omhoog_de_kleinste(letters: str) -> None:
    gegeven = {nr: LETTERS[letter] for nr, letter in enumerate(letters, start=1)}
    uit = propose_categorie(scan_van(gegeven))
    assert list(uit.stap_omhoog) == naslag.stap_omhoog(gegeven, Hertoetsuitkomst.NIET_GEHOUDEN)


@settings(max_examples=200)
@given(oordelen(), HERTOETSEN)
def test_elke_stap_doet_wat_hij_belooft(gegeven: dict[int, Oordeel], hertoets: Hertoetsuitkomst) -> None:
    scan = scan_van(gegeven, hertoets)
    uit = propose_categorie(scan)
    beoordeeld = {nr for nr, o in gegeven.items() if o not in (Oordeel.NVT, Oordeel.NIET_BESPROKEN)}
    for stappen, naar in ((uit.stap_omhoog, Oordeel.OP_ORDE), (uit.stap_omlaag, Oordeel.NIET_OP_ORDE)):
        assert list(stappen) == sorted({tuple(sorted(set(nrs))) for nrs in stappen})
        assert len(stappen) <= 20
        assert len({len(nrs) for nrs in stappen}) <= 1
        for nrs in stappen:
            assert beoordeeld.issuperset(nrs)
            na = categorie_na(scan, nrs, naar)
            assert na < uit.beste if naar is Oordeel.OP_ORDE else na > uit.beste


@settings(max_examples=200)
@given(oordelen(), HERTOETSEN)
def test_status_en_bereik_horen_bij_elkaar(gegeven: dict[int, Oordeel], hertoets: Hertoetsuitkomst) -> None:
    uit = propose_categorie(scan_van(gegeven, hertoets))
    tegenvallend = {nr: Oordeel.NIET_OP_ORDE if o is Oordeel.NIET_BESPROKEN else o for nr, o in gegeven.items()}
    assert uit.slechtste == naslag.categorie(tegenvallend, hertoets)
    assert (uit.status is VoorstelStatus.ZEKER) == (uit.beste == uit.slechtste) == (not uit.beslissend)
    assert uit.voorstel == (None if uit.status is VoorstelStatus.OPEN else uit.beste)
    assert (uit.status is VoorstelStatus.OPEN) == (uit.beste < uit.slechtste and bool(KERN & set(uit.openstaand)))
    assert set(uit.beslissend) <= set(uit.openstaand)


@settings(max_examples=300)
@given(risicoscans() | st.builds(scan_van, oordelen(), HERTOETSEN), st.sets(st.sampled_from(OORDEEL_NRS)))
def test_het_korte_voorstel_is_dat_van_het_hele(scan: Risicoscan, zonder_afspraak: set[int]) -> None:
    for nr in zonder_afspraak:
        scan = scan.met_topic(replace(scan.topic(nr), acties=()))
    heel = propose_categorie(scan)
    assert propose_kort(scan) == KortVoorstel(heel.voorstel, heel.status, heel.beste, heel.slechtste)


@settings(max_examples=200)
@given(oordelen(letters="oopin??-"), HERTOETSEN, st.data())
def test_een_slechter_oordeel_geeft_nooit_een_betere_uitkomst(
    gegeven: dict[int, Oordeel], hertoets: Hertoetsuitkomst, data: st.DataObject
) -> None:
    nr = data.draw(st.sampled_from([nr for nr in OORDEEL_NRS if gegeven[nr] in ZWAARTE] or [0]))
    if not nr:
        return
    slechter = data.draw(st.sampled_from(ZWAARTE[ZWAARTE.index(gegeven[nr]) :]))
    voor = propose_categorie(scan_van(gegeven, hertoets))
    na = propose_categorie(scan_van(gegeven | {nr: slechter}, hertoets))
    assert na.beste >= voor.beste
    assert na.slechtste >= voor.slechtste
