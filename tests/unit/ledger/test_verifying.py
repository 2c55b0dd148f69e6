"""A sound ledger is found sound, and whatever is tampered with is found."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ledger_builders import MEER, MODEL_B, VESK, full_record, new_ledger, person, record, told
from question_builders import CHARTER, FakePlacer
from relation_builders import LONG, FakeRelater, report

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import Ledger, StatementQuery, open_ledger
from onrecord.ledger.storing.schema import metadata
from onrecord.vocabulary import Kind, LedgerError, Rejection, RejectionReason, Verdict

FIRST = "(SELECT row FROM statements ORDER BY row LIMIT 1)"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed ledger with everything in it: two versions, two readings, a copy, corrections, a question, a check."""
    path = tmp_path_factory.mktemp("whole") / "story.db"
    with new_ledger(path, resolve=resolve) as ledger:
        ledger.add(full_record())
        ledger.add(record(VESK, url="x"))
        ledger.add(record(MEER, url="x"))
        ledger.add(record(MEER, url="x", provenance=MODEL_B))
        ledger.add(record(VESK, path="b.txt", title="One"))
        ledger.add(record(VESK, path="b.txt", title="Two"))
        ledger.add(record(VESK, path="c.txt", title="Two"))
        ledger.add(told("t", person("Tor Hale", "Hale"), person("Ada Brisk")))
        ledger.add(told("u", person("Tor Halle")))
        ledger.merge("Ada Brisk", "Orlan Vesk", by="Nadia", why="a pen name")
        ledger.undo(ledger.split("Tor Hale", names=["Tor Halle"], by="Nadia").id, by="Nadia", why="no")
        vesk, meer = person("Orlan Vesk", "Vesk"), person("Ilse Meer")
        quoted = "“the mole will be mended for 40 crowns by the town” at last"
        for outlet, said in (("Herald", quoted), ("Post", quoted.replace("40", "14"))):
            ledger.add(report(outlet, "2031-05-04", (vesk, said), (meer, "it rains"), also=LONG))
        ledger.relate(FakeRelater())
        ledger.judge(next(ledger.disagreements()).id, Verdict.CONFIRM, by="Nadia")
        ledger.add(report("Echo", "2031-06-01", (vesk, "Selm will get its charter"), (meer, "the charter is an old matter")))
        ledger.add(report("Star", "2031-07-01", (vesk, "Selm will not get its charter")))
        ledger.add_question(CHARTER, "charter")
        ledger.relate(FakeRelater())
        ledger.place(FakePlacer())
        one, other = (next(ledger.statements(StatementQuery(outlet=outlet))).statement.id for outlet in ("Echo", "Star"))
        ledger.judge(one, Verdict.CONFIRM, other=other, by="Nadia")
        ledger.relate(FakeRelater())
        ledger.place(FakePlacer())
        ledger.correct_statement(next(ledger.statements(StatementQuery(text="rains"))).statement.id, by="Nadia", kind=Kind.DIRECT)
        ledger.start_check(2, seed=1, by="Nadia")
        ledger.rename("Selm", "Port Selm", by="Nadia")
        ledger.reject(Rejection("late.txt", RejectionReason.EMPTY, "write something"))
        assert list(ledger.verify()) == []
    return path


@pytest.fixture
def story(whole: Path, path: Path) -> Path:
    """That ledger, to be tampered with."""
    return Path(shutil.copy(whole, path))


