"""The tables, field for field those of the exchange format, and what the product keeps beyond it.

Rows of a scan hang on `scan_id` and their place in it (`positie`, or `nr` for the topics). The row of the scan
itself is small, since every change touches it (`revisie`); long texts lie in tables of their own. In each table
the small columns come first: SQLite then finds them without walking through the long texts.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKeyConstraint, Text
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
from vtscan_desktop.models.veldtypen import Cellen, Geheel, Keuze, Tijdstip


def _keuze(soort: type[StrEnum], *, leeg: bool = False) -> Any:
    return Field(sa_column=Column(Keuze(soort), nullable=leeg))


def _scan() -> Any:
    return Field(primary_key=True, foreign_key="scan.id", ondelete="CASCADE", sa_type=Text)


def _plaats() -> Any:
    return Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


def _tekst() -> Any:
    return Field(sa_type=Text)


def _getal() -> Any:
    return Field(sa_type=Geheel)


def _tijd() -> Any:
    return Field(sa_type=Tijdstip)


def _deel_van(tabel: str, kolom: str, sleutel: str) -> tuple[ForeignKeyConstraint]:
    """Part of a row that is itself part of a scan, and that goes with it."""
    return (ForeignKeyConstraint(["scan_id", kolom], [f"{tabel}.scan_id", f"{tabel}.{sleutel}"], ondelete="CASCADE"),)


class ScanTabel(SQLModel, table=True):
    """A scan: its short fields, and the revisie and instant of its last change."""

    __tablename__ = "scan"
    id: str = Field(primary_key=True, sa_type=Text)
    revisie: int
    gewijzigd: datetime = _tijd()
    regio: str = _tekst()
    peildatum: date
    format: str = _tekst()
    titel: str = _tekst()
    voorbeeld: bool
    status: str = _keuze(ScanStatus)
    editie: str = _keuze(Editie)
    adviseur_functie: str = _tekst()
    adviseur_organisatie: str = _tekst()
    adviseur_naam: str = _tekst()
    hertoets_uitkomst: str = _keuze(Hertoetsuitkomst)
    hertoets_datum: date | None
    inwoners: int | None = _getal()


class InKaartTabel(SQLModel, table=True):
    """What the gesprekken brought to light; one row per scan."""

    __tablename__ = "in_kaart"
    scan_id: str = _scan()
    knelpunten: str = _tekst()
    opgaven: str = _tekst()
    partners: str = _tekst()
    wensen: str = _tekst()


class BeeldTabel(SQLModel, table=True):
    """Overall beeld and what is asked of the reader; one row per scan."""

    __tablename__ = "beeld"
    scan_id: str = _scan()
    overall_beeld: str = _tekst()
    vraag_aan_lezer: str = _tekst()


class VaststellingTabel(SQLModel, table=True):
    """The adviser's own decision; at most one row (positie 0) per scan."""

    __tablename__ = "vaststelling"
    scan_id: str = _scan()
    positie: int = _plaats()
    categorie: int
    datum: date | None
    motivering: str = _tekst()


class GesprekTabel(SQLModel, table=True):
    """A gesprek."""

    __tablename__ = "gesprek"
    scan_id: str = _scan()
    positie: int = _plaats()
    id: str = _tekst()
    datum: date
    soort: str = _keuze(GesprekSoort)
    locatie: str = _tekst()


class GesprekspartnerTabel(SQLModel, table=True):
    """Someone a gesprek was held with."""

    __tablename__ = "gesprekspartner"
    __table_args__ = _deel_van("gesprek", "gesprek", "positie")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    gesprek: int = _plaats()
    positie: int = _plaats()
    functie: str = _tekst()
    organisatie: str = _tekst()
    naam: str = _tekst()


class NotitieTabel(SQLModel, table=True):
    """A notitie; `gesprek` is the id of a gesprek of this scan."""

    __tablename__ = "notitie"
    scan_id: str = _scan()
    positie: int = _plaats()
    tijd: datetime = _tijd()
    gesprek: str | None = _tekst()
    topic: int | None
    soort: str = _keuze(NotitieSoort)
    tekst: str = _tekst()


class DocumentTabel(SQLModel, table=True):
    """A document."""

    __tablename__ = "document"
    scan_id: str = _scan()
    positie: int = _plaats()
    id: str = _tekst()
    datum: date | None
    titel: str = _tekst()
    uitgever: str = _tekst()


class TopicTabel(SQLModel, table=True):
    """What a scan holds on a topic; always all 20."""

    __tablename__ = "topic"
    scan_id: str = _scan()
    nr: int = _plaats()
    oordeel: str = _keuze(Oordeel)
    later: bool
    toelichting: str = _tekst()
    risico: str = _tekst()
    motivering: str = _tekst()


class BronTabel(SQLModel, table=True):
    """A gesprek or document (`bron` is its id) that a topic rests on."""

    __tablename__ = "bron"
    __table_args__ = _deel_van("topic", "topic", "nr")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    topic: int = _plaats()
    positie: int = _plaats()
    bron: str = _tekst()


