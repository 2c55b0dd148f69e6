"""CSV for Excel: read back, it holds the same words; nothing in it is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from tests.unit.surfaces.takeaway.statement_builders import said

from onrecord.surfaces.columns import CSV_COLUMNS, write_csv
from onrecord.surfaces.rows import statement_row
from onrecord.surfaces.takeaway.spreadsheets import harmless, write_excel_csv


def written(*rows: dict[str, object], columns: list[str]) -> str:
    target = io.StringIO(newline="")
    write_excel_csv(rows, columns, target)
    return target.getvalue()


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "－1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["3141592653589793", "0123456789012345", "27182818284590e4", "1e23456789012345"])
def test_an_id_that_would_be_read_as_a_number_gets_an_apostrophe(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    plain = io.StringIO(newline="")
    write_csv([{"id": cell}], ["id"], plain)
    assert plain.getvalue().splitlines()[1] == cell
    assert written({"id": cell, "start": 12}, columns=["id", "start"]).splitlines()[1] == f'"\'{cell}","12"'


@pytest.mark.parametrize("cell", ["314159265358979a", "2718281828e45e90", "e234567890123456", "12", "2031", "0.00001", "1e-05"])
def test_an_id_that_is_no_number_and_a_number_that_is_kept_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


@pytest.mark.parametrize(
    "cell", ["", "“The bridge will be built.”", "a=b", "2031-05-04", "— he said", "0.5", "mail@courier.example"]
)
def test_what_it_would_not_run_stays_as_it_is(cell: str) -> None:
    assert harmless(cell) == cell


def test_it_begins_with_a_byte_order_mark_and_its_lines_end_with_cr_lf() -> None:
    text = written({"a": "é"}, columns=["a"])
    assert text == '\ufeff"a"\r\n"é"\r\n' and text.encode()[:3] == b"\xef\xbb\xbf"


def test_line_breaks_quotation_marks_and_separators_come_back() -> None:
    cells = {"a": 'one\r\ntwo "three", four;\tfive', "b": "=HYPERLINK(1)", "c": ["=x", "y"], "d": None}
    (row,) = csv.DictReader(io.StringIO(written(cells, columns=list("abcd")).removeprefix("\ufeff"), newline=""))
    assert row == {"a": cells["a"], "b": "'=HYPERLINK(1)", "c": "'=x|y", "d": ""}


def test_the_text_of_a_long_article_is_one_cell() -> None:
    assert written({"a": "word " * 100_000}, columns=["a"]).count('"') == 4


def test_statements_have_the_cells_of_the_plain_csv() -> None:
    plain = io.StringIO(newline="")
    rows = [statement_row(said())]
    write_csv(rows, CSV_COLUMNS["statements"], plain)
    excel = written(*rows, columns=CSV_COLUMNS["statements"]).removeprefix("\ufeff")
    assert list(csv.reader(io.StringIO(excel, newline=""))) == list(csv.reader(io.StringIO(plain.getvalue(), newline="")))
