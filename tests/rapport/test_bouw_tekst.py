"""User text comes out as typed: nothing in it acts, nothing of it is lost."""

from __future__ import annotations

import re
import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rapport.bouwproef import bouw, ijsselland, lees, plat
from tests.strategieen import risicoscans
from vtscan_desktop.domain import risicoscan as r
from vtscan_desktop.rapport import letters
from vtscan_desktop.rapport.afbreken import breekplaatsen
from vtscan_desktop.rapport.blokken import Alinea
from vtscan_desktop.rapport.stijlen import Letter
from vtscan_desktop.rapport.tekstblok import Stuk, zet

OPMAAK = '<b>vet</b> & "q" <img src="/etc/passwd"/> <para> &amp; {x} %s €'


def zonder_wit(tekst: str) -> str:
    return re.sub(r"\s+", "", tekst)


def _vervang(waarde: Any, teller: list[int]) -> Any:
    """Every text of a value replaced by markup with its own number; ids and region stay."""
    if isinstance(waarde, tuple):
        return tuple(_vervang(deel, teller) for deel in waarde)
    if not is_dataclass(waarde) or isinstance(waarde, type):
        return waarde
    nieuw = {}
    for veld in fields(waarde):
        inhoud = getattr(waarde, veld.name)
        if type(inhoud) is str and veld.name not in ("id", "sleutel", "regio", "format", "naam", "locatie"):
            teller.append(len(teller))
            nieuw[veld.name] = f"{OPMAAK}[{teller[-1]}]"
        elif veld.name not in ("bronnen", "notities"):
            nieuw[veld.name] = _vervang(inhoud, teller)
    return replace(waarde, **nieuw)


def _voorbeeld_met_alles() -> r.Risicoscan:
    scan = ijsselland()
    zienswijze = r.Zienswijze(r.Partij.WETHOUDER, per_topic=(r.TopicZienswijze(3),))
    return replace(
        scan,
        gesprekken=(r.Gesprek("g1", scan.peildatum, r.GesprekSoort.AMBTELIJK, (r.Wie(),)),),
        zienswijzen=(zienswijze,),
        vaststelling=r.Vaststelling(1),
    )


def test_opmaak_in_elk_veld_komt_er_letterlijk_uit(tmp_path: Path) -> None:
    teller: list[int] = []
    scan = _vervang(_voorbeeld_met_alles(), teller)
    assert len(teller) > 100
    tekst = zonder_wit(lees(bouw(scan).pdf, tmp_path))
    kwijt = [nr for nr in teller if zonder_wit(f"{OPMAAK}[{nr}]") not in tekst]
    assert kwijt == []


def test_tekst_van_gebruikers_opent_geen_bestand(tmp_path: Path) -> None:
    geopend: list[str] = []
    bouw(ijsselland())
    aan = True

    def luister(gebeurtenis: str, argumenten: tuple[Any, ...]) -> None:
        if aan and gebeurtenis == "open" and isinstance(argumenten[0], str):
            geopend.append(argumenten[0])

    sys.addaudithook(luister)
    geheim = tmp_path / "geheim.png"
    bouw(replace(ijsselland(), overall_beeld=f'<img src="{geheim}"/><img src="file://{geheim}"/>'))
    aan = False
    assert not [pad for pad in geopend if "geheim" in pad]


@pytest.mark.parametrize("tekst", ["x" * 100_000, "woord " * 16_666, "é" * 99_999 + "e", "a\n" * 5_000])
def test_de_langste_tekst_past_en_verliest_geen_teken(tekst: str, tmp_path: Path) -> None:
    scan = ijsselland().met_topic(replace(ijsselland().topic(3), toelichting=tekst))
    gelezen = lees(bouw(scan).pdf, tmp_path, "-raw", "-f", "5", "-x", "50", "-y", "82", "-W", "500", "-H", "715")
    # The whole width below the repeated head and the name of the topic: all comes back in order over lines and pages.
    assert zonder_wit(tekst) in zonder_wit(gelezen)


