"""The commands on a database: importeer, scans, exporteer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.cli.gemeen import (
    KLAAR,
    Opdracht,
    Starters,
    database_opties,
    json_optie,
    meld,
    open_opslag,
    toon,
    toon_json,
    vraag_wachtwoord,
)
from vtscan_desktop.domain.notatie import format_datum

if TYPE_CHECKING:
    from argparse import Namespace

    from vtscan_desktop.cli.ontleder import Ontleder
    from vtscan_desktop.services.scans import Scanregel


def _vul_importeer(ontleder: Ontleder) -> None:
    ontleder.deel("scan", metavar="SCAN", type=Path, help="een .vtscan- of .json-scan, of een rapport")
    database_opties(ontleder, verplicht=True)
    ontleder.een_van(
        ("--vervang", "vervang de scan met dezelfde id, na een reservekopie"),
        ("--als-kopie", "zet hem erbij onder een nieuwe id"),
    )


def _importeer(gegeven: Namespace, _starters: Starters) -> int:
    from vtscan_desktop.domain.risicoscan import Editie
    from vtscan_desktop.models.opslag import Opslag
    from vtscan_desktop.services.scans import Importbeleid, ScanService, eis_importeerbaar, lees_invoer

    beleid = Importbeleid.WEIGER
    if gegeven.vervang:
        beleid = Importbeleid.VERVANG
    elif gegeven.als_kopie:
        beleid = Importbeleid.KOPIE
    # Read and judged before a database is made: a wrong scan leaves nothing behind.
    gelezen = lees_invoer(gegeven.scan)
    eis_importeerbaar(gelezen, beleid)
    nieuw = not os.path.lexists(gegeven.database)
    wachtwoord = vraag_wachtwoord(gegeven.wachtwoord_bestand, nieuw=nieuw)
    with Opslag.maak(gegeven.database, wachtwoord) if nieuw else Opslag.open(gegeven.database, wachtwoord) as opslag:
        if nieuw:
            meld(f"De database {gegeven.database} is gemaakt.")
            meld("Met deze herstelsleutel gaat hij ook open; bewaar hem buiten deze computer:")
            for regel in opslag.herstelsleutel.splitlines():
                meld(regel)
        service = ScanService(opslag)
        scan_id = service.importeer(gelezen, beleid)
        meldingen = service.meldingen(gelezen)
    for melding in meldingen:
        meld(melding)
    if gelezen.scan.editie is Editie.BESTUURLIJK:
        meld("Dit is een bestuurlijke editie; ze staat er als leeskopie, met een eigen id.")
    toon(scan_id)
    return KLAAR


def _vul_scans(ontleder: Ontleder) -> None:
    database_opties(ontleder, verplicht=True)
    json_optie(ontleder)


def _scans(gegeven: Namespace, _starters: Starters) -> int:
    from vtscan_desktop.services.scans import ScanService

    with open_opslag(gegeven) as opslag:
        regels = ScanService(opslag).overzicht()
    if gegeven.json:
        toon_json([_scan_als_object(regel) for regel in regels], inspringen=1)
    elif not regels:
        meld("Er staat nog geen scan in deze database.")
    else:
        for regel in regels:
            toon(_scanregel(regel))
    return KLAAR


def _scan_als_object(regel: Scanregel) -> dict[str, object]:
    return {
        "id": regel.id,
        "regio": regel.regio,
        "peildatum": regel.peildatum.isoformat(),
        "titel": regel.titel,
        "status": regel.status,
        "editie": regel.editie,
        "voorbeeld": regel.voorbeeld,
        "gewijzigd": regel.gewijzigd.isoformat(),
        "voorstel": regel.voorstel.voorstel,
    }


def _scanregel(regel: Scanregel) -> str:
    v = regel.voorstel
    voorstel = f"voorstel {v.voorstel} ({v.status})" if v.voorstel else f"nog open ({v.beste} tot en met {v.slechtste})"
    voorbeeld = "VOORBEELD, " if regel.voorbeeld else ""
    leeskopie = ", leeskopie" if regel.editie == "bestuurlijk" else ""
    return (
        f"{regel.id}  {voorbeeld}{regel.regionaam}, {format_datum(regel.peildatum)}, "
        f"{regel.status.replace('_', ' ')}{leeskopie}, {voorstel}"
    )


def _vul_exporteer(ontleder: Ontleder) -> None:
    ontleder.deel("id", metavar="ID", help="de id van de scan")
    database_opties(ontleder, verplicht=True)
    ontleder.optie("--uit", metavar="SCAN", type=Path, required=True, help="het bestand dat gemaakt wordt")
    ontleder.optie("--vervang", action="store_true", help="vervang een bestand dat er al is")


def _exporteer(gegeven: Namespace, _starters: Starters) -> int:
    from vtscan_desktop.services.scans import ScanService

    with open_opslag(gegeven) as opslag:
        ScanService(opslag).exporteer(gegeven.id.lower(), gegeven.uit, vervang=gegeven.vervang)
    toon(str(gegeven.uit))
    return KLAAR


IMPORTEER = Opdracht("zet een scan in een database", _vul_importeer, _importeer)
SCANS = Opdracht("toont welke scans in een database staan", _vul_scans, _scans)
EXPORTEER = Opdracht("schrijft een scan uit een database naar een bestand", _vul_exporteer, _exporteer)
