"""Taking a person out, removing a scan and its term, through the start page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.models.ontcijferd import ontcijfer
from tests.ui.proefscan import antwoord_op
from vtscan_desktop.domain.risicoscan import Notitie
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.langwerk import Afloopvenster
from vtscan_desktop.ui.scans.bewaartermijnvenster import Bewaartermijnvenster
from vtscan_desktop.ui.scans.persoonvenster import Persoonvenster
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)
GEHEIM = "een lang wachtwoord"
NAAM = "Kanariegraaf"


@pytest.fixture
def venster(tmp_path: Path, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    """The start page of a database with a scan in which a name stands, and a backup."""
    thema()
    sessie = Sessie.maak(tmp_path / "scans.vtdb", GEHEIM)
    scan_id = sessie.scans.nieuw("ijsselland", date(2016, 7, 11))
    oud = sessie.opslag.lees(scan_id)
    nieuw = oud.scan.met_notitie(Notitie(NU, f"{NAAM} ziet het anders"))
    sessie.opslag.bewaar(oud, type(oud)(nieuw), NU)
    maak_reservekopie(sessie.opslag, NU)
    gemaakt = Hoofdvenster(sessie.pad, lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    gemaakt.neem_sessie(sessie)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    yield gemaakt
    gemaakt.close()


def _bytes(venster: Hoofdvenster) -> bytes:
    assert venster.sessie is not None
    opslag = venster.sessie.opslag
    paden = [opslag.pad, *(kopie.pad for kopie in lijst(opslag.pad))]
    return b"".join(ontcijfer(pad, opslag.sleutelpaar) for pad in paden)


def test_een_persoon_gaat_pas_weg_nadat_te_zien_was_waar_de_naam_staat(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.beveiliging.open_persoon()
    [vraag] = venster.findChildren(Persoonvenster)
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: "minstens 3" in vraag.fout.text(), timeout=20_000)
    vraag.naam.setText(f"{NAAM}; J. {NAAM}")
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: vraag.plan is not None, timeout=20_000)
    assert "1 keer in notities" in vraag.overzicht.text()
    assert f"{NAAM} ziet het anders" in vraag.overzicht.text()
    assert "de ene reservekopie" in vraag.overzicht.text()
    assert NAAM.encode() in _bytes(venster)
    assert vraag.hoofd.text() == "Verwijder deze persoon"
    with qtbot.waitSignal(vraag.verwijderd, timeout=60_000):
        vraag.hoofd.click()
    assert NAAM.encode() not in _bytes(venster)
    assert vraag.isHidden()
    [afloop] = venster.findChildren(Afloopvenster)
    assert "De naam is verwijderd" in afloop.windowTitle()
    assert "reservekopieën: 1" in afloop.uitleg.text()
    assert NAAM not in afloop.uitleg.text()


def test_wie_een_andere_naam_typt_moet_opnieuw_zoeken(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.beveiliging.open_persoon()
    [vraag] = venster.findChildren(Persoonvenster)
    vraag.naam.setText(NAAM)
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: vraag.plan is not None, timeout=20_000)
    vraag.naam.setText("Iemand anders")
    vraag.naam.textEdited.emit("Iemand anders")
    assert vraag.plan is None
    assert vraag.hoofd.text() == "Zoek waar de naam staat"


def test_een_scan_waarvan_de_termijn_voorbij_is_zegt_dat_tot_zij_wordt_verlengd(
    venster: Hoofdvenster, qtbot: QtBot
) -> None:
    assert venster.startpagina is not None
    [rij] = venster.startpagina.rijen()
    assert "11 juli 2021" in rij.termijn.text()
    rij.bewaartermijn.emit(rij.regel.id)
    [vraag] = venster.startpagina.findChildren(Bewaartermijnvenster)
    vraag.datum.setText("geen datum")
    vraag.hoofd.click()
    assert "geen datum" in vraag.fout.text()
    vraag.datum.setText("31-12-2027")
    with qtbot.waitSignal(vraag.gewijzigd):
        vraag.hoofd.click()
    [rij] = venster.startpagina.rijen()
    assert rij.termijn.text() == ""


@pytest.mark.parametrize("antwoord", ["Verwijderen", "Ook uit de reservekopieën"])
def test_een_scan_gaat_weg_en_uit_de_kopieen_als_dat_gekozen_is(
    venster: Hoofdvenster, qtbot: QtBot, antwoord: str
) -> None:
    assert venster.startpagina is not None
    pagina = venster.startpagina

    gezien = antwoord_op(antwoord)
    [rij] = pagina.rijen()
    with qtbot.waitSignal(pagina._verwijderaar.klaar, timeout=60_000):
        rij.verwijderen.emit(rij.regel.id)
    assert pagina.rijen() == []
    assert "reservekopieën staan (1)" in gezien[0]
    assert (NAAM.encode() in _bytes(venster)) is (antwoord == "Verwijderen")
