"""The columns that tables are made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Text
from sqlmodel import Field

from vtscan_desktop.models.veldtypen import Geheel, Getal, Ingepakt, Keuze, Tijdstip


def keuze(soort: type[StrEnum], *, leeg: bool = False) -> Any:
    """A value of an enum of the domain; `leeg` when there may be none."""
    return Field(sa_column=Column(Keuze(soort), nullable=leeg))


def scan() -> Any:
    """The scan that a row is part of and goes with, as (part of) its key."""
    return Field(primary_key=True, foreign_key="scan.id", ondelete="CASCADE", sa_type=Text)


def plaats() -> Any:
    """A place in the scan, as part of the key."""
    return Field(primary_key=True, sa_column_kwargs={"autoincrement": False})


def tekst(*, standaard: str | None = None) -> Any:
    """Text; `standaard` is what rows have that were there before the column."""
    return Field(sa_type=Text, sa_column_kwargs={} if standaard is None else {"server_default": standaard})


def ingepakt(*, leeg: bool = False) -> Any:
    """Bytes, kept compressed; `leeg` when there may be none."""
    return Field(sa_column=Column(Ingepakt(), nullable=leeg))


def geheel() -> Any:
    """A whole number without a maximum."""
    return Field(sa_type=Geheel)


def getal() -> Any:
    """A number, in euro or fte."""
    return Field(sa_type=Getal)


def tijd() -> Any:
    """An instant."""
    return Field(sa_type=Tijdstip)
