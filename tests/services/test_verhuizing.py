"""A database moves with its backups, whole or not at all: until the new place is remembered the old one counts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.services.test_volle_schijf import PAGINA, hoogstens
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout
from vtscan_desktop.services import sleutelbos
from vtscan_desktop.services.herstel import onderzoek
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie, reservemap
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.verhuizing import eis_vrije_plek, verhuis

WACHTWOORD = "een lang wachtwoord"
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def moeder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database that has two backups, one of before a migration and one that was set aside."""
    folder = tmp_path_factory.mktemp("db")
    sessie = Sessie.maak(folder / "scans.vtdb", WACHTWOORD)
    for regio in ("zeeland", "flevoland"):
        sessie.scans.nieuw(regio, NU.date())
        maak_reservekopie(sessie.opslag, NU)
    sessie.sluit()
    shutil.copy(sessie.pad, folder / "scans.voor-0005.vtdb")
    opzij = reservemap(sessie.pad) / "scans-vervangen-20160711-140211-000000.vtdb"
    shutil.copy(sessie.pad, opzij)
    opzij.with_name(f"{opzij.name}-wal").write_bytes(b"wat nog niet in het bestand stond")
    return folder


@pytest.fixture
def oud(moeder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(moeder, tmp_path / "oud")


@pytest.fixture
def nieuw(tmp_path: Path) -> Path:
    (tmp_path / "nieuw").mkdir()
    return tmp_path / "nieuw"


@pytest.fixture
def sessie(oud: Path) -> Iterator[Sessie]:
    geopend = Sessie.open(oud / "scans.vtdb", WACHTWOORD)
    yield geopend
    geopend.sluit()


def _meld(_tekst: str, _stap: int, _van: int) -> None:
    """Nobody is told."""


def _niets(_pad: Path) -> str:
    return ""


def _inhoud(folder: Path) -> dict[str, bytes]:
    """All backups in a folder by their place: of the database itself not every byte stays the same."""
    bestanden = (pad for pad in folder.rglob("*") if pad.is_file() and not pad.name.startswith("scans.vtdb"))
    return {str(pad.relative_to(folder)): pad.read_bytes() for pad in bestanden}


def _verhuis(
    sessie: Sessie,
    folder: Path,
    *,
    houd_oude: bool = False,
    in_sleutelbos: bool = False,
    onthoud: Callable[[Path], str] = _niets,
    meld: Callable[[str, int, int], None] = _meld,
) -> str:
    gedaan = verhuis(sessie, folder, houd_oude=houd_oude, in_sleutelbos=in_sleutelbos, onthoud=onthoud, meld=meld)
    assert gedaan.sessie.pad == folder / "scans.vtdb"
    assert len(gedaan.sessie.scans.overzicht()) == 2
    gedaan.sessie.sluit()
    return gedaan.melding


def test_all_of_it_is_at_the_new_place_and_nothing_at_the_old(sessie: Sessie, oud: Path, nieuw: Path) -> None:
    kopieen = _inhoud(oud)
    aantal = len(lijst(sessie.pad))
    assert _verhuis(sessie, nieuw) == f"De database staat nu in {nieuw}."
    assert _inhoud(nieuw) == kopieen
    assert len(kopieen) == 5
    assert list(oud.iterdir()) == []
    assert onderzoek(nieuw / "scans.vtdb", WACHTWOORD) == ()
    assert len(lijst(nieuw / "scans.vtdb")) == aantal


def test_the_old_files_stay_when_that_was_asked(sessie: Sessie, oud: Path, nieuw: Path) -> None:
    kopieen = _inhoud(oud)
    assert str(oud) in _verhuis(sessie, nieuw, houd_oude=True)
    assert _inhoud(oud) == _inhoud(nieuw) == kopieen
    assert onderzoek(oud / "scans.vtdb", WACHTWOORD) == ()


def test_files_of_others_in_the_old_folder_stay(sessie: Sessie, oud: Path, nieuw: Path) -> None:
    ander = reservemap(sessie.pad) / "andere-00001-20160711-140211-r1.vtdb"
    ander.write_bytes(b"van een andere database")
    _verhuis(sessie, nieuw)
    assert [pad for pad in oud.rglob("*") if pad.is_file()] == [ander]


def test_until_the_new_place_is_remembered_the_old_one_is_whole_and_open(
    sessie: Sessie, oud: Path, nieuw: Path
) -> None:
    gezien = []

    def onthoud(pad: Path) -> str:
        gezien.append(pad)
        assert _inhoud(nieuw) == _inhoud(oud)
        assert (oud / "scans.vtdb").exists()
        assert len(sessie.scans.overzicht()) == 2
        return ""

    _verhuis(sessie, nieuw, onthoud=onthoud)
    assert gezien == [nieuw / "scans.vtdb"]


def _is_als_daarvoor(sessie: Sessie, oud: Path, nieuw: Path, kopieen: dict[str, bytes]) -> None:
    assert list(nieuw.iterdir()) == []
    assert _inhoud(oud) == kopieen
    assert len(sessie.scans.overzicht()) == 2
    sessie.scans.verwijder(sessie.scans.nieuw("groningen", NU.date()))


def test_a_place_that_cannot_be_remembered_is_not_moved_to(sessie: Sessie, oud: Path, nieuw: Path) -> None:
    kopieen = _inhoud(oud)
    with pytest.raises(OmgevingFout, match="niet worden onthouden"):
        _verhuis(sessie, nieuw, onthoud=lambda _pad: "De plaats kon niet worden onthouden.")
    _is_als_daarvoor(sessie, oud, nieuw, kopieen)


@pytest.mark.parametrize("tot", range(5))
def test_broken_off_at_any_step_it_is_as_before(sessie: Sessie, oud: Path, nieuw: Path, tot: int) -> None:
    kopieen = _inhoud(oud)

    def meld(_tekst: str, stap: int, _van: int) -> None:
        if stap == tot:
            raise OmgevingFout("Zo ver en niet verder.")

    with pytest.raises(OmgevingFout, match="niet verder"):
        _verhuis(sessie, nieuw, meld=meld)
    _is_als_daarvoor(sessie, oud, nieuw, kopieen)


def test_a_disk_that_is_full_at_any_page_leaves_it_as_before(sessie: Sessie, oud: Path, nieuw: Path) -> None:
    kopieen = _inhoud(oud)
    paginas = (oud / "scans.vtdb").stat().st_size // PAGINA
    for pagina in range(0, paginas, 7):
        with hoogstens(pagina * PAGINA), pytest.raises(VtscanFout) as fout:
            _verhuis(sessie, nieuw)
        assert str(fout.value).endswith(".")
        _is_als_daarvoor(sessie, oud, nieuw, kopieen)
    _verhuis(sessie, nieuw)


@pytest.mark.parametrize("bezet", ["scans.vtdb", "scans.voor-0005.vtdb"])
def test_nothing_is_overwritten(sessie: Sessie, nieuw: Path, bezet: str) -> None:
    (nieuw / bezet).write_text("van mij")
    with pytest.raises(InvoerFout, match=f"staat al een {bezet}"):
        _verhuis(sessie, nieuw)
    assert [(pad.name, pad.read_text()) for pad in nieuw.iterdir()] == [(bezet, "van mij")]
    assert len(sessie.scans.overzicht()) == 2


def test_where_it_lies_already_and_where_nothing_is_it_does_not_go(sessie: Sessie, oud: Path) -> None:
    for folder in (oud, oud / ".." / "oud", reservemap(sessie.pad)):
        with pytest.raises(InvoerFout, match="al in deze map"):
            eis_vrije_plek(sessie.pad, folder)
    with pytest.raises(InvoerFout, match="is er niet"):
        eis_vrije_plek(sessie.pad, oud / "nergens")


def test_the_keyring_goes_along_or_that_it_did_not_is_said(
    sessie: Sessie, oud: Path, nieuw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kent = {oud / "scans.vtdb": WACHTWOORD}
    monkeypatch.setattr(sleutelbos, "haal", kent.get)
    monkeypatch.setattr(sleutelbos, "onthoud", kent.__setitem__)
    monkeypatch.setattr(sleutelbos, "vergeet", kent.pop)
    assert "sleutelbos" not in _verhuis(sessie, nieuw, in_sleutelbos=True)
    assert kent == {nieuw / "scans.vtdb": WACHTWOORD}
    kent.clear()
    weer = Sessie.open(nieuw / "scans.vtdb", WACHTWOORD)
    oud.mkdir(exist_ok=True)
    assert "sleutelbos kent het wachtwoord" in _verhuis(weer, oud, in_sleutelbos=True)
