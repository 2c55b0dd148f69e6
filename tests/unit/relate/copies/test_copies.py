"""copies: who printed whose text, how it was changed, and what is no copy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from harbor_articles import HARBOR, INDEPENDENT, REWORDED, printed
from retold_articles import REPORTS, REWRITES, TREATY, TREATY_AGAIN, VOTE

from onrecord.relate.copies import copies, fingerprints, looks_machine_written, story_sentences
from onrecord.vocabulary.relations import Copy, CopyKind, Printed

PARAGRAPHS = HARBOR.strip().split("\n\n")
SPUN = (
    REWORDED.replace("Pieter Voss", "Pieter Wosse")
    .replace("Saint Orran", "Saint Orram")
    .replace('"We cannot keep paying for an empty hall," said', "“We can not keep paying for an empty hall, “said")
    .replace('"A promise without a date is a postcard," said', "“A promise without to have a date is a postcard, ”said")
    .replace("in turn.", "in turn. .")
    .replace("Ostvik Institute", "Ostvig Institute")
    .replace("at its head.", "at its head. .")
)


def kinds(found: list[Copy]) -> list[tuple[str, str, str]]:
    return [(copy.article, copy.of, copy.kind) for copy in found]


@pytest.mark.parametrize(
    "text",
    [
        HARBOR,
        "Ferry hall to shut\n\n" + HARBOR,
        "\n\n".join(PARAGRAPHS[:6]),
        "\n\n".join([*PARAGRAPHS[:2], *PARAGRAPHS[4:], PARAGRAPHS[2]]),
        HARBOR.replace("announced", "disclosed").replace("voted on", "decided on").replace("found rust", "discovered rust"),
        HARBOR + "\n\nSubscribe to the Strait Gazette for one crown a week and never miss a boat again.",
        HARBOR.replace('"', "”"),
    ],
    ids=["whole", "retitled", "trimmed", "reordered", "words changed", "advertisement", "other marks"],
)
def test_the_same_text_trimmed_retitled_or_touched_up_is_a_reprint(text: str) -> None:
    first = printed(HARBOR, "first", outlet="Ellin Echo", on="2031-05-06")
    other = printed(text, "other", outlet="Strait Gazette", on="2031-05-07")
    assert set(fingerprints(first)) & set(fingerprints(other))
    assert kinds(copies(other, [first])) == [("other", "first", CopyKind.REPRINT)]


def test_a_reprint_is_shown_with_figures() -> None:
    (copy,) = copies(printed(HARBOR, "one"), [printed(HARBOR, "two")])
    assert copy.shown_by.startswith("166 of 166 words of narration in runs of the same words, the longest of 166")
    assert copy.score == 1.0


def test_two_reporters_who_heard_the_same_words_are_no_copies() -> None:
    assert copies(printed(HARBOR, "one", on="2031-05-06"), [printed(INDEPENDENT, "two", on="2031-05-06")]) == []
    assert copies(printed(REWORDED, "one"), [printed(INDEPENDENT, "two")]) == []


def test_a_standing_paragraph_is_no_copy() -> None:
    note = (
        "The Strait Gazette has asked every member of the council for an answer since the first day of the campaign, and it "
        "prints what they send, in full, on the page for letters, with the day on which it came and the number of days it took.\n"
    )
    one = printed("\n\n".join(PARAGRAPHS[:3]) + "\n\n" + note, "one", outlet="Strait Gazette", on="2031-05-06")
    two = printed(INDEPENDENT + "\n\n" + note, "two", outlet="Strait Gazette", on="2031-05-09")
    assert copies(one, [two]) == []


def test_what_is_not_the_story_counts_nothing() -> None:
    standing = "\n\n".join(PARAGRAPHS)
    one, two = (
        replace(printed(f"{standing}\n\n{story}", id), unread=((0, len(standing)),))
        for id, story in (("one", REWORDED), ("two", INDEPENDENT))
    )
    assert copies(one, [two]) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"on": "2031-05-06"}, {"on": "2031-05-07"}, ("b", "a")),
        ({"on": "2031-05-07"}, {"on": "2031-05-06"}, ("a", "b")),
        ({"on": "2031-05-06T08:00:00+02:00"}, {"on": "2031-05-06T07:00:00+00:00"}, ("b", "a")),
        ({"on": "2031-05-06T10:00:00+02:00"}, {"on": "2031-05-06T07:00:00+00:00"}, ("a", "b")),
        ({"on": "2031-05-06"}, {"on": "2031-05-06T07:00:00+00:00"}, ("b", "a")),
        ({"on": "2031-05-06"}, {}, ("b", "a")),
        ({"on": "soon"}, {"on": "2031-05-06"}, ("b", "a")),
    ],
    ids=["days", "days turned", "times", "zones", "one day", "no day", "no date"],
)
def test_the_earlier_is_the_original_and_of_one_day_the_fuller(
    one: dict[str, str], other: dict[str, str], expected: tuple[str, str]
) -> None:
    fuller, trimmed = printed(HARBOR, "a", **one), printed("\n\n".join(PARAGRAPHS[:8]), "b", **other)
    (copy,) = copies(fuller, [trimmed])
    assert (copy.article, copy.of) == expected


def test_equal_texts_without_days_go_by_their_ids() -> None:
    assert kinds(copies(printed(HARBOR, "b"), [printed(HARBOR, "a")])) == [("b", "a", CopyKind.REPRINT)]


def test_a_text_that_names_the_outlet_that_printed_it_first_is_the_copy() -> None:
    one = printed(HARBOR, "one", outlet="Ellin Echo")
    two = printed(HARBOR + "\n\nThis article was first published in the Ellin Echo. It is free to share.", "two", outlet="Pier")
    assert kinds(copies(one, [two])) == [("two", "one", CopyKind.REPRINT)]


def test_a_later_version_by_the_same_outlet_is_an_update() -> None:
    first = printed(HARBOR, "b", outlet="Ellin Echo", on="2031-05-06T08:00:00+00:00")
    later = printed(HARBOR + "\n\nThe march was called off.", "a", outlet="ellin echo", on="2031-05-06T11:00:00+00:00")
    assert kinds(copies(first, [later])) == [("a", "b", CopyKind.UPDATE)]


def test_a_story_told_sentence_by_sentence_in_other_words_is_a_rewrite() -> None:
    one, other = printed(HARBOR, "one", on="2031-05-06"), printed(REWORDED, "other", on="2031-05-07")
    assert len(set(fingerprints(one)) & set(fingerprints(other))) >= 4
    (copy,) = copies(one, [other])
    assert (copy.article, copy.of, copy.kind) == ("other", "one", CopyKind.REWRITE)
    assert "10 sentences of one answer those of the other" in copy.shown_by


@pytest.mark.parametrize("name", REWRITES)
def test_what_a_rewriter_keeps_shows_a_rewrite_whatever_his_words(name: str) -> None:
    first, again = REWRITES[name]
    one, other = printed(first, "one", on="2031-05-06"), printed(again, "other", on="2031-05-07")
    assert kinds(copies(one, [other])) == [("other", "one", CopyKind.REWRITE)]


@pytest.mark.parametrize("days", [("2031-05-06", "2031-05-06"), ("2031-05-06", "2031-05-07"), ("2031-05-07", "2031-05-06")])
@pytest.mark.parametrize("name", REPORTS)
def test_who_was_there_himself_has_figures_and_quotations_of_his_own_and_copies_nobody(name: str, days: tuple[str, str]) -> None:
    first, second = REPORTS[name]
    assert copies(printed(first, "one", on=days[0]), [printed(second, "other", on=days[1])]) == []


def test_a_fuller_report_after_a_short_one_is_no_rewrite_of_it() -> None:
    """All of the first is in the second, and much more: who wrote that had it from elsewhere."""
    first = printed("\n\n".join(TREATY.strip().split("\n\n")[:7]), "first", on="2031-05-06")
    fuller = printed(TREATY_AGAIN + "\n" + VOTE, "fuller", on="2031-05-07")
    assert copies(first, [fuller]) == []


def test_which_was_first_is_said_not_to_be_known_where_nothing_tells() -> None:
    for text in (HARBOR, REWORDED):
        (copy,) = copies(printed(HARBOR, "one", on="2031-05-06"), [printed(text, "two", on="2031-05-06")])
        assert "first: not known" in copy.shown_by
        (copy,) = copies(printed(HARBOR, "one", on="2031-05-06"), [printed(text, "two", on="2031-05-07")])
        assert "first: not known" not in copy.shown_by


def test_a_rewrite_in_another_order_is_not_taken_for_one() -> None:
    turned = "\n\n".join(reversed(REWORDED.strip().split("\n\n")))
    assert copies(printed(HARBOR, "one"), [printed(turned, "other")]) == []


def test_a_machine_rewrite_is_known_by_its_words_and_is_the_copy_whatever_the_days_say() -> None:
    one, spun = printed(HARBOR, "one", on="2031-05-07"), printed(SPUN, "spun", on="2031-05-06")
    (copy,) = copies(one, [spun])
    assert (copy.article, copy.of, copy.kind) == ("spun", "one", CopyKind.MACHINE_REWRITE)
    assert "quotation marks on the wrong side of a space (2 times" in copy.shown_by
    assert "names misspelled (2 times: “Orram for Orran”, “Ostvig for Ostvik”)" in copy.shown_by


def test_two_spellings_of_names_alone_show_no_machine() -> None:
    respelled = REWORDED.replace("Voss", "Vosse").replace("Ostvik", "Ostwick").replace("Talmere", "Talmeer")
    assert [copy.kind for copy in copies(printed(HARBOR, "one"), [printed(respelled, "two")])] == [CopyKind.REWRITE]


def test_vectors_of_sentences_find_what_words_do_not_and_hide_nothing() -> None:
    one, other = printed(HARBOR, "one"), printed(REWORDED, "other")
    number = np.random.default_rng(3)
    vectors = tuple(number.integers(-127, 127, 384, dtype=np.int8).tobytes() for _ in story_sentences(one))
    assert len(story_sentences(other)) == len(vectors)
    (plain,) = copies(one, [other])
    (near,) = copies(replace(one, sentences=vectors), [replace(other, sentences=vectors)])
    assert near.kind == CopyKind.REWRITE
    assert near.score >= plain.score
    wrong = replace(one, sentences=vectors[:2])  # not one for each sentence: of no use
    assert copies(wrong, [other]) == [plain]


def test_the_answer_does_not_depend_on_who_asks_nor_on_the_order() -> None:
    articles = [
        printed(HARBOR, "a", on="2031-05-06"),
        printed("\n\n".join(PARAGRAPHS[:7]), "b"),
        printed(SPUN, "c", on="2031-05-08"),
        printed(INDEPENDENT, "d"),
        printed(f"PORT ELLIN (Fenpress) - {HARBOR}", "e"),
    ]
    together = {copy for article in articles for copy in copies(article, articles)}
    for one in articles:
        assert copies(one, articles) == copies(one, articles[::-1])
        for other in articles:
            pair = set(copies(one, [other])) | set(copies(other, [one]))
            assert {copy for copy in pair if copy.kind != CopyKind.WIRE} <= together


@pytest.mark.parametrize("text", ["", " ", "Short.", "Source link", '"Only words in marks, and nothing else at all."'])
def test_texts_without_a_story_are_copies_of_nothing(text: str) -> None:
    article = printed(text, "one")
    assert copies(article, [printed(text, "two"), printed(HARBOR, "three")]) == []
    assert len(fingerprints(article)) <= 1


def test_fingerprints_are_few_small_and_the_same_everywhere() -> None:
    found = fingerprints(printed(HARBOR))
    assert 0 < len(found) < 80
    assert all(0 <= one < 2**63 for one in found)
    assert found == tuple(sorted(set(found)))


@pytest.mark.parametrize("start", range(0, 60, 7))
def test_a_run_of_twelve_words_is_enough_to_share_a_fingerprint(start: int) -> None:
    words = [f"word{chr(97 + place % 26)}{chr(97 + place // 26)}" for place in range(120)]
    others = [f"else{chr(97 + place % 26)}{chr(97 + place // 26)}" for place in range(120)]
    mixed = [*others[:50], *words[start : start + 12], *others[50:]]
    assert set(fingerprints(printed(" ".join(words)))) & set(fingerprints(printed(" ".join(mixed))))


MACHINE = [
    "Norvias request was met with silence. Norvia wants Talmeres help, the minister of Talmere said, and Brannecks answer is "
    "due. Branneck waits.",
    "The LONAT gate is open, he said. Members of LONAT agree. They refused to let Lonatore decide.\n\n“We wait, “Varn said. “We "
    "hope, ”he added.",
    "“We wait, “Varn said.\n\n“We hope, ”he added.\n\nThe wind was more fresh. The answer came without to name a day, he told to "
    "reporters.",
]
PEOPLE = [
    "Norvians say that the Democrats want more. A Norvian voted. "
    "The Democrats party was long, a Democrat said. Norvia's press agrees.",
    "The LONAT gate is open. LONATs gate, they call it. Members of LONAT agree. The Lonatians and a Lonater met LONAT.",
    '"We wait," Varn said. "We hope," he added. Two more late trains ran. He was told to wait. More young voters came.',
    "CHICKEN prices rose. The CHICKEN was good, and CHICKEN is dear. They met Chickeness once.",
    HARBOR,
    REWORDED,
    INDEPENDENT,
    "",
]


@pytest.mark.parametrize("text", MACHINE)
def test_slips_that_people_do_not_make_together_show_a_machine(text: str) -> None:
    assert looks_machine_written(printed(text)) is not None


@pytest.mark.parametrize("text", PEOPLE)
def test_what_people_write_shows_none(text: str) -> None:
    assert looks_machine_written(printed(text)) is None


def test_what_shows_a_machine_is_told_in_the_words_of_the_text() -> None:
    shown = looks_machine_written(printed(MACHINE[0]))
    assert shown == ("possessives without an apostrophe (3 times: “Norvias request”, “Talmeres help”, “Brannecks answer”)")


def whole(article: Printed) -> list[str]:
    return [article.text[start:end] for start, end in story_sentences(article)]


def test_the_sentences_of_a_story_leave_out_headline_and_scraps() -> None:
    text = "Ferry hall to shut\n\nThe hall closes in May. Nobody was asked before. Source.\n\nSource link"
    assert whole(printed(text, title="Ferry Hall to Shut")) == ["The hall closes in May.", "Nobody was asked before."]
