"""What the store promises beside the round trip: one small write per change, all or nothing, and what it keeps."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from tests.models.conftest import NU, WACHTWOORD
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import (
    Actie,
    ActieStatus,
    Hertoets,
    Hertoetsuitkomst,
    Notitie,
    Oordeel,
    Risicoscan,
    Vaststelling,
)
from vtscan_desktop.domain.tekstversies import Tekstversie
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Identiteitrij, Opslag, Plek, Rapportversie
from vtscan_desktop.uitwisseling.lezen import lees_scan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def scan(scan_id: str, **velden: object) -> Werkstand:
    return Werkstand(replace(Risicoscan(scan_id, "ijsselland", date(2016, 7, 11)), **velden))


@pytest.fixture
def opdrachten(opslag: Opslag) -> Iterator[list[str]]:
    """The statements that the store sends from here on, but for the transaction's own."""
    gezien: list[str] = []

    def noteer(_c: object, _k: object, opdracht: str, parameters: object, _x: object, veel: bool) -> None:
        if not opdracht.startswith("BEGIN"):
            gezien.extend([opdracht] * (len(parameters) if veel else 1))  # type: ignore[arg-type]

    event.listen(opslag._engine, "before_cursor_execute", noteer)
    yield gezien
    event.remove(opslag._engine, "before_cursor_execute", noteer)


def test_typing_in_a_scan_with_5000_notes_costs_three_small_updates(opslag: Opslag, opdrachten: list[str]) -> None:
    oud = scan("typen", notities=tuple(Notitie(NU + timedelta(seconds=i), f"notitie {i}") for i in range(5000)))
    opslag.bewaar(None, oud, NU)
    del opdrachten[:]
    nieuw = Werkstand(oud.scan.met_topic(replace(oud.scan.topic(3), toelichting="Dat staat erin.")))
    opslag.bewaar(oud, nieuw, NU)
    assert [opdracht.split(" SET ")[0] for opdracht in opdrachten] == ["UPDATE stand", "UPDATE scan", "UPDATE topic"]
    assert "toelichting=?" in opdrachten[2]
    assert "risico" not in opdrachten[2]


def test_nothing_changed_is_nothing_written(opslag: Opslag, opdrachten: list[str]) -> None:
    werkstand = scan("zelfde", titel="x")
    revisie = opslag.bewaar(None, werkstand, NU)
    del opdrachten[:]
    assert opslag.bewaar(werkstand, scan("zelfde", titel="x"), NU) == revisie
    assert all(opdracht.startswith("SELECT") for opdracht in opdrachten)


def test_the_overview_takes_as_many_queries_for_many_scans_as_for_one(opslag: Opslag, opdrachten: list[str]) -> None:
    opslag.bewaar(None, scan("o-0"), NU)
    opslag.overzicht()
    voor = len(opdrachten)
    for i in range(1, 30):
        opslag.bewaar(None, scan(f"o-{i}"), NU)
    del opdrachten[:]
    assert len([kop for kop in opslag.overzicht() if kop.id.startswith("o-")]) == 30
    assert len(opdrachten) == 4
    assert voor > 4


def test_the_overview_holds_what_the_voorstel_is_made_of(opslag: Opslag) -> None:
    actie = Actie("lang verhaal", "instelling", date(2016, 9, 1), ActieStatus.LOOPT, kern=True)
    vol = scan(
        "kern",
        titel="Titel",
        hertoets=Hertoets(Hertoetsuitkomst.VOLDAAN, date(2016, 3, 1)),
        vaststelling=Vaststelling(2, "want", date(2016, 7, 1)),
        overall_beeld="veel tekst",
    ).scan
    vol = vol.met_topic(
        replace(vol.topic(3), toelichting="t", oordeel=Oordeel.IN_ONTWIKKELING, acties=(actie, Actie()))
    )
    opslag.bewaar(None, Werkstand(vol), NU)
    (kop,) = (kop for kop in opslag.overzicht() if kop.id == "kern")
    licht = Actie("", "instelling", date(2016, 9, 1), ActieStatus.LOOPT)
    verwacht = replace(vol, overall_beeld="", vaststelling=Vaststelling(2, "", date(2016, 7, 1)))
    verwacht = verwacht.met_topic(replace(vol.topic(3), toelichting="", acties=(licht, Actie())))
    assert kop.kern == verwacht


