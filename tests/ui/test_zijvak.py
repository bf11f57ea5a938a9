"""Beside a topic: leidraad, inspectie, notes and the previous scan."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import NU, Proef
from vtscan_desktop.domain.inspectie import UITZONDERING
from vtscan_desktop.domain.risicoscan import (
    BudgetRij,
    BudgetSoort,
    FormatieFunctie,
    FormatieRij,
    Gesprek,
    GesprekSoort,
    Kerndata,
    Notitie,
    Oordeel,
    ProcesRij,
    Risicoscan,
    TopicInvulling,
)
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.scans import Gelezen, Importbeleid
from vtscan_desktop.ui.kleuren import DONKER, HOOG_CONTRAST, Palet
from vtscan_desktop.ui.naast.inspectie import InspectieBlad
from vtscan_desktop.ui.naast.leidraad import LeidraadBlad
from vtscan_desktop.ui.naast.notities import NotitiesBlad
from vtscan_desktop.ui.naast.tabblad import Tabblad
from vtscan_desktop.ui.naast.vorige import VorigeBlad
from vtscan_desktop.ui.naast.zijvak import INSPECTIE, LEIDRAAD, NOTITIES, VORIGE, Zijvak
from vtscan_desktop.ui.stappen import CATEGORIE, topicstap
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkscherm import Werkscherm

AMBTELIJK = Gesprek("a", date(2016, 5, 12), GesprekSoort.AMBTELIJK)
INSTELLING = Gesprek("b", date(2016, 5, 13), GesprekSoort.INSTELLING)


@pytest.fixture
def vak(proef: Proef) -> Zijvak:
    """The panel by itself, as it stands beside a topic of an empty scan with two gesprekken."""
    proef.begin_met(gesprekken=(AMBTELIJK, INSTELLING))
    return zet_neer(proef)


def zet_neer(proef: Proef) -> Zijvak:
    proef.venster.resize(thema().px(306), 700)
    kolom = QVBoxLayout(proef.venster)
    kolom.setContentsMargins(0, 0, 0, 0)
    vak = Zijvak(proef.werkruimte, proef.venster)
    kolom.addWidget(vak)
    proef.venster.show()
    return vak


def naar(vak: Zijvak, nr: int) -> None:
    vak.zet_topic(nr)
    QTest.qWait(1)


def leidraad(vak: Zijvak) -> LeidraadBlad:
    blad = vak.blad(LEIDRAAD)
    assert isinstance(blad, LeidraadBlad)
    return blad


def test_the_leidraad_is_laid_out_whole_before_it_is_painted(vak: Zijvak) -> None:
    for nr in range(1, 21):
        vak.zet_topic(nr)
        vak._toon_blad()  # what the timer does; nothing else is let through, as while pages are made ahead
        for regel in leidraad(vak).regels:
            if not regel.isHidden():
                assert regel.tekst.height() >= regel.tekst.heightForWidth(regel.tekst.width()), nr


def inspectie(vak: Zijvak) -> InspectieBlad:
    vak.kies(INSPECTIE)
    blad = vak.blad(INSPECTIE)
    assert isinstance(blad, InspectieBlad)
    return blad


def vorige(vak: Zijvak, qtbot: QtBot) -> VorigeBlad:
    vak.kies(VORIGE)
    blad = vak.blad(VORIGE)
    assert isinstance(blad, VorigeBlad)
    qtbot.waitUntil(lambda: blad.gevonden)
    return blad


def vragen(vak: Zijvak) -> list[str]:
    return [regel.tekst.text() for regel in leidraad(vak).regels if regel.isVisible()]


def aangevinkt(vak: Zijvak) -> list[int]:
    return [i for i, regel in enumerate(leidraad(vak).regels) if regel.isVisible() and regel.aan()]


def teksten(blad: Tabblad) -> str:
    return "\n".join(deze.text() for deze in blad.findChildren(QLabel) if deze.isVisible())


def test_elk_topic_toont_zijn_vragen_en_waar_die_vandaan_komen(vak: Zijvak) -> None:
    for deel in laad_format().leidraad.topics:
        naar(vak, deel.nr)
        assert vragen(vak) == [vraag.tekst for vraag in deel.vragen]
        zichtbaar = teksten(leidraad(vak))
        assert all(let_op.tekst in zichtbaar for let_op in deel.let_op)
        assert zichtbaar.count("Veilig Thuis – basis op orde") <= 1
        assert leidraad(vak).bronnen.text() == "\n".join(laad_format().leidraad.bronnen(deel.nr))
        assert ("Aangevuld: " + laad_format().topic(deel.nr).aangevuld in zichtbaar) == (deel.nr in (14, 15, 16, 17))


def test_een_ander_topic_begint_bovenaan_en_op_hetzelfde_blijft_staan_wat_men_las(vak: Zijvak) -> None:
    naar(vak, 3)
    balk = leidraad(vak).rol.verticalScrollBar()
    balk.setValue(balk.maximum())
    assert balk.value() > 0
    naar(vak, 3)
    assert balk.value() == balk.maximum()
    naar(vak, 4)
    assert balk.value() == 0


def test_een_vraag_geldt_als_gesteld_in_het_gesprek_dat_loopt(vak: Zijvak, proef: Proef) -> None:
    ruimte = proef.werkruimte
    naar(vak, 3)
    leidraad(vak).regels[0].vinkje.click()
    assert "Buiten een gesprek: 1 van 7 gevraagd" in leidraad(vak).stand.text()
    ruimte.zet_lopend_gesprek("a")
    assert aangevinkt(vak) == []
    leidraad(vak).regels[2].vinkje.click()
    assert "12 mei (ambtelijk): 1 van 7 gevraagd" in leidraad(vak).stand.text()
    ruimte.zet_lopend_gesprek("b")
    assert aangevinkt(vak) == []
    regel = leidraad(vak).regels[2]
    assert regel.eerder.text() == "Eerder gevraagd: 12 mei (ambtelijk)"
    assert regel.tekst.property("soort") == "gedempt"
    assert leidraad(vak).regels[0].eerder.text() == "Eerder gevraagd: buiten een gesprek"
    ruimte.zet_lopend_gesprek("a")
    assert aangevinkt(vak) == [2]
    leidraad(vak).regels[2].vinkje.click()
    assert aangevinkt(vak) == []
    assert leidraad(vak).regels[2].tekst.property("soort") == ""


def test_wat_gevraagd_is_staat_er_na_heropenen_nog(vak: Zijvak, proef: Proef) -> None:
    proef.werkruimte.zet_lopend_gesprek("b")
    naar(vak, 19)
    for i in (1, 3):
        leidraad(vak).regels[i].vinkje.click()
    leidraad(vak).regels[1].vinkje.click()
    proef.heropen()
    opnieuw = zet_neer(proef)
    naar(opnieuw, 19)
    assert aangevinkt(opnieuw) == [3]


def test_inspectie_toont_elk_oordeel_over_het_topic_in_vorm_en_woord(vak: Zijvak) -> None:
    naar(vak, 5)
    blad = inspectie(vak)
    zichtbaar = {nummer: rij.oordeel.text() for nummer, rij in blad.rijen.items() if rij.isVisible()}
    assert zichtbaar == {
        "1.1.1": "voldoende",
        "1.1.2": "voldoende",
        "1.1.3": "voldoende",
        "1.1.4": "onvoldoende",
        "2.2.1": "voldoende",
    }
    beelden = {rij.oordeel.text(): rij._beeld.pixmap().toImage() for rij in blad.rijen.values()}
    assert len(beelden) == 3
    assert beelden["voldoende"] != beelden["onvoldoende"]
    assert "4 van de 5 verwachtingen" in blad.stand.text()
    assert blad.koppen["1.1"].text() == "Criterium 1.1: matig"
    assert UITZONDERING in teksten(blad)


def test_de_uitzondering_staat_alleen_waar_criterium_1_1_staat(vak: Zijvak) -> None:
    blad = inspectie(vak)
    for nr in range(1, 21):
        naar(vak, nr)
        assert (UITZONDERING in teksten(blad)) == blad.koppen["1.1"].isVisible()


def test_inspectie_zegt_het_als_er_niets_over_een_topic_gaat(vak: Zijvak) -> None:
    naar(vak, 12)
    blad = inspectie(vak)
    assert "Geen verwachting" in blad.stand.text()
    assert not any(rij.isVisible() for rij in blad.rijen.values())
    assert "Bron" not in teksten(blad)


def test_een_verwachting_die_niet_beoordeeld_is_heet_niet_onvoldoende(vak: Zijvak) -> None:
    naar(vak, 6)
    assert inspectie(vak).rijen["3.1.1"].oordeel.text() == "niet beoordeeld"


def test_inspectie_zegt_het_als_de_regio_niet_in_de_tabel_staat(vak: Zijvak, proef: Proef) -> None:
    proef.werkruimte.wijzig_veld(regio="onbekende-regio")
    naar(vak, 5)
    blad = inspectie(vak)
    assert "geen oordelen" in blad.stand.text()
    assert {rij.oordeel.text() for rij in blad.rijen.values()} == {"niet beoordeeld"}


def test_notities_toont_wat_bij_het_topic_is_genoteerd(vak: Zijvak, proef: Proef) -> None:
    proef.werkruimte.wijzig_veld(notities=(Notitie(NU, "over drie", "a", 3), Notitie(NU, "over vier", "a", 4)))
    naar(vak, 3)
    vak.kies(NOTITIES)
    blad = vak.blad(NOTITIES)
    assert isinstance(blad, NotitiesBlad)
    assert [rij.notitie.tekst for rij in blad.lijst.rijen()] == ["over drie"]
    naar(vak, 4)
    assert [rij.notitie.tekst for rij in blad.lijst.rijen() if rij.isVisible()] == ["over vier"]


def voeg_toe(proef: Proef, peildatum: date, tekst: str) -> None:
    """A scan of the same regio, with something on topic 7 and figures on topics 18 to 20, some of them unknown."""
    topic = TopicInvulling(7, tekst, "kans op herhaling", Oordeel.IN_ONTWIKKELING)
    eerste, tweede = (date(2015, 1, 1), date(2015, 3, 31)), (date(2015, 4, 1), date(2015, 6, 30))
    cijfers = Kerndata(
        budget=(BudgetRij(2015, 1234, BudgetSoort.STRUCTUREEL),),
        primair_proces=(ProcesRij(*eerste, 1470, None, 80), ProcesRij(*tweede)),
        formatie=(FormatieRij(date(2015, 4, 1), FormatieFunctie.VERTROUWENSARTS, 0.5, None),),
    )
    scan = Risicoscan(str(uuid4()), "ijsselland", peildatum, kerndata=cijfers).met_topic(topic)
    proef.sessie.scans.importeer(Gelezen(scan, ()), Importbeleid.WEIGER)


@pytest.fixture
def met_eerdere(proef: Proef) -> None:
    voeg_toe(proef, date(2014, 3, 1), "lang geleden")
    voeg_toe(proef, date(2015, 7, 1), "vorige keer")
    voeg_toe(proef, date(2017, 1, 1), "later")


@pytest.mark.usefixtures("met_eerdere")
def test_vorige_scan_toont_toelichting_oordeel_en_risico_van_de_vorige_peildatum(vak: Zijvak, qtbot: QtBot) -> None:
    naar(vak, 7)
    blad = vorige(vak, qtbot)
    zichtbaar = teksten(blad)
    assert "Peildatum 1 juli 2015 (concept)" in zichtbaar
    assert "vorige keer" in zichtbaar
    assert "kans op herhaling" in zichtbaar
    assert blad.oordeel.text() == "In ontwikkeling"
    assert "telt als niet op orde" in blad.telling.text()
    assert blad.findChildren(QCheckBox) == []
    naar(vak, 18)
    assert "2015: €\u00a01.234 structureel" in teksten(blad)
    naar(vak, 19)
    assert "2015: 1.470 meldingen, 80 onderzoeken\n" in teksten(blad)
    assert "2015: onbekend" in teksten(blad)
    naar(vak, 20)
    assert "1 april 2015, vertrouwensarts: 0,5 fte vast" in teksten(blad)
    assert not blad.oordeel.isVisible()


@pytest.mark.usefixtures("met_eerdere")
def test_vorige_scan_volgt_de_peildatum(vak: Zijvak, proef: Proef, qtbot: QtBot) -> None:
    naar(vak, 7)
    assert "vorige keer" in teksten(vorige(vak, qtbot))
    proef.werkruimte.wijzig_veld(peildatum=date(2015, 1, 1))
    assert "lang geleden" in teksten(vorige(vak, qtbot))
    proef.werkruimte.wijzig_veld(peildatum=date(2014, 3, 1))
    assert "Er is geen eerdere scan" in teksten(vorige(vak, qtbot))


def test_vorige_scan_is_nooit_de_scan_zelf_of_die_van_een_andere_regio(vak: Zijvak, proef: Proef, qtbot: QtBot) -> None:
    proef.sessie.scans.nieuw("twente", date(2015, 1, 1))
    naar(vak, 7)
    proef.werkruimte.wijzig_veld(peildatum=date(2020, 1, 1))  # the stored scan may still have the date it had
    assert "geen eerdere scan" in teksten(vorige(vak, qtbot))


def test_het_gekozen_tabblad_blijft_bij_het_lopen_langs_topics_en_in_een_nieuw_scherm(
    vak: Zijvak, proef: Proef
) -> None:
    naar(vak, 3)
    inspectie(vak)
    for nr in (4, 18, None, 5):
        vak.zet_topic(nr)
        assert vak.isVisible() == (nr is not None)
    assert vak.blad(INSPECTIE).isVisible()
    opnieuw = Zijvak(proef.werkruimte, QWidget(proef.venster))  # as when the appearance changes
    naar(opnieuw, 5)
    assert len(opnieuw.findChildren(Tabblad)) == 1
    assert opnieuw.findChildren(InspectieBlad)


def test_alleen_wat_getoond_wordt_is_gemaakt(vak: Zijvak) -> None:
    naar(vak, 3)
    assert len(vak.findChildren(Tabblad)) == 1


def test_alt_en_een_cijfer_kiest_een_tabblad_en_gaat_er_nog_eens_gedrukt_in(vak: Zijvak, proef: Proef) -> None:
    proef.toon_venster()
    naar(vak, 3)
    druk(proef, Qt.Key.Key_2)
    assert vak.blad(INSPECTIE).isVisible()
    focus = QApplication.focusWidget()
    assert focus is None or not vak.blad(INSPECTIE).isAncestorOf(focus)
    druk(proef, Qt.Key.Key_1)
    druk(proef, Qt.Key.Key_1)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert vak.blad(LEIDRAAD).isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is leidraad(vak).regels[0].vinkje
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert aangevinkt(vak) == [0]


def druk(proef: Proef, toets: Qt.Key) -> None:
    QTest.keyClick(proef.venster, toets, Qt.KeyboardModifier.AltModifier)


def test_in_een_smal_venster_komt_het_vak_in_plaats_van_de_pagina(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(topicstap(3))
    werkscherm.resize(900, 800)
    QApplication.processEvents()
    assert not werkscherm.zijvak.isVisible()
    assert werkscherm.stapel.isVisible()
    werkscherm.notitiebalk.notities.click()
    assert werkscherm.zijvak.isVisible()
    assert not werkscherm.stapel.isVisible()
    QApplication.processEvents()
    assert werkscherm.zijvak.width() == werkscherm.notitiebalk.width()
    assert werkscherm.notitiebalk.notities.text() == "Terug naar het topic"
    werkscherm.ga_naar(CATEGORIE)
    assert werkscherm.stapel.isVisible()


def afgesneden(vak: Zijvak, plaats: int) -> list[str]:
    labels = [deze for deze in vak.blad(plaats).findChildren(QLabel) if deze.isVisible() and deze.wordWrap()]
    return [
        deze.text()[:30]
        for deze in labels
        if deze.height() + 1 < deze.heightForWidth(deze.width())
        or deze.mapTo(vak, deze.rect().topRight()).x() >= vak.width()
    ]


@pytest.mark.usefixtures("met_eerdere")
@pytest.mark.parametrize("schaal", [1.0, 1.5, 2.0])
def test_niets_in_de_tabbladen_wordt_afgesneden(schaal: float, proef: Proef, qtbot: QtBot) -> None:
    thema().zet_schaal(schaal)
    try:
        vak = zet_neer(proef)
        for plaats in (LEIDRAAD, INSPECTIE, VORIGE):
            vak.kies(plaats)
            for nr in (1, 3, 7, 14, 18):
                naar(vak, nr)
                if plaats == VORIGE:
                    vorige(vak, qtbot)
                qtbot.waitUntil(lambda plaats=plaats: afgesneden(vak, plaats) == [])  # type: ignore[misc]
        for plaats in range(4):
            knop = vak.tabs.knop(plaats)
            assert knop.width() >= knop.minimumSizeHint().width()
            assert knop.mapTo(vak, knop.rect().topRight()).x() < vak.width()
    finally:
        thema().zet_schaal(1.0)


@pytest.mark.parametrize("palet", [DONKER, HOOG_CONTRAST], ids=lambda p: p.naam)
def test_de_tabbladen_volgen_het_thema(palet: Palet, proef: Proef) -> None:
    thema().kies(palet)
    try:
        vak = zet_neer(proef)
        naar(vak, 5)
        for plaats in (LEIDRAAD, INSPECTIE, NOTITIES, VORIGE):
            vak.kies(plaats)
            beeld = vak.grab().toImage()
            assert beeld.pixelColor(beeld.width() // 2, beeld.height() - 4).name() == palet.papier
    finally:
        thema().kies(None)
