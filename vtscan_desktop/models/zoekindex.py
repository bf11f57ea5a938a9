"""The full-text index over all scans: following what changed, and finding in it.

Triggers (migration 0002) note which rows the index has yet to follow, in the transaction of the change itself; a
text that is being typed is thus noted once, and not indexed with every keystroke. Whoever searches follows first,
so that what is found is always what stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from vtscan_desktop.models.fragment import LIGATUREN, als_woorden, maak_fragment
from vtscan_desktop.models.waarden import Treffer, Zoeksoort

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

KANDIDATEN = 1_000
"""Of a word that stands in more texts than this, only the newest of them are ranked: the others say no more."""


@dataclass(frozen=True, slots=True)
class Zoekbron:
    """Where a text that can be found lies: `waar` joins its row `t` to a zoekrij `z`, `plek` names its place."""

    tabel: str
    kolommen: tuple[str, ...]
    waar: str
    soort: Zoeksoort
    plek: str


def _van_scan(tabel: str, kolom: str, plek: str) -> Zoekbron:
    return Zoekbron(tabel, (kolom,), "t.scan_id = z.scan_id", Zoeksoort.TEKST, plek)


def _rij(tabel: str, soort: Zoeksoort, plek: str, *kolommen: str) -> Zoekbron:
    return Zoekbron(tabel, kolommen, "t.scan_id = z.scan_id AND t.positie = z.a", soort, plek)


def _deel(tabel: str, boven: str, soort: Zoeksoort, plek: str, *kolommen: str) -> Zoekbron:
    waar = f"t.scan_id = z.scan_id AND t.{boven} = z.a AND t.positie = z.b"
    return Zoekbron(tabel, kolommen, waar, soort, plek)


_TOPIC = "t.scan_id = z.scan_id AND t.nr = z.a"
_IN_KAART = ("knelpunten", "opgaven", "partners", "wensen")
_ONDER = "topic_zienswijze", "zienswijze", Zoeksoort.ZIENSWIJZE
_MAATWERK = ("omschrijving", "verantwoordelijke", "uitkomst")

BRONNEN: dict[str, Zoekbron] = {
    "titel": Zoekbron("scan", ("titel",), "t.id = z.scan_id", Zoeksoort.TITEL, "titel"),
    "notitie": _rij("notitie", Zoeksoort.NOTITIE, "notitie/{a}", "tekst"),
    **{
        naam: Zoekbron("topic", (naam,), _TOPIC, Zoeksoort.TEKST, f"topic/{{a}}/{naam}")
        for naam in ("toelichting", "risico", "motivering")
    },
    "actie": _deel("actie", "topic", Zoeksoort.ACTIE, "topic/{a}/actie/{b}", "omschrijving", "verantwoordelijke"),
    "gesprek": _rij("gesprek", Zoeksoort.GESPREK, "gesprek/{a}", "locatie"),
    "gesprekspartner": _deel(
        "gesprekspartner", "gesprek", Zoeksoort.GESPREK, "gesprek/{a}", "functie", "organisatie", "naam"
    ),
    "document": _rij("document", Zoeksoort.DOCUMENT, "document/{a}", "titel", "uitgever"),
    "maatwerkactie": _rij("maatwerkactie", Zoeksoort.MAATWERKACTIE, "maatwerkactie/{a}", *_MAATWERK),
    "zienswijze_tekst": _rij("zienswijze", Zoeksoort.ZIENSWIJZE, "zienswijze/{a}/tekst", "tekst"),
    "zienswijze_antwoord": _rij("zienswijze", Zoeksoort.ZIENSWIJZE, "zienswijze/{a}/antwoord", "antwoord"),
    "topic_zienswijze_tekst": _deel(*_ONDER, "zienswijze/{a}/topic/{b}/tekst", "tekst"),
    "topic_zienswijze_antwoord": _deel(*_ONDER, "zienswijze/{a}/topic/{b}/antwoord", "antwoord"),
    **{naam: _van_scan("in_kaart", naam, f"in_kaart/{naam}") for naam in _IN_KAART},
    "overall_beeld": _van_scan("beeld", "overall_beeld", "overall_beeld"),
    "vraag_aan_lezer": _van_scan("beeld", "vraag_aan_lezer", "vraag_aan_lezer"),
    "vaststelling": _van_scan("vaststelling", "motivering", "vaststelling/motivering"),
}
"""All that can be found, by the name of the bron in zoekrij; the triggers name the same ones."""


def werk_bij(verbinding: Connection) -> None:
    """Make the index follow the rows that changed since the last time."""
    vuil = verbinding.exec_driver_sql("SELECT DISTINCT bron FROM zoekrij WHERE vuil").scalars().all()
    if not vuil:
        return
    verbinding.exec_driver_sql("DELETE FROM zoek WHERE rowid IN (SELECT id FROM zoekrij WHERE vuil)")
    for naam in vuil:
        verbinding.exec_driver_sql(_opnemen(naam, BRONNEN[naam]))
    verbinding.exec_driver_sql("UPDATE zoekrij SET vuil = 0 WHERE vuil")


def ruim_op(verbinding: Connection) -> None:
    """Write the index anew without the words of what was removed, which until then are only passed over."""
    verbinding.exec_driver_sql("INSERT INTO zoek (zoek) VALUES ('optimize')")


def _opnemen(naam: str, bron: Zoekbron) -> str:
    """The statement that takes the changed texts of one bron into the index, but for the empty ones."""
    tekst = " || char(10) || ".join(f"t.{kolom}" for kolom in bron.kolommen)
    for ligatuur, letters in LIGATUREN.items():
        tekst = f"replace({tekst}, '{ligatuur}', '{letters}')"
    return (
        f"INSERT INTO zoek (rowid, tekst, scan) SELECT z.id, {tekst}, 's' || hex(z.scan_id)"
        f" FROM zoekrij AS z JOIN {bron.tabel} AS t ON {bron.waar}"
        f" WHERE z.vuil AND z.bron = '{naam}' AND trim({tekst}, char(10)) <> '' ORDER BY z.id"
    )


# The newest first, which the index gives of itself; of those, the best.
_RANGSCHIK = f"""
SELECT id FROM (
    SELECT rowid AS id, bm25(zoek, 1.0, 0.0) AS rang FROM zoek WHERE zoek MATCH ? ORDER BY rowid DESC LIMIT {KANDIDATEN}
) ORDER BY rang, id DESC LIMIT ?
"""
_HAAL = """
SELECT z.bron, z.a, z.b, s.id AS scan_id, s.regio, s.peildatum, s.format, s.titel, f.tekst,
    CASE WHEN z.bron = 'maatwerkactie' THEN m.aanleiding ELSE n.topic END AS topic
