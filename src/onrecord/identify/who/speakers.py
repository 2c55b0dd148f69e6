"""Who a statement is attributed to, read from its source's words inside one article."""

from __future__ import annotations

import re

from onrecord.identify.names.cast import Cast, is_introduced
from onrecord.identify.names.comparing import (
    Named,
    is_organisation,
    is_person,
    name_in,
    plain_words,
    same_person,
    surname_key,
)
from onrecord.identify.names.runs import Name
from onrecord.identify.names.titles import (
    FEMALE,
    KIN,
    MALE,
    PARTICLES,
    PERSONAL,
    PRONOUNS,
)
from onrecord.identify.who.nouns import AS_WRITTEN, noun_of, people_by_noun, speaker_by_noun
from onrecord.vocabulary import ActorType, Speaker

_JOINING = re.compile(r"\s(?:and|or|nor|as well as|along with|together with)\s", re.IGNORECASE)
_EITHER = re.compile(r"^(?:both|either|neither)\s+", re.IGNORECASE)
_THEIR_PEOPLE = re.compile(r"(?:his|her|their|its)\s(?:[\w-]+\s)?[\w-]+s$", re.IGNORECASE)
NAMED_IN_FULL = "named in full"
# "Brandt’s" before a noun of saying: the mark is no part of the name.
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_APPOSITION = re.compile(r",\s+(?:an?|the|his|her|their|its|[\w-]+[’']s)\s", re.IGNORECASE)
_KINSHIP = re.compile(rf"\b(?:[\w-]+[’']s?|his|her|their)\s+(?:[\w-]+\s+){{0,2}}(?:{'|'.join(sorted(KIN))})\b", re.IGNORECASE)


def read_speaker(source: str, cast: Cast) -> Speaker:
    """The speaker that a source's words name; `cast` holds the full names of the article.

    1. A pronoun stays as written.
    2. Several speakers in one source stay as written.
    3. An organisation stays as written.
    4. A full name is the name, without titles and appositions, in the form that the article has elsewhere;
       it is a person's only if something tells so (see `cast`).
    5. A surname is the one full name of the article that ends in it; where there are several, or its title or apposition is
       somebody else's, it stays as written.
    6. Anything else stays as written; the noun that it is about may tell what kind of actor it is.
    """
    plain = plain_words(source).lower()
    words = source if plain in PRONOUNS else _POSSESSIVE.sub("", source)
    if plain in PRONOUNS:
        kind = ActorType.PERSON if plain in PERSONAL else None
        return Speaker(words, "a pronoun; whom it stands for is not known", kind)
    if is_compound(words):
        return Speaker(words, "several speakers in one source; not taken apart")
    named = name_in(words)
    if named is not None and is_organisation(named.words):
        return Speaker(words, AS_WRITTEN, ActorType.ORGANISATION)
    if named is None or not is_person(named.words):
        return speaker_by_noun(words)
    return _nameless_people(words, named, cast) or _by_name(words, named, cast)


def is_compound(words: str) -> bool:
    """Whether several are named.

    1. A name and somebody else are joined ("Brandt and Olan", "Brandt and allies", but not "Foreign and Defence Minister Olan").
    2. Names, or a name and its people, are listed ("Brandt, Olan and Meer", "Brandt, his aides and others", but not "Brandt, the
       chair and founder").
    """
    first, *rest = _EITHER.sub("", plain_words(words)).split(", ")
    joined = _JOINING.search(first)
    if joined is not None and name_in(first[: joined.start()]) is not None:
        return True
    for part in rest:
        joined = _JOINING.search(f" {part}")
        before = part[: max(0, joined.start() - 1)] if joined else ""
        if before and (_THEIR_PEOPLE.match(before) or (before[:1].isupper() and name_in(before) and name_in(first))):
            return True
    return False


def _nameless_people(words: str, named: Named, cast: Cast) -> Speaker | None:
    """Several people, or one, whose noun has a capital: "House Republicans", "Top Lawmaker"; None where a name is likelier."""
    if named.titled or named.words[-1].lower() != noun_of(words) or cast.is_person(named.words):
        return None
    found = people_by_noun(words)
    return found if found is not None and found.type in (ActorType.GROUP, ActorType.UNNAMED) else None


def _by_name(words: str, named: Named, cast: Cast) -> Speaker:
    if len(named.words) > 1 and named.words[0].lower() not in PARTICLES:
        return _in_full(words, named, cast)
    return _by_surname(words, named, cast)


def _in_full(words: str, named: Named, cast: Cast) -> Speaker:
    name = " ".join(_form(named.words, cast))
    if named.is_person or is_introduced(words) or cast.is_person(named.words):
        return Speaker(name, NAMED_IN_FULL, ActorType.PERSON)
    return Speaker(name, "named in full; what kind of actor is not known")


def _form(name: Name, cast: Cast) -> Name:
    """The form of a full name that the article's list has."""
    return next((known for known in sorted(cast.names.get(surname_key(name), ())) if same_person(known, name)), name)


def _by_surname(words: str, named: Named, cast: Cast) -> Speaker:
    surname = " ".join(named.words)
    known = sorted(cast.names.get(surname_key(named.words), ()))
    if len(known) == 1 and _is_somebody_else(words, named, known[0], cast):
        reason = f"{AS_WRITTEN}; the article's only full name in “{named.words[-1]}”, {' '.join(known[0])}, does not fit them"
        return Speaker(words, reason, ActorType.PERSON)
    if len(known) == 1:
        return Speaker(" ".join(known[0]), f"surname; the article's only full name in “{named.words[-1]}”", ActorType.PERSON)
    if known:
        listed = ", ".join(" ".join(name) for name in known)
        return Speaker(words, f"surname of several people in the article: {listed}", ActorType.PERSON)
    if named.titled:
        return Speaker(surname, "named by title and surname; the article has no fuller name", ActorType.PERSON)
    return Speaker(words, f"{AS_WRITTEN}; the article has no fuller name")


def _is_somebody_else(words: str, named: Named, known: Name, cast: Cast) -> bool:
    """Whether a surname's own words tell that it is not the full name's.

    1. They tell whose relative it is ("Holt, the premier's husband").
    2. A title and an apposition introduce somebody, and the full name never has that title.
    3. The title is a man's, the full name never has a man's, and it or the surname elsewhere has a woman's; or the other way
       round.
    """
    if _KINSHIP.search(words):
        return True
    of_name, of_surname = cast.titles_of(known), cast.titles_of(named.words[-1:])
    if named.titles and _APPOSITION.search(words) and not named.titles & of_name:
        return True
    for one, other in ((MALE, FEMALE), (FEMALE, MALE)):
        if named.titles & one and not of_name & one:
            return bool((of_name | of_surname) & other)
    return False
