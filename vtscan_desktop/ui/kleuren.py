"""The colours of the three appearances, as data (tokens of the design). No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # at run time its values are enough: the first window has no scan yet
    from vtscan_desktop.domain.risicoscan import Oordeel


class Toon(NamedTuple):
    """A foreground and the soft background it is used on."""

    voor: str
    achter: str


class Palet(NamedTuple):
    """All colours of one appearance, as `#rrggbb`.

    `lijn` is decorative; `rand` borders controls, and `ring` what has focus (>= 3:1).
    """

    naam: str
    inkt: str
    gedempt: str
    papier: str
    doek: str
    lijn: str
    rand: str
    accent: str
    accent_zacht: str
    op_accent: str
    ring: str
    op_orde: Toon
    pril: Toon
    in_ontwikkeling: Toon
    niet_op_orde: Toon
    open: Toon

    def oordeel(self, oordeel: Oordeel) -> Toon:
        """The tone of an oordeel; niet besproken and n.v.t. share the neutral one."""
        return {
            "op_orde": self.op_orde,
            "pril": self.pril,
            "in_ontwikkeling": self.in_ontwikkeling,
            "niet_op_orde": self.niet_op_orde,
        }.get(oordeel.value, self.open)

    def categorie(self, categorie: int | None) -> Toon:
        """The tone of a categorie 1-3, or of none."""
        return {1: self.op_orde, 2: self.pril, 3: self.niet_op_orde}.get(categorie or 0, self.open)


LICHT = Palet(
    naam="licht",
    inkt="#1c2430",
    gedempt="#586473",
    papier="#ffffff",
    doek="#f5f6f4",
    lijn="#dde2e7",
    rand="#77838f",
    accent="#0f5c6e",
    accent_zacht="#e3eff1",
    op_accent="#ffffff",
    ring="#0f5c6e",
    op_orde=Toon("#236b45", "#e4f1e9"),
    pril=Toon("#7a5f00", "#f8f0d3"),
    in_ontwikkeling=Toon("#a04a00", "#fbe9da"),
    niet_op_orde=Toon("#a8201a", "#fae3e1"),
    open=Toon("#5d6873", "#eceff2"),
)

DONKER = Palet(
    naam="donker",
    inkt="#e8ecef",
    gedempt="#a3afba",
    papier="#1b2229",
    doek="#141a20",
    lijn="#333d47",
    rand="#7b8794",
    accent="#6cc3d4",
    accent_zacht="#1f3a42",
    op_accent="#0e1418",
    ring="#6cc3d4",
    op_orde=Toon("#7fd0a0", "#1d3a2b"),
    pril=Toon("#e5c95a", "#3a3316"),
    in_ontwikkeling=Toon("#f2a565", "#412a16"),
    niet_op_orde=Toon("#f59a94", "#46211f"),
    open=Toon("#a3afba", "#2a323a"),
)

HOOG_CONTRAST = Palet(
    naam="hoog contrast",
    inkt="#000000",
    gedempt="#1f1f1f",
    papier="#ffffff",
    doek="#ffffff",
    lijn="#000000",
    rand="#000000",
    accent="#003c8f",
    accent_zacht="#dbe7ff",
    op_accent="#ffffff",
    ring="#c400c4",
    op_orde=Toon("#004d21", "#ffffff"),
    pril=Toon("#4d3b00", "#ffffff"),
    in_ontwikkeling=Toon("#7a2e00", "#ffffff"),
    niet_op_orde=Toon("#8b0000", "#ffffff"),
    open=Toon("#1f1f1f", "#ffffff"),
)
