"""with_days on the kinds of telling that a day is easily lost in, or wrongly found: one table for each kind."""

from __future__ import annotations

import time

import pytest
from tests.unit.identify.when.test_days import DAY, dated, day, days

from onrecord.identify.when.days import days_from
from onrecord.vocabulary import Kind, Span, Speaker, Statement, ZoneKind, statement_id

# What the statements of these tables are told on, DAY, is a Wednesday.
SPEAKERS = {"he": "Brandt", "He": "Brandt", "she": "Brandt", "She": "Brandt"}
PAST = f"?/{DAY}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Words that mean some time in the past keep a day told before from reaching the statement.
        ("[S1 Brandt] [C1 said] on Tuesday [T1 it was late]. [S2 Brandt] once [C2 said] [T2 the port was a jewel].", PAST),
        ("[S1 Brandt] [C1 said] on Tuesday [T1 it was late]. In the past, [S2 Brandt] [C2 called] [T2 the port a jewel].", PAST),
        ("[S1 Brandt] [C1 said] on Tuesday [T1 it was late]. During the primaries, [S2 Brandt] [C2 said] [T2 yes].", PAST),
        ("[S1 Brandt] [C1 said] on Tuesday [T1 it was late]. [S2 Brandt] [C2 said] [T2 yes] years ago.", PAST),
        ("[T “The port is a curse,”] [S my mother] [C often said].", PAST),
        ("[T “The sea gives,”] [S the old pilot] [C said] before he died.", PAST),
        ("[S Olan] [C pledged] [T a new pier] shortly after taking office.", PAST),
        ("As a child growing up where the harbour ended, [S Olan] [C thought] [T the sea was flat].", PAST),
        ("In my early 20s, when the ferry sank, [S I] [C said] [T “Never again”].", PAST),
        ("[S Olan] [C has made] [T these points] before.", PAST),
        ("[S Olan] [C had only asked for] [T a pier].", PAST),
        # The sentence after one that sets a scene in the past.
        ("The admiral was once asked about the port. [S He] [C answered] [T with a laugh].", PAST),
        # The perfect is what somebody holds now; "had" with a noun is no pluperfect.
        ("[S Olan] [C has called] [T the port a curse].", "published"),
        ("[S Olan] [C has had doubts about] [T the port].", "published"),
        ("[S Olan] [C had doubts about] [T the port].", "published"),
        # "once" of another kind, a campaign's rally, a habit of today.
        ("[S Olan] [C said] once again [T that the port was old].", "published"),
        ("[S Olan] [C said] [T “Once the port is open, ships will come”].", "published"),
        ("During a campaign rally, [S Olan] [C said] [T the port was old].", "published"),
        ("[S Olan] [C repeats] [T long discredited claims].", "published"),
    ],
)
def test_some_time_in_the_past_is_open_at_its_beginning(text: str, expected: str) -> None:
    assert days(text, said=SPEAKERS)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Given out on a day: the day has gone into the content's span.
        ("[S The ministry] [C released] [T a list of ships on Tuesday].", "2022-03-15"),
        ("[S The ministry] [C issued] [T a warning this week about the pier].", "2022-03-14/2022-03-16"),
        ("[S Olan] [C cited] [T his own maps Monday].", "2022-03-14"),
        # A clause of its own, an announcement of what is to come, a quotation.
        ("[S The ministry] [C released] [T a list of ships that sank on Tuesday].", "published"),
        ("[S The ministry] [C announced] [T a meeting on Tuesday].", "published"),
        ("[S The ministry] [C released] [T a report about the storm of Tuesday].", "published"),
        ("[S Brandt] [C dismissed] [T the envoy, who had left the union] in April.", "published"),
    ],
)
def test_a_day_in_the_content_dates_what_is_given_out_and_nothing_else(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The sentence's own beginning, and the clause beside which it is told.
        (
            "Earlier this month, a shipper was fined, with [C a ban imposed by] [S the ministry] [T on its ships].",
            "2022-03-01/2022-03-16",
        ),
        ("Olan published his accounts in 2012, even though [S they] [C showed] [T a debt].", "2012-01-01/2012-12-31"),
        ("Olan published his accounts in 2012, which [S critics] [C called] [T a trick].", "published"),
        # The sentence before tells of the day, or of a long time and the speaker.
        ("Last weekend, I met the pilot on his boat. [S His guest Olan] [C called for] [T a new pier].", "2022-03-12/2022-03-13"),
        (
            "Brandt saw Olan in January 2012. [S Olan] [C came away convinced] [T that the port was open].",
            "2012-01-01/2012-01-31",
        ),
        ("In 2012 the pier burned. [S China and Veshia] [C vowed] [T to rebuild it].", "published"),
        # What a witness says of it is said now, and another's saying is another's.
        ("The pilot drowned on Friday. [S The police chief] [C said] [T it was an accident].", "published"),
        ("[S1 Brandt] [C1 warned] on Friday [T1 it was late]. [S2 Olan] [C2 praised] [T2 the port].", "published"),
        # The time told just before goes ahead of a day told further back, and a past that nobody can name goes no further.
        (
            "[S1 Brandt] [C1 said] on Friday [T1 it was late].\n\nBrandt refused to vote at the council in February. "
            "[S2 Brandt] [C2 exhorted] [T2 sailors to stay home].",
            "2022-02-01/2022-02-28",
        ),
        ("[S1 Olan] [C1 recently called] [T1 for calm] at a meeting. [S2 Olan] [C2 said] [T2 that calm was dear].", "published"),
        ("[S1 Brandt] [C1 said] on Friday [T1 it was late]. [T2 “Never,”] [S2 Brandt] [C2 said] then.", PAST),
        # A study's year is not the time that the text has come to.
        ("A 2014 study was long. [S The Tribune] [C praised] [T it].", "published"),
    ],
)
def test_what_is_told_goes_on_with_the_time_told_just_before(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Told after what was said.
        ("[T “We are ready,”] [S Brandt] [C said]. He was speaking on Tuesday at a forum in Dol.", "2022-03-15"),
        ("[T “We are ready,”] [S she] [C said].\n\nShe made the remarks on Monday in Dol.", "2022-03-14"),
        ("[T “We are ready,”] [S Brandt] [C said].\n\nThe interview was recorded on Monday in Dol.", "2022-03-14"),
        # Somebody else's occasion, and one of another time of telling.
        ("[T “We are ready,”] [S Brandt] [C said]. Olan was speaking on Tuesday at a forum in Dol.", "published"),
        ("[T “We are ready,”] [S Brandt] [C has said]. He was speaking on Tuesday at a forum in Dol.", "published"),
    ],
)
def test_an_occasion_told_afterwards_dates_what_was_said_before(text: str, expected: str) -> None:
    assert days(text, said=SPEAKERS)[0] == expected


