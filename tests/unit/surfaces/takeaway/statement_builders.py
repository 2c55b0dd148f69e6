"""One-line builders of statements with their article and its text, hostile ones too."""

from __future__ import annotations

from dataclasses import replace

from onrecord.ledger import ArticleRow, StatementRow
from onrecord.vocabulary import (
    ActorType,
    DateBasis,
    Kind,
    Provenance,
    Published,
    SaidOn,
    SaidOnBasis,
    Span,
    Speaker,
    SpeechAct,
    Statement,
)

TEXT = (
    "Before the vote, Ada Olan said on Tuesday: “The bridge will be built.” She denied that tolls were planned. Then it rained."
)
HOSTILE = '</p><script>alert("1")</script> & [link](javascript:alert) | *bold* \x0b end'


def article(**changed: object) -> ArticleRow:
    about = Published("2031-05-06", "2031-05-06", DateBasis.METADATA)
    made = ArticleRow(
        "a1b2c3d4e5f60718", "/home/someone/private/bridge.html", "https://courier.example/bridge?a=1&b=2", "The Courier",
        "The bridge", ("Mira Tesk", "Ivo Lann"), "en", about, len(TEXT), 2, 3, 1, None, Provenance("0.1", "tagger-1", "s"),
        "2031-05-07T08:00:00+00:00",
    )  # fmt: skip
    return replace(made, **changed)  # type: ignore[arg-type]


def said(
    words: str = "“The bridge will be built.”", text: str = TEXT, about: ArticleRow | None = None, **changed: object
) -> StatementRow:
    start = text.index(words)
    cue = Span.of(text, text.index("said"), text.index("said") + 4) if "said" in text else None
    who = Speaker("Ada Olan", "named in full", ActorType.PERSON, "ada", "Mayor of Karo")
    when = SaidOn("2031-05-06", "2031-05-06", SaidOnBasis.PHRASE, "said “Tuesday”, counted from the publication on 2031-05-06")
    one = Statement(
        "0123456789abcdef", Kind.DIRECT, None, cue, (Span(start, start + len(words), words),), 0.9, SpeechAct.ASSERT,
        speaker=who, said_on=when,
    )  # fmt: skip
    return StatementRow(replace(one, **changed), about or article())  # type: ignore[arg-type]


def denied() -> StatementRow:
    at = TEXT.index("denied")
    row = said("that tolls were planned", kind=Kind.INDIRECT, speech_act=SpeechAct.DENY, id="fedcba9876543210")
    return replace(row, statement=replace(row.statement, cue=Span(at, at + 6, "denied")))


def hostile() -> StatementRow:
    """A statement, a speaker, a headline and an address that all try to be more than text."""
    about = article(title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)", byline=(HOSTILE,))
    who = Speaker(HOSTILE, HOSTILE, ActorType.PERSON, None, HOSTILE)
    return said(HOSTILE, HOSTILE, about, speaker=who, said_on=None, id="00000000deadbeef")


def unknown() -> StatementRow:
    """A statement of which nothing is known but its words."""
    about = article(title=None, outlet=None, url=None, path=None, byline=(), published=None)
    return said(about=about, speaker=None, said_on=None, cue=None, id="1111111111111111")


ALL = (said, denied, hostile, unknown)
