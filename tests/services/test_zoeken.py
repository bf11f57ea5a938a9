"""What is found says in words where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from vtscan_desktop.domain.risicoscan import Notitie, Partij, TopicZienswijze, Werkstand, Zienswijze
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.zoeken import zoek
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
    with Opslag.maak(tmp_path / "scans.vtdb", "voorbeeld") as opslag:
        opslag.bewaar(None, Werkstand(scan), NU)
        vondsten = zoek(opslag, "zoekd", scan.id)
    assert {vondst.regionaam for vondst in vondsten} == {"IJsselland"}
    assert {vondst.waar for vondst in vondsten} - {"Maatwerkactie 1"} == {
        "Notitie",
        "Notitie bij topic 7",
        "Vraag aan de lezer",
        "Zienswijze 1, antwoord",
        "Zienswijze 1, tekst",
        "Document 1",
        "Topic 3, risico",
        f"Topic 3, actie {len(acties)}",
    }
