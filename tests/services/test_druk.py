"""What is printed and what is embedded are held against one another, and a difference is named."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.eigenformat import schrijf_eigen
from tests.rapport.ondertekend import bladzijden, ondertekend
from vtscan_desktop.domain.risicoscan import (
    Editie,
    Hertoets,
    Hertoetsuitkomst,
    Notitie,
    Oordeel,
    Risicoscan,
    ScanStatus,
    TopicInvulling,
    Vaststelling,
)
from vtscan_desktop.domain.steun import steun_van
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.rapport import afwerking
from vtscan_desktop.rapport.drukwerk import kaal, lees_drukwerk
from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Huisstijl, Ondertekenaar
from vtscan_desktop.services import druk, rapporten
from vtscan_desktop.services.druk import Drukuitkomst, vergelijk_druk
from vtscan_desktop.services.formats import format_van
from vtscan_desktop.services.rapporten import Rapportkeuze, controleer_rapport, maak_rapport
from vtscan_desktop.services.scans import ScanService
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))


def maak_met_andere_bijlage(scan: Risicoscan, bijlage: Risicoscan, pad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report that its signer made to say one thing in print and another as data: validly signed all the same."""
    echt = afwerking._voeg_scan_toe
    monkeypatch.setattr(afwerking, "_voeg_scan_toe", lambda doc, _b, nu: echt(doc, schrijf_scan(bijlage), nu))
    monkeypatch.setattr("vtscan_desktop.services.rapporten._eis_gelijk", lambda *_: None)
    maak_rapport(scan, pad, nu=NU, vervang=False)
    assert controleer_rapport(pad).geldig


@pytest.mark.parametrize("aantal", [3, 9])
def test_a_report_prints_what_it_carries(ijsselland: Risicoscan, tmp_path: Path, aantal: int) -> None:
    wie = (STANDAARD_ONDERTEKENAARS[0], *(Ondertekenaar(f"w{nr}", f"Wethouder {nr}") for nr in range(1, aantal)))
    vreemd = replace(ijsselland, overall_beeld="Één 🌷 <b>&amp;</b> " + "woord " * 3000)
    for scan in (ijsselland, vreemd):
        maak_rapport(scan, tmp_path / "r.pdf", nu=NU, vervang=True, ondertekenaars=wie)
        uitkomst = vergelijk_druk(tmp_path / "r.pdf")
        assert uitkomst is not None
        assert uitkomst == druk.Drukvergelijking(Drukuitkomst.GELIJK)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="a time zone for one test")
