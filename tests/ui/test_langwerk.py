"""What was begun is finished behind the lock, and what came of it is read after it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.proefscan import GEHEIM, NAAM, Rem, antwoord_op, kies_uit_menu
from tests.ui.test_slot import is_op_slot, leesbaar
from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie
from vtscan_desktop.ui.langwerk import Afloop, Afloopvenster, Langwerk
from vtscan_desktop.ui.paginas import rapport
from vtscan_desktop.ui.paginas.rapport import RapportPagina
from vtscan_desktop.ui.reservekopieen import reservevenster
from vtscan_desktop.ui.reservekopieen.oudekopieen import OudeKopieen
from vtscan_desktop.ui.reservekopieen.reservevenster import ZET_TERUG, Reservevenster
from vtscan_desktop.ui.scans import persoonvenster, scanverwijderen
from vtscan_desktop.ui.scans.persoonvenster import Persoonvenster
from vtscan_desktop.ui.stappen import RAPPORT
from vtscan_desktop.ui.toegang import wachtwoordvenster
from vtscan_desktop.ui.toegang.herstelsleutel import Sleutelvlak
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen
from vtscan_desktop.ui.toegang.wachtwoordvenster import Wachtwoordvenster
from vtscan_desktop.ui.venster import Hoofdvenster

NU = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)
NIEUW = "vijf gewone woorden zonder verband"
WACHT_MS = 60_000


@pytest.fixture
def venster(venster_met_naam: Hoofdvenster) -> Hoofdvenster:
    return venster_met_naam


def blad(venster: Hoofdvenster) -> Ontgrendelen:
    assert venster.toegang is not None
    assert isinstance(venster.toegang.blad, Ontgrendelen)
    return venster.toegang.blad


def vergrendel_midden_in(rem: Rem, venster: Hoofdvenster, qtbot: QtBot, wat: str) -> None:
    """Lock while it goes on: nothing is readable, and nothing can be opened yet."""
    qtbot.waitUntil(rem.bezig.is_set, timeout=WACHT_MS)
    venster.slot.vergrendel()
    qtbot.waitUntil(lambda: is_op_slot(venster))
    assert NAAM not in leesbaar()
    assert GEHEIM not in leesbaar()
    assert NIEUW not in leesbaar()
    assert not blad(venster).open.isEnabled()
    assert not blad(venster).geheim.isEnabled()
    assert wat in blad(venster).uitleg.text()
    venster.close()
    assert venster.isVisible(), "the window waits until it is done"


def los_en_open(rem: Rem, venster: Hoofdvenster, qtbot: QtBot, geheim: str, titel: str) -> Afloopvenster:
    """Let it end, unlock, and see what came of it."""
    rem.los.set()
    qtbot.waitUntil(blad(venster).open.isEnabled, timeout=WACHT_MS)
    assert titel in blad(venster).uitleg.text()
    return open_weer(venster, qtbot, geheim)


def open_weer(venster: Hoofdvenster, qtbot: QtBot, geheim: str) -> Afloopvenster:
    blad(venster).geheim.setText(geheim)
    with qtbot.waitSignal(venster.start_klaar, timeout=WACHT_MS):
        blad(venster).open.click()
    [afloop] = [v for v in venster.findChildren(Afloopvenster) if v.isVisible()]
    return afloop


def vraag_persoon(venster: Hoofdvenster, qtbot: QtBot) -> None:
    venster.beveiliging.open_persoon()
    [vraag] = venster.findChildren(Persoonvenster)
    vraag.naam.setText(NAAM)
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: vraag.plan is not None, timeout=WACHT_MS)
    vraag.hoofd.click()


def test_een_persoon_gaat_weg_achter_het_slot_en_daarna_is_te_lezen_wat_ervan_kwam(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rem = Rem(monkeypatch, persoonvenster, "wis")
    vraag_persoon(venster, qtbot)
    vergrendel_midden_in(rem, venster, qtbot, "persoon verwijderen")
    afloop = los_en_open(rem, venster, qtbot, GEHEIM, "De naam is verwijderd")
    assert "Aangepaste teksten: 1; reservekopieën: 1" in afloop.uitleg.text()
    assert venster.sessie is not None
    assert not venster.sessie.opslag.zoek(NAAM)


def test_een_ander_wachtwoord_wordt_achter_het_slot_afgemaakt_en_dan_komt_de_sleutel(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    rem = Rem(monkeypatch, wachtwoordvenster, "verander_wachtwoord")
    venster.beveiliging.open_wachtwoord()
    [vraag] = venster.findChildren(Wachtwoordvenster)
    vraag.huidig.setText(GEHEIM)
    vraag.nieuw.wachtwoord.setText(NIEUW)
    vraag.nieuw.herhaling.setText(NIEUW)
    vraag.hoofd.click()
    vergrendel_midden_in(rem, venster, qtbot, "wachtwoord wijzigen")
    afloop = los_en_open(rem, venster, qtbot, NIEUW, "Het nieuwe wachtwoord geldt")
    assert venster.sessie is not None
    sleutel = venster.sessie.herstelsleutel
    assert afloop.findChild(Sleutelvlak).accessibleDescription() == sleutel
    assert "Eén reservekopie is opnieuw versleuteld" in afloop.uitleg.text()
    venster.slot.vergrendel()
    qtbot.waitUntil(lambda: is_op_slot(venster))
    assert sleutel not in leesbaar()
    afloop = open_weer(venster, qtbot, NIEUW)
    assert afloop.bewaard is not None
    afloop.bewaard.click()
    afloop.hoofd.click()
    venster.slot.vergrendel()
    blad(venster).geheim.setText(NIEUW)
    with qtbot.waitSignal(venster.start_klaar, timeout=WACHT_MS):
        blad(venster).open.click()
    assert not [v for v in venster.findChildren(Afloopvenster) if v.isVisible()], "what was read comes once"


def test_wat_achter_het_slot_mislukt_wordt_ook_verteld(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_wat: object) -> None:
        raise OmgevingFout("De schijf is vol.")

    monkeypatch.setattr(persoonvenster, "wis", vol)
    rem = Rem(monkeypatch, persoonvenster, "wis")
    vraag_persoon(venster, qtbot)
    vergrendel_midden_in(rem, venster, qtbot, "persoon verwijderen")
    afloop = los_en_open(rem, venster, qtbot, GEHEIM, "Persoon verwijderen is niet gelukt")
    assert "De schijf is vol." in afloop.uitleg.text()


def test_een_scan_gaat_achter_het_slot_weg_en_een_oude_kopie_kan_daarna_weg(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert venster.sessie is not None
    pad = venster.sessie.pad
    venster.sessie.opslag.verander_wachtwoord(NIEUW)
    maak_reservekopie(venster.sessie.opslag, NU)
    rem = Rem(monkeypatch, scanverwijderen, "verwijder_scan")
    assert venster.startpagina is not None
    antwoord_op("Ook uit de reservekopieën")
    [rij] = venster.startpagina.rijen()
    kies_uit_menu(rij, "Verwijderen…")
    vergrendel_midden_in(rem, venster, qtbot, "scan verwijderen")
    afloop = los_en_open(rem, venster, qtbot, NIEUW, "De scan is weg")
    assert venster.sessie.scans.overzicht() == ()
    oud = afloop.findChild(OudeKopieen)
    antwoord_op("Verwijderen")
    with qtbot.waitSignal(oud.klaar):
        oud.weg.click()
    [over] = lijst(pad)
    with Opslag.open(over.pad, NIEUW) as kopie:
        assert kopie.overzicht() == ()


def test_een_reservekopie_komt_achter_het_slot_terug_en_niets_opent_de_database_intussen(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert venster.sessie is not None
    venster.sessie.scans.nieuw("zeeland", NU.date())
    rem = Rem(monkeypatch, reservevenster, "zet_terug")
    venster.reserve.open_venster()
    [kopieen] = venster.findChildren(Reservevenster)
    qtbot.waitUntil(kopieen.terug.isEnabled, timeout=WACHT_MS)
    antwoord_op(ZET_TERUG)
    kopieen.terug.click()
    vergrendel_midden_in(rem, venster, qtbot, "reservekopie terugzetten")
    afloop = los_en_open(rem, venster, qtbot, GEHEIM, "De reservekopie staat terug")
    assert "is bewaard als scans-00002" in afloop.uitleg.text()
    assert [regel.regio for regel in venster.sessie.scans.overzicht()] == ["ijsselland"]


def test_een_rapport_wordt_achter_het_slot_afgemaakt_en_vastgelegd(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rem = Rem(monkeypatch, rapport, "_maak")
    assert venster.sessie is not None
    scan_id = venster.sessie.scans.overzicht()[0].id
    venster.open_scan(scan_id)
    assert venster.werkscherm is not None
    venster.werkscherm.ga_naar(RAPPORT)
    pagina = venster.werkscherm.pagina(RAPPORT)
    assert isinstance(pagina, RapportPagina)
    pagina.zet_pad(tmp_path / "uit.pdf")
    pagina.start()
    vergrendel_midden_in(rem, venster, qtbot, "rapport maken")
    afloop = los_en_open(rem, venster, qtbot, GEHEIM, "Het rapport is gemaakt")
    assert "uit.pdf" in afloop.uitleg.text()
    assert [v.bestandsnaam for v in venster.sessie.versies.van(scan_id)] == ["uit.pdf"]


def laat_iets_te_lezen_achter(venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock while a person is being removed, and let that be finished behind the lock."""
    rem = Rem(monkeypatch, persoonvenster, "wis")
    vraag_persoon(venster, qtbot)
    vergrendel_midden_in(rem, venster, qtbot, "persoon verwijderen")
    rem.los.set()
    qtbot.waitUntil(blad(venster).open.isEnabled, timeout=WACHT_MS)


