"""The frozen values of one risicoscan, field for field those of the exchange format (version 1).

Empty text, empty tuple and absent are the same; `None` is unknown. All values are hashable and comparable,
and share structure: an edit makes a new `Risicoscan` in which all untouched parts are the same objects.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

TOPIC_NRS = tuple(range(1, 21))
OORDEEL_NRS = tuple(range(1, 18))
"""Topics that get an oordeel; 18-20 carry kerndata."""
KERN_NRS = frozenset({1, 3, 4, 5, 9, 12, 13, 14, 15})
"""The kern topics K: they apply to every Veilig Thuis (our working-out of the source, beslisregels)."""
HERTOETS_NR = 2
"""The topic that also holds the hertoets itself."""


class Oordeel(StrEnum):
    """Oordeel of a topic."""

    NIET_BESPROKEN = "niet_besproken"
    OP_ORDE = "op_orde"
    PRIL = "pril"
    IN_ONTWIKKELING = "in_ontwikkeling"
    NIET_OP_ORDE = "niet_op_orde"
    NVT = "nvt"


class Hertoetsuitkomst(StrEnum):
    """Uitkomst of the hertoets by the inspectie."""

    NIET_GEHOUDEN = "niet_gehouden"
    VOLDAAN = "voldaan"
    NIET_VOLDAAN = "niet_voldaan"
    VERSCHERPT_TOEZICHT = "verscherpt_toezicht"


class ActieStatus(StrEnum):
    """Stand of an actie or maatwerkactie."""

    OPEN = "open"
    LOOPT = "loopt"
    GEREED = "gereed"
    VERVALLEN = "vervallen"


class ScanStatus(StrEnum):
    """Stand of the scan itself."""

    CONCEPT = "concept"
    TER_BESPREKING = "ter_bespreking"
    VASTGESTELD = "vastgesteld"


class Editie(StrEnum):
    """What part of a scan a file holds: `bestuurlijk` leaves out notities, names and locations."""

    VOLLEDIG = "volledig"
    BESTUURLIJK = "bestuurlijk"


class GesprekSoort(StrEnum):
    """With whom a gesprek is held."""

    AMBTELIJK = "ambtelijk"
    INSTELLING = "instelling"
    WETHOUDER = "wethouder"
    OVERIG = "overig"


class NotitieSoort(StrEnum):
    """What a notitie is about; §1.2 wants these mapped in every gesprek."""

    NOTITIE = "notitie"
    KNELPUNT = "knelpunt"
    OORZAAK = "oorzaak"
    OPGAVE = "opgave"
    PARTNER = "partner"
    WENS = "wens"
    RISICO = "risico"
    AFSPRAAK = "afspraak"


class BudgetSoort(StrEnum):
    """Structural or temporary money."""

    STRUCTUREEL = "structureel"
    TIJDELIJK = "tijdelijk"


class FormatieFunctie(StrEnum):
    """Function a formatie row counts."""

    VT = "vt"
    VERTROUWENSARTS = "vertrouwensarts"
    GEDRAGSWETENSCHAPPER = "gedragswetenschapper"


class MaatwerkSoort(StrEnum):
    """Maatwerkactie or rung of the escalatieladder (§1.2, §1.4)."""

    ADVIESGESPREK_INSTELLING = "adviesgesprek_instelling"
    ADVIESGESPREK_WETHOUDER = "adviesgesprek_wethouder"
    VNG_AMBTELIJK = "vng_ambtelijk"
    VNG_BESTUURLIJK = "vng_bestuurlijk"
    BEWINDSPERSOON = "bewindspersoon"
    BUDDY = "buddy"


class Partij(StrEnum):
    """Who gives a zienswijze."""

    AMBTENAAR = "ambtenaar"
    INSTELLING = "instelling"
    WETHOUDER = "wethouder"


class Standpunt(StrEnum):
    """Standpunt in a zienswijze."""

    AKKOORD = "akkoord"
    AKKOORD_MET_OPMERKINGEN = "akkoord_met_opmerkingen"
    NIET_AKKOORD = "niet_akkoord"


def nieuwe_rijsleutel() -> str:
    """A key that no other row has."""
    return uuid4().hex[:16]


def _rijsleutel() -> Any:
    """What tells a row with text from all others, whatever becomes of its place and its texts.

    It stays with the row (`replace` keeps it) and in the store, for the earlier versions of its texts. It is no part
    of the value: it is neither compared nor exchanged.
    """
    return field(default_factory=nieuwe_rijsleutel, compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Wie:
    """A person by function; the name only where needed."""

    functie: str = ""
    organisatie: str = ""
    naam: str = ""
    sleutel: str = _rijsleutel()


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A gesprek on which the scan rests. `id` is unique among gesprekken and documenten of the scan."""

    id: str
    datum: date
    soort: GesprekSoort
    met: tuple[Wie, ...] = ()
    locatie: str = ""


@dataclass(frozen=True, slots=True)
class Notitie:
    """A note: `tijd` is an instant (aware), `gesprek` the id of a gesprek or None, `topic` 1-20 or None."""

    tijd: datetime
    tekst: str
    gesprek: str | None = None
    topic: int | None = None
    soort: NotitieSoort = NotitieSoort.NOTITIE
    sleutel: str = _rijsleutel()


@dataclass(frozen=True, slots=True)
class Document:
    """A document on which the scan rests."""

    id: str
    titel: str
    datum: date | None = None
    uitgever: str = ""


