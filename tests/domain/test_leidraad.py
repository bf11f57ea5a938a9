"""The leidraad holds what an adviser needs at the table, and says of all of it where it comes from."""

from __future__ import annotations

import re

import pytest

from vtscan_desktop.domain.risicoscan import TOPIC_NRS
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel

BASIS = "Veilig Thuis – basis op orde, tussenrapportage ondersteuningsprogramma (VNG, 2016)"
LANDELIJK = "Raadsplein Zwolle, 5 september 2016: landelijk rapport stap 1"
ONDERZOEK = "Raadsplein Zwolle, 5 september 2016: Onderzoek Veilig Thuis IJsselland en de regionale samenwerking (2016)"
GOOI = "Regio Gooi en Vechtstreek, Voorstel impuls Veilig Thuis (maart 2021)"
DIEMEN = "Gemeente Diemen, Informatie van de wethouder over het IGJ-onderzoek (oktober 2024)"
AEF = "Andersson Elffers Felix, Samen werken aan een veilig thuis: analyse samenwerkingsafspraken (november 2020)"
TITELS = {
    BASIS,
    LANDELIJK,
    ONDERZOEK,
    GOOI,
    DIEMEN,
    AEF,
    "Raadsplein Zwolle, 5 september 2016: inspectierapport IJsselland stap 1 (november 2015)",
    "Raadsplein Zwolle, 5 september 2016: beantwoording raadsvragen wachtlijst (mei 2016)",
}

LEIDRAAD = laad_format().leidraad
VRAGEN = [(topic.nr, vraag) for topic in LEIDRAAD.topics for vraag in topic.vragen]
ALLES = [*VRAGEN, *((topic.nr, let_op) for topic in LEIDRAAD.topics for let_op in topic.let_op)]


def topics_met(bron: str) -> set[int]:
    """The topics with a question or remark whose source starts so."""
    return {nr for nr, deel in ALLES if deel.bron.startswith(bron)}


def test_elk_topic_heeft_drie_tot_zeven_vragen_en_iets_om_op_te_letten() -> None:
    assert tuple(topic.nr for topic in LEIDRAAD.topics) == TOPIC_NRS
    assert all(LEIDRAAD.topic(nr).nr == nr for nr in TOPIC_NRS)
    for topic in LEIDRAAD.topics:
        assert 3 <= len(topic.vragen) <= 7, topic.nr
        assert topic.let_op, topic.nr


def test_elke_vraag_heeft_een_eigen_id_dat_zegt_bij_welk_topic_zij_hoort() -> None:
    assert len({vraag.id for _, vraag in VRAGEN}) == len(VRAGEN)
    for nr, vraag in VRAGEN:
        assert re.fullmatch(rf"{nr}\.[1-7]-[a-z0-9-]+", vraag.id), vraag.id


def test_elke_vraag_vraagt_iets_en_elke_opmerking_is_een_hele_zin() -> None:
    assert all("?" in vraag.tekst for _, vraag in VRAGEN)
    assert all(let_op.tekst.endswith(".") for topic in LEIDRAAD.topics for let_op in topic.let_op)
    assert len({deel.tekst for _, deel in ALLES}) == len(ALLES)


def test_elke_bron_is_een_bekende_titel_met_een_plaats_erin() -> None:
    assert {deel.herkomst.titel for _, deel in ALLES} == TITELS
    for nr, deel in ALLES:
        titel = next((titel for titel in TITELS if deel.bron.startswith(f"{titel}, ")), None)
        assert titel is not None, (nr, deel.bron)
        assert len(deel.bron) > len(titel) + 5, (nr, deel.bron)
    assert {titel for titel in TITELS if topics_met(titel)} == TITELS


def test_aangevulde_topics_zeggen_dat_en_waarom() -> None:
    assert [topic.nr for topic in laad_format().topics if topic.aangevuld] == [14, 15, 16, 17]


def test_alle_verwachtingen_van_stap_1_komen_aan_bod() -> None:
    genoemd = set()
    for _, deel in ALLES:
        if deel.bron.startswith(LANDELIJK) and "verwachting" in deel.bron:
            genoemd |= set(re.findall(r"\b\d\.\d\.\d\b", deel.bron))
            if "2.2.1 t/m 2.2.3" in deel.bron:
                genoemd.add("2.2.2")
    codes = {code for code, _ in laad_inspectietabel().regios[0].scores}
    assert genoemd == codes | {"3.1.1"}


