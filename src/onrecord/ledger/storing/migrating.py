"""Brings a ledger to the present version of the tables. Alembic is imported only where there is something to do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, text

from onrecord.ledger.storing.engine import APPLICATION_ID, writing

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Makes the tables, or brings those of an older onrecord up to date: all steps in one transaction, or none."""
    with engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        if raw is not None and raw.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            raw.execute("PRAGMA journal_mode = WAL")
    with writing(engine) as connection:
        connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        upgrade(connection)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Runs the steps that a connection's database lacks, up to a version, in the transaction that is open."""
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
