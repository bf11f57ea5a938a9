"""A format file is taken as it is, or refused in one Dutch sentence that says where and what is allowed."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from tests.eigenformat import bytes_van, eigen_bestand, formats
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import KERN_NRS, OORDEEL_NRS, TOPIC_NRS
from vtscan_desktop.hulpbronnen import formatschema, hulpbronnenmap, laad_format, laad_formats
from vtscan_desktop.uitwisseling import schemacontrole
from vtscan_desktop.uitwisseling.formatbestand import MAX_BYTES, lees_format, voorbeeldformat

if TYPE_CHECKING:
    from collections.abc import Callable

    from vtscan_desktop.domain.topics import Format

Bestand = dict[str, Any]


def _topic(bestand: Bestand, nr: int) -> Bestand:
    topic: Bestand = next(t for thema in bestand["themas"] for t in thema["topics"] if t["nr"] == nr)
    return topic


def _vraag(bestand: Bestand, nr: int, plaats: int) -> Bestand:
    vraag: Bestand = bestand["leidraad"]["topics"][nr - 1]["vragen"][plaats]
    return vraag


def test_each_format_that_ships_is_a_right_file_under_its_own_name() -> None:
    paden = list((hulpbronnenmap() / "format").glob("*.json"))
    assert {pad.stem.replace("-", "/", 1) for pad in paden} == set(laad_formats())
    for pad in paden:
        bestand = json.loads(pad.read_text("utf-8"))
        anders = lees_format(bytes_van(bestand | {"id": "anders"}), pad.name).format
        assert anders.topics == laad_formats()[f"{bestand['id']}/{bestand['versie']}"].topics


def test_the_file_to_begin_with_is_the_shipped_format_under_another_name() -> None:
    gelezen = lees_format(voorbeeldformat(date(2026, 11, 27)), "voorbeeld").format
    gewoon = laad_format()
    assert (gelezen.topics, gelezen.leidraad) == (gewoon.topics, gewoon.leidraad)
    assert gelezen.id != gewoon.id
    assert gelezen.datum == date(2026, 11, 27)


@given(formats())
def test_a_format_changes_words_and_never_what_a_topic_is(format_: Format) -> None:
    assert [topic.nr for topic in format_.topics] == list(TOPIC_NRS)
    assert {topic.nr for topic in format_.topics if topic.kern} == KERN_NRS
    assert [topic.nr for topic in format_.topics if not topic.data] == list(OORDEEL_NRS)
    assert [len(format_.topics_van(thema)) for thema in format_.themas()] == [8, 3, 6, 3]


def test_what_was_read_is_kept_in_one_way_and_reads_the_same_again() -> None:
    gelezen = lees_format(bytes_van(eigen_bestand()), "eigen")
    weer = lees_format(gelezen.inhoud, "weer")
    assert weer == gelezen
    assert lees_format(b"\xef\xbb\xbf" + gelezen.inhoud.replace(b"\n", b"\r\n"), "anders").inhoud == gelezen.inhoud


def test_a_whole_number_may_be_written_as_a_fraction_and_is_shown_without() -> None:
    bestand = bytes_van(eigen_bestand()).replace(b'"nr": 7,', b'"nr": 7.0,')
    assert lees_format(bestand, "eigen").format.topic(7).genummerd == "7 Eigen kort 7"


FOUTEN: list[tuple[Callable[[Bestand], object], str]] = [
    (lambda b: b.pop("naam"), r'mist "naam"'),
    (lambda b: b.update(schema="vtscan/format/2"), r'schema moet "vtscan/format/1" zijn'),
    (lambda b: b.update(id="risicoscan"), r'id mag niet "risicoscan" zijn'),
    (lambda b: b.update(id="Ons format"), r"id moet met een kleine letter beginnen"),
    (lambda b: b.update(versie="1/2"), r"versie moet bestaan uit letters, cijfers, punten en streepjes"),
    (lambda b: b.update(versie="1\n"), r"versie bevat een onzichtbaar teken \(U\+000A\)"),
    (lambda b: b.update(datum="27-11-2026"), r"datum moet een bestaande datum"),
    (lambda b: b.update(kleur="rood"), r'kent geen "kleur"'),
    (lambda b: _topic(b, 3).update(titel=""), r"topic 3, titel is leeg"),
    (lambda b: _topic(b, 3).update(titel=" "), r"topic 3, titel begint of eindigt met een spatie of is leeg"),
    (lambda b: _topic(b, 3).update(titel="x" * 121), r"topic 3, titel is te lang: 121 tekens.*hoogstens 120"),
    (lambda b: _topic(b, 3).update(titel=3), r"topic 3, titel moet tekst zijn, maar er staat 3"),
    (lambda b: _topic(b, 3).update(kort="x" * 41), r"topic 3, kort is te lang"),
    (lambda b: _topic(b, 9).update(kort="Eigen kort 3"), r"topic 9, kort is gelijk aan topic 3, kort"),
    (lambda b: _topic(b, 3).pop("in_zin"), r'topic 3 mist "in_zin"'),
    (lambda b: _topic(b, 3).update(kern=True), r'topic 3 kent geen "kern"'),
    (lambda b: _topic(b, 3).update(nr=4), r"thema 1 moet de topics 1 tot en met 8 hebben"),
    (lambda b: _topic(b, 3).update(nr="drie"), r"topic op plaats 3 van thema 1, nr moet een geheel getal zijn"),
    (lambda b: b["themas"][0]["topics"].reverse(), r"thema 1 moet de topics 1 tot en met 8 hebben, in die volgorde"),
    (lambda b: b["themas"][0]["topics"].pop(), r"thema 1 moet de topics 1 tot en met 8 hebben"),
    (lambda b: b["themas"].pop(), r"themas telt 3 delen; het moeten er minstens 4 zijn"),
    (lambda b: b["themas"][1].update(titel="<b>Visie</b>"), r"thema 2, titel bevat een < of >; opmaak mag niet"),
    (lambda b: b["themas"][1].update(titel=b["themas"][0]["titel"]), r"thema 2, titel is gelijk aan thema 1, titel"),
    (lambda b: _topic(b, 3).update(titel="a\u202eb"), r"topic 3, titel bevat een onzichtbaar teken \(U\+202E\)"),
    (lambda b: _topic(b, 3).update(titel="twee\nregels"), r"topic 3, titel bevat een onzichtbaar teken"),
    (lambda b: _topic(b, 3).update(titel="w" * 27), r"topic 3, titel heeft een woord van 27 tekens; hoogstens 26"),
    (lambda b: _topic(b, 3).update(kort="w" * 19), r"topic 3, kort heeft een woord van 19 tekens; hoogstens 18"),
    (lambda b: _vraag(b, 3, 1).update(tekst="w" * 31 + "?"), r"topic 3, vraag 2, tekst heeft een woord van 32 tekens"),
    (lambda b: _topic(b, 3).update(titel="Stand {jaar}"), r"topic 3, titel bevat een { of }; die mag alleen"),
    (lambda b: _topic(b, 18).update(kort="Geld {jaar}"), r"topic 18, kort bevat een { of }"),
    (lambda b: _topic(b, 18).update(titel="Geld {maand}"), r"topic 18, titel bevat tussen accolades iets anders"),
    (lambda b: b["leidraad"]["topics"].pop(), r"leidraad, topics telt 19 delen"),
    (lambda b: b["leidraad"]["topics"].reverse(), r"leidraad, topics moet de topics 1 tot en met 20 hebben"),
    (lambda b: _vraag(b, 3, 1).update(tekst="<i>"), r"leidraad, topic 3, vraag 2, tekst bevat een < of >"),
    (lambda b: _vraag(b, 3, 1).update(bron="nergens"), r"leidraad, topic 3, vraag 2, bron is \"nergens\""),
    (
        lambda b: _vraag(b, 3, 1).update(id="1.1-score"),
        r"topic 3, vraag 2, id is gelijk aan leidraad, topic 1, vraag 1",
    ),
    (lambda b: b["leidraad"]["topics"][2]["vragen"].clear(), r"leidraad, topic 3, vragen telt 0 delen"),
    (lambda b: b["leidraad"]["topics"][2]["vragen"].extend([{}] * 13), r"topic 3, vragen telt \d+ delen"),
    (lambda b: b["leidraad"]["bronnen"].update({"A b": "x"}), r'leidraad, bronnen moet .*er staat "A b"'),
]


@pytest.mark.parametrize(("bederf", "zin"), FOUTEN, ids=[zin[:45] for _, zin in FOUTEN])
def test_what_is_wrong_is_said_with_topic_and_field(bederf: Callable[[Bestand], object], zin: str) -> None:
    bestand = eigen_bestand()
    bederf(bestand)
    with pytest.raises(InvoerFout, match=zin) as fout:
        lees_format(bytes_van(bestand), "ons.json")
    assert str(fout.value).startswith("ons.json: ")
    assert str(fout.value).endswith(".")


def test_a_file_that_is_too_large_or_empty_or_no_json_is_refused() -> None:
    for data, zin in (
        (b" " * (MAX_BYTES + 1), "te groot"),
        (b"", "er moet een format in staan"),
        (b"{", "geldige JSON"),
    ):
        with pytest.raises(InvoerFout, match=zin):
            lees_format(data, "ons.json")


def test_the_schema_is_a_right_one_and_each_of_its_rules_has_a_sentence() -> None:
    Draft202012Validator.check_schema(formatschema())
    gezegd = {*schemacontrole._zinnen(), "const"}  # of `schema` alone, which is looked at first
    bouw = {"$schema", "$id", "$ref", "$defs", "title", "properties", "items", "propertyNames"}
    assert _sleutelwoorden(formatschema()) <= gezegd | bouw


def _sleutelwoorden(schema: Bestand) -> set[str]:
    woorden = set(schema)
    for groep in ("properties", "$defs"):
        for deel in schema.get(groep, {}).values():
            woorden |= _sleutelwoorden(deel)
    for een in ("items", "propertyNames", "additionalProperties"):
        if deel := schema.get(een):
            woorden |= _sleutelwoorden(deel)
    return woorden
