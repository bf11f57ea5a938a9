"""The figures of topics 18-20 as lines to read."""

from __future__ import annotations

from vtscan_desktop.domain.kerndata import periode_tekst
from vtscan_desktop.domain.notatie import format_datum, format_euro, format_getal
from vtscan_desktop.domain.risicoscan import FormatieRij, Kerndata, ProcesRij
from vtscan_desktop.services.tabelsoorten import BUDGETSOORT, FORMATIEFUNCTIE


def cijferregels(kerndata: Kerndata, nr: int) -> tuple[str, ...]:
    """A line for each row of the topic's table; none for other topics. What is unknown is left out."""
    if nr == 18:
        return tuple(f"{rij.jaar}: {format_euro(rij.bedrag)} {BUDGETSOORT[rij.soort]}" for rij in kerndata.budget)
    if nr == 19:
        return tuple(map(_proces, kerndata.primair_proces))
    if nr == 20:
        return tuple(map(_formatie, kerndata.formatie))
    return ()


def _proces(rij: ProcesRij) -> str:
    tellingen = (
        (rij.meldingen, "meldingen"),
        (rij.adviesvragen, "adviesvragen"),
        (rij.onderzoeken, "onderzoeken"),
    )
    delen = [f"{format_getal(aantal)} {wat}" for aantal, wat in tellingen if aantal is not None]
    return f"{periode_tekst(rij.van, rij.tot)}: {', '.join(delen) or 'onbekend'}"


def _formatie(rij: FormatieRij) -> str:
    tellingen = ((rij.vast, "fte vast"), (rij.tijdelijk, "fte tijdelijk"))
    delen = [f"{format_getal(aantal)} {wat}" for aantal, wat in tellingen if aantal is not None]
    return f"{format_datum(rij.peildatum)}, {FORMATIEFUNCTIE[rij.functie]}: {', '.join(delen) or 'onbekend'}"
