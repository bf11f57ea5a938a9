"""Where a text that was found stands on the screen: from the place the store names to step, field and words."""

from __future__ import annotations

from dataclasses import dataclass

from vtscan_desktop.ui import stappen


@dataclass(frozen=True, slots=True)
class Veldplek:
    """A step, in it a field by object name or a table with a row (from 0), and the notitie (from 0) if it is one."""

    stap: str
    veld: str = ""
    tabel: str = ""
    rij: int = 0
    notitie: int | None = None


def veldplek(plek: str, topic: int | None) -> Veldplek:
    """The place on the screen of a `Treffer.plek`."""
    delen = plek.split("/")
    if delen[0] == "topic":
        stap = stappen.topicstap(int(delen[1]))
        if delen[2] == "actie":
            return Veldplek(stap, tabel=f"acties/{delen[1]}", rij=int(delen[3]))
        return Veldplek(stap, veld=delen[2])
    if delen[0] == "notitie":
        return Veldplek(stappen.topicstap(topic) if topic else stappen.GESPREKKEN, notitie=int(delen[1]))
    if delen[0] in ("gesprek", "document"):
        return Veldplek(
            stappen.GESPREKKEN, tabel=f"{delen[0]}ken" if delen[0] == "gesprek" else "documenten", rij=int(delen[1])
        )
    if delen[0] == "zienswijze":
        return Veldplek(stappen.ZIENSWIJZEN, tabel="zienswijzen", rij=int(delen[1]))
    if delen[0] == "maatwerkactie":
        return Veldplek(stappen.ESCALATIE, tabel="maatwerkacties", rij=int(delen[1]))
    vast = {
        "in_kaart": Veldplek(stappen.IN_KAART, veld=delen[-1]),
        "overall_beeld": Veldplek(stappen.OVERALL_BEELD, veld="overall_beeld"),
        "vraag_aan_lezer": Veldplek(stappen.OVERALL_BEELD, veld="vraag_aan_lezer"),
        "vaststelling": Veldplek(stappen.CATEGORIE, veld="vaststelling.motivering"),
    }
    return vast.get(delen[0], Veldplek(stappen.GEGEVENS, veld="titel"))
