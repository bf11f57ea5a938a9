"""The overview for the tweewekelijks overleg (§1.4): per regio what is late, what is proposed to escalate, what comes.

It names functions and organisations only: a name that the scan knows is left out of every text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from vtscan_desktop.domain.acties import LOPEND, alle_acties, is_te_laat, te_laat_zin
from vtscan_desktop.domain.benamingen import MAATWERK, SCANSTATUS
from vtscan_desktop.domain.escalatie import EIGEN_LADDER, LADDER, Advies, Ladder, Tredestand, bepaal_ladder, is_afgerond
from vtscan_desktop.domain.notatie import format_datum, format_datum_kort, hoofdletter
from vtscan_desktop.domain.persoonsgegevens import vervang_namen
from vtscan_desktop.domain.voorstel import propose_kort
from vtscan_desktop.domain.wissen import KORTSTE_NAAM, maak_patroon, wis_uit
from vtscan_desktop.domain.zienswijzen import zienswijzen_te_komen
from vtscan_desktop.domain.zinnen import telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from vtscan_desktop.domain.risicoscan import Actie, Risicoscan, Wie
    from vtscan_desktop.domain.topics import Format

TITEL = "Overzicht voor het tweewekelijks overleg"
AANTAL_TERMIJNEN = 5
"""So many of the next termijnen are shown for each regio."""
_STAND = {
    Tredestand.LOOPT: "loopt",
    Tredestand.TE_LAAT: "te laat, zonder uitkomst",
    Tredestand.AFGEROND: "afgerond",
}
_VOORAAN = (Advies.BOVENAAN, Advies.ZETTEN)


@dataclass(frozen=True, slots=True)
class Deel:
    """A part of what is said about a regio: a head, and a sentence for each point."""

    kop: str
    punten: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Regiostand:
    """One regio by its latest scan: in a row (`kort`) and in full (`delen`)."""

    scan_id: str
    naam: str
    onder: str
    categorie: str
    te_laat: int
    ladder: Ladder
    delen: tuple[Deel, ...]

    @property
    def trede(self) -> str:
        """Where the ladder stands, in a few words."""
        if not self.ladder.hoogste:
            return "geen trede"
        beeld = self.ladder.treden[self.ladder.hoogste - 1]
        return f"trede {beeld.trede.nr}, {_STAND[beeld.stand]}"

    @property
    def kort(self) -> tuple[str, str, str, str]:
        """Categorie, how many are late, where the ladder stands, and what is proposed."""
        soorten = " en ".join(MAATWERK[soort] for soort in self.ladder.voorstel.soorten)
        advies = {
            Advies.ZETTEN: soorten,
            Advies.AFWACHTEN: "afwachten",
            Advies.BOVENAAN: "hoogste trede: bespreken",
            Advies.GEEN_AANLEIDING: "niets",
        }[self.ladder.voorstel.advies]
        return self.categorie, str(self.te_laat) if self.te_laat else "geen", self.trede, advies


@dataclass(frozen=True, slots=True)
class Overleg:
    """All regio's as they stand on a day: those to escalate first, then by how much is late, then by name."""

    vandaag: date
    regios: tuple[Regiostand, ...]


def laatste_scans(scans: Iterable[Risicoscan]) -> list[Risicoscan]:
    """Of each regio the scan with the latest peildatum; of scans of one day the first."""
    laatste: dict[str, Risicoscan] = {}
    for scan in scans:
        if scan.regio not in laatste or scan.peildatum > laatste[scan.regio].peildatum:
            laatste[scan.regio] = scan
    return list(laatste.values())


def maak_overleg(
    scans: Iterable[tuple[Risicoscan, str]], format_van: Callable[[Risicoscan], Format], vandaag: date
) -> Overleg:
    """The overview of scans, each with the name of its regio; `format_van` knows the format of each."""
    regios = [maak_regiostand(scan, naam, format_van(scan), vandaag) for scan, naam in scans]
    regios.sort(key=lambda r: (r.ladder.voorstel.advies not in _VOORAAN, -r.te_laat, r.naam.casefold()))
    return Overleg(vandaag, tuple(regios))


def maak_regiostand(scan: Risicoscan, naam: str, format_: Format, vandaag: date) -> Regiostand:
    """How one regio stands on a day."""
    scan = zonder_namen(scan)
    laat = _te_laat(scan, format_, vandaag)
    ladder = bepaal_ladder(scan, format_, vandaag)
    komt = zienswijzen_te_komen(scan)
    delen = (
        Deel("Te laat", tuple(laat)),
        Deel("Escalatie", (f"{hoofdletter(_ladderzin(ladder))}.", ladder.voorstel.tekst)),
        Deel("Waarom", tuple(reden.tekst for reden in ladder.voorstel.redenen)),
        Deel("Eerstvolgende termijnen", tuple(_komend(scan, format_, vandaag))),
        Deel("Zienswijzen", (f"Nog niet ontvangen: {komt}.",) if komt else ()),
    )
    merken = [f"peildatum {format_datum(scan.peildatum)}", SCANSTATUS[scan.status]]
    if scan.voorbeeld:
        naam += " (VOORBEELD)"
    return Regiostand(
        scan.id, naam, " · ".join(merken), _categorie(scan), len(laat), ladder, tuple(d for d in delen if d.punten)
    )


