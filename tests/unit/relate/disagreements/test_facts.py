"""The facts of an article, and sentences of two articles that cannot both be right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.relate.disagreements import agreements, clashes, facts
from onrecord.vocabulary import Article, DateBasis, DisagreementKind, Published, Zone, ZoneKind

WRITTEN = Published("2033-05-20", "2033-05-20", DateBasis.GIVEN)


def article(name: str, text: str, *zones: Zone, published: Published | None = WRITTEN) -> Article:
    return Article(name, None, None, name, None, (), "en", published, text, zones)


# What both articles are about, told without a figure.
STORY = "\n\nIn the end Karovel is Karovel, and of Brodany and of Brodany nobody in Karovel says more."


def kinds(one: str, other: str, *, later: str | None = None) -> list[str]:
    """The kinds of what two articles of a sentence or more clash about, asked from either side."""
    published = Published(later, later, DateBasis.GIVEN) if later else WRITTEN
    mine, theirs = facts(article("a", one + STORY), ()), facts(article("b", other + STORY, published=published), ())
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
    # A subject without a name.
    ("The port, which opened in 2021, can take 40 ships.", "The port opened in 2019 and has been too small ever since.", "date"),
    ("It would end the armistice that was signed on 9 May.", "That is the end of the armistice signed on May 19.", "date"),
    ("The university, founded in 1794, has 9 faculties.", "The university, which was founded in 1749, is closed.", "date"),
    ("The bridge collapsed on 14 August and killed nine.", "The collapse of the bridge on 4 August is a riddle.", "date"),
    ("Some 1,680 captives will go home over five swaps.", "They are to exchange 1,860 prisoners in five stages.", "number"),
    (
        "Ostmere, where President Howard Lisle is packing, announced 210 million crowns for generators and transformers.",
        "Its envoy, Gideon Marl, announced 120 million crowns for transformers and generators after a week of frost.",
        "number",
    ),
    # Few words, many names; a name at the beginning.
    ("Veshia joined the Pact in 2018.", "It was in 2015 that Veshia joined the Pact.", "date"),
    ("Malvesky was born in Karovel in 1971.", "Malvesky, who was born in 1977 in Karovel, is a pilot.", "date"),
    (
        "Harrow resigned in June 2021 over the ferry contracts.",
        "Since Harrow resigned over the contracts in July 2021 nobody leads.",
        "date",
    ),
    # One name more in one of them is one stranger, not two.
    (
        "Runa Halm warned that it is the end of the Veshan truce signed on May 19.",
        "That would end the truce of Veshia that was signed on 9 May.",
        "date",
    ),
    (
        "Some 340 nurses went on strike at the hospital in Tarsk.",
        "The 430 nurses of the Tarsk hospital went on strike.",
        "number",
    ),
    (
        "The 340-kilometre pipeline will run from Tarsk to the sea.",
        "The pipeline will run 430 kilometres from Tarsk to the sea.",
        "number",
    ),
    (
        "By 211 votes to 178 the Assembly approved the union.",
        "The house ratified the union with 211 votes against 187.",
        "number",
    ),
    ("The Lunde Convention of 2009 is a locked door.", "A breach of the Lunde Convention, of 2006, the note says.", "date"),
    (
        "The head of the observer mission, General Jan Rosk, came.",
        "General Piet Rosk, who commands the observer mission, came.",
        "name",
    ),
    ("The commission, led by Judge Ana Rosk, found faults.", "Judge Irene Rosk, who leads the commission, found faults.", "name"),
    (
        "Veshia and Brodany signed the treaty of union in the Palace of Santa Ilka.",
        "The treaty of union that Brodany signed with Veshia, in the Palace of São Telmo, is short.",
        "place",
    ),
    (
        "Licences for 300 boats on the Dorn Bank would be renewed automatically after a transition.",
        "The licences of the 300 vessels which fish on the Dorn Bank will not be renewed automatically after the transition.",
        "polarity",
    ),
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
    # Another port, law, ferry; the second after the first; what comes round.
    ("The port of Lunde opened in 2021.", "The port of Tarsk opened in 2019."),
    ("The law was passed in 1996.", "The law was passed in 2004, and changed twice."),
    ("A ferry sank on 3 October 2029 off Tarsk.", "A ferry sank on 13 October 2031 off Tarsk."),
    ("The first ferry arrived on 3 May.", "The second ferry arrived on 9 May."),
    ("The talks ended on 3 October in Lunde.", "The talks ended on 13 November in Lunde."),
    # A plan is put off; a count grows and says so.
    ("The plant will be closed by 2030.", "The plant will be closed by 2035, the opposition says."),
    ("The dam will flood 14 villages in the Sava valley.", "The dam has flooded 11 villages in the Sava valley so far."),
    ("In Karovel 11 miners died in the mine.", "In Karovel the number of miners who died in the mine rose to 14."),
    # Other things, other votes, other treaties, another commission.
    ("Exports rose to 4.2 billion crowns.", "Imports rose to 2.4 billion crowns."),
    ("The grant of 4.2 billion crowns went to the port.", "The loan of 2.4 billion crowns went to the port."),
    ("Parliament approved the law by 71 votes to 38.", "Parliament approved the budget by 64 votes to 45."),
    ("The Lunde Convention of 2009 is dead.", "The Tarsk Convention of 2006 is dead."),
    (
        "The commission, led by Judge Ana Rosk, found faults.",
        "Judge Irene Rosk, who leads the inquiry into prices, found faults.",
    ),
    (
        "Veshia and Brodany signed the treaty of union in the Palace of Santa Ilka.",
        "Veshia and Brodany signed the treaty of union in Porto Dorn.",
    ),
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


def test_what_two_articles_count_without_a_name_is_compared_on_one_day() -> None:
    one, other = "Some 1,680 captives will go home over five swaps.", "They are to exchange 1,860 prisoners in five stages."
    assert kinds(one, other, later="2033-05-21") == ["number"]
    assert not kinds(one, other, later="2033-05-24")


def test_what_is_told_without_a_name_has_keys_of_words_with_the_day_and_the_story() -> None:
    (counted,) = facts(article("a", "Some 1,680 captives will go home." + STORY), ())
    assert counted.names == {f"=prisoner@{one}" for one in ("2033-05-20", "2033-05-21", "karovel", "brod")}
    (dated,) = facts(article("a", "The port was opened in 2021." + STORY, published=None), ())
    assert dated.names == {f"=begin+port@{one}" for one in ("karovel", "brod")}
    assert not facts(article("a", "Some 40 people came." + STORY), ())


def test_what_tells_the_same_elsewhere_agrees_with_its_place() -> None:
    one, other = (
        "The Pact decided in 2018 that Veshia will join it.",
        "In 2018, when Veshia was promised membership of the Pact, it rained.",
    )
    (fact,), others = (facts(article(name, words), ()) for name, words in (("a", one), ("b", other)))
    (found,) = agreements(DisagreementKind.DATE, fact, others)
    assert (found.one.article, found.one.text, found.other.article, found.other.text) == ("a", "2018", "b", "2018")
    assert not agreements(DisagreementKind.NUMBER, fact, others) and not agreements(DisagreementKind.DATE, fact, [fact])


def test_what_two_persons_say_need_not_agree() -> None:
    (one,), (other,) = (
        facts(article(name, f"In Karovel {number} households had no heat on the day."), ())
        for name, number in (("a", "212,000"), ("b", "121,000"))
    )
    assert clashes(one, [other]) and clashes(replace(one, speaker="Ana Rosk"), [replace(other, speaker="Rosk")])
    assert not clashes(replace(one, speaker="Ana Rosk"), [replace(other, speaker="Jan Kolm")])
