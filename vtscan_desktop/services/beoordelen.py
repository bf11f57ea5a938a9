"""The beoordeling of a scan with the words of its format, and the form in which the command line prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vtscan_desktop.domain.beoordeling import Beoordeling, beoordeel
from vtscan_desktop.hulpbronnen import laad_inspectietabel

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.topics import Format


def beoordeel_scan(scan: Risicoscan, format_: Format) -> Beoordeling:
    """The voorstel with its explanation, signalen and onderbouwing, by the inspectie table that ships.

    `format_` is that of the scan.
    """
    return beoordeel(scan, format_, laad_inspectietabel())


def beoordeling_als_object(scan: Risicoscan, beoordeling: Beoordeling) -> dict[str, Any]:
    """One object of `beoordeel --json` (`docs/commands.md`)."""
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
