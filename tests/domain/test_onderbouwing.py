"""The rationale is correct Dutch, names everything that counts, and never breaks."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.naslag import scan_van
from tests.strategieen import risicoscans
from vtscan_desktop.domain.beoordeling import Beoordeling, beoordeel
from vtscan_desktop.domain.onderbouwing import EIGEN_UITWERKING
from vtscan_desktop.domain.risicoscan import Hertoetsuitkomst, Risicoscan
from vtscan_desktop.domain.voorstel import CATEGORIENAMEN
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel, voorbeeldscan
from vtscan_desktop.uitwisseling.lezen import lees_scanbestand


def van(scan: Risicoscan | str) -> Beoordeling:
    return beoordeel(scan if isinstance(scan, Risicoscan) else scan_van(scan), laad_format(), laad_inspectietabel())


def test_ijsselland_leest_als_op_papier() -> None:
    uit = van(lees_scanbestand(voorbeeldscan()).scan)
    v, o = uit.voorstel, uit.onderbouwing
    assert (v.voorstel, v.status, v.beste, v.slechtste, v.met_afspraken) == (2, "zeker", 2, 2, 2)
    assert v.varianten == ("kwetsbaar", "binnen_afzienbare_tijd")
    assert [(r.id, r.topics) for r in v.regels] == [
        ("in_ontwikkeling", (1, 3, 5, 12, 14, 15)),
        ("meeste_randvoorwaarden", (1, 3, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15)),
        ("pril", (13,)),
    ]
    assert [(a.nr, a.reden) for a in v.afgewaardeerd] == [(7, "geen_afspraak")]
    assert (v.stap_omlaag, v.openstaand, v.beslissend) == (((4,),), (16,), ())
    assert o.regels == (
        "Zes kerntopics zijn nog in ontwikkeling, met een afspraak en een termijn: verbeterplan, wachtlijsten, "
        "bereikbaarheid, positionering, middelen en management.",
        "Sturing en bekostiging is op orde, maar pril.",
        "Van de zestien topics zijn er twaalf nog niet stevig. De systeemgerichte gezinsaanpak telt als niet op orde: "
        "bij de verbetering staat nog niet wie wat doet en wanneer.",
    )
    assert o.slot == (
        "Het voorstel verandert in categorie 3 als het zicht op veiligheid niet op orde blijkt. "
        "Topic 16 is nog niet besproken; dat verandert het voorstel niet."
    )
    assert o.status == "Zeker: ook als topic 16 tegenvalt, blijft het voorstel 2."
    assert [s.code for s in uit.signalen] == [
        "gedragswetenschapper_kwetsbaar",
        "gesprekspartner_ontbreekt",
        "gesprekspartner_ontbreekt",
        "vertrouwensarts_kwetsbaar",
    ]


@pytest.mark.parametrize(
    ("oordelen", "zin"),
    [
        ("iooooooooooooooo-", "Het verbeterplan is nog in ontwikkeling, met een afspraak en een termijn."),
        ("poopooooooooooooo", "Twee kerntopics zijn op orde, maar pril: verbeterplan en zicht op veiligheid."),
        ("nnooooooooooooooo", "Twee topics, waarvan één kern, zijn niet op orde: verbeterplan en hertoets."),
        ("oonoooooooooooooo", "De grip op de wachtlijsten is niet op orde."),
        ("ooooooooooooooooo", "Alle kerntopics zijn op orde"),
        ("oooooonoooooooooo", "Van de andere is er één nog niet stevig"),
        ("ooooooooooo?ooo?o", "De topics 12 en 16 zijn nog niet besproken. Als eerste beslist topic 12."),
        ("?????????????????", "Er is nog geen enkel topic besproken."),
    ],
)
def test_enkelvoud_en_meervoud_kloppen(oordelen: str, zin: str) -> None:
    assert zin in van(oordelen).onderbouwing.volledig


@pytest.mark.parametrize(
    ("oordelen", "zin"),
    [
        ("p????p?p??ooo?p?o", "in categorie 1 als het verbeterplan en het management op orde komen."),
        ("poppopopopioop?oo", "in categorie 1 als de topics 1, 3, 4 en 14 op orde komen."),
        ("pinpnnnnonnpppipi", "in categorie 2 als twee topics op orde komen, bijvoorbeeld de topics 3 en 5."),
        ("n??nn??n?nn??inn?", "in categorie 2 als drie topics op orde komen, waaronder in elk geval topic 4."),
        ("ioninninioioonooo", "een van deze kerntopics op orde komt: wachtlijsten, bereikbaarheid of middelen."),
        (
            "onooooooooooooooo",
            "in categorie 3 als het zicht op veiligheid niet op orde blijkt, en in categorie 2 als een van deze topics "
            "niet op orde blijkt: 1, 3 en 5 tot en met 17.",
        ),
    ],
)
def test_een_stap_zegt_welke_topics_nodig_zijn_welke_zeker_en_welke_een_voorbeeld(oordelen: str, zin: str) -> None:
    assert f" {zin}" in van(oordelen).onderbouwing.volledig


@pytest.mark.parametrize(
    ("oordelen", "zin"),
    [
        ("onooooo?oo?oooo?o", "Voorlopig: het kan nog categorie 2 worden als de topics 8, 11 en 16 tegenvallen."),
        ("onooooo?oo?oooo??", "als de topics 8, 11, 16 en 17 tegenvallen."),
        ("onooo?o?oo?oooo??", "als de vijf open topics tegenvallen."),
        ("nnnnnnnnnnnnnnnn?", "Zeker: ook als topic 17 tegenvalt, blijft het voorstel 3."),
    ],
)
def test_tot_vier_open_topics_worden_genoemd_en_meer_geteld(oordelen: str, zin: str) -> None:
    assert zin in van(oordelen).onderbouwing.status


def test_de_hertoets_die_een_beter_voorstel_tegenhoudt_wordt_genoemd() -> None:
    uit = van(scan_van("o" * 17, Hertoetsuitkomst.VERSCHERPT_TOEZICHT))
    assert "Zolang de uitkomst van de hertoets zo blijft" in uit.onderbouwing.slot


@settings(max_examples=60)
@given(risicoscans(), st.sampled_from(Hertoetsuitkomst))
def test_de_onderbouwing_noemt_alles_en_is_gewone_tekst(scan: Risicoscan, hertoets: Hertoetsuitkomst) -> None:
    uit = van(replace(scan, hertoets=replace(scan.hertoets, uitkomst=hertoets)))
    v, tekst = uit.voorstel, uit.onderbouwing.volledig
    assert EIGEN_UITWERKING in tekst
    assert all(regel.bron in tekst and regel.tekst and regel.kop for regel in v.regels)
    assert v.voorstel is None or CATEGORIENAMEN[v.voorstel] in tekst
    assert bool(uit.onderbouwing.omhoog) == bool(v.stap_omhoog)
    assert bool(uit.onderbouwing.omlaag) == bool(v.stap_omlaag)
    assert bool(uit.onderbouwing.open) == bool(v.openstaand)
    assert len(uit.onderbouwing.regels) == max(1, len(v.regels))
    assert not re.search(r"  |\.\.|\bNone\b|\{|één [a-z]*topics|één topics| ,| \.", tekst)
    assert all(regel[0].isupper() and regel.endswith((".", ".)")) for regel in tekst.split("\n"))
