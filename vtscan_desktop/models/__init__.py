"""SQLModel tables, migrations and the encrypted store."""
