"""Marks what is misspelt while typing, and offers what may have been meant. The dictionary works in another process."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Container, Iterator
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.domain.woorden import als_sleutel, staat_erin, vind_woorden
from vtscan_desktop.services.spelling import Spellingcontrole
from vtscan_desktop.ui.bouwstenen.achtergrond import Melder, voer_uit
from vtscan_desktop.ui.bouwstenen.tekstvlak import eenheden
from vtscan_desktop.ui.thema import thema

SAMEN_MS = 60
"""Words that come up within this time are asked in one go."""
WEER_MS = 60_000
"""How long words are left alone after the dictionary couldn't be asked; then they are asked again."""
ALINEA_MAX = 20_000
"""A longer paragraph is not checked: Qt lays all of it out again with every key, and once more for its marks."""
BEURT_S = 0.006
"""How long marking goes on before typing and painting get their turn."""


class Woordenlijst(Protocol):
    """Where the user's own words are kept: the opened database."""

    def eigen_woorden(self) -> frozenset[str]:
        """All of them."""

    def leer_woord(self, woord: str) -> None:
        """Keep one more. Raises `VtscanFout`."""

    def vergeet_woord(self, woord: str) -> None:
        """Keep one no longer. Raises `VtscanFout`."""


class Spelling(QObject):
    """What is known of words, for all fields at once. One per application; idle until a database is open."""

    gewijzigd = Signal()
    """Look at every word again."""
    beantwoord = Signal()
    """Words that were not known yet, now are."""
    melding = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._controle = Spellingcontrole()
        self._lijst: Woordenlijst | None = None
        self._eigen: set[str] = set()
        self.bekend: set[str] = set()
        """Words that are right as they stand."""
        self._fout: set[str] = set()
        self._te_vragen: set[str] = set()
        self._gevraagd: tuple[str, ...] = ()
        self._aan = True
        self._gemeld = False
        self._klok = QTimer(self)
        self._klok.setSingleShot(True)
        self._klok.timeout.connect(self._vraag)
        app.focusChanged.connect(self._bij_focus)
        app.aboutToQuit.connect(self._controle.sluit)

    @property
    def actief(self) -> bool:
        """Whether words are checked."""
        return self._aan and self._lijst is not None

    @property
    def begonnen(self) -> bool:
        """Whether a database is open whose words count."""
        return self._lijst is not None

    def begin(self, lijst: Woordenlijst) -> None:
        """A database is open: check with its words beside those of the dictionary."""
        self._lijst = lijst
        self._eigen = {als_sleutel(woord) for woord in lijst.eigen_woorden()}
        self.gewijzigd.emit()

    def stop(self) -> None:
        """The database closes: forget its words, and every word that was looked at."""
        self._lijst = None
        self._vergeet()
        self._eigen.clear()

    def zet_aan(self, aan: bool) -> None:
        """Check, or leave words alone."""
        if aan != self._aan:
            self._aan = aan
            self._vergeet()
            self.gewijzigd.emit()

    def is_goed(self, woord: str) -> bool | None:
        """Whether a word is right; None when that is being asked: `beantwoord` tells when it is known."""
        if woord in self.bekend or staat_erin(woord, self._eigen):
            return True
        if woord in self._fout:
            return False
        self._te_vragen.add(woord)
        if not self._gevraagd and not self._klok.isActive():
            self._klok.start(SAMEN_MS)
        return None

    def is_eigen(self, woord: str) -> bool:
        """Whether the user added this word."""
        return staat_erin(woord, self._eigen)

    def leer(self, woord: str) -> None:
        """Take a word as right, from now on and in all fields."""
        self._wijzig(woord, aan=True)

    def vergeet(self, woord: str) -> None:
        """Take an own word out again."""
        self._wijzig(woord, aan=False)

    def stel_voor(
        self,
        woord: str,
        vrager: QObject,
        klaar: Callable[[tuple[str, ...]], None],
        mislukt: Callable[[VtscanFout], None],
    ) -> None:
        """Ask what may have been meant; `klaar` and `mislukt` are methods of `vrager`."""

        def zoek(_meld: Melder) -> tuple[str, ...]:
            return self._controle.stel_voor(woord)

        voer_uit(zoek, vrager, klaar=klaar, mislukt=mislukt)

    def _wijzig(self, woord: str, *, aan: bool) -> None:
        assert self._lijst is not None
        try:
            if aan:
                self._lijst.leer_woord(woord)
            else:
                self._lijst.vergeet_woord(woord)
            self._eigen = {als_sleutel(eigen) for eigen in self._lijst.eigen_woorden()}
        except VtscanFout as fout:
            self.melding.emit(str(fout))
        self.gewijzigd.emit()

    def _vergeet(self) -> None:
        self._klok.stop()
        self.bekend.clear()
        self._fout.clear()
        self._te_vragen.clear()

    def _vraag(self) -> None:
        self._gevraagd = tuple(self._te_vragen)
        self._te_vragen.clear()
        if not self._gevraagd or not self.actief:
            self._gevraagd = ()
            return
        gevraagd = self._gevraagd

        def keur(_meld: Melder) -> frozenset[str]:
            return self._controle.keur(gevraagd)

        voer_uit(keur, self, klaar=self._neem_aan, mislukt=self._mislukt)

    def _neem_aan(self, fout: frozenset[str]) -> None:
        gevraagd, self._gevraagd = self._gevraagd, ()
        self._gemeld = False
        if not self.actief:
            return
        self._fout.update(fout)
        self.bekend.update(woord for woord in gevraagd if woord not in fout)
        if self._te_vragen:
            self._klok.start(SAMEN_MS)
        self.beantwoord.emit()

    def _mislukt(self, fout: VtscanFout) -> None:
        """Say it once, and ask again in a while, with all that comes up until then."""
        gevraagd, self._gevraagd = self._gevraagd, ()
        if not self.actief:
            return
        self._te_vragen.update(gevraagd)
        self._klok.start(WEER_MS)
        if not self._gemeld:
            self._gemeld = True
            self.melding.emit(str(fout))

    def _bij_focus(self, oud: QWidget | None, _nieuw: QWidget | None) -> None:
        markeerder = oud.findChild(Markeerder) if isinstance(oud, QTextEdit) else None
        if markeerder is not None:
            markeerder.rond_af()


