"""vtscan_desktop: de risicoscan Veilig Thuis op de eigen laptop, zonder netwerk."""

from datetime import date

__version__ = "0.1.0"
VERSIEDATUM = date(2026, 1, 1)
"""No clock can rightly show an earlier day: this version was not there yet. Raise it with `__version__`."""
