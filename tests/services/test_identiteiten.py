"""Identities are kept in the database, one signs, and what speaks against signing is said first."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from vtscan_desktop import VERSIEDATUM
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import Editie
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.rapport.identiteit import lees_kenmerken, maak_identiteit
from vtscan_desktop.services import identiteiten as kast
from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand

NU = datetime(2026, 7, 11, 16, 4, tzinfo=UTC)


def test_the_newest_identity_is_active_until_another_is_chosen(opslag: Opslag) -> None:
    een = kast.maak_nieuwe(opslag, "Adviseur", "VNG", "ec", NU)
    twee = kast.maak_nieuwe(opslag, "Jan de Vries", "", "rsa", NU + timedelta(days=1))
    assert (een.kenmerken.sleutel, twee.kenmerken.sleutel) == ("EC P-256", "RSA 3072")
    assert [kaart.actief for kaart in kast.kaarten(opslag)] == [False, True]
    kast.kies(opslag, een.id)
    assert kast.actieve_kaart(opslag) == kast.kaarten(opslag)[0]
    assert kast.identiteit_voor(opslag, "x", "y", NU) == kast.haal_identiteit(opslag, een.id)
    with pytest.raises(InvoerFout, match="niet meer in de database"):
        kast.kies(opslag, "weg")


def test_an_identity_needs_a_name(opslag: Opslag) -> None:
    with pytest.raises(InvoerFout, match="naam of functie"):
        kast.maak_nieuwe(opslag, "  ", "VNG", "ec", NU)
    assert kast.kaarten(opslag) == ()


def test_a_file_is_taken_in_once_and_its_key_lies_nowhere_readable(opslag: Opslag, tmp_path: Path) -> None:
    eigen = maak_identiteit("Adviseur", "Bureau", NU)
    pad = tmp_path / "ik.p12"
    pad.write_bytes(eigen.pkcs12)
    een = kast.importeer(opslag, pad, eigen.wachtwoord, NU)
    kast.maak_nieuwe(opslag, "Ander", "", "ec", NU)
    twee = kast.importeer(opslag, pad, eigen.wachtwoord, NU)
    assert een.kenmerken == twee.kenmerken == lees_kenmerken(eigen)
    assert twee.actief
    assert len(kast.kaarten(opslag)) == 2
    opslag.sluit()
    inhoud = b"".join(deel.read_bytes() for deel in tmp_path.glob(f"{opslag.pad.name}*"))
    for geheim in (b"Bureau", een.kenmerken.naam.encode(), eigen.pkcs12[40:80]):
        assert geheim not in inhoud


@pytest.mark.parametrize(
    ("naam", "inhoud", "fout", "woorden"),
    [
        ("ik.p12", b"rommel", InvoerFout, "ik.p12: Dit is geen identiteitsbestand"),
        ("ik.p12", b"0" * 1_000_001, InvoerFout, "te groot"),
        ("weg.p12", None, OmgevingFout, "is er niet"),
    ],
)
def test_a_file_that_is_none_is_said_in_one_sentence(
    opslag: Opslag, tmp_path: Path, naam: str, inhoud: bytes | None, fout: type[Exception], woorden: str
) -> None:
    if inhoud is not None:
        (tmp_path / naam).write_bytes(inhoud)
    with pytest.raises(fout, match=woorden):
        kast.importeer(opslag, tmp_path / naam, "x", NU)
    assert kast.kaarten(opslag) == ()


def test_what_speaks_against_signing_is_said() -> None:
    kenmerken = lees_kenmerken(maak_identiteit("Adviseur", "", NU))
    jaar = timedelta(days=365)
    assert kast.waarschuwingen(kenmerken, NU, NU) == ()
    assert kast.waarschuwingen(None, NU) == ()
    (verlopen,) = kast.waarschuwingen(kenmerken, NU + 11 * jaar)
    assert "verlopen: het gold tot en met 11 juli 2036" in verlopen
    (te_vroeg,) = kast.waarschuwingen(kenmerken, NU - timedelta(days=2))
    assert "nog niet geldig: het geldt vanaf 11 juli 2026" in te_vroeg
    (achter,) = kast.waarschuwingen(kenmerken, NU, NU + timedelta(hours=3))
    assert "loopt waarschijnlijk achter" in achter
    assert "vóór dit programma werd gemaakt" in kast.waarschuwingen(None, NU - 10 * jaar, NU)[0]


def test_a_clock_before_anything_in_the_database_is_implausible(opslag: Opslag) -> None:
    assert opslag.laatste_moment() is None
    kast.maak_nieuwe(opslag, "Adviseur", "VNG", "ec", NU)
    assert opslag.laatste_moment() == NU
    (achter,) = kast.waarschuwingen(None, NU - timedelta(days=3), opslag.laatste_moment())
    assert "is het laatst iets bewaard op 11 juli 2026" in achter


def test_an_identity_is_taken_away_after_another_was_chosen_in_its_place(opslag: Opslag) -> None:
    een = kast.maak_nieuwe(opslag, "Adviseur", "VNG", "ec", NU)
    twee = kast.maak_nieuwe(opslag, "Jan de Vries", "", "ec", NU + timedelta(days=1))
    for fout_gekozen in (None, twee.id):
        with pytest.raises(InvoerFout, match="Kies eerst met welke andere identiteit"):
            kast.verwijder(opslag, twee.id, fout_gekozen)
    with pytest.raises(InvoerFout, match="niet meer in de database"):
        kast.verwijder(opslag, twee.id, "weg")
    assert len(kast.kaarten(opslag)) == 2
    kast.verwijder(opslag, twee.id, een.id)
    assert [(kaart.id, kaart.actief) for kaart in kast.kaarten(opslag)] == [(een.id, True)]
    kast.verwijder(opslag, een.id)
    assert kast.kaarten(opslag) == ()
    assert kast.identiteit_voor(opslag, "Adviseur", "", NU + timedelta(days=2)).naam.startswith("Adviseur")


def test_it_is_known_which_reports_an_identity_signed(opslag: Opslag, tmp_path: Path) -> None:
    scan = lees_scanbestand(voorbeeldscan()).scan
    opslag.bewaar(None, Werkstand(scan), NU)
    een = kast.maak_nieuwe(opslag, "Adviseur", "VNG", "ec", NU)
    maak_rapport(scan, tmp_path / "een.pdf", nu=NU, vervang=False, opslag=opslag)
    twee = kast.maak_nieuwe(opslag, "Jan de Vries", "", "ec", NU)
    intern = Rapportkeuze(Editie.VOLLEDIG)
    maak_rapport(scan, tmp_path / "twee.pdf", nu=NU, vervang=False, opslag=opslag, keuze=intern)
    assert kast.getekende_rapporten(opslag, een.id) == ("IJsselland, peildatum 11 juli 2016, versie 1",)
    (rapport,) = kast.getekende_rapporten(opslag, twee.id)
    assert rapport == "IJsselland, peildatum 11 juli 2016, versie 1, interne editie"


def test_the_day_of_this_version_is_no_older_than_a_year_and_not_yet_to_come() -> None:
    """What a wrong clock is told by: raise it with each release, next to the version number."""
    opdracht = ["git", "-C", str(Path(__file__).parent), "log", "-1", "--format=%cs"]
    uit = subprocess.run(opdracht, capture_output=True, check=False, text=True).stdout.strip()
    if not uit:
        pytest.skip("geen geschiedenis van git bij deze bestanden")
    laatste = date.fromisoformat(uit)
    assert laatste - timedelta(days=365) <= VERSIEDATUM <= laatste
