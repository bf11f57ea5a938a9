"""Which page belongs to a step."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vtscan_desktop.domain.risicoscan import OORDEEL_NRS
from vtscan_desktop.services.sessie import Sessie
from vtscan_desktop.ui import stappen
from vtscan_desktop.ui.paginas.acties import ActiesPagina
from vtscan_desktop.ui.paginas.categorie import CategoriePagina
from vtscan_desktop.ui.paginas.escalatie import EscalatiePagina
from vtscan_desktop.ui.paginas.gegevens import GegevensPagina
from vtscan_desktop.ui.paginas.gesprekken import GesprekkenPagina
from vtscan_desktop.ui.paginas.kerndata import BudgetPagina, FormatiePagina, ProcesPagina
from vtscan_desktop.ui.paginas.nakijken import NakijkenPagina
from vtscan_desktop.ui.paginas.pagina import Pagina
from vtscan_desktop.ui.paginas.rapport import RapportPagina
from vtscan_desktop.ui.paginas.teksten import InKaartPagina, OverallBeeldPagina
from vtscan_desktop.ui.paginas.topic import TopicPagina
from vtscan_desktop.ui.paginas.zienswijzen import ZienswijzenPagina
from vtscan_desktop.ui.stappen import Stap
from vtscan_desktop.ui.werkruimte import Werkruimte

_PAGINAS: dict[str, type[Pagina]] = {
    stappen.GEGEVENS: GegevensPagina,
    stappen.GESPREKKEN: GesprekkenPagina,
    stappen.topicstap(18): BudgetPagina,
    stappen.topicstap(19): ProcesPagina,
    stappen.topicstap(20): FormatiePagina,
    stappen.IN_KAART: InKaartPagina,
    stappen.OVERALL_BEELD: OverallBeeldPagina,
    stappen.CATEGORIE: CategoriePagina,
    stappen.ACTIES: ActiesPagina,
    stappen.ESCALATIE: EscalatiePagina,
    stappen.ZIENSWIJZEN: ZienswijzenPagina,
    stappen.NAKIJKEN: NakijkenPagina,
}


def maak_pagina(stap: Stap, werkruimte: Werkruimte, sessie: Sessie, parent: QWidget) -> Pagina:
    """Make the page of a step."""
    if stap.topic in OORDEEL_NRS:
        return TopicPagina(stap, werkruimte, parent, werkruimte.format.topic(stap.topic))
    if stap.id == stappen.RAPPORT:
        return RapportPagina(stap, werkruimte, parent, sessie)
    return _PAGINAS[stap.id](stap, werkruimte, parent)  # type: ignore[call-arg]
