"""Typed table rows: from raw cell texts to rows of the scan and back, so that nothing typed is lost. Pure.

What a user types in a table is a text per cell. A row whose required cells are valid is a real row of the scan; what
is not valid (yet) is kept as typed in a `Kladrij`. A row of which nothing is filled in is not kept at all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Generic, TypeVar

from vtscan_desktop.domain.grenzen import MAX_REGEL, MAX_TEKST
from vtscan_desktop.domain.notatie import (
    format_datum_kort,
    format_getal,
    parse_datum,
    parse_geheel,
    parse_getal,
)
from vtscan_desktop.domain.risicoscan import nieuwe_rijsleutel
from vtscan_desktop.domain.werkstand import Kladrij

R = TypeVar("R")
Cellen = tuple[str, ...]
"""One row as typed: a text per column, hidden ones included."""
JA = "ja"
"""The text of a ticked cell; an unticked one is empty."""

_GEEN_DATUM = "Dit is geen geldige datum. Schrijf bijvoorbeeld 31-12-2016 of 31 dec 2016."
_GEEN_GETAL = "Dit is geen geldig getal. Schrijf bijvoorbeeld 1.234,5."
_GEEN_GEHEEL = "Dit is geen geheel getal. Schrijf bijvoorbeeld 1.234."
_ONDER_NUL = "Dit getal kan niet lager zijn dan nul."


class Celsoort(Enum):
    """What a cell holds."""

    TEKST = auto()
    LANG = auto()
    DATUM = auto()
    GETAL = auto()
    BEDRAG = auto()
    GEHEEL = auto()
    JAAR = auto()
    KEUZE = auto()
    VINK = auto()
    RIJEN = auto()
    ID = auto()
    """Hidden: other parts of the scan point to the row by it."""
    SLEUTEL = auto()
    """Hidden: tells the row from others, for the versions of its texts."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: `sleutel` names the field of the row, `kop` is its Dutch head.

    `breedte` is the least width in px at 100%, `rek` the share in what is left over. A choice has `opties`
    (text of the cell, text shown) and `waarde`, which makes the field's value; nested rows have `rijen`.
    `uitleg` is told beside the field, `hint` shown in it while it is empty.
    `topics` says that it is a choice of topics, which are named as the format of the scan has it.
    """

    sleutel: str
    kop: str
    soort: Celsoort
    verplicht: bool = False
    breedte: int = 80
    rek: int = 0
    standaard: str = ""
    opties: tuple[tuple[str, str], ...] = ()
    waarde: Callable[[str], object] = str
    minimum: int = 0
    maximum: int | None = None
    rijen: Tabelsoort[Any] | None = None
    uitleg: str = ""
    hint: str = ""
    topics: bool = False

    @property
    def verborgen(self) -> bool:
        """Whether no field shows it."""
        return self.soort in (Celsoort.ID, Celsoort.SLEUTEL)

    @property
    def is_tekst(self) -> bool:
        """Whether it holds words, of which versions are kept."""
        return self.soort in (Celsoort.TEKST, Celsoort.LANG)

    @property
    def rechts(self) -> bool:
        """Whether the cell is set to the right, as numbers are."""
        return self.soort in (Celsoort.GETAL, Celsoort.BEDRAG, Celsoort.GEHEEL)


@dataclass(frozen=True, slots=True)
class Celfout:
    """What is wrong with one cell, as a Dutch sentence; `ontbreekt` when it is only not filled in yet."""

    kolom: int
    tekst: str
    ontbreekt: bool = False


@dataclass(frozen=True, slots=True)
class Lezing(Generic[R]):
    """What typed cells mean: the row, or None while its required cells are not all valid; and what is wrong."""

    rij: R | None
    fouten: tuple[Celfout, ...] = ()


def _velden_van(rij: object) -> Mapping[str, Any]:
    return {naam: getattr(rij, naam) for naam in rij.__slots__}  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Tabelsoort(Generic[R]):
    """A kind of table: its columns, and how a row of the scan is made (`maak`) and taken apart (`ontleed`).

    `controle` looks at the values together and gives (column, sentence) when they do not agree. `ding` is one row in
    words ("actie"), `kaart` says that each row is shown as a card. `nieuw_id` makes the id of a new row, where there is
    a column for it. `leeg` is what a table without rows says: what comes in it.
    """

    naam: str
    ding: str
    kolommen: tuple[Kolom, ...]
    maak: Callable[..., R]
    ontleed: Callable[[R], Mapping[str, Any]] = _velden_van
    controle: Callable[[Mapping[str, Any]], tuple[str, str] | None] | None = None
    kaart: bool = False
    nieuw_id: Callable[[], str] = str
    leeg: str = ""

    @property
    def idkolom(self) -> int | None:
        """The hidden column by which other parts of the scan point to a row, if there is one."""
        return next((i for i, k in enumerate(self.kolommen) if k.soort is Celsoort.ID), None)

    def nieuw(self) -> Cellen:
        """The cells of a new row."""
        maak = {Celsoort.ID: self.nieuw_id, Celsoort.SLEUTEL: nieuwe_rijsleutel}
        return tuple(maak[k.soort]() if k.verborgen else k.standaard for k in self.kolommen)

    def sleutel(self, cellen: Cellen) -> str:
        """What tells a row from all others of the scan, wherever it stands; "" in a table of figures."""
        return next((tekst for k, tekst in zip(self.kolommen, cellen, strict=True) if k.verborgen), "")

    def cellen(self, rij: R) -> Cellen:
        """The cells of a row of the scan."""
        waarden = self.ontleed(rij)
        return tuple(maak_cel(k, waarden[k.sleutel]) for k in self.kolommen)

    def lees(self, cellen: Cellen) -> Lezing[R]:
        """What typed cells mean."""
        waarden: dict[str, Any] = {}
        fouten: list[Celfout] = []
        for i, (kolom, tekst) in enumerate(zip(self.kolommen, cellen, strict=True)):
            waarden[kolom.sleutel], fout = lees_cel(kolom, tekst)
            if fout:
                fouten.append(Celfout(i, fout))
            elif kolom.verplicht and not tekst.strip():
                fouten.append(Celfout(i, f"Vul nog in: {kolom.kop[:1].lower()}{kolom.kop[1:]}.", ontbreekt=True))
        if any(self.kolommen[f.kolom].verplicht for f in fouten):
            return Lezing(None, tuple(fouten))
        if self.controle is not None and (strijdig := self.controle(waarden)):
            plek = next(i for i, k in enumerate(self.kolommen) if k.sleutel == strijdig[0])
            return Lezing(None, (*fouten, Celfout(plek, strijdig[1])))
        return Lezing(self.maak(**waarden), tuple(fouten))

    def is_leeg(self, cellen: Cellen) -> bool:
        """Whether nothing was filled in, beside what a new row starts with."""
        return all(
            k.verborgen or not tekst.strip() or tekst == k.standaard
            for k, tekst in zip(self.kolommen, cellen, strict=True)
        )

    def normaal(self, cellen: Cellen) -> Cellen:
        """The same cells, with what is valid in the one form in which it is shown."""
        return tuple(normale_cel(k, tekst) for k, tekst in zip(self.kolommen, cellen, strict=True))


def maak_cel(kolom: Kolom, waarde: Any) -> str:
    """The text of a cell for a value of the scan; unknown is empty."""
    if waarde is None or waarde == () or waarde is False:
        return ""
    if kolom.soort is Celsoort.DATUM:
        return format_datum_kort(waarde)
    if kolom.soort in (Celsoort.GETAL, Celsoort.GEHEEL):
        return format_getal(waarde)
    if kolom.soort is Celsoort.BEDRAG:
        in_centen = waarde != int(waarde) and float(f"{waarde:.2f}") == waarde
        return f"€\u00a0{format_getal(waarde, 2 if in_centen else None)}"
    if kolom.soort is Celsoort.VINK:
        return JA
    if kolom.soort is Celsoort.RIJEN:
        assert kolom.rijen is not None
        return pak_in([kolom.rijen.cellen(rij) for rij in waarde])
    return str(waarde)


def lees_cel(kolom: Kolom, tekst: str) -> tuple[Any, str]:
    """The value of a cell and what is wrong with it ("" when nothing is); what is wrong or empty is unknown."""
    if kolom.is_tekst or kolom.verborgen:
        grens = MAX_TEKST if kolom.soort is Celsoort.LANG else MAX_REGEL
        lang = len(tekst) > grens
        return ("", f"Deze tekst is te lang: er mogen {format_getal(grens)} tekens in.") if lang else (tekst, "")
    if kolom.soort is Celsoort.VINK:
        return bool(tekst), ""
    if kolom.soort is Celsoort.RIJEN:
        return _lees_rijen(kolom, tekst)
    if not tekst.strip():
        return None, ""
    if kolom.soort is Celsoort.DATUM:
        dag = parse_datum(tekst)
        return dag, "" if dag else _GEEN_DATUM
    if kolom.soort is Celsoort.KEUZE:
        geldig = any(tekst == optie for optie, _ in kolom.opties)
        return (kolom.waarde(tekst), "") if geldig else (None, "Maak een keuze uit de lijst.")
    return _lees_getal(kolom, tekst)


def _lees_getal(kolom: Kolom, tekst: str) -> tuple[float | None, str]:
    heel = kolom.soort in (Celsoort.GEHEEL, Celsoort.JAAR)
    waarde: float | None = parse_geheel(tekst) if heel else parse_getal(tekst)
    if waarde is None:
        return None, _GEEN_GEHEEL if heel else _GEEN_GETAL
    if waarde < kolom.minimum or (kolom.maximum is not None and waarde > kolom.maximum):
        if kolom.maximum is not None:
            return None, f"Dit moet een jaar zijn van {kolom.minimum} tot en met {kolom.maximum}."
        return None, _ONDER_NUL if kolom.minimum == 0 else f"Dit getal moet minstens {kolom.minimum} zijn."
    return waarde, ""


def _lees_rijen(kolom: Kolom, tekst: str) -> tuple[tuple[Any, ...], str]:
    assert kolom.rijen is not None
    lezingen = [kolom.rijen.lees(cellen) for cellen in pak_uit(tekst, len(kolom.rijen.kolommen))]
    rijen = tuple(lezing.rij for lezing in lezingen if lezing.rij is not None)
    onaf = any(lezing.fouten for lezing in lezingen)
    return rijen, f"Niet elke rij bij ‘{kolom.kop}’ is al volledig." if onaf else ""


def normale_cel(kolom: Kolom, tekst: str) -> str:
    """A cell's text in the one form in which it is shown; what is not valid stays as typed."""
    if kolom.soort in (Celsoort.RIJEN, Celsoort.KEUZE, Celsoort.VINK):
        return tekst
    waarde, fout = lees_cel(kolom, tekst)
    return tekst if fout else maak_cel(kolom, waarde)


