"""Sixty invented pairs: two values that may both be right, and two that cannot."""

from __future__ import annotations

import pytest

from onrecord.relate.disagreements import dates, names, numbers, places, polarity, treaties, votes, wording

SAME, CLASH = True, False
WRITTEN = ("2033-05-20", "2033-05-20")

NUMBERS = [
    ("about 55,000 pages", "tens of thousands of pages", SAME),
    ("212,000 households", "more than 200,000 households", SAME),
    ("312 reforms", "more than 300 reforms", SAME),
    ("at least 11 sailors", "14 sailors", SAME),
    ("11 sailors", "14 sailors", CLASH),
    ("120 million crowns", "210 million crowns", CLASH),
    ("$2.3bn in aid", "$2.3 billion in aid", SAME),
    ("$2.3bn in aid", "$3.2bn in aid", CLASH),
    ("a dozen ferries", "12 ferries", SAME),
    ("a dozen ferries", "30 ferries", CLASH),
    ("half of voters", "49 per cent of voters", SAME),
    ("half of voters", "61 percent of voters", CLASH),
    ("two-thirds of voters", "67% of voters", SAME),
    ("one voter in three", "33 percent of voters", SAME),
    ("one voter in three", "18 percent of voters", CLASH),
    ("nearly 5,000 miners", "4,870 miners", SAME),
    ("nearly 5,000 miners", "7,200 miners", CLASH),
    ("up to 40 buses", "35 buses", SAME),
    ("fewer than 40 buses", "90 buses", CLASH),
    ("between 10 and 14 bridges", "12 bridges", SAME),
    ("10-14 bridges", "22 bridges", CLASH),
    ("eleven thousand soldiers", "11,000 soldiers", SAME),
    ("eleven thousand soldiers", "17,000 soldiers", CLASH),
    ("twenty-one envoys", "21 envoys", SAME),
    ("hundreds of farmers", "about 400 farmers", SAME),
    ("dozens of farmers", "4,000 farmers", CLASH),
    ("half a million tonnes", "500,000 tonnes", SAME),
    ("2 to 3 million litres", "2.5 million litres", SAME),
    ("met twice", "met three times last year", CLASH),
    ("met twice", "met two times", SAME),
    ("some 1,680 captives", "1,860 prisoners", CLASH),
    ("some 1,850 captives", "1,860 prisoners", SAME),
    ("the 312 reforms", "321 reforms", CLASH),
    ("a 148-metre dam", "a dam of 184 metres", CLASH),
]
DATES = [
    ("in March 2031", "on 11 March 2031", SAME),
    ("in 2031", "on 11 March 2031", SAME),
    ("in 2023", "in 2028", CLASH),
    ("on 9 May", "on May 19", CLASH),
    ("on 9 May", "on 10 May 2033", SAME),
    ("on 9 May 2033", "on 10 May 2033", SAME),
    ("on 9 May 2033", "on 12 May 2033", CLASH),
    ("since 2019", "since 2029", CLASH),
    ("ten years ago", "in 2023", SAME),
    ("a decade ago", "in 2022", SAME),
    ("ten years ago", "in 2014", CLASH),
    ("in June 2030", "in July 2031", CLASH),
    ("in early 2031", "in February 2031", SAME),
    ("in 2024", "in 2025", CLASH),
    ("in June 2030", "in July 2030", CLASH),
    ("in June 2030", "on 1 July 2030", CLASH),
]
NAMES = [
    ("Teodar Malvesky", "Teodor Malveskiy", SAME),
    ("Odile Tessan", "Odette Tessan", CLASH),
    ("Mr. Tessan", "Odile Tessan", SAME),
    ("Viktor Orlan", "Victor Orlan", SAME),
    ("Bill Harrow", "William Harrow", SAME),
    ("Peter Harrow", "William Harrow", CLASH),
    ("J. Harrow", "Joanna Harrow", SAME),
    ("Rudy Marchetto", "Rudolph Marchetto", SAME),
    ("Faris al-Dawari", "Faris Al Dawari", SAME),
    ("Faris al-Dawari", "Nadim Al-Dawari", CLASH),
]
PLACES = [
    ("They met in Port Sable", "They met at Port Sable", SAME),
    ("They met in Karovel", "They met in Karowel", SAME),
    ("They met in Lunde", "They met in Castelmar", CLASH),
]
POLARITY = [
    ("that the licences will not be renewed in spring", "the licences would be renewed in spring", CLASH),
    ("that Veshia was not yet ready", "that Veshia was ready", CLASH),
    ("that Veshia was not ready", "that Veshia was not yet ready", SAME),
    ("the harbour of Lunde will never close", "the harbour of Lunde will close", CLASH),
    ("the harbour of Lunde would not close", "the council of Lunde met", SAME),
    ("not only the harbour of Lunde is open", "the harbour of Lunde is open", SAME),
    ("We will never hand over the islands", "We will hand over the islands", CLASH),
    ("We will never guard the islands", "We will always guard the islands", CLASH),
    ("We will not always guard the islands", "We will guard the islands", SAME),
    ("I did not sign", "I signed", CLASH),
    ("I did not sign the treaty", "I signed the letter", SAME),
    ("the mayor did not report the fire", "the mayor did report the fire", CLASH),
]
WORDING = [
    ("We stand by Port Sable: Veshia will become a member", "We stand by Port Sable: Veshia can become a member", CLASH),
    ("We stand by Port Sable: Veshia will become a member", "Veshia will become a member", SAME),
    ("a real signal to our neighbours", "a genuine signal for our neighbours", SAME),
    ("today we must admit that we will not walk through it", "now we have to confess that we will never walk through it", SAME),
    (
        "the ferries will run to the islands until the harbour is full",
        "the ferries will run to the islands until the treasury is full",
        CLASH,
    ),
    (
        "the ferries will run to the islands while the harbor is open",
        "the ferries will run to the islands while the harbour is open",
        SAME,
    ),
    ("he ran to the islands before the harbour was closed", "[Brandt] ran to the islands before the harbour was closed", SAME),
    (
        "We have laid too many miles of rail to turn back now",
        "We have laid too many miles of rail and of cable to walk away now",
        CLASH,
    ),
    ("We have laid miles of rail, too many to turn back", "Too much rail has been laid to turn back", SAME),
]
SLIPS = [
    ("1,860 men", "1,680 men", True),
    ("120 crowns", "210 crowns", True),
    ("178 votes", "187 votes", True),
    ("1,150 men", "1,250 men", True),
    ("40 men", "50 men", False),
    ("1,860 men", "740 men", False),
]
VOTES = [
    ("approved by 211 votes to 187", "passed with 211 votes against 178", True),
    ("approved by 211 votes to 187", "a vote of 211-187", True),
    ("approved by 211 votes to 187", "rejected by 64 votes to 45", False),
]
TREATIES = [
    ("the Lunde Convention of 2009", "the Lunde Convention, of 2006", True),
    ("the Lunde Convention, signed in 2009", "the 2006 Lunde Convention", True),
    ("the Lunde Convention of 2009", "the Tarsk Convention of 2009", False),
]


