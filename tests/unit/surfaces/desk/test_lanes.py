"""Lanes: shapes for positions, arrows for changes, and a chart that stays small however much is said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from onrecord.surfaces.desk.drawing.axis import Axis
from onrecord.surfaces.desk.drawing.lanes import NARROW, WIDE, Group, Lane, Sheet, Track, Turn, lanes
from onrecord.surfaces.desk.drawing.marks import Spot
from onrecord.surfaces.desk.drawing.terms import Term, terms
from onrecord.vocabulary import Position, Reading

DAY = date(2031, 5, 4)


def spot(
    position: Position = Position.SUPPORTS, day: date | None = DAY, words: str = "the bridge will stand", key: str = "a"
) -> Spot:
    return Spot(position, day, str(day), "The Courier", words, f"/articles/{key}?at=1-9#at", frozenset((key,)))


def track(*spots: Spot, reading: Reading = Reading.WILL) -> Track:
    return Track(
        reading, spots, lambda position, first, last: f"/questions/bridge?position={position}&since={first}&until={last}"
    )


def lane(*tracks: Track, name: str = "Ada Olan", turns: tuple[Turn, ...] = ()) -> Lane:
    return Lane(name, "/actors/1", tracks, turns)


def chart(*made: Lane, heading: str | None = None) -> str:
    return str(lanes([Group(heading, made)], "Positions", "Told below."))


def test_a_chart_is_well_formed_and_says_what_it_shows() -> None:
    drawn = ElementTree.fromstring(chart(lane(track(spot()))))
    namespace = {"s": "http://www.w3.org/2000/svg"}
    assert drawn.findtext("s:title", namespaces=namespace) == "Positions"
    assert drawn.findtext("s:desc", namespaces=namespace) == "Told below."


@pytest.mark.parametrize(
    ("position", "shape"),
    [
        (Position.SUPPORTS, '<circle class="point fill-supports"'),
        (Position.CONDITIONAL, '<polygon class="point fill-conditional"'),
        (Position.OPPOSES, '<rect class="point fill-opposes"'),
        (Position.NONCOMMITTAL, '<circle class="point ring"'),
    ],
)
def test_every_position_has_a_shape_of_its_own(position: Position, shape: str) -> None:
    assert shape in chart(lane(track(spot(position))))


def test_a_mark_leads_to_its_place_and_is_named_by_who_when_where_and_the_words() -> None:
    drawn = chart(lane(track(spot())))
    name = re.search(r'<a class="mark" href="/articles/a\?at=1-9#at" aria-labelledby="([^"]+)"', drawn)
    assert name
    told = drawn.partition(f'id="{name[1]}"')[2]
    assert "Ada Olan: 2031-05-04 · The Courier · will: supports" in told
    assert "the bridge will stand" in told


def test_what_lies_on_one_another_is_one_mark_with_its_number_that_leads_to_all_of_it() -> None:
    drawn = chart(lane(track(*(spot(day=DAY + timedelta(number), key=str(number)) for number in (0, 1, 900)))))
    assert drawn.count('class="mark"') == 2
    assert '">2</text>' in drawn
    assert "/questions/bridge?position=supports&amp;since=2031-05-04&amp;until=2031-05-05" in drawn


def test_positions_that_differ_are_never_one_mark() -> None:
    assert chart(lane(track(spot(), spot(Position.OPPOSES, key="b")))).count('class="mark"') == 2


def test_a_change_is_an_arrow_that_leads_to_what_shows_it_and_its_end_says_so() -> None:
    turn = Turn("a", "b", "reversal", "/questions/bridge#shift-1")
    later = spot(Position.OPPOSES, DAY + timedelta(400), key="b")
    drawn = chart(lane(track(spot(), later), turns=(turn,)))
    assert '<a href="/questions/bridge#shift-1" aria-label="Ada Olan: reversal"><line class="shift"' in drawn
    assert "opposes · moved here: reversal" in drawn


def test_a_number_of_days_of_unlike_width_is_told_from_the_first_day_to_the_last() -> None:
    day, month = spot(key="a"), spot(day=date(2031, 5, 16), key="b")
    made = (replace(day, when="4 May 2031", days=("2031-05-04", "2031-05-04")),)
    made += (replace(month, when="May 2031", days=("2031-05-03", "2031-05-31")), spot(day=DAY + timedelta(2000), key="c"))
    assert "Ada Olan: 3–31 May 2031 · will: supports, said 2 times" in chart(lane(track(*made)))


def test_a_rule_parts_what_has_no_day_and_a_mark_of_one_lies_on_one_of_many() -> None:
    assert 'class="apart"' in chart(lane(track(spot(day=None)))) and 'class="apart"' not in chart(lane(track(spot())))
    drawn = chart(
        lane(track(spot(Position.CONDITIONAL, key="a"), spot(Position.OPPOSES, key="b"), spot(Position.OPPOSES, key="c")))
    )
    assert drawn.index("point fill-opposes") < drawn.index("point fill-conditional")


def two_tracks(sheet: Sheet) -> str:
    """A condition met on one track and a reversal on the other at the same time, and one more of each close by."""
    will = [spot(Position.CONDITIONAL, key="a"), spot(Position.SUPPORTS, DAY + timedelta(400), key="b")]
    should = [
        spot(Position.SUPPORTS, DAY, key="c"),
        spot(Position.OPPOSES, DAY + timedelta(396), key="d"),
        spot(Position.CONDITIONAL, DAY + timedelta(390), key="e"),
    ]
    turns = (
        Turn("a", "b", "condition met", "/1", 3),
        Turn("c", "e", "softening", "/2", 1),
        Turn("c", "d", "reversal", "/3", 0),
    )
    made = lane(track(*will), track(*should, reading=Reading.SHOULD), turns=turns)
    return str(lanes([Group(None, [made])], "Positions", "Told below.", sheet=sheet))


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
def test_changes_are_named_by_track_and_where_there_is_no_room_for_two_the_reversal_is(sheet: Sheet) -> None:
    assert re.findall(r'class="turned"[^>]*>([^<]+)<', two_tracks(sheet)) == ["condition met", "reversal"]


def test_what_has_no_day_stands_apart() -> None:
    assert ">no day<" in chart(lane(track(spot(day=None))))
    assert ">no day<" not in chart(lane(track(spot())))


def test_a_heading_stands_over_several_lanes_and_beside_one_alone() -> None:
    assert 'class="heading"' in chart(lane(track(spot())), lane(track(spot()), name="Tor Meer"), heading="Tarvia")
    assert 'class="beside"' in chart(lane(track(spot())), heading="Tarvia")


def test_hostile_words_stay_words() -> None:
    drawn = chart(lane(track(spot(words="<script>alert(1)</script>")), name='"><script>'))
    assert "<script" not in drawn
    ElementTree.fromstring(drawn)


def test_long_words_are_cut_where_a_word_ends_with_a_mark_that_says_so() -> None:
    assert "bridge […]</text>" in chart(lane(track(spot(words="the bridge " * 40))))


def test_two_thousand_statements_stay_small_and_every_lane_and_position_is_there() -> None:
    made = []
    for number in range(20):
        said = [
            spot(list(Position)[step % 4], DAY + timedelta((number * 37 + step * 91) % 1500), "words " * 30, f"{number}-{step}")
            for step in range(100)
        ]
        made.append(lane(track(*said[:50]), track(*said[50:], reading=Reading.SHOULD), name=f"Actor {number}"))
    drawn = chart(*made)
    assert all(f">Actor {number}<" in drawn for number in range(20))
    assert drawn.count('class="mark"') >= 160
    assert len(drawn.encode()) < 160_000


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ((date(2031, 5, 4), date(2031, 5, 10)), "4 May 2031"),
        ((date(2031, 5, 4), date(2032, 5, 4)), "Jul 2031"),
        ((date(2001, 5, 4), date(2032, 5, 4)), "2010"),
        ((date(2031, 5, 4),), "4 May 2031"),
    ],
)
def test_an_axis_tells_days_months_or_years_as_there_is_room(days: tuple[date, ...], told: str) -> None:
    assert f">{told}<" in "".join(Axis(days, 100, 900).drawn(0, 10))


def test_no_label_reaches_over_an_end_of_the_axis_or_into_the_next_one() -> None:
    for number in range(1, 60):
        days = [DAY, DAY + timedelta(number)]
        drawn = "".join(Axis(days, 0, 600).drawn(0, 10))
        before = -10.0
        for at, anchor, words in re.findall(r'<text x="([-.\d]+)" y="\S+" text-anchor="(\w+)">([^<]+)<', drawn):
            width = len(words) * 6.5
            begin = float(at) - {"start": 0, "middle": width / 2, "end": width}[anchor]
            assert begin >= max(0, before) and begin + width <= 600, (number, words)
            before = begin + width
        assert 'text-anchor="start"' in drawn


def test_no_days_make_no_axis_and_no_terms() -> None:
    assert list(Axis((), 0, 100).drawn(0, 10)) == []
    assert terms([Term("mayor", None, None, True, "mayor")], "Offices") is None


def test_terms_of_the_facts_are_filled_and_what_articles_tell_is_an_outline() -> None:
    drawn = terms([Term("mayor", DAY, None, True, "mayor"), Term("head", DAY, date(2033, 1, 1), False, "head")], "Offices")
    assert drawn is not None
    assert 'class="term"' in drawn
    assert 'class="told"' in drawn
