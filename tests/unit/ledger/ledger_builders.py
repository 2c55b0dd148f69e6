"""One-line builders of records about an invented country, Tarvia; every span is found in the text it stands in."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from onrecord.ledger import Ledger, open_ledger
from onrecord.vocabulary import (
    Actor,
    ActorType,
    Article,
    DateBasis,
    Kind,
    Mention,
    MentionType,
    Office,
    Provenance,
    Published,
    Record,
    SaidOn,
    SaidOnBasis,
    Span,
    Speaker,
    SpeechAct,
    Statement,
    Zone,
    ZoneKind,
    article_id,
    content_id,
    statement_id,
)

MODEL_A = Provenance(onrecord="0.1.0", model="marks-a", settings="s1")
MODEL_B = Provenance(onrecord="0.2.0", model="marks-b", settings="s1")
Said = tuple[str, str, str]
VESK: Said = ("President Orlan Vesk", "said", "the harbour will open in May")
MEER: Said = ("Ilse Meer", "warned", "the harbour talks may fail")


@cache
def _empty() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        open_ledger(path).close()
        return path.read_bytes()


def new_ledger(path: Path, *records: Record, **options: Any) -> Ledger:
    """A new ledger of some records. Its file is a copy: making the tables takes longer than most tests do."""
    path.write_bytes(_empty())
    ledger = open_ledger(path, **options)
    for one in records:
        ledger.add(one)
    return ledger


def published(day: str, latest: str | None = None) -> Published:
    return Published(day, latest or day, DateBasis.GIVEN)


def said_on(earliest: str, latest: str | None = None) -> SaidOn:
    return SaidOn(earliest, latest or earliest, SaidOnBasis.PHRASE, "a phrase")


def text_of(*said: Said) -> str:
    return "\n\n".join(f"{source} {cue} that {content}." for source, cue, content in said)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def statement(article: Article, said: Said, **fields: object) -> Statement:
    source, cue, content = said
    sentence = article.text.index(f"{source} {cue} that {content}")
    at_source = Span.of(article.text, sentence, sentence + len(source))
    after = at_source.end + 1
    at_cue = Span.of(article.text, after, after + len(cue))
    after = at_cue.end + len(" that ")
    at_content = (Span.of(article.text, after, after + len(content)),)
    made = Statement(
        id=statement_id(article.id, at_source, at_cue, at_content),
        kind=Kind.INDIRECT,
        source=at_source,
        cue=at_cue,
        content=at_content,
        confidence=0.5,
        speaker=Speaker(source.removeprefix("President "), "the words"),
    )
    return replace(made, **fields)


def article(text: str = "", **fields: object) -> Article:
    text = text or text_of(VESK, MEER)
    made = Article("", "a.txt", None, "Tarvia Herald", "Harbour to open", ("Nadia Brisk",), "en", None, text)
    made = replace(made, **fields)
    return replace(made, id=article_id(made.text, outlet=made.outlet, url=made.url))


def record(*said: Said, provenance: Provenance = MODEL_A, fields: dict[str, object] | None = None, **about: object) -> Record:
    """A record of an article that says just this; `fields` go to every statement, `about` to the article."""
    said = said or (VESK, MEER)
    url = about.get("url")
    about.setdefault("path", f"{url}.txt" if url else "a.txt")
    read = article(str(about.pop("text", "")) or text_of(*said), **about)
    statements = tuple(statement(read, one, **(fields or {})) for one in said)
    mentions = tuple(Mention(s.source.start, s.source.end, None, s.source.text) for s in statements if s.source)
    return Record(read, statements, mentions, provenance)


def person(name: str, *names: str, **fields: object) -> Actor:
    """A person with a full name (the id is the same in every article), whose forms are the name and others given."""
    return replace(Actor(content_id("person", name), name, ActorType.PERSON, (name, *names)), **fields)


def stranger(name: str, article: str, **fields: object) -> Actor:
    """A person of whom an article gives a surname alone: the id is the article's own."""
    return person(name, id=content_id("person", name, article), **fields)


