"""Asks before an identity is taken away: what was signed with it, and which one signs from then on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from vtscan_desktop.services.identiteiten import Kaart
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzeveld import KeuzeVeld
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label, zet_soort
from vtscan_desktop.ui.thema import thema

_UITLEG = (
    "De geheime sleutel gaat weg; daarmee kunt u niet meer tekenen en terughalen kan niet. Wat ermee is ondertekend, "
    "blijft zo geldig als het was."
)
_ENIGE = "Het is uw enige identiteit: bij het eerstvolgende rapport maakt het programma een nieuwe, zelfondertekend."
_MEEST_GENOEMD = 5
_VOORTAAN = "Waarmee u voortaan tekent"


def schrijf_gebruik(rapporten: Sequence[str]) -> str:
    """Which reports an identity signed, as far as this database knows."""
    if not rapporten:
        return "In deze database staat geen rapport dat ermee is ondertekend."
    genoemd = "; ".join(rapporten[-_MEEST_GENOEMD:])
    meer = len(rapporten) - _MEEST_GENOEMD
    ouder = f"; en nog {meer} van eerder" if meer > 0 else ""
    return f"Ermee ondertekend: {genoemd}{ouder}."


class Verwijdervraag(QFrame):
    """The question about one identity; hidden until `vraag_over`. `verwijder` and `toch_niet` are its buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        zet_soort(self, "kaart")
        self.kaart: Kaart | None = None
        t = thema()
        kolom = QVBoxLayout(self)
        kolom.setContentsMargins(t.px(maten.RUIM), t.px(maten.GEWOON), t.px(maten.RUIM), t.px(maten.GEWOON))
        kolom.setSpacing(t.px(maten.SMAL))
        self._kop = label("", self, "kop")
        self._gebruik = label("", self)
        self._enige = label(_ENIGE, self)
        for deel in (self._kop, label(_UITLEG, self, "gedempt"), self._gebruik, self._enige):
            kolom.addWidget(deel)
        self.opvolger = KeuzeVeld(_VOORTAAN, [], self)
        self._label = label(_VOORTAAN, self, "veldlabel", buddy=self.opvolger)
        kolom.addWidget(self._label)
        kolom.addWidget(self.opvolger)
        rij = QHBoxLayout()
        rij.setSpacing(t.px(maten.KLEIN))
        self.toch_niet = knop("Toch niet", self)
        self.verwijder = knop("Verwijder deze identiteit", self, "gevaar")
        rij.addWidget(self.toch_niet)
        rij.addWidget(self.verwijder)
        rij.addStretch(1)
        kolom.addSpacing(t.px(maten.KRAP))
        kolom.addLayout(rij)
        self.hide()

    def vraag_over(self, kaart: Kaart, anderen: Sequence[Kaart], rapporten: Sequence[str]) -> None:
        """Ask about `kaart`; where it is the active one, `anderen` are those that can take its place."""
        self.kaart = kaart
        self._kop.setText(f"‘{kaart.kenmerken.naam}’ verwijderen?")
        self._gebruik.setText(schrijf_gebruik(rapporten))
        self._enige.setVisible(not anderen)
        self.opvolger.clear()
        for ander in anderen:
            self.opvolger.addItem(ander.kenmerken.naam, ander.id)
        kiezen = kaart.actief and bool(anderen)
        self._label.setVisible(kiezen)
        self.opvolger.setVisible(kiezen)

    def gekozen_opvolger(self) -> str | None:
        """The id of the identity that signs from now on; None where none needs to be chosen."""
        return None if self.opvolger.isHidden() else self.opvolger.waarde()
