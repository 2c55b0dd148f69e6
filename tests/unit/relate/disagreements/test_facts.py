"""The facts of an article, and sentences of two articles that cannot both be right."""

from __future__ import annotations

import pytest

from onrecord.relate.disagreements import clashes, facts
from onrecord.vocabulary import Article, DateBasis, Published, Zone, ZoneKind

WRITTEN = Published("2033-05-20", "2033-05-20", DateBasis.GIVEN)


def article(name: str, text: str, *zones: Zone, published: Published | None = WRITTEN) -> Article:
    return Article(name, None, None, name, None, (), "en", published, text, zones)


def kinds(one: str, other: str, *, later: str | None = None) -> list[str]:
    """The kinds of what two articles of a sentence or more clash about, asked from either side."""
    published = Published(later, later, DateBasis.GIVEN) if later else WRITTEN
    mine, theirs = facts(article("a", one), ()), facts(article("b", other, published=published), ())
    found = [clash for fact in mine for clash in clashes(fact, theirs)]
    assert found == [clash for fact in theirs for clash in clashes(fact, mine)]
    for place in (place for clash in found for side in clash.sides for place in side.places):
        assert {"a": one, "b": other}[place.article][place.start : place.end] == place.text
    return [clash.kind.value for clash in found]


def test_sentences_with_a_time_a_number_or_an_office_are_facts() -> None:
    text = (
        "The treaty of Lunde was signed in 2023. It rained. Mayor Ana Rosk opened the bridge in Karovel. "
        "Brodany lost twelve ships.\n\n"
        "“I was in Lunde in 2023 and nobody signed.”\n\nContact Lunde News at 555 0100."
    )
    start = text.index("Contact")
    found = facts(article("a", text, Zone(start, len(text), ZoneKind.BOILERPLATE)), ())
    assert [text[fact.start : fact.end] for fact in found] == [fact.text for fact in found]
    assert [fact.text.split()[0] for fact in found] == ["The", "Mayor", "Brodany"]
    assert {"lund"} <= found[0].names
    assert found[0].published == ("2033-05-20", "2033-05-20")


CLASHES = [
    ("The Pact decided in 2018 that Veshia will join it.", "Veshia was promised membership of the Pact in 2008.", "date"),
    (
        "Membership has been written into the Veshan constitution since 2029.",
        "The constitution of Veshia has had membership written in it since 2019.",
        "date",
    ),
    ("Brodany and Veshia signed the truce on 9 May.", "The truce that Brodany and Veshia signed on May 19 holds.", "date"),
    (
        "Some 212,000 households in Karovel are without heat.",
        "In Karovel 121,000 households had no heat on the day, officials said.",
        "number",
    ),
    (
        "Brodany signed its first loan deal with Veshia in 2024.",
        "Brodany signed its first loan deal with Veshia in 2025.",
        "date",
    ),
    ("The mayor of Karovel, Ana Rosk, opened the bridge.", "Karovel Mayor Irene Rosk opened a bridge.", "name"),
]
NO_CLASHES = [
    ("Brodany annexed the Tamm district in 2024.", "Brodany invaded the Tamm district in 2032."),
    ("Veshia held an election in 2024, and Malvesky won it.", "Veshia held an election in 2030, and Malvesky won it."),
    ("The 2024 Veshia budget passed the Assembly in Karovel.", "The 2031 Veshia budget passed the Assembly in Karovel."),
    ("The Pact decided in 2018 that Veshia will join it.", "The Pact decided in 2008 that Norvald will join it."),
    ("The truce between Brodany and Veshia was signed ten years ago.", "Brodany and Veshia signed the truce in 2023."),
    ("Some 212,000 households in Karovel are without heat.", "In Karovel more than 200,000 households had no heat."),
    ("At least 11 miners died in the Karovel mine.", "In the Karovel mine 14 miners died."),
    ("A poll in Karovel has 40 percent of voters for Malvesky.", "A poll in Karovel has 52 percent of voters for Malvesky."),
    ("Foreign Minister Oskar Venn flew to Lunde.", "Foreign Minister Daria Kolm flew to Lunde."),
    ("Senator Lowell Brandt of Ostmere flew to Lunde.", "Senator Ilka Brandt of Ostmere flew to Lunde."),
    ("Brodany signed a loan deal with Veshia in 2024.", "Brodany signed a loan deal with Veshia in 2029."),
    ("In October, 14 miners died in the Karovel mine.", "In November, 11 miners died in the Karovel mine."),
    ("Three of the 40 ferries of Lunde were sunk.", "All 40 ferries of Lunde were sunk."),
]


@pytest.mark.parametrize(("one", "other", "kind"), CLASHES)
def test_one_fact_with_two_values_clashes(one: str, other: str, kind: str) -> None:
    assert kinds(one, other) == [kind]


@pytest.mark.parametrize(("one", "other"), NO_CLASHES)
def test_two_facts_and_values_that_agree_do_not_clash(one: str, other: str) -> None:
    assert not kinds(one, other)


def test_a_figure_of_another_day_does_not_clash() -> None:
    one, other = "In Karovel 11 miners died in the mine.", "In Karovel 14 miners died in the mine."
    assert kinds(one, other) == ["number"]
    assert not kinds(one, other, later="2033-05-23")


def test_the_same_value_elsewhere_stands_on_its_side() -> None:
    texts = {
        "a": "The Pact decided in 2018 that Veshia will join it.",
        "b": "Veshia was promised membership of the Pact in 2008.",
        "c": "The Pact decided in 2018 that Veshia will be a member.",
    }
    one, *others = (fact for name, text in texts.items() for fact in facts(article(name, text), ()))
    (found,) = clashes(one, others)
    assert [(side.value, [place.article for place in side.places]) for side in found.sides] == [
        ("2008", ["b"]),
        ("2018", ["a", "c"]),
    ]
    assert clashes(one, others[::-1]) == [found]