def body(name: str, *names: str, **fields: object) -> Actor:
    return replace(Actor(content_id("body", name), name, ActorType.ORGANISATION, (name, *names)), **fields)


def office(title: str, place: str | None = None) -> Office:
    return Office(title, place)


def told(url: str, *actors: Actor, day: str = "2031-05-04", provenance: Provenance = MODEL_A, again: str = "") -> Record:
    """A record of an article, known by its address, in which each of some actors says one thing."""
    said = tuple((actor.name, "said", f"pier {number} of {url} is shut{again}") for number, actor in enumerate(actors))
    made = record(*said, url=url, published=published(day), provenance=provenance)
    pairs = list(zip(made.statements, actors, strict=True))
    statements = tuple(replace(one, speaker=Speaker(who.name, "named", who.type, who.id)) for one, who in pairs)
    mentions = tuple(replace(one, actor=who.id) for one, who in zip(made.mentions, actors, strict=True))
    return replace(made, statements=statements, mentions=mentions, actors=actors)


def silent(made: Record, *actors: Actor) -> Record:
    """The record with actors more, who are mentioned and say nothing."""
    return replace(made, actors=(*made.actors, *actors))


def full_record() -> Record:
    """A record in which every field that can hold something does."""
    text = (
        "HARBOUR NEWS\nBy Nadia Brisk and Tor Hale\n\n(Port Selm, 4 May) “We will open it,” President Orlan Vesk told Ilse Meer "
        "in Selm on Tuesday, “and Meer said it is late.”\n\nWe will open it 🚢"
    )
    made = article(
        text,
        path="folder/näws.html",
        url="https://herald.example/1",
        byline=("Nadia Brisk", "Tor Hale"),
        published=Published("2031-05-04T06:00:00+02:00", "2031-05-05", DateBasis.DATELINE, span(text, "4 May")),
        zones=(Zone(0, 12, ZoneKind.TITLE), Zone(13, 40, ZoneKind.BYLINE)),
    )
    source, cue = span(text, "President Orlan Vesk"), span(text, "told")
    content = (span(text, "We will open it"), span(text, "and Meer said it is late"))
    inner_source, inner_cue, inner_content = (
        Span.of(text, content[1].start + 4, content[1].start + 8),
        None,
        (span(text, "it is late"),),
    )
    outer_id = statement_id(made.id, source, cue, content)
    inner_id = statement_id(made.id, inner_source, inner_cue, inner_content)
    last = text.rindex("We will open it")
    pulled = (Span.of(text, last, last + 15),)
    day = SaidOn("2031-05-01", "2031-05-01", SaidOnBasis.PHRASE, "the Tuesday before", span(text, "on Tuesday"))
    speaker = Speaker("Orlan Vesk", "named in full", ActorType.PERSON, "actor-1", "President")
    outer = Statement(
        outer_id, Kind.MIXED, source, cue, content, 0.875, SpeechAct.PROMISE, True, "Ilse Meer", "Selm", speaker, day
    )
    inner = Statement(inner_id, Kind.INDIRECT, inner_source, inner_cue, inner_content, 1.0, within=outer_id)
    copy = Statement(statement_id(made.id, None, None, pulled), Kind.DIRECT, None, None, pulled, 0.1, repeats=outer_id)
    mentions = (
        Mention(source.start, source.end, "actor-1", "Orlan Vesk", MentionType.PERSON),
        Mention(inner_source.start, inner_source.end, None, "Meer"),
    )
    actors = (
        Actor(
            "actor-1",
            "Orlan Vesk",
            ActorType.PERSON,
            ("Orlan Vesk", "Vesk"),
            (Office("President", "TV", "2030-01", None, "facts"), Office("mayor", "Selm")),
            "Q100000001",
            "male",
        ),
        Actor("actor-2", "Selm", ActorType.GOVERNMENT, ("Selm",)),
    )
    return Record(made, (outer, inner, copy), mentions, MODEL_A, actors)
