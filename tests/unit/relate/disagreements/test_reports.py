"""What reports of one utterance cannot both be right about, and what they may."""

from __future__ import annotations

from dataclasses import replace

from onrecord.relate.disagreements import disagreements
from onrecord.vocabulary import ActorType, Kind, Span, SpeechAct, Statement
from onrecord.vocabulary.relations import Telling
from onrecord.vocabulary.statements import SaidOn, SaidOnBasis, Speaker


def telling(
    article: str,
    content: str,
    *,
    source: str = "Runa Halm",
    kind: Kind = Kind.INDIRECT,
    day: str | None = None,
    act: SpeechAct = SpeechAct.ASSERT,
) -> Telling:
    """A report: source, cue and content in one line; `day` is told by a phrase."""
    said = Span(0, len(source), source)
    spoken = Span(len(source) + 6, len(source) + 6 + len(content), content)
    when = SaidOn(day, day, SaidOnBasis.PHRASE, "told", Span(500, 500 + len(day), day)) if day else None
    person = ActorType.PERSON if source[0].isupper() else ActorType.UNNAMED
    statement = Statement(
        f"{article}/1", kind, said, None, (spoken,), 0.9, act, speaker=Speaker(source, "told", person), said_on=when
    )
    sentence = f"{source} said {content}"
    return Telling(
        statement,
        article,
        article,
        content,
        sentence,
        source,
        source,
        person,
        frozenset(),
        (day, day),
        ("2033-05-20", "2033-05-20"),
    )


def kinds(*tellings: Telling) -> list[str]:
    """The kinds of what is found, the same in every order; each place is a slice of the report."""
    found = disagreements(tellings)
    assert disagreements(tellings[::-1]) == found
    for one in found:
        assert len(one.sides) >= 2
        for place in (place for side in one.sides for place in side.places):
            source = next(telling.statement for telling in tellings if telling.article == place.article)
            spans = [source.source, *source.content, source.said_on.evidence if source.said_on else None]
            assert any(span and span.text[place.start - span.start : place.end - span.start] == place.text for span in spans)
    return [one.kind.value for one in found]


def test_a_number_of_the_same_things_differs() -> None:
    one = telling("a", "that 120 million crowns would go to the power stations")
    other = telling("b", "that the power stations would have 210 million crowns")
    assert kinds(one, other) == ["number"]


def test_each_report_that_prints_a_value_stands_on_its_side() -> None:
    told = ("120 million crowns for the ferries", "120 million crowns for new ferries", "210 million crowns for ferries")
    (found,) = disagreements([telling(name, words) for name, words in zip("abc", told, strict=True)])
    assert [[place.article for place in side.places] for side in found.sides] == [["a", "b"], ["c"]]
    assert [side.value for side in found.sides] == ["120 million crowns", "210 million crowns"]


def test_a_rounded_number_and_one_of_other_things_agree() -> None:
    assert not kinds(telling("a", "that 312 reforms were left to do"), telling("b", "that more than 300 reforms were left"))
    assert not kinds(telling("a", "that 312 reforms were left to do"), telling("b", "that 18 parliaments had reforms to vote on"))


def test_a_share_of_something_else_is_no_disagreement() -> None:
    one = telling("a", "that buyers had paid a 30 percent premium for a plot near the ferry and the harbour")
    other = telling("b", "that in the bad years the price of an old ferry fell to about half its former value")
    assert not kinds(one, other)
    one, other = (
        telling("a", "that 61 percent of voters want the ferry"),
        telling("b", "that 30 percent of voters want the ferry"),
    )
    assert kinds(one, other) == ["number"]


def test_the_day_of_saying_differs_by_more_than_a_night() -> None:
    words = "that the ferries would run again"
    assert kinds(telling("a", words, day="2033-05-02"), telling("b", words, day="2033-05-09")) == ["date"]
    assert not kinds(telling("a", words, day="2033-05-02"), telling("b", words, day="2033-05-03"))
    assert not kinds(telling("a", words, day="2033-05-02"), telling("b", words))


def test_a_day_that_is_told_of_differs() -> None:
    one, other = "would end the truce that was signed on 9 May", "that it means the end of the truce signed on May 19"
    assert kinds(telling("a", one), telling("b", other)) == ["date"]


