"""Identities and counter-signing through the windows, and what the check window says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.rapport.ondertekend import AANVALLEN, NU, ondertekend, vul_aan
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.rapport.identiteit import maak_identiteit
from vtscan_desktop.services import identiteiten as kast
from vtscan_desktop.services.rapporten import controleer_rapport, maak_rapport
from vtscan_desktop.services.scans import Importbeleid, lees_invoer
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui.rapporten.controle import Controlevenster
from vtscan_desktop.ui.rapporten.identiteiten import Identiteitenvenster
from vtscan_desktop.ui.rapporten.meetekenen import Meetekenvenster
from vtscan_desktop.ui.thema import thema


@pytest.fixture
def sessie(tmp_path: Path) -> Iterator[Sessie]:
    gemaakt = Sessie.maak(tmp_path / "db" / "scans.vtdb", "voorbeeld")
    yield gemaakt
    gemaakt.sluit()


@pytest.fixture
def rapport(tmp_path: Path) -> Path:
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(ondertekend())
    return pad


def _teksten(venster: QWidget) -> str:
    return "\n".join(d.text() for d in venster.findChildren(QLabel) if not d.isHidden())


def _identiteiten(qtbot: QtBot, sessie: Sessie, houder: QWidget) -> Identiteitenvenster:
    venster = Identiteitenvenster(sessie, lambda: NU, ("Adviseur", "VNG"), houder)
    venster.show()
    qtbot.waitUntil(venster.erbij.isEnabled)
    return venster


def _controle(qtbot: QtBot, sessie: Sessie, houder: QWidget, pad: Path) -> Controlevenster:
    venster = Controlevenster(pad, houder, sessie=sessie, klok=lambda: NU)
    venster.show()
    qtbot.waitUntil(venster.balk.isHidden)
    return venster


def test_identities_are_made_taken_in_and_chosen(qtbot: QtBot, sessie: Sessie, houder: QWidget, tmp_path: Path) -> None:
    venster = _identiteiten(qtbot, sessie, houder)
    assert venster.nieuw.isVisible()
    assert (venster.nieuw.naam.tekst(), venster.nieuw.organisatie.tekst()) == ("Adviseur", "VNG")
    with qtbot.waitSignal(venster.gewijzigd):
        venster.nieuw.maak.click()
    assert "niet door derden bevestigd" in _teksten(venster)
    assert "tot en met 11 juli 2036" in _teksten(venster)
    eigen = maak_identiteit("Bestuurder", "", NU - timedelta(days=4000))
    (tmp_path / "ik.p12").write_bytes(eigen.pkcs12)
    venster.uit_bestand.click()
    venster.bestand.zet_pad(tmp_path / "ik.p12")
    venster.bestand.wachtwoord.setText("onjuist")
    venster.bestand.neem.click()
    qtbot.waitUntil(venster.fout.isVisible)
    assert "ik.p12: Dit identiteitsbestand" in venster.fout.text()
    venster.bestand.wachtwoord.setText(eigen.wachtwoord)
    with qtbot.waitSignal(venster.gewijzigd):
        venster.bestand.neem.click()
    assert venster.bestand.wachtwoord.text() == ""
    assert "is verlopen" in _teksten(venster)
    assert sorted(kaart.kaart.actief for kaart in venster.kaarten()) == [False, True]
    kies = next(kaart.kies for kaart in venster.kaarten() if not kaart.kaart.actief)
    assert kies is not None
    with qtbot.waitSignal(venster.gewijzigd):
        kies.click()
    actief = sessie.identiteit()
    assert actief is not None
    assert actief.kenmerken.naam == "Adviseur, VNG (zelfondertekend)"


def test_an_identity_is_dropped_after_a_question_that_names_its_reports(
    qtbot: QtBot, sessie: Sessie, houder: QWidget, tmp_path: Path
) -> None:
    scan = sessie.scans.importeer(lees_invoer(voorbeeldscan()), Importbeleid.WEIGER)
    kast.maak_nieuwe(sessie.opslag, "Ander", "", "ec", NU)
    weg = kast.maak_nieuwe(sessie.opslag, "Weg", "", "ec", NU + timedelta(minutes=1))
    waarde = sessie.opslag.lees(scan).scan
    maak_rapport(waarde, tmp_path / "r.pdf", nu=NU + timedelta(minutes=2), vervang=False, opslag=sessie.opslag)
    venster = _identiteiten(qtbot, sessie, houder)
    qtbot.waitUntil(lambda: len(venster.kaarten()) == 2)
    kaart = next(getoond for getoond in venster.kaarten() if getoond.kaart.id == weg.id)
    kaart.verwijder.click()
    qtbot.waitUntil(venster.weg.isVisible)
    assert "Ermee ondertekend: IJsselland, peildatum 11 juli 2016, versie 1." in _teksten(venster)
    assert venster.weg.toch_niet.hasFocus()
    venster.weg.toch_niet.click()
    assert len(kast.kaarten(sessie.opslag)) == 2
    kaart.verwijder.click()
    qtbot.waitUntil(venster.weg.isVisible)
    assert venster.weg.opvolger.currentText() == "Ander (zelfondertekend)"
    with qtbot.waitSignal(venster.gewijzigd):
        venster.weg.verwijder.click()
    assert [(k.kenmerken.naam, k.actief) for k in kast.kaarten(sessie.opslag)] == [("Ander (zelfondertekend)", True)]
    assert controleer_rapport(tmp_path / "r.pdf").geldig


def test_a_report_is_counter_signed_in_place_and_shown_anew(
    qtbot: QtBot, sessie: Sessie, houder: QWidget, rapport: Path
) -> None:
    kast.maak_nieuwe(sessie.opslag, "Bestuurder", "Veilig Thuis", "ec", NU)
    venster = _controle(qtbot, sessie, houder, rapport)
    assert "Dekt het hele document, zoals het nu is." in _teksten(venster)
    venster.meetekenen.click()
    tekenen = venster.findChildren(Meetekenvenster)[0]
    assert [tekenen.veld.itemText(i) for i in range(tekenen.veld.count())] == ["Wethouder", "Bestuurder"]
    tekenen.veld.zet_waarde("bestuurder")
    qtbot.waitUntil(tekenen.teken.isEnabled)
    with qtbot.waitSignal(tekenen.getekend):
        tekenen.teken.click()
    qtbot.waitUntil(venster.balk.isHidden)
    assert controleer_rapport(rapport).open_velden == ("wethouder",)
    teksten = _teksten(venster)
    assert "zoals het was toen deze handtekening werd gezet. Daarna is in het vak ‘Bestuurder’ getekend." in teksten
    assert "Alleen getekend in het vak ‘Bestuurder’; dat mocht." in teksten
    assert list(rapport.parent.glob("*.pdf")) == [rapport]


def test_without_an_identity_one_is_asked_for(qtbot: QtBot, sessie: Sessie, houder: QWidget, rapport: Path) -> None:
    tekenen = Meetekenvenster(rapport, controleer_rapport(rapport), sessie, lambda: NU, houder)
    qtbot.waitUntil(lambda: "nog geen identiteit" in _teksten(tekenen))
    assert not tekenen.teken.isEnabled()


@pytest.mark.parametrize("naam", AANVALLEN)
def test_the_window_names_what_was_changed_and_offers_no_signing(
    qtbot: QtBot, sessie: Sessie, houder: QWidget, rapport: Path, naam: str
) -> None:
    aanval, woorden = AANVALLEN[naam]
    rapport.write_bytes(vul_aan(ondertekend(), aanval))
    venster = _controle(qtbot, sessie, houder, rapport)
    assert venster.oordeel.text() == "Dit rapport is niet geldig"
    assert woorden in _teksten(venster)
    assert venster.meetekenen.isHidden()


@pytest.mark.parametrize("schaal", [1.0, 2.0])
def test_every_control_has_a_name_and_every_text_its_room(
    qtbot: QtBot, sessie: Sessie, houder: QWidget, rapport: Path, schaal: float
) -> None:
    thema().zet_schaal(schaal)
    try:
        kast.maak_nieuwe(sessie.opslag, "Adviseur van " + "het ondersteuningsprogramma " * 2, "VNG", "ec", NU)
        vensters = [_identiteiten(qtbot, sessie, houder), _controle(qtbot, sessie, houder, rapport)]
        vensters[0].erbij.click()
        tekenen = Meetekenvenster(rapport, controleer_rapport(rapport), sessie, lambda: NU, houder)
        tekenen.show()
        qtbot.waitUntil(tekenen.teken.isEnabled)
        for venster in (*vensters, tekenen):
            for deel in venster.findChildren(QWidget):
                if isinstance(deel, QPushButton | QLineEdit | QComboBox) and not deel.isHidden():
                    assert deel.accessibleName() or getattr(deel, "text", str)(), deel
            qtbot.waitUntil(lambda venster=venster: not _afgesneden(venster))
    finally:
        thema().zet_schaal(1.0)


def _afgesneden(venster: QWidget) -> list[str]:
    return [
        deel.text()
        for deel in venster.findChildren(QLabel)
        if deel.isVisible() and deel.wordWrap() and deel.height() < deel.heightForWidth(deel.width())
    ]
