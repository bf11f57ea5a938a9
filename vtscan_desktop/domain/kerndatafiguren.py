"""The figures of kerndata: wachtlijst, primair proces and formatie as lines, the budget on its band.

Each shows one scan, or two of the same regio: the lines and marks of the earlier one then stand behind. Nothing is
drawn that would have to be guessed: an unknown number is a gap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import FUNCTIE
from vtscan_desktop.domain.figuur.beschrijving import GROOTSTE, ONBEKEND, Bandfiguur, Lijnfiguur, Merk, Punt, Reeks
from vtscan_desktop.domain.figuur.streken import STREKEN
from vtscan_desktop.domain.kerndata import (
    BANDBREEDTE,
    PROCESSOORTEN,
    euro_bij_band,
    euro_per_1000_inwoners,
    hele_maanden,
    laatste_budgetjaar,
    periode_kort,
    periode_tekst,
    som,
    tel_periode,
    wachtlijstreeksen,
)
from vtscan_desktop.domain.notatie import format_breuk, format_datum, format_datum_kort, format_euro, format_getal
from vtscan_desktop.domain.risicoscan import FormatieFunctie

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from vtscan_desktop.domain.figuur.beschrijving import Figuur
    from vtscan_desktop.domain.kerndata import Wachtlijstreeks
    from vtscan_desktop.domain.risicoscan import Kerndata, Risicoscan

DAGEN_PER_MAAND = Fraction(1461, 48)
"""Of a mean month: 365,25 days by twelve."""
ONGELIJK = (
    "De periodes verschillen in lengte: een streep is zo lang als de periode, en zo hoog als het gemiddelde per maand."
)
BANDNOOT = "Een eerste vergelijking, niet gecorrigeerd voor extra taken (Basis op orde, § 1.5)."
NAAMLOOS = "wachtlijst"
"""The name of a line whose `wat` was left empty."""
OP_TELDATUM, IN_FTE = "aantal op de teldatum", "fte op de peildatum"
SAMEN = "fte op de peildatum, vast en tijdelijk samen"
_EENHEID = {"Wachtlijst": OP_TELDATUM, "Formatie": SAMEN}
_PER = {1: "maand", 3: "kwartaal", 6: "half jaar", 12: "jaar"}


@dataclass(frozen=True, slots=True)
class Meetreeks:
    """A line in the making: its name and, for each day or period, a number or None."""

    naam: str
    waarden: tuple[tuple[date, date, Fraction | None], ...]


def wachtlijstfiguren(scan: Risicoscan) -> tuple[Lijnfiguur, ...]:
    """The wachtlijst, a line for each `wat` counted twice or more; no more in one figure than can be told apart."""
    reeksen = [_wachtlijnen(reeks) for reeks in wachtlijstreeksen(scan.kerndata)]
    reeksen = [reeks for reeks in reeksen if _is_lijn(reeks)]
    groepen = [reeksen[i : i + len(STREKEN)] for i in range(0, len(reeksen), len(STREKEN))]
    return tuple(
        Lijnfiguur(
            f"Wachtlijst: {groep[0].naam}" if len(groep) == 1 and groep[0].naam != NAAMLOOS else "Wachtlijst",
            OP_TELDATUM,
            tuple(_op_dag(reeks) for reeks in groep),
            bron=brontitels(scan, 3),
        )
        for groep in groepen
    )


def procesfiguur(scan: Risicoscan) -> Lijnfiguur | None:
    """Meldingen, adviesvragen and onderzoeken by period; None with fewer than two periods to draw."""
    reeksen = [reeks for reeks in _procesreeksen(scan.kerndata) if _is_lijn(reeks)]
    if not reeksen:
        return None
    per = _per(reeksen)
    return Lijnfiguur(
        f"Primair proces: {reeksen[0].naam}" if len(reeksen) == 1 else "Primair proces",
        per.eenheid,
        tuple(per.reeks(reeks) for reeks in reeksen),
        per.noot,
        brontitels(scan, 19),
    )


def budgetfiguur(scan: Risicoscan) -> Bandfiguur | None:
    """The latest budget per 1.000 inwoners on the band of § 1.5; None when it can't be known."""
    merk = _budgetmerk(scan.kerndata)
    return None if merk is None else _band((merk,), brontitels(scan, 18))


