"""Every wrong file gives one Dutch sentence: what is wrong, where in the file, what is allowed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.hulpbronnen import schema, voorbeeldscan
from vtscan_desktop.uitwisseling.lezen import lees_scan, lees_scanbestand

SCAN = json.loads(voorbeeldscan().read_text(encoding="utf-8"))
RIJ = {"jaar": 2016, "bedrag": 1, "soort": "structureel"}
FORMATIE = {"peildatum": "2016-07-01", "functie": "vt"}
GESPREK = {"id": "g1", "datum": "2016-07-11", "soort": "ambtelijk"}
NOTITIE = {"tijd": "2016-07-11T10:00:00Z", "tekst": "x"}


def _kort(waarde: object) -> str:
    """A short test id: the bytes themselves can be very long."""
    return str(waarde[0]) if isinstance(waarde, list) else "bestand"


def fout_van(data: bytes) -> str:
    with pytest.raises(InvoerFout) as gevangen:
        lees_scan(data, "proef.json")
    zin = str(gevangen.value)
    assert zin.startswith("proef.json: ")
    assert zin.endswith(".")
    assert len(zin) < 600
    assert zin.isprintable()
    return zin


def met(**anders: Any) -> bytes:
    return json.dumps({**SCAN, **anders}).encode()


def met_topic(nr: int, **anders: Any) -> bytes:
    topics = [{**topic, **anders} if topic["nr"] == nr else topic for topic in SCAN["topics"]]
    return met(topics=topics)


@pytest.mark.parametrize(
    ("data", "delen"),
    [
        (b"", ["leeg"]),
        (b" \n", ["leeg"]),
        (b"geen json", ["geen geldige JSON", "regel 1, teken 1"]),
        (b'{\n "a": 1,\n}', ["geen geldige JSON", "regel 3, teken 1"]),
        (b'{"a": 1} {}', ["geen geldige JSON", "regel 1, teken 10"]),
        (b'{"a": "\x01"}', ["geen geldige JSON"]),
        (b'{"a":\n"\xff"}', ["geen UTF-8", "regel 2", "byte 8"]),
        ('{"a": "é"}'.encode("latin-1"), ["geen UTF-8"]),
        ('{"a": 1}'.encode("utf-16"), ["geen UTF-8"]),
        (b"\xed\xa0\x80", ["geen UTF-8"]),
        (b"%PDF-1.7", ["geen geldige JSON"]),
        (b"[" * 200_000, ["te diep"]),
        (b"[" * 200_000 + b"]" * 200_000, ["te diep"]),
        (b'{"a":' * 200_000 + b"1" + b"}" * 200_000, ["te diep"]),
        (b"[" * 42 + b"]" * 42, ["te diep", "40"]),
        (b"null", ["één object", "null"]),
        (b"[]", ["één object", "een lijst"]),
        (b'{"topics": [{"nr": 1, "nr": 2}]}', ['"nr" staat twee keer in topics[0]']),
        (b'{"kerndata": {"inwoners": NaN}}', ["kerndata.inwoners is NaN"]),
        (b'{"kerndata": {"inwoners": -Infinity}}', ["kerndata.inwoners is -Infinity"]),
        (b'{"kerndata": {"inwoners": 1e400}}', ["kerndata.inwoners is te groot", "309 cijfers"]),
        (b'{"kerndata": {"inwoners": 1' + b"0" * 309 + b"}}", ["kerndata.inwoners is te groot"]),
        (b'{"kerndata": {"inwoners": -' + b"9" * 10_000 + b"}}", ["kerndata.inwoners is te groot"]),
        (b'{"titel": "\\ud800"}', ["titel bevat een half teken"]),
        (b'{"titel": "\\udc00\\ud800"}', ["titel bevat een half teken"]),
        (b"{}", ["schema", "vtscan/risicoscan/1", "ontbreekt"]),
    ],
    ids=_kort,
)
def test_a_text_that_is_no_good_json(data: bytes, delen: list[str]) -> None:
    zin = fout_van(data)
    assert [deel for deel in delen if deel not in zin] == []


@pytest.mark.parametrize(
    ("data", "delen"),
    [
        (met(schema="vtscan/risicoscan/2"), ["schema", "vtscan/risicoscan/1", "vtscan/risicoscan/2"]),
        (met(schema=1), ["schema", "vtscan/risicoscan/1"]),
        (met(id="geen"), ["id", "uuid", "geen"]),
        (met(titel=3), ["titel moet tekst zijn", "3"]),
        (met(titel=None), ["titel moet tekst zijn", "null"]),
        (met(titel="x" * 301), ["titel is te lang", "301", "300"]),
        (met(overall_beeld="x" * 100_001), ["overall_beeld is te lang", "100.001", "100.000"]),
        (met(voorbeeld=1), ["voorbeeld moet true of false zijn"]),
        (met(status="af"), ["status", "concept, ter_bespreking, vastgesteld", "af"]),
        (met(onbekend=1), ["het bestand kent geen", "onbekend", "peildatum"]),
        (met(**{"raar\x1b[31m" * 50: 1}), ["kent geen", "\\u001b"]),
        (met(peildatum="2016-02-30"), ["peildatum", "bestaande datum", "2016-02-30"]),
        (met(peildatum="1899-12-31"), ["peildatum", "1900 tot en met 2100"]),
        (met(peildatum="2101-01-01"), ["peildatum", "1900 tot en met 2100"]),
        (met(topics={}), ["topics moet een lijst zijn", "een object"]),
        (met(topics=[{"nr": 1}] * 21), ["topics", "21", "20"]),
        (met(topics=[{"nr": 21}]), ["topics[0].nr", "hoogstens 20", "21"]),
        (met(topics=[{"nr": 0}]), ["topics[0].nr", "minstens 1"]),
        (met(topics=[{"nr": True}]), ["topics[0].nr moet een geheel getal zijn", "true"]),
        (met(topics=[{"nr": 1.5}]), ["topics[0].nr moet een geheel getal zijn", "1.5"]),
        (met(topics=[{}]), ['topics[0] mist "nr"']),
        (met_topic(3, oordeel="goed"), ["topics[2].oordeel", "niet_besproken, op_orde, pril"]),
        (met_topic(3, acties=[{"termijn": "2016-13-01"}]), ["topics[2].acties[0].termijn", "bestaande datum"]),
        (met_topic(3, acties=[{"termijn": 5}]), ["topics[2].acties[0].termijn moet tekst of null zijn"]),
        (met_topic(3, bronnen=[""]), ["topics[2].bronnen[0] is leeg"]),
        (met(kerndata={"formatie": [{**FORMATIE, "vast": -0.5}]}), ["kerndata.formatie[0].vast", "minstens 0", "-0.5"]),
        (met(kerndata={"budget": [{**RIJ, "jaar": 2014}]}), ["kerndata.budget[0].jaar", "minstens 2015"]),
        (met(kerndata={"inwoners": 0}), ["kerndata.inwoners", "minstens 1"]),
        (met(notities=[{**NOTITIE, "tijd": "2016-07-11"}]), ["notities[0].tijd", "tijdstip"]),
        (met(vaststelling=2), ["vaststelling moet null of een object zijn"]),
        (met(vaststelling={}), ['vaststelling mist "categorie"']),
        (met(vaststelling={"categorie": True}), ["vaststelling.categorie", "1, 2, 3", "true"]),
        (met(vaststelling={"categorie": 2, "datum": "x"}), ["vaststelling.datum", "bestaande datum"]),
    ],
    ids=_kort,
)
def test_a_scan_that_the_schema_refuses(data: bytes, delen: list[str]) -> None:
    zin = fout_van(data)
    assert [deel for deel in delen if deel not in zin] == []


@pytest.mark.parametrize(
    ("data", "delen"),
    [
        (met(topics=[{"nr": 1}, {"nr": 2}, {"nr": 1.0}]), ["topics[2].nr", "topic 1", "twee keer"]),
        *((met_topic(nr, oordeel="op_orde"), [f"topics[{nr - 1}].oordeel", "niet_besproken"]) for nr in (18, 19, 20)),
        *(
            (met_topic(nr, oordeel="nvt"), [f"topics[{nr - 1}].oordeel", "kerntopic"])
            for nr in (1, 3, 4, 5, 9, 12, 13, 14, 15)
        ),
        (met_topic(3, bronnen=["d1", "weg"]), ["topics[2].bronnen[1]", '"weg"', "gesprek of document"]),
        (met(notities=[{**NOTITIE, "gesprek": "weg"}]), ["notities[0].gesprek", '"weg"']),
        (met(notities=[{**NOTITIE, "gesprek": "d1"}]), ["notities[0].gesprek", '"d1"']),
        (met(gesprekken=[GESPREK, GESPREK]), ["gesprekken[1].id", '"g1"', "eigen id"]),
        (met(gesprekken=[{**GESPREK, "id": "d1"}]), ["documenten[0].id", '"d1"', "eigen id"]),
        (met(gesprekken=[{**GESPREK, "id": "\x07"}]), ["gesprekken[0].id is leeg"]),
        (met(regio="zwolle"), ['regio "zwolle"', "26 regio's"]),
        (
            met(kerndata={"primair_proces": [{"van": "2016-04-01", "tot": "2016-03-31"}]}),
            ["kerndata.primair_proces[0].tot", "2016-03-31", "2016-04-01"],
        ),
    ],
    ids=_kort,
)
def test_a_scan_that_breaks_a_rule_beyond_the_schema(data: bytes, delen: list[str]) -> None:
    zin = fout_van(data)
    assert [deel for deel in delen if deel not in zin] == []


def test_what_just_fits_is_read() -> None:
    proces = [{"van": "2016-04-01", "tot": "2016-04-01"}]
    lees_scan(
        met(notities=[{**NOTITIE, "gesprek": "g1"}], gesprekken=[GESPREK], kerndata={"primair_proces": proces}), "x"
    )
    lees_scan(met_topic(2, oordeel="nvt"), "x")
    lees_scan(met(kerndata={"inwoners": 10**300, "budget": [{**RIJ, "jaar": 2100}]}), "x")
    lees_scan(met(peildatum="1900-01-01"), "x")
    lees_scan(met(peildatum="2100-12-31"), "x")


_anders: st.SearchStrategy[Any] = (
    st.none() | st.booleans() | st.integers(-3, 25) | st.floats(0, 9) | st.text(max_size=4) | st.just([]) | st.just({})
)


@settings(max_examples=200)
@given(st.data())
def test_a_damaged_scan_is_judged_as_the_schema_says_and_never_crashes(data: st.DataObject) -> None:
    scan = json.loads(
        json.dumps({**SCAN, "gesprekken": [GESPREK], "notities": [NOTITIE], "vaststelling": {"categorie": 2}})
    )
    deel: Any = scan
    while True:
        sleutel = data.draw(st.sampled_from(sorted(deel)) if isinstance(deel, dict) else st.integers(0, len(deel) - 1))
        if not isinstance(deel[sleutel], dict | list) or not deel[sleutel] or data.draw(st.integers(0, 3)) == 0:
            break
        deel = deel[sleutel]
    if isinstance(deel, dict) and data.draw(st.booleans()):
        del deel[sleutel]
    else:
        deel[sleutel] = data.draw(_anders)
    try:
        lees_scan(json.dumps(scan).encode(), "proef.json")
        geweigerd = ""
    except InvoerFout as fout:
        geweigerd = str(fout)
        assert geweigerd.endswith(".")
    if not geweigerd:
        assert Draft202012Validator(schema()).is_valid(scan)


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    groot = tmp_path / "groot.vtscan"
    with groot.open("wb") as bestand:
        bestand.truncate(200_000_000)
    with pytest.raises(InvoerFout, match=r"groot\.vtscan is te groot: 200 MB, .* 50 MB"):
        lees_scanbestand(groot)
    with pytest.raises(InvoerFout, match="50 MB"):
        lees_scan(b" " * 50_000_001, "bijlage")


def test_a_folder_or_a_missing_file_is_said_as_such(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="is een map"):
        lees_scanbestand(tmp_path)
    with pytest.raises(OmgevingFout, match="is er niet"):
        lees_scanbestand(tmp_path / "weg.json")
