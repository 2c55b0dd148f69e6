"""CSV for Excel: it knows the letters, no cell is taken for a formula, and no id for a number.

As OWASP's page on CSV injection advises, a cell that a spreadsheet would run gets an apostrophe before it, and every cell stands
in quotation marks. So does a cell that it would read as a number and write as another: an id may be of digits alone, of which it
keeps 15, or of digits with an "e" between. What stands after the apostrophe is as it was. The plain CSV (`columns.write_csv`)
changes nothing.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import TextIO

from onrecord.surfaces.columns import csv_cells
from onrecord.surfaces.rows import Row

_MARK = "\ufeff"
# What a formula, or a command of one, begins with, in their full-width forms too; white space before it does not hinder it.
_BEGINS_A_FORMULA = tuple("=+-@＝＋－＠")
_BREAKS = ("\t", "\r", "\n")
# Digits of which a spreadsheet keeps 15, and what it reads as a power of ten.
_SPOILED_NUMBER = re.compile(r"[0-9]{16,}|[0-9]+[eE][0-9]+")


def write_excel_csv(rows: Iterable[Row], columns: list[str], target: TextIO) -> None:
    """Write rows as `columns.write_csv` does, with a byte order mark and harmless cells; `target` must leave line ends alone."""
    target.write(_MARK)
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        cells = csv_cells(row)
        writer.writerow([harmless(str(cells.get(name, ""))) for name in columns])


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula or a number that it spoils: as it is, or with an apostrophe before it."""
    begins = cell.startswith(_BREAKS) or cell.lstrip().startswith(_BEGINS_A_FORMULA)
    return f"'{cell}" if begins or _SPOILED_NUMBER.fullmatch(cell) else cell