LEAD = "[S1 Brandt], opening the museum on Saturday, [C1 said] [T1 it would tell a story].\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEAD + "[S2 Dana Olan] [C2 spoke of] [T2 her early years].", "2022-03-12"),
        (LEAD + "[T2 “What a roof,”] [S2 the singer] [C2 told] the crowd.", "2022-03-12"),
        (LEAD + "[S2 The moderator] [C2 asked] [T2 for silence].", "2022-03-12"),
        # Said to a reporter, of a war, or where the story has come to another day.
        (LEAD + "[T2 “What a roof,”] [S2 a visitor] [C2 said].", "published"),
        (LEAD + "[S2 The duke] [C2 declared war on] [T2 the islands].", "published"),
        (
            LEAD + "On Monday, the doors were shut at a meeting.\n\n[T2 “What a roof,”] [S2 the singer] [C2 told] the crowd.",
            "published",
        ),
        # A known occasion takes in whom it names.
        (
            "Brandt met ministers on Monday.\n\nAfter her meeting with Olan, [S1 Brandt] [C1 said] [T1 it was good].\n\n"
            "[T2 “A good day,”] [S2 Olan] [C2 said].",
            "2022-03-14",
        ),
        # A quotation that says tonight was said on the story's evening.
        ("Brandt won Tuesday night’s debate.\n\n[T “She did well tonight,”] [S Olan] [C said].", "2022-03-15"),
        ("Brandt won Tuesday’s debate.\n\n[T “She did well tonight,”] [S Olan] [C said].", "published"),
        # A forecast holds as of the day that it was given out.
        ("[S1 The bank] [C1 said] on Tuesday [T1 trade fell]. [S2 The bank] [C2 expects] [T2 a rise].", "2022-03-15"),
        # What is still to come dates nothing.
        ("Brandt and Olan meet in Dol on Monday.\n\n[T2 “Soon,”] [S2 Brandt] [C2 said].", "published"),
    ],
)
def test_a_story_s_occasion_goes_for_those_who_spoke_there(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[S Brandt] [C said] a year ago this week [T it was late].", "2021-03-15/2021-03-21"),
        ("[S Brandt] [C said] a year ago today [T it was late].", "2021-03-16"),
        ("[S Brandt] [C said] two weeks ago Monday [T it was late].", "2022-02-28"),
        ("[S Brandt] [C said] earlier this week [T it was late].", "2022-03-14/2022-03-16"),
        ("[S Brandt] [C said] last month [T it was late].", "2022-02-01/2022-02-28"),
        (
            "[S1 Brandt] [C1 said] on Tuesday [T1 it was late]. [S2 Olan] [C2 had the answer] the night before: [T2 yes].",
            "2022-03-14",
        ),
        ("A debate was held on Monday. [S Olan] [C said] the day after the debate [T it was late].", "2022-03-15"),
        ("[S Olan] [C said] the day after Monday’s debate [T it was late].", "2022-03-15"),
        ("The Dol summit opened on Thursday. A day before the summit, [S Olan] [C said] [T it was late].", "2022-03-09"),
        (
            "A debate was held on Monday. In a column in the day before the debate, [S Olan] [C called] [T for calm].",
            "2022-03-13",
        ),
        # Nobody tells when the debate was: some time before.
        ("[S Olan] [C said] the morning after the debate [T it was late].", PAST),
    ],
)
def test_days_counted_from_the_writing_or_from_an_event(text: str, expected: str) -> None:
    assert days(text)[-1] == expected


