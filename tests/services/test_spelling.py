"""The dictionary in its own process: what it knows, what it offers, and that nothing stays behind."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator

import pytest

from vtscan_desktop.domain.errors import OmgevingFout
from vtscan_desktop.domain.woorden import vind_woorden
from vtscan_desktop.hulpbronnen import laad_format, laad_regios, laad_vakwoorden
from vtscan_desktop.hulpbronnenmap import hulpbronnenmap
from vtscan_desktop.services.spelling import GEDULD_S, Spellingcontrole


@pytest.fixture(scope="module")
def controle() -> Iterator[Spellingcontrole]:
    gemaakt = Spellingcontrole()
    yield gemaakt
    gemaakt.sluit()


def woorden(*teksten: str) -> set[str]:
    return {woord for tekst in teksten for _, woord in vind_woorden(tekst)}


def test_de_woorden_van_het_vak_zijn_bekend_vanaf_het_begin(controle: Spellingcontrole) -> None:
    vak = "Veilig Thuis, de wethouder, hertoets, vertrouwensarts, fte, triage, zienswijze, peildatum, Wmo, meldcode"
    regios = [f"{regio.naam} Veilig Thuis {regio.naam}" for regio in laad_regios()]
    assert controle.keur(woorden(vak, *regios)) == frozenset()


def test_wat_het_programma_zelf_schrijft_bevat_geen_onbekend_woord(controle: Spellingcontrole) -> None:
    topics = [deel for topic in laad_format().topics for deel in (topic.titel, topic.kort, topic.aangevuld)]
    leidraad = [
        tekst
        for topic in laad_format().leidraad.topics
        for tekst in (*(vraag.tekst for vraag in topic.vragen), *(let_op.tekst for let_op in topic.let_op))
    ]
    zonder_maten = [re.sub(r"\{.*?\}", "", tekst) for tekst in (*topics, *leidraad)]
    assert controle.keur(woorden(*zonder_maten)) == frozenset()


def test_een_vakwoord_staat_er_alleen_als_het_woordenboek_het_niet_heeft() -> None:
    from hunspell import Hunspell

    boek = Hunspell("nl", hunspell_data_dir=str(hulpbronnenmap() / "woordenboek"), system_encoding="UTF-8")
    assert [woord for woord in laad_vakwoorden() if boek.spell(woord)] == []
    regels = (hulpbronnenmap() / "woorden.txt").read_text("utf-8").splitlines()
    assert all(len(regel.split("\t")) == 2 for regel in regels if not regel.startswith("#"))


def test_fouten_worden_gevonden_en_verbeterd(controle: Spellingcontrole) -> None:
    fout = {"gemente", "ontwikeling", "wachtlisjt"}
    assert controle.keur([*fout, "gemeente", "VNG-model", "jeugd-", "zo’n", "Één"]) == fout
    assert controle.stel_voor("ontwikeling")[0] == "ontwikkeling"
    assert "triageren" in controle.stel_voor("triagren")


@pytest.mark.parametrize("woord", ["", "-", "a" * 500, "\x00", "ﬁ😀", "<b>", "%s", "'''"])
def test_geen_invoer_brengt_het_van_slag(controle: Spellingcontrole, woord: str) -> None:
    controle.keur([woord])
    controle.stel_voor(woord)
    assert controle.keur(["gemente"]) == {"gemente"}


def test_valt_het_proces_weg_dan_is_dat_een_fout_en_begint_het_daarna_opnieuw() -> None:
    controle = Spellingcontrole()
    try:
        controle.keur(["gemeente"])
        assert controle._proces is not None
        os.kill(controle._proces.pid, signal.SIGKILL)
        with pytest.raises(OmgevingFout, match="spellingcontrole"):
            controle.keur(["gemeente"])
        assert controle.keur(["gemente"]) == {"gemente"}
    finally:
        controle.sluit()


def test_na_sluiten_draait_er_niets_meer() -> None:
    controle = Spellingcontrole()
    controle.keur(["gemeente"])
    assert controle._proces is not None
    pid = controle._proces.pid
    controle.sluit()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_een_proces_waaraan_niets_wordt_gevraagd_eindigt_en_begint_weer_bij_de_volgende_vraag(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vtscan_desktop.services.spelling.RUST_S", 0.05)
    controle = Spellingcontrole()
    try:
        assert controle.keur(["gemeente", "gemente"]) == {"gemente"}
        eerste = controle._proces
        assert eerste is not None
        assert eerste.wait(GEDULD_S) == 0
        assert controle.keur(["gemeente", "gemente"]) == {"gemente"}
        assert controle._proces is not eerste
    finally:
        controle.sluit()


def test_kan_het_proces_niet_beginnen_dan_is_dat_een_zin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vtscan_desktop.services.spelling.als_spelproces", lambda _rust: ["/is/er/niet"])
    with pytest.raises(OmgevingFout, match="spellingcontrole werkt nu niet"):
        Spellingcontrole().keur(["gemeente"])