def formatiefiguren(scan: Risicoscan) -> tuple[Lijnfiguur, ...]:
    """The formatie by peildatum: of Veilig Thuis vast and tijdelijk, of the two functies together what there is."""
    vt = [Meetreeks(soort, _formatie(scan.kerndata, FormatieFunctie.VT, soort)) for soort in ("vast", "tijdelijk")]
    functies = [
        Meetreeks(FUNCTIE[functie], _formatie(scan.kerndata, functie, None))
        for functie in (FormatieFunctie.VERTROUWENSARTS, FormatieFunctie.GEDRAGSWETENSCHAPPER)
    ]
    uit = []
    for titel, alleen, eenheid, reeksen in (
        ("Formatie van Veilig Thuis", "Formatie van Veilig Thuis", IN_FTE, vt),
        ("Vertrouwensarts en gedragswetenschapper", "Formatie", SAMEN, functies),
    ):
        lijnen = tuple(_op_dag(reeks) for reeks in reeksen if _is_lijn(reeks))
        if lijnen:
            # One line has no name beside it: the title says which it is.
            kop = titel if len(lijnen) > 1 else f"{alleen}: {lijnen[0].naam}"
            uit.append(Lijnfiguur(kop, eenheid, lijnen, bron=brontitels(scan, 20)))
    return tuple(uit)


def topicfiguren(scan: Risicoscan, nr: int) -> tuple[Figuur, ...]:
    """The figures of a topic: 3 wachtlijst, 18 budget, 19 primair proces, 20 formatie; none for another."""
    if nr == 3:
        return wachtlijstfiguren(scan)
    if nr == 20:
        return formatiefiguren(scan)
    figuur: Figuur | None = {18: budgetfiguur, 19: procesfiguur}[nr](scan) if nr in (18, 19) else None
    return () if figuur is None else (figuur,)


def brontitels(scan: Risicoscan, nr: int) -> str:
    """The documenten that a topic rests on, by title."""
    titels = {d.id: " ".join(d.titel.split()) for d in scan.documenten}
    return "; ".join(titels[bron] for bron in scan.topic(nr).bronnen if titels.get(bron))


def _is_lijn(reeks: Meetreeks) -> bool:
    """Whether there is a line to draw: two days or periods, a known value, and none too large for the axis."""
    bekend = [waarde for _, _, waarde in reeks.waarden if waarde is not None]
    wanneer = {(van, tot) for van, tot, _ in reeks.waarden}
    return len(wanneer) > 1 and bool(bekend) and max(bekend) <= GROOTSTE


def _op_dag(reeks: Meetreeks, *, terug: bool = False) -> Reeks:
    punten = (
        Punt(
            van, tot, waarde, ONBEKEND if waarde is None else format_breuk(waarde, 2),
            format_datum(van), format_datum_kort(van),
        )
        for van, tot, waarde in reeks.waarden
    )  # fmt: skip
    return Reeks(reeks.naam, tuple(punten), terug)


def _wachtlijnen(reeks: Wachtlijstreeks) -> Meetreeks:
    return Meetreeks(reeks.wat or NAAMLOOS, tuple((dag, dag, Fraction(aantal)) for dag, aantal in reeks.punten))


def _procesreeksen(kerndata: Kerndata) -> list[Meetreeks]:
    """One for each kind of count."""
    periodes = sorted({(rij.van, rij.tot) for rij in kerndata.primair_proces})
    return [
        Meetreeks(soort, tuple((*periode, tel_periode(kerndata, periode, soort)) for periode in periodes))
        for soort in PROCESSOORTEN
    ]


def _formatie(
    kerndata: Kerndata, functie: FormatieFunctie, soort: str | None
) -> tuple[tuple[date, date, Fraction | None], ...]:
    """By peildatum, rows added up; without a soort vast and tijdelijk together, unknown unless both are known."""
    dagen = sorted({rij.peildatum for rij in kerndata.formatie if rij.functie is functie})
    uit = []
    for dag in dagen:
        rijen = [rij for rij in kerndata.formatie if rij.functie is functie and rij.peildatum == dag]
        delen = [som(getattr(rij, deel) for rij in rijen) for deel in ([soort] if soort else ["vast", "tijdelijk"])]
        bekend = [deel for deel in delen if deel is not None]
        uit.append((dag, dag, sum(bekend, Fraction()) if len(bekend) == len(delen) else None))
    return tuple(uit)


