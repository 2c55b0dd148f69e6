"""identified: who speaks, by names, titles and pronouns, and the actors of an article.

Countries and people are invented, but where the facts are asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.marked import article, marked

from onrecord.extract import statements
from onrecord.identify import Identified, identified
from onrecord.vocabulary import ActorType, DateBasis, Marks, Mention, MentionType, Published

P, B, L = MentionType.PERSON, MentionType.ORGANISATION, MentionType.PLACE
NAMES = dict.fromkeys(["Dana Brandt", "Tomas Olan", "Mira Reed", "Brandt", "Olan", "Reed"], P)
NAMES |= {"Harbour Council": B, "Veshia": L}
PARTS = [*NAMES, "He", "she", "They", "who", "the president", ". ", "\n\n", ", ", " and ", " said "]


def read(
    text: str, names: dict[str, MentionType] | None = None, day: str | None = None, byline: tuple[str, ...] = ()
) -> Identified:
    """What identify makes of a text with brackets in which the model finds these names."""
    plain, marks = marked(text)
    known = names if names is not None else NAMES
    pattern = "|".join(re.escape(name) for name in sorted(known, key=len, reverse=True))
    mentions = tuple(
        Mention(found.start(), found.end(), None, found.group(), known[found.group()])
        for found in re.finditer(rf"\b(?:{pattern})\b", plain)
    )
    published = Published(day, day, DateBasis.GIVEN) if day else None
    made = replace(article(plain), published=published, byline=byline)
    return identified(made, statements(made, Marks(marks)), mentions)


def names(text: str, **about: object) -> list[str | None]:
    """The names of a text's speakers."""
    return [one.speaker and one.speaker.name for one in read(text, **about).statements]  # type: ignore[arg-type]


INTRODUCED = "President Dana Brandt met Senator Tomas Olan in the port of Dol.\n\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Brandt", "Dana Brandt"),
        ("President Brandt", "Dana Brandt"),
        ("Mr. Olan", "Tomas Olan"),
        ("Brandt, 61,", "Dana Brandt"),
        ("the president", "Dana Brandt"),
        ("the senator", "Tomas Olan"),
        ("the Harbour Council", "Harbour Council"),
        ("Brandt and Olan", "Dana Brandt and Tomas Olan"),
        # Somebody else's: never the person in the words.
        ("Brandt's spokesman", "Brandt's spokesman"),
        ("a spokesman for Brandt", "a spokesman for Brandt"),
        ("critics of Olan", "critics of Olan"),
        ("a senator from Dol", "a senator from Dol"),
    ],
)
def test_a_source_is_read_as_who_heads_it(source: str, name: str) -> None:
    assert names(f"{INTRODUCED}[S {source}] [C said] [T the port would open].") == [name]


def test_a_source_in_apposition_to_a_title_is_the_person_named_in_it() -> None:
    assert names("[S A council spokesman, Tomas Olan,] [C said] [T the port would open].") == ["Tomas Olan"]


@pytest.mark.parametrize(
    ("before", "pronoun", "name"),
    [
        ("Mrs. Dana Brandt met Mr. Tomas Olan.", "she", "Dana Brandt"),
        ("Mrs. Dana Brandt met Mr. Tomas Olan.", "he", "Tomas Olan"),
        ("Mr. Tomas Olan spoke in Dol. The port was quiet.", "He", "Tomas Olan"),
        ("Mr. Tomas Olan spoke in Dol.", "She", "She"),
    ],
)
def test_he_and_she_stand_for_the_likeliest_person_of_that_gender(before: str, pronoun: str, name: str) -> None:
    assert names(f"{before} [S {pronoun}] [C said] [T the port would open].") == [name]


def test_he_stands_for_who_spoke_last_and_not_for_who_is_only_spoken_of() -> None:
    text = "[S1 Mr. Tomas Olan] [C1 said] [T1 Mr. Brandt was late]. [S2 He] [C2 added] [T2 that the port would open]."
    assert names(text) == ["Tomas Olan", "Tomas Olan"]


