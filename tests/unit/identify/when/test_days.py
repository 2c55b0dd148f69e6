"""with_days: when each statement was made, read from one article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.marked import article, marked

from onrecord.extract import statements
from onrecord.identify.when.days import days_from, with_days
from onrecord.vocabulary import (
    DateBasis,
    Kind,
    Marks,
    Published,
    SaidOn,
    SaidOnBasis,
    Span,
    Speaker,
    Statement,
    ZoneKind,
    statement_id,
)

# A Wednesday.
DAY = "2022-03-16"
ON_DAY = Published(DAY, DAY, DateBasis.GIVEN)


def dated(
    text: str, *zones: tuple[str, ZoneKind], published: Published | None = ON_DAY, said: dict[str, str] | None = None
) -> list[Statement]:
    """The statements of a text with brackets, their sources as speakers (`said` tells who a pronoun is), with their days."""
    plain, marks = marked(text)
    made = replace(article(plain, *zones), published=published)
    read = statements(made, Marks(marks))
    names = [(said or {}).get(one.source.text, one.source.text) if one.source else None for one in read]
    spoken = [replace(one, speaker=Speaker(name, "test") if name else None) for one, name in zip(read, names, strict=True)]
    return list(with_days(made, spoken))


def day(one: Statement) -> str:
    """A statement's day in one word, "?" for an open end; "published" where it is only that."""
    if one.said_on is None:
        return "-"
    if one.said_on.basis is SaidOnBasis.PUBLISHED:
        return "published"
    ends = dict.fromkeys((one.said_on.earliest or "?", one.said_on.latest or "?"))
    return "/".join(ends)


def days(text: str, *zones: tuple[str, ZoneKind], said: dict[str, str] | None = None) -> list[str]:
    return [day(one) for one in dated(text, *zones, said=said)]


def reason(one: Statement) -> SaidOn:
    assert one.said_on is not None
    return one.said_on


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # After the cue.
        ("[S Brandt] [C said] on Tuesday [T the port would open].", "2022-03-15"),
        ("[S Brandt] [C said] Tuesday that [T the port would open].", "2022-03-15"),
        (
            "[T “The port will open,”] [S Brandt] [C said] in an interview with the Dol Tribune last week.",
            "2022-03-07/2022-03-13",
        ),
        ("[T “The port will open,”] [C said] [S Dana Brandt, the premier,] late Monday.", "2022-03-14"),
        ("[S Brandt] [C told] reporters after a meeting with Olan on Monday that [T the port would open].", "2022-03-14"),
        ("[S Brandt] [C made] [T the pledge] on Monday.", "2022-03-14"),
        ("[S Brandt] [C called] [T him] in a column last week [T “a sailor without a ship”].", "2022-03-07/2022-03-13"),
        ("[S Brandt] [C said] in 2008 [T the port would open].", "2008-01-01/2008-12-31"),
        ("[S Brandt] [C said] earlier this month that [T the port would open].", "2022-03-01/2022-03-16"),
        # Before it, and between source and cue.
        ("On Tuesday, [S Brandt] [C said] [T the port would open].", "2022-03-15"),
        ("In an interview last week, [S Brandt] [C said] [T the port would open].", "2022-03-07/2022-03-13"),
        ("Speaking in Dol on Tuesday, [S Brandt] [C said] [T the port would open].", "2022-03-15"),
        ("[S Brandt] on Tuesday [C said] [T the port would open].", "2022-03-15"),
        ("[S Brandt] flew to Dol on Tuesday and [C said] [T the port would open].", "2022-03-15"),
        # In the words of a source that is a paper or a speech.
        ("[S A poll released on Tuesday] [C shows] [T that the port is liked].", "2022-03-15"),
        ("[S Tuesday’s statement] [C said] [T the port would open].", "2022-03-15"),
        ("[S A 2014 study] [C found] [T that the port leaks].", "2014-01-01/2014-12-31"),
    ],
)
def test_a_phrase_of_the_saying_dates_it(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        # In the content.
        "[S Brandt] [C said] [T the port would open on Tuesday].",
        "[T “We met on Tuesday,”] [S Brandt] [C said].",
        # Of what is spoken of.
        "[S Brandt], who landed on Tuesday, [C said] [T the port would open].",
        "[S Brandt] [C spoke] about the attack of Tuesday: [T it was cruel].",
        "After the storm sank two ships on Tuesday and fire took a third, which burned, [S Brandt] [C said] [T it was enough].",
        "[S Brandt], premier since Tuesday, [C said] [T the port would open].",
        "On Tuesday the ministers flew to Dol to see [S Brandt], [C who says] [T the port will open].",
        "[S A poll of sailors taken since Jan. 1, 2015,] [C shows] [T that the port is liked].",
        # Still to come.
        "[S Brandt], speaking before a vote next Tuesday, [C said] [T the port would open].",
        # Names.
        "[S Brandt] [C said] on the Super Tuesday show [T the port would open].",
    ],
)
def test_a_phrase_of_something_else_does_not(text: str) -> None:
    assert days(text) == ["published"]


