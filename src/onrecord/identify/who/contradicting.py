"""What an article tells of a person that an epithet contradicts: another gender, party, nation or office."""

from __future__ import annotations

from onrecord.identify.names.cast import is_role
from onrecord.identify.names.titles import KIN
from onrecord.identify.who.describing import gender_of_words
from onrecord.identify.who.members import Member
from onrecord.identify.who.phrases import Description, Epithet, are_akin, descriptions_of, differ

# Nobody is of two of these.
_PARTIES = frozenset("republican democratic labour conservative liberal socialist green communist".split())
# Nouns that may be said of somebody whatever office he holds.
LOOSE = frozenset(
    "candidate contender hopeful challenger incumbent frontrunner front-runner leader politician businessman businesswoman "
    "billionaire millionaire tycoon mogul diplomat veteran statesman lawmaker legislator republican democratic conservative "
    "liberal native author official candidate".split()
)
# Who is called a country's leader without more, by the roles of the facts.
LEADING = ("head_of_state", "head_of_government")
# Titles that one keeps when the work ends: a former doctor is Dr. still.
_KEPT = frozenset("doctor professor general admiral colonel major captain lieutenant sergeant commander judge ambassador".split())
# What anybody may be called beside an office.
_HONORIFICS = frozenset("mr mrs ms miss sir dame lord lady doctor professor".split())
# Members of parliaments hold offices in them too.
_MEMBERS = frozenset("senator representative lawmaker legislator mp".split())
_OFFICES_OF_MEMBERS = frozenset("chairman speaker whip head".split())


def contradiction(epithet: Epithet, member: Member) -> str | None:
    """What an article tells of a person that an epithet contradicts; None for nothing."""
    gender = gender_of_words(epithet.head)
    if gender is not None and not member.may_be(gender):
        return "another gender"
    # What somebody was speaks neither for nor against what he is, nor the other way round.
    described = [one for one in descriptions_of(member) if one.former == epithet.former]
    told = {word for one in described for word in one.tokens}
    parties = _PARTIES & told
    if epithet.tokens & _PARTIES and parties and not epithet.tokens & parties:
        return "another party"
    if epithet.former and any(one.heads & {epithet.head} - _KEPT for one in descriptions_of(member) if not one.former):
        return "in that office still"
    return None if epithet.head in LOOSE else _other_office(epithet, described)


def is_of_others(epithet: Epithet, member: Member) -> bool:
    """Whether the article gives a person an epithet's office, but of another country or body: "the Veshan leader"."""
    same = [one for one in descriptions_of(member) if one.capitals and _is_same_office(epithet, one)]
    named = {word for one in same for word in one.capitals}
    return bool(epithet.capitals and named) and not are_akin(epithet.capitals, named)


def _is_same_office(epithet: Epithet, description: Description) -> bool:
    if epithet.head in description.heads:
        return True
    leads = description.role is not None and description.role.startswith(LEADING)
    return (epithet.role is not None and epithet.role == description.role) or (epithet.head == "leader" and leads)


def _other_office(epithet: Epithet, described: list[Description]) -> str | None:
    same = [one for one in described if epithet.head in one.heads]
    if same and all(differ(epithet.tokens, one.tokens) for one in same):
        return "another portfolio"
    offices = {word for one in described for word in one.heads if is_role(word) and word not in LOOSE | KIN | _HONORIFICS}
    if epithet.head in _OFFICES_OF_MEMBERS:
        offices -= _MEMBERS
    if epithet.role is not None and any(one.role == epithet.role for one in described):
        return None
    return "another office" if offices and epithet.head not in offices else None