def test_a_headline_takes_no_week_from_below() -> None:
    title = "Brandt Sees Port Open"
    text = "[S1 Brandt] [C1 Sees] [T1 Port Open]\n\n[S2 Brandt] [C2 said] in an interview last week [T2 it was open]."
    assert days(text, (title, ZoneKind.TITLE))[0] == "published"


def test_a_weekday_without_a_year_goes_for_the_story_s_speakers_too() -> None:
    text = LEAD + "[S2 Dana Olan] [C2 spoke of] [T2 her early years]."
    first, second = dated(text, published=None)
    assert (day(first), day(second)) == ("?", "?")
    assert first.said_on and second.said_on and second.said_on.evidence == first.said_on.evidence


def many(count: int) -> tuple[str, list[Statement]]:
    """One sentence in which so many speakers say something, each on a Tuesday, and the statements."""
    text, made = "", []
    for number in range(count):
        source, cue, content = f"Minister Brandt{number}", "said", f"that pier {number} would open"
        start = len(text)
        text += f"{source} {cue} on Tuesday {content}, and "
        cued, told = start + len(source) + 1, text.index(content, start)
        spans = (
            Span(start, start + len(source), source),
            Span(cued, cued + len(cue), cue),
            (Span(told, told + len(content), content),),
        )
        made.append(Statement(statement_id("x", *spans), Kind.INDIRECT, *spans, 1.0, speaker=Speaker(source, "test")))
    return text, made


def test_the_time_grows_with_the_speakers_of_a_sentence_not_with_their_square() -> None:
    seconds = []
    for count in (100, 800):
        text, made = many(count)
        runs = []
        for _ in range(3):
            begun = time.process_time()
            found = days_from((DAY, DAY), text, made)
            runs.append(time.process_time() - begun)
        seconds.append(min(runs))
        assert {day(one) for one in found} == {"2022-03-15"}
    assert seconds[1] < 24 * seconds[0]  # eight times the speakers; 64 times would be the square
