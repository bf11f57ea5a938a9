"""What ships with the program: format, regio's, inspectie table, fonts, the example scan and the schema.

`resources/` lies at the top of the source tree and inside the package in a wheel or a frozen program; this is the one
place that knows. Everything is read once.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from .domain.inspectie import Inspectietabel, Regioscore
from .domain.leidraad import Leidraad, LetOp, TopicLeidraad, Vraag
from .domain.topics import Format, Thema, Topic
from .domain.verwachtingen import Verwachting
from .hulpbronnenmap import hulpbronnenmap


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


@cache
def laad_format() -> Format:
    """The shipped format with its 20 topics."""
    gegevens = _lees_json("format", "risicoscan.json")
    topics = tuple(
        Topic(thema=Thema(thema["titel"]), **topic) for thema in gegevens["themas"] for topic in thema["topics"]
    )
    return Format(gegevens["id"], gegevens["naam"], gegevens["versie"], gegevens["bron"], topics)


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
def laad_leidraad() -> Leidraad:
    """The shipped leidraad. Why a topic is aangevuld comes from the format, so that it is told in one place."""
    gegevens = _lees_json("leidraad.json")
    titels: dict[str, str] = gegevens["bronnen"]

    def bron(deel: dict[str, str]) -> str:
        return f"{titels[deel['bron']]}, {deel['plaats']}"

    topics = tuple(
        TopicLeidraad(
            topic["nr"],
            tuple(Vraag(vraag["id"], vraag["tekst"], bron(vraag)) for vraag in topic["vragen"]),
            tuple(LetOp(let_op["tekst"], bron(let_op)) for let_op in topic["let_op"]),
            laad_format().topic(topic["nr"]).aangevuld,
        )
        for topic in gegevens["topics"]
    )
    return Leidraad(gegevens["versie"], date.fromisoformat(gegevens["datum"]), tuple(titels.values()), topics)


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
def schema() -> dict[str, Any]:
    """The JSON schema of the exchange format, version 1. Shared: do not change it."""
    return _lees_json("risicoscan.schema.json")
