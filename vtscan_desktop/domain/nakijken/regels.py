"""All checks with their weight, and the list of points that they give."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from vtscan_desktop.domain.nakijken import afronding, cijfers, oordelen, personen
from vtscan_desktop.domain.nakijken.stof import Ernst, Nakijkpunt, Nakijkregel, Stof

if TYPE_CHECKING:
    from collections.abc import Iterable

_F, _W, _O = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.OPMERKING

NAKIJKREGELS = (
    Nakijkregel("nvt_zonder_motivering", _F, "N.v.t. zonder motivering", oordelen.nvt_zonder_motivering),
    Nakijkregel("zonder_toelichting", _F, "Oordeel zonder toelichting", oordelen.zonder_toelichting),
    Nakijkregel("zonder_afspraak", _F, "In ontwikkeling zonder afspraak", oordelen.zonder_afspraak),
    Nakijkregel("half_ingevuld", _F, "Half ingevuld", afronding.half_ingevuld),
    Nakijkregel("geen_overall_beeld", _F, "Overall beeld", afronding.geen_overall_beeld),
    Nakijkregel(
        "vaststelling_zonder_motivering", _F, "Vaststelling zonder motivering", afronding.vaststelling_zonder_motivering
    ),
    Nakijkregel("negatief", _F, "Cijfer dat niet kan", cijfers.negatief),
    Nakijkregel("in_de_toekomst", _F, "Datum die niet kan", cijfers.in_de_toekomst),
    Nakijkregel("omgekeerde_periode", _F, "Periode die niet kan", cijfers.omgekeerde_periode),
    Nakijkregel("bsn", _F, "Mogelijk burgerservicenummer", personen.nummers_van_personen),
    Nakijkregel("zonder_bron", _W, "Oordeel zonder bron", oordelen.zonder_bron),
    Nakijkregel("beslissend_open", _W, "Open topic dat beslist", oordelen.beslissend_open),
    Nakijkregel("hertoets_zonder_datum", _W, "Hertoets zonder datum", oordelen.hertoets_zonder_datum),
    Nakijkregel("termijn_voorbij", _W, "Termijn voorbij", afronding.termijn_voorbij),
    Nakijkregel("gesprek_ontbreekt", _W, "Gesprek dat ontbreekt", afronding.gesprek_ontbreekt),
    Nakijkregel("gesprek_zonder_partner", _W, "Gesprekspartner ontbreekt", afronding.gesprek_zonder_partner),
    Nakijkregel("adviseur_onbekend", _W, "Wie de scan maakte", afronding.adviseur_onbekend),
    Nakijkregel("geen_vaststelling", _W, "Vaststelling", afronding.geen_vaststelling),
    Nakijkregel("vaststelling_zonder_datum", _W, "Vaststelling zonder datum", afronding.vaststelling_zonder_datum),
    Nakijkregel("vaststelling_verschoven", _W, "Vaststelling nog juist?", afronding.vaststelling_verschoven),
    Nakijkregel("peildatum_in_toekomst", _W, "Peildatum", cijfers.peildatum_in_toekomst),
    Nakijkregel("na_de_peildatum", _W, "Cijfer van na de peildatum", cijfers.na_de_peildatum),
    Nakijkregel("overlappende_perioden", _W, "Perioden die overlappen", cijfers.overlappende_perioden),
    Nakijkregel("meer_onderzoeken", _W, "Cijfer dat opvalt", cijfers.meer_onderzoeken),
    Nakijkregel("dubbele_rij", _W, "Dubbele rij", cijfers.dubbele_rij),
    Nakijkregel("fte_samen", _W, "Formatie die niet klopt", cijfers.fte_samen),
    Nakijkregel("vreemd_getal", _W, "Cijfer dat opvalt", cijfers.vreemd_getal),
    Nakijkregel("persoonsgegeven", _W, "Mogelijk persoonsgegeven", personen.namen_en_adressen),
    Nakijkregel("bsn_in_notitie", _W, "Mogelijk burgerservicenummer", personen.nummers_in_notities),
    Nakijkregel("overig_open", _O, "Open topic", oordelen.overig_open),
    Nakijkregel("zienswijze_ontbreekt", _O, "Hoor en wederhoor", afronding.zienswijze_ontbreekt),
    Nakijkregel("signaal", _O, "Signaal", afronding.signalen),
)
"""Heaviest first; within a weight in the order of the work."""


def kijk_na(stof: Stof) -> tuple[Nakijkpunt, ...]:
    """All points of a scan, fouten first."""
    return tuple(
        Nakijkpunt(regel.id, regel.ernst, regel.titel, vondst.tekst, vondst.plaats)
        for regel in NAKIJKREGELS
        for vondst in regel.zoek(stof)
    )


def tel(punten: Iterable[Nakijkpunt]) -> dict[Ernst, int]:
    """How many points there are of each weight."""
    aantal = Counter(punt.ernst for punt in punten)
    return {ernst: aantal[ernst] for ernst in Ernst}
