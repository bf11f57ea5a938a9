"""Between the values of the domain and rows: one `Rijsoort` per table says both ways at once.

The rijsoorten form the tree of a werkstand: the scan's own row, and below it lists of rows, in some of which
lie lists again (the acties of a topic). Reading, writing and comparing all walk this one tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table
from sqlmodel import SQLModel

from vtscan_desktop.domain.risicoscan import (
    Actie,
    BudgetRij,
    Document,
    FormatieRij,
    Gesprek,
    Hertoets,
    InKaart,
    Kerndata,
    Maatwerkactie,
    Notitie,
    Oordeel,
    ProcesRij,
    Risicoscan,
    TopicInvulling,
    TopicZienswijze,
    Vaststelling,
    WachtlijstRij,
    Wie,
    Zienswijze,
)
from vtscan_desktop.domain.steun import Steun
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.models import tabellen, tabellen_naast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def tabel_van(model: type[SQLModel]) -> Table:
    """The SQLAlchemy table of a model."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


@dataclass(frozen=True, slots=True, eq=False)
class Rijsoort:
    """One table as a list of values of the domain.

    `pad` says for each column where the value is found, from the item (a dotted path; "" is the item itself).
    `bouw` makes the item from a dict of columns and of lists of `kinderen`, by name. `sleutel` are the key columns;
    in a list the last of them is the place, counted from `eerste`, and an `enkel` soort has no place: it is one row.
    """

    tabel: Table
    sleutel: tuple[str, ...]
    pad: dict[str, str]
    bouw: Callable[[dict[str, Any]], Any]
    kinderen: tuple[Kindlijst, ...] = ()
    enkel: bool = False
    eerste: int = 0

    def kolommen(self, ding: Any) -> dict[str, Any]:
        """The columns of the row for this item, without its key."""
        return {kolom: attrgetter(pad)(ding) if pad else ding for kolom, pad in self.pad.items()}


@dataclass(frozen=True, slots=True, eq=False)
class Kindlijst:
    """A list of rows inside an item: its name for `bouw`, how to get it, and what its rows are."""

    naam: str
    haal: Callable[[Any], Sequence[Any]]
    soort: Rijsoort


def _gelijk(*namen: str) -> dict[str, str]:
    """Columns that are called as the fields they hold."""
    return {naam: naam for naam in namen}


def _rij(
    model: type[SQLModel],
    pad: dict[str, str],
    bouw: Callable[[dict[str, Any]], Any],
    *kinderen: Kindlijst,
    sleutel: tuple[str, ...] = ("scan_id", "positie"),
    enkel: bool = False,
    eerste: int = 0,
) -> Rijsoort:
    return Rijsoort(tabel_van(model), sleutel, pad, bouw, kinderen, enkel, eerste)


_WIE = _gelijk("functie", "organisatie", "naam")
_PERSOON = _WIE | _gelijk("sleutel")
_ACTIE = _gelijk("omschrijving", "verantwoordelijke", "termijn", "status", "kern", "sleutel")
_TOPIC = _gelijk("nr", "toelichting", "risico", "oordeel", "motivering", "later")
_SCAN = {
    **{
        naam: f"scan.{naam}"
        for naam in ("id", "regio", "peildatum", "format", "titel", "voorbeeld", "status", "editie")
    },
    "adviseur_functie": "scan.adviseur.functie",
    "adviseur_organisatie": "scan.adviseur.organisatie",
    "adviseur_naam": "scan.adviseur.naam",
    "hertoets_uitkomst": "scan.hertoets.uitkomst",
    "hertoets_datum": "scan.hertoets.datum",
    "inwoners": "scan.kerndata.inwoners",
}
_ONDER_TOPIC = ("scan_id", "topic", "positie")