def schrijf_overleg(overleg: Overleg) -> str:
    """The overview as plain text, to copy; lines end with a newline."""
    regels = [TITEL, f"Stand op {format_datum(overleg.vandaag)}", ""]
    for regio in overleg.regios:
        categorie, laat, trede, advies = regio.kort
        regels.append(f"{regio.naam} ({regio.onder}): {categorie}; te laat: {laat}; {trede}; voorstel: {advies}")
    for regio in overleg.regios:
        regels += ["", f"Veilig Thuis {regio.naam} ({regio.onder})"]
        for deel in regio.delen:
            regels += [f"{deel.kop}:", *(f"- {punt}" for punt in deel.punten)]
    return "".join(f"{regel}\n" for regel in (*regels, "", EIGEN_LADDER))


def zonder_namen(scan: Risicoscan) -> Risicoscan:
    """The scan with, in acties and maatwerkacties, each name that it knows replaced by that person's function."""
    rollen = {wie.naam.strip(): _rol(wie) for wie in _personen(scan) if len(wie.naam.strip()) >= KORTSTE_NAAM}
    iemand = maak_patroon(rollen)
    if iemand is None:
        return scan
    langste_eerst = sorted(rollen.items(), key=lambda paar: -len(paar[0]))
    voluit = [(patroon, rol) for naam, rol in langste_eerst if (patroon := maak_patroon([naam]))]

    def schoon(tekst: str) -> str:
        if iemand.search(tekst):  # most texts name nobody
            for patroon, rol in voluit:
                tekst = wis_uit(tekst, patroon, rol)
        return vervang_namen(tekst, rollen)

    def zonder(rij: Actie) -> Actie:
        return replace(rij, omschrijving=schoon(rij.omschrijving), verantwoordelijke=schoon(rij.verantwoordelijke))

    return replace(
        scan,
        topics=tuple(replace(t, acties=tuple(map(zonder, t.acties))) if t.acties else t for t in scan.topics),
        maatwerkacties=tuple(
            replace(
                m,
                omschrijving=schoon(m.omschrijving),
                verantwoordelijke=schoon(m.verantwoordelijke),
                uitkomst=schoon(m.uitkomst),
            )
            for m in scan.maatwerkacties
        ),
    )


def _personen(scan: Risicoscan) -> Iterable[Wie]:
    yield scan.adviseur
    for gesprek in scan.gesprekken:
        yield from gesprek.met
    for zienswijze in scan.zienswijzen:
        yield zienswijze.van


def _rol(wie: Wie) -> str:
    return wie.functie.strip() or wie.organisatie.strip() or "…"


def _categorie(scan: Risicoscan) -> str:
    if scan.vaststelling is not None:
        return f"categorie {scan.vaststelling.categorie}, vastgesteld"
    voorstel = propose_kort(scan).voorstel
    return f"categorie {voorstel}, voorstel" if voorstel else "nog geen categorie"


def _ladderzin(ladder: Ladder) -> str:
    if not ladder.hoogste:
        return f"nog geen trede van de ladder is gezet (er zijn er {len(LADDER)})"
    beeld = ladder.treden[ladder.hoogste - 1]
    return f"trede {beeld.trede.nr} is gezet ({beeld.trede.naam}): {_STAND[beeld.stand]}"


def _te_laat(scan: Risicoscan, format_: Format, vandaag: date) -> list[str]:
    """All acties and steps that are late, those longest overdue first."""
    laat: list[tuple[date, str]] = []
    for plek in alle_acties(scan):
        if plek.actie.termijn is not None and is_te_laat(plek.actie, vandaag):
            zin = f"{_actiezin(plek.nr, plek.actie, format_)}: {te_laat_zin(plek.actie.termijn, vandaag)}"
            laat.append((plek.actie.termijn, f"{zin} ({format_datum_kort(plek.actie.termijn)})."))
    for stap in scan.maatwerkacties:
        if stap.termijn is not None and is_te_laat(stap, vandaag) and not is_afgerond(stap):
            zin = f"{hoofdletter(MAATWERK[stap.soort])}: {te_laat_zin(stap.termijn, vandaag)}"
            laat.append((stap.termijn, f"{zin} ({format_datum_kort(stap.termijn)}), zonder uitkomst."))
    return [zin for _, zin in sorted(laat, key=lambda deel: deel[0])]


def _komend(scan: Risicoscan, format_: Format, vandaag: date) -> list[str]:
    komend: list[tuple[date, str]] = []
    for plek in alle_acties(scan):
        termijn = plek.actie.termijn
        if termijn is not None and termijn >= vandaag and plek.actie.status in LOPEND:
            komend.append((termijn, f"{format_datum(termijn)}: {_actiezin(plek.nr, plek.actie, format_)}."))
    for stap in scan.maatwerkacties:
        if stap.termijn is not None and stap.termijn >= vandaag and stap.status in LOPEND and not is_afgerond(stap):
            komend.append((stap.termijn, f"{format_datum(stap.termijn)}: {MAATWERK[stap.soort]}."))
    komend.sort(key=lambda deel: deel[0])
    rest = len(komend) - AANTAL_TERMIJNEN
    meer = [f"En daarna nog {telling(rest, 'termijn', 'termijnen')}."] if rest > 0 else []
    return [*(zin for _, zin in komend[:AANTAL_TERMIJNEN]), *meer]


def _actiezin(nr: int, actie: Actie, format_: Format) -> str:
    wat = " ".join(actie.omschrijving.split()).rstrip(".") or "Actie zonder omschrijving"
    wie = f" ({actie.verantwoordelijke.strip()})" if actie.verantwoordelijke.strip() else ""
    kern = ", kernactie" if actie.kern else ""
    return f"{wat}{wie}, topic {nr} {format_.topic(nr).kort}{kern}"
