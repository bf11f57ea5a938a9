"""The bestuurlijke editie leaves out notes, names and locations, and nothing that counts."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from tests.strategieen import risicoscans
from vtscan_desktop.domain.editie import Weggelaten, bepaal_weggelaten, beperk
from vtscan_desktop.domain.risicoscan import Editie, Risicoscan
from vtscan_desktop.domain.signalen import bepaal_signalen
from vtscan_desktop.domain.voorstel import propose_categorie
from vtscan_desktop.hulpbronnen import laad_format, laad_inspectietabel


@settings(max_examples=40)
@given(risicoscans())
def test_bestuurlijk_laat_alleen_notities_namen_en_locaties_weg(scan: Risicoscan) -> None:
    beperkt = beperk(scan, Editie.BESTUURLIJK)
    assert beperkt.editie is Editie.BESTUURLIJK
    assert beperkt.notities == ()
    wie = [beperkt.adviseur, *(w for g in beperkt.gesprekken for w in g.met), *(z.van for z in beperkt.zienswijzen)]
    assert not any(w.naam for w in wie)
    assert not any(gesprek.locatie for gesprek in beperkt.gesprekken)
    assert [(g.id, len(g.met)) for g in beperkt.gesprekken] == [(g.id, len(g.met)) for g in scan.gesprekken]
    zelfde = {"editie", "notities", "adviseur", "gesprekken", "zienswijzen"}
    gelijk = replace(beperkt, **{naam: getattr(scan, naam) for naam in zelfde})
    assert gelijk == scan


@settings(max_examples=40)
@given(risicoscans())
def test_bestuurlijk_geeft_hetzelfde_voorstel_en_dezelfde_signalen(scan: Risicoscan) -> None:
    beperkt = beperk(scan, Editie.BESTUURLIJK)
    voorstel = propose_categorie(scan)
    assert propose_categorie(beperkt) == voorstel
    tabel, format_ = laad_inspectietabel(), laad_format()
    assert bepaal_signalen(beperkt, voorstel, format_, tabel) == bepaal_signalen(scan, voorstel, format_, tabel)
    assert beperk(beperkt, Editie.VOLLEDIG) is beperkt


@settings(max_examples=40)
@given(risicoscans())
def test_wat_wordt_weggelaten_is_wat_beperk_weghaalt(scan: Risicoscan) -> None:
    weg = bepaal_weggelaten(scan)
    assert weg.notities == len(scan.notities)
    assert bepaal_weggelaten(beperk(scan, Editie.BESTUURLIJK)) == Weggelaten(0, (), ())
    wie = [scan.adviseur, *(w for g in scan.gesprekken for w in g.met), *(z.van for z in scan.zienswijzen)]
    assert set(weg.namen) == {w.naam.strip() for w in wie if w.naam.strip()}
    assert set(weg.locaties) == {g.locatie.strip() for g in scan.gesprekken if g.locatie.strip()}
