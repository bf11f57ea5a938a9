"""Which cell of which actie to fill in, so that an oordeel in ontwikkeling holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vtscan_desktop.domain.acties import LOPEND
from vtscan_desktop.domain.vindplaats import Vindplaats, getoonde_rij
from vtscan_desktop.domain.voorstel import Afwaardeerreden, afwaardeerreden

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from vtscan_desktop.domain.risicoscan import TopicInvulling
    from vtscan_desktop.domain.werkstand import Kladrij


def vind_te_herstellen(invulling: TopicInvulling, peildatum: date, klad: Sequence[Kladrij] = ()) -> Vindplaats | None:
    """The cell to go to for a topic that counts lower than judged; None when it does not.

    `klad` are the rows in the making of its acties: the first of those comes before a new row.
    """
    reden = afwaardeerreden(invulling, peildatum)
    if reden is None:
        return None
    tabel = f"acties/{invulling.nr}"
    lopend = [(i, a) for i, a in enumerate(invulling.acties) if a.status in LOPEND]
    if reden is not Afwaardeerreden.GEEN_AFSPRAAK:
        termijnen = [(a.termijn, i) for i, a in lopend if a.termijn is not None and a.verantwoordelijke.strip()]
        voorbij = [plek for plek in termijnen if plek[0] < peildatum]
        _, nr = max(voorbij) if voorbij else min(termijnen)  # the one nearest to where it should lie
        return Vindplaats(tabel, getoonde_rij(nr, klad), "termijn")
    if lopend:
        nr, actie = lopend[0]
        kolom = "termijn" if actie.verantwoordelijke.strip() else "verantwoordelijke"
        return Vindplaats(tabel, getoonde_rij(nr, klad), kolom)
    los = sorted(rij.positie for rij in klad if not rij.echt)
    return Vindplaats(tabel, los[0] if los else len(invulling.acties), "" if los else "omschrijving")
