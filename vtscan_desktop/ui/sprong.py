"""Going to a place in the scan that something points at: the step, and in it the field, or the cell of a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from vtscan_desktop.domain.vindplaats import Vindplaats, lees_vindplaats
from vtscan_desktop.ui import maten, stappen
from vtscan_desktop.ui.paginas.gesprekken import GesprekkenPagina
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:
    from vtscan_desktop.ui.paginas.pagina import Pagina
    from vtscan_desktop.ui.werkscherm import Werkscherm

NOTITIE = "notitie"
_STAPPEN = {
    "titel": stappen.GEGEVENS,
    "peildatum": stappen.GEGEVENS,
    "adviseur": stappen.GEGEVENS,
    "gesprekken": stappen.GESPREKKEN,
    "documenten": stappen.GESPREKKEN,
    "hertoetsdatum": stappen.topicstap(2),
    "wachtlijst": stappen.topicstap(3),
    "inwoners": stappen.topicstap(18),
    "budget": stappen.topicstap(18),
    "primair_proces": stappen.topicstap(19),
    "formatie": stappen.topicstap(20),
    "in_kaart": stappen.IN_KAART,
    "overall_beeld": stappen.OVERALL_BEELD,
    "vraag_aan_lezer": stappen.OVERALL_BEELD,
    "vaststelling": stappen.CATEGORIE,
    "maatwerkacties": stappen.ESCALATIE,
    "zienswijzen": stappen.ZIENSWIJZEN,
}
"""In which step a field or table stands, by the first part of its name."""


def stap_van(plaats: Vindplaats) -> str:
    """The id of the step of a place."""
    naam, _, nr = plaats.onderdeel.partition("/")
    if naam in ("topic", "acties"):
        return stappen.topicstap(int(nr.partition("/")[0]))
    if naam == NOTITIE:
        return stappen.topicstap(int(nr)) if int(nr) else stappen.GESPREKKEN
    return _STAPPEN[naam]


def spring(scherm: Werkscherm, doel: str) -> None:
    """Show the step of a place (as text), with the cursor in its field or cell; a row that isn't there is added."""
    plaats = lees_vindplaats(doel)
    scherm.ga_naar(stap_van(plaats))
    pagina = scherm.pagina(stap_van(plaats))
    if plaats.onderdeel.startswith(NOTITIE) and plaats.rij is not None:
        toon_notitie(scherm, pagina, plaats.rij)
        return
    QApplication.sendPostedEvents()  # a page that was never shown gets its sizes first
    veld = _zoek(pagina, plaats) or pagina.eerste_veld()
    if veld is None:
        return
    veld.setFocus(Qt.FocusReason.OtherFocusReason)
    pagina.rol.ensureWidgetVisible(QApplication.focusWidget() or veld, 0, thema().px(maten.UITZICHT))


def toon_notitie(scherm: Werkscherm, pagina: Pagina, nummer: int) -> None:
    """The row of a notitie, by its place (from 0) among all: beside the topic shown, or on the page of gesprekken."""
    notities = scherm.werkruimte.scan.notities
    if nummer >= len(notities):
        return
    if isinstance(pagina, GesprekkenPagina):
        pagina.toon_notitie(notities[nummer])
        QApplication.sendPostedEvents()
        if (rij := scherm.window().focusWidget()) is not None:
            pagina.rol.ensureWidgetVisible(rij, 0, thema().px(maten.UITZICHT))
    else:
        scherm.zijvak.toon_notitie(notities[nummer])


def _zoek(pagina: Pagina, plaats: Vindplaats) -> QWidget | None:
    tabel = pagina.findChild(RijenTabel, plaats.onderdeel)
    if tabel is not None:
        return _cel(tabel, plaats)
    delen = plaats.onderdeel.split("/")
    naam = ".".join(delen) if delen[0] in ("adviseur", "vaststelling") else delen[-1]
    return _bediening(pagina.findChild(QWidget, naam))


def _cel(tabel: RijenTabel, plaats: Vindplaats) -> QWidget:
    if plaats.rij is None and tabel.aantal() == 0:
        return tabel.toevoegen
    nr = plaats.rij or 0
    rij = tabel.rij(nr) if nr < tabel.aantal() else tabel.voeg_toe()
    cel = rij.findChild(QWidget, f"{tabel.objectName()}:{nr}:{plaats.kolom}") if plaats.kolom else None
    return cel or rij.velden()[0]


def _bediening(widget: QWidget | None) -> QWidget | None:
    """The widget itself, or the topmost thing in it that takes focus."""
    if widget is None or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        return widget
    binnen = [w for w in widget.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return min(binnen, key=lambda w: w.mapTo(widget, w.rect().topLeft()).y(), default=None)
