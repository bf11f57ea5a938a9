"""Gesprekken and documenten: typed, going on, and removed without leaving anything dangling."""

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from tests.ui.proefscan import NU, Proef, toets, typ
from vtscan_desktop.domain.risicoscan import Document, Gesprek, GesprekSoort, Notitie, Wie
from vtscan_desktop.ui.paginas.gesprekken import BronTabel, GesprekkenPagina
from vtscan_desktop.ui.tabellen.tabel import RijenTabel


def cel(tabel: RijenTabel, rij: int, sleutel: str) -> Any:
    return tabel.rij(rij).cel(next(i for i, k in enumerate(tabel.soort.kolommen) if k.sleutel == sleutel))


def druk(tabel: RijenTabel, tekst: str) -> None:
    [knop] = [
        k
        for k in tabel.findChildren(QPushButton)
        if tekst in (k.text(), k.accessibleName()) and k.isVisibleTo(tabel) and k.isEnabled()
    ]
    knop.click()


def met_gesprek(proef: Proef) -> None:
    gesprek = Gesprek("g1", date(2016, 5, 12), GesprekSoort.INSTELLING, (Wie("Manager", "VT"),), "Zwolle")
    notities = (Notitie(NU, "Wachtlijst loopt op", gesprek="g1"), Notitie(NU, "Los"))
    proef.begin_met(gesprekken=(gesprek,), notities=notities, documenten=(Document("d1", "Nota"),))
    proef.werkruimte.wijzig_topic(3, bronnen=("d1", "g1"))


def test_een_gesprek_met_twee_personen_komt_in_de_database(proef: Proef) -> None:
    tabel = proef.toon(GesprekkenPagina, "gesprekken").gesprekken
    tabel.toevoegen.click()
    assert cel(tabel, 0, "datum").tekst() == "11 jul 2016"  # today
    soort = cel(tabel, 0, "soort")
    soort.setFocus()
    toets(soort, Qt.Key.Key_Down)
    toets(soort, Qt.Key.Key_Down)
    typ(cel(tabel, 0, "locatie"), "Café de Brug")
    met = cel(tabel, 0, "met")
    met.toevoegen.click()
    typ(cel(met, 0, "functie"), "Manager")
    typ(cel(met, 0, "organisatie"), "Veilig Thuis IJsselland\n")
    met.toevoegen.click()
    typ(cel(met, met.aantal() - 1, "naam"), "Zoë")
    [gesprek] = proef.heropen().gesprekken
    assert (gesprek.datum, gesprek.soort, gesprek.locatie) == (
        date(2016, 7, 11),
        GesprekSoort.INSTELLING,
        "Café de Brug",
    )
    assert gesprek.met == (Wie("Manager", "Veilig Thuis IJsselland"), Wie(naam="Zoë"))


def test_een_gesprek_zonder_soort_staat_er_na_heropenen_nog_met_zijn_personen(proef: Proef) -> None:
    tabel = proef.toon(GesprekkenPagina, "gesprekken").gesprekken
    tabel.toevoegen.click()
    met = cel(tabel, 0, "met")
    met.toevoegen.click()
    typ(cel(met, 0, "functie"), "Wijkagent")
    assert proef.scan.gesprekken == ()
    proef.heropen()
    tabel = proef.toon(GesprekkenPagina, "gesprekken").gesprekken
    assert cel(cel(tabel, 0, "met"), 0, "functie").tekst() == "Wijkagent"


def test_nu_bezig_zegt_welk_gesprek_loopt_en_kan_pas_als_het_volledig_is(proef: Proef) -> None:
    met_gesprek(proef)
    tabel = proef.toon(GesprekkenPagina, "gesprekken").gesprekken
    tabel.toevoegen.click()
    eerste, tweede = (v for v in tabel.findChildren(QCheckBox) if v.text() == "Nu bezig")
    assert not tweede.isEnabled()
    eerste.click()
    assert proef.werkruimte.lopend_gesprek() == "g1"
    proef.werkruimte.zet_lopend_gesprek(None)
    assert not eerste.isChecked()


def test_een_gebruikt_gesprek_verwijderen_vraagt_eerst_en_laat_de_notities_staan(proef: Proef) -> None:
    met_gesprek(proef)
    tabel = proef.toon(GesprekkenPagina, "gesprekken").gesprekken
    voor = proef.scan
    druk(tabel, "Gesprekken, rij 1, verwijderen")
    assert proef.scan == voor
    druk(tabel, "Niet verwijderen")
    druk(tabel, "Gesprekken, rij 1, verwijderen")
    druk(tabel, "Toch verwijderen")
    assert proef.scan.gesprekken == ()
    assert proef.scan.topic(3).bronnen == ("d1",)
    assert [n.gesprek for n in proef.scan.notities] == [None, None]
    druk(tabel, "Ongedaan maken")
    assert proef.scan == voor
    assert proef.heropen() == voor


def test_een_gesprek_waarvan_alles_wordt_gewist_blijft_zolang_er_iets_naar_wijst(proef: Proef) -> None:
    met_gesprek(proef)
    tabel = proef.toon(GesprekkenPagina, "gesprekken").gesprekken
    datum = cel(tabel, 0, "datum")
    datum.setFocus()
    datum.selectAll()
    toets(datum, Qt.Key.Key_Delete)
    assert proef.scan.gesprekken[0].datum == date(2016, 5, 12)
    proef.heropen()
    assert proef.scan.notities[0].gesprek == "g1"
    tabel = proef.toon(GesprekkenPagina, "gesprekken").gesprekken
    assert cel(tabel, 0, "datum").tekst() == ""


def test_een_document_typen_en_een_ongebruikt_document_meteen_verwijderen(proef: Proef) -> None:
    tabel = proef.toon(GesprekkenPagina, "gesprekken").documenten
    assert isinstance(tabel, BronTabel)
    tabel.toevoegen.click()
    typ(cel(tabel, 0, "titel"), "Informatienota – één gezin")
    typ(cel(tabel, 0, "datum"), "9-3-2016")
    typ(cel(tabel, 0, "uitgever"), "Gemeente Zwolle")
    [document] = proef.scan.documenten
    assert replace(document, id="") == Document("", "Informatienota – één gezin", date(2016, 3, 9), "Gemeente Zwolle")
    assert document.id
    proef.werkruimte.bewaar_nu()
    druk(tabel, "Documenten, rij 1, verwijderen")
    assert proef.heropen().documenten == ()
