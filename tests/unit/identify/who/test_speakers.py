"""with_speakers: who a source's words name, inside one article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.marked import read

from onrecord.identify.names.cast import Cast
from onrecord.identify.names.comparing import is_organisation, name_in, same_person
from onrecord.identify.who.speakers import is_compound, read_speaker
from onrecord.vocabulary import ActorType, Span, Speaker

PERSON, UNNAMED = ActorType.PERSON, ActorType.UNNAMED
OFFICE, GROUP = ActorType.OFFICE, ActorType.GROUP
ORGANISATION, GOVERNMENT = ActorType.ORGANISATION, ActorType.GOVERNMENT
STORY = "President Dana Brandt met Senator Tomas Olan, Dr. Ilka Olan and Ludwig van der Meer. "


def speaker(source: str, story: str = STORY) -> Speaker:
    return read_speaker(source, cast(story, source))


def cast(story: str, *sources: str) -> Cast:
    """The people of a story that ends with some sources."""
    text = "\n\n".join((story, *sources))
    ends = [len("\n\n".join((story, *sources[: place + 1]))) for place in range(len(sources))]
    return Cast(text, [Span(end - len(source), end, source) for end, source in zip(ends, sources, strict=True)])


def names(text: str) -> list[str | None]:
    """The names of the speakers of a text with brackets."""
    return [one.speaker and one.speaker.name for one in read(text)]


def types(text: str) -> list[ActorType | None]:
    """The types of the speakers of a text with brackets."""
    return [one.speaker and one.speaker.type for one in read(text)]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Dana Brandt", "Dana Brandt"),
        ("President Dana Brandt", "Dana Brandt"),
        ("former Veshan President Dana Brandt", "Dana Brandt"),
        ("Veshia’s president, Dana Brandt", "Dana Brandt"),
        ("Dana Brandt, the president of Veshia,", "Dana Brandt"),
        ("Dana Brandt (Unity-Dol)", "Dana Brandt"),
        ("DANA BRANDT", "Dana Brandt"),
        ("Dana\nBrandt", "Dana Brandt"),
        ("“Dana Brandt”", "Dana Brandt"),
        ("spokeswoman Mira Reed", "Mira Reed"),
        ("Mira Reed, 34, from Dol", "Mira Reed"),
        ("his lawyer, Mira Reed", "Mira Reed"),
        ("the former minister Mira Reed", "Mira Reed"),
        ("Alliance Secretary-General Mira Reed", "Mira Reed"),
        ("Dol County Sheriff Mira Reed", "Mira Reed"),
        ("Mira Reed herself", "Mira Reed"),
        # Particles, hyphens, initials, suffixes, diacritics.
        ("Ilka van der Olan", "Ilka van der Olan"),
        ("J. P. Reed", "J. P. Reed"),
        ("Mira A. Reed", "Mira A. Reed"),
        ("Mira Reed Jr., a senator", "Mira Reed Jr."),
    ],
)
def test_a_persons_full_name_is_the_name_without_titles_and_appositions(source: str, name: str) -> None:
    found = speaker(source)
    assert (found.name, found.type, found.reason) == (name, PERSON, "named in full")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Mira Reed of the Dol Institute", "Mira Reed"), ("Jean-Luc Ménard", "Jean-Luc Ménard"), ("Sean O’Mara", "Sean O’Mara"),
        ("Émile Zahradník", "Émile Zahradník"), ("Mira Reed-Olan", "Mira Reed-Olan"), ("J.P. Reed", "J.P. Reed"),
        ("Mira “Bud” Reed", "Mira Reed"), ("Mira 'the Hook' Reed", "Mira Reed"), ("Karim al-Rashan", "Karim al-Rashan"),
        ("South Veshia", "South Veshia"), ("Olan Sachs", "Olan Sachs"), ("Human Rights Dol", "Human Rights Dol"),
        ("Tessing Street", "Tessing Street"), ("Fellow Unionists", "Fellow Unionists"), ("New Poll", "New Poll"),
        ("South Veshia, a Dolish ally,", "South Veshia"),
    ],
)  # fmt: skip
def test_two_capitalised_words_that_nothing_tells_to_be_a_person_have_no_type(source: str, name: str) -> None:
    assert speaker(source) == Speaker(name, "named in full; what kind of actor is not known")


@pytest.mark.parametrize(
    ("story", "source"),
    [
        ("Then spoke Minister Jo Lime.", "Jo Lime"),
        ("Then spoke engineer Jo Lime.", "Jo Lime"),
        ("Then spoke his wife Jo Lime.", "Jo Lime"),
        ("There was Jo Lime, an engineer from Dol.", "Jo Lime"),
        ("", "Jo Lime, an engineer,"),
        ("", "Jo Lime, 57,"),
        ("", "Jo Lime, a Veshan general,"),
        ("", "a lawyer for the port, Jo Lime"),
        ("", "Jo Lime (57)"),
        ("", "Jo Lime, who lives in Dol,"),
        ("They met at Lime’s house.", "Jo Lime"),
        ("They met Ms. Lime.", "Jo Lime"),
        ("", "Jo B. Lime"),
    ],
)
def test_what_stands_with_a_name_may_tell_that_it_is_a_persons(story: str, source: str) -> None:
    assert speaker(source, story).type is PERSON


def test_a_surname_alone_or_a_pronoun_as_the_next_source_tells_that_a_name_is_a_persons() -> None:
    assert types("[S1 Jo Lime] [C1 said] [T1 yes]. [S2 Lime] [C2 said] [T2 no].") == [PERSON, PERSON]
    assert types("[S1 Jo Lime] [C1 said] [T1 yes]. [S2 She] [C2 said] [T2 no].") == [PERSON, PERSON]
    assert types("[S1 Olan Sachs] [C1 said] [T1 Brandt agreed]. [S2 She] [C2 said] [T2 no].") == [None, PERSON]


@pytest.mark.parametrize(
    ("story", "source"),
    [
        ("Premier Rina Holt left.", "Mr. Holt, the premier’s husband,"),
        ("Premier Rina Holt left.", "Holt, the premier’s husband,"),
        ("Premier Rina Holt left.", "Mr. Holt, an engineer,"),
        ("Ms. Rina Holt left.", "Mr. Holt"),
        ("Premier Rina Holt left. Mrs. Holt came.", "Mr. Holt"),
    ],
)
def test_a_surname_whose_title_or_apposition_is_somebody_elses_stays_as_written(story: str, source: str) -> None:
    found = speaker(source, story)
    assert found.name == source
    assert found.reason.endswith("Rina Holt, does not fit them")


@pytest.mark.parametrize("source", ["Ms. Holt", "Premier Holt, a member of Unity,", "Holt, the premier,"])
def test_a_surname_whose_title_fits_is_the_full_name(source: str) -> None:
    assert speaker(source, "Premier Rina Holt left.").name == "Rina Holt"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Peter King", "Peter King"), ("Mary Bishop", "Mary Bishop"), ("Rep. Peter King", "Peter King"),
        ("Tomas Luther King Jr.", "Tomas Luther King Jr."), ("King Peter", "Peter"), ("Mr. King", "King"),
        ("Councillor Jo Lime", "Jo Lime"), ("Bank of Veshia Governor Jo Lime", "Jo Lime"),
        ("The Secretary-General, Runa Halmvik,", "Runa Halmvik"), ("Veshia’s", "Veshia"), ("Lime’s", "Lime"),
        ("the ministry’s", "the ministry"), ("a spokesman for Veshan President Dana Brandt",) * 2,
        ("the king", "the king"),
    ],
)  # fmt: skip
def test_titles_that_are_surnames_bodies_and_possessives_are_told_from_names(source: str, name: str) -> None:
    assert speaker(source, "").name == name


def test_a_surname_that_is_a_title_too_is_that_of_the_full_name() -> None:
    assert names("[S1 Peter King] [C1 said] [T1 yes]. [S2 King] [C2 said] [T2 no].") == ["Peter King", "Peter King"]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Brandt", "Dana Brandt"),
        ("Ms. Brandt", "Dana Brandt"),
        ("BRANDT", "Dana Brandt"),
        ("President Brandt of Veshia", "Dana Brandt"),
        ("Brandt, the president,", "Dana Brandt"),
        ("Brandt’s", "Dana Brandt"),
        ("Brandt herself", "Dana Brandt"),
        ("van der Meer", "Ludwig van der Meer"),
        ("Mr. Van der Meer", "Ludwig van der Meer"),
        ("Meer", "Ludwig van der Meer"),
    ],
)
def test_a_surname_is_the_articles_only_full_name_that_ends_in_it(source: str, name: str) -> None:
    found = speaker(source, STORY + "President Ludwig van der Meer left.")
    assert (found.name, found.type) == (name, PERSON)
    assert found.reason.startswith("surname; the article's only full name in")


def test_a_surname_matches_whatever_its_diacritics_and_apostrophe() -> None:
    assert speaker("Zahradnik", "President Émile Zahradník left.").name == "Émile Zahradník"
    assert speaker("O'Mara", "President Sean O’Mara left.").name == "Sean O’Mara"


def test_a_surname_of_two_people_stays_as_written_and_says_whose_it_may_be() -> None:
    found = speaker("Sen. Olan")
    assert (found.name, found.type) == ("Sen. Olan", PERSON)
    assert found.reason == "surname of several people in the article: Ilka Olan, Tomas Olan"


def test_somebody_without_a_title_who_has_the_surname_makes_it_doubtful_too() -> None:
    assert speaker("Mrs. Brandt", STORY + "At her side stood Viktor Brandt.").name == "Mrs. Brandt"


def test_a_father_and_a_son_are_two_people() -> None:
    story = "Senator Tomas Reed Jr. and his father, Senator Tomas Reed, met."
    assert speaker("Reed", story).name == "Reed"
    assert speaker("Tomas Reed Jr.", story).name == "Tomas Reed Jr."


def test_two_forms_of_one_name_are_one_person() -> None:
    story = "President Dana Brandt spoke. Later Dana R. Brandt left. D. Brandt was not seen. DANA BRANDT WINS."
    assert speaker("Brandt", story).name == "Dana Brandt"
    assert speaker("Dana R. Brandt", story).name == "Dana Brandt"


def test_a_title_and_a_surname_that_the_article_has_no_fuller_name_for_are_the_surname() -> None:
    found = speaker("Foreign Minister Reed")
    assert (found.name, found.type) == ("Reed", PERSON)


@pytest.mark.parametrize("source", ["Reed", "Dol", "Veshans", "leading Veshans", "31 Veshans"])
def test_a_capitalised_word_that_may_be_no_person_stays_as_written(source: str) -> None:
    found = speaker(source)
    assert (found.name, found.type) == (source, None)


@pytest.mark.parametrize(
    "source",
    [
        "Brandt’s spokesman", "a spokesman for Brandt", "Brandt supporters", "some Brandt aides", "the Brandt official",
        "officials", "Veshan officials", "a senior Veshan official", "one person familiar with the talks",
        "people familiar with the matter", "a diplomat who spoke on condition of anonymity", "critics of President Brandt",
        "a Brandt campaign spokesman", "two sources close to the council", "analysts at Dol Bank",
    ],
)  # fmt: skip
def test_somebody_without_a_name_is_never_given_the_name_beside_it(source: str) -> None:
    found = speaker(source)
    assert (found.name, found.type) == (source, UNNAMED)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the Ministry of Defence", ORGANISATION), ("The Veshan Times", ORGANISATION), ("Dol Bank", ORGANISATION),
        ("the Northern Alliance", ORGANISATION), ("police", ORGANISATION), ("the party", ORGANISATION),
        ("the Veshan government", GOVERNMENT), ("the Brandt administration", GOVERNMENT),
        ("Brandt administration officials", UNNAMED),
        ("the minister", OFFICE), ("Veshan teachers", GROUP), ("House Republicans", GROUP), ("several mayors", UNNAMED),
        ("a 34-year-old teacher", UNNAMED), ("a woman in Dol", UNNAMED), ("the former minister", UNNAMED),
        ("the report", None), ("a Veshan", None), ("the Kremlinov", None),
    ],
)  # fmt: skip
def test_the_noun_tells_what_kind_of_actor_an_unnamed_source_is(source: str, expected: ActorType | None) -> None:
    found = speaker(source)
    assert (found.name, found.type) == (source, expected)


@pytest.mark.parametrize("source", ["he", "She", "they", "It", "who", "I", "Some", "no one", "Nobody", "Everyone", "both"])
def test_a_pronoun_stays_as_written(source: str) -> None:
    found = speaker(source)
    assert found.name == source
    assert "pronoun" in found.reason


@pytest.mark.parametrize(
    "source",
    [
        "Brandt and Olan", "Dana Brandt and Tomas Olan", "Brandt or Olan", "Neither Brandt nor Olan", "Brandt and allies",
        "Brandt, Olan and Meer", "Brandt, his aides and others", "President Brandt and the council", "Brandt as well as Olan",
    ],
)  # fmt: skip
def test_several_speakers_in_one_source_are_not_taken_apart(source: str) -> None:
    assert speaker(source) == Speaker(source, "several speakers in one source; not taken apart")


@pytest.mark.parametrize(
    "source",
    ["Foreign and Defence Minister Olan", "Dana Brandt, the chair and founder", "Brandt, president of Dol and Olan",
     "the Ministry of Trade and Industry"],
)  # fmt: skip
def test_an_and_inside_a_title_or_an_apposition_joins_nobody(source: str) -> None:
    assert not is_compound(source)


def test_a_second_verb_shares_the_speaker_of_the_first() -> None:
    assert names("[S1 Brandt] [C1 called] [T1 the offer late] and [C2 said] [T2 it would be studied].") == ["Brandt", "Brandt"]
    assert names("[S1 Brandt] [C1 called] [T1 the offer late], then [C2 added] [T2 that it was small].") == ["Brandt", "Brandt"]


def test_a_second_verb_with_words_of_its_own_between_shares_nothing() -> None:
    assert names("[S1 Brandt] [C1 said] [T1 no] and the council was [C2 said] [T2 to agree].") == ["Brandt", None]
    assert names("[S1 Brandt] [C1 said] [T1 no].\n\n[C2 Said] [T2 to be ill], he left.") == ["Brandt", None]
    assert names("[T1 “No,”] [C1 said] [S1 Brandt], and [C2 added] [T2 that it was small].") == ["Brandt", None]


@pytest.mark.parametrize(
    "text",
    [
        "[S1 Brandt] [C1 called] [T1 the offer late], [C2 a bitter admission for] [T2 the port].",
        "[S1 Brandt] [C1 called] [T1 the offer late], and [C2 the pledge] [T2 that it would close].",
        "[S1 Brandt] [C1 called] [T1 the offer late] and [C2 criticism of] [T2 the port].",
        "He insisted that it was late, whatever [S1 Brandt] [C1 says] [T1 of it], and [C2 described] [T2 the port].",
        "As [S1 Brandt] [C1 called] [T1 the offer late] and [C2 described] [T2 the port], it rained.",
    ],
)
def test_nouns_share_no_subject_and_neither_does_a_clause(text: str) -> None:
    assert names(text)[1] is None


def test_a_verb_with_for_shares_its_subject_and_so_does_one_after_a_shared_one() -> None:
    text = "On Monday, [S1 Dr. Brandt] [C1 called] [T1 it late], [C2 called for] [T2 a vote] and [C3 said] [T3 it would pass]."
    assert names(text) == ["Brandt"] * 3


def test_where_the_text_names_nobody_there_is_no_speaker() -> None:
    assert names("It was [C said] [T that the port would open].") == [None]


def test_the_source_of_one_statement_tells_the_full_name_of_another() -> None:
    assert names("[S1 Mira Reed] [C1 said] [T1 yes]. [S2 Reed] [C2 said] [T2 no].") == ["Mira Reed", "Mira Reed"]


def test_two_capitalised_words_without_evidence_are_nobodys_full_name() -> None:
    assert cast("Eastern Veshia is calm. Unity Square was full.").names == {}
    assert speaker("Veshia", "Eastern Veshia is calm.").name == "Veshia"


def test_name_in_tells_whether_a_title_stands_before_the_name() -> None:
    titled, bare = name_in("Minister Reed"), name_in("Reed")
    assert titled is not None
    assert bare is not None
    assert (titled.words, titled.titled, bare.titled) == (("Reed",), True, False)


def test_same_person_and_is_organisation() -> None:
    assert same_person(("D.", "Brandt"), ("Dana", "Brandt"))
    assert not same_person(("Dana", "Brandt"), ("Viktor", "Brandt"))
    assert is_organisation(("Dol", "Bank"))
    assert not is_organisation(("Party", "Leaders"))


@given(st.text(max_size=60), st.text(alphabet="AaBb.,’'- \n“”1é", max_size=80))
def test_no_source_and_no_text_is_beyond_reading(source: str, text: str) -> None:
    found = read_speaker(source, cast(text, source))
    assert found.reason
    read_speaker(text, cast(source, text))
