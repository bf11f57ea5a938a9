"""What can be chosen for a report: editie, bijlage, logo and name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from tests.rapport.bouwproef import lees, plat
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import Editie, Gesprek, GesprekSoort, Notitie, NotitieSoort, Risicoscan, Wie
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.huisstijl import Huisstijl, bewaar_huisstijl, lees_huisstijl, lees_logo
from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport, maak_voorbeeld, rapportnaam
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.ui.bouwstenen.tekening import teken_svg
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))
INTERN = Rapportkeuze(Editie.VOLLEDIG)


@pytest.fixture(scope="module")
def scan() -> Risicoscan:
    voorbeeld = lees_scanbestand(voorbeeldscan()).scan
    wie = Wie("coördinator", "Gemeente Zwolle", "Naamstaathier")
    return replace(
        voorbeeld,
        gesprekken=(Gesprek("g1", NU.date(), GesprekSoort.AMBTELIJK, (wie,), "Stadhuiskamer"),),
        notities=(
            Notitie(NU, "Notitie bij gesprek en topic", "g1", 3, NotitieSoort.KNELPUNT),
            Notitie(NU, "Notitie nergens bij"),
        ),
    )


def _logo(map_: Path, maat: tuple[int, int] = (600, 200), modus: str = "RGBA") -> Path:
    pad = map_ / "logo.png"
    Image.new(modus, maat).save(pad)
    return pad


def test_the_interne_editie_prints_and_carries_all(scan: Risicoscan, tmp_path: Path) -> None:
    pad = tmp_path / rapportnaam(scan, Editie.VOLLEDIG)
    assert maak_rapport(scan, pad, nu=NU, vervang=False, keuze=INTERN).controle.geldig
    assert lees_invoer(pad).scan == scan
    tekst = lees(pad.read_bytes(), tmp_path)
    for deel in ("Naamstaathier, coördinator, Gemeente Zwolle", "Locatie: Stadhuiskamer", "knelpunt"):
        assert deel in plat(tekst)
    assert plat(tekst).count("Notitie bij gesprek en topic") == 2
    assert plat(tekst).count("Notitie nergens bij") == 1
    bladzijden = tekst.split("\f")[:-1]
    assert all("INTERN" in bladzijde for bladzijde in bladzijden)
    with pikepdf.open(pad) as pdf:
        assert "interne editie" in str(pdf.docinfo["/Title"])


def test_the_bestuurlijke_editie_does_not_say_intern(scan: Risicoscan, tmp_path: Path) -> None:
    assert "INTERN" not in lees(maak_voorbeeld(scan, nu=NU, keuze=Rapportkeuze()), tmp_path)


def test_what_a_scan_lacks_does_not_become_an_interne_editie(scan: Risicoscan, tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="zelf een bestuurlijke editie"):
        maak_rapport(replace(scan, editie=Editie.BESTUURLIJK), tmp_path / "r.pdf", nu=NU, vervang=False, keuze=INTERN)
    assert not list(tmp_path.iterdir())


def test_each_editie_counts_its_own_versions(scan: Risicoscan, opslag: Opslag, tmp_path: Path) -> None:
    opslag.bewaar(None, Werkstand(scan), NU)

    def maak(keuze: Rapportkeuze) -> int:
        return maak_rapport(scan, tmp_path / "r.pdf", nu=NU, vervang=True, opslag=opslag, keuze=keuze).versie

    assert [maak(Rapportkeuze()), maak(INTERN), maak(Rapportkeuze()), maak(INTERN)] == [1, 1, 2, 2]


def test_a_report_without_bijlage_is_valid_and_carries_nothing(scan: Risicoscan, tmp_path: Path) -> None:
    pad = tmp_path / "r.pdf"
    resultaat = maak_rapport(scan, pad, nu=NU, vervang=False, keuze=Rapportkeuze(bijlage=False))
    assert resultaat.controle.geldig
    assert resultaat.controle.scan is None
    with pikepdf.open(pad) as pdf:
        assert not pdf.attachments
        assert "/AF" not in pdf.Root
        assert b"<pdfaid:part>3" in pdf.Root.Metadata.read_bytes()
    assert "In de pdf zit ook de scan" not in plat(lees(pad.read_bytes(), tmp_path))


def test_a_preview_is_the_report_but_for_the_signature(scan: Risicoscan, opslag: Opslag, tmp_path: Path) -> None:
    opslag.bewaar(None, Werkstand(scan), NU)
    voorbeeld = maak_voorbeeld(scan, nu=NU, keuze=Rapportkeuze(), opslag=opslag)
    maak_rapport(scan, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag)
    assert (tmp_path / "r.pdf").read_bytes().startswith(voorbeeld)


def test_logo_and_name_stand_on_page_one(scan: Risicoscan, opslag: Opslag, tmp_path: Path) -> None:
    bewaar_huisstijl(opslag, Huisstijl("  Vereniging  van\nGemeenten ", lees_logo(_logo(tmp_path), teken_svg)))
    assert lees_huisstijl(opslag).organisatie == "Vereniging van Gemeenten"
    pdf = maak_voorbeeld(scan, nu=NU, keuze=Rapportkeuze(), opslag=opslag)
    assert "Vereniging van Gemeenten" in plat(lees(pdf, tmp_path, "-l", "1"))
    with pikepdf.open(BytesIO(pdf)) as doc:
        (beeld,) = (o for o in doc.pages[0].Resources.XObject.values() if o.Subtype == "/Image")
        assert "/SMask" not in beeld
        alt = [str(o.Alt) for o in doc.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
    assert "Logo van Vereniging van Gemeenten" in alt


@pytest.mark.parametrize(("maat", "modus"), [((4000, 1000), "RGB"), ((1, 900), "P"), ((50, 50), "LA"), ((30, 5), "1")])
def test_any_picture_becomes_a_small_one_on_white(maat: tuple[int, int], modus: str, tmp_path: Path) -> None:
    with Image.open(BytesIO(lees_logo(_logo(tmp_path, maat, modus), teken_svg))) as beeld:
        assert (beeld.format, beeld.mode) == ("PNG", "RGB")
        assert beeld.width <= 1020
        assert beeld.height <= 204


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"geen beeld",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        b"<svg>",
        b"GIF89a" + b"\0" * 40,
        b"%PDF-1.4",
        b"\x89PNG\r\n",
    ],
)
def test_what_is_no_picture_is_refused(inhoud: bytes, tmp_path: Path) -> None:
    pad = tmp_path / "logo.png"
    pad.write_bytes(inhoud)
    with pytest.raises(InvoerFout, match="PNG"):
        lees_logo(pad, teken_svg)


def test_a_small_file_with_a_huge_picture_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvoerFout, match="te groot"):
        lees_logo(_logo(tmp_path, (9_000, 9_000), "1"), teken_svg)
