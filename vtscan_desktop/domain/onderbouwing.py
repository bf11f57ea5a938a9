"""From voorstel to Dutch sentences that name the topics: for page one, for the categorie page, and in full."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from vtscan_desktop.domain import zinnen
from vtscan_desktop.domain.notatie import getalwoord, hoofdletter, opsomming
from vtscan_desktop.domain.risicoscan import KERN_NRS, OORDEEL_NRS, Oordeel
from vtscan_desktop.domain.stapzinnen import Stapzin, schrijf_stap
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN, Afwaardeerreden, Variant, VoorstelStatus, categorie_na

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan
    from vtscan_desktop.domain.topics import Format
    from vtscan_desktop.domain.voorstel import Regeluitkomst, Voorstel

EIGEN_UITWERKING = (
    "De categorieën en hun betekenis komen uit ‘Veilig Thuis – basis op orde’ (VNG, 2016), § 1.2. Hoe ze hier worden "
    "berekend, met kerntopics en met grenzen zoals drie topics, een derde, een kwart en een half jaar, is een eigen "
    "uitwerking van dit programma. Bij elke regel staat welke paragraaf hij uitwerkt."
)
"""The sentence that app and report owe the reader about the computation."""

BETEKENIS: dict[int, str] = {
    1: "Categorie 1: de organisatie laat zien dat zij aan de meeste randvoorwaarden voldoet, met een gedeelde visie, "
    "genoeg middelen en goed management (§ 1.2).",
    2: "Categorie 2: de organisatie voldoet nog maar kort, of voldoet nog niet maar is zo op weg dat dit binnen "
    "afzienbare tijd te verwachten is (§ 1.2).",
    3: "Categorie 3: de organisatie voldoet nog niet, en de verbetering levert nog te weinig op (§ 1.2).",
}
"""What a categorie means, in our own words."""

_VOLGORDE = (
    "verscherpt_toezicht veiligheid_niet_geborgd visie_en_randvoorwaarden onvoldoende_voortgang "
    "hertoets_niet_voldaan nog_niet_op_orde in_ontwikkeling pril meeste_randvoorwaarden"
)
"""From heavy to light, as a reader wants them."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One point in a list: a head without full stop, one line that explains, and the topics to link to."""

    kop: str
    toelichting: str
    topics: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Onderbouwing:
    """The rationale in Dutch.

    `status` says how sure the voorstel is; `regels` are the numbered sentences of page one, `slot` the lines below
    them (what would change it, what is open). `afgewaardeerd` has one point a topic. `omhoog` and `omlaag` are None
    when there is no step to name. `open` is empty when every topic is judged. `volledig` is all of it as one text,
    paragraphs parted by a newline, as the report prints it.
    """

    status: str
    regels: tuple[str, ...]
    slot: str
    afgewaardeerd: tuple[Punt, ...]
    omhoog: Stapzin | None
    omlaag: Stapzin | None
    open: str
    volledig: str


def regels_op_gewicht(voorstel: Voorstel) -> tuple[Regeluitkomst, ...]:
    """The rules that fire, heaviest first, as page one and the categorie page list them."""
    volgorde = _VOLGORDE.split()
    return tuple(sorted(voorstel.regels, key=lambda regel: volgorde.index(regel.id)))


def schrijf_onderbouwing(scan: Risicoscan, voorstel: Voorstel, format_: Format) -> Onderbouwing:
    """The rationale of `voorstel`, which `propose_categorie(scan)` gave, in the words of `format_`."""
    per_regel = [(_regelzin(regel, scan, format_), regel.bron) for regel in regels_op_gewicht(voorstel)]
    if not per_regel:
        per_regel = [(_zonder_regels(scan, voorstel), "")]
    lager = _afgewaardeerd_kort(voorstel, format_)
    wat = "Het voorstel" if voorstel.voorstel else "De gunstigste uitkomst"
    omhoog, omlaag = (
        schrijf_stap(wat, sets, format_, partial(categorie_na, scan, oordeel=oordeel), oordeel)
        for sets, oordeel in ((voorstel.stap_omhoog, Oordeel.OP_ORDE), (voorstel.stap_omlaag, Oordeel.NIET_OP_ORDE))
    )
    status, open_, vast = _status(voorstel), _open(voorstel), _vastgehouden(voorstel)
    stap = omhoog if voorstel.beste == 3 else omlaag
    alineas = [
        _aaneen(_voorstelzin(voorstel), status, _variantzin(voorstel)),
        *(f"{tekst} ({bron}.)" if bron else tekst for tekst, bron in per_regel),
        _aaneen(lager, _met_afspraken(voorstel)),
        _aaneen(_gunstigst(voorstel), _staptekst(omhoog), vast, _staptekst(omlaag)),
        open_,
        BETEKENIS[voorstel.voorstel] if voorstel.voorstel else "",
        EIGEN_UITWERKING,
    ]
    *eerste, laatste = (tekst for tekst, _ in per_regel)
    return Onderbouwing(
        status=status,
        regels=(*eerste, _aaneen(laatste, lager)),
        slot=_aaneen(_gunstigst(voorstel), _staptekst(stap), vast, open_),
        afgewaardeerd=_afgewaardeerd(voorstel, format_),
        omhoog=omhoog,
        omlaag=omlaag,
        open=open_,
        volledig="\n".join(alinea for alinea in alineas if alinea),
    )