class ActieTabel(SQLModel, table=True):
    """An actie of a topic."""

    __tablename__ = "actie"
    __table_args__ = _deel_van("topic", "topic", "nr")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    topic: int = _plaats()
    positie: int = _plaats()
    termijn: date | None
    status: str = _keuze(ActieStatus)
    kern: bool
    verantwoordelijke: str = _tekst()
    omschrijving: str = _tekst()


class BudgetTabel(SQLModel, table=True):
    """Budget of a year, in euro."""

    __tablename__ = "budget"
    scan_id: str = _scan()
    positie: int = _plaats()
    jaar: int
    bedrag: float
    soort: str = _keuze(BudgetSoort)


class PrimairProcesTabel(SQLModel, table=True):
    """Counts of the primair proces over a periode."""

    __tablename__ = "primair_proces"
    scan_id: str = _scan()
    positie: int = _plaats()
    van: date
    tot: date
    meldingen: int | None = _getal()
    adviesvragen: int | None = _getal()
    onderzoeken: int | None = _getal()


class FormatieTabel(SQLModel, table=True):
    """Formatie on a day, in fte."""

    __tablename__ = "formatie"
    scan_id: str = _scan()
    positie: int = _plaats()
    peildatum: date
    functie: str = _keuze(FormatieFunctie)
    vast: float | None
    tijdelijk: float | None


class WachtlijstTabel(SQLModel, table=True):
    """A count of what waits on a day."""

    __tablename__ = "wachtlijst"
    scan_id: str = _scan()
    positie: int = _plaats()
    datum: date
    aantal: int = _getal()
    wat: str = _tekst()


class MaatwerkactieTabel(SQLModel, table=True):
    """A maatwerkactie or rung of the escalatieladder."""

    __tablename__ = "maatwerkactie"
    scan_id: str = _scan()
    positie: int = _plaats()
    soort: str = _keuze(MaatwerkSoort)
    aanleiding: int | None
    termijn: date | None
    status: str = _keuze(ActieStatus)
    verantwoordelijke: str = _tekst()
    omschrijving: str = _tekst()
    uitkomst: str = _tekst()


class ZienswijzeTabel(SQLModel, table=True):
    """A zienswijze."""

    __tablename__ = "zienswijze"
    scan_id: str = _scan()
    positie: int = _plaats()
    partij: str = _keuze(Partij)
    datum: date | None
    standpunt: str | None = _keuze(Standpunt, leeg=True)
    van_functie: str = _tekst()
    van_organisatie: str = _tekst()
    van_naam: str = _tekst()
    tekst: str = _tekst()
    antwoord: str = _tekst()


class TopicZienswijzeTabel(SQLModel, table=True):
    """A zienswijze on one topic."""

    __tablename__ = "topic_zienswijze"
    __table_args__ = _deel_van("zienswijze", "zienswijze", "positie")
    scan_id: str = Field(primary_key=True, sa_type=Text)
    zienswijze: int = _plaats()
    positie: int = _plaats()
    nr: int
    tekst: str = _tekst()
    antwoord: str = _tekst()


class KladTabel(SQLModel, table=True):
    """A table row in the making; `rij` is its place in the table that the window shows."""

    __tablename__ = "klad"
    scan_id: str = _scan()
    positie: int = _plaats()
    tabel: str = _tekst()
    rij: int
    echt: bool
    cellen: str = Field(sa_type=Cellen)


class PlekTabel(SQLModel, table=True):
    """Where the user was in a scan; `volgorde` is highest for the scan that was open last."""

    __tablename__ = "plek"
    scan_id: str = _scan()
    volgorde: int
    stap: str = _tekst()
    veld: str = _tekst()
    cursor: int


class InstellingTabel(SQLModel, table=True):
    """A setting that belongs to the data rather than to the machine."""

    __tablename__ = "instelling"
    naam: str = Field(primary_key=True, sa_type=Text)
    waarde: str = _tekst()


class IdentiteitTabel(SQLModel, table=True):
    """A signing identity."""

    __tablename__ = "identiteit"
    id: str = Field(primary_key=True, sa_type=Text)
    naam: str = _tekst()
    gemaakt: datetime = _tijd()
    actief: bool
    wachtwoord: str = _tekst()
    pkcs12: bytes


class RapportversieTabel(SQLModel, table=True):
    """A report that was made."""

    __tablename__ = "rapportversie"
    scan_id: str = _scan()
    versie: int = _plaats()
    editie: str = Field(primary_key=True, sa_type=Text)
    sha256: str = _tekst()
    gemaakt: datetime = _tijd()


class StandTabel(SQLModel, table=True):
    """The one row that holds the revisie of the whole database: one higher with every kept change."""

    __tablename__ = "stand"
    id: int = _plaats()
    revisie: int
