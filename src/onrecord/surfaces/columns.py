"""The ledger's tables as CSV: their columns in order, spans, days and other objects taken apart, and the cells of a row."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from typing import TextIO

from onrecord.surfaces.rows import Row

CSV_COLUMNS: dict[str, list[str]] = {
    "articles": [
        *("id", "path", "url", "outlet", "title", "byline", "language"),
        *("published_earliest", "published_latest", "published_basis"),
        *("published_evidence_start", "published_evidence_end", "published_evidence_text"),
        *("statements", "mentions", "version", "superseded_by", "added_at"),
        *("provenance_onrecord", "provenance_model", "provenance_settings", "zones", "text"),
    ],
    "statements": [
        *("id", "kind", "speaker_name", "speaker_type", "speaker_actor", "speaker_office", "speaker_reason"),
        *("said_on_earliest", "said_on_latest", "said_on_edtf", "said_on_basis", "said_on_reason"),
        *("said_on_evidence_start", "said_on_evidence_end", "said_on_evidence_text"),
        *("source_start", "source_end", "source_text", "cue_start", "cue_end", "cue_text"),
        *("content_start", "content_end", "content_text", "content_fragments", "content"),
        *("speech_act", "negated", "addressee", "venue", "within", "repeats", "confidence", "status", "by"),
        *("judged_by", "judged_at", "judged_why"),
        *("article_id", "article_outlet", "article_url", "article_path", "article_title"),
        *("article_published_earliest", "article_published_latest", "article_published_basis"),
        *("article_provenance_onrecord", "article_provenance_model", "article_provenance_settings"),
    ],
    "mentions": [
        *("start", "end", "actor", "name", "type", "article_id", "article_outlet", "article_url", "article_path"),
        *("article_published_earliest", "article_published_latest", "article_published_basis"),
    ],
    "actors": ["id", "name", "type", "names", "offices", "wikidata"],
    "utterances": [
        *("id", "actor", "name", "type", "said_on_earliest", "said_on_latest", "cue", "words", "statements"),
        *("articles", "reports", "reprints", "fullest", "earliest", "drift"),
    ],
    "disagreements": [
        *("id", "kind", "about", "sides", "confidence", "status", "judged_by", "judged_at", "judged_why", "utterances"),
    ],
    "positions": [
        *("id", "question", "actor", "name", "type", "statement", "said_on_earliest", "said_on_latest", "reading", "position"),
        *("confidence", "reason", "words", "stage", "second_hand", "status", "by"),
        *("judged_by", "judged_at", "judged_why"),
        *("cue", "content_start", "content_end", "content_text", "content_fragments", "content"),
        *("article_id", "article_outlet", "article_url", "article_path", "article_title"),
        *("article_published_earliest", "article_published_latest", "article_published_basis"),
        *("article_provenance_onrecord", "article_provenance_model", "article_provenance_settings"),
    ],
    "shifts": [
        *("id", "question", "actor", "name", "type", "reading", "from", "to_reading", "to", "kind"),
        *("statements", "said_on", "confidence", "why", "status", "by", "judged_by", "judged_at", "judged_why"),
    ],
}


def write_csv(rows: Iterable[Row], columns: list[str], target: TextIO) -> None:
    """Write rows as CSV (RFC 4180, UTF-8 without BOM), one column for each name; lists and objects that are left are JSON."""
    writer = csv.DictWriter(target, columns, restval="", extrasaction="ignore", lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(csv_cells(row))


def csv_cells(row: Row) -> dict[str, object]:
    """The cells of a row in CSV by the names of their columns: objects taken apart, what is left of lists as JSON."""
    return {name: _cell(value) for name, value in _flat(row).items()}


def _flat(row: Row, prefix: str = "") -> Row:
    """A row with objects taken apart (`source` → `source_start` …); of the content, the first fragment."""
    flat: Row = {}
    for name, value in row.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            flat |= _flat(value, f"{key}_")
            continue
        if key == "content" and isinstance(value, list):
            flat |= {f"content_{part}": value[0][part] for part in ("start", "end", "text")}
            flat["content_fragments"] = len(value)
        flat[key] = value
    return flat


def _cell(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "|".join(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
