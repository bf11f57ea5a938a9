"""The tables of what is kept beside the scans: about a scan, or for the whole database."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from vtscan_desktop.domain.risicoscan import Hertoetsuitkomst, ScanStatus
from vtscan_desktop.models import kolommen
from vtscan_desktop.models.veldtypen import Cellen


class PlekTabel(SQLModel, table=True):
    """Where the user was in a scan. `volgorde` is of no use any more: which scan was open last is a setting."""

    __tablename__ = "plek"
    scan_id: str = kolommen.scan()
    volgorde: int
    stap: str = kolommen.tekst()
    veld: str = kolommen.tekst()
    cursor: int


class InstellingTabel(SQLModel, table=True):
    """A setting that belongs to the data rather than to the machine."""

    __tablename__ = "instelling"
    naam: str = Field(primary_key=True, sa_type=Text)
    waarde: str = kolommen.tekst()


class IdentiteitTabel(SQLModel, table=True):
    """A signing identity."""

    __tablename__ = "identiteit"
    id: str = Field(primary_key=True, sa_type=Text)
    naam: str = kolommen.tekst()
    gemaakt: datetime = kolommen.tijd()
    actief: bool
    wachtwoord: str = kolommen.tekst()
    pkcs12: bytes


class RapportversieTabel(SQLModel, table=True):
    """A report that was made; `inhoud` is the whole scan as it then was, in the exchange format.

    Of a report made before that was kept there is no `inhoud`. `format` is what that scan says of its format, and
    `gewist` what was taken out of it later on.
    """

    __tablename__ = "rapportversie"
    scan_id: str = kolommen.scan()
    versie: int = kolommen.plaats()
    editie: str = Field(primary_key=True, sa_type=Text)
    sha256: str = kolommen.tekst()
    gemaakt: datetime = kolommen.tijd()
    bestandsnaam: str = kolommen.tekst(standaard="")
    vingerafdruk: str = kolommen.tekst(standaard="")
    gewist: str = kolommen.tekst(standaard="")
    format: str = kolommen.tekst(standaard="")
    inhoud: bytes | None = kolommen.ingepakt(leeg=True)


class StatuswijzigingTabel(SQLModel, table=True):
    """A change of a scan's status: when, by whom and why; a higher `id` is newer."""

    __tablename__ = "statuswijziging"
    __table_args__ = (Index("ix_statuswijziging_scan", "scan_id", "id"),)
    id: int = Field(primary_key=True)
    scan_id: str = Field(foreign_key="scan.id", ondelete="CASCADE", sa_type=Text)
    tijd: datetime = kolommen.tijd()
    van: str = kolommen.keuze(ScanStatus)
    naar: str = kolommen.keuze(ScanStatus)
    wie: str = kolommen.tekst()
    reden: str = kolommen.tekst()


class TekstversieTabel(SQLModel, table=True):
    """A long text as it once was; `veld` is its key (`topic/3/toelichting`) and a higher `id` is newer."""

    __tablename__ = "tekstversie"
    __table_args__ = (Index("ix_tekstversie_veld", "scan_id", "veld", "id"),)
    id: int = Field(primary_key=True)
    scan_id: str = Field(foreign_key="scan.id", ondelete="CASCADE", sa_type=Text)
    veld: str = kolommen.tekst()
    tijd: datetime = kolommen.tijd()
    tekst: str = kolommen.tekst()


class SteunTabel(SQLModel, table=True):
    """What the vaststelling of a scan rested on when it was given."""

    __tablename__ = "steun"
    scan_id: str = kolommen.scan()
    positie: int = kolommen.plaats()
    categorie: int
    oordelen: str = Field(sa_type=Cellen)
    hertoets: str = kolommen.keuze(Hertoetsuitkomst)
    voorstel: int | None


class LeidraadvinkTabel(SQLModel, table=True):
    """A question of the leidraad that was asked in a gesprek (its id; "" outside any gesprek)."""

    __tablename__ = "leidraadvink"
    scan_id: str = kolommen.scan()
    gesprek: str = Field(primary_key=True, sa_type=Text)
    vraag: str = Field(primary_key=True, sa_type=Text)


class EigenFormatTabel(SQLModel, table=True):
    """A format of the organisation's own: `sleutel` is its kenmerk, `inhoud` its file."""

    __tablename__ = "eigen_format"
    sleutel: str = Field(primary_key=True, sa_type=Text)
    overgenomen: datetime = kolommen.tijd()
    inhoud: bytes = kolommen.ingepakt()


class EigenWoordTabel(SQLModel, table=True):
    """A word that the spelling check takes as right."""

    __tablename__ = "eigen_woord"
    woord: str = Field(primary_key=True, sa_type=Text)


class ZoekrijTabel(SQLModel, table=True):
    """A text that can be found; `id` is its rowid in the index `zoek`.

    `bron` names the table and columns, `a` and `b` the place in the scan. Triggers add and remove the rows, and set
    `vuil` where the index has yet to follow.
    """

    __tablename__ = "zoekrij"
    __table_args__ = (
        UniqueConstraint("scan_id", "bron", "a", "b"),
        Index("ix_zoekrij_vuil", "bron", sqlite_where=text("vuil")),
    )
    id: int = Field(primary_key=True)
    scan_id: str = Field(foreign_key="scan.id", ondelete="CASCADE", sa_type=Text)
    bron: str = kolommen.tekst()
    a: int
    b: int
    vuil: bool


class StandTabel(SQLModel, table=True):
    """The one row that holds the revisie of the whole database: one higher with every kept change."""

    __tablename__ = "stand"
    id: int = kolommen.plaats()
    revisie: int
