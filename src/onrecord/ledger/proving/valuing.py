"""What each column of the ledger may hold, asked of the file as it lies: no value is trusted to be of its column's type.

SQLite keeps a text in a column of numbers, and bytes in one of text, if it is told to; reading such a value back as a noun would
fail far from where the fault is.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from sqlalchemy import JSON, Boolean, Column, Connection, Float, Integer, LargeBinary, Table, text

from onrecord.ledger.reviewing.settling import CHANGING
from onrecord.ledger.rows import Failure
from onrecord.ledger.storing import fulltext
from onrecord.ledger.storing.schema import metadata
from onrecord.vocabulary import (
    ActorType,
    CopyKind,
    DateBasis,
    DisagreementKind,
    DriftType,
    Kind,
    LinkKind,
    Position,
    Reading,
    RejectionReason,
    SaidOnBasis,
    ShiftKind,
    SpeechAct,
    Verdict,
    ZoneKind,
)

_Check = Callable[[object], str | None]
_CLOSED_LISTS: Mapping[str, type[StrEnum]] = {
    "readings.published_basis": DateBasis,
    "statements.kind": Kind,
    "statements.speech_act": SpeechAct,
    "statements.speaker_type": ActorType,
    "statements.said_basis": SaidOnBasis,
    "rejections.reason": RejectionReason,
    "personas.type": ActorType,
    "actors.type": ActorType,
    "judgements.verdict": Verdict,
    "copies.kind": CopyKind,
    "links.kind": LinkKind,
    "drifts.type": DriftType,
    "findings.kind": DisagreementKind,
    "disagreements.kind": DisagreementKind,
    "positions.reading": Reading,
    "positions.position": Position,
    "shifts.before_reading": Reading,
    "shifts.before_position": Position,
    "shifts.after_reading": Reading,
    "shifts.after_position": Position,
    "shifts.kind": ShiftKind,
}
# Columns that hold something only where the first of them does: all of them then, or some.
_ALL_OR_NONE = {
    "readings": (
        ("published_earliest", "published_basis"),
        ("published_start", "published_end", "published_text"),
    ),
    "statements": (("speaker_name", "speaker_reason"), ("said_basis", "said_reason")),
}
_ONLY_WITH = {
    "readings": (("published_earliest", ("published_latest", "published_start")),),
    "statements": (
        ("speaker_name", ("speaker_type", "speaker_actor", "speaker_office")),
        ("said_basis", ("said_earliest", "said_latest")),
    ),
}


def missing(connection: Connection) -> list[str]:
    """The tables, and the columns of the others, that a ledger has and this file lacks."""
    there = set(connection.execute(text("SELECT name FROM sqlite_master")).scalars())
    names = (*metadata.tables, fulltext.STATEMENT_WORDS, fulltext.READING_WORDS)
    lost = [f"the table {name}" for name in names if name not in there]
    for table in metadata.tables.values():
        if table.name in there:
            found = {row[1] for row in connection.execute(text(f"PRAGMA table_info({table.name})"))}
            lost += [f"the column {name} of the table {table.name}" for name in table.columns.keys() if name not in found]  # noqa: SIM118
    return lost


def wrong_values(connection: Connection) -> Iterator[Failure]:
    """Every value that is not what its column may hold, by table and primary key."""
    for table in metadata.tables.values():
        yield from _in_table(connection, table)


def _in_table(connection: Connection, table: Table) -> Iterator[Failure]:
    columns = list(table.columns)
    checks = [_check(column) for column in columns]
    keys = [number for number, column in enumerate(columns) if column.primary_key]
    asked = ", ".join(_as_it_lies(column) for column in columns)
    for row in connection.execute(text(f"SELECT {asked} FROM {table.name}")):
        found = [_wrong(column, check, value) for column, check, value in zip(columns, checks, row, strict=True)]
        wrongs = [wrong for wrong in found if wrong] or list(_ill_matched(table, row))
        key = "/".join(_shown(row[number]) for number in keys)
        yield from (Failure(table.name, key, f"row {key}: {wrong}") for wrong in wrongs)


def _as_it_lies(column: Column[object]) -> str:
    """A text as its bytes (it may be no UTF-8), a number as it is, and anything else as the name of its type, marked."""
    name = f'"{column.name}"'
    marked = f"'!' || typeof({name})"
    if isinstance(column.type, Integer | Boolean | Float):
        kind = "real" if isinstance(column.type, Float) else "integer"
        return f"CASE WHEN typeof({name}) IN ('{kind}', 'null') THEN {name} ELSE {marked} END AS {name}"
    if isinstance(column.type, LargeBinary):
        return f"CASE WHEN typeof({name}) IN ('blob', 'null') THEN {name} ELSE {marked} END AS {name}"
    return f"CASE typeof({name}) WHEN 'text' THEN CAST({name} AS BLOB) WHEN 'null' THEN NULL ELSE {marked} END AS {name}"


def _wrong(column: Column[object], check: _Check, value: object) -> str | None:
    if value is None:
        return None if column.nullable else f"{column.name} holds nothing"
    if isinstance(value, str):
        return f"{column.name} holds a value of the wrong type ({value[1:]})"
    if isinstance(column.type, LargeBinary):
        return None
    try:
        wrong = check(value.decode()) if isinstance(value, bytes) else check(value)
    except UnicodeDecodeError:
        wrong = "is not in UTF-8"
    return f"{column.name} {wrong}" if wrong else None


def _check(column: Column[object]) -> _Check:
    """What to ask of a value of the column's type: it answers with what is wrong, else None."""
    name = f"{column.table.name}.{column.name}"
    if name in _CLOSED_LISTS:
        listed = frozenset(one.value for one in _CLOSED_LISTS[name])
        return lambda value: None if value in listed else f"is {value!r}, which is none of its closed list"
    if name in _IN_JSON:
        holds, what = _IN_JSON[name]
        return lambda value: None if holds(_parsed(value)) else f"is not {what} in JSON"
    if isinstance(column.type, JSON):
        raise NotImplementedError(f"nothing says what {name} holds")
    if isinstance(column.type, Boolean):
        return lambda value: None if value in (0, 1) else f"is {value}, neither 0 nor 1"
    if isinstance(column.type, Integer):
        return lambda value: f"is negative: {value}" if isinstance(value, int) and value < 0 else None
    return lambda _: None


