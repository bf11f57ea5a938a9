"""The pages of an open scan: which ones there are, made before they are asked for and given up when they can be.

A page that stands ready is shown within a frame; but every widget under a stylesheet takes some 20 kB, so that all
pages together would double what the program needs. So the pages that a user is likely to go to next stand ready, and
those of topics that were left long ago go.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.stappen import Stap, buren

if TYPE_CHECKING:
    from vtscan_desktop.ui.werkscherm import Werkscherm

LAATSTE = 4
"""So many pages that were shown last stay, with the one shown."""
_NA_TEKENEN_MS = 50
"""How long after another page is shown it begins: the page itself, and what is typed at once, go before."""
_AANWIJZEN_MS = 40
"""How long a step is pointed at before its page is made: passing over the list makes none."""


class Paginavoorraad(QTimer):
    """Makes or gives up one page at a time, while nothing else is to be done. Belongs to its screen."""

    def __init__(self, scherm: Werkscherm, maak: Callable[[Stap], Pagina]) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self._maak = maak
        self._stappen = {stap.id: stap for stap in scherm.stappen}
        self._paginas: dict[str, Pagina] = {}
        self._getoond: list[str] = []
        self._aangewezen: str | None = None
        self.setInterval(0)
        self.timeout.connect(self._werk)

    def pagina(self, stap_id: str) -> Pagina:
        """The page of a step, made when there is none."""
        if stap_id not in self._paginas:
            self._paginas[stap_id] = self._maak(self._stappen[stap_id])
        return self._paginas[stap_id]

    def toon(self, stap_id: str) -> Pagina:
        """The page of a step that is now shown, up to date; makes ready what may come after it."""
        pagina = self.pagina(stap_id)
        pagina.ververs()
        self._getoond = [*(eerder for eerder in self._getoond if eerder != stap_id), stap_id][-LAATSTE:]
        self._aangewezen = None
        self.start(_NA_TEKENEN_MS)
        return pagina

    def wijs_aan(self, stap_id: str) -> None:
        """The pointer, or the bar in a list, is on a step: a click or Enter may follow."""
        self._aangewezen = stap_id
        self.start(_AANWIJZEN_MS)

    @property
    def gereed(self) -> bool:
        """Whether the pages that a user is likely to go to stand ready, and those that can be missed are gone."""
        return not self._te_maken() and not self._te_missen()

    def _werk(self) -> None:
        self.setInterval(0)
        if te_maken := self._te_maken():
            self._maak_klaar(te_maken[0])
        elif te_missen := self._te_missen():
            self._geef_op(te_missen[0])
        else:
            self.stop()

    def _straks(self) -> list[Stap]:
        """Where a user is likely to go from the step shown: on, to what is pointed at, or back."""
        if not self._getoond:
            return []
        vorige, volgende = buren(self._scherm.stappen, self._getoond[-1])
        aangewezen = self._stappen[self._aangewezen] if self._aangewezen else None
        return [stap for stap in (aangewezen, volgende, vorige) if stap is not None]

    def _te_maken(self) -> list[Stap]:
        return [stap for stap in self._straks() if stap.id not in self._paginas]

    def _te_missen(self) -> list[Pagina]:
        blijft = {*self._getoond, *(stap.id for stap in self._straks())}
        return [pagina for naam, pagina in self._paginas.items() if naam not in blijft and pagina.te_missen]

    def _maak_klaar(self, stap: Stap) -> None:
        pagina = self.pagina(stap.id)
        pagina.ververs()
        for vlak in pagina.findChildren(TekstVlak):
            vlak.begin_spelling()
        pagina.resize(self._breedte_van(stap), self._scherm.stapel.height())
        if self._scherm.stapel.isVisible():  # else the window is laid out as if it were
            pagina.grab()  # paints it to nowhere: styles and layouts are done then
            if stap.topic:
                self._scherm.zijvak.maak_klaar(stap.topic, pagina.height())

    def _geef_op(self, pagina: Pagina) -> None:
        del self._paginas[pagina.stap.id]
        self._scherm.stapel.removeWidget(pagina)
        pagina.deleteLater()
        QCoreApplication.sendPostedEvents(pagina, QEvent.Type.DeferredDelete)  # now, while nothing else is to be done

    def _breedte_van(self, stap: Stap) -> int:
        """How wide the page of a step will be: what is beside the topics stands there for topics only."""
        zijvak = self._scherm.zijvak
        naast = zijvak.width() if not self._scherm.smal else 0
        samen = self._scherm.stapel.width() + (0 if zijvak.isHidden() else naast)
        return samen - naast if stap.topic else samen
