"""A write that fails at any point, in all that writes: afterwards the old or the new, one sentence, and no litter.

The system itself makes them fail: a limit to the size of files (whichever write comes after it fails), and a real
disk of a few hundred kilobytes where the test may mount one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vtscan_desktop.domain.errors import OmgevingFout, VtscanFout
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.services.herstel import onderzoek
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie
from vtscan_desktop.services.scans import Gelezen, Importbeleid, ScanService, lees_invoer

resource = pytest.importorskip("resource", reason="a limit to the size of files is of POSIX")

NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
WACHTWOORD = "een lang wachtwoord"
EERSTE_SCHEMA = Path(__file__).parents[1] / "models" / "data" / "schema-0001.vtdb"
PAGINA = 4096


@contextmanager
def hoogstens(grootte: int) -> Iterator[None]:
    """No file can grow past so many bytes: each write beyond fails."""
    zacht, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (grootte, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (zacht, hard))


def _probeer(doe: Callable[[], object]) -> bool:
    """Whether it succeeded; a failure must be one Dutch sentence of the kind that blames the disk."""
    gezegd = ""
    try:
        doe()
    except OmgevingFout as fout:
        gezegd = str(fout)
    assert not gezegd or gezegd.endswith(".")
    assert "\n" not in gezegd
    return not gezegd


@pytest.fixture(scope="module")
def _gevuld(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    pad = tmp_path_factory.mktemp("gevuld") / "scans.vtdb"
    with Opslag.maak(pad, WACHTWOORD) as opslag:
        ScanService(opslag).importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
        return pad, opslag.herstelsleutel


@pytest.fixture
def database(_gevuld: tuple[Path, str], tmp_path: Path) -> Path:
    return Path(shutil.copy(_gevuld[0], tmp_path / "scans.vtdb"))


@pytest.fixture
def sleutel(_gevuld: tuple[Path, str]) -> str:
    return _gevuld[1]


def _scan(opslag: Opslag) -> Risicoscan:
    return opslag.lees(opslag.overzicht()[0].id).scan


@pytest.mark.parametrize("extra", [*range(0, 12 * PAGINA, PAGINA), 100, 5000])
def test_keeping_a_change_that_fails_at_any_write_keeps_the_old_and_can_be_tried_again(
    database: Path, sleutel: str, extra: int
) -> None:
    with Opslag.open(database, sleutel) as opslag:
        oud = _scan(opslag)
        nieuw = replace(oud, overall_beeld="tekst " * 3000)
        with hoogstens(max(walbestand(database).stat().st_size, PAGINA) + extra):
            gelukt = _probeer(lambda: opslag.bewaar(Werkstand(oud), Werkstand(nieuw), NU))
        assert _scan(opslag) == (nieuw if gelukt else oud)
        assert not gelukt or extra, "the limit was felt"
        opslag.bewaar(Werkstand(_scan(opslag)), Werkstand(nieuw), NU)
    with Opslag.open(database, sleutel) as opslag:
        assert _scan(opslag) == nieuw
    assert onderzoek(database, sleutel) == ()


def _paginas(pad: Path, stappen: int) -> list[int]:
    """Limits up to the size of a file and one beyond."""
    grootte = pad.stat().st_size
    return [*range(0, grootte, max(PAGINA, grootte // stappen)), grootte + 1_000_000]


def test_a_backup_that_fails_at_any_write_leaves_the_older_ones_and_no_litter(database: Path, sleutel: str) -> None:
    with Opslag.open(database, sleutel) as opslag:
        eerste = maak_reservekopie(opslag, NU)
        for grens in _paginas(database, 12):
            voor = lijst(database)
            with hoogstens(grens):
                gelukt = _probeer(lambda: maak_reservekopie(opslag, NU))
            assert len(lijst(database)) == len(voor) + gelukt
        assert gelukt
        assert {p.name for p in eerste.pad.parent.iterdir()} == {k.pad.name for k in lijst(database)}
    for kopie in lijst(database):
        assert onderzoek(kopie.pad, sleutel) == ()


def test_an_export_that_fails_at_any_write_leaves_the_file_that_was_there(
    database: Path, sleutel: str, tmp_path: Path
) -> None:
    doel = tmp_path / "uit" / "scan.vtscan"
    doel.parent.mkdir()
    with Opslag.open(database, sleutel) as opslag:
        service = ScanService(opslag)
        scan_id = _scan(opslag).id
        service.exporteer(scan_id, doel, vervang=False)
        oud = doel.read_bytes()
        for grens in [*range(0, len(oud), 4000), len(oud) - 1]:
            with hoogstens(grens):
                assert not _probeer(lambda: service.exporteer(scan_id, doel, vervang=True))
            assert doel.read_bytes() == oud
            assert list(doel.parent.iterdir()) == [doel]


def test_an_import_that_fails_at_any_write_adds_and_replaces_nothing(database: Path, sleutel: str) -> None:
    gelezen = lees_invoer(voorbeeldscan())
    anders = Gelezen(replace(gelezen.scan, overall_beeld="anders " * 2000, topics=gelezen.scan.topics[::-1]))
    with Opslag.open(database, sleutel) as opslag:
        service, mislukt = ScanService(opslag), 0
        for beleid in (Importbeleid.KOPIE, Importbeleid.VERVANG):
            for extra in range(0, 10 * PAGINA, PAGINA):
                voor = opslag.overzicht(), _scan(opslag)
                with hoogstens(walbestand(database).stat().st_size + extra):
                    gelukt = _probeer(lambda beleid=beleid: service.importeer(anders, beleid))  # type: ignore[misc]
                if not gelukt:
                    mislukt += 1
                    assert (opslag.overzicht(), _scan(opslag)) == voor
        assert mislukt >= 10
    assert onderzoek(database, sleutel) == ()


def test_a_migration_that_fails_at_any_write_leaves_the_older_database(tmp_path: Path) -> None:
    mislukt = 0
    for grens in [*_paginas(EERSTE_SCHEMA, 10), EERSTE_SCHEMA.stat().st_size + 3 * PAGINA]:
        folder = tmp_path / str(grens)
        folder.mkdir()
        pad = Path(shutil.copy(EERSTE_SCHEMA, folder / "scans.vtdb"))

        def werk_bij(pad: Path = pad) -> None:
            Opslag.open(pad, "voorbeeld").sluit()

        with hoogstens(grens):
            mislukt += not _probeer(werk_bij)
        with Opslag.open(pad, "voorbeeld") as opslag:
            assert opslag.revisie() == 3
            assert opslag.zoek("wachtlijst")
        assert onderzoek(pad, "voorbeeld") == ()
    assert mislukt >= 10


@pytest.fixture
def schijf(tmp_path: Path) -> Iterator[Path]:
    """A disk of 600 kB of its own."""
    folder = tmp_path / "schijf"
    folder.mkdir()
    opdracht = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(opdracht, check=False, capture_output=True).returncode:
        pytest.skip("mounting a disk takes root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=False)


def test_a_full_disk_is_said_and_typing_goes_on_when_there_is_room_again(
    schijf: Path, database: Path, sleutel: str
) -> None:
    pad = Path(shutil.copy(database, schijf / "scans.vtdb"))
    with Opslag.open(pad, sleutel) as opslag:
        oud = _scan(opslag)
        vulling = schijf / "vulling"
        with vulling.open("wb", buffering=0) as bestand, suppress(OSError):
            while True:
                bestand.write(bytes(PAGINA))
        nieuw = replace(oud, overall_beeld="tekst " * 3000)
        with pytest.raises(OmgevingFout, match="vol"):
            opslag.bewaar(Werkstand(oud), Werkstand(nieuw), NU)
        with pytest.raises(OmgevingFout, match="vol"):
            maak_reservekopie(opslag, NU)
        assert _scan(opslag) == oud
        vulling.unlink()
        opslag.bewaar(Werkstand(oud), Werkstand(nieuw), NU)
    assert onderzoek(pad, sleutel) == ()


def test_a_drive_that_turns_read_only_is_said_and_nothing_is_lost(schijf: Path, database: Path, sleutel: str) -> None:
    pad = Path(shutil.copy(database, schijf / "scans.vtdb"))
    subprocess.run(["mount", "-o", "remount,ro", str(schijf)], check=True)
    with pytest.raises(VtscanFout) as gevangen:
        Opslag.open(pad, sleutel)
    assert isinstance(gevangen.value, OmgevingFout)
    subprocess.run(["mount", "-o", "remount,rw", str(schijf)], check=True)
    with Opslag.open(pad, sleutel) as opslag:
        assert _scan(opslag).id


def test_a_drive_that_is_gone_is_said_with_the_next_word_and_nothing_is_lost(
    tmp_path: Path, database: Path, sleutel: str
) -> None:
    """The system itself says nothing: it goes on writing to a file that has no name any more."""
    stick = tmp_path / "stick"
    stick.mkdir()
    pad = Path(shutil.move(database, stick / "scans.vtdb"))
    with Opslag.open(pad, sleutel) as opslag:
        oud = _scan(opslag)
        nieuw = replace(oud, overall_beeld="na het losmaken getypt")
        stick.rename(tmp_path / "weg")
        with pytest.raises(OmgevingFout, match="niet meer op haar plaats"):
            opslag.bewaar(Werkstand(oud), Werkstand(nieuw), NU)
        with pytest.raises(OmgevingFout, match="map"):
            maak_reservekopie(opslag, NU)
        (tmp_path / "weg").rename(stick)
        assert _scan(opslag) == oud
        opslag.bewaar(Werkstand(oud), Werkstand(nieuw), NU)
        maak_reservekopie(opslag, NU)
    assert onderzoek(pad, sleutel) == ()
    with Opslag.open(pad, sleutel) as weer:
        assert _scan(weer) == nieuw


def test_a_drive_that_is_unmounted_under_us_is_said_too(schijf: Path, database: Path, sleutel: str) -> None:
    pad = Path(shutil.copy(database, schijf / "scans.vtdb"))
    with Opslag.open(pad, sleutel) as opslag:
        oud = _scan(opslag)
        subprocess.run(["umount", "-l", str(schijf)], check=True)
        with pytest.raises(OmgevingFout, match="niet meer op haar plaats"):
            opslag.bewaar(Werkstand(oud), Werkstand(replace(oud, overall_beeld="weg")), NU)
