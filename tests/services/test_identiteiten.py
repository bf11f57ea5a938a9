"""Identities are kept in the database, one signs, and what speaks against signing is said first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.rapport.identiteit import lees_kenmerken, maak_identiteit
from vtscan_desktop.services import identiteiten as kast

NU = datetime(2026, 7, 11, 16, 4, tzinfo=UTC)


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    gemaakt = Opslag.maak(tmp_path / "proef.vtdb", "een wachtzin van genoeg tekens")
    yield gemaakt
    gemaakt.sluit()


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
    inhoud = b"".join(deel.read_bytes() for deel in tmp_path.glob("proef.vtdb*"))
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
