"""A report runs nothing and leads nowhere, and the bestuurlijke editie holds no word of what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import uuid4
from zipfile import ZipFile

import pikepdf
import pytest

from vtscan_desktop.domain.risicoscan import Editie, Gesprek, GesprekSoort, Notitie, Partij, Risicoscan, Wie, Zienswijze
from vtscan_desktop.domain.tekstversies import Tekstversie
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.rapport.drukwerk import kaal, lees_drukwerk
from vtscan_desktop.rapport.identiteit import maak_identiteit
from vtscan_desktop.services.bespreekexemplaar import maak_bespreekexemplaar
from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport
from vtscan_desktop.services.tekenen import teken_mee
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))
GEHEIM = tuple(f"KANARIE{wat}" for wat in ("NOTITIE", "GESPREK", "PLEK", "ADVISEUR", "ZIENSWIJZER", "LOS"))
GEVAARLIJK = {"/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition"}
GEVAARLIJK |= {"/Movie", "/Sound", "/ResetForm", "/Hide", "/SetOCGState", "/RichMediaExecute"}
ACTIESLEUTELS = {"/JS", "/AA", "/OpenAction", "/JavaScript", "/Launch", "/URI", "/XFA"}


@pytest.fixture(scope="module")
def met_geheimen() -> Risicoscan:
    """A scan with a canary in each place that the bestuurlijke editie leaves out."""
    scan = lees_scanbestand(voorbeeldscan()).scan
    gesprek = Gesprek("kanarie", NU.date(), GesprekSoort.OVERIG, (Wie("coördinator", "", GEHEIM[1]),), GEHEIM[2])
    los = Notitie(NU, GEHEIM[5])
    return replace(
        scan,
        adviseur=replace(scan.adviseur, naam=GEHEIM[3]),
        gesprekken=(*scan.gesprekken, gesprek),
        notities=(Notitie(NU, GEHEIM[0], gesprek="kanarie", topic=3), los),
        zienswijzen=(Zienswijze(Partij.WETHOUDER, Wie("wethouder", "Zwolle", GEHEIM[4]), tekst="Akkoord."),),
    )


def objecten(doc: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Every value in the file, however deep."""
    nog: list[pikepdf.Object] = [*doc.objects, doc.trailer]
    while nog:
        deel = nog.pop()
        yield deel
        if isinstance(deel, pikepdf.Array):
            nog += [kind for kind in list(deel) if isinstance(kind, pikepdf.Object) and not kind.is_indirect]
        elif isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
            inhoud = dict(deel.items())
            nog += [kind for kind in inhoud.values() if isinstance(kind, pikepdf.Object) and not kind.is_indirect]


def alles(pad: Path) -> str:
    """All that can be read in a report: raw, unpacked, every string in it, and its pages as they are shown."""
    rauw = pad.read_bytes()
    delen = [rauw]
    teksten = [kaal(" ".join(lees_drukwerk(rauw).stukken))]
    with pikepdf.open(pad) as doc:
        for deel in objecten(doc):
            if isinstance(deel, pikepdf.Stream):
                delen.append(deel.read_bytes())
            elif isinstance(deel, pikepdf.String):
                teksten.append(str(deel))
            elif isinstance(deel, pikepdf.Dictionary):
                teksten.extend(deel.keys())
    for inhoud in delen:
        teksten += [inhoud.decode(codering, "replace") for codering in ("utf-8", "utf-16-be", "utf-16-le")]
        teksten.append(inhoud[1:].decode("utf-16-be", "replace"))
    return "\n".join(teksten).casefold()


def gevonden(pad: Path) -> set[str]:
    tekst = alles(pad)
    return {woord for woord in GEHEIM if woord.casefold() in tekst}


def test_the_bestuurlijke_editie_holds_no_word_of_what_it_leaves_out(met_geheimen: Risicoscan, tmp_path: Path) -> None:
    for nr, bijlage in enumerate((True, False)):
        pad = tmp_path / f"{nr}.pdf"
        maak_rapport(met_geheimen, pad, nu=NU, vervang=False, keuze=Rapportkeuze(bijlage=bijlage))
        teken_mee(pad, pad, "wethouder", maak_identiteit("Wethouder", "Zwolle", NU), nu=NU, vervang=True)
        assert gevonden(pad) == set()
    tekst = alles(tmp_path / "0.pdf")
    for waar in ("risicoscan veilig thuis ijsselland", "actualtext", "overall beeld", "risicoscan.vtscan", "pdfuaid"):
        assert waar in tekst, waar  # title, structure, bookmarks and pages, names tree, XMP: all were searched


