"""All that a scan can hold comes back from the database to the letter, after any series of edits."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.conftest import NU, WACHTWOORD
from tests.strategieen import risicoscans, tekst
from vtscan_desktop.domain.risicoscan import (
    BudgetRij,
    BudgetSoort,
    Hertoetsuitkomst,
    Kerndata,
    Notitie,
    Oordeel,
    Partij,
    ProcesRij,
    Risicoscan,
    TopicZienswijze,
    WachtlijstRij,
    Zienswijze,
)
from vtscan_desktop.domain.steun import Steun
from vtscan_desktop.domain.voorstel import propose_kort
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.uitwisseling.lezen import lees_scan
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    from pathlib import Path

kladrijen = st.builds(
    Kladrij,
    tabel=st.sampled_from(["budget", "acties/3", "gesprekken"]),
    positie=st.integers(0, 40),
    cellen=st.lists(tekst(12), max_size=4).map(tuple),
    echt=st.booleans(),
)
steunen = st.builds(
    Steun,
    st.integers(1, 3),
    st.tuples(*[st.sampled_from(Oordeel)] * 17),
    st.sampled_from(Hertoetsuitkomst),
    st.none() | st.integers(1, 3),
)
werkstanden = st.builds(Werkstand, risicoscans(), st.lists(kladrijen, max_size=3).map(tuple), st.none() | steunen)


@settings(max_examples=50)
@given(werkstanden)
def test_a_scan_comes_back_as_it_was(opslag: Opslag, werkstand: Werkstand) -> None:
    scan_id = werkstand.scan.id
    if opslag.bestaat(scan_id):
        opslag.verwijder(scan_id)
    opslag.bewaar(None, werkstand, NU)
    gelezen = opslag.lees(scan_id)
    assert gelezen == werkstand
    assert schrijf_scan(gelezen.scan) == schrijf_scan(werkstand.scan)
    (kop,) = (kop for kop in opslag.overzicht() if kop.id == scan_id)
    assert (kop.regio, kop.peildatum, kop.titel) == (gelezen.scan.regio, gelezen.scan.peildatum, gelezen.scan.titel)
    assert (kop.revisie, kop.gewijzigd) == (opslag.revisie(), NU)
    assert propose_kort(kop.kern) == propose_kort(gelezen.scan)


def test_ijsselland_comes_back_from_a_closed_database_byte_for_byte(database: Path) -> None:
    heen = lees_scan(voorbeeldscan().read_bytes(), "ijsselland").scan
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, Werkstand(heen), NU)
    with Opslag.open(database, WACHTWOORD) as opslag:
        terug = opslag.lees(heen.id).scan
    assert terug == heen
    assert schrijf_scan(terug) == schrijf_scan(heen)


@st.composite
def bewerkt(draw: st.DrawFn, werkstand: Werkstand, ander: Werkstand) -> Werkstand:
    """The werkstand after some edits: parts of another one, and rows moved, removed, doubled and changed."""
    scan = werkstand.scan
    namen = [veld.name for veld in fields(Risicoscan) if veld.name != "id"]
    for naam in draw(st.sets(st.sampled_from(namen), max_size=6)):
        scan = replace(scan, **{naam: _bewerk(draw, getattr(scan, naam), getattr(ander.scan, naam), naam == "topics")})
    return Werkstand(scan, _bewerk(draw, werkstand.klad, ander.klad, False), ander.steun)


def _bewerk(draw: st.DrawFn, oud: Any, ander: Any, vast: bool) -> Any:
    if not isinstance(oud, tuple):
        return ander
    if vast:
        return tuple(draw(st.sampled_from(paar)) for paar in zip(oud, ander, strict=True))
    return tuple(draw(st.permutations(list(oud + ander)))[: draw(st.integers(0, len(oud) + 1))])


@settings(max_examples=30)
@given(st.data(), werkstanden)
def test_after_any_series_of_edits_the_database_holds_the_last(
    opslag: Opslag, data: st.DataObject, werkstand: Werkstand
) -> None:
    if opslag.bestaat(werkstand.scan.id):
        opslag.verwijder(werkstand.scan.id)
    revisie = opslag.bewaar(None, werkstand, NU)
    for _ in range(3):
        nieuw = data.draw(bewerkt(werkstand, data.draw(werkstanden)))
        na = opslag.bewaar(werkstand, nieuw, NU)
        assert na == revisie + (nieuw != werkstand)
        assert opslag.lees(nieuw.scan.id) == nieuw
        werkstand, revisie = nieuw, na


def test_numbers_and_instants_are_kept_exactly(opslag: Opslag) -> None:
    reuzen = (10**30, 2**63, 2**64 + 1)
    scan = Risicoscan(
        "exact",
        "ijsselland",
        date(1900, 1, 1),
        kerndata=Kerndata(
            inwoners=10**300,
            budget=tuple(BudgetRij(2015, b, BudgetSoort.TIJDELIJK) for b in (1e300, 0.1, 5e-324, 2.0**63, 1e22)),
            primair_proces=(
                ProcesRij(date(2100, 12, 31), date(2100, 12, 31), *reuzen),
                ProcesRij(NU.date(), NU.date()),
            ),
            wachtlijst=(WachtlijstRij(NU.date(), 10**40),),
        ),
        notities=(
            Notitie(datetime(2016, 7, 1, 1, 0, 0, 1, tzinfo=timezone(timedelta(hours=2))), "é\n\t\u200f👩‍👩‍👧 "),
        ),
    )
    opslag.bewaar(None, Werkstand(scan), NU)
    gelezen = opslag.lees("exact").scan
    assert gelezen == scan
    assert repr(gelezen.kerndata) == repr(scan.kerndata)
    assert gelezen.notities[0].tijd == datetime(2016, 6, 30, 23, 0, 0, 1, tzinfo=UTC)
    assert gelezen.notities[0].tijd.tzinfo is UTC


def test_a_part_is_kept_that_comes_together_with_a_new_whole_after_it(opslag: Opslag) -> None:
    """A remark in a zienswijze that was there and in one that is new: in one change, as when a copy is pasted."""
    eerst = Zienswijze(Partij.WETHOUDER, tekst="Eerst.")
    oud = Werkstand(Risicoscan("samen", "ijsselland", date(2016, 7, 11), zienswijzen=(eerst,)))
    opslag.bewaar(None, oud, NU)
    met = replace(eerst, per_topic=(TopicZienswijze(3, "Klopt."),))
    nieuw = Werkstand(replace(oud.scan, zienswijzen=(met, replace(met, partij=Partij.INSTELLING))))
    opslag.bewaar(oud, nieuw, NU)
    assert opslag.lees("samen") == nieuw
    opslag.verwijder("samen")
