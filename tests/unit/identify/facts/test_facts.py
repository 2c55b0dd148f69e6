"""facts: countries, organisations, titles and who held which office, as the shipped files have them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.compile_facts import FACTS, compiled

from onrecord.identify.facts import (
    CountryMatch,
    OrganisationMatch,
    country_of,
    former_holders,
    holders,
    organisation_of,
    people_named,
    role_of,
    title_of,
)
from onrecord.identify.facts.lines import FOLDER

ROOT = Path(__file__).parents[4]
FILES = ("countries.txt", "offices.txt", "organisations.txt", "people.txt", "surnames.txt", "given_names.txt")
NATO = "North Atlantic Treaty Organization"


def who(place: str, role: str, day: str, latest: str = "") -> list[str]:
    return [term.person for term in holders(place, role, day, latest or day)]


# Places.


@pytest.mark.parametrize(
    ("words", "place", "how", "ambiguous"),
    [
        ("Norway", "NO", "name", False),
        ("Norwegian", "NO", "demonym", False),
        ("NORWEGIANS", "NO", "demonym", False),
        ("Kingdom of Norway", "NO", "alias", False),
        ("Ukraine's", "UA", "name", False),
        ("Russia’s", "RU", "name", False),
        ("the Ukraine", "UA", "name", False),
        ("US", "US", "alias", False),
        ("the U.S.", "US", "alias", False),
        ("Kyiv", "UA", "capital", False),
        ("Kiev", "UA", "capital", False),
        ("Chisinau", "MD", "capital", False),
        ("the Kremlin", "RU", "metonym", False),
        ("Downing Street", "GB", "metonym", False),
        ("No. 10", "GB", "metonym", False),
        ("Georgia", "GE", "name", True),
        ("Georgian", "GE", "demonym", True),
        ("Washington", "US", "capital", True),
        ("Brussels", "BE", "capital", True),
        ("Scotland", "GB-SCT", "name", False),
        ("Abkhazian", "Abkhazia", "demonym", False),
    ],
)
def test_words_stand_for_a_country_in_a_known_way(words: str, place: str, how: str, ambiguous: bool) -> None:
    found = country_of(words)
    assert found is not None
    assert (found.place, found.how, found.ambiguous) == (place, how, ambiguous)


def test_words_of_several_countries_are_ambiguous_and_name_the_others() -> None:
    assert country_of("Congo") == CountryMatch("CD", "Democratic Republic of the Congo", "alias", True, ("CG",))


@pytest.mark.parametrize(
    "words", ["us", "turkey", "polish", "Atlantis", "", " ", "the", "AND", "Stoltenberg", "=NO", "#", "norway\t"]
)
def test_other_words_stand_for_no_country(words: str) -> None:
    assert country_of(words) is None


@pytest.mark.parametrize(
    ("words", "name", "how", "ambiguous"),
    [
        ("NATO", NATO, "acronym", False),
        ("Nato's", NATO, "acronym", False),
        ("North Atlantic Treaty Organization", NATO, "name", False),
        ("the alliance", NATO, "alias", True),
        ("U.N.", "United Nations", "acronym", False),
        ("the State Department", "US Department of State", "alias", False),
        ("the Pentagon", "US Department of Defense", "metonym", False),
        ("Russian Foreign Ministry", "Ministry of Foreign Affairs of Russia", "alias", False),
        ("WHO", "World Health Organization", "acronym", True),
    ],
)
def test_words_stand_for_an_organisation_in_a_known_way(words: str, name: str, how: str, ambiguous: bool) -> None:
    found = organisation_of(words)
    assert found is not None
    assert (found.name, found.how, found.ambiguous) == (name, how, ambiguous)


def test_a_national_institution_has_its_country_and_an_ambiguous_word_its_other_bodies() -> None:
    kremlin = OrganisationMatch("Presidential Administration of Russia", "head of state office", "RU", "metonym", False)
    assert organisation_of("the Kremlin") == kremlin
    brussels = organisation_of("Brussels")
    assert brussels is not None and brussels.ambiguous
    assert {"European Union", NATO} <= {brussels.name, *brussels.others}


@pytest.mark.parametrize("words", ["who", "Who", "nato", "Ministry of Silly Walks", "", "'s"])
def test_other_words_stand_for_no_organisation(words: str) -> None:
    assert organisation_of(words) is None


# Titles.


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("foreign minister", "foreign_minister"),
        ("Minister of Foreign Affairs", "foreign_minister"),
        ("Minister for Foreign Affairs", "foreign_minister"),
        ("foreign secretary", "foreign_minister"),
        ("Secretary of State", "foreign_minister"),
        ("DEFENSE MINISTER", "defence_minister"),
        ("Defence Secretary", "defence_minister"),
        ("Secretary of Defense", "defence_minister"),
        ("minister of national defence", "defence_minister"),
        ("Secretary of State for Defence", "defence_minister"),
        ("Prime Minister", "head_of_government"),
        ("PM", "head_of_government"),
        ("premier", "head_of_government"),
        ("Chancellor", "head_of_government"),
        ("president", "head_of_state.president"),
        ("king", "head_of_state.monarch"),
        ("Queen", "head_of_state.monarch"),
        ("Emir", "head_of_state.monarch"),
        ("spokesman", "spokesperson"),
        ("spokeswoman", "spokesperson"),
        ("press secretary", "spokesperson"),
        ("Foreign Ministry spokeswoman", "spokesperson.foreign"),
        ("spokesman for the Kremlin", "spokesperson.president"),
        ("ambassador", "ambassador"),
        ("ambassador to Hungary", "ambassador.hungary"),
        ("Secretary-General", "org_head.secretary general"),
        ("chief of staff", "chief_of_staff"),
        ("national security advisor", "security_adviser"),
        ("speaker", "parliament_speaker"),
        ("finance minister", "finance_minister"),
        ("Treasury Secretary", "finance_minister"),
        ("interior minister", "interior_minister"),
        ("home secretary", "interior_minister"),
        ("governor", "governor"),
        ("attorney general", "attorney_general"),
        ("energy minister", "minister.energy"),
        ("Secretary of the Interior", "minister.interior"),
        ("foreign trade minister", "minister.foreign trade"),
        ("chairman of the Joint Chiefs of Staff", "military_chief.general"),
        ("deputy foreign minister", "deputy_minister.foreign"),
        ("vice-president", "deputy_head_of_state"),
        ("First Deputy Prime Minister", "deputy_head_of_government"),
    ],
)
def test_a_title_in_either_spelling_and_any_case_names_its_role(title: str, role: str) -> None:
    assert role_of(title) == role


@pytest.mark.parametrize(
    "title", ["president-elect", "leader", "party secretary", "analyst", "", "of", "the", "minister of", "vice"]
)
def test_words_that_are_no_title_of_an_office_holder_name_no_role(title: str) -> None:
    assert role_of(title) is None


def test_former_acting_and_deputy_are_told_apart_from_the_role() -> None:
    def marks(words: str) -> tuple[str, bool, bool, bool]:
        title = title_of(words)
        assert title is not None
        return title.role, title.former, title.acting, title.deputy

    assert marks("former prime minister") == ("head_of_government", True, False, False)
    assert marks("ex-PM") == ("head_of_government", True, False, False)
    assert marks("then-President") == ("head_of_state.president", True, False, False)
    assert marks("acting defense minister") == ("defence_minister", False, True, False)
    assert marks("former deputy finance minister") == ("deputy_minister.finance", True, False, True)


def test_a_title_may_mean_something_else_in_one_country() -> None:
    assert role_of("chancellor", place="GB") == "finance_minister"
    assert role_of("secretary of state", place="US") == "foreign_minister"
    assert role_of("secretary of state", place="GB") is None
    assert role_of("premier", place="AU") == "governor"


# Holders.


@pytest.mark.parametrize(
    ("place", "role", "day", "person"),
    [
        ("NO", "head_of_government", "2008-05-01", "Jens Stoltenberg"),
        ("NATO", "org_head.secretary general", "2022-03-01", "Jens Stoltenberg"),
        (NATO, "head_of_government", "2022-03-01", "Jens Stoltenberg"),
        ("UA", "defence_minister", "2022-05-01", "Oleksii Reznikov"),
        ("US", "foreign_minister", "2022-03-01", "Antony Blinken"),
        ("GB", "head_of_state.monarch", "2022-03-01", "Elizabeth II"),
        ("IR", "head_of_state.president", "2022-03-01", "Ebrahim Raisi"),
        ("AU", "head_of_government", "2020-03-01", "Scott Morrison"),
        ("European Commission", "head_of_state.president", "2022-03-01", "Ursula von der Leyen"),
        ("EU", "foreign_minister", "2022-03-01", "Josep Borrell"),
        ("UN", "org_head", "2022-03-01", "António Guterres"),
        ("US", "chief_of_staff", "2022-03-01", "Ron Klain"),
        ("the Kremlin", "spokesperson", "2022-03-01", "Dmitry Peskov"),
        ("Russian Foreign Ministry", "spokesperson", "2022-03-01", "Maria Zakharova"),
        ("the Pentagon", "spokesperson", "2022-03-01", "John Kirby"),
        ("White House", "spokesperson", "2022-03-01", "Jen Psaki"),
        ("CIA", "org_head", "2022-03-01", "William Joseph Burns"),
        ("UA", "minister.energy", "2022-03-01", "German Galushchenko"),
    ],
)
def test_the_holder_of_a_role_on_a_day(place: str, role: str, day: str, person: str) -> None:
    assert who(place, role, day) == [person]


def test_a_term_tells_its_person_office_place_and_dates() -> None:
    (term,) = holders("NO", "head_of_government", "2008-05-01", "2008-05-01")
    assert (term.person, term.qid, term.gender) == ("Jens Stoltenberg", "Q57665", "male")
    assert (term.office, term.place, term.role) == ("Prime Minister", "NO", "head_of_government")
    assert (term.start, term.end) == ("2005-10-17", "2013-10-16")


def test_where_a_country_has_no_head_of_government_its_president_is_that() -> None:
    assert who("US", "head_of_government", "2022-03-01") == ["Joe Biden"]
    assert who("FR", "head_of_government", "2022-03-01") == ["Jean Castex"]


def test_neighbours_share_the_day_of_the_change_and_only_that() -> None:
    assert who("GB", "head_of_government", "2016-07-12") == ["David Cameron"]
    assert who("GB", "head_of_government", "2016-07-13") == ["Theresa May", "David Cameron"]
    assert who("GB", "head_of_government", "2016-07-14") == ["Theresa May"]
    assert who("GB", "head_of_government", "2022-08-01", "2022-10-31") == ["Rishi Sunak", "Liz Truss", "Boris Johnson"]


def test_a_month_and_a_year_count_whole_at_both_ends() -> None:
    assert "John Kirby" in who("US", "spokesperson.defence", "2022-05-31")
    assert "John Kirby" not in who("US", "spokesperson.defence", "2022-06-01")


def test_several_who_hold_a_role_at_a_time_are_all_given() -> None:
    assert set(who("RU", "spokesperson", "2022-03-01")) == {"Dmitry Peskov", "Maria Zakharova", "Igor Konashenkov"}


def test_beyond_what_the_facts_know_nobody_is_given() -> None:
    (term,) = holders("UA", "head_of_state.president", "2022-05-01", "2022-05-01")
    assert term.person == "Volodymyr Zelenskyy" and term.end is None
    assert who("UA", "head_of_state.president", term.known_until) == ["Volodymyr Zelenskyy"]
    assert who("UA", "head_of_state.president", "2022-05-01", "2023-05-01") == []
    assert who("UA", "head_of_state.president", "2023-05-01") == []
    assert who("GB", "head_of_government", "2025-12-31") == ["Keir Starmer"]
    assert who("GB", "head_of_government", "2026-01-01") == []


def test_former_holders_are_out_of_office_by_the_day() -> None:
    norway = [term.person for term in former_holders("NO", "head_of_government", "2022-03-01")]
    assert norway == ["Erna Solberg", "Jens Stoltenberg", "Kjell Magne Bondevik"]
    assert "Donald Trump" in [term.person for term in former_holders("US", "head_of_state", "2022-03-01")]
    assert "Donald Trump" not in [term.person for term in former_holders("US", "head_of_state", "2025-03-01")]
    assert "Jens Stoltenberg" not in [term.person for term in former_holders("NO", "head_of_government", "2013-10-16")]


# Persons.


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Vladimir Zelenskiy", "Volodymyr Zelenskyy"),
        ("Zelensky", "Volodymyr Zelenskyy"),
        ("Jens Stoltenberg", "Jens Stoltenberg"),
        ("J. STOLTENBERG", "Jens Stoltenberg"),
        ("Dmitri Peskov", "Dmitry Peskov"),
        ("Erdogan", "Recep Tayyip Erdoğan"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("López Obrador", "Andrés Manuel López Obrador"),
        ("Gahr Store", "Jonas Gahr Støre"),
        ("Xi Jinping", "Xi Jinping"),
        ("Xi", "Xi Jinping"),
        ("Kim Jong Un", "Kim Jong-un"),
        ("Boris Johnson", "Boris Johnson"),
    ],
)
def test_a_person_is_found_in_other_spellings_and_by_the_surname(name: str, person: str) -> None:
    assert [found.name for found in people_named(name)] == [person]


def test_a_person_has_all_terms() -> None:
    (person,) = people_named("Jens Stoltenberg")
    assert (person.qid, person.gender) == ("Q57665", "male")
    assert [(term.place, term.office) for term in person.terms] == [
        ("NO", "Prime Minister"),
        ("NO", "Prime Minister"),
        (NATO, "Secretary General"),
        ("NO", "Minister of Finance"),
    ]


def test_namesakes_are_all_given_and_other_given_names_are_not() -> None:
    assert {"Joe Biden", "Jill Biden"} <= {person.name for person in people_named("Biden")}
    assert people_named("Rudolf Biden") == ()
    assert people_named("Xyzzy") == () == people_named("")


# The files.


def test_the_files_are_small_sorted_text_with_their_date_and_licences() -> None:
    assert sum((FOLDER / name).stat().st_size for name in FILES) < 4_000_000
    for name in FILES:
        lines = (FOLDER / name).read_bytes().splitlines()
        header = [line for line in lines if line.startswith(b"#")]
        assert b"2026-11-22" in header[0] and b"CC0" in header[1]
        assert lines[len(header) :] == sorted(set(lines[len(header) :]))


def test_the_files_are_what_the_facts_compile_to() -> None:
    facts = (ROOT / FACTS).resolve()
    if not (facts / "officeholders.csv").is_file():
        pytest.skip(f"the facts that the files are compiled from are not at {FACTS}")
    assert compiled(facts) == {name: (FOLDER / name).read_bytes() for name in FILES}


def test_importing_reads_no_file() -> None:
    code = "import onrecord.identify.facts.lines as lines, onrecord.identify.facts; print(lines.shipped.cache_info().currsize)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_lookups_never_raise(one: str, other: str) -> None:
    country_of(one)
    organisation_of(one)
    title_of(one, place=other)
    people_named(one)
    for place, role in ((one, other), ("NO", one), (one, "head_of_government"), ("the Kremlin", one)):
        assert holders(place, role, "2020-01-01", "2020-12-31") is not None
        assert former_holders(place, role, "2020-01-01") is not None


@given(
    st.lists(
        st.sampled_from(re.findall(r"\S+", "the former deputy acting ex- prime minister of state for foreign defence U.S. Kim")),
        max_size=7,
    )
)
@settings(deadline=None)
def test_titles_made_of_their_own_words_never_raise(words: list[str]) -> None:
    title_of(" ".join(words))
    people_named(" ".join(words))