def _staptekst(stap: Stapzin | None) -> str:
    return stap.tekst if stap else ""


def _aaneen(*zinnen_: str) -> str:
    return " ".join(zin for zin in zinnen_ if zin)


def _rij(nrs: tuple[int, ...], format_: Format) -> str:
    return opsomming([format_.topic(nr).in_rij for nr in nrs])


def _zin(nr: int, format_: Format) -> str:
    return format_.topic(nr).in_zin


def _regelzin(regel: Regeluitkomst, scan: Risicoscan, format_: Format) -> str:
    """One rule as whole sentences, with the names of its topics."""
    nrs = regel.topics
    een = hoofdletter(_zin(nrs[0], format_)) if len(nrs) == 1 else ""
    rij = _rij(nrs, format_)
    match regel.id:
        case "in_ontwikkeling":
            erbij = "met een afspraak en een termijn"
            return f"{een} is nog in ontwikkeling, {erbij}." if een else f"{regel.kop}, {erbij}: {rij}."
        case "pril":
            return f"{een} is op orde, maar pril." if een else f"{regel.kop}: {rij}."
        case "nog_niet_op_orde":
            return f"{een} is niet op orde." if een else f"{regel.kop}: {rij}."
        case "meeste_randvoorwaarden":
            aantal = sum(scan.topic(nr).oordeel is not Oordeel.NVT for nr in OORDEEL_NRS)
            return f"Van de {getalwoord(aantal)} topics zijn er {getalwoord(len(nrs))} nog niet stevig."
        case "visie_en_randvoorwaarden":
            namen = opsomming([_zin(nr, format_) for nr in nrs if nr != 9])
            begin = f"{hoofdletter(_zin(9, format_))} is niet op orde, net als {namen}"
            return f"{begin}: de visie en de randvoorwaarden ontbreken."
        case "verscherpt_toezicht" | "hertoets_niet_voldaan":
            return f"{regel.kop}."
        case _:
            return f"{regel.kop}. {regel.toelichting}"


def _afgewaardeerd(voorstel: Voorstel, format_: Format) -> tuple[Punt, ...]:
    return tuple(
        Punt(
            f"{format_.topic(a.nr).kort} telt als niet op orde",
            f"{hoofdletter(zinnen.AFWAARDERING[a.reden.value])}.",
            (a.nr,),
        )
        for a in voorstel.afgewaardeerd
    )


def _afgewaardeerd_kort(voorstel: Voorstel, format_: Format) -> str:
    """One sentence for each reason, with its topics."""
    teksten = []
    for reden in Afwaardeerreden:
        nrs = tuple(a.nr for a in voorstel.afgewaardeerd if a.reden is reden)
        if len(nrs) == 1:
            teksten.append(zinnen.afwaardering(_zin(nrs[0], format_), reden.value))
        elif nrs:
            teksten.append(
                f"{hoofdletter(getalwoord(len(nrs)))} topics tellen als niet op orde ({_rij(nrs, format_)}): "
                f"{zinnen.AFWAARDERING[reden.value]}."
            )
    return " ".join(teksten)


def _met_afspraken(voorstel: Voorstel) -> str:
    if voorstel.met_afspraken is None:
        return ""
    if voorstel.met_afspraken == voorstel.beste:
        return "Een goede afspraak hierover verandert de uitkomst nu niet."
    return f"Met een goede afspraak hierover zou de uitkomst categorie {voorstel.met_afspraken} zijn."


def _voorstelzin(voorstel: Voorstel) -> str:
    if voorstel.voorstel is None:
        return "Er is nog geen voorstel."
    return f"Het voorstel is categorie {voorstel.voorstel}: {CATEGORIENAMEN[voorstel.voorstel]}."


def _variantzin(voorstel: Voorstel) -> str:
    if len(voorstel.varianten) == 2:
        return "Het gaat om beide kanten: potentieel kwetsbaar, en binnen afzienbare tijd op orde."
    if voorstel.varianten == (Variant.KWETSBAAR,):
        return "Het gaat om: op orde, maar potentieel kwetsbaar."
    return "Het gaat om: binnen afzienbare tijd op orde." if voorstel.varianten else ""


