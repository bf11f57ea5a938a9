"""Work that is finished once it was begun, and what came of it told, also when the window locks meanwhile.

A `Taak` belongs to who asked for it, and goes with it. What changes the database or writes a file belongs here
instead: the lock covers the screen at once, but the database closes, and can be opened again, only when it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import ref

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from shiboken6 import isValid

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.bouwstenen.achtergrond import Taak, Werk
from vtscan_desktop.ui.bouwstenen.formuliervenster import Formuliervenster
from vtscan_desktop.ui.bouwstenen.onderdelen import zet_soort

if TYPE_CHECKING:  # at run time it comes with the database: the first window must not wait for it
    from vtscan_desktop.services.sessie import Sessie

_MAAT = QSize(600, 520)
_TOCH = "Toch sluiten"


@dataclass(frozen=True, slots=True)
class Afloop:
    """What came of it, to read: `titel` also stands on the lock, so it says what but not of whom.

    With `sleutel` the herstelsleutel of the database is shown too, and stays until it was kept.
    """

    titel: str
    tekst: str
    sleutel: bool = False
    oude_kopieen: tuple[Path, ...] = ()
    """Backups that only an older passphrase opens: here they can be removed."""


class Langwerk(QObject):
    """Belongs to the main window; found by whoever lies in it. `rust` tells that all is done, with the last `titel`."""

    rust = Signal(str)

    def __init__(self, venster: QObject) -> None:
        super().__init__(venster)
        self._sessie: Sessie | None = None
        self._klussen: list[_Klus] = []
        self._ongelezen: list[tuple[Path | None, Afloop]] = []
        self._op_slot = False
        self._daarna: list[Callable[[], None]] = []

    @classmethod
    def van(cls, wie: QObject) -> Langwerk:
        """The one of the main window that `wie` lies in."""
        while (boven := wie.parent()) is not None:
            wie = boven
        gevonden = wie.findChild(cls, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return gevonden if gevonden is not None else cls(wie)

    @property
    def bezig(self) -> str:
        """What is being done, as a noun ("Rapport maken"); "" for nothing."""
        return self._klussen[0].wat if self._klussen else ""

    def begin(
        self,
        vrager: QWidget,
        wat: str,
        werk: Werk,
        *,
        klaar: Callable[[Any], None],
        mislukt: Callable[[VtscanFout], None],
        vertel: Callable[[Any], Afloop | None],
        voortgang: Callable[[str, int, int], None] | None = None,
    ) -> Taak:
        """Start it for `vrager`, which hears of it as with `voer_uit`; if it is gone by then, the user reads `vertel`.

        `wat` names it as a noun ("Rapport maken"). `vertel` gets what the work gave back and must not touch a widget;
        None for nothing to tell.
        """
        taak = Taak(werk, self)
        taak.klaar.connect(klaar)
        taak.mislukt.connect(mislukt)
        if voortgang is not None:
            taak.voortgang.connect(voortgang)
        klus = _Klus(vrager, wat, vertel, self._sessie.pad if self._sessie is not None else None, taak)
        klus.klaar.connect(self._bij_klaar)  # after those of `vrager`
        self._klussen.append(klus)
        return taak.start()

    def na_afloop(self, doe: Callable[[], None]) -> None:
        """Do it when nothing goes on any more: now, or before `rust`."""
        if self._klussen:
            self._daarna.append(doe)
        else:
            doe()

    def toon(self, afloop: Afloop) -> None:
        """Have the user read it: now, or once the window is open again."""
        self._toon(self._sessie.pad if self._sessie is not None else None, afloop)

    def toon_straks(self, database: Path, afloop: Afloop) -> None:
        """Have the user read it once this database is open."""
        self._ongelezen.append((database, afloop))

    def mag_sluiten(self) -> bool:
        """Whether the program may end; asks when behind the lock something still has to be read, which goes with it."""
        if not self._op_slot or not self._ongelezen:
            return True
        from vtscan_desktop.ui.bouwstenen.vragen import vraag

        ouder = self.parent()
        assert isinstance(ouder, QWidget)
        titels = ". ".join(afloop.titel for _, afloop in self._ongelezen)
        tekst = f"{titels}. Wat ervan kwam, leest u als u ontgrendelt. Sluit u nu, dan is dat later niet meer te zien."
        return vraag(ouder, "Sluiten zonder te lezen?", tekst, _TOCH, gevaar=_TOCH) == _TOCH

    def ga_op_slot(self) -> None:
        """The window is about to lock: an outcome that is on the screen counts as not read yet."""
        self._op_slot, self._sessie = True, None
        for venster in self._vensters():
            venster.finished.disconnect()

    def ga_open(self, sessie: Sessie) -> None:
        """A database is open (or it could not be locked after all): show what was not read yet of it."""
        self._op_slot, self._sessie = False, sessie
        for plek, afloop in self._ongelezen:
            if plek in (None, sessie.pad):
                self._toon_venster(afloop)

    def _bij_klaar(self, klus: _Klus, afloop: Afloop | None) -> None:
        self._klussen.remove(klus)
        if afloop is not None and not klus.gehoord:
            self._toon(klus.plek, afloop)
        if not self._klussen:
            daarna, self._daarna = self._daarna, []
            for doe in daarna:
                doe()
            self.rust.emit(afloop.titel if afloop is not None else "")

    def _toon(self, plek: Path | None, afloop: Afloop) -> None:
        self._ongelezen.append((plek, afloop))
        if not self._op_slot:
            self._toon_venster(afloop)

    def _toon_venster(self, afloop: Afloop) -> None:
        ouder = self.parent()
        assert isinstance(ouder, QWidget)
        sessie = self._sessie if afloop.sleutel else None
        venster = Afloopvenster(afloop, sessie, ouder)
        venster.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        venster.finished.connect(partial(self._bij_gelezen, afloop))
        venster.open()

    def _bij_gelezen(self, afloop: Afloop, _hoe: int) -> None:
        self._ongelezen = [(plek, deze) for plek, deze in self._ongelezen if deze is not afloop]

    def _vensters(self) -> list[Afloopvenster]:
        ouder = self.parent()
        assert ouder is not None
        return ouder.findChildren(Afloopvenster)


class _Klus(QObject):
    """One piece of work. `klaar` carries itself and what to tell; `gehoord` says whether who asked was there."""

    klaar = Signal(object, object)

    def __init__(
        self, vrager: QWidget, wat: str, vertel: Callable[[Any], Afloop | None], plek: Path | None, taak: Taak
    ) -> None:
        super().__init__(taak)
        self._vrager = ref(vrager)
        self._vertel = vertel
        self.wat = wat
        self.plek = plek
        self.gehoord = False
        taak.klaar.connect(self._bij_klaar)
        taak.mislukt.connect(self._bij_mislukt)

    def _is_er(self) -> bool:
        vrager = self._vrager()
        return vrager is not None and isValid(vrager)

    def _bij_klaar(self, waarde: Any) -> None:
        self.gehoord = self._is_er()
        self.klaar.emit(self, self._vertel(waarde))

    def _bij_mislukt(self, fout: VtscanFout) -> None:
        self.gehoord = self._is_er()
        self.klaar.emit(self, Afloop(f"{self.wat} is niet gelukt", str(fout)))


class Afloopvenster(Formuliervenster):
    """Shows one outcome until it was read; with `sessie` also its herstelsleutel, which has to be kept first."""

    def __init__(self, afloop: Afloop, sessie: Sessie | None, parent: QWidget) -> None:
        super().__init__(afloop.titel, afloop.tekst, "Sluiten", _MAAT, parent)
        zet_soort(self.uitleg, "")  # it is what the window is for
        self.bewaard: QCheckBox | None = None
        if sessie is not None:
            from vtscan_desktop.ui.toegang.herstelsleutel import Herstelsleutel  # brings in printing

            self.kolom.addWidget(Herstelsleutel(sessie.herstelsleutel, sessie.pad, date.today, self.vak))
            self.bewaard = QCheckBox("Ik heb de nieuwe herstelsleutel opgeschreven of afgedrukt", self.vak)
            self.kolom.addWidget(self.bewaard)
            self.hoofd.setText("Klaar")
            self.hoofd.setEnabled(False)
            self.bewaard.toggled.connect(self.hoofd.setEnabled)
            self.bewaard.setFocus()
        if afloop.oude_kopieen:
            from vtscan_desktop.ui.reservekopieen.oudekopieen import OudeKopieen

            self.kolom.addWidget(OudeKopieen(afloop.oude_kopieen, self.vak))
        self.kolom.addStretch(1)
        self.terug.hide()
        self.maak_passend()

    def doe(self) -> None:
        """It was read."""
        self.accept()

    def reject(self) -> None:
        """Esc reads it too, but for a herstelsleutel that was not kept."""
        if self.bewaard is None or self.bewaard.isChecked():
            super().reject()