def test_a_dateline_s_day_and_a_caption_s_date_nothing() -> None:
    caption = "Brandt is pictured on March 11, 2022. (Photo: Ola Meer/Agency)"
    assert days("DOLHAVN, March 14 (Agency) — [S Brandt] [C said] [T the port would open].") == ["published"]
    assert days(f"{caption}\n\n[S Brandt] [C said] [T the port would open].", (caption, ZoneKind.CAPTION)) == ["published"]


def test_evidence_is_the_phrase_and_the_reason_says_how_it_was_counted() -> None:
    (one,) = dated("[S Brandt] [C said] on Tuesday [T the port would open].")
    assert reason(one) == SaidOn(
        "2022-03-15",
        "2022-03-15",
        SaidOnBasis.PHRASE,
        "said “Tuesday”, counted from the publication on 2022-03-16",
        Span(15, 22, "Tuesday"),
    )


def test_what_nothing_dates_has_the_day_of_publication_and_says_so() -> None:
    (one,) = dated("[S Brandt] [C said] [T the port would open].")
    assert reason(one) == SaidOn(DAY, DAY, SaidOnBasis.PUBLISHED, "nothing in the text dates it; the day of publication")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The same speaker goes on, in the past tense.
        ("[S1 Brandt] [C1 said] on Tuesday [T1 the port would open]. [T2 “Soon,”] [S2 she] [C2 added].", "2022-03-15"),
        (
            "[S1 Brandt] [C1 said] in an interview last week [T1 it was late].\n\n[T2 “Soon,”] [S2 Brandt] [C2 said].",
            "2022-03-07/2022-03-13",
        ),
        # Somebody else, another tense, an occasion of its own.
        ("[S1 Brandt] [C1 said] on Tuesday [T1 the port would open]. [T2 “Soon,”] [S2 Olan] [C2 said].", "published"),
        ("[S1 Brandt] [C1 said] on Tuesday [T1 the port would open]. [S2 Brandt] [C2 has called] [T2 it slow].", "published"),
        ("[S1 Brandt] [C1 said] on Tuesday [T1 it would open]. [S2 Brandt] [C2 told] me [T2 that it was slow].", "published"),
        # A year is no occasion.
        ("[S1 Brandt] [C1 said] in 2008 [T1 the port was old].\n\n[T2 “Soon,”] [S2 Brandt] [C2 said].", "published"),
        # An occasion that another sentence dates.
        ("A summit was held in Dol on Monday.\n\n[T2 “Soon,”] [S2 Olan] [C2 said] after the meeting.", "2022-03-14"),
        ("Brandt spoke at a rally in Dol on Monday.\n\n[T2 “Soon,”] [S2 Brandt] [C2 said].", "2022-03-14"),
        (
            "[S1 Brandt] [C1 said] on Tuesday [T1 it was late]. Later the same day, [S2 Olan] [C2 said] [T2 it was not].",
            "2022-03-15",
        ),
        # Before the last one counts.
        (
            "[S1 Brandt] [C1 said] on Monday [T1 no]. On Tuesday, [S3 she] [C3 said] [T3 yes]. [S2 She] [C2 added]: [T2 “Soon.”]",
            "2022-03-15",
        ),
    ],
)
def test_a_day_is_carried_on_where_the_text_plainly_goes_on(text: str, expected: str) -> None:
    assert days(text, said={"she": "Brandt", "She": "Brandt"})[-1] == expected


def test_a_headline_has_the_day_of_what_tells_it_in_full() -> None:
    title = "Brandt Says Port Will Open"
    text = "[S1 Brandt] [C1 Says] [T1 Port Will Open]\n\n[S2 Dana Brandt] [C2 said] on Tuesday that [T2 the port would open]."
    assert days(text, (title, ZoneKind.TITLE), said={"Brandt": "Dana Brandt"}) == ["2022-03-15", "2022-03-15"]


@pytest.mark.parametrize(
    "text",
    [
        "[S Brandt] [C had warned] [T that the port was old].",
        "[S Brandt] once [C said] [T that the port was old].",
        "During the campaign, [S Brandt] [C said] [T that the port was old].",
        "[S Brandt] [C said] years ago [T that the port was old].",
        "[S Brandt], who [C had previously said] [T that the port was old], left.",
    ],
)
def test_a_past_that_nobody_can_name_is_open_at_its_beginning(text: str) -> None:
    (one,) = dated(text)
    assert (reason(one).earliest, reason(one).latest, reason(one).basis) == (None, DAY, SaidOnBasis.PHRASE)
    assert "some time before" in reason(one).reason
    assert reason(one).evidence is not None


