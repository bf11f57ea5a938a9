"""Page one: all that a wethouder needs to know, and the room to sign."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from vtscan_desktop.domain.acties import LOPEND
from vtscan_desktop.domain.benamingen import ACTIESTATUS, zeg_wie
from vtscan_desktop.domain.notatie import format_datum
from vtscan_desktop.domain.risicoscan import Actie, ActieStatus, Editie
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN, VoorstelStatus
from vtscan_desktop.domain.zienswijzen import partijen_te_komen
from vtscan_desktop.domain.zinnen import telling
from vtscan_desktop.rapport import stijlen as s
from vtscan_desktop.rapport.blokken import Alinea, Blok, Kolom, Paginaeinde, Witruimte
from vtscan_desktop.rapport.briefhoofd import RUIMTE, briefhoofd
from vtscan_desktop.rapport.figuren import Categoriebalk
from vtscan_desktop.rapport.gegevens import Huisstijl
from vtscan_desktop.rapport.handtekeningen import PER_RIJ, handtekeningen
from vtscan_desktop.rapport.onderdelen.passend import Inkorting, begin_van, kies_inkorting
from vtscan_desktop.rapport.opmaak import Opmaak
from vtscan_desktop.rapport.stroom import verdeel_over_paginas
from vtscan_desktop.rapport.tabel import Kolommen, rij

if TYPE_CHECKING:
    from vtscan_desktop.domain.risicoscan import Risicoscan, Vaststelling
    from vtscan_desktop.domain.voorstel import Voorstel
    from vtscan_desktop.rapport.gegevens import RapportGegevens
    from vtscan_desktop.rapport.tekstblok import Stuk

CATEGORIEKLEUR = {1: (s.GROEN_ZACHT, s.GROEN), 2: (s.OKER_ZACHT, s.OKER), 3: (s.ROOD_ZACHT, s.ROOD)}
SCHALEN = (1.0, 0.97, 0.94, 0.91, 0.88)
"""Sizes of type tried for page one."""
NOG_MOGELIJK = (s.GRIJS_ZACHT, s.GRIJS)
MOGELIJK = "nog mogelijk"
BOVENREGEL = {
    Editie.BESTUURLIJK: "Risicoscan · voor bespreking met wethouders",
    Editie.VOLLEDIG: "Risicoscan · interne editie, met notities, namen en locaties",
}
AANTAL_ACTIES = 3
"""So many acties with the nearest termijn stand on page one when none is marked as kern."""
MEESTE_TEKENS = 5_000
"""Longer texts fit on no page in any type: a page of nothing else holds fewer characters."""
BEELD, VRAAG, ONDERTEKENEN = "Overall beeld", "Wat wij van u vragen", "Ondertekenen"
ONDERTEKENEN_ELDERS = f"De vakken om te ondertekenen staan verderop, onder ‘{ONDERTEKENEN}’."


def _titelblok(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    adviseur = zeg_wie(g.scan.adviseur)
    regel = f"Peildatum {format_datum(g.scan.peildatum)}"
    if adviseur:
        regel += f" · opgesteld door: {adviseur}"
    titel = Alinea(o.stuk(f"Veilig Thuis {g.regionaam}", s.TITEL), onbekend=o.onbekend, soort="H1", onder=1.5)
    return [
        *briefhoofd(g.huisstijl, o),
        o.alinea(BOVENREGEL[g.editie], s.BOVENKOP, onder=0),
        titel,
        o.alinea(regel, s.BOVENKOP, onder=15),
    ]


def _merkwoord(nr: int, voorstel: Voorstel, vaststelling: Vaststelling | None) -> str:
    delen = []
    if voorstel.voorstel == nr:
        delen.append("voorlopig voorstel" if voorstel.status is VoorstelStatus.VOORLOPIG else "voorstel")
    if vaststelling and vaststelling.categorie == nr:
        delen.append("vastgesteld")
    if voorstel.voorstel is None and voorstel.beste <= nr <= voorstel.slechtste:
        delen.append(MOGELIJK)
    return " en ".join(delen)


def _balk(g: RapportGegevens, o: Opmaak) -> Blok:
    voorstel, vaststelling = g.beoordeling.voorstel, g.scan.vaststelling
    kolommen, vullingen = [], {}
    for nr, naam in CATEGORIENAMEN.items():
        woord = _merkwoord(nr, voorstel, vaststelling)
        kleuren = NOG_MOGELIJK if voorstel.voorstel is None and woord == MOGELIJK else CATEGORIEKLEUR[nr]
        inkt = kleuren[1] if woord else s.GEDEMPT
        letter = s.Letter.MIDDEL if woord else s.Letter.GEWOON
        nummer = [o.stuk(str(nr), s.Stijl(s.Letter.MIDDEL, 14.25, inkt, 1.3))]
        if woord:
            vullingen[nr] = kleuren
            nummer.append(o.stuk(f"  {woord}", s.Stijl(s.Letter.GEWOON, 9.0, inkt)))
        tekst = o.stuk(naam, s.Stijl(letter, 9.75, inkt, 1.4))
        kolommen.append(Kolom([Alinea(*nummer, onbekend=o.onbekend), Alinea(tekst, onbekend=o.onbekend)]))
    return Categoriebalk(kolommen, vullingen)


def _voorstelzin(g: RapportGegevens) -> str:
    """What the voorstel rests on, and how sure it is when it can still change."""
    voorstel = g.beoordeling.voorstel
    if voorstel.voorstel is None:
        return f"Er is nog geen voorstel. {g.beoordeling.onderbouwing.status}"
    zin = "Voorstel op grond van de oordelen"
    if g.scan.vaststelling:
        zin += f": categorie {voorstel.voorstel}"
    return f"{zin}." if voorstel.status is VoorstelStatus.ZEKER else f"{zin}. {g.beoordeling.onderbouwing.status}"


def _standen(g: RapportGegevens, o: Opmaak, k: Inkorting) -> list[Blok]:
    """Under the bar: the voorstel in a sentence and, apart from it, the vaststelling."""
    zin, vaststelling = _voorstelzin(g), g.scan.vaststelling
    if vaststelling is None:
        return [o.alinea(f"{zin} De adviseur heeft nog geen categorie vastgesteld.", s.GEDEMPT_KLEIN, onder=4)]
    op = f" op {format_datum(vaststelling.datum)}" if vaststelling.datum else ""
    blokken: list[Blok] = [
        o.alinea(zin, s.GEDEMPT_KLEIN, onder=2),
        o.alinea(f"De adviseur heeft{op} categorie {vaststelling.categorie} vastgesteld.", s.NADRUK_KLEIN, onder=2),
    ]
    if vaststelling.motivering.strip():
        label = o.stuk("Motivering: ", s.NADRUK_KLEIN)
        motivering = o.stuk(vaststelling.motivering, s.KLEIN)
        elders = o.stuk("De motivering staat verderop, onder ‘Vaststelling’.", s.GEDEMPT_KLEIN)
        blokken.append(o.alinea([label, motivering] if k.motivering else [elders]))
    if g.verschuiving:
        blokken.append(o.alinea(f"{g.verschuiving.kort} Zie Categorie en onderbouwing.", s.KLEIN))
    return blokken


def _beeld(g: RapportGegevens, o: Opmaak, k: Inkorting) -> list[Blok]:
    beeld = g.scan.overall_beeld.strip() or "Het overall beeld is nog niet beschreven."
    return [o.kop(2, BEELD), o.alinea(_ingekort(beeld, o, k, BEELD))]


def _ingekort(tekst: str, o: Opmaak, k: Inkorting, kop: str) -> list[Stuk]:
    """A text as page one has room for it, with where the rest of it is."""
    begin = begin_van(tekst, k.tekens)
    verder = [o.stuk(f" De hele tekst staat verderop, onder ‘{kop}’.", s.TEKST.met(kleur=s.GEDEMPT))]
    return [o.stuk(begin, s.TEKST), *(verder if begin != tekst.strip() else [])]


def _waarom(g: RapportGegevens, o: Opmaak) -> list[Blok]:
    voorstel, onderbouwing = g.beoordeling.voorstel, g.beoordeling.onderbouwing
    vaststelling = g.scan.vaststelling
    if voorstel.voorstel is None:
        kop = "Waarom nog geen categorie"
    elif vaststelling and vaststelling.categorie != voorstel.voorstel:
        kop = f"Waarom het voorstel categorie {voorstel.voorstel} is"
    else:
        kop = f"Waarom categorie {voorstel.voorstel}"
    blokken: list[Blok] = [o.kop(2, kop)]
    if len(onderbouwing.regels) > 1:
        blokken.append(o.lijst(onderbouwing.regels, genummerd=True))
    else:
        blokken += [o.alinea(regel) for regel in onderbouwing.regels]
    if onderbouwing.slot.strip():
        blokken.append(o.alinea(onderbouwing.slot))
    return blokken


def kernacties(scan: Risicoscan) -> list[tuple[int, Actie]]:
    """The acties for page one with their topic: those marked as kern, else the open ones with the nearest termijn."""
    alle = [(t.nr, a) for t in scan.topics for a in t.acties]
    kern = [(nr, a) for nr, a in alle if a.kern and a.status is not ActieStatus.VERVALLEN]
    if kern:
        return sorted(kern, key=lambda na: (na[1].termijn is None, na[1].termijn or scan.peildatum, na[0]))
    lopend = [(a.termijn, nr, a) for nr, a in alle if a.termijn and a.status in LOPEND and a.termijn >= scan.peildatum]
    return [(nr, a) for _, nr, a in sorted(lopend, key=lambda tna: tna[:2])[:AANTAL_ACTIES]]


def _afgesproken(g: RapportGegevens, o: Opmaak, k: Inkorting) -> list[Blok]:
    acties = kernacties(g.scan)
    kop = o.kop(2, "Wat is afgesproken")
    if not acties:
        return [kop, o.alinea("Er zijn nog geen acties met een termijn afgesproken.")]
    rijen = []
    for _, actie in acties[: k.acties]:
        termijn = format_datum(actie.termijn) if actie.termijn else "geen termijn"
        if actie.status is ActieStatus.GEREED:
            termijn += f" ({ACTIESTATUS[actie.status]})"
        wat, door = (begin_van(tekst, k.tekens) for tekst in (actie.omschrijving, actie.verantwoordelijke))
        rijen.append(rij(o.cel(wat or "nog te omschrijven"), o.cel(door or "nog niet belegd"), o.cel(termijn)))
    blokken = [kop, o.tabel(Kolommen((33, 15, 13)), ["Wat", "Wie", "Uiterlijk"], rijen, onder=4)]
    meer = len(acties) - len(rijen)
    if meer:
        zin = f"En nog {telling(meer, 'kernactie', 'kernacties')}: zie ‘Acties’, verderop in dit rapport."
        blokken.append(o.alinea(zin, s.GEDEMPT_KLEIN, onder=4))
    return blokken


def _vraag(g: RapportGegevens, o: Opmaak, k: Inkorting) -> list[Blok]:
    vraag = g.scan.vraag_aan_lezer.strip()
    delen = _ingekort(vraag, o, k, VRAAG) if vraag else []
    ontbreekt = partijen_te_komen(g.scan)
    if ontbreekt:
        wit = " " if delen else ""
        delen.append(o.stuk(f"{wit}Nog aan te vullen: zienswijze van {ontbreekt}.", s.TEKST))
    if not delen:
        return []
    return [o.kop(2, VRAAG), o.alinea(delen, onder=9)]


def voorpagina(g: RapportGegevens) -> tuple[list[Blok], set[str]]:
    """Page one as blocks, with what follows of it, and the characters in it that no shipped typeface has.

    It is one page, set as large as fits. What does not fit at all stands behind it, and page one says where.
    """
    keuze = _kies(g)
    k = keuze or Inkorting(len(kernacties(g.scan)))
    passend = (o for schaal in SCHALEN if _is_een_pagina(_blokken(g, o := Opmaak(schaal), k)))
    o = next(passend, Opmaak(SCHALEN[-1]))
    vervolg = Opmaak()
    blokken = [*_blokken(g, o, k), *([Paginaeinde()] if keuze else []), *_vervolg(g, vervolg, k)]
    return blokken, o.onbekend | vervolg.onbekend


def _kies(g: RapportGegevens) -> Inkorting | None:
    """What page one shows. One row of boxes stays on it as long as it can be made to hold them; more of them only
    where nothing must give way.
    """
    acties = kernacties(g.scan)
    heel = Inkorting(len(acties))
    een_rij = len(g.ondertekenaars) <= PER_RIJ
    if not een_rij and _past(g, heel):
        return heel
    for vakken in (True, False) if een_rij else (False,):
        keuze = kies_inkorting(len(acties), MEESTE_TEKENS, partial(_past_met, g, vakken))
        if keuze is not None:
            return replace(keuze, vakken=vakken)
    return None


def _past_met(g: RapportGegevens, vakken: bool, k: Inkorting) -> bool:
    return _past(g, replace(k, vakken=vakken))


def _aantal_tekens(g: RapportGegevens, k: Inkorting) -> int:
    """How long the texts on page one are together."""
    vast = g.scan.vaststelling
    acties = (a.omschrijving + a.verantwoordelijke for _, a in kernacties(g.scan)[: k.acties])
    teksten = [begin_van(t, k.tekens) for t in (g.scan.overall_beeld, g.scan.vraag_aan_lezer, *acties)]
    return sum(map(len, teksten)) + (len(vast.motivering) if vast and k.motivering else 0)


def _is_een_pagina(blokken: list[Blok]) -> bool:
    return len(verdeel_over_paginas(blokken)) == 1


def _past(g: RapportGegevens, k: Inkorting) -> bool:
    """Whether page one holds this in its smallest type, with room left for a logo and a name."""
    if _aantal_tekens(g, k) > MEESTE_TEKENS:
        return False
    zonder = replace(g, huisstijl=Huisstijl())
    return _is_een_pagina([Witruimte(RUIMTE), *_blokken(zonder, Opmaak(SCHALEN[-1]), k)])


def _blokken(g: RapportGegevens, o: Opmaak, k: Inkorting) -> list[Blok]:
    return [
        *_titelblok(g, o),
        _balk(g, o),
        *_standen(g, o, k),
        *_beeld(g, o, k),
        *_waarom(g, o),
        *_afgesproken(g, o, k),
        *_vraag(g, o, k),
        handtekeningen(g.ondertekenaars, o) if k.vakken else o.alinea(ONDERTEKENEN_ELDERS, s.GEDEMPT_KLEIN, onder=0),
    ]


def _vervolg(g: RapportGegevens, o: Opmaak, k: Inkorting) -> list[Blok]:
    """What page one had no room for: the boxes to sign in, and the texts that it only shows the beginning of."""
    # Row by row: all rows together may be more than a page holds, and the heading would stay behind alone.
    blokken: list[Blok] = [o.kop(1, ONDERTEKENEN), *handtekeningen(g.ondertekenaars, o).blokken] if not k.vakken else []
    for kop, tekst in ((BEELD, g.scan.overall_beeld), (VRAAG, g.scan.vraag_aan_lezer)):
        if begin_van(tekst, k.tekens) != tekst.strip():
            blokken += [o.kop(1, kop), o.alinea(tekst.strip())]
    return blokken
