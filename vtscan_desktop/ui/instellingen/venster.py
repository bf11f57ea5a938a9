"""The window with all settings: groups under one another, a list beside them to go to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.meldingregel import Meldingregel
from vtscan_desktop.ui.bouwstenen.onderdelen import knop, label
from vtscan_desktop.ui.bouwstenen.rolvak import Rolvak
from vtscan_desktop.ui.bouwstenen.scherm import maat_over
from vtscan_desktop.ui.instellingen.bestanden import GroepBestanden
from vtscan_desktop.ui.instellingen.beveiliging import GroepBeveiliging
from vtscan_desktop.ui.instellingen.formats import GroepFormats
from vtscan_desktop.ui.instellingen.groep import Groep
from vtscan_desktop.ui.instellingen.groepenlijst import Groepenlijst
from vtscan_desktop.ui.instellingen.weergave import GroepSpelling, GroepWeergave
from vtscan_desktop.ui.instellingen.zelf import GroepOrganisatie, GroepZelf
from vtscan_desktop.ui.thema import thema

if TYPE_CHECKING:  # the main window opens this one
    from vtscan_desktop.ui.venster import Hoofdvenster

GROEPEN: tuple[type[Groep], ...] = (
    GroepZelf,
    GroepOrganisatie,
    GroepFormats,
    GroepWeergave,
    GroepSpelling,
    GroepBestanden,
    GroepBeveiliging,
)
"""All groups, in the order in which they are shown."""
_MAAT = QSize(920, 680)
"""Wanted size, in px at 100%."""
_SMAL = 700
"""Below this width (px at 100%) the list beside the groups is left out: they scroll as well without it."""


class Instellingenvenster(QDialog):
    """What is changed holds at once: there is nothing to confirm, and closing loses nothing.

    `gekozen` carries the `Voorkeuren` that hold from now on.
    """

    gekozen = Signal(object)

    def __init__(self, venster: Hoofdvenster, groep: str = "") -> None:
        super().__init__(venster)
        self._venster = venster
        self._inhoud: QWidget | None = None
        self.setObjectName("instellingen")
        self.setWindowTitle("Instellingen")
        self._buiten = QVBoxLayout(self)
        self._buiten.setContentsMargins(0, 0, 0, 0)
        self._bouw()
        self.toon_groep(groep or self.groepen[0].sleutel, focus=bool(groep))
        thema().gewijzigd.connect(self._bij_thema)

    def groep(self, sleutel: str) -> Groep:
        """The group with this key."""
        return next(groep for groep in self.groepen if groep.sleutel == sleutel)

    def toon_groep(self, sleutel: str, *, focus: bool = True) -> None:
        """Go to a group; with `focus` also the cursor."""
        self.lijst.setCurrentRow([groep.sleutel for groep in self.groepen].index(sleutel))
        if focus or self.lijst.isHidden():
            self._naar_groep()
        else:
            self.lijst.setFocus()

    def ververs(self) -> None:
        """Show what another window may have changed."""
        for groep in self.groepen:
            groep.ververs()

    def showEvent(self, e: QShowEvent) -> None:
        """Once the groups have their places: go to the one that was asked for."""
        super().showEvent(e)
        QTimer.singleShot(0, self, self._spring)

    def _spring(self) -> None:
        self._bij_keus(self.lijst.currentRow())

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Narrow: the groups get all the room."""
        super().resizeEvent(e)
        self.lijst.setVisible(self.width() >= thema().px(_SMAL))

    def _bouw(self) -> None:
        """Make all of it, at the text size in force."""
        t = thema()
        self._inhoud = inhoud = QWidget(self)
        self._buiten.addWidget(inhoud)
        kolom = QVBoxLayout(inhoud)
        kolom.setContentsMargins(0, t.px(maten.BREED), 0, t.px(maten.RUIM))
        kolom.setSpacing(t.px(maten.GEWOON))
        kop = QVBoxLayout()
        kop.setContentsMargins(t.px(maten.BREED), 0, t.px(maten.BREED), 0)
        kop.setSpacing(t.px(maten.KRAP))
        kop.addWidget(label("Instellingen", inhoud, "titel"))
        kop.addWidget(label("Wat u wijzigt, geldt meteen.", inhoud, "kicker"))
        kolom.addLayout(kop)
        self.meldingregel = Meldingregel(inhoud)
        soorten = [soort for soort in GROEPEN if self._venster.sessie is not None or not soort.met_database]
        kolom.addLayout(self._maak_midden(inhoud, soorten), 1)
        kolom.addWidget(self.meldingregel)
        voet = QHBoxLayout()
        voet.setContentsMargins(t.px(maten.BREED), 0, t.px(maten.BREED), 0)
        self.over = knop("Over dit programma…", inhoud)
        self.over.clicked.connect(self._bij_over)
        voet.addWidget(self.over)
        voet.addStretch(1)
        self.sluiten = knop("Sluiten", inhoud, "hoofd")
        self.sluiten.setObjectName("sluiten")
        self.sluiten.clicked.connect(self.close)
        voet.addWidget(self.sluiten)
        kolom.addLayout(voet)
        self.resize(maat_over(self._venster, _MAAT))

    def _bij_over(self) -> None:
        self.close()
        self._venster.hulp.toon_over()

    def _maak_midden(self, inhoud: QWidget, soorten: list[type[Groep]]) -> QHBoxLayout:
        t = thema()
        midden = QHBoxLayout()
        midden.setContentsMargins(t.px(maten.BREED), 0, 0, 0)
        midden.setSpacing(t.px(maten.RUIM))
        self.lijst = Groepenlijst([soort.titel for soort in soorten], inhoud)
        self.lijst.setObjectName("groepen")
        self.lijst.setFixedWidth(self.lijst.sizeHintForColumn(0) + t.px(maten.PAGINA))
        self.lijst.currentRowChanged.connect(self._bij_keus)
        self.lijst.erin.connect(self._naar_groep)
        midden.addWidget(self.lijst)
        self._rol = Rolvak(inhoud, "")
        vak = QVBoxLayout(self._rol.vlak)
        vak.setContentsMargins(0, 0, t.px(maten.BREED), 0)
        vak.setSpacing(t.px(maten.RUIM))
        self.groepen = [soort(self._venster, self._rol.vlak) for soort in soorten]
        for groep in self.groepen:
            # once what was pressed is done: it goes when the look changes
            groep.gekozen.connect(self.gekozen, Qt.ConnectionType.QueuedConnection)
            groep.melding.connect(self.meldingregel.toon)
            vak.addWidget(groep)
        vak.addStretch(1)
        midden.addWidget(self._rol, 1)
        self._rol.verticalScrollBar().valueChanged.connect(self._bij_rollen)
        self._gaat = False
        return midden

    def _bij_keus(self, rij: int) -> None:
        """Bring a group to the top, as far as it can come."""
        if 0 <= rij < len(self.groepen):
            self._gaat = True  # the last ones don't come all the way: the list keeps what was chosen
            self._rol.verticalScrollBar().setValue(self.groepen[rij].y())
            self._gaat = False

    def _bij_rollen(self, hoogte: int) -> None:
        """Mark in the list what is read now."""
        if self._gaat:
            return
        marge = thema().px(maten.PAGINA)
        boven = [i for i, groep in enumerate(self.groepen) if groep.y() <= hoogte + marge]
        onderaan = hoogte == self._rol.verticalScrollBar().maximum()
        rij = len(self.groepen) - 1 if onderaan else (boven[-1] if boven else 0)
        self.lijst.blockSignals(True)
        self.lijst.setCurrentRow(rij)
        self.lijst.blockSignals(False)

    def _naar_groep(self) -> None:
        """The cursor to the first control of the group that is chosen."""
        groep = self.groepen[max(0, self.lijst.currentRow())]
        for deel in groep.findChildren(QWidget):
            neemt = bool(deel.focusPolicy() & Qt.FocusPolicy.TabFocus) and deel.isEnabled()
            if isinstance(deel, QRadioButton):
                neemt = deel.isChecked()
            if neemt and not deel.isHidden():
                deel.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _bij_thema(self) -> None:
        """Sizes and icons are made with the controls: make them anew, at the same place."""
        oud = self._inhoud
        assert oud is not None
        focus = self.focusWidget()
        naam = focus.objectName() if focus is not None else ""
        rij, hoogte = self.lijst.currentRow(), self._rol.verticalScrollBar()
        deel = hoogte.value() / max(1, hoogte.maximum())
        self._buiten.removeWidget(oud)
        oud.hide()
        oud.deleteLater()
        self._bouw()
        self._buiten.activate()
        self.lijst.blockSignals(True)
        self.lijst.setCurrentRow(rij)
        self.lijst.blockSignals(False)
        if self._inhoud is not None and naam and (zelfde := self._inhoud.findChild(QWidget, naam)) is not None:
            zelfde.setFocus(Qt.FocusReason.OtherFocusReason)
            self._rol.ensureWidgetVisible(zelfde)
        else:
            self._rol.verticalScrollBar().setValue(round(deel * self._rol.verticalScrollBar().maximum()))