def test_before_an_occasion_is_open_at_its_beginning_and_to_come_at_its_end() -> None:
    assert days("Ahead of Tuesday’s meeting, [S Brandt] [C said] [T it was late].") == ["?/2022-03-14"]
    assert days("[S Brandt] [C will say] [T that it was late].") == [f"{DAY}/?"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[S Brandt] [C said] on Tuesday [T the port would open].", "a Tuesday; the day of publication is not known"),
        ("[S Brandt] [C said] in March [T the port would open].", "March of a year that is not told"),
        ("[S Brandt] [C said] on March 11 [T the port would open].", "March 11 of a year that is not told"),
        ("[S Brandt] [C said] last week [T the port would open].", "counted from a day that is not told"),
    ],
)
@pytest.mark.parametrize("published", [None, Published("2022-03-01", None, DateBasis.TEXT)])
def test_without_a_day_of_publication_no_year_is_invented(text: str, told: str, published: Published | None) -> None:
    (one,) = dated(text, published=published)
    assert (reason(one).earliest, reason(one).latest) == (None, None)
    assert told in reason(one).reason
    assert reason(one).evidence is not None


def test_without_a_day_of_publication_full_dates_stand_and_nothing_is_nothing() -> None:
    text = "[S1 Brandt] [C1 said] on March 11, 2022, [T1 it would open].\n\n[S2 Olan] [C2 said] [T2 it was old]."
    assert [day(one) for one in dated(text, published=None)] == ["2022-03-11", "-"]


def test_a_weekday_is_carried_on_without_a_day_of_publication_too() -> None:
    text = "[S1 Brandt] [C1 said] on Tuesday [T1 it would open]. [T2 “Soon,”] [S2 Brandt] [C2 said]."
    first, second = dated(text, published=None)
    assert reason(first).evidence == reason(second).evidence
    assert "a Tuesday" in reason(second).reason


def test_an_interval_of_publication_is_what_days_are_counted_from() -> None:
    text = "[S1 Brandt] [C1 said] on Tuesday [T1 it would open].\n\n[S2 Olan] [C2 said] [T2 it was old]."
    week = Published("2022-03-15T10:00:00+01:00", "2022-03-20", DateBasis.GIVEN)
    first, second = dated(text, published=week)
    assert day(first) == "2022-03-15"
    assert (reason(second).earliest, reason(second).latest) == ("2022-03-15", "2022-03-20")


def nested(cue: str) -> tuple[str, list[Statement]]:
    """A statement and one inside it, whose cue is given, in a text that says "on Tuesday" of the outer one."""
    text = f"Brandt said on Tuesday that Olan {cue} the port was old."
    made = article(text)

    def part(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    def one(source: str, cue: str, content: str, within: str | None = None) -> Statement:
        spans = part(source), part(cue), (part(content),)
        name = Speaker(source, "test")
        return Statement(statement_id(made.id, *spans), Kind.INDIRECT, *spans, 1.0, speaker=name, within=within)

    outer = one("Brandt", "said", f"that Olan {cue} the port was old")
    return text, [outer, one("Olan", cue, "the port was old", outer.id)]


@pytest.mark.parametrize(
    ("cue", "earliest", "latest"),
    [("thinks", "2022-03-15", "2022-03-15"), ("told her", None, "2022-03-15"), ("had claimed", None, "2022-03-15")],
)
def test_a_statement_inside_another_was_made_on_that_one_s_day_at_the_latest(cue: str, earliest: str | None, latest: str) -> None:
    text, pair = nested(cue)
    _, inner = days_from((DAY, DAY), text, pair)
    assert (reason(inner).earliest, reason(inner).latest) == (earliest, latest)


def test_a_pull_quote_has_the_day_of_what_it_repeats() -> None:
    first, second = dated("[T1 “The port,”] [S1 Brandt] [C1 said] on Tuesday.\n\n[T2 “The port,”] [S2 Brandt] [C2 said].")
    repeating = replace(second, repeats=first.id, said_on=None)
    text, _ = marked("[T1 “The port,”] [S1 Brandt] [C1 said] on Tuesday.\n\n[T2 “The port,”] [S2 Brandt] [C2 said].")
    _, repeated = days_from((DAY, DAY), text, [first, repeating])
    assert day(repeated) == "2022-03-15"
    assert reason(repeated).reason.startswith("as the statement that it repeats: said “Tuesday”")


PARTS = st.sampled_from(
    ["Brandt", "[S Brandt]", "[C said]", "[C had said]", "[T it is late]", "on Tuesday", "last week", "Monday’s meeting", ".",
     ",", "\n\n", "In 2008", "the same day", "once", "who", "at the meeting", "“", "”"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=14).map(" ".join), st.sampled_from([None, ON_DAY, Published("2021", None, DateBasis.TEXT)]))
def test_any_text_gives_intervals_in_order_with_evidence_in_the_text(text: str, published: Published | None) -> None:
    if text.count("[C") > 1:
        text = text.replace("[C had said]", "had said")
    plain, marks = marked(text)
    made = replace(article(plain or "x"), published=published)
    for one in with_days(made, statements(made, Marks(marks))):
        if one.said_on is None:
            assert published is None or published.latest is None
            continue
        assert one.said_on.reason
        assert one.said_on.evidence is None or one.said_on.evidence.holds_in(plain)
        if one.said_on.earliest and one.said_on.latest:
            assert one.said_on.earliest <= one.said_on.latest
