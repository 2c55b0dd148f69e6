"""Who held a role: for a country or an organisation, at the days of an interval or before a day."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.identify.facts.lines import shipped
from onrecord.identify.facts.people import OFFICES, Term, one_each, person_of
from onrecord.identify.facts.places import forms_of, organisation_of
from onrecord.text.spelling import fold

# What a role's detail asks of an office's title, folded; any other detail asks for its words (see `_asked`).
_DETAILS = {
    "president": r"president",
    "monarch": r"\b(?:monarch|king|queen|emir|sultan|emperor|prince|grand duke|gyalpo|ngwenyama)\b",
    "supreme_leader": r"supreme leader",
    "governor_general": r"governor.general",
    "foreign": r"foreign|external|department of state|secretary of state\b(?! for)",
    "defence": r"defen[cs]e\b|pentagon|armed forces|general staff",
    "interior": r"interior|internal affairs|home (?:affairs|department)|homeland",
    "government": r"government",
    "general": r"general staff|chief of defence|defen[cs]e (?:staff|forces?)|joint chiefs|\barmed forces",
    "army": r"\barmy\b|land forces",
    "navy": r"\bnav(?:y|al)\b",
    "air": r"\bair\b",
}
# The president's spokesperson may have the title of the palace.
_SPOKESPERSONS = {"president": r"president|white house|kremlin"}
_SMALL = frozenset("the of for and affairs to in".split())
# Words of a portfolio agree when so many letters do: economic, economy; transport, transportation.
_STEM = 6
# Whose spokesperson speaks for a national institution that the titles do not name, by words of its name.
_VOICES = (
    (r"^executive office|president|^federal chancellery", "president"),
    (r"foreign|state$", "foreign"),
    (r"defen[cs]e|armed forces", "defence"),
    (r"^government|cabinet|^prime minister", "government"),
)
_HEADS = frozenset("head_of_state head_of_government org_head".split())


def holders(place: str, role: str, earliest: str, latest: str) -> tuple[Term, ...]:
    """Who held a role for a place on some day from `earliest` to `latest` (ISO days), one term each, the last to begin first.

    `place` is a country's code or what an organisation is called; `role` a code of the facts or what `role_of` gives.

    1. Months and years cover all their days, so that two neighbours may share a day: several persons mean that it is not known
       which of them is meant.
    2. Where the facts end inside the interval while somebody is in office, nothing is given: whoever followed is not known.
    3. Where a country has no head of government, its president is that.
    4. A national institution without offices of its own (the Pentagon) has those of its country whose titles name it; its
       spokesperson is that of the ministry or the president.
    """
    found = [term for term in _terms(place, role) if term.covers(earliest, latest)]
    if any(term.end is None and term.known_until < latest for term in found):
        return ()
    return one_each(found)


def former_holders(place: str, role: str, before: str) -> tuple[Term, ...]:
    """Who had held a role for a place and was surely out of it by the day `before`, one term each, the last to begin first.

    Whoever holds the role again on that day, or may, is not among them. Place and role are as for `holders`.
    """
    terms = [term for term in _terms(place, role) if term.first_day < before or not term.start]
    still = {term.qid or term.person for term in terms if term.end is None or term.last_day >= before}
    return one_each([term for term in terms if (term.qid or term.person) not in still])


@lru_cache(maxsize=256)
def _terms(place: str, role: str) -> tuple[Term, ...]:
    code, _, detail = role.partition(".")
    if not forms_of(place) and (offices := _offices(place)):
        return _held(place, _chosen(offices, code, detail)) or _president(place, code)
    organisation = organisation_of(place)
    if organisation is None:
        return ()
    if offices := _offices(organisation.name):
        return _held(organisation.name, _chosen(offices, "org_head" if code in _HEADS else code, detail))
    return _institution(organisation.name, organisation.country, code) if organisation.country else ()


def _president(country: str, code: str) -> tuple[Term, ...]:
    """Step 3."""
    if code != "head_of_government" or any(role == code for role, _, _ in _offices(country)):
        return ()
    return _held(country, _chosen(_offices(country), "head_of_state", "president"))


def _institution(name: str, country: str, code: str) -> tuple[Term, ...]:
    """Step 4."""
    offices = _offices(country)
    if code in _HEADS:
        offices = tuple(office for office in offices if not office[0].startswith("deputy") and office[0] != "spokesperson")
    else:
        offices = tuple(office for office in offices if office[0] == code)
    forms = [re.escape(fold(form)) for form in forms_of(name) if len(form) > 2]
    named = re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)") if forms else None
    chosen = tuple(office for office in offices if named and named.search(fold(office[1])))
    if not chosen and code == "spokesperson":
        voice = next((voice for pattern, voice in _VOICES if re.search(pattern, fold(name))), None)
        chosen = _chosen(offices, code, voice) if voice else ()
    return _held(country, chosen)


# An office: its role, its title, and the keys of those who held it.
_Office = tuple[str, str, tuple[str, ...]]


@lru_cache(maxsize=64)
def _offices(place: str) -> tuple[_Office, ...]:
    wanted = place.replace("\t", " ").replace("\n", " ")
    lines = shipped(OFFICES).starting(f"{wanted}\t") if wanted else ()
    return tuple((role, title, tuple(keys.split(" "))) for _, _, role, title, keys in lines)


def _chosen(offices: tuple[_Office, ...], code: str, detail: str) -> tuple[_Office, ...]:
    """The offices of a role whose titles have what its detail asks for."""
    return tuple(office for office in offices if office[0] == code and (not detail or _asked(code, detail, fold(office[1]))))


def _asked(code: str, detail: str, title: str) -> bool:
    pattern = (_SPOKESPERSONS if code == "spokesperson" else {}).get(detail) or _DETAILS.get(detail)
    if pattern is not None:
        return re.search(pattern, title) is not None
    present = _words(title)
    return all(any(word[:_STEM] == other[:_STEM] for other in present) for word in _words(detail))


def _words(title: str) -> list[str]:
    plain = title.replace("-", " ").replace("defense", "defence").replace("labor", "labour").replace("'s", "")
    return [word for word in re.findall(r"\w+", plain) if word not in _SMALL]


def _held(place: str, offices: tuple[_Office, ...]) -> tuple[Term, ...]:
    """The terms of those who held some offices of a place."""
    titles = {title for _, title, _ in offices}
    codes = {code for code, _, _ in offices}
    keys = dict.fromkeys(key for _, _, holders in offices for key in holders)
    people = (person for key in keys if (person := person_of(key)))
    return tuple(
        term for person in people for term in person.terms if term.place == place and term.office in titles and term.role in codes
    )