def pak_in(rijen: Sequence[Cellen]) -> str:
    """Rows inside a cell, as one text."""
    return json.dumps(rijen, ensure_ascii=False) if rijen else ""


def pak_uit(tekst: str, kolommen: int) -> list[Cellen]:
    """The rows inside a cell."""
    return [tuple(cellen) for cellen in json.loads(tekst) if len(cellen) == kolommen] if tekst else []


def splits(
    soort: Tabelsoort[R], tabel: str, rijen: Sequence[Cellen], bekend: Sequence[R]
) -> tuple[tuple[R, ...], tuple[Kladrij, ...]]:
    """The shown rows as rows of the scan and rows in the making of the table named `tabel`.

    `bekend` are the rows the scan holds now: a row that was not touched stays the same object, and a row with an id
    that the scan knows stays in it with its last valid value (notities and bronnen point to it).
    """
    zelfde = {soort.cellen(rij): rij for rij in bekend}
    kolom = soort.idkolom
    op_id = {} if kolom is None else {soort.cellen(rij)[kolom]: rij for rij in bekend}
    echt: list[R] = []
    klad: list[Kladrij] = []
    positie = 0
    for cellen in rijen:
        oud = None if kolom is None else op_id.get(cellen[kolom])
        if oud is None and soort.is_leeg(cellen):
            continue
        lezing = Lezing(zelfde[cellen]) if cellen in zelfde else soort.lees(cellen)
        rij = lezing.rij
        if rij is None and oud is not None:
            rij = _met_oude_waarden(soort, cellen, lezing, oud)
        if oud is None and rij is not None and soort.is_leeg(soort.cellen(rij)):
            rij = None  # all that was typed is not valid: a row without anything in it is none
        if rij is not None:
            echt.append(rij)
        if lezing.fouten:
            klad.append(Kladrij(tabel, positie, cellen, echt=rij is not None))
        positie += 1
    return tuple(echt), tuple(klad)


