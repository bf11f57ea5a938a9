"""Finding texts: all that stands is found and nothing else, whatever is asked, after any edits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.models.conftest import NU, WACHTWOORD
from tests.models.test_heen_en_terug import bewerkt, werkstanden
from vtscan_desktop.domain.risicoscan import (
    Actie,
    Document,
    Gesprek,
    GesprekSoort,
    InKaart,
    Maatwerkactie,
    MaatwerkSoort,
    Notitie,
    Partij,
    Risicoscan,
    TopicZienswijze,
    Vaststelling,
    Wie,
    Zienswijze,
)
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models import zoekindex
from vtscan_desktop.models.opslag import Opslag, Zoeksoort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def scan(scan_id: str, **velden: object) -> Werkstand:
    return Werkstand(replace(Risicoscan(scan_id, "ijsselland", date(2016, 7, 11)), **velden))


@pytest.fixture
def vol(opslag: Opslag) -> Iterator[Werkstand]:
    """A scan with a word of its own in each place that is searched."""
    leeg = scan(
        "vol",
        titel="Kiwi",
        notities=(Notitie(NU, "niets"), Notitie(NU, "Café aan de appèlstraat", topic=7)),
        gesprekken=(Gesprek("g", date(2016, 7, 1), GesprekSoort.AMBTELIJK, (Wie(), Wie("Peer", "Citroen")), "Mango"),),
        documenten=(Document("d", "Druif", None, "Ananas"),),
        in_kaart=InKaart("Pruim", "Kers", "Braam", "Framboos"),
        overall_beeld="Een lang verhaal in het \u0133spaleis. " * 40 + "En dan de VIJG van het ijsje. " + "Meer. " * 40,
        vraag_aan_lezer="Meloen",
        maatwerkacties=(Maatwerkactie(MaatwerkSoort.BUDDY, "Banaan", 5, "Dadel", uitkomst="Limoen"),),
        zienswijzen=(Zienswijze(Partij.AMBTENAAR, tekst="Abrikoos", antwoord="Perzik", per_topic=(
            TopicZienswijze(3, "Nectarine", "Sinaasappel"),)),),
        vaststelling=Vaststelling(2, "Mandarijn"),
    ).scan  # fmt: skip
    invulling = replace(
        leeg.topic(3), toelichting="Aardbei", risico="Bosbes", motivering="Bes", acties=(Actie("Vlierbes", "Moerbei"),)
    )
    werkstand = Werkstand(leeg.met_topic(invulling))
    opslag.bewaar(None, werkstand, NU)
    yield werkstand
    opslag.verwijder("vol")


@pytest.mark.parametrize(
    ("vraag", "soort", "plek", "topic"),
    [
        ("kiwi", Zoeksoort.TITEL, "titel", None),
        ("appel", Zoeksoort.NOTITIE, "notitie/1", 7),
        ("citroen", Zoeksoort.GESPREK, "gesprek/0", None),
        ("mango", Zoeksoort.GESPREK, "gesprek/0", None),
        ("druif", Zoeksoort.DOCUMENT, "document/0", None),
        ("ananas", Zoeksoort.DOCUMENT, "document/0", None),
        ("braam", Zoeksoort.TEKST, "in_kaart/partners", None),
        ("vijg", Zoeksoort.TEKST, "overall_beeld", None),
        ("meloen", Zoeksoort.TEKST, "vraag_aan_lezer", None),
        ("limoen", Zoeksoort.MAATWERKACTIE, "maatwerkactie/0", 5),
        ("abrikoos", Zoeksoort.ZIENSWIJZE, "zienswijze/0/tekst", None),
        ("perzik", Zoeksoort.ZIENSWIJZE, "zienswijze/0/antwoord", None),
        ("nectarine", Zoeksoort.ZIENSWIJZE, "zienswijze/0/topic/0/tekst", None),
        ("sinaasappel", Zoeksoort.ZIENSWIJZE, "zienswijze/0/topic/0/antwoord", None),
        ("mandarijn", Zoeksoort.TEKST, "vaststelling/motivering", None),
        ("aardbei", Zoeksoort.TEKST, "topic/3/toelichting", 3),
        ("bosbes", Zoeksoort.TEKST, "topic/3/risico", 3),
        ("moerbei", Zoeksoort.ACTIE, "topic/3/actie/0", 3),
    ],
)
def test_every_kind_of_text_is_found_with_its_place(
    opslag: Opslag, vol: Werkstand, vraag: str, soort: Zoeksoort, plek: str, topic: int | None
) -> None:
    (treffer,) = opslag.zoek(vraag)
    assert (treffer.scan_id, treffer.regio, treffer.peildatum) == ("vol", "ijsselland", vol.scan.peildatum)
    assert (treffer.titel, treffer.soort, treffer.plek, treffer.topic) == ("Kiwi", soort, plek, topic)
    (plaats,) = treffer.markeringen
    gemarkeerd = treffer.fragment[slice(*plaats)].casefold()
    assert gemarkeerd.replace("è", "e") == vraag
    assert len(treffer.fragment) < 170


@pytest.mark.usefixtures("vol")
@pytest.mark.parametrize(
    "vraag",
    ["CAFE", "cafe\u0301", "café app", "straat-", "appelstraat cafe", " ijsj", "\u0133sj", "\u0132SJE", "ijspal"],
)
def test_capitals_accents_ligatures_and_unfinished_words_are_found(opslag: Opslag, vraag: str) -> None:
    verwacht = 0 if vraag == "straat-" else 1
    treffers = opslag.zoek(vraag)
    assert len(treffers) == verwacht
    assert all(t.markeringen for t in treffers)


def test_all_words_must_be_there_and_a_search_can_be_kept_to_one_scan(opslag: Opslag) -> None:
    for naam in ("een", "een-2"):
        opslag.bewaar(None, scan(naam, overall_beeld="rode fiets", vraag_aan_lezer=f"rode auto {naam}"), NU)
    assert len(opslag.zoek("rode")) == 4
    assert len(opslag.zoek("rode fiets")) == 2
    assert opslag.zoek("fiets auto") == ()
    assert {t.scan_id for t in opslag.zoek("rode", "een")} == {"een"}
    assert opslag.zoek("rode", "bestaat niet") == ()
    assert len(opslag.zoek("rode", ten_hoogste=3)) == 3
    for naam in ("een", "een-2"):
        opslag.verwijder(naam)
    assert opslag.zoek("rode") == ()


def test_the_text_that_speaks_of_it_most_comes_first(opslag: Opslag) -> None:
    notities = tuple(Notitie(NU, f"{'perensap ' * keer}{'en verder niets ' * 9}") for keer in (1, 3, 2))
    opslag.bewaar(None, scan("rang", notities=notities), NU)
    assert [t.plek for t in opslag.zoek("perensap")] == ["notitie/1", "notitie/2", "notitie/0"]
    opslag.verwijder("rang")


def test_what_is_being_typed_is_found_at_once_and_what_it_replaced_no_longer(opslag: Opslag) -> None:
    oud = scan("typen", overall_beeld="rabarber")
    opslag.bewaar(None, oud, NU)
    nieuw = scan("typen", overall_beeld="spruitjes")
    opslag.bewaar(oud, nieuw, NU)
    assert opslag.zoek("rabarber") == ()
    assert len(opslag.zoek("spruit")) == 1
    opslag.bewaar(nieuw, scan("typen"), NU)
    assert opslag.zoek("spruit") == ()
    opslag.verwijder("typen")


TEKENS = "\"*^-+{}:;_ '\0\ud800\u0345()a\u00e9\U0001d552"
STUKKEN = st.sampled_from([*TEKENS, "AND", "NEAR(", "OR", "NOT", "tekst:", "--", " "])


@given(st.text(max_size=40) | st.lists(STUKKEN, max_size=12).map("".join))
def test_any_text_is_a_good_question(opslag: Opslag, vraag: str) -> None:
    assert isinstance(opslag.zoek(vraag), tuple)
    assert isinstance(opslag.zoek(vraag, "a'b\"c"), tuple)


def _inhoud(opslag: Opslag) -> set[tuple[object, ...]]:
    """What the index holds: each word, with the text that it stands in."""
    with opslag._beurt() as conn:
        zoekindex.werk_bij(conn)
        conn.exec_driver_sql("INSERT INTO zoek (zoek) VALUES ('integrity-check')")
        rijen = conn.exec_driver_sql(
            "SELECT z.scan_id, z.bron, z.a, z.b, f.tekst, f.scan FROM zoek AS f JOIN zoekrij AS z ON z.id = f.rowid"
        ).all()
        assert len(rijen) == conn.exec_driver_sql("SELECT count(*) FROM zoek").scalar_one()
    return {tuple(rij) for rij in rijen}


@settings(max_examples=20)
@given(st.data(), werkstanden)
def test_after_any_edits_the_index_is_as_one_made_from_scratch(
    opslag: Opslag, data: st.DataObject, werkstand: Werkstand
) -> None:
    werkstand = replace(werkstand, scan=replace(werkstand.scan, id="index"))
    if opslag.bestaat("index"):
        opslag.verwijder("index")
    opslag.bewaar(None, werkstand, NU)
    for _ in range(3):
        nieuw = data.draw(bewerkt(werkstand, data.draw(werkstanden)))
        opslag.bewaar(werkstand, nieuw, NU)
        werkstand = nieuw
        if data.draw(st.booleans()):
            opslag.zoek("iets")
    gevolgd = _inhoud(opslag)
    opslag.verwijder("index")
    assert _inhoud(opslag) == set()
    opslag.bewaar(None, werkstand, NU)
    assert _inhoud(opslag) == gevolgd
    opslag.verwijder("index")


def test_a_change_of_any_column_that_is_searched_is_followed(opslag: Opslag, vol: Werkstand) -> None:
    with opslag._beurt() as conn:
        for naam, bron in zoekindex.BRONNEN.items():
            for kolom in bron.kolommen:
                zoekindex.werk_bij(conn)
                sleutel = "id" if bron.tabel == "scan" else "scan_id"
                conn.exec_driver_sql(f"UPDATE {bron.tabel} SET {kolom} = 'anders' WHERE {sleutel} = ?", (vol.scan.id,))
                vuil = conn.exec_driver_sql("SELECT DISTINCT bron FROM zoekrij WHERE vuil").scalars().all()
                assert vuil == [naam], kolom
        conn.rollback()


def test_the_triggers_and_the_program_know_the_same_texts(opslag: Opslag) -> None:
    with opslag._beurt() as conn:
        namen = set(conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars())
    assert namen - {"zoekrij_weg"} == {
        f"zoek_{bron}_{wanneer}" for bron in zoekindex.BRONNEN for wanneer in ("erbij", "anders", "weg")
    }


def test_nothing_of_the_index_can_be_read_in_the_file(opslag: Opslag) -> None:
    opslag.bewaar(None, scan("geheim", overall_beeld="kanariegeel " * 50), NU)
    assert opslag.zoek("kanarie")
    folder = opslag.pad.parent
    assert all(b"kanarie" not in p.read_bytes() for p in folder.iterdir())
    opslag.verwijder("geheim")


def test_a_backup_can_be_searched_as_well(opslag: Opslag, tmp_path: Path) -> None:
    opslag.bewaar(None, scan("kopie", overall_beeld="zwaluw"), NU)
    opslag.reservekopie(tmp_path / "kopie.vtdb")
    opslag.verwijder("kopie")
    with Opslag.open(tmp_path / "kopie.vtdb", WACHTWOORD) as kopie:
        assert [t.scan_id for t in kopie.zoek("zwaluw")] == ["kopie"]