def test_who_stands_for_the_name_or_the_words_before_it() -> None:
    assert names("Tomas Olan, [S who] [C said] [T the port would open], left.") == ["Tomas Olan"]
    assert names("Several dock workers [S who] [C said] [T the port would open] left.") == ["dock workers"]


def test_i_is_who_says_the_quotation_or_else_the_one_author() -> None:
    quoted = "[S1 Tomas Olan] [C1 said]: [T1 “Ask her. The port, as I told you, is shut.”]"
    assert names(quoted) == ["Tomas Olan"]
    assert names("[S I] [C believe] [T the port will open].", byline=("Mira Reed",)) == ["Mira Reed"]
    assert names("[S I] [C believe] [T the port will open].") == ["I"]


def test_they_stand_for_those_who_spoke_together() -> None:
    text = f"{INTRODUCED}[S1 Brandt and Olan] [C1 said] [T1 it would open]. [S2 They] [C2 added] [T2 that it was late]."
    assert names(text) == ["Dana Brandt and Tomas Olan"] * 2


def test_a_title_that_is_not_the_only_full_names_makes_another_person() -> None:
    text = "Mira Reed sang in Dol. [S Senator Reed] [C said] [T the port would open]. [S1 Mira Reed] [C1 said] [T1 it would not]."
    first, second = read(text).statements
    assert first.speaker and second.speaker and first.speaker.reason
    assert second.speaker.name == "Mira Reed"


def test_every_speaker_that_the_article_names_is_one_of_its_actors_and_so_are_its_mentions() -> None:
    found = read(f"{INTRODUCED}[S Brandt] [C said] [T Olan would open the port of Veshia].")
    actors = {actor.id: actor for actor in found.actors}
    (statement,) = found.statements
    assert statement.speaker and statement.speaker.actor and actors[statement.speaker.actor].name == "Dana Brandt"
    assert set(actors[statement.speaker.actor].names) == {"Dana Brandt", "Brandt"}
    assert [(one.name, one.actor in actors) for one in found.mentions] == [
        ("Dana Brandt", True),
        ("Tomas Olan", True),
        ("Dana Brandt", True),
        ("Tomas Olan", True),
        ("Veshia", True),
    ]


def test_the_same_full_name_is_one_actor_in_every_article_and_an_unnamed_source_never_is() -> None:
    def actor(text: str) -> str | None:
        (statement,) = read(text).statements
        return statement.speaker and statement.speaker.actor

    assert actor("[S Tomas Olan] [C said] [T it would open].") == actor("Rain. [S Tomas Olan] [C said] [T it was late].")
    assert actor("[S An official] [C said] [T it would open].") != actor("Rain. [S An official] [C said] [T it was late].")


def test_an_unnamed_source_is_an_actor_without_a_name_and_an_unsolved_pronoun_is_none() -> None:
    (unnamed,) = read("[S A senior official] [C said] [T the port would open].").statements
    assert unnamed.speaker and unnamed.speaker.type is ActorType.UNNAMED and unnamed.speaker.actor
    (unsolved,) = read("[S He] [C said] [T the port would open].").statements
    assert unsolved.speaker and unsolved.speaker.actor is None and "not known" in unsolved.speaker.reason


def test_the_facts_tell_who_held_an_office_on_the_day_and_join_spellings() -> None:
    text = "Norway and its prime minister. [S The Norwegian prime minister] [C said] [T it would rain]."
    (statement,) = read(text, {"Norway": L}, "2008-05-01").statements
    assert statement.speaker and (statement.speaker.name, statement.speaker.actor) == ("Jens Stoltenberg", "Q57665")
    (undated,) = read(text, {"Norway": L}).statements
    assert undated.speaker and (undated.speaker.name, undated.speaker.type) == ("The Norwegian prime minister", ActorType.OFFICE)


def test_a_name_alone_is_not_enough_for_the_facts() -> None:
    (statement,) = read(
        "[S Jens Stoltenberg] [C said] [T the bread was fresh].", {"Jens Stoltenberg": P}, "2008-05-01"
    ).statements
    assert statement.speaker and statement.speaker.actor != "Q57665"


