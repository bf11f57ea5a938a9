"""In the narrowest window, with the largest text, nothing of the screens around a scan lies out of sight."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.eerste_start import kies_wachtwoord, start_van
from tests.ui.conftest import NU
from vtscan_desktop.domain.proef import Proef
from vtscan_desktop.domain.risicoscan import Oordeel
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.onderdelen import Regel
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.scans.formatvenster import Formatvenster
from vtscan_desktop.ui.scans.startpagina import Startpagina
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.toegang.startbladen import Sleutelblad
from vtscan_desktop.ui.toegang.toegang import Toegang
from vtscan_desktop.ui.venster import MINIMUM
from vtscan_desktop.ui.werkscherm import Werkscherm


@pytest.fixture
def grote_tekst() -> Iterator[None]:
    thema().zet_schaal(2.0)
    yield
    thema().stel_in(None, 1.0)


def toon(qtbot: QtBot, wat: QWidget) -> None:
    qtbot.addWidget(wat)
    wat.resize(MINIMUM)
    wat.show()


def uit_het_zicht(vlak: QWidget) -> list[str]:
    """What scrolls and is wider than what it scrolls in, and buttons too narrow for their words."""
    QApplication.processEvents()
    rollen = [
        f"{deel.vlak.minimumSizeHint().width()} px in {deel.viewport().width()}"
        for deel in vlak.findChildren(Rolvak)
        if deel.isVisible() and deel.vlak.minimumSizeHint().width() > deel.viewport().width()
    ]
    knoppen = [deze for deze in vlak.findChildren(QPushButton) if deze.isVisible()]
    assert knoppen
    return rollen + [deze.text() for deze in knoppen if deze.width() < deze.sizeHint().width()]


@pytest.mark.usefixtures("grote_tekst")
def test_de_eerste_start_staat_er_heel(tmp_path: Path, qtbot: QtBot) -> None:
    toegang = Toegang(tmp_path / "scans.vtdb", NU.date)
    toon(qtbot, toegang)
    start = start_van(toegang)
    assert uit_het_zicht(toegang) == []
    qtbot.waitUntil(kies_wachtwoord(start, "een lange zin als slot"))
    for _ in range(4):
        assert uit_het_zicht(toegang) == [], start.keuze.stap
        if isinstance(start.blad, Sleutelblad):
            start.blad.bewaard.click()
        if start.keuze.nummer < 5:
            start.blad.door.click()


@pytest.mark.usefixtures("grote_tekst")
def test_de_startpagina_en_de_formats_staan_er_heel(voorbeeldsessie: Sessie, qtbot: QtBot) -> None:
    pagina = Startpagina(voorbeeldsessie, lambda: NU, None)  # type: ignore[arg-type]
    toon(qtbot, pagina)
    assert uit_het_zicht(pagina) == []
    formats = Formatvenster(voorbeeldsessie, pagina)
    formats.open()
    qtbot.waitUntil(lambda: bool(formats.kaarten))
    assert uit_het_zicht(formats) == []


@pytest.mark.usefixtures("grote_tekst")
def test_wat_als_staat_er_heel(werkscherm: Werkscherm) -> None:
    QApplication.processEvents()
    werkscherm.resize(MINIMUM)
    werkscherm.ga_naar("categorie")
    pagina = werkscherm.pagina("categorie")
    assert isinstance(pagina, CategoriePagina)
    pagina.begin_proef()
    pagina.probeer(Proef(((4, Oordeel.NIET_OP_ORDE), (16, Oordeel.PRIL))))
    QApplication.processEvents()
    assert pagina.proefvak is not None
    rol = pagina.rol.viewport()
    for deel in (pagina.verschil, pagina.proefvak):
        links = deel.mapTo(rol, QPoint()).x()
        assert links >= 0
        assert links + deel.width() <= rol.width()
        assert deel.width() >= deel.minimumSizeHint().width()


@pytest.mark.usefixtures("grote_tekst")
def test_een_lange_melding_met_wat_ertegen_te_doen_is_staat_er_heel(werkscherm: Werkscherm) -> None:
    QApplication.processEvents()
    werkscherm.resize(MINIMUM)
    zin = "De scan kon niet worden bewaard, omdat een ander programma het bestand nu gebruikt. Uw tekst staat er nog."
    werkscherm.meldingregel.toon(zin, actie=("Bekijk het verslag", werkscherm.meldingregel.sluit))
    QApplication.processEvents()
    [tekst] = werkscherm.meldingregel.findChildren(QLabel)
    assert tekst.height() >= tekst.heightForWidth(tekst.width())
    balk = werkscherm.notitiebalk
    assert not balk.regel.geometry().intersects(balk.topicchip.geometry())
    assert balk.rect().contains(balk.regel.geometry())


@pytest.mark.parametrize("tekst", ["15  Management", "16  Duurzame vorm", "3  Wachtlijsten"])
def test_een_regel_waar_plaats_voor_is_breekt_niet(qtbot: QtBot, tekst: str) -> None:
    houder = QWidget()
    qtbot.addWidget(houder)
    regel = Regel(tekst, houder)
    assert regel.sizeHint().height() < 2 * regel.fontMetrics().lineSpacing()