GESPREK = _rij(
    tabellen.GesprekTabel,
    _gelijk("id", "datum", "soort", "locatie"),
    lambda d: Gesprek(**d),
    Kindlijst(
        "met",
        attrgetter("met"),
        _rij(
            tabellen.GesprekspartnerTabel,
            _PERSOON,
            lambda d: Wie(**d),
            sleutel=("scan_id", "gesprek", "positie"),
        ),
    ),
)
NOTITIE = _rij(
    tabellen.NotitieTabel, _gelijk("tijd", "gesprek", "topic", "soort", "tekst", "sleutel"), lambda d: Notitie(**d)
)
DOCUMENT = _rij(tabellen.DocumentTabel, _gelijk("id", "titel", "datum", "uitgever"), lambda d: Document(**d))
BRON = _rij(tabellen.BronTabel, {"bron": ""}, lambda d: d["bron"], sleutel=_ONDER_TOPIC)
ACTIE = _rij(tabellen.ActieTabel, _ACTIE, lambda d: Actie(**d), sleutel=_ONDER_TOPIC)
TOPIC = _rij(
    tabellen.TopicTabel,
    _TOPIC,
    lambda d: TopicInvulling(**d),
    Kindlijst("bronnen", attrgetter("bronnen"), BRON),
    Kindlijst("acties", attrgetter("acties"), ACTIE),
    sleutel=("scan_id", "nr"),
    eerste=1,
)
ZIENSWIJZE = _rij(
    tabellen.ZienswijzeTabel,
    {
        **_gelijk("partij", "datum", "standpunt", "tekst", "antwoord", "sleutel"),
        "van_functie": "van.functie",
        "van_organisatie": "van.organisatie",
        "van_naam": "van.naam",
    },
    lambda d: Zienswijze(van=_wie(d, "van"), **d),
    Kindlijst(
        "per_topic",
        attrgetter("per_topic"),
        _rij(
            tabellen.TopicZienswijzeTabel,
            _gelijk("nr", "tekst", "antwoord", "sleutel"),
            lambda d: TopicZienswijze(**d),
            sleutel=("scan_id", "zienswijze", "positie"),
        ),
    ),
)
MAATWERKACTIE = _rij(
    tabellen.MaatwerkactieTabel,
    _gelijk("soort", "omschrijving", "aanleiding", "verantwoordelijke", "termijn", "status", "uitkomst", "sleutel"),
    lambda d: Maatwerkactie(**d),
)
VASTSTELLING = _rij(
    tabellen.VaststellingTabel, _gelijk("categorie", "motivering", "datum"), lambda d: Vaststelling(**d)
)
STEUN = _rij(
    tabellen_naast.SteunTabel,
    _gelijk("categorie", "oordelen", "hertoets", "voorstel"),
    lambda d: Steun(oordelen=tuple(map(Oordeel, d.pop("oordelen"))), **d),
)
KLAD = _rij(
    tabellen.KladTabel,
    {**_gelijk("tabel", "echt", "cellen"), "rij": "positie"},
    lambda d: Kladrij(positie=d.pop("rij"), **d),
)
BUDGET = _rij(tabellen.BudgetTabel, _gelijk("jaar", "bedrag", "soort"), lambda d: BudgetRij(**d))
PRIMAIR_PROCES = _rij(
    tabellen.PrimairProcesTabel,
    _gelijk("van", "tot", "meldingen", "adviesvragen", "onderzoeken"),
    lambda d: ProcesRij(**d),
)
FORMATIE = _rij(
    tabellen.FormatieTabel, _gelijk("peildatum", "functie", "vast", "tijdelijk"), lambda d: FormatieRij(**d)
)
WACHTLIJST = _rij(tabellen.WachtlijstTabel, _gelijk("datum", "aantal", "wat", "sleutel"), lambda d: WachtlijstRij(**d))
IN_KAART = _rij(
    tabellen.InKaartTabel,
    _gelijk("knelpunten", "opgaven", "partners", "wensen"),
    lambda d: InKaart(**d),
    sleutel=("scan_id",),
    enkel=True,
)
BEELD = _rij(tabellen.BeeldTabel, _gelijk("overall_beeld", "vraag_aan_lezer"), dict, sleutel=("scan_id",), enkel=True)


def _lijst_van(naam: str, pad: str, soort: Rijsoort) -> Kindlijst:
    return Kindlijst(naam, attrgetter(pad), soort)


def _wie(kolommen: dict[str, Any], voor: str) -> Wie:
    """Take the three columns of a Wie out of the dict."""
    return Wie(**{naam: kolommen.pop(f"{voor}_{naam}") for naam in _WIE})


def _bouw_werkstand(d: dict[str, Any]) -> Werkstand:
    klad = d.pop("klad")
    (vaststelling,) = d.pop("vaststelling") or (None,)
    (steun,) = d.pop("steun") or (None,)
    (in_kaart,), (beeld,) = d.pop("in_kaart"), d.pop("beeld")
    scan = Risicoscan(
        adviseur=_wie(d, "adviseur"),
        hertoets=Hertoets(d.pop("hertoets_uitkomst"), d.pop("hertoets_datum")),
        kerndata=Kerndata(d.pop("inwoners"), *(d.pop(naam) for naam in _KERNDATA)),
        vaststelling=vaststelling,
        in_kaart=in_kaart,
        **beeld,
        **d,
    )
    return Werkstand(scan, klad, steun)


_KERNDATA = {
    "budget": BUDGET,
    "primair_proces": PRIMAIR_PROCES,
    "formatie": FORMATIE,
    "wachtlijst": WACHTLIJST,
}
SCAN = Rijsoort(
    tabel_van(tabellen.ScanTabel),
    ("id",),
    _SCAN,
    _bouw_werkstand,
    (
        _lijst_van("gesprekken", "scan.gesprekken", GESPREK),
        _lijst_van("notities", "scan.notities", NOTITIE),
        _lijst_van("documenten", "scan.documenten", DOCUMENT),
        _lijst_van("topics", "scan.topics", TOPIC),
        *(_lijst_van(naam, f"scan.kerndata.{naam}", soort) for naam, soort in _KERNDATA.items()),
        _lijst_van("maatwerkacties", "scan.maatwerkacties", MAATWERKACTIE),
        _lijst_van("zienswijzen", "scan.zienswijzen", ZIENSWIJZE),
        Kindlijst(
            "vaststelling", lambda w: () if w.scan.vaststelling is None else (w.scan.vaststelling,), VASTSTELLING
        ),
        Kindlijst("in_kaart", lambda w: (w.scan.in_kaart,), IN_KAART),
        Kindlijst("beeld", lambda w: (w.scan,), BEELD),
        _lijst_van("klad", "klad", KLAD),
        Kindlijst("steun", lambda w: () if w.steun is None else (w.steun,), STEUN),
    ),
    enkel=True,
)
"""The root of the tree: the scan's own row, made from a whole werkstand."""
