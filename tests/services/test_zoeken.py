"""What is found says in words where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vtscan_desktop.domain.risicoscan import Notitie, Partij, TopicZienswijze, Zienswijze
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.zoeken import markeringen, past, waar, zoek_teksten
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

NU = datetime(2016, 7, 11, tzinfo=UTC)


def test_each_kind_of_text_has_a_place_in_words(tmp_path: Path) -> None:
    scan = lees_scanbestand(voorbeeldscan()).scan
    scan = replace(
        scan,
        notities=(Notitie(NU, "zoekdit"), Notitie(NU, "zoekdit", topic=7)),
        vraag_aan_lezer="zoekdit",
        zienswijzen=(Zienswijze(Partij.AMBTENAAR, antwoord="zoekdit", per_topic=(TopicZienswijze(3, "zoekdit"),)),),
        documenten=(replace(scan.documenten[0], uitgever="zoekdit"), *scan.documenten[1:]),
        maatwerkacties=(replace(scan.maatwerkacties[0], uitkomst="zoekdit"),) if scan.maatwerkacties else (),
    )
    acties = (*scan.topic(3).acties, replace(scan.topic(12).acties[0], omschrijving="zoekdit"))
    scan = scan.met_topic(replace(scan.topic(3), risico="zoekdit", acties=acties))
    scan = scan.met_topic(replace(scan.topic(19), toelichting="zoekdit"))
    with Opslag.maak(tmp_path / "scans.vtdb", "voorbeeld") as opslag:
        opslag.bewaar(None, Werkstand(scan), NU)
        antwoord = zoek_teksten(opslag, "zoekd", scan.id)
    assert antwoord.elders == ()
    assert not antwoord.meer
    assert {(treffer.topic, waar(treffer)) for treffer in antwoord.hier if "maatwerk" not in treffer.plek} == {
        (None, "notitie"),
        (7, "notitie"),
        (None, "wat wij van u vragen"),
        (None, "zienswijze 1, antwoord"),
        (None, "zienswijze 1, tekst"),
        (None, "document 1"),
        (3, "risico’s"),
        (19, "toelichting"),
        (3, f"actie {len(acties)}"),
    }


def test_the_open_scan_comes_apart_from_the_others_and_says_when_there_is_more(tmp_path: Path) -> None:
    een = lees_scanbestand(voorbeeldscan()).scan
    een = replace(een, notities=tuple(Notitie(NU, f"zoekdit {nr}") for nr in range(60)))
    ander = replace(een, id="ander", notities=(Notitie(NU, "zoekdit elders"),))
    with Opslag.maak(tmp_path / "scans.vtdb", "voorbeeld") as opslag:
        for scan in (een, ander):
            opslag.bewaar(None, Werkstand(scan), NU)
        antwoord = zoek_teksten(opslag, "zoekdit", ander.id)
        assert [treffer.fragment for treffer in antwoord.hier] == ["zoekdit elders"]
        assert {treffer.scan_id for treffer in antwoord.elders} == {een.id}
        assert antwoord.meer
        assert not zoek_teksten(opslag, "zoekdit 17", None).meer


def test_names_match_by_the_beginnings_of_their_words_whatever_capitals_and_accents() -> None:
    assert past("9 Visie op de positie", "VIS pos")
    assert past("Coördinatie", "coord")
    assert not past("Wachtlijsten", "lijst")
    assert past("Wat ook", "")
    assert markeringen("Visie op de visie", "vis") == ((0, 3), (12, 15))
