"""Who uses this database: function, organisation and name, as each new scan begins with them.

Kept in the database, encrypted as the scans are, and never in the preferences of the computer.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from vtscan_desktop.domain.grenzen import MAX_REGEL
from vtscan_desktop.domain.risicoscan import Wie

if TYPE_CHECKING:
    from vtscan_desktop.models.opslag import Opslag

DELEN = ("functie", "organisatie", "naam")
"""What is kept, in the order in which it is asked for."""
_NAAM = "adviseur"


def lees_adviseur(opslag: Opslag) -> Wie:
    """What is kept; empty when nothing is."""
    bewaard = opslag.lees_instelling(_NAAM)
    return Wie(**json.loads(bewaard)) if bewaard else Wie()


def bewaar_adviseur(opslag: Opslag, wie: Wie) -> None:
    """Keep it for scans that are made from now on. Raises `VtscanFout` when that can't be done."""
    delen = {deel: " ".join(getattr(wie, deel).split())[:MAX_REGEL] for deel in DELEN}
    opslag.bewaar_instelling(_NAAM, json.dumps(delen, ensure_ascii=False))
