"""Column types: how the values of the domain lie in SQLite, to the letter and without loss."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, Float, LargeBinary, Text
from sqlalchemy.types import TypeDecorator


class Keuze(TypeDecorator[StrEnum]):
    """One of the values of an enum of the domain, kept as that value's text."""

    impl = Text
    cache_ok = True

    def __init__(self, soort: type[StrEnum]) -> None:
        super().__init__()
        self.soort = soort

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else value.value

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:  # noqa: ARG002
        """From the database: an overview of many scans holds thousands, and looking one up is all there is to it."""
        return ({None: None} | {deel.value: deel for deel in self.soort}).__getitem__


class Tijdstip(TypeDecorator[datetime]):
    """An instant, kept as UTC to the microsecond in text of fixed width, so that it also sorts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else datetime.fromisoformat(value)


class Geheel(TypeDecorator[int]):
    """A whole number without a maximum, kept in digits: SQLite's own integers end at 64 bits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else str(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else int(value)


class Getal(TypeDecorator[float]):
    """A number, kept as SQLite's REAL; a whole number that a float can't hold is kept in digits after a "="."""

    impl = Float
    cache_ok = True

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """To the database."""
        return f"={value}" if isinstance(value, int) and float(value) != value else value

    def bind_processor(self, dialect: Dialect) -> Any:
        """As it is: Float would turn the digits into a number."""
        return lambda value: self.process_bind_param(value, dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:  # noqa: ARG002
        """As it is, for the same reason."""
        return lambda value: self.process_result_value(value, dialect)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> float | None:  # noqa: ARG002
        """From the database."""
        return int(value[1:]) if isinstance(value, str) else value


class Cellen(TypeDecorator[tuple[str, ...]]):
    """Several short texts, such as the cells of a row in the making, kept as a JSON list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> tuple[str, ...] | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else tuple(json.loads(value))


class Ingepakt(TypeDecorator[bytes]):
    """Bytes, kept compressed."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """To the database."""
        return None if value is None else zlib.compress(value, 9)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        """From the database."""
        return None if value is None else zlib.decompress(value)
