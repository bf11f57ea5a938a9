"""`vtscan database`: exit codes 0, 1, 2 and 3, and that looking changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.cli.conftest import WACHTWOORD, Aanroep
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie

Stand = Callable[[], dict[str, bytes | None]]


def _met_kopie(database: Path) -> Path:
    with Opslag.open(database, WACHTWOORD) as opslag:
        return maak_reservekopie(opslag, datetime(2016, 7, 11, tzinfo=UTC)).pad


def _beschadig(pad: Path) -> None:
    inhoud = bytearray(pad.read_bytes())
    inhoud[6000] ^= 1
    pad.write_bytes(inhoud)


def test_a_whole_database_is_called_so_and_left_alone(
    vtscan: Aanroep, database: Path, wachtwoord: Path, stand: Stand
) -> None:
    eerst = stand()
    antwoord = vtscan("database", database, "--controle", "--wachtwoord-bestand", wachtwoord)
    assert antwoord.code == 0
    assert "is gaaf. Er staat één scan in; de laatste wijziging is van " in antwoord.uit
    assert stand() == eerst


def test_damage_is_exit_1_names_the_last_good_backup_and_restoring_it_is_exit_0(
    vtscan: Aanroep, database: Path, wachtwoord: Path, stand: Stand
) -> None:
    kopie = _met_kopie(database)
    _beschadig(database)
    eerst = stand()
    antwoord = vtscan("database", database, "--controle", "--wachtwoord-bestand", wachtwoord)
    assert (antwoord.code, antwoord.uit) == (1, "")
    assert "beschadigd (één van de" in antwoord.fout or "beschadigd (1 van de" in antwoord.fout
    assert f'--herstel "{kopie}"' in antwoord.fout
    assert stand() == eerst
    antwoord = vtscan("database", database, "--herstel", kopie, "--wachtwoord-bestand", wachtwoord)
    assert (antwoord.code, antwoord.uit) == (0, f"{database}\n")
    assert "zoals die was, staat in" in antwoord.fout
    assert vtscan("database", database, "--controle", "--wachtwoord-bestand", wachtwoord).code == 0


def test_damage_without_a_backup_says_so(vtscan: Aanroep, database: Path, wachtwoord: Path) -> None:
    _beschadig(database)
    antwoord = vtscan("database", database, "--controle", "--wachtwoord-bestand", wachtwoord)
    assert antwoord.code == 1
    assert "geen reservekopie gevonden" in antwoord.fout


def test_what_is_given_wrong_is_exit_2_and_what_fails_outside_is_exit_3(
    vtscan: Aanroep, database: Path, wachtwoord: Path, tmp_path: Path, stand: Stand
) -> None:
    kopie = _met_kopie(database)
    fout = tmp_path / "fout.txt"
    fout.write_text("niet dit")
    met, zonder = ("--wachtwoord-bestand", wachtwoord), ("--wachtwoord-bestand", fout)
    eerst = stand()
    vtscan.weigert(2, "database", database, "--controle", *zonder, zin="wachtwoord klopt niet")
    vtscan.weigert(2, "database", database, "--herstel", kopie, *zonder, zin="wachtwoord klopt niet")
    vtscan.weigert(2, "database", fout, "--controle", *met, zin="geen vtscan-database")
    vtscan.weigert(2, "database", database, "--herstel", fout, *met, zin="geen vtscan-database")
    vtscan.weigert(2, "database", database, "--herstel", database, *met, zin="uit zichzelf")
    vtscan.weigert(3, "database", tmp_path / "weg.vtdb", "--controle", *met, zin="is er niet")
    vtscan.weigert(3, "database", database, "--herstel", tmp_path / "weg.vtdb", *met, zin="De reservekopie")
    assert stand() == eerst
    with Opslag.open(database, WACHTWOORD):
        vtscan.weigert(3, "database", database, "--controle", *met, zin="in gebruik")
        vtscan.weigert(3, "database", database, "--herstel", kopie, *met, zin="in gebruik")
    assert lijst(database)[0].pad == kopie
    _beschadig(kopie)
    vtscan.weigert(2, "database", database, "--herstel", kopie, *met, zin="zelf beschadigd")
