"""A hermeting through the real window: what comes along, and the two scans side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import kies_uit_menu
from vtscan_desktop.domain.hermeting import Deel
from vtscan_desktop.domain.risicoscan import Oordeel, Risicoscan, ScanStatus, WachtlijstRij
from vtscan_desktop.domain.vergelijking import Richting
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.paginas.rapportkeuzen import Editiekeuze
from vtscan_desktop.ui.scans.hermetingvenster import Hermetingvenster
from vtscan_desktop.ui.scans.vergelijkvenster import Vergelijkvenster
from vtscan_desktop.ui.stappen import GESPREKKEN, RAPPORT
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.venster import Hoofdvenster

LATER = date(2017, 1, 11)


def scan_van(venster: Hoofdvenster) -> Risicoscan:
    assert venster.werkscherm is not None
    return venster.werkscherm.werkruimte.scan


def dialoog(venster: Hoofdvenster, soort: type[QDialog]) -> QDialog:
    return next(d for d in venster.findChildren(soort) if d.isVisible())


def hermeting_van(venster: Hoofdvenster) -> Hermetingvenster:
    gevonden = dialoog(venster, Hermetingvenster)
    assert isinstance(gevonden, Hermetingvenster)
    return gevonden


def test_een_hermeting_opent_met_wat_gekozen_is_en_de_vorige_blijft_wat_zij_was(hoofdvenster: Hoofdvenster) -> None:
    vorige = scan_van(hoofdvenster)
    hoofdvenster.scanwerk.vraag_hermeting()
    venster = hermeting_van(hoofdvenster)
    venster.peildatum.zet_datum(LATER)
    venster.delen[Deel.RISICOS].vinkje.click()
    venster.maak.click()
    nieuw = scan_van(hoofdvenster)
    assert (nieuw.peildatum, nieuw.status, nieuw.regio) == (LATER, ScanStatus.CONCEPT, vorige.regio)
    assert nieuw.id != vorige.id
    assert nieuw.topic(3).toelichting == vorige.topic(3).toelichting
    assert nieuw.topic(3).risico == ""
    assert all(topic.oordeel is Oordeel.NIET_BESPROKEN for topic in nieuw.topics)
    assert nieuw.gesprekken == ()
    assert hoofdvenster.sessie is not None
    assert hoofdvenster.sessie.scans.lees(vorige.id) == vorige


def test_gesprekspartners_komen_mee_als_rijen_waarin_alleen_de_datum_ontbreekt(hoofdvenster: Hoofdvenster) -> None:
    vorige = scan_van(hoofdvenster)
    hoofdvenster.scanwerk.vraag_hermeting()
    venster = hermeting_van(hoofdvenster)
    venster.peildatum.zet_datum(LATER)
    venster.maak.click()
    scherm = hoofdvenster.werkscherm
    assert scherm is not None
    scherm.ga_naar(GESPREKKEN)
    tabel = scherm.pagina(GESPREKKEN).findChild(RijenTabel, "gesprekken")
    assert tabel is not None
    assert tabel.aantal() == len(vorige.gesprekken)
    assert len(scherm.werkruimte.klad("gesprekken")) == len(vorige.gesprekken)
    datum = [kolom.sleutel for kolom in tabel.soort.kolommen].index("datum")
    for rij, gesprek in zip(scherm.werkruimte.klad("gesprekken"), vorige.gesprekken, strict=True):
        lezing = tabel.soort.lees((*rij.cellen[:datum], "1 feb 2017", *rij.cellen[datum + 1 :]))
        assert lezing.rij == replace(gesprek, datum=date(2017, 2, 1))


@pytest.mark.parametrize(("peildatum", "zin"), [("", "geldige peildatum"), ("1-1-2016", "na 11 juli 2016")])
def test_een_peildatum_die_niet_kan_wordt_gezegd_en_er_komt_niets_bij(
    hoofdvenster: Hoofdvenster, peildatum: str, zin: str
) -> None:
    hoofdvenster.scanwerk.vraag_hermeting()
    venster = hermeting_van(hoofdvenster)
    venster.peildatum.zet_tekst(peildatum)
    venster.maak.click()
    assert zin in venster.fout.text()
    assert venster.isVisible()
    assert hoofdvenster.sessie is not None
    assert len(hoofdvenster.sessie.scans.overzicht()) == 1


def test_op_de_startpagina_begint_een_hermeting_in_het_menu_van_de_scan(hoofdvenster: Hoofdvenster) -> None:
    hoofdvenster.naar_start()
    assert hoofdvenster.startpagina is not None
    (rij,) = hoofdvenster.startpagina.rijen()
    kies_uit_menu(rij, "Hermeting…")
    assert hermeting_van(hoofdvenster).delen[Deel.TOELICHTINGEN].aan()


def test_de_vorige_scan_staat_ernaast_met_wat_beter_en_slechter_is(
    voorbeeldsessie: Sessie, hoofdvenster: Hoofdvenster, qtbot: QtBot
) -> None:
    vorige = scan_van(hoofdvenster)
    alles = frozenset(Deel)
    nieuw = voorbeeldsessie.scans.hermeting(vorige.id, LATER, alles)
    voorbeeldsessie.scans.nieuw("midden-brabant", LATER)
    hoofdvenster.wissel_scan(nieuw)
    scan = scan_van(hoofdvenster)
    scan = scan.met_topic(replace(scan.topic(7), oordeel=Oordeel.OP_ORDE))
    scan = scan.met_topic(replace(scan.topic(4), oordeel=Oordeel.PRIL))
    rij = WachtlijstRij(date(2016, 12, 31), 4, "niet gestarte onderzoeken")
    kern = replace(scan.kerndata, wachtlijst=(*scan.kerndata.wachtlijst, rij))
    assert hoofdvenster.werkscherm is not None
    hoofdvenster.werkscherm.werkruimte.wijzig(replace(scan, kerndata=kern))

    hoofdvenster.scanwerk.vergelijk()
    venster = dialoog(hoofdvenster, Vergelijkvenster)
    assert isinstance(venster, Vergelijkvenster)
    qtbot.waitUntil(lambda: venster.vergelijking is not None)
    naast = venster.vergelijking
    assert naast is not None
    assert venster.ander.count() == 1
    assert naast.toen == vorige
    assert naast.nummers(Richting.BETER) == (7,)
    assert 4 in naast.nummers(Richting.SLECHTER)
    assert 3 in naast.nummers(Richting.SLECHTER)  # the termijn of its actie has passed by now
    assert venster.samenvatting.text().startswith("Eén topic staat er beter voor, ")
    assert len(venster.figuren.vakken) >= 1
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    venster.ander.setFocus()
    na_de_keuze: list[QWidget] = []
    for _ in range(2 * len(venster.figuren.vakken)):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        na_de_keuze.append(QApplication.focusWidget())
    assert na_de_keuze == [deel for vak in venster.figuren.vakken for deel in (vak.vlak, vak.schakelaar)]


def test_zonder_andere_scan_zegt_het_venster_dat(hoofdvenster: Hoofdvenster) -> None:
    hoofdvenster.scanwerk.vergelijk()
    venster = dialoog(hoofdvenster, Vergelijkvenster)
    assert isinstance(venster, Vergelijkvenster)
    assert "geen andere scan van Veilig Thuis IJsselland" in venster.stand.text()


def test_in_het_rapport_komt_de_vergelijking_als_er_een_eerdere_scan_is_en_dat_gekozen_is(
    voorbeeldsessie: Sessie, hoofdvenster: Hoofdvenster
) -> None:
    def keuzevak() -> Editiekeuze:
        assert hoofdvenster.werkscherm is not None
        hoofdvenster.werkscherm.ga_naar(RAPPORT)
        gevonden = hoofdvenster.werkscherm.pagina(RAPPORT).findChild(Editiekeuze)
        assert gevonden is not None
        return gevonden

    vorige = scan_van(hoofdvenster)
    assert not keuzevak().vergelijk.isEnabled()
    hoofdvenster.wissel_scan(voorbeeldsessie.scans.hermeting(vorige.id, LATER, frozenset()))
    vak = keuzevak()
    assert vak.vergelijk.isEnabled()
    assert vak.keuze().vorige is None
    vak.vergelijk.click()
    assert vak.keuze().vorige == vorige.id
    assert vak.vorige.isVisible()


def test_een_scan_die_later_gelezen_is_dan_de_keuze_komt_er_niet_meer(
    voorbeeldsessie: Sessie, hoofdvenster: Hoofdvenster, qtbot: QtBot
) -> None:
    eerste = scan_van(hoofdvenster)
    tweede = voorbeeldsessie.scans.hermeting(eerste.id, LATER, frozenset(Deel))
    hoofdvenster.wissel_scan(voorbeeldsessie.scans.hermeting(tweede, date(2017, 7, 11), frozenset(Deel)))
    hoofdvenster.scanwerk.vergelijk()
    venster = dialoog(hoofdvenster, Vergelijkvenster)
    assert isinstance(venster, Vergelijkvenster)
    qtbot.waitUntil(lambda: venster.vergelijking is not None)
    assert venster.vergelijking is not None
    assert venster.vergelijking.toen.id == tweede
    venster._toon(eerste)  # asked for before the choice was changed, and read only now
    assert venster.vergelijking.toen.id == tweede