FROM zoekrij AS z JOIN scan AS s ON s.id = z.scan_id JOIN zoek AS f ON f.rowid = z.id
LEFT JOIN notitie AS n ON z.bron = 'notitie' AND n.scan_id = z.scan_id AND n.positie = z.a
LEFT JOIN maatwerkactie AS m ON z.bron = 'maatwerkactie' AND m.scan_id = z.scan_id AND m.positie = z.a
WHERE z.id = ?
"""


def zoek(verbinding: Connection, vraag: str, beperkt_tot: str | None, ten_hoogste: int) -> tuple[Treffer, ...]:
    """The texts that hold every word of `vraag`, the best first; the index must be up to date."""
    woorden = als_woorden(vraag)
    if not woorden:
        return ()
    gezocht = _als_match(woorden, beperkt_tot)
    ids = verbinding.exec_driver_sql(_RANGSCHIK, (gezocht, ten_hoogste)).scalars().all()
    return tuple(_treffer(verbinding.exec_driver_sql(_HAAL, (nr,)).one(), woorden) for nr in ids)


def _als_match(woorden: tuple[str, ...], beperkt_tot: str | None) -> str:
    """The question in FTS5's own language: each word quoted, so that nothing in it has a meaning there."""
    gequoot = " ".join('"{}"'.format(woord.replace('"', '""')) for woord in woorden)
    tekst = f"tekst : ({gequoot} *)"
    return tekst if beperkt_tot is None else f"scan : s{beperkt_tot.encode().hex().upper()} AND {tekst}"


def _treffer(rij: Row[Any], woorden: tuple[str, ...]) -> Treffer:
    bron = BRONNEN[rij.bron]
    fragment, markeringen = maak_fragment(rij.tekst, woorden)
    onder_topic = bron.plek.startswith("topic/")
    return Treffer(
        scan_id=rij.scan_id,
        regio=rij.regio,
        peildatum=date.fromisoformat(rij.peildatum),
        format=rij.format,
        titel=rij.titel,
        soort=bron.soort,
        plek=bron.plek.format(a=rij.a, b=rij.b),
        topic=rij.a if onder_topic else rij.topic,
        fragment=fragment,
        markeringen=markeringen,
    )
