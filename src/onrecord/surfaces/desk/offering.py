"""Offering: the formats that views can be taken away in: their names, files and types, and what each is for, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.surfaces.takeaway.feeds import FEED_LENGTH
from onrecord.surfaces.takeaway.writing import FORMS

# The view that is a document on one question, and those whose rows are statements.
DOSSIER = "dossier"
_QUOTED = ("statements", "search")


@dataclass(frozen=True, slots=True)
class Offered:
    """A format: its name in a menu, what its files end in, what they are sent as, and what it is for."""

    title: str
    suffix: str
    media_type: str
    purpose: str


_PURPOSES = {
    "webannotation": "For programs that annotate: each statement as a W3C Web Annotation that points into the article’s text.",
    "schema-org": "For web pages and fact-check feeds: each statement as a Quotation or a Claim of schema.org, in JSON-LD.",
    "footnotes": "For writing: each statement’s words with a footnote that says who, when, where and at which address.",
    "csl-json": "For Zotero and whatever else keeps references: who said it, when, in which article, in CSL-JSON.",
    "ris": "For EndNote, Citavi and older programs that keep references.",
}
FORMATS: Mapping[str, Offered] = {
    "csv": Offered(
        "CSV for Excel",
        "csv",
        "text/csv; charset=utf-8; header=present",
        "A table that Excel and LibreOffice open with every letter right; a cell that they would take for a formula, or "
        "an id that they would take for a number, has an apostrophe before it.",
    ),
    "jsonl": Offered(
        "JSON Lines",
        "jsonl",
        "application/x-ndjson; charset=utf-8",
        "For programs: one object a line, with every field exactly as the record has it.",
    ),
    "parquet": Offered(
        "Parquet",
        "parquet",
        "application/vnd.apache.parquet",
        "For data frames (pandas, polars, R, DuckDB): small, typed and fast to read.",
    ),
    **{name: Offered(form.title, form.suffix, form.media_type, _PURPOSES[name]) for name, form in FORMS.items()},
    "atom": Offered(
        "Atom feed",
        "atom",
        "application/atom+xml; charset=utf-8",
        f"For a feed reader: the {FEED_LENGTH} statements added last; subscribe to its address to see new ones come in.",
    ),
    "html": Offered(
        "One HTML file",
        "html",
        "text/html; charset=utf-8",
        "For reading, printing and passing on: one file that needs no network and nothing else.",
    ),
    "markdown": Offered(
        "Markdown", "md", "text/markdown; charset=utf-8", "For writing on: the same as plain text that any editor opens."
    ),
}
_TABLES = ("csv", "jsonl", "parquet")
_DOCUMENTS = ("html", "markdown")
# What a view is, in a sentence.
TOLD = {
    "statements": "Who said what, when, in which article: one row a statement.",
    "search": "The statements that a search finds, the best first.",
    "articles": "The articles with their texts as stored.",
    "actors": "Who speaks, under which names, in which offices.",
    "utterances": "One act of saying a row, with all reports of it and how they differ.",
    "disagreements": "What two reports cannot both be right about.",
    "positions": "What each statement says on a question.",
    "shifts": "Who changed position, between which two statements.",
    DOSSIER: "All that is known on a question, as one document: who stands where, the words, who moved, what is disputed.",
}


def formats_of(view: str) -> tuple[str, ...]:
    """The names of the formats that a view can be had in."""
    if view == DOSSIER:
        return _DOCUMENTS
    if view in _QUOTED:
        return (*_TABLES, *FORMS, "atom") if view == "statements" else (*_TABLES, *FORMS)
    return _TABLES


def has_more(view: str) -> bool:
    """Whether a view can be had in formats that tables do not have."""
    return len(formats_of(view)) > len(_TABLES)