def tamper(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.executescript(sql)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_sound_ledger_has_no_failures(story: Path, read_only: bool) -> None:
    with open_ledger(story, read_only=read_only) as ledger:
        assert list(ledger.verify()) == []


@pytest.mark.parametrize(
    ("sql", "table", "says"),
    [
        ("UPDATE articles SET text = replace(text, 'open', 'shut')", "articles", "its hash or length differs"),
        ("UPDATE articles SET text = text || ' '", "articles", "the id is not the one"),
        ("UPDATE articles SET outlet = 'Selm Post'", "articles", "the id is not the one"),
        ("UPDATE articles SET id = '0000000000000000' WHERE row = 1", "articles", "the id is not the one"),
        ("UPDATE articles SET superseded_by = NULL", "articles", "does not follow from the versions"),
        ("UPDATE articles SET superseded_by = 1 WHERE row = 3", "articles", "does not follow from the versions"),
        (f"UPDATE spans SET text = 'they will shut it' WHERE statement_row = {FIRST}", "statements", "a span is not in the text"),
        (f"UPDATE spans SET start = start + 1 WHERE statement_row = {FIRST}", "statements", "a span is not in the text"),
        ("UPDATE spans SET start = start + 1 WHERE role = 'said-on'", "statements", "a span is not in the text"),
        ("DELETE FROM spans WHERE role = 'content'", "statements", "there is no content"),
        ("DELETE FROM spans WHERE role = 'cue'", "statements", "the id is not the one"),
        (
            "UPDATE statements SET id = '0000000000000000' WHERE ordinal = 0 AND reading_row = 1",
            "statements",
            "the id is not the one",
        ),
        ("UPDATE statements SET within = '0000000000000000' WHERE row = 2", "statements", "it points to the statement"),
        ("UPDATE statements SET voice = ' orlan vesk'", "statements", "that filters look at"),
        ("UPDATE statements SET day_latest = '2031-06-01'", "statements", "that filters look at"),
        ("UPDATE statements SET speaker_name = 'Ilse Meer', voice = ' ilse meer' WHERE row = 1", "readings", "seal differs"),
        ("UPDATE statements SET negated = 0", "readings", "seal differs"),
        ("UPDATE statements SET kind = 'direct'", "readings", "seal differs"),
        (
            "DELETE FROM spans WHERE statement_row = 3; DELETE FROM statements WHERE row = 3",
            "readings",
            "3 statements were added, 2",
        ),
        ("DELETE FROM mentions", "readings", "2 mentions were added, 0"),
        ('UPDATE mentions SET "end" = 100000', "mentions", "outside the text"),
        ("UPDATE mentions SET name = 'Meer'", "readings", "seal differs"),
        ("UPDATE readings SET published_latest = '2031-06-01' WHERE row = 1", "readings", "seal differs"),
        ("UPDATE readings SET published_start = published_start + 1", "articles", "evidence for its date"),
        ("UPDATE readings SET model = 'other'", "readings", "its id is not the one"),
        ("UPDATE readings SET seal = 'other'", "readings", "seal differs"),
        ("UPDATE readings SET shown = NOT shown", "readings", "not the last one put in view"),
        ("UPDATE readings SET shown = 1", "readings", "not the last one put in view"),
        ("DELETE FROM views", "readings", "not the last one put in view"),
        ("UPDATE personas SET name = 'Ilse Meer' WHERE row = 1", "readings", "seal differs"),
        ("UPDATE personas SET offices = '[]' WHERE row = 1", "readings", "seal differs"),
        ("DELETE FROM personas WHERE row = 1", "readings", "seal differs"),
        ("UPDATE personas SET statements = statements + 1", "personas", "does not follow from its reading"),
        ("UPDATE personas SET ordinal = ordinal + 7", "personas", "not numbered in order"),
        ("UPDATE personas SET home = 'Q1'", "personas", "does not follow from the judgements"),
        ("UPDATE personas SET actor_row = 1", "personas", "does not follow from the judgements"),
        ("UPDATE actors SET name = 'Ilse Meer'", "actors", "does not follow from its personas"),
        ("UPDATE actors SET articles = articles + 1", "actors", "does not follow from its personas"),
        ("UPDATE actor_names SET seen = seen + 1", "actor_names", "do not follow from its personas"),
        ("DELETE FROM actor_names WHERE name = 'Hale'", "actor_names", "do not follow from its personas"),
        ("DELETE FROM actor_keys", "actor_keys", "do not follow from its names"),
        ("UPDATE judgements SET why = 'nobody knows' WHERE verdict = 'merge'", "judgements", "changed or lost"),
        ("UPDATE judgements SET by = 'Tor' WHERE verdict = 'same'", "judgements", "changed or lost"),
        ("DELETE FROM judgements WHERE verdict = 'merge'", "judgements", "changed or lost"),
        ("DELETE FROM judgements WHERE verdict = 'rename'", "actors", "does not follow from its personas"),
        ("UPDATE tellings SET vector = x'00'", "relatings", "its seal differs"),
        ("DELETE FROM fingerprints", "relatings", "its seal differs"),
        ("DELETE FROM voices", "relatings", "its seal differs"),
        ("DELETE FROM quoted_runs", "relatings", "its seal differs"),
        ("DELETE FROM fact_names", "relatings", "its seal differs"),
        ("UPDATE relatings SET lineage = article_row", "relatings", "does not follow from the copies"),
        ("UPDATE relatings SET reading_row = 1", "relatings", "another reading"),
        ("DELETE FROM relatings", "relatings", "neither related nor waiting"),
        ("UPDATE articles SET superseded_by = 1 WHERE outlet = 'Post'; DELETE FROM unrelated", "relatings", "is not shown"),
        ("UPDATE tellings SET utterance_row = NULL", "tellings", "in no utterance"),
        ("UPDATE tellings SET utterance_row = 1", "utterances", "its seal differs"),
        ("UPDATE facts SET start = start + 1", "facts", "not in the text at its place"),
        ("UPDATE finding_places SET text = '15'", "finding_places", "not in the text at its place"),
        ("UPDATE finding_places SET value = '15'", "findings", "its seal differs"),
        ("UPDATE findings SET confidence = 0.1", "findings", "its seal differs"),
        ("UPDATE findings SET disagreement_row = NULL", "disagreements", "its seal differs"),
        ("UPDATE copies SET score = 0.1", "copies", "its seal differs"),
        ("UPDATE links SET why = 'who knows'", "links", "its seal differs"),
        ("UPDATE drifts SET before = NULL", "utterances", "its seal differs"),
        ("UPDATE utterances SET actor = 'Q1'", "utterances", "its seal differs"),
        ("DELETE FROM readings WHERE row = 1", "statements", "refers to a row of readings"),
        ("UPDATE articles SET row = row + 100", "readings", "refers to a row of articles"),
        ("DELETE FROM statements WHERE row = 1", "spans", "refers to a row of statements"),
        ("DELETE FROM statements WHERE row = 1", "positions", "its statement, or what that stands in, is not there"),
        (f"UPDATE spans SET text = 'xyz' WHERE statement_row = {FIRST}", "statement_words", "out of step"),
        ("UPDATE readings SET title = 'xyz'", "reading_words", "out of step"),
        ("INSERT INTO statement_words(statement_words) VALUES ('delete-all')", "statement_words", "out of step"),
        ("INSERT INTO reading_words(rowid, title, text) VALUES (1, 'again', 'again')", "reading_words", "out of step"),
    ],
)
def test_tampering_is_found(story: Path, sql: str, table: str, says: str) -> None:
    tamper(story, sql)
    with open_ledger(story) as ledger:
        found = [failure.wrong for failure in ledger.verify() if failure.table == table]
    assert any(says in wrong for wrong in found), found


@pytest.mark.parametrize(
    ("sql", "table", "row", "says"),
    [
        ("UPDATE spans SET start = 'abc' WHERE statement_row = 1 AND role = 'cue'", "spans", "1/cue/0", "start holds a value"),
        ("UPDATE spans SET start = -1 WHERE statement_row = 1 AND role = 'cue'", "spans", "1/cue/0", "start is negative"),
        ("UPDATE articles SET text = x'ff' WHERE row = 2", "articles", "2", "text holds a value of the wrong type (blob)"),
        ("UPDATE articles SET text = CAST(x'ff' AS TEXT) WHERE row = 2", "articles", "2", "text is not in UTF-8"),
        ("UPDATE articles SET characters = 1.5 WHERE row = 2", "articles", "2", "characters holds a value"),
        ("UPDATE statements SET kind = 'sung' WHERE row = 2", "statements", "2", "kind is 'sung'"),
        ("UPDATE statements SET speech_act = '' WHERE row = 2", "statements", "2", "speech_act is ''"),
        ("UPDATE statements SET speaker_type = 'choir' WHERE row = 1", "statements", "1", "speaker_type is 'choir'"),
        ("UPDATE statements SET said_reason = NULL WHERE row = 1", "statements", "1", "do not all hold something"),
        ("UPDATE statements SET speaker_office = 'Mayor' WHERE row = 2", "statements", "2", "speaker_name does not"),
        ("UPDATE statements SET confidence = 'high' WHERE row = 2", "statements", "2", "confidence holds a value"),
        ("UPDATE statements SET negated = 2 WHERE row = 2", "statements", "2", "neither 0 nor 1"),
        ("UPDATE readings SET byline = '[\"Nadia' WHERE row = 1", "readings", "1", "byline is not a list of names"),
        ("UPDATE readings SET byline = '[1]' WHERE row = 1", "readings", "1", "byline is not a list of names"),
        ("UPDATE readings SET zones = '[[0, 5]]' WHERE row = 1", "readings", "1", "zones is not a list of zones"),
        ("UPDATE readings SET zones = '[[-1, 5, \"title\"]]' WHERE row = 1", "readings", "1", "zones is not a list of zones"),
        ("UPDATE readings SET published_end = NULL WHERE row = 1", "readings", "1", "do not all hold something"),
        ("UPDATE personas SET type = 'choir' WHERE row = 1", "personas", "1", "type is 'choir'"),
        ("UPDATE personas SET names = '[1]' WHERE row = 1", "personas", "1", "names is not a list of names"),
        ("UPDATE personas SET offices = '[[\"mayor\"]]' WHERE row = 1", "personas", "1", "offices is not a list of offices"),
        ("UPDATE judgements SET value = '[]' WHERE row = 1", "judgements", "1", "value is not an object"),
        ("UPDATE judgements SET verdict = 'guilty' WHERE row = 1", "judgements", "1", "verdict is 'guilty'"),
        ("UPDATE copies SET kind = 'theft' WHERE row = 1", "copies", "1", "kind is 'theft'"),
        ("UPDATE tellings SET vector = 'abc' WHERE statement_row = 1", "tellings", "1", "vector holds a value of the wrong type"),
    ],
)
def test_a_value_of_the_wrong_kind_is_named_by_table_and_row(story: Path, sql: str, table: str, row: str, says: str) -> None:
    tamper(story, sql)
    with open_ledger(story) as ledger:
        found = [failure for failure in ledger.verify() if (failure.table, failure.id) == (table, row)]
    assert any(f"row {row}: " in failure.wrong and says in failure.wrong for failure in found), found


@pytest.mark.parametrize(
    ("sql", "says"),
    [(f"DROP TABLE {name}", f"it lacks the table {name}") for name in (*metadata.tables, "statement_words", "reading_words")]
    + [("ALTER TABLE mentions DROP COLUMN actor", "it lacks the column actor of the table mentions")],
)
def test_a_table_or_column_that_is_missing_is_an_error_that_says_so(story: Path, sql: str, says: str) -> None:
    tamper(story, f"DROP VIEW statement_texts; DROP VIEW reading_texts; {sql}")
    with open_ledger(story) as ledger, pytest.raises(LedgerError, match=says) as raised:
        list(ledger.verify())
    assert "story.db" in str(raised.value)
    assert "sqlalche.me" not in str(raised.value)


VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(max_size=5),
    st.binary(max_size=5),
    st.sampled_from(["", "[]", "[[]]", "null", "[[0, 1, 2]]", "direct", "0" * 16]),
)
CELLS = [(table.name, column.name) for table in metadata.tables.values() for column in table.columns]
# What nothing follows from but when and where something was met, or which of several rows stands first in a log.
UNSEALED = {"added_at", "row", "place", "path", "document", "holds", "first_seen", "last_seen", "resolved", "detail", "reason"}
LOGS = {"versions", "views", "sightings", "rejections"}


