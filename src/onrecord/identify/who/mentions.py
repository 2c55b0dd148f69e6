"""The names that the model marks, mended before the actors are gathered from them: cut, widened, or of another kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from onrecord.identify.facts.given import gender_of
from onrecord.identify.facts.people import people_named
from onrecord.identify.facts.places import country_of, organisation_of
from onrecord.identify.names.comparing import key, name_in
from onrecord.identify.names.runs import is_title
from onrecord.identify.names.titles import GENERIC_TITLES, KIN, NOT_GIVEN, OPENERS, ORGANISATIONS, ROLES
from onrecord.identify.who.describing import title_before
from onrecord.vocabulary import Mention, MentionType, Span

Range = tuple[int, int]

_WORDS_AFTER = re.compile(r"(?: [^\W\d_]+){1,3}")
_CAPITAL_BEFORE = re.compile(r"(?:^|[\n.!?”\"]\s*|\b[a-z][\w’'-]*,?\s)(?P<word>[A-Z][^\W\d_A-Z]{2,})[ \u00a0]$")
_SUFFIX = re.compile(r",?[ \u00a0](?P<words>(?:Jr|Sr)\b\.?|I{2,3}\b|IV\b)")
# What a model takes along after a name: a verb or a preposition, in lower case.
_TRAILING = re.compile(r"(?<=\w)(?: [a-z]{2,})+$")


def mended(text: str, mentions: Sequence[Mention], sources: Iterable[Span]) -> tuple[list[Mention], list[Mention]]:
    """The mentions of a text, mended, and the persons that stand titled in sources and were not marked.

    1. A possessive s without its apostrophe, words in lower case after a name and titles before it come off; a suffix and an
       unmarked given name come on.
    2. Persons, bodies and places are told apart by the facts, by the use of the word in the text, and by a surname that stands
       elsewhere alone; a name in capitals is written as others are.
    """
    mentions = _without_possessive([_without_trailing(one) for one in mentions])
    mentions = _people_by_use(text, [_widened(text, _with_suffix(text, _without_title(_corrected(one)))) for one in mentions])
    mentions = _people_by_surname(mentions)
    return mentions, list(_in_sources(text, sources, mentions))


def _corrected(one: Mention) -> Mention:
    """A mention whose one word is a body, a country or a capital by the facts, and not a person's name: "Kremlin"."""
    nation, _, rest = one.name.partition(" ")
    named = country_of(nation) if rest else None
    if named is not None and named.how == "demonym":  # "the Russian Kremlin"
        body = organisation_of(rest)
        if body is not None and body.country == named.place and one.end - one.start == len(one.name):
            return replace(one, start=one.end - len(rest), name=rest, type=MentionType.ORGANISATION)
    if one.type is MentionType.PERSON and rest:
        words = one.name.split()
        is_body = words[-1].lower() in ORGANISATIONS and gender_of(words[0]) is None
        return replace(one, type=MentionType.ORGANISATION) if is_body else one
    if one.type is not MentionType.PERSON:
        return one
    body, country = organisation_of(one.name), country_of(one.name)
    if body is not None and not body.ambiguous:
        return replace(one, type=MentionType.ORGANISATION)
    is_place = country is not None and country.how in ("name", "capital") and not country.ambiguous
    return replace(one, type=MentionType.PLACE) if is_place else one


def _widened(text: str, one: Mention) -> Mention:
    """A person's mention of one word with the given name before it, where nothing else can stand there with a capital."""
    before = _CAPITAL_BEFORE.search(text, max(0, one.start - 30), one.start) if one.type is MentionType.PERSON else None
    if before is None or " " in one.name:
        return one
    word = before["word"]
    plain = word.lower()
    role = plain.removesuffix("s")
    other = (
        {plain, role} & (OPENERS | NOT_GIVEN | ROLES | KIN) or is_title(role) or is_title(plain) or country_of(word) is not None
    )
    if other or organisation_of(word) is not None or re.search(rf"\b{re.escape(plain)}\b", text):
        return one
    return replace(one, start=before.start("word"), name=f"{word} {one.name}")


def _without_trailing(one: Mention) -> Mention:
    """A mention without words in lower case after the name: "Brandt rang" as "Brandt"."""
    trailing = _TRAILING.search(one.name) if one.name[:1].isupper() and one.end - one.start == len(one.name) else None
    if trailing is None:
        return one
    return replace(one, end=one.start + trailing.start(), name=one.name[: trailing.start()])


def _with_suffix(text: str, one: Mention) -> Mention:
    """A person's mention with the suffix after it: "Tomas Brandt Jr."."""
    suffix = _SUFFIX.match(text, one.end) if one.type is MentionType.PERSON and " " in one.name else None
    return replace(one, end=suffix.end(), name=f"{one.name} {suffix['words']}") if suffix else one


