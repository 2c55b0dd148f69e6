"""The utterances that linked statements make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.relate.meaning import nearness
from onrecord.relate.utterances.conflicts import contradict, deny
from onrecord.relate.utterances.days import Fit, fit
from onrecord.relate.utterances.linking import is_verbatim, overlap
from onrecord.relate.utterances.voices import Voice, voice
from onrecord.relate.utterances.wording import may_share, quotations, shared
from onrecord.vocabulary.relations import Link, LinkKind, Telling

_STRENGTH = {LinkKind.PLACE: 0, LinkKind.VERBATIM: 1, LinkKind.NEAR_VERBATIM: 2, LinkKind.PARAPHRASE: 3}
_VOICES = {Voice.ONE: 0, Voice.THROUGH: 1, Voice.PERHAPS: 2, Voice.TWO: 3}
# What two statements share at least that a third one, which quotes in several places, may join: in words, or in meaning.
_HALF, _SAME = 0.5, 0.9


def groups(tellings: Sequence[Telling], links: Sequence[Link], apart: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The utterances, as sorted lists of ids, in the order of their first ids; every statement is in exactly one.

    1. The surest links come first, so that the order of what is given changes nothing; those of two speakers come last of all.
    2. No group holds two statements that are kept apart, that hold one another, or that cannot be of one day; nor two speakers,
       but for the same words in quotation marks, which every two across must share.
    3. A link by meaning joins two groups only where nothing across them contradicts: weak links do not make chains.
    4. A statement that quotes in several places joins only what is alike: it may clip two utterances.
    5. So does one whose day is only that of its article, with what was said days before; no link by meaning joins these.
    """
    known = {one.id: one for one in tellings}
    kept = {frozenset(pair) for pair in apart}
    group = {number: {number} for number in known}
    given = [link for link in set(links) if link.one in known and link.other in known]
    for link in sorted(given, key=lambda link: _rank(link, known)):
        left, right = group[link.one], group[link.other]
        if left is right or not _may_join(left, right, link, known, kept):
            continue
        left |= right
        for number in right:
            group[number] = left
    return sorted({min(members): sorted(members) for members in group.values()}.values())


def _rank(link: Link, known: dict[str, Telling]) -> tuple[bool, int, int, float, str, str]:
    who = voice(known[link.one], known[link.other])
    return who is Voice.TWO, _STRENGTH[link.kind], _VOICES[who], -link.score, link.one, link.other


def _may_join(left: set[str], right: set[str], link: Link, known: dict[str, Telling], kept: set[frozenset[str]]) -> bool:
    pieces = any(quotations(known[end]) > 1 for end in (link.one, link.other))
    for one in left:
        for other in right:
            if frozenset((one, other)) in kept or overlap(known[one], known[other]):
                return False
            if {one, other} == {link.one, link.other}:
                continue
            if not _agree(known[one], known[other], link.kind) or (pieces and not _alike(known[one], known[other])):
                return False
    return True


def _agree(one: Telling, other: Telling, kind: LinkKind) -> bool:
    """Whether two statements that nothing links directly may come into one group by a link of some kind between others."""
    when = fit(one, other)
    if when is Fit.NONE or (when is Fit.PRINTED and (kind is LinkKind.PARAPHRASE or not _alike(one, other))):
        return False
    if voice(one, other) is Voice.TWO:
        if kind is LinkKind.PLACE:
            return not deny(one, other)
        return kind is LinkKind.VERBATIM and is_verbatim(one, other)
    return kind is not LinkKind.PARAPHRASE or not contradict(one, other)


def _alike(one: Telling, other: Telling) -> bool:
    """Whether two statements have half of the shorter's words in common, or nearly one meaning."""
    if may_share(one, other) and shared(one, other).contained >= _HALF:
        return True
    return nearness(one.vector, other.vector) >= _SAME
