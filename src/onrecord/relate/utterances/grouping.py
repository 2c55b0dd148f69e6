"""The utterances that linked statements make."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.relate.utterances.conflicts import contradict
from onrecord.relate.utterances.days import Fit, fit
from onrecord.relate.utterances.linking import overlap
from onrecord.relate.utterances.voices import Voice, voice
from onrecord.vocabulary.relations import Link, LinkKind, Telling

# Links that may join what is printed as two speakers' words.
_WORD_FOR_WORD = (LinkKind.POSITION, LinkKind.VERBATIM)
_STRENGTH = {LinkKind.POSITION: 0, LinkKind.VERBATIM: 1, LinkKind.NEAR_VERBATIM: 2, LinkKind.PARAPHRASE: 3}


def groups(tellings: Sequence[Telling], links: Sequence[Link], apart: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The utterances, as sorted lists of ids, in the order of their first ids; every statement is in exactly one.

    1. The surest links come first, so that the order of what is given changes nothing.
    2. No group holds two statements that are kept apart, that hold one another, or that cannot be of one day; nor two speakers,
       but for the same words in quotation marks.
    3. A link by meaning joins two groups only where nothing across them contradicts: weak links do not make chains.
    """
    known = {one.id: one for one in tellings}
    kept = {frozenset(pair) for pair in apart}
    group = {number: {number} for number in known}
    for link in sorted(set(links), key=lambda one: (_STRENGTH[one.kind], -one.score, one.one, one.other)):
        if link.one not in known or link.other not in known:
            continue
        left, right = group[link.one], group[link.other]
        if left is right or not _may_join(left, right, link, known, kept):
            continue
        left |= right
        for number in right:
            group[number] = left
    return sorted({min(members): sorted(members) for members in group.values()}.values())


def _may_join(left: set[str], right: set[str], link: Link, known: dict[str, Telling], kept: set[frozenset[str]]) -> bool:
    for one in left:
        for other in right:
            if frozenset((one, other)) in kept or overlap(known[one], known[other]):
                return False
            if {one, other} == {link.one, link.other}:
                continue
            if not _agree(known[one], known[other], link.kind):
                return False
    return True


def _agree(one: Telling, other: Telling, kind: LinkKind) -> bool:
    """Whether two statements that nothing links directly may come into one group by a link of some kind between others."""
    if fit(one, other) is Fit.NONE:
        return False
    if kind not in _WORD_FOR_WORD and voice(one, other) is Voice.TWO:
        return False
    return kind is not LinkKind.PARAPHRASE or not contradict(one, other)
