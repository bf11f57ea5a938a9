"""What points to a gesprek or document of a scan: topics that have it as bron, notities made in it. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vtscan_desktop.domain.notatie import opsomming
from vtscan_desktop.domain.risicoscan import Notitie, Risicoscan


@dataclass(frozen=True, slots=True)
class Gebruik:
    """Where the gesprek or document with this id is used: `topics` by number, with its place among the bronnen."""

    sleutel: str
    topics: tuple[tuple[int, int], ...]
    notities: tuple[Notitie, ...]

    def vraag(self, ding: str) -> str:
        """What to ask before it is removed; "" when it is not used. `ding` is "gesprek" or "document"."""
        delen = []
        if self.topics:
            aantal = len({nr for nr, _ in self.topics})
            delen.append(f"bron bij {aantal} {'topic' if aantal == 1 else 'topics'}")
        if self.notities:
            aantal = len(self.notities)
            delen.append(f"gesprek bij {aantal} {'notitie' if aantal == 1 else 'notities'}")
        if not delen:
            return ""
        rest = " De notities blijven staan, zonder gesprek." if self.notities else ""
        return f"Dit {ding} is {opsomming(delen)}. Als u het verwijdert, vervalt dat.{rest}"


def gebruik_van(scan: Risicoscan, sleutel: str) -> Gebruik:
    """Where a gesprek or document is used."""
    return Gebruik(
        sleutel,
        tuple((t.nr, i) for t in scan.topics for i, bron in enumerate(t.bronnen) if bron == sleutel),
        tuple(n for n in scan.notities if n.gesprek == sleutel),
    )


def zonder_verwijzingen(scan: Risicoscan, sleutel: str) -> Risicoscan:
    """The scan in which nothing points to it any more."""
    for nr, _ in gebruik_van(scan, sleutel).topics:
        topic = scan.topic(nr)
        scan = scan.met_topic(replace(topic, bronnen=tuple(b for b in topic.bronnen if b != sleutel)))
    if all(n.gesprek != sleutel for n in scan.notities):
        return scan
    return replace(scan, notities=tuple(replace(n, gesprek=None) if n.gesprek == sleutel else n for n in scan.notities))


def met_verwijzingen(scan: Risicoscan, gebruik: Gebruik) -> Risicoscan:
    """The scan in which all that pointed to it does so again, as far as it is still there."""
    for nr, plek in gebruik.topics:
        topic = scan.topic(nr)
        bronnen = (*topic.bronnen[:plek], gebruik.sleutel, *topic.bronnen[plek:])
        scan = scan.met_topic(replace(topic, bronnen=bronnen))
    los = {replace(n, gesprek=None) for n in gebruik.notities}
    if not los:
        return scan
    return replace(scan, notities=tuple(replace(n, gesprek=gebruik.sleutel) if n in los else n for n in scan.notities))
