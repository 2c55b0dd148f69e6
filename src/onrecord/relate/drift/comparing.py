"""How the reports of one utterance differ from the fullest of them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.relate.drift.diffing import Part
from onrecord.relate.drift.dropping import clipped, condition, hedge
from onrecord.relate.drift.pairing import Pair
from onrecord.relate.drift.quoting import altered, is_anew, is_one_quotation, quoted, quotes_added
from onrecord.relate.drift.reports import earliest, fullest
from onrecord.relate.drift.sense import negation, numbers
from onrecord.relate.drift.speaking import speaker
from onrecord.relate.words import Word, weight, words_of
from onrecord.vocabulary.relations import Compared, Drift, DriftType, Telling
from onrecord.vocabulary.statements import Kind

# From this share of its words on, a report has the fuller one's words; below, it has other words for them.
_SAME_WORDS = 0.7
# Words in order, small ones too, that a sentence keeps when each of its words is replaced by another of the same meaning.
_WORD_BY_WORD = 0.35
# A translation of a sentence is about as long as another one.
_AS_LONG = 0.65

# From this share of words in order on, what is left is how they are written.
_VERBATIM = 0.85
_TURNED = (DriftType.NEGATION_LOST, DriftType.NEGATION_ADDED)
_REWORDED = (DriftType.QUOTES_ADDED, DriftType.ALTERED)
# What a headline, or the sentence before a quotation, does to the words of its own article: no drift between reports.
_WITHIN_REPORT = (DriftType.CLIPPED, DriftType.PARAPHRASED, DriftType.RETRANSLATED)


def compared(tellings: Sequence[Telling]) -> Compared:
    """The fullest and the earliest of some reports, and the drift from the fullest to each other, in the order of their ids.

    That an article prints the words of its fullest report shorter or otherwise elsewhere, as in its headline, is no drift; that
    it drops a condition or turns the sense there is. Raises ValueError where there is no report.
    """
    if not tellings:
        raise ValueError("no reports to compare")
    full = fullest(tellings)
    others = sorted((one for one in tellings if one.id != full.id), key=lambda one: one.id)
    found = [
        each
        for one in others
        for each in drift(full, one, [two for two in others if two.id != one.id])
        if one.article != full.article or each.type not in _WITHIN_REPORT
    ]
    return Compared(full.id, earliest(tellings).id, tuple(found))


def drift(of: Telling, to: Telling, others: Sequence[Telling] = ()) -> list[Drift]:
    """How one report differs from a fuller one; `others` are further reports, which may show that a quotation was said.

    1. A speaker that changed, and a figure, are told whatever the words.
    2. The same words, with the same of them in quotation marks, are VERBATIM.
    3. Within one quotation: words ALTERED; a negation lost or added.
    4. Quotation marks that the others do not have.
    5. What was left out: a condition, a hedge, other words.
    6. Other words: RETRANSLATED where the sentence is the same word by word, else PARAPHRASED.
    """
    pair = Pair(of, to)
    found = [*speaker(pair), *numbers(pair)]
    if _is_verbatim(pair):
        return found or [pair.made(DriftType.VERBATIM)]
    dropped = [*condition(pair), *hedge(pair)]
    found += [*negation(pair), *dropped]
    found += quotes_added(pair, [_words(one) for one in others])
    same_words = pair.kept >= _SAME_WORDS
    if _is_quoted_anew(pair) or (not same_words and _is_word_by_word(pair)):
        return [*found, pair.made(DriftType.RETRANSLATED, *_reworded(pair))]
    if not any(one.type in _TURNED for one in found):
        found += [one for one in altered(pair) if not _is_told(one, found)]
    if same_words:
        found += clipped(pair, dropped)
    if _unquoted(pair) or not (same_words or any(one.type in _REWORDED for one in found)):
        found = _with_paraphrase(found, pair)
    if not found and pair.aligned < _VERBATIM:
        found.append(pair.made(DriftType.PARAPHRASED, *_reworded(pair)))
    return found or [pair.made(DriftType.VERBATIM)]


def _with_paraphrase(found: Sequence[Drift], pair: Pair) -> list[Drift]:
    """What is found, and that the rest is put in other words: the same words are not clipped as well, nor a changed figure."""
    before, after = _reworded(pair)
    if any(one.type is DriftType.NUMBER_CHANGED and _holds(one.before, before) and _holds(one.after, after) for one in found):
        return list(found)
    kept = [one for one in found if one.type is not DriftType.CLIPPED or not (_holds(before, one.before) and after)]
    return [*kept, pair.made(DriftType.PARAPHRASED, before, after)]


def _holds(words: str | None, part: str | None) -> bool:
    return bool(words and part and part in words)


def _is_verbatim(pair: Pair) -> bool:
    """Whether the words are the same, and the same of them in quotation marks."""
    return [(word.plain, word.quoted) for word in pair.before] == [(word.plain, word.quoted) for word in pair.after]


def _is_quoted_anew(pair: Pair) -> bool:
    """Whether both print as said what is not the same words: two translations, or two memories."""
    if is_anew(pair):
        return True
    if not pair.of.statement.kind is pair.to.statement.kind is Kind.DIRECT:
        return False
    return not is_one_quotation(quoted(pair.before), quoted(pair.after))


def _is_word_by_word(pair: Pair) -> bool:
    """Whether one sentence has the form of the other, with single words replaced, as a rewrite or another translation has."""
    if is_one_quotation(quoted(pair.before), quoted(pair.after)) and not is_anew(pair):
        return False
    shorter, longer = sorted((len(pair.before), len(pair.after)))
    if pair.of.statement.kind is not pair.to.statement.kind or shorter < _AS_LONG * longer:
        return False
    return pair.aligned >= _WORD_BY_WORD and pair.of.article != pair.to.article


def _unquoted(pair: Pair) -> bool:
    """Whether the fuller report has words in quotation marks that the other tells without."""
    quoted = {word.stem for word in pair.before if word.quoted and word.weight}
    return bool(quoted) and not any(word.quoted for word in pair.after) and any(word.stem in quoted for word in pair.after)


def _reworded(pair: Pair) -> tuple[str | None, str | None]:
    """The stretch of the fuller report that tells most and is put in other words, and those words; all of both if none is."""
    changed = [step for step in pair.steps if step.part is Part.CHANGED]
    if not changed or pair.aligned < _WORD_BY_WORD:
        return pair.cut(0, len(pair.before)), pair.put(0, len(pair.after))
    most = max(changed, key=lambda step: (weight(pair.before[slice(*step.one)]), -step.one[0]))
    return pair.cut(*most.one), pair.put(*most.other)


def _is_told(one: Drift, found: Sequence[Drift]) -> bool:
    """Whether a change is already told as a figure's or as something dropped."""
    for known in found:
        if known.type is DriftType.NUMBER_CHANGED and known.before and one.before and known.before in one.before:
            return True
        if (
            known.type is DriftType.HEDGE_DROPPED
            and known.before
            and one.before
            and set(known.before.split()) & set(one.before.split())
        ):
            return True
    return False


def _words(one: Telling) -> tuple[Word, ...]:
    return words_of(one.content, quoted=one.statement.kind is Kind.DIRECT)
