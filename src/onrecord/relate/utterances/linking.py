"""Which statements report the same act of saying: the same words in quotation marks, most of the words, or the same meaning.

Two different things said by one speaker on one day are most of a news article, and similar words on different days most of a
story: a link needs the actor, the day and the words at once, and the less is known of the first two, the more of the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.relate.meaning import nearness
from onrecord.relate.utterances.conflicts import contradict, deny
from onrecord.relate.utterances.days import fit
from onrecord.relate.utterances.needs import SURE, Needs, needs
from onrecord.relate.utterances.voices import Voice, voice
from onrecord.relate.utterances.wording import Shared, is_clause, is_copied, may_share, shared
from onrecord.vocabulary.relations import Link, LinkKind, Telling
from onrecord.vocabulary.statements import Kind

# So many words in a row are one utterance's, however little they tell ("it was never a question of whether").
_ROW = 6
# A few words that are less than half of many are a topic ("the tax plan"), not what is said of it.
_TOPIC, _HALF = 2.8, 0.5
# What a statement tells at least, so that another can be near it in meaning ("NATO" is near to all that is said of it); and how
# much at least where the two are nearly one.
_SAYS, _SAYS_SAME, _SAME = 2.4, 2.0, 0.9
# Statements of one article are near in meaning because of its topic.
_ONE_ARTICLE = 0.72
_WHOLE = 0.99
# Two words in quotation marks are a headline's way to quote; where the actor of one is not known, four are.
_TWO, _FOUR = 2, 4
# From here on a negation, number or name that differs is one that a report changed, not another thing said.
_DESPITE_NEAR, _DESPITE_TOLD, _DESPITE_CONTAINED = 0.84, 2.9, 0.6


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two statements, with what actor and day ask of the words, and what the words show."""

    one: Telling
    other: Telling
    who: Voice
    needs: Needs
    words: Shared

    @property
    def one_article(self) -> bool:
        return self.one.article == self.other.article


def links(one: Telling, others: Sequence[Telling]) -> list[Link]:
    """Which of some statements report the same utterance as one, in the order of their ids.

    1. A statement is not linked with itself, nor with one that it holds or is held by.
    2. A pull-quote is linked with what it repeats.
    3. Who says it and on which day decide how much the words must show (`needs`).
    4. The surest kind of link that the words show is given, with the reason.
    """
    found = [link for other in others if other.id != one.id and (link := _link(one, other)) is not None]
    return sorted(found, key=lambda link: (link.one, link.other))


def is_verbatim(one: Telling, other: Telling) -> bool:
    """Whether two statements are one by the same words in quotation marks, as far as who says them and when allows."""
    found = _link(one, other)
    return found is not None and found.kind is LinkKind.VERBATIM


def overlap(one: Telling, other: Telling) -> bool:
    """Whether two statements of one article share words by their places: one holds the other, or they have a part in common."""
    if one.article != other.article:
        return False
    spans = other.statement.content
    return any(span.start < held.end and held.start < span.end for span in one.statement.content for held in spans)


def _link(one: Telling, other: Telling) -> Link | None:
    if overlap(one, other):
        return None
    one_article = one.article == other.article
    if one_article and (other.id == one.statement.repeats or one.id == other.statement.repeats):
        return _made(one, other, LinkKind.VERBATIM, 1.0, "one repeats the other's words in the same article")
    who = voice(one, other)
    asked = needs(who, fit(one, other), one_article=one_article)
    if asked is None or not may_share(one, other):
        return None
    pair = _Pair(one, other, who, asked, shared(one, other))
    return _verbatim(pair) or _copied(pair) or _near_verbatim(pair) or _paraphrase(pair)


def _copied(pair: _Pair) -> Link | None:
    """A link by a sentence that both articles print, however little the statement in it tells ("his candor")."""
    if pair.who is Voice.TWO or not is_copied(pair.one, pair.other):
        return None
    return _made(pair.one, pair.other, LinkKind.NEAR_VERBATIM, 1.0, "the same words of a sentence that both articles print")


