"""The errors of a scan that its schema (`resources/risicoscan.schema.json`) cannot express."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import KERN_NRS, OORDEEL_NRS, Oordeel
from vtscan_desktop.hulpbronnen import laad_regios
from vtscan_desktop.uitwisseling.jsontekst import toon_waarde

if TYPE_CHECKING:
    from collections.abc import Iterator

Kaart = dict[str, Any]


def controleer_regels(scan: Kaart) -> None:
    """Raises InvoerFout for the first rule that `scan`, valid by its schema, breaks."""
    fout = next(_fouten(scan), None)
    if fout is not None:
        raise InvoerFout(fout)


def _fouten(scan: Kaart) -> Iterator[str]:
    yield from _regio(scan["regio"])
    yield from _sleutels(scan)
    yield from _topics(scan["topics"])
    yield from _bronnen(scan)
    for nummer, rij in enumerate(scan.get("kerndata", {}).get("primair_proces", [])):
        if rij["tot"] < rij["van"]:
            yield (
                f"kerndata.primair_proces[{nummer}].tot ({rij['tot']}) ligt voor van ({rij['van']}); "
                "dat moet dezelfde dag of later zijn."
            )


def _regio(sleutel: str) -> Iterator[str]:
    bekend = [regio.sleutel for regio in laad_regios()]
    if sleutel not in bekend:
        yield (
            f"regio {toon_waarde(sleutel)} staat niet in de lijst van {len(bekend)} regio's, die loopt van "
            f"{min(bekend)} tot en met {max(bekend)}."
        )


def _sleutels(scan: Kaart) -> Iterator[str]:
    gezien: set[str] = set()
    for lijst in ("gesprekken", "documenten"):
        for nummer, deel in enumerate(scan.get(lijst, [])):
            plek, sleutel = f"{lijst}[{nummer}].id", deel["id"]
            if not sleutel:
                yield f"{plek} is leeg; er moet minstens 1 zichtbaar teken staan."
            if sleutel in gezien:
                yield f"{plek} {toon_waarde(sleutel)} is al van een ander gesprek of document; elk heeft een eigen id."
            gezien.add(sleutel)


def _topics(topics: list[Kaart]) -> Iterator[str]:
    gezien: set[int] = set()
    for nummer, topic in enumerate(topics):
        nr, oordeel, plek = int(topic["nr"]), topic.get("oordeel", Oordeel.NIET_BESPROKEN), f"topics[{nummer}]"
        if nr in gezien:
            yield f"{plek}.nr: topic {nr} staat er twee keer in; elk topic mag er één keer in."
        gezien.add(nr)
        if nr not in OORDEEL_NRS and oordeel != Oordeel.NIET_BESPROKEN:
            yield f"{plek}.oordeel: topic {nr} krijgt geen oordeel; alleen niet_besproken mag hier."
        if nr in KERN_NRS and oordeel == Oordeel.NVT:
            yield f"{plek}.oordeel: nvt mag niet, want kerntopic {nr} geldt voor elk Veilig Thuis."


def _bronnen(scan: Kaart) -> Iterator[str]:
    gesprekken = {gesprek["id"] for gesprek in scan.get("gesprekken", [])}
    bronnen = gesprekken | {document["id"] for document in scan.get("documenten", [])}
    for nummer, topic in enumerate(scan["topics"]):
        for positie, bron in enumerate(topic.get("bronnen", [])):
            if bron not in bronnen:
                yield (
                    f"topics[{nummer}].bronnen[{positie}] is {toon_waarde(bron)}; "
                    "het moet de id van een gesprek of document van deze scan zijn."
                )
    for nummer, notitie in enumerate(scan.get("notities", [])):
        gesprek = notitie.get("gesprek")
        if gesprek and gesprek not in gesprekken:
            yield (
                f"notities[{nummer}].gesprek is {toon_waarde(gesprek)}; "
                "het moet de id van een gesprek van deze scan zijn."
            )
