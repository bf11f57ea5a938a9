"""Reads an organisation's own format (docs/eigen-format.md): a wrong file gives one Dutch sentence.

A format holds words only, and words that any page can take: no markup, no line breaks, nothing that can't be seen.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vtscan_desktop.bestanden import lees_begrensd
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.notatie import opsomming
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, TOPIC_NRS
from vtscan_desktop.domain.topics import INVULLING
from vtscan_desktop.hulpbronnen import laad_formats, maak_format, nieuwste_formatbestand
from vtscan_desktop.uitwisseling.jsontekst import Json, Plek, lees_json, toon_plek, toon_tekst, toon_waarde
from vtscan_desktop.uitwisseling.schemacontrole import FORMAT, controleer_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from vtscan_desktop.domain.topics import Format

MAX_BYTES = 1_000_000
"""Largest file that is read as a format: the one that ships takes a twentieth of it."""
LANGSTE_WOORD = 30
"""Most letters without a place to break: a longer word sticks out of the tab beside a topic."""
_LANGSTE = {"titel": 26, "kort": 18}
"""The same for what is set large, and for the step list; held against the window at twice the text size."""
_BREEKT = re.compile(r"[\s/–-]")
_GEEN_TEKST = {"schema", "id", "versie", "bron"}
"""Fields that nobody reads as words."""
_ONZICHTBAAR = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"})
"""Kinds of character (Unicode's general category) that show nothing, or turn the text around."""
_GROEPEN = ((1, 8), (9, 11), (12, 17), (18, 20))
"""The first and last topic of each hoofdthema: the rules and the pages with figures count on them."""
_ACCOLADE = re.compile(r"[{}]")
_VOORBEELD = {"id": "eigen-format", "naam": "Eigen format van onze organisatie", "versie": "1"}


@dataclass(frozen=True, slots=True)
class Gelezenformat:
    """A format as read, and its file as it is kept: the same values, written in one way."""

    format: Format
    inhoud: bytes


def lees_formatbestand(pad: Path) -> Gelezenformat:
    """The format in the file `pad`. Raises InvoerFout or OmgevingFout (missing, no permission)."""
    return lees_format(lees_begrensd(pad, MAX_BYTES), str(pad))


def lees_format(data: bytes, bron: str) -> Gelezenformat:
    """The format in `data`; `bron` names where it came from in messages. Raises InvoerFout."""
    try:
        if len(data) > MAX_BYTES:
            raise InvoerFout(f"dit is te groot; een format mag hoogstens {MAX_BYTES // 1_000_000} MB zijn.")
        waarde = lees_json(data, "een format")
        controleer_schema(waarde, FORMAT, _Plaatsen(waarde).noem)
        fout = next(_fouten(waarde), None)
        if fout is not None:
            raise InvoerFout(fout)
    except InvoerFout as fout:
        raise InvoerFout(f"{bron}: {fout}") from fout.__cause__
    return Gelezenformat(maak_format(waarde), _schrijf(waarde))


def voorbeeldformat(datum: date) -> bytes:
    """The newest shipped format as a file to adapt, under a name of its own and of the day `datum`."""
    return _schrijf(nieuwste_formatbestand() | _VOORBEELD | {"datum": datum.isoformat()})


def _schrijf(waarde: Json) -> bytes:
    return (json.dumps(waarde, ensure_ascii=False, indent=1) + "\n").encode()


class _Plaatsen:
    """Names a place in a format as its maker knows it: "topic 3, titel", "topic 3, vraag 2, tekst"."""

    _ONDERDEEL = {"vragen": "vraag", "let_op": "let op"}

    def __init__(self, waarde: Json) -> None:
        self._waarde = waarde

    def noem(self, plek: Plek) -> str:
        """The place in words; one outside topics and thema's as it is in the file."""
        if plek[:1] == ("themas",) and len(plek) > 3:
            return ", ".join((self._topic(plek[:4], plek[1]), *self._rest(plek[4:])))
        if plek[:1] == ("themas",) and len(plek) > 1:
            return ", ".join((f"thema {int(plek[1]) + 1}", *self._rest(plek[2:])))
        if plek[:2] == ("leidraad", "topics") and len(plek) > 2:
            return ", ".join((f"leidraad, {self._topic(plek[:3], None)}", *self._rest(plek[3:])))
        return ", ".join(map(toon_tekst, map(str, plek))) or toon_plek(plek)

    def _topic(self, plek: Plek, thema: object) -> str:
        deel = self._waarde
        for stap in plek:
            deel = deel[stap]
        nr = deel.get("nr") if isinstance(deel, dict) else None
        if isinstance(nr, int) and nr in TOPIC_NRS:
            return f"topic {nr}"
        waar = f" van thema {int(str(thema)) + 1}" if thema is not None else ""
        return f"topic op plaats {int(plek[-1]) + 1}{waar}"

    def _rest(self, plek: Plek) -> Iterator[str]:
        for nummer, stap in enumerate(plek):
            if isinstance(stap, int):
                yield f"{self._ONDERDEEL.get(str(plek[nummer - 1]), str(plek[nummer - 1]))} {stap + 1}"
            elif not (nummer + 1 < len(plek) and isinstance(plek[nummer + 1], int)):
                yield toon_tekst(stap)


def _fouten(waarde: dict[str, Any]) -> Iterator[str]:
    """What the schema can't say."""
    noem = _Plaatsen(waarde).noem
    yield from _nummers(waarde)
    if waarde["id"] in {format_.id for format_ in laad_formats().values()}:
        yield f'id mag niet "{waarde["id"]}" zijn: zo heet het format van het programma zelf; kies een eigen id.'
    for plek, tekst in _teksten(waarde, ()):
        if fout := _tekstfout(tekst) or _woordfout(tekst, str(plek[-1])):
            yield f"{noem(plek)} {fout}"
    yield from _accolades(waarde)
    yield from _dubbel(waarde)
    bekend = waarde["leidraad"]["bronnen"]
    for plek, deel in _leidraaddelen(waarde):
        if deel["bron"] not in bekend:
            yield (
                f"{noem((*plek, 'bron'))} is {toon_waarde(deel['bron'])}; "
                "het moet een van de namen zijn die in leidraad, bronnen staan."
            )


def _nummers(waarde: dict[str, Any]) -> Iterator[str]:
    """The same 20 topics under the same four hoofdthema's: the numbers are those of the rules."""
    for nummer, (thema, (eerste, laatste)) in enumerate(zip(waarde["themas"], _GROEPEN, strict=True), start=1):
        nrs = [topic["nr"] for topic in thema["topics"]]
        if nrs != list(range(eerste, laatste + 1)):
            yield (
                f"thema {nummer} moet de topics {eerste} tot en met {laatste} hebben, in die volgorde, maar heeft "
                f"{opsomming([str(nr) for nr in nrs]) or 'er geen'}; nummers en indeling liggen vast."
            )
    nrs = [topic["nr"] for topic in waarde["leidraad"]["topics"]]
    if nrs != list(TOPIC_NRS):
        staat = opsomming([str(nr) for nr in nrs])
        yield f"leidraad, topics moet de topics 1 tot en met 20 hebben, in die volgorde, maar heeft {staat}."


def _teksten(waarde: Json, plek: Plek) -> Iterator[tuple[Plek, str]]:
    if isinstance(waarde, str):
        yield plek, waarde
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from _teksten(deel, (*plek, sleutel))
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _teksten(deel, (*plek, nummer))


def _tekstfout(tekst: str) -> str:
    """What is wrong with a text, as the end of a sentence; "" when it can be shown and printed as it is."""
    vreemd = next((teken for teken in tekst if unicodedata.category(teken) in _ONZICHTBAAR), "")
    if vreemd:
        return f"bevat een onzichtbaar teken (U+{ord(vreemd):04X}); alleen gewone tekst op één regel mag."
    if "<" in tekst or ">" in tekst:
        return "bevat een < of >; opmaak mag niet, alleen gewone tekst."
    if tekst != tekst.strip():
        return "begint of eindigt met een spatie of is leeg; er moet tekst staan zonder spatie eromheen."
    return ""


def _woordfout(tekst: str, veld: str) -> str:
    """As `_tekstfout`, for a word that is too long to be set on one line everywhere."""
    hoogstens = _LANGSTE.get(veld, LANGSTE_WOORD)
    lang = next((woord for woord in _BREEKT.split(tekst) if len(woord) > hoogstens), "")
    if not lang or veld in _GEEN_TEKST:
        return ""
    return f"heeft een woord van {len(lang)} tekens; hoogstens {hoogstens} mag, want anders steekt het uit."


def _accolades(waarde: dict[str, Any]) -> Iterator[str]:
    """`{jaar}` and the like are filled in, in the titles of 18-20 only; any other brace is a mistake."""
    noem = _Plaatsen(waarde).noem
    for plek, tekst in _teksten(waarde, ()):
        if not _ACCOLADE.search(tekst):
            continue
        topic = waarde["themas"][plek[1]]["topics"][plek[3]] if plek[0] == "themas" and len(plek) == 5 else None
        if topic is None or plek[4] != "titel" or topic["nr"] in OORDEEL_NRS:
            yield f"{noem(plek)} bevat een {{ of }}; die mag alleen in de titel van topic 18, 19 en 20."
            continue
        rest = tekst
        for naam in INVULLING:
            rest = rest.replace(f"{{{naam}}}", "")
        if _ACCOLADE.search(rest):
            mag = " of ".join(f"{{{naam}}}" for naam in INVULLING)
            yield f"{noem(plek)} bevat tussen accolades iets anders dan {mag}."


def _dubbel(waarde: dict[str, Any]) -> Iterator[str]:
    """Names that tell two things apart must differ."""
    noem = _Plaatsen(waarde).noem
    gezien: dict[tuple[str, str], Plek] = {}
    for soort, plek, tekst in _namen(waarde):
        if (eerder := gezien.setdefault((soort, tekst.casefold()), plek)) is not plek:
            yield f"{noem(plek)} is gelijk aan {noem(eerder)}: {toon_waarde(tekst)}; elk moet anders zijn."


def _namen(waarde: dict[str, Any]) -> Iterator[tuple[str, Plek, str]]:
    """What tells things of one kind apart: the kind, the place, the name."""
    for i, thema in enumerate(waarde["themas"]):
        yield "thema", ("themas", i, "titel"), thema["titel"]
        for j, topic in enumerate(thema["topics"]):
            for veld in ("titel", "kort"):
                yield veld, ("themas", i, "topics", j, veld), topic[veld]
    for plek, deel in _leidraaddelen(waarde):
        if "id" in deel:
            yield "id", (*plek, "id"), deel["id"]


def _leidraaddelen(waarde: dict[str, Any]) -> Iterator[tuple[Plek, dict[str, Any]]]:
    for i, topic in enumerate(waarde["leidraad"]["topics"]):
        for soort in ("vragen", "let_op"):
            for j, deel in enumerate(topic.get(soort, ())):
                yield ("leidraad", "topics", i, soort, j), deel
