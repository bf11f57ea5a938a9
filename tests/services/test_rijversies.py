"""The versions of a text in a row are those of that row, wherever it stands and whatever became of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vtscan_desktop.domain.risicoscan import (
    Actie,
    Notitie,
    Partij,
    Risicoscan,
    TopicZienswijze,
    Vaststelling,
    Zienswijze,
)
from vtscan_desktop.domain.tekstversies import rijveld
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.scanteksten import MOTIVERING, VASTSTELLING
from vtscan_desktop.services.tabelrijen import Cellen, pak_uit, splits, voeg_samen
from vtscan_desktop.services.tabelsoorten import PER_TOPIC, tabelplek
from vtscan_desktop.services.werkblad import Werkblad

NU = datetime(2016, 7, 11, 9, 0, tzinfo=UTC)
ZIN = "De wachtlijst is in juni weggewerkt en blijft onder de grens van tien zaken."


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opslag]:
    """An open database; each example makes a scan of its own in it."""
    with Opslag.maak(Path(tmp_path_factory.mktemp("rijen")) / "scans.vtdb", "voorbeeld") as geopend:
        yield geopend


def nieuwe_scan(opslag: Opslag) -> str:
    scan = Risicoscan(str(uuid4()), "ijsselland", NU.date())
    opslag.bewaar(None, Werkstand(scan), NU)
    return scan.id


@contextmanager
def open_blad(opslag: Opslag, scan_id: str) -> Iterator[Werkblad]:
    tik = count()  # a pause before each step, so that each text that stood is a version
    blad = Werkblad(opslag, scan_id, lambda: NU + timedelta(minutes=next(tik)), lambda _m: None)
    try:
        yield blad
    finally:
        blad.sluit()


def getoond(blad: Werkblad, tabel: str) -> tuple[Cellen, ...]:
    plek = tabelplek(tabel, date(2016, 7, 11))
    return voeg_samen(plek.soort, plek.lees(blad.scan), blad.klad(tabel))


def zet(blad: Werkblad, tabel: str, rijen: list[Cellen]) -> None:
    """What the window does with the rows as typed."""
    plek = tabelplek(tabel, date(2016, 7, 11))
    echt, klad = splits(plek.soort, tabel, rijen, plek.lees(blad.scan))
    blad.wijzig_tabel(plek.zet(blad.scan, echt), tabel, klad)


class Acties:
    """The acties of a topic, edited as cells; a termijn that can't be read makes some of them rows in the making."""

    soort = tabelplek("acties/3", date(2016, 7, 11)).soort
    veld = "omschrijving"

    def rijen(self, blad: Werkblad) -> list[Any]:
        return list(getoond(blad, "acties/3"))

    def zet(self, blad: Werkblad, rijen: list[Any]) -> None:
        zet(blad, "acties/3", rijen)

    def nieuw(self, tekst: str) -> Any:
        return self.met(
            (*self.soort.nieuw()[:2], "na de zomer" if len(tekst) % 2 else "", *self.soort.nieuw()[3:]), tekst
        )

    def met(self, rij: Any, tekst: str) -> Any:
        return (tekst, *rij[1:])

    def tekst(self, rij: Any) -> str:
        return str(rij[0])

    def sleutel(self, rij: Any) -> str:
        return self.soort.sleutel(rij)


class Notities:
    """Notes, edited as values."""

    veld = "tekst"

    def rijen(self, blad: Werkblad) -> list[Any]:
        return list(blad.scan.notities)

    def zet(self, blad: Werkblad, rijen: list[Any]) -> None:
        blad.wijzig(replace(blad.scan, notities=tuple(rijen)))

    def nieuw(self, tekst: str) -> Any:
        return Notitie(NU, tekst)

    def met(self, rij: Any, tekst: str) -> Any:
        return replace(rij, tekst=tekst)

    def tekst(self, rij: Any) -> str:
        return str(rij.tekst)

    def sleutel(self, rij: Any) -> str:
        return str(rij.sleutel)


stappen = st.lists(
    st.tuples(st.sampled_from(["erbij", "anders", "weg", "terug", "wissel", "heropen"]), st.integers(0, 4)), max_size=14
)


def doe(stap: str, plek: int, rijen: list[Any], weg: list[Any], lijst: Any, tekst: str) -> None:
    """One step on the rows; `weg` are those removed, the last at the end."""
    plek = min(plek, max(0, len(rijen) - 1))
    if stap == "erbij":
        rijen.insert(plek, lijst.nieuw(tekst))
    elif stap == "terug" and weg:
        rijen.insert(plek, weg.pop())
    elif stap == "anders" and rijen:
        rijen[plek] = lijst.met(rijen[plek], tekst)
    elif stap == "weg" and rijen:
        weg.append(rijen.pop(plek))
    elif stap == "wissel" and rijen:
        rijen.append(rijen.pop(plek))


