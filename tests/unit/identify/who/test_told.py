"""What descriptions of a person tell: tables of words, each with the office or gender read from them."""

from __future__ import annotations

import pytest

from onrecord.identify.who.members import Member
from onrecord.identify.who.told import gender_told, office_of, offices_told
from onrecord.vocabulary import MentionType


@pytest.mark.parametrize(
    ("words", "title", "place"),
    [
        ("Norwegian prime minister", "prime minister", "NO"),
        ("former prime minister of Norway", "former prime minister", "NO"),
        ("US Secretary of State", "Secretary of State", "US"),
        ("Russia’s deputy foreign minister", "deputy foreign minister", "RU"),
        ("NATO Secretary General", "Secretary General", "North Atlantic Treaty Organization"),
        ("president of the European Commission", "president", "European Commission"),
        ("Polish lawmaker", "lawmaker", "PL"),
        ("Pentagon press secretary", "Pentagon press secretary", "US"),
        ("Tarvian foreign minister", "Tarvian foreign minister", None),
        ("Ohio Gov.", "Ohio Gov.", None),
        ("Georgia governor", "Georgia governor", None),
        ("Moscow mayor", "Moscow mayor", None),
        ("Polish farmer", "Polish farmer", None),
        ("ambassador to Russia", "ambassador to Russia", None),
        ("New Mexico Governor", "New Mexico Governor", None),
    ],
)
def test_an_office_has_the_country_or_body_that_its_words_surely_name(words: str, title: str, place: str | None) -> None:
    found = office_of(words)
    assert (found.title, found.place, found.basis) == (title, place, "text")


def member(name: str, *descriptions: str, titles: tuple[str, ...] = ()) -> Member:
    return Member(tuple(name.split()), MentionType.PERSON, descriptions=list(descriptions), titles=list(titles))


@pytest.mark.parametrize(
    ("one", "titles"),
    [
        (member("Orlan Vesk", "dairy farmer from Selm"), ["dairy farmer from Selm"]),
        (member("Orlan Vesk", titles=("Gov.", "Gov.")), ["Gov."]),
        (member("Orlan Vesk", titles=("president. Mr.",)), []),
        (member("Orlan Vesk", "lawyer who said the port would open", "brother of the mayor", "Tarvian capital"), []),
        (
            member("Orlan Vesk", titles=("spokesman for President", "chairman of Mrs.", "Secretary of State")),
            ["President", "Secretary of State"],
        ),
        (member("Vesk", "lawyer", titles=("President",)), ["President"]),
    ],
)
def test_offices_and_occupations_are_kept_but_no_clauses_and_no_kin(one: Member, titles: list[str]) -> None:
    assert [office.title for office in offices_told(one)] == titles


@pytest.mark.parametrize(
    ("one", "gender"),
    [
        (member("Tomas Vesk", "Republican opponent"), "male"),
        (member("Orlan Vesk", "spokesman for the port"), None),
        (member("Orlan Vesk", "spokeswoman for the port"), "female"),
        (member("Orlan Vesk", "son said that it was over"), None),
        (member("Orlan Vesk", "Mrs.", "king of the ring"), None),
        (member("Vesk", "Mr."), "male"),
        (member("Orlan Vesk", "widow of a fisherman"), "female"),
        (member("Orlan Vesk"), None),
    ],
)
def test_the_gender_is_told_by_what_is_sure_of_it(one: Member, gender: str | None) -> None:
    assert gender_told(one) == gender
