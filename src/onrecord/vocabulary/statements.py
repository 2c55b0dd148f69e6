"""Statement: an attribution, read: who is said to have said what, how, to whom, inside what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.articles import content_id
from onrecord.vocabulary.spans import Span


class Kind(StrEnum):
    """How the content is given: all in quotation marks, none of it, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SpeechAct(StrEnum):
    """What the source does by saying it, read from the cue.

    The first group follows Searle's classes of illocutionary act as verb classes (assertives, commissives, directives,
    expressives, declarations); the second are attitudes, which PolNeAR annotates as attributions too.
    """

    ASSERT = "assert"
    DENY = "deny"
    CONFIRM = "confirm"
    PREDICT = "predict"
    WARN = "warn"
    ACCUSE = "accuse"
    PROMISE = "promise"
    REFUSE = "refuse"
    DEMAND = "demand"
    ASK = "ask"
    PROPOSE = "propose"
    PRAISE = "praise"
    CRITICISE = "criticise"
    THANK = "thank"
    APOLOGISE = "apologise"
    SUPPORT = "support"
    OPPOSE = "oppose"
    AGREE = "agree"
    ANNOUNCE = "announce"
    DECIDE = "decide"
    SHOW = "show"
    BELIEVE = "believe"
    EXPECT = "expect"
    WANT = "want"
    INTEND = "intend"
    FEAR = "fear"
    FEEL = "feel"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is attributed to, as read from its source span, and the reason for reading it so.

    `type` is None where the words alone do not tell; `actor` and `office` are None until an actor is identified.
    """

    name: str
    reason: str
    type: ActorType | None = None
    actor: str | None = None
    office: str | None = None


class SaidOnBasis(StrEnum):
    """What the day of a statement rests on: words of the article, its date of publication, or a person who put it right."""

    PHRASE = "phrase"
    PUBLISHED = "published"
    GIVEN = "given"


@dataclass(frozen=True, slots=True)
class SaidOn:
    """The day or days a statement was made on: an interval of ISO 8601 days, both ends included.

    An end that is None is open: said at some time up to the other, or from it on. Both are None where the words tell something
    that is no interval (a Tuesday, in an article whose day of publication is not known); `reason` says what.
    """

    earliest: str | None
    latest: str | None
    basis: SaidOnBasis
    reason: str
    evidence: Span | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement as one article reports it. Every span is a verbatim slice of the article's text.

    `source` is None where the text names nobody, `cue` where nothing reports (a free-standing quotation); `content` has at
    least one span, in order. `within` is the id of the statement whose content holds this one; `repeats` the id of the statement
    in the same article whose words this one copies (a pull-quote). `confidence` is the chance, as measured for the model, that
    source, cue and content are all exactly right.
    """

    id: str
    kind: Kind
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    confidence: float
    speech_act: SpeechAct | None = None
    negated: bool = False
    addressee: str | None = None
    venue: str | None = None
    speaker: Speaker | None = None
    said_on: SaidOn | None = None
    within: str | None = None
    repeats: str | None = None

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span of the statement, in the order of the text."""
        return tuple(sorted(span for span in (self.source, self.cue, *self.content) if span is not None))


def statement_id(article: str, source: Span | None, cue: Span | None, content: tuple[Span, ...]) -> str:
    """The id of a statement: made from its article's id and the places of its spans."""
    places = [f"{span.start}-{span.end}" if span else "" for span in (source, cue, *content)]
    return content_id(article, *places)
