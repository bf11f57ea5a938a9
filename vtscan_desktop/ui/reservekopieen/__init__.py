"""Backups: made by themselves, listed, put back, and the way to one when the database is damaged."""
