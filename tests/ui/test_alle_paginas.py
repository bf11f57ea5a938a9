"""Promises that hold for every page of an open scan."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NU
from tests.ui.volle_scan import vul
from vtscan_desktop.domain.grenzen import MAX_TEKST
from vtscan_desktop.domain.risicoscan import TOPIC_NRS, Oordeel
from vtscan_desktop.services.actielijst import Volgorde
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.gesprek.gespreksmodus import Gespreksmodus
from vtscan_desktop.ui.kleuren import DONKER, HOOG_CONTRAST, LICHT, Palet
from vtscan_desktop.ui.paginas.acties import ActiesPagina
from vtscan_desktop.ui.stappen import topicstap
from vtscan_desktop.ui.tabellen.cellen import KeuzeCel
from vtscan_desktop.ui.thema import maak_stijl, thema
from vtscan_desktop.ui.venster import MINIMUM
from vtscan_desktop.ui.werkruimte import Werkruimte
from vtscan_desktop.ui.werkscherm import Werkscherm

UIT = "steekt uit"
BEDIENING = (QAbstractButton, QLineEdit, QTextEdit, QComboBox)


@pytest.fixture
def scherm(request: pytest.FixtureRequest, voorbeeldsessie: Sessie, qtbot: QtBot) -> Iterator[Werkscherm]:
    """The shell at 1280x800 on a full scan, at the text size asked for (100% unless the test says)."""
    thema().zet_schaal(getattr(request, "param", 1.0))
    [regel] = voorbeeldsessie.scans.overzicht()
    ruimte = Werkruimte(voorbeeldsessie, regel.id, lambda: NU, None)
    ruimte.wijzig(vul(ruimte.scan))
    gemaakt = Werkscherm(ruimte, voorbeeldsessie, None)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1280, 800)
    gemaakt.show()
    yield gemaakt
    gemaakt.sluit()
    gemaakt.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # before the style changes for what is shown
    thema().zet_schaal(1.0)


def zichtbaar(vanaf: QWidget, soorten: type | tuple[type, ...]) -> list[QWidget]:
    return [w for w in vanaf.findChildren(QWidget) if isinstance(w, soorten) and w.isVisible()]


def test_elk_bedieningselement_op_elke_pagina_heeft_een_naam_en_elk_veld_een_plek(scherm: Werkscherm) -> None:
    fouten = []
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        pagina = scherm.pagina(stap.id).inhoud
        buddies = {b for lab in scherm.findChildren(QLabel) if (b := lab.buddy()) is not None}
        for widget in zichtbaar(scherm, BEDIENING):
            tekst = widget.text() if isinstance(widget, QAbstractButton) else ""
            if not (widget.accessibleName().strip() or tekst.strip() or widget in buddies):
                fouten.append(f"{stap.id}: {type(widget).__name__} {widget.objectName()} zonder naam")
        plekken = Counter(w.objectName() for w in zichtbaar(pagina, (QLineEdit, QTextEdit)))
        fouten += [f"{stap.id}: plek {plek!r} staat er {n} keer" for plek, n in plekken.items() if n > 1 or not plek]
    assert fouten == []


def test_wat_te_lang_is_om_te_plakken_wordt_op_elke_pagina_geweigerd_met_een_zin(scherm: Werkscherm) -> None:
    te_lang, geprobeerd = QMimeData(), 0
    te_lang.setText("x" * (MAX_TEKST + 1))
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        pagina = scherm.pagina(stap.id)
        if isinstance(pagina, ActiesPagina):
            pagina.tabel.wijs_aan(0, Volgorde.WAT)
            pagina.tabel.edit(pagina.tabel.currentIndex())
        for vlak in zichtbaar(pagina.inhoud, TekstVlak):
            assert isinstance(vlak, TekstVlak)
            if not vlak.isReadOnly():
                scherm.meldingregel.toon("")
                was = vlak.tekst()
                vlak.insertFromMimeData(te_lang)
                geprobeerd += 1
                assert vlak.tekst() == was, vlak.accessibleName()
                assert "tekens" in scherm.meldingregel.tekst(), f"{stap.id}: {vlak.accessibleName()}"
    assert geprobeerd > 60


@pytest.mark.parametrize("scherm", [1.0, 1.5, 2.0], indirect=True, ids=["100%", "150%", "200%"])
def test_in_gespreksmodus_staat_elke_titel_er_heel(scherm: Werkscherm) -> None:
    scherm.open_modus(1)
    modus = scherm.findChild(Gespreksmodus)
    assert modus is not None
    for nr in TOPIC_NRS:
        modus.toon_topic(nr)
        QApplication.processEvents()
        assert modus.titel.height() >= modus.titel.heightForWidth(modus.titel.width()), nr


@pytest.mark.parametrize("scherm", [1.0, 1.5, 2.0], indirect=True, ids=["100%", "150%", "200%"])
def test_op_1280_bij_800_wordt_niets_afgesneden(scherm: Werkscherm) -> None:
    fouten = [fout for stap in scherm.stappen for fout in fouten_op(scherm, stap.id)]
    assert (scherm.width(), fouten) == (1280, [])


@pytest.mark.parametrize("scherm", [1.0, 1.3, 1.5, 2.0], indirect=True, ids=["100%", "130%", "150%", "200%"])
@pytest.mark.parametrize("breedte", [MINIMUM.width(), 1366])
def test_smaller_of_breder_blijft_alles_in_beeld(scherm: Werkscherm, breedte: int) -> None:
    QApplication.processEvents()  # else it still is as wide as it was made
    scherm.resize(breedte, MINIMUM.height())
    fouten = [fout for stap in scherm.stappen for fout in fouten_op(scherm, stap.id) if fout.endswith(UIT)]
    assert (scherm.width(), fouten) == (breedte, [])


@pytest.mark.parametrize("scherm", [1.0, 2.0], indirect=True, ids=["100%", "200%"])
@pytest.mark.parametrize("breedte", [MINIMUM.width(), 1366])
def test_een_keuze_in_een_tabel_toont_haar_langste_waarde_of_heeft_de_hele_regel(
    scherm: Werkscherm, breedte: int
) -> None:
    scherm.resize(breedte, MINIMUM.height())
    gezien, te_smal = 0, []
    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        QApplication.processEvents()
        for cel in zichtbaar(scherm.pagina(stap.id).inhoud, KeuzeCel):
            assert isinstance(cel, KeuzeCel)
            gezien += 1
            langste = max(cel.fontMetrics().horizontalAdvance(cel.itemText(i)) for i in range(cel.count()))
            if langste > cel.ruimte_voor_tekst() and cel.width() < cel.parentWidget().width():
                te_smal.append(f"{stap.id}: {cel.accessibleName()}")
    assert te_smal == []
    assert gezien > 10


@pytest.mark.parametrize("scherm", [1.0, 2.0], indirect=True, ids=["100%", "200%"])
def test_op_geen_pagina_ligt_iets_over_iets_anders(scherm: Werkscherm, qtbot: QtBot) -> None:
    def niets_over_elkaar() -> None:  # once texts have taken their height, which pushes down what is below them
        assert over_elkaar(scherm.pagina(scherm.huidig).inhoud) == []

    for stap in scherm.stappen:
        scherm.ga_naar(stap.id)
        qtbot.waitUntil(niets_over_elkaar)


def over_elkaar(inhoud: QWidget) -> list[str]:
    vakken = [(w, QRect(w.mapTo(inhoud, QPoint()), w.size())) for w in zichtbaar(inhoud, (*BEDIENING, QLabel))]
    return [
        " en ".join(w.accessibleName() or repr(w.property("text")) for w in (een, ander))
        for (een, hier), (ander, daar) in combinations(vakken, 2)
        if hier.intersects(daar) and not een.isAncestorOf(ander) and not ander.isAncestorOf(een)
    ]


def fouten_op(scherm: Werkscherm, stap: str) -> list[str]:
    scherm.ga_naar(stap)
    QApplication.processEvents()
    pagina = scherm.pagina(stap)
    rol = pagina.rol.viewport()
    gevonden = []
    for widget in zichtbaar(pagina.inhoud, (*BEDIENING, QLabel)):
        vak = QRect(widget.mapTo(rol, QPoint(0, 0)), widget.size())
        wat = f"{stap}: {type(widget).__name__} {widget.accessibleName() or widget.property('text')!r}"
        if vak.left() < 0 or vak.right() > rol.width():
            gevonden.append(f"{wat} {UIT}")
        if past_niet(widget):
            gevonden.append(f"{wat} is te klein voor wat erin staat")
    return gevonden


def past_niet(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        if not widget.text() or widget.pixmap().width():
            return False
        if widget.wordWrap():
            return widget.height() + 1 < widget.heightForWidth(widget.width())
        return widget.width() + 1 < widget.minimumSizeHint().width()
    if isinstance(widget, QTextEdit):
        return widget.document().size().height() > widget.viewport().height() + 2
    if isinstance(widget, KeuzeVeld):
        return widget.fontMetrics().horizontalAdvance(widget.currentText()) > widget.ruimte_voor_tekst()
    return bool(widget.property("text")) and widget.width() < widget.minimumSizeHint().width()


def helderheid(kleur: str) -> float:
    def lineair(deel: int) -> float:
        waarde = deel / 255
        return waarde / 12.92 if waarde <= 0.03928 else float(((waarde + 0.055) / 1.055) ** 2.4)

    rood, groen, blauw = (lineair(int(kleur[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize("palet", [LICHT, DONKER, HOOG_CONTRAST], ids=lambda p: p.naam)
def test_tekst_heeft_contrast_4_5_en_bediening_3(palet: Palet) -> None:
    tonen = [palet.op_orde, palet.pril, palet.in_ontwikkeling, palet.niet_op_orde, palet.open]
    tekst = [(voor, vlak) for voor in (palet.inkt, palet.gedempt, palet.accent) for vlak in (palet.papier, palet.doek)]
    tekst += [(t.voor, t.achter) for t in tonen] + [(t.voor, palet.papier) for t in tonen]
    tekst += [(palet.op_accent, palet.accent), (palet.accent, palet.accent_zacht), (palet.inkt, palet.accent_zacht)]
    assert min(contrast(a, b) for a, b in tekst) >= 4.5
    assert min(contrast(palet.rand, vlak) for vlak in (palet.papier, palet.doek)) >= 3


@pytest.mark.parametrize("palet", [LICHT, DONKER, HOOG_CONTRAST], ids=lambda p: p.naam)
def test_focus_en_randen_van_bediening_hebben_contrast_3(palet: Palet) -> None:
    vlakken = (palet.papier, palet.doek)
    randen = [(palet.rand, palet.accent_zacht), (palet.rand, palet.open.achter)]  # hover; what can't be used now
    focus = [(palet.ring, vlak) for vlak in (*vlakken, palet.accent_zacht)]  # the border of what has focus
    fout = [(palet.niet_op_orde.voor, vlak) for vlak in vlakken]  # a wrong field, a misspelt word
    gevuld = [(palet.op_accent, palet.accent), (palet.accent_zacht, palet.accent)]  # a tick; the main button, focused
    gekozen = [(t.voor, t.achter) for t in map(palet.oordeel, Oordeel)]  # the line under a chosen oordeel, its shape
    assert min(contrast(a, b) for a, b in (*randen, *focus, *fout, *gevuld, *gekozen)) >= 3


def test_in_hoog_contrast_is_de_rand_van_wat_focus_heeft_breder_en_anders_dan_elke_andere_rand() -> None:
    palet = HOOG_CONTRAST
    assert min(contrast(palet.ring, rand) for rand in (palet.rand, palet.lijn, palet.inkt)) >= 3
    assert palet.ring not in (palet.accent, palet.niet_op_orde.voor)
    assert f"border: 3px solid {palet.ring};" in maak_stijl(palet, 1.0)


@pytest.mark.parametrize("palet", [LICHT, DONKER, HOOG_CONTRAST], ids=lambda p: p.naam)
def test_het_pijltje_van_een_keuze_heeft_de_kleur_van_de_tekens(palet: Palet) -> None:
    pijlen = set(re.findall(r'"([^"]*pijl[^"]*)"', maak_stijl(palet, 1.0)))
    assert len(pijlen) == 1
    assert palet.gedempt in Path(pijlen.pop()).read_text("utf-8")


@pytest.mark.parametrize("palet", [LICHT, HOOG_CONTRAST], ids=lambda p: p.naam)
@pytest.mark.parametrize("scherm", [1.0, 2.0], indirect=True, ids=["100%", "200%"])
def test_wat_focus_krijgt_verschuift_niets(scherm: Werkscherm, qtbot: QtBot, palet: Palet) -> None:
    thema().kies(palet)
    try:
        scherm.activateWindow()
        qtbot.waitUntil(scherm.isActiveWindow)
        gezien, anders = 0, []
        for stap in ("gesprekken", topicstap(3), "categorie", "rapport"):
            scherm.ga_naar(stap)
            for widget in zichtbaar(scherm, BEDIENING):
                if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled():
                    continue
                scherm.stappenlijst.setFocus()
                zonder = maat(widget)
                widget.setFocus(Qt.FocusReason.TabFocusReason)
                if widget.hasFocus():
                    gezien += 1
                    if maat(widget) != zonder:
                        anders.append(f"{stap}: {widget.accessibleName() or widget.property('text')}")
        assert anders == []
        assert gezien > 40
    finally:
        thema().kies(None)


def maat(widget: QWidget) -> tuple[object, ...]:
    """What a widget asks for, and where within it its text stands."""
    if isinstance(widget, QTextEdit):
        return widget.size(), widget.viewport().geometry()
    if isinstance(widget, KeuzeVeld):
        return widget.sizeHint(), widget.ruimte_voor_tekst()
    return (widget.sizeHint(),)


def test_wat_focus_heeft_ziet_er_anders_uit(scherm: Werkscherm, qtbot: QtBot) -> None:
    scherm.activateWindow()
    qtbot.waitUntil(scherm.isActiveWindow)
    gezien, onveranderd = 0, []
    for stap in ("gesprekken", topicstap(3), "categorie", "rapport"):
        scherm.ga_naar(stap)
        for widget in zichtbaar(scherm.pagina(stap).inhoud, BEDIENING):
            if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus or not widget.isEnabled():
                continue
            scherm.stappenlijst.setFocus()
            zonder = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if widget.hasFocus():
                gezien += 1
                if widget.grab().toImage() == zonder:
                    onveranderd.append(f"{stap}: {type(widget).__name__} {widget.accessibleName()!r}")
    assert onveranderd == []
    assert gezien > 40


def test_typen_gaat_door_terwijl_een_andere_stap_wordt_getoond_en_blijft_staan(scherm: Werkscherm) -> None:
    scherm.ga_naar(topicstap(3))
    vlak = scherm.pagina(topicstap(3)).eerste_veld()
    assert isinstance(vlak, QTextEdit)
    vlak.insertPlainText("Eerst dit. ")
    scherm.ga_naar(topicstap(4))
    scherm.ga_naar(topicstap(3))
    assert vlak.toPlainText().startswith("Eerst dit. ")
    assert scherm.werkruimte.scan.topic(3).toelichting.startswith("Eerst dit. ")


def test_de_pagina_scrolt_en_de_velden_niet(scherm: Werkscherm) -> None:
    scherm.ga_naar(topicstap(3))
    velden = zichtbaar(scherm.pagina(topicstap(3)).inhoud, QAbstractScrollArea)
    assert velden
    assert all(not veld.verticalScrollBar().isVisible() for veld in velden)
