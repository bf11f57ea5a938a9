"""The beoordeling of a scan with what ships with the program, and the form in which the command line prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.beoordeling import Beoordeling, beoordeel
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan


def beoordeel_scan(scan: Risicoscan) -> Beoordeling:
    """The voorstel with its explanation, signalen and onderbouwing, by the shipped format and inspectie table."""
    return beoordeel(scan, laad_format(), laad_inspectietabel())


def beoordeling_als_object(scan: Risicoscan, beoordeling: Beoordeling) -> dict[str, Any]:
    """One object of `beoordeel --json` (`contract/cli.md`)."""
    voorstel = beoordeling.voorstel
    return {
        "regio": scan.regio,
        "peildatum": scan.peildatum.isoformat(),
        "voorstel": voorstel.voorstel,
        "status": voorstel.status,
        "beste": voorstel.beste,
        "slechtste": voorstel.slechtste,
        "varianten": list(voorstel.varianten),
        "regels": [
            {"id": r.id, "minimum": r.minimum, "topics": list(r.topics), "tekst": r.tekst, "bron": r.bron}
            for r in sorted(voorstel.regels, key=lambda regel: regel.id)
        ],
        "afgewaardeerd": [{"nr": a.nr, "reden": a.reden, "tekst": a.tekst} for a in voorstel.afgewaardeerd],
        "met_afspraken": voorstel.met_afspraken,
        "stap_omhoog": [list(stap) for stap in voorstel.stap_omhoog],
        "stap_omlaag": [list(stap) for stap in voorstel.stap_omlaag],
        "openstaand": list(voorstel.openstaand),
        "beslissend": list(voorstel.beslissend),
        "signalen": [{"code": s.code, "tekst": s.tekst} for s in beoordeling.signalen],
        "onderbouwing": beoordeling.onderbouwing.volledig,
    }
