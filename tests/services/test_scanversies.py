"""A report freezes the scan as it was: it is found back to the letter, whatever became of the scan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.strategieen import risicoscans
from vtscan_desktop.domain.errors import InvoerFout, OmgevingFout
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan, ScanStatus
from vtscan_desktop.domain.tekstversies import Tekstversie, rijveld
from vtscan_desktop.domain.werkstand import Werkstand
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.models import rapportversies
from vtscan_desktop.models.opslag import Opslag
from vtscan_desktop.services.bewaarder import Bewaarmelding
from vtscan_desktop.services.rapporten import Rapportkeuze, maak_rapport
from vtscan_desktop.services.scanversies import Rapportversie, Scanversies, Statuswijziging
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.services.werkblad import Werkblad
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

NU = datetime(2026, 7, 11, 14, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def opslag(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opslag]:
    with Opslag.maak(tmp_path_factory.mktemp("versies") / "scans.vtdb", "een lang wachtwoord") as geopend:
        yield geopend


@pytest.fixture
def ijsselland(opslag: Opslag) -> Risicoscan:
    """A new scan of the database, as the shipped one."""
    scan = lees_scanbestand(voorbeeldscan()).scan
    if opslag.bestaat(scan.id):
        opslag.verwijder(scan.id)
    opslag.bewaar(None, Werkstand(scan), NU)
    return scan


def test_een_rapport_bevriest_de_hele_scan_met_wat_ervan_is_afgedrukt(
    opslag: Opslag, ijsselland: Risicoscan, tmp_path: Path
) -> None:
    gemaakt = maak_rapport(ijsselland, tmp_path / "Scan voor Zwolle.pdf", nu=NU, vervang=False, opslag=opslag)
    anders = replace(ijsselland, overall_beeld="Heel anders.")
    opslag.bewaar(Werkstand(ijsselland), Werkstand(anders), NU)

    versies = Scanversies(opslag)
    (versie,) = versies.van(ijsselland.id)
    assert versies.lees(versie.sleutel) == ijsselland
    assert (versie.bestandsnaam, versie.editie, versie.gemaakt) == ("Scan voor Zwolle.pdf", "bestuurlijk", NU)
    assert versie.sha256 == sha256((tmp_path / "Scan voor Zwolle.pdf").read_bytes()).hexdigest()
    assert versie.vingerafdruk == gemaakt.controle.handtekeningen[0].vingerafdruk


def test_de_nieuwste_versie_staat_vooraan_van_welke_editie_ook(
    opslag: Opslag, ijsselland: Risicoscan, tmp_path: Path
) -> None:
    for nr, editie in enumerate((Editie.BESTUURLIJK, Editie.BESTUURLIJK, Editie.VOLLEDIG)):
        moment = NU + timedelta(hours=nr)
        maak_rapport(
            ijsselland, tmp_path / f"{nr}.pdf", nu=moment, vervang=False, opslag=opslag, keuze=Rapportkeuze(editie)
        )
    gevonden = [(v.versie, v.editie) for v in Scanversies(opslag).van(ijsselland.id)]
    assert gevonden == [(1, "volledig"), (2, "bestuurlijk"), (1, "bestuurlijk")]


def test_een_pdf_wordt_aan_zijn_inhoud_herkend_en_een_ander_bestand_niet(
    opslag: Opslag, ijsselland: Risicoscan, tmp_path: Path
) -> None:
    maak_rapport(ijsselland, tmp_path / "een.pdf", nu=NU, vervang=False, opslag=opslag)
    (tmp_path / "een.pdf").rename(tmp_path / "anders genoemd.pdf")
    versies = Scanversies(opslag)
    herkend = versies.herken(ijsselland.id, tmp_path / "anders genoemd.pdf")
    assert herkend is not None
    assert herkend.versie == 1
    (tmp_path / "krom.pdf").write_bytes((tmp_path / "anders genoemd.pdf").read_bytes() + b"\n")
    assert versies.herken(ijsselland.id, tmp_path / "krom.pdf") is None


def test_een_versie_gaat_als_scan_naar_een_bestand_en_over_niets_heen(
    opslag: Opslag, ijsselland: Risicoscan, tmp_path: Path
) -> None:
    maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag)
    versies = Scanversies(opslag)
    (versie,) = versies.van(ijsselland.id)
    versies.exporteer(versie.sleutel, tmp_path / "toen.vtscan", vervang=False)
    assert lees_scanbestand(tmp_path / "toen.vtscan").scan == ijsselland
    with pytest.raises(InvoerFout):
        versies.exporteer(versie.sleutel, tmp_path / "toen.vtscan", vervang=False)


def test_wat_uit_een_versie_gaat_wordt_gezegd_en_wat_is_afgedrukt_blijft(
    opslag: Opslag, ijsselland: Risicoscan, tmp_path: Path
) -> None:
    scan = replace(ijsselland, overall_beeld="Kanariepiet en Geelvinkje spraken.")
    opslag.bewaar(opslag.lees(scan.id), Werkstand(scan), NU)
    maak_rapport(scan, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag)
    versies = Scanversies(opslag)
    (voor,) = versies.van(scan.id)
    opslag.wis_naam(re.compile("Kanariepiet"), "manager", "Op 3 augustus is één persoon verwijderd.")
    opslag.wis_naam(re.compile("Geelvinkje"), "arts", "Op 4 augustus nog één.")
    (na,) = versies.van(scan.id)
    assert na.gewist == "Op 3 augustus is één persoon verwijderd.\nOp 4 augustus nog één."
    assert replace(na, gewist="") == voor
    assert versies.lees(na.sleutel) == replace(scan, overall_beeld="manager en arts spraken.")


def test_van_een_rapport_van_voor_de_versies_wordt_gezegd_dat_de_scan_ontbreekt(
    opslag: Opslag, ijsselland: Risicoscan
) -> None:
    opslag.bewaar_rapport(Rapportversie(ijsselland.id, 1, "bestuurlijk", "ab", NU))
    versies = Scanversies(opslag)
    (versie,) = versies.van(ijsselland.id)
    with pytest.raises(InvoerFout, match="niet bewaard"):
        versies.lees(versie.sleutel)


def test_met_de_scan_gaan_ook_haar_versies_en_statuswijzigingen(opslag: Opslag, ijsselland: Risicoscan) -> None:
    rij = Rapportversie(ijsselland.id, 1, "bestuurlijk", "ab", NU)
    opslag.bewaar_rapport(rij, schrijf_scan(ijsselland))
    versies = Scanversies(opslag)
    een = Statuswijziging(NU, ScanStatus.CONCEPT, ScanStatus.TER_BESPREKING, "Adviseur, VNG")
    terug = Statuswijziging(NU, ScanStatus.VASTGESTELD, ScanStatus.CONCEPT, "Adviseur, VNG", "Een fout in topic 3.")
    opslag.bewaar(Werkstand(ijsselland), Werkstand(ijsselland), NU, statussen=(een, terug))
    assert versies.statuswijzigingen(ijsselland.id) == (terug, een)
    opslag.verwijder(ijsselland.id)
    assert versies.van(ijsselland.id) == ()
    assert versies.statuswijzigingen(ijsselland.id) == ()
    assert opslag.lees_versie(rij.sleutel) is None


@pytest.mark.parametrize("waar", ["voeg_status_toe", "status"])
def test_een_status_en_wie_haar_wijzigde_worden_samen_bewaard_of_geen_van_beide(
    opslag: Opslag, ijsselland: Risicoscan, monkeypatch: pytest.MonkeyPatch, waar: str
) -> None:
    meldingen: list[Bewaarmelding] = []
    blad = Werkblad(opslag, ijsselland.id, lambda: NU, meldingen.append)

    def vol(*_wat: object) -> None:
        raise OmgevingFout("De schijf is vol.")

    with monkeypatch.context() as m:
        if waar == "status":
            m.setattr("vtscan_desktop.models.opslag._wijzig_scan", vol)
        else:
            m.setattr(rapportversies, "voeg_status_toe", vol)
        with pytest.raises(OmgevingFout, match="vol"):
            blad.zet_status(ScanStatus.TER_BESPREKING)
    assert [m.fout for m in meldingen] == []  # it was taken back: nothing on the screen is left unkept
    assert blad.scan.status is ScanStatus.CONCEPT
    assert opslag.lees(ijsselland.id).scan.status is ScanStatus.CONCEPT
    assert opslag.statuswijzigingen(ijsselland.id) == ()
    blad.zet_status(ScanStatus.TER_BESPREKING)
    blad.sluit()
    assert opslag.lees(ijsselland.id).scan.status is ScanStatus.TER_BESPREKING
    assert [w.naar for w in opslag.statuswijzigingen(ijsselland.id)] == [ScanStatus.TER_BESPREKING]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(risicoscans())
def test_bevriezen_en_weer_openen_verliest_niets(opslag: Opslag, scan: Risicoscan) -> None:
    if not opslag.bestaat(scan.id):
        opslag.bewaar(None, Werkstand(scan), NU)
    rij = Rapportversie(scan.id, len(opslag.rapportversies(scan.id)) + 1, scan.editie.value, "ab", NU)
    opslag.bewaar_rapport(rij, schrijf_scan(scan))
    assert Scanversies(opslag).lees(rij.sleutel) == scan


def test_terugkijken_in_een_versie_laat_scan_en_tekstversies_zoals_ze_zijn(
    opslag: Opslag, ijsselland: Risicoscan, tmp_path: Path
) -> None:
    maak_rapport(ijsselland, tmp_path / "r.pdf", nu=NU, vervang=False, opslag=opslag)
    actie = ijsselland.topic(3).acties[0]
    veld = rijveld(actie.sleutel, "omschrijving")
    met_rij = replace(ijsselland, titel="Later")
    opslag.bewaar(Werkstand(ijsselland), Werkstand(met_rij), NU, [(veld, Tekstversie(NU, "eerst"))])
    sessie, revisie = Sessie(opslag), opslag.revisie()
    blad = sessie.leesblad(sessie.versies.van(ijsselland.id)[0].sleutel, lambda: NU, lambda _melding: None)
    assert blad.scan == ijsselland
    with pytest.raises(InvoerFout, match="eerdere versie"):
        blad.wijzig(replace(blad.scan, titel="Anders"))
    blad.onthoud_plek("topic-3", "", 0)
    blad.sluit()
    assert opslag.revisie() == revisie
    assert opslag.lees(ijsselland.id).scan == met_rij
    assert opslag.tekstversies(ijsselland.id, veld) == (Tekstversie(NU, "eerst"),)
