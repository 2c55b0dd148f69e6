"""Where names stand in an article's sentences: as subjects, in quotations, at the beginning; and whom a sentence is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from onrecord.identify.who.describing import title_before
from onrecord.identify.who.members import Member, Members
from onrecord.identify.who.mentions import Range
from onrecord.vocabulary import MentionType

_TWO = 2
_NEAR_BEGINNING = 40  # characters into a sentence: titles before its subject
_FARTHEST_PREPOSITION = 120  # characters: keeps the time linear in a sentence without an end
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|in|at|from|on|by|with|about|against|under|over|between|and|or|than|as|like|after|before)\s+"
    r"(?:[^\W\d_][\w.’'-]*\s+)*$"
)
_SAYING_OF = re.compile(
    r"[’']s?\s(?:[\w-]+\s)?(?:reply|answer|response|statement|speech|message|post|letter|remarks?|comments?|verdict|words|view)\b"
)
_SET_DOWN = re.compile(r"[^,.;“”]{3,60}\s(?:sat|stood|was|is|came|comes|waited|lives|sits|stands)\s(?:the\s)?(?:[A-Z][\w.]*\s)*")
# What may stand before the name that begins a sentence: "In Dol, ", "But ".
_OPENING = re.compile(r"(?:And|But|So|Yet|Then|Now|Still|[^“”\"]{2,40},)?")
# So many sentences of a quotation are passed over, at most. By judgement.
_LONGEST_QUOTATION = 8


class Standing:
    """Tells where the names of an article stand, and whom its sentences are about."""

    def __init__(self, text: str, members: Members, sentences: Sequence[Range], quoted: Sequence[Range]) -> None:
        """Take the article's text, its actors, its sentences and the insides of its quotation marks, each in order."""
        self._text = text
        self._members = members
        self._sentences = sentences
        self._quoted = quoted
        self._added_places: list[tuple[int, Member]] = []  # pronouns and titles that were read

    def topic(self, place: int, may_be: Callable[[Member], bool]) -> Member | None:
        """The one person of the sentence before, and its subject, none named between: "Brandt sat. The mayor said".

        Sentences of a quotation between the two do not count; "Brandt’s reply" has Brandt for its subject.
        """
        here = self._sentence(place)
        before = here - 1
        while before > 0 and here - before < _LONGEST_QUOTATION and self._is_all_quoted(before):
            before -= 1
        if before < 0:
            return None
        begin = self._sentences[before][0]
        people = [(one, member) for one, member in self._members.within(begin, place) if is_person(member)]
        again = [member for spot, member in self._added_places if begin <= spot < place]
        spoken_of = {id(member): member for member in (*(member for _, member in people), *again)}
        member = next(iter(spoken_of.values()), None)
        if member is None or len(spoken_of) != 1 or not may_be(member):
            return None
        if not people:  # "… she said. The mayor added"
            return member
        first = people[0][0]
        if self._is_quoted(first[0]) or self._text[begin : first[0]].endswith("the "):  # "the Brandt plan"
            return None
        leads = self._is_subject(first) or self._speaks_by(first) or self._is_set_down(begin, first)
        return member if leads and first[0] - begin <= _NEAR_BEGINNING else None

    def is_aside(self, place: int, member: Member) -> bool:
        """Whether the sentence of a relative clause about somebody begins with another person: "Olan met Brandt, who said"."""
        begin = self._sentences[self._sentence(place)][0]
        people = ((one, who) for one, who in self._members.within(begin, place) if is_person(who))
        first = next(people, None)
        if first is None or first[1] is member:
            return False
        return self._is_subject(first[0]) and first[0][0] - begin <= _NEAR_BEGINNING

    def subject_here(self, place: int, may_be: Callable[[Member], bool]) -> Member | None:
        """The one person named before in the sentence, outside quotations, and its subject: "Brandt rose: today he said"."""
        here = self._sentence(place)
        begin = self._sentences[here][0]
        people = [(one, member) for one, member in self._members.within(begin, place) if is_person(member)]
        if len({id(member) for _, member in people}) != 1 or self._is_quoted(place) or self._opens_quoted(here):
            return None
        (start, end), member = people[0]
        before = self._text[begin:start].rstrip().removesuffix(title_before(self._text, start)).rstrip()
        opens = _OPENING.fullmatch(before) is not None and not self.possesses((start, end))
        return member if opens and may_be(member) else None

    def subject_before(self, place: int, may_be: Callable[[Member], bool]) -> Member | None:
        """The one person of the sentence before, outside quotations, and its subject: "Brandt nodded. “It is late,” he said."."""
        here = self._sentence(place)
        if any(is_person(member) for _, member in self._members.within(self._sentences[here][0], place)):
            return None
        while here > 0 and self._opens_quoted(here):
            here -= 1
        here = here if self._sentences[here][1] <= place else here - 1
        begin, end = self._sentences[max(0, here)]
        if here < 0 or "\n" in self._text[begin:place].strip() or self._opens_quoted(here):
            return None
        people = [(one, member) for one, member in self._members.within(begin, end) if is_person(member)]
        if len({id(member) for _, member in people}) != 1:
            return None
        first, member = people[0]
        return member if self._is_subject(first) and first[0] - begin <= _NEAR_BEGINNING and may_be(member) else None

    def pair(self, place: int) -> list[Member]:
        """The two persons, and no more, named in the sentence of a place and the one before."""
        begin = self._sentences[max(0, self._sentence(place) - 1)][0]
        people = dict.fromkeys(member for _, member in self._members.within(begin, place) if is_person(member))
        return list(people) if len(people) == _TWO else []

    def in_first_line(self, place: int) -> bool:
        """Whether a place is in the headline."""
        return "\n" not in self._text[:place].strip()

    def begins_sentence(self, place: int) -> bool:
        """Whether a sentence begins at a place."""
        return self._sentences[self._sentence(place)][0] == place

    def possesses(self, place: Range) -> bool:
        """Whether a name stands as the owner of what follows: "Brandt’s"."""
        return self._text[place[1] : place[1] + 2] in ("’s", "'s")

    def _is_subject(self, place: Range) -> bool:
        """Whether a name looks like the subject of its clause: no preposition leads to it and it possesses nothing."""
        begin = max(self._sentences[self._sentence(place[0])][0], place[0] - _FARTHEST_PREPOSITION)
        return _PREPOSITION.search(self._text, begin, place[0]) is None and not self.possesses(place)

    def _is_quoted(self, place: int) -> bool:
        found = bisect_right(self._quoted, (place, len(self._text))) - 1
        return found >= 0 and self._quoted[found][0] <= place < self._quoted[found][1]

    def _sentence(self, place: int) -> int:
        return max(0, bisect_right(self._sentences, (place, len(self._text))) - 1)

    def _is_all_quoted(self, sentence: int) -> bool:
        """Whether a sentence begins and ends within quotation marks, those around it counted."""
        end = self._sentences[sentence][1]
        return self._opens_quoted(sentence) and (self._text[end - 1] in '"”’' or self._is_quoted(end - 1))

    def _speaks_by(self, place: Range) -> bool:
        """Whether a name possesses what somebody says: "Brandt’s reply"."""
        return _SAYING_OF.match(self._text, place[1]) is not None

    def _is_set_down(self, begin: int, place: Range) -> bool:
        """Whether a name ends a sentence whose verb stands before it: "In the gallery sat Dana Brandt."."""
        return self._text[place[1] : place[1] + 1] == "." and _SET_DOWN.fullmatch(self._text, begin, place[0]) is not None

    def _opens_quoted(self, sentence: int) -> bool:
        begin = self._sentences[sentence][0]
        return self._text[begin] in "\"“‘'" or self._is_quoted(begin)


def is_person(member: Member) -> bool:
    """Whether an actor is a person; a bare word without title, gender or description may be none."""
    told = len(member.words) > 1 or member.titles or member.descriptions or member.gender or member.known
    return member.type is MentionType.PERSON and bool(told)
