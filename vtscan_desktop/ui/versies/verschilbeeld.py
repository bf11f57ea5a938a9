"""Shows what differs: of a text word by word, of a scan in sentences under headings."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from vtscan_desktop.domain.scanverschil import Verschilgroep
from vtscan_desktop.domain.tekstversies import Verschilsoort, verschil
from vtscan_desktop.ui import maten
from vtscan_desktop.ui.bouwstenen.tekstvlak import REGELHOOGTE
from vtscan_desktop.ui.maten import LETTER
from vtscan_desktop.ui.thema import thema

UITLEG = "Doorgestreept: stond er toen, en nu niet meer. Onderstreept: kwam er later bij."
_TUSSEN = " "
"""Keeps a removed word apart from the one that came in its place."""
_OMGEVING = 60
"""Of a long stretch that is the same, so many characters stay on either side."""

Stukken = tuple[tuple[Verschilsoort, str], ...]


class Verschilbeeld(QTextEdit):
    """A text to read, built from the top: `begin`, then what is added, then `klaar`."""

    def __init__(self, naam: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(naam)

    def begin(self) -> None:
        """Begin with nothing."""
        self.clear()
        self._cursor = self.textCursor()
        self._cursor.setBlockFormat(_alinea())
        self._leeg = True

    def klaar(self) -> None:
        """Show it from the top."""
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def voeg_verschil_toe(self, stukken: Stukken) -> None:
        """The words of a text: those that went are struck through, those that came are underlined."""
        vormen = _vormen()
        vorige = Verschilsoort.GELIJK
        for soort, tekst in stukken:
            if Verschilsoort.GELIJK not in (vorige, soort):
                self._cursor.insertText(_TUSSEN, vormen[Verschilsoort.GELIJK])
            self._cursor.insertText(tekst, vormen[soort])
            vorige = soort

    def toon_groepen(self, groepen: tuple[Verschilgroep, ...], anders: str) -> None:
        """What differs between two scans, or the sentence `anders` when nothing does."""
        self.begin()
        if not groepen:
            self._regel(anders)
        for groep in groepen:
            self._regel(groep.kop, kop=True)
            for regel in groep.regels:
                self._regel(regel.zin)
                if regel.was.strip() and regel.wordt.strip():
                    self._regel("", inspringen=True)
                    self.voeg_verschil_toe(bekort(verschil(regel.was, regel.wordt)))
        self.klaar()

    def _regel(self, tekst: str, *, kop: bool = False, inspringen: bool = False) -> None:
        vorm = QTextCharFormat()
        vorm.setForeground(QColor(thema().palet.inkt))
        if kop:
            vorm.setFont(thema().letter(LETTER["basis"], QFont.Weight.DemiBold))
        alinea = _alinea(boven=maten.RUIM if kop and not self._leeg else maten.KRAP, inspringen=inspringen)
        if self._leeg:
            self._cursor.setBlockFormat(alinea)
        else:
            self._cursor.insertBlock(alinea)
        self._leeg = False
        self._cursor.insertText(tekst, vorm)


def bekort(stukken: Stukken) -> Stukken:
    """The pieces, with long stretches that are the same cut down to what stands around a difference."""
    uit = []
    for nr, (soort, tekst) in enumerate(stukken):
        if soort is Verschilsoort.GELIJK and len(tekst) > 2 * _OMGEVING:
            voor = tekst[:_OMGEVING].rpartition(" ")[0] if nr else ""
            na = tekst[-_OMGEVING:].partition(" ")[2] if nr < len(stukken) - 1 else ""
            tekst = f"{voor} […] {na}"
        uit.append((soort, tekst))
    return tuple(uit)


def _alinea(boven: int = 0, *, inspringen: bool = False) -> QTextBlockFormat:
    alinea = QTextBlockFormat()
    alinea.setLineHeight(REGELHOOGTE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    alinea.setTopMargin(thema().px(boven))
    alinea.setLeftMargin(thema().px(maten.BREED) if inspringen else 0)
    return alinea


def _vormen() -> dict[Verschilsoort, QTextCharFormat]:
    """Colour, and a line under or through it: no difference is told by colour alone."""
    palet = thema().palet
    weg, nieuw, gelijk = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    weg.setFontStrikeOut(True)
    nieuw.setFontUnderline(True)
    nieuw.setFontWeight(QFont.Weight.Medium)
    gelijk.setForeground(QColor(palet.inkt))
    for vorm, toon in ((weg, palet.niet_op_orde), (nieuw, palet.op_orde)):
        vorm.setForeground(QColor(toon.voor))
        vorm.setBackground(QColor(toon.achter))
    return {Verschilsoort.GELIJK: gelijk, Verschilsoort.WEG: weg, Verschilsoort.NIEUW: nieuw}
