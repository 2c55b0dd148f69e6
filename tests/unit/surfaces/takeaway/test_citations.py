"""Footnotes and references: they hold all that is needed, in the grammar of each form."""

from __future__ import annotations

import io
import json
import re
from typing import Any

import pytest
from tests.unit.surfaces.takeaway.statement_builders import ALL, article, denied, hostile, said, unknown

from onrecord.surfaces.takeaway.citations import citation, csl, footnote, ris, write_csl, write_footnotes, write_ris
from onrecord.vocabulary import DateBasis, Published, SaidOn, SaidOnBasis

# Of the schema of CSL-JSON 1.0.2: the fields that are used.
STRINGS = {"id", "title", "container-title", "URL", "language", "abstract", "note", "version", "archive_location"}
DATES = {"issued", "event-date", "accessed"}
LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*")


def test_a_citation_has_all_that_a_footnote_needs() -> None:
    assert citation(said()) == (
        "Ada Olan (Mayor of Karo), 2031-05-06 (said “Tuesday”, counted from the publication on 2031-05-06): "
        "“The bridge will be built.” — The Courier, “The bridge”, published 2031-05-06, by the page's own metadata, "
        "https://courier.example/bridge?a=1&b=2, seen 2031-05-07, article a1b2c3d4e5f60718, characters 43-70, "
        "statement 0123456789abcdef"
    )


def test_what_was_denied_is_not_told_as_said() -> None:
    for told in (citation(denied()), footnote(denied()), str(csl(denied())["abstract"]), ris(denied())):
        assert "denied; in the outlet's words: that tolls were planned" in told.replace("\\", "")


def test_what_is_not_known_is_said_so() -> None:
    told = citation(unknown())
    assert told.startswith("speaker not known, day not known (neither the day of saying nor that of publication is known): ")
    assert "outlet not known, “article a1b2c3d4e5f60718”, day of publication not known, seen 2031-05-07" in told


def test_no_folder_of_the_user_is_given_away() -> None:
    told = said(about=article(url=None))
    assert "bridge.html" in citation(told)
    for one in (citation(told), footnote(told), ris(told), json.dumps(csl(told))):
        assert "someone" not in one and "private" not in one


def test_a_footnote_has_its_mark_and_its_definition() -> None:
    target = io.StringIO()
    write_footnotes([said(), denied()], target)
    first, definition, *_ = (line for line in target.getvalue().splitlines() if line)
    assert first == "Ada Olan (Mayor of Karo): “The bridge will be built.”[^0123456789abcdef]"
    assert definition.startswith("[^0123456789abcdef]: Ada Olan (Mayor of Karo), 2031-05-06")
    assert "<https://courier.example/bridge?a=1&b=2>," in definition


def test_words_of_an_article_are_no_mark_up_in_a_footnote() -> None:
    told = footnote(hostile())
    assert "<script" not in told and "\\[link\\](javascript&#58;alert)" in told and "\\*bold\\*" in told and "](<" not in told


@pytest.mark.parametrize("make", ALL)
def test_csl_has_fields_of_its_schema_alone(make: Any) -> None:
    made = json.loads(json.dumps(csl(make())))
    assert made.pop("type") in ("article-newspaper", "webpage")
    assert all(set(one) == {"literal"} for one in made.pop("author", []))
    for name in DATES & set(made):
        date = made.pop(name)
        assert set(date) <= {"date-parts", "literal"} and len(date) == 1
        assert all(1 <= len(part) <= 3 and all(isinstance(one, int) for one in part) for part in date.get("date-parts", []))
    assert set(made) <= STRINGS and all(isinstance(value, str) for value in made.values())


def test_csl_knows_days_intervals_and_open_ends() -> None:
    def when(earliest: str | None, latest: str | None) -> object:
        return csl(said(said_on=SaidOn(earliest, latest, SaidOnBasis.PHRASE, "x"))).get("event-date")

    assert when("2031-05-06", "2031-05-06") == {"date-parts": [[2031, 5, 6]]}
    assert when("2031-05-06", "2031-06-01") == {"date-parts": [[2031, 5, 6], [2031, 6, 1]]}
    assert when(None, "2031-06-01") == {"literal": "2031-06-01 or earlier"} and when(None, None) is None
    open_end = article(published=Published("2031-05-06T10:00:00+02:00", None, DateBasis.TEXT))
    assert csl(said(about=open_end))["issued"] == {"literal": "2031-05-06 or later"}


def test_csl_is_a_list() -> None:
    for rows in ([], [said(), hostile()]):
        target = io.StringIO()
        write_csl(rows, target)
        assert len(json.loads(target.getvalue())) == len(rows)


def test_ris_keeps_its_grammar_whatever_the_words() -> None:
    target = io.StringIO(newline="")
    write_ris([make() for make in ALL], target)
    records = target.getvalue().split("\r\n\r\n")
    assert len(records) == len(ALL)
    for record in records:
        lines = record.removesuffix("\r\n").split("\r\n")
        assert all(LINE.fullmatch(line) for line in lines), lines
        assert lines[0] in ("TY  - NEWS", "TY  - ELEC") and lines[-1] == "ER  - "
    assert "AU  - Mira Tesk\r\nAU  - Ivo Lann\r\n" in records[0] and "DA  - 2031/05/06/\r\n" in records[0]
