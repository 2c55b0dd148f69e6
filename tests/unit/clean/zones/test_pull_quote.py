"""A pull quote is a paragraph set off whose words another paragraph has."""

from __future__ import annotations

from onrecord.clean.zones import lines_of, mark
from onrecord.vocabulary import ZoneKind

LEAD = "The minister of Norland said that the harbour would open in the spring, and that the talks with Sudria had been long."
SPOKEN = "“We have all the time that we need, and the sea has more of it than we have,” Ola Brandt told reporters on the quay."


def kinds_of(*paragraphs: str) -> list[ZoneKind | None]:
    return mark(lines_of("\n\n".join(("Harbour to open", LEAD, *paragraphs))))[2:]


def test_a_copy_in_quotation_marks_is_a_pull_quote_before_and_after_its_paragraph() -> None:
    pulled = "“We have all the time that we need, and the sea has more of it than we have.”"
    assert kinds_of(pulled, SPOKEN) == [ZoneKind.PULL_QUOTE, None]
    assert kinds_of(SPOKEN, pulled) == [None, ZoneKind.PULL_QUOTE]


def test_a_copy_without_marks_and_the_name_under_it_is_a_pull_quote() -> None:
    pulled = "We have all the time that we need, and the sea has more of it"
    assert kinds_of(pulled, "— Ola Brandt", SPOKEN) == [ZoneKind.PULL_QUOTE, ZoneKind.PULL_QUOTE, None]


def test_one_word_that_the_editor_changed_does_not_hide_a_copy() -> None:
    pulled = "“We have all the time that Norland needs, and the sea has more of it than we have”"
    assert (
        kinds_of("“We have all the time that we need, and [the] sea has more of it than we have”", SPOKEN)[0]
        is ZoneKind.PULL_QUOTE
    )
    assert kinds_of(pulled, SPOKEN)[0] is None


def test_other_words_of_the_same_speaker_are_no_copy() -> None:
    assert kinds_of("“We have no time, and the sea has less of it than we have.”", SPOKEN) == [None, None]


def test_a_repeated_quotation_with_its_own_attribution_is_no_pull_quote() -> None:
    assert kinds_of("“We have all the time that we need,” Ola Brandt told reporters.", SPOKEN) == [None, None]


def test_an_abstract_that_repeats_the_first_sentence_is_no_pull_quote() -> None:
    abstract = "The harbour would open in the spring, and the talks with Sudria had been long."
    lines = lines_of(f"Harbour to open\n\n{abstract}\n\n{abstract} {LEAD}")
    assert mark(lines)[1:] == [None, None]
