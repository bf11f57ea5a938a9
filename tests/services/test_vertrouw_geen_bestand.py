"""Any file at all: it is taken in, or refused in one Dutch sentence; nothing hangs, and nothing is written."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vtscan_desktop.domain.errors import InvoerFout, VtscanFout
from vtscan_desktop.hulpbronnen import voorbeeldscan
from vtscan_desktop.services.scans import lees_invoer
from vtscan_desktop.uitwisseling import jsontekst
from vtscan_desktop.uitwisseling.formatbestand import lees_formatbestand, voorbeeldformat

VOORBEELD = voorbeeldscan().read_bytes()
FORMAT = voorbeeldformat(date(2026, 11, 27))
AANTAL = int(os.environ.get("VTSCAN_RUIS", "150"))
rustig = settings(max_examples=AANTAL, suppress_health_check=list(HealthCheck))


def _probeer(folder: Path, naam: str, inhoud: bytes, lees: Callable[[Path], object] = lees_invoer) -> None:
    pad = folder / naam
    pad.write_bytes(inhoud)
    try:
        lees(pad)
    except VtscanFout as fout:
        zin = str(fout)
        assert zin.endswith(".")
        assert "Traceback" not in zin
        assert len(zin) < 1_000
    assert [p.name for p in folder.iterdir()] == [naam]
    assert pad.read_bytes() == inhoud
    pad.unlink()


@st.composite
def beschadigd(draw: st.DrawFn, heel: bytes) -> bytes:
    """A good file with some pieces changed, doubled or cut out."""
    inhoud = bytearray(heel)
    for _ in range(draw(st.integers(1, 6))):
        begin = draw(st.integers(0, max(0, len(inhoud) - 1)))
        einde = min(len(inhoud), begin + draw(st.integers(0, 400)))
        nieuw = draw(st.one_of(st.binary(max_size=30), st.just(bytes(inhoud[begin:einde]) * 2), st.just(b"")))
        inhoud[begin:einde] = nieuw
    return bytes(inhoud)


waarden = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda deel: st.lists(deel, max_size=4) | st.dictionaries(st.text(max_size=10), deel, max_size=4),
    max_leaves=15,
)


@rustig
@given(st.binary(max_size=2_000), st.sampled_from(["x.vtscan", "x.json", "x.pdf", "x", "x.vtdb"]))
def test_losse_bytes(tmp_path_factory: pytest.TempPathFactory, inhoud: bytes, naam: str) -> None:
    _probeer(tmp_path_factory.mktemp("m"), naam, inhoud)


@rustig
@given(beschadigd(VOORBEELD))
def test_een_beschadigde_scan(tmp_path_factory: pytest.TempPathFactory, inhoud: bytes) -> None:
    _probeer(tmp_path_factory.mktemp("m"), "x.vtscan", inhoud)


@rustig
@given(st.sampled_from(sorted(json.loads(VOORBEELD))), waarden)
def test_een_veld_met_iets_anders_erin(tmp_path_factory: pytest.TempPathFactory, veld: str, waarde: object) -> None:
    inhoud = json.dumps(json.loads(VOORBEELD) | {veld: waarde}).encode()
    _probeer(tmp_path_factory.mktemp("m"), "x.json", inhoud)


@rustig
@given(st.binary(max_size=2_000) | beschadigd(FORMAT))
def test_een_beschadigd_format(tmp_path_factory: pytest.TempPathFactory, inhoud: bytes) -> None:
    _probeer(tmp_path_factory.mktemp("m"), "x.json", inhoud, lees_formatbestand)


@rustig
@given(st.sampled_from(sorted(json.loads(FORMAT))), waarden)
def test_een_format_met_iets_anders_in_een_veld(
    tmp_path_factory: pytest.TempPathFactory, veld: str, waarde: object
) -> None:
    inhoud = json.dumps(json.loads(FORMAT) | {veld: waarde}).encode()
    _probeer(tmp_path_factory.mktemp("m"), "x.json", inhoud, lees_formatbestand)


@rustig
@given(waarden, st.integers(0, 3), st.integers(0, 7), st.sampled_from(["nr", "titel", "kort", "in_zin", "aangevuld"]))
def test_een_topic_in_een_format_met_iets_anders_erin(
    tmp_path_factory: pytest.TempPathFactory, waarde: object, thema: int, plaats: int, veld: str
) -> None:
    format_ = json.loads(FORMAT)
    topics = format_["themas"][thema]["topics"]
    topics[plaats % len(topics)][veld] = waarde
    format_["leidraad"]["topics"][plaats]["vragen"][0][veld.replace("titel", "tekst")] = waarde
    _probeer(tmp_path_factory.mktemp("m"), "x.json", json.dumps(format_).encode(), lees_formatbestand)


@pytest.mark.parametrize("naam", ["../x", "/etc/passwd", "..\\x", "C:\\x", "x\0y", "CON", "a" * 5_000])
def test_een_naam_in_een_bestand_wordt_nooit_een_pad(tmp_path: Path, naam: str) -> None:
    (tmp_path / "in").mkdir()
    scan = json.loads(VOORBEELD)
    scan["documenten"] = [{"id": "d", "titel": naam[:300], "uitgever": naam[:300]}]
    scan["titel"] = naam[:300]
    _probeer(tmp_path / "in", "x.json", json.dumps(scan).encode())
    assert [p.name for p in tmp_path.iterdir()] == ["in"]


@pytest.mark.parametrize(
    "inhoud",
    [
        b'{"schema": "vtscan/risicoscan/1", "x": [' + b'"",' * 1_000_000 + b'""]}',
        b"[" + b"[]," * (jsontekst.MEESTE_KOMMAS + 1) + b"[]]",
        b"[" * 1_000_000,
        b'{"a":' * 100_000,
    ],
    ids=["een miljoen delen", "miljoenen lege lijsten", "diep genest", "diepe objecten"],
)
def test_wat_de_computer_zou_ophouden_wordt_geweigerd_voor_het_bekeken_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inhoud: bytes
) -> None:
    from vtscan_desktop.uitwisseling import lezen

    monkeypatch.setattr(lezen, "controleer_schema", lambda _: pytest.fail("toch bekeken"))
    (tmp_path / "x.json").write_bytes(inhoud)
    with pytest.raises(InvoerFout, match=r"te veel delen|te diep"):
        lees_invoer(tmp_path / "x.json")
