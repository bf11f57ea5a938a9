"""Counter-signing adds one signature, keeps the earlier ones, and leaves nothing when it does not succeed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rapport.ondertekend import NU, onbeschreven, ondertekend, teken_over, vul_aan
from vtscan_desktop.domain.errors import Afgebroken, InvoerFout, OmgevingFout
from vtscan_desktop.rapport.identiteit import Identiteit, Sleutelsoort, maak_identiteit
from vtscan_desktop.services import tekenen
from vtscan_desktop.services.rapporten import controleer_rapport
from vtscan_desktop.services.tekenen import teken_mee


@pytest.fixture
def rapport(tmp_path: Path) -> Path:
    pad = tmp_path / "rapport.pdf"
    pad.write_bytes(ondertekend())
    return pad


@pytest.fixture(scope="module")
def bestuurder() -> Identiteit:
    return maak_identiteit("Bestuurder", "Veilig Thuis", NU)


def test_two_counter_signatures_in_place_and_beside_keep_all_valid(rapport: Path, bestuurder: Identiteit) -> None:
    een = teken_mee(rapport, rapport, "bestuurder", bestuurder, nu=NU, vervang=True)
    assert een.geldig
    assert een.open_velden == ("wethouder",)
    assert [h.volledig for h in een.handtekeningen] == [False, True]
    doel = rapport.with_name("getekend.pdf")
    wethouder = maak_identiteit("Wethouder", "Zwolle", NU, Sleutelsoort.RSA)
    twee = teken_mee(rapport, doel, "wethouder", wethouder, nu=NU, vervang=False)
    assert twee.geldig
    assert [h.titel for h in twee.handtekeningen] == ["Adviseur", "Bestuurder", "Wethouder"]
    assert [h.volledig for h in twee.handtekeningen] == [False, False, True]
    assert controleer_rapport(rapport).open_velden == ("wethouder",)
    assert doel.read_bytes().startswith(rapport.read_bytes())
    assert rapport.read_bytes().startswith(ondertekend())
    uit = subprocess.run(["pdfsig", "-nocert", str(doel)], capture_output=True, text=True, check=False).stdout
    assert uit.count("Signature is Valid") == 3
    assert uit.count("Total document signed") == 1
    assert sorted(p.name for p in rapport.parent.iterdir()) == ["getekend.pdf", "rapport.pdf"]


@pytest.mark.parametrize(
    ("maak", "veld", "woorden"),
    [
        (ondertekend, "adviseur", "geen leeg handtekeningvak"),
        (ondertekend, "burgemeester", "geen leeg handtekeningvak"),
        (onbeschreven, "wethouder", "geen geldig ondertekend rapport"),
        (lambda: vul_aan(ondertekend(), teken_over), "wethouder", "geen geldig ondertekend rapport"),
        (lambda: b"geen pdf", "wethouder", "geen PDF"),
    ],
)
def test_what_cannot_be_signed_stays_as_it_is(
    rapport: Path, bestuurder: Identiteit, maak: Callable[[], bytes], veld: str, woorden: str
) -> None:
    inhoud = maak()
    rapport.write_bytes(inhoud)
    with pytest.raises(InvoerFout, match=woorden):
        teken_mee(rapport, rapport, veld, bestuurder, nu=NU, vervang=True)
    assert rapport.read_bytes() == inhoud
    assert list(rapport.parent.iterdir()) == [rapport]


def test_another_file_is_not_overwritten_unless_asked(rapport: Path, bestuurder: Identiteit) -> None:
    doel = rapport.with_name("ander.pdf")
    doel.write_bytes(b"eerder")
    with pytest.raises(InvoerFout, match="bestaat al"):
        teken_mee(rapport, doel, "wethouder", bestuurder, nu=NU, vervang=False)
    assert doel.read_bytes() == b"eerder"


@pytest.mark.parametrize("bij", range(5))
def test_stopping_at_any_step_leaves_the_report_as_it_was(rapport: Path, bestuurder: Identiteit, bij: int) -> None:
    gezegd: list[int] = []

    def stop(_tekst: str, stap: int, _totaal: int) -> None:
        gezegd.append(stap)
        if len(gezegd) > bij:
            raise Afgebroken("Afgebroken.")

    with pytest.raises(Afgebroken):
        teken_mee(rapport, rapport, "wethouder", bestuurder, nu=NU, vervang=True, voortgang=stop)
    assert len(gezegd) == bij + 1
    assert rapport.read_bytes() == ondertekend()
    assert list(rapport.parent.iterdir()) == [rapport]


def test_a_report_that_changes_meanwhile_is_not_replaced(rapport: Path, bestuurder: Identiteit) -> None:
    def wissel(_tekst: str, stap: int, _totaal: int) -> None:
        if stap == 3:
            rapport.write_bytes(b"van iemand anders")

    with pytest.raises(OmgevingFout, match="veranderd terwijl u ondertekende"):
        teken_mee(rapport, rapport, "wethouder", bestuurder, nu=NU, vervang=True, voortgang=wissel)
    assert rapport.read_bytes() == b"van iemand anders"


def test_what_was_written_wrong_does_not_get_its_name(
    rapport: Path, bestuurder: Identiteit, monkeypatch: pytest.MonkeyPatch
) -> None:
    echt = tekenen.schrijf_veilig

    def schrijf_krom(pad: Path, inhoud: bytes, **rest: object) -> None:
        echt(pad, inhoud[:5000] + b"x" + inhoud[5001:], **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(tekenen, "schrijf_veilig", schrijf_krom)
    with pytest.raises(OmgevingFout, match="niet goed weggeschreven"):
        teken_mee(rapport, rapport, "wethouder", bestuurder, nu=NU, vervang=True)
    assert rapport.read_bytes() == ondertekend()
