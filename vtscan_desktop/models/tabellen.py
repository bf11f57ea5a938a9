"""The tables of a scan, field for field those of the exchange format, and its rows in the making.

Rows of a scan hang on `scan_id` and their place in it (`positie`, or `nr` for the topics). The row of the scan
itself is small, since every change touches it (`revisie`); long texts lie in tables of their own. In each table
the small columns come first: SQLite then finds them without walking through the long texts.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKeyConstraint, Text
from sqlmodel import Field, SQLModel

from vtscan_desktop.domain.risicoscan import (
    ActieStatus,
    BudgetSoort,
    Editie,
    FormatieFunctie,
    GesprekSoort,
    Hertoetsuitkomst,
    MaatwerkSoort,
    NotitieSoort,
    Oordeel,
    Partij,
    ScanStatus,
    Standpunt,
)
from vtscan_desktop.models import kolommen
from vtscan_desktop.models.veldtypen import Cellen


def _deel_van(tabel: str, kolom: str, sleutel: str) -> tuple[ForeignKeyConstraint]:
    """Part of a row that is itself part of a scan, and that goes with it."""
    return (ForeignKeyConstraint(["scan_id", kolom], [f"{tabel}.scan_id", f"{tabel}.{sleutel}"], ondelete="CASCADE"),)


class ScanTabel(SQLModel, table=True):
    """A scan: its short fields, and the revisie and instant of its last change."""

    __tablename__ = "scan"
    id: str = Field(primary_key=True, sa_type=Text)
    revisie: int
    gewijzigd: datetime = kolommen.tijd()
    regio: str = kolommen.tekst()
    peildatum: date
    format: str = kolommen.tekst()
    titel: str = kolommen.tekst()
    voorbeeld: bool
    status: str = kolommen.keuze(ScanStatus)
    editie: str = kolommen.keuze(Editie)
    adviseur_functie: str = kolommen.tekst()
    adviseur_organisatie: str = kolommen.tekst()
    adviseur_naam: str = kolommen.tekst()
    hertoets_uitkomst: str = kolommen.keuze(Hertoetsuitkomst)
    hertoets_datum: date | None
    inwoners: int | None = kolommen.geheel()


class InKaartTabel(SQLModel, table=True):
    """What the gesprekken brought to light; one row per scan."""

    __tablename__ = "in_kaart"
    scan_id: str = kolommen.scan()
    knelpunten: str = kolommen.tekst()
    opgaven: str = kolommen.tekst()
    partners: str = kolommen.tekst()
    wensen: str = kolommen.tekst()


class BeeldTabel(SQLModel, table=True):
    """Overall beeld and what is asked of the reader; one row per scan."""

    __tablename__ = "beeld"
    scan_id: str = kolommen.scan()
    overall_beeld: str = kolommen.tekst()
    vraag_aan_lezer: str = kolommen.tekst()


class VaststellingTabel(SQLModel, table=True):
    """The adviser's own decision; at most one row (positie 0) per scan."""

    __tablename__ = "vaststelling"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    categorie: int
    datum: date | None
    motivering: str = kolommen.tekst()


class GesprekTabel(SQLModel, table=True):
    """A gesprek."""

    __tablename__ = "gesprek"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    id: str = kolommen.tekst()
    datum: date
    soort: str = kolommen.keuze(GesprekSoort)
    locatie: str = kolommen.tekst()


class GesprekspartnerTabel(SQLModel, table=True):
    """Someone a gesprek was held with."""

    __tablename__ = "gesprekspartner"
    __table_args__ = _deel_van("gesprek", "gesprek", "positie")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    gesprek: int = kolommen.plaats()
    positie: int = kolommen.plaats()
    sleutel: str = kolommen.tekst()
    functie: str = kolommen.tekst()
    organisatie: str = kolommen.tekst()
    naam: str = kolommen.tekst()


class NotitieTabel(SQLModel, table=True):
    """A notitie; `gesprek` is the id of a gesprek of this scan."""

    __tablename__ = "notitie"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    sleutel: str = kolommen.tekst()
    tijd: datetime = kolommen.tijd()
    gesprek: str | None = kolommen.tekst()
    topic: int | None
    soort: str = kolommen.keuze(NotitieSoort)
    tekst: str = kolommen.tekst()


