"""What to see of the acties, and in which order: fields that go on to a next line where the width is used up."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from vtscan_desktop.domain.acties import LOPEND
from vtscan_desktop.domain.benamingen import ACTIESTATUS
from vtscan_desktop.domain.notatie import hoofdletter
from vtscan_desktop.domain.risicoscan import ActieStatus
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.services.actielijst import Actiefilter, Volgorde
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.velden import RegelVeld
from vtscan_desktop.ui.scanveld import Formulier
from vtscan_desktop.ui.thema import thema

_ALLE = ("", "Alle")
_TE_DOEN = "te_doen"
_VOLGORDE = {
    Volgorde.TOPIC: "topic",
    Volgorde.WAT: "wat",
    Volgorde.WIE: "wie",
    Volgorde.TERMIJN: "wanneer",
    Volgorde.STAND: "stand",
    Volgorde.KERN: "kern eerst",
}


class Actiefilterbalk(QWidget):
    """`gewijzigd` tells that something else is asked for; `filter`, `volgorde` and `omgekeerd` say what."""

    gewijzigd = Signal()

    def __init__(self, format_: Format, parent: QWidget) -> None:
        super().__init__(parent)
        self._format = format_
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(0, 0, 0, 0)
        kolom.setSpacing(thema().px(maten.KLEIN))
        velden = Formulier(self)
        self.tekst = RegelVeld("Zoek in de acties", velden, hint="woord")
        self.tekst.setObjectName("actiefilter")
        self.stand = KeuzeVeld("Stand", _standen(), velden)
        self.topic = KeuzeVeld("Topic of thema", self._topics(), velden)
        self.wie = KeuzeVeld("Wie", [_ALLE], velden)
        self.sortering = KeuzeVeld("Sorteer op", [(v.value, tekst) for v, tekst in _VOLGORDE.items()], velden)
        for veld, breedte, rek in (
            (self.tekst, 150, 3),
            (self.stand, 132, 1),
            (self.topic, 190, 3),
            (self.wie, 150, 3),
            (self.sortering, 126, 1),
        ):
            velden.voeg_toe(veld.accessibleName(), veld, breedte, rek)
            veld.veranderd.connect(self._bij_keuze)
        for keuze in (self.topic, self.wie):
            keuze.setMinimumContentsLength(8)
        kolom.addWidget(velden)
        vinkjes = Stroom(tussen=thema().px(maten.BREED), regel=thema().px(maten.KRAP))
        self.te_laat = QCheckBox("Alleen te laat", self)
        self.omgekeerd_vinkje = QCheckBox("Omgekeerde volgorde", self)
        for vinkje in (self.te_laat, self.omgekeerd_vinkje):
            vinkje.clicked.connect(self._bij_vinkje)
            vinkjes.addWidget(vinkje)
        kolom.addLayout(vinkjes)

    def filter(self) -> Actiefilter:
        """Which acties are asked for."""
        stand = self.stand.waarde()
        thema_ = self.topic.waarde()
        return Actiefilter(
            self.tekst.tekst(),
            None if not stand else LOPEND if stand == _TE_DOEN else frozenset({ActieStatus(stand)}),
            frozenset(map(int, thema_.split())) if thema_ else None,
            self.wie.waarde(),
            self.te_laat.isChecked(),
        )

    @property
    def volgorde(self) -> Volgorde:
        """What to sort by."""
        return Volgorde(self.sortering.waarde())

    @property
    def omgekeerd(self) -> bool:
        """Whether the order is turned round."""
        return self.omgekeerd_vinkje.isChecked()

    def sorteer(self, volgorde: Volgorde) -> None:
        """Sort by a column; by the same again turns the order round. As a click on a head does."""
        self.omgekeerd_vinkje.setChecked(volgorde is self.volgorde and not self.omgekeerd)
        self.sortering.zet_waarde(volgorde.value)
        self.gewijzigd.emit()

    def zet_namen(self, namen: Sequence[str]) -> None:
        """Offer who is named in the acties; who was chosen stays chosen, named or not."""
        gekozen = self.wie.waarde()
        alle = [*namen, *([gekozen] if gekozen and gekozen not in namen else [])]
        if [self.wie.itemData(i) for i in range(1, self.wie.count())] == alle:
            return
        self.wie.clear()
        for waarde, tekst in (_ALLE, *((naam, naam) for naam in alle)):
            self.wie.addItem(tekst, waarde)
        self.wie.zet_waarde(gekozen)

    def wis(self) -> None:
        """Ask for all acties; the order stays."""
        self.tekst.zet_tekst("")
        for keuze in (self.stand, self.topic, self.wie):
            keuze.zet_waarde("")
        self.te_laat.setChecked(False)
        self.gewijzigd.emit()

    def _topics(self) -> list[tuple[str, str]]:
        """All, each thema with its topics, and each topic; the value is their numbers."""
        opties = [_ALLE]
        for thema_ in dict.fromkeys(topic.thema for topic in self._format.topics):
            eigen = [topic for topic in self._format.topics if topic.thema == thema_]
            opties.append((" ".join(str(t.nr) for t in eigen), thema_.titel))
            opties += [(str(t.nr), f"   {t.genummerd}") for t in eigen]
        return opties

    def _bij_keuze(self, _waarde: str) -> None:
        self.gewijzigd.emit()

    def _bij_vinkje(self, _aan: bool) -> None:
        self.gewijzigd.emit()


def _standen() -> list[tuple[str, str]]:
    losse = [(stand.value, hoofdletter(tekst)) for stand, tekst in ACTIESTATUS.items()]
    return [_ALLE, (_TE_DOEN, "Nog te doen"), *losse]