def test_regels_en_inspringingen_blijven(tmp_path: Path) -> None:
    scan = replace(ijsselland(), overall_beeld="eerste\n\n    ingesprongen\n\ttab   drie spaties\nlaatste")
    blad = lees(bouw(scan).pdf, tmp_path, "-layout", "-l", "1")
    assert re.search(r"^eerste\n+ +ingesprongen\n+ +tab +drie spaties\n+laatste", blad, re.MULTILINE)


@pytest.mark.parametrize("merk", ["-", "•", "1.", "12)", "a)", "   -"])
def test_onder_een_punt_van_een_getypte_lijst_staat_de_tekst_recht(merk: str, tmp_path: Path) -> None:
    punt = f"{merk} Xeen {'Xkwik Xkwek Xkwak ' * 9}"
    kaart = r.InKaart(f"Xaanloop {'Xtot Xhier ' * 12}\n{punt}\n{punt.replace('Xeen', 'Xtwee')}\nXslot")
    bbox = lees(bouw(replace(ijsselland(), in_kaart=kaart)).pdf, tmp_path, "-bbox")

    def links(*woorden: str) -> list[float]:
        return [float(x) for x in re.findall(rf'xMin="([\d.]+)".*>(?:{"|".join(woorden)})<', bbox)]

    [rand], [een, twee] = links("Xaanloop"), links("Xeen", "Xtwee")
    assert een == twee > rand + 3
    assert links("Xkwik", "Xkwek", "Xkwak").count(een) >= 2
    assert rand not in links("Xkwik", "Xkwek", "Xkwak")
    assert links("Xslot") == [rand]


def test_een_streepje_midden_in_een_regel_begint_geen_punt() -> None:
    letters.registreer()
    for tekst in ("Kosten - en baten - " * 20, "2016 was het jaar waarin " * 10, "-niet " * 60):
        assert {regel.inspring for regel in zet([Stuk(tekst)], 200.0, set())} == {0.0}


def test_een_bedrag_blijft_bij_zijn_euroteken() -> None:
    letters.registreer()
    for breedte in range(60, 200, 7):
        regels = zet([Stuk("Dit kost per jaar nog € 1.250.000 extra voor de regio")], float(breedte), set())
        teksten = ["".join(segment.run.tekst for segment in regel.segmenten).strip() for regel in regels]
        assert [tekst for tekst in teksten if tekst.endswith("€")] == []


@pytest.mark.parametrize("teken", ["Ж", "Ω", "₿", "😀", "✅", "🧿", "ẍ", "→", "Ǆ"])
def test_tekens_buiten_het_lettertype_komen_uit_een_ander(teken: str, tmp_path: Path) -> None:
    bouwsel = bouw(replace(ijsselland(), overall_beeld=f"teken {teken} hier"))
    assert bouwsel.meldingen == ()
    assert f"teken {teken} hier" in plat(lees(bouwsel.pdf, tmp_path, "-l", "1"))


@pytest.mark.parametrize("teken", ["漢", "\U00010348", "ש", "\x01", "\ue000", "\U0010ffff"])
def test_een_teken_dat_niemand_heeft_wordt_gemeld(teken: str) -> None:
    bouwsel = bouw(replace(ijsselland(), overall_beeld=f"teken {teken} hier"))
    assert len(bouwsel.meldingen) == 1
    assert f"U+{ord(teken):04X}" in bouwsel.meldingen[0]


@pytest.mark.parametrize("tekst", ["漢字", "שלום", "👨‍👩‍👧", "👍🏽", "e\u0301", "q\u0301", "a\u0323\u0302"])
def test_ook_wat_anders_getekend_wordt_is_leesbaar_zoals_getypt(tekst: str, tmp_path: Path) -> None:
    bouwsel = bouw(replace(ijsselland(), overall_beeld=f"begin {tekst} eind"))
    gelezen = plat(re.sub("[\u202a-\u202e]", "", lees(bouwsel.pdf, tmp_path, "-l", "1")))
    assert re.search(rf"begin ?{tekst} ?eind", gelezen)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
