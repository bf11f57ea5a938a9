"""Signalen: points of attention beside the voorstel, never decisive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vtscan_desktop.domain.benamingen import PARTIJ
from vtscan_desktop.domain.inspectie import TOPICS_VAN_CRITERIUM, Criteriumoordeel
from vtscan_desktop.domain.kerndata import (
    BANDBREEDTE,
    KWART,
    budget_deels_tijdelijk,
    euro_bij_band,
    euro_per_1000_inwoners,
    exact,
    laatste_budgetjaar,
    laatste_formatie,
    naar_getal,
    wachtlijstreeksen,
)
from vtscan_desktop.domain.notatie import format_datum, format_euro, format_getal
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, FormatieFunctie, GesprekSoort, Oordeel, Risicoscan, Standpunt
from vtscan_desktop.domain.voorstel import dragende_termijnen, effectieve_oordelen, plus_maanden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vtscan_desktop.domain.inspectie import Inspectietabel
    from vtscan_desktop.domain.kerndata import Formatiestand
    from vtscan_desktop.domain.topics import Format
    from vtscan_desktop.domain.voorstel import Voorstel


@dataclass(frozen=True, slots=True)
class Signaal:
    """A point of attention: one Dutch sentence or two, and the topic to look at, if there is one."""

    code: str
    tekst: str
    topic: int | None = None


def _budget(scan: Risicoscan) -> Iterator[Signaal]:
    bedrag = euro_per_1000_inwoners(scan.kerndata)
    laag, hoog = BANDBREEDTE
    if bedrag is not None and not laag <= bedrag <= hoog:
        kant, code = ("onder", "budget_onder_bandbreedte") if bedrag < laag else ("boven", "budget_boven_bandbreedte")
        yield Signaal(
            code,
            f"Het budget van {laatste_budgetjaar(scan.kerndata)} is {euro_bij_band(bedrag)} per 1.000 "
            f"inwoners. Dat ligt {kant} de bandbreedte van {format_euro(laag)} tot {format_euro(hoog)}: een eerste "
            "vergelijking, nog niet gecorrigeerd voor extra taken (§ 1.5).",
            18,
        )
    if budget_deels_tijdelijk(scan.kerndata):
        yield Signaal(
            "budget_deels_tijdelijk",
            f"Een deel van het budget van {laatste_budgetjaar(scan.kerndata)} is tijdelijk.",
            18,
        )


def _formatie(scan: Risicoscan) -> Iterator[Signaal]:
    vt = laatste_formatie(scan.kerndata, FormatieFunctie.VT)
    if vt and vt.vast is not None and vt.tijdelijk is not None:
        tijdelijk = exact(vt.tijdelijk)
        if tijdelijk > KWART * (exact(vt.vast) + tijdelijk):
            yield Signaal(
                "formatie_deels_tijdelijk",
                f"Op {format_datum(vt.peildatum)} is {format_getal(vt.tijdelijk)} fte van de formatie van Veilig Thuis "
                "tijdelijk: meer dan een kwart.",
                20,
            )
    for functie, naam in (
        (FormatieFunctie.VERTROUWENSARTS, "vertrouwensarts"),
        (FormatieFunctie.GEDRAGSWETENSCHAPPER, "gedragswetenschapper"),
    ):
        stand = laatste_formatie(scan.kerndata, functie)
        if stand is None or (stand.vast is None and stand.tijdelijk is None):
            continue
        totaal = exact(stand.vast or 0) + exact(stand.tijdelijk or 0)
        if totaal < 1:
            yield Signaal(f"{naam}_kwetsbaar", _kwetsbaar(naam, stand, format_getal(naar_getal(totaal))), 20)


def _kwetsbaar(naam: str, stand: Formatiestand, fte: str) -> str:
    er_is = "Er is" if None not in (stand.vast, stand.tijdelijk) else "Voor zover bekend is er"
    op = format_datum(stand.peildatum)
    if fte == "0":
        return f"{er_is} geen {naam} ({op}: 0 fte)."
    return f"{er_is} {fte} fte {naam} ({op}): bij afwezigheid is er weinig om op terug te vallen."


def _wachtlijst(scan: Risicoscan) -> Iterator[Signaal]:
    for reeks in wachtlijstreeksen(scan.kerndata):
        if len(reeks.punten) < 2:
            continue
        (eerder, was), (later, nu) = reeks.punten[-2:]
        if nu > was:
            wat = f" ({reeks.wat})" if reeks.wat else ""
            yield Signaal(
                "wachtlijst_stijgend",
                f"De wachtlijst{wat} steeg van {format_getal(was)} op {format_datum(eerder)} naar {format_getal(nu)} "
                f"op {format_datum(later)}.",
                3,
            )
            return


def _inspectie(scan: Risicoscan, format_: Format, tabel: Inspectietabel) -> Iterator[Signaal]:
    score = tabel.van(scan.regio)
    if score is None:
        return
    oordelen = score.criteria()
    for nr in OORDEEL_NRS:
        if scan.topic(nr).oordeel is not Oordeel.OP_ORDE:
            continue
        for criterium, topics in TOPICS_VAN_CRITERIUM.items():
            if nr in topics and oordelen[criterium] is Criteriumoordeel.ONVOLDOENDE:
                yield Signaal(
                    "afwijking_inspectie",
                    f"{format_.topic(nr).kort} (topic {nr}) is op orde, maar criterium {criterium} was bij de "
                    "inspectie in 2015 onvoldoende.",
                    nr,
                )


def _termijnen(scan: Risicoscan, format_: Format) -> Iterator[Signaal]:
    half_jaar = plus_maanden(scan.peildatum, 6)
    for nr, oordeel in effectieve_oordelen(scan).items():
        if oordeel is not Oordeel.IN_ONTWIKKELING:
            continue
        eerste = min(dragende_termijnen(scan.topic(nr), scan.peildatum))
        if eerste > half_jaar:
            yield Signaal(
                "termijn_na_half_jaar",
                f"{format_.topic(nr).kort} (topic {nr}): de eerste termijn is {format_datum(eerste)}, meer dan een "
                "half jaar na de peildatum. Binnen een half jaar hoort er verbetering te zien te zijn (§ 1.1).",
                nr,
            )


def _gesprekken(scan: Risicoscan) -> Iterator[Signaal]:
    gevoerd = {gesprek.soort for gesprek in scan.gesprekken}
    for soort, wie in ((GesprekSoort.AMBTELIJK, "de ambtelijk adviseurs"), (GesprekSoort.INSTELLING, "de instelling")):
        if soort not in gevoerd:
            yield Signaal("gesprekspartner_ontbreekt", f"Er is nog geen gesprek met {wie} (§ 1.2).")


def _zienswijzen(scan: Risicoscan) -> Iterator[Signaal]:
    for zienswijze in scan.zienswijzen:
        if zienswijze.standpunt is Standpunt.NIET_AKKOORD:
            organisatie = zienswijze.van.organisatie.strip()
            van = f" van {organisatie}" if organisatie else ""
            yield Signaal("zienswijze_niet_akkoord", f"De {PARTIJ[zienswijze.partij]}{van} is niet akkoord.")


def _vaststelling(scan: Risicoscan, voorstel: Voorstel) -> Iterator[Signaal]:
    if scan.vaststelling is None or scan.vaststelling.categorie == voorstel.voorstel:
        return
    ander = "er is nog geen voorstel" if voorstel.voorstel is None else f"het voorstel is categorie {voorstel.voorstel}"
    yield Signaal("wijkt_af_van_voorstel", f"De adviseur stelde categorie {scan.vaststelling.categorie} vast; {ander}.")


def bepaal_signalen(
    scan: Risicoscan, voorstel: Voorstel, format_: Format, tabel: Inspectietabel
) -> tuple[Signaal, ...]:
    """All signalen of a scan, by code, and within a code in the order of the scan."""
    alle = (
        *_budget(scan),
        *_formatie(scan),
        *_wachtlijst(scan),
        *_inspectie(scan, format_, tabel),
        *_termijnen(scan, format_),
        *_gesprekken(scan),
        *_zienswijzen(scan),
        *_vaststelling(scan, voorstel),
    )
    return tuple(sorted(alle, key=lambda signaal: signaal.code))
