"""The commands on one scan or report, without a database: beoordeel, rapport, controleer, inspectie."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vtscan_desktop.cli.gemeen import (
    KLAAR,
    NEE,
    ONJUIST,
    Opdracht,
    Starters,
    json_optie,
    lees_scan,
    meld,
    toon,
    toon_json,
    wachtwoord_uit,
)
from vtscan_desktop.domain.errors import InvoerFout, VtscanFout
from vtscan_desktop.domain.notatie import format_datum, format_tijdstip, opsomming
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.hulpbronnen import regionaam

if TYPE_CHECKING:
    from argparse import Namespace

    from vtscan_desktop.cli.ontleder import Ontleder
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.rapport.controle import Controle
    from vtscan_desktop.rapport.identiteit import Identiteit


def _vul_beoordeel(ontleder: Ontleder) -> None:
    ontleder.deel("scans", metavar="SCAN", nargs="+", type=Path, help="een .vtscan- of .json-scan, of een rapport")
    json_optie(ontleder)


def _beoordeel(gegeven: Namespace, _starters: Starters) -> int:
    from vtscan_desktop.services.beoordelen import beoordeel_scan, beoordeling_als_object
    from vtscan_desktop.services.formats import format_van

    code, gezegd = KLAAR, False
    for pad in gegeven.scans:
        try:
            scan = lees_scan(pad)
        except VtscanFout as fout:
            meld(str(fout))
            code = ONJUIST
            continue
        beoordeling = beoordeel_scan(scan, format_van(scan))
        if gegeven.json:
            toon_json(beoordeling_als_object(scan, beoordeling))
            continue
        if gezegd:
            toon("")
        gezegd = True
        toon(_kop(scan))
        toon(beoordeling.onderbouwing.volledig)
        for signaal in beoordeling.signalen:
            toon(f"Signaal: {signaal.tekst}")
    return code


def _kop(scan: Risicoscan) -> str:
    voorbeeld = "VOORBEELD, " if scan.voorbeeld else ""
    return f"{voorbeeld}{regionaam(scan.regio)}, peildatum {format_datum(scan.peildatum)}"


def _vul_rapport(ontleder: Ontleder) -> None:
    ontleder.deel("scan", metavar="SCAN", type=Path, help="een .vtscan- of .json-scan, of een rapport")
    ontleder.optie("--uit", metavar="PDF", type=Path, help="het rapport (anders: naar regio en peildatum, in deze map)")
    ontleder.optie("--vervang", action="store_true", help="vervang een rapport dat er al is")
    ontleder.optie(
        "--editie",
        choices=["bestuurlijk", "intern"],
        default="bestuurlijk",
        help="bestuurlijk: zonder notities, namen en locaties; intern: met alles (anders: bestuurlijk)",
    )
    ontleder.optie("--identiteit", metavar="P12", type=Path, help="uw identiteit (PKCS#12) om mee te ondertekenen")
    ontleder.optie(
        "--wachtwoord-bestand", metavar="F", type=Path, help="een bestand met op de eerste regel het wachtwoord daarvan"
    )


def _rapport(gegeven: Namespace, _starters: Starters) -> int:
    if gegeven.wachtwoord_bestand is not None and gegeven.identiteit is None:
        raise InvoerFout("Bij --wachtwoord-bestand hoort --identiteit: het is het wachtwoord daarvan.")
    scan = lees_scan(gegeven.scan)

    from vtscan_desktop.bestanden import eis_ander_bestand
    from vtscan_desktop.services.logboek import Actie, handeling
    from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport, rapportnaam

    editie = Editie.VOLLEDIG if gegeven.editie == "intern" else Editie.BESTUURLIJK
    pad: Path = gegeven.uit or Path(rapportnaam(scan, editie))
    eis_ander_bestand(pad, gegeven.scan, "het bestand met de scan")
    nu = datetime.now().astimezone()
    identiteit = _identiteit(gegeven, nu)
    keuze = Rapportkeuze(editie)
    with handeling(Actie.RAPPORT, scan.id):
        gemaakt = maak_rapport(scan, pad, nu=nu, identiteit=identiteit, vervang=gegeven.vervang, keuze=keuze)
    for melding in gemaakt.meldingen:
        meld(melding)
    if gemaakt.gegevens.fouten_open:
        meld("Op dit rapport staat CONCEPT, want in de scan staan nog fouten; het programma noemt ze bij Nakijken.")
    toon(str(pad))
    return KLAAR


def _identiteit(gegeven: Namespace, nu: datetime) -> Identiteit | None:
    """The identity that was given, after what speaks against signing with it; None when a new one is to be made."""
    from vtscan_desktop.services.identiteiten import lees_pkcs12, waarschuwingen

    identiteit = kenmerken = None
    if gegeven.identiteit is not None:
        from vtscan_desktop.rapport.identiteit import lees_kenmerken

        wachtwoord = wachtwoord_uit(gegeven.wachtwoord_bestand) if gegeven.wachtwoord_bestand else ""
        identiteit = lees_pkcs12(gegeven.identiteit, wachtwoord)
        kenmerken = lees_kenmerken(identiteit)
    for zin in waarschuwingen(kenmerken, nu):
        meld(f"Let op: {zin}")
    return identiteit


def _vul_controleer(ontleder: Ontleder) -> None:
    ontleder.deel("pdf", metavar="PDF", type=Path, help="het rapport")
    json_optie(ontleder)


def _controleer(gegeven: Namespace, _starters: Starters) -> int:
    from vtscan_desktop.services.rapporten import controleer_rapport

    controle = controleer_rapport(gegeven.pdf)
    if gegeven.json:
        toon_json(controle.als_object())
    else:
        _toon_controle(controle)
    return KLAAR if controle.geldig else NEE


def _toon_controle(controle: Controle) -> None:
    toon("Het rapport is geldig." if controle.geldig else "Het rapport is NIET geldig.")
    for h in controle.handtekeningen:
        oordeel = "klopt" if h.geldig else "klopt NIET"
        tijd = f", {format_tijdstip(h.tijd)}" if h.tijd else ""
        toon(f"Handtekening van {h.veld}: {h.naam or 'onbekend'}{tijd}; {oordeel}.")
        if h.vingerafdruk:
            toon(f"  Vingerafdruk: {h.vingerafdruk}")
    if controle.open_velden:
        toon(f"Nog niet ondertekend: {opsomming(controle.open_velden)}.")
    if controle.scan is not None:
        scan = controle.scan
        dag = format_datum(scan.peildatum)
        toon(f"Ingesloten scan: {regionaam(scan.regio)}, peildatum {dag}, {scan.editie}e editie, id {scan.id}.")
    for melding in controle.meldingen:
        toon(melding)


def _vul_inspectie(ontleder: Ontleder) -> None:
    ontleder.deel("regio", metavar="REGIO", nargs="?", help="de sleutel van een regio, zoals ijsselland")
    json_optie(ontleder)


def _inspectie(gegeven: Namespace, _starters: Starters) -> int:
    from vtscan_desktop.services import inspectie

    if gegeven.json:
        toon_json(
            inspectie.landelijk_als_object()
            if gegeven.regio is None
            else inspectie.regio_als_object(inspectie.score_van(gegeven.regio))
        )
    else:
        for regel in inspectie.schrijf_regio(gegeven.regio) if gegeven.regio else inspectie.schrijf_landelijk():
            toon(regel)
    return KLAAR


BEOORDEEL = Opdracht("geeft het voorstel van een scan, met onderbouwing", _vul_beoordeel, _beoordeel)
RAPPORT = Opdracht("maakt het ondertekende rapport van een scan", _vul_rapport, _rapport)
CONTROLEER = Opdracht("controleert de handtekeningen van een rapport", _vul_controleer, _controleer)
INSPECTIE = Opdracht("toont de oordelen van inspectie stap 1 (2015)", _vul_inspectie, _inspectie)
