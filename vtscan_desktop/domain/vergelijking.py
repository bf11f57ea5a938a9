"""Two scans of one regio side by side: what became better, what worse, and the figures then and now. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vtscan_desktop.domain.benamingen import FUNCTIE
from vtscan_desktop.domain.kerndata import (
    PROCESSOORTEN,
    budget,
    euro_bij_band,
    euro_per_1000_inwoners,
    laatste_budgetjaar,
    laatste_formatie,
    periode_tekst,
    som,
    tel_periode,
    wachtlijstreeksen,
)
from vtscan_desktop.domain.notatie import format_breuk, format_datum, format_euro, format_getal, hoofdletter, opsomming
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, FormatieFunctie, Kerndata, Oordeel, Risicoscan
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.voorstel import Voorstel, afwaardeerreden, effectieve_oordelen, propose_categorie
from vtscan_desktop.domain.zinnen import AFWAARDERING, telling

TITEL = "Vergelijking met de vorige scan"
"""What the part of a report is called; a check of the report knows by it where that part begins."""
ONBEKEND = "onbekend"
_RANG = {Oordeel.NIET_OP_ORDE: 0, Oordeel.IN_ONTWIKKELING: 1, Oordeel.PRIL: 2, Oordeel.OP_ORDE: 3}
"""From worst to best, as the beslisregels have it."""


class Richting(StrEnum):
    """How it is now beside how it was; one without an oordeel cannot be compared."""

    BETER = "beter"
    SLECHTER = "slechter"
    GELIJK = "gelijk"
    ONVERGELIJKBAAR = "onvergelijkbaar"


RICHTINGWOORDEN = {
    Richting.BETER: "beter",
    Richting.SLECHTER: "slechter",
    Richting.GELIJK: "gelijk",
    Richting.ONVERGELIJKBAAR: "niet te vergelijken",
}


@dataclass(frozen=True, slots=True)
class Topicvergelijking:
    """One topic: the oordeel that it counted as then and that it counts as now.

    `uitleg` says why it counts lower than judged, now or else then; "" where neither does, or both for one reason.
    """

    nr: int
    toen: Oordeel
    nu: Oordeel
    richting: Richting
    uitleg: str = ""


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure, as it is written; what is not known says so."""

    wat: str
    toen: str
    nu: str


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two scans side by side; the lines of both are figures of their own (`kerndatafiguren.vergelijkfiguren`)."""

    toen: Risicoscan
    nu: Risicoscan
    topics: tuple[Topicvergelijking, ...]
    voorstel_toen: Voorstel
    voorstel_nu: Voorstel
    cijfers: tuple[Cijfer, ...]

    def nummers(self, richting: Richting) -> tuple[int, ...]:
        """The topics that went this way."""
        return tuple(topic.nr for topic in self.topics if topic.richting is richting)


def bepaal_richting(toen: Oordeel, nu: Oordeel) -> Richting:
    """Whether an effective oordeel became better; niet besproken and n.v.t. say nothing about that."""
    if toen not in _RANG or nu not in _RANG:
        return Richting.ONVERGELIJKBAAR
    verschil = _RANG[nu] - _RANG[toen]
    return Richting.BETER if verschil > 0 else Richting.SLECHTER if verschil < 0 else Richting.GELIJK


def zet_naast_elkaar(een: Risicoscan, ander: Risicoscan) -> Vergelijking:
    """The two side by side; the one with the earlier peildatum is then, whichever comes first here."""
    toen, nu = sorted((een, ander), key=lambda scan: scan.peildatum)
    was, wordt = effectieve_oordelen(toen), effectieve_oordelen(nu)
    return Vergelijking(
        toen=toen,
        nu=nu,
        topics=tuple(
            Topicvergelijking(nr, was[nr], wordt[nr], bepaal_richting(was[nr], wordt[nr]), _uitleg(toen, nu, nr))
            for nr in OORDEEL_NRS
        ),
        voorstel_toen=propose_categorie(toen),
        voorstel_nu=propose_categorie(nu),
        cijfers=_cijfers(toen.kerndata, nu.kerndata),
    )


def _uitleg(toen: Risicoscan, nu: Risicoscan, nr: int) -> str:
    """Why a topic counts lower than it was judged, where that is not the same in both."""
    was, wordt = (afwaardeerreden(scan.topic(nr), scan.peildatum) for scan in (toen, nu))
    if was == wordt:
        return ""
    if wordt is not None:
        return f"nu: {AFWAARDERING[wordt.value]}"
    return f"toen: {AFWAARDERING[was.value]}" if was is not None else ""


def vat_samen(vergelijking: Vergelijking) -> str:
    """How many topics went which way, in one sentence."""
    beter, slechter, gelijk, open_ = (
        len(vergelijking.nummers(richting))
        for richting in (Richting.BETER, Richting.SLECHTER, Richting.GELIJK, Richting.ONVERGELIJKBAAR)
    )
    delen = [f"{telling(beter, 'topic staat', 'topics staan')} er beter voor"] if beter else []
    delen += [f"{telling(slechter, 'topic staat', 'topics staan')} er slechter voor"] if slechter else []
    delen += [f"{telling(gelijk, 'topic is', 'topics zijn')} gelijk gebleven"] if gelijk else []
    delen += [f"{telling(open_, 'topic is', 'topics zijn')} niet te vergelijken"] if open_ else []
    return hoofdletter(f"{opsomming(delen)}.")


def noem_topic(nr: int, toen: Format, nu: Format) -> str:
    """A topic by number and short name, and by what it was called then where that is something else."""
    naam, eerder = nu.topic(nr), toen.topic(nr)
    return naam.genummerd if naam.kort == eerder.kort else f"{naam.genummerd} (toen: {eerder.kort})"


def zeg_formats(toen: Format, nu: Format) -> str:
    """That both scans have words of their own, in one sentence; "" when they have the same."""
    if toen.kenmerk == nu.kenmerk:
        return ""
    return (
        f"De scans hebben een ander format: toen {toen.volledig}, nu {nu.volledig}. De nummers en de regels zijn "
        "gelijk; de titels en vragen kunnen verschillen."
    )


def noem_vaststelling(scan: Risicoscan) -> str:
    """The vaststelling in a few words."""
    vast = scan.vaststelling
    if vast is None:
        return "nog geen vaststelling"
    return f"categorie {vast.categorie}" + (f", op {format_datum(vast.datum)}" if vast.datum else "")


# -- the figures -------------------------------------------------------------------------------------------------


def _cijfers(toen: Kerndata, nu: Kerndata) -> tuple[Cijfer, ...]:
    """The figures of which at least one of both is known."""
    paren = [("Inwoners", _inwoners(toen), _inwoners(nu)), ("Budget", _budget(toen), _budget(nu))]
    paren.append(("Budget per 1.000 inwoners", _per_1000(toen), _per_1000(nu)))
    for soort in PROCESSOORTEN:
        paren.append((hoofdletter(soort), _proces(toen, soort), _proces(nu, soort)))
    for functie in FormatieFunctie:
        paren.append((f"Formatie {FUNCTIE[functie]}", _formatie(toen, functie), _formatie(nu, functie)))
    stand_toen, stand_nu = _wachtlijst(toen), _wachtlijst(nu)
    for sleutel in dict.fromkeys((*stand_toen, *stand_nu)):
        wat, was = stand_toen.get(sleutel, ("", ""))
        anders, wordt = stand_nu.get(sleutel, ("", ""))
        paren.append((f"Wachtlijst: {wat or anders}" if sleutel else "Wachtlijst", was, wordt))
    return tuple(Cijfer(wat, was or ONBEKEND, wordt or ONBEKEND) for wat, was, wordt in paren if was or wordt)


def _inwoners(data: Kerndata) -> str:
    return "" if data.inwoners is None else format_getal(data.inwoners)


def _budget(data: Kerndata) -> str:
    jaar = laatste_budgetjaar(data)
    bedrag = None if jaar is None else budget(data, jaar)
    return "" if bedrag is None else f"{format_euro(bedrag)} ({jaar})"


def _per_1000(data: Kerndata) -> str:
    breuk = euro_per_1000_inwoners(data)
    return "" if breuk is None else euro_bij_band(breuk)


def _proces(data: Kerndata, soort: str) -> str:
    """The count of the latest period in which it is known."""
    bekend = [(rij.tot, rij.van) for rij in data.primair_proces if getattr(rij, soort) is not None]
    if not bekend:
        return ""
    tot, van = max(bekend)
    aantal = tel_periode(data, (van, tot), soort)
    return "" if aantal is None else f"{format_breuk(aantal, 0)} ({periode_tekst(van, tot)})"


def _formatie(data: Kerndata, functie: FormatieFunctie) -> str:
    """Vast and tijdelijk together; where one of the two is not known the other alone, which is then said of it."""
    stand = laatste_formatie(data, functie)
    fte = None if stand is None else som((stand.vast, stand.tijdelijk))
    if stand is None or fte is None:
        return ""
    deel = ""
    if stand.tijdelijk is None:
        deel = f" vast, tijdelijk {ONBEKEND}"
    elif stand.vast is None:
        deel = f" tijdelijk, vast {ONBEKEND}"
    return f"{format_breuk(fte, 2)} fte{deel} ({format_datum(stand.peildatum)})"


def _wachtlijst(data: Kerndata) -> dict[str, tuple[str, str]]:
    """Of each kind of waiting, by its plain name: what it is called, and the latest count."""
    return {
        reeks.wat.casefold(): (reeks.wat, f"{format_getal(reeks.punten[-1][1])} ({format_datum(reeks.punten[-1][0])})")
        for reeks in wachtlijstreeksen(data)
    }