def test_a_given_name_differs_before_one_surname() -> None:
    words = "that the ferries would run again"
    one, other = telling("a", words, source="Odile Tessan, the mayor,"), telling("b", words, source="Mayor Odette Tessan")
    assert kinds(one, other) == ["name"]
    assert not kinds(one, telling("b", words, source="Tessan"))
    assert not kinds(one, telling("b", words, source="Odyle Tesan"))


def test_one_quotation_has_two_speakers() -> None:
    words = "“A harbour is not a chair at the table,”"
    one = telling("a", words, source="Daria Kolm", kind=Kind.DIRECT)
    assert kinds(one, telling("b", words, source="Ruslo Tarn", kind=Kind.DIRECT)) == ["speaker"]
    assert not kinds(one, telling("b", words, source="Ruslo Tarn and Daria Kolm", kind=Kind.DIRECT))
    assert not kinds(one, telling("b", words, source="the minister", kind=Kind.DIRECT))
    assert not kinds(one, telling("b", "that a harbour is no chair", source="Ruslo Tarn"))


def test_a_negation_is_lost() -> None:
    one, other = "that the door was open but that Veshia was not yet ready", "that the door was open and that Veshia was ready"
    assert kinds(telling("a", one), telling("b", other)) == ["polarity"]
    assert not kinds(telling("a", one, act=SpeechAct.DENY), telling("b", other))


def test_what_two_persons_said_need_not_agree() -> None:
    one, other = "that the door was open and that Veshia was not ready", "that the door was open and that Veshia was ready"
    assert not kinds(telling("a", one), telling("b", other, source="Daria Kolm"))
    (found,) = disagreements([telling("a", one), telling("b", other)])
    assert "Veshia was ready" in found.about


def test_one_person_is_one_side() -> None:
    words = "“A harbour is not a chair at the table,”"
    told = ("Daria Kolm", "Kolm", "Ruslo Tarn")
    (found,) = disagreements([telling(name, words, source=who, kind=Kind.DIRECT) for name, who in zip("abc", told, strict=True)])
    assert [(side.value, [place.article for place in side.places]) for side in found.sides] == [
        ("Daria Kolm", ["a", "b"]),
        ("Ruslo Tarn", ["c"]),
    ]


def test_a_word_differs_in_quotation_marks() -> None:
    one = telling("a", "“We stand by the treaty: Veshia will become a member,”", kind=Kind.DIRECT)
    other = telling("b", "“We stand by the treaty: Veshia can become a member.”", kind=Kind.DIRECT)
    (found,) = disagreements([one, other])
    assert found.kind.value == "wording"
    assert [(side.value, side.places[0].text) for side in found.sides] == [
        ("can", "Veshia can become a member"),
        ("will", "Veshia will become a member"),
    ]


def test_two_translations_are_no_disagreement() -> None:
    one = telling("a", "“A roadmap for Veshia would be a real signal to our neighbours,”", kind=Kind.DIRECT)
    other = telling("b", "“A road map would be a genuine signal for the neighbours of Veshia.”", kind=Kind.DIRECT)
    assert not kinds(one, other)


def test_a_place_differs() -> None:
    one = telling("a", "that the two presidents will sign the border treaty in Lunde")
    assert kinds(one, telling("b", "that the two presidents will sign the border treaty in Castelmar")) == ["place"]
    assert not kinds(one, telling("b", "that the two presidents will sign the border treaty near Lunde"))


def test_two_reports_in_one_article_are_one_witness() -> None:
    one = telling("a", "that 120 million crowns would go to the ferries")
    assert not kinds(one, telling("a", "that 210 million crowns would go to the ferries"))


def test_a_person_in_two_spellings_is_one_speaker() -> None:
    """The ledger may not know yet that both are one: their actors differ."""
    one = telling(
        "a", "“A bad peace needs nurses. A good war needs only gravediggers,”", source="Faris al-Dawari", kind=Kind.DIRECT
    )
    other = telling(
        "b", "“A weak peace needs nurses. A good war needs only gravediggers,”", source="Faris Al Dawari", kind=Kind.DIRECT
    )
    assert kinds(one, other) == ["wording"]
    assert not kinds(one, replace(other, actor="x", actor_name="Nadim Orlan"))
