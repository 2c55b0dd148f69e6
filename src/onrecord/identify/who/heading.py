"""Which actors head the words of a source: one, or several joined."""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.identify.names.cast import Cast, is_role
from onrecord.identify.who.members import Member, Members
from onrecord.identify.who.speakers import read_speaker
from onrecord.vocabulary import ActorType, MentionType, Span

# What follows somebody else's name ("Brandt's spokesman"), and what leads to one ("a spokesman for Brandt").
_OWNED = re.compile(r"(?:[’']s?|s)\s+\S")
_POSSESSIVE = re.compile(r"[’']s?\s+\S")
_LED_TO = re.compile(r"\b(?:of|for|to|from|at|in|by|with|against|on|about|including|like)\s+(?:[\w.’'-]+\s+){0,3}$")
_PORTFOLIO = re.compile(r"\b[Ss]ecretary of \w+\s+$")
# What may follow the name that heads a source.
_HEADS = re.compile(r"\s*(?:$|[,(;:—–-]|(?:who|of|from|at|in|himself|herself|itself)\b|[’']s?\s*$|[”\"])")
_JOINING = re.compile(r",?\s+(?:and|as well as|along with|together with)\s+|(?<=[\w)]),\s+(?=[A-Z])")
# What stands between names that are listed: "(D-Dol), ", " and the ".
_BETWEEN_LISTED = re.compile(r"(?:\s*\([^()]{1,30}\))?\s*,?\s*(?:and\s+)?(?:the\s+)?")
# What stands before the first of several people, and between two: an apposition, what joins them, a title.
_OPENING = re.compile(r"(?P<lead>[^,]*,?\s*)")
_JOINED = re.compile(
    r"(?:,\s[^“”]{2,80}?,?)??\s*,?\s*(?:\band|\bas well as|\balong with|\btogether with|(?P<comma>,))\s+"
    r"(?P<lead>[^,]{0,60}?,?\s*)"
)
_JOINS = re.compile(r"\s+(?:and|as well as|along with|together with)\s")
_OF_ANOTHER = re.compile(r"\b(?:of|for|to|from|by|with|at|in)\b")


class Heads:
    """Tells whom an article's sources name at their head."""

    def __init__(self, text: str, members: Members, cast: Cast) -> None:
        """Take the article's text, its actors and its full names."""
        self._text = text
        self._members = members
        self._cast = cast

    def named(self, source: Span) -> Member | None:
        """The actor that a source's words name: the head of its first noun phrase, or a name in apposition to a title."""
        text = self._text
        for place, member in self._members.within(source.start, source.end):
            before, after = text[source.start : place[0]], text[place[1] : source.end]
            belongs = _OWNED.match(after) or (_LED_TO.search(before) and not _PORTFOLIO.search(before))
            if belongs or not _HEADS.match(after):
                continue
            if "," in before and not (member.type is MentionType.PERSON and self._is_title(before)):
                continue
            return member
        return None

    def _is_title(self, before: str) -> bool:
        speaker = read_speaker(before.strip(" ,"), self._cast)
        return speaker.type is not ActorType.PERSON and before.count(",") == 1

    def is_opened_by_name(self, source: Span) -> bool:
        """Whether a person's name opens a source and possesses nothing: words that follow are no title of another."""
        people = [place for place, one in self._members.within(source.start, source.end) if one.type is MentionType.PERSON]
        return bool(people) and people[0][0] == source.start and not _OWNED.match(self._text[people[0][1] : source.end])

    def are_listed(self, source: Span) -> bool:
        """Whether names alone make up the source: "Veshia, Dol and Brenn"."""
        places = [place for place, _ in self._members.within(source.start, source.end)]
        between = [self._text[one[1] : other[0]] for one, other in pairwise(places)]
        return len(places) > 1 and all(_BETWEEN_LISTED.fullmatch(words) for words in between) and "and" in between[-1]

    def joined(self, source: Span) -> list[Member]:
        """The persons whom a source joins, with the titles and appositions between them: "Brandt, the mayor, and Tomas Olan"."""
        text = self._text
        found: list[Member] = []
        end = source.start
        for place, member in self._members.within(source.start, source.end):
            between = text[end : place[0]]
            if member.type is not MentionType.PERSON or _OWNED.match(text[place[1] : source.end]):
                if found:  # a body inside an apposition
                    continue
                return []
            match = _JOINED.fullmatch(between) if found else _OPENING.fullmatch(between)
            follows = text[place[1] : source.end]
            if match is None or not _is_lead(match["lead"], listed=bool(match.groupdict().get("comma"))):
                break
            if not (_HEADS.match(follows) or _JOINS.match(follows)):
                break
            found.append(member)
            end = place[1]
        return list(dict.fromkeys(found))

    def parts(self, source: Span) -> list[Member | Span]:
        """Several speakers of one source, each an actor of the article or its own words; none where its first is neither."""
        spans: list[Span] = []
        start = 0
        for match in (*_JOINING.finditer(source.text), None):
            end = match.start() if match else len(source.text)
            spans.append(Span.of(self._text, source.start + start, source.start + end))
            start = match.end() if match else end
        members = [self.named(part) for part in spans]
        if members[0] is None and (not any(members) or _LED_TO.search(spans[0].text)):
            return []
        return [member or part for member, part in zip(members, spans, strict=True)]


def is_owned(words: str) -> bool:
    """Whether words go on from a name, or hold one, that possesses what follows: "Brandt's spokesman"."""
    return _POSSESSIVE.search(words) is not None


def _is_lead(words: str, *, listed: bool) -> bool:
    """Whether words before a name are nothing or a title of its bearer: "the Dol mayor, "; after a comma alone, with capitals."""
    plain = words.strip(" ,").split()
    if not plain or (len(plain) == 1 and plain[0] == "the"):
        return True
    if listed and not all(word[:1].isupper() for word in plain):
        return False
    return is_role(plain[-1].lower().rstrip(".")) and not _OF_ANOTHER.search(words)