def test_the_scan_changed_last_comes_first(opslag: Opslag) -> None:
    eerste, tweede = scan("v-1"), scan("v-2")
    opslag.bewaar(None, eerste, NU)
    opslag.bewaar(None, tweede, NU)
    opslag.bewaar(eerste, scan("v-1", titel="gewijzigd"), NU + timedelta(hours=1))
    koppen = [kop for kop in opslag.overzicht() if kop.id.startswith("v-")]
    assert [kop.id for kop in koppen] == ["v-1", "v-2"]
    assert koppen[0].gewijzigd == NU + timedelta(hours=1)
    assert koppen[0].revisie == opslag.revisie()


def test_an_id_that_is_there_or_is_not_there_is_refused_and_nothing_changes(opslag: Opslag) -> None:
    werkstand = scan("dubbel")
    revisie = opslag.bewaar(None, werkstand, NU)
    with pytest.raises(InvoerFout, match="al een scan"):
        opslag.bewaar(None, scan("dubbel", titel="ander"), NU)
    with pytest.raises(InvoerFout, match="geen scan"):
        opslag.bewaar(scan("weg"), scan("weg", titel="ander"), NU)
    for doe in (opslag.lees, opslag.verwijder):
        with pytest.raises(InvoerFout, match="geen scan"):
            doe("weg")
    assert opslag.lees("dubbel") == werkstand
    assert opslag.revisie() == revisie


def test_a_removed_scan_leaves_no_row_behind(database: Path) -> None:
    heen = lees_scan(voorbeeldscan().read_bytes(), "ijsselland").scan
    with Opslag.open(database, WACHTWOORD) as opslag:
        opslag.bewaar(None, Werkstand(heen), NU, [("topic/3/toelichting", Tekstversie(NU, "eerst"))])
        opslag.zet_vinkje(heen.id, "", "3.1", aan=True)
        opslag.bewaar_plek(Plek(heen.id, "topic/3", "toelichting", 4))
        assert opslag.zoek("wachtlijst")
        with opslag._beurt() as conn:
            assert b"achtlijst" in b"".join(conn.exec_driver_sql("SELECT block FROM zoek_data").scalars())
        opslag.bewaar_rapport(Rapportversie(heen.id, 1, "bestuurlijk", "ab", NU), b"inhoud")
        assert opslag.lees_plek(heen.id) is not None
        opslag.verwijder(heen.id)
        assert not opslag.bestaat(heen.id)
        assert opslag.lees_plek(heen.id) is None
        with opslag._beurt() as conn:
            tabellen = conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
            gevuld = {t for t in tabellen if conn.exec_driver_sql(f'SELECT count(*) FROM "{t}"').scalar_one()}
            index = b"".join(conn.exec_driver_sql("SELECT block FROM zoek_data").scalars())
    # The index keeps its own settings and totals, and not one word; the one setting says that the file is open.
    assert gevuld == {"stand", "alembic_version", "instelling", "zoek_config", "zoek_data"}
    assert b"achtlijst" not in index


def test_a_full_disk_is_named_and_keeps_nothing_of_the_change(database: Path) -> None:
    with Opslag.open(database, WACHTWOORD) as opslag:
        oud = scan("vol", titel="eerst")
        revisie = opslag.bewaar(None, oud, NU)
        opslag._verbinding.execute("PRAGMA max_page_count = 1")  # SQLite takes the present size instead
        nieuw = scan("vol", titel="daarna", overall_beeld="x" * 90_000)
        with pytest.raises(OmgevingFout, match="vol"):
            opslag.bewaar(oud, nieuw, NU)
        assert opslag.lees("vol") == oud
        assert opslag.revisie() == revisie
        opslag._verbinding.execute("PRAGMA max_page_count = 1000000")
        assert opslag.bewaar(oud, nieuw, NU) == revisie + 1
        assert opslag.lees("vol") == nieuw


def test_half_a_character_is_refused_whole(opslag: Opslag) -> None:
    oud = scan("half")
    opslag.bewaar(None, oud, NU)
    with pytest.raises(InvoerFout, match="half teken"):
        opslag.bewaar(oud, scan("half", titel="goed", overall_beeld="\ud83d"), NU)
    assert opslag.lees("half") == oud


def test_the_place_of_the_user_is_kept_and_is_no_change_of_the_data(opslag: Opslag) -> None:
    for naam in ("p-1", "p-2"):
        opslag.bewaar(None, scan(naam), NU)
    revisie = opslag.revisie()
    assert opslag.lees_plek("p-1") is None
    for plek in (Plek("p-1", "s", "v", 1), Plek("p-2", "s", "v", 2), Plek("p-1", "topic/3", "risico", 37)):
        opslag.bewaar_plek(plek)
    assert opslag.lees_plek("p-1") == Plek("p-1", "topic/3", "risico", 37)
    assert opslag.lees_plek("p-2") == Plek("p-2", "s", "v", 2)
    assert opslag.revisie() == revisie


def test_settings_identities_and_reports_are_kept(opslag: Opslag) -> None:
    assert opslag.lees_instelling("thema") is None
    opslag.bewaar_instelling("thema", "licht")
    opslag.bewaar_instelling("thema", "donker")
    assert opslag.lees_instelling("thema") == "donker"

    eerste = Identiteitrij("i1", "adviseur", b"\x00p12", "geheim", NU, actief=True)
    tweede = Identiteitrij("i2", "adviseur", b"\x01p12", "geheim", NU + timedelta(days=1), actief=True)
    opslag.bewaar_identiteit(eerste)
    opslag.bewaar_identiteit(tweede)
    assert opslag.identiteiten() == (replace(eerste, actief=False), tweede)
    opslag.bewaar_identiteit(eerste)
    assert opslag.identiteiten() == (eerste, replace(tweede, actief=False))

    opslag.bewaar(None, scan("rapport"), NU)
    opslag.bewaar_rapport(Rapportversie("rapport", 2, "bestuurlijk", "cd", NU))
    opslag.bewaar_rapport(Rapportversie("rapport", 1, "bestuurlijk", "ab", NU))
    assert opslag.rapportversies("rapport") == (
        Rapportversie("rapport", 1, "bestuurlijk", "ab", NU),
        Rapportversie("rapport", 2, "bestuurlijk", "cd", NU),
    )
    revisie = opslag.revisie()
    with pytest.raises(InvoerFout):
        opslag.bewaar_rapport(Rapportversie("rapport", 1, "bestuurlijk", "anders", NU))
    with pytest.raises(InvoerFout):
        opslag.bewaar_rapport(Rapportversie("bestaat-niet", 1, "bestuurlijk", "ab", NU))
    assert opslag.revisie() == revisie


def test_a_question_is_ticked_per_gesprek_and_own_words_are_for_every_scan(opslag: Opslag) -> None:
    opslag.bewaar(None, scan("vink"), NU)
    for gesprek, vraag, aan in (("g1", "3.1", True), ("g1", "3.1", True), ("", "3.1", True), ("g1", "3.2", True)):
        opslag.zet_vinkje("vink", gesprek, vraag, aan=aan)
    opslag.zet_vinkje("vink", "g1", "3.2", aan=False)
    opslag.zet_vinkje("vink", "g2", "3.2", aan=False)
    assert opslag.vinkjes("vink") == {("g1", "3.1"), ("", "3.1")}
    assert opslag.vinkjes("ander") == frozenset()
    revisie = opslag.revisie()
    with pytest.raises(InvoerFout, match="geen scan"):
        opslag.zet_vinkje("ander", "", "3.1", aan=True)
    assert opslag.revisie() == revisie

    for woord in ("Vecht en IJssel", "zo'n", "zo'n", "weg"):
        opslag.leer_woord(woord)
    opslag.vergeet_woord("weg")
    opslag.vergeet_woord("nooit geleerd")
    assert opslag.eigen_woorden() == {"Vecht en IJssel", "zo'n"}


def test_every_kept_change_has_its_own_revisie_from_any_thread(opslag: Opslag) -> None:
    eerst = opslag.revisie()
    revisies: list[int] = []

    def schrijf(naam: str) -> None:
        werkstand = scan(naam)
        revisies.append(opslag.bewaar(None, werkstand, NU))
        for i in range(20):
            nieuw = scan(naam, titel=str(i))
            revisies.append(opslag.bewaar(werkstand, nieuw, datetime.now(UTC)))
            werkstand = nieuw
            assert opslag.lees(naam) == nieuw

    draden = [threading.Thread(target=schrijf, args=(f"draad-{i}",)) for i in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(revisies) == list(range(eerst + 1, eerst + 64))
    assert opslag.revisie() == eerst + 63


def test_a_closed_store_can_be_closed_again_but_keeps_nothing_more(database: Path) -> None:
    opslag = Opslag.open(database, WACHTWOORD)
    opslag.sluit()
    opslag.sluit()
    with pytest.raises(OmgevingFout, match="gesloten"):
        opslag.bewaar(None, scan("te laat"), NU)
    Opslag.open(database, WACHTWOORD).sluit()
