"""What must hold in a record: asked before it is kept, and again by every verification."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.vocabulary import Article, Record, Span, Statement, article_id, statement_id


def wrongs(record: Record) -> Iterator[tuple[str, str, str]]:
    """Everything in a record that does not hold, as table, id and what is wrong; nothing for a sound one."""
    article = record.article
    yield from (("articles", article.id, wrong) for wrong in _of_article(article))
    known = {statement.id for statement in record.statements}
    if len(known) < len(record.statements):
        yield "statements", article.id, "two statements of the reading have the same id"
    for statement in record.statements:
        yield from (("statements", statement.id, wrong) for wrong in _of_statement(statement, article, known))
    if len({actor.id for actor in record.actors}) < len(record.actors):
        yield "personas", article.id, "two actors of the reading have the same id"
    for actor in record.actors:
        if not actor.id or not actor.name.strip():
            yield "personas", article.id, f"the actor {actor.id!r} has no id or no name"
    for mention in record.mentions:
        if not 0 <= mention.start < mention.end <= len(article.text):
            wrong = f"the mention {mention.name!r} at [{mention.start}, {mention.end}) is outside the text"
            yield "mentions", article.id, wrong


def _of_article(article: Article) -> Iterator[str]:
    if article.id != article_id(article.text, outlet=article.outlet, url=article.url):
        yield "the id is not the one that text, outlet and address give"
    evidence = article.published.evidence if article.published else None
    if evidence and not evidence.holds_in(article.text):
        yield f"the evidence for its date is not in the text: {_place(evidence)}"


def _of_statement(statement: Statement, article: Article, known: set[str]) -> Iterator[str]:
    if statement.id != statement_id(article.id, statement.source, statement.cue, statement.content):
        yield "the id is not the one that the places of its spans give"
    if not statement.content:
        yield "there is no content"
    evidence = statement.said_on.evidence if statement.said_on else None
    for span in (*statement.spans, evidence):
        if span and not span.holds_in(article.text):
            yield f"a span is not in the text: {_place(span)}"
    for other in (statement.within, statement.repeats):
        if other is not None and other not in known:
            yield f"it points to the statement {other}, which is not in the reading"


def _place(span: Span) -> str:
    words = span.text if len(span.text) <= 40 else span.text[:39] + "…"
    return f"{words!r} at [{span.start}, {span.end})"
