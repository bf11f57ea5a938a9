"""A backup put back: checked first, never over anything that is not kept, and the old or the new one at any moment."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, SchadeFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.services import herstel
from vtscan_desktop.services.herstel import bekijk, onderzoek, open_database, zet_terug
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie

WACHTWOORD = "een lang wachtwoord"
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
EERSTE = Path(__file__).parents[1] / "models" / "data" / "schema-0001.vtdb"


def _voeg_toe(opslag: Opslag, scan_id: str) -> None:
    opslag.bewaar(None, Werkstand(Risicoscan(scan_id, "ijsselland", NU.date())), NU)


@pytest.fixture(scope="module")
def _met_kopie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pad = tmp_path_factory.mktemp("gevuld") / "scans.vtdb"
    with Opslag.maak(pad, WACHTWOORD) as opslag:
        _voeg_toe(opslag, "a")
        maak_reservekopie(opslag, NU)
        _voeg_toe(opslag, "b")
    return pad


@pytest.fixture
def database(_met_kopie: Path, tmp_path: Path) -> Path:
    """A database with scans a and b, and a backup with a."""
    return Path(shutil.copytree(_met_kopie.parent, tmp_path / "map")) / _met_kopie.name


def _beschadig(pad: Path, plek: int = 5000) -> bytes:
    inhoud = bytearray(pad.read_bytes())
    inhoud[plek] ^= 1
    pad.write_bytes(inhoud)
    return bytes(inhoud)


def _ids(pad: Path) -> set[str]:
    with Opslag.open(pad, WACHTWOORD) as opslag:
        return {kop.id for kop in opslag.overzicht()}


def test_looking_into_a_backup_shows_its_scans_and_changes_nothing(database: Path) -> None:
    [kopie] = lijst(database)
    eerst = kopie.pad.read_bytes()
    inhoud = bekijk(kopie.pad, WACHTWOORD)
    assert [(scan.id, scan.regionaam) for scan in inhoud.scans] == [("a", "IJsselland")]
    assert inhoud.gewijzigd == NU
    assert kopie.pad.read_bytes() == eerst
    assert sorted(p.name for p in kopie.pad.parent.iterdir()) == [kopie.pad.name]


def test_an_older_backup_can_be_looked_into_as_it_lies(tmp_path: Path) -> None:
    oud = Path(shutil.copy(EERSTE, tmp_path / "oud.vtdb"))
    eerst = oud.read_bytes()
    assert len(bekijk(oud, "voorbeeld").scans) == 1
    assert oud.read_bytes() == eerst
    assert list(tmp_path.iterdir()) == [oud]


def test_putting_a_backup_back_keeps_what_was_there_as_a_backup(database: Path) -> None:
    [kopie] = lijst(database)
    bewaard = zet_terug(database, kopie.pad, WACHTWOORD, NU)
    assert _ids(database) == {"a"}
    assert bewaard == lijst(database)[0].pad
    assert _ids(bewaard) == {"a", "b"}
    zet_terug(database, bewaard, WACHTWOORD, NU)
    assert _ids(database) == {"a", "b"}


@pytest.mark.parametrize("plek", [3, 2000, 5000])
def test_a_damaged_database_is_kept_as_it_is_when_a_backup_takes_its_place(database: Path, plek: int) -> None:
    stuk = _beschadig(database, plek)
    with pytest.raises(SchadeFout):
        open_database(database, WACHTWOORD)
    bewaard = zet_terug(database, lijst(database)[0].pad, WACHTWOORD, NU)
    assert bewaard is not None
    assert bewaard.read_bytes() == stuk
    assert _ids(database) == {"a"}


def test_the_wal_of_a_damaged_database_goes_with_it(database: Path) -> None:
    _beschadig(database)
    walbestand(database).write_bytes(b"x" * 10_000)
    bewaard = zet_terug(database, lijst(database)[0].pad, WACHTWOORD, NU)
    assert bewaard is not None
    assert walbestand(bewaard).read_bytes() == b"x" * 10_000
    assert not walbestand(database).exists()
    assert _ids(database) == {"a"}


def test_a_database_that_is_gone_can_be_put_back(database: Path) -> None:
    database.unlink()
    assert zet_terug(database, lijst(database)[0].pad, WACHTWOORD, NU) is None
    assert _ids(database) == {"a"}


def test_a_backup_of_an_older_version_is_put_back_up_to_date(tmp_path: Path) -> None:
    database = tmp_path / "scans.vtdb"
    zet_terug(database, Path(EERSTE), "voorbeeld", NU)
    with Opslag.open(database, "voorbeeld") as opslag:
        assert len(opslag.overzicht()) == 1
    assert list(tmp_path.iterdir()) == [database]


def test_a_damaged_backup_changes_nothing(database: Path) -> None:
    [kopie] = lijst(database)
    _beschadig(kopie.pad)
    eerst = database.read_bytes()
    with pytest.raises(InvoerFout, match="zelf beschadigd"):
        zet_terug(database, kopie.pad, WACHTWOORD, NU)
    with pytest.raises(InvoerFout, match="uit zichzelf"):
        zet_terug(database, database, WACHTWOORD, NU)
    with pytest.raises(InvoerFout, match="wachtwoord"):
        zet_terug(database, EERSTE, WACHTWOORD, NU)
    with pytest.raises(OmgevingFout, match="is er niet"):
        zet_terug(database, database.with_name("weg.vtdb"), WACHTWOORD, NU)
    assert database.read_bytes() == eerst
    assert lijst(database) == (kopie,)


def test_a_database_that_is_open_is_not_replaced(database: Path) -> None:
    [kopie] = lijst(database)
    with Opslag.open(database, WACHTWOORD):
        with pytest.raises(OmgevingFout, match="in gebruik"):
            zet_terug(database, kopie.pad, WACHTWOORD, NU)
        with pytest.raises(OmgevingFout, match="in gebruik"):
            onderzoek(database, WACHTWOORD)
    assert _ids(database) == {"a", "b"}


@pytest.mark.parametrize("keer", range(1, 6))
def test_a_write_that_fails_at_any_point_leaves_the_old_or_the_new(
    database: Path, monkeypatch: pytest.MonkeyPatch, keer: int
) -> None:
    [kopie] = lijst(database)
    echt, gedaan = os.fsync, 0

    def stuk(nummer: int) -> None:
        nonlocal gedaan
        gedaan += 1
        if gedaan == keer:
            raise OSError(errno.ENOSPC, "full")
        echt(nummer)

    verwacht = {"a"}
    with monkeypatch.context() as m:
        m.setattr(os, "fsync", stuk)
        try:
            zet_terug(database, kopie.pad, WACHTWOORD, NU)
        except OmgevingFout:
            verwacht = {"a", "b"}
    assert _ids(database) == verwacht
    assert not list(database.parent.rglob("*.deel"))


def test_a_wrong_passphrase_is_not_called_damage_nor_damage_a_wrong_passphrase(database: Path) -> None:
    with pytest.raises(InvoerFout, match="wachtwoord klopt niet"):
        open_database(database, "fout")
    with pytest.raises(InvoerFout, match="wachtwoord klopt niet"):
        onderzoek(database, "fout")
    assert onderzoek(database, WACHTWOORD) == ()
    _beschadig(database, 7)
    with pytest.raises(InvoerFout, match="wachtwoord klopt niet"):
        open_database(database, "fout")
    with pytest.raises(SchadeFout, match="wel op de reservekopie van 11 juli 2016"):
        open_database(database, WACHTWOORD)
    [bevinding] = herstel.onderzoek(database, WACHTWOORD)
    assert "beschadigd" in bevinding
