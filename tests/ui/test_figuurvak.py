"""Figures in the real window: painted from the drawing, read by keyboard, as words and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tests.kerndataproef import ONDERZOEKEN, VOLLE_KERNDATA
from tests.ui.proefscan import Proef, toets, typ
from vtscan_desktop.domain.figuur.tekening import Rol, Stip, Tekst
from vtscan_desktop.domain.kerndatafiguren import topicfiguren, vergelijkfiguren
from vtscan_desktop.domain.risicoscan import Kerndata, Risicoscan, WachtlijstRij
from vtscan_desktop.hulpbronnen import laad_format
from vtscan_desktop.ui.figuren.figuurvak import ALS_TABEL, ZONDER_TABEL, Figuurlijst, Figuurvak
from vtscan_desktop.ui.kleuren import DONKER, HOOG_CONTRAST, LICHT, Palet
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.paginas.kerndata import FormatiePagina
from vtscan_desktop.ui.paginas.topic import TopicPagina
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SCAN = Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", date(2016, 7, 11), kerndata=VOLLE_KERNDATA)


@pytest.fixture
def lijst(qtbot: QtBot) -> Iterator[Figuurlijst]:
    """All figures of a scan on a window of their own, as wide as the column of a page."""
    thema().stel_in(LICHT, 1.0)
    venster = QWidget()
    qtbot.addWidget(venster)
    gemaakt = Figuurlijst(venster)
    QVBoxLayout(venster).addWidget(gemaakt)
    gemaakt.zet_figuren([figuur for nr in (3, 18, 19, 20) for figuur in topicfiguren(SCAN, nr)])
    venster.resize(640, 1400)
    venster.show()
    venster.activateWindow()
    qtbot.waitUntil(venster.isActiveWindow)
    yield gemaakt
    thema().stel_in(LICHT, 1.0)
    venster.close()


@pytest.mark.parametrize("palet", [LICHT, DONKER, HOOG_CONTRAST], ids=lambda p: p.naam)
def test_de_punten_van_de_tekening_staan_in_de_kleuren_van_het_thema_op_het_scherm(
    lijst: Figuurlijst, palet: Palet
) -> None:
    thema().stel_in(palet, 1.0)
    vlak = lijst.vakken[0].vlak
    beeld = vlak.grab().toImage()
    schaal = beeld.devicePixelRatio()
    stippen = [vorm for vorm in vlak.tekening().vormen if isinstance(vorm, Stip)]
    assert len(stippen) == 5 + 1  # a mark for each count, and one before the name
    for stip in stippen:
        kleur = beeld.pixelColor(int(stip.x * schaal), int(stip.y * schaal))
        assert kleur.name() == QColor(palet.accent).name()


def test_elke_vorm_van_de_tekening_is_geschilderd(lijst: Figuurlijst) -> None:
    for vak in lijst.vakken:
        beeld = vak.vlak.grab().toImage()
        schaal = beeld.devicePixelRatio()
        achter = QColor(LICHT.doek).name()
        for vorm in vak.vlak.tekening().vormen:
            if isinstance(vorm, Tekst):
                vlek = (vorm.x, vorm.y - 0.8 * LETTER["klein"], vorm.x + vorm.breedte, vorm.y + 2)
            elif isinstance(vorm, Stip):
                vlek = (vorm.x - vorm.straal, vorm.y - vorm.straal, vorm.x + vorm.straal, vorm.y + vorm.straal)
            elif vorm.rol is Rol.PAPIER:
                continue
            else:
                xs, ys = zip(*vorm.punten, strict=True)
                vlek = (min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1)
            x0, y0, x1, y1 = (round(grens * schaal) for grens in vlek)
            kleuren = {
                beeld.pixelColor(x, y).name()
                for x in range(max(x0, 0), min(x1, beeld.width()))
                for y in range(max(y0, 0), min(y1, beeld.height()))
            }
            assert kleuren - {achter}, vorm


@pytest.mark.parametrize("schaal", [1.0, 1.5, 2.0])
def test_een_figuur_past_bij_elke_tekstgrootte_in_haar_vlak(lijst: Figuurlijst, schaal: float) -> None:
    thema().stel_in(LICHT, schaal)
    for vak in lijst.vakken:
        vlak = vak.vlak
        vlak.resize(638, vlak.heightForWidth(638))
        tekening = vlak.tekening()
        assert tekening.hoogte <= vlak.height()
        for vorm in tekening.vormen:
            if isinstance(vorm, Tekst):
                assert vorm.x >= 0
                assert vorm.x + vorm.breedte <= 638
                assert not vorm.tekst.endswith("…")


def test_pijlen_lezen_elke_waarde_van_links_naar_rechts(lijst: Figuurlijst) -> None:
    vak = lijst.vakken[0]
    lijst.vakken[1].vlak.setFocus()
    vak.vlak.setFocus(Qt.FocusReason.TabFocusReason)
    assert "31 december 2015" in vak.gelezen.text()
    toets(vak.vlak, Qt.Key.Key_Home)
    gelezen = [vak.gelezen.text()]
    while True:
        toets(vak.vlak, Qt.Key.Key_Right)
        if vak.gelezen.text() == gelezen[-1]:
            break
        gelezen.append(vak.gelezen.text())
    assert gelezen[0] == f"{ONDERZOEKEN}, 31 december 2014: 30"
    assert len(set(gelezen)) == 8
    punten = vak.vlak.tekening().leespunten
    assert all(a.x <= b.x for a, b in pairwise(punten))
    lijst.vakken[1].vlak.setFocus()
    assert vak.gelezen.text() == ""


def test_de_muis_leest_de_waarde_waar_zij_is(lijst: Figuurlijst) -> None:
    vak = lijst.vakken[0]
    punt = next(p for p in vak.vlak.tekening().leespunten if "30 september" in p.tekst)
    plek = QPointF(punt.x + 3, punt.y + 5)
    knop = Qt.MouseButton.NoButton
    vak.vlak.mouseMoveEvent(
        QMouseEvent(QMouseEvent.Type.MouseMove, plek, plek, knop, knop, Qt.KeyboardModifier.NoModifier)
    )
    assert vak.gelezen.text() == f"{ONDERZOEKEN}, 30 september 2015: 45"


def test_een_figuur_heeft_haar_woorden_en_haar_waarden_als_tabel(lijst: Figuurlijst) -> None:
    vak = lijst.vakken[0]
    assert vak.vlak.accessibleName() == "Wachtlijst"
    assert f"{ONDERZOEKEN}: van 30 naar 33" in vak.vlak.accessibleDescription()
    assert (vak.schakelaar.text(), vak.waarden()) == (ALS_TABEL, None)
    vak.schakelaar.click()
    tabel = vak.waarden()
    assert tabel is not None
    teksten = [label.text() for label in tabel.findChildren(QLabel)]
    assert teksten[:6] == ["Wanneer", ONDERZOEKEN, "meldingen zonder triage", "31 december 2014", "30", ""]
    assert vak.schakelaar.text() == ZONDER_TABEL
    vak.schakelaar.click()
    assert vak.waarden() is None


def test_de_wachtlijst_van_topic_3_tekent_elke_getypte_telling(proef: Proef) -> None:
    def bouw(stap: object, werkruimte: object, parent: object) -> TopicPagina:
        return TopicPagina(stap, werkruimte, parent, laad_format().topic(3))  # type: ignore[arg-type]

    proef.begin_met(kerndata=Kerndata(wachtlijst=(WachtlijstRij(date(2015, 9, 30), 45, ONDERZOEKEN),)))
    pagina = proef.toon(bouw, "topic-3")  # type: ignore[arg-type, type-var]
    assert pagina.figuren.vakken == []
    assert not pagina.figuren.isVisible()
    tabel = pagina._tabellen[1]
    tabel.toevoegen.click()
    for kolom, tekst in enumerate(("31-12-2015", "33", ONDERZOEKEN)):
        typ(tabel.rij(1).cel(kolom), tekst)
    (vak,) = pagina.figuren.vakken
    assert vak.titel.text() == f"Wachtlijst: {ONDERZOEKEN}"
    assert "van 45 naar 33" in vak.vlak.accessibleDescription()
    typ(tabel.rij(1).cel(1), "0")
    assert pagina.figuren.vakken == [vak]
    assert "van 45 naar 330" in vak.vlak.accessibleDescription()


def test_wat_onbekend_wordt_verdwijnt_uit_de_figuur_en_uit_de_afgeleide_cijfers(proef: Proef) -> None:
    proef.begin_met(kerndata=VOLLE_KERNDATA)
    pagina = proef.toon(FormatiePagina, "topic-20")
    assert [vak.titel.text() for vak in pagina.figuren.vakken] == [
        "Formatie van Veilig Thuis",
        "Vertrouwensarts en gedragswetenschapper",
    ]
    zonder = tuple(replace(rij, tijdelijk=None) for rij in VOLLE_KERNDATA.formatie)
    proef.begin_met(kerndata=replace(VOLLE_KERNDATA, formatie=zonder))
    (vak,) = pagina.figuren.vakken
    assert "tijdelijk" not in vak.vlak.accessibleDescription()
    teksten = [label.text() for label in pagina.kengetallen.findChildren(QLabel)]
    assert "onbekend" in teksten
    assert any("de tijdelijke fte van Veilig Thuis op 1 april 2016 ontbreekt" in tekst for tekst in teksten)


def test_twee_scans_staan_in_hetzelfde_vak_elk_met_hun_naam(qtbot: QtBot) -> None:
    venster = QWidget()
    qtbot.addWidget(venster)
    vak = Figuurvak(venster)
    for figuur in vergelijkfiguren(SCAN, replace(SCAN, peildatum=date(2017, 1, 15))):
        vak.zet_figuur(figuur)
        vak.vlak.resize(640, vak.vlak.heightForWidth(640))
        teksten = " ".join(vorm.tekst for vorm in vak.vlak.tekening().vormen if isinstance(vorm, Tekst))
        for naam in ("scan van 11 juli 2016", "scan van 15 januari 2017"):
            assert naam in teksten or naam.removeprefix("scan van ") in teksten, figuur.titel
