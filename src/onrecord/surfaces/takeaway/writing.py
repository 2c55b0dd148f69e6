"""The forms that statements are taken away in, by name: what a command or a page offers, and one call that writes any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TextIO

from onrecord.ledger import Ledger, StatementRow
from onrecord.surfaces.takeaway.annotations import write_annotations
from onrecord.surfaces.takeaway.citations import write_csl, write_footnotes, write_ris
from onrecord.surfaces.takeaway.evidence import Known
from onrecord.surfaces.takeaway.quotations import write_quotations


@dataclass(frozen=True, slots=True)
class Form:
    """How a form is called in a menu, what a file of it ends in, and what it is sent as."""

    title: str
    suffix: str
    media_type: str


FORMS = {
    "webannotation": Form("W3C Web Annotation", "jsonld", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'),
    "schema-org": Form("schema.org Quotation", "jsonld", "application/ld+json"),
    "footnotes": Form("Footnotes (Markdown)", "md", "text/markdown; charset=utf-8"),
    "csl-json": Form("References (CSL-JSON)", "json", "application/vnd.citationstyles.csl+json"),
    "ris": Form("References (RIS)", "ris", "application/x-research-info-systems; charset=utf-8"),
}


@dataclass(frozen=True, slots=True)
class Sources:
    """What statements are taken from: the texts of articles (by id), and the ledger's actors (by id)."""

    text_of: Callable[[str], str]
    known: Known


def sources(ledger: Ledger) -> Sources:
    """The texts and actors of a ledger."""

    @lru_cache(maxsize=64)
    def text_of(article: str) -> str:
        record = ledger.record(article)
        return record.article.text if record is not None else ""

    return Sources(text_of, {row.actor.id: row.actor for row in ledger.actors()})


def write_statements(form: str, rows: Iterable[StatementRow], of: Sources, target: TextIO) -> None:
    """Write statements in one of `FORMS`; `target` must not translate line ends."""
    match form:
        case "webannotation":
            write_annotations(rows, of.text_of, target)
        case "schema-org":
            write_quotations(rows, target, of.known)
        case "footnotes":
            write_footnotes(rows, target, of.known)
        case "csl-json":
            write_csl(rows, target, of.known)
        case "ris":
            write_ris(rows, target, of.known)
        case _:
            raise ValueError(form)
