"""The part that lays two scans side by side: what it prints, what it leaves out, and what a check says of it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from vtscan_desktop.domain.hermeting import Deel
from vtscan_desktop.domain.risicoscan import (
    Editie,
    Gesprek,
    GesprekSoort,
    Notitie,
    Oordeel,
    Risicoscan,
    WachtlijstRij,
    Wie,
)
from vtscan_desktop.domain.vergelijking import TITEL
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.druk import Drukuitkomst, vergelijk_druk
from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie

NU = datetime(2017, 1, 20, 16, 4, tzinfo=UTC)
GEHEIM = ("KANARIENOTITIE", "Kanarienaam", "KANARIEPLEK", "KANARIETOELICHTING")


@pytest.fixture(scope="module")
def sessie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    """A database with a scan that holds secrets, and a hermeting of it."""
    sessie = Sessie.maak(tmp_path_factory.mktemp("vergelijk") / "scans.vtdb", "een lang wachtwoord")
    sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
    (regel,) = sessie.scans.overzicht()
    oud = sessie.opslag.lees(regel.id)
    gesprek = Gesprek("g9", date(2016, 6, 1), GesprekSoort.OVERIG, (Wie("Manager", "VT", GEHEIM[1]),), GEHEIM[2])
    scan = replace(
        oud.scan,
        gesprekken=(*oud.scan.gesprekken, gesprek),
        notities=(Notitie(datetime(2016, 6, 1, tzinfo=UTC), GEHEIM[0]),),
    )
    scan = scan.met_topic(replace(scan.topic(9), toelichting=GEHEIM[3]))
    sessie.opslag.bewaar(oud, replace(oud, scan=scan), NU)
    sessie.scans.hermeting(regel.id, date(2017, 1, 11), frozenset(Deel) - {Deel.TOELICHTINGEN})
    yield sessie
    sessie.sluit()


def scans(sessie: Sessie) -> tuple[Risicoscan, Risicoscan]:
    """Then and now; of now two topics are judged otherwise, and the wachtlijst is counted once more."""
    nu, toen = (sessie.scans.lees(regel.id) for regel in sessie.scans.overzicht())
    nu = nu.met_topic(replace(nu.topic(7), oordeel=Oordeel.OP_ORDE))
    rij = WachtlijstRij(date(2016, 12, 31), 4, "niet gestarte onderzoeken")
    return toen, replace(nu, kerndata=replace(nu.kerndata, wachtlijst=(*nu.kerndata.wachtlijst, rij)))


def maak(sessie: Sessie, pad: Path, editie: Editie, *, vergelijk: bool) -> str:
    toen, nu = scans(sessie)
    keuze = Rapportkeuze(editie, vorige=toen.id if vergelijk else None)
    maak_rapport(nu, pad, nu=NU, vervang=True, opslag=sessie.opslag, keuze=keuze)
    return subprocess.run(["pdftotext", "-layout", str(pad), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("editie", list(Editie))
def test_het_deel_staat_achter_het_rapport_met_toen_en_nu_en_zonder_wat_niet_in_de_editie_mag(
    sessie: Sessie, tmp_path: Path, editie: Editie
) -> None:
    tekst = maak(sessie, tmp_path / "r.pdf", editie, vergelijk=True)
    voor, kop, deel = tekst.rpartition(TITEL)
    assert kop
    assert "Colofon" in voor
    for stuk in ("Toen: 11 juli 2016", "Nu: 11 januari 2017", "beter", "slechter", "niet te vergelijken", "Wachtlijst"):
        assert stuk in deel, stuk
    assert [geheim for geheim in GEHEIM if geheim in tekst] == []


def test_zonder_de_keuze_staat_het_er_niet(sessie: Sessie, tmp_path: Path) -> None:
    assert TITEL not in maak(sessie, tmp_path / "r.pdf", Editie.BESTUURLIJK, vergelijk=False)


def test_een_controle_rekent_het_rapport_na_en_noemt_het_deel_dat_dat_niet_kan(sessie: Sessie, tmp_path: Path) -> None:
    maak(sessie, tmp_path / "r.pdf", Editie.BESTUURLIJK, vergelijk=True)
    druk = vergelijk_druk(tmp_path / "r.pdf")
    assert druk is not None
    assert druk.uitkomst is Drukuitkomst.GELIJK
    (deel,) = druk.niet_uit_scan
    assert deel.startswith(f"{TITEL}, vanaf pagina ")
