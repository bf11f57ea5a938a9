"""The acties of all topics as a Qt table: what is typed goes straight into the scan, as on the page of the topic."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vtscan_desktop.domain.acties import te_laat_zin
from vtscan_desktop.domain.benamingen import ACTIESTATUS
from vtscan_desktop.domain.risicoscan import TOPIC_NRS, ActieStatus
from vtscan_desktop.services.actielijst import Actiefilter, Actieregel, Volgorde, maak_regel, sorteer
from vtscan_desktop.services.tabelrijen import JA, Cellen, Kolom, voeg_samen
from vtscan_desktop.services.tabelsoorten import ACTIES, tabelplek
from vtscan_desktop.ui.tabellen.tabelkoppeling import Tabelstand, bewaar_rijen, tabelstand
from vtscan_desktop.ui.werkruimte import Werkruimte

Index = QModelIndex | QPersistentModelIndex
KOLOMMEN = tuple(Volgorde)
"""The columns, from left to right."""
REGEL = Qt.ItemDataRole.UserRole + 1
"""The whole `Actieregel` of a row."""
TE_LAAT = Qt.ItemDataRole.UserRole + 2
"""How late it is, in words; "" when it is not."""
_PLAATS = {kolom.sleutel: i for i, kolom in enumerate(ACTIES.kolommen)}


def celkolom(volgorde: Volgorde) -> Kolom | None:
    """The column of the table of acties that is meant; None for the topic."""
    return ACTIES.kolommen[_PLAATS[volgorde.value]] if volgorde.value in _PLAATS else None


class Actiemodel(QAbstractTableModel):
    """Shows the rows asked for, in the order asked for. A row that is being changed stays where it stands.

    Filter and order are applied by `toon`; what changes elsewhere comes in by `ververs`.
    """

    def __init__(self, werkruimte: Werkruimte, parent: QObject) -> None:
        super().__init__(parent)
        self._werkruimte = werkruimte
        self._format = werkruimte.format
        vandaag = werkruimte.nu().date()
        self._plekken = {nr: tabelplek(f"acties/{nr}", vandaag) for nr in TOPIC_NRS}
        self._gezien: dict[int, Tabelstand] = {}
        self._alle: list[Actieregel] = []
        self._getoond: list[int] = []
        self._filter = Actiefilter()
        self._volgorde, self._omgekeerd = Volgorde.TOPIC, False
        self._smal = False

    @property
    def vandaag(self) -> date:
        """The day by which acties are late."""
        return self._werkruimte.nu().date()

    def alle(self) -> list[Actieregel]:
        """All rows, whatever is shown."""
        return list(self._alle)

    def regel(self, rij: int) -> Actieregel:
        """A row that is shown."""
        return self._alle[self._getoond[rij]]

    def zet_smal(self, smal: bool) -> None:
        """Show a topic by its number only where there is little room."""
        self._smal = smal

    def topicnaam(self, nr: int) -> str:
        """A topic by number and short title."""
        return self._format.topic(nr).genummerd

    def ververs(self) -> bool:
        """Take over what changed elsewhere; False when all rows mean the same still."""
        anders = False
        for nr, plek in self._plekken.items():
            stand = tabelstand(plek, self._werkruimte)
            gezien = self._gezien.get(nr)
            if gezien is not None and gezien[0] is stand[0] and gezien[1] == stand[1]:
                continue
            self._gezien[nr] = stand
            rijen = voeg_samen(ACTIES, *stand)
            eigen = [r.cellen for r in self._alle if r.nr == nr and not ACTIES.is_leeg(r.cellen)]
            if list(map(ACTIES.normaal, rijen)) != list(map(ACTIES.normaal, eigen)):
                anders = True
                self._vervang(nr, rijen)
        if anders:
            self._bepaal_getoond()
        return anders

    def toon(self, filter_: Actiefilter, volgorde: Volgorde, *, omgekeerd: bool) -> None:
        """Show the rows asked for, in an order."""
        self._filter, self._volgorde, self._omgekeerd = filter_, volgorde, omgekeerd
        self._bepaal_getoond()

    def voeg_toe(self, nr: int, cellen: Cellen | None = None, plaats: int | None = None) -> int:
        """Add an actie to a topic, at its end or at a place among its rows; the row where it is shown."""
        eigen = [i for i, regel in enumerate(self._alle) if regel.nr == nr]
        na = next((i for i, regel in enumerate(self._alle) if regel.nr > nr), len(self._alle))
        op = eigen[plaats] if plaats is not None and plaats < len(eigen) else na
        self.beginResetModel()
        self._alle.insert(op, maak_regel(ACTIES, nr, cellen or ACTIES.nieuw()))
        self._getoond = [i + (i >= op) for i in self._getoond]
        self._getoond.insert(next((k for k, i in enumerate(self._getoond) if i > op), len(self._getoond)), op)
        self.endResetModel()
        self._bewaar(nr)
        return self._getoond.index(op)

    def verwijder(self, rij: int) -> tuple[int, int, Cellen]:
        """Remove a row; its topic, its place there and its cells, for `voeg_toe` to put it back."""
        op = self._getoond[rij]
        regel = self._alle[op]
        plaats = sum(r.nr == regel.nr for r in self._alle[:op])
        self.beginResetModel()
        del self._alle[op]
        self._getoond = [i - (i > op) for i in self._getoond if i != op]
        self.endResetModel()
        self._bewaar(regel.nr)
        return regel.nr, plaats, regel.cellen

    def normaliseer(self, index: Index) -> None:
        """A cell is left: show what is valid in its one form."""
        self.setData(index, ACTIES.normaal(self.regel(index.row()).cellen)[self._celplaats(index)])

    # -- what Qt asks -----------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._getoond)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(KOLOMMEN)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The head of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        kolom = celkolom(KOLOMMEN[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return kolom.kop if kolom else "Nr." if self._smal else "Topic"
        if role == Qt.ItemDataRole.ToolTipRole and kolom:
            return kolom.uitleg
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Topic and kern are not typed in."""
        vlaggen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        vast = KOLOMMEN[index.column()] in (Volgorde.TOPIC, Volgorde.KERN)
        return vlaggen if vast else vlaggen | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell, as shown, as typed or as said aloud; and `REGEL`, `TE_LAAT`."""
        regel, volgorde = self.regel(index.row()), KOLOMMEN[index.column()]
        if role == REGEL:
            return regel
        if role == TE_LAAT:
            termijn = regel.actie.termijn
            return te_laat_zin(termijn, self.vandaag) if termijn and regel.is_te_laat(self.vandaag) else ""
        if role == Qt.ItemDataRole.EditRole:
            return regel.cellen[self._celplaats(index)] if volgorde is not Volgorde.TOPIC else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(regel.nr) if self._smal and volgorde is Volgorde.TOPIC else self._tekst(regel, volgorde)
        if role == Qt.ItemDataRole.ToolTipRole:
            return " ".join(f.tekst for f in regel.fouten if f.kolom == _PLAATS.get(volgorde.value)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            laat = index.data(TE_LAAT) if volgorde is Volgorde.TERMIJN else ""
            delen = [self._tekst(regel, volgorde) or ("nee" if volgorde is Volgorde.KERN else "leeg"), laat]
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {', '.join(d for d in delen if d)}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was typed in a cell, and keep it."""
        regel, plaats = self.regel(index.row()), self._celplaats(index)
        if role != Qt.ItemDataRole.EditRole or regel.cellen[plaats] == value:
            return False
        cellen = (*regel.cellen[:plaats], str(value), *regel.cellen[plaats + 1 :])
        self._alle[self._getoond[index.row()]] = maak_regel(ACTIES, regel.nr, cellen)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(KOLOMMEN) - 1))
        self._bewaar(regel.nr)
        return True

    # -- own --------------------------------------------------------------------------------------------------

    def _celplaats(self, index: Index) -> int:
        return _PLAATS[KOLOMMEN[index.column()].value]

    def _tekst(self, regel: Actieregel, volgorde: Volgorde) -> str:
        if volgorde is Volgorde.TOPIC:
            return self.topicnaam(regel.nr)
        tekst = regel.cellen[_PLAATS[volgorde.value]]
        if volgorde is Volgorde.STAND:
            return ACTIESTATUS[ActieStatus(tekst)] if tekst in set(ActieStatus) else ""
        return tekst if volgorde is not Volgorde.KERN else JA if tekst else ""

    def _vervang(self, nr: int, rijen: tuple[Cellen, ...]) -> None:
        vers = [maak_regel(ACTIES, nr, cellen) for cellen in rijen]
        voor = [r for r in self._alle if r.nr < nr]
        self._alle = [*voor, *vers, *(r for r in self._alle if r.nr > nr)]

    def _bepaal_getoond(self) -> None:
        self.beginResetModel()
        plaats = {id(regel): i for i, regel in enumerate(self._alle)}
        gekozen = [r for r in self._alle if self._filter.past(r, self.topicnaam(r.nr), self.vandaag)]
        geordend = sorteer(gekozen, self._volgorde, omgekeerd=self._omgekeerd)
        self._getoond = [plaats[id(regel)] for regel in geordend]
        self.endResetModel()

    def _bewaar(self, nr: int) -> None:
        plek = self._plekken[nr]
        bewaar_rijen(plek, self._werkruimte, [r.cellen for r in self._alle if r.nr == nr])
        self._gezien[nr] = tabelstand(plek, self._werkruimte)
