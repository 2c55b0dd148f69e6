"""attributions and statements: what linked marks, and quotations that nothing reports, are put together to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.marked import article, one, read

from onrecord.extract import statements
from onrecord.vocabulary import Kind, Mark, Marks, Role, ZoneKind

LONG = "“We have waited for this for ten years and more.”"


def contents(text: str, *zones: tuple[str, ZoneKind]) -> list[list[str]]:
    return [[span.text for span in statement.content] for statement in read(text, *zones)]


def test_source_cue_and_content_of_one_cue_are_one_statement() -> None:
    statement = one("[S Brandt] [C said] [T the port would open].")
    assert statement.source is not None
    assert statement.cue is not None
    assert [span.text for span in statement.spans] == ["Brandt", "said", "the port would open"]


def test_content_on_both_sides_of_the_cue_stays_in_pieces() -> None:
    assert contents("[T “We go,”] [S Brandt] [C said]. [T “Soon.”]") == [["“We go,”", "“Soon.”"]]


def test_two_cues_in_a_sentence_are_two_statements_in_the_order_of_the_text() -> None:
    assert contents("[S1 Brandt] [C1 said] [T1 yes], but [S2 Meer] [C2 warned] [T2 of delay].") == [["yes"], ["of delay"]]


def test_a_cue_without_content_and_a_source_without_a_cue_report_nothing() -> None:
    assert contents("[S Brandt] [C spoke] in Dol.") == []
    assert contents("[S Brandt] met [T the council].") == []


def test_a_content_without_a_source_is_a_statement_of_nobody() -> None:
    statement = one("It was [C reported] [T that the port would open].")
    assert (statement.source, statement.speaker) == (None, None)


def test_a_quotation_that_runs_on_over_paragraphs_is_one_statement() -> None:
    text = "[S Brandt] [C said]: [T “We waited for years.]\n\n“We will not wait.\n\n“We open the port.”\n\nShe left."
    assert contents(text) == [["“We waited for years.", "“We will not wait.", "“We open the port.”"]]


def test_a_single_quoted_quotation_runs_on_too() -> None:
    text = "[S Brandt] [C said]: [T ‘We waited for years.]\n\n‘We will not wait.’"
    assert contents(text) == [["‘We waited for years.", "‘We will not wait.’"]]


def test_a_quotation_runs_on_over_a_caption_in_the_middle() -> None:
    text = "[S Brandt] [C said]: [T “We waited for years.]\n“A photo.”\n“We will not wait.”"
    assert contents(text, ("“A photo.”", ZoneKind.CAPTION)) == [["“We waited for years.", "“We will not wait.”"]]


def test_a_colon_at_a_paragraphs_end_introduces_the_quotation_of_the_next() -> None:
    assert contents("[S Brandt] [C wrote]:\n\n“We open the port.”") == [["“We open the port.”"]]


def test_a_quotation_after_a_closed_one_is_not_taken_for_its_continuation() -> None:
    assert contents("[T “We go,”] [S Brandt] [C said].\n\n“Yes.”") == [["“We go,”"]]


def test_a_paragraph_that_is_one_long_quotation_stands_free() -> None:
    statement = one(LONG)
    assert (statement.source, statement.cue, statement.kind) == (None, None, Kind.DIRECT)


def test_a_long_quotation_that_nothing_reports_stands_free_wherever_it_is() -> None:
    assert contents(f"It was on every wall: {LONG}") == [[LONG]]


def test_a_short_quotation_does_not_stand_free() -> None:
    assert contents("“Dol Nights”") == []
    assert contents("The sign said little: “We have waited.”") == []


@pytest.mark.parametrize(
    ("signature", "source"),
    [
        ("— Dana Brandt", "Dana Brandt"),
        ("―Dana Brandt.", "Dana Brandt"),
        ("-- Dana Brandt, of Dol", "Dana Brandt"),
        ("— and nobody listened, as ever", None),
        ("and more", None),
    ],
)
def test_a_quotation_that_is_signed_has_its_signature_for_a_source(signature: str, source: str | None) -> None:
    statement = one(f"{LONG} {signature}")
    assert (statement.source and statement.source.text) == source
    assert [span.text for span in statement.content] == [LONG]


def test_no_quotation_stands_free_in_a_caption_or_in_boilerplate() -> None:
    for kind in (ZoneKind.CAPTION, ZoneKind.BOILERPLATE, ZoneKind.BYLINE):
        assert contents(f"A port.\n{LONG}", (LONG, kind)) == []


def test_a_content_that_the_marks_have_already_is_not_taken_twice() -> None:
    text = "[S Brandt] [C wrote]:\n\n[T “We open the port.”]"
    assert contents(text) == [["“We open the port.”"]]


def test_a_pull_quote_repeats_the_statement_that_it_copies() -> None:
    text = f"{LONG}\n\n[T “{LONG[1:-2]}, and we go on,”] [S Brandt] [C said]."
    pulled, said = read(text, (LONG, ZoneKind.PULL_QUOTE))
    assert pulled.repeats == said.id
    assert said.repeats is None


def test_a_pull_quote_of_words_that_nobody_says_in_the_body_repeats_nothing() -> None:
    text = f"{LONG}\n\n[T “The port of Dol stays closed,”] [S Brandt] [C said]."
    assert read(text, (LONG, ZoneKind.PULL_QUOTE))[0].repeats is None


def test_what_is_said_inside_a_content_is_within_its_statement() -> None:
    text = "[S Brandt] [C said] [T Meer had told her that the port was lost]."
    outer, inner = read(text, within="[S Meer] had [C told] her [T that the port was lost]")
    assert (outer.within, inner.within) == (None, outer.id)
    assert (inner.source and inner.source.text, inner.addressee) == ("Meer", "her")


def test_ids_are_the_same_in_every_run_and_differ_between_statements() -> None:
    text = "[S1 Brandt] [C1 said] [T1 yes]. [S2 Meer] [C2 said] [T2 no]."
    first, second = read(text)
    assert [first.id, second.id] == [statement.id for statement in read(text)]
    assert first.id != second.id


WORDS = st.sampled_from(
    ["“We", "go,”", "said", "Brandt", "told", "Meer", "that", "port", ":", "\n", "\n“", "‘no’", '"', "in a speech"]
)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """A text of news-like words, and marks of any role at any words of it, linked to any cue."""
    words = draw(st.lists(WORDS, min_size=1, max_size=40))
    text = " ".join(words)
    edges = sorted(draw(st.sets(st.integers(0, len(text)), max_size=16)))
    places = [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if text[a:b].strip()]
    roles = [draw(st.sampled_from(list(Role))) for _ in places]
    cues = [index for index, role in enumerate(roles) if role is Role.CUE]
    links = [draw(st.sampled_from([None, *cues])) if role is not Role.CUE else None for role in roles]
    return text, tuple(Mark(*place, role, 0.5, link) for place, role, link in zip(places, roles, links, strict=True))


@given(marked_texts(), st.booleans())
def test_whatever_the_marks_every_span_is_a_verbatim_slice_and_contents_are_in_order(
    made: tuple[str, tuple[Mark, ...]], titled: bool
) -> None:
    text, marks = made
    zones = [(text.split("\n")[0], ZoneKind.TITLE)] if titled and text.split("\n")[0] else []
    found = statements(article(text, *zones), Marks(marks))
    for statement in found:
        assert statement.content
        assert all(span.holds_in(text) for span in statement.spans)
        assert list(statement.content) == sorted(statement.content)
        for words in (statement.addressee, statement.venue):
            assert words is None or (words in text and words.strip())
    starts = [statement.spans[0].start for statement in found]
    assert starts == sorted(starts)