@pytest.mark.parametrize("lijst", [Acties(), Notities()], ids=["acties", "notities"])
@given(stappen=stappen)
@settings(max_examples=40, deadline=None)
def test_after_any_steps_a_row_has_all_its_own_versions_and_no_others(
    opslag: Opslag, lijst: Any, stappen: list[tuple[str, int]]
) -> None:
    scan_id, nr, stappen = nieuwe_scan(opslag), count(), [*stappen]
    eerder: dict[str, list[str]] = {}
    rijen: list[Any] = []
    while stappen:
        weg: list[Any] = []
        with open_blad(opslag, scan_id) as blad:
            rijen = lijst.rijen(blad)
            while stappen and (stap := stappen.pop(0))[0] != "heropen":
                doe(*stap, rijen, weg, lijst, f"tekst {next(nr)} {'x' * next(nr)}")
                lijst.zet(blad, rijen)
                rijen = lijst.rijen(blad)
                for rij in rijen:
                    geweest = eerder.setdefault(lijst.sleutel(rij), [])
                    if lijst.tekst(rij) not in geweest[-1:]:
                        geweest.append(lijst.tekst(rij))
        with open_blad(opslag, scan_id) as blad:
            rijen = lijst.rijen(blad)
            for rij in rijen:
                versies = [v.tekst for v in blad.versies(rijveld(lijst.sleutel(rij), lijst.veld))]
                assert [t for t in reversed(versies) if t != lijst.tekst(rij)] == eerder[lijst.sleutel(rij)][:-1]


def test_versions_of_a_row_go_when_the_scan_is_opened_without_it(opslag: Opslag) -> None:
    scan_id = nieuwe_scan(opslag)
    notitie = Notitie(NU, ZIN)
    veld = rijveld(notitie.sleutel, "tekst")
    with open_blad(opslag, scan_id) as blad:
        blad.wijzig(replace(blad.scan, notities=(notitie,)))
        blad.wijzig(replace(blad.scan, notities=(replace(notitie, tekst="x"),)))
        blad.wijzig(replace(blad.scan, notities=()))
        assert [v.tekst for v in blad.versies(veld)] == [ZIN]
    with open_blad(opslag, scan_id):
        assert opslag.tekstversies(scan_id, veld) == ()


@pytest.mark.parametrize("partij", ["wethouder", ""])
def test_each_text_of_a_zienswijze_has_versions_also_before_it_says_whose_it_is(opslag: Opslag, partij: str) -> None:
    soort = tabelplek("zienswijzen", NU.date()).soort
    scan_id = nieuwe_scan(opslag)
    zienswijze = soort.cellen(
        Zienswijze(Partij.WETHOUDER, tekst=ZIN, antwoord=ZIN, per_topic=(TopicZienswijze(3, ZIN),))
    )
    zienswijze = (partij, *zienswijze[1:])
    (genest,) = pak_uit(zienswijze[8], len(PER_TOPIC.kolommen))
    with open_blad(opslag, scan_id) as blad:
        zet(blad, "zienswijzen", [zienswijze])
        for plek in (6, 7, 8):
            getypt = list(getoond(blad, "zienswijzen")[0])
            getypt[plek] = getypt[plek].replace(ZIN, "x")
            zet(blad, "zienswijzen", [tuple(getypt)])
    with open_blad(opslag, scan_id) as blad:
        assert [bool(z) for z in (blad.scan.zienswijzen, blad.klad("zienswijzen"))] == [bool(partij), not partij]
        sleutel = soort.sleutel(zienswijze)
        for veld in (rijveld(sleutel, "tekst"), rijveld(sleutel, "antwoord"), rijveld(genest[-1], "tekst")):
            assert [v.tekst for v in blad.versies(veld)] == [ZIN], veld


def test_a_text_that_was_emptied_first_and_made_the_row_go_comes_back_with_the_row(opslag: Opslag) -> None:
    soort = tabelplek("acties/3", NU.date()).soort
    rij = soort.cellen(Actie(ZIN))
    with open_blad(opslag, nieuwe_scan(opslag)) as blad:
        zet(blad, "acties/3", [rij])
        zet(blad, "acties/3", [("", *rij[1:])])
        assert blad.scan.topic(3).acties == ()
        zet(blad, "acties/3", [("x", *rij[1:])])
        assert [v.tekst for v in blad.versies(rijveld(soort.sleutel(rij), "omschrijving"))] == [ZIN]


def test_a_motivering_keeps_its_versions_with_and_without_a_categorie(opslag: Opslag) -> None:
    scan_id = nieuwe_scan(opslag)
    with open_blad(opslag, scan_id) as blad:
        for tekst in (ZIN, "x"):
            blad.wijzig_tabel(blad.scan, VASTSTELLING, (Kladrij(VASTSTELLING, 0, (tekst, ""), echt=False),))
        blad.wijzig_tabel(replace(blad.scan, vaststelling=Vaststelling(2, "x")), VASTSTELLING, ())
        blad.wijzig(replace(blad.scan, vaststelling=Vaststelling(2, ZIN.upper())))
        blad.verlaat_veld(MOTIVERING)
    with open_blad(opslag, scan_id) as blad:
        assert [v.tekst for v in blad.versies(MOTIVERING)] == [ZIN.upper(), "x", ZIN]
