"""Which actors of several articles are one, what a person decides on them, and what is shown then."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_builders import MODEL_B, body, new_ledger, office, person, silent, stranger, told

from onrecord.identify.who.resolving import resolve
from onrecord.ledger import ActorQuery, Ledger, StatementQuery, open_ledger, split_off
from onrecord.vocabulary import Actor, ActorType, UsageError, Verdict, content_id

VESK = person("Orlan Vesk", "Vesk", offices=(office("president", "TV"),))
VESSK = person("Orlan Vessk")
MEER = person("Ilse Meer", "Meer")
UNION = body("Selm Dockers Union")


@pytest.fixture
def story(path: Path) -> Iterator[Ledger]:
    """A ledger that resolves; whatever a test does to it, it verifies at the end."""
    with new_ledger(path, resolve=resolve) as ledger:
        yield ledger
        assert list(ledger.verify()) == []


def names(ledger: Ledger, **query: object) -> list[tuple[str, int]]:
    """The actors and how many statements each has, by name."""
    return sorted((row.actor.name, row.statements) for row in ledger.actors(ActorQuery(**query)))  # type: ignore[arg-type]


def said_by(ledger: Ledger, speaker: str) -> list[str | None]:
    """The addresses of the articles whose statements a filter on the speaker finds."""
    return [row.article.url for row in ledger.statements(StatementQuery(speaker=speaker))]


def test_equal_ids_are_one_actor_without_a_resolver(ledger: Ledger) -> None:
    for url in "ab":
        ledger.add(told(url, VESK))
    ledger.add(told("c", VESSK))
    assert names(ledger) == [("Orlan Vesk", 2), ("Orlan Vessk", 1)]
    assert list(ledger.verify()) == []


def test_spellings_of_one_name_are_one_actor(story: Ledger) -> None:
    for url, one in (("a", VESK), ("b", VESSK), ("c", VESK)):
        story.add(told(url, one))
    (row,) = story.actors()
    assert (row.actor.name, row.statements, row.articles) == ("Orlan Vesk", 3, 3)
    assert set(row.actor.names) == {"Orlan Vesk", "Vesk", "Orlan Vessk"}


def test_a_judgement_of_the_machine_says_why(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESSK))
    (row,) = story.judgements()
    assert (row.judgement.verdict, row.judgement.by) == (Verdict.SAME, "onrecord.identify.who.resolving/2")
    assert "spellings of one name" in str(row.judgement.evidence) and "Orlan Vessk in article" in row.says


def test_namesakes_of_other_given_names_are_kept_apart(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", person("Tor Vesk")))
    assert names(story) == [("Orlan Vesk", 1), ("Tor Vesk", 1)]


def test_a_surname_alone_is_joined_by_its_office(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", stranger("Vesk", "b", offices=(office("president", "TV"),))))
    story.add(told("c", stranger("Vesk", "c", offices=(office("striker"),))))
    assert names(story) == [("Orlan Vesk", 2), ("Vesk", 1)]
    assert [row.actor.name for row in story.actor(content_id("person", "Vesk", "c")).may_be] == ["Orlan Vesk"]


def test_a_surname_met_first_is_joined_once_its_bearer_is_known_well(story: Ledger) -> None:
    story.add(told("a", stranger("Meer", "a")))
    for url in "bcd":
        story.add(told(url, MEER))
    assert names(story) == [("Ilse Meer", 4)]


def test_two_persons_of_one_article_stay_two(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESK, VESSK))
    assert names(story) == [("Orlan Vesk", 2), ("Orlan Vessk", 1)]


def test_unnamed_sources_are_never_one(story: Ledger) -> None:
    for url in "ab":
        story.add(told(url, Actor(content_id("unnamed", url), "a senior official", ActorType.UNNAMED, ("a senior official",))))
    assert names(story) == [("a senior official", 1)] * 2


def test_another_model_s_reading_of_an_article_has_the_same_actors(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("a", VESK, provenance=MODEL_B))
    assert names(story) == [("Orlan Vesk", 1)]


def test_statements_are_shown_with_the_ledger_s_actor_and_the_words_as_written(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESSK))
    for row in story.statements():
        assert row.statement.speaker is not None and row.statement.source is not None
        assert (row.statement.speaker.actor, row.statement.speaker.name) == (VESK.id, "Orlan Vesk")
        assert row.statement.source.text == {"a": "Orlan Vesk", "b": "Orlan Vessk"}[str(row.article.url)]
    assert {row.mention.actor for row in story.table("mentions")} == {VESK.id}
    assert [record.statements[0].speaker.actor for record in story.records()] == [VESK.id, VESSK.id]  # type: ignore[union-attr]


def test_a_speaker_is_found_in_any_spelling_and_whatever_the_article_calls_it(story: Ledger) -> None:
    he = told("c", VESK)
    source = replace(he.statements[0], speaker=replace(he.statements[0].speaker, name="Orlan Vesk"))  # type: ignore[type-var]
    story.add(told("a", VESK))
    story.add(told("b", MEER))
    story.add(replace(he, statements=(source,)))
    for words in ("vesk", "Vessk", "ORLAN VE", "wesk"):
        assert said_by(story, words) == ["a", "c"], words
    assert said_by(story, "esk") == [] and said_by(story, "orlan meer") == []
    assert story.count_statements(StatementQuery(speaker="vessk")) == 2
    assert [row.article.url for row in story.statements(StatementQuery(actor=MEER.id))] == ["b"]


def test_a_speaker_with_an_actor_is_not_found_by_somebody_else_in_the_source(story: Ledger) -> None:
    made = told("a", replace(MEER, name="Vesk’s lawyer Ilse Meer", names=("Ilse Meer",)))
    story.add(replace(made, actors=(MEER,)))
    assert said_by(story, "vesk") == [] and said_by(story, "meer") == ["a"]


def test_actors_are_searched_by_any_form_and_any_spelling(story: Ledger) -> None:
    story.add(told("a", VESK, MEER, UNION))
    assert names(story, name="wessk") == [("Orlan Vesk", 1)]
    assert names(story, name="dock") == [("Selm Dockers Union", 1)]
    assert names(story, type=ActorType.ORGANISATION) == [("Selm Dockers Union", 1)]
    assert names(story, name="?!") == []
    assert story.count_actors(ActorQuery(limit=1)) == 3 and len(list(story.actors(ActorQuery(limit=1, offset=1)))) == 1


def test_what_is_known_of_an_actor_is_told_with_counts_and_months(story: Ledger) -> None:
    story.add(told("a", VESK, day="2031-05-04"))
    story.add(told("b", VESK, day="2031-06-01"))
    story.add(told("c", VESSK, day="2031-06-09"))
    found = story.actor("vessk")
    assert found.names == (("Orlan Vesk", 2), ("Vesk", 2), ("Orlan Vessk", 1))
    assert found.months == (("2031-05", 1), ("2031-06", 2))
    assert found.row.actor.offices == (office("president", "TV"),)


def test_it_is_told_where_an_actor_appears_as_what_and_who_reports_it(story: Ledger) -> None:
    story.add(told("a", VESK, day="2031-05-04"))
    story.add(told("b", replace(VESSK, offices=(office("President", "TV"),)), day="2031-06-01"))
    found = story.actor("vessk")
    assert [(one.office.title, one.articles, one.earliest, one.latest) for one in found.offices] == [
        ("president", 2, "2031-05-04", "2031-06-01")
    ]
    assert [(one.outlet, one.statements, one.articles) for one in found.outlets] == [("Tarvia Herald", 2, 2)]
    assert [(one.article.url, one.names, one.statements) for one in found.appearances] == [
        ("a", ("Orlan Vesk", "Vesk"), 1),
        ("b", ("Orlan Vessk",), 1),
    ]


def test_places_that_never_speak_can_be_left_out(story: Ledger) -> None:
    places = Actor("selm", "Selm", None, ("Selm",)), Actor("tarvia", "Tarvia", ActorType.GOVERNMENT, ("Tarvia",))
    story.add(silent(told("a", VESK), *places))
    assert len(names(story)) == 3
    assert names(story, places=False) == [("Orlan Vesk", 1)] and story.count_actors(ActorQuery(places=False)) == 1
    story.add(told("b", places[1]))
    assert names(story, places=False) == [("Orlan Vesk", 1), ("Tarvia", 1)]


def test_only_what_is_shown_is_counted(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("a", MEER, again=" again"))
    assert names(story) == [("Ilse Meer", 1)]
    assert story.actor(VESK.id).row.statements == 0
    assert sorted(row.actor.name for row in story.table("actors", all_versions=True)) == ["Ilse Meer", "Orlan Vesk"]


# What a person decides


def test_a_merge_catches_what_is_added_later(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", MEER))
    done = story.merge("vesk", "meer", by="Ada", why="her pen name")
    story.add(told("c", MEER))
    story.add(told("d", person("Ilse Meerr")))
    assert names(story) == [("Orlan Vesk", 4)]
    assert story.actor(MEER.id).row.actor.id == VESK.id
    story.undo(done.id, by="Ada")
    assert names(story) == [("Ilse Meer", 3), ("Orlan Vesk", 1)]


def test_a_merge_stands_though_wikidata_tells_the_two_apart(story: Ledger) -> None:
    one, two = replace(VESK, id="Q1001", wikidata="Q1001"), replace(MEER, id="Q1002", wikidata="Q1002")
    story.add(told("a", one))
    story.add(told("b", two))
    story.merge("Q1002", "Q1001", by="Ada")
    story.add(told("c", one))
    story.add(told("d", two))
    assert [(row.actor.id, row.statements) for row in story.actors()] == [("Q1002", 4)]


def test_what_was_merged_can_be_merged_again(story: Ledger) -> None:
    for url, one in (("a", VESK), ("b", MEER), ("c", person("Tor Hale"))):
        story.add(told(url, one))
    first = story.merge("meer", "hale", by="Ada")
    story.merge("vesk", "meer", by="Bo")
    assert names(story) == [("Orlan Vesk", 3)]
    with pytest.raises(UsageError, match="one actor already"):
        story.merge("vesk", "Tor Hale", by="Bo")
    story.undo(first.id, by="Ada")
    assert names(story) == [("Orlan Vesk", 2), ("Tor Hale", 1)]


def test_a_split_by_name_stays_split(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESSK))
    story.split("vesk", names=["Orlan Vessk"], by="Ada", why="his cousin")
    story.add(told("c", VESSK))
    story.add(told("d", VESK))
    story.add(told("e", stranger("Orlan Vessk", "e")))
    assert names(story) == [("Orlan Vesk", 2), ("Orlan Vessk", 3)]


def test_a_split_says_what_was_split_off_from_whom(story: Ledger) -> None:
    for url, one in (("a", VESK), ("b", VESSK), ("c", VESK)):
        story.add(told(url, one))
    ids = [row.id for row in story.articles()]
    story.split("vesk", names=["Orlan Vessk"], by="Ada")
    story.split("Orlan Vesk", articles=ids[:1], by="Ada")
    assert [row.says for row in story.judgements(machine=False)] == [
        "“Orlan Vessk” was split off from Orlan Vesk",
        "what 1 article tells was split off from Orlan Vesk",
    ]
    assert split_off({"names": ["A", "B"], "articles": ["1", "2"]}) == "“A” and “B” and what 2 articles tell were split off"


def test_a_split_by_article_leaves_unsure_what_nothing_tells_apart(story: Ledger) -> None:
    coach = replace(VESK, offices=(office("coach"),))
    bare = replace(VESK, offices=())
    for url, one in (("a", VESK), ("b", coach)):
        story.add(told(url, one))
    second = next(row.id for row in story.articles() if row.url == "b")
    story.split("vesk", articles=[second], by="Ada", why="the coach")
    assert names(story) == [("Orlan Vesk", 1)] * 2
    story.add(told("c", coach))
    story.add(told("d", VESK))
    assert names(story) == [("Orlan Vesk", 2)] * 2
    story.add(told("e", bare))
    assert names(story) == [("Orlan Vesk", 1), ("Orlan Vesk", 2), ("Orlan Vesk", 2)]
    story.add(replace(told("b", coach, provenance=MODEL_B)))
    assert names(story) == [("Orlan Vesk", 1), ("Orlan Vesk", 2), ("Orlan Vesk", 2)]


FARMER = replace(VESK, offices=(office("farmer"),))
BARE = replace(VESK, offices=())


def test_a_namesake_whom_something_tells_apart_is_another_actor_with_the_reason(story: Ledger) -> None:
    for url, one in (("a", VESK), ("b", FARMER), ("c", VESK), ("d", FARMER)):
        story.add(told(url, one))
    assert names(story) == [("Orlan Vesk", 2)] * 2
    said = [row.judgement for row in story.judgements()]
    assert [one.verdict for one in said] == [Verdict.UNSURE, Verdict.SAME, Verdict.SAME]
    assert str(said[0].evidence).endswith("but one is farmer, the other president") and said[0].score == 0.5
    assert [row.actor.id for row in story.actor(str(said[0].value["actor"])).may_be] == [VESK.id]


def test_a_namesake_of_one_article_does_not_break_up_whom_all_others_mean(story: Ledger) -> None:
    for number in range(6):
        story.add(told(str(number), VESK))
    story.add(told("farmer", FARMER))
    for number in range(6, 12):
        story.add(told(str(number), BARE))
    assert names(story) == [("Orlan Vesk", 1), ("Orlan Vesk", 12)]
    assert "others of the name few" in str(list(story.judgements())[-1].judgement.evidence)


def test_two_ids_with_one_full_name_in_one_article_are_one(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESK, stranger("Orlan Vesk", "b")))
    story.add(told("c", replace(MEER, gender="female"), replace(MEER, id="x", gender="male")))
    assert names(story) == [("Ilse Meer", 1), ("Ilse Meer", 1), ("Orlan Vesk", 3)]


def test_that_two_of_one_full_name_are_one_is_a_judgement_that_can_be_taken_back(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESK))
    (row,) = story.judgements()
    assert row.judgement.verdict is Verdict.SAME and "both are president" in str(row.judgement.evidence)
    done = story.undo(row.judgement.id, by="Ada", why="his cousin")
    assert names(story) == [("Orlan Vesk", 1)] * 2
    assert list(story.verify()) == []
    story.undo(done.id, by="Ada")
    assert names(story) == [("Orlan Vesk", 2)]


def test_a_split_taken_back_takes_along_what_was_added_since(story: Ledger) -> None:
    for url, one in (("a", VESK), ("b", VESSK), ("c", VESK)):
        story.add(told(url, one))
    done = story.split("vesk", names=["Orlan Vessk"], by="Ada")
    story.add(told("d", VESSK))
    undone = story.undo(done.id, by="Bo")
    assert names(story) == [("Orlan Vesk", 4)]
    again = story.undo(undone.id, by="Ada", why="it was right")
    assert names(story) == [("Orlan Vesk", 2), ("Orlan Vessk", 2)]
    last = story.undo(again.id, by="Bo")
    assert names(story) == [("Orlan Vesk", 4)]
    taken = {row.judgement.id: row.undone_by for row in story.judgements(machine=False)}
    assert taken == {done.id: undone.id, undone.id: None, again.id: last.id, last.id: None}


def test_what_was_split_off_can_be_merged_elsewhere(story: Ledger) -> None:
    for url, one in (("a", VESK), ("b", VESSK), ("c", MEER)):
        story.add(told(url, one))
    story.split("vesk", names=["Orlan Vessk"], by="Ada")
    story.merge("meer", "Orlan Vessk", by="Ada")
    story.add(told("d", VESSK))
    assert names(story) == [("Ilse Meer", 3), ("Orlan Vesk", 1)]


def test_a_rename_holds_for_what_is_added_later_and_finds(story: Ledger) -> None:
    story.add(told("a", VESK))
    done = story.rename("vesk", "Orlan T. Vesk", by="Ada")
    story.add(told("b", VESK))
    story.add(told("c", person("Orlan T. Vesk")))
    assert names(story) == [("Orlan T. Vesk", 3)]
    story.undo(done.id, by="Ada")
    assert names(story) == [("Orlan Vesk", 3)]


def test_a_judgement_of_the_machine_can_be_taken_back(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESSK))
    (row,) = story.judgements()
    done = story.undo(row.judgement.id, by="Ada")
    assert names(story) == [("Orlan Vesk", 1), ("Orlan Vessk", 1)]
    story.undo(done.id, by="Ada")
    assert names(story) == [("Orlan Vesk", 2)]


def test_who_judged_what_is_told_of_an_actor(story: Ledger) -> None:
    story.add(told("a", VESK))
    story.add(told("b", VESSK))
    story.add(told("c", MEER))
    done = story.rename("vesk", "President Vesk", by="Ada", why="house style")
    story.undo(done.id, by="Bo")
    told_of = story.actor(VESK.id).judgements
    assert [row.judgement.verdict for row in told_of] == [Verdict.SAME, Verdict.RENAME, Verdict.UNDO]
    assert [row.judgement.by for row in told_of[1:]] == ["Ada", "Bo"]
    assert (told_of[1].judgement.why, told_of[1].undone_by) == ("house style", told_of[2].judgement.id)
    assert story.actor(MEER.id).judgements == ()


@pytest.mark.parametrize(
    ("who", "says"),
    [
        ("vask", r"no actor 'vask': the nearest are Orlan Vesk \(person, "),
        ("zzz", "`onrecord actors` lists them"),
        ("", "no actor ''"),
        ("?!", "no actor"),
        ("orlan", r"may be any of 2 actors: give the id of one of Orlan V\w+ \(person"),
        ("%", "no actor"),
    ],
)
def test_who_is_not_there_or_not_clear_is_answered_with_candidates(ledger: Ledger, who: str, says: str) -> None:
    ledger.add(told("a", VESK, person("Orlan Vossel"), MEER))
    for ask in (
        lambda: ledger.actor(who),
        lambda: ledger.merge(who, "meer", by="Ada"),
        lambda: ledger.split(who, names=["Vesk"], by="Ada"),
        lambda: ledger.rename(who, "X", by="Ada"),
    ):
        with pytest.raises(UsageError, match=says):
            ask()
    assert list(ledger.judgements()) == []


def test_an_actor_is_found_by_id_and_by_its_beginning(ledger: Ledger) -> None:
    ledger.add(told("a", VESK, MEER))
    assert ledger.actor(VESK.id).row == ledger.actor(VESK.id[:6]).row == ledger.actor("orlan vesk").row


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"names": ["Tor"]}, "never called 'Tor': it is called Orlan Vesk, Vesk"),
        ({"articles": ["ffff"]}, "in no article whose id starts with 'ffff'"),
        ({"names": ["Vesk"]}, "nothing would be left"),
        ({}, "name what is to be split off"),
    ],
)
def test_a_split_that_makes_no_sense_is_refused(ledger: Ledger, how: dict[str, list[str]], says: str) -> None:
    ledger.add(told("a", VESK))
    with pytest.raises(UsageError, match=says):
        ledger.split("vesk", by="Ada", **how)


@pytest.mark.parametrize(("prefix", "says"), [("ffff", "no judgement"), ("", "no judgement"), ("zz", "no judgement")])
def test_a_judgement_that_is_not_there_cannot_be_taken_back(ledger: Ledger, prefix: str, says: str) -> None:
    ledger.add(told("a", VESK))
    with pytest.raises(UsageError, match=says):
        ledger.undo(prefix, by="Ada")


def test_a_judgement_cannot_be_taken_back_twice_nor_a_name_given_twice(ledger: Ledger) -> None:
    ledger.add(told("a", VESK))
    done = ledger.rename("vesk", "President Vesk", by="Ada")
    with pytest.raises(UsageError, match="is called President Vesk already"):
        ledger.rename("vesk", "President  Vesk", by="Ada")
    ledger.undo(done.id, by="Ada")
    with pytest.raises(UsageError, match="taken back already"):
        ledger.undo(done.id, by="Ada")
    with pytest.raises(UsageError, match="is no name"):
        ledger.rename("vesk", " … ", by="Ada")


CAST = [VESK, VESSK, MEER, person("Tor Vesk"), UNION, stranger("Vesk", "x"), replace(VESK, offices=(office("mayor", "XX"),))]
STEPS = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 6), st.lists(st.integers(0, len(CAST) - 1), min_size=1, max_size=3)),
    st.tuples(st.just("merge"), st.integers(0, 9), st.integers(0, 9)),
    st.tuples(st.just("split"), st.integers(0, 9), st.integers(0, 3)),
    st.tuples(st.just("rename"), st.integers(0, 9), st.sampled_from(["Vesk", "Ilse Meer", "Ada Brisk"])),
    st.tuples(st.just("undo"), st.integers(0, 9), st.none()),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=3, max_size=14), st.booleans())
def test_whatever_is_added_and_decided_the_ledger_is_sound(tmp_path: Path, steps: list[tuple], resolving: bool) -> None:
    with new_ledger(tmp_path / "any.db", resolve=resolve if resolving else None) as ledger:
        for number, step in enumerate(steps):
            take(ledger, number, *step)
            assert list(ledger.verify()) == []


def take(ledger: Ledger, number: int, what: str, first: int, second: object) -> None:
    """One step of a random history; those that make no sense are refused, and change nothing."""
    if what == "add":
        cast = {CAST[index].id: CAST[index] for index in second}  # type: ignore[attr-defined]
        ledger.add(told(str(first), *cast.values(), again=f" {number}"))
        return
    ids = [row.actor.id for row in ledger.table("actors", all_versions=True)]
    log = [row.judgement.id for row in ledger.judgements()]
    try:
        match what:
            case "merge" if ids:
                ledger.merge(ids[first % len(ids)], ids[int(str(second)) % len(ids)], by="Ada")
            case "split" if ids:
                forms = [name for name, _ in ledger.actor(ids[first % len(ids)]).names] or [""]
                ledger.split(ids[first % len(ids)], names=[forms[int(str(second)) % len(forms)]], by="Ada")
            case "rename" if ids:
                ledger.rename(ids[first % len(ids)], str(second), by="Ada")
            case "undo" if log:
                ledger.undo(log[first % len(log)], by="Ada")
    except UsageError:
        pass


def test_threads_that_add_the_same_actors_make_one_of_each(path: Path) -> None:
    with open_ledger(path, resolve=resolve) as ledger:

        def add(first: int) -> None:
            for number in range(first, first + 8):
                ledger.add(told(str(number), VESK, MEER))

        threads = [threading.Thread(target=add, args=(first,)) for first in range(0, 32, 8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert names(ledger) == [("Ilse Meer", 32), ("Orlan Vesk", 32)]
        assert list(ledger.verify()) == []


def test_a_judgement_made_by_one_program_holds_for_what_another_adds(path: Path) -> None:
    with open_ledger(path, resolve=resolve) as one, open_ledger(path, resolve=resolve) as two:
        one.add(told("a", VESK, MEER))
        two.merge("vesk", "meer", by="Ada")
        one.add(told("b", MEER))
        assert names(one) == [("Orlan Vesk", 3)]


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_an_office_without_a_name_is_who_other_articles_of_the_weeks_call_so(story: Ledger, order: str) -> None:
    minister = office("Tarvian defence minister")
    untold = Actor(
        content_id("o"), "the Tarvian defence minister", ActorType.OFFICE, ("the Tarvian defence minister",), (minister,)
    )
    for url in order:
        story.add(told(url, person("Orlan Vesk", offices=(minister,)) if url == "a" else untold))
    (row,) = story.actors()
    assert (row.actor.name, row.actor.type, row.articles) == ("Orlan Vesk", ActorType.PERSON, 2)
