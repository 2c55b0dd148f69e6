"""with_days on what no day is told of: occasions told vaguely, history told along with the news, what is still to come."""

from __future__ import annotations

import pytest
from tests.unit.identify.when.test_days import DAY, dated, days, reason

SPEAKERS = {"he": "Brandt", "He": "Brandt", "she": "Brandt", "She": "Brandt"}
PAST = f"?/{DAY}"
INTERVIEW = "[T1 “The port is old,”] [S1 Brandt] [C1 said] in a recent interview in Dol.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An interview goes on through the story, until another occasion comes, and again after it.
        (INTERVIEW + "[T2 “It leaks,”] [S2 she] [C2 said].", PAST),
        (INTERVIEW + "Ships came and went.\n\n" * 12 + "[S2 Brandt] [C2 acknowledged] [T2 that it leaked].", PAST),
        (INTERVIEW + "[S2 Brandt] [C2 told] a forum on Tuesday [T2 it was late]. [T3 “Very,”] [S3 she] [C3 said].", "2022-03-15"),
        (
            INTERVIEW + "[S2 Brandt] [C2 told] a forum last week [T2 it was late].\n\n"
            "[S3 Brandt] [C3 said] in the interview [T3 that it leaked].\n\n[T4 “A lot,”] [S4 she] [C4 added].",
            PAST,
        ),
        (
            INTERVIEW + "[S2 Brandt] [C2 proposed] [T2 a pier] in 2014.\n\n[T3 “It was a good year,”] [S3 she] [C3 said].",
            PAST,
        ),
        # Another speaker, another occasion, what is held today, an interview of this very story.
        (INTERVIEW + "[T2 “It leaks,”] [S2 Olan] [C2 said].", "published"),
        (INTERVIEW + "[S2 Brandt] [C2 says] [T2 it leaks].", "published"),
        (INTERVIEW + "[S2 Brandt] [C2 protested against] [T2 the fees].", "published"),
        (
            "[S1 Brandt] [C1 said] at a recent news conference [T1 it was late].\n\n[T2 “It leaks,”] [S2 she] [C2 said].",
            "published",
        ),
        ("[S1 Brandt] [C1 said] in an interview [T1 it was late].\n\n[T2 “It leaks,”] [S2 she] [C2 said].", "published"),
        # A survey, a book: what they say, and what is written in them.
        ("[T The port leaks], [C according to] [S a recent Tribune survey of sailors].", PAST),
        ("[T1 The port leaks], [C1 according to] [S1 a recent survey].\n\n[S2 The study] [C2 found] [T2 rust].", PAST),
        ("In her memoir, [S Brandt] [C recalled] [T a storm].", PAST),
        ("[S1 Brandt] [C1 wrote] [T1 a memoir of her years at sea]. [T2 “It rained,”] [S2 the book] [C2 said].", PAST),
        ("[S1 Brandt] [C1 wrote] [T1 a memoir of her years at sea].\n\n[T2 “It rained,”] [S2 Brandt] [C2 wrote].", PAST),
        ("[S1 Brandt] [C1 wrote] [T1 a memoir of her years at sea].\n\n[T2 “It rains,”] [S2 Brandt] [C2 said].", "published"),
        ("In her new memoir, [S Brandt] [C recalled] [T a storm].", "published"),
        # What goes on with it in the same sentence.
        (
            "[T1 “It is late,”] [S1 she] [C1 said] at a recent news conference, [C2 announcing] [T2 that the port would close].",
            PAST,
        ),
    ],
)
def test_an_occasion_told_vaguely_is_open_at_its_beginning(text: str, expected: str) -> None:
    assert days(text, said=SPEAKERS)[-1] == expected


def test_the_reason_names_the_occasion() -> None:
    found = dated(INTERVIEW + "[T2 “It leaks,”] [S2 she] [C2 said].", said=SPEAKERS)
    assert "goes on" in reason(found[-1]).reason and "in a recent interview" in reason(found[-1]).reason