def test_there_are_sixty_pairs_and_more() -> None:
    assert len(NUMBERS + DATES + NAMES + PLACES + POLARITY + WORDING) >= 60


@pytest.mark.parametrize(("one", "other", "expected"), NUMBERS)
def test_numbers(one: str, other: str, expected: bool) -> None:
    (mine,), (theirs,) = numbers.numbers(one), numbers.numbers(other)
    assert mine.counts_with(theirs)
    assert numbers.compatible(mine, theirs) is numbers.compatible(theirs, mine) is expected


@pytest.mark.parametrize(("one", "other", "expected"), DATES)
def test_dates(one: str, other: str, expected: bool) -> None:
    (mine,), (theirs,) = (dates.dates(f"It was signed {when}.", WRITTEN) for when in (one, other))
    assert dates.compatible(mine, theirs) is dates.compatible(theirs, mine) is expected


@pytest.mark.parametrize(("one", "other", "expected"), NAMES)
def test_names(one: str, other: str, expected: bool) -> None:
    assert names.compatible(one, other) is names.compatible(other, one) is expected


@pytest.mark.parametrize(("one", "other", "expected"), PLACES)
def test_places(one: str, other: str, expected: bool) -> None:
    (mine,), (theirs,) = places.places(one), places.places(other)
    assert places.compatible(mine, theirs) is places.compatible(theirs, mine) is expected


@pytest.mark.parametrize(("one", "other", "expected"), POLARITY)
def test_polarity(one: str, other: str, expected: bool) -> None:
    assert (polarity.turned(one, other) is None) is (polarity.turned(other, one) is None) is expected


@pytest.mark.parametrize(("one", "other", "expected"), WORDING)
def test_wording(one: str, other: str, expected: bool) -> None:
    mine, theirs = wording.Quoted(0, one), wording.Quoted(0, other)
    assert (wording.misquoted(mine, theirs) is None) is (wording.misquoted(theirs, mine) is None) is expected


@pytest.mark.parametrize(("one", "other", "expected"), SLIPS)
def test_a_figure_looks_like_another_one_that_was_copied_wrongly(one: str, other: str, expected: bool) -> None:
    (mine,), (theirs,) = numbers.numbers(one), numbers.numbers(other)
    assert numbers.is_slip(mine, theirs) is numbers.is_slip(theirs, mine) is expected


@pytest.mark.parametrize(("one", "other", "expected"), VOTES)
def test_two_counts_are_of_one_vote_where_one_figure_is_the_same(one: str, other: str, expected: bool) -> None:
    (mine,), (theirs,) = votes.tallies(one), votes.tallies(other)
    assert votes.is_one_vote(mine, theirs) is votes.is_one_vote(theirs, mine) is expected


@pytest.mark.parametrize(
    "text", ["won by 3-2 in a vote", "they met 12 to 14 times", "in 2019-2021 they voted", "passed 10 to 12 percent"]
)
def test_what_is_no_vote(text: str) -> None:
    assert not votes.tallies(text)


@pytest.mark.parametrize(("one", "other", "expected"), TREATIES)
def test_a_treaty_is_told_by_its_name(one: str, other: str, expected: bool) -> None:
    (mine,), (theirs,) = treaties.treaties(one), treaties.treaties(other)
    assert (mine.keys == theirs.keys) is expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They signed in the Palace of São Telmo.", "São Telmo", "palace"),
        ("They signed at the Dorn Castle.", "Dorn", "castle"),
        ("He died in the village of Upper Sava on Friday.", "Upper Sava", "village"),
    ],
)
def test_a_place_of_a_kind_has_a_name(text: str, name: str, kind: str) -> None:
    assert [(one.name, one.kind) for one in places.venues(text)] == [(name, kind)]
