"""What is done with notes, and undone again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategieen import risicoscans
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.grenzen import MAX_TEKST
from vtscan_desktop.domain.risicoscan import Actie, Gesprek, GesprekSoort, Notitie, NotitieSoort, Risicoscan, Wie
from vtscan_desktop.services.notities import (
    IN_KAART,
    Doel,
    Notitiefilter,
    gesprekspartners,
    kies_notities,
    maak_ongedaan,
    neem_over,
    nieuw_gesprek,
    vervang,
    verwijder,
    voorgesteld_gesprek,
    vul_aan,
)

NU = datetime(2016, 7, 11, 14, 2, tzinfo=UTC)
VANDAAG = date(2016, 7, 11)
LEEG = Risicoscan("s1", "ijsselland", VANDAAG)


def met_notities(*teksten: str, **velden: object) -> Risicoscan:
    gesprek = Gesprek("g1", date(2016, 5, 12), GesprekSoort.INSTELLING)
    rij = tuple(Notitie(NU, tekst, "g1", 3, **velden) for tekst in teksten)  # type: ignore[arg-type]
    return replace(LEEG, gesprekken=(gesprek,), notities=rij)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_wat_met_een_notitie_gebeurt_kan_stap_voor_stap_ongedaan(data: st.DataObject) -> None:
    scan = begin = data.draw(risicoscans().filter(lambda s: s.notities))
    stappen = []
    for _ in range(data.draw(st.integers(1, 6))):
        if not scan.notities:
            break
        notitie = data.draw(st.sampled_from(scan.notities))
        doelen = list(Doel) if notitie.topic else [Doel.IN_KAART]
        doel = data.draw(st.sampled_from(doelen))
        veld = data.draw(st.sampled_from(list(IN_KAART))) if doel is Doel.IN_KAART else ""
        doe = data.draw(st.sampled_from(["tekst", "topic", "gesprek", "soort", "weg", "over"]))
        if doe == "weg":
            scan, stap = verwijder(scan, notitie, "")
        elif doe == "over":
            scan, stap = neem_over(scan, notitie, doel, "", veld)
        else:
            nieuw = {"tekst": "anders", "topic": 7, "gesprek": None, "soort": NotitieSoort.WENS}[doe]
            scan, stap = vervang(scan, notitie, "", **{doe: nieuw})
        stappen.append(stap)
    for stap in reversed(stappen):
        terug = maak_ongedaan(scan, stap)
        assert terug is not None
        scan = terug
    assert scan == begin


@pytest.mark.parametrize(("doel", "veld"), [(Doel.TOELICHTING, "toelichting"), (Doel.RISICO, "risico")], ids=str)
def test_een_overgenomen_notitie_staat_onder_de_tekst_met_het_gesprek_als_bron(doel: Doel, veld: str) -> None:
    scan = met_notities("van 45 naar 33")
    topic = replace(scan.topic(3), toelichting="Er stond al wat.", risico="Er stond al wat.", bronnen=("d1",))
    scan = scan.met_topic(topic)
    na, _ = neem_over(scan, scan.notities[0], doel, "")
    assert getattr(na.topic(3), veld) == "Er stond al wat.\nvan 45 naar 33"
    assert na.topic(3).bronnen == ("d1", "g1")
    assert na.notities == scan.notities


def test_een_notitie_als_actie_houdt_haar_tekst_en_haar_bron() -> None:
    scan = met_notities("triage versnellen")
    na, _ = neem_over(scan, scan.notities[0], Doel.ACTIE, "")
    assert na.topic(3).acties == (Actie("triage versnellen"),)
    assert na.topic(3).bronnen == ("g1",)


def test_ongedaan_maken_laat_staan_wat_daarna_is_getypt() -> None:
    scan = met_notities("gehoord")
    na, stap = neem_over(scan, scan.notities[0], Doel.TOELICHTING, "")
    verder = na.met_topic(replace(na.topic(3), toelichting="Vooraf.\ngehoord\nDaarna."))
    terug = maak_ongedaan(verder, stap)
    assert terug is not None
    assert terug.topic(3).toelichting == "Vooraf.\nDaarna."
    anders = na.met_topic(replace(na.topic(3), toelichting="gehoord en herschreven"))
    assert maak_ongedaan(anders, stap) is None


def test_een_tekst_die_te_lang_zou_worden_wordt_niet_aangeraakt() -> None:
    scan = met_notities("x" * 10)
    scan = scan.met_topic(replace(scan.topic(3), toelichting="y" * (MAX_TEKST - 5)))
    with pytest.raises(InvoerFout, match="te lang"):
        neem_over(scan, scan.notities[0], Doel.TOELICHTING, "")


def test_in_kaart_verzamelt_precies_de_soorten_die_erbij_horen() -> None:
    per_veld = {veld: {str(soort) for soort in soorten} for veld, soorten in IN_KAART.items()}
    assert per_veld == {
        "knelpunten": {"knelpunt", "oorzaak"},
        "opgaven": {"opgave"},
        "partners": {"partner"},
        "wensen": {"wens"},
    }


def test_notities_staan_op_tijd_en_gesprekken_worden_nooit_gemengd() -> None:
    rij = (
        Notitie(NU, "later", "g1", 3),
        Notitie(NU - timedelta(hours=1), "eerder", "g1", 4),
        Notitie(NU, "ander gesprek", "g2", 3),
        Notitie(NU, "los", None, 3),
    )
    scan = replace(LEEG, notities=rij)
    assert [n.tekst for n in kies_notities(scan, Notitiefilter(gesprek="g1"))] == ["eerder", "later"]
    assert [n.tekst for n in kies_notities(scan, Notitiefilter(los=True))] == ["los"]
    assert [n.tekst for n in kies_notities(scan, Notitiefilter(topic=3))] == ["later", "ander gesprek", "los"]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_aanvullen_geeft_hetzelfde_als_opnieuw_kiezen(data: st.DataObject) -> None:
    notitie = st.builds(
        Notitie,
        st.integers(0, 5).map(lambda uur: NU + timedelta(hours=uur)),
        st.just("x"),
        st.sampled_from([None, "g1"]),
        st.sampled_from([None, 3]),
    )
    oud = tuple(data.draw(st.lists(notitie, max_size=6)))
    nieuw = tuple(data.draw(st.lists(notitie, max_size=4)))
    begin = oud if data.draw(st.booleans()) else oud[1:]
    filter_ = data.draw(st.sampled_from([Notitiefilter(topic=3), Notitiefilter(gesprek="g1"), Notitiefilter(los=True)]))
    gekozen = kies_notities(replace(LEEG, notities=oud), filter_)
    scan = replace(LEEG, notities=begin + nieuw)
    assert vul_aan(gekozen, oud, scan, filter_) == kies_notities(scan, filter_)


def test_het_gesprek_dat_vandaag_klaarstaat_gaat_voor_anders_de_soort_die_nog_niet_was() -> None:
    assert voorgesteld_gesprek(LEEG, VANDAAG) is GesprekSoort.AMBTELIJK
    scan, eerste = nieuw_gesprek(LEEG, GesprekSoort.AMBTELIJK, VANDAAG)
    assert voorgesteld_gesprek(scan, VANDAAG) == eerste
    scan = scan.met_notitie(Notitie(NU, "gehoord", eerste.id))
    assert voorgesteld_gesprek(scan, VANDAAG) is GesprekSoort.INSTELLING


def test_met_wie_gesproken_is_staat_er_met_functie_en_zonder_naam() -> None:
    gesprek = Gesprek(
        "g1",
        VANDAAG,
        GesprekSoort.INSTELLING,
        (Wie("manager", "Veilig Thuis IJsselland", "Jansen"), Wie("wijkagent"), Wie("", "GGD"), Wie("", "", "Piet")),
    )
    assert gesprekspartners(gesprek) == "manager (Veilig Thuis IJsselland), wijkagent, GGD"
