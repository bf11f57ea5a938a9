"""Another passphrase and the keyring, through the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from tests.ui.proefscan import antwoord_op
from vtscan_desktop.models.verbinding import Wachtwoordfout
from vtscan_desktop.services import sleutelbos, wachtwoordsterkte
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.voorkeuren import Voorkeuren, bewaar_voorkeuren, lees_voorkeuren
from vtscan_desktop.services.wachtwoordsterkte import Sterkte
from vtscan_desktop.ui.langwerk import Afloopvenster
from vtscan_desktop.ui.reservekopieen.oudekopieen import OudeKopieen
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.herstelsleutel import Sleutelvlak
from vtscan_desktop.ui.toegang.sleutelbosvenster import Sleutelbosvenster
from vtscan_desktop.ui.toegang.toegang import Ontgrendelen
from vtscan_desktop.ui.toegang.wachtwoordvenster import Wachtwoordvenster
from vtscan_desktop.ui.venster import Hoofdvenster

GEHEIM = "een lang wachtwoord"
NIEUW = "vijf gewone woorden zonder verband"


@pytest.fixture
def venster(voorbeeldsessie: Sessie, tmp_path: Path, qtbot: QtBot) -> Iterator[Hoofdvenster]:
    """The window with the start page of a database that has one backup."""
    thema()
    maak_reservekopie(voorbeeldsessie.opslag, NU)
    gemaakt = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    gemaakt.neem_sessie(voorbeeldsessie)
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    yield gemaakt
    gemaakt.close()


def wachtwoordvenster(venster: Hoofdvenster) -> Wachtwoordvenster:
    venster.beveiliging.open_wachtwoord()
    [gevonden] = venster.findChildren(Wachtwoordvenster)
    return gevonden


def vul(vraag: Wachtwoordvenster, huidig: str, nieuw: str, herhaling: str) -> None:
    vraag.huidig.setText(huidig)
    vraag.nieuw.wachtwoord.setText(nieuw)
    vraag.nieuw.herhaling.setText(herhaling)
    vraag.hoofd.click()


def wacht_op_afloop(venster: Hoofdvenster, qtbot: QtBot) -> Afloopvenster:
    qtbot.waitUntil(lambda: bool(venster.findChildren(Afloopvenster)), timeout=60_000)
    [gevonden] = venster.findChildren(Afloopvenster)
    return gevonden


@pytest.mark.parametrize(
    ("huidig", "nieuw", "herhaling", "zin"),
    [
        ("", NIEUW, NIEUW, "huidige wachtwoord in"),
        (GEHEIM, "kort", "kort", "minstens 8"),
        (GEHEIM, NIEUW, NIEUW + "x", "niet gelijk"),
        (GEHEIM, "Welkom01!", "Welkom01!", "te zwak"),
        ("niet dit", NIEUW, NIEUW, "klopt niet"),
    ],
)
def test_wat_niet_kan_wordt_in_een_zin_gezegd_en_verandert_niets(
    venster: Hoofdvenster, qtbot: QtBot, huidig: str, nieuw: str, herhaling: str, zin: str
) -> None:
    vraag = wachtwoordvenster(venster)
    vul(vraag, huidig, nieuw, herhaling)
    qtbot.waitUntil(lambda: zin in vraag.fout.text())
    assert venster.sessie is not None
    assert venster.sessie.opslag.is_geheim(GEHEIM)


def test_een_lang_geplakt_wachtwoord_wordt_niet_in_het_venster_gewogen(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draden: list[str] = []
    echt = wachtwoordsterkte.weeg

    def weeg(wachtwoord: str) -> Sterkte:
        draden.append(threading.current_thread().name)
        return echt(wachtwoord)

    monkeypatch.setattr(wachtwoordsterkte, "weeg", weeg)
    lang = "kN7#vQ2$xLp9!w" * 300
    vul(wachtwoordvenster(venster), "niet dit", lang, lang)
    [vraag] = venster.findChildren(Wachtwoordvenster)
    qtbot.waitUntil(lambda: "klopt niet" in vraag.fout.text())
    assert draden
    assert threading.main_thread().name not in draden


def test_na_de_wissel_opent_alleen_het_nieuwe_ook_de_kopieen_en_is_de_nieuwe_sleutel_gezien(
    venster: Hoofdvenster, qtbot: QtBot
) -> None:
    assert venster.sessie is not None
    pad, oude_sleutel = venster.sessie.pad, venster.sessie.herstelsleutel
    vraag = wachtwoordvenster(venster)
    vul(vraag, GEHEIM, NIEUW, NIEUW)
    afloop = wacht_op_afloop(venster, qtbot)
    assert venster.sessie.herstelsleutel != oude_sleutel
    assert afloop.findChild(Sleutelvlak).accessibleDescription() == venster.sessie.herstelsleutel
    assert not afloop.hoofd.isEnabled()
    assert [veld.text() for veld in venster.findChildren(QLineEdit) if veld.text()] == []
    afloop.reject()
    assert afloop.isVisible(), "Esc is no way past a key that was not kept"
    assert afloop.bewaard is not None
    afloop.bewaard.click()
    afloop.hoofd.click()
    assert afloop.isHidden()
    [scan] = venster.sessie.scans.overzicht()
    venster.open_scan(scan.id)
    venster.close()
    [kopie] = lijst(pad)
    for bestand in (pad, kopie.pad):
        with pytest.raises(Wachtwoordfout):
            Sessie.open(bestand, GEHEIM)
        weer = Sessie.open(bestand, NIEUW)
        assert weer.scans.overzicht()[0].id == scan.id
        weer.sluit()


def test_een_kopie_die_niet_meegaat_wordt_genoemd_en_kan_daar_weg(venster: Hoofdvenster, qtbot: QtBot) -> None:
    assert venster.sessie is not None
    vraag = wachtwoordvenster(venster)
    vraag.kopieen.vinkje.click()
    vul(vraag, GEHEIM, NIEUW, NIEUW)
    oud = wacht_op_afloop(venster, qtbot).findChild(OudeKopieen)
    [kopie] = lijst(venster.sessie.pad)
    assert kopie.pad.name in oud.tekst.text()
    Sessie.open(kopie.pad, GEHEIM).sluit()
    antwoord_op("Annuleren")
    oud.weg.click()
    assert kopie.pad.exists()
    gezien = antwoord_op("Verwijderen")
    with qtbot.waitSignal(oud.klaar):
        oud.weg.click()
    assert kopie.pad.name in gezien[0]
    assert gezien[1] == "Annuleren"
    assert not kopie.pad.exists()
    assert oud.weg.isHidden()


def test_zonder_sleutelbos_wordt_dat_gezegd_en_niets_bewaard(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sleutelbos, "_kies", lambda: None)
    venster.beveiliging.open_sleutelbos()
    [vraag] = venster.findChildren(Sleutelbosvenster)
    qtbot.waitUntil(lambda: "geen sleutelbos" in vraag.stand.text())
    assert vraag.hoofd.isHidden()
    assert vraag.geheim.isHidden(), "nothing is asked that can't be kept"


class _Bos(dict[tuple[str, str], str]):
    """A keyring in memory."""

    def get_password(self, dienst: str, naam: str) -> str | None:
        return self.get((dienst, naam))

    def set_password(self, dienst: str, naam: str, geheim: str) -> None:
        self[dienst, naam] = geheim

    def delete_password(self, dienst: str, naam: str) -> None:
        del self[dienst, naam]


def test_wie_de_sleutelbos_kiest_hoeft_niet_te_typen_behalve_na_vergrendelen(
    venster: Hoofdvenster, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bos = _Bos()
    monkeypatch.setattr(sleutelbos, "_kies", lambda: bos)
    monkeypatch.setattr(sleutelbos, "_VEILIG", {_Bos.__module__: "de proefbos"})
    venster.beveiliging.open_sleutelbos()
    [vraag] = venster.findChildren(Sleutelbosvenster)
    qtbot.waitUntil(vraag.hoofd.isEnabled)
    assert vraag.geheim.isVisible()
    vraag.geheim.setText("niet dit")
    vraag.hoofd.click()
    qtbot.waitUntil(lambda: "klopt niet" in vraag.fout.text())
    assert bos == {}
    vraag.geheim.setText(GEHEIM)
    with qtbot.waitSignal(vraag.gekozen):
        vraag.hoofd.click()
    assert list(bos.values()) == [GEHEIM]
    assert lees_voorkeuren(tmp_path / "voorkeuren.json").sleutelbos
    assert GEHEIM not in (tmp_path / "voorkeuren.json").read_text()
    venster.slot.vergrendel()
    assert venster.toegang is not None
    assert isinstance(venster.toegang.blad, Ontgrendelen)
    assert venster.toegang._uit_bos is None
    weer = Hoofdvenster(venster.toegang.blad.pad, lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    qtbot.addWidget(weer)
    with qtbot.waitSignal(weer.start_klaar):
        weer.show()
    weer.close()


def test_zonder_keuze_wordt_de_sleutelbos_niet_eens_gevraagd(
    qtbot: QtBot, voorbeeldsessie: Sessie, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bewaar_voorkeuren(tmp_path / "voorkeuren.json", Voorkeuren())
    monkeypatch.setattr(sleutelbos, "haal", lambda _pad: pytest.fail("gevraagd"))
    weer = Hoofdvenster(voorbeeldsessie.pad, lambda: NU, lambda _pad: "", tmp_path / "voorkeuren.json")
    qtbot.addWidget(weer)
    with qtbot.waitSignal(weer.in_beeld):
        weer.show()
    QApplication.processEvents()
    weer.close()
