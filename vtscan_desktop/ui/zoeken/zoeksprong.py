"""Going to a text that was found: the field with its words selected, or the row of the notitie."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from vtscan_desktop.services.zoeken import Treffer
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.sprong import toon_notitie
from vtscan_desktop.ui.tabellen.inklapvak import klap_uit_rond
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkscherm import Werkscherm
from vtscan_desktop.ui.zoeken.zoekplek import Veldplek, veldplek


def toon_treffer(scherm: Werkscherm, treffer: Treffer) -> None:
    """Go to what was found: its step, the field with the words selected, or the row of the notitie."""
    plek = veldplek(treffer.plek, treffer.topic)
    scherm.ga_naar(plek.stap)
    pagina = scherm.pagina(plek.stap)
    if plek.notitie is not None:
        toon_notitie(scherm, pagina, plek.notitie)
        return
    woorden = [treffer.fragment[begin:eind] for begin, eind in treffer.markeringen]
    vakken = _vakken(pagina, plek)
    gevonden = next((vlak for vlak in vakken for woord in woorden if vlak.selecteer(woord)), None)
    veld = gevonden or next(iter(vakken), None)
    if veld is not None:
        klap_uit_rond(veld)
        veld.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.sendPostedEvents()  # a page that was never shown gets its sizes first
        midden = veld.cursorRect().center()
        punt = veld.mapTo(pagina.rol.vlak, QPoint(midden.x(), midden.y()))
        pagina.rol.ensureVisible(punt.x(), punt.y(), 0, thema().px(maten.UITZICHT))


def _vakken(pagina: Pagina, plek: Veldplek) -> list[TekstVlak]:
    """The texts in which it may stand: the field itself, or those of the table with the row that was meant first."""
    if plek.veld:
        gevonden = pagina.findChild(TekstVlak, plek.veld)
        return [gevonden] if gevonden is not None else []
    tabel = pagina.findChild(RijenTabel, plek.tabel)
    if tabel is None or not tabel.aantal():
        return []
    # A row that is not finished may stand in between: then the words tell which row it is.
    rij: QWidget = tabel.rij(min(plek.rij, tabel.aantal() - 1))
    eerst = rij.findChildren(TekstVlak)
    return eerst + [vlak for vlak in tabel.findChildren(TekstVlak) if vlak not in eerst]