@dataclass(frozen=True, slots=True)
class Actie:
    """An agreement to improve: wat, wie, wanneer, stand; `kern` puts it on page one of the report."""

    omschrijving: str = ""
    verantwoordelijke: str = ""
    termijn: date | None = None
    status: ActieStatus = ActieStatus.OPEN
    kern: bool = False
    sleutel: str = _rijsleutel()


@dataclass(frozen=True, slots=True)
class TopicInvulling:
    """What one scan holds on one topic; `bronnen` are ids of gesprekken and documenten."""

    nr: int
    toelichting: str = ""
    risico: str = ""
    oordeel: Oordeel = Oordeel.NIET_BESPROKEN
    motivering: str = ""
    later: bool = False
    bronnen: tuple[str, ...] = ()
    acties: tuple[Actie, ...] = ()


@dataclass(frozen=True, slots=True)
class Hertoets:
    """The hertoets by the inspectie (topic 2)."""

    uitkomst: Hertoetsuitkomst = Hertoetsuitkomst.NIET_GEHOUDEN
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class BudgetRij:
    """Budget of one year, in euro."""

    jaar: int
    bedrag: float
    soort: BudgetSoort


@dataclass(frozen=True, slots=True)
class ProcesRij:
    """Counts from `van` up to and including `tot`; None is unknown."""

    van: date
    tot: date
    meldingen: int | None = None
    adviesvragen: int | None = None
    onderzoeken: int | None = None


@dataclass(frozen=True, slots=True)
class FormatieRij:
    """Formatie on a day, in fte; None is unknown."""

    peildatum: date
    functie: FormatieFunctie
    vast: float | None = None
    tijdelijk: float | None = None


@dataclass(frozen=True, slots=True)
class WachtlijstRij:
    """A count of what waits (`wat`) on a day."""

    datum: date
    aantal: int
    wat: str = ""
    sleutel: str = _rijsleutel()


@dataclass(frozen=True, slots=True)
class Kerndata:
    """Figures of topics 18-20 and the wachtlijst of topic 3."""

    inwoners: int | None = None
    budget: tuple[BudgetRij, ...] = ()
    primair_proces: tuple[ProcesRij, ...] = ()
    formatie: tuple[FormatieRij, ...] = ()
    wachtlijst: tuple[WachtlijstRij, ...] = ()


@dataclass(frozen=True, slots=True)
class InKaart:
    """What the gesprekken brought to light (§1.2)."""

    knelpunten: str = ""
    opgaven: str = ""
    partners: str = ""
    wensen: str = ""


@dataclass(frozen=True, slots=True)
class Maatwerkactie:
    """Maatwerkactie or rung of the escalatieladder; `aanleiding` is a topic number."""

    soort: MaatwerkSoort
    omschrijving: str = ""
    aanleiding: int | None = None
    verantwoordelijke: str = ""
    termijn: date | None = None
    status: ActieStatus = ActieStatus.OPEN
    uitkomst: str = ""
    sleutel: str = _rijsleutel()


@dataclass(frozen=True, slots=True)
class TopicZienswijze:
    """A zienswijze on one topic, with the adviser's answer."""

    nr: int
    tekst: str = ""
    antwoord: str = ""
    sleutel: str = _rijsleutel()


@dataclass(frozen=True, slots=True)
class Zienswijze:
    """Zienswijze of one partij (hoor en wederhoor); a partij can give more than one."""

    partij: Partij
    van: Wie = Wie()
    datum: date | None = None
    standpunt: Standpunt | None = None
    tekst: str = ""
    antwoord: str = ""
    per_topic: tuple[TopicZienswijze, ...] = ()
    sleutel: str = _rijsleutel()


@dataclass(frozen=True, slots=True)
class Vaststelling:
    """The adviser's own decision, beside the voorstel and never instead of it."""

    categorie: int
    motivering: str = ""
    datum: date | None = None


def _lege_topics() -> tuple[TopicInvulling, ...]:
    return tuple(TopicInvulling(nr) for nr in TOPIC_NRS)


@dataclass(frozen=True, slots=True)
class Risicoscan:
    """One scan of one regio. `topics` always holds all 20, in order; `regio` is a key of the region list."""

    id: str
    regio: str
    peildatum: date
    format: str = ""
    titel: str = ""
    voorbeeld: bool = False
    status: ScanStatus = ScanStatus.CONCEPT
    editie: Editie = Editie.VOLLEDIG
    adviseur: Wie = Wie()
    gesprekken: tuple[Gesprek, ...] = ()
    notities: tuple[Notitie, ...] = ()
    documenten: tuple[Document, ...] = ()
    topics: tuple[TopicInvulling, ...] = field(default_factory=_lege_topics)
    hertoets: Hertoets = Hertoets()
    kerndata: Kerndata = Kerndata()
    in_kaart: InKaart = InKaart()
    overall_beeld: str = ""
    vraag_aan_lezer: str = ""
    maatwerkacties: tuple[Maatwerkactie, ...] = ()
    zienswijzen: tuple[Zienswijze, ...] = ()
    vaststelling: Vaststelling | None = None

    def topic(self, nr: int) -> TopicInvulling:
        """The entry of topic `nr` (1-20)."""
        return self.topics[nr - 1]

    def met_topic(self, invulling: TopicInvulling) -> Risicoscan:
        """This scan with one topic's entry replaced."""
        i = invulling.nr - 1
        return replace(self, topics=(*self.topics[:i], invulling, *self.topics[i + 1 :]))

    def met_notitie(self, notitie: Notitie) -> Risicoscan:
        """This scan with a notitie added at the end."""
        return replace(self, notities=(*self.notities, notitie))
