"""Hypothesis strategies: any valid risicoscan, half-filled states included, and any text that a scan may hold."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import TypeVar

from hypothesis import strategies as st

from vtscan_desktop.domain.grenzen import MAX_REGEL
from vtscan_desktop.domain.risicoscan import (
    KERN_NRS,
    OORDEEL_NRS,
    TOPIC_NRS,
    Actie,
    ActieStatus,
    BudgetRij,
    BudgetSoort,
    Document,
    Editie,
    FormatieFunctie,
    FormatieRij,
    Gesprek,
    GesprekSoort,
    Hertoets,
    Hertoetsuitkomst,
    InKaart,
    Kerndata,
    Maatwerkactie,
    MaatwerkSoort,
    Notitie,
    NotitieSoort,
    Oordeel,
    Partij,
    ProcesRij,
    Risicoscan,
    ScanStatus,
    Standpunt,
    TopicInvulling,
    TopicZienswijze,
    Vaststelling,
    WachtlijstRij,
    Wie,
    Zienswijze,
)

REGIOS = ("ijsselland", "amsterdam-amstelland", "midden-brabant")
"""Some keys of the region list."""
GROOTSTE_GETAL = 10**40
"""Larger than any count, and than what a float or 64 bits can hold: the exchange format has no maximum."""

_tekens = st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t <&>\"'é€👩‍👩‍👧﷽\u200f\ufeff\u2028")


def tekst(maximum: int = 60, minimum: int = 0) -> st.SearchStrategy[str]:
    """Any text without control characters (newline and tab excepted) and surrogates."""
    return st.text(_tekens, min_size=minimum, max_size=maximum)


lange_tekst = tekst() | st.sampled_from(["", "x" * 5000, "Regel 1\n\n\tRegel 2 \n", " "])
"""A long text field; the sizes are kept modest so that many scans can be tried."""
regel = tekst(20) | st.just("é" * MAX_REGEL) | st.just("")
"""A one-line text field."""
sleutels = tekst(8, 1) | st.sampled_from(["g1", "d1", "s" * 100])
"""The id of a gesprek or document, of at most 100 characters."""
datums = st.dates(date(1900, 1, 1), date(2100, 12, 31))
"""Any date that the format takes."""
tijdstippen = st.datetimes(
    datetime(1900, 1, 1), datetime(2100, 12, 31, 23, 59, 59, 999999), timezones=st.just(UTC)
)  # fmt: skip
"""Any instant that the format takes, in UTC."""
tellingen = st.integers(0, GROOTSTE_GETAL)
"""A whole number of zero or more."""
bedragen = st.floats(0, allow_nan=False, allow_infinity=False) | st.integers(0, 10**6).map(float)
"""A number of zero or more."""
topicnrs = st.sampled_from(TOPIC_NRS)
"""The number of a topic."""


T = TypeVar("T")
S = TypeVar("S", bound=StrEnum)


def _een_van(soort: type[S]) -> st.SearchStrategy[S]:
    return st.sampled_from(list(soort))


def _lijst(elementen: st.SearchStrategy[T], maximum: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(elementen, max_size=maximum).map(tuple)


wie = st.builds(Wie, functie=regel, organisatie=regel, naam=regel)
"""Who, by function."""
acties = st.builds(
    Actie,
    omschrijving=lange_tekst,
    verantwoordelijke=regel,
    termijn=st.none() | datums,
    status=_een_van(ActieStatus),
    kern=st.booleans(),
)
"""An actie, also wholly empty."""


def _oordelen(nr: int) -> st.SearchStrategy[Oordeel]:
    if nr not in OORDEEL_NRS:
        return st.just(Oordeel.NIET_BESPROKEN)
    return st.sampled_from([o for o in Oordeel if o is not Oordeel.NVT or nr not in KERN_NRS])


def invullingen(nr: int, sleutelbos: list[str]) -> st.SearchStrategy[TopicInvulling]:
    """What a scan with these ids of gesprekken and documenten holds on topic `nr`."""
    bronnen = _lijst(st.sampled_from(sleutelbos)) if sleutelbos else st.just(())
    vol = st.builds(
        TopicInvulling,
        nr=st.just(nr),
        toelichting=lange_tekst,
        risico=lange_tekst,
        oordeel=_oordelen(nr),
        motivering=lange_tekst,
        later=st.booleans(),
        bronnen=bronnen,
        acties=_lijst(acties, 2),
    )
    return st.just(TopicInvulling(nr)) | vol


def notities(gesprekken: list[str]) -> st.SearchStrategy[Notitie]:
    """A note, loose or with one of these gesprekken."""
    return st.builds(
        Notitie,
        tijd=tijdstippen,
        tekst=lange_tekst,
        gesprek=st.none() | st.sampled_from(gesprekken) if gesprekken else st.none(),
        topic=st.none() | topicnrs,
        soort=_een_van(NotitieSoort),
    )


procesrijen = st.builds(
    lambda dagen, *aantallen: ProcesRij(min(dagen), max(dagen), *aantallen),
    st.tuples(datums, datums),
    *(st.none() | tellingen for _ in range(3)),
)
"""A row of primair proces, with unknown counts too."""
kerndata = st.builds(
    Kerndata,
    inwoners=st.none() | st.integers(1, GROOTSTE_GETAL),
    budget=_lijst(st.builds(BudgetRij, st.integers(2015, 2100), bedragen, _een_van(BudgetSoort))),
    primair_proces=_lijst(procesrijen),
    formatie=_lijst(
        st.builds(FormatieRij, datums, _een_van(FormatieFunctie), st.none() | bedragen, st.none() | bedragen)
    ),
    wachtlijst=_lijst(st.builds(WachtlijstRij, datums, tellingen, regel)),
)
"""The figures of topics 18-20 and the wachtlijst."""
maatwerkacties = st.builds(
    Maatwerkactie,
    soort=_een_van(MaatwerkSoort),
    omschrijving=lange_tekst,
    aanleiding=st.none() | topicnrs,
    verantwoordelijke=regel,
    termijn=st.none() | datums,
    status=_een_van(ActieStatus),
    uitkomst=lange_tekst,
)
"""A maatwerkactie."""
zienswijzen = st.builds(
    Zienswijze,
    partij=_een_van(Partij),
    van=wie,
    datum=st.none() | datums,
    standpunt=st.none() | _een_van(Standpunt),
    tekst=lange_tekst,
    antwoord=lange_tekst,
    per_topic=_lijst(st.builds(TopicZienswijze, topicnrs, lange_tekst, lange_tekst), 2),
)
"""A zienswijze."""


@st.composite
def risicoscans(draw: st.DrawFn) -> Risicoscan:
    """Any valid risicoscan, from empty to full."""
    ids = draw(st.lists(sleutels, max_size=4, unique=True))
    grens = draw(st.integers(0, len(ids)))
    gesprek_ids, document_ids = ids[:grens], ids[grens:]
    gesprekken = tuple(
        Gesprek(sleutel, draw(datums), draw(_een_van(GesprekSoort)), draw(_lijst(wie, 2)), draw(regel))
        for sleutel in gesprek_ids
    )
    documenten = tuple(
        Document(sleutel, draw(regel), draw(st.none() | datums), draw(regel)) for sleutel in document_ids
    )
    gevuld = draw(st.sets(topicnrs, max_size=5))
    topics = tuple(draw(invullingen(nr, ids)) if nr in gevuld else TopicInvulling(nr) for nr in TOPIC_NRS)
    return Risicoscan(
        id=str(draw(st.uuids())),
        regio=draw(st.sampled_from(REGIOS)),
        peildatum=draw(datums),
        format=draw(regel),
        titel=draw(regel),
        voorbeeld=draw(st.booleans()),
        status=draw(_een_van(ScanStatus)),
        editie=draw(_een_van(Editie)),
        adviseur=draw(wie),
        gesprekken=gesprekken,
        notities=draw(_lijst(notities(gesprek_ids))),
        documenten=documenten,
        topics=topics,
        hertoets=draw(st.builds(Hertoets, _een_van(Hertoetsuitkomst), st.none() | datums)),
        kerndata=draw(st.just(Kerndata()) | kerndata),
        in_kaart=draw(st.builds(InKaart, lange_tekst, lange_tekst, lange_tekst, lange_tekst)),
        overall_beeld=draw(lange_tekst),
        vraag_aan_lezer=draw(lange_tekst),
        maatwerkacties=draw(_lijst(maatwerkacties, 2)),
        zienswijzen=draw(_lijst(zienswijzen, 2)),
        vaststelling=draw(
            st.none() | st.builds(Vaststelling, st.sampled_from([1, 2, 3]), lange_tekst, st.none() | datums)
        ),
    )
