"""Checks of dates and figures: what cannot be, and what is odd. Unknown is unknown, and never wrong."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vtscan_desktop.domain.kerndata import periode_tekst, som
from vtscan_desktop.domain.nakijken.stof import Stof, Vondst
from vtscan_desktop.domain.notatie import format_datum, format_euro, format_getal, hoofdletter
from vtscan_desktop.domain.risicoscan import FormatieFunctie
from vtscan_desktop.domain.vindplaats import Vindplaats

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

MINSTE_INWONERS, MEESTE_INWONERS = 50_000, 2_500_000
"""A regio outside this has, more likely, a digit too few or too many: the 26 lie well within."""
MINSTE_BEDRAG = 10_000
"""A yearly amount below this, in euro, was more likely meant in thousands."""
MEESTE_FTE = 400
"""More in one row is more likely a comma that was left out."""


def negatief(stof: Stof) -> Iterator[Vondst]:
    """No amount, count or fte is below nought."""
    kern = stof.scan.kerndata
    for tabel, rijen, kolommen in (
        ("budget", kern.budget, ("bedrag",)),
        ("primair_proces", kern.primair_proces, ("meldingen", "adviesvragen", "onderzoeken")),
        ("formatie", kern.formatie, ("vast", "tijdelijk")),
        ("wachtlijst", kern.wachtlijst, ("aantal",)),
    ):
        for i, rij in enumerate(rijen):
            for kolom in kolommen:
                getal = getattr(rij, kolom)
                if getal is not None and getal < 0:
                    tekst = f"{format_getal(getal)} kan niet: dit getal ({kolom}) is lager dan nul."
                    yield Vondst(tekst, stof.cel(tabel, i, kolom))


def in_de_toekomst(stof: Stof) -> Iterator[Vondst]:
    """What was counted or held can't lie after today."""
    scan, kern = stof.scan, stof.scan.kerndata
    dagen: list[tuple[str, date | None, Vindplaats]] = [
        ("De datum van de hertoets", scan.hertoets.datum, Vindplaats("hertoetsdatum")),
        *(
            ("De telling van de wachtlijst", r.datum, stof.cel("wachtlijst", i, "datum"))
            for i, r in enumerate(kern.wachtlijst)
        ),
        *(
            ("Het einde van de periode", r.tot, stof.cel("primair_proces", i, "tot"))
            for i, r in enumerate(kern.primair_proces)
        ),
        *(
            ("De datum van de formatie", r.peildatum, stof.cel("formatie", i, "peildatum"))
            for i, r in enumerate(kern.formatie)
        ),
        *(("Het gesprek", g.datum, stof.cel("gesprekken", i, "datum")) for i, g in enumerate(scan.gesprekken)),
        ("Uw vaststelling", scan.vaststelling.datum if scan.vaststelling else None, Vindplaats("vaststelling/datum")),
    ]
    for wat, dag, plaats in dagen:
        if dag is not None and dag > stof.vandaag:
            yield Vondst(f"{wat} ({format_datum(dag)}) ligt na vandaag; dat kan niet.", plaats)


def omgekeerde_periode(stof: Stof) -> Iterator[Vondst]:
    """A period ends on or after the day on which it begins."""
    for i, rij in enumerate(stof.scan.kerndata.primair_proces):
        if rij.tot < rij.van:
            tekst = f"De periode eindigt ({format_datum(rij.tot)}) voordat zij begint ({format_datum(rij.van)})."
            yield Vondst(tekst, stof.cel("primair_proces", i, "tot"))


def peildatum_in_toekomst(stof: Stof) -> Iterator[Vondst]:
    """A scan can be prepared, but its report says how things stand on a day that is to come."""
    if stof.scan.peildatum > stof.vandaag:
        yield Vondst(f"De peildatum ({format_datum(stof.scan.peildatum)}) ligt na vandaag.", Vindplaats("peildatum"))


def na_de_peildatum(stof: Stof) -> Iterator[Vondst]:
    """Counts of after the day of which the scan says how things stand."""
    scan, kern = stof.scan, stof.scan.kerndata
    for i, rij in enumerate(kern.primair_proces):
        if scan.peildatum < rij.tot <= stof.vandaag:
            tekst = f"De periode {periode_tekst(rij.van, rij.tot)} loopt door tot na de peildatum."
            yield Vondst(tekst, stof.cel("primair_proces", i, "tot"))
    for i, budget in enumerate(kern.budget):
        if budget.jaar > scan.peildatum.year + 1:
            tekst = f"Het budget van {budget.jaar} ligt meer dan een jaar na de peildatum."
            yield Vondst(tekst, stof.cel("budget", i, "jaar"))


