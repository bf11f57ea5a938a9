"""Taking a person out, removing a scan and its term, through the start page."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.models.ontcijferd import ontcijfer
from tests.ui.proefscan import NAAM, antwoord_op, kies_uit_menu
from vtscan_desktop.services.reservekopieen import lijst, zet_tweede_plaats
from vtscan_desktop.ui.langwerk import Afloopvenster
from vtscan_desktop.ui.scans.bewaartermijnvenster import Bewaartermijnvenster
from vtscan_desktop.ui.scans.persoonvenster import Persoonvenster
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)


@pytest.fixture
def venster(venster_met_naam: Hoofdvenster) -> Hoofdvenster:
    return venster_met_naam


def _bytes(venster: Hoofdvenster) -> bytes:
    assert venster.sessie is not None
    opslag = venster.sessie.opslag
    paden = [opslag.pad, *(kopie.pad for kopie in lijst(opslag.pad))]
    return b"".join(ontcijfer(pad, opslag.sleutelpaar) for pad in paden)


def test_een_persoon_gaat_pas_weg_nadat_te_zien_was_waar_de_naam_staat(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.beveiliging.open_persoon()
    [vraag] = venster.findChildren(Persoonvenster)
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: "minstens 3" in vraag.fout.text())
    vraag.naam.setText(f"{NAAM}; J. {NAAM}")
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: vraag.plan is not None)
    assert "1 keer in notities" in vraag.overzicht.text()
    assert f"{NAAM} ziet het anders" in vraag.overzicht.text()
    assert "de ene reservekopie" in vraag.overzicht.text()
    assert NAAM.encode() in _bytes(venster)
    assert vraag.hoofd.text() == "Verwijder deze persoon"
    with qtbot.waitSignal(vraag.verwijderd, timeout=60_000):
        vraag.hoofd.click()
    assert NAAM.encode() not in _bytes(venster)
    assert not [deze for deze in venster.findChildren(Persoonvenster) if deze.isVisible()]
    [afloop] = venster.findChildren(Afloopvenster)
    assert "De naam is verwijderd" in afloop.windowTitle()
    assert "reservekopieën: 1" in afloop.uitleg.text()
    assert NAAM not in afloop.uitleg.text()


def test_met_grote_letters_is_meteen_te_zien_wat_er_is_gevonden(venster: Hoofdvenster, qtbot: QtBot) -> None:
    thema().zet_schaal(2.0)
    try:
        venster.beveiliging.open_persoon()
        [vraag] = venster.findChildren(Persoonvenster)
        vraag.naam.setText(NAAM)
        vraag.hoofd.click()
        qtbot.waitUntil(lambda: vraag.plan is not None)
        qtbot.waitUntil(lambda: vraag.rol.verticalScrollBar().value() > 0)
        onderaan = vraag.overzicht.mapTo(vraag.rol.viewport(), QPoint(0, vraag.overzicht.height())).y()
        assert onderaan <= vraag.rol.viewport().height()
    finally:
        thema().zet_schaal(1.0)


def test_wie_een_andere_naam_typt_moet_opnieuw_zoeken(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.beveiliging.open_persoon()
    [vraag] = venster.findChildren(Persoonvenster)
    vraag.naam.setText(NAAM)
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: vraag.plan is not None)
    vraag.naam.setText("Iemand anders")
    vraag.naam.textEdited.emit("Iemand anders")
    assert vraag.plan is None
    assert vraag.hoofd.text() == "Zoek waar de naam staat"


def test_een_scan_waarvan_de_termijn_voorbij_is_zegt_dat_tot_zij_wordt_verlengd(
    venster: Hoofdvenster, qtbot: QtBot
) -> None:
    assert venster.startpagina is not None
    [rij] = venster.startpagina.rijen()
    assert rij.termijn is not None
    assert "11 juli 2021" in rij.termijn.text()
    kies_uit_menu(rij, "Bewaartermijn…")
    [vraag] = venster.startpagina.findChildren(Bewaartermijnvenster)
    vraag.datum.setText("geen datum")
    vraag.hoofd.click()
    assert "geen datum" in vraag.fout.text()
    vraag.datum.setText("31-12-2027")
    with qtbot.waitSignal(vraag.gewijzigd):
        vraag.hoofd.click()
    [rij] = venster.startpagina.rijen()
    assert rij.termijn is None


@pytest.mark.parametrize("antwoord", ["Verwijderen", "Ook uit de reservekopieën"])
def test_een_scan_gaat_weg_en_uit_de_kopieen_als_dat_gekozen_is(
    venster: Hoofdvenster, qtbot: QtBot, antwoord: str
) -> None:
    assert venster.startpagina is not None
    pagina = venster.startpagina

    gezien = antwoord_op(antwoord)
    [rij] = pagina.rijen()
    with qtbot.waitSignal(pagina._verwijderaar.klaar, timeout=60_000):
        kies_uit_menu(rij, "Verwijderen…")
    assert pagina.rijen() == []
    assert "reservekopieën staan (1)" in gezien[0]
    assert (NAAM.encode() in _bytes(venster)) is (antwoord == "Verwijderen")
    assert venster.findChildren(Afloopvenster) == []


def test_waar_een_verwijderde_scan_nog_kan_staan_wordt_gezegd(
    venster: Hoofdvenster, qtbot: QtBot, tmp_path: Path
) -> None:
    assert venster.sessie is not None
    assert venster.startpagina is not None
    stick = tmp_path / "stick"
    stick.mkdir()
    zet_tweede_plaats(venster.sessie.opslag, stick)
    stick.rmdir()
    antwoord_op("Ook uit de reservekopieën")
    with qtbot.waitSignal(venster.startpagina._verwijderaar.klaar):
        kies_uit_menu(venster.startpagina.rijen()[0], "Verwijderen…")
    [afloop] = venster.findChildren(Afloopvenster)
    assert afloop.isVisible()
    gezegd = [label.text() for label in afloop.findChildren(QLabel)]
    assert f"Niet gelukt in {stick}: die tweede plaats is er nu niet, en wat daar staat is niet bijgewerkt." in gezegd
