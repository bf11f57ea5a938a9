"""What ships with the program: formats, regio's, inspectie table, fonts, the example scan and the schema.

Where all that lies, `hulpbronnenmap` knows. What is asked for more than once is read once.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from vtscan_desktop.domain.inspectie import Inspectietabel, Regioscore
from vtscan_desktop.domain.leidraad import Bron, Leidraad, LetOp, TopicLeidraad, Vraag
from vtscan_desktop.domain.risicoscan import KERN_NRS, OORDEEL_NRS
from vtscan_desktop.domain.topics import Format, Thema, Topic
from vtscan_desktop.domain.verwachtingen import Verwachting
from vtscan_desktop.hulpbronnenmap import hulpbronnenmap


@dataclass(frozen=True, slots=True)
class Regio:
    """One Veilig Thuis regio: its key in the exchange format and its name."""

    sleutel: str
    naam: str


@dataclass(frozen=True, slots=True)
class Regiolijst:
    """The regio's with the date and source of the list: regio's merge and change name."""

    datum: str
    bron: str
    regios: tuple[Regio, ...]


def _lees_json(*delen: str) -> dict[str, Any]:
    gegevens: dict[str, Any] = json.loads(hulpbronnenmap().joinpath(*delen).read_text(encoding="utf-8"))
    return gegevens


EERSTE_FORMAT = "risicoscan/2016-1"
"""The one format that there was while scans did not say of which version they are."""
NIEUWSTE_FORMAT = "risicoscan/2016-1"
"""The newest format that ships: a new scan is of it, unless another is chosen."""


@cache
def laad_formats() -> dict[str, Format]:
    """Every format that ever shipped, by its kenmerk, so that an old scan keeps its own words."""
    paden = sorted((hulpbronnenmap() / "format").glob("*.json"))
    formats = (maak_format(_lees_json("format", pad.name)) for pad in paden)
    return {format_.kenmerk: format_ for format_ in formats}


def laad_format() -> Format:
    """The newest format that ships."""
    return laad_formats()[NIEUWSTE_FORMAT]


def nieuwste_formatbestand() -> dict[str, Any]:
    """The file of the newest format that ships, to begin an own one with."""
    return _lees_json("format", f"{NIEUWSTE_FORMAT.replace('/', '-')}.json")


def maak_format(gegevens: dict[str, Any]) -> Format:
    """The format in a format file (docs/eigen-format.md) that is known to be a right one."""
    topics = tuple(
        _maak_topic(Thema(thema["titel"]), topic) for thema in gegevens["themas"] for topic in thema["topics"]
    )
    return Format(
        gegevens["id"],
        gegevens["naam"] or gegevens["id"],  # a person who is taken out of the database takes the name along
        gegevens["versie"],
        date.fromisoformat(gegevens["datum"]),
        gegevens["herkomst"],
        topics,
        _maak_leidraad(gegevens["leidraad"]),
    )


def _maak_topic(thema: Thema, gegevens: dict[str, Any]) -> Topic:
    nr = int(gegevens["nr"])  # JSON has 7.0 for 7 too
    return Topic(**gegevens | {"nr": nr}, thema=thema, kern=nr in KERN_NRS, data=nr not in OORDEEL_NRS)


def _maak_leidraad(gegevens: dict[str, Any]) -> Leidraad:
    titels: dict[str, str] = gegevens["bronnen"]

    def bron(deel: dict[str, str]) -> Bron:
        return Bron(titels[deel["bron"]], deel.get("plaats", ""))

    topics = tuple(
        TopicLeidraad(
            int(topic["nr"]),
            tuple(Vraag(vraag["tekst"], bron(vraag), vraag["id"]) for vraag in topic["vragen"]),
            tuple(LetOp(let_op["tekst"], bron(let_op)) for let_op in topic.get("let_op", ())),
        )
        for topic in gegevens["topics"]
    )
    return Leidraad(topics)


@cache
def laad_regiolijst() -> Regiolijst:
    """The list of regio's with its date and source."""
    gegevens = _lees_json("regios.json")
    return Regiolijst(gegevens["datum"], gegevens["bron"], tuple(Regio(**regio) for regio in gegevens["regios"]))


def laad_regios() -> tuple[Regio, ...]:
    """The 26 regio's, by name."""
    return laad_regiolijst().regios


def regionaam(sleutel: str) -> str:
    """The name of a regio; an unknown key comes back as it is."""
    return next((regio.naam for regio in laad_regios() if regio.sleutel == sleutel), sleutel)


@cache
def laad_inspectietabel() -> Inspectietabel:
    """The scores of inspectie stap 1 (2015): 26 regio's by 24 verwachtingen."""
    with (hulpbronnenmap() / "inspectie-stap1-2015.csv").open(encoding="utf-8", newline="") as bestand:
        rijen = list(csv.DictReader(bestand))
    return Inspectietabel(
        tuple(
            Regioscore(rij.pop("regio"), rij.pop("naam"), tuple((code, score == "+") for code, score in rij.items()))
            for rij in rijen
        )
    )


@cache
def laad_verwachtingen() -> tuple[Verwachting, ...]:
    """The 25 verwachtingen of inspectie stap 1. Topics about stap 1 as a whole (1 and 2) hold them all."""
    gegevens = _lees_json("verwachtingen.json")
    geheel = tuple(gegevens["topics_geheel"])
    return tuple(
        Verwachting(rij["nummer"], rij["kort"], (*geheel, *rij["topics"])) for rij in gegevens["verwachtingen"]
    )


@cache
def laad_vakwoorden() -> tuple[str, ...]:
    """The words of the field that the dictionary doesn't have."""
    regels = (hulpbronnenmap() / "woorden.txt").read_text(encoding="utf-8").splitlines()
    return tuple(regel.split("\t")[0] for regel in regels if regel and not regel.startswith("#"))


def woordenboekwoorden() -> tuple[str, ...]:
    """The words of the Dutch dictionary, without what the spelling check knows of their forms."""
    regels = (hulpbronnenmap() / "woordenboek" / "nl.dic").read_text(encoding="utf-8").splitlines()
    return tuple(regel.partition("/")[0] for regel in regels[1:])


def lettertype(bestandsnaam: str) -> Path:
    """The path of a shipped font file."""
    return hulpbronnenmap() / "fonts" / bestandsnaam


def voorbeeldscan() -> Path:
    """The path of the shipped scan of IJsselland."""
    return hulpbronnenmap() / "voorbeelden" / "ijsselland-2016.json"


@cache
def formatschema() -> dict[str, Any]:
    """The JSON schema of a format file, version 1. Shared: do not change it."""
    return _lees_json("format.schema.json")


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of the exchange format, version 1. Shared: do not change it."""
    return _lees_json("risicoscan.schema.json")