def test_wie_sluit_achter_het_slot_hoort_eerst_dat_er_nog_iets_te_lezen_is(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laat_iets_te_lezen_achter(venster, qtbot, monkeypatch)
    gevraagd = antwoord_op("Annuleren")
    assert not venster.close()
    assert "De naam is verwijderd" in gevraagd[0]
    assert NAAM not in gevraagd[0]
    assert gevraagd[1] == "Annuleren"
    afloop = open_weer(venster, qtbot, GEHEIM)
    afloop.hoofd.click()
    venster.slot.vergrendel()
    assert is_op_slot(venster)
    assert venster.close(), "what was read is not asked about"


def test_wie_toch_sluit_achter_het_slot_kan_dat(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laat_iets_te_lezen_achter(venster, qtbot, monkeypatch)
    antwoord_op("Toch sluiten")
    assert venster.close()


def test_een_afloop_is_zo_hoog_als_wat_erin_staat_en_past_in_het_venster(venster: Hoofdvenster, qtbot: QtBot) -> None:
    hoogten = []
    for regels in (1, 8, 200):
        Langwerk.van(venster).toon(Afloop("Klaar", "\n".join(["Dat is gelukt."] * regels)))
        [afloop] = [v for v in venster.findChildren(Afloopvenster) if v.isVisible()]
        qtbot.waitExposed(afloop)
        hoogten.append(afloop.height())
        ruimte = afloop.rol.verticalScrollBar().maximum()
        assert (ruimte > 0) == (regels == 200)
        afloop.hoofd.click()
    assert hoogten[0] < 200 < hoogten[1] < hoogten[2] < venster.height()
