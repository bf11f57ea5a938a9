"""A person taken out is nowhere in the files any more, to the last byte of the last page; a report's hash stays."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.models.ontcijferd import ontcijfer
from vtscan_desktop.domain.errors import InvoerFout
from vtscan_desktop.domain.risicoscan import (
    Actie,
    Gesprek,
    GesprekSoort,
    Notitie,
    Oordeel,
    Risicoscan,
    Vaststelling,
    Wie,
)
from vtscan_desktop.domain.tekstversies import Tekstversie, rijveld
from vtscan_desktop.domain.werkstand import Kladrij, Werkstand
from vtscan_desktop.domain.wissen import VERWIJDERD, fragmenten, maak_patroon, wis_uit
from vtscan_desktop.models.opslag import Opslag, Rapportversie, Versiesleutel
from vtscan_desktop.models.paginas import walbestand
from vtscan_desktop.services import persoon
from vtscan_desktop.services.reservekopieen import lijst, maak_reservekopie, reservemap
from vtscan_desktop.services.scanteksten import rijsleutels
from vtscan_desktop.services.scanversies import Scanversies
from vtscan_desktop.uitwisseling.schrijven import schrijf_scan

NU = datetime(2026, 11, 27, 14, 2, 11, tzinfo=UTC)
WACHTWOORD = "een lang wachtwoord"
NAAM = "Kanariëgraaf"
BYTES = (NAAM.encode(), NAAM.lower().encode(), b"Kanarie", b"kanarie")


def _niets(_tekst: str, _stap: int, _van: int) -> None:
    """Nobody looks how far it is."""


def _scan() -> Risicoscan:
    """A scan with the name in every kind of place."""
    leeg = Risicoscan("6f6c8a52-0a0c-4b8e-9f3c-2d6b1f1e2016", "ijsselland", date(2016, 7, 11))
    topic = replace(
        leeg.topic(3),
        toelichting=f"Volgens mevrouw {NAAM} gaat het goed. {NAAM.upper()} zei dat.",
        oordeel=Oordeel.IN_ONTWIKKELING,
        acties=(Actie("Vraag het " + NAAM, NAAM),),
    )
    return replace(
        leeg.met_topic(topic),
        titel=f"Scan met {NAAM}",
        overall_beeld=f"{NAAM} knikt.",
        gesprekken=(Gesprek("g1", date(2016, 7, 1), GesprekSoort.INSTELLING, (Wie("manager", "VT", f"A. {NAAM}"),)),),
        notities=(Notitie(NU, f"{NAAM}: van 45 naar 33", gesprek="g1"), Notitie(NU, "een ander")),
        vaststelling=Vaststelling(2, f"zie {NAAM}"),
    )


@pytest.fixture
def opslag(tmp_path: Path) -> Iterator[Opslag]:
    """A database with the name in a scan, a row in the making, a version, a report, a word, a setting and a backup."""
    scan = _scan()
    with Opslag.maak(tmp_path / "scans.vtdb", WACHTWOORD) as geopend:
        klad = (Kladrij("documenten", 0, (f"stuk van {NAAM}", 'met "aanhaling"'), echt=False),)
        versie = (("overall_beeld", Tekstversie(NU, f"Eerst zei {NAAM} iets anders.")),)
        geopend.bewaar(None, Werkstand(scan, klad), NU, versie)
        rapport = Rapportversie(scan.id, 1, "bestuurlijk", "ab" * 32, NU)
        geopend.bewaar_rapport(rapport, schrijf_scan(scan))
        geopend.leer_woord(NAAM)
        geopend.bewaar_instelling("notitie", f"bel {NAAM}")
        assert geopend.zoek(NAAM)
        maak_reservekopie(geopend, NU)
        yield geopend


def _staat_erin(pad: Path, opslag: Opslag) -> bool:
    inhoud = ontcijfer(pad, opslag.sleutelpaar)
    assert b"ijsselland" in inhoud  # it was really decrypted
    return any(deel in inhoud for deel in BYTES)


def _wis(opslag: Opslag, vervanging: str = "manager") -> persoon.Wisuitkomst:
    return persoon.wis(opslag, persoon.maak_plan(opslag, (NAAM,), vervanging), NU, _niets)


def test_de_woorden_om_een_naam_zijn_de_tekst_zelf_en_niet_hoe_zij_is_verpakt(opslag: Opslag) -> None:
    plekken = persoon.maak_plan(opslag, (NAAM,), "").plekken
    verpakt = [
        p.fragment for p in plekken if p.waar in ("wat bij een gemaakt rapport is bewaard", "half ingevulde rijen")
    ]
    assert f"stuk van {NAAM}" in verpakt
    assert f"{NAAM} knikt." in verpakt
    assert not [fragment for fragment in verpakt if '": ' in fragment]


def test_na_het_verwijderen_staat_de_naam_in_geen_byte_van_database_wal_of_kopie(opslag: Opslag) -> None:
    [kopie] = lijst(opslag.pad)
    assert _staat_erin(opslag.pad, opslag)
    assert _staat_erin(kopie.pad, opslag)
    uitkomst = _wis(opslag)
    assert uitkomst.kopieen == 1
    assert uitkomst.mislukt == ()
    assert not _staat_erin(opslag.pad, opslag)
    assert not _staat_erin(kopie.pad, opslag)
    opslag.sluit()
    assert not _staat_erin(opslag.pad, opslag)


def test_wat_er_verder_stond_staat_er_nog(opslag: Opslag) -> None:
    _wis(opslag)
    werkstand = opslag.lees(_scan().id)
    scan = werkstand.scan
    assert scan.titel == "Scan met manager"
    assert scan.topic(3).toelichting == "Volgens mevrouw manager gaat het goed. manager zei dat."
    assert scan.gesprekken[0].met == (Wie("manager", "VT", ""),)
    assert [n.tekst for n in scan.notities] == ["manager: van 45 naar 33", "een ander"]
    assert werkstand.klad[0].cellen[:2] == ("stuk van manager", 'met "aanhaling"')
    assert [v.tekst for v in opslag.tekstversies(scan.id, "overall_beeld")] == ["Eerst zei manager iets anders."]
    assert opslag.eigen_woorden() == frozenset()
    assert opslag.zoek(NAAM) == ()
    assert len(opslag.zoek("van 45 naar")) == 1


def test_ook_uit_het_kenmerk_van_een_gesprek_en_alles_blijft_erbij_horen(opslag: Opslag) -> None:
    """A file that was imported can have such ids; the program itself makes none."""
    scan, oud = opslag.lees(_scan().id), f"met/{NAAM}"
    gesprek = Gesprek(oud, date(2016, 7, 2), GesprekSoort.INSTELLING, locatie="Zwolle")
    notitie = Notitie(NU, "gezegd", gesprek=oud)
    ander = replace(scan.scan, gesprekken=(gesprek,), notities=(notitie,))
    ander = ander.met_topic(replace(ander.topic(3), bronnen=(oud,)))
    versie = (rijveld(oud, "locatie"), Tekstversie(NU, "Deventer"))
    opslag.bewaar(scan, replace(scan, scan=ander, klad=()), NU, (versie,))
    opslag.zet_vinkje(ander.id, oud, "3.2-vijf-dagen", aan=True)
    assert {"bronnen van topics", "vinkjes bij de leidraad"} <= {
        plek.waar for plek in persoon.maak_plan(opslag, (NAAM,), "manager").plekken
    }
    _wis(opslag)
    assert not _staat_erin(opslag.pad, opslag)
    nieuw = opslag.lees(ander.id).scan
    assert [g.id for g in nieuw.gesprekken] == ["met/manager"]
    assert nieuw.topic(3).bronnen == (nieuw.notities[0].gesprek,) == ("met/manager",)
    assert opslag.vinkjes(ander.id) == {("met/manager", "3.2-vijf-dagen")}
    opslag.vergeet_tekstversies(ander.id, rijsleutels(opslag.lees(ander.id)))
    assert [v.tekst for v in opslag.tekstversies(ander.id, rijveld("met/manager", "locatie"))] == ["Deventer"]


def test_een_bevroren_versie_houdt_haar_hash_en_zegt_wat_eruit_ging(opslag: Opslag) -> None:
    _wis(opslag)
    [rapport] = opslag.rapportversies(_scan().id)
    assert rapport.sha256 == "ab" * 32
    assert rapport.gewist == "Op 27 november 2026 zijn op verzoek gegevens van een persoon verwijderd."
    terug = Scanversies(opslag).lees(Versiesleutel(_scan().id, 1, "bestuurlijk"))
    assert terug.titel == "Scan met manager"
    verschillend = [f.name for f in fields(terug) if getattr(terug, f.name) != getattr(_scan(), f.name)]
    assert set(verschillend) <= {"titel", "topics", "overall_beeld", "gesprekken", "notities", "vaststelling"}


def test_het_plan_noemt_elke_plek_en_de_rapporten_die_buiten_bereik_zijn(opslag: Opslag) -> None:
    plan = persoon.maak_plan(opslag, (NAAM,), "manager")
    waar = {plek.waar for plek in plan.plekken}
    assert waar >= {
        *("titel", "topics", "acties", "gesprekspartners", "notities", "overall beeld", "half ingevulde rijen"),
        *("eerdere versies van teksten", "wat bij een gemaakt rapport is bewaard", "instellingen"),
        *("motivering van de vaststelling", "woorden die de spelling leerde"),
    }
    assert plan.rapporten == ("IJsselland, 11 juli 2016: versie 1 (bestuurlijk), gemaakt op 27 november 2026",)
    assert len(plan.kopieen) == 1
    assert _staat_erin(opslag.pad, opslag)  # a plan changes nothing
    assert persoon.vat_samen(plan)[0].startswith("IJsselland, 11 juli 2016: ")


def test_de_functie_komt_in_de_plaats_als_die_bekend_is(opslag: Opslag) -> None:
    assert persoon.stel_vervanging_voor(opslag, (NAAM,)) == "manager"
    assert persoon.stel_vervanging_voor(opslag, ("Iemand anders",)) == VERWIJDERD


def test_een_kopie_met_een_ander_wachtwoord_wordt_genoemd_en_met_rust_gelaten(opslag: Opslag, tmp_path: Path) -> None:
    vreemd = tmp_path / "reservekopieen" / "scans-oud.vtdb"
    Opslag.maak(vreemd, "van vroeger geweest").sluit()
    eerst = vreemd.read_bytes()
    plan = persoon.maak_plan(opslag, (NAAM,), "manager")
    assert plan.gesloten_kopieen == (vreemd,)
    persoon.wis(opslag, plan, NU, _niets)
    assert vreemd.read_bytes() == eerst


@pytest.mark.parametrize("namen", [(), ("",), ("  ", "x"), ("Jo",)])
def test_een_te_korte_naam_wordt_geweigerd(opslag: Opslag, namen: tuple[str, ...]) -> None:
    with pytest.raises(InvoerFout, match="minstens 3"):
        persoon.maak_plan(opslag, namen, "")


@given(st.text(max_size=60), st.lists(st.text(min_size=3, max_size=12), min_size=1, max_size=3))
def test_een_patroon_is_nooit_een_opdracht_en_wat_gewist_is_staat_er_niet_meer(tekst: str, namen: list[str]) -> None:
    patroon = maak_patroon(namen)
    if patroon is not None:
        assert fragmenten(wis_uit(tekst, patroon, "§"), patroon) == () or patroon.search("§")


def test_alleen_hele_woorden_en_in_elke_schrijfwijze() -> None:
    patroon = maak_patroon(["de Vries", "Vries"])
    assert patroon is not None
    assert (
        wis_uit("DE  VRIES, de\nVries en Vries' map; Vriesland niet", patroon, "X") == "X, X en X' map; Vriesland niet"
    )


@pytest.mark.parametrize("vorm", ["NFC", "NFD"])
def test_een_naam_zonder_accent_is_niet_die_met_hoe_dat_accent_ook_is_geschreven(vorm: Literal["NFC", "NFD"]) -> None:
    tekst, patroon = unicodedata.normalize(vorm, "José en Jose, André."), maak_patroon(["Jose"])
    assert patroon is not None
    assert wis_uit(tekst, patroon, "X") == unicodedata.normalize(vorm, "José en X, André.")


@pytest.mark.parametrize("apostrof", "'’‘ʼ`´")
@pytest.mark.parametrize("streep", "-\u2010\u2011")
def test_een_naam_gaat_eruit_met_welke_apostrof_en_welk_streepje_zij_ook_is_geschreven(
    apostrof: str, streep: str
) -> None:
    for getypt in ("Jan-Piet van 't Hof", f"Jan{streep}Piet van {apostrof}t Hof"):
        patroon = maak_patroon([getypt])
        assert patroon is not None
        assert wis_uit(f"Volgens Jan{streep}Piet van {apostrof}t Hof.", patroon, "X") == "Volgens X."
        assert wis_uit("Volgens Jan-Piet van 't Hof.", patroon, "X") == "Volgens X."


@pytest.mark.parametrize("lengte", [290, 300, 5_000])
def test_van_de_rest_van_een_tekst_gaat_geen_letter_weg(lengte: int) -> None:
    patroon = maak_patroon(["Kok"])
    assert patroon is not None
    rest = " zei het.".ljust(lengte - 13, "x") + " Tot slot."
    gewist = wis_uit(f"Kok{rest}", patroon, "gedragswetenschapper van de instelling")
    assert gewist.endswith(rest)
    assert len(gewist) <= 300 or lengte > 300


def test_een_lange_rij_in_de_maak_houdt_al_haar_woorden(opslag: Opslag) -> None:
    stand = opslag.lees(_scan().id)
    rij = Kladrij(
        "acties/3", 9, (f"Bel {NAAM} " + "x" * 290, f"van {NAAM.split()[0]}\nVis", "", "", "", "k"), echt=False
    )
    opslag.bewaar(stand, replace(stand, klad=(rij,)), NU)
    persoon.wis(opslag, persoon.maak_plan(opslag, (NAAM, f"{NAAM} Vis"), "gedragswetenschapper"), NU, _niets)
    [gewist] = opslag.lees(_scan().id).klad
    assert gewist.cellen[0] == "Bel gedragswetenschapper " + "x" * 290
    assert gewist.cellen[1] == "van gedragswetenschapper"


def test_een_naam_die_ook_een_regio_is_laat_de_scan_bij_een_rapport_leesbaar(opslag: Opslag) -> None:
    persoon.wis(opslag, persoon.maak_plan(opslag, ("IJsselland",), "manager"), NU, _niets)
    assert Scanversies(opslag).lees(Versiesleutel(_scan().id, 1, "bestuurlijk")).regio == "ijsselland"


def test_een_opzij_gezette_database_met_wal_wordt_in_haar_geheel_geschoond(opslag: Opslag) -> None:
    opslag.bewaar_instelling("later", f"ook {NAAM}")
    opzij = reservemap(opslag.pad) / "scans-vervangen-20161127-140211-000000.vtdb"
    shutil.copyfile(opslag.pad, opzij)
    shutil.copyfile(walbestand(opslag.pad), walbestand(opzij))
    assert _wis(opslag).mislukt == ()
    assert not walbestand(opzij).exists()
    assert not _staat_erin(opzij, opslag)
    with Opslag.open(opzij, WACHTWOORD) as weer:
        assert weer.lees_instelling("later") == "ook manager"


def test_een_kopie_van_na_het_plan_wordt_ook_geschoond(opslag: Opslag) -> None:
    plan = persoon.maak_plan(opslag, (NAAM,), "manager")
    later = maak_reservekopie(opslag, NU)
    assert _staat_erin(later.pad, opslag)
    assert persoon.wis(opslag, plan, NU, _niets).kopieen == 2
    assert not _staat_erin(later.pad, opslag)
