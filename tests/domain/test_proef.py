"""Wat als: a copy that never touches the scan, and taking over that is the same as filling in by hand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.strategieen import risicoscans
from vtscan_desktop.domain.proef import Proef
from vtscan_desktop.domain.risicoscan import KERN_NRS, OORDEEL_NRS, Hertoetsuitkomst, Oordeel, Risicoscan
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.uitwisseling.lezen import lees_scan
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan


@st.composite
def proeven(draw: st.DrawFn) -> Proef:
    nrs = draw(st.lists(st.sampled_from(OORDEEL_NRS), unique=True))
    proef = Proef(hertoets=draw(st.none() | st.sampled_from(Hertoetsuitkomst)))
    for nr in nrs:
        kan = [oordeel for oordeel in Oordeel if oordeel is not Oordeel.NVT or nr not in KERN_NRS]
        proef = proef.met_oordeel(nr, draw(st.sampled_from(kan)))
    return proef


@given(risicoscans(), proeven())
def test_taking_over_is_the_same_as_filling_in_by_hand_and_touches_nothing_else(scan: Risicoscan, proef: Proef) -> None:
    voor = schrijf_scan(scan)
    kopie = proef.pas_toe(scan)
    assert schrijf_scan(scan) == voor
    met_de_hand = scan
    for nr, oordeel in proef.oordelen:
        met_de_hand = met_de_hand.met_topic(replace(met_de_hand.topic(nr), oordeel=oordeel))
    if proef.hertoets is not None:
        met_de_hand = replace(met_de_hand, hertoets=replace(scan.hertoets, uitkomst=proef.hertoets))
    assert kopie == met_de_hand
    assert beoordeel_scan(kopie, laad_format()) == beoordeel_scan(met_de_hand, laad_format())
    assert lees_scan(schrijf_scan(kopie), "de kopie").scan == kopie  # it can be kept


@given(risicoscans(), proeven())
def test_taking_back_brings_the_scan_back(scan: Risicoscan, proef: Proef) -> None:
    kopie = proef.pas_toe(scan)
    assert proef.terug(scan, kopie).pas_toe(kopie) == scan


@given(risicoscans(), proeven(), proeven())
def test_taking_back_leaves_alone_what_was_changed_since(scan: Risicoscan, proef: Proef, daarna: Proef) -> None:
    nu = daarna.pas_toe(proef.pas_toe(scan))
    terug = proef.terug(scan, nu).pas_toe(nu)
    for nr in OORDEEL_NRS:
        tussen = proef.pas_toe(scan).topic(nr).oordeel
        zelf = nu.topic(nr).oordeel is not tussen or nr not in proef.nummers()
        assert terug.topic(nr) == (nu if zelf else scan).topic(nr)


@given(risicoscans(), proeven())
def test_only_what_differs_counts_and_a_part_of_it_can_be_chosen(scan: Risicoscan, proef: Proef) -> None:
    anders = proef.waar_anders(scan)
    assert anders.pas_toe(scan) == proef.pas_toe(scan)
    assert bool(anders) == (proef.pas_toe(scan) != scan)
    deel = anders.nummers()[::2]
    rest = [nr for nr in anders.nummers() if nr not in deel]
    assert anders.beperkt_tot(rest).pas_toe(anders.beperkt_tot(deel).pas_toe(scan)) == anders.pas_toe(scan)
