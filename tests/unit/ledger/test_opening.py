"""What is opened, what is refused, and what is said about it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_builders import MEER, MODEL_B, VESK, person, record, text_of, told
from sqlalchemy import create_engine

from onrecord.ledger import Added, Ledger, StatementQuery, open_ledger
from onrecord.ledger.storing.engine import APPLICATION_ID, engine_for, writing
from onrecord.ledger.storing.migrating import MIGRATIONS, upgrade
from onrecord.ledger.storing.schema import SCHEMA_VERSIONS, metadata
from onrecord.vocabulary import LedgerError


def raw(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)


def test_a_ledger_that_is_not_there_is_made(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        assert ledger.add(record()) is Added.NEW
    with open_ledger(path, read_only=True) as again:
        assert again.count_statements() == 2


@pytest.mark.parametrize("how", [{"create": False}, {"read_only": True}])
def test_a_ledger_that_is_not_there_is_not_made_unasked(path: Path, how: dict[str, bool]) -> None:
    with pytest.raises(LedgerError, match="there is no ledger at"):
        open_ledger(path, **how)
    assert not path.exists()


@pytest.mark.parametrize("left", ["", "PRAGMA journal_mode = WAL", f"PRAGMA application_id = {APPLICATION_ID}"])
def test_what_an_interrupted_creation_leaves_behind_becomes_a_ledger(path: Path, left: str) -> None:
    path.touch()
    raw(path, left)
    with open_ledger(path) as ledger:
        assert ledger.add(record()) is Added.NEW


@pytest.mark.parametrize("content", [b"D", b"Dear reader", b"SQLite format 3\x00 and no more", b"\x00" * 5000])
def test_another_file_is_refused_and_left_as_it_was(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(path)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_opening_a_ledger_again_leaves_the_locks_of_one_that_is_open(path: Path) -> None:
    with open_ledger(path) as kept:
        kept.add(record(MEER, url="kept"))
        with open_ledger(path) as again:
            again.add(record(MEER, url="again"))
        log = path.with_name(f"{path.name}-wal")
        before = log.stat().st_ino
        # Another program that believes itself alone would end by taking the log away.
        script = (
            "import sqlite3, sys; raw = sqlite3.connect(sys.argv[1]); raw.execute('SELECT * FROM actors').fetchall(); raw.close()"
        )
        subprocess.run([sys.executable, "-c", script, str(path)], check=True)
        assert log.stat().st_ino == before
        assert kept.count_articles() == 2


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_refused_and_left_as_it_was(path: Path, mode: str) -> None:
    raw(path, f"PRAGMA journal_mode = {mode}; CREATE TABLE articles (id)")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="not a ledger"):
        open_ledger(tmp_path)


def test_a_ledger_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="make the folder first"):
        open_ledger(tmp_path / "nowhere" / "story.db")


def test_a_path_that_no_file_can_have_is_explained(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="check the path"):
        open_ledger(tmp_path / ("long" * 100))


def test_a_ledger_of_a_newer_onrecord_is_refused(path: Path) -> None:
    open_ledger(path).close()
    raw(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(LedgerError, match="made by a newer onrecord: upgrade"):
        open_ledger(path)


def older(path: Path, version: str = SCHEMA_VERSIONS[0]) -> None:
    engine = engine_for(path, mode="rwc", wait=1)
    with writing(engine) as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        upgrade(connection, version)
    engine.dispose()


def test_a_ledger_of_an_older_onrecord_is_brought_up_to_date(path: Path) -> None:
    older(path)
    with open_ledger(path) as ledger:
        ledger.add(record())
        assert list(ledger.verify()) == []


def copied(source: Path, target: Path) -> None:
    """Puts all rows of a ledger into one of an older version, as far as that has tables and columns for them."""
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS source", (str(source),))
        for table in ("articles", "readings", "statements", "spans", "mentions", "versions", "views", "sightings"):
            columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
            connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM source.{table}")
        for index in ("statement_words", "reading_words"):
            connection.execute(f"INSERT INTO main.{index}({index}) VALUES ('rebuild')")
        connection.commit()


def test_articles_kept_before_there_were_actors_stay_and_take_actors_when_read_again(path: Path) -> None:
    older(path, "0002")
    with open_ledger(path.with_name("new.db")) as new:
        new.add(record(url="0"))
    copied(path.with_name("new.db"), path)
    with open_ledger(path) as ledger:
        assert list(ledger.verify()) == []
        assert [row.statement.speaker.name for row in ledger.statements(StatementQuery(speaker="meer"))] == ["Ilse Meer"]  # type: ignore[union-attr]
        assert list(ledger.actors()) == []
        ledger.add(told("0", person("Ilse Meer"), provenance=MODEL_B))
        assert [row.actor.name for row in ledger.actors()] == ["Ilse Meer"]
        assert list(ledger.verify()) == []


def test_a_ledger_of_an_older_onrecord_is_not_changed_by_reading(path: Path) -> None:
    older(path)
    with pytest.raises(LedgerError, match="made by an older onrecord"):
        open_ledger(path, read_only=True)


def test_the_tables_are_those_that_the_migrations_make(ledger: Ledger) -> None:
    engine = create_engine(f"sqlite:///{ledger.path}")
    kept = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=kept), metadata) == []


def test_the_versions_listed_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == SCHEMA_VERSIONS


def test_opening_a_present_ledger_does_not_load_alembic(path: Path) -> None:
    open_ledger(path).close()
    opens = f"from onrecord.ledger import open_ledger; open_ledger({str(path)!r}).close()"
    code = f"import sys; {opens}; sys.exit('alembic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("name", ["a b.db", "what?.db", "50%.db", "näws#1.db", "a&mode=ro.db"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    for _ in range(2):
        with open_ledger(tmp_path / name) as ledger:
            ledger.add(record())
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_ledger_opened_for_reading_takes_nothing(path: Path) -> None:
    open_ledger(path).close()
    with open_ledger(path, read_only=True) as ledger, pytest.raises(LedgerError, match="may not be written to"):
        ledger.add(record())


def test_a_full_disk_is_explained(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.add(record(url="0"))
        with ledger._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
        with pytest.raises(LedgerError, match="disk is full") as caught:
            ledger.add(record(url="1", text=text_of(VESK, MEER) + " ship" * 50_000))
        assert caught.value.__cause__ is not None
        assert ledger.count_articles() == 1
        assert list(ledger.verify()) == []
