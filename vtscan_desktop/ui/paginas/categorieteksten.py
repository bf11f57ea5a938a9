"""Sentences of the domain with links to the steps they name; no Qt.

What comes out is markup, and holds nothing that a user typed.
"""

from __future__ import annotations

import re
from html import escape

from vtscan_desktop.domain.risicoscan import HERTOETS_NR, Oordeel
from vtscan_desktop.domain.stapzinnen import Stapzin, reeks
from vtscan_desktop.domain.steun import Verschuiving
from vtscan_desktop.domain.topics import Format
from vtscan_desktop.domain.voorstel import Regeluitkomst, Variant, Voorstel
from vtscan_desktop.ui.stappen import topicstap

KORTE_NAMEN = {1: "Op orde", 2: "Kwetsbaar / binnen afzienbare tijd", 3: "Niet op orde"}
"""Short for the verbatim names of the categories, where room is short."""
_REGELBEELD = {
    "in_ontwikkeling": Oordeel.IN_ONTWIKKELING,
    "meeste_randvoorwaarden": Oordeel.IN_ONTWIKKELING,
    "pril": Oordeel.PRIL,
}


def regelbeeld(regel: Regeluitkomst) -> Oordeel:
    """The shape beside a rule: that of the oordeel it counts."""
    return _REGELBEELD.get(regel.id, Oordeel.NIET_OP_ORDE)


def zetzin(regel: Regeluitkomst) -> str:
    """What a rule sets."""
    return f"Ten minste categorie {regel.minimum}" if regel.minimum < max(KORTE_NAMEN) else f"Categorie {regel.minimum}"


def beslissendzin(v: Voorstel) -> str:
    """Above the open topics that decide, when others don't."""
    return "Dit topic beslist als eerste" if len(v.beslissend) == 1 else "Deze topics beslissen als eerste"


def verschuiving_met_links(verschuiving: Verschuiving) -> str:
    """What has changed since the vaststelling, with each topic as a link."""
    return re.sub(
        r"topic (\d+)", lambda vondst: f"topic {schakel(int(vondst[1]))}", escape(verschuiving.tekst, quote=False)
    )


def variantzin(v: Voorstel) -> str:
    """Which half of categorie 2 it is, or ""."""
    redenen = {
        Variant.KWETSBAAR: "kwetsbaar, want een deel is pril",
        Variant.BINNEN_AFZIENBARE_TIJD: "binnen afzienbare tijd, want er loopt verbetering",
    }
    zin = "; en ".join(redenen[variant] for variant in v.varianten)
    return f"{zin[:1].upper()}{zin[1:]}." if zin else ""


def schakel(nr: int, tekst: str | None = None) -> str:
    """A link to the step of a topic."""
    return f'<a href="{topicstap(nr)}">{escape(tekst or str(nr))}</a>'


def topiclinks(nrs: tuple[int, ...]) -> str:
    """Links to topics by number: "1, 3, 5"."""
    return ", ".join(schakel(nr) for nr in nrs)


def titellinks(nrs: tuple[int, ...], format_: Format) -> str:
    """Links to topics by number and short title."""
    return ", ".join(schakel(nr, f"{nr}\u00a0{format_.topic(nr).kort}") for nr in nrs)


def nummerlinks(tekst: str) -> str:
    """A sentence in which every number is a topic: each becomes a link."""
    return re.sub(r"\d+", lambda vondst: schakel(int(vondst[0])), escape(tekst))


def stapmarkering(stap: Stapzin, format_: Format) -> str:
    """The sentence on a step: the categorie in bold, and the topics it names as links."""
    uitkomst, als, rest = stap.tekst.partition(" als ")
    uitkomst = re.sub(
        r"categorie .+", lambda vondst: f'<span style="font-weight:500">{vondst[0]}</span>', escape(uitkomst)
    )
    namen = {
        naam: nr for nr in stap.topics for naam in (format_.topic(nr).in_zin, format_.topic(nr).in_rij) if naam in rest
    }
    # longest first, so that a name inside another one does not break it up
    patroon = "|".join(re.escape(naam) for naam in sorted(namen, key=len, reverse=True)) or r"\d+"
    delen: list[str] = []
    plek = 0
    for vondst in re.finditer(patroon, rest):
        delen.append(escape(rest[plek : vondst.start()]))
        delen.append(schakel(namen.get(vondst[0]) or int(vondst[0]), vondst[0]))
        plek = vondst.end()
    return f"{uitkomst}{als}{''.join(delen)}{escape(rest[plek:])}"


def alle_stappen(sets: tuple[tuple[int, ...], ...]) -> str:
    """Every smallest set with links, or "" when the sentence names them already."""
    if len(sets) < 2 or len(sets[0]) < 2:
        return ""
    return "<br>".join(nummerlinks(reeks(nrs)) for nrs in sets)


def hertoetszin(v: Voorstel) -> str:
    """That the hertoets holds the voorstel where it is, or ""."""
    if v.stap_omhoog or v.beste == 1:
        return ""
    return f"Zolang de uitkomst van {schakel(HERTOETS_NR, 'de hertoets')} zo blijft, wordt het geen lichtere categorie."


def afsprakenzin(v: Voorstel) -> str:
    """What agreements on the afgewaardeerde topics would do; only asked for when there are some."""
    if v.met_afspraken == v.beste:
        return "Een afspraak hierover (wie, en wanneer) verandert de uitkomst nu niet."
    return f"Met een afspraak hierover (wie, en wanneer) zou de uitkomst categorie {v.met_afspraken} zijn."
