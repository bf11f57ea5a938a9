"""Who still has to be asked what, and the agenda for the next gesprek."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategieen import risicoscans
from vtscan_desktop.domain.agenda import (
    SOORTEN,
    Agenda,
    Vinkjes,
    bepaal_gespreksstand,
    is_open,
    maak_agenda,
    schrijf_agenda,
    schrijf_gespreksstand,
)
from vtscan_desktop.domain.risicoscan import (
    OORDEEL_NRS,
    TOPIC_NRS,
    BudgetRij,
    BudgetSoort,
    Gesprek,
    GesprekSoort,
    Kerndata,
    Notitie,
    Oordeel,
    Risicoscan,
    TopicInvulling,
)
from vtscan_desktop.hulpbronnen import laad_format

FORMAT = laad_format()
LEIDRAAD = laad_format().leidraad
INSTELLING = GesprekSoort.INSTELLING
WETHOUDER = GesprekSoort.WETHOUDER
OCHTEND = Gesprek("ochtend", date(2016, 7, 11), GesprekSoort.AMBTELIJK)
MIDDAG = Gesprek("middag", date(2016, 7, 11), INSTELLING)


def scan(*notities: tuple[int | None, str | None]) -> Risicoscan:
    """A scan with a gesprek in the morning and one in the afternoon, and notes (topic, gesprek)."""
    tijd = datetime(2016, 7, 11, 9, tzinfo=UTC)
    return Risicoscan(
        "s",
        "ijsselland",
        date(2016, 7, 11),
        gesprekken=(OCHTEND, MIDDAG),
        notities=tuple(Notitie(tijd, "tekst", gesprek, topic) for topic, gesprek in notities),
    )


def agenda(van: Risicoscan, soort: GesprekSoort = INSTELLING, vinkjes: Vinkjes = frozenset()) -> Agenda:
    return maak_agenda(van, FORMAT, soort, vinkjes)


def beoordeeld(van: Risicoscan, oordeel: Oordeel = Oordeel.OP_ORDE) -> Risicoscan:
    """The same scan with every topic judged, and with a budget."""
    for nr in OORDEEL_NRS:
        van = van.met_topic(TopicInvulling(nr, oordeel=oordeel))
    return replace(van, kerndata=Kerndata(budget=(BudgetRij(2016, 1.0, BudgetSoort.STRUCTUREEL),)))


def alles_gevraagd(gesprek: str, *nrs: int) -> Vinkjes:
    return frozenset((gesprek, vraag.id) for nr in nrs for vraag in LEIDRAAD.topic(nr).vragen)


def test_een_notitie_telt_bij_de_soort_van_haar_gesprek_en_een_losse_alleen_in_het_geheel() -> None:
    stand = bepaal_gespreksstand(scan((3, "ochtend"), (4, "middag"), (5, None), (None, "middag")))
    assert set(TOPIC_NRS) - set(stand.zonder_notitie) == {3, 4, 5}
    per_soort = {deel.soort: set(TOPIC_NRS) - set(deel.zonder_notitie) for deel in stand.per_soort}
    assert per_soort == {GesprekSoort.AMBTELIJK: {3}, INSTELLING: {4}, WETHOUDER: set()}
    assert [deel.gesprekken for deel in stand.per_soort] == [1, 1, 0]


def test_een_lege_notitie_telt_niet() -> None:
    leeg = scan((3, "ochtend"))
    leeg = replace(leeg, notities=(replace(leeg.notities[0], tekst=" \n"),))
    assert 3 in bepaal_gespreksstand(leeg).zonder_notitie


def test_de_stand_zegt_in_woorden_wie_nog_niet_gesproken_is() -> None:
    tekst = schrijf_gespreksstand(
        bepaal_gespreksstand(scan(*((nr, "ochtend") for nr in TOPIC_NRS if nr not in (2, 9)))), FORMAT
    )
    assert tekst.splitlines() == [
        "Zonder notitie: 2 Hertoets inspectie en 9 Visie op de positie.",
        "De ambtelijk adviseurs (één gesprek), zonder notitie: 2 Hertoets inspectie en 9 Visie op de positie.",
        "De instelling (één gesprek), zonder notitie: alle topics.",
        "De wethouder: nog niet gesproken.",
    ]


def test_vlaggen_gaan_voor_open_open_voor_kern_en_kern_voor_de_rest() -> None:
    van = beoordeeld(scan((6, "middag")))
    van = van.met_topic(TopicInvulling(7, oordeel=Oordeel.OP_ORDE, later=True))
    van = van.met_topic(TopicInvulling(10)).met_topic(TopicInvulling(13))
    nrs = [punt.nr for punt in agenda(van).punten]
    assert nrs == [7, 13, 10, 19, 20, 1, 3, 4, 5, 9, 12, 14, 15, 2, 8, 11, 16, 17, 18, 6]


def test_wat_de_instelling_is_gevraagd_moet_de_wethouder_nog_worden_gevraagd() -> None:
    vinkjes = frozenset({("middag", LEIDRAAD.topic(3).vragen[0].id)})
    bij = {soort: next(p for p in agenda(scan(), soort, vinkjes).punten if p.nr == 3) for soort in SOORTEN}
    assert bij[INSTELLING].vragen == LEIDRAAD.topic(3).vragen[1:]
    assert bij[WETHOUDER].vragen == bij[GesprekSoort.AMBTELIJK].vragen == LEIDRAAD.topic(3).vragen


def test_een_beoordeeld_topic_valt_weg_als_alles_gevraagd_is_of_als_het_niet_van_toepassing_is() -> None:
    van = beoordeeld(scan()).met_topic(TopicInvulling(2, oordeel=Oordeel.NVT))
    nrs = {punt.nr for punt in agenda(van, vinkjes=alles_gevraagd("middag", 6, 18)).punten}
    assert nrs == set(TOPIC_NRS) - {2, 6, 18}


def test_een_open_topic_blijft_staan_ook_als_alles_gevraagd_is() -> None:
    (punt, *_) = agenda(scan(), vinkjes=alles_gevraagd("middag", *TOPIC_NRS)).punten
    assert (punt.nr, punt.vragen) == (1, ())


def test_de_agenda_is_te_printen_met_een_vakje_per_vraag_en_de_reden_erbij() -> None:
    van = beoordeeld(scan(*((nr, "middag") for nr in TOPIC_NRS)))
    van = van.met_topic(TopicInvulling(16, later=True))
    vinkjes = alles_gevraagd("middag", *(nr for nr in TOPIC_NRS if nr != 16))
    regels = schrijf_agenda(agenda(van, vinkjes=vinkjes), "IJsselland").splitlines()
    assert regels[:5] == [
        "Agenda voor het gesprek met de instelling",
        "Veilig Thuis IJsselland, peildatum 11 juli 2016",
        "",
        "16. Besluitvorming over de duurzame vorm en de aansturing van medewerkers (om op terug te komen, nog open)",
        f"   Aangevuld. {FORMAT.topic(16).aangevuld}",
    ]
    assert regels[5:11] == [f"   [ ] {vraag.tekst}" for vraag in LEIDRAAD.topic(16).vragen]
    assert "   Alle vragen van de leidraad zijn gesteld." in regels[12:]


def test_als_alles_klaar_is_zegt_de_agenda_dat() -> None:
    leeg = Agenda(INSTELLING, date(2016, 7, 11), ())
    assert schrijf_agenda(leeg, "IJsselland").endswith("\n\nAlle vragen van de leidraad zijn gesteld.\n")


soorten = st.sampled_from(list(GesprekSoort))
vraag_ids = st.sampled_from([vraag.id for topic in LEIDRAAD.topics for vraag in topic.vragen])


@st.composite
def met_vinkjes(draw: st.DrawFn) -> tuple[Risicoscan, Vinkjes]:
    van = draw(risicoscans())
    ids = st.sampled_from([gesprek.id for gesprek in van.gesprekken] + ["weg"])
    return van, draw(st.frozensets(st.tuples(ids, vraag_ids), max_size=30))


@settings(max_examples=50)
@given(met_vinkjes(), soorten)
def test_elk_open_of_gemerkt_topic_staat_een_keer_op_de_agenda(
    geval: tuple[Risicoscan, Vinkjes], soort: GesprekSoort
) -> None:
    van, vinkjes = geval
    nrs = [punt.nr for punt in agenda(van, soort, vinkjes).punten]
    assert len(nrs) == len(set(nrs))
    assert {nr for nr in TOPIC_NRS if is_open(van, nr) or van.topic(nr).later} <= set(nrs)


@settings(max_examples=50)
@given(met_vinkjes(), soorten)
def test_een_vinkje_erbij_voegt_nooit_een_vraag_toe(geval: tuple[Risicoscan, Vinkjes], soort: GesprekSoort) -> None:
    van, vinkjes = geval
    met = {vraag for punt in agenda(van, soort, vinkjes).punten for vraag in punt.vragen}
    zonder = {vraag for punt in agenda(van, soort).punten for vraag in punt.vragen}
    assert met <= zonder
    soort_van = {gesprek.id: gesprek.soort for gesprek in van.gesprekken}
    gevraagd = {vraag for gesprek, vraag in vinkjes if soort_van.get(gesprek) is soort}
    assert {vraag.id for vraag in zonder - met} == gevraagd & {vraag.id for vraag in zonder}


@settings(max_examples=50)
@given(risicoscans())
def test_zonder_notitie_in_het_geheel_is_zonder_notitie_bij_iedereen(van: Risicoscan) -> None:
    stand = bepaal_gespreksstand(van)
    for deel in stand.per_soort:
        assert set(stand.zonder_notitie) <= set(deel.zonder_notitie)
    assert schrijf_gespreksstand(stand, FORMAT).count("\n") == 4
