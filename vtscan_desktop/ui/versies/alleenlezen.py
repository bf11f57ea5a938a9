"""A scan that may be read and not changed: it is vastgesteld, or a version to look back at. And the one way back.

The open scan itself takes nothing over while it is on slot (`Werkblad`); here the fields show it, so that nobody types
in vain. What only looks stays usable: mark it with `laat_open`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from vtscan_desktop.domain.benamingen import EDITIENAAM
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_eigenschap, zet_soort
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:
    from vtscan_desktop.services.sessie import Versiesleutel
    from vtscan_desktop.ui.werkscherm import Werkscherm

_OPEN = "blijft_open"
_SLOT = "op_slot"
_VASTGESTELD = "Deze scan is vastgesteld en staat op slot. U kunt alles lezen en een rapport maken."
_VERSIE = "U bekijkt versie {nr} ({editie}): de scan zoals die toen was. Er is niets in te wijzigen."
_TEKSTEN = (QLineEdit, QTextEdit, QPlainTextEdit)
_KEUZEN = (QAbstractButton, QComboBox, QAbstractSpinBox)
_NIET_WIJZIGEN = QAbstractItemView.EditTrigger.NoEditTriggers


def laat_open(widget: QWidget) -> None:
    """Mark what stays usable in a scan on slot, with all that is in it: it changes nothing of the scan."""
    widget.setProperty(_OPEN, True)


def zet_op_slot(vlak: QWidget, *, aan: bool) -> None:
    """Let all fields in a part of the window be read only, or as they were before that."""
    for veld in vlak.findChildren(QWidget):
        if bool(veld.property(_SLOT)) == aan or blijft_open(veld, vlak):
            continue
        if isinstance(veld, _TEKSTEN) and (not aan or not veld.isReadOnly()):
            veld.setReadOnly(aan)
        elif isinstance(veld, QAbstractItemView) and (not aan or veld.editTriggers() != _NIET_WIJZIGEN):
            if aan:
                veld.setProperty("triggers", veld.editTriggers())
            veld.setEditTriggers(_NIET_WIJZIGEN if aan else veld.property("triggers"))
        elif isinstance(veld, _KEUZEN) and (not aan or veld.isEnabled()):
            veld.setEnabled(not aan)
        else:
            continue
        zet_eigenschap(veld, _SLOT, aan)


def blijft_open(veld: QWidget, vlak: QWidget) -> bool:
    """Whether a field, or what it stands in, was marked; what a field is made of follows the field itself."""
    ding: QObject | None = veld
    while ding is not None and ding is not vlak:
        if ding.property(_OPEN):
            return True
        if ding is not veld and isinstance(ding, (*_TEKSTEN, QComboBox, QAbstractSpinBox, QAbstractItemView)):
            return True
        ding = ding.parent()
    return False


class Slotbalk(QFrame):
    """Says under the header that nothing can be changed, and holds the way back."""

    heropenen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        t = thema()
        zet_soort(self, "slotbalk")
        self.setObjectName("slotbalk")
        rij = QHBoxLayout(self)
        rij.setContentsMargins(t.px(maten.PAGINA), t.px(maten.KLEIN), t.px(maten.PAGINA), t.px(maten.KLEIN))
        rij.setSpacing(t.px(maten.GEWOON))
        beeld = QLabel(self)
        beeld.setPixmap(t.pixmap("slot", t.palet.inkt, 16))
        rij.addWidget(beeld)
        self.tekst = label("", self)
        rij.addWidget(self.tekst, 1)
        self.knop = knop("", self)
        self.knop.clicked.connect(self.heropenen)
        rij.addWidget(self.knop)
        self.hide()

    def toon(self, versie: Versiesleutel | None) -> None:
        """Say why, and offer the way back; of a version which one it is."""
        if versie is None:
            self.tekst.setText(_VASTGESTELD)
        else:
            self.tekst.setText(_VERSIE.format(nr=versie.versie, editie=EDITIENAAM[Editie(versie.editie)]))
        self.knop.setText("Terug naar de scan van nu" if versie else "Heropenen…")
        self.show()


class Alleenlezen(QObject):
    """Keeps the screen of a scan in step with whether it may be changed."""

    def __init__(self, scherm: Werkscherm) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self._ruimte = scherm.werkruimte
        self._dicht: set[QWidget] = set()
        self.balk = Slotbalk(scherm)
        self.balk.heropenen.connect(self._bij_heropenen)
        self._ruimte.geweigerd.connect(self._bij_geweigerd)
        laat_open(scherm.notitiebalk.notities)

    def pas_toe(self) -> None:
        """After a change or another page: all that is shown follows."""
        self._dicht = {deel for deel in self._dicht if isValid(deel)}
        if not self._ruimte.op_slot:
            self.balk.hide()
            while self._dicht:
                zet_op_slot(self._dicht.pop(), aan=False)
            return
        self.balk.toon(self._ruimte.versie)
        pagina = self._scherm.stapel.currentWidget()
        for deel in (pagina, self._scherm.notitiebalk):
            if deel is not None and not deel.property(_OPEN):
                zet_op_slot(deel, aan=True)
                self._dicht.add(deel)

    def _bij_geweigerd(self, zin: str) -> None:
        self._scherm.meldingregel.toon(zin)

    def _bij_heropenen(self) -> None:
        from vtscan_desktop.ui.versies.heropenen import Heropenvenster

        if self._ruimte.bevroren:
            self._scherm.terug.emit()
        else:
            Heropenvenster(self._ruimte, self._scherm).open()
