"""The two edities of a scan: what a bestuurlijk reader gets to see."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vtscan_desktop.domain.risicoscan import Editie, Gesprek, Risicoscan, Wie


def _zonder_naam(wie: Wie) -> Wie:
    return replace(wie, naam="") if wie.naam else wie


def _bestuurlijk_gesprek(gesprek: Gesprek) -> Gesprek:
    return replace(gesprek, met=tuple(_zonder_naam(wie) for wie in gesprek.met), locatie="")


def beperk(scan: Risicoscan, editie: Editie) -> Risicoscan:
    """The scan as `editie` may hold it.

    The bestuurlijke editie leaves out notities, names and locations; functions and organisations, gesprekken and
    bronnen stay. Nothing that a rule or signaal reads is left out, so it leads to the same voorstel. A bestuurlijke
    scan stays bestuurlijk: what it lacks cannot come back.
    """
    if editie is Editie.VOLLEDIG:
        return scan
    return replace(
        scan,
        editie=Editie.BESTUURLIJK,
        adviseur=_zonder_naam(scan.adviseur),
        gesprekken=tuple(_bestuurlijk_gesprek(gesprek) for gesprek in scan.gesprekken),
        notities=(),
        zienswijzen=tuple(replace(z, van=_zonder_naam(z.van)) for z in scan.zienswijzen),
    )


@dataclass(frozen=True, slots=True)
class Weggelaten:
    """What the bestuurlijke editie of a scan leaves out; names and locations each once, in their order."""

    notities: int
    namen: tuple[str, ...]
    locaties: tuple[str, ...]


def bepaal_weggelaten(scan: Risicoscan) -> Weggelaten:
    """What `beperk` takes out of a scan for the bestuurlijke editie."""
    wie = [scan.adviseur, *(w for gesprek in scan.gesprekken for w in gesprek.met), *(z.van for z in scan.zienswijzen)]
    namen = dict.fromkeys(w.naam.strip() for w in wie if w.naam.strip())
    locaties = dict.fromkeys(g.locatie.strip() for g in scan.gesprekken if g.locatie.strip())
    return Weggelaten(len(scan.notities), tuple(namen), tuple(locaties))
