"""What ships is what was agreed on, and is found."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from unicodedata import category

import pytest
from fontTools.ttLib import TTFont

import vtscan_desktop
from vtscan_desktop.domain.risicoscan import KERN_NRS
from vtscan_desktop.hulpbronnen import (
    hulpbronnenmap,
    laad_format,
    laad_inspectietabel,
    laad_regiolijst,
    laad_regios,
    lettertype,
    regionaam,
    schema,
    voorbeeldscan,
)

KORT = (
    "Inspectierapport en verbeterplan, Hertoets inspectie, Wachtlijsten, Zicht op veiligheid, Bereikbaarheid, "
    "Deskundigheid, Systeemgerichte gezinsaanpak, Registratie en beleidsinformatie, Visie op de positie, "
    "Lokale structuren, Vraagstukken, Visie op positionering, Sturing en bekostiging, Middelen en capaciteit, "
    "Management, Duurzame vorm, Bestuurlijke urgentie, Budget, Primair proces, Formatie"
)


def test_het_format_heeft_twintig_topics_onder_vier_hoofdthemas() -> None:
    format_ = laad_format()
    assert [topic.nr for topic in format_.topics] == list(range(1, 21))
    assert [thema.titel for thema in format_.themas()] == [
        "Inhoudelijke dienstverlening",
        "Visie en positionering Veilig Thuis",
        "Governance/bestuurskracht",
        "Kerndata en financiën",
    ]
    assert ", ".join(topic.kort for topic in format_.topics) == KORT
    assert format_.topic(12).titel == (
        "Visie op positionering Veilig Thuis "
        "(zelfstandige stichting, onderdeel van stichting, onderdeel van GGD, anders)"
    )


def test_kern_data_en_aangevuld_staan_bij_de_juiste_topics() -> None:
    topics = laad_format().topics
    assert {topic.nr for topic in topics if topic.kern} == KERN_NRS
    assert [topic.nr for topic in topics if topic.data] == [18, 19, 20]
    assert [topic.nr for topic in topics if topic.aangevuld] == [14, 15, 16, 17]
    assert all("paragraaf 1." in topic.aangevuld for topic in topics if topic.aangevuld)


def test_de_regiolijst_is_die_van_de_inspectietabel_met_datum_en_bron() -> None:
    tabel = laad_inspectietabel()
    assert {(regio.sleutel, regio.naam) for regio in laad_regios()} == {(s.regio, s.naam) for s in tabel.regios}
    assert len(laad_regios()) == 26
    assert laad_regiolijst().datum
    assert laad_regiolijst().bron
    assert regionaam("ijsselland") == "IJsselland"
    assert regionaam("onbekend") == "onbekend"


def test_lettertypen_voorbeeld_en_schema_zijn_er() -> None:
    assert lettertype("FiraSans-Regular.ttf").is_file()
    assert json.loads(voorbeeldscan().read_text(encoding="utf-8"))["voorbeeld"] is True
    assert schema()["$id"] == "urn:vtscan:risicoscan:1"
    assert hulpbronnenmap().is_dir()


def geschreven_tekens() -> dict[str, str]:
    """Every character of the texts in the code of the window and in what ships to read, with where it stands."""
    pakket, bronnen = Path(vtscan_desktop.__file__).parent, hulpbronnenmap()
    code = [pad for map_ in ("ui", "services", "domain") for pad in (pakket / map_).rglob("*.py")]
    teksten = {pad: pad.read_text("utf-8") for soort in ("*.md", "*.json") for pad in bronnen.rglob(soort)}
    for pad in code:
        knopen = ast.walk(ast.parse(pad.read_text("utf-8")))
        vast = [k.value for k in knopen if isinstance(k, ast.Constant) and isinstance(k.value, str)]
        teksten[pad] = "".join(v for v in vast if "ui" in pad.parts or re.search(r"\w", v))  # others look for signs
    return {teken: pad.name for pad, tekst in teksten.items() for teken in tekst if category(teken)[0] not in "ZC"}


@pytest.mark.parametrize("gewicht", ["Regular", "Medium", "SemiBold"])
def test_elk_teken_dat_het_venster_toont_staat_in_de_meegeleverde_letter(gewicht: str) -> None:
    """Else it comes from a font of the system, and is an empty box where there is none."""
    kent = TTFont(lettertype(f"FiraSans-{gewicht}.ttf")).getBestCmap()
    assert {teken: waar for teken, waar in geschreven_tekens().items() if ord(teken) not in kent} == {}
