"""vtscan_desktop: de risicoscan Veilig Thuis op de eigen laptop, zonder netwerk."""

__version__ = "0.1.0"