def _parsed(value: object) -> object:
    try:
        return json.loads(str(value))
    except (ValueError, RecursionError):
        return None


def _is_byline(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value)


def _are_zones(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(zone, list) and _is_zone(zone) for zone in value)


def _is_zone(zone: list[object]) -> bool:
    match zone:
        case [int(start), int(end), str(kind)]:
            return type(start) is type(end) is int and 0 <= start < end and kind in set(ZoneKind)
    return False


def _are_offices(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(office, list) and _is_office(office) for office in value)


def _is_office(office: list[object]) -> bool:
    match office:
        case [str(), place, start, end, str()]:
            return all(part is None or isinstance(part, str) for part in (place, start, end))
    return False


def _is_question(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    match value:
        case {"id": str(), "text": str(), "about": about, "subject": subject, "examples": list(examples), "stages": list(stages)}:
            told = all(_is_byline(names) for names in (about, subject))
            return told and all(_is_example(one) for one in examples) and all(_is_stage(one) for one in stages)
    return False


def _is_example(one: object) -> bool:
    match one:
        case [str(), str(reading), str(position)]:
            return reading in set(Reading) and position in set(Position)
    return False


def _is_stage(one: object) -> bool:
    match one:
        case [str(), words]:
            return _is_byline(words)
    return False


def _are_spans(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, list) and _is_span(one) for one in value)


def _is_span(one: list[object]) -> bool:
    match one:
        case [int(start), int(end), str()]:
            return type(start) is type(end) is int
    return False


def _is_setting(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) or _is_byline(one) for one in value.values())


def _is_read(value: object) -> bool:
    if not isinstance(value, dict) or set(value) != {*CHANGING, "spans"} or not isinstance(value["spans"], list):
        return False
    told = (one for name, one in value.items() if name != "spans")
    return all(one is None or isinstance(one, str) for one in told) and all(map(_is_role, value["spans"]))


def _is_role(one: object) -> bool:
    match one:
        case [str(role), int(start), int(end), str()]:
            return type(start) is type(end) is int and role in ("source", "cue", "content", "said-on")
    return False


_IN_JSON: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "readings.byline": (_is_byline, "a list of names"),
    "readings.zones": (_are_zones, "a list of zones"),
    "personas.names": (_is_byline, "a list of names"),
    "personas.offices": (_are_offices, "a list of offices"),
    "actors.offices": (_are_offices, "a list of offices"),
    "questions.asked": (_is_question, "a question"),
    "positions.words": (_are_spans, "a list of spans"),
    "judgements.value": (_is_setting, "an object of names and lists of names"),
    "originals.read": (_is_read, "what was read of a statement"),
}


def _ill_matched(table: Table, row: object) -> Iterator[str]:
    """Where some columns that belong together hold something and others do not."""
    held = {name for name, value in row._mapping.items() if value is not None}  # type: ignore[attr-defined]
    for group in _ALL_OR_NONE.get(table.name, ()):
        if held & set(group) and not held >= set(group):
            yield f"{', '.join(group)} do not all hold something"
    for first, others in _ONLY_WITH.get(table.name, ()):
        if first not in held and held & set(others):
            yield f"{', '.join(sorted(held & set(others)))} hold something and {first} does not"


def _shown(value: object) -> str:
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)
