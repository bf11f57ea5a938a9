"""From a scan to its signed, checked and written report: the first one pays for the imports, the others do not.

Against it stands plain ReportLab, which only draws the same words: no tags, no archive format, no signature, no check.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from textwrap import wrap

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.meting import Meting, mediaan_ms
from vtscan_desktop.domain.risicoscan import Risicoscan
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.rapporten import Rapportkeuze, controleer_rapport, maak_rapport, maak_voorbeeld
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

ZIN = "De werkdruk is hoog, en de afspraken met wijkteams en huisartsenposten zijn nog niet overal uitgewerkt. "
_GEHEUGEN = """
import resource, sys
from tests.benchmarks.bench_rapport import lange_scan, maak
maak(lange_scan(), sys.argv[1])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_REGELS_PER_BLAD = 50
_KAAL = "tegen kaal ReportLab"


def lange_scan() -> Risicoscan:
    """IJsselland with toelichtingen that take about 100 pages in the report."""
    scan = lees_scanbestand(voorbeeldscan()).scan
    topics = tuple(replace(t, toelichting=ZIN * (205 if t.nr < 18 else 10)) for t in scan.topics)
    return replace(scan, topics=topics)


def maak(scan: Risicoscan, pad: str | Path) -> None:
    """The signed and checked report, as the command line makes it."""
    maak_rapport(scan, Path(pad), nu=datetime.now().astimezone(), vervang=True)


def _teken_kaal(tekst: str) -> bytes:
    """The same words, drawn with ReportLab alone in one of its own typefaces."""
    uit = BytesIO()
    doek = Canvas(uit, pagesize=A4)
    regels = [deel for regel in tekst.splitlines() for deel in wrap(regel, 90) or [""]]
    for i in range(0, len(regels), _REGELS_PER_BLAD):
        blad = doek.beginText(57, 780)
        for regel in regels[i : i + _REGELS_PER_BLAD]:
            blad.textLine(regel)
        doek.drawText(blad)
        doek.showPage()
    doek.save()
    return uit.getvalue()


def _tekst(pdf: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True, text=True).stdout


def _bladzijden(scan: Risicoscan) -> int:
    from pypdfium2 import PdfDocument

    return len(PdfDocument(maak_voorbeeld(scan, nu=datetime.now().astimezone(), keuze=Rapportkeuze())))


def _piek(map_: str) -> float:
    """Peak memory in MB of a process of its own that makes the long report."""
    opdracht = [sys.executable, "-c", _GEHEUGEN, f"{map_}/piek.pdf"]
    uit = subprocess.run(opdracht, capture_output=True, check=True, text=True)
    return int(uit.stdout) / (1024 if sys.platform == "linux" else 1024 * 1024)


def meet() -> list[Meting]:
    """The report of IJsselland, and one with long toelichtingen, each with a new identity."""
    scan, lang = lees_scanbestand(voorbeeldscan()).scan, lange_scan()
    with tempfile.TemporaryDirectory() as folder:
        pad, lang_pad = Path(folder) / "rapport.pdf", Path(folder) / "lang.pdf"
        begin = time.perf_counter()
        maak(scan, pad)
        eerste = (time.perf_counter() - begin) * 1000
        volgende = mediaan_ms(lambda: maak(scan, pad))
        controle = mediaan_ms(lambda: controleer_rapport(pad))
        lang_ms = mediaan_ms(lambda: maak(lang, lang_pad), 3)
        tekst, lange_tekst = _tekst(pad), _tekst(lang_pad)
        kaal, lang_kaal = (mediaan_ms(lambda t=t: _teken_kaal(t)) for t in (tekst, lange_tekst))
        piek = _piek(folder)
    return [
        Meting("rapport maken, ondertekenen en nalopen, het eerste", eerste, "met alle imports"),
        Meting("rapport maken, ondertekenen en nalopen, daarna", volgende, _KAAL, kaal, doel=1500),
        Meting("rapport controleren", controle, ""),
        Meting(f"rapport van {_bladzijden(lang)} bladzijden, idem", lang_ms, _KAAL, lang_kaal, doel=5000),
        Meting("geheugen van dat rapport, piek", piek, "een eigen proces", doel=300, eenheid="MB"),
    ]
