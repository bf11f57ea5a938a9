"""A report is signed, checked as it was written, and holds no more than its editie prints."""

from __future__ import annotations

import re
import stat
import subprocess
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.rapport.ondertekend import ondertekend
from vtscan_desktop.domain.editie import beperk
from vtscan_desktop.domain.errors import Afgebroken, InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import Editie, Gesprek, GesprekSoort, Notitie, Partij, Risicoscan, Wie, Zienswijze
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.models import rapportversies
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.rapport.gegevens import STANDAARD_ONDERTEKENAARS, Ondertekenaar
from vtscan_desktop.rapport.identiteit import maak_identiteit
from vtscan_desktop.rapport.ondertekenen import onderteken
from vtscan_desktop.services import rapporten
from vtscan_desktop.services.identiteiten import actieve_kaart, identiteit_voor
from vtscan_desktop.services.rapporten import controleer_rapport, maak_rapport, rapportnaam
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.uitwisseling.lezen import lees_scan
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

NU = datetime(2026, 7, 11, 16, 4, tzinfo=timezone(timedelta(hours=2)))
GEHEIM = ("KANARIENOTITIE", "Kanarienaam", "KANARIEPLEK", "Kanarieadviseur", "Kanariezienswijzer")


@pytest.fixture
def met_geheimen(ijsselland: Risicoscan) -> Risicoscan:
    return replace(
        ijsselland,
        adviseur=replace(ijsselland.adviseur, naam=GEHEIM[3]),
        gesprekken=(
            *ijsselland.gesprekken,
            Gesprek("kanarie", NU.date(), GesprekSoort.OVERIG, (Wie("coördinator", "", GEHEIM[1]),), GEHEIM[2]),
        ),
        notities=(Notitie(NU, GEHEIM[0], gesprek="kanarie", topic=3),),
        zienswijzen=(Zienswijze(Partij.WETHOUDER, Wie("wethouder", "Zwolle", GEHEIM[4]), tekst="Akkoord."),),
    )


def alle_bytes(pdf: bytes) -> bytes:
    """The file as it is, and every stream in it unpacked."""
    delen = [pdf]
    for gevonden in re.finditer(rb"stream\r?\n", pdf):
        try:
            delen.append(zlib.decompressobj().decompress(pdf[gevonden.end() :]))
        except zlib.error:
            continue
    with pikepdf.open(BytesIO(pdf)) as doc:
        delen += [bytes(obj.read_bytes()) for obj in doc.objects if isinstance(obj, pikepdf.Stream)]
    return b"\n".join(delen)