@pytest.mark.parametrize(("table", "column"), CELLS)
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(VALUES, st.integers(0, 50))
@example("", 1)  # empty is not nothing
def test_any_one_value_tampered_with_is_found_and_not_stumbled_over(
    story: Path, table: str, column: str, value: object, number: int
) -> None:
    copy = story.with_name("copy.db")
    copy.write_bytes(story.read_bytes())
    if changed_cell(copy, table, column, value, number):
        with open_ledger(copy, read_only=True) as ledger:
            found = list(ledger.verify())
        assert found or column in UNSEALED or table in LOGS


def changed_cell(path: Path, table: str, column: str, value: object, number: int) -> bool:
    """Whether the value could be put in one of the rows, and is another there than it was."""
    keys = ", ".join(f'"{key.name}"' for key in metadata.tables[table].primary_key)
    cells = f'SELECT {keys}, "{column}" FROM {table} ORDER BY {keys}'
    with closing(sqlite3.connect(path)) as raw:
        before = raw.execute(cells).fetchall()
        if not before:
            return False
        *key, _ = before[number % len(before)]
        places = ", ".join("?" * len(key))
        with suppress(sqlite3.IntegrityError), raw:
            raw.execute(f'UPDATE {table} SET "{column}" = ? WHERE ({keys}) = ({places})', (value, *key))
        return raw.execute(cells).fetchall() != before


