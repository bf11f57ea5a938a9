"""Hoor en wederhoor: whose zienswijze has still to come, and what in those received is not complete yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import PARTIJ
from vtscan_desktop.domain.notatie import hoofdletter, opsomming
from vtscan_desktop.domain.risicoscan import Partij, Standpunt
from vtscan_desktop.domain.zinnen import telling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vtscan_desktop.domain.risicoscan import Risicoscan, Zienswijze


_MEERVOUD = {
    Partij.AMBTENAAR: "ambtenaren",
    Partij.INSTELLING: "instellingen",
    Partij.WETHOUDER: "wethouders",
}


@dataclass(frozen=True, slots=True)
class Openpunt:
    """Something that is still to be done: one Dutch sentence, and the zienswijze (its place from 0) it is about."""

    tekst: str
    plaats: int | None = None


def is_ontvangen(zienswijze: Zienswijze) -> bool:
    """Whether there is a view in it. One with only a partij or a date is expected, but has not come yet."""
    return (
        zienswijze.standpunt is not None
        or bool(zienswijze.tekst.strip())
        or any(topic.tekst.strip() for topic in zienswijze.per_topic)
    )


def afzender(zienswijze: Zienswijze) -> str:
    """Whose it is, by partij and organisatie (else functie), never by name: "wethouder (gemeente Deventer)"."""
    wie = zienswijze.van.organisatie.strip() or zienswijze.van.functie.strip()
    return f"{PARTIJ[zienswijze.partij]} ({wie})" if wie else PARTIJ[zienswijze.partij]


def nog_te_komen(scan: Risicoscan) -> tuple[str, ...]:
    """Whose zienswijze has still to come: partijen that have none, and each one that is expected but empty."""
    return tuple(dict.fromkeys(van for van, _ in _te_komen(scan)))


def zienswijzen_te_komen(scan: Risicoscan) -> str:
    """The same as part of a sentence: "ambtenaar en wethouder (gemeente Deventer)"; empty when all have come."""
    return opsomming(nog_te_komen(scan))


def partijen_te_komen(scan: Risicoscan) -> str:
    """As short as page one needs it, however many there are: "ambtenaar en twee wethouders"."""
    delen = []
    for partij in Partij:
        van_partij = [z for z in scan.zienswijzen if z.partij is partij]
        aantal = sum(not is_ontvangen(z) for z in van_partij) if van_partij else 1
        if aantal:
            delen.append(PARTIJ[partij] if aantal == 1 else telling(aantal, PARTIJ[partij], _MEERVOUD[partij]))
    return opsomming(delen)


def open_punten(scan: Risicoscan) -> tuple[Openpunt, ...]:
    """What is still to be done, in the order of the page: who has to answer, then what lacks in what was received."""
    komt = tuple(Openpunt(f"Nog niet ontvangen: {van}.", plaats) for van, plaats in _te_komen(scan))
    rest = (
        Openpunt(f"{hoofdletter(afzender(z))}: {wat}.", plaats)
        for plaats, z in enumerate(scan.zienswijzen)
        if is_ontvangen(z)
        for wat in _onaf(z)
    )
    return (*komt, *rest)


def _te_komen(scan: Risicoscan) -> Iterator[tuple[str, int | None]]:
    for partij in Partij:
        van_partij = [(plaats, z) for plaats, z in enumerate(scan.zienswijzen) if z.partij is partij]
        if not van_partij:
            yield PARTIJ[partij], None
        yield from ((afzender(z), plaats) for plaats, z in van_partij if not is_ontvangen(z))


def _onaf(z: Zienswijze) -> Iterator[str]:
    if z.datum is None:
        yield "de datum ontbreekt"
    if z.standpunt is None:
        yield "het standpunt ontbreekt"
    if z.tekst.strip() and not z.antwoord.strip() and z.standpunt is not Standpunt.AKKOORD:
        yield "de zienswijze heeft nog geen antwoord"
    zonder = [str(t.nr) for t in z.per_topic if t.tekst.strip() and not t.antwoord.strip()]
    if zonder:
        wat = "de opmerking bij topic" if len(zonder) == 1 else "de opmerkingen bij topics"
        heeft = "heeft" if len(zonder) == 1 else "hebben"
        yield f"{wat} {opsomming(zonder)} {heeft} nog geen antwoord"
