"""What every page is: a title, a column of content that scrolls, and Vorige/Volgende under it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.onderdelen import Regel, knop, label, zet_eigenschap
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.stroom import Stroom
from vtscan_desktop.ui.bouwstenen.tekstvlak import TekstVlak
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.tabellen.tabel import RijenTabel
from vtscan_desktop.ui.thema import thema
from vtscan_desktop.ui.versies.alleenlezen import laat_open
from vtscan_desktop.ui.versies.versieknop import Versieknop
from vtscan_desktop.ui.werkruimte import Werkruimte

KOLOM_MAX = 720
"""Greatest width of a column of text, in px at 100%."""
RIJ_MAX = 560
"""Room for what stands on one line whatever the text size, in px; more than that breaks or goes on a next line."""


class Pagina(QWidget):
    """Base of the pages. A page fills `self.kolom`, and shows the scan in `ververs`.

    `ververs` is called when the page comes into view and after each change; it must leave fields alone whose value
    is already right (the fields of `velden` do). `naar_stap` carries the id of a step to jump to.
    """

    naar_stap = Signal(str)
    naar_plaats = Signal(str)
    """Carries a `Vindplaats` as text, to jump to."""
    melding = Signal(str)
    """One Dutch sentence for the user, shown by the shell."""
    versies_gevraagd = Signal()
    """Asks for the versions of the scan."""
    instellingen_gevraagd = Signal(str)
    """Asks for a group of the settings, by its key."""
    eigen_stand = False
    """Whether this page holds what is nowhere else: a filter, choices for a report, something that is tried out."""

    def __init__(
        self,
        stap: Stap,
        werkruimte: Werkruimte,
        parent: QWidget,
        *,
        titel: str,
        kicker: str = "",
        onder: str = "",
        breed: bool = False,
    ) -> None:
        super().__init__(parent)
        self.stap = stap
        self.werkruimte = werkruimte
        self.setObjectName(f"pagina-{stap.id}")
        self.inhoud = self._maak_vlak(breed)
        self.rol.setAccessibleName(titel)
        self.kolom = QVBoxLayout(self.inhoud)
        self.kolom.setContentsMargins(0, 0, 0, 0)
        self.kolom.setSpacing(thema().px(maten.KLEIN))
        self._kickerrij = Stroom(tussen=thema().px(maten.KLEIN))
        self._titelrij = Stroom(tussen=thema().px(maten.KLEIN))
        self.kolom.addLayout(self._kickerrij)
        self.kolom.addLayout(self._titelrij)
        if kicker:
            self._kickerrij.addWidget(Regel(kicker, self.inhoud, "kicker"))
        self.titellabel = Regel(titel, self.inhoud, "titel")
        self._titelrij.addWidget(self.titellabel)
        if onder:
            self.kolom.addWidget(label(onder, self.inhoud, "kicker"))

    def plaats_merken(self, *merken: QWidget) -> None:
        """Put marks right beside the title, or above a title that needs the whole width."""
        nodig = _breedte(self.titellabel.text()) + sum(
            merk.sizeHint().width() + thema().px(maten.KLEIN) for merk in merken
        )
        rij = self._titelrij if nodig <= RIJ_MAX else self._kickerrij
        for merk in merken:
            rij.addWidget(merk)

    def _maak_vlak(self, breed: bool) -> QWidget:
        """The scrolling area, and in it the column that the content comes in."""
        t = thema()
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        self.rol = Rolvak(self)
        buiten.addWidget(self.rol)
        vlak = self.rol.vlak
        rij = QHBoxLayout(vlak)
        rij.setContentsMargins(t.px(maten.PAGINA), t.px(maten.RUIM), t.px(maten.PAGINA), t.px(maten.BREED))
        inhoud = QWidget(vlak)
        inhoud.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rij.addWidget(inhoud, 1)
        if not breed:
            inhoud.setMaximumWidth(t.px(KOLOM_MAX))
            rij.addStretch(0)
        return inhoud

    def sluit_af(self, vorige: Stap | None, volgende: Stap | None) -> None:
        """Put Vorige and Volgende under the content; called once by the shell after the page was made."""
        self.kolom.addStretch(1)
        self.kolom.addSpacing(thema().px(maten.GEWOON))
        rij = Stroom(tussen=thema().px(maten.KLEIN), regel=thema().px(maten.KLEIN), uiteen=volgende is not None)
        if vorige is not None:
            rij.addWidget(self._buurknop(f"‹ {vorige.knoptekst}", "vorige", vorige))
        if volgende is not None:
            rij.addWidget(self._buurknop(f"{volgende.knoptekst} ›", "volgende", volgende))
        self.kolom.addLayout(rij)

    def _buurknop(self, tekst: str, naam: str, stap: Stap) -> QPushButton:
        gemaakt = knop(tekst, self.inhoud, "hoofd" if naam == "volgende" else "")
        gemaakt.setObjectName(naam)
        gemaakt.setAccessibleName(f"{naam.capitalize()}: {stap.knoptekst}")
        gemaakt.setProperty("stap", stap.id)
        gemaakt.clicked.connect(self._naar_buur)
        laat_open(gemaakt)
        return gemaakt

    def kop(self, tekst: str, buddy: QWidget | None = None, kolom: QVBoxLayout | None = None) -> None:
        """A heading in the column, or in a part of it; with a buddy it names the control, and opens its versions."""
        kolom = self.kolom if kolom is None else kolom
        gemaakt = label(tekst, self.inhoud, "kop", buddy=buddy)
        gemaakt.setContentsMargins(0, thema().px(maten.SMAL), 0, 0)
        if not isinstance(buddy, TekstVlak) or not buddy.sleutel:
            kolom.addWidget(gemaakt)
            return
        rij = QHBoxLayout()
        rij.addWidget(gemaakt, 1)
        rij.addWidget(Versieknop(buddy, self.inhoud), 0, Qt.AlignmentFlag.AlignBottom)
        kolom.addLayout(rij)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """A title with a word that is wider than the page would push all else out of sight: it gets smaller letters."""
        super().resizeEvent(e)
        ruimte = e.size().width() - 2 * thema().px(maten.PAGINA) - self.rol.verticalScrollBar().sizeHint().width()
        past = max(map(_breedte, self.titellabel.text().split()), default=0) <= ruimte
        zet_eigenschap(self.titellabel, "soort", "titel" if past else "tussenkop")

    def ververs(self) -> None:
        """Show the scan as it is now."""
        raise NotImplementedError

    def eerste_veld(self) -> QWidget | None:
        """The field to put the cursor in when the page is entered by keyboard; None for none."""
        return None

    @property
    def te_missen(self) -> bool:
        """Whether making this page anew loses nothing: what it holds is in the scan, and nothing can be taken back."""
        if self.eigen_stand:
            return False
        teksten = (vlak.document() for vlak in self.findChildren(TekstVlak))
        if any(tekst.isUndoAvailable() or tekst.isRedoAvailable() for tekst in teksten):
            return False
        if any(regel.isUndoAvailable() or regel.isRedoAvailable() for regel in self.findChildren(QLineEdit)):
            return False
        return not any(tabel.te_herstellen for tabel in self.findChildren(RijenTabel))

    def _naar_buur(self) -> None:
        self.naar_stap.emit(str(self.sender().property("stap")))


def _breedte(titel: str) -> int:
    return QFontMetrics(thema().letter(LETTER["titel"], QFont.Weight.Medium)).horizontalAdvance(titel)
