"""What changed between two scans, in Dutch sentences by part: of a version and the scan as it is now, or two versions.

A pure function of both. A scan does not differ from itself, and whatever is changed in one gives at least one sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vtscan_desktop.domain import verschilsoorten as soorten
from vtscan_desktop.domain.benamingen import OORDEELWOORDEN
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import HERTOETS_NR, OORDEEL_NRS, Oordeel, Risicoscan, Vaststelling
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.verschilvelden import Verschilregel, naam_uit, zeg_rijen, zeg_tekst, zeg_velden, zeg_waarde
from vtscan_desktop.domain.voorstel import Voorstel, VoorstelStatus, effectieve_oordelen, propose_categorie

_WACHTLIJST_NR, _BUDGET_NR, _PROCES_NR, _FORMATIE_NR = 3, 18, 19, 20


@dataclass(frozen=True, slots=True)
class Verschilgroep:
    """What differs in one part of the scan."""

    kop: str
    regels: tuple[Verschilregel, ...]


def vergelijk_scans(
    oud: Risicoscan, nieuw: Risicoscan, format_: Format, regionaam: Callable[[str], str] = str
) -> tuple[Verschilgroep, ...]:
    """What is different in `nieuw`, by part in the order of the window; only parts in which anything is."""
    if oud == nieuw:
        return ()
    delen = (
        ("Categorie", _categorie(oud, nieuw)),
        ("Gegevens", _gegevens(oud, nieuw, regionaam)),
        ("Gesprekken en documenten", _bronnen(oud, nieuw)),
        ("Notities", zeg_rijen(oud.notities, nieuw.notities, soorten.notitiesoort(_bronnamen(oud, nieuw)))),
        *((topic.genummerd, _topic(oud, nieuw, topic.nr)) for topic in format_.topics),
        ("In kaart gebracht", zeg_velden(oud, nieuw, soorten.KAARTVELDEN)),
        ("Overall beeld", zeg_velden(oud, nieuw, soorten.BEELDVELDEN)),
        ("Maatwerkacties", zeg_rijen(oud.maatwerkacties, nieuw.maatwerkacties, soorten.MAATWERKACTIE)),
        ("Zienswijzen", zeg_rijen(oud.zienswijzen, nieuw.zienswijzen, soorten.ZIENSWIJZE)),
    )
    groepen = (Verschilgroep(kop, tuple(regels)) for kop, regels in delen)
    return tuple(groep for groep in groepen if groep.regels)


def tel_wijzigingen(groepen: tuple[Verschilgroep, ...]) -> int:
    """How many sentences there are."""
    return sum(len(groep.regels) for groep in groepen)


def noem_voorstel(voorstel: Voorstel) -> str:
    """A voorstel in a few words."""
    if voorstel.voorstel is None:
        return f"nog open (categorie {voorstel.beste} tot en met {voorstel.slechtste})"
    voorlopig = ", voorlopig" if voorstel.status is VoorstelStatus.VOORLOPIG else ""
    return f"categorie {voorstel.voorstel}{voorlopig}"


def _categorie(oud: Risicoscan, nieuw: Risicoscan) -> Iterator[Verschilregel]:
    was, wordt = noem_voorstel(propose_categorie(oud)), noem_voorstel(propose_categorie(nieuw))
    if was != wordt:
        yield Verschilregel(zeg_waarde("Het voorstel van het programma", was, wordt))
    yield from _vaststelling(oud.vaststelling, nieuw.vaststelling)


def _vaststelling(oud: Vaststelling | None, nieuw: Vaststelling | None) -> Iterator[Verschilregel]:
    if oud is not None and nieuw is not None:
        yield from zeg_velden(oud, nieuw, soorten.VASTSTELLING)
        return
    ding = nieuw or oud
    if ding is None:
        return
    stand = "De vaststelling is erbij gekomen" if oud is None else "De vaststelling is weggehaald"
    op = f", op {format_datum(ding.datum)}" if ding.datum else ""
    yield Verschilregel(f"{stand}: categorie {ding.categorie}{op}.")
    if ding.motivering:
        was, wordt = (oud.motivering if oud else ""), (nieuw.motivering if nieuw else "")
        yield Verschilregel(zeg_tekst("Motivering van de vaststelling", was, wordt), was, wordt)


def _gegevens(oud: Risicoscan, nieuw: Risicoscan, regionaam: Callable[[str], str]) -> Iterator[Verschilregel]:
    if oud.regio != nieuw.regio:
        yield Verschilregel(zeg_waarde("De regio", regionaam(oud.regio), regionaam(nieuw.regio)))
    yield from zeg_velden(oud, nieuw, soorten.SCANVELDEN)


def _bronnen(oud: Risicoscan, nieuw: Risicoscan) -> Iterator[Verschilregel]:
    yield from zeg_rijen(oud.gesprekken, nieuw.gesprekken, soorten.GESPREK)
    yield from zeg_rijen(oud.documenten, nieuw.documenten, soorten.DOCUMENT)


def _topic(oud: Risicoscan, nieuw: Risicoscan, nr: int) -> Iterator[Verschilregel]:
    was, wordt = oud.topic(nr), nieuw.topic(nr)
    yield from zeg_velden(was, wordt, soorten.TOPICVELDEN[:1])
    yield from _telling(oud, nieuw, nr)
    yield from zeg_velden(was, wordt, soorten.TOPICVELDEN[1:])
    if nr == HERTOETS_NR:
        yield from zeg_velden(oud, nieuw, soorten.HERTOETSVELDEN)
    yield from _cijfers(oud, nieuw, nr)
    yield from zeg_rijen(was.acties, wordt.acties, soorten.ACTIE)
    yield from zeg_rijen(was.bronnen, wordt.bronnen, soorten.bronsoort(_bronnamen(oud, nieuw)))


def _telling(oud: Risicoscan, nieuw: Risicoscan, nr: int) -> Iterator[Verschilregel]:
    """As what a topic counts, where that does not follow from its oordeel."""
    if nr not in OORDEEL_NRS:
        return
    was, wordt = effectieve_oordelen(oud)[nr], effectieve_oordelen(nieuw)[nr]
    gegeven: tuple[Oordeel, Oordeel] = (oud.topic(nr).oordeel, nieuw.topic(nr).oordeel)
    if was != wordt and (was, wordt) != gegeven:
        yield Verschilregel(f"Het topic telde als {OORDEELWOORDEN[was]}, en telt nu als {OORDEELWOORDEN[wordt]}.")


def _cijfers(oud: Risicoscan, nieuw: Risicoscan, nr: int) -> Iterator[Verschilregel]:
    toen, nu = oud.kerndata, nieuw.kerndata
    if nr == _WACHTLIJST_NR:
        yield from zeg_rijen(toen.wachtlijst, nu.wachtlijst, soorten.WACHTLIJST)
    elif nr == _BUDGET_NR:
        yield from zeg_velden(oud, nieuw, soorten.INWONERS)
        yield from zeg_rijen(toen.budget, nu.budget, soorten.BUDGET)
    elif nr == _PROCES_NR:
        yield from zeg_rijen(toen.primair_proces, nu.primair_proces, soorten.PRIMAIR_PROCES)
    elif nr == _FORMATIE_NR:
        yield from zeg_rijen(toen.formatie, nu.formatie, soorten.FORMATIE)


def _bronnamen(oud: Risicoscan, nieuw: Risicoscan) -> dict[str, str]:
    """What gesprekken and documenten are called, by id; which of two with the same name, by that too."""
    namen: dict[str, str] = {}
    for scan in (oud, nieuw):
        namen |= {g.id: f"gesprek van {format_datum(g.datum)}" for g in scan.gesprekken}
        namen |= {d.id: naam_uit(d.titel) or d.id for d in scan.documenten}
    telling = Counter(namen.values())
    return {id_: naam if telling[naam] == 1 else f"{naam} ({id_})" for id_, naam in namen.items()}
