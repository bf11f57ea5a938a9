"""The shape of a topic for what paints itself: its name, and its picture by that name."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from vtscan_desktop.domain.risicoscan import Oordeel, TopicInvulling
from vtscan_desktop.ui.thema import thema

_OORDEEL, _TEKST = "oordeel-", "-tekst"


def topicbeeld(oordeel: Oordeel, invulling: TopicInvulling) -> str:
    """The name of the shape of an oordeel; an open topic that has text already shows a dot in its circle."""
    naam = f"{_OORDEEL}{oordeel.value}"
    tekst = invulling.toelichting.strip() or invulling.risico.strip()
    return f"{naam}{_TEKST}" if oordeel is Oordeel.NIET_BESPROKEN and tekst else naam


def beeldpixmap(naam: str, maat: int) -> QPixmap:
    """A shape by its name, `maat` in px at 100%: that of an oordeel in its own colour, any other muted."""
    t = thema()
    oordeel = naam.removeprefix(_OORDEEL).removesuffix(_TEKST)
    kleur = t.palet.oordeel(Oordeel(oordeel)).voor if naam.startswith(_OORDEEL) else t.palet.gedempt
    return t.pixmap(naam, kleur, maat)
