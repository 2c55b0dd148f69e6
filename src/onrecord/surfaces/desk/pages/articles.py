"""The pages of articles and statements: the text as printed, and what was read out of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.ledger import ArticleQuery, ArticleRow, CopyRow, Ledger, PositionQuery, StatementQuery, StatementRow, UtteranceRow
from onrecord.surfaces.cli import printing
from onrecord.surfaces.desk import links, showing
from onrecord.surfaces.desk.asked import Asked, Prefix, paged, window
from onrecord.surfaces.desk.marking import Marked
from onrecord.surfaces.desk.meant import there, whole
from onrecord.surfaces.desk.opened import Here, Opened
from onrecord.surfaces.desk.querying import article_query
from onrecord.surfaces.desk.remembering import remembered
from onrecord.surfaces.desk.righting import righted, sureness, unknown_by
from onrecord.surfaces.desk.views import page
from onrecord.vocabulary import UsageError

router = APIRouter()


@router.get("/articles")
def articles(request: Request, here: Here) -> Response:
    """All articles, with filters."""
    asked = Asked.of(request)
    query = article_query(asked)
    total = here.kept(("articles", query), lambda ledger: ledger.count_articles(query))
    rows, pages = paged(asked, here.ledger.articles(replace(query, **window(asked))), total)
    return page(request, "articles.html", rows=rows, pages=pages, asked=asked, query=query)


@router.get("/articles/{prefix}")
def article(request: Request, here: Here, prefix: Prefix) -> Response:
    """One article with all that was read out of it marked."""
    asked, ledger = Asked.of(request), here.ledger
    about = there(ledger.article(prefix))
    if away := whole(request, prefix, about.id, links.article_url):
        return away
    record = ledger.record(about.id)
    assert record is not None
    rows = list(ledger.statements(StatementQuery(article=about.id, all_versions=True)))
    text, at = record.article.text, asked.place("at")
    if at is not None and at[1] > len(text):
        raise UsageError(f"this article has {len(text)} characters: “at” cannot reach to {at[1]}")
    rows.sort(key=lambda row: row.statement.content[0].start)
    numbers = {row.statement.id: number for number, row in enumerate(rows, 1)}
    marks = [
        *showing.statement_marks(rows, numbers),
        *showing.mention_marks(ledger.mentions(about.id)),
        *([Marked(*at, "at", id="at")] if at else []),
    ]
    parts = showing.parts(text, rows)
    part = asked.number("part", 1, len(parts), _part_of(parts, at))
    copies = _copies(here)
    return page(
        request,
        "article.html",
        row=about,
        body=showing.shown(record.article, parts[part - 1], marks),
        statements=_within(rows, parts[part - 1]),
        number_of_statements=len(rows),
        numbers=numbers,
        part=part,
        number_of_parts=len(parts),
        asked=asked,
        at=at,
        versions=_versions(here, about),
        left_behind=ledger.left_behind(about.id),
        sightings=ledger.sightings(about.id),
        is_copy_of=[(copy, printing.copy_of(copy)) for copy in copies.get(about.id, ())],
        copied_by=[(copy, printing.copy_of(copy)) for copy in copies.get(f"of {about.id}", ())],
    )


@router.get("/statements/{prefix}")
def statement(request: Request, here: Here, prefix: Prefix) -> Response:
    """One statement: who, when, how, the words in their context, and what all of it rests on."""
    ledger = here.ledger
    row = there(ledger.statement(prefix))
    one = row.statement
    if away := whole(request, prefix, one.id, links.statement_url):
        return away
    record = ledger.record(row.article.id)
    assert record is not None
    positions = list(ledger.positions(PositionQuery(statement=one.id, unsure=True, rejected=True, about=False)))
    history = ledger.statement_history(one.id)
    assert history is not None
    inside = [other for other in record.statements if other.within == one.id]
    return page(
        request,
        "statement.html",
        row=row,
        context=showing.shown(record.article, showing.around(record.article.text, one), list(showing.bare_marks(one))),
        positions=[(held, showing.passage(record.article.text, one, held.words)) for held in positions],
        questions={asked.question.id: asked.question.text for asked in ledger.questions()} if positions else {},
        inside=inside,
        utterance=here.kept(("utterance of", one.id), lambda reading: _utterance(reading, one.id)),
        evidence=one.said_on.evidence if one.said_on else None,
        righted=righted(history),
        sureness=sureness(history),
        unknown_by=unknown_by(history),
        judgements=remembered(ledger, history.judgements),
    )


def _utterance(ledger: Ledger, statement: str) -> UtteranceRow | None:
    return ledger.utterances_of([statement]).get(statement)


def _part_of(parts: Sequence[Sequence[tuple[int, int]]], at: tuple[int, int] | None) -> int:
    """The part of a long article that a place stands in."""
    starts = [part[0][0] for part in parts if part]
    return max(1, sum(start <= at[0] for start in starts)) if at else 1


def _within(rows: Sequence[StatementRow], places: Sequence[tuple[int, int]]) -> Sequence[StatementRow]:
    """The statements whose content begins in some paragraphs."""
    if not places:
        return ()
    return [row for row in rows if places[0][0] <= row.statement.content[0].start < places[-1][1]]


def _copies(here: Opened) -> Mapping[str, Sequence[CopyRow]]:
    """What each article is a copy of, by its id, and under "of " and an id, what is a copy of it; without those rejected."""

    def found(ledger: Ledger) -> Mapping[str, Sequence[CopyRow]]:
        by_article: dict[str, list[CopyRow]] = defaultdict(list)
        for copy in ledger.copies():
            if copy.status != "rejected":
                by_article[copy.article.id].append(copy)
                by_article[f"of {copy.of}"].append(copy)
        return dict(by_article)

    return here.kept("copies", found)


def _versions(here: Opened, row: ArticleRow) -> Sequence[ArticleRow]:
    """All versions of an article, the first one first; none where there is but one."""
    if row.version == 1 and row.superseded_by is None:
        return ()
    query = ArticleQuery(outlet=row.outlet, all_versions=True)
    all_of = here.kept(("versions", query), lambda ledger: tuple(one for one in ledger.articles(query) if _is_version(one)))
    same = [one for one in all_of if (one.url == row.url if row.url else one.path == row.path)]
    return sorted(same, key=lambda one: (one.version, one.added_at))


def _is_version(row: ArticleRow) -> bool:
    return row.version > 1 or row.superseded_by is not None