def _met_oude_waarden(soort: Tabelsoort[R], cellen: Cellen, lezing: Lezing[R], oud: R) -> R:
    vroeger = soort.cellen(oud)
    fout = {f.kolom for f in lezing.fouten if soort.kolommen[f.kolom].verplicht}
    hersteld = soort.lees(tuple(vroeger[i] if i in fout else tekst for i, tekst in enumerate(cellen)))
    return oud if hersteld.rij is None else hersteld.rij


def voeg_samen(soort: Tabelsoort[R], rijen: Sequence[R], klad: Sequence[Kladrij]) -> tuple[Cellen, ...]:
    """The rows to show, in order: those of the scan and those in the making. The other way round of `splits`."""
    echt = [(soort.cellen(rij), rij) for rij in rijen]
    if soort.idkolom is None:
        echt = [(cellen, rij) for cellen, rij in echt if not soort.is_leeg(cellen)]
    los = sorted((k for k in klad if not k.echt), key=lambda k: k.positie)
    aantal = len(echt) + len(los)
    plekken: list[Cellen | None] = [None] * aantal
    for k in los:
        vrij = [i for i in range(aantal) if plekken[i] is None]
        plekken[next((i for i in vrij if i >= k.positie), vrij[-1])] = k.cellen
    van_echt = [i for i in range(aantal) if plekken[i] is None]
    for i, (cellen, _) in zip(van_echt, echt, strict=True):
        plekken[i] = cellen
    over = dict(zip(van_echt, (rij for _, rij in echt), strict=True))
    for k in (k for k in klad if k.echt):
        passend = [i for i, rij in over.items() if _hoort_bij(soort, k.cellen, rij)]
        if passend:
            plek = min(passend, key=lambda i: abs(i - k.positie))
            plekken[plek] = k.cellen
            del over[plek]
    return tuple(cellen for cellen in plekken if cellen is not None)


def _hoort_bij(soort: Tabelsoort[R], cellen: Cellen, rij: R) -> bool:
    if sleutel := soort.sleutel(cellen):
        return sleutel == soort.sleutel(soort.cellen(rij))
    return soort.lees(cellen).rij == rij
