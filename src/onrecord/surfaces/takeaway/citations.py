"""Statements as footnotes and references: one line of text, Markdown, CSL-JSON, RIS.

Each names the speaker and the office on that day, the day and what it rests on, the words as printed, outlet, headline, address,
the day it was seen and the version of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from onrecord.ledger import ArticleRow, StatementRow
from onrecord.surfaces.interchange import dumps
from onrecord.surfaces.takeaway.escaping import markdown
from onrecord.surfaces.takeaway.evidence import (
    NOBODY,
    Known,
    address_of,
    day_of,
    file_of,
    judged,
    office_of,
    one_line,
    outlet_of,
    place_of,
    publication,
    said_so,
    seen,
    speaker_of,
    title_of,
)
from onrecord.vocabulary import Days

Json = dict[str, object]


def citation(row: StatementRow, known: Known = NOBODY) -> str:
    """A statement with all that a footnote needs, on one line of plain text."""
    day, basis = day_of(row)
    return f"{_who(row, known)}, {day} ({basis}): {said_so(row)} — {_where(row)}"


def footnote(row: StatementRow, known: Known = NOBODY) -> str:
    """A statement as Markdown: who said what with the mark of a footnote, and the footnote; lines end with a line break."""
    mark = f"[^{row.statement.id}]"
    said = f"{_who(row, known)}: {said_so(row)}"
    day, basis = day_of(row)
    address = address_of(row.article)
    about = markdown(f"{_who(row, known)}, {day} ({basis}). {_article(row.article)}")
    link = f" <{address}>," if address else ""
    return f"{markdown(said)}{mark}\n\n{mark}: {about},{link} {markdown(_version(row))}\n"


def write_footnotes(rows: Iterable[StatementRow], target: TextIO, known: Known = NOBODY) -> None:
    """Write statements as Markdown, each with its footnote after it."""
    for number, row in enumerate(rows):
        target.write(f"{chr(10) if number else ''}{footnote(row, known)}")


def csl(row: StatementRow, known: Known = NOBODY) -> Json:
    """A statement as an item of CSL-JSON (schema 1.0.2): the article, with the statement in `abstract` and what it rests on in
    `note`."""
    one, article = row.statement, row.article
    published = article.published
    day, basis = day_of(row)
    made: Json = {
        "id": one.id,
        "type": "article-newspaper" if article.outlet else "webpage",
        "title": title_of(article),
        "author": [{"literal": one_line(name)} for name in article.byline] or None,
        "container-title": one_line(article.outlet) if article.outlet else None,
        "issued": _date(published.earliest, published.latest) if published is not None else None,
        "event-date": _date(one.said_on.earliest, one.said_on.latest) if one.said_on is not None else None,
        "accessed": _date(seen(article), seen(article)),
        "URL": address_of(article),
        "language": article.language,
        "abstract": f"{_who(row, known)}: {said_so(row)}",
        "note": f"Said {day} ({basis}); {publication(article)}; {place_of(row)}{judged(row)}",
        "version": article.id,
        "archive_location": None if address_of(article) else file_of(article),
    }
    return {name: value for name, value in made.items() if value is not None}


def write_csl(rows: Iterable[StatementRow], target: TextIO, known: Known = NOBODY) -> None:
    """Write statements as a list of CSL-JSON, an item a line."""
    target.write("[")
    for number, row in enumerate(rows):
        target.write(f"{',' if number else ''}\n{dumps(csl(row, known))}")
    target.write("\n]\n")


def ris(row: StatementRow, known: Known = NOBODY) -> str:
    """A statement as a record of RIS, lines ended by CR LF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris(row, known))


def write_ris(rows: Iterable[StatementRow], target: TextIO, known: Known = NOBODY) -> None:
    """Write statements as RIS, with an empty line between two; `target` must not translate line ends."""
    for number, row in enumerate(rows):
        target.write(f"{chr(13) + chr(10) if number else ''}{ris(row, known)}")


def _ris(row: StatementRow, known: Known) -> Iterator[tuple[str, str]]:
    article, published = row.article, row.article.published
    yield "TY", "NEWS" if article.outlet else "ELEC"
    yield "ID", row.statement.id
    yield "TI", title_of(article)
    yield from (("AU", one_line(name)) for name in article.byline)
    if article.outlet:
        yield "T2", one_line(article.outlet)
    if published is not None and published.latest is not None and published.earliest[:4] == published.latest[:4]:
        yield "PY", published.earliest[:4]
        if published.earliest[:10] == published.latest[:10]:
            yield "DA", f"{published.earliest[:10].replace('-', '/')}/"
    if address := address_of(article):
        yield "UR", address
    yield "Y2", f"{seen(article).replace('-', '/')}/"
    yield "LA", one_line(article.language)
    day, basis = day_of(row)
    yield "AB", f"{_who(row, known)}: {said_so(row)}"
    yield "N1", f"Said {day} ({basis}); {publication(article)}; {place_of(row)}{judged(row)}"
    yield "ER", ""


def _who(row: StatementRow, known: Known) -> str:
    office = office_of(row, known)
    return f"{speaker_of(row)} ({office})" if office else speaker_of(row)


def _article(article: ArticleRow) -> str:
    return f"{outlet_of(article)}, “{title_of(article)}”, {publication(article)}"


def _version(row: StatementRow) -> str:
    return f"seen {seen(row.article)}, {place_of(row)}, statement {row.statement.id}{judged(row)}"


def _where(row: StatementRow) -> str:
    address = address_of(row.article) or file_of(row.article)
    return f"{_article(row.article)}, {f'{address}, ' if address else ''}{_version(row)}"


def _date(earliest: str | None, latest: str | None) -> Json | None:
    """Days as CSL-JSON has them: one, two, or words where an end is not known."""
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return {"literal": f"{earliest[:10]} or later" if earliest else f"{(latest or '')[:10]} or earlier"}
    days: Days = (earliest[:10], latest[:10])
    ends = [[int(part) for part in end.split("-")] for end in dict.fromkeys(days) if end]
    return {"date-parts": ends}
