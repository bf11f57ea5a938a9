"""The list on the start page: of hundreds of scans only rows that are seen are made, and nobody notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.scans.startpagina import Startpagina
from vtscan_desktop.ui.thema import thema

NU = datetime(2016, 7, 12, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def sessie(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    """Forty scans, of which some have a title that takes more than a line."""
    gemaakt = Sessie.maak(tmp_path_factory.mktemp("veel") / "scans.vtdb", "voorbeeld")
    voorbeeld = lees_invoer(voorbeeldscan()).scan
    for regio in ("ijsselland", "flevoland", "drenthe", "twente"):
        for jaar in range(10):
            scan = replace(voorbeeld, id=f"{regio}-{jaar}", regio=regio, peildatum=date(2016 + jaar, 7, 11))
            scan = replace(scan, titel=" ".join(["Een titel die niet op een regel past"] * (jaar % 3 * 2)))
            gemaakt.opslag.bewaar(None, Werkstand(scan), NU)
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def veel(qtbot: QtBot, sessie: Sessie) -> Startpagina:
    """The page with forty scans."""
    gemaakt = Startpagina(sessie, lambda: NU, None)  # type: ignore[arg-type]
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1280, 800)
    gemaakt.show()
    return gemaakt


class Eerste(QObject):
    """Notes how high the rows are, and want to be, when the list is painted for the first time."""

    def __init__(self, pagina: Startpagina) -> None:
        super().__init__(pagina)
        self.hoogten: list[tuple[int, int]] = []
        self._pagina = pagina
        pagina.lijst.vlak.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See every event, stop none."""
        if event.type() is QEvent.Type.Paint and not self.hoogten:
            self.hoogten = [(rij.height(), rij.heightForWidth(rij.width())) for rij in self._pagina.rijen()]
        return super().eventFilter(watched, event)


def _in_beeld(pagina: Startpagina) -> list[str]:
    """The ids of the rows that are seen; they are as high as they want to be and leave no gap."""
    QCoreApplication.sendPostedEvents()
    vlak = pagina.lijst.viewport()
    rijen = [(rij, rij.mapTo(vlak, rij.rect().topLeft()).y()) for rij in pagina.rijen()]
    gezien = [(rij, y) for rij, y in rijen if y < vlak.height() and y + rij.height() > 0]
    assert all(rij.height() >= rij.heightForWidth(rij.width()) for rij, _ in gezien)
    kop = thema().px(60)  # the name of a regio and the room around it
    onder = [0, *(y + rij.height() for rij, y in gezien)]
    boven = [*(y for _, y in gezien), vlak.height()]
    einde = pagina.lijst.verticalScrollBar().value() == pagina.lijst.verticalScrollBar().maximum()
    assert all(y - eerder <= kop for eerder, y in zip(onder, boven[: -1 if einde else None], strict=False))
    return [rij.regel.id for rij, _ in gezien]


