"""What the context menu of a text offers for the word at the cursor: suggestions, and the user's own words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QLineEdit, QMenu, QTextEdit

from vtscan_desktop.domain.errors import VtscanFout
from vtscan_desktop.ui.bouwstenen.spelling import spelling, woorden_op_plek

Vervanger = Callable[[str], None]
"""Puts another word in the place of the one that the menu is about."""


class Spellingmenu(QObject):
    """The spelling part of one context menu: suggestions as soon as they come, and the user's own words."""

    def __init__(self, menu: QMenu, woord: str, vervang: Vervanger) -> None:
        super().__init__(menu)
        self._menu = menu
        self._woord = woord
        self._vervang = vervang
        eerste = next(iter(menu.actions()), None)
        self._zoekt = QAction("Suggesties zoeken …", self)
        self._zoekt.setEnabled(False)
        leer = QAction("Toevoegen aan woordenboek", self)
        leer.triggered.connect(self._leer)
        streep = QAction(self)
        streep.setSeparator(True)
        menu.insertActions(eerste, [self._zoekt, leer, streep]) if eerste else menu.addActions([self._zoekt, leer])
        spelling().stel_voor(woord, self, self._toon, self._meld)

    def _toon(self, voorstellen: tuple[str, ...]) -> None:
        if not voorstellen:
            self._zoekt.setText("Geen suggesties")
            return
        for voorstel in voorstellen:
            keuze = QAction(voorstel.replace("&", "&&"), self)
            keuze.setData(voorstel)
            letter = keuze.font()
            letter.setBold(True)
            keuze.setFont(letter)
            keuze.triggered.connect(self._kies)
            self._menu.insertAction(self._zoekt, keuze)
        self._menu.removeAction(self._zoekt)

    def _meld(self, _fout: VtscanFout) -> None:
        self._zoekt.setText("Suggesties zijn er nu niet")

    def _kies(self) -> None:
        keuze = self.sender()
        assert isinstance(keuze, QAction)
        self._vervang(str(keuze.data()))

    def _leer(self) -> None:
        spelling().leer(self._woord)


class _Vergeetregel(QObject):
    """Takes an own word out again."""

    def __init__(self, menu: QMenu, woord: str) -> None:
        super().__init__(menu)
        self._woord = woord
        menu.addSeparator()
        menu.addAction(f"“{woord}” uit woordenboek verwijderen").triggered.connect(self._vergeet)

    def _vergeet(self) -> None:
        spelling().vergeet(self._woord)


def vul_tekstmenu(menu: QMenu, vlak: QTextEdit, cursor: QTextCursor) -> None:
    """Add to the context menu of a long text what can be done with the word at the cursor."""
    blok = cursor.block()
    if (gevonden := _woord_op(blok.text(), cursor.positionInBlock())) is None or vlak.isReadOnly():
        return
    begin, einde, woord = gevonden
    keuze = QTextCursor(blok)
    keuze.setPosition(blok.position() + begin)
    keuze.setPosition(blok.position() + einde, QTextCursor.MoveMode.KeepAnchor)
    _vul(menu, woord, keuze.insertText)


def vul_regelmenu(menu: QMenu, veld: QLineEdit, plek: int) -> None:
    """Add to the context menu of one line what can be done with the word at a position."""
    if (gevonden := _woord_op(veld.text(), plek)) is None or veld.isReadOnly():
        return
    begin, einde, woord = gevonden

    def vervang(voorstel: str) -> None:
        veld.setSelection(begin, einde - begin)
        veld.insert(voorstel)

    _vul(menu, woord, vervang)


def _woord_op(tekst: str, plek: int) -> tuple[int, int, str] | None:
    return next((w for w in woorden_op_plek(tekst) if w[0] <= plek <= w[1]), None)


def _vul(menu: QMenu, woord: str, vervang: Vervanger) -> None:
    if not spelling().actief:
        return
    if spelling().is_goed(woord) is False:
        Spellingmenu(menu, woord, vervang)
    elif spelling().is_eigen(woord):
        _Vergeetregel(menu, woord)
