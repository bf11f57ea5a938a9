"""A real database with one scan, and pages on it, as the window has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.scans.scanrij import Scanrij
from vtscan_desktop.ui.stappen import buren, maak_stappen
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte

P = TypeVar("P", bound=Pagina)
NU = datetime(2016, 7, 11, 14, 2, 11, tzinfo=UTC)
GEHEIM = "een lang wachtwoord"
NAAM = "Kanariegraaf"
"""Who is to be taken out."""


def maak_lege_database(pad: Path) -> None:
    """A database with one empty scan of IJsselland."""
    sessie = Sessie.maak(pad, GEHEIM)
    sessie.scans.nieuw("ijsselland", date(2016, 7, 11))
    sessie.sluit()


class Proef:
    """An open scan. `heropen` closes the database and reads it again from the disk."""

    def __init__(self, qtbot: QtBot, pad: Path) -> None:
        self.qtbot = qtbot
        self.pad = pad
        self.sessie = Sessie.open(pad, GEHEIM)
        [regel] = self.sessie.scans.overzicht()
        self.scan_id = regel.id
        self._open()

    @property
    def scan(self) -> Risicoscan:
        return self.werkruimte.scan

    def begin_met(self, **velden: object) -> None:
        self.werkruimte.wijzig(replace(self.scan, **velden))  # type: ignore[arg-type]

    def toon(self, klasse: type[P], stap_id: str, breedte: int = 694, hoogte: int = 680) -> P:
        """The page as it stands in the window, in the middle column of 1280x800."""
        stappen = maak_stappen(laad_format())
        stap = next(s for s in stappen if s.id == stap_id)
        pagina = klasse(stap, self.werkruimte, self.venster)  # type: ignore[call-arg]
        pagina.sluit_af(*buren(stappen, stap_id))
        vak = self.venster.layout() or QVBoxLayout(self.venster)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.addWidget(pagina)
        self._pagina = pagina
        self.werkruimte.gewijzigd.connect(pagina.ververs)
        self.venster.resize(breedte, hoogte)
        pagina.ververs()
        self.toon_venster()
        return pagina

    def ruim_op(self) -> None:
        """Take the page shown away, to show another."""
        self._pagina.hide()
        self._pagina.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def toon_venster(self) -> None:
        self.venster.show()
        self.venster.activateWindow()
        self.qtbot.waitUntil(self.venster.isActiveWindow)

    def heropen(self) -> Risicoscan:
        self.sluit()
        self.sessie = Sessie.open(self.pad, GEHEIM)
        self._open()
        return self.scan

    def sluit(self) -> None:
        self.werkruimte.sluit()
        self.sessie.sluit()
        self.venster.close()

    def _open(self) -> None:
        thema()
        self.venster = QWidget()
        self.qtbot.addWidget(self.venster)
        self.werkruimte = Werkruimte(self.sessie, self.scan_id, self._klok, self.venster)

    @staticmethod
    def _klok() -> datetime:
        return NU


class Rem:
    """Holds up a function of a module until `los`; `bezig` tells that it was called."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, module: Any, naam: str) -> None:
        self.bezig, self.los = Event(), Event()
        self._echt: Callable[..., Any] = getattr(module, naam)
        monkeypatch.setattr(module, naam, self._doe)

    def _doe(self, *wat: Any, **hoe: Any) -> Any:
        self.bezig.set()
        assert self.los.wait(60)
        return self._echt(*wat, **hoe)


def toets(veld: QWidget, sleutel: Qt.Key, tekst: str = "") -> None:
    """One key on the field that has focus."""
    for soort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(veld, QKeyEvent(soort, sleutel, Qt.KeyboardModifier.NoModifier, tekst))


def typ(veld: QWidget, tekst: str) -> None:
    """Type a text at the end of a field, key by key."""
    veld.setFocus()
    veld.zet_cursorplek(len(veld.tekst()))  # type: ignore[attr-defined]
    sla_aan(veld, tekst)


def sla_aan(veld: QWidget, tekst: str) -> None:
    """Type a text where the cursor is, key by key, whether the field has focus or not; a line break is Enter."""
    for teken in tekst:
        toets(veld, Qt.Key.Key_Return if teken == "\n" else Qt.Key.Key_unknown, teken)


def kies_uit_menu(rij: Scanrij, tekst: str) -> None:
    """Choose something from the menu of a scan on the start page."""
    next(actie for actie in rij.maak_menu().actions() if actie.text() == tekst).trigger()


def antwoord_op(tekst: str) -> list[str]:
    """Press this button of the question that will come; what it asked, and what Enter would have answered."""
    gezien: list[str] = []

    def druk() -> None:
        venster = QApplication.activeModalWidget()
        if not isinstance(venster, QMessageBox):
            QTimer.singleShot(5, druk)
            return
        standaard = venster.defaultButton()
        assert standaard is not None
        gezien.extend((venster.informativeText(), standaard.text()))
        next(k for k in venster.findChildren(QPushButton) if k.text() == tekst).click()

    QTimer.singleShot(5, druk)
    return gezien


def cursor_in_beeld(rol: QScrollArea, veld: QWidget) -> bool:
    """Whether the part of a scrolling area that is in view holds all of the cursor of a field."""
    cursor = QRectF(veld.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).toRect()
    return rol.viewport().rect().contains(cursor.translated(veld.mapTo(rol.viewport(), QPoint())))