OPENING = "The port is old.\n\nIt leaks.\n\nShips avoid it.\n\nSailors grumble.\n\nRust spreads.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An old date, and what is told after it in this paragraph and the next.
        ("In 2013, the port burned. Olan built a new one. [S A judge] [C found] [T the plan unlawful].", PAST),
        ("By the summer of 2014, the port had sunk.\n\n[S Polls] [C showed] [T that few cared].", PAST),
        # What somebody says of it, a date that is news, a sentence that has come back to today, an occasion of its own.
        ("In 2013, the port burned. Olan built a new one. [S A judge] [C said] [T the plan was unlawful].", "published"),
        ("In 2013, the port burned. Now it is new. [S A judge] [C found] [T the plan unlawful].", "published"),
        ("In 2013, the port burned. Olan built a new one. In a column, [S the Tribune] [C mocked] [T the plan].", "published"),
        ("Olan, who in 2013 burned the port, lives here. He is old. [S A judge] [C found] [T the plan unlawful].", "published"),
        # Deeds in the body of a story; in its opening they are the news.
        (OPENING + "[S Olan] [C enacted] [T a ban on night sailing].", PAST),
        (OPENING + "Six of the pilots [C were appointed by] [S the union] [T to keep watch].", PAST),
        ("[S Olan] [C enacted] [T a ban on night sailing].", "published"),
        (OPENING + "[S Olan] [C declined] [T to comment].", "published"),
        # Within a stretch of time that is told, it is no "in the past".
        (
            "[S Brandt] [C said] after Olan missed a hearing that he was called to in the past two weeks [T it was late].",
            "published",
        ),
    ],
)
def test_history_told_along_with_the_news_is_open_at_its_beginning(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[T The matter] [C is likely to be decided] by [S the council].", f"{DAY}/?"),
        ("If Brandt wins, the loser [C could be expected] [T to sue].", f"{DAY}/?"),
        ("If Brandt wins, [S the council] could drop the plan or [C decline] [T to build].", f"{DAY}/?"),
        ("[S Brandt] [C needs to come clean about] [T the port].", f"{DAY}/?"),
        # What is so already.
        ("If the piers are old, they may sink, and [S sailors] [C believe] [T they are].", "published"),
        ("If it sinks, it would be the first port that [S Olan] [C would have condemned] [T in vain].", "published"),
    ],
)
def test_what_hangs_on_something_still_to_come_is_open_at_its_end(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A work's year, an event's year with its clause.
        ("In her 2003 book, Harbour Lights, [S Brandt] [C noted] [T the leak].", "2003-01-01/2003-12-31"),
        ("[S Data from the 2014 National Sailors Survey] [C showed] [T a leak].", "2014-01-01/2014-12-31"),
        ("He kept Olan’s 2005 novel, [S which] [C told of] [T a leak].", "2005-01-01/2005-12-31"),
        ("It began in the 2012 election, when [S Brandt] [C painted] [T Olan as a tyrant].", "2012-01-01/2012-12-31"),
        ("It began before the 2012 election, in which [S Brandt] [C trusts] [T the count].", "published"),
        # The day after the object, or after a known meeting without an article.
        ("[S Brandt] [C noted] [T the leak in the interview last week].", "2022-03-07/2022-03-13"),
        ("[S Brandt] [C noted] [T that ships sank in the storm last week].", "published"),
        ("It is the goal that [S Brandt] [C pledged] [T to reach] at port talks in Dol last December.", "2021-12-01/2021-12-31"),
        # A relative clause that closes before the saying keeps its day for itself.
        ("On Monday, [T Captain Meer], who sank a ship last week, [C was charged] [T with fraud].", "2022-03-14"),
        # A body called by its kind, and the paper that it gave out.
        (
            "[S1 A federal appeals court] [C1 ruled] Friday [T1 against the port].\n\n"
            "[S2 The appeals court] [C2 held] [T2 it unsafe].",
            "2022-03-11",
        ),
        (
            "[S1 A federal court] [C1 ruled] Friday [T1 against the port].\n\n[T2 “It leaks,”] [C2 said] [S2 the ruling].",
            "2022-03-11",
        ),
        (
            "[S1 A federal court] [C1 ruled] Friday [T1 against the port].\n\n[S2 The Supreme Court] [C2 found] [T2 it safe].",
            "published",
        ),
        (
            "[S1 Sailors] [C1 sent a letter] on Friday [C1 urging] [T1 Olan to stay]. "
            "[T2 “We need you,”] [S2 the letter] [C2 read].",
            "2022-03-11",
        ),
        ("[S1 Brandt] [C1 wrote] [T1 a post] on Friday. [S2 The Dol Post] [C2 reported] [T2 rain].", "published"),
        # The one who answers in the same sentence.
        (
            "At the debate on Monday, [S1 Brandt] [C1 said] [T1 no].\n\n"
            "When [S2 Brandt] [C2 noted] [T2 a leak], [S3 Olan] [C3 boasted], [T3 “I swim”].",
            "2022-03-14",
        ),
        # A name is of no day.
        ("In recent months, [T the] [C so-called] [T port lobby] has won.", "published"),
    ],
)
def test_years_of_works_days_of_papers_and_of_bodies_called_by_their_kind(text: str, expected: str) -> None:
    assert days(text, said=SPEAKERS)[-1] == expected