def spelling() -> Spelling:
    """The application's spelling check (made on first use; its dictionary with the first word)."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    gevonden = app.findChild(Spelling)
    return gevonden if gevonden is not None else Spelling(app)


def streepje() -> QTextCharFormat:
    """How a misspelt word is marked."""
    opmaak = QTextCharFormat()
    opmaak.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
    opmaak.setUnderlineColor(QColor(thema().palet.niet_op_orde.voor))
    return opmaak


class Markeerder(QSyntaxHighlighter):
    """Marks misspelt words in one field, block by block; the word being typed only once it is finished."""

    def __init__(self, vlak: QTextEdit) -> None:
        super().__init__(vlak)
        self._vlak = vlak
        self._spelling = spelling()
        self._wachtend: list[QTextBlock] = []
        self._te_doen: deque[QTextBlock] = deque()
        self._beurt = QTimer(self)
        self._beurt.setSingleShot(True)
        self._beurt.timeout.connect(self._doe_beurt)
        self._bezig: tuple[QTextBlock, int, int] | None = None
        self.herziet = False
        """Whether marks change now, and not the text: Qt tells of both in the same way."""
        self._opmaak = streepje()
        self._spelling.gewijzigd.connect(self._bij_wijziging)
        self._spelling.beantwoord.connect(self._bij_antwoord)
        vlak.cursorPositionChanged.connect(self._bij_cursor)

    def highlightBlock(self, text: str) -> None:
        """Mark what is wrong in a block; what isn't known yet is marked when it is."""
        if not self._spelling.actief or len(text) > ALINEA_MAX:
            return
        blok = self.currentBlock()
        # looking again at a word where the cursor only happens to be is not typing it
        getypt = not self.herziet or (self._bezig is not None and self._bezig[0] == blok)
        plek = self._typplek(blok) if getypt else -1
        wacht = False
        for begin, einde, woord in woorden_op_plek(text, self._spelling.bekend):
            if begin < plek <= einde:
                self._bezig = (blok, begin, einde)
                continue
            goed = self._spelling.is_goed(woord)
            if goed is None:
                wacht = True
            elif not goed:
                self.setFormat(begin, einde - begin, self._opmaak)
        if wacht:
            self._wachtend.append(blok)

    @property
    def af(self) -> bool:
        """Whether every word has been looked at, and nothing waits for an answer or its turn."""
        return not self._wachtend and not self._te_doen

    def rond_af(self) -> None:
        """The word that was being typed is finished: mark it when it is wrong."""
        bezig, self._bezig = self._bezig, None
        if bezig is not None:
            self._herzie(bezig[0])

    def _typplek(self, blok: QTextBlock) -> int:
        """Where in this block the user is typing; -1 when that is elsewhere."""
        cursor = self._vlak.textCursor()
        if not self._vlak.hasFocus() or cursor.block() != blok:
            return -1
        return cursor.positionInBlock()

    def _bij_cursor(self) -> None:
        if self._bezig is None:
            return
        blok, begin, einde = self._bezig
        if not begin < self._typplek(blok) <= einde:
            self.rond_af()

    def _bij_wijziging(self) -> None:
        self._te_doen.clear()
        self._wachtend.clear()
        blok = self.document().begin()
        while blok.isValid():
            self._wachtend.append(blok)
            blok = blok.next()
        self._bij_antwoord()

    def _bij_antwoord(self) -> None:
        self._te_doen.extend(self._wachtend)
        self._wachtend.clear()
        self._doe_beurt()

    def _doe_beurt(self) -> None:
        einde = time.monotonic() + BEURT_S
        while self._te_doen and time.monotonic() < einde:
            self._herzie(self._te_doen.popleft())
        if self._te_doen:
            self._beurt.start()

    def _herzie(self, blok: QTextBlock) -> None:
        self.herziet = True
        if blok.isValid():
            self.rehighlightBlock(blok)
        self.herziet = False


def woorden_op_plek(tekst: str, bekend: Container[str] = ()) -> Iterator[tuple[int, int, str]]:
    """As `vind_woorden`, with begin and end as Qt counts: in UTF-16 units, so that an emoji counts for two."""
    breed = not tekst.isascii() and max(tekst) > "\uffff"
    for begin, woord in vind_woorden(tekst, bekend):
        van = eenheden(tekst[:begin]) if breed else begin
        yield van, van + eenheden(woord), woord
