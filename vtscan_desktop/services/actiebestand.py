"""Acties to a spreadsheet (.xlsx): text stays text, whatever it begins with, and days are days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from vtscan_desktop.bestanden import schrijf_veilig
from vtscan_desktop.domain.acties import alle_acties, is_te_laat, te_laat_zin
from vtscan_desktop.domain.benamingen import ACTIESTATUS, MAATWERK
from vtscan_desktop.domain.escalatie import is_afgerond
from vtscan_desktop.domain.grenzen import schoon
from vtscan_desktop.domain.overleg import zonder_namen
from vtscan_desktop.hulpbronnen import regionaam
from vtscan_desktop.services.logboek import Actie as Handeling
from vtscan_desktop.services.logboek import handeling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from vtscan_desktop.domain.risicoscan import Actie, Maatwerkactie, Risicoscan
    from vtscan_desktop.domain.topics import Format

MAX_CEL = 32_767
"""Most characters that a cell of a spreadsheet can hold."""
_AFGEKAPT = " … (ingekort)"
_GEEN_XML = re.compile(r"[\ufffe\uffff]")
_ALS_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet would read as the code of a character."""
_FORMULE = tuple("=+-@\t\n'")
"""What a cell may begin with when a program takes it for something else than text."""
_KOPPEN = ("Regio", "Peildatum", "Topic", "Soort", "Wat", "Wie", "Uiterlijk", "Stand", "Te laat", "Kern", "Uitkomst")
_BREEDTEN = (20, 13, 30, 16, 60, 30, 13, 11, 20, 7, 40)
"""Widths of the columns, in characters."""
Waarde = str | date | None


def maak_rijen(scan: Risicoscan, format_: Format, vandaag: date) -> tuple[tuple[Waarde, ...], ...]:
    """All acties and maatwerkacties of a scan, a value for each of the columns."""
    regio = f"{regionaam(scan.regio)} (VOORBEELD)" if scan.voorbeeld else regionaam(scan.regio)

    def topic(nr: int | None) -> str:
        return format_.topic(nr).genummerd if nr else ""

    def rij(nr: int | None, soort: str, a: Actie | Maatwerkactie, laat: str, *rest: str) -> tuple[Waarde, ...]:
        wat = (topic(nr), soort, a.omschrijving, a.verantwoordelijke, a.termijn, ACTIESTATUS[a.status], laat, *rest)
        return regio, scan.peildatum, *wat

    acties = (
        rij(plek.nr, "actie", plek.actie, _laat(plek.actie, vandaag), "ja" if plek.actie.kern else "", "")
        for plek in alle_acties(scan)
    )
    stappen = (
        rij(m.aanleiding, MAATWERK[m.soort], m, "" if is_afgerond(m) else _laat(m, vandaag), "", m.uitkomst)
        for m in scan.maatwerkacties
    )
    return (*acties, *stappen)


def _laat(rij: Actie | Maatwerkactie, vandaag: date) -> str:
    return te_laat_zin(rij.termijn, vandaag) if rij.termijn is not None and is_te_laat(rij, vandaag) else ""


def bewaar_acties(
    pad: Path,
    scans: Sequence[Risicoscan],
    nu: datetime,
    *,
    met_namen: bool,
    format_van: Callable[[Risicoscan], Format],
) -> None:
    """Write the acties of scans to `pad`; one that is there is replaced (the file dialog asked).

    Without `met_namen` a name that a scan knows is replaced by that person's function. `format_van` knows the
    format of each scan. Raises `VtscanFout`; then nothing was written.
    """
    with handeling(Handeling.ACTIES_EXPORT, scans[0].id if len(scans) == 1 else ""):
        getoond = [scan if met_namen else zonder_namen(scan) for scan in scans]
        rijen = [rij for scan in getoond for rij in maak_rijen(scan, format_van(scan), nu.date())]
        schrijf_veilig(pad, maak_werkboek(rijen, nu), vervang=True)


def maak_werkboek(rijen: Sequence[tuple[Waarde, ...]], nu: datetime) -> bytes:
    """A workbook with one sheet: heads that stay in view, and a row for each actie. No formulas, links or macros."""
    from openpyxl import Workbook  # here: it takes a while to load
    from openpyxl.utils import get_column_letter

    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = "Acties"
    _zet_koppen(blad)
    for nummer, rij in enumerate(rijen, start=2):
        for kolom, waarde in enumerate(rij, start=1):
            _zet_cel(blad, nummer, kolom, waarde)
    blad.auto_filter.ref = f"A1:{get_column_letter(len(_KOPPEN))}{len(rijen) + 1}"
    eigenschappen = boek.properties
    eigenschappen.creator = "Risicoscan Veilig Thuis"
    eigenschappen.title = "Acties"
    eigenschappen.created = eigenschappen.modified = nu.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    inhoud = BytesIO()
    boek.save(inhoud)
    return inhoud.getvalue()


def _zet_koppen(blad: Worksheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for kolom, (kop, breedte) in enumerate(zip(_KOPPEN, _BREEDTEN, strict=True), start=1):
        cel = blad.cell(1, kolom, kop)
        cel.font = Font(bold=True)
        cel.fill = PatternFill("solid", start_color="E3EFF1")
        cel.alignment = Alignment(vertical="top")
        blad.column_dimensions[get_column_letter(kolom)].width = breedte
    blad.freeze_panes = "A2"
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation = "landscape"
    blad.page_setup.paperSize = 9  # A4
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]


def _zet_cel(blad: Worksheet, rij: int, kolom: int, waarde: Waarde) -> None:
    from openpyxl.styles import Alignment

    cel = blad.cell(rij, kolom)
    cel.alignment = Alignment(vertical="top", wrap_text=True)
    if isinstance(waarde, date):
        cel.value = waarde
        cel.number_format = "dd-mm-yyyy"
    elif waarde:
        tekst = _celtekst(waarde)
        cel.value = tekst
        cel.data_type = "s"  # else what begins with = would be a formula
        if tekst.startswith(_FORMULE):
            cel.quotePrefix = True


def _celtekst(tekst: str) -> str:
    """Text as a cell can hold it: no characters that XML forbids, nothing read as a code, not too long."""
    kaal = _ALS_CODE.sub("_x005F_", _GEEN_XML.sub("", schoon(tekst)))
    return kaal if len(kaal) <= MAX_CEL else kaal[: MAX_CEL - len(_AFGEKAPT)] + _AFGEKAPT
