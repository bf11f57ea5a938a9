"""The pages with plain fields: what is typed there comes into the scan and the database."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.proefscan import Proef, toets, typ
from vtscan_desktop.domain.risicoscan import Editie, InKaart, ScanStatus, Wie
from vtscan_desktop.hulpbronnen import laad_regios
from vtscan_desktop.ui.paginas.gegevens import GegevensPagina
from vtscan_desktop.ui.paginas.teksten import InKaartPagina, OverallBeeldPagina


def test_gegevens_typen_en_kiezen_komt_in_de_database(proef: Proef) -> None:
    pagina = proef.toon(GegevensPagina, "gegevens")
    pagina.regio.setFocus()
    toets(pagina.regio, Qt.Key.Key_Home)
    pagina.status.setFocus()
    toets(pagina.status, Qt.Key.Key_Down)
    typ(pagina.titelveld, "Scan – één jaar later")
    typ(pagina.adviseur["functie"], "Coördinerend adviseur")
    typ(pagina.adviseur["organisatie"], "VNG")
    typ(pagina.adviseur["naam"], "Zoë")
    scan = proef.heropen()
    assert scan.regio == laad_regios()[0].sleutel != "ijsselland"
    assert scan.status is ScanStatus.TER_BESPREKING
    assert scan.titel == "Scan – één jaar later"
    assert scan.adviseur == Wie("Coördinerend adviseur", "VNG", "Zoë")


def test_wie_de_pagina_opent_en_een_pijltje_drukt_kiest_geen_andere_regio(proef: Proef) -> None:
    pagina = proef.toon(GegevensPagina, "gegevens")
    veld = pagina.eerste_veld()
    assert veld is not None
    toets(veld, Qt.Key.Key_Down)
    assert proef.scan.regio == "ijsselland"


def test_een_half_getypte_peildatum_blijft_staan_en_de_oude_geldt_zolang(proef: Proef) -> None:
    pagina = proef.toon(GegevensPagina, "gegevens")
    pagina.peildatum.setFocus()
    pagina.peildatum.clear()
    typ(pagina.peildatum, "1 sep")
    assert pagina.peildatum.property("fout") is not True  # still typing
    pagina.titelveld.setFocus()
    assert pagina.peildatum.property("fout") is True
    assert pagina.peildatum.fout.isVisible()
    assert proef.heropen().peildatum == date(2016, 7, 11)
    pagina = proef.toon(GegevensPagina, "gegevens")
    assert pagina.peildatum.tekst() == "1 sep"
    typ(pagina.peildatum, " 2016")
    assert proef.heropen().peildatum == date(2016, 9, 1)


def test_een_voorbeeld_en_een_leeskopie_zeggen_dat(proef: Proef) -> None:
    pagina = proef.toon(GegevensPagina, "gegevens")
    assert "voorbeeldscan" not in zichtbare_tekst(pagina)
    proef.begin_met(voorbeeld=True, editie=Editie.BESTUURLIJK)
    assert "voorbeeldscan" in zichtbare_tekst(pagina)
    assert "leeskopie" in zichtbare_tekst(pagina)


def zichtbare_tekst(pagina: GegevensPagina) -> str:
    return " ".join(tekst.text() for tekst in pagina.findChildren(QLabel) if tekst.isVisible())


def test_wat_in_kaart_is_gebracht_komt_in_de_database(proef: Proef) -> None:
    pagina = proef.toon(InKaartPagina, "in_kaart")
    for veld, vlak in pagina.vlakken.items():
        typ(vlak, f"{veld}: é\nregel 2")
    verwacht = InKaart(*(f"{veld}: é\nregel 2" for veld in ("knelpunten", "opgaven", "partners", "wensen")))
    assert proef.heropen().in_kaart == verwacht


def test_het_overall_beeld_en_de_vraag_komen_in_de_database(proef: Proef) -> None:
    pagina = proef.toon(OverallBeeldPagina, "overall_beeld")
    typ(pagina.beeld, "Er is een goede basis. 👍")
    typ(pagina.vraag, "Uw zienswijze, vóór 1 september.")
    scan = proef.heropen()
    assert scan.overall_beeld == "Er is een goede basis. 👍"
    assert scan.vraag_aan_lezer == "Uw zienswijze, vóór 1 september."


def test_verversen_van_elke_pagina_laat_de_cursor_staan(proef: Proef) -> None:
    pagina = proef.toon(OverallBeeldPagina, "overall_beeld")
    typ(pagina.beeld, "abcdef")
    pagina.beeld.zet_cursorplek(2)
    proef.werkruimte.wijzig_veld(titel="anders")
    pagina.ververs()
    assert pagina.beeld.cursorplek() == 2
