"""Which statements are linked as one utterance."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.unit.relate.reported import telling

from onrecord.relate.utterances import groups, links
from onrecord.vocabulary.actors import ActorType
from onrecord.vocabulary.relations import Link, LinkKind, Telling
from onrecord.vocabulary.statements import SaidOnBasis

PUBLISHED = SaidOnBasis.PUBLISHED


def near(figure: int) -> bytes:
    """Vectors whose cosine with `near(0)` falls with the figure: 0.98 at 20, 0.8 at 75."""
    return bytes([100, figure, *([0] * 382)])


def kind(one: Telling, other: Telling) -> LinkKind | None:
    found = links(one, [other])
    return found[0].kind if found else None


JOINED = [
    (
        "the same words in quotation marks",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling('"the ferries will not sail before the harbour is safe"', name="two"),
        LinkKind.VERBATIM,
    ),
    (
        "a part of a quotation",
        telling("“We signed in good faith. The ferries will not sail before the harbour is safe,”"),
        telling("that “the ferries will not sail before the harbour is safe”", name="two"),
        LinkKind.VERBATIM,
    ),
    (
        "a quotation and its indirect report",
        telling("“The harbour dredging will finish before winter,”"),
        telling("that the harbour dredging would finish before winter", name="two"),
        LinkKind.NEAR_VERBATIM,
    ),
    (
        "days that differ by a time zone",
        telling("“The ferries will not sail before the harbour is safe,”", day="2031-04-02"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day="2031-04-03"),
        LinkKind.VERBATIM,
    ),
    (
        "a day that one report does not know, printed soon after",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day=(None, None), printed="2031-04-06"),
        LinkKind.VERBATIM,
    ),
    (
        "a day told and, four days on, an article that tells none",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day="2031-04-06", basis=PUBLISHED),
        LinkKind.VERBATIM,
    ),
    (
        "two articles of one week that tell no day",
        telling("“The ferries will not sail before the harbour is safe,”", basis=PUBLISHED),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day="2031-04-07", basis=PUBLISHED),
        LinkKind.VERBATIM,
    ),
    (
        "a government and its minister",
        telling("that the harbour dredging would finish before winter", actor="Lorne", type=ActorType.GOVERNMENT, sides=("LO",)),
        telling("“The harbour dredging will finish before winter,”", name="two", sides=("LO",)),
        LinkKind.NEAR_VERBATIM,
    ),
    (
        "one quotation printed under two speakers",
        telling("“A lighthouse that nobody pays for goes dark,”"),
        telling("“A lighthouse that nobody pays for goes dark,”", name="two", actor="Bertil Ruan"),
        LinkKind.VERBATIM,
    ),
    (
        "a name transliterated in two ways",
        telling("“The ferries will not sail before the harbour is safe,”", actor="Yulia Vorska"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", actor="Iulia Worska"),
        LinkKind.VERBATIM,
    ),
    (
        "a headline's short quotation in its article",
        telling("Harbour plan ‘a swindle’", article="A"),
        telling("“The plan is a swindle and everybody in this town knows it,”", name="two", article="A", start=400),
        LinkKind.VERBATIM,
    ),
    (
        "a pull-quote",
        telling("“Pay for it.”", article="A", repeats="two"),
        telling("“Whoever wants the light must pay for it,”", name="two", article="A", start=400),
        LinkKind.VERBATIM,
    ),
    (
        "the same meaning in other words",
        telling("that fishing crews should be paid for the lost season", vector=near(0)),
        telling("“Crews lost a whole season of fishing and we owe them for it,”", name="two", vector=near(20)),
        LinkKind.PARAPHRASE,
    ),
]
APART = [
    (
        "two things said on one day",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“I have known the pilots of this town for thirty years,”", name="two"),
    ),
    (
        "the same words on two days",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day="2031-06-02", printed="2031-06-03"),
    ),
    (
        "the same words on two days that are told",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day="2031-04-06"),
    ),
    (
        "the same words in an article that tells no day, printed weeks later",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day="2031-04-20", basis=PUBLISHED),
    ),
    (
        "the same words, printed before the day that another report tells",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day="2031-03-29", basis=PUBLISHED),
    ),
    (
        "a short quotation, days apart, where one article tells no day",
        telling("“Safe harbours come first,”"),
        telling("“Safe harbours come first,”", name="two", day="2031-04-06", basis=PUBLISHED),
    ),
    (
        "the opposite, days later, in an article that tells no day",
        telling("“We are ready to open the lock for the ferries of the islands this summer,”"),
        telling(
            "“We are not ready to open the lock for the ferries of the islands this summer,”",
            name="two",
            day="2031-04-06",
            basis=PUBLISHED,
        ),
    ),
    (
        "the same matter, days apart, where one article tells no day",
        telling("“The harbour dredging will finish before winter,”"),
        telling("that the harbour dredging would finish before winter", name="two", day="2031-04-06", basis=PUBLISHED),
    ),
    (
        "one quotation of two persons, days apart, where one article tells no day",
        telling("“A lighthouse that nobody pays for goes dark,”"),
        telling(
            "“A lighthouse that nobody pays for goes dark,”", name="two", actor="Bertil Ruan", day="2031-04-06", basis=PUBLISHED
        ),
    ),
    (
        "the same words printed long after, the day not known",
        telling("“The ferries will not sail before the harbour is safe,”"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day=(None, None), printed="2032-02-01"),
    ),
    (
        "words printed before the other act",
        telling("“The ferries will not sail before the harbour is safe,”", day="2031-04-10", printed="2031-04-11"),
        telling("“The ferries will not sail before the harbour is safe,”", name="two", day=(None, None), printed="2031-04-01"),
    ),
    (
        "like words by two persons",
        telling("that the harbour dredging would finish before winter"),
        telling("that the harbour dredging would finish before winter", name="two", actor="Bertil Ruan"),
    ),
    (
        "a few words in quotation marks by two persons",
        telling("“Safe harbours first,”"),
        telling("“Safe harbours first,”", name="two", actor="Bertil Ruan"),
    ),
    (
        "one statement that holds the other",
        telling("that she had told the council that the ferries would not sail before the harbour was safe", article="A"),
        telling("the ferries would not sail before the harbour was safe", name="two", article="A", start=35),
    ),
    (
        "a topic and what is said of it",
        telling("the harbour dredging contract"),
        telling(
            "that the harbour dredging contract had been signed by nobody who could read it, least of all the mayor", name="two"
        ),
    ),
    (
        "the same meaning, but one denies",
        telling("that fishing crews should be paid for the lost season", vector=near(0)),
        telling("“Crews lost a season of fishing and we do not owe them anything,”", name="two", vector=near(75)),
    ),
    (
        "the same meaning with other figures",
        telling("that fishing crews lost 40 days of the season", vector=near(0)),
        telling("“Crews lost 90 days while ministers slept,”", name="two", vector=near(75)),
    ),
    (
        "the same meaning about another place",
        telling("that the crews of Ostrava Bay lost the season", vector=near(0)),
        telling("that crews at Melk lost the whole season to ministers", name="two", vector=near(75)),
    ),
    (
        "an unknown actor's like words",
        telling("that the dredging would finish", actor=None),
        telling("“The dredging will finish before winter if the money comes,”", name="two"),
    ),
    (
        "an actor that is not known, who says the opposite",
        telling("“I believe in the ferry,”", article="A", actor=None),
        telling("“I do not believe in the ferry,”", name="two", article="A", start=300),
    ),
]


@pytest.mark.parametrize(("why", "one", "other", "wanted"), JOINED, ids=[row[0] for row in JOINED])
def test_reports_of_one_utterance_are_linked(why: str, one: Telling, other: Telling, wanted: LinkKind) -> None:
    assert kind(one, other) is wanted, why


@pytest.mark.parametrize(("why", "one", "other"), APART, ids=[row[0] for row in APART])
def test_different_utterances_are_not_linked(why: str, one: Telling, other: Telling) -> None:
    assert kind(one, other) is None, why


@pytest.mark.parametrize(("one", "other"), [row[1:3] for row in [*JOINED, *APART]], ids=[row[0] for row in [*JOINED, *APART]])
def test_a_link_is_the_same_from_either_side(one: Telling, other: Telling) -> None:
    assert links(one, [other]) == links(other, [one])


def test_a_link_says_why() -> None:
    one, other = JOINED[0][1:3]
    (link,) = links(one, [other])
    assert link.why == "10 words in quotation marks in common"


def test_what_is_asked_beside_changes_nothing() -> None:
    one, other = JOINED[0][1:3]
    third = telling("“I have known the pilots of this town for thirty years,”", name="three")
    assert links(one, [third, one, other]) == links(one, [other])


def test_without_vectors_nothing_is_linked_by_meaning() -> None:
    one = telling("that fishing crews should be paid for the lost season")
    other = telling("“Crews lost a whole season of fishing and we owe them for it,”", name="two")
    assert links(one, [other]) == []


def linked(one: str, other: str, kind: LinkKind = LinkKind.VERBATIM, score: float = 1.0) -> Link:
    return Link(one, other, kind, score, "")


def test_linked_statements_are_one_group_and_the_rest_alone() -> None:
    tellings = [telling(f"that {name} is so", name=name) for name in "abcd"]
    assert groups(tellings, [linked("a", "b"), linked("b", "c")], []) == [["a", "b", "c"], ["d"]]


def test_pairs_kept_apart_are_never_in_one_group() -> None:
    tellings = [telling(f"that {name} is so", name=name) for name in "abc"]
    found = groups(tellings, [linked("a", "b", score=0.9), linked("b", "c", score=0.8)], [("c", "a")])
    assert found == [["a", "b"], ["c"]]


def test_weak_links_do_not_chain_what_contradicts() -> None:
    tellings = [
        telling("that the quay will close", name="a"),
        telling("that the quay may be shut", name="b"),
        telling("that the quay will not close", name="c"),
    ]
    weak = [linked("a", "b", LinkKind.PARAPHRASE, 0.9), linked("b", "c", LinkKind.PARAPHRASE, 0.8)]
    assert groups(tellings, weak, []) == [["a", "b"], ["c"]]


def test_links_to_statements_that_are_not_given_are_left_out() -> None:
    assert groups([telling("that it is so", name="a")], [linked("a", "z")], []) == [["a"]]


def links_of(*tellings: Telling) -> list[Link]:
    return sorted({link for one in tellings for link in links(one, tellings)}, key=lambda link: (link.one, link.other))


def test_links_of_one_voice_come_before_those_of_two_speakers() -> None:
    said = "“A lighthouse that nobody pays for goes dark in the end,”"
    first, second = telling(said, name="a"), telling(said, name="b", actor="Bertil Ruan")
    third = telling(f"{said[:-2]}, my friends,”", name="c", actor="Bertil Ruan")
    stranger = [linked("a", "b"), linked("b", "c", score=0.9)]
    assert groups([first, second, third], stranger, [("a", "c")]) == [["a"], ["b", "c"]]


def test_a_third_report_does_not_join_two_speakers_who_say_the_opposite() -> None:
    one = telling("“We will build a stadium, and we will raise the harbour taxes of this town,”", name="a")
    other = telling("“We will not raise the harbour taxes of this town,”", name="b", actor="Bertil Ruan")
    clip = telling("“I will raise the harbour taxes of this town,”", name="c", actor=None)
    assert ["a", "b"] not in [group[:2] for group in groups([one, other, clip], links_of(one, other, clip), [])]
    assert kind(one, other) is None


def test_a_statement_that_clips_two_quotations_joins_only_one() -> None:
    one = telling("“We are ready to send instructors to the pilots,”", name="a")
    other = telling("“The islands will get lamps that shine farther,”", name="b")
    clip = telling("that they were “ready to send instructors” and “lamps that shine farther”", name="c")
    found = groups([one, other, clip], [linked("a", "c", score=0.9), linked("b", "c", score=0.8)], [])
    assert found == [["a", "c"], ["b"]]


def test_a_report_without_a_day_does_not_join_what_is_said_of_another_matter_days_before() -> None:
    said = "“The ferries will not sail before the harbour is safe,”"
    first = telling(f"{said} “I have known the pilots of this town for thirty years,”", name="a")
    undated = telling(said, name="b", day="2031-04-06", basis=PUBLISHED)
    pilots = telling("that she had known the pilots for thirty years", name="c", day="2031-04-06", basis=PUBLISHED)
    ferries = telling("that the ferries would not sail before the harbour was safe", name="d", day="2031-04-06", basis=PUBLISHED)
    found = groups([first, undated, pilots, ferries], [linked("a", "b"), linked("b", "c", LinkKind.PARAPHRASE, 0.9)], [])
    assert found == [["a", "b"], ["c"], ["d"]]
    near = linked("b", "d", LinkKind.NEAR_VERBATIM, 0.9)
    assert groups([first, undated, ferries], [linked("a", "b"), near], []) == [["a", "b", "d"]]


def test_one_long_quotation_joins_what_is_clipped_from_it() -> None:
    one = telling("“We are ready to send instructors,”", name="a")
    other = telling("“The islands will get lamps that shine farther,”", name="b")
    full = telling("“We are ready to send instructors. The islands will get lamps that shine farther,”", name="c")
    assert groups([one, other, full], links_of(one, other, full), []) == [["a", "b", "c"]]


NAMES = "abcdefgh"
PAIRS = list(combinations(NAMES, 2))


@settings(max_examples=60, deadline=None)
@given(
    some.lists(
        some.tuples(some.sampled_from(PAIRS), some.sampled_from(LinkKind), some.sampled_from([0.6, 0.8, 1.0])), max_size=12
    ),
    some.lists(some.sampled_from(PAIRS), max_size=3),
    some.randoms(use_true_random=False),
)
def test_groups_do_not_depend_on_the_order(found: list, apart: list, shuffled: object) -> None:
    tellings = [telling(f"that {'not ' * (number % 3 == 0)}{name} will be so", name=name) for number, name in enumerate(NAMES)]
    given_links = [linked(*pair, kind, score) for pair, kind, score in found]
    wanted = groups(tellings, given_links, apart)
    assert sorted(name for group in wanted for name in group) == sorted(NAMES)
    assert not any({one, other} <= set(group) for one, other in apart for group in wanted)
    for each in (tellings, given_links, apart):
        shuffled.shuffle(each)  # type: ignore[attr-defined]
    assert groups(tellings, given_links, apart) == wanted
