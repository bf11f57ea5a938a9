"""Who else is asked to sign a report: titles as the adviser wrote them, kept per scan."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Ondertekenaar

if TYPE_CHECKING:
    from vtscan_desktop.models.opslag import Opslag

MEESTE = 20
"""Most signers beside the adviser: one for each gemeente of a regio, and room to spare."""
_MAX_VELD = 40


def standaardtitels() -> tuple[str, ...]:
    """The titles that are asked unless the adviser says otherwise."""
    return tuple(wie.titel for wie in STANDAARD_ONDERTEKENAARS[1:])


def lees_titels(opslag: Opslag, scan_id: str) -> tuple[str, ...]:
    """The titles kept for a scan, else the usual ones."""
    bewaard = opslag.lees_instelling(_naam(scan_id))
    return tuple(json.loads(bewaard)) if bewaard else standaardtitels()


def bewaar_titels(opslag: Opslag, scan_id: str, titels: tuple[str, ...]) -> None:
    """Keep the titles for a scan."""
    opslag.bewaar_instelling(_naam(scan_id), json.dumps(titels, ensure_ascii=False))


def maak_ondertekenaars(titels: tuple[str, ...]) -> tuple[Ondertekenaar, ...]:
    """The adviser and those titles, each with a field name of its own; blank titles are left out."""
    bekend = {wie.titel: wie.veld for wie in STANDAARD_ONDERTEKENAARS}
    wie = [STANDAARD_ONDERTEKENAARS[0]]
    gebruikt = {wie[0].veld}
    for titel in (" ".join(titel.split()) for titel in titels[:MEESTE]):
        if not titel:
            continue
        basis = bekend.get(titel) or _veldnaam(titel)
        veld, nr = basis, 1
        while veld in gebruikt:
            nr += 1
            veld = f"{basis}_{nr}"
        gebruikt.add(veld)
        wie.append(Ondertekenaar(veld, titel))
    return tuple(wie)


def _veldnaam(titel: str) -> str:
    kaal = unicodedata.normalize("NFKD", titel.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", kaal).strip("_")[:_MAX_VELD] or "ondertekenaar"


def _naam(scan_id: str) -> str:
    return f"ondertekenaars/{scan_id}"
