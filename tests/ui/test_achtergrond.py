"""Work off the UI thread: it answers once, in Dutch, and nothing of it stays behind."""

from __future__ import annotations

import threading
from functools import partial
from typing import Any
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout, VtscanFout
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, Taak, voer_uit


class Vrager(QObject):
    """Stands for a widget that asked for something."""

    antwoord = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.stappen: list[tuple[str, int, int]] = []
        self.draad: QThread | None = None

    def bij_klaar(self, waarde: Any) -> None:
        self.draad = QThread.currentThread()
        self.antwoord.emit(waarde)

    def bij_fout(self, fout: VtscanFout) -> None:
        self.antwoord.emit(fout)

    def bij_stap(self, tekst: str, stap: int, van: int) -> None:
        self.stappen.append((tekst, stap, van))


def _vraag(vrager: Vrager, werk: Any) -> Taak:
    return voer_uit(werk, vrager, klaar=vrager.bij_klaar, mislukt=vrager.bij_fout, voortgang=vrager.bij_stap)


def _ruim_op() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_the_answer_comes_on_the_ui_thread_while_the_work_ran_elsewhere(qtbot: QtBot) -> None:
    vrager = Vrager()
    with qtbot.waitSignal(vrager.antwoord) as sein:
        _vraag(vrager, lambda _meld: threading.current_thread().name)
    assert sein.args == ["taak"]
    assert vrager.draad == QCoreApplication.instance().thread()  # type: ignore[union-attr]


def test_progress_comes_in_order_before_the_answer(qtbot: QtBot) -> None:
    def werk(meld: Melder) -> int:
        for i in range(1, 4):
            meld("bezig", i, 3)
        return 9

    vrager = Vrager()
    with qtbot.waitSignal(vrager.antwoord) as sein:
        _vraag(vrager, werk)
    assert sein.args == [9]
    assert vrager.stappen == [("bezig", 1, 3), ("bezig", 2, 3), ("bezig", 3, 3)]


def _faal(fout: Exception, _meld: Melder) -> None:
    raise fout


def test_a_foreseen_error_comes_as_it_is(qtbot: QtBot) -> None:
    vrager, fout = Vrager(), InvoerFout("Dit is geen PDF.")
    with qtbot.waitSignal(vrager.antwoord) as sein:
        _vraag(vrager, partial(_faal, fout))
    assert sein.args == [fout]


def test_an_unforeseen_error_becomes_one_sentence_and_its_text_reaches_no_log(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    vrager = Vrager()
    with qtbot.waitSignal(vrager.antwoord) as sein:
        _vraag(vrager, partial(_faal, ValueError("geheime notitie")))
    assert isinstance(sein.args[0], OmgevingFout)
    assert str(sein.args[0]) == "Dit is niet gelukt door een onverwachte fout (ValueError)."
    assert "ValueError" in caplog.text
    assert "geheime notitie" not in caplog.text


def test_a_finished_task_is_freed(qtbot: QtBot) -> None:
    vrager = Vrager()
    with qtbot.waitSignal(vrager.antwoord):
        zwak = ref(_vraag(vrager, lambda _meld: 1))
    _ruim_op()
    assert zwak() is None
    assert vrager.findChildren(QObject) == []


def test_an_answer_for_a_window_that_is_gone_is_dropped(qtbot: QtBot) -> None:
    mag_verder = threading.Event()
    vrager = Vrager()
    taak = _vraag(vrager, lambda _meld: mag_verder.wait())
    draad = next(d for d in threading.enumerate() if d.name == "taak")
    weg, zwak = ref(vrager), ref(taak)
    with qtbot.waitSignal(vrager.destroyed):
        vrager.deleteLater()
    assert not isValid(taak)
    del vrager, taak
    assert weg() is None
    assert zwak() is None
    mag_verder.set()
    draad.join()
    QCoreApplication.processEvents()  # the late message is delivered to nobody
