"""The shortcuts: one register, no clashes, and F1 tells what works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.reservekopieen.reservevenster import Reservevenster
from vtscan_desktop.ui.scans.overlegvenster import Overlegvenster
from vtscan_desktop.ui.scans.persoonvenster import Persoonvenster
from vtscan_desktop.ui.sneltoetsen import SNELTOETSEN, sneltoets
from vtscan_desktop.ui.stappen import ESCALATIE, ZIENSWIJZEN, topicstap
from vtscan_desktop.ui.toegang.herstelsleutel import Sleutelvenster
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm


def werkscherm_van(hoofdvenster: Hoofdvenster) -> Werkscherm:
    assert hoofdvenster.werkscherm is not None
    return hoofdvenster.werkscherm


def is_actief(toets: QShortcut) -> bool:
    eigenaar = toets.parent()
    assert isinstance(eigenaar, QWidget)
    return toets.isEnabled() and eigenaar.isVisible()


def toetsen(toets: QShortcut) -> list[str]:
    return [reeks.toString() for reeks in QShortcut.keys(toets)]


def alle_paginas(hoofdvenster: Hoofdvenster) -> Iterator[str]:
    scherm = werkscherm_van(hoofdvenster)
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        yield stap.id


def test_op_geen_enkele_pagina_doen_twee_sneltoetsen_hetzelfde(hoofdvenster: Hoofdvenster) -> None:
    dubbel = []
    for stap in alle_paginas(hoofdvenster):
        telling = Counter(k for t in hoofdvenster.findChildren(QShortcut) if is_actief(t) for k in toetsen(t))
        dubbel += [f"{stap}: {toets}" for toets, aantal in telling.items() if aantal > 1]
    assert dubbel == []


def test_elke_sneltoets_staat_in_het_register_en_elke_regel_daarvan_werkt(hoofdvenster: Hoofdvenster) -> None:
    gebonden = set()
    for _stap in alle_paginas(hoofdvenster):
        for toets in hoofdvenster.findChildren(QShortcut):
            assert toetsen(toets) == [QKeySequence(t).toString() for t in sneltoets(toets.objectName()).toetsen]
            gebonden.add(toets.objectName())
    assert gebonden == {t.id for t in SNELTOETSEN}


def test_geen_veld_houdt_een_sneltoets_voor_zichzelf(hoofdvenster: Hoofdvenster) -> None:
    scherm = werkscherm_van(hoofdvenster)
    scherm.ga_naar(topicstap(3))
    tekst = scherm.pagina(topicstap(3)).eerste_veld()
    assert tekst is not None
    gehouden = set()
    for veld in (tekst, scherm.notitiebalk.regel):
        for toets in SNELTOETSEN:
            for naam in toets.toetsen:
                combinatie = QKeySequence(naam)[0]
                vraag = QKeyEvent(QEvent.Type.ShortcutOverride, combinatie.key(), combinatie.keyboardModifiers(), "")
                vraag.ignore()
                QApplication.sendEvent(veld, vraag)
                if vraag.isAccepted():
                    gehouden.add(naam)
    assert gehouden <= {"Ctrl+Shift+Z"}  # that one a long text hears itself


@pytest.mark.parametrize(
    ("toets_id", "soort"),
    [
        ("overleg", Overlegvenster),
        ("reservekopieen", Reservevenster),
        ("herstelsleutel", Sleutelvenster),
        ("persoon", Persoonvenster),
    ],
)
def test_wat_over_alle_scans_gaat_is_overal_een_toets_ver(
    hoofdvenster: Hoofdvenster, toets_id: str, soort: type[QDialog]
) -> None:
    for _ in range(2):  # in an open scan, and on the start page
        toets = next(t for t in hoofdvenster.findChildren(QShortcut) if t.objectName() == toets_id)
        assert is_actief(toets)
        toets.activated.emit()
        [venster] = hoofdvenster.findChildren(soort)
        assert venster.isVisible()
        venster.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        hoofdvenster.naar_start()


@pytest.mark.parametrize("stap", [ESCALATIE, ZIENSWIJZEN])
def test_wie_een_lege_pagina_opent_en_enter_drukt_voegt_niets_toe(
    hoofdvenster: Hoofdvenster, qtbot: QtBot, stap: str
) -> None:
    scherm = werkscherm_van(hoofdvenster)
    scherm.werkruimte.wijzig_veld(maatwerkacties=(), zienswijzen=())
    voor = scherm.werkruimte.scan
    scherm.ga_naar_veld(stap)
    focus = hoofdvenster.focusWidget()
    assert focus is scherm.pagina(stap).rol
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert scherm.werkruimte.scan is voor
    qtbot.keyClick(focus, Qt.Key.Key_Tab)
    na = hoofdvenster.focusWidget()
    assert na is not None
    assert scherm.pagina(stap).isAncestorOf(na)


def test_de_toets_die_afsluit_bewaart_eerst_wat_net_is_getypt(actief_venster: Hoofdvenster, qtbot: QtBot) -> None:
    pad = actief_venster.database
    scherm = werkscherm_van(actief_venster)
    scan_id = scherm.werkruimte.scan.id
    scherm.ga_naar(topicstap(3))
    veld = scherm.pagina(topicstap(3)).eerste_veld()
    assert veld is not None
    qtbot.keyClicks(veld, "nog net ")
    qtbot.keyClick(actief_venster, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not actief_venster.isVisible()
    opnieuw = Sessie.open(pad, "een lang wachtwoord")
    assert "nog net " in opnieuw.opslag.lees(scan_id).scan.topic(3).toelichting
    opnieuw.sluit()