def test_a_report_is_valid_and_carries_the_scan_it_prints(ijsselland: Risicoscan, tmp_path: Path) -> None:
    pad = tmp_path / rapportnaam(ijsselland)
    resultaat = maak_rapport(ijsselland, pad, nu=NU, vervang=False)
    assert pad.name == "risicoscan-ijsselland-2016-07-11.pdf"
    assert resultaat.pad == pad
    assert resultaat.versie == 1
    assert resultaat.sha256 == sha256(pad.read_bytes()).hexdigest()
    assert resultaat.controle == controleer_rapport(pad)
    assert resultaat.controle.geldig
    assert resultaat.controle.als_object()["scan"] == {
        "id": ijsselland.id,
        "regio": "ijsselland",
        "peildatum": "2016-07-11",
        "editie": "bestuurlijk",
    }
    assert resultaat.controle.open_velden == ("wethouder", "bestuurder")
    assert resultaat.controle.handtekeningen[0].tijd == NU
    assert lees_invoer(pad).scan == beperk(ijsselland, Editie.BESTUURLIJK)
    assert [p.name for p in tmp_path.iterdir()] == [pad.name]
    uitvoer = subprocess.run(["pdfsig", "-nocert", str(pad)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in uitvoer
    assert "Total document signed" in uitvoer


def test_the_report_is_tagged_and_says_so(ijsselland: Risicoscan, tmp_path: Path) -> None:
    maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False)
    with pikepdf.open(tmp_path / "r.pdf") as doc:
        assert doc.Root.MarkInfo.Marked
        assert b"<pdfuaid:part>1" in doc.Root.Metadata.read_bytes()
        for veld in doc.Root.AcroForm.Fields:
            assert "/StructParent" in veld


def test_no_note_name_or_place_is_anywhere_in_the_file(met_geheimen: Risicoscan, tmp_path: Path) -> None:
    maak_rapport(met_geheimen, tmp_path / "r.pdf", nu=NU, vervang=False)
    inhoud = alle_bytes((tmp_path / "r.pdf").read_bytes())
    tekst = subprocess.run(["pdftotext", str(tmp_path / "r.pdf"), "-"], capture_output=True, check=True).stdout
    assert b"%PDF" in inhoud
    assert met_geheimen.id.encode() in inhoud
    for woord in GEHEIM:
        for codering in ("utf-8", "utf-16-be"):
            assert woord.encode(codering) not in inhoud
        assert woord.encode() not in tekst


def test_a_bestuurlijke_scan_can_be_reported_again(ijsselland: Risicoscan, tmp_path: Path) -> None:
    beperkt = beperk(ijsselland, Editie.BESTUURLIJK)
    maak_rapport(beperkt, tmp_path / "r.pdf", nu=NU, vervang=False)
    assert lees_invoer(tmp_path / "r.pdf").scan == beperkt


def test_an_empty_scan_makes_a_valid_report(tmp_path: Path) -> None:
    leeg = Risicoscan("00000000-0000-4000-8000-000000000000", "drenthe", NU.date())
    assert maak_rapport(leeg, tmp_path / "r.pdf", nu=NU, vervang=False).controle.geldig


def test_what_the_user_typed_acts_as_text_only(ijsselland: Risicoscan, tmp_path: Path) -> None:
    geval = '<img src="/etc/passwd"/> & <b>vet</b> 🌷 </para>'
    vreemd = replace(
        ijsselland, overall_beeld=geval, titel=geval, adviseur=Wie(geval, geval), vraag_aan_lezer="regel\x0been"
    )
    resultaat = maak_rapport(vreemd, tmp_path / "r.pdf", nu=NU, vervang=False)
    assert resultaat.controle.geldig
    assert any("besturingsteken" in melding for melding in resultaat.meldingen)
    tekst = subprocess.run(["pdftotext", str(tmp_path / "r.pdf"), "-"], capture_output=True, text=True, check=True)
    assert "/etc/passwd" in tekst.stdout
    assert "root:x" not in tekst.stdout


def test_an_existing_file_is_kept_unless_asked(ijsselland: Risicoscan, tmp_path: Path) -> None:
    pad = tmp_path / "r.pdf"
    pad.write_bytes(b"van iemand anders")
    with pytest.raises(InvoerFout, match="bestaat al"):
        maak_rapport(ijsselland, pad, nu=NU, vervang=False)
    assert pad.read_bytes() == b"van iemand anders"
    maak_rapport(ijsselland, pad, nu=NU, vervang=True)
    assert controleer_rapport(pad).geldig


def test_a_folder_that_is_not_there_leaves_nothing(ijsselland: Risicoscan, tmp_path: Path) -> None:
    with pytest.raises(OmgevingFout):
        maak_rapport(ijsselland, tmp_path / "weg" / "r.pdf", nu=NU, vervang=False)
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_was_written_wrong_does_not_get_its_name(
    ijsselland: Risicoscan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def schrijf_krom(pad: Path, inhoud: bytes, **rest: object) -> None:
        echt(pad, inhoud[:5000] + b"x" + inhoud[5001:], **rest)  # type: ignore[arg-type]

    echt = rapporten.schrijf_veilig
    monkeypatch.setattr(rapporten, "schrijf_veilig", schrijf_krom)
    with pytest.raises(OmgevingFout, match="niet goed weggeschreven"):
        maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False)
    assert list(tmp_path.iterdir()) == []


def test_the_database_keeps_the_identity_and_counts_the_versions(
    ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path
) -> None:
    opslag.bewaar(None, Werkstand(ijsselland), NU)
    een = maak_rapport(ijsselland, tmp_path / "1.pdf", nu=NU, vervang=False, opslag=opslag)
    twee = maak_rapport(ijsselland, tmp_path / "2.pdf", nu=NU, vervang=False, opslag=opslag)
    assert (een.versie, twee.versie) == (1, 2)
    assert [(rij.versie, rij.editie, rij.sha256) for rij in opslag.rapportversies(ijsselland.id)] == [
        (1, "bestuurlijk", een.sha256),
        (2, "bestuurlijk", twee.sha256),
    ]
    assert een.controle.handtekeningen[0].vingerafdruk == twee.controle.handtekeningen[0].vingerafdruk
    assert len(opslag.identiteiten()) == 1
    with pytest.raises(InvoerFout):
        maak_rapport(ijsselland, tmp_path / "2.pdf", nu=NU, vervang=False, opslag=opslag)
    assert len(opslag.rapportversies(ijsselland.id)) == 2


def test_without_a_database_each_report_has_an_identity_of_its_own(ijsselland: Risicoscan, tmp_path: Path) -> None:
    een = maak_rapport(ijsselland, tmp_path / "1.pdf", nu=NU, vervang=False)
    twee = maak_rapport(ijsselland, tmp_path / "2.pdf", nu=NU, vervang=False)
    assert een.controle.handtekeningen[0].vingerafdruk != twee.controle.handtekeningen[0].vingerafdruk


def test_an_identity_given_is_the_one_that_signs(ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path) -> None:
    eigen = maak_identiteit("Senior adviseur", "Een bureau", NU)
    opslag.bewaar(None, Werkstand(ijsselland), NU)
    resultaat = maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag, identiteit=eigen)
    assert resultaat.controle.handtekeningen[0].naam == eigen.naam
    assert opslag.identiteiten() == ()