def test_of_very_many_scans_those_in_view_are_there_wherever_one_scrolls(veel: Startpagina, sessie: Sessie) -> None:
    ids = [regel.id for regel in sessie.scans.overzicht()]
    balk = veel.lijst.verticalScrollBar()
    assert len(veel.rijen()) < 20
    gezien = _in_beeld(veel)
    assert len(gezien) > 5
    assert gezien == ids[: len(gezien)]
    balk.setValue(balk.maximum())
    assert _in_beeld(veel)[-1] == ids[-1]
    assert len(veel.rijen()) < 40
    for deel in (6, 2, 7, 4, 1, 0):
        balk.setValue(balk.maximum() * deel // 8)
        gezien = _in_beeld(veel)
        plek = ids.index(gezien[0])
        assert gezien == ids[plek : plek + len(gezien)]
    assert [rij.regel.id for rij in veel.rijen()] == ids[: len(veel.rijen())]


def test_scans_above_that_are_made_on_the_way_up_move_nothing_that_is_seen(veel: Startpagina) -> None:
    balk = veel.lijst.verticalScrollBar()
    balk.setValue(balk.maximum())
    while balk.value():
        eerste = _in_beeld(veel)[0]
        rij = next(rij for rij in veel.rijen() if rij.regel.id == eerste)
        stond = rij.mapTo(veel, rij.rect().topLeft()).y()
        stap = min(balk.value(), 30)
        balk.setValue(balk.value() - stap)
        _in_beeld(veel)
        assert rij.mapTo(veel, rij.rect().topLeft()).y() == stond + stap


def test_tab_goes_past_every_scan_in_order_wherever_was_scrolled_before(
    qtbot: QtBot, veel: Startpagina, sessie: Sessie
) -> None:
    balk = veel.lijst.verticalScrollBar()
    balk.setValue(balk.maximum())
    _in_beeld(veel)
    veel.overleg.setFocus()
    langs = []
    for regel in sessie.scans.overzicht():
        for naam in ("open", "meer"):
            qtbot.keyClick(veel.focusWidget(), Qt.Key.Key_Tab)
            langs.append(next((rij.regel.id for rij in veel.rijen() if getattr(rij, naam).hasFocus()), ""))
        assert langs[-2:] == [regel.id, regel.id]
        assert regel.id in _in_beeld(veel)


def test_what_was_made_of_another_scan_far_down_is_shown_and_has_the_focus(veel: Startpagina) -> None:
    veel._wijs_aan("twente-0")
    assert veel.rijen()[-1].open.hasFocus()
    assert "twente-0" in _in_beeld(veel)


def test_the_menu_of_a_scan_is_there_at_once_and_made_in_advance(qtbot: QtBot, veel: Startpagina) -> None:
    rij = veel.rijen()[0]
    qtbot.mouseClick(rij.meer, Qt.MouseButton.LeftButton)
    assert rij.maak_menu().isVisible()
    rij.maak_menu().close()
    qtbot.waitUntil(lambda: all(rij.meer.menu() is not None for rij in veel.rijen()))


def test_at_large_text_the_scans_in_view_are_whole(sessie: Sessie, qtbot: QtBot) -> None:
    thema().zet_schaal(2.0)
    try:
        groot = Startpagina(sessie, lambda: NU, None)  # type: ignore[arg-type]
        qtbot.addWidget(groot)
        groot.resize(1280, 800)
        groot.show()
        balk = groot.lijst.verticalScrollBar()
        lengte = balk.maximum()
        for deel in (0, 3, 8, 5, 0):
            balk.setValue(balk.maximum() * deel // 8)
            assert _in_beeld(groot)
        assert lengte == pytest.approx(balk.maximum(), rel=0.25)  # the scroll bar knew how much was to come
    finally:
        thema().zet_schaal(1.0)


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_what_is_painted_first_is_how_it_stays(sessie: Sessie, qtbot: QtBot, schaal: float) -> None:
    thema().zet_schaal(schaal)
    try:
        stapel = QStackedWidget()  # as the window, which is there before the page
        qtbot.addWidget(stapel)
        stapel.resize(1280, 800)
        stapel.show()
        qtbot.waitExposed(stapel)
        pagina = Startpagina(sessie, lambda: NU, stapel)
        eerste = Eerste(pagina)
        stapel.setCurrentIndex(stapel.addWidget(pagina))
        qtbot.waitUntil(lambda: bool(eerste.hoogten))
    finally:
        thema().zet_schaal(1.0)
    assert len(eerste.hoogten) > 3
    assert all(hoogte == gewenst for hoogte, gewenst in eerste.hoogten)


def test_scans_that_came_while_the_page_was_hidden_are_there_when_it_shows(veel: Startpagina) -> None:
    gezien = _in_beeld(veel)
    veel.hide()
    veel.ververs()
    veel.show()
    assert _in_beeld(veel) == gezien


def test_another_width_of_the_window_leaves_no_gaps(veel: Startpagina) -> None:
    balk = veel.lijst.verticalScrollBar()
    balk.setValue(balk.maximum() // 2)
    for breed, hoog in ((1024, 640), (1900, 1400), (1280, 800)):
        veel.resize(breed, hoog)
        _in_beeld(veel)


def test_searching_shows_what_is_found_and_all_of_it_again_afterwards(veel: Startpagina, qtbot: QtBot) -> None:
    alles = _in_beeld(veel)
    veel.lijst.verticalScrollBar().setValue(1000)
    qtbot.keyClicks(veel.filter, "2019")
    assert _in_beeld(veel) == ["drenthe-3", "flevoland-3", "ijsselland-3", "twente-3"]
    qtbot.keyClick(veel.filter, Qt.Key.Key_Home)
    qtbot.keyClicks(veel.filter, "flevo ")
    assert _in_beeld(veel) == ["flevoland-3"]
    veel.filter.selectAll()
    qtbot.keyClick(veel.filter, Qt.Key.Key_Delete)
    assert _in_beeld(veel) == alles


def test_a_search_keeps_the_rows_of_a_regio_that_is_found_whole(veel: Startpagina, qtbot: QtBot) -> None:
    voor = veel.rijen()[:10]
    qtbot.keyClicks(veel.filter, "drenthe")
    assert veel.rijen() == voor
    veel.ververs()
    assert not set(veel.rijen()) & set(voor)
