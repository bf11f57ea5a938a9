"""Tab goes from the top of a page down, also along what came there after the page was made."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.conftest import NU
from tests.ui.volle_scan import vul
from vtscan_desktop.domain.risicoscan import Notitie, NotitieSoort, Risicoscan, Wie
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.stappen import CATEGORIE, GESPREKKEN, topicstap
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.venster import Hoofdvenster
from vtscan_desktop.ui.werkscherm import Werkscherm

_MEEST = 400
"""Of a window that keeps the Tab key somewhere, so much is looked at."""
_REGEL = 14
"""What stands on one line may differ so much in height, in px."""


def haltes(vlak: QWidget) -> list[QWidget]:
    """What Tab visits in a part of the window, from where it comes in until it comes there again."""
    venster = vlak.window()
    venster.activateWindow()
    QApplication.processEvents()
    next(deel for deel in venster.findChildren(QAbstractButton) if deel.isVisible()).setFocus()
    gezien: list[QWidget] = []
    for _ in range(_MEEST):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        hier = QApplication.focusWidget()
        if vlak.isAncestorOf(hier):
            if hier in gezien:
                break
            gezien.append(hier)
    return gezien


def sprongen_omhoog(vlak: QWidget, ketens: list[QWidget]) -> list[str]:
    """Where Tab goes up, other than to the top of a column further to the right."""
    plekken = [(halte.mapTo(vlak, QPoint(0, 0)), halte) for halte in ketens]
    return [
        f"{een.accessibleName() or een.objectName()} -> {ander.accessibleName() or ander.objectName()}"
        for (van, een), (naar, ander) in pairwise(plekken)
        if naar.y() < van.y() - _REGEL and naar.x() <= van.x()
    ]


def fouten_op(pagina: Pagina) -> list[str]:
    QApplication.processEvents()
    return sprongen_omhoog(pagina.inhoud, haltes(pagina.inhoud))


def volle_scan(scan: Risicoscan) -> Risicoscan:
    """With rows in every table, in the tables within rows too, and notes of a kind."""
    vol = vul(scan)
    gesprek = replace(vol.gesprekken[0], met=(Wie("manager", "VT"), Wie("arts", "GGD")))
    knelpunt = Notitie(NU, "te weinig mensen", None, 3, NotitieSoort.KNELPUNT)
    notities = tuple(replace(knelpunt, tijd=NU + timedelta(minutes=i)) for i in range(4))
    return replace(vol, gesprekken=(gesprek, *vol.gesprekken[1:]), notities=notities)


def test_op_elke_pagina_gaat_tab_van_boven_naar_beneden(werkscherm: Werkscherm) -> None:
    leeg = Risicoscan(id=werkscherm.werkruimte.scan.id, regio="ijsselland", peildatum=date(2016, 7, 11))
    vol = volle_scan(werkscherm.werkruimte.scan)
    fout = {}
    for stap in werkscherm.stappen:
        werkscherm.werkruimte.wijzig(leeg)
        werkscherm.ga_naar(stap.id)
        werkscherm.werkruimte.wijzig(vol)
        fout[stap.id] = fouten_op(werkscherm.pagina(stap.id))
    assert fout == {stap.id: [] for stap in werkscherm.stappen}


def test_rijen_die_erbij_komen_horen_bij_hun_tabel(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(topicstap(4))
    acties = werkscherm.pagina(topicstap(4)).findChild(RijenTabel, "acties/4")
    assert acties is not None
    for _ in range(3):
        acties.voeg_toe()
    assert fouten_op(werkscherm.pagina(topicstap(4))) == []
    werkscherm.ga_naar(GESPREKKEN)
    gesprekken = werkscherm.pagina(GESPREKKEN).findChild(RijenTabel, "gesprekken")
    assert gesprekken is not None
    rij = gesprekken.voeg_toe()
    binnen = rij.findChild(RijenTabel)
    assert binnen is not None
    binnen.voeg_toe()
    binnen.voeg_toe()
    assert fouten_op(werkscherm.pagina(GESPREKKEN)) == []


def test_wat_als_staat_waar_het_te_zien_is(werkscherm: Werkscherm) -> None:
    werkscherm.ga_naar(CATEGORIE)
    pagina = werkscherm.pagina(CATEGORIE)
    assert isinstance(pagina, CategoriePagina)
    pagina.begin_proef()
    assert fouten_op(pagina) == []


def test_op_de_startpagina_komen_de_scans_na_de_zoekregel(hoofdvenster: Hoofdvenster) -> None:
    hoofdvenster.naar_start()
    start = hoofdvenster.startpagina
    assert start is not None
    QApplication.processEvents()
    keten = haltes(start)
    eerste = keten.index(start.controle)
    keten = [*keten[eerste:], *keten[:eerste]]
    assert sprongen_omhoog(start, keten) == []
    [rij] = start.rijen()
    assert keten.index(start.overleg) < keten.index(rij.open) < keten.index(start.reserve)