class _Per:
    """How counts over periods are shown: as counted where all periods are alike, else as a mean per month."""

    def __init__(self, periodes: Iterable[tuple[date, date]]) -> None:
        lengten = {hele_maanden(van, tot) for van, tot in periodes}
        maanden = lengten.pop() if len(lengten) == 1 else None
        self.gelijk = _PER.get(maanden or 0)
        self.eenheid = f"aantal per {self.gelijk}" if self.gelijk else "gemiddeld aantal per maand"
        self.noot = "" if self.gelijk else ONGELIJK

    def reeks(self, reeks: Meetreeks, *, terug: bool = False) -> Reeks:
        return Reeks(reeks.naam, tuple(self._punt(*waarde) for waarde in reeks.waarden), terug)

    def _punt(self, van: date, tot: date, aantal: Fraction | None) -> Punt:
        wanneer, kort = periode_tekst(van, tot), periode_kort(van, tot)
        if aantal is None:
            return Punt(van, tot, None, ONBEKEND, wanneer, kort)
        if self.gelijk:
            return Punt(van, tot, aantal, format_breuk(aantal, 0), wanneer, kort)
        maanden = hele_maanden(van, tot)
        dagen = (tot - van).days + 1
        per_maand = aantal / (maanden or dagen / DAGEN_PER_MAAND)
        duur = "1 maand" if maanden == 1 else f"{maanden} maanden" if maanden else f"{format_getal(dagen)} dagen"
        tekst = format_breuk(per_maand, 0 if per_maand >= 10 else 1)
        return Punt(van, tot, per_maand, tekst, wanneer, kort, f"{format_breuk(aantal, 0)} in {duur}")


def _per(reeksen: Sequence[Meetreeks]) -> _Per:
    return _Per((van, tot) for reeks in reeksen for van, tot, _ in reeks.waarden)


def _budgetmerk(kerndata: Kerndata) -> Merk | None:
    bedrag = euro_per_1000_inwoners(kerndata)
    if bedrag is None or bedrag > GROOTSTE:
        return None
    return Merk(str(laatste_budgetjaar(kerndata)), bedrag, euro_bij_band(bedrag))


def _band(merken: tuple[Merk, ...], bron: str) -> Bandfiguur:
    laag, hoog = BANDBREEDTE
    return Bandfiguur(
        "Budget naast de bandbreedte",
        "euro per 1.000 inwoners",
        "bandbreedte",
        (Fraction(laag), Fraction(hoog)),
        (format_euro(laag), format_euro(hoog)),
        merken,
        BANDNOOT,
        bron,
    )


def vergelijkfiguren(toen: Risicoscan, nu: Risicoscan) -> tuple[Figuur, ...]:
    """Two scans of one regio in the same figures: the earlier one behind, open and dashed; for a hermeting.

    Budget, then a figure for each kind of primair proces, formatie and wachtlijst that either scan has numbers of.
    """
    namen = tuple(f"scan van {format_datum(scan.peildatum)}" for scan in (toen, nu))
    return (
        *_vergelijk_budget(toen, nu, namen),
        *_vergelijk_lijnen("Primair proces", _procesreeksen, (toen, nu), namen),
        *_vergelijk_lijnen("Formatie", _formatietotalen, (toen, nu), namen),
        *_vergelijk_lijnen("Wachtlijst", _wachtreeksen, (toen, nu), namen),
    )


def _vergelijk_budget(toen: Risicoscan, nu: Risicoscan, namen: tuple[str, ...]) -> tuple[Figuur, ...]:
    merken = [_budgetmerk(scan.kerndata) for scan in (toen, nu)]
    benoemd = tuple(
        replace(merk, naam=f"{merk.naam}, {naam}", terug=terug)
        for merk, naam, terug in zip(merken, namen, (True, False), strict=True)
        if merk is not None
    )
    return (_band(benoemd, ""),) if benoemd else ()


def _vergelijk_lijnen(
    kop: str,
    maak: Callable[[Kerndata], Sequence[Meetreeks]],
    scans: tuple[Risicoscan, Risicoscan],
    namen: tuple[str, ...],
) -> Iterable[Lijnfiguur]:
    toen, nu = ({reeks.naam.casefold(): reeks for reeks in maak(scan.kerndata)} for scan in scans)
    for sleutel, reeks in {**toen, **nu}.items():
        paar = [deel.get(sleutel, Meetreeks("", ())) for deel in (toen, nu)]
        samen = Meetreeks("", paar[0].waarden + paar[1].waarden)
        if not _is_lijn(samen):
            continue
        per = _per([samen]) if any(van != tot for van, tot, _ in samen.waarden) else None
        yield Lijnfiguur(
            kop if reeks.naam == NAAMLOOS else f"{kop}: {reeks.naam}",
            per.eenheid if per else _EENHEID[kop],
            tuple(
                (per.reeks if per else _op_dag)(
                    Meetreeks(naam if deel.waarden else f"{naam}: geen cijfers", deel.waarden), terug=terug
                )
                for naam, deel, terug in zip(namen, paar, (True, False), strict=True)
            ),
            per.noot if per else "",
        )


def _wachtreeksen(kerndata: Kerndata) -> list[Meetreeks]:
    return [_wachtlijnen(reeks) for reeks in wachtlijstreeksen(kerndata)]


def _formatietotalen(kerndata: Kerndata) -> list[Meetreeks]:
    return [Meetreeks(naam, _formatie(kerndata, functie, None)) for functie, naam in FUNCTIE.items()]
