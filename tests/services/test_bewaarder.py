"""What is typed is kept: during typing, in order, and after a failure again."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

import vtscan_desktop.services.bewaarder as bewaarder_module
from vtscan_desktop.domain.errors import OmgevingFout, VtscanFout
from vtscan_desktop.services.bewaarder import Bewaarder, Bewaarmelding

NU = datetime(2016, 7, 11, 12, 0, tzinfo=UTC)


class Schrijver:
    """Remembers what was written; fails on demand."""

    def __init__(self) -> None:
        self.geschreven: list[str] = []
        self.vanaf: list[str] = []
        self.tijden: list[float] = []
        self.fout: Exception | None = None

    def __call__(self, oud: str, nieuw: str, _nu: datetime) -> None:
        if self.fout is not None:
            raise self.fout
        self.vanaf.append(oud)
        self.geschreven.append(nieuw)
        self.tijden.append(time.monotonic())


@pytest.fixture
def schrijver() -> Schrijver:
    return Schrijver()


def maak(schrijver: Schrijver, meld: Callable[[Bewaarmelding], None] = lambda _m: None) -> Bewaarder[str]:
    return Bewaarder(schrijver, "begin", lambda: NU, meld)


def test_na_spoelen_is_het_nieuwste_bewaard(schrijver: Schrijver) -> None:
    bewaarder = maak(schrijver)
    for tekst in ("a", "ab", "abc"):
        bewaarder.zet(tekst)
    bewaarder.spoel()
    assert schrijver.geschreven[-1] == "abc"
    bewaarder.sluit()


def test_elke_keer_wordt_het_verschil_met_het_vorige_bewaarde_geschreven(schrijver: Schrijver) -> None:
    bewaarder = maak(schrijver)
    for tekst in ("a", "ab", "abc"):
        bewaarder.zet(tekst)
        bewaarder.spoel()
    assert schrijver.vanaf == ["begin", *schrijver.geschreven[:-1]]
    bewaarder.sluit()


def test_er_wordt_tijdens_het_typen_bewaard_en_niet_pas_erna(schrijver: Schrijver) -> None:
    tussentijds = threading.Event()
    bewaarder = maak(schrijver, lambda _m: tussentijds.set())
    nummer = 0
    while not tussentijds.is_set():  # goes on typing until something was kept
        nummer += 1
        bewaarder.zet(f"t{nummer}")
    assert schrijver.geschreven
    bewaarder.sluit()


def test_een_mislukking_wordt_gemeld_en_daarna_alsnog_goed_gemaakt(schrijver: Schrijver) -> None:
    meldingen: list[Bewaarmelding] = []
    bewaarder = maak(schrijver, meldingen.append)
    schrijver.fout = OmgevingFout("De schijf is vol.")
    bewaarder.zet("tekst")
    with pytest.raises(OmgevingFout, match="vol"):
        bewaarder.spoel()
    assert str(meldingen[-1].fout) == "De schijf is vol."
    schrijver.fout = None
    bewaarder.spoel()
    assert schrijver.geschreven == ["tekst"]
    bewaarder.sluit()


def test_een_onverwachte_fout_beeindigt_het_bewaren_niet(schrijver: Schrijver) -> None:
    bewaarder = maak(schrijver)
    schrijver.fout = RuntimeError("geheim")
    bewaarder.zet("tekst")
    with pytest.raises(OmgevingFout) as gevangen:
        bewaarder.spoel()
    assert "geheim" not in str(gevangen.value)
    schrijver.fout = None
    bewaarder.sluit()
    assert schrijver.geschreven == ["tekst"]


def test_sluiten_bewaart_eerst_alles(schrijver: Schrijver) -> None:
    bewaarder = maak(schrijver)
    bewaarder.zet("laatste woord")
    bewaarder.sluit()
    assert schrijver.geschreven[-1] == "laatste woord"


def test_aandringen_bewaart_zonder_te_wachten_op_de_pauze(
    schrijver: Schrijver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bewaarder_module, "PAUZE_S", 3600.0)
    gedaan = threading.Semaphore(0)
    bewaarder = maak(schrijver, lambda _m: gedaan.release())
    bewaarder.zet("een")
    gedaan.acquire()
    bewaarder.zet("twee")
    bewaarder.dring_aan()
    assert gedaan.acquire(timeout=60)
    assert schrijver.geschreven[-1] == "twee"
    bewaarder.sluit()


def test_wat_een_wijziging_laat_zien_gaat_voor_het_schrijven_ervan_ook_als_er_wordt_aangedrongen(
    schrijver: Schrijver,
) -> None:
    gedaan = threading.Semaphore(0)
    bewaarder = maak(schrijver, lambda _m: gedaan.release())
    gezet = time.monotonic()
    bewaarder.zet("een")
    bewaarder.dring_aan()
    assert gedaan.acquire(timeout=60)
    assert schrijver.tijden[-1] - gezet >= bewaarder_module.BEELD_S
    bewaarder.sluit()


def test_wie_erop_wacht_dat_het_bewaard_is_wacht_niet_op_het_beeld(
    schrijver: Schrijver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bewaarder_module, "BEELD_S", 3600.0)
    bewaarder = maak(schrijver)
    bewaarder.zet("een")
    bewaarder.spoel()
    assert schrijver.geschreven == ["een"]
    bewaarder.sluit()


def test_hoe_een_eerdere_schrijfactie_afloopt_is_geen_antwoord_op_een_latere_vraag() -> None:
    begonnen, door = threading.Event(), threading.Event()
    geschreven: list[str] = []

    def schrijf(_oud: str, nieuw: str, _nu: datetime) -> None:
        if not begonnen.is_set():
            begonnen.set()
            door.wait()
            raise OmgevingFout("De schijf was vol.")
        geschreven.append(nieuw)

    bewaarder = Bewaarder(schrijf, "begin", lambda: NU, lambda _melding: vrager.join(0.5))
    bewaarder.zet("a")
    begonnen.wait()
    gevraagd: list[VtscanFout] = []

    def vraag() -> None:
        try:
            bewaarder.spoel()
        except VtscanFout as fout:
            gevraagd.append(fout)

    vrager = threading.Thread(target=vraag)
    vrager.start()
    while not bewaarder._wachters:
        time.sleep(0.001)
    door.set()
    vrager.join()
    assert gevraagd == []
    assert geschreven == ["a"]
    bewaarder.sluit()