@given(st.lists(st.sampled_from(PARTS), max_size=12))
def test_no_order_of_names_and_pronouns_breaks_it(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read(f"{text} [S1 He] [C1 said] [T1 it would rain]. {text} [S2 Brandt] [C2 said] [T2 it would not].")
    assert len(found.statements) == 2
    places = [(one.start, one.end) for one in found.mentions]
    assert places == sorted(set(places))


def test_the_official_goes_back_to_an_official_and_another_one_is_somebody_else() -> None:
    text = (
        "[S1 A port official] [C1 said] [T1 it would open]. [S2 The official] [C2 added] [T2 that it was late]. "
        "[S3 She] [C3 denied] [T3 a delay]. [S4 An official] [C4 said] [T4 it was not]."
    )
    first, second, third, fourth = (one.speaker for one in read(text).statements)
    assert first and second and third and fourth
    assert first.actor == second.actor == third.actor != fourth.actor
    assert second.name == "A port official" and "goes back" in second.reason


def test_a_bare_surname_of_two_is_read_only_where_one_of_them_is_clearly_meant() -> None:
    both = {"Dana Brandt": P, "Tomas Brandt": P, "Brandt": P}
    text = "Dana Brandt met Tomas Brandt in Dol. [S Brandt] [C said] [T it would open]."
    (statement,) = read(text, both).statements
    assert statement.speaker and statement.speaker.name == "Brandt" and "several people" in statement.speaker.reason
    titled = "Mrs. Dana Brandt met Mr. Tomas Brandt in Dol. [S Mr. Brandt] [C said] [T it would open]."
    (statement,) = read(titled, both | {"Mr. Brandt": P}).statements
    assert statement.speaker and statement.speaker.name == "Tomas Brandt"


def test_many_people_and_pronouns_take_time_in_proportion() -> None:
    people = {f"Dana Va{number}rt": P for number in range(400)}
    text = " and ".join(f"{name} [S{number % 10} she] said it rained" for number, name in enumerate(people))
    began = process_time()
    read(text, people)
    assert process_time() - began < 5


def test_a_bare_surname_is_the_one_of_two_whom_the_paragraph_names() -> None:
    both = {"Dana Brandt": P, "Tomas Brandt": P, "Brandt": P}
    text = "Dana Brandt left Dol.\n\nIn Brenn, Senator Tomas Brandt rose. [S Brandt] [C said] [T it would open]."
    assert names(text, names=both) == ["Tomas Brandt"]


def test_a_name_in_capitals_is_the_person_called_so_elsewhere() -> None:
    marks = {"TOMAS OLAN": B, "Olan": P}
    text = "TOMAS OLAN rose. [S Olan] [C said] [T it would open]. [S1 He] [C1 added] [T1 that it was late]."
    assert names(text, names=marks) == ["Tomas Olan", "Tomas Olan"]


def test_a_verb_that_was_marked_with_a_name_is_no_part_of_it() -> None:
    marks = {"Dana Brandt rang": P, "Brandt": P}
    assert names("Dana Brandt rang. [S Brandt] [C said] [T it would open].", names=marks) == ["Dana Brandt"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # The one person whom the sentence is about.
        ("[S1 Mira Reed] [C1 spoke of] [T1 rain]. Mrs. Dana Brandt rose: in Dol [S she] [C said] [T so].", "Dana Brandt"),
        # Who spoke in a relative clause of a sentence about another.
        ("Mr. Tomas Olan came. Mr. Olan ate. Mr. Olan would not speak of the mayor, Mr. Lars Brandt, [S1 who in May] [C1 swore] "
         "[T1 to it]. "
         "[T “It is late,”] [S he] [C said].", "Tomas Olan"),
        ("It was noisy. In Dol they met Dana Brandt. It was she [S who] [C said] [T it would open].", "Dana Brandt"),
        ("“It is late,” said Tomas Olan, the Veshan leader’s spokesman, [S who] [C added] [T that it rained].", "Tomas Olan"),
    ],
)  # fmt: skip
def test_pronouns_follow_whom_the_sentence_is_about(text: str, name: str) -> None:
    assert names(text, names={**NAMES, "Lars Brandt": P, "Veshan": P})[-1] == name
