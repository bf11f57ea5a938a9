"""What opens a database, what doesn't, and that what doesn't leaves every byte as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.models.conftest import NU, WACHTWOORD
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models import verbinding
from vtscan_desktop.models.migratie import SCHEMAVERSIE
from vtscan_desktop.models.opslag import Opslag

WERKSTAND = Werkstand(Risicoscan("a", "ijsselland", NU.date(), titel="Scan"))


def _toestand(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in folder.iterdir()}


def test_a_new_database_is_private_and_alone_and_its_words_are_nowhere_in_it(tmp_path: Path) -> None:
    pad = tmp_path / "nieuw.vtdb"
    with Opslag.maak(pad, WACHTWOORD) as opslag:
        assert opslag.pad == pad
        assert opslag.revisie() == 0
        opslag.bewaar(None, Werkstand(Risicoscan("a", "ijsselland", NU.date(), overall_beeld="Geheim " * 500)), NU)
        inhoud = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"Geheim" not in inhoud
    assert b"CREATE TABLE" not in inhoud
    assert [p.name for p in tmp_path.iterdir()] == ["nieuw.vtdb"]
    if os.name == "posix":
        assert pad.stat().st_mode & 0o777 == 0o600


def test_passphrase_and_herstelsleutel_both_open_it(database: Path) -> None:
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, WERKSTAND, NU)
        herstelsleutel = opslag.herstelsleutel
    with Opslag.open(database, herstelsleutel.lower().replace("\n", " ")) as opslag:
        assert opslag.lees("a") == WERKSTAND
        assert opslag.herstelsleutel == herstelsleutel


def test_a_wrong_passphrase_changes_nothing(database: Path) -> None:
    with Opslag.open(database, WACHTWOORD) as opslag:
        regels = opslag.herstelsleutel.splitlines()
    eerst = _toestand(database.parent)
    regels[1] = ("0" if regels[1][0] != "0" else "1") + regels[1][1:]
    for geheim, zin in (("fout", "wachtwoord klopt niet"), ("", "leeg"), ("\n".join(regels), "Regel 2 ")):
        with pytest.raises(InvoerFout, match=zin):
            Opslag.open(database, geheim)
    assert _toestand(database.parent) == eerst


def test_a_file_that_is_something_else_is_called_no_database_and_left_alone(tmp_path: Path) -> None:
    ruis = random.Random(1)
    gevallen = {
        "leeg": b"",
        "kort": ruis.randbytes(100),
        "scheef": ruis.randbytes(5000),
        "tekst": b"Geen database, maar proza.\n" * 1000,
        "nullen": bytes(8192),
        "rapport.pdf": b"%PDF-1.7\n" + ruis.randbytes(8192 - 9),
    }
    for naam, inhoud in gevallen.items():
        (tmp_path / naam).write_bytes(inhoud)
    plat = sqlite3.connect(tmp_path / "plat.db")
    plat.execute("CREATE TABLE t (a)")
    plat.close()
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archief:
        archief.writestr("x", ruis.randbytes(9000))
    eerst = _toestand(tmp_path)
    for pad in sorted(tmp_path.iterdir()):
        with pytest.raises(InvoerFout, match="is geen vtscan-database"):
            Opslag.open(pad, WACHTWOORD)
    assert _toestand(tmp_path) == eerst


def test_a_missing_file_and_a_folder_are_named_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout, match="geen bestand"):
        Opslag.open(tmp_path / "weg.vtdb", WACHTWOORD)
    with pytest.raises(InvoerFout, match="is een map"):
        Opslag.open(tmp_path, WACHTWOORD)
    with pytest.raises(OmgevingFout, match="map"):
        Opslag.maak(tmp_path / "geen" / "map.vtdb", WACHTWOORD)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_never_made_anew(tmp_path: Path) -> None:
    pad = tmp_path / "bestaand"
    pad.write_text("van mij")
    with pytest.raises(InvoerFout, match="bestaat al"):
        Opslag.maak(pad, WACHTWOORD)
    with pytest.raises(InvoerFout, match="leeg"):
        Opslag.maak(tmp_path / "ander", " ")
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"bestaand": "van mij"}


def _in_eigen_proces(code: str, *argumenten: str, **opties: object) -> str:
    """Run code in another process; what it prints. It may use Opslag and VtscanFout."""
    kop = "import sys\nfrom pathlib import Path\nfrom vtscan_desktop.models.opslag import *\n"
    kop += "from vtscan_desktop.domain.errors import VtscanFout\n"
    gedaan = subprocess.run(
        [sys.executable, "-c", kop + code, *argumenten],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "utf-8"},
        **opties,  # type: ignore[call-overload]
    )
    return str(gedaan.stdout + gedaan.stderr)


PROBEER = "try:\n Opslag.open(Path(sys.argv[1]), sys.argv[2]).sluit(); print('open')\n"
PROBEER += "except VtscanFout as fout:\n print(fout.code, fout)"


def test_an_open_database_is_in_use_for_any_other_window_or_process(database: Path) -> None:
    with Opslag.open(database, WACHTWOORD) as opslag:
        with pytest.raises(OmgevingFout, match="in gebruik"):
            Opslag.open(database, WACHTWOORD)
        # The refusal just now must not have dropped the lock either.
        antwoord = _in_eigen_proces(PROBEER, str(database), WACHTWOORD)
        assert antwoord.startswith("3 ")
        assert "in gebruik" in antwoord
        assert opslag.bewaar(None, WERKSTAND, NU) == 1
    assert _in_eigen_proces(PROBEER, str(database), WACHTWOORD) == "open\n"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="alleen root kan van gebruiker wisselen")
def test_a_file_or_folder_without_permission_is_named(database: Path) -> None:
    code = "import os\nos.setgid(65534)\nos.setuid(65534)\n" + PROBEER
    database.parent.chmod(0o755)
    for hoger in database.parent.parents[:3]:
        if hoger.stat().st_mode & 0o777 == 0o700:
            hoger.chmod(0o711)
    antwoord = _in_eigen_proces(code, str(database), WACHTWOORD)
    assert antwoord.startswith("3 U hebt geen rechten")
    database.chmod(0o666)
    antwoord = _in_eigen_proces(code, str(database), WACHTWOORD)
    assert antwoord.startswith("3 U hebt geen rechten om te schrijven in de map")


def _met_schemaversie(pad: Path, *opdrachten: str) -> None:
    with Opslag.open(pad, WACHTWOORD) as opslag, opslag._beurt() as conn:
        for opdracht in opdrachten:
            conn.exec_driver_sql(opdracht)


@pytest.mark.parametrize(
    ("opdrachten", "zin"),
    [
        ((f"PRAGMA user_version = {SCHEMAVERSIE + 1}", "UPDATE alembic_version SET version_num = 'z'"), "nieuwere"),
        (("UPDATE alembic_version SET version_num = 'anders'",), "niet kent"),
        (("PRAGMA user_version = 0", "DROP TABLE alembic_version"), "geen vtscan-database"),
    ],
)
def test_a_newer_or_unknown_database_is_refused_unread_and_unchanged(
    database: Path, opdrachten: tuple[str, ...], zin: str
) -> None:
    _met_schemaversie(database, *opdrachten)
    eerst = _toestand(database.parent)
    with pytest.raises(InvoerFout, match=zin):
        Opslag.open(database, WACHTWOORD)
    assert _toestand(database.parent) == eerst


def test_a_damaged_page_is_reported_as_damage(database: Path) -> None:
    with database.open("r+b") as bestand:
        bestand.seek(4096 + 100)
        bestand.write(b"kapot" * 200)
        bestand.seek(2 * 4096)
        bestand.write(random.Random(2).randbytes(database.stat().st_size - 2 * 4096))
    with pytest.raises(InvoerFout, match="beschadigd"):
        Opslag.open(database, WACHTWOORD)


def test_the_key_is_proved_by_the_wal_when_a_power_cut_tore_page_one(tmp_path: Path, database: Path) -> None:
    kopie = tmp_path / "kopie" / database.name
    kopie.parent.mkdir()
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, WERKSTAND, NU)
        for deel in database.parent.glob(database.name + "*"):
            shutil.copy(deel, kopie.parent / deel.name)
    with kopie.open("r+b") as bestand:
        bestand.seek(2000)
        bestand.write(bytes(500))
    eerst = _toestand(kopie.parent)
    with pytest.raises(InvoerFout, match="wachtwoord"):
        Opslag.open(kopie, "fout")
    assert _toestand(kopie.parent) == eerst
    zout = kopie.read_bytes()[:16]
    assert verbinding.vind_sleutel(kopie, WACHTWOORD)[1] == zout


def test_a_commit_is_on_disk_and_nothing_leaks_beside_the_file(database: Path) -> None:
    verwacht = {"synchronous": 2, "journal_mode": "wal", "locking_mode": "exclusive", "temp_store": 2}
    verwacht |= {"foreign_keys": 1, "secure_delete": 1, "trusted_schema": 0, "cipher_log_level": "NONE"}
    with Opslag.open(database, WACHTWOORD) as opslag, opslag._beurt() as conn:
        for naam, waarde in verwacht.items():
            assert conn.exec_driver_sql(f"PRAGMA {naam}").scalar_one() == waarde, naam


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    monkeypatch.setattr(verbinding.sqlcipher, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(OmgevingFout, match="te oud"):
        Opslag.open(database, WACHTWOORD)
    monkeypatch.undo()
    Opslag.open(database, WACHTWOORD).sluit()


def test_every_refusal_is_one_sentence(tmp_path: Path) -> None:
    for pad in (tmp_path, tmp_path / "weg"):
        with pytest.raises(VtscanFout) as gevangen:
            Opslag.open(pad, WACHTWOORD)
        assert str(gevangen.value).endswith(".")
        assert "\n" not in str(gevangen.value)