def test_nothing_else_in_the_database_gets_into_a_bestuurlijke_editie(met_geheimen: Risicoscan, tmp_path: Path) -> None:
    """An earlier scan of the regio, rows in the making, earlier texts, ticks and the interne editie made before it."""
    scan = met_geheimen
    vroeger = datetime(2020, 1, 1, tzinfo=NU.tzinfo)
    eerder = replace(scan, id=str(uuid4()), peildatum=scan.peildatum - timedelta(days=200), voorbeeld=False)
    klad = (Kladrij("acties/3", 9, (GEHEIM[0], GEHEIM[1], "morgen", "", "", ""), echt=False),)
    opslag = Opslag.maak(tmp_path / "proef.vtdb", "een wachtzin van genoeg tekens")
    try:
        opslag.bewaar(None, Werkstand(eerder), vroeger)
        begin = Werkstand(scan)
        opslag.bewaar(None, begin, vroeger)
        versies = [("overall_beeld", Tekstversie(vroeger, GEHEIM[2]))]
        opslag.bewaar(begin, replace(begin, klad=klad), NU, versies)
        opslag.zet_vinkje(scan.id, "kanarie", GEHEIM[5], aan=True)
        intern = Rapportkeuze(Editie.VOLLEDIG)
        maak_rapport(scan, tmp_path / "intern.pdf", nu=NU, vervang=False, opslag=opslag, keuze=intern)
        naast = Rapportkeuze(vorige=eerder.id)
        resultaat = maak_rapport(scan, tmp_path / "bestuurlijk.pdf", nu=NU, vervang=False, opslag=opslag, keuze=naast)
        woord = maak_bespreekexemplaar(resultaat)
    finally:
        opslag.sluit()
    assert gevonden(tmp_path / "bestuurlijk.pdf") == set()
    assert "vergelijking met de vorige scan" in alles(tmp_path / "bestuurlijk.pdf")
    with ZipFile(woord) as ingepakt:
        tekst = "\n".join(ingepakt.read(naam).decode("utf-8", "replace") for naam in ingepakt.namelist())
    assert [geheim for geheim in GEHEIM if geheim in tekst] == []


def test_the_search_would_find_them(met_geheimen: Risicoscan, tmp_path: Path) -> None:
    pad = tmp_path / "intern.pdf"
    maak_rapport(met_geheimen, pad, nu=NU, vervang=False, keuze=Rapportkeuze(Editie.VOLLEDIG))
    assert gevonden(pad) == set(GEHEIM)


def test_a_report_has_no_script_no_action_and_no_way_out(met_geheimen: Risicoscan, tmp_path: Path) -> None:
    lokaas = 'https://voorbeeld.example <a href="javascript:app.alert(1)">x</a> file:///etc/passwd =CMD() /JavaScript'
    scan = replace(
        met_geheimen, overall_beeld=lokaas, titel=lokaas[:80], vraag_aan_lezer=lokaas, adviseur=Wie(lokaas, lokaas)
    )
    for editie in (Editie.BESTUURLIJK, Editie.VOLLEDIG):
        pad = tmp_path / f"{editie}.pdf"
        maak_rapport(scan, pad, nu=NU, vervang=False, keuze=Rapportkeuze(editie))
        with pikepdf.open(pad) as doc:
            gezien = 0
            for deel in objecten(doc):
                if not isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
                    continue
                gezien += 1
                assert not ACTIESLEUTELS & set(deel.keys())
                assert str(deel.get("/S", "")) not in GEVAARLIJK
                assert deel.get("/Type") != pikepdf.Name.EmbeddedFile or deel.Subtype == "/application/json"
                assert deel.get("/Subtype") not in ("/Link", "/RichMedia", "/Screen", "/3D", "/FileAttachment")
            assert gezien > 100
            assert list(doc.attachments) == ["risicoscan.vtscan"]
