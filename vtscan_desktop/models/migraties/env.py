"""Alembic's environment: the migrations run on the connection, and in the transaction, of the caller."""

from alembic import context
from sqlmodel import SQLModel

from vtscan_desktop.models import tabellen, tabellen_naast  # noqa: F401  (fill the metadata)

context.configure(
    connection=context.config.attributes["connection"], target_metadata=SQLModel.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