@pytest.mark.parametrize(
    ("paragraaf", "topics"),
    [
        ("§ 1.3", {9, 12, 13}),
        ("§ 1.4, Inhoudelijke kwaliteit", {3, 6, 7}),
        ("§ 1.4, Visie en positionering Veilig Thuis", {9, 10, 11}),
        ("§ 1.4, Bestuurskracht", {13, 14, 16}),
        ("§ 1.4, Conclusies", {9, 17}),
        ("§ 1.5", {13, 18}),
    ],
)
def test_basis_op_orde_staat_bij_de_topics_waar_het_over_gaat(paragraaf: str, topics: set[int]) -> None:
    assert topics <= topics_met(f"{BASIS}, {paragraaf}")


def test_de_termijnen_staan_bij_de_wachtlijsten_en_bij_de_cijfers() -> None:
    vragen = {vraag.tekst: vraag.bron for vraag in LEIDRAAD.topic(3).vragen}
    assert any("vijf dagen" in tekst and bron.endswith("verwachting 1.2.4") for tekst, bron in vragen.items())
    assert any("vijf werkdagen" in tekst and bron.startswith(DIEMEN) for tekst, bron in vragen.items())
    assert any("tien weken" in tekst and bron.endswith("verwachting 1.2.5") for tekst, bron in vragen.items())
    assert any("vijf werkdagen" in v.tekst and "tien weken" in v.tekst for v in LEIDRAAD.topic(19).vragen)


def test_de_zeven_criteria_voor_afspraken_met_lokale_teams_staan_er_alle_zeven() -> None:
    gevonden = {
        vraag.tekst[0]: vraag.bron for nr in (10, 11) for vraag in LEIDRAAD.topic(nr).vragen if vraag.tekst[1] == "."
    }
    assert gevonden == {letter: f"{AEF}, § 2.3, {letter.upper()}" for letter in "abcdefg"}


def test_de_vijf_typen_lokale_teams_staan_bij_de_lokale_structuren() -> None:
    (vraag,) = [vraag for vraag in LEIDRAAD.topic(10).vragen if "§ 2.5" in vraag.bron]
    assert vraag.bron.startswith(AEF)
    for kenmerk in ("alle taken", "veiligheid", "anderhalvelijns", "nuldelijns", "indicatie"):
        assert kenmerk in vraag.tekst


def test_de_vier_vragen_van_de_igj_staan_bij_wachtlijsten_en_zicht_op_veiligheid() -> None:
    gevonden = [
        (nr, vraag.bron[-2]) for nr, vraag in VRAGEN if vraag.bron.startswith(DIEMEN) and "(vraag " in vraag.bron
    ]
    assert gevonden == [(3, "1"), (3, "2"), (4, "3"), (4, "4")]


def test_groei_en_capaciteit_uit_het_gooi_staan_bij_middelen_en_cijfers() -> None:
    assert {3, 8, 14, 18, 19, 20} <= topics_met(GOOI)
    assert any("1.620" in let_op.tekst and "1.459" in let_op.tekst for let_op in LEIDRAAD.topic(14).let_op)


def test_het_ontwikkelmodel_staat_onderdeel_voor_onderdeel_bij_management() -> None:
    delen = [
        re.findall(r"organisatie-ontwikkelmodel: (\w+)\)$", vraag.bron)
        for vraag in LEIDRAAD.topic(15).vragen
        if vraag.bron.startswith(ONDERZOEK)
    ]
    assert delen == [["visie"], ["strategie"], ["structuur"], ["cultuur"], ["resultaten"]]


def test_elke_bron_staat_een_keer_genoemd_met_alle_plaatsen_daarin() -> None:
    for topic in LEIDRAAD.topics:
        regels = LEIDRAAD.bronnen(topic.nr)
        for deel in (*topic.vragen, *topic.let_op):
            titel = deel.herkomst.titel
            [regel] = [regel for regel in regels if regel.startswith(f"{titel}: ")]
            genoemd = regel.removeprefix(f"{titel}: ").split("; ")
            assert all(genoemd.count(plaats) == 1 for plaats in deel.bron.removeprefix(f"{titel}, ").split("; "))
