"""Which actors are one: tables of pairs, each with the verdict on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.identify.who.resolving import resolve
from onrecord.vocabulary import Actor, ActorType, Known, Office, Verdict

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
PRESIDENT, MINISTER = Office("president", "TV"), Office("foreign minister", "TV")


def person(name: str, *offices: Office, **fields: object) -> Actor:
    return replace(Actor(f"id of {name}", name, ActorType.PERSON, (name,), offices), **fields)  # type: ignore[arg-type]


def body(name: str, *offices: Office, **fields: object) -> Actor:
    return replace(Actor(f"id of {name}", name, ActorType.ORGANISATION, (name,), offices), **fields)  # type: ignore[arg-type]


def well_known(actor: Actor, articles: int = 5) -> Known:
    return Known(actor, articles, "2031-04-01", "2031-06-30")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Orlan Vesk", "Orlan Vesk", SAME),
        ("Orlan Vesk", "ORLAN VÉSK", SAME),
        ("Orlan Veskyy", "Orlan Vesky", SAME),
        ("Orlan Wesk", "Orlan Vesk", SAME),
        ("Joe Vesk", "Joseph Vesk", SAME),
        ("Orlan T. Vesk", "Orlan Vesk", SAME),
        ("Kim Hal Sen", "Hal Sen Kim", SAME),
        ("Kim Hal-sen", "Kim Hal Sen", SAME),
        ("Vesk Orlan", "Orlan Vesk", UNSURE),
        ("O. Vesk", "Orlan Vesk", UNSURE),
        ("O. Vesk", "O. Vesk", UNSURE),
        ("O.T. Vesk", "O.T. Vesk", SAME),
        ("Orlan Vesk Jr.", "Orlan Vesk", UNSURE),
        ("Orlan Vesk Jr.", "Orlan Vesk Sr.", DIFFERENT),
        ("Ilse Meer-Vosk", "Ilse Meer", UNSURE),
        ("Joe Wesk", "Joseph Vesk", UNSURE),
        ("Tor Vesk", "Orlan Vesk", DIFFERENT),
        ("Orlen Vesk", "Orlan Vesk", UNSURE),
        ("Jan Vesk", "Jon Vesk", DIFFERENT),
        ("Maria Vesk", "Mario Vesk", DIFFERENT),
        ("Orlan Q. Vesk", "Orlan T. Vesk", DIFFERENT),
        ("Orlan Vesk", "Orlan Meer", DIFFERENT),
        ("President Vesk", "Minister Vesk", UNSURE),
    ],
)
def test_full_names_decide_as_far_as_they_go(one: str, other: str, verdict: Verdict) -> None:
    for first, second in ((one, other), (other, one)):
        found = resolve(person(first), [well_known(person(second), articles=1)])
        assert found.verdict is verdict, found
        assert found.evidence and 0 <= found.score <= 1
        assert (found.actor is not None) == (verdict is SAME)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (person("Joe Wesk", PRESIDENT), person("Joseph Vesk", PRESIDENT), SAME),
        (person("O. Vesk", PRESIDENT), person("Orlan Vesk", PRESIDENT), SAME),
        (person("Orlen Vesky", PRESIDENT), person("Orlan Veskyy", PRESIDENT), SAME),
        (person("Ilse Meer-Vosk", MINISTER), person("Ilse Meer", Office("former minister", "TV")), SAME),
        (person("Orlan Vesk", PRESIDENT), person("Orlan Vesk", Office("president", "XX")), UNSURE),
        (person("Orlan Vesk", gender="male"), person("Orlan Vesk", gender="female"), DIFFERENT),
        (person("Orlan Vesk", wikidata="Q1"), person("Orlan Vesk", wikidata="Q2"), DIFFERENT),
        (person("O. Wesky", wikidata="Q1"), person("Orlan Vesk", wikidata="Q1"), SAME),
        (person("Orlan Vesk", wikidata="Q1"), person("Orlan Vesk"), SAME),
        (person("Tor Vesk", PRESIDENT), person("Orlan Vesk", PRESIDENT), DIFFERENT),
        (person("Orlan Vesk"), person("Orlan Vesk", type=ActorType.ORGANISATION), DIFFERENT),
    ],
)
def test_what_else_is_known_is_weighed(one: Actor, other: Actor, verdict: Verdict) -> None:
    for first, second in ((one, other), (other, one)):
        assert resolve(first, [well_known(second)]).verdict is verdict


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (("president", "TV"), ("chief minister", "XX"), "they have offices of TV and XX"),
        (("senator",), ("dairy farmer from Selm",), "one is farmer, the other senator"),
        (("former foreign minister", "TV"), ("goalkeeper",), "one is goalkeeper, the other former foreign minister"),
        (("mayor of Selm",), ("then mayor of Port Dorn",), "one is mayor of Selm, the other of Port Dorn"),
    ],
)
def test_what_contradicts_keeps_two_of_one_name_apart_and_is_told(one: tuple[str, ...], other: tuple[str, ...], why: str) -> None:
    first, second = (person("Orlan Vesk", Office(*office)) for office in (one, other))
    found = resolve(first, [well_known(second)])
    assert (found.verdict, found.candidates) == (UNSURE, ("id of Orlan Vesk",)) and found.evidence.endswith(why)
    assert resolve(second, [well_known(first)]).verdict is UNSURE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("former prime minister", "TV"), ("Secretary General", "Harbour League")),
        (("prime minister", "TV"), ("chief",)),
        (("senator",), ("lawyer",)),
        (("actor",), ("president", "TV")),
        (("farmer",), ("fisherman",)),
        (("mayor of Selm",), ("governor of Dorn",)),
        (("governor", "TV", "2001", "2004"), ("minister", "XX", "2009-05", "2011")),
    ],
)
def test_what_one_person_may_be_in_turn_does_not_keep_two_apart(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    for first, second in ((one, other), (other, one)):
        actor, known = (person("Orlan Vesk", Office(*office)) for office in (first, second))
        assert resolve(actor, [well_known(known)]).verdict is SAME


def test_a_farmer_who_became_a_senator_is_known_as_both() -> None:
    both = person("Orlan Vesk", Office("farmer"), Office("senator"))
    for office in ("farmer", "senator", "shopkeeper"):
        assert resolve(person("Orlan Vesk", Office(office)), [well_known(both)]).verdict is SAME


def test_of_several_with_the_name_alone_the_one_in_far_more_articles_is_meant() -> None:
    story, other = (well_known(person("Orlan Vesk", id=number), articles) for number, articles in (("1", 10), ("2", 2)))
    found = resolve(person("Orlan Vesk"), [story, other])
    assert found.actor == "1" and "10 articles" in found.evidence
    assert resolve(person("Orlan Vesk"), [story, replace(other, articles=3)]).verdict is UNSURE


def test_a_given_name_alone_is_nobody_s_surname() -> None:
    david = well_known(person("David Vesk", names=("David Vesk", "David")))
    assert resolve(person("David"), [david], "2031-05-04").verdict is UNSURE
    assert resolve(person("Vesk"), [david], "2031-05-04").verdict is SAME


def test_a_name_of_other_decades_is_not_taken_for_the_same() -> None:
    found = resolve(person("Orlan Vesk"), [Known(person("Orlan Vesk"), 3, "1950-01-01", "1951-01-01")], "2031-05-04")
    assert found.verdict is UNSURE and "years" in found.evidence


@pytest.mark.parametrize(
    ("known", "actor", "day", "verdict"),
    [
        ([well_known(person("Orlan Vesk"))], person("Vesk"), "2031-05-04", SAME),
        ([well_known(person("Orlan Vesk"))], person("Wesk"), "2031-05-04", SAME),
        ([well_known(person("Orlan Vesk"), articles=2)], person("Vesk"), "2031-05-04", UNSURE),
        ([well_known(person("Orlan Vesk"))], person("Vesk"), "2040-05-04", UNSURE),
        ([well_known(person("Orlan Vesk"))], person("Vesk", gender="female"), "2031-05-04", SAME),
        ([well_known(person("Orlan Vesk", gender="male"))], person("Vesk", gender="female"), "2031-05-04", DIFFERENT),
        ([well_known(person("Orlan Vesk", PRESIDENT))], person("Vesk", Office("mayor", "XX")), "2031-05-04", UNSURE),
        ([well_known(person("Orlan Vesk")), well_known(person("Tor Vesk"))], person("Vesk"), "2031-05-04", UNSURE),
        ([well_known(person("Orlan Vesk", PRESIDENT)), well_known(person("Tor Vesk"))], person("Vesk", PRESIDENT), None, SAME),
        ([well_known(person(name, PRESIDENT)) for name in ("O Vesk", "T Vesk")], person("Vesk", PRESIDENT), None, UNSURE),
        ([well_known(person("Vesk"))], person("Vesk"), "2031-05-04", UNSURE),
        ([well_known(person("Vesk", PRESIDENT))], person("Vesk", Office("the president")), "2031-05-04", SAME),
        ([well_known(person("Vesk Orlan"))], person("Vesk"), "2031-05-04", DIFFERENT),
        ([], person("Vesk"), None, DIFFERENT),
    ],
)
def test_a_surname_alone_needs_an_office_or_a_single_bearer_of_the_story(
    known: list[Known], actor: Actor, day: str | None, verdict: Verdict
) -> None:
    assert resolve(actor, known, day).verdict is verdict


def test_of_two_namesakes_the_one_with_the_office_is_meant() -> None:
    president, striker = person("Orlan Vesk", PRESIDENT, id="1"), person("Orlan Vesk", Office("striker"), id="2")
    known = [well_known(president), well_known(striker)]
    assert resolve(person("Orlan Vesk", Office("striker")), known).actor == "2"
    assert resolve(person("Orlan Vesk", Office("president", "TV")), known).actor == "1"
    unclear = resolve(person("Orlan Vesk"), known)
    assert (unclear.verdict, unclear.candidates) == (UNSURE, ("1", "2"))


def test_the_exact_name_wins_over_one_that_may_be_it() -> None:
    known = [well_known(person("Orlan Vesk")), well_known(person("Orlan T. Vesk"))]
    assert resolve(person("Orlan Vesk"), known).actor == "id of Orlan Vesk"


def test_a_slip_among_the_names_of_one_does_not_draw_in_another() -> None:
    slipped = person("Orlan Vesk", names=("Orlan Vesk", "Tor Vesk", "Ilse Meer"))
    tor = person("Tor Vesk", names=("Tor Vesk", "Orlan Vesk"))
    assert resolve(tor, [well_known(person("Orlan Vesk"))]).verdict is DIFFERENT
    assert resolve(person("Ilse Meer"), [well_known(slipped), well_known(person("Ilse Meer"))]).actor == "id of Ilse Meer"


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (body("Selm Dockers Union"), body("the Selm Dockers’ Union"), SAME),
        (body("the Selm Dockers Union"), body("Selm dockers union"), SAME),
        (body("Selm Dockers Union"), body("Selm Dockers Union", type=ActorType.GOVERNMENT), SAME),
        (body("Selm Bank"), body("Selm Port"), DIFFERENT),
        (body("SDU"), body("Selm Dockers Union", names=("Selm Dockers Union", "SDU")), SAME),
        (body("Selm Dockers Union", names=("Selm Dockers Union", "SDU")), body("SDU"), UNSURE),
        (body("Ministry of Defence"), body("Ministry of Defence"), UNSURE),
        (body("Ministry of Defence", Office("", "TV")), body("Ministry of Defence", Office("", "TV")), SAME),
        (body("Ministry of Defence", Office("", "TV")), body("Ministry of Defence", Office("", "XX")), DIFFERENT),
        (body("Supreme Court", wikidata="Q1"), body("Supreme Court", wikidata="Q1"), SAME),
        (body("Selm Bank", wikidata="Q1"), body("Selm Bank", wikidata="Q2"), DIFFERENT),
    ],
)
def test_bodies_are_one_by_a_whole_name_that_is_their_own(one: Actor, other: Actor, verdict: Verdict) -> None:
    assert resolve(one, [well_known(other)]).verdict is verdict


@pytest.mark.parametrize(
    ("name", "type_", "verdict"),
    [
        ("a senior official", ActorType.UNNAMED, DIFFERENT),
        ("the Tarvian foreign minister", ActorType.OFFICE, DIFFERENT),
        ("Tarvian officials", ActorType.GROUP, DIFFERENT),
        ("Tarvians", ActorType.GROUP, DIFFERENT),
        ("Friends of the Harbour", ActorType.GROUP, SAME),
    ],
)
def test_who_has_no_name_is_never_one_across_articles(name: str, type_: ActorType, verdict: Verdict) -> None:
    actor = Actor("1", name, type_, (name,))
    assert resolve(actor, [well_known(replace(actor, id="2"))]).verdict is verdict


def test_resolving_changes_nothing_and_is_the_same_in_any_order() -> None:
    known = [well_known(person(name)) for name in ("Orlan Vesk", "Orlan T. Vesk", "Tor Vesk", "O. Vesk")]
    for actor in (person("Orlan Vesk"), person("Joe Vesk"), person("Orlan Wesk")):
        found = resolve(actor, known)
        again = resolve(actor, known[::-1])
        assert (found.verdict, found.actor, set(found.candidates)) == (again.verdict, again.actor, set(again.candidates))


MINISTER = Actor("m", "Dana Brandt", ActorType.PERSON, ("Dana Brandt",), (Office("Veshan Defense Minister"),))
UNTOLD = Actor("o", "the Veshan minister", ActorType.OFFICE, ("the Veshan minister",), (Office("Veshan defence minister"),))


@pytest.mark.parametrize(
    ("office", "known", "day", "verdict"),
    [
        (UNTOLD, [Known(MINISTER, 1, "2031-03-01", "2031-03-11")], "2031-03-12", Verdict.SAME),
        (UNTOLD, [Known(MINISTER, 1, "2030-03-01", "2030-03-11")], "2031-03-12", Verdict.UNSURE),
        (UNTOLD, [Known(MINISTER, 1, None, None)], "2031-03-12", Verdict.UNSURE),
        (UNTOLD, [Known(MINISTER, 1, "2031-03-01", "2031-03-11")], None, Verdict.UNSURE),
        (replace(UNTOLD, offices=(Office("defence minister"),)), [Known(MINISTER, 1, "2031-03-01", "2031-03-11")], "2031-03-12",
         Verdict.DIFFERENT),
        (UNTOLD, [Known(replace(MINISTER, id=id), 1, "2031-03-01", "2031-03-11") for id in "mn"], "2031-03-12", Verdict.UNSURE),
    ],
)  # fmt: skip
def test_an_office_is_the_one_person_whom_articles_of_the_same_weeks_call_so(
    office: Actor, known: list[Known], day: str | None, verdict: Verdict
) -> None:
    assert resolve(office, known, day).verdict is verdict