def test_the_active_identity_is_used_and_only_one_is_made(opslag: Opslag) -> None:
    een = identiteit_voor(opslag, "Adviseur", "VNG", NU)
    assert identiteit_voor(opslag, "Iets anders", "", NU + timedelta(days=1)) == een
    (rij,) = opslag.identiteiten()
    assert rij.actief
    assert rij.gemaakt == NU.astimezone(UTC)


def test_other_signers_get_their_own_fields(ijsselland: Risicoscan, tmp_path: Path) -> None:
    wie = (STANDAARD_ONDERTEKENAARS[0], *(Ondertekenaar(f"wethouder-{nr}", f"Wethouder {nr}") for nr in range(1, 12)))
    resultaat = maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False, ondertekenaars=wie)
    assert resultaat.controle.geldig
    assert resultaat.controle.open_velden == tuple(f"wethouder-{nr}" for nr in range(1, 12))


def test_the_fingerprint_that_the_window_shows_is_that_of_the_report(
    ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path
) -> None:
    assert actieve_kaart(opslag) is None
    opslag.bewaar(None, Werkstand(ijsselland), NU)
    handtekening = maak_rapport(
        ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag
    ).controle.handtekeningen[0]
    kaart = actieve_kaart(opslag)
    assert kaart is not None
    assert (kaart.kenmerken.naam, kaart.kenmerken.vingerafdruk) == (handtekening.naam, handtekening.vingerafdruk)


def test_progress_is_told_in_order(ijsselland: Risicoscan, tmp_path: Path) -> None:
    gemeld: list[tuple[str, int, int]] = []
    maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False, voortgang=lambda *stap: gemeld.append(stap))
    assert list(dict.fromkeys((stap, totaal) for _, stap, totaal in gemeld)) == [(nr, 5) for nr in range(1, 6)]
    assert all(tekst for tekst, _, _ in gemeld)


@pytest.mark.parametrize("bij", range(6))
def test_stopping_at_any_step_leaves_nothing(ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path, bij: int) -> None:
    opslag.bewaar(None, Werkstand(ijsselland), NU)
    voor = sorted(tmp_path.iterdir())
    gezegd: list[int] = []

    def stop(_tekst: str, stap: int, _totaal: int) -> None:
        gezegd.append(stap)
        if len(gezegd) > bij:
            raise Afgebroken("Afgebroken.")

    with pytest.raises(Afgebroken):
        maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag, voortgang=stop)
    assert len(gezegd) == bij + 1
    assert sorted(tmp_path.iterdir()) == voor
    assert opslag.rapportversies(ijsselland.id) == ()


