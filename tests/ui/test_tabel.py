"""The table: typed in place, kept while half filled, and nothing that was typed gets lost."""

from datetime import date
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from tests.ui.proefscan import Proef, cursor_in_beeld, sla_aan, toets, typ
from vtscan_desktop.domain.risicoscan import Actie, ActieStatus, BudgetRij, BudgetSoort
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.tabellen.cellen import KeuzeCel, TekstCel
from vtscan_desktop.ui.tabellen.tabelkoppeling import ScanTabel, maak_tabel
from vtscan_desktop.ui.thema import thema


@pytest.fixture
def acties(proef: Proef) -> ScanTabel:
    return toon(proef, "acties/3")


def toon(proef: Proef, naam: str) -> ScanTabel:
    tabel = maak_tabel(naam, proef.werkruimte, proef.venster)
    buiten = QVBoxLayout(proef.venster)
    buiten.addWidget(tabel)
    buiten.addStretch(1)
    proef.venster.resize(640, 500)
    proef.werkruimte.gewijzigd.connect(tabel.ververs)
    tabel.ververs()
    proef.toon_venster()
    return tabel


def cel(tabel: ScanTabel, rij: int, sleutel: str) -> Any:
    i = next(i for i, k in enumerate(tabel.soort.kolommen) if k.sleutel == sleutel)
    return tabel.rij(rij).cel(i)


def test_een_actie_typen_zet_haar_in_de_scan_en_in_de_database(proef: Proef, acties: ScanTabel) -> None:
    acties.toevoegen.click()
    typ(cel(acties, 0, "omschrijving"), "Één gezin – één plan")
    typ(cel(acties, 0, "verantwoordelijke"), "Coördinator")
    typ(cel(acties, 0, "termijn"), "1-10-2016")
    cel(acties, 0, "kern").click()
    verwacht = Actie("Één gezin – één plan", "Coördinator", date(2016, 10, 1), ActieStatus.OPEN, kern=True)
    assert proef.scan.topic(3).acties == (verwacht,)
    assert proef.heropen().topic(3).acties == (verwacht,)


def test_elke_toets_is_precies_een_wijziging(proef: Proef, acties: ScanTabel) -> None:
    acties.toevoegen.click()
    gezien: list[object] = []
    proef.werkruimte.gewijzigd.connect(gezien.append)
    typ(cel(acties, 0, "omschrijving"), "abc")
    assert len(gezien) == 3


def test_een_half_getypte_rij_staat_er_na_heropenen_weer(proef: Proef) -> None:
    tabel = toon(proef, "budget")
    tabel.toevoegen.click()
    typ(cel(tabel, 0, "jaar"), "201")
    assert proef.scan.kerndata.budget == ()
    proef.heropen()
    terug = toon(proef, "budget")
    assert cel(terug, 0, "jaar").tekst() == "201"
    typ(cel(terug, 0, "jaar"), "6")
    typ(cel(terug, 0, "bedrag"), "2.600.000")
    assert proef.heropen().kerndata.budget == (BudgetRij(2016, 2600000.0, BudgetSoort.STRUCTUREEL),)
    assert proef.werkruimte.klad("budget") == ()


def test_een_onleesbare_termijn_blijft_staan_en_zegt_wat_er_mis_is(proef: Proef, acties: ScanTabel) -> None:
    acties.toevoegen.click()
    typ(cel(acties, 0, "termijn"), "na de zomer")
    termijn = cel(acties, 0, "termijn")
    assert termijn.property("fout") is not True  # not while typing
    cel(acties, 0, "omschrijving").setFocus()
    assert termijn.property("fout") is True
    assert "geen geldige datum" in termijn.toolTip()
    assert proef.scan.topic(3).acties == ()
    proef.heropen()
    assert cel(toon(proef, "acties/3"), 0, "termijn").tekst() == "na de zomer"


def test_een_datum_en_een_getal_krijgen_bij_verlaten_een_vorm(proef: Proef) -> None:
    tabel = toon(proef, "budget")
    tabel.toevoegen.click()
    typ(cel(tabel, 0, "bedrag"), "1234,5")
    cel(tabel, 0, "jaar").setFocus()
    assert cel(tabel, 0, "bedrag").tekst() == "€\u00a01.234,50"


