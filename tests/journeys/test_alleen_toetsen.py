"""The main job for who can't use a mouse: from the first start to a signed PDF, by keys alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.toetsen import ALT, CTRL, druk, focus, naam, tab_naar, typ, wijs_venster_aan
from vtscan_desktop.app import main, nu
from vtscan_desktop.domain.risicoscan import OORDEEL_NRS, NotitieSoort, Oordeel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.venster import Hoofdvenster

WACHTWOORD = "een zin van vijf woorden"
OORDELEN = {3: Qt.Key.Key_3, 4: Qt.Key.Key_2}


@pytest.fixture
def venster(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hoofdvenster:
    """The window of a program that was never started before."""
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()  # where reports go at first
    thema()
    gemaakt = Hoofdvenster(tmp_path / "reis.vtdb", nu, lambda _pad: "")
    qtbot.addWidget(gemaakt)
    gemaakt.show()
    gemaakt.activateWindow()
    qtbot.waitUntil(gemaakt.isActiveWindow)
    return gemaakt


def wacht_op(qtbot: QtBot, gezocht: str) -> None:
    """Until what has the focus is called this."""

    def is_daar() -> bool:
        wijs_venster_aan()
        hier = QApplication.focusWidget()
        return hier is not None and naam(hier) == gezocht

    qtbot.waitUntil(is_daar)
    QApplication.processEvents()


def eerste_start(qtbot: QtBot) -> None:
    wacht_op(qtbot, "Wachtwoord")
    typ(WACHTWOORD)
    druk(Qt.Key.Key_Return)
    typ(WACHTWOORD)
    druk(Qt.Key.Key_Return)
    wacht_op(qtbot, "Verder")  # the place is usually good
    druk(Qt.Key.Key_Return)
    wacht_op(qtbot, "Ik heb de herstelsleutel opgeschreven of afgedrukt")
    druk(Qt.Key.Key_Space)
    tab_naar("Terug")
    druk(Qt.Key.Key_Return)
    wacht_op(qtbot, "Verder")
    druk(Qt.Key.Key_Return)
    wacht_op(qtbot, "Ik heb de herstelsleutel opgeschreven of afgedrukt")  # which was said already
    tab_naar("Verder")
    druk(Qt.Key.Key_Space)
    wacht_op(qtbot, "Uw functie")
    typ("Adviseur")
    tab_naar("Verder")
    druk(Qt.Key.Key_Space)
    wacht_op(qtbot, "Begin met het voorbeeld (IJsselland)")
    druk(Qt.Key.Key_Down)
    tab_naar("Begin")
    druk(Qt.Key.Key_Return)


def nieuwe_scan(venster: Hoofdvenster, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: venster.startpagina is not None)
    tab_naar("Nieuwe scan")
    druk(Qt.Key.Key_Space)
    wacht_op(qtbot, "Regio")
    typ("IJsselland")
    druk(Qt.Key.Key_Tab)
    druk(Qt.Key.Key_A, CTRL)
    typ("11-7-2016")
    druk(Qt.Key.Key_Return)
    wacht_op(qtbot, "Titel")  # on the page with the scan's own particulars
    assert venster.werkscherm is not None


def vul_topics(qtbot: QtBot) -> None:
    """Each topic in turn, the oordeel by its key and what was found in the field that the cursor is in."""
    druk(Qt.Key.Key_G, CTRL)
    typ("1")
    druk(Qt.Key.Key_Return)
    for nr in OORDEEL_NRS:
        wacht_op(qtbot, "Feitelijke situatie")
        typ(f"Zo staat topic {nr} ervoor: één à twee ‘open’ punten.")
        druk(OORDELEN.get(nr, Qt.Key.Key_1), CTRL)
        druk(Qt.Key.Key_Right, ALT)


def maak_afspraak(qtbot: QtBot) -> None:
    """An agreement in the table of topic 3, and a note on it from wherever one is."""
    druk(Qt.Key.Key_G, CTRL)
    typ("3")
    druk(Qt.Key.Key_Return)
    wacht_op(qtbot, "Feitelijke situatie")
    tab_naar("+ Actie toevoegen")
    druk(Qt.Key.Key_Space)
    for tekst in ("Wachtlijst elke maand bespreken", "Veilig Thuis", "1-10-2016"):
        typ(tekst)
        druk(Qt.Key.Key_Tab)
    hier = naam(focus())
    druk(Qt.Key.Key_N, CTRL)
    typ("4: #k")
    druk(Qt.Key.Key_Tab)
    typ("te weinig vertrouwensartsen")
    druk(Qt.Key.Key_Return)
    druk(Qt.Key.Key_Escape)
    wacht_op(qtbot, hier)


def stel_vast() -> None:
    druk(Qt.Key.Key_K, CTRL)
    typ("categorie")
    druk(Qt.Key.Key_Return)
    tab_naar("Motivering")
    typ("Volgt het voorstel.")


def maak_rapport(qtbot: QtBot) -> None:
    druk(Qt.Key.Key_K, CTRL)
    typ("rapport")
    druk(Qt.Key.Key_Return)
    wacht_op(qtbot, "Bestuurlijke editie")
    tab_naar("Maak rapport")
    druk(Qt.Key.Key_Space)


def test_van_eerste_start_tot_ondertekend_rapport_zonder_muis(
    venster: Hoofdvenster, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    eerste_start(qtbot)
    nieuwe_scan(venster, qtbot)
    vul_topics(qtbot)
    maak_afspraak(qtbot)
    stel_vast()
    maak_rapport(qtbot)
    wacht_op(qtbot, "Open")

    assert venster.werkscherm is not None
    scan = venster.werkscherm.werkruimte.scan
    assert (scan.regio, f"{scan.peildatum}") == ("ijsselland", "2016-07-11")
    assert [scan.topic(nr).oordeel for nr in (1, 3, 4, 17)] == [
        Oordeel.OP_ORDE,
        Oordeel.IN_ONTWIKKELING,
        Oordeel.PRIL,
        Oordeel.OP_ORDE,
    ]
    assert scan.topic(9).toelichting == "Zo staat topic 9 ervoor: één à twee ‘open’ punten."
    assert [a.omschrijving for a in scan.topic(3).acties] == ["Wachtlijst elke maand bespreken"]
    assert [(n.topic, n.soort, n.tekst) for n in scan.notities] == [
        (4, NotitieSoort.KNELPUNT, "te weinig vertrouwensartsen")
    ]
    (pdf,) = tmp_path.rglob("*.pdf")
    assert main(["controleer", str(pdf), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["geldig"] is True
