"""The dossier of a question: whole, safe whatever the articles hold, and every word of it at its place."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from lxml import html
from tests.unit.surfaces.position_builders import CONDITIONAL, NONCOMMITTAL, OPPOSES, SUPPORTS, WILL, judged, position, shift
from tests.unit.surfaces.takeaway.statement_builders import HOSTILE, article, hostile

from onrecord.ledger import DisagreementHistory, DisagreementRow, PositionRow, QuestionRow, ShiftRow, SideRow, UtteranceRow
from onrecord.surfaces.takeaway.gathering import Dossier
from onrecord.surfaces.takeaway.lanes import lanes, legend
from onrecord.surfaces.takeaway.memo import dossier_markdown
from onrecord.surfaces.takeaway.page import dossier_html
from onrecord.surfaces.timeline import standings
from onrecord.vocabulary import Actor, ActorType, DisagreementKind, Place, Question, Stage

QUESTION = Question("bridge", "Will, and should, the bridge be built?", ("bridge",), ("Karo",), (), (Stage("vote", ("vote",)),))


def dossier(*rows: PositionRow, shifts: tuple[ShiftRow, ...] = (), question: Question = QUESTION, **changed: Any) -> Dossier:
    made = standings(rows, shifts, {})
    row = QuestionRow(question, "", 1, "2031-05-01T00:00:00+00:00", 9, 5, len(rows), len(shifts), 2)
    articles = {one.row.article.id: one.row.article for one in rows}
    nobody = [one for one in rows if one.actor is None]
    found = Dossier(row, "2031-06-01", [("Karo", made)], nobody, (), articles, {}, (3, 9), 1)
    return replace(found, **changed)


def story() -> Dossier:
    one, other = position("1", "2031-05-04", SUPPORTS), position("2", "2031-06-04", OPPOSES, words="no bridge", outlet="Herald")
    rest = (
        position("3", "2031-05-20", CONDITIONAL, actor="Joren Pell", reading=WILL, status="confirmed"),
        position("4", None, NONCOMMITTAL, actor="Joren Pell", published=None),
        position("5", "2031-05-01", SUPPORTS, actor="Joren Pell", second_hand=True, words="told by another"),
        position("6", None, None, words="nobody can tell this"),
        position("7", "2031-05-01", SUPPORTS, actor=None, words="by nobody known"),
    )
    places = [Place(key, 5, 9, value, "s1") for key, value in (("x1", "2030"), ("x2", "2031"))]
    sides = tuple(SideRow(place.text, (place,), (place.article,)) for place in places)
    disputed = DisagreementRow("d15a", DisagreementKind.DATE, "when the vote is", sides, 0.8, "candidate", (), "relate/1")
    about = {place.article: article(id=place.article) for place in places}
    found = dossier(one, other, *rest, shifts=(shift(one, other),))
    history = DisagreementHistory(disputed, about, (), (), ())
    return replace(found, disagreements=[history], articles={**found.articles, **about})


def evil() -> Dossier:
    """Whatever comes from a file or a person tries to be more than text."""
    row = position("1", "2031-05-04", SUPPORTS, actor=HOSTILE)
    bad = replace(
        row,
        row=hostile(),
        reason=HOSTILE,
        stage=HOSTILE,
        by=HOSTILE,
        status="confirmed",
        judgement=replace(judged("1", why=HOSTILE), by=HOSTILE),
    )
    other = replace(position("2", "2031-06-04", OPPOSES, actor=HOSTILE), row=replace(hostile(), statement=hostile().statement))
    moved = replace(shift(bad, other), why=f"told. But {HOSTILE}")
    actor = Actor(HOSTILE.casefold(), HOSTILE, ActorType.PERSON, wikidata='Q1" onclick="x')
    question = replace(QUESTION, id=HOSTILE, text=HOSTILE, about=(HOSTILE,), subject=(HOSTILE,))
    return dossier(bad, other, shifts=(moved,), question=question, known={actor.id: actor})


def parsed(found: Dossier) -> Any:
    return html.document_fromstring(dossier_html(found).encode(), parser=html.HTMLParser(encoding="utf-8"))


@pytest.mark.parametrize("make", [story, evil, dossier])
def test_the_page_needs_nothing_else_and_runs_nothing(make: Any) -> None:
    page = parsed(make())
    names = Counter(one.tag for one in page.iter() if isinstance(one.tag, str))
    assert not set(names) & {"script", "img", "iframe", "object", "embed", "form", "base", "link", "b"}
    assert not [name for one in page.iter() for name in one.attrib if name.startswith("on") or name == "src"]
    for one in page.iter("a"):
        assert one.get("href").startswith(("#", "https://", "http://"))
    style = page.findtext(".//style")
    assert "url(" not in style and "@import" not in style and "prefers-color-scheme: dark" in style and "@media print" in style
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]


@pytest.mark.parametrize("make", [story, evil])
def test_what_an_article_holds_shows_as_text(make: Any) -> None:
    shown = HOSTILE.replace("\x0b", "").replace("  ", " ") if make is evil else "the bridge should be built"
    assert parsed(make()).xpath("count(//blockquote[contains(., $words)])", words=shown) > 0


def test_every_link_leads_to_a_place_that_is_there_once() -> None:
    page = parsed(story())
    names = page.xpath("//@id")
    assert max(Counter(names).values()) == 1
    assert {one[1:] for one in page.xpath("//a/@href") if one.startswith("#")} <= set(names)


def test_the_chart_is_that_of_the_desk_and_leads_to_the_words_in_the_dossier() -> None:
    svg = lanes(story().groups)
    shapes = {one.get("class"): one.tag for one in svg.iter() if (one.get("class") or "").startswith("point")}
    assert shapes["point fill-supports"] == "circle" and shapes["point ring"] == "circle"
    assert (shapes["point fill-conditional"], shapes["point fill-opposes"]) == ("polygon", "rect")
    assert any(one.get("class") == "shift" for one in svg.iter("line")), "a change is drawn as an arrow"
    assert any("moved here: reversal" in "".join(one.itertext()) for one in svg.iter("g")) and svg.findtext("desc")
    assert all((one.get("href") or "").startswith(("#position-", "#shift-", "#actor-")) for one in svg.iter("a"))


def test_the_chart_draws_those_whom_the_desk_draws_so_that_one_early_day_does_not_squeeze_all() -> None:
    many = [position(str(n), "2031-05-04", SUPPORTS, actor=f"Actor {n}") for n in range(20)]
    again = [position(f"1{n}", "2031-06-04", SUPPORTS, actor=f"Actor {n}") for n in range(20)]
    found = dossier(*many, *again, position("early", "1931-05-04", SUPPORTS, actor="Somebody Else"))
    svg = lanes(found.groups)
    assert "Somebody Else" not in "".join(svg.itertext()) and "1931" not in "".join(svg.itertext())
    assert "Drawn are the 20 actors of 21" in legend(found.groups)


def test_the_head_counts_the_actors_that_the_chart_counts_and_names_the_rest() -> None:
    many = [position(str(n), "2031-05-04", SUPPORTS, actor=f"Actor {n}") for n in range(21)]
    found = dossier(*many, position("30", "2031-05-04", SUPPORTS, actor="Somebody Else", second_hand=True))
    assert "Drawn are the 20 actors of 21" in legend(found.groups)
    told = " ".join(parsed(found).text_content().split())
    assert "21 positions by 21 actors, what others say of 1 actor more or nobody can place, " in told


def test_who_moved_stands_before_everybodys_words_and_no_sentence_ends_twice() -> None:
    found = story()
    heads = [one.text_content() for one in parsed(found).iter("h2")]
    assert heads.index("Who moved") < heads.index("What each said")
    told = parsed(found).text_content()
    assert "Shift " not in told and ".. " not in told


def test_a_dossier_of_nothing_says_so() -> None:
    told = " ".join(parsed(dossier()).text_content().split())
    assert "No change of position was found." in told and "0 positions by 0 actors" in told


@pytest.mark.parametrize("write", [lambda: parsed(story()).text_content(), lambda: dossier_markdown(story())])
def test_both_forms_tell_the_same(write: Any) -> None:
    told = " ".join(write().replace("\\", "").split())
    for words in (
        *("the bridge should be built", "no bridge", "told by another", "nobody can tell this", "by nobody known"),
        *(
            "reversal, a candidate that nobody judged yet",
            "confirmed by Mira on 1 July 2031",
            "By the machine’s reading, on",
            "When the vote is",
        ),
        *("characters 5-9", "statement s", "1 article is not compared", "2 articles are not placed", "Stages: vote"),
        *("Herald", "characters 0-26", "day of publication not known", "Question “bridge”, version 1", "model m, settings s"),
        *("5 of them are about it", "1 statement is about it, and it is not known whose"),
    ):
        assert words in told, words


def test_words_are_words_in_markdown_too() -> None:
    told = dossier_markdown(evil())
    # Lines that are set in are a block of code, where no mark-up is in force.
    chart = [line for line in told.splitlines() if line.startswith("    ")]
    rest = "\n".join(line for line in told.splitlines() if line not in chart)
    assert chart and "<script" not in rest and "</p>" not in rest and "[link]" not in rest and "\\[link\\]" in rest


def test_what_several_report_stands_under_the_day_of_the_report_that_knows_it() -> None:
    rows = [position("1", None, SUPPORTS), position("2", "2031-05-03", SUPPORTS, outlet="Herald")]
    told = UtteranceRow("u", None, None, None, (None, None), ("s1", "s2"), (), (), (), "s1", "s1", (), "")
    found = dossier(*rows)
    found = replace(found, groups=[("Karo", standings(rows, (), dict.fromkeys(("s1", "s2"), told)))])
    page = parsed(found).text_content()
    assert "3 May 2031, should: + supports" in page and "4 May 2031, should" not in page
    assert "day: a test, by Herald; placed by" in page


def test_namesakes_are_told_apart_in_the_chart_and_over_what_each_said_alike() -> None:
    found = story()
    who = next(one for one in found.standings if one.points)
    tells = "first reported by Drevik Post, 3 May 2032"
    page = dossier_html(replace(found, apart={who.actor: tells}))
    assert page.count(tells) >= 3  # the chart, the table, the heading


@pytest.mark.parametrize("write", [lambda: parsed(story()).find(".//main").text_content(), lambda: dossier_markdown(story())])
def test_days_stand_as_people_write_them_and_the_settings_of_the_question_at_the_end(write: Any) -> None:
    told = write().replace("\\", "")
    assert not re.search(r"\b\d{4}-\d\d-\d\d\b", told) and "4 May 2031" in told
    assert told.index("How it was made") < told.index("Stages: vote")
    assert "disagreement d15a" not in told and told.count("conditional, ") + told.count("conditional:") <= 1