@settings(max_examples=50)
def test_verdelen_over_lettertypen_raakt_niets_kwijt(tekst: str) -> None:
    runs = letters.verdeel(Letter.GEWOON, tekst, set())
    assert "".join(run.tekst if run.werkelijk is None else run.werkelijk for run in runs) == tekst


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), st.floats(30, 500))
@settings(max_examples=50)
def test_regels_passen_en_verliezen_geen_teken(tekst: str, breedte: float) -> None:
    regels = zet([Stuk(tekst)], breedte, set())
    assert all(regel.breedte <= breedte + 0.01 for regel in regels)
    runs = [s.run for regel in regels for s in regel.segmenten]
    assert zonder_wit("".join(run.tekst if run.werkelijk is None else run.werkelijk for run in runs)) == zonder_wit(
        tekst
    )


@given(risicoscans())
@settings(max_examples=15)
def test_van_elke_geldige_scan_komt_een_rapport(scan: r.Risicoscan) -> None:
    bouwsel = bouw(scan)
    assert bouwsel.pdf.startswith(b"%PDF-")
    assert [vak.veld for vak in bouwsel.vakken] == ["adviseur", "wethouder", "bestuurder"]


def test_afbreken_laat_namen_getallen_en_korte_woorden_heel() -> None:
    for woord in (
        "IJsselland",
        "Samenwerking",
        "VNG-vergadering",
        "2016/2017",
        "wachtlijst1",
        "korte",
        "a@gemeente.nl",
    ):
        assert breekplaatsen(woord) == ()
    assert breekplaatsen("gezinsaanpak") == (6,)
    assert breekplaatsen("(gezinsaanpak),") == (7,)
    assert 2 not in breekplaatsen("coördinatoren")


def test_een_woord_met_een_hoofdletter_dat_op_geen_regel_past_krijgt_een_streepje() -> None:
    letters.registreer()

    def regels(tekst: str, breedte: float) -> list[str]:
        gezet = zet([Stuk(tekst)], breedte, set())
        return ["".join(segment.run.tekst for segment in regel.segmenten).strip() for regel in gezet]

    assert regels("Gemeenschappelijke regeling", 85.0) == ["Gemeenschappe-", "lijke regeling"]
    assert regels("De Gemeenschappelijke", 100.0) == ["De", "Gemeenschappelijke"]  # may be a name: whole where it can


@given(st.lists(st.sampled_from(["gezinsaanpak", "veiligheidsplannen", "de", "en"]), max_size=60), st.floats(60, 300))
@settings(max_examples=50)
def test_een_afgebroken_woord_is_als_geheel_te_lezen(woorden: list[str], breedte: float) -> None:
    regels = zet([Stuk(" ".join(woorden))], breedte, set())
    gelezen = "".join(
        s.run.tekst if s.run.werkelijk is None else s.run.werkelijk for r_ in regels for s in r_.segmenten
    )
    assert gelezen.split() == woorden
    op_rij = "".join("x" if regel.afgebroken else " " for regel in regels)
    assert "xxx" not in op_rij
    assert all(regel.breedte <= breedte + 0.01 for regel in regels)


def test_een_woord_wordt_niet_over_twee_bladzijden_verdeeld() -> None:
    alinea = Alinea(Stuk("De veiligheidsplannen voor de gezinsaanpak en samenwerkingsafspraken. " * 40), onbekend=set())
    breedte = 150.0
    regels = alinea.regels(breedte)
    assert any(regel.afgebroken for regel in regels)
    for i, regel in enumerate(regels[3:-3], 3):
        if regel.afgebroken:
            eerste, _ = alinea.splits(breedte, (i + 1) * alinea.regelhoogte)
            assert isinstance(eerste, Alinea)
            assert not eerste.regels(breedte)[-1].afgebroken
