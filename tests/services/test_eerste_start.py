"""The first start can be walked both ways with nothing lost, and writes nothing before its end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vtscan_desktop.domain.errors import InvoerFout, VtscanFout
from vtscan_desktop.domain.risicoscan import Wie
from vtscan_desktop.models.sleutel import Sleutelpaar, nieuw_sleutelpaar
from vtscan_desktop.services import scans
from vtscan_desktop.services.eerste_start import Startkeuze, Startstap, richt_in
from vtscan_desktop.services.sessie import Sessie

WACHTWOORD = "een zin van vijf woorden"
PAAR = Sleutelpaar(bytes(range(32)), bytes(range(16)))
ANDER = Sleutelpaar(bytes(reversed(range(32))), bytes(range(16)))


def test_a_step_that_is_not_done_is_not_left(tmp_path: Path) -> None:
    keuze = Startkeuze(tmp_path / "scans.vtdb")
    with pytest.raises(ValueError, match="nog niet klaar"):
        keuze.verder()
    keuze = keuze.met_wachtwoord(WACHTWOORD, PAAR).verder()
    assert keuze.stap is Startstap.PLAATS
    (tmp_path / "scans.vtdb").write_bytes(b"")
    assert not keuze.mag_verder
    (tmp_path / "scans.vtdb").unlink()
    keuze = keuze.verder()
    assert keuze.stap is Startstap.SLEUTEL
    assert not keuze.mag_verder
    keuze = replace(keuze, sleutel_bewaard=True).verder().verder()
    assert keuze.stap is Startstap.BEGIN
    assert not keuze.mag_verder


def test_another_passphrase_is_another_key_which_is_not_kept_yet(tmp_path: Path) -> None:
    keuze = replace(Startkeuze(tmp_path / "scans.vtdb").met_wachtwoord(WACHTWOORD, PAAR), sleutel_bewaard=True)
    weer = keuze.met_wachtwoord("een andere zin van woorden", ANDER)
    assert weer.herstelsleutel != keuze.herstelsleutel
    assert not weer.sleutel_bewaard


@given(st.lists(st.booleans(), max_size=40))
def test_walking_back_and_forth_loses_nothing(heen: list[bool]) -> None:
    vol = replace(
        Startkeuze(Path("nergens/scans.vtdb")).met_wachtwoord(WACHTWOORD, PAAR),
        sleutel_bewaard=True,
        adviseur=Wie("adviseur", "VNG"),
    )
    keuze = vol
    for vooruit in heen:
        if not vooruit:
            keuze = keuze.terug()
        elif keuze.mag_verder:
            keuze = keuze.verder()
        assert replace(keuze, stap=vol.stap) == vol
        assert 1 <= keuze.nummer <= len(Startstap)


def test_only_what_was_filled_in_can_be_lost(tmp_path: Path) -> None:
    leeg = Startkeuze(tmp_path / "scans.vtdb")
    assert not leeg.te_verliezen
    assert leeg.met_wachtwoord(WACHTWOORD, PAAR).te_verliezen
    assert leeg.met_adviseur(Wie("adviseur")).te_verliezen
    assert not leeg.met_adviseur(Wie("adviseur")).met_adviseur(Wie()).te_verliezen


def test_no_secret_shows_where_a_choice_is_printed(tmp_path: Path) -> None:
    keuze = Startkeuze(tmp_path / "scans.vtdb").met_wachtwoord(WACHTWOORD, PAAR)
    assert WACHTWOORD not in repr(keuze)
    assert repr(PAAR.sleutel) not in repr(keuze)


@pytest.mark.parametrize("voorbeeld", [True, False])
def test_at_the_end_all_of_it_is_there_and_the_key_that_was_shown_opens_it(tmp_path: Path, voorbeeld: bool) -> None:
    keuze = replace(
        Startkeuze(tmp_path / "nog" / "niet" / "scans.vtdb").met_wachtwoord(WACHTWOORD, nieuw_sleutelpaar(WACHTWOORD)),
        adviseur=Wie("adviseur", "VNG"),
        met_voorbeeld=voorbeeld,
    )
    assert list(tmp_path.iterdir()) == []
    richt_in(keuze).sluit()
    for geheim in (keuze.herstelsleutel, WACHTWOORD):
        sessie = Sessie.open(keuze.pad, geheim)
        assert sessie.adviseur() == keuze.adviseur
        assert [regel.voorbeeld for regel in sessie.scans.overzicht()] == ([True] if voorbeeld else [])
        assert (sessie.laatste_scan() is not None) is voorbeeld
        sessie.sluit()


def test_what_fails_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keuze = replace(
        Startkeuze(tmp_path / "nog" / "niet" / "scans.vtdb").met_wachtwoord(WACHTWOORD, PAAR), met_voorbeeld=True
    )

    def weiger(_pad: Path) -> object:
        raise InvoerFout("Het voorbeeld is er niet.")

    monkeypatch.setattr(scans, "lees_invoer", weiger)
    with pytest.raises(VtscanFout, match="voorbeeld"):
        richt_in(keuze)
    assert list(tmp_path.iterdir()) == []


def test_what_lies_there_already_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "scans.vtdb").write_text("van mij")
    keuze = Startkeuze(tmp_path / "scans.vtdb").met_wachtwoord(WACHTWOORD, PAAR)
    with pytest.raises(VtscanFout, match="bestaat al"):
        richt_in(keuze)
    assert (tmp_path / "scans.vtdb").read_text() == "van mij"
