"""Taking away: any view as a file, by the filters of its page, and a page that says what each format is for.

A file is made whole (on disk, where it is large) before its first byte is sent, and then sent piece by piece: an error on the
way is a page that says so, never half a file that looks like a whole one.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any, cast
from urllib.parse import quote

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response, StreamingResponse

from onrecord.ledger import StatementRow
from onrecord.surfaces.columns import CSV_COLUMNS
from onrecord.surfaces.desk import links, offering
from onrecord.surfaces.desk.asked import Asked
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.selecting import VIEWS, question_meant
from onrecord.surfaces.desk.views import page
from onrecord.surfaces.interchange import dumps
from onrecord.surfaces.parquet import write_parquet
from onrecord.surfaces.rows import table_row
from onrecord.surfaces.takeaway.feeds import Channel, feed
from onrecord.surfaces.takeaway.gathering import gathered
from onrecord.surfaces.takeaway.memo import dossier_markdown
from onrecord.surfaces.takeaway.page import POLICY, dossier_html
from onrecord.surfaces.takeaway.spreadsheets import write_excel_csv
from onrecord.surfaces.takeaway.writing import FORMS, sources, write_statements
from onrecord.vocabulary import UsageError

router = APIRouter()

_IN_MEMORY = 4_000_000  # bytes of a file that is held in memory; a larger one goes to disk
_PIECE = 64_000


@router.get("/takeaway")
def takeaway(request: Request, here: Here) -> Response:
    """What can be taken away, in which formats; of one view with its filters, where `view` names one."""
    asked = Asked.of(request)
    view = asked.one_of("view", (*VIEWS, offering.DOSSIER))
    values = {name: value for name, value in asked.values.items() if name != "view"}
    chosen = None
    if view in VIEWS:
        query = VIEWS[view].asked(here.ledger, asked)
        chosen = here.kept((view, query), lambda ledger: VIEWS[view].count(ledger, query))
    formats = [(one, offering.FORMATS[one]) for one in offering.formats_of(view)] if view else []
    everything = [
        (one, [(form, offering.FORMATS[form]) for form in offering.formats_of(one)]) for one in VIEWS if one == VIEWS[one].table
    ]
    context: dict[str, Any] = {
        "view": view,
        "table": VIEWS[view].table if view in VIEWS else view,
        "values": values,
        "chosen": chosen,
        "formats": formats,
        "everything": everything,
    }
    return page(request, "takeaway.html", told=offering.TOLD, **context)


@router.get("/take/{name}")
def take(request: Request, here: Here, name: str) -> Response:
    """A view in a format: "statements.csv"."""
    view, _, form = name.partition(".")
    if view not in (*VIEWS, offering.DOSSIER):
        raise HTTPException(404)
    if form not in offering.formats_of(view):
        known = ", ".join(offering.formats_of(view))
        raise UsageError(f"“{form}” is no format of {view}: it is one of {known}")
    asked = Asked.of(request)
    if view == offering.DOSSIER:
        return _dossier(here, asked, form)
    if form == "atom":
        return _feed(request, here, asked)
    file: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  closed once it is sent
    try:
        _write(here, asked, view, form, file)
    except BaseException:
        file.close()
        raise
    return _sent(file, f"{here.name}-{view}", offering.FORMATS[form])


def _write(here: Opened, asked: Asked, view: str, form: str, file: IO[bytes]) -> None:
    ledger, about = here.ledger, VIEWS[view]
    found = about.rows(ledger, about.asked(ledger, asked))
    if form == "parquet":
        write_parquet((table_row(row) for row in found), about.table, file)
        return
    target = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    if form == "csv":
        write_excel_csv((table_row(row) for row in found), CSV_COLUMNS[about.table], target)
    elif form == "jsonl":
        target.writelines(f"{dumps(table_row(row))}\n" for row in found)
    elif form in FORMS:
        write_statements(form, cast(Iterator[StatementRow], found), sources(ledger), target)
    target.flush()
    target.detach()  # else the file is closed with it


def _dossier(here: Opened, asked: Asked, form: str) -> Response:
    row = question_meant(here.ledger, asked.line("question"))
    found = gathered(here.ledger, row, made=datetime.now(UTC).date().isoformat())
    told = dossier_html(found) if form == "html" else dossier_markdown(found)
    answer = _sent(io.BytesIO(told.encode()), f"{here.name}-{row.question.id}", offering.FORMATS[form])
    if form == "html":  # its style stands in it, which the policy of the desk's own pages does not let through
        answer.headers["Content-Security-Policy"] = f"{POLICY}; frame-ancestors 'none'"
    return answer


def _feed(request: Request, here: Opened, asked: Asked) -> Response:
    """The statements added last, for a program that asks again and again; so it is no attachment."""
    home = str(request.base_url).rstrip("/")
    own = f"{home}{links.taken_url('statements', 'atom', **asked.values)}"
    about = Channel(f"{here.name}: new statements", own, lambda row: f"{home}{links.statement_url(row.statement.id)}")
    told = feed(here.ledger, VIEWS["statements"].query(asked), about)
    return Response(told, media_type=offering.FORMATS["atom"].media_type)


def _sent(file: IO[bytes], name: str, about: offering.Offered) -> Response:
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    whole = f"{name}.{about.suffix}"
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", whole)
    called = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(whole, safe='')}"
    headers = {"Content-Disposition": called, "Content-Length": str(size)}
    return StreamingResponse(_pieces(file), media_type=about.media_type, headers=headers)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece
