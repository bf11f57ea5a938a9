"""The chapter of the handleiding with all shortcuts, from their register."""

from __future__ import annotations

from vtscan_desktop.domain.handleiding import Alinea, Blok, Hoofdstuk, Kop, Soort, Stuk, Stukken, Tabel
from vtscan_desktop.ui.handleiding.hulpplek import SNELTOETSEN as ID
from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN, VELDTOETSEN, Groep, Sneltoets, als_tekst

_UITLEG = "Alles gaat ook met het toetsenbord. Deze toetsen werken overal waar wat ze doen op het scherm staat."


def toetsnamen() -> dict[str, str]:
    """How each shortcut is named on this system, by its id."""
    return {toets.id: toets.tekst for toets in (*SNELTOETSEN, *VELDTOETSEN)}


def maak_sneltoetsenblad() -> Hoofdstuk:
    """The chapter: a table for each group."""
    blokken: list[Blok] = [Alinea((Stuk(_UITLEG),))]
    for groep in Groep:
        hier = [toets for toets in (*SNELTOETSEN, *VELDTOETSEN) if toets.groep is groep]
        koppen = ((Stuk("Toets"),), (Stuk("Wat het doet"),))
        blokken += [Kop(2, groep.value), Tabel(koppen, tuple((_namen(toets), (Stuk(toets.wat),)) for toets in hier))]
    return Hoofdstuk(ID, "Sneltoetsen", tuple(blokken))


def _namen(toets: Sneltoets) -> Stukken:
    namen: list[Stuk] = []
    for toets_naam in toets.toetsen:
        if namen:
            namen.append(Stuk(" of "))
        namen.append(Stuk(als_tekst(toets_naam), Soort.TOETS))
    return tuple(namen)
