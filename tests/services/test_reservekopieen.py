"""Backups are numbered, checked, thinned and copied, and hold whatever the clock does."""

from __future__ import annotations

import ntpath
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services import reservekopieen
from vtscan_desktop.services.reservekopieen import (
    RESERVEMAP,
    lijst,
    maak_bij_wijziging,
    maak_reservekopie,
    reservemap,
    tweede_plaats,
    zet_tweede_plaats,
)

WACHTWOORD = "een lang wachtwoord"
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)


@pytest.fixture(scope="module")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("leeg") / "scans.vtdb"
    Opslag.maak(pad, WACHTWOORD).sluit()
    return pad


@pytest.fixture
def opslag(leeg: Path, tmp_path: Path) -> Iterator[Opslag]:
    with Opslag.open(Path(shutil.copy(leeg, tmp_path / leeg.name)), WACHTWOORD) as geopend:
        yield geopend


def _wijzig(opslag: Opslag, scan_id: str) -> None:
    opslag.bewaar(None, Werkstand(Risicoscan(scan_id, "ijsselland", NU.date())), NU)


def test_a_backup_lies_beside_the_database_and_holds_all_of_it(opslag: Opslag) -> None:
    _wijzig(opslag, "a")
    kopie = maak_reservekopie(opslag, NU)
    assert kopie.pad.parent == opslag.pad.parent / RESERVEMAP
    assert lijst(opslag.pad) == (kopie,)
    assert (kopie.nr, kopie.tijd, kopie.revisie) == (1, NU, opslag.revisie())
    with Opslag.open(kopie.pad, opslag.herstelsleutel) as oud:
        assert oud.bestaat("a")
        assert oud.melding == ""


def test_on_windows_backups_are_found_by_a_database_opened_in_other_capitals(
    opslag: Opslag, monkeypatch: pytest.MonkeyPatch
) -> None:
    kopie = maak_reservekopie(opslag, NU)
    voor = Path(shutil.copy(kopie.pad, opslag.pad.with_name("scans.voor-0002.vtdb")))
    anders = opslag.pad.with_name("SCANS.VTDB")
    assert lijst(anders) == ()  # two databases, to Linux
    monkeypatch.setattr(reservekopieen, "normcase", ntpath.normcase)
    assert [gevonden.pad for gevonden in lijst(anders)] == [kopie.pad, voor]
    assert lijst(anders)[0] == kopie


def test_without_a_change_no_second_backup_is_made(opslag: Opslag) -> None:
    assert maak_bij_wijziging(opslag, NU) == ""
    assert maak_bij_wijziging(opslag, NU + timedelta(hours=1)) == ""
    assert len(lijst(opslag.pad)) == 1
    _wijzig(opslag, "a")
    assert maak_bij_wijziging(opslag, NU + timedelta(hours=2)) == ""
    assert [kopie.nr for kopie in lijst(opslag.pad)] == [2, 1]


@pytest.mark.parametrize("sprong", [timedelta(days=-1), timedelta(days=1), timedelta(days=-400)])
def test_the_newest_backup_comes_first_when_the_clock_was_moved(opslag: Opslag, sprong: timedelta) -> None:
    maak_reservekopie(opslag, NU)
    _wijzig(opslag, "a")
    later = maak_reservekopie(opslag, NU + sprong)
    assert lijst(opslag.pad)[0] == later
    _wijzig(opslag, "b")
    weer_goed = maak_reservekopie(opslag, NU + timedelta(minutes=20))
    assert [k.nr for k in lijst(opslag.pad)] == [3, 2, 1]
    assert lijst(opslag.pad)[0] == weer_goed


def test_backups_are_thinned_and_what_others_put_there_stays(opslag: Opslag) -> None:
    kopie = maak_reservekopie(opslag, NU)
    for nr in range(2, 60):
        shutil.copy(kopie.pad, kopie.pad.with_name(kopie.pad.name.replace("-00001-", f"-{nr:05d}-")))
    vreemd = [reservemap(opslag.pad) / naam for naam in ("notities.txt", "scans-20160101-120000-000000.vtdb")]
    vreemd.append(reservemap(opslag.pad) / "ander-00001-20160101-120000-r1.vtdb")
    for pad in vreemd:
        pad.write_bytes(b"van mij")
    maak_reservekopie(opslag, NU)
    assert all(pad.exists() for pad in vreemd)
    # All of one hour: the last six.
    assert [k.nr for k in lijst(opslag.pad) if k.nr] == [60, 59, 58, 57, 56, 55]
    assert [k.pad.name for k in lijst(opslag.pad) if not k.nr] == ["scans-20160101-120000-000000.vtdb"]


@pytest.mark.parametrize(
    "eind", ["00001-20160101-120000-r1", "20160101-120000-000000", "vervangen-20160101-120000-000000"]
)
def test_backups_of_another_database_in_the_same_folder_are_not_ours(opslag: Opslag, eind: str) -> None:
    maak_reservekopie(opslag, NU)
    for naam in (f"scans-2-{eind}.vtdb", f"scans-{eind.replace('00001', '00002')}.vtdb"):
        (reservemap(opslag.pad) / naam).write_bytes(b"van mij")
    assert sorted(k.pad.name for k in lijst(opslag.pad)) == [
        "scans-00001-20160711-140211-r0.vtdb",
        f"scans-{eind.replace('00001', '00002')}.vtdb",
    ]


def test_the_copy_before_a_migration_is_listed_and_never_thinned(opslag: Opslag) -> None:
    voor = opslag.pad.with_name("scans.voor-0002.vtdb")
    voor.write_bytes(b"van mij")
    maak_reservekopie(opslag, NU)
    assert [k.pad for k in lijst(opslag.pad)][-1] == voor


def test_a_second_place_gets_the_same_file_and_a_missing_one_is_only_said(opslag: Opslag, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    zet_tweede_plaats(opslag, stick)
    assert tweede_plaats(opslag) == stick
    assert maak_bij_wijziging(opslag, NU) == ""
    naast, elders = lijst(opslag.pad, stick)
    assert elders.pad.parent == stick
    assert elders.pad.read_bytes() == naast.pad.read_bytes()
    shutil.rmtree(stick)
    _wijzig(opslag, "a")
    assert "is er nu niet" in maak_bij_wijziging(opslag, NU)
    assert not stick.exists(), "a folder for a stick that is not there would be on this computer's own disk"
    assert len(lijst(opslag.pad)) == 2
    stick.mkdir()
    # The stick is back: it gets the newest, though nothing changed since.
    assert maak_bij_wijziging(opslag, NU) == ""
    assert [k.nr for k in lijst(opslag.pad, stick)] == [2, 1, 2]
    zet_tweede_plaats(opslag, None)
    assert tweede_plaats(opslag) is None


def test_a_second_place_that_is_full_is_said(opslag: Opslag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zet_tweede_plaats(opslag, tmp_path)

    def vol(*_: object, **__: object) -> None:
        raise OmgevingFout("De schijf is vol.")

    monkeypatch.setattr(reservekopieen, "schrijf_veilig", vol)
    assert maak_bij_wijziging(opslag, NU).endswith("De schijf is vol.")
    assert len(lijst(opslag.pad)) == 1
