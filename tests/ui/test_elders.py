"""When nothing can be kept any more, the text is still on the screen, and there is a way to keep it elsewhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.werkstand import Kladrij
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.ui.elders import BEWAAR_ELDERS
from vtscan_desktop.ui.werkscherm import Werkscherm

WACHTWOORD = "een lang wachtwoord"
TEKST = "net getypt, en nergens bewaard"


def _mislukt(melding: Bewaarmelding) -> bool:
    return melding.fout is not None


@pytest.fixture
def vol(werkscherm: Werkscherm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Werkscherm:
    """The screen with a text and a half row that could not be kept: the disk is full."""
    echt = Opslag.bewaar
    eigen = werkscherm._sessie.pad

    def bewaar(opslag: Opslag, *wat: object, **nog: object) -> int:
        if opslag.pad == eigen:
            raise OmgevingFout(f"De schijf met {eigen} is vol; het laatste is niet bewaard.")
        return echt(opslag, *wat, **nog)  # type: ignore[arg-type]

    monkeypatch.setattr(Opslag, "bewaar", bewaar)
    with qtbot.waitSignal(werkscherm.werkruimte.bewaard, check_params_cb=_mislukt):
        scan = replace(werkscherm.werkruimte.scan, overall_beeld=TEKST)
        werkscherm.werkruimte.wijzig_tabel(scan, "budget", (Kladrij("budget", 0, ("2016", "veel", ""), echt=False),))
    return werkscherm


def test_the_error_says_that_the_text_is_still_there_and_offers_another_place(vol: Werkscherm) -> None:
    assert "vol" in vol.meldingregel.tekst()
    assert "staat nog op het scherm" in vol.meldingregel.tekst()
    assert vol.meldingregel.actie.isVisible()
    assert vol.meldingregel.actie.text() == BEWAAR_ELDERS
    assert vol.werkruimte.scan.overall_beeld == TEKST


def test_a_database_elsewhere_has_the_text_and_the_half_row_and_opens_with_the_same_passphrase(
    vol: Werkscherm, qtbot: QtBot, tmp_path: Path
) -> None:
    doel = tmp_path / "stick.vtdb"
    vol.elders.bewaar(doel)
    qtbot.waitUntil(lambda: "staan met uw laatste tekst in" in vol.meldingregel.tekst(), timeout=60_000)
    with Opslag.open(doel, WACHTWOORD) as elders:
        stand = elders.lees(vol.werkruimte.scan.id)
    assert stand.scan == vol.werkruimte.scan
    assert [rij.cellen for rij in stand.klad] == [("2016", "veel", "")]


def test_without_the_other_scans_the_open_one_is_still_kept(
    vol: Werkscherm, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weg(_opslag: Opslag, _pad: Path) -> None:
        raise OmgevingFout("Het bestand kan niet worden gelezen.")

    monkeypatch.setattr(Opslag, "reservekopie", weg)
    doel = tmp_path / "stick.vtdb"
    vol.elders.bewaar(doel)
    qtbot.waitUntil(lambda: "De open scan staat" in vol.meldingregel.tekst(), timeout=60_000)
    with Opslag.open(doel, WACHTWOORD) as elders:
        assert elders.lees(vol.werkruimte.scan.id).scan.overall_beeld == TEKST


@pytest.mark.parametrize("naam", ["stick.vtdb", "scan.vtscan"])
def test_a_file_whose_replacing_was_confirmed_is_replaced(
    vol: Werkscherm, qtbot: QtBot, tmp_path: Path, naam: str
) -> None:
    doel = tmp_path / naam
    doel.write_bytes(b"van gisteren")
    vol.elders.bewaar(doel)
    qtbot.waitUntil(lambda: str(doel) in vol.meldingregel.tekst(), timeout=60_000)
    assert doel.read_bytes() != b"van gisteren"


@pytest.mark.parametrize("naam", ["scan.vtscan", "SCAN.VTSCAN"])
def test_one_scan_as_a_file_has_the_half_row_as_a_notitie(
    vol: Werkscherm, qtbot: QtBot, tmp_path: Path, naam: str
) -> None:
    doel = tmp_path / naam
    vol.elders.bewaar(doel)
    qtbot.waitUntil(lambda: "niet versleuteld" in vol.meldingregel.tekst(), timeout=60_000)
    scan = lees_invoer(doel).scan
    assert scan.overall_beeld == TEKST
    assert scan.notities[-1].tekst == "Nog niet af: 2016 | veel"


def test_a_place_that_fails_too_keeps_the_offer(vol: Werkscherm, qtbot: QtBot, tmp_path: Path) -> None:
    vol.elders.bewaar(tmp_path / "geen" / "map.vtdb")
    qtbot.waitUntil(lambda: "Ook daar lukte het niet" in vol.meldingregel.tekst(), timeout=60_000)
    assert vol.meldingregel.actie.isVisible()
    with qtbot.waitSignal(vol.werkruimte.bewaard, check_params_cb=_mislukt):
        vol.werkruimte.wijzig_topic(3, toelichting="nog iets")
    assert "Ook daar lukte het niet" in vol.meldingregel.tekst()
