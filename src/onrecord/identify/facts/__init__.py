"""facts: countries, organisations, titles, and who held which office when, looked up in files that ship with the package.

Nothing is read when this is imported. What the facts are silent about is None or (), never a guess.
"""

from onrecord.identify.facts.offices import former_holders, holders
from onrecord.identify.facts.people import Person, Term, people_named
from onrecord.identify.facts.places import CountryMatch, OrganisationMatch, country_of, organisation_of
from onrecord.identify.facts.roles import Title, role_of, title_of

__all__ = [
    "CountryMatch",
    "OrganisationMatch",
    "Person",
    "Term",
    "Title",
    "country_of",
    "former_holders",
    "holders",
    "organisation_of",
    "people_named",
    "role_of",
    "title_of",
]