def _without_title(one: Mention) -> Mention:
    """A person's mention from its name on: "Ms. Brandt" as "Brandt", "New Tor Brandt" of a headline as "Tor Brandt"."""
    words = one.name.split()
    cut = next((place for place, word in enumerate(words) if not is_title(word.rstrip(".").lower())), 0)
    if cut == 0 and ((len(words) > 2 and words[0].lower() in NOT_GIVEN) or words[0].lower() in ("neither", "either", "both")):
        cut = 1
    if one.type is not MentionType.PERSON or not 0 < cut < len(words):
        return one
    name = " ".join(words[cut:])
    return replace(one, start=one.end - len(name), name=name) if one.end - one.start == len(one.name) else one


def _without_possessive(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those cut that have a possessive s without its apostrophe, as translations have: "Veshias request"."""
    counts = Counter(one.name for one in mentions)
    return [replace(one, end=one.end - 1, name=one.name[:-1]) if _has_possessive(one, counts) else one for one in mentions]


def _has_possessive(one: Mention, counts: Mapping[str, int]) -> bool:
    bare = one.name[:-1]
    if not one.name.endswith("s") or one.name.endswith("ss") or one.end - one.start != len(one.name):
        return False
    if counts.get(bare, 0) >= counts[one.name]:
        return True
    if one.type is MentionType.PERSON and " " not in bare and people_named(bare) and not people_named(one.name):
        return True
    known = country_of(bare) or organisation_of(bare)
    return known is not None and country_of(one.name) is None and organisation_of(one.name) is None and known.how != "demonym"


def _people_by_use(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, one-word people of which the text's own use tells that they are none made places and adjectives.

    One that stands right before a title is an adjective ("the Veshan president"), one after "in" is a place ("in Veshia"); not so
    where it ever stands after a title or is part of a full name.
    """
    single = [one for one in mentions if one.type is MentionType.PERSON and " " not in one.name]
    surnames = {one.name.split()[-1] for one in mentions if one.type is MentionType.PERSON and " " in one.name}
    adjectives = {one.name for one in single if _stands_before_title(text, one)}
    places = {one.name for one in single if text[max(0, one.start - 4) : one.start] in (" in ", "\nIn ", " In ")}
    titled = {one.name for one in single if title_before(text, one.start)}
    kinds = dict.fromkeys(places, MentionType.PLACE) | dict.fromkeys(adjectives, MentionType.OTHER)
    kinds = {name: kind for name, kind in kinds.items() if name not in surnames | titled}
    return [
        replace(one, type=kinds[one.name]) if one.type is MentionType.PERSON and one.name in kinds else one for one in mentions
    ]


def _stands_before_title(text: str, one: Mention) -> bool:
    following = _WORDS_AFTER.match(text, one.end)
    words = [word.lower() for word in following.group().split()] if following else []
    while words and words[0] in GENERIC_TITLES:
        words = words[1:]
    return bool(words) and is_title(words[0])


def _people_by_surname(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those of two words that only capitals made a body's being people's, and no name all in capitals.

    The last word is marked as a person's name alone elsewhere, the first is a given name.
    """
    alone = {key(one.name) for one in mentions if one.type is MentionType.PERSON and " " not in one.name}
    people = [replace(one, type=MentionType.PERSON) if _is_person_by_surname(one, alone) else one for one in mentions]
    return [_in_small_letters(one, alone) for one in people]


def _is_person_by_surname(one: Mention, alone: set[str]) -> bool:
    words = one.name.split()
    is_pair = one.type is MentionType.ORGANISATION and len(words) == 2
    return is_pair and key(words[1]) in alone and gender_of(words[0].title()) is not None


def _in_small_letters(one: Mention, alone: set[str]) -> Mention:
    """A person's full name that opens an article in capitals, where its surname stands elsewhere: "DANA BRANDT"."""
    is_shouted = one.type is MentionType.PERSON and one.name.isupper() and " " in one.name
    return replace(one, name=one.name.title()) if is_shouted and key(one.name.split()[-1]) in alone else one


def touches(places: Sequence[Range], start: int, end: int) -> bool:
    """Whether one of the places, in order and apart, shares a character with [start, end)."""
    before = bisect_left(places, (end, 0)) - 1
    return before >= 0 and places[before][1] > start


def _in_sources(text: str, sources: Iterable[Span], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Titled names in sources that the model did not mark: "President Brandt"."""
    marked = [(one.start, one.end) for one in mentions]
    for source in sources:
        if touches(marked, source.start, source.end):
            continue
        named = name_in(source.text)
        if named is None or not named.is_person:
            continue
        written = re.search(r"\s+".join(re.escape(word) for word in named.words), source.text)
        if written is not None:
            start = source.start + written.start()
            yield Mention(start, source.start + written.end(), None, " ".join(named.words), MentionType.PERSON)
