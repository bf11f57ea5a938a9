"""A clock that is set back or forward in the middle of a gesprek changes neither order nor what is kept."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from vtscan_desktop.domain.risicoscan import Notitie
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.herstel import bekijk
from vtscan_desktop.services.reservekopieen import lijst, maak_bij_wijziging
from vtscan_desktop.services.scans import ScanService
from vtscan_desktop.services.werkblad import Werkblad

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
DAG = timedelta(days=1)


@pytest.fixture(scope="module")
def leeg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("leeg") / "scans.vtdb"
    Opslag.maak(pad, "een lang wachtwoord").sluit()
    return pad


@pytest.fixture
def opslag(leeg: Path, tmp_path: Path) -> Iterator[Opslag]:
    with Opslag.open(Path(shutil.copy(leeg, tmp_path / leeg.name)), "een lang wachtwoord") as geopend:
        yield geopend


@pytest.mark.parametrize("sprong", [-DAG, DAG, -400 * DAG])
def test_notities_stay_in_the_order_of_typing_and_the_newest_backup_has_them_all(
    opslag: Opslag, sprong: timedelta
) -> None:
    klok = iter((NU, NU + timedelta(minutes=20), NU + sprong, NU + sprong + timedelta(minutes=20)))
    scan_id = ScanService(opslag).nieuw("ijsselland", date(2016, 7, 11))
    for nr, nu in enumerate(klok):
        blad = Werkblad(opslag, scan_id, lambda nu=nu: nu, lambda _melding: None)  # type: ignore[misc]
        blad.wijzig(blad.scan.met_notitie(Notitie(nu, f"notitie {nr}")))
        blad.wijzig(replace(blad.scan, overall_beeld=f"stand {nr}"))
        blad.sluit()
        assert maak_bij_wijziging(opslag, nu) == ""
    scan = opslag.lees(scan_id).scan
    assert [notitie.tekst for notitie in scan.notities] == [f"notitie {nr}" for nr in range(4)]
    assert scan.overall_beeld == "stand 3"
    kopieen = lijst(opslag.pad)
    assert [kopie.nr for kopie in kopieen] == [4, 3, 2, 1]
    assert bekijk(kopieen[0].pad, opslag.herstelsleutel).gewijzigd == NU + sprong + timedelta(minutes=20)
