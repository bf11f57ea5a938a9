"""An organisation's own format: taken over, kept with the database, and never changed under a scan."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from tests.eigenformat import bytes_van, eigen_bestand, formats, schrijf_eigen
from tests.strategieen import risicoscans
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.hermeting import Deel
from vtscan_desktop.domain.overleg import schrijf_overleg
from vtscan_desktop.domain.risicoscan import Actie, Oordeel, ScanStatus
from vtscan_desktop.domain.scanverschil import vergelijk_scans
from vtscan_desktop.domain.topics import zeg_ontbrekend
from vtscan_desktop.domain.vergelijking import noem_topic, zeg_formats
from vtscan_desktop.hulpbronnen import EERSTE_FORMAT, laad_format, voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.actiebestand import bewaar_acties
from vtscan_desktop.services.beoordelen import beoordeel_scan
from vtscan_desktop.services.formats import Formatregel, format_van, zoek_format
from vtscan_desktop.services.herstel import zet_terug
from vtscan_desktop.services.overleg import lees_laatste_scans, lees_overleg
from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport
from vtscan_desktop.services.reservekopieen import maak_reservekopie
from vtscan_desktop.services.scans import Importbeleid, ScanService, lees_invoer
from vtscan_desktop.services.scanversies import Scanversies
from vtscan_desktop.services.werkblad import Werkblad
from vtscan_desktop.services.zoeken import zoek_teksten
from vtscan_desktop.uitwisseling.formatbestand import lees_formatbestand
from vtscan_desktop.uitwisseling.lezen import Gelezen

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.topics import Format

NU = datetime(2016, 7, 11, 8, tzinfo=UTC)


@pytest.fixture
def service(opslag: Opslag) -> ScanService:
    return ScanService(opslag, lambda: NU)


def _regel(service: ScanService, kenmerk: str) -> Formatregel:
    return next(regel for regel in service.formats.overzicht() if regel.format.kenmerk == kenmerk)


def _nieuw(service: ScanService) -> Risicoscan:
    return service.lees(service.nieuw("ijsselland", date(2016, 7, 11)))


@given(formats(), risicoscans())
@settings(max_examples=60)
def test_any_format_gives_the_same_voorstel_signalen_and_order_of_what_is_said(
    format_: Format, scan: Risicoscan
) -> None:
    gewoon, eigen = beoordeel_scan(scan, laad_format()), beoordeel_scan(scan, format_)
    assert eigen.voorstel == gewoon.voorstel
    assert eigen.effectief == gewoon.effectief
    assert [signaal.code for signaal in eigen.signalen] == [signaal.code for signaal in gewoon.signalen]


def test_a_scan_without_a_version_is_of_the_format_that_there_was_then(opslag: Opslag) -> None:
    for verwijzing in ("", "risicoscan", EERSTE_FORMAT):
        gevonden = zoek_format(verwijzing, opslag)
        assert (gevonden.kenmerk, gevonden.vervangt) == (EERSTE_FORMAT, "")


def test_a_later_shipped_format_leaves_old_scans_their_own_words(
    service: ScanService, monkeypatch: pytest.MonkeyPatch
) -> None:
    oud = _nieuw(service)
    eerste = laad_format()
    topics = tuple(replace(topic, titel=f"Later: {topic.titel}") for topic in eerste.topics)
    later = replace(eerste, versie="2030-1", topics=topics)
    for waar in ("vtscan_desktop.hulpbronnen", "vtscan_desktop.services.formats"):
        monkeypatch.setattr(f"{waar}.laad_formats", lambda: {f.kenmerk: f for f in (eerste, later)})
        monkeypatch.setattr(f"{waar}.laad_format", lambda: later)
    nieuw = _nieuw(service)
    assert service.format_van(oud).topic(3).titel == "Wachtlijsten"
    assert service.format_van(replace(oud, format="")).topic(3).titel == "Wachtlijsten"
    assert service.format_van(nieuw).topic(3).titel == "Later: Wachtlijsten"


def test_a_new_scan_is_of_the_chosen_format_and_keeps_it_when_a_newer_version_comes(
    service: ScanService, tmp_path: Path
) -> None:
    gewoon = _nieuw(service)
    assert gewoon.format == laad_format().kenmerk
    eerste = service.formats.neem_over(schrijf_eigen(tmp_path, "1", "Oud"))
    service.formats.kies_standaard(eerste.kenmerk)
    oud = _nieuw(service)
    tweede = service.formats.neem_over(schrijf_eigen(tmp_path, "2", "Nieuw"))
    service.formats.kies_standaard(tweede.kenmerk)
    nieuw = _nieuw(service)
    assert [scan.format for scan in (oud, nieuw)] == ["ons-format/1", "ons-format/2"]
    for scan, merk in ((oud, "Oud"), (nieuw, "Nieuw")):
        format_ = service.format_van(service.lees(scan.id))
        assert format_.topic(3).titel == f"{merk}e titel 3"
        assert format_.leidraad.topic(3).vragen[0].tekst.startswith(f"{merk}e vraag 3")
    assert service.format_van(gewoon).topic(3).titel == "Wachtlijsten"


def test_a_format_goes_in_and_out_of_the_database_and_of_a_backup_unchanged(
    opslag: Opslag, service: ScanService, tmp_path: Path
) -> None:
    pad = schrijf_eigen(tmp_path)
    eigen = service.formats.neem_over(pad)
    uit = tmp_path / "uit.json"
    service.formats.bewaar_bestand(eigen.kenmerk, uit, vervang=False)
    assert lees_formatbestand(uit).format == lees_formatbestand(pad).format == eigen
    scan_id = service.nieuw("ijsselland", date(2016, 7, 11), eigen.kenmerk)
    kopie = maak_reservekopie(opslag, NU)
    opslag.sluit()
    elders = tmp_path / "elders" / "scans.vtdb"
    elders.parent.mkdir()
    zet_terug(elders, kopie.pad, opslag.herstelsleutel, NU)
    with Opslag.open(elders, opslag.herstelsleutel) as terug:
        assert format_van(terug.lees(scan_id).scan, terug) == eigen


def test_the_overview_counts_own_titles_and_questions_and_the_scans_that_use_them(
    service: ScanService, tmp_path: Path
) -> None:
    bestand = eigen_bestand()
    gewoon = {topic.nr: topic for topic in laad_format().topics}
    for thema in bestand["themas"][1:]:
        for topic in thema["topics"]:
            topic["titel"] = gewoon[topic["nr"]].titel
    pad = tmp_path / "eigen.json"
    pad.write_bytes(bytes_van(bestand))
    service.formats.neem_over(pad)
    regel = _regel(service, "ons-format/1")
    aantal = sum(len(topic.vragen) for topic in laad_format().leidraad.topics)
    assert (regel.eigen, regel.titels, regel.vragen, regel.gebruik.scans) == (True, 8, aantal, 0)
    service.nieuw("ijsselland", date(2016, 7, 11), "ons-format/1")
    service.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
    assert _regel(service, "ons-format/1").gebruik.scans == 1
    assert _regel(service, EERSTE_FORMAT).gebruik.scans == 1
    assert (_regel(service, EERSTE_FORMAT).titels, _regel(service, EERSTE_FORMAT).overgenomen) == (0, None)


def test_a_format_in_use_is_not_changed_or_removed_and_one_that_is_not_may_be(
    service: ScanService, tmp_path: Path
) -> None:
    service.formats.neem_over(schrijf_eigen(tmp_path, "1", "Eerst"))
    service.formats.neem_over(schrijf_eigen(tmp_path, "1", "Anders"))
    scan = service.lees(service.nieuw("ijsselland", date(2016, 7, 11), "ons-format/1"))
    assert service.format_van(scan).naam == "Anders format"
    service.formats.neem_over(schrijf_eigen(tmp_path, "1", "Anders"))
    with pytest.raises(InvoerFout, match=r"in gebruik: één scan\. Geef in het bestand een hogere versie"):
        service.formats.neem_over(schrijf_eigen(tmp_path, "1", "Eerst"))
    with pytest.raises(InvoerFout, match=r"in gebruik: één scan"):
        service.formats.verwijder("ons-format/1")
    assert service.format_van(scan).naam == "Anders format"
    service.verwijder(scan.id)
    service.formats.kies_standaard("ons-format/1")
    service.formats.verwijder("ons-format/1")
    assert [regel.format.kenmerk for regel in service.formats.overzicht()] == [EERSTE_FORMAT]
    assert service.formats.standaard() == laad_format()


def test_a_version_kept_with_a_report_shows_its_own_words_and_holds_its_format(
    opslag: Opslag, service: ScanService, tmp_path: Path
) -> None:
    service.formats.neem_over(schrijf_eigen(tmp_path))
    scan = service.lees(service.nieuw("ijsselland", date(2016, 7, 11), "ons-format/1"))
    maak_rapport(scan, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag, keuze=Rapportkeuze())
    later = replace(scan, format="")
    service.importeer(Gelezen(later), Importbeleid.VERVANG)
    (versie,) = opslag.rapportversies(scan.id)
    bevroren = Scanversies(opslag).lees(versie.sleutel)
    assert versie.format == "ons-format/1"
    assert service.format_van(bevroren).topic(3).kort == "Eigen kort 3"
    assert service.format_van(service.lees(scan.id)).topic(3).kort == "Wachtlijsten"
    with pytest.raises(InvoerFout, match="in gebruik: één bewaarde versie"):
        service.formats.verwijder("ons-format/1")
    groepen = vergelijk_scans(bevroren, service.lees(scan.id), service.format_van(later))
    assert any("format" in regel.zin for groep in groepen for regel in groep.regels)


def test_another_status_leaves_what_is_said_of_a_scan_in_its_own_words(
    opslag: Opslag, service: ScanService, tmp_path: Path
) -> None:
    service.formats.neem_over(schrijf_eigen(tmp_path))
    scan = service.lees(service.nieuw("ijsselland", date(2016, 7, 11), "ons-format/1"))
    blad = Werkblad(opslag, scan.id, lambda: NU, lambda _melding: None)
    for nr in (3, 6):
        blad.wijzig(blad.scan.met_topic(replace(blad.scan.topic(nr), oordeel=Oordeel.NIET_OP_ORDE)))
    gezegd = blad.beoordeling
    assert "eigen punt 3" in gezegd.onderbouwing.volledig
    blad.zet_status(ScanStatus.TER_BESPREKING)
    blad.sluit()
    assert blad.beoordeling == gezegd


def test_a_scan_of_a_format_that_is_not_here_opens_says_so_and_loses_nothing(
    service: ScanService, tmp_path: Path
) -> None:
    gelezen = lees_invoer(voorbeeldscan())
    vreemd = replace(gelezen, scan=replace(gelezen.scan, format="hun-format/7"))
    scan_id = service.importeer(vreemd, Importbeleid.WEIGER)
    format_ = service.format_van(service.lees(scan_id))
    assert format_.topic(3).titel == "Wachtlijsten"
    assert "‘hun-format/7’" in zeg_ontbrekend(format_)
    assert laad_format().volledig in zeg_ontbrekend(format_)
    service.exporteer(scan_id, tmp_path / "uit.vtscan", vervang=False)
    assert lees_invoer(tmp_path / "uit.vtscan").scan == vreemd.scan
    bestand = eigen_bestand("7", "Hun") | {"id": "hun-format"}
    (tmp_path / "hun.json").write_bytes(bytes_van(bestand))
    service.formats.neem_over(tmp_path / "hun.json")
    format_ = service.format_van(service.lees(scan_id))
    assert (format_.topic(3).titel, zeg_ontbrekend(format_)) == ("Hune titel 3", "")


def test_the_field_goes_through_the_exchange_format_to_the_letter(service: ScanService, tmp_path: Path) -> None:
    for nr, verwijzing in enumerate(("", "risicoscan", "risicoscan/2016-1", "hun-format/7", "Los woord; met ‘iets’")):
        scan = replace(_nieuw(service), id=f"6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e000{nr}", format=verwijzing)
        service.importeer(Gelezen(scan), Importbeleid.WEIGER)
        service.exporteer(scan.id, tmp_path / f"{nr}.vtscan", vervang=False)
        assert lees_invoer(tmp_path / f"{nr}.vtscan").scan.format == verwijzing
        assert ("format" in json.loads((tmp_path / f"{nr}.vtscan").read_text("utf-8"))) == bool(verwijzing)


def test_a_hermeting_takes_the_same_format_unless_another_is_chosen(service: ScanService, tmp_path: Path) -> None:
    service.formats.neem_over(schrijf_eigen(tmp_path))
    oud = lees_invoer(voorbeeldscan()).scan
    service.importeer(Gelezen(oud), Importbeleid.WEIGER)
    dag = date(2017, 1, 11)
    for kenmerk, verwacht in ((None, "risicoscan"), (EERSTE_FORMAT, "risicoscan"), ("ons-format/1", "ons-format/1")):
        assert service.lees(service.hermeting(oud.id, dag, frozenset(Deel), kenmerk)).format == verwacht


def test_two_scans_of_different_formats_say_so_and_name_a_topic_by_both(service: ScanService, tmp_path: Path) -> None:
    eigen, gewoon = service.formats.neem_over(schrijf_eigen(tmp_path)), laad_format()
    assert zeg_formats(gewoon, gewoon) == ""
    assert eigen.volledig in zeg_formats(gewoon, eigen)
    assert noem_topic(3, gewoon, eigen) == "3 Eigen kort 3 (toen: Wachtlijsten)"
    assert noem_topic(3, gewoon, gewoon) == "3 Wachtlijsten"


def test_what_is_found_in_a_scan_stands_under_the_name_that_its_own_format_gives(
    opslag: Opslag, service: ScanService, tmp_path: Path
) -> None:
    service.formats.neem_over(schrijf_eigen(tmp_path))
    for kenmerk in ("ons-format/1", EERSTE_FORMAT):
        scan = service.lees(service.nieuw("ijsselland", date(2016, 7, 11), kenmerk))
        vol = scan.met_topic(replace(scan.topic(3), toelichting="ketenregie"))
        service.importeer(Gelezen(vol), Importbeleid.VERVANG)
    antwoord = zoek_teksten(opslag, "ketenregie", None)
    assert {antwoord.topicnaam(t) for t in antwoord.elders} == {"3 Eigen kort 3", "3 Wachtlijsten"}


def test_a_name_that_is_taken_out_of_the_database_goes_out_of_formats_too(opslag: Opslag, tmp_path: Path) -> None:
    bestand = eigen_bestand() | {"naam": "Format van Kanarie", "herkomst": "Bewerkt door Kanarie, adviseur"}
    bestand["leidraad"]["topics"][2]["vragen"][0]["tekst"] = "Wat zei Kanarie over de wachtlijst?"
    (tmp_path / "f.json").write_bytes(bytes_van(bestand))
    service = ScanService(opslag, lambda: NU)
    service.formats.neem_over(tmp_path / "f.json")
    opslag.wis_naam(re.compile("Kanarie"), "…", "gewist")
    format_ = zoek_format("ons-format/1", opslag)
    assert "Kanarie" not in repr(format_)
    assert format_.volledig == "ons-format, versie 1"
    assert opslag.zoek_naam(re.compile("Kanarie")) == ()


def test_a_format_that_is_called_after_a_person_stays_that_of_its_scans_when_the_name_is_taken_out(
    opslag: Opslag, service: ScanService, tmp_path: Path
) -> None:
    bestand = eigen_bestand() | {"id": "kanarie-format"}
    bestand["leidraad"]["topics"][2]["vragen"][0]["id"] = vraag = "3.1-kanarie"
    (tmp_path / "f.json").write_bytes(bytes_van(bestand))
    service.formats.neem_over(tmp_path / "f.json")
    scan_id = service.nieuw("ijsselland", date(2016, 7, 11), "kanarie-format/1")
    opslag.zet_vinkje(scan_id, "", vraag, aan=True)
    opslag.wis_naam(re.compile("kanarie"), "adviseur", "gewist")
    scan = service.lees(scan_id)
    format_ = service.format_van(scan)
    assert (scan.format, format_.kenmerk, format_.vervangt) == ("adviseur-format/1", "adviseur-format/1", "")
    assert opslag.vinkjes(scan_id) == {("", format_.leidraad.topic(3).vragen[0].id)}


def test_acties_of_all_regios_stand_under_the_topics_as_each_scan_calls_them(
    opslag: Opslag, service: ScanService, tmp_path: Path
) -> None:
    service.formats.neem_over(schrijf_eigen(tmp_path))
    for regio, kenmerk in (("ijsselland", "ons-format/1"), ("twente", EERSTE_FORMAT)):
        scan = service.lees(service.nieuw(regio, date(2016, 7, 11), kenmerk))
        actie = Actie("Doen", "wij", date(2016, 7, 1))
        vol = scan.met_topic(replace(scan.topic(3), oordeel=Oordeel.NIET_OP_ORDE, acties=(actie,)))
        service.importeer(Gelezen(vol), Importbeleid.VERVANG)
    bewaar_acties(tmp_path / "a.xlsx", lees_laatste_scans(opslag), NU, met_namen=False, format_van=service.format_van)
    blad = load_workbook(tmp_path / "a.xlsx").active
    assert blad is not None
    assert {rij[2] for rij in blad.iter_rows(min_row=2, values_only=True)} == {"3 Eigen kort 3", "3 Wachtlijsten"}
    overleg = schrijf_overleg(lees_overleg(opslag, date(2016, 7, 11)))
    assert "topic 3 Eigen kort 3" in overleg
    assert "topic 3 Wachtlijsten" in overleg


def test_a_copy_of_a_scan_is_of_the_same_format(service: ScanService, tmp_path: Path) -> None:
    service.formats.neem_over(schrijf_eigen(tmp_path))
    scan_id = service.nieuw("ijsselland", date(2016, 7, 11), "ons-format/1")
    assert service.lees(service.dupliceer(scan_id)).format == "ons-format/1"
