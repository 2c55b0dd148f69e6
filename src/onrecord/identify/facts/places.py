"""Countries and organisations by the words that stand for them: names, demonyms, capitals and metonyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.identify.facts.lines import shipped
from onrecord.text.spelling import fold

COUNTRIES, ORGANISATIONS = "countries.txt", "organisations.txt"
# How words stand for a place, the plainest first: of two ways the first is told.
HOW = ("name", "acronym", "alias", "demonym", "capital", "metonym")
# Acronyms up to this length are looked for in capitals only: "US" and "WHO" are bodies, "us" and "Who" are words.
_SHORT = 3


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """A country that words stand for.

    `place` is its ISO 3166 code (XK for Kosovo, GB-SCT and the like for parts, the name for those without a code) and `name` its
    English name. `how` is name, alias, demonym, capital or metonym. `ambiguous` tells that the words also mean something else
    (Georgia, Washington); `others` are the codes of further countries that the same words may mean (Congo).
    """

    place: str
    name: str
    how: str
    ambiguous: bool
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationMatch:
    """An organisation that words stand for.

    `kind` is as in the facts (intergovernmental, ministry, legislature, military …), `country` the code of the country that
    owns a national institution, None for others. `how` is name, acronym, alias or metonym. `ambiguous` tells that the words also
    mean something else (Brussels, the Council); `others` are further organisations that they may mean (MFA).
    """

    name: str
    kind: str
    country: str | None
    how: str
    ambiguous: bool
    others: tuple[str, ...] = ()


@lru_cache(maxsize=4_000)
def country_of(words: str) -> CountryMatch | None:
    """The country that words stand for, or None. An article before them and a possessive ending do not count, capitals do."""
    found = _found(COUNTRIES, words)
    if not found:
        return None
    place, how, ambiguous = found[0]
    others = tuple(other for other, _, _ in found[1:])
    return CountryMatch(place, name_of(place), how, ambiguous or bool(others), others)


@lru_cache(maxsize=4_000)
def organisation_of(words: str) -> OrganisationMatch | None:
    """The organisation that words stand for, or None. Articles before them and a possessive ending do not count, capitals do."""
    found = _found(ORGANISATIONS, words)
    if not found:
        return None
    name, how, ambiguous = found[0]
    others = tuple(other for other, _, _ in found[1:])
    _, kind, country, *_ = next(shipped(ORGANISATIONS).starting(f"={name}\t"))
    return OrganisationMatch(name, kind, country or None, how, ambiguous or bool(others), others)


def name_of(place: str) -> str:
    """The English name of a country's code; a word that is no such code is given back."""
    return next((name for _, name in shipped(COUNTRIES).starting(f"={_line(place)}\t")), place)


def forms_of(organisation: str) -> tuple[str, ...]:
    """What an organisation is called, as written: name, acronym, aliases, metonyms; () for one that is not in the facts."""
    record = next(shipped(ORGANISATIONS).starting(f"={_line(organisation)}\t"), None)
    return tuple(record[3].split("|")) if record else ()


def form_key(form: str) -> str:
    """What forms are looked up by: folded, without full stops and an article before it."""
    plain = " ".join(fold(form).replace(".", "").replace("\t", " ").split()).strip("\"' ,;:-")
    return plain.removeprefix("the ")


def _found(file: str, words: str) -> list[tuple[str, str, bool]]:
    """What words stand for, by the plainest way first: place or name, how, and whether the form is ambiguous."""
    for key in _keys(words):
        best: dict[str, tuple[str, bool]] = {}
        for _, form, place, how, ambiguous in shipped(file).starting(f"{key}\t"):
            if _fits(words, form) and (place not in best or HOW.index(how) < HOW.index(best[place][0])):
                best[place] = (how, ambiguous == "1")
        if best:
            found = ((place, how, ambiguous) for place, (how, ambiguous) in best.items())
            return sorted(found, key=lambda one: (HOW.index(one[1]), one[0]))
    return []


def _keys(words: str) -> Iterator[str]:
    key = form_key(words)
    if key and key[0].isalnum():
        yield key
        if key.endswith("'s") or fold(words).endswith("s'"):
            yield key.removesuffix("'s").strip("'")


def _fits(words: str, form: str) -> bool:
    """Whether words are capitalised as a form asks: a short acronym in capitals, another name with a capital at its beginning."""
    letters, wanted = (
        "".join(letter for letter in _without_article(one) if letter.isalnum()).removesuffix("’s") for one in (words, form)
    )
    if wanted.isupper() and len(wanted) <= _SHORT:
        return letters[: len(wanted)].isupper()
    return not wanted[:1].isupper() or letters[:1].isupper()


def _without_article(words: str) -> str:
    plain = words.strip(" \t\n\"'“”‘’")
    return plain[4:] if plain[:4].lower() == "the " else plain


def _line(words: str) -> str:
    return words.replace("\t", " ").replace("\n", " ")
