"""Each rule fires at its threshold and not just below it, exactly as it was agreed on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.naslag import PEILDATUM, scan_van
from vtscan_desktop.domain.beslisregels import REGELS
from vtscan_desktop.domain.risicoscan import Actie, ActieStatus, Hertoetsuitkomst, Oordeel
from vtscan_desktop.domain.voorstel import (
    Afwaardeerreden,
    Variant,
    VoorstelStatus,
    effectieve_oordelen,
    plus_maanden,
    propose_categorie,
)

ALLES_OP_ORDE = "ooooooooooooooooo"


def met(**oordelen: str) -> str:
    """All op orde, but for `t4="n"` and so on."""
    letters = list(ALLES_OP_ORDE)
    for naam, letter in oordelen.items():
        letters[int(naam[1:]) - 1] = letter
    return "".join(letters)


def vuurt(oordelen: str, hertoets: Hertoetsuitkomst = Hertoetsuitkomst.NIET_GEHOUDEN) -> dict[str, tuple[int, ...]]:
    return {regel.id: regel.topics for regel in propose_categorie(scan_van(oordelen, hertoets)).regels}


def test_alles_op_orde_laat_geen_regel_vuren() -> None:
    assert vuurt(ALLES_OP_ORDE) == {}
    assert propose_categorie(scan_van(ALLES_OP_ORDE)).voorstel == 1


@pytest.mark.parametrize(
    ("uitkomst", "regel", "voorstel"),
    [
        (Hertoetsuitkomst.VERSCHERPT_TOEZICHT, "verscherpt_toezicht", 3),
        (Hertoetsuitkomst.NIET_VOLDAAN, "hertoets_niet_voldaan", 2),
    ],
)
def test_de_hertoets_bepaalt_een_minimum(uitkomst: Hertoetsuitkomst, regel: str, voorstel: int) -> None:
    assert vuurt(ALLES_OP_ORDE, uitkomst) == {regel: (2,)}
    uit = propose_categorie(scan_van(ALLES_OP_ORDE, uitkomst))
    assert (uit.voorstel, uit.stap_omhoog) == (voorstel, ())


@pytest.mark.parametrize("uitkomst", [Hertoetsuitkomst.VOLDAAN, Hertoetsuitkomst.NIET_GEHOUDEN])
def test_een_voldane_of_niet_gehouden_hertoets_telt_niet(uitkomst: Hertoetsuitkomst) -> None:
    assert vuurt(ALLES_OP_ORDE, uitkomst) == {}


def test_veiligheid_alleen_is_categorie_3() -> None:
    assert vuurt(met(t4="n"))["veiligheid_niet_geborgd"] == (4,)
    assert propose_categorie(scan_van(met(t4="n"))).voorstel == 3
    assert "veiligheid_niet_geborgd" not in vuurt(met(t4="i"))


@pytest.mark.parametrize("rand", [10, 13, 14])
def test_visie_en_een_randvoorwaarde_samen_zijn_categorie_3(rand: int) -> None:
    samen = met(t9="n", **{f"t{rand}": "n"})
    assert vuurt(samen)["visie_en_randvoorwaarden"] == (9, rand)
    assert propose_categorie(scan_van(samen)).voorstel == 3


def test_visie_zonder_randvoorwaarde_is_dat_niet() -> None:
    assert "visie_en_randvoorwaarden" not in vuurt(met(t9="n", t12="n"))
    assert "visie_en_randvoorwaarden" not in vuurt(met(t10="n", t13="n"))


def test_drie_kerntopics_niet_op_orde_is_onvoldoende_voortgang_twee_niet() -> None:
    assert vuurt(met(t1="n", t3="n", t5="n"))["onvoldoende_voortgang"] == (1, 3, 5)
    assert "onvoldoende_voortgang" not in vuurt(met(t1="n", t3="n"))


def test_een_derde_telt_mee_en_wordt_niet_afgerond() -> None:
    vijf = met(t2="n", t6="n", t7="n", t8="n", t10="n")
    assert "onvoldoende_voortgang" not in vuurt(vijf)  # 5 of 17: 15 < 17
    assert "onvoldoende_voortgang" not in vuurt(vijf[:16] + "-")  # 5 of 16: 15 < 16
    assert vuurt(vijf[:15] + "--")["onvoldoende_voortgang"] == (2, 6, 7, 8, 10)  # 5 of 15: exactly a third
    assert vuurt(vijf[:10] + "n" + vijf[11:])["onvoldoende_voortgang"] == (2, 6, 7, 8, 10, 11)  # 6 of 17


def test_een_kerntopic_of_twee_topics_is_nog_niet_op_orde() -> None:
    assert vuurt(met(t1="n"))["nog_niet_op_orde"] == (1,)
    assert vuurt(met(t6="n", t7="n"))["nog_niet_op_orde"] == (6, 7)
    assert vuurt(met(t6="n")) == {}


@pytest.mark.parametrize(("letter", "regel"), [("i", "in_ontwikkeling"), ("p", "pril")])
def test_alleen_bij_kern_telt_een_topic_in_ontwikkeling_of_pril(letter: str, regel: str) -> None:
    assert vuurt(met(t1=letter, t6=letter)) == {regel: (1,)}
    assert vuurt(met(t6=letter)) == {}


def test_meer_dan_een_kwart_en_niet_precies_een_kwart() -> None:
    vier = met(t2="p", t6="p", t7="p", t8="p")
    assert vuurt(vier[:16] + "-") == {}  # 4 of 16: exactly a quarter
    assert vuurt(vier) == {}  # 4 of 17
    assert vuurt(met(t2="p", t6="p", t7="i", t8="p", t10="p")) == {"meeste_randvoorwaarden": (2, 6, 7, 8, 10)}
    assert vuurt(vier[:15] + "--") == {"meeste_randvoorwaarden": (2, 6, 7, 8)}  # 4 of 15


def test_de_regels_staan_op_id_en_noemen_hun_paragraaf() -> None:
    ids = [regel.id for regel in REGELS]
    assert ids == sorted(ids)
    assert len(set(ids)) == 9
    assert all("§" in regel.bron for regel in REGELS)
    assert all(regel.minimum in (2, 3) for regel in REGELS)


def test_een_open_topic_telt_mee_in_het_aantal_maar_voor_geen_regel() -> None:
    uit = propose_categorie(scan_van(met(t2="p", t6="p", t7="p", t8="p", t16="?", t17="?")))
    assert uit.regels == ()
    assert (uit.beste, uit.openstaand) == (1, (16, 17))


def test_status_zeker_voorlopig_en_open() -> None:
    assert propose_categorie(scan_van(met(t16="?"))).status is VoorstelStatus.ZEKER
    voorlopig = propose_categorie(scan_van(met(t6="n", t16="?")))
    assert (voorlopig.status, voorlopig.voorstel, voorlopig.slechtste) == (VoorstelStatus.VOORLOPIG, 1, 2)
    assert voorlopig.beslissend == (16,)
    nog_open = propose_categorie(scan_van(met(t3="?")))
    assert (nog_open.status, nog_open.voorstel, nog_open.beste, nog_open.slechtste) == (VoorstelStatus.OPEN, None, 1, 2)


def test_varianten_alleen_bij_voorstel_2() -> None:
    def varianten(oordelen: str) -> tuple[Variant, ...]:
        return propose_categorie(scan_van(oordelen)).varianten

    assert varianten(met(t1="p", t6="i")) == (Variant.KWETSBAAR, Variant.BINNEN_AFZIENBARE_TIJD)
    assert varianten(met(t1="i")) == (Variant.BINNEN_AFZIENBARE_TIJD,)
    assert varianten(met(t1="n", t6="p")) == (Variant.KWETSBAAR,)
    assert varianten(met(t1="n")) == ()
    assert varianten(met(t6="p")) == ()
    assert varianten(met(t4="n", t6="p")) == ()


def afspraak(termijn: date | None, wie: str = "Veilig Thuis", status: ActieStatus = ActieStatus.OPEN) -> Actie:
    return Actie("Verbeteren", wie, termijn, status)


@pytest.mark.parametrize(
    ("acties", "reden"),
    [
        ((afspraak(PEILDATUM),), None),
        ((afspraak(date(2017, 7, 11), status=ActieStatus.LOOPT),), None),
        ((), Afwaardeerreden.GEEN_AFSPRAAK),
        ((afspraak(None),), Afwaardeerreden.GEEN_AFSPRAAK),
        ((afspraak(PEILDATUM, " \t\u00a0"),), Afwaardeerreden.GEEN_AFSPRAAK),
        ((afspraak(PEILDATUM, status=ActieStatus.GEREED),), Afwaardeerreden.GEEN_AFSPRAAK),
        ((afspraak(PEILDATUM, status=ActieStatus.VERVALLEN),), Afwaardeerreden.GEEN_AFSPRAAK),
        ((afspraak(date(2016, 7, 10)),), Afwaardeerreden.TERMIJN_VERSTREKEN),
        ((afspraak(date(2018, 1, 1)), afspraak(date(2016, 1, 1))), Afwaardeerreden.TERMIJN_VERSTREKEN),
        ((afspraak(date(2017, 7, 12)),), Afwaardeerreden.TERMIJN_TE_VER),
        ((afspraak(date(2018, 1, 1)), afspraak(date(2016, 1, 1), "")), Afwaardeerreden.TERMIJN_TE_VER),
        ((afspraak(date(2016, 1, 1)), afspraak(date(2017, 1, 1))), None),
    ],
)
def test_in_ontwikkeling_houdt_alleen_met_een_concrete_afspraak(
    acties: tuple[Actie, ...], reden: Afwaardeerreden | None
) -> None:
    scan = scan_van(met(t7="i"))
    scan = scan.met_topic(replace(scan.topic(7), acties=acties))
    uit = propose_categorie(scan)
    assert [(a.nr, a.reden) for a in uit.afgewaardeerd] == ([(7, reden)] if reden else [])
    assert effectieve_oordelen(scan)[7] is (Oordeel.NIET_OP_ORDE if reden else Oordeel.IN_ONTWIKKELING)
    assert (uit.met_afspraken is None) == (reden is None)


def test_met_afspraken_zegt_wat_beste_zou_zijn() -> None:
    scan = scan_van(met(t1="i", t3="i", t5="i"))
    for nr in (1, 3, 5):
        scan = scan.met_topic(replace(scan.topic(nr), acties=()))
    uit = propose_categorie(scan)
    assert (uit.beste, uit.met_afspraken) == (3, 2)


def test_de_termijn_telt_in_kalendermaanden_met_afgekapte_dag() -> None:
    assert plus_maanden(date(2016, 2, 29), 12) == date(2017, 2, 28)
    assert plus_maanden(date(2016, 8, 31), 6) == date(2017, 2, 28)
    assert plus_maanden(date(2016, 7, 11), 6) == date(2017, 1, 11)
    assert plus_maanden(date(2100, 12, 31), 12) == date(2101, 12, 31)
    assert plus_maanden(date(9999, 12, 31), 6) == date.max