def test_of_notes_by_the_clock_of_another_time_zone_nothing_is_claimed(
    ijsselland: Risicoscan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan = ijsselland.met_notitie(Notitie(NU, "Van 45 naar 33."))
    try:
        _zet_zone("Europe/Amsterdam", monkeypatch)
        maak_rapport(scan, tmp_path / "r.pdf", nu=NU.astimezone(), vervang=False, keuze=Rapportkeuze(Editie.VOLLEDIG))
        assert vergelijk_druk(tmp_path / "r.pdf") == druk.Drukvergelijking(Drukuitkomst.GELIJK)
        _zet_zone("America/New_York", monkeypatch)
        assert vergelijk_druk(tmp_path / "r.pdf") == druk.Drukvergelijking(Drukuitkomst.ONBEKEND)
    finally:
        monkeypatch.undo()
        time.tzset()


def _zet_zone(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()


def test_the_name_of_who_publishes_it_is_told_apart(
    ijsselland: Risicoscan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewoon = rapporten._gegevens
    huis = Huisstijl("Gemeente Zwolle")
    monkeypatch.setattr(rapporten, "_gegevens", lambda *delen: replace(gewoon(*delen), huisstijl=huis))
    maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False)
    verwacht = druk.Drukvergelijking(Drukuitkomst.GELIJK, niet_uit_scan=("Gemeente Zwolle",))
    assert vergelijk_druk(tmp_path / "r.pdf") == verwacht


def test_a_report_on_a_vaststelling_that_no_longer_rests_on_the_same_says_so_and_is_still_what_it_carries(
    ijsselland: Risicoscan, tmp_path: Path, opslag: Opslag
) -> None:
    vast = replace(ijsselland, vaststelling=Vaststelling(2, "", NU.date()), status=ScanStatus.VASTGESTELD)
    steun = steun_van(_ander_oordeel(replace(vast, hertoets=Hertoets(Hertoetsuitkomst.VOLDAAN))))
    opslag.bewaar(None, Werkstand(vast, steun=steun), NU)
    gemaakt = maak_rapport(vast, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag)
    assert gemaakt.gegevens.verschuiving is not None
    assert "topic 3 (was niet op orde, nu in ontwikkeling)" in gemaakt.gegevens.verschuiving.tekst
    gedrukt = "".join(lees_drukwerk((tmp_path / "r.pdf").read_bytes()).stukken)
    assert "Sindsdezevaststellingisveranderd:topic3(wasnietoporde,nuinontwikkeling)" in kaal(gedrukt)
    assert vergelijk_druk(tmp_path / "r.pdf") == druk.Drukvergelijking(Drukuitkomst.GELIJK)


@pytest.mark.parametrize("fout", [True, False])
def test_a_report_with_a_fout_open_is_marked_concept_whatever_its_status(
    ijsselland: Risicoscan, tmp_path: Path, fout: bool
) -> None:
    zeven = ijsselland.topic(7) if fout else replace(ijsselland.topic(7), oordeel=Oordeel.NIET_OP_ORDE)
    scan = replace(ijsselland.met_topic(zeven), status=ScanStatus.VASTGESTELD)
    gemaakt = maak_rapport(scan, tmp_path / "r.pdf", nu=NU, vervang=False)
    assert gemaakt.gegevens.is_concept is fout
    assert ("CONCEPT" in lees_drukwerk((tmp_path / "r.pdf").read_bytes()).stukken) is fout
    assert vergelijk_druk(tmp_path / "r.pdf") == druk.Drukvergelijking(Drukuitkomst.GELIJK)


def _ander_oordeel(scan: Risicoscan) -> Risicoscan:
    return scan.met_topic(replace(scan.topic(3), oordeel=Oordeel.NIET_OP_ORDE))


def _andere_tekst(scan: Risicoscan) -> Risicoscan:
    return replace(scan, overall_beeld="Alles is op orde.")


def _andere_toelichting(scan: Risicoscan) -> Risicoscan:
    topic: TopicInvulling = replace(scan.topic(5), toelichting="Hier staat iets anders.")
    return scan.met_topic(topic)


@pytest.mark.parametrize("anders", [_ander_oordeel, _andere_tekst, _andere_toelichting])
def test_a_report_that_prints_another_scan_is_named(
    ijsselland: Risicoscan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, anders: object
) -> None:
    pad = tmp_path / "r.pdf"
    assert callable(anders)
    maak_met_andere_bijlage(ijsselland, anders(ijsselland), pad, monkeypatch)
    uitkomst = vergelijk_druk(pad)
    assert uitkomst is not None
    assert uitkomst.uitkomst in (Drukuitkomst.AFWIJKEND, Drukuitkomst.ANDERE_VOLGORDE)
    if anders is not _ander_oordeel:
        assert uitkomst.uitkomst is Drukuitkomst.AFWIJKEND
        assert any("op orde" in stuk or "iets anders" in stuk for stuk in uitkomst.niet_gedrukt)


def test_what_another_version_made_is_not_called_false(
    ijsselland: Risicoscan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "r.pdf"
    maak_met_andere_bijlage(ijsselland, _andere_tekst(ijsselland), pad, monkeypatch)
    monkeypatch.setattr(druk, "__version__", "9.9.9")
    uitkomst = vergelijk_druk(pad)
    assert uitkomst is not None
    assert uitkomst.uitkomst is Drukuitkomst.ONBEKEND


def test_without_a_readable_scan_there_is_nothing_to_compare(tmp_path: Path) -> None:
    for inhoud in (ondertekend(), bladzijden(), ondertekend()[:4000]):
        (tmp_path / "r.pdf").write_bytes(inhoud)
        assert vergelijk_druk(tmp_path / "r.pdf") is None


def test_a_report_in_words_of_its_own_is_held_against_those_words_or_said_not_to_be(
    ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "r.pdf"
    ScanService(opslag).formats.neem_over(schrijf_eigen(tmp_path))
    eigen = replace(ijsselland, format="ons-format/1")
    maak_rapport(eigen, pad, nu=NU, vervang=False, opslag=opslag)
    assert vergelijk_druk(pad, opslag) == druk.Drukvergelijking(Drukuitkomst.GELIJK)
    assert vergelijk_druk(pad) == druk.Drukvergelijking(Drukuitkomst.ANDER_FORMAT)
    beter = eigen.met_topic(replace(eigen.topic(4), oordeel=Oordeel.NIET_OP_ORDE))
    pad.unlink()
    with monkeypatch.context() as m:
        m.setattr(rapporten, "format_van", lambda scan, _opslag=None: format_van(scan, opslag))
        maak_met_andere_bijlage(eigen, beter, pad, m)
    uitkomst = vergelijk_druk(pad, opslag)
    assert uitkomst is not None
    assert uitkomst.uitkomst is Drukuitkomst.AFWIJKEND


def test_a_report_that_says_its_own_words_were_not_at_hand_is_held_against_those_that_it_has(
    ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path
) -> None:
    pad = tmp_path / "r.pdf"
    maak_rapport(replace(ijsselland, format="ons-format/1"), pad, nu=NU, vervang=False)
    ScanService(opslag).formats.neem_over(schrijf_eigen(tmp_path))
    for bekend in (None, opslag):
        assert vergelijk_druk(pad, bekend) == druk.Drukvergelijking(Drukuitkomst.GELIJK)
