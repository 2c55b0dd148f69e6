"""What articles print: articles, statements and actors, with their spans and days."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from onrecord.vocabulary import ActorType, DateBasis, Kind, SaidOnBasis, SpeechAct, ZoneKind

ID = Field(description="Made from the content, 16 hexadecimal digits.", examples=["3fa9c1d2e4b56f70"])
STATUS = Field(description="What a person said of it: candidate (nothing yet), confirmed, corrected or rejected.")
JUDGED = Field(description="By whose decision it stands or falls; null where nobody decided.")
CONFIDENCE = Field(ge=0, le=1, description="How sure the machine is; 1 where a person confirmed it.")


class Shape(BaseModel):
    """An object with the fields that are named, and no others."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Span(Shape):
    """A verbatim slice of an article's text: `text` is `article.text[start:end]`, in Unicode code points."""

    start: int
    end: int
    text: str


class Days(Shape):
    """ISO 8601 days, both included; an end that is null is open."""

    earliest: str | None
    latest: str | None


class Published(Days):
    """When an article was published, and what that rests on."""

    basis: DateBasis
    evidence: Span | None


class SaidOn(Days):
    """When a statement was made, what that rests on, and why."""

    basis: SaidOnBasis
    reason: str
    evidence: Span | None


class Provenance(Shape):
    """What read the article: version, model and settings."""

    onrecord: str
    model: str
    settings: str


class CitedArticle(Shape):
    """The article that reports something, without its text."""

    id: str = ID
    path: str | None
    url: str | None
    outlet: str | None
    title: str | None
    published: Published | None
    provenance: Provenance


class Zone(Shape):
    """A stretch of the text that is not body text."""

    start: int
    end: int
    kind: ZoneKind


class Article(CitedArticle):
    """An article as listed."""

    byline: list[str]
    language: str
    characters: int = Field(description="The length of the text.")
    statements: int = Field(description="How many statements were read in it.")
    mentions: int
    version: int = Field(description="Counts the texts that its address has held, from 1.")
    superseded_by: str | None = Field(description="The id of the article that stands there now.")
    added_at: str


class ArticleWithText(Article):
    """An article with its text as stored: a row of the table "articles"."""

    text: str
    zones: list[Zone]


class Speaker(Shape):
    """Who a statement is attributed to; `actor` is the id of the ledger's actor."""

    actor: str | None
    name: str
    type: ActorType | None
    office: str | None
    reason: str


class Judged(Shape):
    """Who decided that something stands or falls, when (UTC) and, where a reason was given, why."""

    by: str
    at: str
    why: str | None


class Statement(Shape):
    """A statement as one article reports it: a row of the table "statements"."""

    id: str = ID
    kind: Kind
    source: Span | None
    cue: Span | None
    content: list[Span] = Field(description="The words, verbatim, in one stretch or several.")
    speaker: Speaker | None
    said_on: SaidOn | None
    said_on_edtf: str | None = Field(
        description="The days in the Extended Date/Time Format (ISO 8601-2).", examples=["2031-05-04"]
    )
    speech_act: SpeechAct | None
    negated: bool
    addressee: str | None
    venue: str | None
    within: str | None = Field(description="The id of the statement whose content holds this one.")
    repeats: str | None = Field(description="The id of the statement of this article that it repeats.")
    confidence: float = CONFIDENCE
    status: str = STATUS
    by: str | None = Field(description="The person who said so.")
    judged: Judged | None = JUDGED
    article: CitedArticle


class Office(Shape):
    """What an actor was, where, and from when to when, as far as it is known."""

    title: str
    place: str | None
    from_: str | None = Field(alias="from")
    to: str | None
    basis: str


class Actor(Shape):
    """An actor over all articles: a row of the table "actors"."""

    id: str
    name: str
    type: ActorType | None
    names: list[str]
    offices: list[Office]
    wikidata: str | None
