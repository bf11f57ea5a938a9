"""What changed between two scans is said in full: nothing for the same scan, and something for whatever differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.domain.naslag import PEILDATUM, scan_van
from tests.strategieen import risicoscans
from tests.ui.volle_scan import vul
from vtscan_desktop.domain.risicoscan import (
    Actie,
    ActieStatus,
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
    Oordeel,
    ProcesRij,
    Risicoscan,
    TopicInvulling,
    Vaststelling,
    WachtlijstRij,
    Wie,
)
from vtscan_desktop.domain.scanverschil import noem_voorstel, tel_wijzigingen, vergelijk_scans
from vtscan_desktop.domain.voorstel import propose_categorie
from vtscan_desktop.hulpbronnen import laad_format, regionaam, voorbeeldscan
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

LEEG = Risicoscan("3f8f4a6e-1111-4111-8111-111111111111", "ijsselland", PEILDATUM)


def zinnen(oud: Risicoscan, nieuw: Risicoscan) -> list[str]:
    """All sentences, each after the head of its part."""
    groepen = vergelijk_scans(oud, nieuw, laad_format(), regionaam)
    return [f"{groep.kop} | {regel.zin}" for groep in groepen for regel in groep.regels]


def met(nr: int, **velden: Any) -> Risicoscan:
    return LEEG.met_topic(TopicInvulling(nr, **velden))


@given(risicoscans())
@settings(max_examples=60, deadline=None)
def test_een_scan_verschilt_niet_van_zichzelf(scan: Risicoscan) -> None:
    kopie = replace(scan, topics=tuple(replace(topic) for topic in scan.topics))
    assert vergelijk_scans(scan, kopie, laad_format(), regionaam) == ()


def _wijzig(draw: st.DrawFn, een: Any, ander: Any, *, hoogste: bool = False) -> Any:
    """`een` with one thing in it as in `ander`: one field, of one row where both have as many."""
    if isinstance(een, tuple) and isinstance(ander, tuple) and een and len(een) == len(ander):
        plaats = draw(st.sampled_from(range(len(een))))
        return (*een[:plaats], _wijzig(draw, een[plaats], ander[plaats]), *een[plaats + 1 :])
    if not is_dataclass(een) or not is_dataclass(ander) or type(een) is not type(ander):
        return ander
    anders = [v.name for v in fields(een) if v.compare and getattr(een, v.name) != getattr(ander, v.name)]
    anders = [naam for naam in anders if naam != "id"] if hoogste else anders
    if not anders:
        return een
    naam = draw(st.sampled_from(anders))
    return replace(een, **{naam: _wijzig(draw, getattr(een, naam), getattr(ander, naam))})  # type: ignore[type-var]


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_wat_er_ook_verandert_er_staat_een_zin_bij(data: st.DataObject) -> None:
    een, ander = data.draw(risicoscans()), data.draw(risicoscans())
    nieuw = data.draw(st.composite(lambda draw: _wijzig(draw, een, ander, hoogste=True))())
    assume(nieuw != een)
    gezegd = zinnen(een, nieuw)
    assert gezegd
    assert all(zin.endswith(".") for zin in gezegd)


VOL = vul(
    replace(
        lees_scanbestand(voorbeeldscan()).scan,
        format="risicoscan",
        hertoets=Hertoets(Hertoetsuitkomst.VOLDAAN, date(2016, 6, 1)),
        maatwerkacties=(
            Maatwerkactie(
                MaatwerkSoort.BUDDY, "Zoek een buddy", 3, "VNG", date(2016, 9, 1), ActieStatus.LOOPT, "Gevonden"
            ),
        ),
        vaststelling=Vaststelling(2, "Zo is het.", date(2016, 7, 20)),
    )
).met_topic(
    TopicInvulling(
        1, "a", "b", Oordeel.IN_ONTWIKKELING, "c", True, ("g1",), (Actie("d", "e", date(2016, 12, 1), kern=True),)
    )
)
"""A scan with something in every field."""


def _ander(waarde: Any) -> Any:
    """A value of the same kind that is not this one."""
    if isinstance(waarde, StrEnum):
        return next(ander for ander in type(waarde) if ander is not waarde)
    if isinstance(waarde, bool):
        return not waarde
    if isinstance(waarde, datetime | date):
        return waarde + timedelta(days=1)
    return waarde + 1 if isinstance(waarde, int | float) else f"{waarde} en meer"


def _met_een_blad_anders(ding: Any, plek: str = "") -> Iterator[tuple[str, Any]]:
    """Each value that differs in exactly one field, however deep, with the path of that field."""
    if isinstance(ding, tuple):
        for nr, deel in enumerate(ding):
            for diep, anders in _met_een_blad_anders(deel, f"{plek}[{nr}]"):
                yield diep, (*ding[:nr], anders, *ding[nr + 1 :])
    elif is_dataclass(ding) and not isinstance(ding, type):
        for veld in fields(ding):
            if veld.compare and plek + veld.name != "id" and not (veld.name == "nr" and plek.startswith("topics[")):
                for diep, anders in _met_een_blad_anders(getattr(ding, veld.name), f"{plek}.{veld.name}".lstrip(".")):
                    yield diep, replace(ding, **{veld.name: anders})
    elif ding is not None:
        yield plek, _ander(ding)


ENKELE = dict(_met_een_blad_anders(VOL))
"""For each field that can differ: the scan in which only that one does."""


def test_de_proefscan_heeft_elk_veld_van_elk_soort_rij() -> None:
    namen = {re.sub(r"\[\d+\]", "[]", plek) for plek in ENKELE}
    assert {"regio", "topics[].later", "topics[].acties[].kern", "zienswijzen[].per_topic[].antwoord"} <= namen
    assert {"gesprekken[].met[].naam", "kerndata.formatie[].tijdelijk", "kerndata.primair_proces[].tot"} <= namen
    assert {"maatwerkacties[].uitkomst", "vaststelling.motivering", "hertoets.datum", "topics[].bronnen[]"} <= namen


@pytest.mark.parametrize("plek", sorted(ENKELE))
def test_elk_enkel_veld_dat_anders_is_staat_er(plek: str) -> None:
    assert zinnen(VOL, ENKELE[plek]), plek


def test_een_ander_oordeel_staat_er_in_woorden_met_wat_het_voorstel_ervan_werd() -> None:
    afspraak = (Actie("Wegwerken", "Veilig Thuis", date(2016, 12, 1)),)
    was = met(3, oordeel=Oordeel.IN_ONTWIKKELING, acties=afspraak)
    assert zinnen(was, met(3, oordeel=Oordeel.PRIL, acties=afspraak)) == [
        "3 Wachtlijsten | Het oordeel was in ontwikkeling, is nu pril."
    ]
    gezegd = zinnen(LEEG, met(4, oordeel=Oordeel.NIET_OP_ORDE))
    assert gezegd[0].startswith("Categorie | Het voorstel van het programma was nog open (categorie 1 tot en met 3), ")
    assert gezegd[1:] == ["4 Zicht op veiligheid | Het oordeel was niet besproken, is nu niet op orde."]


def test_een_voorstel_dat_nog_kan_veranderen_heet_voorlopig() -> None:
    voorlopig = scan_van("onooooo?oo?oooo?o")
    assert noem_voorstel(propose_categorie(voorlopig)) == "categorie 1, voorlopig"
    assert noem_voorstel(propose_categorie(scan_van("onooooooooooooooo"))) == "categorie 1"
    assert "categorie 1, voorlopig" in zinnen(voorlopig, scan_van("n" * 17))[0]


def test_een_topic_dat_anders_telt_door_een_afspraak_zegt_dat() -> None:
    zonder = met(3, oordeel=Oordeel.IN_ONTWIKKELING)
    afspraak = Actie("Wegwerken", "Veilig Thuis", date(2016, 12, 1))
    assert zinnen(zonder, met(3, oordeel=Oordeel.IN_ONTWIKKELING, acties=(afspraak,))) == [
        "3 Wachtlijsten | Het topic telde als niet op orde, en telt nu als in ontwikkeling.",
        "3 Wachtlijsten | Actie “Wegwerken” is toegevoegd: verantwoordelijke “Veilig Thuis”, termijn 1 december 2016, "
        "stand open.",
    ]


def test_van_een_lange_tekst_staat_er_hoeveel_woorden_met_beide_teksten_erbij() -> None:
    was, wordt = "De wachtlijst groeit elke week.", "De wachtlijst krimpt nu elke week."
    (groep,) = vergelijk_scans(met(3, toelichting=was), met(3, toelichting=wordt), laad_format())
    (regel,) = groep.regels
    assert regel.zin == "Feitelijke situatie: 1 woord verdwenen en 2 woorden bijgekomen."
    assert (regel.was, regel.wordt) == (was, wordt)
    assert zinnen(LEEG, met(3, toelichting=was)) == ["3 Wachtlijsten | Feitelijke situatie is ingevuld (5 woorden)."]
    assert zinnen(met(3, toelichting=was), LEEG) == [
        "3 Wachtlijsten | Feitelijke situatie is leeggemaakt (was 5 woorden)."
    ]


def test_een_actie_wordt_herkend_ook_als_er_een_voor_komt_of_de_tekst_anders_wordt() -> None:
    een = Actie("Wachtlijst wegwerken", "Veilig Thuis", date(2016, 12, 1), ActieStatus.LOOPT)
    twee = Actie("Triage versnellen", "GGD", date(2017, 1, 1))
    nieuw = Actie("Gemeenten spreken", "Wethouder")
    later = replace(een, termijn=date(2017, 3, 1))
    assert zinnen(met(3, acties=(een, twee)), met(3, acties=(nieuw, twee, later))) == [
        "3 Wachtlijsten | Actie “Gemeenten spreken” is toegevoegd: verantwoordelijke “Wethouder”, stand open.",
        "3 Wachtlijsten | Actie “Wachtlijst wegwerken”: termijn was 1 december 2016, is nu 1 maart 2017.",
        "3 Wachtlijsten | De acties staan in een andere volgorde.",
    ]
    anders = replace(een, omschrijving="Wachtlijst helemaal wegwerken")
    assert zinnen(met(3, acties=(een,)), met(3, acties=(anders,))) == [
        "3 Wachtlijsten | Actie “Wachtlijst helemaal wegwerken”: omschrijving: 1 woord bijgekomen."
    ]


def test_een_rij_die_op_niets_lijkt_is_weg_en_een_andere_is_nieuw() -> None:
    was = replace(LEEG, kerndata=Kerndata(wachtlijst=(WachtlijstRij(date(2016, 1, 1), 30, "onderzoeken"),)))
    wordt = replace(LEEG, kerndata=Kerndata(wachtlijst=(WachtlijstRij(date(2016, 6, 1), 12, "triage"),)))
    assert zinnen(was, wordt) == [
        "3 Wachtlijsten | Wachtlijst op 1 juni 2016 is toegevoegd: aantal 12, wat er wacht “triage”.",
        "3 Wachtlijsten | Wachtlijst op 1 januari 2016 is verwijderd: aantal 30, wat er wacht “onderzoeken”.",
    ]


def test_van_een_nieuwe_rij_staat_elk_getal_er_ook_als_het_toevallig_in_haar_naam_voorkomt() -> None:
    wordt = replace(
        LEEG,
        kerndata=Kerndata(
            formatie=(FormatieRij(date(2016, 4, 1), FormatieFunctie.VERTROUWENSARTS, 1, 0.2),),
            wachtlijst=(WachtlijstRij(date(2016, 4, 1), 20),),
            primair_proces=(ProcesRij(date(2016, 1, 1), date(2016, 3, 31), 16, 340, 20),),
        ),
    ).met_topic(TopicInvulling(3, acties=(Actie("Maak het jaarplan open", "Veilig Thuis", kern=True),)))
    assert zinnen(LEEG, wordt) == [
        "3 Wachtlijsten | Wachtlijst op 1 april 2016 is toegevoegd: aantal 20.",
        "3 Wachtlijsten | Actie “Maak het jaarplan open” is toegevoegd: verantwoordelijke “Veilig Thuis”, stand open, "
        "op de eerste pagina ja.",
        "19 Primair proces | Periode januari t/m maart 2016 is toegevoegd: begin 1 januari 2016, einde 31 maart 2016, "
        "meldingen 16, adviesvragen 340, onderzoeken 20.",
        "20 Formatie | Formatie vertrouwensarts op 1 april 2016 is toegevoegd: vast (fte) 1, tijdelijk (fte) 0,2.",
    ]


def test_een_notitie_noemt_haar_gesprek_ook_als_er_twee_op_een_dag_waren() -> None:
    dagen = {"g1": date(2016, 5, 2), "g2": date(2016, 5, 2), "g3": date(2016, 5, 9)}
    gesprekken = tuple(Gesprek(id_, dag, GesprekSoort.INSTELLING) for id_, dag in dagen.items())
    notitie = Notitie(datetime(2016, 5, 2, 9, tzinfo=UTC), "bellen", "g3")
    was = replace(LEEG, gesprekken=gesprekken, notities=(notitie,))
    assert zinnen(was, replace(was, notities=(replace(notitie, gesprek="g1"),))) == [
        "Notities | Notitie “bellen”: gesprek was gesprek van 9 mei 2016, is nu gesprek van 2 mei 2016 (g1)."
    ]


def test_gesprekspartners_en_bronnen_hebben_hun_naam() -> None:
    gesprek = Gesprek("g1", date(2016, 5, 2), GesprekSoort.INSTELLING, (Wie("Manager", "Veilig Thuis"),))
    was = replace(LEEG, gesprekken=(gesprek,))
    met_ander = replace(gesprek, met=(*gesprek.met, Wie("Bestuurder", "GGD")))
    wordt = replace(LEEG, gesprekken=(met_ander,)).met_topic(TopicInvulling(1, bronnen=("g1",)))
    assert zinnen(was, wordt) == [
        "Gesprekken en documenten | Gesprek van 2 mei 2016: gesprekspartner Bestuurder, GGD is toegevoegd.",
        "1 Inspectierapport en verbeterplan | Bron gesprek van 2 mei 2016 is toegevoegd.",
    ]


@pytest.mark.parametrize("eerst", [True, False])
def test_een_vaststelling_die_komt_of_gaat_zegt_welke(eerst: bool) -> None:
    vast = replace(LEEG, vaststelling=Vaststelling(2, "Alles wijst daarop.", date(2016, 7, 20)))
    paar = (LEEG, vast) if eerst else (vast, LEEG)
    stand = "erbij gekomen" if eerst else "weggehaald"
    gezegd = zinnen(*paar)
    assert gezegd[0] == f"Categorie | De vaststelling is {stand}: categorie 2, op 20 juli 2016."
    assert len(gezegd) == 2


def test_het_aantal_wijzigingen_is_dat_van_de_zinnen() -> None:
    wordt = replace(LEEG, titel="Nieuw", in_kaart=InKaart(wensen="Eén vast gezicht"))
    groepen = vergelijk_scans(LEEG, wordt, laad_format())
    assert tel_wijzigingen(groepen) == 2
    assert [groep.kop for groep in groepen] == ["Gegevens", "In kaart gebracht"]
