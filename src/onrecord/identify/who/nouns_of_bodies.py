"""The body of an article that words without its name stand for: "the bank", "the alliance", "the Veshan authorities"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.identify.who.knowing import body_called, nations_told
from onrecord.identify.who.members import Member, Members
from onrecord.identify.who.mentions import Range
from onrecord.identify.who.phrases import Epithet, tokens_of
from onrecord.identify.who.pronouns import Ranking, Voice
from onrecord.text.spelling import fold
from onrecord.vocabulary import MentionType

_BODIES = frozenset(
    "bank fund company agency group party organisation organization committee commission council court union alliance "
    "department ministry university institute association foundation newspaper paper network magazine campaign panel firm board "
    "bureau centre center league federation body website site broadcaster bloc watchdog charity regulator lender carmaker".split()
)
_GOVERNING = frozenset("government leadership regime authorities side administration capital".split())
# What cannot be one: a body with a word of the first kind in its name is none of the others.
_STATE = frozenset(
    "agency committee commission council court department ministry panel board bureau parliament senate house".split()
)
_PRIVATE = frozenset("bank company firm newspaper paper network magazine website site broadcaster lender carmaker".split())


def body_meant(
    epithet: Epithet, words: str, place: Range, members: Members, *, ranking: Ranking, voices: Sequence[Voice]
) -> tuple[Member, str] | None:
    """The body that words mean, and why; None where they mean none.

    1. One that the facts call so too.  2. For the people of a government: its country, where the article names it.
    3. One whose name has the noun, the last named before.  4. For the noun alone: the body that spoke just before.
    """
    called = None if epithet.plural else body_called(words, members)
    if called is not None:
        return called, f"a name for {called.name}, which the article names"
    if epithet.head in _GOVERNING and len(epithet.nations) == 1:
        places = (one for one in members if one.type is MentionType.PLACE)
        nation = next((one for one in places if nations_told(one.name) == [*epithet.nations]), None)
        return (nation, f"the government of {nation.name}") if nation else None
    if epithet.head not in _BODIES or epithet.indefinite:
        return None
    named = [
        (start, one)
        for one in members
        if one.type is MentionType.ORGANISATION and epithet.tokens <= {*tokens_of(one.name)}
        for start, _ in one.seen
        if start < place[0]
    ]
    if named:
        found = max(named, key=lambda entry: entry[0])[1]
        return found, f"the article describes {found.name} so"
    spoke = ranking.body_that_spoke(place[0], voices) if epithet.definite and len(epithet.tokens) == 1 else None
    if spoke is None or spoke.type is not MentionType.ORGANISATION or _is_other_kind(epithet.head, spoke):
        return None
    return spoke, f"a word for {spoke.name}, which spoke just before"


def _is_other_kind(head: str, member: Member) -> bool:
    """Whether a body's name tells that it is no company ("the bank") or no office of a state ("the agency")."""
    words = set(fold(member.name).split())
    return bool((head in _STATE and words & _PRIVATE) or (head in _PRIVATE and words & _STATE))
