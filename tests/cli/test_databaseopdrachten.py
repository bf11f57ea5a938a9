"""importeer, scans and exporteer on a real database."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import IJSSELLAND, WACHTWOORD, Aanroep
from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

STAND = Callable[[], dict[str, bytes | None]]


def test_a_scan_goes_in_and_comes_out_with_nothing_lost(
    vtscan: Aanroep, ijsselland: Path, wachtwoord: Path, tmp_path: Path
) -> None:
    bij = ["--database", "nieuw.vtdb", "--wachtwoord-bestand", wachtwoord]
    antwoord = vtscan("importeer", ijsselland, *bij)
    assert (antwoord.code, antwoord.uit) == (0, IJSSELLAND + "\n")
    assert "herstelsleutel" in antwoord.fout
    sleutel = "\n".join(antwoord.fout.splitlines()[2:])
    with Opslag.open(tmp_path / "nieuw.vtdb", sleutel) as opslag:
        assert opslag.bestaat(IJSSELLAND)
    regels = json.loads(vtscan("scans", *bij, "--json").uit)
    assert [(r["id"], r["regio"], r["peildatum"], r["status"], r["voorstel"]) for r in regels] == [
        (IJSSELLAND, "ijsselland", "2016-07-11", "concept", 2)
    ]
    assert vtscan("exporteer", IJSSELLAND.upper(), *bij, "--uit", "uit.vtscan").code == 0
    assert lees_invoer(tmp_path / "uit.vtscan") == lees_invoer(ijsselland)


def test_scans_can_be_read_by_a_person(vtscan: Aanroep, database: Path, wachtwoord: Path, tmp_path: Path) -> None:
    antwoord = vtscan("scans", "--database", database, "--wachtwoord-bestand", wachtwoord)
    assert antwoord.uit == f"{IJSSELLAND}  VOORBEELD, IJsselland, 11 juli 2016, concept, voorstel 2 (zeker)\n"
    Opslag.maak(tmp_path / "leeg.vtdb", WACHTWOORD).sluit()
    leeg = vtscan("scans", "--database", "leeg.vtdb", "--wachtwoord-bestand", wachtwoord)
    assert (leeg.code, leeg.uit) == (0, "")
    assert "nog geen scan" in leeg.fout


def test_an_id_that_is_there_is_refused_replaced_or_copied_as_asked(
    vtscan: Aanroep, ijsselland: Path, database: Path, wachtwoord: Path, tmp_path: Path
) -> None:
    bij = ["--database", database, "--wachtwoord-bestand", wachtwoord]
    vtscan.weigert(2, "importeer", ijsselland, *bij, zin=IJSSELLAND)
    assert not (tmp_path / "reservekopieen").exists()
    assert vtscan("importeer", ijsselland, *bij, "--vervang").uit == IJSSELLAND + "\n"
    assert len(list((tmp_path / "reservekopieen").iterdir())) == 1
    kopie = vtscan("importeer", ijsselland, *bij, "--als-kopie")
    assert kopie.code == 0
    assert {regel["id"] for regel in json.loads(vtscan("scans", *bij, "--json").uit)} == {IJSSELLAND, kopie.uit.strip()}


def test_a_bestuurlijke_scan_comes_in_as_a_reading_copy_only(
    vtscan: Aanroep, ijsselland: Path, database: Path, wachtwoord: Path, tmp_path: Path
) -> None:
    scan = beperk(lees_invoer(ijsselland).scan, Editie.BESTUURLIJK)
    (tmp_path / "leeskopie.vtscan").write_bytes(schrijf_scan(scan))
    bij = ["--wachtwoord-bestand", wachtwoord, "--database"]
    vtscan.weigert(2, "importeer", "leeskopie.vtscan", "--vervang", *bij, "nieuw.vtdb", zin="leeskopie")
    assert not (tmp_path / "nieuw.vtdb").exists()
    antwoord = vtscan("importeer", "leeskopie.vtscan", *bij, database)
    assert antwoord.code == 0
    assert antwoord.uit.strip() != IJSSELLAND
    assert "leeskopie" in antwoord.fout
    edities = {r["id"]: r["editie"] for r in json.loads(vtscan("scans", *bij, database, "--json").uit)}
    assert edities == {IJSSELLAND: "volledig", antwoord.uit.strip(): "bestuurlijk"}


def test_what_is_asked_wrongly_of_a_database_harms_nothing(
    vtscan: Aanroep, database: Path, wachtwoord: Path, tmp_path: Path, stand: STAND
) -> None:
    (tmp_path / "verkeerd.txt").write_text("niet het wachtwoord")
    (tmp_path / "leeg.txt").write_text("\nwachtwoord op regel twee")
    (tmp_path / "binair.txt").write_bytes(b"\xff\xfe")
    (tmp_path / "tekst.vtdb").write_text("geen database\n" * 1000)
    (tmp_path / "bestaat.vtscan").write_bytes(b"van een ander")
    (tmp_path / "map").mkdir()
    voor = stand()
    goed, met = ["--wachtwoord-bestand", wachtwoord], ["--database", database]
    uit = ["exporteer", IJSSELLAND, *met, *goed, "--uit"]
    vtscan.weigert(2, "scans", *met, "--wachtwoord-bestand", "verkeerd.txt", zin="wachtwoord klopt niet")
    vtscan.weigert(2, "scans", *met, "--wachtwoord-bestand", "leeg.txt", zin="eerste regel")
    vtscan.weigert(2, "scans", *met, "--wachtwoord-bestand", "binair.txt", zin="UTF-8")
    vtscan.weigert(2, "scans", *met, "--wachtwoord-bestand", "map", zin="is een map")
    vtscan.weigert(3, "scans", *met, "--wachtwoord-bestand", "weg.txt", zin="is er niet")
    vtscan.weigert(2, "scans", "--database", "tekst.vtdb", *goed, zin="geen vtscan-database")
    vtscan.weigert(3, "scans", "--database", "weg.vtdb", *goed, zin="is er niet")
    vtscan.weigert(2, "exporteer", "onbekend", *met, *goed, "--uit", "uit.vtscan", zin="onbekend")
    vtscan.weigert(2, *uit, "bestaat.vtscan", zin="Geef een andere naam, of --vervang.")
    vtscan.weigert(2, *uit, "map", "--vervang", zin="is een map")
    vtscan.weigert(3, *uit, "weg/uit.vtscan", zin="map weg is er niet")
    vtscan.weigert(2, *uit, database, "--vervang", zin="is de database zelf")
    assert stand() == voor


def test_a_full_or_read_only_target_is_a_failure_outside_and_leaves_nothing(
    vtscan: Aanroep, database: Path, wachtwoord: Path, stand: STAND, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = stand()
    for nummer, zin in ((errno.ENOSPC, "schijf is vol"), (errno.EROFS, "mag u niet schrijven")):

        def weiger(_: int, nummer: int = nummer) -> None:
            raise OSError(nummer, "refused")

        monkeypatch.setattr(os, "fsync", weiger)
        bij = ["--database", database, "--wachtwoord-bestand", wachtwoord]
        vtscan.weigert(3, "exporteer", IJSSELLAND, *bij, "--uit", "uit.vtscan", zin=zin)
        assert stand() == voor


def test_a_new_database_that_cannot_be_kept_is_not_left_half(
    vtscan: Aanroep, ijsselland: Path, wachtwoord: Path, stand: STAND, monkeypatch: pytest.MonkeyPatch
) -> None:
    voor = stand()

    def vol(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", vol)
    bij = ["--wachtwoord-bestand", wachtwoord]
    vtscan.weigert(3, "importeer", ijsselland, "--database", "nieuw.vtdb", *bij, zin="vol")
    vtscan.weigert(3, "importeer", ijsselland, "--database", "weg/nieuw.vtdb", *bij, zin="weg")
    assert stand() == voor


def test_a_database_in_use_elsewhere_is_a_failure_outside(vtscan: Aanroep, database: Path, wachtwoord: Path) -> None:
    with Opslag.open(database, WACHTWOORD):
        vtscan.weigert(3, "scans", "--database", database, "--wachtwoord-bestand", wachtwoord, zin="in gebruik")


def test_without_a_terminal_the_passphrase_must_come_from_a_file(
    vtscan: Aanroep, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    vtscan.weigert(2, "scans", "--database", database, zin="--wachtwoord-bestand")


def test_at_a_terminal_the_passphrase_is_asked_and_for_a_new_database_twice(
    vtscan: Aanroep, ijsselland: Path, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    antwoorden = [WACHTWOORD, "een", "twee", "drie", "drie"]
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", lambda _vraag: antwoorden.pop(0))
    assert vtscan("scans", "--database", database).code == 0
    vtscan.weigert(2, "importeer", ijsselland, "--database", "nieuw.vtdb", zin="niet gelijk")
    assert not (tmp_path / "nieuw.vtdb").exists()
    assert vtscan("importeer", ijsselland, "--database", "nieuw.vtdb").code == 0
    Opslag.open(tmp_path / "nieuw.vtdb", "drie").sluit()
