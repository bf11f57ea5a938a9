"""A round trip through the exchange format loses nothing."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.strategieen import lange_tekst, risicoscans
from vtscan_desktop.domain.risicoscan import Notitie, Oordeel, Risicoscan, TopicInvulling
from vtscan_desktop.hulpbronnen import schema, voorbeeldscan
from vtscan_desktop.uitwisseling.lezen import lees_scan, lees_scanbestand
from vtscan_desktop.uitwisseling.schrijven import scan_als_object, schrijf_scan

ID = "6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016"


def minimaal(**rest: Any) -> dict[str, Any]:
    return {
        "schema": "vtscan/risicoscan/1",
        "id": ID,
        "regio": "ijsselland",
        "peildatum": "2016-07-11",
        "topics": [],
        **rest,
    }


def lees(waarde: object) -> Risicoscan:
    return lees_scan(json.dumps(waarde).encode(), "proef").scan


@settings(max_examples=50)
@given(risicoscans())
def test_any_scan_comes_back_as_it_was(scan: Risicoscan) -> None:
    tekst = schrijf_scan(scan)
    gelezen = lees_scan(tekst, "proef")
    assert gelezen.scan == scan
    assert gelezen.meldingen == ()
    assert schrijf_scan(gelezen.scan) == tekst


@settings(max_examples=50)
@given(risicoscans())
def test_what_is_written_is_valid_by_the_schema(scan: Risicoscan) -> None:
    assert Draft202012Validator(schema()).is_valid(scan_als_object(scan))


@given(lange_tekst)
def test_any_text_comes_back_to_the_letter(tekst: str) -> None:
    for ruw in (
        json.dumps(minimaal(overall_beeld=tekst)),
        json.dumps(minimaal(overall_beeld=tekst), ensure_ascii=False),
    ):
        assert lees_scan(ruw.encode(), "proef").scan.overall_beeld == tekst


def test_ijsselland_comes_back_with_nothing_lost() -> None:
    origineel = json.loads(voorbeeldscan().read_text(encoding="utf-8"))
    terug = scan_als_object(lees_scanbestand(voorbeeldscan()).scan)
    leeg: tuple[Any, ...] = ("", [], False, None, {"uitkomst": "niet_gehouden"})
    standaard = {
        ("status", "concept"),
        ("status", "open"),
        ("soort", "notitie"),
        ("oordeel", "niet_besproken"),
        ("editie", "volledig"),
    }

    def kaal(waarde: Any) -> Any:
        if isinstance(waarde, list):
            return [kaal(deel) for deel in waarde]
        if not isinstance(waarde, dict):
            return waarde
        paren = {sleutel: kaal(deel) for sleutel, deel in waarde.items()}
        return {s: d for s, d in paren.items() if d not in leeg and (not isinstance(d, str) or (s, d) not in standaard)}

    assert kaal(terug) == kaal(origineel)


def test_absent_means_the_default() -> None:
    scan = lees(minimaal(hertoets={"uitkomst": "niet_gehouden"}, topics=[{"nr": 3, "acties": [{}]}]))
    topic = TopicInvulling(3)
    assert scan.topic(3).oordeel is Oordeel.NIET_BESPROKEN
    assert len(scan.topic(3).acties) == 1
    assert scan == Risicoscan(ID, "ijsselland", scan.peildatum).met_topic(
        TopicInvulling(3, acties=scan.topic(3).acties)
    )
    assert scan.topic(3) != topic


def test_empty_text_empty_list_and_absent_are_the_same() -> None:
    leeg = minimaal(
        titel="",
        format="",
        gesprekken=[],
        in_kaart={},
        kerndata={"budget": [], "inwoners": None},
        adviseur={"naam": ""},
        vaststelling=None,
        topics=[{"nr": 1, "toelichting": "", "bronnen": [], "later": False}],
    )
    assert lees(leeg) == lees(minimaal())
    notitie = {"tijd": "2016-07-11T10:00:00Z", "tekst": "", "gesprek": ""}
    assert lees(minimaal(notities=[notitie])).notities[0].gesprek is None


def test_topics_come_out_by_number_and_all_twenty() -> None:
    scan = lees(minimaal(topics=[{"nr": 20, "toelichting": "c"}, {"nr": 2.0, "toelichting": "a"}]))
    assert [topic.nr for topic in scan.topics] == list(range(1, 21))
    assert scan.topic(2).toelichting == "a"
    assert [topic["nr"] for topic in scan_als_object(scan)["topics"]] == list(range(1, 21))


def test_numbers_are_values() -> None:
    rij = {"jaar": 2016.0, "bedrag": 1.0, "soort": "structureel"}
    scan = lees(minimaal(kerndata={"inwoners": 1e5, "budget": [rij, {**rij, "bedrag": 0.1}, {**rij, "bedrag": -0.0}]}))
    assert scan.kerndata.inwoners == 100_000
    assert type(scan.kerndata.inwoners) is int
    assert str(scan.kerndata.budget[2].bedrag) == "0.0"
    tekst = schrijf_scan(scan).decode()
    assert '"jaar": 2016,' in tekst
    assert '"bedrag": 1,' in tekst
    assert '"bedrag": 0.1,' in tekst
    assert '"bedrag": 0,' in tekst


def test_an_id_is_one_id_in_any_case() -> None:
    assert lees(minimaal(id=ID.upper())) == lees(minimaal())


def test_a_time_is_an_instant_whatever_its_zone() -> None:
    scan = Risicoscan(ID, "ijsselland", lees(minimaal()).peildatum)
    utc = Notitie(datetime(2016, 7, 11, 8, tzinfo=UTC), "x")
    zomertijd = Notitie(datetime(2016, 7, 11, 10, tzinfo=timezone(timedelta(hours=2))), "x")
    geschreven = [
        schrijf_scan(Risicoscan(scan.id, scan.regio, scan.peildatum, notities=(n,))) for n in (utc, zomertijd)
    ]
    assert geschreven[0] == geschreven[1]
    assert lees_scan(geschreven[0], "proef").scan.notities == (utc,)


@given(st.text(st.characters(categories=["Cc"])))
def test_control_characters_are_dropped_with_a_message_and_nothing_else(rommel: str) -> None:
    gelezen = lees_scan(json.dumps(minimaal(overall_beeld=f"a{rommel}b")).encode(), "proef")
    blijft = [teken for teken in rommel if teken in "\n\t"]
    assert gelezen.scan.overall_beeld == f"a{''.join(blijft)}b"
    weg = len(rommel) - len(blijft)
    assert [str(weg) in melding and "overall_beeld" in melding for melding in gelezen.meldingen] == (
        [True] if weg else []
    )


def test_of_many_places_three_are_named_and_the_others_counted() -> None:
    kaart = dict.fromkeys(("knelpunten", "opgaven", "partners", "wensen"), "a\x01")
    gelezen = lees_scan(json.dumps(minimaal(in_kaart=kaart)).encode(), "proef")
    assert gelezen.meldingen == (
        "4 besturingstekens zijn weggelaten, in in_kaart.knelpunten, in_kaart.opgaven, in_kaart.partners en nog één "
        "plaats.",
    )


def test_an_id_stays_one_id_when_its_control_characters_go() -> None:
    scan = lees(
        minimaal(documenten=[{"id": "d\u00071", "titel": "x"}], topics=[{"nr": 1, "bronnen": ["d1", "d\u00071"]}])
    )
    assert scan.documenten[0].id == "d1"
    assert scan.topic(1).bronnen == ("d1", "d1")


def test_a_byte_order_mark_is_no_problem() -> None:
    assert lees_scan(b"\xef\xbb\xbf" + json.dumps(minimaal()).encode(), "proef").scan == lees(minimaal())


@pytest.mark.parametrize("lengte", [300, 299])
def test_the_longest_texts_fit_counted_in_characters(lengte: int) -> None:
    scan = lees(minimaal(titel="👩" * lengte, overall_beeld="é" * 100_000))
    assert len(scan.titel) == lengte
    assert len(scan.overall_beeld) == 100_000
