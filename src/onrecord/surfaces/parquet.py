"""Parquet files of the ledger's tables; the one file that knows pyarrow, which comes with `pip install 'onrecord[parquet]'`.

A row has the fields of the row in JSON Lines, by the same names: spans and other objects are structs, lists are lists. Times and
days stay ISO 8601 text, since a day may be an interval with an open end.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import IO, Any

from onrecord.surfaces.rows import Row
from onrecord.vocabulary import UsageError

# So many rows are held at a time, and make one group of the file.
_ROWS = 2_000

# Types as they are written here: a name of Arrow's, [one] for a list, {name: type} for a struct.
_SPAN = {"start": "int64", "end": "int64", "text": "string"}
_DATED = {"earliest": "string", "latest": "string", "basis": "string", "evidence": _SPAN}
_PROVENANCE = {"onrecord": "string", "model": "string", "settings": "string"}
_ARTICLE = {
    "id": "string",
    "path": "string",
    "url": "string",
    "outlet": "string",
    "title": "string",
    "published": _DATED,
    "provenance": _PROVENANCE,
}
_OFFICE = {"title": "string", "place": "string", "from": "string", "to": "string", "basis": "string"}
_DRIFT = {"from": "string", "to": "string", "type": "string", "before": "string", "after": "string"}
_SIDE = {
    "value": "string",
    "article": "string",
    "start": "int64",
    "end": "int64",
    "text": "string",
    "statement": "string",
    "witness": "bool",
}
_JUDGED = {"by": "string", "at": "string", "why": "string"}
_DAYS = {"earliest": "string", "latest": "string"}
_SPEAKER = {"actor": "string", "name": "string", "type": "string", "office": "string", "reason": "string"}

COLUMNS: dict[str, dict[str, Any]] = {
    "articles": {
        "id": "string",
        "path": "string",
        "url": "string",
        "outlet": "string",
        "title": "string",
        "byline": ["string"],
        "language": "string",
        "published": _DATED,
        "characters": "int64",
        "statements": "int64",
        "mentions": "int64",
        "version": "int64",
        "superseded_by": "string",
        "added_at": "string",
        "provenance": _PROVENANCE,
        "text": "string",
        "zones": [{"start": "int64", "end": "int64", "kind": "string"}],
    },
    "statements": {
        "id": "string",
        "kind": "string",
        "source": _SPAN,
        "cue": _SPAN,
        "content": [_SPAN],
        "speaker": _SPEAKER,
        "said_on": {"earliest": "string", "latest": "string", "basis": "string", "reason": "string", "evidence": _SPAN},
        "speech_act": "string",
        "negated": "bool",
        "addressee": "string",
        "venue": "string",
        "within": "string",
        "repeats": "string",
        "confidence": "float64",
        "said_on_edtf": "string",
        "status": "string",
        "by": "string",
        "judged": _JUDGED,
        "article": _ARTICLE,
    },
    "mentions": {
        "start": "int64",
        "end": "int64",
        "actor": "string",
        "name": "string",
        "type": "string",
        "article": _ARTICLE,
    },
    "actors": {
        "id": "string",
        "name": "string",
        "type": "string",
        "names": ["string"],
        "offices": [_OFFICE],
        "wikidata": "string",
    },
    "utterances": {
        "id": "string",
        "actor": "string",
        "name": "string",
        "type": "string",
        "said_on": {"earliest": "string", "latest": "string"},
        "statements": ["string"],
        "articles": ["string"],
        "reports": ["string"],
        "reprints": ["string"],
        "fullest": "string",
        "earliest": "string",
        "cue": "string",
        "words": "string",
        "drift": [_DRIFT],
    },
    "disagreements": {
        "id": "string",
        "kind": "string",
        "about": "string",
        "sides": [_SIDE],
        "confidence": "float64",
        "status": "string",
        "judged": _JUDGED,
        "utterances": ["string"],
    },
    "positions": {
        **dict.fromkeys(("id", "question", "actor", "name", "type", "statement"), "string"),
        "said_on": _DAYS,
        "reading": "string",
        "position": "string",
        "confidence": "float64",
        "reason": "string",
        "words": [_SPAN],
        "stage": "string",
        "second_hand": "bool",
        "status": "string",
        "by": "string",
        "judged": _JUDGED,
        "cue": "string",
        "content": [_SPAN],
        "article": _ARTICLE,
    },
    "shifts": {
        **dict.fromkeys(("id", "question", "actor", "name", "type"), "string"),
        **dict.fromkeys(("reading", "from", "to_reading", "to", "kind"), "string"),
        "statements": ["string"],
        "said_on": ["string"],
        "confidence": "float64",
        "why": "string",
        "status": "string",
        "by": "string",
        "judged": _JUDGED,
    },
}


def write_parquet(rows: Iterable[Row], table: str, target: IO[bytes]) -> None:
    """Write the rows of a table as a Parquet file, a few at a time. Raises UsageError where pyarrow is not installed."""
    arrow, parquet = _installed()
    schema = _schema(arrow, table)
    with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
        left = iter(rows)
        while some := list(islice(left, _ROWS)):
            writer.write_table(arrow.Table.from_pylist(some, schema=schema))


def arrow_table(rows: Iterable[Row], table: str) -> Any:
    """The rows of a table as a pyarrow.Table, structs taken apart by the names of CSV (`speaker_name`); lists stay lists.

    Of a content, `content_start`, `content_end` and `content_text` are the first fragment, `content` all of them. Raises
    UsageError where pyarrow is not installed.
    """
    arrow, _ = _installed()
    made = arrow.Table.from_pylist(list(rows), schema=_schema(arrow, table))
    while any(arrow.types.is_struct(column.type) for column in made.schema):
        made = made.flatten()
    made = made.rename_columns([name.replace(".", "_") for name in made.column_names])
    if "content" in made.column_names:
        first = [spans[0] for spans in made.column("content").to_pylist()]
        place = made.column_names.index("content")
        for part, form in reversed(_SPAN.items()):
            values = arrow.array([span[part] for span in first], type=_typed(arrow, form))
            made = made.add_column(place, f"content_{part}", values)
    return made


def check_installed() -> None:
    """Raises UsageError where pyarrow is not installed."""
    _installed()


def _installed() -> tuple[Any, Any]:
    try:
        import pyarrow  # noqa: PLC0415  heavy, and not installed everywhere
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        raise UsageError("this needs pyarrow, which is not installed: `pip install 'onrecord[parquet]'`") from error
    return pyarrow, parquet


def _schema(arrow: Any, table: str) -> Any:
    return arrow.schema([(name, _typed(arrow, form)) for name, form in COLUMNS[table].items()])


def _typed(arrow: Any, form: Any) -> Any:
    """A type as Arrow has it, from one as it is written above."""
    match form:
        case str():
            return arrow.bool_() if form == "bool" else getattr(arrow, form)()
        case [one]:
            return arrow.list_(_typed(arrow, one))
    return arrow.struct([(name, _typed(arrow, one)) for name, one in form.items()])
