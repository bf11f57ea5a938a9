"""All that follows from one scan: effective oordelen, voorstel, signalen and onderbouwing together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.onderbouwing import Onderbouwing, schrijf_onderbouwing
from vtscan_desktop.domain.signalen import Signaal, bepaal_signalen
from vtscan_desktop.domain.voorstel import Voorstel, effectieve_oordelen, propose_categorie

if TYPE_CHECKING:
    from vtscan_desktop.domain.inspectie import Inspectietabel
    from vtscan_desktop.domain.risicoscan import Oordeel, Risicoscan
    from vtscan_desktop.domain.topics import Format


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """What the program makes of a scan; `effectief` has the oordeel that each of topics 1-17 counts as."""

    voorstel: Voorstel
    effectief: dict[int, Oordeel]
    signalen: tuple[Signaal, ...]
    onderbouwing: Onderbouwing


def beoordeel(scan: Risicoscan, format_: Format, inspectietabel: Inspectietabel) -> Beoordeling:
    """Assess a scan with the words of a format and the scores of inspectie stap 1."""
    voorstel = propose_categorie(scan)
    return Beoordeling(
        voorstel=voorstel,
        effectief=effectieve_oordelen(scan),
        signalen=bepaal_signalen(scan, voorstel, format_, inspectietabel),
        onderbouwing=schrijf_onderbouwing(scan, voorstel, format_),
    )
