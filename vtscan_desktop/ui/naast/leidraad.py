"""The tab with what to ask about a topic. A question is ticked for the gesprek that is going on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from vtscan_desktop.domain.benamingen import GESPREKSOORT
from vtscan_desktop.domain.leidraad import Vraag
from vtscan_desktop.domain.notatie import format_datum_kort, opsomming
from vtscan_desktop.domain.risicoscan import Gesprek
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.keuzen import Vinkregel
from vtscan_desktop.ui.bouwstenen.onderdelen import label, zet_eigenschap, zet_uitleg
from vtscan_desktop.ui.naast.tabblad import Rolblad
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.werkruimte import Werkruimte


class Vraagregel(Vinkregel):
    """One question with its check box, and in which other gesprekken it was asked. Used again for each topic."""

    gesteld = Signal(str, bool)
    """Carries the id of the question when it is ticked, or the tick is taken away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self._id = ""
        self.eerder = label("", self, "klein")
        self.kolom.addWidget(self.eerder)
        self.aangevinkt.connect(self._bij_vinkje)

    def toon(self, vraag: Vraag, *, gesteld: bool, eerder: str) -> None:
        """Show a question: asked in this gesprek or not, and `eerder`, where it was asked before ("" for nowhere)."""
        self._id = vraag.id
        self.zet_tekst(vraag.tekst)
        self.zet(gesteld)
        self.vinkje.setAccessibleDescription(f"{f'{eerder}. ' if eerder else ''}Bron: {vraag.bron}")
        zet_uitleg(self, f"Bron: {vraag.bron}")
        zet_eigenschap(self.tekst, "soort", "gedempt" if gesteld or eerder else "")
        self.eerder.setText(eerder)
        self.eerder.setVisible(bool(eerder))

    def _bij_vinkje(self, aan: bool) -> None:
        self.gesteld.emit(self._id, aan)


class LeidraadBlad(Rolblad):
    """The questions, what to look out for, and where they come from."""

    def __init__(self, werkruimte: Werkruimte, parent: QWidget) -> None:
        super().__init__("Leidraad", werkruimte, parent)
        self._leidraad = werkruimte.format.leidraad
        self._nr = 0
        self.stand = label("", self.vlak, "klein")
        self.aangevuld = label("", self.vlak, "klein")
        self.kolom.addWidget(self.stand)
        self.regels = self._maak_regels()
        self._zet_kop("Let op")
        self.let_op = self._maak_klein(max(len(topic.let_op) for topic in self._leidraad.topics))
        self.kolom.addWidget(self.aangevuld)
        self._zet_kop("Bronnen")
        self.bronnen = label("", self.vlak, "klein")
        self.kolom.addWidget(self.bronnen)
        self.sluit_af()
        werkruimte.gevinkt.connect(self._ververs)
        werkruimte.gesprek_gewisseld.connect(self._ververs)

    def toon_topic(self, nr: int) -> None:
        """Show what to ask about a topic."""
        if nr != self._nr:
            self._nr = nr
            self._toon_vast()
        self._toon_vragen()

    def _maak_regels(self) -> list[Vraagregel]:
        meeste = max(len(topic.vragen) for topic in self._leidraad.topics)
        regels = [Vraagregel(self.vlak) for _ in range(meeste)]
        for regel in regels:
            regel.gesteld.connect(self._bij_vinkje)
            self.kolom.addWidget(regel)
        return regels

    def _zet_kop(self, tekst: str) -> None:
        kop = label(tekst, self.vlak, "kleine-kop")
        kop.setContentsMargins(0, thema().px(maten.KRAP), 0, 0)
        self.kolom.addWidget(kop)

    def _maak_klein(self, aantal: int) -> list[QLabel]:
        labels = [label("", self.vlak, "klein") for _ in range(aantal)]
        for deze in labels:
            self.kolom.addWidget(deze)
        return labels

    def _toon_vast(self) -> None:
        """What is the same in every gesprek."""
        deel = self._leidraad.topic(self._nr)
        for i, deze in enumerate(self.let_op):
            deze.setVisible(i < len(deel.let_op))
            if i < len(deel.let_op):
                deze.setText(deel.let_op[i].tekst)
                zet_uitleg(deze, f"Bron: {deel.let_op[i].bron}")
        reden = self.werkruimte.format.topic(self._nr).aangevuld
        self.aangevuld.setText(f"Aangevuld: {reden}")
        self.aangevuld.setVisible(bool(reden))
        self.bronnen.setText("\n".join(self._leidraad.bronnen(self._nr)))

    def _toon_vragen(self) -> None:
        """The questions as they stand in this gesprek."""
        vragen = self._leidraad.topic(self._nr).vragen
        gesprekken = {gesprek.id: gesprek for gesprek in self.werkruimte.scan.gesprekken}
        lopend = self.werkruimte.lopend_gesprek() or ""
        gesteld: dict[str, list[str]] = {}
        for gesprek, vraag in self.werkruimte.vinkjes():
            gesteld.setdefault(vraag, []).append(gesprek)
        for i, regel in enumerate(self.regels):
            regel.setVisible(i < len(vragen))
            regel.vinkje.setEnabled(not self.werkruimte.op_slot)
            if i < len(vragen):
                hier = gesteld.get(vragen[i].id, [])
                andere = [g for g in gesprekken.values() if g.id in hier and g.id != lopend]
                buiten = "" in hier and bool(lopend)
                regel.toon(vragen[i], gesteld=lopend in hier, eerder=_eerder(andere, buiten=buiten))
        aantal = sum(lopend in gesteld.get(vraag.id, []) for vraag in vragen)
        waar = f"In het gesprek van {_wanneer(gesprekken[lopend])}" if lopend else "Buiten een gesprek"
        self.stand.setText(f"{waar}: {aantal} van {len(vragen)} gevraagd")

    def _ververs(self, _waarde: object) -> None:
        if self._nr:
            self._toon_vragen()

    def _bij_vinkje(self, vraag: str, aan: bool) -> None:
        self.werkruimte.zet_vinkje(vraag, aan)


def _eerder(gesprekken: list[Gesprek], *, buiten: bool) -> str:
    delen = [_wanneer(gesprek) for gesprek in gesprekken] + (["buiten een gesprek"] if buiten else [])
    return f"Eerder gevraagd: {opsomming(delen)}" if delen else ""


def _wanneer(gesprek: Gesprek) -> str:
    dag = format_datum_kort(gesprek.datum).rsplit(" ", 1)[0]
    return f"{dag} ({GESPREKSOORT[gesprek.soort]})"