class DocumentTabel(SQLModel, table=True):
    """A document."""

    __tablename__ = "document"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    id: str = kolommen.tekst()
    datum: date | None
    titel: str = kolommen.tekst()
    uitgever: str = kolommen.tekst()


class TopicTabel(SQLModel, table=True):
    """What a scan holds on a topic; always all 20."""

    __tablename__ = "topic"
    scan_id: str = kolommen.scan()
    nr: int = kolommen.plaats()
    oordeel: str = kolommen.keuze(Oordeel)
    later: bool
    toelichting: str = kolommen.tekst()
    risico: str = kolommen.tekst()
    motivering: str = kolommen.tekst()


class BronTabel(SQLModel, table=True):
    """A gesprek or document (`bron` is its id) that a topic rests on."""

    __tablename__ = "bron"
    __table_args__ = _deel_van("topic", "topic", "nr")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    topic: int = kolommen.plaats()
    positie: int = kolommen.plaats()
    bron: str = kolommen.tekst()


class ActieTabel(SQLModel, table=True):
    """An actie of a topic."""

    __tablename__ = "actie"
    __table_args__ = _deel_van("topic", "topic", "nr")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    topic: int = kolommen.plaats()
    positie: int = kolommen.plaats()
    sleutel: str = kolommen.tekst()
    termijn: date | None
    status: str = kolommen.keuze(ActieStatus)
    kern: bool
    verantwoordelijke: str = kolommen.tekst()
    omschrijving: str = kolommen.tekst()


class BudgetTabel(SQLModel, table=True):
    """Budget of a year, in euro."""

    __tablename__ = "budget"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    jaar: int
    bedrag: float = kolommen.getal()
    soort: str = kolommen.keuze(BudgetSoort)


class PrimairProcesTabel(SQLModel, table=True):
    """Counts of the primair proces over a periode."""

    __tablename__ = "primair_proces"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    van: date
    tot: date
    meldingen: int | None = kolommen.geheel()
    adviesvragen: int | None = kolommen.geheel()
    onderzoeken: int | None = kolommen.geheel()


class FormatieTabel(SQLModel, table=True):
    """Formatie on a day, in fte."""

    __tablename__ = "formatie"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    peildatum: date
    functie: str = kolommen.keuze(FormatieFunctie)
    vast: float | None = kolommen.getal()
    tijdelijk: float | None = kolommen.getal()


class WachtlijstTabel(SQLModel, table=True):
    """A count of what waits on a day."""

    __tablename__ = "wachtlijst"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    sleutel: str = kolommen.tekst()
    datum: date
    aantal: int = kolommen.geheel()
    wat: str = kolommen.tekst()


class MaatwerkactieTabel(SQLModel, table=True):
    """A maatwerkactie or rung of the escalatieladder."""

    __tablename__ = "maatwerkactie"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    sleutel: str = kolommen.tekst()
    soort: str = kolommen.keuze(MaatwerkSoort)
    aanleiding: int | None
    termijn: date | None
    status: str = kolommen.keuze(ActieStatus)
    verantwoordelijke: str = kolommen.tekst()
    omschrijving: str = kolommen.tekst()
    uitkomst: str = kolommen.tekst()


class ZienswijzeTabel(SQLModel, table=True):
    """A zienswijze."""

    __tablename__ = "zienswijze"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    sleutel: str = kolommen.tekst()
    partij: str = kolommen.keuze(Partij)
    datum: date | None
    standpunt: str | None = kolommen.keuze(Standpunt, leeg=True)
    van_functie: str = kolommen.tekst()
    van_organisatie: str = kolommen.tekst()
    van_naam: str = kolommen.tekst()
    tekst: str = kolommen.tekst()
    antwoord: str = kolommen.tekst()


class TopicZienswijzeTabel(SQLModel, table=True):
    """A zienswijze on one topic."""

    __tablename__ = "topic_zienswijze"
    __table_args__ = _deel_van("zienswijze", "zienswijze", "positie")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    zienswijze: int = kolommen.plaats()
    positie: int = kolommen.plaats()
    sleutel: str = kolommen.tekst()
    nr: int
    tekst: str = kolommen.tekst()
    antwoord: str = kolommen.tekst()


class KladTabel(SQLModel, table=True):
    """A table row in the making; `rij` is its place in the table that the window shows."""

    __tablename__ = "klad"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    tabel: str = kolommen.tekst()
    rij: int
    echt: bool
    cellen: str = Field(sa_type=Cellen)