def overlappende_perioden(stof: Stof) -> Iterator[Vondst]:
    """Counts of one day in two periods, of which neither is the whole of the other (as a year is of its quarters)."""
    rijen = sorted(enumerate(stof.scan.kerndata.primair_proces), key=lambda ir: (ir[1].van, ir[1].tot))
    for plaats, (i, rij) in enumerate(rijen):
        eerder = next((r for _, r in rijen[:plaats] if r.van < rij.van <= r.tot < rij.tot), None)
        if eerder is not None:
            een, ander = periode_tekst(eerder.van, eerder.tot), periode_tekst(rij.van, rij.tot)
            yield Vondst(f"De perioden {een} en {ander} overlappen elkaar.", stof.cel("primair_proces", i, "van"))


def meer_onderzoeken(stof: Stof) -> Iterator[Vondst]:
    """An onderzoek follows a melding."""
    for i, rij in enumerate(stof.scan.kerndata.primair_proces):
        if rij.onderzoeken is not None and rij.meldingen is not None and rij.onderzoeken > rij.meldingen:
            tekst = (
                f"{periode_tekst(rij.van, rij.tot)}: meer onderzoeken ({format_getal(rij.onderzoeken)}) dan meldingen "
                f"({format_getal(rij.meldingen)})."
            )
            yield Vondst(hoofdletter(tekst), stof.cel("primair_proces", i, "onderzoeken"))


def dubbele_rij(stof: Stof) -> Iterator[Vondst]:
    """Rows on one day add up, so the same row twice counts double."""
    kern = stof.scan.kerndata
    for tabel, rijen, kolom, wat in (
        ("budget", kern.budget, "bedrag", "dit bedrag"),
        ("formatie", kern.formatie, "vast", "deze formatie"),
        ("primair_proces", kern.primair_proces, "van", "deze periode"),
    ):
        aantal = Counter(rijen)
        for i, rij in enumerate(rijen):
            if aantal[rij] > 1 and rijen.index(rij) < i:
                yield Vondst(f"Dezelfde rij staat er twee keer; {wat} telt nu dubbel.", stof.cel(tabel, i, kolom))


def fte_samen(stof: Stof) -> Iterator[Vondst]:
    """Vertrouwensarts and gedragswetenschapper together are no more than all that is counted on that day."""
    formatie = stof.scan.kerndata.formatie
    for i, rij in enumerate(formatie):
        if rij.functie is not FormatieFunctie.VT:
            continue
        op_dag = [r for r in formatie if r.peildatum == rij.peildatum]
        alle = [deel for r in op_dag if r.functie is FormatieFunctie.VT for deel in (r.vast, r.tijdelijk)]
        apart = [deel for r in op_dag if r.functie is not FormatieFunctie.VT for deel in (r.vast, r.tijdelijk)]
        if None not in alle and (som(apart) or 0) > (som(alle) or 0):
            tekst = f"Op {format_datum(rij.peildatum)} zijn er meer fte vertrouwensarts en gedragswetenschapper dan "
            yield Vondst(f"{tekst}alle fte van Veilig Thuis.", stof.cel("formatie", i, "vast"))


def vreemd_getal(stof: Stof) -> Iterator[Vondst]:
    """Numbers that are more likely a typing error."""
    kern = stof.scan.kerndata
    if kern.inwoners is not None and not MINSTE_INWONERS <= kern.inwoners <= MEESTE_INWONERS:
        tekst = f"{format_getal(kern.inwoners)} inwoners is ongewoon voor een regio. Klopt het aantal cijfers?"
        yield Vondst(tekst, Vindplaats("inwoners"))
    for i, rij in enumerate(kern.budget):
        if 0 < rij.bedrag < MINSTE_BEDRAG:
            tekst = f"{format_euro(rij.bedrag)} is weinig voor {rij.jaar}. Is dit bedrag in duizenden euro’s?"
            yield Vondst(tekst, stof.cel("budget", i, "bedrag"))
    for i, formatie in enumerate(kern.formatie):
        for kolom in ("vast", "tijdelijk"):
            fte = getattr(formatie, kolom)
            if fte is not None and fte > MEESTE_FTE:
                tekst = f"{format_getal(fte)} fte is ongewoon veel. Ontbreekt er een komma?"
                yield Vondst(tekst, stof.cel("formatie", i, kolom))
