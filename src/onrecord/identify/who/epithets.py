"""Whom a title or epithet without a name stands for: "the Republican nominee", "the former first lady"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.identify.names.cast import is_role
from onrecord.identify.names.titles import INDEFINITE
from onrecord.identify.who.members import Member, Members, Range
from onrecord.identify.who.pronouns import Voice, before_place
from onrecord.text.spelling import fold
from onrecord.vocabulary import MentionType

_DETERMINER = re.compile(r"^(?:the|this|that|his|her|their|its|our|my|a|an)\s+", re.IGNORECASE)
_ASIDE = re.compile(r",.*|\s(?:who|that|which|whose|from|at|in|with|on|by)\s.*")
# Where the noun of a title ends: "the head | of the fund".
_OF = re.compile(r"\s(?:of|for|to)\s")
_EMPTY = frozenset("the a an of for and to in at on by with 's s’ u.s. us".split())
_TOKEN = re.compile(r"[^\W_][\w.’'-]*")
# Up to here a description may come before the name: a headline, a standfirst.
_HEADLINE = 250
# Words that set one holder of a title apart from another.
_APART = frozenset("former ex vice deputy first acting presumptive interim assistant under".split())
_SAME = {"gop": "republican", "nominee": "candidate", "democrat": "democratic", "chairwoman": "chairman", "chair": "chairman"}
# Nobody is of two of these.
_PARTIES = frozenset("republican democratic labour conservative liberal socialist green communist".split())
_BODIES = frozenset(
    "bank fund company agency group party organisation organization committee commission council court union alliance "
    "department ministry university institute association foundation newspaper paper network magazine campaign panel firm board "
    "bureau centre center league federation body".split()
)


def is_definite_role(source: str) -> bool:
    """Whether a source's words are a definite description of one person: "the New York businessman"."""
    words = _OF.split(_ASIDE.sub("", " ".join(source.split())))[0].split()
    return len(words) > 1 and words[0].lower() == "the" and is_role(words[-1].lower())


def is_definite_roles(source: str) -> bool:
    """Whether a source's words are a definite description of several people: "the senators", "both candidates"."""
    words = _OF.split(_ASIDE.sub("", " ".join(source.split())))[0].split()
    last = words[-1].lower() if words else ""
    return len(words) > 1 and words[0].lower() in ("the", "both") and last.endswith("s") and is_role(last.removesuffix("s"))


def meant(source: str, place: Range, members: Members, voices: Sequence[Voice]) -> Member | None:
    """The member that a source's words, which hold no name, describe; None where none or several fit.

    A person fits whose titles and appositions in the article hold the noun and all words that set holders apart ("former",
    "vice"); who fits most words counts, and of several alike the one who spoke last. A body fits whose name holds the noun.
    """
    words = _DETERMINER.sub("", _ASIDE.sub("", " ".join(source.split())))
    indefinite = source.split(maxsplit=1)[0].lower() in INDEFINITE
    tokens = _tokens(words)
    if not tokens or (indefinite and place[0] > _HEADLINE):
        return None
    head = next(iter(_tokens(_OF.split(words)[0])[-1:]), "")
    if is_role(head):
        # "A senator" is none of those named before; in a headline it may be one named later.
        people = [one for one in members if one.type is MentionType.PERSON and (not indefinite or min(one.seen) > place)]
        return _person(set(tokens), head, place, people, voices)
    return _body(head, place, members) if head in _BODIES else None


def _person(tokens: set[str], head: str, place: Range, people: Sequence[Member], voices: Sequence[Voice]) -> Member | None:
    fits = []
    for member in people:
        if min(member.seen)[0] >= max(place[0], _HEADLINE):
            continue
        described = [set(_tokens(one)) for one in member.descriptions]
        parties = _PARTIES.intersection(*[set().union(*described)])
        if tokens & _PARTIES and parties and not tokens & parties:
            continue
        score = max((_fit(tokens, head, one) for one in described), default=0.0)
        if score > 0:
            fits.append((score, member))
    if not fits:
        return None
    best = max(score for score, _ in fits)
    chosen = [member for score, member in fits if score == best]
    if len(chosen) == 1:
        return chosen[0]
    for voice in reversed(before_place(voices, place[0])):
        if voice.member in chosen:
            return voice.member
    return None


def _fit(tokens: set[str], head: str, description: set[str]) -> float:
    if head not in description or (tokens ^ description) & _APART:
        return 0.0
    return len(tokens & description) / len(tokens)


def _body(head: str, place: Range, members: Members) -> Member | None:
    """The body with this noun in its name that was named last."""
    found = [
        (start, member)
        for member in members
        if member.type is MentionType.ORGANISATION and head in fold(member.name).split()
        for start, _ in member.seen
        if start < place[0]
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


def _tokens(words: str) -> list[str]:
    found = (fold(match.group()).removesuffix("'s").rstrip(".") for match in _TOKEN.finditer(words))
    plain = (_SAME.get(word, word) for word in found)
    return [word for word in plain if word and word not in _EMPTY]
