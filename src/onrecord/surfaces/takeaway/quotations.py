"""Statements in the words of schema.org: a Quotation where all of it stands in quotation marks, else a Claim.

A Quotation is spoken by its speaker. A Claim is the outlet's wording (`claimInterpreter`) of what its speaker said (`author`).
Where the cue tells more than that it was said ("denied", "was told"), what is claimed is the whole clause, cue and all, and it is
the outlet that claims it: the speaker is whom it is `about`, never its author.
Nothing is judged to be true or false: there is no ClaimReview.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from onrecord.ledger import ArticleRow, StatementRow
from onrecord.surfaces.interchange import dumps
from onrecord.surfaces.takeaway.evidence import (
    NOBODY,
    Known,
    address_of,
    clause_of,
    day_of,
    manner_of,
    office_of,
    one_line,
    place_of,
    speaker_of,
    urn,
    words_of,
)
from onrecord.surfaces.telling import is_spoken, telling_cue
from onrecord.vocabulary import ActorType

Json = dict[str, object]
CONTEXT = "https://schema.org"
_OF_TYPE = {ActorType.PERSON: "Person", ActorType.OFFICE: "Person", ActorType.UNNAMED: "Person", None: "Person"}
_GOVERNMENT = {ActorType.GOVERNMENT: "GovernmentOrganization"}


def quotation(row: StatementRow, known: Known = NOBODY) -> Json:
    """A statement as one document that stands alone; `known` are the ledger's actors by id."""
    return {"@context": CONTEXT} | _quotation(row, known)


def write_quotations(rows: Iterable[StatementRow], target: TextIO, known: Known = NOBODY) -> None:
    """Write statements as one document, a line for each."""
    target.write(f'{{"@context": {dumps(CONTEXT)}, "@graph": [')
    for number, row in enumerate(rows):
        target.write(f"{',' if number else ''}\n{dumps(_quotation(row, known))}")
    target.write("]}\n")


def _quotation(row: StatementRow, known: Known) -> Json:
    one, article = row.statement, row.article
    day, basis = day_of(row)
    spoken = _speaker(row, known)
    made: Json = {"@id": urn("statement", one.id), "text": words_of(row), "inLanguage": article.language}
    if is_spoken(one):
        made |= {"@type": "Quotation", "spokenByCharacter": spoken}
    else:
        made |= {"@type": "Claim", "author": spoken, "appearance": {"@id": urn("article", article.id)}}
        if telling_cue(one):
            made |= {"text": clause_of(row), "author": None, "about": spoken}
        made["claimInterpreter"] = _outlet(article)
    made["isBasedOn"] = _article(article)
    made["dateCreated"] = _exact(one.said_on.earliest, one.said_on.latest) if one.said_on is not None else None
    made["datePublished"] = _published(article)
    made["description"] = f"{manner_of(row) or 'in quotation marks'}; {day}: {basis}; {place_of(row)}"
    return {name: value for name, value in made.items() if value is not None}


def _speaker(row: StatementRow, known: Known) -> Json | None:
    speaker = row.statement.speaker
    if speaker is None:
        return None
    kind = _GOVERNMENT.get(speaker.type) or _OF_TYPE.get(speaker.type, "Organization")  # type: ignore[arg-type]
    actor = known.get(speaker.actor or "")
    made: Json = {"@type": kind, "name": speaker_of(row)}
    if speaker.actor:
        made["@id"] = urn("actor", speaker.actor)
    if kind == "Person" and (office := office_of(row, known)):
        made["jobTitle"] = office
    if actor is not None and actor.wikidata:
        made["sameAs"] = f"https://www.wikidata.org/entity/{actor.wikidata}"
    return made


def _article(article: ArticleRow) -> Json:
    made: Json = {
        "@type": "NewsArticle",
        "@id": urn("article", article.id),
        "url": address_of(article),
        "headline": one_line(article.title) if article.title else None,
        "author": [{"@type": "Person", "name": one_line(name)} for name in article.byline] or None,
        "publisher": _outlet(article),
        "datePublished": _published(article),
        "inLanguage": article.language,
    }
    return {name: value for name, value in made.items() if value is not None}


def _outlet(article: ArticleRow) -> Json | None:
    return {"@type": "NewsMediaOrganization", "name": one_line(article.outlet)} if article.outlet else None


def _published(article: ArticleRow) -> str | None:
    return _exact(article.published.earliest, article.published.latest) if article.published is not None else None


def _exact(earliest: str | None, latest: str | None) -> str | None:
    """A day or time that is known exactly; schema.org has no word for one that is not (`description` tells it)."""
    return earliest if earliest == latest else None
