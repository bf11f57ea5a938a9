"""Short Dutch sentences about rules and topics, with number agreement; the building blocks of the onderbouwing."""

from __future__ import annotations

from typing import NamedTuple

from vtscan_desktop.domain.notatie import getalwoord, hoofdletter, opsomming
from vtscan_desktop.domain.risicoscan import KERN_NRS


class Regelzin(NamedTuple):
    """A head (a sentence without its full stop) and one explanatory line."""

    kop: str
    toelichting: str


AFWAARDERING = {
    "geen_afspraak": "bij de verbetering staat nog niet wie wat doet en wanneer",
    "termijn_verstreken": "de afgesproken termijn is al voorbij",
    "termijn_te_ver": "de afgesproken termijn ligt meer dan een jaar na de peildatum",
}


def zijn(aantal: int) -> str:
    """The verb for so many: "is" or "zijn"."""
    return "is" if aantal == 1 else "zijn"


def telling(aantal: int, enkelvoud: str, meervoud: str) -> str:
    """A count with its noun: "één topic", "twee topics"."""
    return f"{getalwoord(aantal)} {enkelvoud if aantal == 1 else meervoud}"


def topicnummers(nrs: tuple[int, ...]) -> str:
    """Topics by number: "topic 4", "topics 1, 3 en 5"."""
    return f"{'topic' if len(nrs) == 1 else 'topics'} {opsomming([str(nr) for nr in nrs])}"


def de_topics(nrs: tuple[int, ...]) -> str:
    """Topics by number as the subject of a sentence: "topic 4", "de topics 1, 3 en 5"."""
    return topicnummers(nrs) if len(nrs) == 1 else f"de {topicnummers(nrs)}"


def afwaardering(wat: str, reden: str) -> str:
    """That `wat` counts as niet op orde, and why: one sentence."""
    return f"{hoofdletter(wat)} telt als niet op orde: {AFWAARDERING[reden]}."


def bij_topics(regel_id: str, nrs: tuple[int, ...]) -> str:
    """The topics of a rule, to be put behind its head; nothing where the head names them itself."""
    if regel_id in ("verscherpt_toezicht", "hertoets_niet_voldaan", "veiligheid_niet_geborgd"):
        return ""
    return f" ({topicnummers(nrs)})"


def _kerntopics(nrs: tuple[int, ...]) -> str:
    return telling(len(nrs), "kerntopic", "kerntopics")


def _nog_niet_op_orde(nrs: tuple[int, ...]) -> Regelzin:
    kern = tuple(nr for nr in nrs if nr in KERN_NRS)
    toelichting = "Verbetering ontbreekt of levert nog te weinig op."
    if not kern:
        wat = telling(len(nrs), "topic", "topics")
    elif len(kern) == len(nrs):
        wat = _kerntopics(kern)
    else:
        wat = f"{telling(len(nrs), 'topic', 'topics')}, waarvan {getalwoord(len(kern))} kern,"
    return Regelzin(hoofdletter(f"{wat} {zijn(len(nrs))} niet op orde"), toelichting)


def _onvoldoende_voortgang(nrs: tuple[int, ...], aantal: int) -> Regelzin:
    kern = sum(nr in KERN_NRS for nr in nrs)
    delen = []
    if kern >= 3:
        delen.append(f"{getalwoord(kern)} kerntopics (drie is de grens)")
    if 3 * len(nrs) >= aantal:
        delen.append(f"{getalwoord(len(nrs))} van de {getalwoord(aantal)} topics (een derde is de grens)")
    return Regelzin("De voortgang is onvoldoende", f"Niet op orde zijn {opsomming(delen)}.")


def _visie(nrs: tuple[int, ...]) -> Regelzin:
    ook = tuple(nr for nr in nrs if nr != 9)
    return Regelzin(
        "De gezamenlijke visie en de randvoorwaarden ontbreken",
        f"Topic 9 is niet op orde, en {topicnummers(ook)} ook niet.",
    )


def regel(regel_id: str, nrs: tuple[int, ...], aantal: int) -> Regelzin:
    """Head and explanation of a rule that fires on topics `nrs`, with `aantal` applicable topics."""
    if regel_id == "nog_niet_op_orde":
        return _nog_niet_op_orde(nrs)
    if regel_id == "onvoldoende_voortgang":
        return _onvoldoende_voortgang(nrs, aantal)
    if regel_id == "visie_en_randvoorwaarden":
        return _visie(nrs)
    n = len(nrs)
    return {
        "verscherpt_toezicht": Regelzin(
            "De organisatie staat onder verscherpt toezicht", "Dat is de uitkomst van de hertoets door de inspecties."
        ),
        "hertoets_niet_voldaan": Regelzin(
            "Bij de hertoets is nog niet aan de verwachtingen voldaan", "Stap 1 is daarmee niet behaald."
        ),
        "veiligheid_niet_geborgd": Regelzin(
            "Het zicht op veiligheid is niet op orde", "Dat weegt het zwaarst: dit topic alleen is genoeg."
        ),
        "in_ontwikkeling": Regelzin(
            hoofdletter(f"{_kerntopics(nrs)} {zijn(n)} nog in ontwikkeling"),
            "Verbetering loopt, met afspraak en termijn.",
        ),
        "pril": Regelzin(
            hoofdletter(f"{_kerntopics(nrs)} {zijn(n)} op orde, maar pril"), "De vooruitgang kan nog wegzakken."
        ),
        "meeste_randvoorwaarden": Regelzin(
            "Meer dan een kwart is nog niet stevig", hoofdletter(f"{getalwoord(n)} van de {getalwoord(aantal)} topics.")
        ),
    }[regel_id]
