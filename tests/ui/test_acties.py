"""All acties in one table: the same as on the pages of the topics, kept while typed, late in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import Proef, toets, typ
from vtscan_desktop.domain.risicoscan import Actie, ActieStatus, ScanStatus
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.actielijst import Volgorde
from vtscan_desktop.ui.paginas.acties import ActiesPagina
from vtscan_desktop.ui.paginas.topic import TopicPagina
from vtscan_desktop.ui.stappen import ACTIES, maak_stappen, topicstap
from vtscan_desktop.ui.tabellen.actiemodel import KOLOMMEN, TE_LAAT
from vtscan_desktop.ui.tabellen.cellen import KeuzeCel, RegelCel, TekstCel
from vtscan_desktop.ui.tabellen.tabelkoppeling import ScanTabel
from vtscan_desktop.ui.versies.versievenster import Versievenster
from vtscan_desktop.ui.werkscherm import Werkscherm

LAAT = Actie("Besluit nemen", "Colleges", date(2016, 7, 10), kern=True)
VANDAAG = Actie("Plan maken", "Veilig Thuis", date(2016, 7, 11), ActieStatus.LOOPT)
KLAAR = Actie("Brief sturen", "Adviseur", date(2016, 5, 1), ActieStatus.GEREED)
ZONDER = Actie("Ooit eens", "")


@pytest.fixture
def pagina(proef: Proef) -> ActiesPagina:
    scan = proef.scan
    for nr, acties in ((3, (VANDAAG, ZONDER)), (12, (LAAT,)), (4, (KLAAR,))):
        scan = scan.met_topic(replace(scan.topic(nr), acties=acties))
    proef.werkruimte.wijzig(scan)
    return proef.toon(ActiesPagina, ACTIES, 940, 700)


def getoond(pagina: ActiesPagina) -> list[str]:
    return [pagina.model.regel(rij).actie.omschrijving for rij in range(pagina.model.rowCount())]


def bewerk(pagina: ActiesPagina, rij: int, volgorde: Volgorde) -> QWidget:
    """Begin to type in a cell by keyboard; the field that opens."""
    pagina.tabel.wijs_aan(rij, volgorde)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_F2)
    veld = pagina.tabel.indexWidget(pagina.tabel.currentIndex())
    assert isinstance(veld, TekstCel | RegelCel | KeuzeCel)
    return veld


def test_alle_acties_van_alle_topics_staan_in_een_tabel(pagina: ActiesPagina) -> None:
    assert getoond(pagina) == ["Plan maken", "Ooit eens", "Brief sturen", "Besluit nemen"]
    assert pagina.stand.text() == "Vier acties, waarvan één te laat."


def test_te_laat_staat_er_in_woorden_bij_naar_de_klok_van_vandaag(pagina: ActiesPagina) -> None:
    kolom = KOLOMMEN.index(Volgorde.TERMIJN)
    laat = [pagina.model.index(rij, kolom).data(TE_LAAT) for rij in range(4)]
    assert laat == ["", "", "", "één dag te laat"]  # not on the day itself, and not what is done
    voorgelezen = pagina.model.index(3, kolom).data(Qt.ItemDataRole.AccessibleTextRole)
    assert voorgelezen == "Wanneer: 10 jul 2016, één dag te laat"


def test_een_actie_in_de_tabel_wijzigen_toont_op_de_topicpagina_en_in_de_database(
    proef: Proef, pagina: ActiesPagina
) -> None:
    veld = bewerk(pagina, 3, Volgorde.WIE)
    typ(veld, " van Zwolle")
    assert proef.scan.topic(12).acties[0].verantwoordelijke == "Colleges van Zwolle"  # while typing
    toets(veld, Qt.Key.Key_Return, "\r")
    termijn = bewerk(pagina, 3, Volgorde.TERMIJN)
    assert isinstance(termijn, RegelCel)
    termijn.selectAll()
    termijn.clear()
    typ(termijn, "1-9-2016")
    toets(termijn, Qt.Key.Key_Return, "\r")
    verwacht = replace(LAAT, verantwoordelijke="Colleges van Zwolle", termijn=date(2016, 9, 1))
    assert pagina.model.index(3, KOLOMMEN.index(Volgorde.TERMIJN)).data() == "1 sep 2016"
    assert pagina.stand.text() == "Vier acties."
    stap = next(s for s in maak_stappen(laad_format()) if s.id == topicstap(12))
    topic = TopicPagina(stap, proef.werkruimte, proef.venster, laad_format().topic(12))
    topic.ververs()
    tabel = topic.findChild(ScanTabel, "acties/12")
    assert isinstance(tabel, ScanTabel)
    assert tabel.rij(0).cellen()[:3] == ("Besluit nemen", "Colleges van Zwolle", "1 sep 2016")
    assert proef.heropen().topic(12).acties == (verwacht,)


def test_een_wijziging_op_de_topicpagina_staat_meteen_in_de_tabel(proef: Proef, pagina: ActiesPagina) -> None:
    proef.werkruimte.wijzig_topic(4, acties=(replace(KLAAR, omschrijving="Brief is verstuurd"),))
    assert getoond(pagina)[2] == "Brief is verstuurd"


def test_een_halve_rij_blijft_bewaard_zoals_getypt_en_zegt_wat_er_mis_is(proef: Proef, pagina: ActiesPagina) -> None:
    veld = bewerk(pagina, 1, Volgorde.TERMIJN)
    typ(veld, "na de zomer")
    toets(veld, Qt.Key.Key_Return, "\r")
    assert proef.scan.topic(3).acties[1] == ZONDER
    index = pagina.model.index(1, KOLOMMEN.index(Volgorde.TERMIJN))
    assert index.data() == "na de zomer"
    assert "geen geldige datum" in index.data(Qt.ItemDataRole.ToolTipRole)
    proef.heropen()
    terug = proef.toon(ActiesPagina, ACTIES, 940, 700)
    assert terug.model.index(1, KOLOMMEN.index(Volgorde.TERMIJN)).data() == "na de zomer"


def test_escape_zet_terug_wat_er_stond(proef: Proef, pagina: ActiesPagina) -> None:
    veld = bewerk(pagina, 0, Volgorde.WAT)
    typ(veld, " en nog wat")
    assert proef.scan.topic(3).acties[0].omschrijving == "Plan maken en nog wat"
    QTest.keyClick(veld, Qt.Key.Key_Escape)
    assert proef.scan.topic(3).acties[0] == VANDAAG


@pytest.mark.parametrize("volgorde", [Volgorde.WAT, Volgorde.TERMIJN])
def test_enter_sluit_de_cel(pagina: ActiesPagina, volgorde: Volgorde) -> None:
    toets(bewerk(pagina, 0, volgorde), Qt.Key.Key_Return, "\r")
    assert pagina.tabel.state() is not pagina.tabel.State.EditingState
    assert pagina.tabel.hasFocus()


def test_wat_men_leegmaakt_verspringt_niet_onder_het_typen(proef: Proef, pagina: ActiesPagina) -> None:
    veld = bewerk(pagina, 1, Volgorde.WAT)
    assert isinstance(veld, TekstCel)
    veld.selectAll()
    QTest.keyClick(veld, Qt.Key.Key_Backspace)
    assert proef.scan.topic(3).acties == (VANDAAG,)
    assert pagina.model.rowCount() == 4
    typ(veld, "Toch maar wel")
    assert proef.scan.topic(3).acties == (VANDAAG, Actie("Toch maar wel"))


def test_een_wijziging_laat_de_rij_staan_waar_zij_staat_ook_al_past_zij_niet_meer(pagina: ActiesPagina) -> None:
    pagina.balk.stand.zet_waarde("open")
    pagina.balk.gewijzigd.emit()
    assert getoond(pagina) == ["Ooit eens", "Besluit nemen"]
    pagina.model.setData(pagina.model.index(0, KOLOMMEN.index(Volgorde.STAND)), "gereed")
    assert getoond(pagina) == ["Ooit eens", "Besluit nemen"]
    pagina.balk.gewijzigd.emit()
    assert getoond(pagina) == ["Besluit nemen"]


@pytest.mark.parametrize(
    ("volgorde", "verwacht"),
    [
        (Volgorde.TOPIC, ["Plan maken", "Ooit eens", "Brief sturen", "Besluit nemen"]),
        (Volgorde.WAT, ["Besluit nemen", "Brief sturen", "Ooit eens", "Plan maken"]),
        (Volgorde.WIE, ["Brief sturen", "Besluit nemen", "Plan maken", "Ooit eens"]),
        (Volgorde.TERMIJN, ["Brief sturen", "Besluit nemen", "Plan maken", "Ooit eens"]),
        (Volgorde.STAND, ["Ooit eens", "Besluit nemen", "Plan maken", "Brief sturen"]),
        (Volgorde.KERN, ["Besluit nemen", "Plan maken", "Ooit eens", "Brief sturen"]),
    ],
)
def test_op_elke_kolom_kan_men_sorteren(pagina: ActiesPagina, volgorde: Volgorde, verwacht: list[str]) -> None:
    pagina.balk.sortering.zet_waarde("topic")
    pagina.tabel.horizontalHeader().sectionClicked.emit(KOLOMMEN.index(volgorde))
    if volgorde is Volgorde.TOPIC:  # it was sorted by topic already: the click turned it round
        assert getoond(pagina)[0] == "Besluit nemen"
        pagina.tabel.horizontalHeader().sectionClicked.emit(0)
    assert getoond(pagina) == verwacht


def test_wat_leeg_is_komt_ook_omgekeerd_als_laatste(pagina: ActiesPagina) -> None:
    pagina.balk.sorteer(Volgorde.TERMIJN)
    pagina.balk.sorteer(Volgorde.TERMIJN)
    assert getoond(pagina) == ["Plan maken", "Besluit nemen", "Brief sturen", "Ooit eens"]


def test_filteren_op_woord_stand_topic_wie_en_te_laat(pagina: ActiesPagina) -> None:
    balk = pagina.balk
    typ(balk.tekst, "wachtlijst plan")  # the name of the topic counts
    assert getoond(pagina) == ["Plan maken"]
    assert pagina.stand.text() == "Vier acties, waarvan één te laat. Eén daarvan is hier te zien."
    pagina.alles.click()
    assert len(getoond(pagina)) == 4
    for keuze, waarde, verwacht in (
        (balk.stand, "te_doen", ["Plan maken", "Ooit eens", "Besluit nemen"]),
        (balk.topic, "1 2 3 4 5 6 7 8", ["Plan maken", "Ooit eens", "Brief sturen"]),
        (balk.topic, "12", ["Besluit nemen"]),
        (balk.wie, "Adviseur", ["Brief sturen"]),
    ):
        keuze.zet_waarde(waarde)
        assert keuze.waarde() == waarde
        balk.gewijzigd.emit()
        assert getoond(pagina) == verwacht
        balk.wis()
    balk.te_laat.click()
    assert getoond(pagina) == ["Besluit nemen"]


def test_een_actie_toevoegen_bij_een_topic_begint_meteen_te_typen(proef: Proef, pagina: ActiesPagina) -> None:
    keuze = next(a for a in pagina.menu.actions() if a.data() == 9)
    keuze.trigger()
    veld = QApplication.focusWidget()
    assert isinstance(veld, TekstCel)
    typ(veld, "Visie vaststellen")
    assert proef.heropen().topic(9).acties == (Actie("Visie vaststellen"),)


def test_verwijderen_kan_ongedaan_worden_gemaakt(proef: Proef, pagina: ActiesPagina) -> None:
    pagina.tabel.wijs_aan(0, Volgorde.WAT)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Delete)
    assert proef.scan.topic(3).acties == (ZONDER,)
    assert pagina.terug.hasFocus()
    pagina.terug.click()
    assert proef.scan.topic(3).acties == (VANDAAG, ZONDER)
    assert getoond(pagina)[:2] == ["Plan maken", "Ooit eens"]


def test_kern_wisselt_met_spatie_en_enter_gaat_van_het_topic_naar_zijn_pagina(
    proef: Proef, pagina: ActiesPagina
) -> None:
    pagina.tabel.wijs_aan(0, Volgorde.KERN)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Space)
    assert proef.scan.topic(3).acties[0].kern
    gegaan: list[str] = []
    pagina.naar_stap.connect(gegaan.append)
    pagina.tabel.wijs_aan(3, Volgorde.TOPIC)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Return)
    pagina.tabel.wijs_aan(3, Volgorde.WAT)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pagina.ga.text() == "Naar topic 12"
    pagina.ga.click()
    assert gegaan == [topicstap(12)] * 3


def test_de_stand_kiezen_met_het_toetsenbord(proef: Proef, pagina: ActiesPagina) -> None:
    veld = bewerk(pagina, 0, Volgorde.STAND)
    toets(veld, Qt.Key.Key_Down)
    assert proef.scan.topic(3).acties[0].status is ActieStatus.GEREED


def test_tab_verlaat_de_tabel_en_loopt_bij_typen_naar_de_volgende_cel(pagina: ActiesPagina) -> None:
    pagina.tabel.wijs_aan(0, Volgorde.WAT)
    QTest.keyClick(pagina.tabel, Qt.Key.Key_Tab)
    assert pagina.toevoegen.hasFocus()
    veld = bewerk(pagina, 0, Volgorde.WAT)
    QTest.keyClick(veld, Qt.Key.Key_Tab)
    assert pagina.tabel.currentIndex().column() == KOLOMMEN.index(Volgorde.WIE)


def test_een_lange_tekst_staat_er_helemaal(pagina: ActiesPagina) -> None:
    laag = pagina.tabel.rowHeight(0)
    veld = bewerk(pagina, 0, Volgorde.WAT)
    typ(veld, " woorden" * 40)
    assert pagina.tabel.rowHeight(0) >= veld.height()  # grows while typing
    toets(veld, Qt.Key.Key_Return, "\r")
    assert pagina.tabel.rowHeight(0) > 3 * laag


def test_tweehonderd_acties_kosten_per_toets_geen_tweehonderd_rijen(proef: Proef, pagina: ActiesPagina) -> None:
    scan = proef.scan
    for nr in range(1, 18):
        acties = tuple(Actie(f"Actie {i} van topic {nr}", "Wie", date(2016, 1, 1)) for i in range(12))
        scan = scan.met_topic(replace(scan.topic(nr), acties=acties))
    proef.werkruimte.wijzig(scan)
    assert pagina.model.rowCount() == 204
    verzet: list[None] = []
    pagina.model.modelReset.connect(lambda: verzet.append(None))
    veld = bewerk(pagina, 100, Volgorde.WAT)
    typ(veld, "abc")
    assert verzet == []  # nothing is built anew
    assert len(pagina.tabel.findChildren(TekstCel)) == 1  # one field, not one per cell


def test_in_het_venster_staat_de_actie_van_het_topic_in_de_tabel(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(ACTIES)
    pagina = werkscherm.pagina(ACTIES)
    assert isinstance(pagina, ActiesPagina)
    assert pagina.model.rowCount() == 9
    pagina.tabel.wijs_aan(4, Volgorde.WAT)
    pagina.ga.click()
    assert werkscherm.huidig == topicstap(10)


def test_een_eerdere_versie_van_een_cel_is_terug_te_zetten(werkscherm: Werkscherm, qtbot: QtBot) -> None:
    werkscherm.ga_naar(ACTIES)
    pagina = werkscherm.pagina(ACTIES)
    assert isinstance(pagina, ActiesPagina)
    eerst = pagina.model.regel(0).actie.omschrijving
    veld = bewerk(pagina, 0, Volgorde.WAT)
    assert isinstance(veld, TekstCel)
    typ(veld, " per ongeluk")
    toets(veld, Qt.Key.Key_Return, "\r")
    veld = bewerk(pagina, 0, Volgorde.WAT)

    def zet_terug() -> None:
        venster = QApplication.activeModalWidget()
        if not isinstance(venster, Versievenster):
            QTimer.singleShot(5, zet_terug)
            return
        venster.terug.click()

    QTimer.singleShot(0, zet_terug)
    qtbot.keyClick(veld, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert pagina.model.regel(0).actie.omschrijving == eerst
    assert werkscherm.focusWidget() is veld, "the cell is still being typed in"
    assert isinstance(veld, TekstCel)
    veld.undo()
    assert pagina.model.regel(0).actie.omschrijving == f"{eerst} per ongeluk"


def test_een_vastgestelde_scan_laat_zich_in_de_tabel_alleen_lezen(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(ACTIES)
    pagina = werkscherm.pagina(ACTIES)
    assert isinstance(pagina, ActiesPagina)
    werkscherm.werkruimte.wijzig_veld(status=ScanStatus.VASTGESTELD)
    voor = werkscherm.werkruimte.scan
    for volgorde in (Volgorde.WAT, Volgorde.KERN):
        pagina.tabel.wijs_aan(0, volgorde)
        for sleutel in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_X):
            QTest.keyClick(pagina.tabel, sleutel)
        assert pagina.tabel.indexWidget(pagina.tabel.currentIndex()) is None
    assert werkscherm.werkruimte.scan is voor
    assert pagina.model.rowCount() == 9
    assert not pagina.weg.isEnabled()
    assert pagina.bestand.isEnabled()  # what only reads stays
    typ(pagina.balk.tekst, "zorgroutes")
    assert getoond(pagina) == ["Lokale zorgroutes en contactpersonen per gemeente vastleggen"]


def test_wie_met_tab_in_de_tabel_komt_ziet_in_welke_cel(pagina: ActiesPagina) -> None:
    assert not pagina.tabel.selectionModel().hasSelection()
    pagina.tabel.setFocus(Qt.FocusReason.TabFocusReason)
    assert pagina.tabel.selectionModel().selectedIndexes() == [pagina.tabel.currentIndex()]
    assert pagina.tabel.currentIndex().isValid()