def _topics(nrs: tuple[int, ...], soort: str = "topic") -> str:
    """Topics by number, or only how many when they are more than four: "topic 16", "de topics 6 en 16"."""
    if len(nrs) > 4:
        return f"{getalwoord(len(nrs))} {soort}s"
    nummers = opsomming([str(nr) for nr in nrs])
    return f"{soort} {nummers}" if len(nrs) == 1 else f"de {soort}s {nummers}"


def _tegenvallers(nrs: tuple[int, ...]) -> str:
    """The condition "topic 16 tegenvalt", "de zeven open topics tegenvallen"."""
    wat = f"de {getalwoord(len(nrs))} open topics" if len(nrs) > 4 else _topics(nrs)
    return f"{wat} {'tegenvalt' if len(nrs) == 1 else 'tegenvallen'}"


def _mag_worden(voorstel: Voorstel) -> str:
    return opsomming([str(c) for c in range(voorstel.beste, voorstel.slechtste + 1)], "of")


def _status(voorstel: Voorstel) -> str:
    """One sentence on how sure it is."""
    nrs = voorstel.openstaand
    if voorstel.status is VoorstelStatus.OPEN:
        kern = tuple(nr for nr in nrs if nr in KERN_NRS)
        nog = f"{zinnen.zijn(len(kern))} nog niet besproken"
        return f"Nog open: het kan categorie {_mag_worden(voorstel)} worden, want {_topics(kern, 'kerntopic')} {nog}."
    if voorstel.status is VoorstelStatus.VOORLOPIG:
        return f"Voorlopig: het kan nog categorie {voorstel.slechtste} worden als {_tegenvallers(nrs)}."
    if not nrs:
        return "Zeker: alle topics zijn besproken."
    return f"Zeker: ook als {_tegenvallers(nrs)}, blijft het voorstel {voorstel.beste}."


def _open(voorstel: Voorstel) -> str:
    """Which topics are open, and what that means; empty when none is."""
    nrs, beslissend = voorstel.openstaand, voorstel.beslissend
    if not nrs:
        return ""
    if len(nrs) == len(OORDEEL_NRS):
        begin = "Er is nog geen enkel topic besproken"
    else:
        begin = f"{hoofdletter(zinnen.de_topics(nrs))} {zinnen.zijn(len(nrs))} nog niet besproken"
    if not beslissend:
        return f"{begin}; dat verandert het voorstel niet."
    if beslissend == nrs:
        return f"{begin}; dat kan de uitkomst nog veranderen."
    beslist = "beslist" if len(beslissend) == 1 else "beslissen"
    return f"{begin}. Als eerste {beslist} {zinnen.de_topics(beslissend)}."


def _gunstigst(voorstel: Voorstel) -> str:
    if voorstel.status is not VoorstelStatus.OPEN or len(voorstel.openstaand) == len(OORDEEL_NRS):
        return ""
    return f"Op grond van wat is besproken, is categorie {voorstel.beste} de gunstigste uitkomst."


def _vastgehouden(voorstel: Voorstel) -> str:
    """Why there is no step up, when a rule on the hertoets holds it."""
    if voorstel.beste == 1 or voorstel.stap_omhoog:
        return ""
    return f"Zolang de uitkomst van de hertoets zo blijft, kan het niet beter worden dan categorie {voorstel.beste}."


def _zonder_regels(scan: Risicoscan, voorstel: Voorstel) -> str:
    """Why no rule fires; the kern topics that are judged are then all op orde."""
    if len(voorstel.openstaand) == len(OORDEEL_NRS):
        return "Er is nog niets beoordeeld waarop een voorstel kan rusten."
    open_kern = KERN_NRS.intersection(voorstel.openstaand)
    if len(open_kern) == len(KERN_NRS):
        kern = "Er is nog geen kerntopic besproken"
    else:
        kern = "De besproken kerntopics zijn op orde" if open_kern else "Alle kerntopics zijn op orde"
    zwak = (Oordeel.PRIL, Oordeel.IN_ONTWIKKELING, Oordeel.NIET_OP_ORDE)
    aantal = sum(scan.topic(nr).oordeel in zwak for nr in OORDEEL_NRS)
    if not aantal:
        return f"{kern}, en de andere topics geven geen reden voor een zwaardere categorie."
    te_weinig = "dat is te weinig voor een zwaardere categorie"
    return f"{kern}. Van de andere {zinnen.zijn(aantal)} er {getalwoord(aantal)} nog niet stevig; {te_weinig}."