def _verbatim(pair: _Pair) -> Link | None:
    """A link by the same words in quotation marks; in one article, by a quotation that is all in the other (a headline's).

    Of two named speakers neither may deny what the other says.
    """
    words, asked = pair.words, pair.needs
    long = len(words.run) >= asked.run and words.run_told >= asked.run_told and words.quoted >= asked.quoted
    if not (long or _picked(pair)) or (pair.who is Voice.TWO and deny(pair.one, pair.other)):
        return None
    why = f"{len(words.run)} words in quotation marks in common"
    if pair.who is Voice.TWO:
        first, second = sorted((pair.one, pair.other), key=lambda telling: telling.id)
        why += f", printed as {first.actor_name}'s and as {second.actor_name}'s"
    return _made(pair.one, pair.other, LinkKind.VERBATIM, 0.5 + words.quoted / 2, why)


def _picked(pair: _Pair) -> bool:
    """Whether a short quotation of one, as a headline has it, stands whole in the other of the same article.

    Whoever is not known to say the same must not say the opposite, and two or three words may be anyone's.
    """
    words = pair.words
    if not pair.one_article or words.quoted < _WHOLE or pair.who is Voice.TWO:
        return False
    if pair.who is Voice.PERHAPS:
        known = pair.one.actor is not None and pair.other.actor is not None
        return len(words.run) >= (_TWO if known else _FOUR) and words.run_told >= 1 and not deny(pair.one, pair.other)
    return len(words.run) > _TWO or (len(words.run) == _TWO and words.run_told >= 1)


def _near_verbatim(pair: _Pair) -> Link | None:
    """A link by most of the words of the shorter, in order."""
    words, asked = pair.words, pair.needs
    in_a_row = words.row >= _ROW and (asked is SURE or pair.one_article)
    enough = asked.told if words.both >= _HALF else max(asked.told, _TOPIC)
    if words.contained < asked.contained or not (in_a_row or (words.both >= asked.both and words.told >= enough)):
        return None
    if deny(pair.one, pair.other) and not _despite(pair, nearness(pair.one.vector, pair.other.vector)):
        return None
    if not _says(pair):
        return None
    why = f"{min(words.contained, 1):.0%} of the words of the shorter, in order; {pair.who.value}"
    return _made(pair.one, pair.other, LinkKind.NEAR_VERBATIM, words.contained, why)


def _paraphrase(pair: _Pair) -> Link | None:
    """A link by meaning, where nothing in the words contradicts it. Without vectors there is none."""
    words, asked = pair.words, pair.needs
    if pair.one_article and pair.one.statement.kind is pair.other.statement.kind is Kind.DIRECT:
        return None  # what an article quotes twice in other words was said twice
    if words.told < asked.near_told or words.contained < asked.near_contained or words.both < asked.both:
        return None
    near = nearness(pair.one.vector, pair.other.vector)
    if near < (max(asked.near, _ONE_ARTICLE) if pair.one_article else asked.near):
        return None
    if words.shorter < (_SAYS_SAME if near >= _SAME else _SAYS) or not _says(pair):
        return None
    if contradict(pair.one, pair.other) and not _despite(pair, near):
        return None
    return _made(pair.one, pair.other, LinkKind.PARAPHRASE, near, f"the same meaning ({near:.2f}); {pair.who.value}")


def _says(pair: _Pair) -> bool:
    """Whether both say something: what is only named ("the trade deal") is a topic, but for one same or with a figure."""
    if is_clause(pair.one) and is_clause(pair.other):
        return True
    return pair.words.both >= _WHOLE or pair.words.figures


def _despite(pair: _Pair, near: float) -> bool:
    """Whether so much is the same that what differs was changed in reporting."""
    words = pair.words
    return (
        pair.who is not Voice.PERHAPS
        and near >= _DESPITE_NEAR
        and words.told >= _DESPITE_TOLD
        and words.contained >= _DESPITE_CONTAINED
    )


def _made(one: Telling, other: Telling, kind: LinkKind, score: float, why: str) -> Link:
    first, second = sorted((one.id, other.id))
    return Link(first, second, kind, round(min(score, 1.0), 4), why)