def test_verversen_laat_focus_cursor_en_getypte_vorm_met_rust(proef: Proef, acties: ScanTabel) -> None:
    acties.toevoegen.click()
    termijn = cel(acties, 0, "termijn")
    typ(termijn, "1-10-2016")
    termijn.zet_cursorplek(3)
    rij = acties.rij(0)
    proef.werkruimte.wijzig_veld(titel="iets anders")
    acties.ververs()
    assert acties.rij(0) is rij
    assert (termijn.tekst(), termijn.cursorplek(), termijn.hasFocus()) == ("1-10-2016", 3, True)


def test_een_nieuwe_lege_rij_overleeft_een_wijziging_van_elders(proef: Proef, acties: ScanTabel) -> None:
    acties.toevoegen.click()
    proef.werkruimte.wijzig_topic(3, acties=(Actie("Uit een notitie"),))
    assert acties.aantal() == 2
    assert {acties.rij(0).cellen()[0], acties.rij(1).cellen()[0]} == {"", "Uit een notitie"}


def test_een_rij_toevoegen_bouwt_de_andere_niet_opnieuw(proef: Proef, acties: ScanTabel) -> None:
    proef.werkruimte.wijzig_topic(3, acties=tuple(Actie(f"Actie {i}") for i in range(5)))
    rijen = [acties.rij(i) for i in range(5)]
    acties.toevoegen.click()
    assert [acties.rij(i) for i in range(5)] == rijen


def test_een_verwijderde_rij_komt_met_ongedaan_maken_op_haar_plek_terug(proef: Proef, acties: ScanTabel) -> None:
    rijen = (Actie("Een"), Actie("Twee", "Wie", date(2016, 9, 1)), Actie("Drie"))
    proef.werkruimte.wijzig_topic(3, acties=rijen)
    knop_met_naam(acties, "Acties, rij 2, verwijderen").click()
    assert proef.scan.topic(3).acties == (rijen[0], rijen[2])
    knop_met_naam(acties, "", tekst="Ongedaan maken").click()
    assert proef.scan.topic(3).acties == rijen
    assert proef.heropen().topic(3).acties == rijen


def test_enter_gaat_naar_de_volgende_rij_en_maakt_er_op_het_eind_een(acties: ScanTabel) -> None:
    acties.toevoegen.click()
    typ(cel(acties, 0, "omschrijving"), "Een\n")
    assert acties.aantal() == 2
    assert cel(acties, 1, "omschrijving").hasFocus()
    toets(cel(acties, 1, "omschrijving"), Qt.Key.Key_Return, "\r")
    assert acties.aantal() == 2  # an empty last row is enough
    cel(acties, 0, "verantwoordelijke").setFocus()
    toets(cel(acties, 0, "verantwoordelijke"), Qt.Key.Key_Return, "\r")
    assert cel(acties, 1, "verantwoordelijke").hasFocus()


def test_tab_loopt_door_de_cellen_op_volgorde_ook_na_een_nieuwe_rij(acties: ScanTabel) -> None:
    acties.toevoegen.click()
    acties.toevoegen.click()
    knop_met_naam(acties, "Acties, rij 1, verwijderen").click()
    acties.toevoegen.click()
    keten = acties.focusketen()
    keten[0].setFocus()
    gezien = [QApplication.focusWidget()]
    for _ in range(len([w for w in keten if w.isVisible()]) - 1):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        gezien.append(QApplication.focusWidget())
    assert [g for g in gezien if g in keten] == [w for w in keten if w.isVisible()]


def test_plakken_van_regels_in_een_naam_maakt_er_spaties_van(proef: Proef, acties: ScanTabel) -> None:
    acties.toevoegen.click()
    geplakt = QMimeData()
    geplakt.setText("Colleges\nvan de elf\tgemeenten")
    cel(acties, 0, "verantwoordelijke").insertFromMimeData(geplakt)
    assert proef.scan.topic(3).acties[0].verantwoordelijke == "Colleges van de elf gemeenten"


