"""Scans come into a database, are listed, copied and replaced, and go out again with nothing lost."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan, ScanStatus
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.hulpbronnen import laad_format, voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.reservekopieen import RESERVEMAP
from vtscan_desktop.services.scans import Importbeleid, ScanService, lees_invoer
from vtscan_desktop.uitwisseling.lezen import Gelezen, lees_scanbestand
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

if TYPE_CHECKING:
    pass

NU = datetime(2016, 7, 11, 8, tzinfo=UTC)


class Klok:
    """A clock that goes one minute further at every look."""

    def __init__(self) -> None:
        self.nu = NU

    def __call__(self) -> datetime:
        self.nu += timedelta(minutes=1)
        return self.nu


@pytest.fixture
def service(opslag: Opslag) -> ScanService:
    return ScanService(opslag, Klok())


@pytest.fixture
def ijsselland() -> Gelezen:
    return lees_scanbestand(voorbeeldscan())


def ids(service: ScanService) -> set[str]:
    return {regel.id for regel in service.overzicht()}


def test_an_imported_scan_goes_out_as_it_came_in(service: ScanService, ijsselland: Gelezen, tmp_path: Path) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    uit = tmp_path / "uit.vtscan"
    service.exporteer(scan_id, uit, vervang=False)
    assert lees_invoer(uit).scan == ijsselland.scan
    assert uit.read_bytes() == schrijf_scan(ijsselland.scan)


def test_an_existing_file_is_only_exported_over_when_asked(
    service: ScanService, ijsselland: Gelezen, tmp_path: Path
) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    uit = tmp_path / "uit.vtscan"
    uit.write_bytes(b"van een ander")
    with pytest.raises(InvoerFout, match="bestaat al"):
        service.exporteer(scan_id, uit, vervang=False)
    assert uit.read_bytes() == b"van een ander"
    service.exporteer(scan_id, uit, vervang=True)
    assert lees_invoer(uit).scan == ijsselland.scan


def test_an_export_that_is_not_what_was_meant_gets_no_name(
    service: ScanService, ijsselland: Gelezen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    ander = schrijf_scan(replace(ijsselland.scan, titel="anders"))
    monkeypatch.setattr("vtscan_desktop.services.scans.schrijf_scan", lambda _: ander)
    voor = sorted(tmp_path.iterdir())
    with pytest.raises(OmgevingFout, match="niet goed weggeschreven"):
        service.exporteer(scan_id, tmp_path / "uit.vtscan", vervang=False)
    assert sorted(tmp_path.iterdir()) == voor


def test_the_overview_is_by_regio_and_newest_first_with_the_voorstel(service: ScanService, ijsselland: Gelezen) -> None:
    service.importeer(ijsselland, Importbeleid.WEIGER)
    later = service.nieuw("ijsselland", date(2017, 1, 9))
    eerste = service.nieuw("amsterdam-amstelland", date(2016, 1, 4))
    regels = service.overzicht()
    assert [regel.id for regel in regels] == [eerste, later, ijsselland.scan.id]
    assert regels[2].regionaam == "IJsselland"
    assert regels[2].voorstel.voorstel == 2
    assert regels[2].voorbeeld
    assert regels[1].voorstel.voorstel is None
    assert regels[1].gewijzigd == NU + timedelta(minutes=2)


def test_an_id_that_is_there_is_refused_unless_it_is_said_what_is_meant(
    service: ScanService, ijsselland: Gelezen, opslag: Opslag
) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    ander = Gelezen(replace(ijsselland.scan, titel="anders"))
    revisie = opslag.revisie()
    with pytest.raises(InvoerFout, match="staat al in deze database"):
        service.importeer(ander, Importbeleid.WEIGER)
    assert opslag.revisie() == revisie
    assert opslag.lees(scan_id).scan == ijsselland.scan


def test_importing_as_a_copy_leaves_the_first_alone(service: ScanService, ijsselland: Gelezen, opslag: Opslag) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    kopie_id = service.importeer(ijsselland, Importbeleid.KOPIE)
    assert ids(service) == {scan_id, kopie_id}
    assert opslag.lees(kopie_id).scan == replace(ijsselland.scan, id=kopie_id)
    assert opslag.lees(scan_id).scan == ijsselland.scan


def test_before_each_import_what_was_there_is_backed_up_once(
    service: ScanService, ijsselland: Gelezen, tmp_path: Path
) -> None:
    service.importeer(ijsselland, Importbeleid.WEIGER)
    assert not (tmp_path / RESERVEMAP).exists(), "an empty database needs none"
    for aantal in (1, 2):
        service.importeer(ijsselland, Importbeleid.KOPIE)
        assert len(list((tmp_path / RESERVEMAP).iterdir())) == aantal
    with pytest.raises(InvoerFout):
        service.importeer(ijsselland, Importbeleid.WEIGER)
    assert len(list((tmp_path / RESERVEMAP).iterdir())) == 2
    assert len(ids(service)) == 3


def test_replacing_makes_a_backup_that_still_holds_the_old_scan(
    service: ScanService, ijsselland: Gelezen, opslag: Opslag, tmp_path: Path
) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    nieuw = replace(
        ijsselland.scan,
        titel="Nieuwe titel",
        documenten=ijsselland.scan.documenten[:0],
        topics=Risicoscan("", "", NU).topics,
    )
    assert service.importeer(Gelezen(nieuw), Importbeleid.VERVANG) == scan_id
    assert opslag.lees(scan_id) == Werkstand(nieuw)
    (kopie,) = (tmp_path / RESERVEMAP).iterdir()
    with Opslag.open(kopie, opslag.herstelsleutel) as oud:
        assert oud.lees(scan_id).scan == ijsselland.scan


def test_replacing_what_is_not_there_simply_adds_it(service: ScanService, ijsselland: Gelezen, tmp_path: Path) -> None:
    assert service.importeer(ijsselland, Importbeleid.VERVANG) == ijsselland.scan.id
    assert not (tmp_path / RESERVEMAP).exists()


def test_without_a_backup_nothing_is_replaced(
    service: ScanService, ijsselland: Gelezen, opslag: Opslag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    anders = Gelezen(replace(ijsselland.scan, titel="anders"))
    (tmp_path / RESERVEMAP).write_bytes(b"in de weg")
    with pytest.raises(OmgevingFout, match="reservekopie"):
        service.importeer(anders, Importbeleid.VERVANG)
    (tmp_path / RESERVEMAP).unlink()

    def vol(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(OmgevingFout, match="vol"):
        service.importeer(anders, Importbeleid.VERVANG)
    assert opslag.lees(scan_id).scan == ijsselland.scan
    assert list((tmp_path / RESERVEMAP).iterdir()) == []


def test_a_bestuurlijke_scan_only_comes_in_as_a_reading_copy(
    service: ScanService, ijsselland: Gelezen, opslag: Opslag
) -> None:
    scan_id = service.importeer(ijsselland, Importbeleid.WEIGER)
    leeskopie = Gelezen(beperk(ijsselland.scan, Editie.BESTUURLIJK))
    with pytest.raises(InvoerFout, match="leeskopie"):
        service.importeer(leeskopie, Importbeleid.VERVANG)
    nieuwe = {service.importeer(leeskopie, beleid) for beleid in (Importbeleid.WEIGER, Importbeleid.KOPIE)}
    assert ids(service) == {scan_id, *nieuwe}
    assert len(nieuwe) == 2
    assert {opslag.lees(nieuw).scan.editie for nieuw in nieuwe} == {Editie.BESTUURLIJK}
    assert opslag.lees(scan_id).scan == ijsselland.scan


def test_a_duplicate_is_a_concept_with_the_same_content(
    service: ScanService, ijsselland: Gelezen, opslag: Opslag
) -> None:
    scan = replace(ijsselland.scan, status=ScanStatus.VASTGESTELD, titel="é" * 300)
    klad = (Kladrij("budget", 0, ("20", "", ""), echt=False),)
    opslag.bewaar(None, Werkstand(scan, klad), NU)
    kopie = opslag.lees(service.dupliceer(scan.id))
    assert kopie.scan.id != scan.id
    assert kopie.scan.titel == "é" * 292 + " (kopie)"
    assert replace(kopie.scan, id=scan.id, titel=scan.titel, status=scan.status) == scan
    assert kopie.scan.status is ScanStatus.CONCEPT
    assert kopie.klad == klad
    assert opslag.lees(scan.id) == Werkstand(scan, klad)


def test_a_new_scan_is_empty_and_a_deleted_one_is_gone(service: ScanService, opslag: Opslag) -> None:
    scan_id = service.nieuw("ijsselland", date(2016, 7, 11))
    assert opslag.lees(scan_id).scan == Risicoscan(
        scan_id, "ijsselland", date(2016, 7, 11), format=laad_format().kenmerk
    )
    service.verwijder(scan_id)
    assert ids(service) == set()
    with pytest.raises(InvoerFout, match="geen scan"):
        service.verwijder(scan_id)


def test_the_previous_scan_is_the_latest_before_it_of_the_same_regio(service: ScanService, opslag: Opslag) -> None:
    dagen = {jaar: service.nieuw("ijsselland", date(jaar, 1, 1)) for jaar in (2014, 2015, 2016, 2017)}
    service.nieuw("twente", date(2015, 6, 1))
    service.nieuw("ijsselland", date(2016, 1, 1))

    def vorige(jaar: int) -> str | None:
        gevonden = service.vorige(opslag.lees(dagen[jaar]).scan)
        return gevonden and gevonden.id

    assert (gevonden := vorige(2017)) is not None
    assert opslag.lees(gevonden).scan.peildatum == date(2016, 1, 1)
    assert vorige(2016) == dagen[2015]
    assert vorige(2015) == dagen[2014]
    assert vorige(2014) is None


def test_a_scan_whose_peildatum_is_not_kept_yet_is_not_its_own_previous(service: ScanService, opslag: Opslag) -> None:
    scan = opslag.lees(service.nieuw("ijsselland", date(2015, 1, 1))).scan
    assert service.vorige(replace(scan, peildatum=date(2020, 1, 1))) is None


@pytest.mark.parametrize(
    ("regio", "peildatum"),
    [("zwolle", date(2016, 1, 1)), ("ijsselland", date(1899, 12, 31)), ("ijsselland", date(2101, 1, 1))],
)
def test_a_new_scan_that_could_not_be_exchanged_is_refused(service: ScanService, regio: str, peildatum: date) -> None:
    with pytest.raises(InvoerFout):
        service.nieuw(regio, peildatum)
    assert ids(service) == set()


@pytest.mark.parametrize("naam", ["rapport.pdf", "RAPPORT.PDF"])
def test_a_pdf_that_is_none_is_said_as_such(tmp_path: Path, naam: str) -> None:
    pad = tmp_path / naam
    pad.write_bytes(b"geen pdf")
    with pytest.raises(InvoerFout, match="geen PDF"):
        lees_invoer(pad)


def test_a_pdf_without_a_scan_is_said_as_such_whatever_its_name(tmp_path: Path) -> None:
    pad = tmp_path / "brief.vtscan"
    pad.write_bytes(b"%PDF-1.7\n%%EOF\n")
    with pytest.raises(InvoerFout, match="PDF waar geen leesbare risicoscan in zit"):
        lees_invoer(pad)


def test_input_that_cannot_be_read_is_said_as_such(tmp_path: Path) -> None:
    for naam in ("weg.pdf", "weg.vtscan"):
        with pytest.raises(OmgevingFout, match="is er niet"):
            lees_invoer(tmp_path / naam)
    with pytest.raises(InvoerFout, match="is een map"):
        lees_invoer(tmp_path)
