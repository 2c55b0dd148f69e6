"""Which statements report the same act of saying: the same words in quotation marks, most of the words, or the same meaning.

Two different things said by one speaker on one day are most of a news article, and similar words on different days most of a
story: a link needs the actor, the day and the words at once, and the less is known of the first two, the more of the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.relate.meaning import nearness
from onrecord.relate.utterances.conflicts import contradict, deny
from onrecord.relate.utterances.days import fit
from onrecord.relate.utterances.likelihood import Features, features, likelihood
from onrecord.relate.utterances.needs import PRINTED, SURE, Needs, needs
from onrecord.relate.utterances.voices import Voice, voice
from onrecord.relate.utterances.wording import Shared, is_clause, is_copied, may_share, shared
from onrecord.vocabulary.relations import Link, LinkKind, Telling
from onrecord.vocabulary.statements import Kind

# So many words in a row are one utterance's, however little they tell ("it was never a question of whether").
_ROW = 6
# A few words that are less than half of many are a topic ("the tax plan"), not what is said of it.
_TOPIC, _HALF = 2.8, 0.5
# How likely two statements in other words must be one, by `likelihood`; and where the actor or the day of one is not known.
_LIKELY, _LIKELY_UNKNOWN = 0.7, 0.9
# What one speaker says of one matter in one article shares its words: there the meanings must be near too (`Features.near`).
_NEAR_IN_ARTICLE = 0.25
_WHOLE = 0.99
# Two words in quotation marks are a headline's way to quote; where the actor of one is not known, four are.
_TWO, _FOUR = 2, 4
# From here on a negation, number or name that differs is one that a report changed, not another thing said: so near, with so many
# words in common; or with so many words that they are a sentence.
_DESPITE_NEAR, _DESPITE_TOLD, _DESPITE_CONTAINED, _DESPITE_SENTENCE = 0.84, 2.9, 0.55, 4.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements, with what actor and day ask of the words, and what the words show."""

    one: Telling
    other: Telling
    who: Voice
    needs: Needs
    words: Shared

    @property
    def one_article(self) -> bool:
        return self.one.article == self.other.article

    @property
    def both_direct(self) -> bool:
        return self.one.statement.kind is self.other.statement.kind is Kind.DIRECT


def links(one: Telling, others: Sequence[Telling]) -> list[Link]:
    """Which of some statements report the same utterance as one, in the order of their ids.

    1. A statement is not linked with itself, nor with one that it holds or is held by.
    2. A pull-quote is linked with what it repeats.
    3. Who says it and on which day decide how much the words must show (`needs`).
    4. The surest kind of link that the words show is given, with the reason. Of days that are only those of publication, days
       apart, it is the same words or none, and the opposite of them may be a change of mind.
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
    pair = Pair(one, other, who, asked, shared(one, other))
    same_words = _verbatim(pair) or _copied(pair)
    if asked is PRINTED:
        return None if deny(one, other) else same_words
    return same_words or _near_verbatim(pair) or _paraphrase(pair)


def _copied(pair: Pair) -> Link | None:
    """A link by a sentence that both articles print, however little the statement in it tells ("his candor")."""
    if pair.who is Voice.TWO or not is_copied(pair.one, pair.other):
        return None
    return _made(pair.one, pair.other, LinkKind.NEAR_VERBATIM, 1.0, "the same words of a sentence that both articles print")


def _verbatim(pair: Pair) -> Link | None:
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


def _picked(pair: Pair) -> bool:
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


def _near_verbatim(pair: Pair) -> Link | None:
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


def _paraphrase(pair: Pair) -> Link | None:
    """A link by all that words and meaning show together. Without vectors there is none."""
    if not pair.one.vector or not pair.other.vector or not _may_paraphrase(pair):
        return None
    shown = shown_by(pair)
    likely = likelihood(shown)
    if likely < (_LIKELY_UNKNOWN if shown.perhaps or shown.untold else _LIKELY):
        return None
    if (pair.one_article and shown.near < _NEAR_IN_ARTICLE) or (shown.contradict and not _despite(pair, shown.near)):
        return None
    shared = f"meaning {shown.near:.2f}, {shown.contained:.0%} of the words of the shorter"
    why = f"likely one ({likely:.0%}): {shared}; {pair.who.value}"
    return _made(pair.one, pair.other, LinkKind.PARAPHRASE, likely, why)


def _may_paraphrase(pair: Pair) -> bool:
    """Whether two statements can be one in other words at all.

    What an article quotes twice in other words was said twice; what anyone may name ("the bill") tells nothing of who named it.
    """
    if pair.who is Voice.TWO or (pair.one_article and pair.both_direct):
        return False
    return _says(pair) and (pair.who is Voice.ONE or (is_clause(pair.one) and is_clause(pair.other)))


def shown_by(pair: Pair) -> Features:
    """What a pair shows of being one utterance in other words."""
    near = nearness(pair.one.vector, pair.other.vector)
    return replace(
        features(pair.who, fit(pair.one, pair.other), pair.words, near),
        contradict=float(contradict(pair.one, pair.other)),
        deny=float(deny(pair.one, pair.other)),
        one_article=float(pair.one_article),
    )


def compared(one: Telling, other: Telling) -> Pair | None:
    """Two statements beside one another; None where who says them, when, or where they stand speaks against their being one."""
    asked = needs(voice(one, other), fit(one, other), one_article=one.article == other.article)
    if asked in (None, PRINTED) or overlap(one, other) or not may_share(one, other):
        return None
    return Pair(one, other, voice(one, other), asked, shared(one, other))


def _says(pair: Pair) -> bool:
    """Whether both say something: what is only named ("the trade deal") is a topic, but for one same or with a figure."""
    if is_clause(pair.one) and is_clause(pair.other):
        return True
    return pair.words.both >= _WHOLE or pair.words.figures


def _despite(pair: Pair, near: float) -> bool:
    """Whether so much is the same that what differs was changed in reporting."""
    words = pair.words
    if pair.who is Voice.PERHAPS or words.contained < _DESPITE_CONTAINED:
        return False
    return words.told >= _DESPITE_SENTENCE or (near >= _DESPITE_NEAR and words.told >= _DESPITE_TOLD)


def _made(one: Telling, other: Telling, kind: LinkKind, score: float, why: str) -> Link:
    first, second = sorted((one.id, other.id))
    return Link(first, second, kind, round(min(score, 1.0), 4), why)
