"""Utterances that are one because a person says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.vocabulary import Telling


def united(
    found: Sequence[Sequence[str]],
    by_id: Mapping[str, Telling],
    sure: Sequence[tuple[str, str]],
    apart: Sequence[tuple[str, str]],
) -> list[list[str]]:
    """Groups in which every statement is once, and those that a person says are one are in one.

    What is found without that person's word stays as it is: whoever is with one of the pair is with the other too, whatever
    the two would say of each other's company. Left behind is only who is kept apart from one that is there already, or shares
    words of one article with it.
    """
    groups = _each_once(found, by_id)
    never = {frozenset(pair) for pair in apart}
    for joined in _joined(sure):
        touched = [group for group in groups if group & joined]
        whole = set(joined)
        for one in sorted(set().union(*touched) - joined):
            if not any(frozenset((one, other)) in never or _overlap(by_id[one], by_id[other]) for other in whole):
                whole.add(one)
        left = [group - whole for group in touched if group - whole]
        groups = [group for group in groups if not group & joined] + [frozenset(whole), *left]
    return sorted(sorted(group) for group in groups)


def _each_once(found: Sequence[Sequence[str]], by_id: Mapping[str, Telling]) -> list[frozenset[str]]:
    """Groups of known statements, the first that has one keeps it; what is in none is alone."""
    groups: list[frozenset[str]] = []
    seen: set[str] = set()
    for group in [*found, *([one] for one in by_id)]:
        members = frozenset(group) & by_id.keys() - seen
        seen |= members
        if members:
            groups.append(members)
    return groups


def _joined(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """What pairs connect, directly or by way of others."""
    groups: list[frozenset[str]] = []
    for pair in pairs:
        touched = [group for group in groups if group.intersection(pair)]
        groups = [group for group in groups if not group.intersection(pair)] + [frozenset(pair).union(*touched)]
    return groups


def _overlap(one: Telling, other: Telling) -> bool:
    """Whether two statements of one article have words in common by their places: one holds the other."""
    if one.article != other.article:
        return False
    spans = other.statement.content
    return any(span.start < held.end and held.start < span.end for span in one.statement.content for held in spans)