def test_a_scan_that_changed_meanwhile_is_said_and_an_unchanged_one_is_not(
    ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path
) -> None:
    opslag.bewaar(None, Werkstand(ijsselland), NU)
    rustig = maak_rapport(ijsselland, tmp_path / "1.pdf", nu=NU, vervang=False, opslag=opslag)
    assert rustig.meldingen == ()

    def wijzig(_tekst: str, stap: int, _totaal: int) -> None:
        if stap == 3:
            opslag.bewaar(Werkstand(ijsselland), Werkstand(replace(ijsselland, overall_beeld="Anders.")), NU)

    druk = maak_rapport(ijsselland, tmp_path / "2.pdf", nu=NU, vervang=False, opslag=opslag, voortgang=wijzig)
    assert "gewijzigd terwijl het rapport werd gemaakt" in druk.meldingen[0]
    assert lees_invoer(tmp_path / "2.pdf").scan.overall_beeld == ijsselland.overall_beeld


def test_a_report_that_could_not_be_noted_says_what_stands_and_what_does_not(
    ijsselland: Risicoscan, opslag: Opslag, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opslag.bewaar(None, Werkstand(ijsselland), NU)

    def vol(*_wat: object) -> None:
        raise OmgevingFout("De schijf is vol.")

    with monkeypatch.context() as m:
        m.setattr(rapportversies, "voeg_toe", vol)
        los = maak_rapport(ijsselland, tmp_path / "los.pdf", nu=NU, vervang=False, opslag=opslag)
    assert controleer_rapport(tmp_path / "los.pdf").geldig
    assert "los.pdf is gemaakt en ondertekend, maar" in los.meldingen[0]
    assert "ook nummer 1" in los.meldingen[0]
    assert los.meldingen[0].endswith("De schijf is vol.")
    assert opslag.rapportversies(ijsselland.id) == ()
    opnieuw = maak_rapport(ijsselland, tmp_path / "los.pdf", nu=NU, vervang=True, opslag=opslag)
    assert (opnieuw.versie, opnieuw.meldingen) == (1, ())


def test_a_counter_signed_report_stays_valid(ijsselland: Risicoscan, tmp_path: Path) -> None:
    pad = tmp_path / "r.pdf"
    maak_rapport(ijsselland, pad, nu=NU, vervang=False)
    pad.write_bytes(onderteken(pad.read_bytes(), "bestuurder", maak_identiteit("Bestuurder", "VT", NU), NU))
    controle = controleer_rapport(pad)
    assert controle.geldig
    assert controle.open_velden == ("wethouder",)
    assert controle.scan is not None


def test_an_attachment_that_is_no_scan_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(ondertekend())
    controle = controleer_rapport(tmp_path / "r.pdf")
    assert controle.geldig
    assert controle.scan is None
    assert "De risicoscan in dit rapport" in controle.meldingen[-1]


def test_what_is_no_report_is_named_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"geen pdf")
    with pytest.raises(InvoerFout, match=r"x\.pdf.*geen PDF"):
        controleer_rapport(tmp_path / "x.pdf")
    with pytest.raises(InvoerFout, match="map"):
        controleer_rapport(tmp_path)
    with pytest.raises(OmgevingFout):
        controleer_rapport(tmp_path / "weg.pdf")


def test_the_embedded_scan_is_the_file_format_to_the_letter(ijsselland: Risicoscan, tmp_path: Path) -> None:
    maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False)
    with pikepdf.open(tmp_path / "r.pdf") as doc:
        inhoud = doc.attachments["risicoscan.vtscan"].get_file().read_bytes()
    assert inhoud == schrijf_scan(lees_scan(inhoud, "proef").scan)
    assert stat.S_ISREG((tmp_path / "r.pdf").stat().st_mode)
