"""What adding an article changes, and what is shown afterwards."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_builders import MEER, MODEL_A, MODEL_B, VESK, full_record, new_ledger, published, record, text_of

from onrecord.ledger import Added, ArticleQuery, Ledger, StatementQuery, open_ledger
from onrecord.ledger.articles.completing import carried_over
from onrecord.ledger.storing import clock
from onrecord.vocabulary import (
    DateBasis,
    LedgerError,
    Record,
    Rejection,
    RejectionReason,
    Span,
    article_id,
    statement_id,
)

URL = "https://herald.example/harbour"


def words(ledger: Ledger, *, all_versions: bool = False) -> list[str]:
    """What the ledger shows as said, in order."""
    return [row.statement.content[0].text for row in ledger.statements(StatementQuery(all_versions=all_versions))]


def ids(ledger: Ledger) -> list[str]:
    return [row.id for row in ledger.articles()]


def test_a_record_comes_back_exactly_as_it_was_added(ledger: Ledger) -> None:
    assert ledger.add(full_record()) is Added.NEW
    assert ledger.record(full_record().article.id) == full_record()
    assert list(ledger.records()) == [full_record()]


@pytest.mark.parametrize(
    "about",
    [
        {"path": None, "url": None, "outlet": None, "title": None, "byline": ()},
        {"title": "null \0 byte", "outlet": "日本 'quoted\" outlet; --"},
        {"published": published("2031-05-04", "2031-05-06")},
    ],
)
def test_odd_and_missing_metadata_come_back_as_they_were(ledger: Ledger, about: dict[str, object]) -> None:
    added = record(**about)
    ledger.add(added)
    assert ledger.record(added.article.id) == added


def test_an_article_in_which_nobody_says_anything_is_kept(ledger: Ledger) -> None:
    empty = replace(record(), statements=(), mentions=())
    assert ledger.add(empty) is Added.NEW
    assert ledger.record(empty.article.id) == empty


def test_the_same_record_again_is_unchanged(ledger: Ledger) -> None:
    ledger.add(record())
    assert ledger.add(record()) is Added.UNCHANGED
    assert len(words(ledger)) == 2


def test_an_edited_text_at_the_same_address_is_a_new_version_and_the_old_one_is_kept(ledger: Ledger) -> None:
    ledger.add(record(VESK, url=URL))
    assert ledger.add(record(MEER, url=URL)) is Added.NEW_VERSION
    assert words(ledger) == [MEER[2]]
    assert words(ledger, all_versions=True) == [VESK[2], MEER[2]]
    old, new = ledger.articles(ArticleQuery(all_versions=True))
    assert (old.version, old.superseded_by, new.version, new.superseded_by) == (1, new.id, 2, None)


def test_an_edited_file_is_a_new_version(ledger: Ledger) -> None:
    ledger.add(record(VESK, path="news/a.txt"))
    assert ledger.add(record(MEER, path="news/a.txt")) is Added.NEW_VERSION


def test_the_same_relative_path_in_another_folder_is_another_file(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("april", "may"):
        (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / "april")
    ledger.add(record(VESK, path="a.txt"))
    monkeypatch.chdir(tmp_path / "may")
    assert ledger.add(record(MEER, path="a.txt")) is Added.NEW
    assert len(words(ledger)) == 2


@pytest.mark.parametrize("place", ["day.jsonl:12", "-", "<stdin>", None])
def test_another_text_at_a_path_that_is_no_file_of_its_own_replaces_nothing(ledger: Ledger, place: str | None) -> None:
    ledger.add(record(VESK, path=place))
    assert ledger.add(record(MEER, path=place)) is Added.NEW
    assert len(words(ledger)) == 2


def test_a_known_text_at_another_path_is_unchanged_and_both_places_are_remembered(ledger: Ledger) -> None:
    ledger.add(record(path="a.txt"))
    assert ledger.add(record(path="copy/a.txt")) is Added.UNCHANGED
    assert [sighting.path for sighting in ledger.sightings(record().article.id)] == ["a.txt", "copy/a.txt"]
    assert len(ids(ledger)) == 1


def test_a_text_that_still_stands_elsewhere_is_not_superseded_by_an_edit_of_its_copy(ledger: Ledger) -> None:
    ledger.add(record(VESK, path="a.txt"))
    ledger.add(record(VESK, path="b.txt"))
    assert ledger.add(record(MEER, path="b.txt")) is Added.NEW_VERSION
    assert words(ledger) == [VESK[2], MEER[2]]
    ledger.add(record(MEER, path="a.txt"))
    assert words(ledger) == [MEER[2]]


def test_an_old_text_that_comes_back_to_its_place_is_shown_again(ledger: Ledger) -> None:
    ledger.add(record(VESK))
    ledger.add(record(MEER))
    assert ledger.add(record(VESK)) is Added.NEW_VERSION
    assert words(ledger) == [VESK[2]]
    assert list(ledger.verify()) == []


def test_two_versions_in_one_file_do_not_take_turns_when_the_command_is_run_again(ledger: Ledger) -> None:
    command = [record(VESK, url=URL, path="x.jsonl:1"), record(MEER, url=URL, path="x.jsonl:2")]
    assert [ledger.add(one) for one in command] == [Added.NEW, Added.NEW_VERSION]
    assert [ledger.add(one) for one in command] == [Added.UNCHANGED, Added.UNCHANGED]
    assert words(ledger) == [MEER[2]]


@pytest.mark.parametrize(
    "change",
    [{"title": "Harbour to open in May"}, {"byline": ("Tor Hale",)}, {"published": published("2031-05-04")}, {"language": "fr"}],
)
def test_other_metadata_are_shown_from_now_on(ledger: Ledger, change: dict[str, object]) -> None:
    ledger.add(record())
    assert ledger.add(record(**change)) is Added.METADATA_CORRECTED
    assert ledger.record(record().article.id) == record(**change)
    assert len(words(ledger)) == 2


def test_metadata_that_are_corrected_back_are_shown_again(ledger: Ledger) -> None:
    ledger.add(record())
    ledger.add(record(title="Other"))
    assert ledger.add(record()) is Added.METADATA_CORRECTED
    assert ledger.record(record().article.id) == record()


def test_copies_that_disagree_about_metadata_do_not_take_turns(ledger: Ledger) -> None:
    command = [record(path="a.txt", title="One"), record(path="b.txt", title="Two")]
    assert [ledger.add(one) for one in command] == [Added.NEW, Added.METADATA_CORRECTED]
    assert [ledger.add(one) for one in command] == [Added.UNCHANGED, Added.UNCHANGED]


@pytest.mark.parametrize("place", ["a.txt", "day.jsonl:12"])
@pytest.mark.parametrize("change", [{"outlet": "Selm Post"}, {"url": URL}])
def test_a_corrected_outlet_or_address_does_not_show_the_article_twice(
    ledger: Ledger, place: str, change: dict[str, str]
) -> None:
    ledger.add(record(path=place))
    assert ledger.add(record(path=place, **change)) is Added.METADATA_CORRECTED
    assert ids(ledger) == [record(path=place, **change).article.id]


@pytest.mark.parametrize("place", ["a.txt", "day.jsonl:12"])
def test_an_article_corrected_in_several_steps_is_shown_once(ledger: Ledger, place: str) -> None:
    steps: list[dict[str, object]] = [{}, {"outlet": "Selm Post"}, {"url": URL}, {"url": URL + "/2"}, {"outlet": "Selm Echo"}]
    known: dict[str, object] = {}
    for step in steps:
        known |= {"outlet": "Tarvia Herald"} | step
        assert ledger.add(record(VESK, path=place, **step)) in (Added.NEW, Added.METADATA_CORRECTED)
        assert ids(ledger) == [record(VESK, path=place, **known).article.id]
    assert list(ledger.verify()) == []


def test_an_edit_after_its_address_was_given_supersedes_the_text_that_had_none(ledger: Ledger) -> None:
    for step in (record(VESK, path="a.txt"), record(VESK, path="a.txt", url=URL), record(MEER, path="a.txt", url=URL)):
        ledger.add(step)
        assert ids(ledger) == [step.article.id]


FULL: dict[str, object] = {"outlet": "Selm Post", "url": URL, "published": published("2031-05-04")}
LESS: dict[str, object] = {"outlet": None, "url": None, "published": None, "title": None, "byline": ()}
FROM_THE_TEXT = replace(published("2031-05-02"), basis=DateBasis.TEXT)


@pytest.mark.parametrize("how", ["add", "see"])
@pytest.mark.parametrize(
    "left_out", [LESS, *({name: value} for name, value in LESS.items()), LESS | {"published": FROM_THE_TEXT}], ids=str
)
def test_what_was_given_once_is_not_taken_back_by_leaving_it_out(ledger: Ledger, how: str, left_out: dict[str, object]) -> None:
    full, less = record(path="a.txt", **FULL), record(path="a.txt", **FULL | left_out)
    assert ledger.add(full) is Added.NEW
    for _ in range(2):
        assert (ledger.add(less) if how == "add" else ledger.see(less.article, MODEL_A)) is Added.UNCHANGED
    assert list(ledger.records(all_versions=True)) == [full]
    assert ledger.add(full) is Added.UNCHANGED
    assert list(ledger.verify()) == []


def test_what_was_left_out_first_and_is_given_later_is_a_correction(ledger: Ledger) -> None:
    ledger.add(record(path="a.txt", **LESS))
    assert ledger.add(record(path="a.txt", **FULL)) is Added.METADATA_CORRECTED
    assert ids(ledger) == [record(**FULL).article.id]


def test_another_file_of_the_same_address_and_text_that_leaves_something_out_is_a_sighting(ledger: Ledger) -> None:
    full = record(path="a.txt", **FULL)
    ledger.add(full)
    assert ledger.add(record(path="b.txt", **LESS | {"url": URL})) is Added.UNCHANGED
    assert [sighting.path for sighting in ledger.sightings(full.article.id)] == ["a.txt", "b.txt"]


def test_a_correction_keeps_what_it_leaves_out(ledger: Ledger) -> None:
    ledger.add(record(path="a.txt", **FULL))
    assert ledger.add(record(path="a.txt", **LESS | {"title": "Other"})) is Added.METADATA_CORRECTED
    kept = record(path="a.txt", **FULL | {"title": "Other"})
    assert list(ledger.records()) == [kept]
    assert ledger.see(kept.article, MODEL_A) is Added.UNCHANGED


def test_a_given_date_gives_way_to_another_given_one(ledger: Ledger) -> None:
    ledger.add(record(**FULL))
    assert ledger.add(record(**FULL | {"published": published("2031-05-09")})) is Added.METADATA_CORRECTED


def test_an_edited_text_takes_over_nothing_of_the_one_before(ledger: Ledger) -> None:
    ledger.add(record(VESK, path="a.txt", outlet="Selm Post"))
    assert ledger.add(record(MEER, path="a.txt", outlet=None)) is Added.NEW_VERSION
    assert [row.outlet for row in ledger.articles()] == [None]


def test_another_model_s_reading_of_less_is_one_of_the_article_that_is_known(ledger: Ledger) -> None:
    full = replace(full_record(), article=replace(full_record().article, path="a.txt"))
    ledger.add(full)
    bare = replace(full.article, outlet=None, url=None, published=None)
    bare = replace(bare, id=article_id(bare.text, outlet=None, url=None))
    assert ledger.see(bare, MODEL_B) is None
    assert ledger.completed(bare) == full.article
    again = carried_over(replace(full, provenance=MODEL_B), bare)
    assert ledger.add(again) is Added.READ_AGAIN
    assert list(ledger.records()) == [replace(full, provenance=MODEL_B)]
    assert ledger.see(bare, MODEL_B) is Added.UNCHANGED
    assert list(ledger.verify()) == []


RECORDS = st.builds(
    lambda said, url, outlet, title, model: {"said": said, "url": url, "outlet": outlet, "title": title, "provenance": model},
    st.sampled_from([VESK, MEER]),
    st.sampled_from([None, URL]),
    st.sampled_from([None, "Selm Post"]),
    st.sampled_from(["One", "Two"]),
    st.sampled_from([MODEL_A, MODEL_B]),
)
PLACES = ["a.txt", "b.txt", "x.jsonl:1", "x.jsonl:2"]
COMMANDS = st.lists(st.dictionaries(st.sampled_from(PLACES), RECORDS, min_size=1), min_size=1, max_size=4)


@settings(max_examples=40, deadline=None)
@given(COMMANDS)
def test_any_command_run_again_changes_nothing_and_the_ledger_is_sound(commands: list[dict[str, dict[str, object]]]) -> None:
    with TemporaryDirectory() as folder, new_ledger(Path(folder) / "story.db") as ledger:
        for command in commands:
            read = [record(about["said"], path=place, **_but_said(about)) for place, about in command.items()]
            for one in read:
                ledger.add(one)
            assert [ledger.add(one) for one in read] == [Added.UNCHANGED] * len(read)
            assert [ledger.see(one.article, one.provenance) for one in read] == [Added.UNCHANGED] * len(read)
            assert ledger.article(ledger.completed(read[-1].article).id) is not None
            assert list(ledger.verify()) == []


def _but_said(about: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in about.items() if name != "said"}


def test_one_file_used_for_two_addresses_holds_two_articles(ledger: Ledger) -> None:
    ledger.add(record(VESK, path="page.html", url=URL))
    assert ledger.add(record(MEER, path="page.html", url=URL + "/2")) is Added.NEW
    assert len(ids(ledger)) == 2


def test_another_model_s_reading_replaces_the_first_in_view(ledger: Ledger) -> None:
    text = text_of(VESK, MEER)
    ledger.add(record(VESK, text=text))
    assert ledger.add(record(MEER, text=text, provenance=MODEL_B)) is Added.READ_AGAIN
    assert words(ledger) == [MEER[2]]
    assert ledger.statement(record(VESK, text=text).statements[0].id) is not None


def test_the_same_provenance_with_other_statements_is_not_lost(ledger: Ledger) -> None:
    text = text_of(VESK, MEER)
    ledger.add(record(VESK, text=text))
    assert ledger.add(record(MEER, text=text)) is Added.READ_AGAIN


def test_an_article_read_before_need_not_be_read_again(ledger: Ledger) -> None:
    article = record().article
    assert (ledger.knows(article, MODEL_A), ledger.see(article, MODEL_A)) == (False, None)
    ledger.add(record())
    assert (ledger.knows(article, MODEL_A), ledger.see(article, MODEL_A)) == (True, Added.UNCHANGED)
    assert (ledger.knows(article, MODEL_B), ledger.see(article, MODEL_B)) == (False, None)
    assert ledger.see(record(title="Other").article, MODEL_A) is None


def test_seeing_adds_all_that_adding_would(ledger: Ledger) -> None:
    ledger.add(record())
    ledger.add(record(provenance=MODEL_B))
    assert ledger.see(record().article, MODEL_A) is Added.READ_AGAIN
    assert ledger.see(record(path="b.txt").article, MODEL_A) is Added.UNCHANGED
    assert [sighting.path for sighting in ledger.sightings(record().article.id)] == ["a.txt", "b.txt"]


def test_an_article_seen_again_the_same_day_writes_nothing(ledger: Ledger, path: Path) -> None:
    ledger.add(record())
    with open_ledger(path, read_only=True) as same:
        assert same.see(record().article, MODEL_A) is Added.UNCHANGED


def test_first_and_last_day_of_a_sighting_are_kept(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2031-05-04", "2031-05-09"):
        monkeypatch.setattr(clock, "today", lambda day=day: day)
        ledger.add(record())
    (sighting,) = ledger.sightings(record().article.id)
    assert (sighting.first_seen, sighting.last_seen) == ("2031-05-04", "2031-05-09")


def shifted(made: Record) -> Record:
    first = made.statements[0]
    moved = Span(first.content[0].start + 1, first.content[0].end + 1, first.content[0].text)
    new = replace(first, content=(moved,), id=statement_id(made.article.id, first.source, first.cue, (moved,)))
    return replace(made, statements=(new, *made.statements[1:]))


@pytest.mark.parametrize(
    ("unsound", "says"),
    [
        (shifted(record()), "a span is not in the text"),
        (replace(record(), article=replace(record().article, id="0" * 16)), "the id is not the one"),
        (replace(record(), statements=record().statements * 2), "same id"),
        (record(fields={"within": "f" * 16}), "points to the statement"),
        (record(title="half \ud83d"), "half a character"),
        (record(path="na\udce9ws.txt"), "half a character"),
    ],
)
def test_a_record_that_does_not_hold_is_refused_and_leaves_no_trace(ledger: Ledger, unsound: Record, says: str) -> None:
    with pytest.raises(LedgerError, match=says):
        ledger.add(unsound)
    assert (ids(ledger), words(ledger), list(ledger.verify())) == ([], [], [])


UNREADABLE = Rejection("a.txt", RejectionReason.UNREADABLE, "save it as UTF-8")


def test_a_rejection_is_kept_once(ledger: Ledger) -> None:
    ledger.reject(UNREADABLE)
    ledger.reject(UNREADABLE)
    assert [row.rejection for row in ledger.rejections()] == [UNREADABLE]


def test_a_rejection_for_another_reason_takes_the_place_of_the_first(ledger: Ledger) -> None:
    ledger.reject(UNREADABLE)
    ledger.reject(replace(UNREADABLE, reason=RejectionReason.EMPTY))
    assert [row.rejection.reason for row in ledger.rejections()] == [RejectionReason.EMPTY]
    assert len(ledger.rejections(resolved=True)) == 2


@pytest.mark.parametrize("how", ["add", "see"])
def test_a_rejection_is_no_longer_shown_once_its_path_reads_well(ledger: Ledger, how: str) -> None:
    if how == "see":
        ledger.add(record(path="a.txt"))
    ledger.reject(UNREADABLE)
    assert ledger.add(record(path="a.txt")) if how == "add" else ledger.see(record(path="a.txt").article, MODEL_A)
    assert ledger.rejections() == []
    assert ledger.rejections(resolved=True)[0].resolved == clock.today()
