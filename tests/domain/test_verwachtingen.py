"""Beside a topic stand the verwachtingen of stap 1 that bear on it, with how the regio did."""

from __future__ import annotations

from vtscan_desktop.domain.inspectie import TOPICS_VAN_CRITERIUM, Regioscore
from vtscan_desktop.domain.risicoscan import TOPIC_NRS
from vtscan_desktop.domain.verwachtingen import oordelen_bij_topic
from vtscan_desktop.hulpbronnen import laad_inspectietabel, laad_verwachtingen

VERWACHTINGEN = laad_verwachtingen()


def ijsselland() -> Regioscore:
    score = laad_inspectietabel().van("ijsselland")
    assert score is not None
    return score


def test_er_zijn_25_verwachtingen_waarvan_24_in_de_tabel_staan() -> None:
    nummers = [verwachting.nummer for verwachting in VERWACHTINGEN]
    assert len(nummers) == 25
    assert nummers == sorted(nummers)
    assert set(nummers) - {"3.1.1"} == {code for code, _ in ijsselland().scores}
    assert len({verwachting.kort for verwachting in VERWACHTINGEN}) == 25


def test_een_verwachting_hoort_ten_minste_bij_de_topics_van_haar_criterium() -> None:
    for verwachting in VERWACHTINGEN:
        assert set(TOPICS_VAN_CRITERIUM[verwachting.nummer[:3]]) <= set(verwachting.topics) <= set(TOPIC_NRS)
        assert len(set(verwachting.topics)) == len(verwachting.topics)


def test_het_inspectierapport_en_de_hertoets_gaan_over_alle_verwachtingen() -> None:
    for nr in (1, 2):
        assert [o.nummer for o in oordelen_bij_topic(ijsselland(), nr, VERWACHTINGEN)] == [
            verwachting.nummer for verwachting in VERWACHTINGEN
        ]


def test_bij_bereikbaarheid_miste_ijsselland_alleen_de_vertrouwensarts() -> None:
    oordelen = {o.nummer: o.voldoende for o in oordelen_bij_topic(ijsselland(), 5, VERWACHTINGEN)}
    assert oordelen == {"1.1.1": True, "1.1.2": True, "1.1.3": True, "1.1.4": False, "2.2.1": True}


def test_wat_niet_beoordeeld_is_is_onbekend_en_niet_onvoldoende() -> None:
    deskundigheid = {o.nummer: o.voldoende for o in oordelen_bij_topic(ijsselland(), 6, VERWACHTINGEN)}
    assert deskundigheid["3.1.1"] is None
    assert {o.voldoende for o in oordelen_bij_topic(None, 4, VERWACHTINGEN)} == {None}


def test_over_visie_zegt_stap_1_niets() -> None:
    assert oordelen_bij_topic(ijsselland(), 9, VERWACHTINGEN) == ()