def overwrite(path: Path, part: float) -> None:
    with path.open("r+b") as file:
        file.seek(int(path.stat().st_size * part))
        # Several pages, since the middle of a page may hold nothing.
        file.write(b"\xff" * 20_000)


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_file_is_found_and_not_stumbled_over(path: Path, part: float) -> None:
    new_ledger(path, *(record(url=str(number)) for number in range(100))).close()
    overwrite(path, part)
    try:
        with open_ledger(path) as ledger:
            assert list(ledger.verify())
    except LedgerError as error:  # where the list of the tables itself is damaged
        assert "it is damaged: restore it from a copy" in str(error)


def test_values_that_no_version_knows_are_found_and_not_stumbled_over(story: Path) -> None:
    tamper(story, "UPDATE statements SET kind = 'sung'")
    with open_ledger(story) as ledger:
        assert any("sung" in failure.wrong for failure in ledger.verify())


def test_verifying_sees_one_moment_while_articles_are_added(ledger: Ledger, path: Path) -> None:
    for number in range(5):
        ledger.add(record(url=str(number)))
    check = ledger.verify()
    with open_ledger(path) as writer:
        for number in range(5, 10):
            writer.add(record(url=str(number)))
    assert list(check) == []


@pytest.mark.parametrize("ask", [lambda ledger: list(ledger.statements()), lambda ledger: list(ledger.records())])
def test_the_file_is_left_as_it_was_by_asking(story: Path, ask: Callable[[Ledger], object]) -> None:
    before = story.read_bytes()
    with open_ledger(story) as ledger:
        ask(ledger)
    assert story.read_bytes() == before
