"""The escalatieladder: which rungs were climbed, where it stands, and which one is proposed next, and why.

The source names the maatwerkacties (§1.2) and asks for a ladder where the adviesgesprekken do not help (§1.4). It does
not fix an order: the order and the proposal are our own working-out, and a person decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from vtscan_desktop.domain import zinnen
from vtscan_desktop.domain.acties import alle_acties, is_te_laat, te_laat_zin
from vtscan_desktop.domain.benamingen import MAATWERK
from vtscan_desktop.domain.notatie import format_datum, hoofdletter
from vtscan_desktop.domain.risicoscan import KERN_NRS, ActieStatus, Maatwerkactie, MaatwerkSoort, Oordeel
from vtscan_desktop.domain.voorstel import afwaardeerreden, effectieve_oordelen, propose_kort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.topics import Format

EIGEN_LADDER = (
    "De bron noemt deze stappen (§ 1.2) en vraagt om een escalatieladder als adviesgesprekken niet genoeg opleveren "
    "(§ 1.4). De volgorde en het voorstel zijn een eigen uitwerking. U beslist."
)
_MAX_OMSCHRIJVING = 90


@dataclass(frozen=True, slots=True)
class Trede:
    """A rung, from 1: the kinds of maatwerkacties that belong to it, and the paragraph that names them."""

    nr: int
    naam: str
    soorten: tuple[MaatwerkSoort, ...]
    bron: str


LADDER = (
    Trede(
        1,
        "Adviesgesprekken met instelling en wethouder",
        (MaatwerkSoort.ADVIESGESPREK_INSTELLING, MaatwerkSoort.ADVIESGESPREK_WETHOUDER),
        "§ 1.2, § 1.4",
    ),
    Trede(2, "VNG, ambtelijk", (MaatwerkSoort.VNG_AMBTELIJK,), "§ 1.2"),
    Trede(3, "VNG, bestuurlijk", (MaatwerkSoort.VNG_BESTUURLIJK,), "§ 1.2"),
    Trede(4, "Bewindspersonen", (MaatwerkSoort.BEWINDSPERSOON,), "§ 1.2"),
)
"""The rungs from low to high. The buddy of §1.4 stands beside the ladder."""
_TREDE_VAN = {soort: trede for trede in LADDER for soort in trede.soorten}


class Tredestand(StrEnum):
    """How far a rung is."""

    NIET_GEZET = "niet_gezet"
    LOOPT = "loopt"
    TE_LAAT = "te_laat"
    AFGEROND = "afgerond"


class Advies(StrEnum):
    """What is proposed: nothing, wait for what is going on, climb, or nothing is left to climb."""

    GEEN_AANLEIDING = "geen_aanleiding"
    AFWACHTEN = "afwachten"
    ZETTEN = "zetten"
    BOVENAAN = "bovenaan"


@dataclass(frozen=True, slots=True)
class Reden:
    """A fact that counts: one Dutch sentence, the topic it is about if any, and the paragraph of the source."""

    tekst: str
    topic: int | None
    bron: str


@dataclass(frozen=True, slots=True)
class Tredebeeld:
    """A rung with the steps that were set on it; those that lapsed are in `stappen`, but do not count."""

    trede: Trede
    stand: Tredestand
    stappen: tuple[Maatwerkactie, ...]


@dataclass(frozen=True, slots=True)
class Escalatievoorstel:
    """What is proposed and why. `soorten` are the steps to set now, empty unless `advies` is ZETTEN."""

    advies: Advies
    tekst: str
    soorten: tuple[MaatwerkSoort, ...]
    redenen: tuple[Reden, ...]

    @property
    def aanleiding(self) -> int | None:
        """The topic that gives the strongest reason, to note with the new step."""
        return next((reden.topic for reden in self.redenen if reden.topic), None)


@dataclass(frozen=True, slots=True)
class Ladder:
    """The ladder of one scan: its rungs from low to high, the highest one set (0 for none), buddies, proposal."""

    treden: tuple[Tredebeeld, ...]
    hoogste: int
    buddys: tuple[Maatwerkactie, ...]
    voorstel: Escalatievoorstel


def is_afgerond(stap: Maatwerkactie) -> bool:
    """Whether a step was taken: gereed, or with an uitkomst."""
    return stap.status is ActieStatus.GEREED or bool(stap.uitkomst.strip())


def bepaal_ladder(scan: Risicoscan, format_: Format, vandaag: date) -> Ladder:
    """Where the ladder of a scan stands on a day, and what is proposed."""
    treden = tuple(_tredebeeld(scan, trede, vandaag) for trede in LADDER)
    hoogste = max((t.trede.nr for t in treden if t.stand is not Tredestand.NIET_GEZET), default=0)
    buddys = tuple(m for m in scan.maatwerkacties if m.soort is MaatwerkSoort.BUDDY)
    feiten = aanleidingen(scan, format_, vandaag)
    return Ladder(treden, hoogste, buddys, _stel_voor(treden, hoogste, feiten, vandaag))


def aanleidingen(scan: Risicoscan, format_: Format, vandaag: date) -> tuple[Reden, ...]:
    """The facts in a scan that speak for a conversation at a higher level, the weightiest first."""
    return (*_categorie_drie(scan), *_kerntopics(scan, format_), *_late_kernacties(scan, vandaag))


def _categorie_drie(scan: Risicoscan) -> Iterator[Reden]:
    bron = "§ 1.4, Conclusies"
    if scan.vaststelling is not None:
        if scan.vaststelling.categorie == 3:
            yield Reden("De adviseur stelde categorie 3 vast: de basis is niet op orde.", None, bron)
    elif propose_kort(scan).voorstel == 3:
        yield Reden("Het voorstel is categorie 3: de basis is niet op orde.", None, bron)


def _kerntopics(scan: Risicoscan, format_: Format) -> Iterator[Reden]:
    for nr, oordeel in effectieve_oordelen(scan).items():
        if nr not in KERN_NRS or oordeel is not Oordeel.NIET_OP_ORDE:
            continue
        wat = f"{format_.topic(nr).kort} (kerntopic {nr})"
        reden = afwaardeerreden(scan.topic(nr), scan.peildatum)
        tekst = zinnen.afwaardering(wat, reden.value) if reden else f"{wat} is niet op orde."
        yield Reden(tekst, nr, "§ 1.2")


def _late_kernacties(scan: Risicoscan, vandaag: date) -> Iterator[Reden]:
    for plek in alle_acties(scan):
        actie = plek.actie
        if actie.kern and actie.termijn is not None and is_te_laat(actie, vandaag):
            wat = f"De kernactie{_aangehaald(actie.omschrijving)} bij topic {plek.nr}"
            yield Reden(f"{wat} is {te_laat_zin(actie.termijn, vandaag)}.", plek.nr, "§ 1.1")


def _aangehaald(tekst: str) -> str:
    kort = " ".join(tekst.split())
    if len(kort) > _MAX_OMSCHRIJVING:
        kort = kort[:_MAX_OMSCHRIJVING].rsplit(" ", 1)[0] + " …"
    return f" ‘{kort}’" if kort else ""


def _tredebeeld(scan: Risicoscan, trede: Trede, vandaag: date) -> Tredebeeld:
    stappen = tuple(m for m in scan.maatwerkacties if m.soort in trede.soorten)
    return Tredebeeld(trede, _tredestand(_geldig(stappen), vandaag), stappen)


def _geldig(stappen: tuple[Maatwerkactie, ...]) -> tuple[Maatwerkactie, ...]:
    return tuple(m for m in stappen if m.status is not ActieStatus.VERVALLEN)


def _tredestand(geldig: tuple[Maatwerkactie, ...], vandaag: date) -> Tredestand:
    if not geldig:
        return Tredestand.NIET_GEZET
    lopend = [m for m in geldig if not is_afgerond(m)]
    if any(is_te_laat(m, vandaag) for m in lopend):
        return Tredestand.TE_LAAT
    return Tredestand.LOOPT if lopend else Tredestand.AFGEROND


def _stel_voor(
    treden: tuple[Tredebeeld, ...], hoogste: int, feiten: tuple[Reden, ...], vandaag: date
) -> Escalatievoorstel:
    if not hoogste:
        return _zet(LADDER[0].soorten, feiten) if feiten else _geen()
    stappen = _geldig(treden[hoogste - 1].stappen)
    lopend = tuple(m for m in stappen if not is_afgerond(m))
    laat = tuple(m for m in lopend if is_te_laat(m, vandaag))
    redenen = (*map(_zonder_uitkomst, laat), *feiten)
    if len(laat) < len(lopend):
        return _wacht(tuple(m for m in lopend if m not in laat), redenen)
    if not redenen:
        return _geen()
    if not laat:
        redenen = (_hielp_niet(stappen), *redenen)
    gezet = {m.soort for m in stappen}
    ontbreekt = tuple(soort for soort in LADDER[hoogste - 1].soorten if soort not in gezet)
    if ontbreekt:
        return _zet(ontbreekt, redenen)
    if hoogste < len(LADDER):
        return _zet(LADDER[hoogste].soorten, redenen)
    tekst = "De hoogste trede is gezet. Bespreek in het overleg wat er nog kan."
    return Escalatievoorstel(Advies.BOVENAAN, tekst, (), redenen)


def _geen() -> Escalatievoorstel:
    return Escalatievoorstel(Advies.GEEN_AANLEIDING, "Er is nu geen aanleiding om een trede hoger te gaan.", (), ())


def _zet(soorten: tuple[MaatwerkSoort, ...], redenen: tuple[Reden, ...]) -> Escalatievoorstel:
    trede = _TREDE_VAN[soorten[0]]
    wat = " en ".join(MAATWERK[soort] for soort in soorten)
    return Escalatievoorstel(Advies.ZETTEN, f"Voorstel: trede {trede.nr}, {wat}.", soorten, redenen)


def _wacht(lopend: tuple[Maatwerkactie, ...], redenen: tuple[Reden, ...]) -> Escalatievoorstel:
    dagen = [m.termijn for m in lopend if m.termijn is not None]
    met_dag = _soorten(m for m in lopend if m.termijn is not None)
    zonder = _soorten(m for m in lopend if m.termijn is None)
    delen = []
    if met_dag:
        delen.append(f"Wacht de uitkomst af: {' en '.join(met_dag)}, uiterlijk {format_datum(max(dagen))}.")
    if zonder:
        heeft = "heeft" if len(zonder) == 1 else "hebben"
        eerst = "ook" if met_dag else "eerst"
        delen.append(f"Spreek {eerst} een dag af: {' en '.join(zonder)} {heeft} nog geen termijn.")
    return Escalatievoorstel(Advies.AFWACHTEN, " ".join(delen), (), redenen)


def _soorten(stappen: Iterable[Maatwerkactie]) -> tuple[str, ...]:
    """What these steps are, each kind once."""
    return tuple(dict.fromkeys(MAATWERK[m.soort] for m in stappen))


def _zonder_uitkomst(stap: Maatwerkactie) -> Reden:
    assert stap.termijn is not None
    tekst = (
        f"{hoofdletter(MAATWERK[stap.soort])}: de termijn was {format_datum(stap.termijn)}, een uitkomst is er niet."
    )
    return Reden(tekst, stap.aanleiding, "§ 1.4, Conclusies")


def _hielp_niet(stappen: tuple[Maatwerkactie, ...]) -> Reden:
    soorten = _soorten(stappen)
    wat = hoofdletter(" en ".join(soorten))
    return Reden(
        f"{wat} {zinnen.zijn(len(soorten))} afgerond, maar wat hieronder staat, speelt nog.", None, "§ 1.4, Conclusies"
    )
