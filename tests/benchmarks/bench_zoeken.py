"""What finding costs: 50,000 notes over 200 scans, against the same question put with LIKE in the same run.

The sample goes letter by letter, as one types: words of Dutch prose in proportion to how often they occur.
Each question is put three times, and its median counts.
"""

from __future__ import annotations

import random
import re
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.meting import Meting, mediaan_ms
from vtscan_desktop.domain.risicoscan import Notitie, Risicoscan
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag

SCANS = 200
NOTITIES = 250
DOEL_MS = 50.0
KEER = 3
NU = datetime(2016, 7, 11, 9, 0, tzinfo=UTC)


def _proza(toeval: random.Random) -> tuple[list[str], list[float]]:
    """Some 4,000 words, and how often each occurs (as one over its rank, which is how languages are)."""
    woorden = sorted(set(re.findall(r"[^\W\d_]{2,}", voorbeeldscan().read_text(encoding="utf-8"))))
    # Dutch joins words: that gives the long tail.
    woorden += [a + b.lower() for stap in (7, 31) for a, b in zip(woorden, woorden[stap:], strict=False)]
    toeval.shuffle(woorden)
    return woorden, [1 / rang for rang in range(1, len(woorden) + 1)]


def _vul(opslag: Opslag, toeval: random.Random, woorden: list[str], gewichten: list[float]) -> None:
    def zin() -> str:
        return " ".join(toeval.choices(woorden, gewichten, k=toeval.randint(4, 30)))

    for i in range(SCANS):
        scan = Risicoscan(f"scan-{i}", "ijsselland", date(2016, 7, 11), overall_beeld=zin())
        notities = tuple(Notitie(NU + timedelta(seconds=j), zin(), topic=j % 20 + 1) for j in range(NOTITIES))
        opslag.bewaar(None, Werkstand(replace(scan, notities=notities)), NU)


def _vragen(toeval: random.Random, woorden: list[str], gewichten: list[float]) -> list[str]:
    """What stands in the box after each letter, for some questions of one and of two words."""
    vragen = []
    for aantal in (1, 2) * 6:
        heel = " ".join(toeval.choices(woorden, gewichten, k=aantal))[:14]
        vragen += [heel[: i + 1] for i in range(len(heel)) if heel[i] != " "]
    # The worst there can be: the words that stand in nearly every note.
    return [*vragen, *woorden[:3], f"{woorden[0]} {woorden[1]}", woorden[0][0]]


def _like_ms(opslag: Opslag, vraag: str) -> float:
    waar = " AND ".join("tekst LIKE ?" for _ in vraag.split())
    woorden = tuple(f"%{woord}%" for woord in vraag.split())
    opdracht = f"SELECT scan_id, positie FROM notitie WHERE {waar} ORDER BY tijd DESC LIMIT 30"
    return mediaan_ms(lambda: opslag._verbinding.execute(opdracht, woorden).fetchall(), KEER)


def meet() -> list[Meting]:
    """The timings of finding."""
    toeval = random.Random(2016)
    woorden, gewichten = _proza(toeval)
    with (
        tempfile.TemporaryDirectory() as folder,
        Opslag.maak(Path(folder) / "bench.vtdb", "voorbeeld") as opslag,
    ):
        _vul(opslag, toeval, woorden, gewichten)
        vragen = _vragen(toeval, woorden, gewichten)
        alle, een, like = [], [], []
        for vraag in vragen:
            alle.append(mediaan_ms(partial(opslag.zoek, vraag), KEER))
            een.append(mediaan_ms(partial(opslag.zoek, vraag, "scan-7"), KEER))
            like.append(_like_ms(opslag, vraag))
    hoeveel = f"{SCANS * NOTITIES:,}".replace(",", ".")
    return [
        Meting(f"zoeken in {hoeveel} notities, mediaan", median(alle), "LIKE '%…%', mediaan", median(like), DOEL_MS),
        Meting(f"traagste van {len(vragen)} vragen", max(alle), "LIKE '%…%', traagste", max(like), DOEL_MS),
        Meting("zoeken in een scan daarvan, mediaan", median(een), "", doel=DOEL_MS),
        Meting("traagste daarvan", max(een), "", doel=DOEL_MS),
    ]