def test_een_lange_tekst_breekt_af_en_geen_regel_valt_weg(proef: Proef, acties: ScanTabel) -> None:
    proef.werkruimte.wijzig_topic(3, acties=(Actie("woorden " * 60, "Colleges van de elf gemeenten in de regio"),))
    QApplication.processEvents()
    for sleutel in ("omschrijving", "verantwoordelijke"):
        veld = cel(acties, 0, sleutel)
        assert isinstance(veld, TekstCel)
        assert veld.document().size().height() <= veld.viewport().height() + 1
        assert acties.rij(0).height() >= veld.height()


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_smal_of_groot_worden_de_rijen_kaarten_en_blijft_alles_in_beeld(
    proef: Proef, acties: ScanTabel, schaal: float
) -> None:
    proef.werkruimte.wijzig_topic(3, acties=(Actie("Iets", "Iemand", date(2016, 12, 31)),))
    try:
        thema().zet_schaal(schaal)
        proef.venster.resize(660, 500)
        QApplication.processEvents()
        QApplication.processEvents()
        for veld in acties.rij(0).velden():
            assert acties.rect().contains(veld.rect().translated(veld.mapTo(acties, veld.rect().topLeft())))
            if not isinstance(veld, TekstCel):
                assert veld.width() >= (0 if isinstance(veld, KeuzeCel) else 20)
    finally:
        thema().zet_schaal(1.0)


def test_een_rij_die_er_onder_de_rand_bij_komt_en_ongedaan_maken_zijn_te_zien(proef: Proef) -> None:
    rol = Rolvak(proef.venster)
    buiten = QVBoxLayout(proef.venster)
    buiten.addWidget(rol)
    tabel = maak_tabel("acties/3", proef.werkruimte, rol.vlak)
    kolom = QVBoxLayout(rol.vlak)
    kolom.addWidget(tabel)
    kolom.addSpacing(1000)
    proef.venster.resize(640, 300)
    proef.toon_venster()
    for nummer in range(12):
        tabel.toevoegen.click()
        nieuw = cel(tabel, nummer, "omschrijving")
        typ(nieuw, f"Actie {nummer}")
        proef.qtbot.waitUntil(partial(cursor_in_beeld, rol, nieuw))
    toets(nieuw, Qt.Key.Key_Return)
    proef.qtbot.waitUntil(partial(cursor_in_beeld, rol, cel(tabel, 12, "omschrijving")))
    rol.verticalScrollBar().setValue(0)
    knop_met_naam(tabel, "Acties, rij 1, verwijderen").click()
    ongedaan = knop_met_naam(tabel, "", "Ongedaan maken")
    proef.qtbot.waitUntil(partial(cursor_in_beeld, rol, ongedaan))
    ongedaan.click()
    proef.qtbot.waitUntil(partial(cursor_in_beeld, rol, cel(tabel, 0, "omschrijving")))


def test_wie_na_toevoegen_typt_vervangt_de_datum_die_al_is_ingevuld(proef: Proef) -> None:
    tabel = toon(proef, "gesprekken")
    tabel.toevoegen.click()
    datum = cel(tabel, 0, "datum")
    assert datum.tekst()
    sla_aan(datum, "1-10-2016")
    assert datum.tekst() == "1-10-2016"


def test_elke_cel_zegt_tabel_rij_en_kolom(acties: ScanTabel) -> None:
    acties.toevoegen.click()
    acties.toevoegen.click()
    namen = [veld.accessibleName() for veld in acties.rij(1).velden()]
    assert namen == [f"Acties, rij 2, {kop}" for kop in ("wat", "wie", "wanneer", "stand", "kern")]
    assert acties.rij(1).velden()[0].objectName() == "acties/3:1:omschrijving"


def test_een_keuze_met_de_pijltoets_komt_in_de_scan(proef: Proef, acties: ScanTabel) -> None:
    acties.toevoegen.click()
    status = cel(acties, 0, "status")
    status.setFocus()
    toets(status, Qt.Key.Key_Down)
    assert status.tekst() == "loopt"
    assert proef.scan.topic(3).acties == (Actie(status=ActieStatus.LOOPT),)


def knop_met_naam(ouder: QWidget, naam: str, tekst: str = "") -> Any:
    for knop in ouder.findChildren(QPushButton):
        if (naam and knop.accessibleName() == naam) or (tekst and knop.text() == tekst):
            return knop
    raise AssertionError(f"geen knop {naam or tekst}")
